// Follows data through a run: for every value on a stack, in a variable or in an object, how many operations led to
// it. Mirrors the effects of the trace's cursor with numbers in place of values. Knows nothing of the other features.
import type { CodeObject, Program } from '../../interpreter/code.ts';
import { effectOf, Op, OP_NAMES, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import { drop } from '../../interpreter/trace/drop.ts';
import type { EnteredFrame } from '../../interpreter/trace/journal.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
import { isObject } from '../../interpreter/trace/snapshot.ts';

/** By operation code: 1 where the result is a step of calculation beyond its operands. */
const COMPUTES = Uint8Array.from(OP_NAMES, (name) =>
  /^(BINARY|INPLACE|UNARY|COMPARE)_|^(LOAD_SUBSCR|FORMAT_VALUE|BUILD_STRING)$/.test(name) ? 1 : 0,
);

export interface FlowFrame {
  readonly id: number;
  readonly code: CodeObject;
  readonly native: boolean;
  pc: number;
  readonly slots: number[];
  readonly stack: number[];
  /** The longest chain of what frames run by native code for this one returned since its last instruction. */
  answered: number;
}

/** The chains of values. Journal entries come through the methods, events through `event`. */
export class DataFlow {
  /** The longest chain so far. */
  longest = 0;
  readonly frames: FlowFrame[] = [];
  private readonly program: Program;
  private readonly globals: number[] = [];
  private readonly closures = new Map<string, number>();
  private readonly objects: number[] = [];
  private readonly suspended = new Map<number, FlowFrame>();
  private readonly changed: HeapObject[] = [];
  private passed: number[] = [];
  private left: FlowFrame | null = null;
  private raised = false;

  constructor(program: Program) {
    this.program = program;
  }

  get top(): FlowFrame | undefined {
    return this.frames[this.frames.length - 1];
  }

  enter({ frameId, code, locals, native }: EnteredFrame): void {
    const given = native ? this.operandsOfNative() : this.passed;
    const most = Math.max(0, ...given);
    const exact = code.simple && given.length === code.argCount;
    const slots = locals.map((value, slot) =>
      value === undefined ? 0 : Math.max(exact ? (given[slot] ?? 0) : most, this.held(value)),
    );
    this.frames.push({ id: frameId, code, native, pc: code.start, slots, stack: [], answered: 0 });
  }

  leave(): void {
    this.left = this.frames.pop() ?? null;
  }

  suspend(): void {
    this.left = this.frames.pop() ?? null;
    if (this.left !== null) this.suspended.set(this.left.id, this.left);
  }

  resume(frameId: number, sent: Value): void {
    const frame = this.suspended.get(frameId);
    if (frame === undefined) return;
    this.suspended.delete(frameId);
    frame.stack.push(this.held(sent));
    this.frames.push(frame);
  }

  raise(): void {
    this.raised = true;
  }

  unwind(): void {
    this.frames.pop();
  }

  catch(handler: number, depth: number): void {
    const frame = this.top;
    if (frame === undefined) return;
    frame.pc = handler;
    frame.stack.length = Math.min(frame.stack.length, depth);
    frame.stack.push(0);
  }

  mutate(object: HeapObject): void {
    this.changed.push(object);
  }

  /** The journal of an event has been given: its own effect. */
  event(pc: number, value: Value | undefined): void {
    const { raised, left } = this;
    this.left = null;
    this.raised = false;
    const frame = left ?? this.top;
    if (raised || frame === undefined) {
      if (this.changed.length > 0) this.changed.length = 0;
      return;
    }
    const word = this.program.code[pc]!;
    frame.pc = pc + 1;
    const used = this.carryOut(frame, word & 255, word >>> 8, value, left !== null);
    if (this.changed.length === 0) return;
    for (const { id } of this.changed) if (id > 0) this.objects[id] = Math.max(this.objects[id] ?? 0, used);
    this.changed.length = 0;
  }

  /** Carries an instruction out; returns the longest chain among its operands. */
  private carryOut(frame: FlowFrame, op: Op, arg: number, value: Value | undefined, leaves: boolean): number {
    const row = OPCODE_ROWS[op]!;
    const { stack } = frame;
    switch (row.event) {
      case 'produced': {
        if (op === Op.COPY) {
          stack.push(stack[stack.length - arg] ?? 0);
          return 0;
        }
        if (row.pops === 0) {
          stack.push(Math.max(this.loaded(frame, op, arg), this.held(value)));
          return 0;
        }
        const used = this.pop(stack, effectOf(row.pops, arg));
        if (value !== undefined) stack.push(this.result(Math.max(used, this.held(value)), COMPUTES[op]!));
        return used;
      }
      case 'called': {
        const count = effectOf(row.pops, arg);
        const used = Math.max(this.peek(stack, count), frame.answered);
        frame.answered = 0;
        this.passed = value === undefined ? argumentsOf(op, arg, stack) : [];
        drop(stack, count);
        if (value !== undefined) stack.push(this.result(Math.max(used, this.held(value)), 1));
        return used;
      }
      case 'stored': {
        const used = this.pop(stack, effectOf(row.pops, arg));
        if (op === Op.STORE_FAST) frame.slots[arg] = used;
        else if (op === Op.STORE_GLOBAL || op === Op.STORE_NAME) this.globals[arg] = used;
        else if (op === Op.STORE_DEREF) this.closures.set(frame.code.slotNames[arg]!, used);
        return used;
      }
      case 'tested': {
        const jumps = value === (op !== Op.POP_JUMP_IF_FALSE && op !== Op.JUMP_IF_FALSE_OR_POP);
        if (jumps) frame.pc = arg;
        if (!jumps || row.jumped === undefined) stack.pop();
        return 0;
      }
      case 'next': {
        if (value === undefined) {
          frame.pc = arg;
          return stack.pop() ?? 0;
        }
        const used = Math.max(stack[stack.length - 1] ?? 0, frame.answered, this.held(value));
        frame.answered = 0;
        stack.push(used);
        return used;
      }
      case 'unpacked': {
        const used = this.pop(stack, 1);
        const count = op === Op.UNPACK_EX ? (arg & 255) + 1 + (arg >> 8) : arg;
        for (let i = 0; i < count; i++) stack.push(used);
        return used;
      }
      case 'method':
        stack.push(0, stack.pop() ?? 0);
        return 0;
      case 'returned': {
        const used = Math.max(this.pop(stack, 1), this.held(value));
        const caller = this.top;
        if (caller === undefined) return used;
        if (frame.native) caller.answered = Math.max(caller.answered, used);
        else caller.stack.push(used);
        return used;
      }
      case 'yielded': {
        if (!leaves) {
          this.pop(stack, 2);
          stack.push(this.held(value));
          return 0;
        }
        const used = Math.max(this.pop(stack, 1), this.held(value));
        if (op === Op.YIELD_FROM) frame.pc--;
        if (this.top !== undefined) this.top.answered = Math.max(this.top.answered, used);
        return used;
      }
      case 'none':
        this.plain(frame, op, arg);
        return 0;
    }
  }

  private plain(frame: FlowFrame, op: Op, arg: number): void {
    const { stack } = frame;
    const top = stack.length - 1;
    switch (op) {
      case Op.JUMP:
      case Op.JUMP_BACKWARD:
        frame.pc = arg;
        return;
      case Op.SWAP:
        [stack[top], stack[stack.length - arg]] = [stack[stack.length - arg]!, stack[top]!];
        return;
      case Op.REVERSE:
        stack.push(...stack.splice(stack.length - arg).reverse());
        return;
      case Op.PUSH_HANDLED:
        stack.push(0);
        return;
      default:
        this.pop(stack, effectOf(OPCODE_ROWS[op]!.pops, arg));
    }
  }

  private loaded(frame: FlowFrame, op: Op, arg: number): number {
    switch (op) {
      case Op.LOAD_FAST:
        return frame.slots[arg] ?? 0;
      case Op.LOAD_GLOBAL:
      case Op.LOAD_NAME:
        return this.globals[arg] ?? 0;
      case Op.LOAD_DEREF:
      case Op.LOAD_CLASSDEREF:
        return this.closures.get(frame.code.slotNames[arg]!) ?? frame.slots[arg] ?? 0;
      default:
        // What looks at the top without taking it, such as `GET_LEN`; a constant adds nothing.
        return OPCODE_ROWS[op]!.operand === 'none' ? (frame.stack[frame.stack.length - 1] ?? 0) : 0;
    }
  }

  private result(used: number, more: number): number {
    const chain = used + more;
    if (chain > this.longest) this.longest = chain;
    return chain;
  }

  /** What led to the contents of an object. */
  private held(value: Value | undefined): number {
    return isObject(value) && value.id > 0 ? (this.objects[value.id] ?? 0) : 0;
  }

  /** The operands of the instruction that native code works for: those of the frame on top. */
  private operandsOfNative(): number[] {
    const caller = this.top;
    if (caller === undefined) return [];
    const word = this.program.code[caller.pc];
    if (word === undefined) return [];
    const row = OPCODE_ROWS[word & 255]!;
    return [this.peek(caller.stack, effectOf(row.pops, word >>> 8))];
  }

  private peek(stack: readonly number[], count: number): number {
    let most = 0;
    for (let i = Math.max(0, stack.length - count); i < stack.length; i++)
      if (stack[i]! > most) most = stack[i]!;
    return most;
  }

  private pop(stack: number[], count: number): number {
    const most = this.peek(stack, count);
    drop(stack, count);
    return most;
  }
}

/** The chains of the arguments of a call without keywords, in order; those of the whole call otherwise. */
function argumentsOf(op: Op, arg: number, stack: readonly number[]): number[] {
  const count = op === Op.CALL ? arg : op === Op.CALL_METHOD ? arg + 1 : effectOf(OPCODE_ROWS[op]!.pops, arg);
  return stack.slice(Math.max(0, stack.length - count));
}
