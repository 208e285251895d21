// A place of a dataset and the search for its row: exercises are drawn for it until one is as asked and repeats nothing.
// Goes on a stage at a time, so that many places can go through each stage together. Knows nothing of the other places.
import { keysOf } from '../../corpus/canonical.ts';
import { repr } from '../../corpus/data.ts';
import type { RunFeatures } from '../../corpus/difficulty/features.ts';
import { bandOf, outside } from '../../corpus/difficulty/levels.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { measureTrees } from '../../corpus/difficulty/tree.ts';
import { sketchExercise, type Generated, type Plan, type Sketch } from '../../corpus/generate.ts';
import {
  compileTree,
  executeWithin,
  Rejected,
  RowInMaking,
  Unfaithful,
  type Compiled,
  type Execution,
} from '../pipeline/index.ts';
import { ask, NoQuestion, TracedRun } from '../tasks/index.ts';
import {
  exerciseId,
  MAX_PASSED,
  type Drawn,
  type ExerciseOptions,
  type ExerciseResult,
  type Refused,
  type RefusalReason,
  type Search,
} from './exercise-row.ts';
import { repeatedBy } from './repetition.ts';
import type { TakenKeys } from './taken.ts';

/** Draws in a row that are not as asked: a selection that needs more finds nothing. */
export const MAX_DRAWS = 300;
/** Exercises of a place that no task has a question about. */
const MAX_UNASKED = 12;

/** What is done for every draw, in order. */
export const DRAW_STAGES = ['draw', 'compile', 'run', 'measure', 'ask'] as const;

export class Place {
  /** What came of it. */
  result: ExerciseResult | null = null;
  /** The row that is made of what was found. */
  making: RowInMaking | null = null;
  private readonly index: number;
  private readonly plan: Plan;
  private readonly options: ExerciseOptions;
  private readonly taken: TakenKeys | null;
  private readonly search: Search;
  private attempt: number;
  /** The attempt after the last one. */
  private end: number;
  private unasked: number;
  private readonly passed: Drawn[] = [];
  private lastWord = '';
  private id: string | null = null;
  private found: Drawn | null = null;
  // What there is of the current draw: each null when it is not as asked, or before its stage.
  private exercise: Generated | null = null;
  private compiled: Compiled | null = null;
  private execution: Execution | null = null;
  private measured: RunFeatures | null = null;

  constructor(index: number, plan: Plan, options: ExerciseOptions, taken: TakenKeys | null, search: Search) {
    this.index = index;
    this.plan = plan;
    this.options = options;
    this.taken = taken;
    this.search = search;
    this.attempt = search.from - 1;
    this.end = search.from + MAX_DRAWS;
    this.unasked = search.unasked;
  }

  /** Whether nothing has been found yet, and there is more to be drawn. */
  get searches(): boolean {
    return this.result === null && this.found === null;
  }

  /** Goes through a stage. What goes wrong is a refusal. */
  async go(stage: () => void | Promise<void>): Promise<void> {
    if (this.result !== null) return;
    try {
      await stage();
    } catch (error) {
      this.result = this.refusalOf(error);
    }
  }

  /** Draws until something looks as asked. */
  draw(): void {
    const { options } = this;
    this.exercise = this.compiled = this.execution = this.measured = null;
    const sketch = this.promising();
    if (sketch === null) return;
    const exercise = sketch.finish();
    // Shards share no exercise because each draws from its own part of them.
    const { shard, seed } = options;
    if (shard.of > 1 && shardOf(keysOf(exercise.module, exercise.call).run, shard.of) !== shard.index) return;
    this.id = exerciseId(exercise, seed, this.index);
    this.exercise = exercise;
  }

  /** The next draw that is worth its run; null when there are no more draws. */
  private promising(): Sketch | null {
    const { plan, index } = this;
    while (++this.attempt < this.end) {
      const sketch = sketchExercise(plan, index, this.attempt);
      // What shows in the text needs no run.
      if (sketch.promising && !misfits(plan, sketch.level, measureTrees([...sketch.body, sketch.call])))
        return sketch;
    }
    this.spend();
    return null;
  }

  compile(): void {
    if (this.exercise !== null) this.compiled = compileTree(this.id!, this.exercise);
  }

  /** Most that do not fit are too long, which need not be run to their end, or too short, which needs no measuring. */
  run(): void {
    const { compiled, exercise, plan, options } = this;
    if (compiled === null) return;
    const execution = executeWithin(compiled, mostSteps(plan, exercise!.level), options.limits);
    if (execution === null || misfits(plan, exercise!.level, { steps: execution.result.trace!.length }))
      return;
    const difference = differenceFromReference(exercise!, execution);
    if (difference !== null) this.result = this.refused('mismatch/reference', difference);
    else this.execution = execution;
  }

  measure(): void {
    const { exercise, execution, plan } = this;
    if (execution === null) return;
    const { module, call, level } = exercise!;
    const measured = measure([module, call], execution.result.trace!);
    if (!misfits(plan, level, measured)) this.measured = measured;
  }

  /** Asks about what is as asked, and takes it unless it repeats something. */
  ask(): void {
    const { exercise, execution, measured, options, attempt, taken, search } = this;
    if (measured === null) return;
    this.end = attempt + 1 + MAX_DRAWS;
    const { module, call, level, family, rung } = exercise!;
    const { seed, tasks, styles, limits } = options;
    const run = new TracedRun(execution!, limits);
    const id = this.id!;
    try {
      const posed = ask(run, tasks, { seed, id }, styles);
      const keys = keysOf(module, call);
      const drawn: Drawn = { attempt, level, keys, answer: posed.answer };
      if (!search.settled && taken !== null && repeatedBy(drawn, taken) !== null) return this.pass(drawn);
      const features = { family, rung, key: keys.run, shape: keys.shape };
      const labels = { id, seed, level, features, measured, programKey: keys.program };
      this.making = new RowInMaking(run, posed, options, labels);
      this.found = drawn;
    } catch (error) {
      if (!(error instanceof NoQuestion)) throw error;
      this.lastWord = error.message;
      if (++this.unasked === MAX_UNASKED) this.spend();
    }
  }

  makeRow(): void {
    const { index, found, making, passed, unasked } = this;
    const row = JSON.stringify(making!.finish());
    this.result = { ...found!, status: 'ok', index, row, passed, unasked };
  }

  private pass(drawn: Drawn): void {
    this.passed.push(drawn);
    if (this.search.passed + this.passed.length === MAX_PASSED) this.spend();
  }

  private spend(): void {
    const { index, id, lastWord, passed } = this;
    const message =
      lastWord !== '' ? lastWord : `nothing as asked among ${MAX_DRAWS} exercises drawn for this place`;
    this.result = { status: 'spent', index, id: id ?? `exercise-${index}`, message, passed };
  }

  private refusalOf(error: unknown): Refused {
    if (error instanceof Rejected)
      return this.refused('rejected', error.complaints[0]?.message ?? error.message);
    if (error instanceof Unfaithful) return this.refused('unfaithful', error.message);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return this.refused('internal', message);
  }

  private refused(reason: RefusalReason, message: string): Refused {
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
