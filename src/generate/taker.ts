// Takes rows in the order of the dataset, and has others made for places whose rows repeat what was taken or have too
// much in common with named files. Knows nothing of files and threads.
import type { Row } from '../record.ts';
import type { BatchMaker } from './batch-maker.ts';
import type { Contamination, Forbidden } from './decontaminate.ts';
import {
  MAX_PASSED,
  type Drawn,
  type ExerciseResult,
  type MadeRow,
  type Refused,
  type Skipped,
  type Spent,
} from './exercise-row.ts';
import type { Repeated, Repetition } from './repetition.ts';

/** What came of the places of a dataset, beside its rows. */
export interface TakerReport {
  /** Exercises that gave no row: empty unless there is a fault of ours. */
  readonly refused: readonly Refused[];
  /** Places that got no row, because no exercise was as asked or each repeats others. */
  readonly skipped: readonly Skipped[];
  /** Exercises that were as asked and passed over for another draw, by what they repeated. */
  readonly redrawn: Readonly<Record<Repeated, number>>;
  /** Rows that repeat a shape or an answer more often than wanted, because nothing else was drawn. */
  readonly kept: number;
  /** Rows left out for what they had in common with the named files. */
  readonly contaminated: readonly (Contamination & { readonly id: string })[];
}

/** What there is to report when nothing was done. */
export const NOTHING: TakerReport = {
  refused: [],
  skipped: [],
  redrawn: { duplicate: 0, shape: 0, answer: 0 },
  kept: 0,
  contaminated: [],
};

export class Taker {
  private readonly refused: Refused[] = [];
  private readonly skipped: Skipped[] = [];
  private readonly redrawn: Record<Repeated, number> = { ...NOTHING.redrawn };
  private kept = 0;
  private readonly contaminated: (Contamination & { id: string })[] = [];
  private readonly maker: BatchMaker;
  private readonly repetition: Repetition;
  private readonly forbidden: Forbidden;

  constructor(maker: BatchMaker, repetition: Repetition, forbidden: Forbidden) {
    this.maker = maker;
    this.repetition = repetition;
    this.forbidden = forbidden;
  }

  get report(): TakerReport {
    const { refused, skipped, redrawn, kept, contaminated } = this;
    return { refused, skipped, redrawn, kept, contaminated };
  }

  /** The row of a place; null when it has none, which is then in the report. */
  async take(first: ExerciseResult): Promise<string | null> {
    const { repetition, maker } = this;
    /** What there is beside it when everything as asked repeats something. */
    const spares: Drawn[] = [];
    let passed = 0;
    const pass = (drawn: Drawn): void => {
      passed++;
      const repeated = repetition.judge(drawn);
      if (repeated === null) return; // it is contaminated
      this.redrawn[repeated]++;
      if (repeated !== 'duplicate') spares.push(drawn);
    };
    for (let made = first; ;) {
      if (made.status === 'refused') return this.refuse(made);
      made.passed.forEach(pass);
      if (made.status === 'spent') return this.spare(made, spares, passed);
      if (repetition.judge(made) === null && !this.isContaminated(made)) {
        repetition.take(made);
        return made.row;
      }
      pass(made);
      const { index, attempt, unasked } = made;
      if (passed === MAX_PASSED) return this.spare({ index, id: idOf(made), message: '' }, spares, passed);
      made = await maker.search(index, { from: attempt + 1, passed, unasked, settled: false });
    }
  }

  /** The first row that repeats a shape or an answer only. */
  private async spare(
    { index, id, message }: Pick<Spent, 'index' | 'id' | 'message'>,
    spares: readonly Drawn[],
    passed: number,
  ): Promise<string | null> {
    for (const { attempt } of spares) {
      const made = await this.maker.search(index, { from: attempt, passed: 0, unasked: 0, settled: true });
      if (made.status === 'refused') return this.refuse(made);
      if (made.status === 'spent' || this.isContaminated(made)) continue;
      this.redrawn[this.repetition.judge(made) ?? 'shape']--;
      this.kept++;
      this.repetition.take(made);
      return made.row;
    }
    const why =
      passed === 0 ? message : `nothing new among ${passed} exercises as asked, drawn for this place`;
    this.skipped.push({ status: 'skipped', index, id, message: why });
    return null;
  }

  private refuse(refused: Refused): null {
    this.refused.push(refused);
    return null;
  }

  private isContaminated({ row }: MadeRow): boolean {
    if (this.forbidden.files.length === 0) return false;
    const parsed = JSON.parse(row) as Row;
    const found = this.forbidden.find(parsed);
    if (found === null) return false;
    this.contaminated.push({ id: parsed.id, ...found });
    return true;
  }
}

function idOf({ row }: MadeRow): string {
  return (JSON.parse(row) as Row).id;
}
