// The option of the verbs that ask questions about many programs: which tasks the rows are of.
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { StyleName } from '../../verbalizer/styles/index.ts';
import { BadInput } from '../bad-input.ts';
import { isTaskName, taskNames, type TaskName } from '../tasks/names.ts';
import { untellable } from '../tasks/tellable.ts';
import { didYouMean } from './failure.ts';
import { parseList } from './options.ts';

const ALL = 'all';

export interface TaskMixOptions {
  readonly task: readonly TaskName[];
}

/** Declares `--task`, a list. */
export function declareTaskMix(command: Command): void {
  command.addOption(
    new Option('-t, --task <NAMES>', `what is asked, between commas: ${ALL}, ${taskNames.join(', ')}`)
      .argParser(parseTasks)
      .default(['output'], 'output'),
  );
}

/** The tasks by name, each once, in the order of the table. @throws InvalidArgumentError for a name that is none */
function parseTasks(text: string): TaskName[] {
  const names = parseList(text);
  for (const name of names)
    if (name !== ALL && !isTaskName(name))
      throw new InvalidArgumentError(
        `"${name}": ${didYouMean(name, taskNames) ?? `the choices are ${ALL}, ${taskNames.join(', ')}.`}`,
      );
  return taskNames.filter((name) => names.includes(ALL) || names.includes(name));
}

/** @throws BadInput when none of the styles can tell the reasoning of one of the tasks */
export function requireTellable(styles: readonly StyleName[], asked: readonly TaskName[]): void {
  for (const task of asked) {
    const refusal = untellable(task, styles);
    if (refusal === null) continue;
    throw new BadInput('usage', refusal.why, `--style ${refusal.instead.join(', ')} can tell it`);
  }
}
