// What a dataset must not repeat: no exercise twice, no shape of program and no answer too often. Rows are judged in the
// order of the dataset, so that what is refused does not depend on threads. Knows nothing of how rows are made.
import type { ProgramKeys } from '../../corpus/canonical.ts';
import { answerKey, TakenKeys } from './taken.ts';

/** No answer has more than this share of the rows of a level. */
const ANSWER_SHARE = 0.05;

/** Programs that differ in data only: together at most this share of what their family has when families have equal shares. */
const SHAPE_SHARE = 0.5;
/** However small the dataset, so many of a shape are no repetition. */
const SHAPE_LEAST = 3;

export type Repeated = 'duplicate' | 'shape' | 'answer';

/** What of a row is remembered. */
export interface Candidate {
  readonly level: number;
  readonly answer: string;
  readonly keys: Pick<ProgramKeys, 'run' | 'shape'>;
}

/** What a candidate repeats of what has been taken; null when it may be taken. */
export function repeatedBy({ keys, level, answer }: Candidate, taken: TakenKeys): Repeated | null {
  if (taken.has('run', keys.run)) return 'duplicate';
  if (taken.has('shape', keys.shape)) return 'shape';
  return taken.has('answer', answerKey(level, answer)) ? 'answer' : null;
}

export class Repetition {
  readonly taken: TakenKeys;
  private readonly shapes = new Map<string, number>();
  private readonly answers = new Map<string, number>();
  private readonly rowsAt: ReadonlyMap<number, number>;
  private readonly shapeCap: number;

  /**
   * @param rowsAt how many rows each level is to have
   * @param families how many families the rows are drawn from
   */
  constructor(rowsAt: ReadonlyMap<number, number>, families: number) {
    this.rowsAt = rowsAt;
    const rows = [...rowsAt.values()].reduce((a, b) => a + b, 0);
    this.taken = TakenKeys.forRows(rows);
    this.shapeCap = Math.max(SHAPE_LEAST, Math.ceil((rows * SHAPE_SHARE) / families));
  }

  /** What a row repeats; null when it may be taken. */
  judge(candidate: Candidate): Repeated | null {
    return repeatedBy(candidate, this.taken);
  }

  take({ keys, level, answer }: Candidate): void {
    const { taken } = this;
    taken.add('run', keys.run);
    if (counted(this.shapes, keys.shape) >= this.shapeCap) taken.add('shape', keys.shape);
    const key = answerKey(level, answer);
    if (counted(this.answers, key) >= this.answerCap(level)) taken.add('answer', key);
  }

  private answerCap(level: number): number {
    return Math.max(1, Math.floor((this.rowsAt.get(level) ?? 0) * ANSWER_SHARE));
  }
}

/** Counts one more, and returns how many there are. */
function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}
