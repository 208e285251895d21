// Where each frame of a walk is, and when a line of it begins. The one rule for the line view and for counting.
// Source: "line" events of https://docs.python.org/3.11/library/sys.html#sys.settrace

/** Where a frame stands: the line that began last, 0 before the first, and the instruction looked at last. */
export interface LinePosition {
  line: number;
  pc: number;
}

/** Where a frame stands that begins. */
export const NOWHERE: Readonly<LinePosition> = { line: 0, pc: -1 };

/**
 * Whether a line begins in a frame at `position`, which is moved, with the instruction at `pc`: another line ran
 * before, or a jump back begins the same one anew. `line` 0 marks an instruction that belongs to whichever line led to
 * it. An instruction that runs again where the frame stands (a delegation resumed, an exception thrown in) begins nothing.
 */
export function beginsLine(position: LinePosition, pc: number, line: number): boolean {
  const back = pc < position.pc;
  position.pc = pc;
  if (line < 0) position.line = 0;
  if (line <= 0) return false;
  const begins = line !== position.line || back;
  position.line = line;
  return begins;
}

export class LineTracker {
  private readonly positions = new Map<number, LinePosition>();

  /** A frame begins, or one that began before the walk comes into it. */
  enter(frame: number, position = NOWHERE): void {
    this.positions.set(frame, { ...position });
  }

  /** Whether the frame has come into the walk, and has not ended. */
  knows(frame: number): boolean {
    return this.positions.has(frame);
  }

  /** A frame ends for good. */
  leave(frame: number): void {
    this.positions.delete(frame);
  }

  /** The line that the frame is at, 0 before its first. */
  lineOf(frame: number): number {
    return this.positions.get(frame)?.line ?? 0;
  }

  /** `beginsLine` for a frame; false for one that is not known. */
  arrives(frame: number, pc: number, line: number): boolean {
    const position = this.positions.get(frame);
    return position !== undefined && beginsLine(position, pc, line);
  }
}
