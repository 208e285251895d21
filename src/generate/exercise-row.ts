// One exercise of the corpus as a row: written down, run, held against its family's reference, told and checked.
// What goes wrong with it is a refusal with a stable reason, never a row. Knows nothing of files or other rows.
import { repr } from '../../corpus/data.ts';
import { generateExercise, type Catalogue, type Generated } from '../../corpus/generate.ts';
import type { Limits } from '../../interpreter/index.ts';
import { compileTree, execute, makeRow, Rejected, Unfaithful } from '../pipeline/index.ts';
import type { Execution, RowWording } from '../pipeline/index.ts';
import { ask, NoQuestion, TracedRun, type TaskName } from '../tasks/index.ts';

/** What all exercises of a dataset have in common. */
export interface ExerciseOptions extends RowWording {
  /** Of all that is drawn: the programs and their phrasing. */
  readonly seed: number;
  readonly limits: Limits;
  /** What is asked: each row is of one of these. */
  readonly tasks: readonly TaskName[];
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

/** An exercise that none of the tasks asked for has a question about. */
export interface Skipped {
  readonly status: 'skipped';
  readonly index: number;
  readonly id: string;
  /** Why, by task. */
  readonly message: string;
}

export type ExerciseResult =
  { readonly status: 'ok'; readonly index: number; readonly row: string } | Skipped | Refused;

/** Names an exercise by all that it was drawn from, so that it can be made again. */
export function exerciseId({ family, level }: Generated, seed: number, index: number): string {
  return `${family}-${level}-${seed}-${index}`;
}

/** The index in an id that `exerciseId` made. */
export function indexOfId(id: string): number {
  return Number(id.slice(id.lastIndexOf('-') + 1));
}

/** Makes the row at `index`, as one line of JSON. Never throws: every way to fail is a refusal. */
export async function exerciseRow(
  index: number,
  catalogue: Catalogue,
  options: ExerciseOptions,
): Promise<ExerciseResult> {
  let id: string | null = null;
  const { seed } = options;
  const refused = (reason: RefusalReason, message: string): Refused => ({
    status: 'refused',
    index,
    id,
    reason,
    message,
  });
  try {
    const exercise = generateExercise(seed, index, catalogue);
    id = exerciseId(exercise, seed, index);
    const execution = execute(compileTree(id, exercise), { limits: options.limits, traced: true });
    const difference = differenceFromReference(exercise, execution);
    if (difference !== null) return refused('mismatch/reference', difference);
    const { family, level } = exercise;
    const run = new TracedRun(execution, options.limits);
    const posed = ask(run, options.tasks, { seed, id });
    const row = await makeRow(run, posed, options, { id, seed, level, features: { family } });
    return { status: 'ok', index, row: JSON.stringify(row) };
  } catch (error) {
    if (error instanceof NoQuestion && id !== null)
      return { status: 'skipped', index, id, message: error.message };
    if (error instanceof Rejected) return refused('rejected', error.complaints[0]?.message ?? error.message);
    if (error instanceof Unfaithful) return refused('unfaithful', error.message);
    return refused('internal', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}

/** How the run differs from what the family says of it; null when it does not. */
function differenceFromReference({ expected }: Generated, { ending, result }: Execution): string | null {
  const wanted = repr(expected.value);
  switch (ending.kind) {
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
