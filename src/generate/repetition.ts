// What a dataset must not repeat: no exercise twice, no shape of program and no answer too often. Rows are judged in the
// order of the dataset, so that what is refused does not depend on threads. Knows nothing of how rows are made.
import type { MadeRow, Redraw } from './exercise-row.ts';

/** No answer has more than this share of the rows of a level. */
const ANSWER_SHARE = 0.05;

/** Programs that differ in data only: together at most this share of what their family has when families have equal shares. */
const SHAPE_SHARE = 0.5;
/** However small the dataset, so many of a shape are no repetition. */
const SHAPE_LEAST = 3;

/** Longer answers are kept by their beginning and length: two that agree in both are rare, and only avoided. */
const LONG_ANSWER = 40;

export type Repeated = 'duplicate' | 'shape' | 'answer';

/** What of a row is remembered. */
export type Taken = Pick<MadeRow, 'level' | 'answer'> & {
  readonly keys: Pick<MadeRow['keys'], 'run' | 'shape'>;
};

export class Repetition {
  private readonly runs = new Set<string>();
  private readonly shapes = new Map<string, number>();
  private readonly answers = new Map<number, Map<string, number>>();
  private readonly rowsAt: ReadonlyMap<number, number>;
  private readonly shapeCap: number;

  /**
   * @param rowsAt how many rows each level is to have
   * @param families how many families the rows are drawn from
   */
  constructor(rowsAt: ReadonlyMap<number, number>, families: number) {
    this.rowsAt = rowsAt;
    const rows = [...rowsAt.values()].reduce((a, b) => a + b, 0);
    this.shapeCap = Math.max(SHAPE_LEAST, Math.ceil((rows * SHAPE_SHARE) / families));
  }

  /** What a row repeats; null when it may be taken. */
  judge({ keys, level, answer }: Taken): Repeated | null {
    if (this.runs.has(keys.run)) return 'duplicate';
    if ((this.shapes.get(keys.shape) ?? 0) >= this.shapeCap) return 'shape';
    if ((this.answersAt(level).get(brief(answer)) ?? 0) >= this.answerCap(level)) return 'answer';
    return null;
  }

  take({ keys, level, answer }: Taken): void {
    this.runs.add(keys.run);
    this.shapes.set(keys.shape, (this.shapes.get(keys.shape) ?? 0) + 1);
    const answers = this.answersAt(level);
    answers.set(brief(answer), (answers.get(brief(answer)) ?? 0) + 1);
  }

  /** What a redraw at a level is to avoid. */
  avoid(level: number, from: number): Redraw {
    const full = (counts: ReadonlyMap<string, number>, cap: number): string[] =>
      [...counts].filter(([, count]) => count >= cap).map(([item]) => item);
    return {
      from,
      shapes: full(this.shapes, this.shapeCap),
      answers: full(this.answersAt(level), this.answerCap(level)),
    };
  }

  private answerCap(level: number): number {
    return Math.max(1, Math.floor((this.rowsAt.get(level) ?? 0) * ANSWER_SHARE));
  }

  private answersAt(level: number): Map<string, number> {
    let answers = this.answers.get(level);
    if (answers === undefined) this.answers.set(level, (answers = new Map<string, number>()));
    return answers;
  }
}

function brief(answer: string): string {
  return answer.length <= LONG_ANSWER ? answer : `${answer.slice(0, LONG_ANSWER)}…${answer.length}`;
}
