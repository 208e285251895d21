// Features of a run, in one pass over its events and journal. Knows nothing of the program's text.
import { Op, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import type { JournalEntry, Trace } from '../../interpreter/trace/index.ts';
import { LineTracker } from '../../interpreter/trace/line-tracker.ts';
import { PyClass } from '../../interpreter/values/class.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyFunction } from '../../interpreter/values/function.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyModule } from '../../interpreter/values/module.ts';
import { PyFloat, type HeapObject, type Value } from '../../interpreter/values/objects.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { PyBuiltin } from '../../interpreter/builtins/builtin.ts';
import type { RunFeatures } from './features.ts';
import { DataFlow } from './flow.ts';
import { Liveness, Scope } from './liveness.ts';

export type MeasuredRun = Omit<RunFeatures, 'nesting' | 'constructs'>;

/** Measures a trace. @throws Error when only the hash of the run was kept */
export function measureRun(trace: Trace): MeasuredRun {
  if (trace.chunks === null) throw new Error('the events of this run were not kept');
  return new Meter(trace).measure();
}

interface Decided {
  yes: number;
  no: number;
}

class Meter {
  private readonly trace: Trace;
  private readonly flow: DataFlow;
  private readonly lives = new Liveness();
  private readonly globals = new Scope();
  private readonly closures = new Scope();
  private readonly closureNumbers = new Map<string, number>();
  private readonly scopes = new Map<number, Scope>();
  private readonly tracker: LineTracker;
  private readonly decided = new Map<number, Decided>();
  private readonly keys = new Map<number, Set<unknown>>();
  private readonly sizes: number[] = [];
  private lines = 0;
  private depth = 0;
  private branches = 0;
  private iterations = 0;
  private size = 0;
  private text = 0;
  private largest = 0;
  private digits = 1;

  constructor(trace: Trace) {
    this.trace = trace;
    this.tracker = new LineTracker(trace.program);
    this.flow = new DataFlow(trace.program);
  }

  measure(): MeasuredRun {
    const { trace, flow } = this;
    const { journal, program } = trace;
    let entry = 0;
    let at = 0;
    let running = 0;
    for (const { pcs, values } of trace.chunks!) {
      for (let i = 0; i < pcs.length; i++, at++) {
        const pc = pcs[i]!;
        const value = values[i];
        running = flow.top?.id ?? 0;
        // Where an instruction leaves its frame, the journal says so before the instruction has had its line.
        while (entry < journal.length && journal[entry]!.event === at) {
          const note = journal[entry++]!;
          if (note.kind === 'enter') running = note.frame.frameId;
          else if (note.kind === 'resume') running = note.frameId;
          this.note(note, at);
        }
        const op = program.code[pc]! & 255;
        if (this.tracker.arrives(running, pc)) this.lines++;
        this.event(op as Op, program.code[pc]! >>> 8, pc, value, at);
        flow.event(pc, value);
        if (this.ended.length === 0) continue;
        for (const gone of this.ended) {
          this.tracker.leave(gone);
          const scope = this.scopes.get(gone);
          if (scope !== undefined) this.lives.endAll(scope);
          this.scopes.delete(gone);
        }
        this.ended.length = 0;
      }
    }
    for (const scope of [this.globals, this.closures, ...this.scopes.values()]) this.lives.endAll(scope);
    return {
      steps: trace.length,
      lines: this.lines,
      depth: this.depth,
      branches: this.branches,
      surprise: this.surprise(),
      iterations: this.iterations,
      live: this.lives.most(),
      digits: Math.max(this.digits, digitsOf(this.largest)),
      size: this.size,
      text: this.text,
      chain: flow.longest,
    };
  }

  /** Frames that the current event ends. */
  private readonly ended: number[] = [];

  private note(note: JournalEntry, at: number): void {
    const { flow } = this;
    switch (note.kind) {
      case 'object':
        this.seen(note.object, note.contents);
        return;
      case 'mutate':
        flow.mutate(note.object);
        this.changed(note);
        return;
      case 'enter': {
        flow.enter(note.frame);
        this.depth = Math.max(this.depth, flow.frames.length);
        this.tracker.enter(note.frame.frameId);
        const scope = new Scope();
        this.scopes.set(note.frame.frameId, scope);
        note.frame.locals.forEach((value, slot) => {
          if (isVariable(value)) this.lives.store(scope, slot, at);
        });
        return;
      }
      case 'leave':
        flow.leave();
        this.ended.push(note.frameId);
        return;
      case 'suspend':
        flow.suspend();
        return;
      case 'resume':
        flow.resume(note.frameId, note.sent);
        this.depth = Math.max(this.depth, flow.frames.length);
        return;
      case 'raise':
        flow.raise();
        return;
      case 'unwind':
        flow.unwind();
        this.ended.push(note.frameId);
        return;
      case 'catch':
        flow.catch(note.handler, note.depth);
        return;
      case 'output':
        return;
    }
  }

  private event(op: Op, arg: number, pc: number, value: Value | undefined, at: number): void {
    switch (typeof value) {
      case 'number':
        if (value > this.largest) this.largest = value;
        else if (-value > this.largest) this.largest = -value;
        break;
      case 'string':
        if (value.length > this.text) this.text = Math.max(this.text, codePoints(value));
        break;
      case 'bigint':
        this.digits = Math.max(this.digits, bigDigits(value, this.digits));
        break;
      case 'object':
        if (value instanceof PyFloat) {
          const size = Math.abs(value.value);
          if (Number.isFinite(size) && size > this.largest) this.largest = size;
        }
        break;
      default:
        break;
    }
    const { event } = OPCODE_ROWS[op]!;
    if (event === 'tested') {
      this.branches++;
      let place = this.decided.get(pc);
      if (place === undefined) this.decided.set(pc, (place = { yes: 0, no: 0 }));
      if (value === true) place.yes++;
      else place.no++;
      return;
    }
    if (op === Op.FOR_ITER) {
      if (value !== undefined) this.iterations++;
      return;
    }
    if (op === Op.JUMP_BACKWARD) {
      if ((this.trace.program.code[arg]! & 255) !== (Op.FOR_ITER as number)) this.iterations++;
      return;
    }
    this.variable(op, arg, value, at);
  }

  private variable(op: Op, arg: number, value: Value | undefined, at: number): void {
    const frame = this.flow.top;
    if (frame === undefined) return;
    switch (op) {
      case Op.LOAD_FAST:
        this.lives.load(this.scopes.get(frame.id)!, arg, at);
        return;
      case Op.STORE_FAST:
        if (isVariable(value)) this.lives.store(this.scopes.get(frame.id)!, arg, at);
        return;
      case Op.LOAD_GLOBAL:
      case Op.LOAD_NAME:
        this.lives.load(this.globals, arg, at);
        return;
      case Op.STORE_GLOBAL:
      case Op.STORE_NAME:
        if (isVariable(value)) this.lives.store(this.globals, arg, at);
        return;
      case Op.LOAD_DEREF:
        this.lives.load(this.closures, this.closure(frame.code.slotNames[arg]!), at);
        return;
      case Op.STORE_DEREF:
        if (isVariable(value)) this.lives.store(this.closures, this.closure(frame.code.slotNames[arg]!), at);
        return;
      default:
        return;
    }
  }

  private closure(name: string): number {
    let number = this.closureNumbers.get(name);
    if (number === undefined) this.closureNumbers.set(name, (number = this.closureNumbers.size));
    return number;
  }

  private seen(object: HeapObject, contents: readonly unknown[]): void {
    if (object instanceof PyDict) {
      const keys = new Set<unknown>();
      for (let i = 0; i + 1 < contents.length && contents[i] !== undefined; i += 2) keys.add(contents[i]);
      this.keys.set(object.id, keys);
      this.grown(object.id, keys.size);
    } else if (object instanceof PySet)
      this.grown(
        object.id,
        contents.reduce<number>((n, item) => (item === undefined ? n : n + 1), 0),
      );
    else if (object instanceof PyList || object instanceof PyTuple || object instanceof PyDeque) {
      const end = contents.indexOf(undefined);
      this.grown(object.id, end < 0 ? contents.length : end);
    }
  }

  private changed({ object, change, a }: JournalEntry & { kind: 'mutate' }): void {
    const keys = this.keys.get(object.id);
    if (keys === undefined && this.sizes[object.id] === undefined) return;
    switch (change) {
      case 'append':
      case 'insert':
      case 'add':
        this.grown(object.id, this.sizes[object.id]! + 1);
        return;
      case 'set-item':
        if (keys !== undefined) this.grown(object.id, keys.add(a).size);
        return;
      case 'delete-item':
        if (keys !== undefined) keys.delete(a);
        else this.sizes[object.id]! -= 1;
        return;
      case 'clear':
        keys?.clear();
        this.sizes[object.id] = 0;
        return;
      case 'replace': {
        const items = a as unknown[];
        if (keys !== undefined) {
          keys.clear();
          for (const [key] of items as [unknown][]) keys.add(key);
          this.grown(object.id, keys.size);
        } else
          this.grown(
            object.id,
            items.reduce<number>((n, item) => (item === undefined ? n : n + 1), 0),
          );
        return;
      }
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return;
    }
  }

  private grown(id: number, size: number): void {
    this.sizes[id] = size;
    if (size > this.size) this.size = size;
  }

  private surprise(): number {
    let bits = 0;
    for (const { yes, no } of this.decided.values()) {
      if (yes === 0 || no === 0) continue;
      const n = yes + no;
      bits -= yes * Math.log2(yes / n) + no * Math.log2(no / n);
    }
    return Math.round(bits * 10) / 10;
  }
}

/** Whether a name with this value is what a person would call a variable. */
function isVariable(value: Value | undefined): boolean {
  if (value === undefined) return false;
  return !(
    value instanceof PyFunction ||
    value instanceof PyClass ||
    value instanceof PyModule ||
    value instanceof PyBuiltin
  );
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Digits before the point. */
function digitsOf(size: number): number {
  if (size < 10) return 1;
  const text = size < 1e21 ? Math.trunc(size).toString() : BigInt(Math.trunc(size)).toString();
  return text.length;
}

/** Decimal digits; a number that cannot have more than `known` is not written out. */
function bigDigits(value: bigint, known: number): number {
  const size = value < 0n ? -value : value;
  const hex = size.toString(16).length;
  return Math.ceil(hex * 1.2042) <= known ? known : size.toString().length;
}
