// The text that a printer builds, and where it stands in it. Knows nothing of syntax.
import type { Node } from '../ast.ts';

const INDENT = '    ';

export class Writer {
  private text = '';
  private depth = 0;
  private readonly placing: boolean;

  /** @param placing whether every node gets the span at which it is written */
  constructor(placing: boolean) {
    this.placing = placing;
  }

  /** The offset of what is written next. */
  get at(): number {
    return this.text.length;
  }

  /** Makes it ready for another text, whatever became of the last. */
  begin(): void {
    this.text = '';
    this.depth = 0;
  }

  get result(): string {
    return this.text;
  }

  write(text: string): void {
    this.text += text;
  }

  /** Starts a line at the depth of the block. */
  line(): void {
    this.text += INDENT.repeat(this.depth);
  }

  indented(write: () => void): void {
    this.depth++;
    write();
    this.depth--;
  }

  /** Takes back everything from `at` on. */
  rewind(at: number): void {
    this.text = this.text.slice(0, at);
  }

  /** Records where a node stands. */
  protected place(node: Node, start: number, end: number): void {
    if (this.placing) node.span = { start, end };
  }

  /** Writes a node and records where it stands. */
  node<N extends Node>(node: N, write: (node: N) => void): void {
    const start = this.at;
    write(node);
    this.place(node, start, this.at);
  }

  /** Writes items with a separator between them. */
  separated<N>(items: readonly N[], write: (item: N) => void, separator = ', '): void {
    items.forEach((item, i) => {
      if (i > 0) this.write(separator);
      write(item);
    });
  }
}
