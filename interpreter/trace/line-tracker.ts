// Where each frame of a walk is, and when a line of it begins. The one rule for the line view and for counting.
// Source: "line" events of https://docs.python.org/3.11/library/sys.html#sys.settrace

interface Position {
  line: number;
  pc: number;
}

export class LineTracker {
  private readonly positions = new Map<number, Position>();

  /** A frame begins. */
  enter(frame: number): void {
    this.positions.set(frame, { line: 0, pc: -1 });
  }

  /** A frame ends for good. */
  leave(frame: number): void {
    this.positions.delete(frame);
  }

  /** The line that the frame is at, 0 before its first. */
  lineOf(frame: number): number {
    return this.positions.get(frame)?.line ?? 0;
  }

  /**
   * Whether a line begins in the frame with the instruction at `pc`: another line ran before, or a jump back begins
   * the same one anew. `line` 0 marks an instruction that belongs to whichever line led to it. An instruction that
   * runs again where the frame stands (a delegation resumed, an exception thrown in) begins nothing.
   */
  arrives(frame: number, pc: number, line: number): boolean {
    const position = this.positions.get(frame);
    if (position === undefined) return false;
    const back = pc < position.pc;
    position.pc = pc;
    if (line < 0) position.line = 0;
    if (line <= 0) return false;
    const begins = line !== position.line || back;
    position.line = line;
    return begins;
  }
}
