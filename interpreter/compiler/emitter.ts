// Instructions of one code object while it is being compiled: jumps and labels, the depth of the operand stack,
// protected regions. Code that cannot be reached is not emitted at all, so callers need not care whether they
// are behind a `return`. Knows the instruction set, nothing of syntax.
import type { Node } from '../../grammar/ast.ts';
import type { ExceptionEntry } from '../code.ts';
import { effectOf, Op, OPCODE_ROWS } from '../opcodes.ts';
import type { Pool } from './pool.ts';

/** A place in the code that jumps go to; placed once. */
export class Label {
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
  private maxDepth = 0;

  /** How many instructions there are. */
  get length(): number {
    return this.instructions.length;
  }

  /** Emits an instruction without a target. `line` is 0 where it belongs to whichever line led to it. */
  emit(op: Op, arg: number, node: Node, line: number): void {
    if (!this.reachable) return;
    if (arg > MAX_ARGUMENT) throw new RangeError(`argument of ${Op[op]} too large: ${arg}`);
    this.instructions.push({ op, arg, target: null, node, line });
    const { pops, pushes, flow } = OPCODE_ROWS[op];
    this.move(this.depth - effectOf(pops, arg) + effectOf(pushes, arg));
    if (flow === 'stop') this.reachable = false;
  }

  /** Emits a jump. */
  jump(op: Op, target: Label, node: Node, line: number): void {
    if (!this.reachable) return;
    this.instructions.push({ op, arg: 0, target, node, line });
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

  /** Appends the code to the program. */
  finish(pool: Pool): Emitted {
    const start = pool.code.length;
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
