// Follows the loops of frames along a walk: a jump back leads to the head of a loop, and the loop is over when control
// is outside the stretch between its head and its last jump back. Knows pcs and moments, nothing of variables.
import type { CodeObject, Program } from '../../interpreter/code.ts';
import { Op } from '../../interpreter/opcodes.ts';
import type { CursorFrame } from '../../interpreter/trace/index.ts';
import type { LoopRun } from './moment.ts';

interface Loop {
  readonly head: number;
  /** The last instruction that jumps back to the head. */
  tail: number;
}

interface Running {
  readonly loop: Loop;
  readonly run: LoopRun;
}

interface Followed {
  pc: number;
  readonly stack: Running[];
}

export class LoopWatch {
  readonly runs: LoopRun[] = [];
  private readonly program: Program;
  private readonly loops = new Map<CodeObject, ReadonlyMap<number, Loop>>();
  private readonly frames = new Map<number, Followed>();

  constructor(program: Program) {
    this.program = program;
  }

  /**
   * The frame is about to run the instruction at `pc`, in the moment of that index; `next` is the index of the first
   * moment that can be outside a loop that is left here.
   */
  reach(frame: CursorFrame, pc: number, moment: number, next: number): void {
    let followed = this.frames.get(frame.id);
    if (followed === undefined) this.frames.set(frame.id, (followed = { pc: -1, stack: [] }));
    if (followed.pc === pc) return;
    followed.pc = pc;
    const { stack } = followed;
    for (
      let top = stack.at(-1);
      top !== undefined && (pc < top.loop.head || pc > top.loop.tail);
      top = stack.at(-1)
    )
      this.close(stack, next);
    const loop = this.loopsOf(frame.code).get(pc);
    if (loop === undefined) return;
    const top = stack.at(-1);
    if (top?.loop === loop) {
      top.run.rounds.push(moment);
      return;
    }
    const run: LoopRun = {
      frame: frame.id,
      rounds: [moment],
      tail: -1,
      end: -1,
      lines: this.linesOf(loop),
      interleaved: false,
    };
    this.runs.push(run);
    stack.push({ loop, run });
  }

  /** The last look at the head of the frame's innermost loop began no round. */
  over(frame: number): void {
    const run = this.frames.get(frame)?.stack.at(-1)?.run;
    const last = run?.rounds.pop();
    if (run !== undefined && last !== undefined) run.tail = last;
  }

  /** The frame is suspended. */
  suspended(frame: number): void {
    for (const { run } of this.frames.get(frame)?.stack ?? []) run.interleaved = true;
  }

  /** The frame is left; `next` is the index of the next moment. */
  left(frame: number, next: number): void {
    const stack = this.frames.get(frame)?.stack ?? [];
    while (stack.length > 0) this.close(stack, next);
    this.frames.delete(frame);
  }

  finish(next: number): void {
    for (const frame of [...this.frames.keys()]) this.left(frame, next);
  }

  private close(stack: Running[], next: number): void {
    const { run } = stack.pop()!;
    run.end = next;
    if (run.tail < 0) run.tail = next;
  }

  private loopsOf(code: CodeObject): ReadonlyMap<number, Loop> {
    let found = this.loops.get(code) as Map<number, Loop> | undefined;
    if (found === undefined) {
      found = new Map();
      for (let pc = code.start; pc < code.end; pc++) {
        const word = this.program.code[pc]!;
        if ((word & 255) !== (Op.JUMP_BACKWARD as number)) continue;
        const head = word >>> 8;
        const loop = found.get(head);
        if (loop === undefined) found.set(head, { head, tail: pc });
        else loop.tail = pc;
      }
      this.loops.set(code, found);
    }
    return found;
  }

  private linesOf({ head, tail }: Loop): readonly [number, number] {
    let first = Infinity;
    let last = 0;
    for (let pc = head; pc <= tail; pc++) {
      const line = this.program.lineAt[pc]!;
      if (line <= 0) continue;
      first = Math.min(first, line);
      last = Math.max(last, line);
    }
    return [first, last];
  }
}
