// The tasks, by name. A new task is one file here and one line in this list.
import { output } from './output.ts';
import type { Task } from './task.ts';

export const tasks: readonly Task[] = [output];

export const taskNames: readonly string[] = tasks.map((task) => task.name);

/** @throws Error for a name that is not in the list; callers check names of users first */
export function taskNamed(name: string): Task {
  const found = tasks.find((task) => task.name === name);
  if (found === undefined) throw new Error(`no task is called ${name}`);
  return found;
}
