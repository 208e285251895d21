// What a task is: a question about one run, with its prompt and its answer. One file per task, listed in `index.ts`.
// Knows nothing of how the reasoning between the two is worded.

/** What a prompt is made from: never the outcome. */
export interface Question {
  readonly source: string;
  /** Null when the module itself is the run. */
  readonly call: string | null;
}

export interface Task {
  readonly name: string;
  /** One line, for help and docs. */
  readonly summary: string;
  prompt(question: Question): string;
}
