// Where each frame of a walk is, and when a line of it begins. The one rule for the line view and for counting.
// Source: "line" events of https://docs.python.org/3.11/library/sys.html#sys.settrace
// An exception that a clean-up raises again is as it was: of the line it came from, not of the clean-up's
// (the `lasti` that RERAISE restores in Python/ceval.c).
import type { Program } from '../code.ts';
import { Op } from '../op.ts';

/** Where a frame stands. */
export interface LinePosition {
  /** That began last, 0 before the first. */
  line: number;
  /** The instruction looked at last. */
  pc: number;
  /** The line that counts as that instruction's, 0 where it has none. */
  last: number;
  /** The line that the exception came from which a handler took last. */
  raised: number;
}

/** Where a frame stands that begins. */
export const NOWHERE: Readonly<LinePosition> = { line: 0, pc: -1, last: 0, raised: 0 };

/**
 * Whether a line begins in a frame at `position`, which is moved, with the instruction at `pc`: another line ran
 * before, or a jump back begins the same one anew. Line 0 marks an instruction that belongs to whichever line led to
 * it. An instruction that runs again where the frame stands (a delegation resumed, an exception thrown in) begins nothing.
 */
export function beginsLine(position: LinePosition, pc: number, { code, lineAt }: Lines): boolean {
  const line = lineAt[pc];
  const before = position.last;
  const back = pc < position.pc;
  position.pc = pc;
  if (line !== 0) position.last = Math.max(line, 0);
  if (line > 0) position.line = line;
  const op: Op = code[pc] & 255;
  if (op === Op.PUSH_HANDLED) position.raised = before;
  else if (op === Op.END_HANDLER) position.last = before;
  else if (op === Op.RERAISE && code[pc] >>> 8 === 1) position.last = position.raised;
  return line > 0 && (line !== before || back);
}

/** The instructions of a program and their lines. */
type Lines = Pick<Program, 'code' | 'lineAt'>;

export class LineTracker {
  private readonly positions = new Map<number, LinePosition>();

  constructor(private readonly lines: Lines) {}

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
  arrives(frame: number, pc: number): boolean {
    const position = this.positions.get(frame);
    return position !== undefined && beginsLine(position, pc, this.lines);
  }
}
