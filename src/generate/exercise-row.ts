// What rows of exercises are made of, and what can come of it. What goes wrong with one is a refusal with a stable
// reason, never a row. Knows nothing of how they are made.
import type { Generated } from '../../corpus/generate.ts';
import type { Limits } from '../../interpreter/index.ts';
import type { RowWording } from '../pipeline/index.ts';
import type { TaskName } from '../tasks/index.ts';
import type { Candidate } from './repetition.ts';

/** What all exercises of a dataset have in common. */
export interface ExerciseOptions extends RowWording {
  /** Of all that is drawn: the programs and their phrasing. */
  readonly seed: number;
  readonly limits: Limits;
  /** What is asked: each row is of one of these. */
  readonly tasks: readonly TaskName[];
  /** Which part of the dataset: `index` of `of`, from 1. */
  readonly shard: { readonly index: number; readonly of: number };
}

/** Why an exercise gave no row. Each is a fault of ours: families write programs that run, and tests hold them to it. */
export interface Refused {
  readonly status: 'refused';
  readonly index: number;
  /** Null when there was no exercise to name. */
  readonly id: string | null;
  /**
   * `mismatch/reference`: the family states another answer than the run gives; `unfaithful`: the words did not
   * check; `rejected`: it does not compile; `limit/timeout` and `limit/memory`: stopped from outside; `internal`.
   */
  readonly reason: RefusalReason;
  readonly message: string;
}

export type RefusalReason =
  'mismatch/reference' | 'unfaithful' | 'rejected' | 'limit/timeout' | 'limit/memory' | 'internal';

/** A place that got no row: nothing drawn for it was as asked, or had a question of the tasks asked for. */
export interface Skipped {
  readonly status: 'skipped';
  readonly index: number;
  readonly id: string;
  /** Why, by task. */
  readonly message: string;
}

/** An exercise that is as asked: it was drawn, run and asked about. */
export interface Drawn extends Candidate {
  /** The draw that gave it, from 0. */
  readonly attempt: number;
}

/** How far the search for the row of a place has come. */
export interface Search {
  /** The attempt to begin with. */
  readonly from: number;
  /** Exercises that were as asked and passed over. */
  readonly passed: number;
  /** Exercises that no task had a question about. */
  readonly unasked: number;
  /** The exercise of `from` is to be told whatever it repeats. */
  readonly settled: boolean;
}

/** A row with what tells whether it repeats others. */
export interface MadeRow extends Drawn {
  readonly status: 'ok';
  readonly index: number;
  /** The row as one line of JSON. */
  readonly row: string;
  /** What was passed over on the way to it, because it repeats what was taken. */
  readonly passed: readonly Drawn[];
  readonly unasked: number;
}

/** The search came to its end: all that was as asked repeats what was taken, or nothing was as asked. */
export interface Spent extends Omit<Skipped, 'status'> {
  readonly status: 'spent';
  readonly passed: readonly Drawn[];
}

export type ExerciseResult = MadeRow | Spent | Refused;

/** Where a search begins. */
export const BEGINNING: Search = { from: 0, passed: 0, unasked: 0, settled: false };

/** Exercises of a place that are as asked but passed over, because they repeat others. */
export const MAX_PASSED = 40;

/** Names an exercise by all that it was drawn from, so that it can be made again. */
export function exerciseId({ family, level }: Generated, seed: number, index: number): string {
  return `${family}-${level}-${seed}-${index}`;
}

/** The index in an id that `exerciseId` made. */
export function indexOfId(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}
