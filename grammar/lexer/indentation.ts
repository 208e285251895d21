// Indentation by CPython's own rules (language reference, 2.1.8): two columns are kept for each line, one with
// tabs to multiples of 8 and one with tabs of width 1, and the two must tell the same story.

/** CPython's MAXINDENT. */
const MAX_LEVELS = 100;

export interface Depth {
  /** Width with tabs to multiples of 8. */
  column: number;
  /** Width with tabs of 1. */
  narrow: number;
}

interface Level extends Depth {
  /** Whether the block at this level belongs to a `match` statement, so that its lines start with `case`. */
  isMatch: boolean;
}

/** What a line's depth means; a number counts the blocks that it closes. */
export type Change = 'same' | 'indent' | 'inconsistent' | 'too deep' | { dedents: number; aligned: boolean };

/** The stack of open blocks of one text. */
export class Indentation {
  private readonly levels: Level[] = [{ column: 0, narrow: 0, isMatch: false }];

  /** The number of open blocks. */
  get depth(): number {
    return this.levels.length - 1;
  }

  get inMatch(): boolean {
    return this.levels[this.depth]!.isMatch;
  }

  /**
   * Takes the depth of the next line that has a token.
   * @param afterMatch whether the line before was the head of a `match` statement
   */
  enter({ column, narrow }: Depth, afterMatch: boolean): Change {
    const top = this.levels[this.depth]!;
    if (column === top.column) return narrow === top.narrow ? 'same' : 'inconsistent';
    if (column > top.column) {
      if (narrow <= top.narrow) return 'inconsistent';
      if (this.levels.length >= MAX_LEVELS) return 'too deep';
      this.levels.push({ column, narrow, isMatch: afterMatch });
      return 'indent';
    }
    let dedents = 0;
    while (this.levels[this.depth]!.column > column) {
      this.levels.pop();
      dedents++;
    }
    const base = this.levels[this.depth]!;
    if (base.column === column) return base.narrow === narrow ? { dedents, aligned: true } : 'inconsistent';
    return { dedents, aligned: false };
  }
}
