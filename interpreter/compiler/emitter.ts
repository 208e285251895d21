// Instructions of one code object while it is being compiled: jumps and labels, the depth of the operand stack,
// protected regions. Code that cannot be reached is not emitted at all, so callers need not care whether they
// are behind a `return`. Knows the instruction set, nothing of syntax.
import type { Node } from '../../grammar/ast.ts';
import type { ExceptionEntry } from '../code.ts';
import { effectOf, Op, OPCODE_ROWS } from '../opcodes.ts';
import type { Pool } from './pool.ts';
import { ABSENT, settleLines, type Sketched, type Way } from './settle-lines.ts';

/** Counts what the compiler makes: labels and instructions. */
let made = 0;

/** A place in the code that jumps go to; placed once. */
export class Label {
  readonly made = made++;
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
  target: Label | null;
  readonly node: Node;
  readonly line: number;
  readonly made: number;
  readonly pads: number;
  readonly like: Like | null;
}

/** What CPython has in place of an instruction. */
export interface Like {
  readonly line: number;
  readonly way: Way;
}

function sketched({ op, target, line, pads, like }: Instruction): Sketched {
  return {
    line: like?.line ?? line,
    way: like?.way ?? OPCODE_ROWS[op].flow,
    returns: op === Op.RETURN,
    target: target?.at ?? -1,
    pads,
  };
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
  private readonly labels: Label[] = [];
  private pads = 0;
  private maxDepth = 0;

  /** How many instructions there are. */
  get length(): number {
    return this.instructions.length;
  }

  /** Emits an instruction without a target. `line` is 0 where it belongs to whichever line led to it. */
  emit(op: Op, arg: number, node: Node, line: number): void {
    if (!this.reachable) return;
    if (arg > MAX_ARGUMENT) throw new RangeError(`argument of ${Op[op]} too large: ${arg}`);
    this.push(op, arg, null, node, line);
    const { pops, pushes, flow } = OPCODE_ROWS[op];
    this.move(this.depth - effectOf(pops, arg) + effectOf(pushes, arg));
    if (flow === 'stop') this.reachable = false;
  }

  private push(
    op: Op,
    arg: number,
    target: Label | null,
    node: Node,
    line: number,
    like: Like | null = null,
  ): void {
    const { pads } = this;
    this.pads = 0;
    this.instructions.push({ op, arg, target, node, line, made: made++, pads, like });
  }

  /** CPython has `count` instructions without a line before the next one, which need not be ours. */
  pad(count: number): void {
    if (this.reachable) this.pads += count;
  }

  /** Emits a jump. */
  jump(op: Op, target: Label, node: Node, line: number, like: Like | null = null): void {
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
    if (this.reachable) this.labels.push(label);
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
    if (region.from >= 0 && to > region.from) {
      this.stretches.push({ region, from: region.from, to });
      this.meet(region.handler, region.depth + 1);
    }
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
    const { instructions } = this;
    if (!this.meetsBare()) {
      for (let i = 0; i < instructions.length; i++)
        if (instructions[i].line === ABSENT && instructions[i].like === null)
          instructions[i] = { ...instructions[i], line: 0 };
      return;
    }
    const begun = new Map<number, number>();
    for (const [i, { op }] of instructions.entries())
      if (OPCODE_ROWS[op].flow !== 'next') begun.set(i + 1, instructions[i + 1]?.made ?? 0);
    for (const { at, made } of this.labels) begun.set(at, made);
    const handlers = new Set(this.stretches.map(({ region }) => region.handler.at));
    const { lines, detours } = settleLines(instructions.map(sketched), firstLine, begun, handlers);
    const ends = detours.map(({ target, at, line }) => this.copy(lines, target, at, line));
    lines.forEach((line, i) => {
      if (instructions[i].line !== line && instructions[i].like === null)
        instructions[i] = { ...instructions[i], line };
    });
    for (const [i, { jump }] of detours.entries())
      instructions[jump] = { ...instructions[jump], target: ends[i] };
  }

  /** Whether a block begins with an instruction that has no line: without one there is nothing to settle. */
  private meetsBare(): boolean {
    const { instructions } = this;
    const isBare = (at: number): boolean => {
      if (at <= 0 || at >= instructions.length) return false;
      const { line, like } = instructions[at];
      return (like === null ? line : like.line) === 0;
    };
    for (let i = 1; i < instructions.length; i++)
      if (OPCODE_ROWS[instructions[i - 1].op].flow !== 'next' && isBare(i)) return true;
    return this.labels.some(({ at }) => isBare(at));
  }

  /** Appends what runs from an instruction on, up to its end or to where it may go on as it is. */
  private copy(lines: readonly number[], from: number, at: number, line: number): Label {
    const { instructions } = this;
    const start = new Label();
    start.at = instructions.length;
    for (let i = from; ;) {
      const instruction = { ...instructions[i], line: i === at ? line : 0 };
      instructions.push(instruction);
      const { flow } = OPCODE_ROWS[instruction.op];
      if (flow === 'stop') return start;
      if (flow === 'jump' && instruction.target !== null) {
        i = instruction.target.at;
        if (instructions[i].line !== 0 || lines[i] === (i === at ? line : 0)) return start;
        instruction.target = new Label();
        instruction.target.at = instructions.length;
      } else i++;
    }
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
