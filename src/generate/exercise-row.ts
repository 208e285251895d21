// One exercise of the corpus as a row: written down, run, held against its family's reference, told and checked.
// What goes wrong with it is a refusal with a stable reason, never a row. Knows nothing of files or other rows.
import { repr } from '../../corpus/data.ts';
import { keysOf, type ProgramKeys } from '../../corpus/canonical.ts';
import type { RunFeatures } from '../../corpus/difficulty/features.ts';
import { bandOf, outside } from '../../corpus/difficulty/levels.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { measureTrees } from '../../corpus/difficulty/tree.ts';
import { drawExercise, type Generated, type Plan } from '../../corpus/generate.ts';
import type { Limits } from '../../interpreter/index.ts';
import { compileTree, executeWithin, makeRow, Rejected, Unfaithful } from '../pipeline/index.ts';
import type { Execution, RowWording } from '../pipeline/index.ts';
import { repeatedBy, type Candidate } from './repetition.ts';
import type { TakenKeys } from './taken.ts';
import { ask, NoQuestion, TracedRun, type Posed, type TaskName } from '../tasks/index.ts';

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

const BEGINNING: Search = { from: 0, passed: 0, unasked: 0, settled: false };

/** Draws in a row that are not as asked: a selection that needs more finds nothing. */
const MAX_DRAWS = 300;
/** Exercises of a place that are as asked but passed over, because they repeat others. */
export const MAX_PASSED = 40;
/** Exercises of a place that no task has a question about. */
const MAX_UNASKED = 12;

/** Names an exercise by all that it was drawn from, so that it can be made again. */
export function exerciseId({ family, level }: Generated, seed: number, index: number): string {
  return `${family}-${level}-${seed}-${index}`;
}

/** The index in an id that `exerciseId` made. */
export function indexOfId(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/**
 * Makes the row at `index`. Never throws: every way to fail is a refusal.
 * @param taken what no row may repeat; what is missing in it costs time only, as its rows are judged again
 */
export async function exerciseRow(
  index: number,
  plan: Plan,
  options: ExerciseOptions,
  taken: TakenKeys | null = null,
  search: Search = BEGINNING,
): Promise<ExerciseResult> {
  const maker = new RowMaker(index, plan, options);
  try {
    return await maker.make(taken, search);
  } catch (error) {
    if (error instanceof Rejected)
      return maker.refused('rejected', error.complaints[0]?.message ?? error.message);
    if (error instanceof Unfaithful) return maker.refused('unfaithful', error.message);
    return maker.refused(
      'internal',
      error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    );
  }
}

class RowMaker {
  private id: string | null = null;
  private readonly index: number;
  private readonly plan: Plan;
  private readonly options: ExerciseOptions;

  constructor(index: number, plan: Plan, options: ExerciseOptions) {
    this.index = index;
    this.plan = plan;
    this.options = options;
  }

  /** The first row that repeats nothing. What it is does not depend on how much of what was taken is known here. */
  async make(taken: TakenKeys | null, search: Search): Promise<ExerciseResult> {
    const passed: Drawn[] = [];
    let { unasked } = search;
    let lastWord = '';
    let last = search.from + MAX_DRAWS;
    for (let attempt = search.from; attempt < last; attempt++) {
      const fitting = this.draw(attempt);
      if (fitting === null) continue;
      if ('status' in fitting) return fitting;
      last = attempt + 1 + MAX_DRAWS;
      try {
        const drawn = this.asked(fitting, attempt);
        if (search.settled || taken === null || repeatedBy(drawn, taken) === null)
          return { ...(await this.row(fitting, drawn)), passed, unasked };
        passed.push(drawn);
        if (search.passed + passed.length === MAX_PASSED) break;
      } catch (error) {
        if (!(error instanceof NoQuestion)) throw error;
        lastWord = error.message;
        if (++unasked === MAX_UNASKED) break;
      }
    }
    const message =
      lastWord !== '' ? lastWord : `nothing as asked among ${MAX_DRAWS} exercises drawn for this place`;
    return { status: 'spent', index: this.index, id: this.id ?? `exercise-${this.index}`, message, passed };
  }

  private asked({ exercise, keys, posed }: Fitting, attempt: number): Drawn {
    return { attempt, level: exercise.level, keys, answer: posed().answer };
  }

  /** An exercise that was run and has what was asked for; null when it has not. */
  private draw(attempt: number): Fitting | Refused | null {
    const { index, plan, options } = this;
    const exercise = drawExercise(plan, index, attempt);
    const { module, call, level } = exercise;
    // What shows in the text needs no run.
    if (misfits(plan, level, measureTrees([module, call]))) return null;
    // Shards share no exercise because each draws from its own part of them.
    const { shard } = options;
    if (shard.of > 1 && shardOf(keysOf(module, call).run, shard.of) !== shard.index) return null;
    const id = (this.id = exerciseId(exercise, options.seed, index));
    // Most that do not fit are too long, which need not be run to their end, or too short, which needs no measuring.
    const execution = executeWithin(compileTree(id, exercise), mostSteps(plan, level), options.limits);
    if (execution === null) return null;
    if (misfits(plan, level, { steps: execution.result.trace!.length })) return null;
    const difference = differenceFromReference(exercise, execution);
    if (difference !== null) return this.refused('mismatch/reference', difference);
    const measured = measure([module, call], execution.result.trace!);
    if (misfits(plan, level, measured)) return null;
    const run = new TracedRun(execution, options.limits);
    let asked: Posed | null = null;
    const posed = (): Posed =>
      (asked ??= ask(run, options.tasks, { seed: options.seed, id }, options.styles));
    return { exercise, keys: keysOf(module, call), measured, run, posed, id };
  }

  private async row(fitting: Fitting, drawn: Drawn): Promise<Omit<MadeRow, 'passed' | 'unasked'>> {
    const { exercise, keys, measured, run, id, posed } = fitting;
    const { family, rung, level } = exercise;
    const features = { family, rung, key: keys.run, shape: keys.shape };
    const { seed } = this.options;
    const row = await makeRow(run, posed(), this.options, {
      id,
      seed,
      level,
      features,
      measured,
      programKey: keys.program,
    });
    return { ...drawn, status: 'ok', index: this.index, row: JSON.stringify(row) };
  }

  refused(reason: RefusalReason, message: string): Refused {
    return { status: 'refused', index: this.index, id: this.id, reason, message };
  }
}

function misfits(plan: Plan, level: number, features: Partial<RunFeatures>): boolean {
  return outside(features, bandOf(level)) !== null || outside(features, plan.set) !== null;
}

/** A longer run does not fit. */
function mostSteps({ set }: Plan, level: number): number {
  return Math.min(bandOf(level).steps[1], set.steps?.[1] ?? Infinity);
}

interface Fitting {
  readonly exercise: Generated;
  readonly keys: ProgramKeys;
  readonly measured: RunFeatures;
  readonly run: TracedRun;
  /** @throws NoQuestion when no task asked for has one */
  readonly posed: () => Posed;
  readonly id: string;
}

/** The shard that an exercise belongs to, from 1. */
export function shardOf(key: string, of: number): number {
  return of === 1 ? 1 : (parseInt(key.slice(0, 8), 16) % of) + 1;
}

/** How the run differs from what the family says of it; null when it does not. */
function differenceFromReference({ expected }: Generated, { ending, result }: Execution): string | null {
  const { kind } = ending;
  if (expected === null)
    return kind === 'returned' || kind === 'raised' ? null : `it ended without an answer: ${ending.message}`;
  const wanted = repr(expected.value);
  switch (kind) {
    case 'returned':
      if (ending.result !== wanted) return `the reference is ${wanted}, the run returned ${ending.result}`;
      if (result.output !== expected.output)
        return `the reference prints ${JSON.stringify(expected.output)}, the run ${JSON.stringify(result.output)}`;
      return null;
    case 'raised':
      return `the reference is ${wanted}, the run raised ${ending.message}`;
    case 'limit':
    case 'unsupported':
    case 'nondeterministic':
      return `the reference is ${wanted}, the run ended without an answer: ${ending.message}`;
  }
}
