// A source text with a name and a line map: turns offsets into the line and column a person reads.
// Knows nothing of tokens or syntax. Offsets are UTF-16 code units, as everywhere in the project.

/** A place as CPython shows it: `line` counts from 1, `column` counts code points from 0. */
export interface Position {
  line: number;
  column: number;
}

const BYTE_ORDER_MARK = 0xfeff;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** An immutable source text. Lines end at `\n`, `\r\n` or `\r`, as in CPython's universal newlines. */
export class Source {
  readonly text: string;
  readonly name: string;
  private starts: number[] | null = null;

  /** @param name what diagnostics call the text: a path, or `<string>` as in CPython */
  constructor(text: string, name = '<string>') {
    this.text = text;
    this.name = name;
  }

  /** The number of lines; a text that ends in a newline has no empty line after it. */
  get lineCount(): number {
    const starts = this.lineStarts();
    const last = starts.length - 1;
    return last > 0 && starts[last] === this.text.length ? last : starts.length;
  }

  /** The 1-based line that holds `offset`; offsets beyond the text count as its end. */
  lineAt(offset: number): number {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Line and column of `offset`; a byte order mark at the very start has no width. */
  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    const start = this.lineStart(line);
    const end = Math.min(offset, this.text.length);
    let column = 0;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      const isTail = unit >= 0xdc00 && unit <= 0xdfff && i > start;
      const isMark = unit === BYTE_ORDER_MARK && i === 0;
      if (!isTail && !isMark) column++;
    }
    return { line, column };
  }

  /** The offset at which a 1-based line starts. @throws RangeError if there is no such line */
  lineStart(line: number): number {
    const start = this.lineStarts()[line - 1];
    if (start === undefined) throw new RangeError(`${this.name} has no line ${line}`);
    return start;
  }

  /** The text of a 1-based line without its line ending. @throws RangeError if there is no such line */
  lineText(line: number): string {
    const start = this.lineStart(line);
    const end = this.lineStarts()[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }

  private lineStarts(): number[] {
    if (this.starts !== null) return this.starts;
    const starts = [0];
    for (let i = 0; i < this.text.length; i++) {
      const unit = this.text.charCodeAt(i);
      if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && this.text.charCodeAt(i + 1) !== LINE_FEED)) {
        starts.push(i + 1);
      }
    }
    this.starts = starts;
    return starts;
  }
}
