// What the line styles tell of a question, part by part: chapters, each a run or some of it, and statements between and
// behind them, each a sentence. Data only; `chapter.ts` makes the account of a chapter.
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Claim } from '../claims.ts';

/** What the moments of a line are numbered as: visits of the line, or rounds of the loop that it is the first line of. */
export type Counting = 'visit' | 'lap';

export interface Chapter {
  readonly kind: 'chapter';
  readonly trace: Trace;
  /** Told up to this event; null tells the run to its end. */
  readonly until: number | null;
  /** The line whose moments are numbered, up to so many. */
  readonly counted?: { readonly what: Counting; readonly line: number; readonly times: number };
  /** The one line that is told of. */
  readonly only?: number;
  /** The run's last call is told from its end to its beginning. */
  readonly backwards?: true;
  /** Whether its events are those of the row; those of another program's run are none of it. */
  readonly own: boolean;
}

export interface Statement {
  readonly kind: 'statement';
  readonly claim: Claim;
  readonly line: number;
  readonly events: readonly [number, number];
}

export type LinePart = Chapter | Statement;
