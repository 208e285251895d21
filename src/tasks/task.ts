// What a task is: a question about one run, with its prompt and its answer. One file per task, listed in `index.ts`.
// Knows nothing of how the reasoning between the two is worded.
import type { Ending } from '../pipeline/execution.ts';

/** What a prompt is made from: never the outcome. */
export interface Question {
  readonly source: string;
  /** Null when the module itself is the run. */
  readonly call: string | null;
}

/** A run that came to its end, by returning or by an exception. */
export interface Finished {
  readonly ending: Extract<Ending, { kind: 'returned' | 'raised' }>;
  readonly stdout: string;
}

export interface Task {
  readonly name: string;
  /** One line, for help and docs. */
  readonly summary: string;
  prompt(question: Question): string;
  answer(question: Question, run: Finished): string;
}
