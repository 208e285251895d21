// What a task is: it chooses a question about a run, asks it, reasons to the answer and judges answers. One file per
// task, listed in `index.ts`. Knows nothing of wording, rows or files.
import type { z } from 'zod';
import type { Draw } from '../../corpus/draw.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Story } from '../../verbalizer/index.ts';
import type { TracedRun } from './run.ts';

/** What a question is about, as the row records it: flat, so that every reader can take it in. */
export type QuestionData = Readonly<Record<string, string | number | boolean | null>>;

/** The verdict on an answer, whoever gave it. */
export interface Judged {
  readonly right: boolean;
  /** Why, for people. */
  readonly message: string;
  /** What reasoning to this answer has to tell; null when there is no such run. */
  readonly story: Story | null;
}

/** A question about one run, asked and answered. */
export interface Posed {
  readonly task: string;
  /** Null when the task leaves nothing to choose. */
  readonly question: QuestionData | null;
  /** Never holds the outcome. */
  readonly prompt: string;
  /** What the reasoning tells: in order, as far as the answer needs it, and the answer as its last claim. */
  readonly story: Story;
  /** Of the run that it is about. */
  readonly trace: Trace;
  readonly answer: string;
  /** Judges an answer; runs programs again where several are right. */
  check(answer: string): Judged;
}

/** A question, or why the run offers none that is worth asking. */
export type Choice<Q> = { readonly question: Q } | { readonly why: string };

export interface Task {
  readonly name: string;
  /**
   * Chooses what is asked. Deterministic in the run, the draw and whether its reasoning will be told in a style that
   * folds it, however long it is.
   */
  choose(run: TracedRun, draw: Draw, folds: boolean): Choice<QuestionData | null>;
  /** @throws BadQuestion when the question is none about this run */
  pose(run: TracedRun, question: unknown): Posed;
}

/** How a task is declared; `Q` is what its question is about. */
export interface TaskRecipe<Q extends QuestionData | null> {
  readonly name: string;
  /** Looks at the run line by line, or runs it again and again: nothing to do with a very long run. */
  readonly followsLines: boolean;
  readonly question: z.ZodType<Q>;
  choose(run: TracedRun, draw: Draw, folds: boolean): Choice<Q>;
  /** @throws BadQuestion */
  pose(run: TracedRun, question: Q): Omit<Posed, 'task' | 'question' | 'trace'>;
}

/** A question that the run at hand does not offer: of another program, or damaged. */
export class BadQuestion extends Error {
  override name = 'BadQuestion';
}

export function defineTask<Q extends QuestionData | null>(recipe: TaskRecipe<Q>): Task {
  const { name, followsLines } = recipe;
  return {
    name,
    choose: (run, draw, folds) =>
      followsLines && run.isLong
        ? { why: 'the run is too long to be followed line by line' }
        : recipe.choose(run, draw, folds),
    pose(run, data) {
      const parsed = recipe.question.safeParse(data);
      if (!parsed.success) throw new BadQuestion(`is no question of the task ${name}`);
      const trace = run.execution.result.trace!;
      return { task: name, question: parsed.data, trace, ...recipe.pose(run, parsed.data) };
    },
  };
}

/** Judges by equality: for tasks with one right answer. */
export function onlyAnswer(answer: string, story: Story): Posed['check'] {
  return (given) =>
    withoutLineEnd(given) === withoutLineEnd(answer)
      ? { right: true, message: 'as the run has it', story }
      : { right: false, message: `the answer is ${answer}`, story };
}

/** Texts that people and files end with a line break are the same without it. */
function withoutLineEnd(text: string): string {
  return text.replace(/\n$/, '');
}
