// The tasks, by name, and how a question is found for a run. A new task is one file here, one line in this table and
// its name in `names.ts`.
import { Draw } from '../../corpus/draw.ts';
import type { StyleName } from '../../verbalizer/index.ts';
import { count } from './count.ts';
import { difference } from './difference.ts';
import { exception } from './exception.ts';
import { fill } from './fill.ts';
import { input } from './input.ts';
import { isTaskName, type TaskName } from './names.ts';
import { nextLine } from './next-line.ts';
import { output } from './output.ts';
import type { TracedRun } from './run.ts';
import { state } from './state.ts';
import { isFolded } from './tellable.ts';
import { BadQuestion, type Posed, type Task } from './task.ts';

export { TracedRun } from './run.ts';
export { BadQuestion, type Choice, type Judged, type Posed, type QuestionData, type Task } from './task.ts';
export { TASK_SUMMARIES, isTaskName, taskNames, type TaskName } from './names.ts';

export const tasks: Readonly<Record<TaskName, Task>> = {
  count,
  difference,
  exception,
  fill,
  input,
  'next-line': nextLine,
  output,
  state,
};

/** Names what the questions about one run are drawn from. */
export interface QuestionSeed {
  readonly seed: number;
  /** The row's; empty for a program on its own. */
  readonly id: string;
}

/** Why no task of a mix has a question about a run, by task. */
export class NoQuestion extends Error {
  override name = 'NoQuestion';
}

/**
 * A question about the run, of one of the tasks: the first in a drawn order that has one.
 * @param styles those that its reasoning may be told in; none when that is not known
 * @throws NoQuestion when none has
 */
export function ask(
  run: TracedRun,
  mix: readonly TaskName[],
  { seed, id }: QuestionSeed,
  styles: readonly StyleName[] = [],
): Posed {
  const reasons: string[] = [];
  for (const name of Draw.of('task', seed, id).shuffle(mix)) {
    const choice = tasks[name].choose(run, Draw.of('question', name, seed, id), isFolded(name, styles));
    if ('question' in choice) return tasks[name].pose(run, choice.question);
    reasons.push(`${name}: ${choice.why}`);
  }
  throw new NoQuestion(reasons.join('; '));
}

/**
 * The question that a row records, asked again.
 * @throws BadQuestion when there is no such task, or the run has no such question
 */
export function askAgain(run: TracedRun, task: string, question: unknown): Posed {
  if (!isTaskName(task)) throw new BadQuestion(`there is no task ${task}`);
  return tasks[task].pose(run, question ?? null);
}
