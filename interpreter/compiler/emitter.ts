// Instructions of one code object while it is being compiled: jumps and labels, the depth of the operand stack,
// protected regions. Code that cannot be reached is not emitted at all, so callers need not care whether they
// are behind a `return`. Knows the instruction set, nothing of syntax.
import type { Node } from '../../grammar/ast.ts';
import type { ExceptionEntry } from '../code.ts';
import { effectOf, Op, OPCODE_ROWS } from '../opcodes.ts';
import type { Pool } from './pool.ts';
import { settleLines } from './settle-lines.ts';
import { ABSENT, type Block, type Kind, Sketch, type Target, tick } from './sketch.ts';

/** A place in the code that jumps go to; placed once. They are made in the order in which CPython makes its blocks. */
export class Label implements Target {
  readonly made = tick();
  /** CPython's block that begins there; null until placed. */
  block: Block | null = null;
  /** Index of the instruction it stands before; -1 until placed. */
  at = -1;
  /** Depth of the operand stack there; -1 until a jump to it is emitted. */
  depth = -1;
}

/** A stretch of code whose exceptions go to one handler. It can be interrupted and resumed. */
export interface Region {
  readonly handler: Label;
  readonly depth: number;
  /** How many regions are around it: the innermost that covers an instruction gets the exception. */
  readonly level: number;
  readonly guards: boolean;
  /** Index of the instruction at which the current stretch began; -1 while interrupted. */
  from: number;
}

interface Instruction {
  readonly op: Op;
  readonly arg: number;
  readonly target: Label | null;
  readonly node: Node;
  readonly line: number;
}

/** What CPython has in place of an instruction. */
export interface Like {
  readonly line: number;
  readonly kind: Kind;
  readonly target?: Label;
  /** What it becomes when constants are looked at. */
  readonly late?: Kind | undefined;
}

/** CPython ends a handler by three instructions: how long an end is matters as long as it has no line. */
const END_HANDLER_LENGTH = 3;

function kindOf(op: Op): Kind {
  if (op === Op.NOP) return 'nop';
  if (op === Op.FOR_ITER) return 'round';
  if (op === Op.RETURN) return 'return';
  const { flow } = OPCODE_ROWS[op];
  return flow === 'stop' ? 'raise' : flow === 'next' ? 'plain' : flow;
}

interface Stretch {
  readonly region: Region;
  readonly from: number;
  readonly to: number;
}

const MAX_ARGUMENT = 2 ** 24 - 1;

/** What `finish` makes known of the emitted code. */
export interface Emitted {
  readonly start: number;
  readonly end: number;
  readonly maxStack: number;
  readonly exceptions: readonly ExceptionEntry[];
}

export class Emitter {
  /** Current depth of the operand stack; meaningless while unreachable. */
  depth = 0;
  /** Whether control can get to the next instruction emitted. */
  reachable = true;
  private readonly instructions: Instruction[] = [];
  private readonly regions: Region[] = [];
  private readonly stretches: Stretch[] = [];
  private readonly sketch = new Sketch();
  /** Whether the sketch is left alone: CPython has other code here. */
  private isAside = false;
  private maxDepth = 0;

  /** How many instructions there are. */
  get length(): number {
    return this.instructions.length;
  }

  /** Emits an instruction without a target. `line` is 0 where it belongs to whichever line led to it. */
  emit(op: Op, arg: number, node: Node, line: number, like?: Like): void {
    if (!this.reachable) return;
    if (arg > MAX_ARGUMENT) throw new RangeError(`argument of ${Op[op]} too large: ${arg}`);
    this.push(op, arg, null, node, line, like);
    const { pops, pushes, flow } = OPCODE_ROWS[op];
    this.move(this.depth - effectOf(pops, arg) + effectOf(pushes, arg));
    if (flow === 'stop') this.reachable = false;
  }

  private push(op: Op, arg: number, target: Label | null, node: Node, line: number, like?: Like): void {
    const origin = this.instructions.length;
    this.instructions.push({ op, arg, target, node, line: line === ABSENT ? 0 : line });
    if (line === ABSENT || this.isAside) return;
    if (op === Op.END_HANDLER) for (let n = 1; n < END_HANDLER_LENGTH; n++) this.sketch.add('plain', line);
    if (like === undefined) this.sketch.add(kindOf(op), line, origin, target);
    else this.sketch.add(like.kind, like.line, origin, like.target ?? target, like.late);
  }

  /** CPython has an instruction here that we have not. */
  also(kind: Kind, line: number, target: Label | null = null, late: Kind | null = null): void {
    if (this.reachable && !this.isAside) this.sketch.add(kind, line, -1, target, late);
  }

  /** CPython begins a block here to which nothing jumps. */
  begin(label: Label): void {
    if (this.reachable && !this.isAside) this.sketch.begin(label);
  }

  /** CPython has nothing of what `compile` emits. */
  aside(compile: () => void): void {
    const outer = this.isAside;
    this.isAside = true;
    compile();
    this.isAside = outer;
  }

  /** Emits a jump. */
  jump(op: Op, target: Label, node: Node, line: number, like?: Like): void {
    if (!this.reachable) return;
    this.push(op, 0, target, node, line, like);
    const { pops, pushes, jumped, flow } = OPCODE_ROWS[op];
    const next = this.depth - effectOf(pops, 0) + effectOf(pushes, 0);
    const there = jumped === undefined ? next : this.depth - jumped.pops + jumped.pushes;
    this.meet(target, there);
    this.move(next);
    if (flow === 'jump') this.reachable = false;
  }

  /** Places a label here. */
  place(label: Label): void {
    label.at = this.instructions.length;
    if (this.reachable) this.meet(label, this.depth);
    else if (label.depth >= 0) {
      this.reachable = true;
      this.depth = label.depth;
    }
    this.begin(label);
  }

  /**
   * Exceptions raised from here on go to `handler`, until the region is closed.
   * @param above how many items on top of the stack the handler does not want
   * @param guards see `ExceptionEntry`
   */
  protect(handler: Label, above = 0, guards = false): Region {
    const region = {
      handler,
      depth: this.depth - above,
      level: this.regions.length,
      guards,
      from: this.instructions.length,
    };
    this.regions.push(region);
    // also where nothing can raise: CPython does not know that
    if (this.reachable) this.meet(handler, region.depth + 1);
    return region;
  }

  /** Ends a region, which must be the innermost. */
  unprotect(region: Region): void {
    if (this.regions.pop() !== region) throw new Error('protected regions must nest');
    this.interrupt(region);
  }

  /** Leaves a region for a while: what is emitted until `resume` is not protected by it. */
  interrupt(region: Region): void {
    const to = this.instructions.length;
    if (region.from >= 0 && to > region.from) this.stretches.push({ region, from: region.from, to });
    region.from = -1;
  }

  resume(region: Region): void {
    region.from = this.instructions.length;
  }

  /** Appends the code to the program. @param firstLine of what it is the code of */
  finish(pool: Pool, firstLine: number): Emitted {
    const start = pool.code.length;
    this.settleLines(firstLine);
    for (const { op, arg, target, node, line } of this.instructions) {
      pool.code.push(op | ((target === null ? arg : start + target.at) << 8));
      pool.nodeAt.push(node);
      pool.lineAt.push(line);
    }
    const exceptions = [...this.stretches]
      .sort((a, b) => b.region.level - a.region.level || a.from - b.from)
      .map(({ region, from, to }) => ({
        start: start + from,
        end: start + to,
        handler: start + region.handler.at,
        depth: region.depth,
        guards: region.guards,
      }));
    return { start, end: pool.code.length, maxStack: this.maxDepth, exceptions };
  }

  /** Gives lines to what has none, as CPython does; see `settle-lines.ts`. */
  private settleLines(firstLine: number): void {
    const { instructions, sketch } = this;
    if (!sketch.meetsBare) return;
    const flow = {
      target: (at: number): number => instructions[at].target?.at ?? -1,
      idles: (at: number): boolean => instructions[at].op === Op.NOP,
      jumps: (at: number): 'ahead' | 'back' | null => {
        const { op } = instructions[at];
        return op === Op.JUMP ? 'ahead' : op === Op.JUMP_BACKWARD ? 'back' : null;
      },
    };
    const { lines, detours } = settleLines(sketch, flow, instructions.length, firstLine);
    lines.forEach((line, at) => (instructions[at] = { ...instructions[at], line }));
    for (const { jump, path, back } of detours) {
      const start = labelAt(path.length > 0 ? instructions.length : back);
      for (const { at, line } of path) this.copy(at, line);
      if (back >= 0 && path.length > 0) {
        const { node } = instructions[back];
        instructions.push({ op: Op.JUMP, arg: 0, target: labelAt(back), node, line: 0 });
      }
      instructions[jump] = { ...instructions[jump], target: start };
    }
  }

  /** Appends an instruction once more, with the same handlers. */
  private copy(at: number, line: number): void {
    const to = this.instructions.push({ ...this.instructions[at], line });
    for (const { region, from, to: end } of [...this.stretches])
      if (from <= at && at < end) this.stretches.push({ region, from: to - 1, to });
  }

  private move(depth: number): void {
    this.depth = depth;
    if (depth > this.maxDepth) this.maxDepth = depth;
  }

  private meet(label: Label, depth: number): void {
    if (label.depth < 0) label.depth = depth;
    else if (label.depth !== depth) throw new Error(`stack depth ${depth} meets ${label.depth}`);
    if (depth > this.maxDepth) this.maxDepth = depth;
  }
}

function labelAt(at: number): Label {
  const label = new Label();
  label.at = at;
  return label;
}
