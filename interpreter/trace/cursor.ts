// The cursor: walks a trace and rebuilds stack, frames, variables, heap and output at every event, from the events and
// the journal alone. Stack effects come from the instruction table; only stores and jumps that keep need a word here.
import { codeAt, type CodeObject } from '../code.ts';
import { effectOf, Op, OPCODE_ROWS } from '../opcodes.ts';
import { PyException } from '../values/class.ts';
import { PyCell, type PyFunction, type PyGenerator } from '../values/function.ts';
import { PyList } from '../values/list.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { drop } from './drop.ts';
import type { JournalEntry } from './journal.ts';
import type { Keyframe, SuspendedFrame } from './keyframe.ts';
import type { LinePosition } from './line-tracker.ts';
import { Mirrors, type Objects } from './mirror.ts';
import type { Trace } from './trace.ts';

/** A frame as it stands. */
export interface CursorFrame {
  readonly id: number;
  readonly code: CodeObject;
  readonly func: PyFunction;
  /** Entered from native code. */
  readonly native: boolean;
  /** The instruction it goes on with, or, while native code runs frames above it, the one that does so. */
  pc: number;
  /** Slots by number, names in `code.slotNames`; cells stand in theirs. */
  readonly slots: (Value | undefined)[];
  readonly stack: (Value | undefined)[];
  /** Names of a class body. */
  readonly namespace: Map<string, Value>;
  /** Where a frame that began before a window stood when the window began; null for all others. */
  at: LinePosition | null;
}

/** What an event did beside its own effect, with mirrors in place of the run's objects. */
export type Effect =
  | {
      readonly kind: 'mutate';
      readonly object: HeapObject;
      readonly change: MutationKind;
      /** Of an element that was set in a list or dict: its index or key, its value, and in a list what stood there. */
      readonly at?: Value;
      readonly now?: Value;
      readonly was?: Value | undefined;
    }
  | { readonly kind: 'enter'; readonly frame: CursorFrame }
  | { readonly kind: 'leave' | 'suspend' | 'resume'; readonly frame: CursorFrame }
  | { readonly kind: 'unwind' | 'catch'; readonly frame: CursorFrame; readonly exception: PyException }
  | { readonly kind: 'raise'; readonly exception: PyException }
  | { readonly kind: 'output'; readonly text: string };

export class Cursor {
  readonly trace: Trace;
  /** Events carried out so far; the index of the next one. */
  position = 0;
  /** The frames, outermost first. */
  readonly frames: CursorFrame[] = [];
  readonly globals = new Map<string, Value>();
  /** What the last event produced, stored or tested. */
  value: Value | undefined;
  /** What the last event did beside that. */
  effects: Effect[] = [];
  protected mirrors: Objects = new Mirrors();
  /** By their generators, so that one which nobody can resume any more takes its frame along. */
  protected suspended = new WeakMap<PyGenerator, SuspendedFrame>();
  protected readonly printed: string[] = [];
  protected handled: Value = null;
  /** The same for those who resumed the running generators. */
  protected readonly outerHandled: Value[] = [];
  protected inFlight: PyException | null = null;
  protected chunk = 0;
  protected offset = 0;
  protected entry = 0;

  /** @throws Error when only the hash of the run was kept */
  constructor(trace: Trace) {
    if (trace.chunks === null) throw new Error('the events of this run were not kept');
    this.trace = trace;
    if (trace.keyframe !== null) this.restore(trace.keyframe);
  }

  /** Standard output so far. */
  get output(): string {
    return this.printed.join('');
  }

  get atEnd(): boolean {
    return this.position >= this.trace.length;
  }

  /** The pc of the next event. */
  get pc(): number {
    return this.trace.chunks![this.chunk].pcs[this.offset];
  }

  /** Whether the next event changes an object that is known already. */
  get mutates(): boolean {
    const { journal } = this.trace;
    for (let i = this.entry; i < journal.length && journal[i].event === this.position; i++) {
      const entry = journal[i];
      if (entry.kind === 'mutate' && entry.change !== 'advance' && entry.change !== 'set-cell') return true;
    }
    return false;
  }

  get top(): CursorFrame | undefined {
    return this.frames[this.frames.length - 1];
  }

  /**
   * The frames that stand at their `pc` when the next event comes: the one the event is of and, where it is entered
   * or resumed by native code, the one that native code works for. None when the event begins a called frame.
   */
  poised(): CursorFrame[] {
    const { journal } = this.trace;
    const frames = this.top === undefined ? [] : [this.top];
    for (let i = this.entry; i < journal.length && journal[i].event === this.position; i++) {
      const entry = journal[i];
      if (entry.kind === 'enter' && !entry.frame.native) return [];
      const resumed = entry.kind === 'resume' ? this.waiting(entry.generator) : undefined;
      if (resumed !== undefined) frames.push(resumed.frame);
    }
    return frames;
  }

  /** A variable of the frame by name; undefined when it has no value. */
  local(frame: CursorFrame, name: string): Value | undefined {
    const slot = frame.code.slotNames.indexOf(name);
    if (slot < 0) return frame.code.kind === 'class' ? frame.namespace.get(name) : undefined;
    const value = frame.slots[slot];
    return value instanceof PyCell ? value.value : value;
  }

  /** All variables of the frame that have a value, by name in the order of its slots. */
  *locals(frame: CursorFrame): Iterable<[string, Value]> {
    if (frame.code.kind === 'module') {
      yield* this.globals;
      return;
    }
    for (let slot = 0; slot < frame.code.slots; slot++) {
      const raw = frame.slots[slot];
      const value = raw instanceof PyCell ? raw.value : raw;
      if (value !== undefined) yield [frame.code.slotNames[slot], value];
    }
    yield* frame.namespace;
  }

  /** The object with that id, as it is now. */
  *heap(): Iterable<[number, HeapObject]> {
    yield* this.mirrors.all();
  }

  /** Goes to the state after `position` events. Backwards, the walk begins anew; there is nothing before a window. */
  seek(position: number): void {
    if (position < this.position) this.rewind();
    while (this.position < position && !this.atEnd) this.step();
  }

  private rewind(): void {
    this.position = this.chunk = this.offset = this.entry = 0;
    this.frames.length = this.printed.length = 0;
    this.globals.clear();
    this.suspended = new WeakMap();
    this.outerHandled.length = 0;
    this.mirrors = new Mirrors();
    this.handled = this.inFlight = null;
    this.value = undefined;
    this.effects = [];
    if (this.trace.keyframe !== null) this.restore(this.trace.keyframe);
  }

  /** Takes up the state in which a window begins, with mirrors of its objects. */
  private restore(keyframe: Keyframe): void {
    const { mirrors } = this;
    this.position = keyframe.event;
    mirrors.create(keyframe.objects);
    for (const { object } of keyframe.objects)
      if (object instanceof PyException)
        mirrors.change(object, 'replace', keyframe.exceptions.get(object), null);
    for (const frame of keyframe.frames) this.frames.push(this.copyOf(frame));
    for (const [name, value] of keyframe.globals) this.globals.set(name, mirrors.of(value));
    this.printed.push(keyframe.output);
    this.handled = mirrors.of(keyframe.handled);
    for (const handled of keyframe.outerHandled) this.outerHandled.push(mirrors.of(handled));
    if (keyframe.inFlight !== null) this.inFlight = mirrors.object(keyframe.inFlight);
  }

  /** A frame of a keyframe, with mirrors in it. */
  private copyOf(frame: CursorFrame): CursorFrame {
    const mirrored = (value: Value | undefined): Value | undefined => this.mirrors.of(value);
    return {
      ...frame,
      func: this.mirrors.object(frame.func),
      slots: frame.slots.map(mirrored),
      stack: frame.stack.map(mirrored),
      namespace: new Map([...frame.namespace].map(([name, value]) => [name, this.mirrors.of(value)])),
      at: frame.at && { ...frame.at },
    };
  }

  /** The frame of a generator that is suspended, maybe since before the window. */
  private waiting(generator: PyGenerator): SuspendedFrame | undefined {
    const known = this.suspended.get(generator);
    if (known !== undefined) return known;
    const before = this.trace.keyframe?.suspended.get(generator);
    if (before === undefined) return undefined;
    const found = { frame: this.copyOf(before.frame), handled: this.mirrors.of(before.handled) };
    this.suspended.set(generator, found);
    return found;
  }

  /** Carries out the next event. */
  step(): void {
    const { chunks, program } = this.trace;
    const chunk = chunks![this.chunk];
    const pc = chunk.pcs[this.offset];
    // An exception that leaves a handler: the one handled before is handled again.
    if ((program.code[pc] & 255) === Op.END_HANDLER) this.handled = this.top?.stack.at(-2) ?? null;
    const value = this.journalled(chunk.values[this.offset]);
    this.value = value;
    if (++this.offset === chunk.pcs.length) {
      this.chunk++;
      this.offset = 0;
    }
    this.position++;
    // An instruction that raised has no effect of its own; where control goes, the journal has said.
    if (this.raised) return;
    const frame = this.left ?? this.top;
    if (frame === undefined) return;
    const word = program.code[pc];
    frame.pc = pc + 1;
    this.carryOut(frame, word & 255, word >>> 8, value);
  }

  /** Carries out the journal of the event; returns its value, mirrored. */
  private journalled(value: Value | undefined): Value | undefined {
    const { journal } = this.trace;
    if (this.effects.length > 0) this.effects = [];
    this.left = null;
    this.raised = false;
    while (this.entry < journal.length && journal[this.entry].event === this.position) {
      const entry = journal[this.entry];
      if (entry.kind === 'object') this.objects();
      else {
        this.entry++;
        this.note(entry);
      }
    }
    return this.mirrors.of(value);
  }

  /** The frame that the current event leaves or suspends. */
  private left: CursorFrame | null = null;
  private raised = false;

  private objects(): void {
    const { journal } = this.trace;
    const first = this.entry;
    while (
      this.entry < journal.length &&
      journal[this.entry].kind === 'object' &&
      journal[this.entry].event === this.position
    )
      this.entry++;
    this.mirrors.create(journal.slice(first, this.entry) as (JournalEntry & { kind: 'object' })[]);
  }

  private mutation({ object, change, late, a, b }: JournalEntry & { kind: 'mutate' }): Effect {
    if (late === true) return { kind: 'mutate', object: this.mirrors.object(object), change };
    if (change !== 'set-item')
      return { kind: 'mutate', object: this.mirrors.change(object, change, a, b), change };
    const before = object instanceof PyList ? this.mirrors.object(object) : null;
    const was = before instanceof PyList ? before.items[a as number] : undefined;
    return {
      kind: 'mutate',
      object: this.mirrors.change(object, change, a, b),
      change,
      at: this.mirrors.of(a as Value),
      now: this.mirrors.of(b as Value),
      was,
    };
  }

  private note(entry: Exclude<JournalEntry, { kind: 'object' }>): void {
    const { effects, frames } = this;
    switch (entry.kind) {
      case 'mutate':
        effects.push(this.mutation(entry));
        return;
      case 'enter': {
        const { frameId, code, func, locals, native } = entry.frame;
        const slots = locals.map((value) => this.mirrors.of(value));
        const frame: CursorFrame = {
          id: frameId,
          code,
          func: this.mirrors.object(func),
          native,
          pc: code.start,
          slots,
          stack: [],
          namespace: new Map(),
          at: null,
        };
        frames.push(frame);
        if (code.generator) this.beginHandling(null);
        effects.push({ kind: 'enter', frame });
        return;
      }
      case 'leave':
      case 'suspend': {
        const frame = frames.pop();
        if (frame === undefined) return;
        if (entry.kind === 'suspend') this.suspended.set(entry.generator, { frame, handled: this.handled });
        if (frame.code.generator) this.handled = this.outerHandled.pop() ?? null;
        this.left = frame;
        effects.push({ kind: entry.kind, frame });
        return;
      }
      case 'resume': {
        const waiting = this.waiting(entry.generator);
        if (waiting === undefined) return;
        const { frame, handled } = waiting;
        this.suspended.delete(entry.generator);
        frame.stack.push(this.mirrors.of(entry.sent));
        frames.push(frame);
        this.beginHandling(handled);
        effects.push({ kind: 'resume', frame });
        return;
      }
      case 'raise':
        this.raised = true;
        this.inFlight = this.mirrors.object(entry.exception);
        effects.push({ kind: 'raise', exception: this.inFlight });
        return;
      case 'unwind': {
        const frame = frames.pop();
        if (frame?.code.generator === true) this.handled = this.outerHandled.pop() ?? null;
        if (frame !== undefined && this.inFlight !== null)
          effects.push({ kind: 'unwind', frame, exception: this.inFlight });
        return;
      }
      case 'catch': {
        const frame = this.top;
        if (frame === undefined || this.inFlight === null) return;
        frame.pc = entry.handler;
        frame.stack.length = entry.depth;
        frame.stack.push(this.inFlight);
        effects.push({ kind: 'catch', frame, exception: this.inFlight });
        return;
      }
      case 'output':
        this.printed.push(entry.text);
        effects.push({ kind: 'output', text: entry.text });
        return;
    }
  }

  /** A generator handles exceptions of its own, apart from those of whoever resumes it. */
  private beginHandling(own: Value): void {
    this.outerHandled.push(this.handled);
    this.handled = own;
  }

  /** The instruction's own effect on the frame. */
  private carryOut(frame: CursorFrame, op: Op, arg: number, value: Value | undefined): void {
    const row = OPCODE_ROWS[op];
    const { stack } = frame;
    switch (row.event) {
      case 'produced': {
        if (op === Op.COPY) {
          stack.push(value);
          return;
        }
        drop(stack, effectOf(row.pops, arg));
        if (value !== undefined) stack.push(value);
        return;
      }
      case 'called':
        drop(stack, effectOf(row.pops, arg));
        if (value !== undefined) stack.push(value);
        return;
      case 'stored':
        drop(stack, effectOf(row.pops, arg));
        if (value !== undefined) this.store(frame, op, arg, value);
        return;
      case 'tested':
        if (value === jumpsWhen(op)) {
          frame.pc = arg;
          drop(stack, (row.jumped ?? row).pops as number);
        } else stack.pop();
        return;
      case 'next':
        if (value === undefined) {
          frame.pc = arg;
          stack.pop();
        } else stack.push(value);
        return;
      case 'unpacked':
        stack.pop();
        if (value instanceof PyTuple)
          for (let i = value.items.length - 1; i >= 0; i--) stack.push(value.items[i]);
        return;
      case 'method': {
        const object = stack.pop();
        stack.push(value, object);
        return;
      }
      case 'returned': {
        stack.pop();
        const caller = this.top;
        if (!frame.native && caller !== undefined) caller.stack.push(value);
        return;
      }
      case 'yielded':
        if (this.left !== null) {
          stack.pop();
          if (op === Op.YIELD_FROM) frame.pc--;
        } else {
          drop(stack, 2);
          stack.push(value);
        }
        return;
      case 'none':
        this.plain(frame, op, arg);
        return;
    }
  }

  private store(frame: CursorFrame, op: Op, arg: number, value: Value): void {
    const name = (): string => this.trace.program.names[arg];
    if (op === Op.STORE_FAST) frame.slots[arg] = value;
    else if (op === Op.STORE_GLOBAL) this.globals.set(name(), value);
    else if (op === Op.STORE_NAME) frame.namespace.set(name(), value);
  }

  private plain(frame: CursorFrame, op: Op, arg: number): void {
    const { stack } = frame;
    switch (op) {
      case Op.JUMP:
      case Op.JUMP_BACKWARD:
        frame.pc = arg;
        return;
      case Op.DELETE_FAST:
        frame.slots[arg] = undefined;
        return;
      case Op.DELETE_GLOBAL:
        this.globals.delete(this.trace.program.names[arg]);
        return;
      case Op.DELETE_NAME:
        frame.namespace.delete(this.trace.program.names[arg]);
        return;
      case Op.SWAP: {
        const top = stack.length - 1;
        const other = stack.length - arg;
        [stack[top], stack[other]] = [stack[other], stack[top]];
        return;
      }
      case Op.REVERSE:
        stack.push(...stack.splice(stack.length - arg).reverse());
        return;
      case Op.PUSH_HANDLED: {
        const exception = stack.pop();
        stack.push(this.handled, exception);
        this.handled = exception ?? null;
        return;
      }
      case Op.POP_HANDLED:
        this.handled = stack.pop() ?? null;
        return;
      default:
        drop(stack, effectOf(OPCODE_ROWS[op].pops, arg));
    }
  }

  /** The code object of the next event. */
  get code(): CodeObject {
    return codeAt(this.trace.program, this.pc);
  }
}

/** What the condition of a jump must have come to for it to be taken. */
function jumpsWhen(op: Op): boolean {
  return op !== Op.POP_JUMP_IF_FALSE && op !== Op.JUMP_IF_FALSE_OR_POP;
}
