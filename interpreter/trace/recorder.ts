// The recorder: takes the events of a run from the VM's loop and keeps the journal. Chunks of events are hashed when
// they are full. When only the hash is wanted, events and journal go into it as they come, the loop writes the lanes
// itself, and nothing is allocated. Knows nothing of opcodes.
import type { Program } from '../code.ts';
import type { PyException } from '../values/class.ts';
import { PyFunction, type PyGenerator } from '../values/function.ts';
import { NativeIterator } from '../values/iterator.ts';
import { type HeapObject, type Journal, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import { hashFor, type TraceHash } from './hash.ts';
import { JOURNAL_WORDS, type JournalEntry, type Snapshot } from './journal.ts';
import { contentsOf, isBare, isObject, isShared, NOTHING, snapshotOf } from './snapshot.ts';
import { Trace, type TraceChunk } from './trace.ts';

/** Events in a chunk: few enough to stay in the processor's nearest cache until they are hashed. */
export const CHUNK = 1024;

interface Buffers {
  readonly pcs: Uint32Array;
  readonly values: (Value | undefined)[];
}

/** What recorders record into, for the next one to use: allocating it anew would dwarf a small run. */
const spare: Buffers[] = [];
/** What is recorded into when nothing is kept. */
export const NO_CHUNK = {
  pcs: new Uint32Array(0),
  values: [] as (Value | undefined)[],
  count: 0,
  capacity: 0,
};

/** Filled with undefined from the start: an array of small ints would change its kind under the loop later. */
function newBuffers(): Buffers {
  return { pcs: new Uint32Array(CHUNK), values: new Array<Value | undefined>(CHUNK).fill(undefined) };
}

export class Recorder implements Journal {
  /** Program counters of the current chunk. */
  readonly pcs: Uint32Array;
  /** Values of the current chunk. */
  readonly values: (Value | undefined)[];
  /** Events in the current chunk. */
  count = 0;
  /**
   * Events that the current chunk can hold; `flush` must be called when it has them, and not one later. It may be
   * fewer than fit into the buffers, and other than in the last chunk: a window begins and ends at an event.
   */
  capacity = CHUNK;
  /** Events of the chunks before it. */
  private before = 0;
  /** The most that the buffers held. */
  private filled = 0;
  protected readonly journal: JournalEntry[] = [];
  /** Entries of the journal, and events of the current chunk, that are in the hash. */
  protected hashed = 0;
  private done = 0;
  protected nextId = 1;
  private readonly chunks: TraceChunk[] = [];
  readonly hash: TraceHash;
  /** The lanes of the hash where events are only hashed: whoever carries out instructions adds them there. */
  readonly lanes: Int32Array | null;
  private readonly buffers: Buffers;
  private readonly program: Program;
  private readonly keep: boolean;

  /**
   * @param keep false: events are only hashed, in memory that does not grow with the run
   * @param lanes memory for the hash, which nobody else uses meanwhile
   */
  constructor(program: Program, keep = true, lanes?: Int32Array<ArrayBuffer>) {
    this.program = program;
    this.keep = keep;
    this.hash = hashFor(program, lanes);
    this.lanes = keep ? null : this.hash.lanes;
    this.buffers = keep ? (spare.pop() ?? newBuffers()) : NO_CHUNK;
    this.pcs = this.buffers.pcs;
    this.values = this.buffers.values;
  }

  /** Events kept so far. */
  get length(): number {
    return this.before + this.count;
  }

  /** Records an instruction that ran. */
  event(pc: number, value: Value | undefined): void {
    if (typeof value === 'object' && value !== null && (value as HeapObject).journal !== this)
      this.see(value);
    if (!this.keep) {
      this.hash.event(pc, value);
      return;
    }
    const n = this.count;
    this.pcs[n] = pc;
    this.values[n] = value;
    this.count = n + 1;
    if (n + 1 === this.capacity) this.flush();
  }

  /** Registers an object, and those it refers to, unless they are known. */
  see(value: unknown): void {
    if (!isObject(value) || value.journal === this) return;
    if (value instanceof NativeIterator || (value instanceof PyFunction && isBare(value)))
      return this.seeEmpty(value);
    if (isShared(value)) return;
    const first = this.register(value);
    // What it refers to may be unknown too, by an explicit stack: object graphs can be deeper than the JavaScript one.
    const waiting: HeapObject[] = [];
    this.enqueue(value, first, waiting);
    if (waiting.length === 0) {
      this.noteSeen(value, first);
      return;
    }
    const known: [HeapObject, Snapshot][] = [[value, first]];
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (object.journal === this) continue;
      const contents = this.register(object);
      known.push([object, contents]);
      this.enqueue(object, contents, waiting);
    }
    // Contents are hashed by the ids of what is in them, so when all have theirs.
    for (const [object, contents] of known) this.noteSeen(object, contents);
  }

  /** Registers an object that contains nothing (see `snapshot.ts`): a range, an iterator, most functions. */
  seeEmpty(object: HeapObject): void {
    object.id = this.nextId++;
    object.journal = this;
    this.noteSeen(object, NOTHING);
  }

  private register(object: HeapObject): Snapshot {
    object.id = this.nextId++;
    object.journal = this;
    return this.keep ? snapshotOf(object) : contentsOf(object);
  }

  /** Adds to `waiting` what an object refers to and is not registered. */
  private enqueue(object: HeapObject, contents: Snapshot, waiting: HeapObject[]): void {
    const { cls } = object;
    if (!cls.builtin && isObject(cls) && cls.journal !== this && !isShared(cls)) waiting.push(cls);
    for (let i = contents.length - 1; i >= 0; i--) {
      const item = contents[i];
      if (isObject(item) && item.journal !== this && !isShared(item)) waiting.push(item);
    }
  }

  protected noteSeen(object: HeapObject, contents: Snapshot): void {
    if (this.keep) this.journal.push({ kind: 'object', event: this.length, object, id: object.id, contents });
    else this.hash.seen(object, contents);
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    if (typeof a === 'object') this.seeOperand(a);
    if (typeof b === 'object') this.seeOperand(b);
    if (this.keep) this.journal.push({ kind: 'mutate', event: this.length, object, change, a, b });
    else this.hash.mutate(object, change, a, b);
  }

  private seeOperand(operand: unknown): void {
    if (Array.isArray(operand)) for (const item of operand) this.seeOperand(item);
    else if (typeof operand === 'object' && operand !== null && !(operand instanceof PyFloat))
      this.see(operand);
  }

  /**
   * A frame begins. Its slots are `stack` from `base` to `top`.
   * @param native entered from native code
   */
  enter(
    frameId: number,
    func: PyFunction,
    native: boolean,
    stack: readonly (Value | undefined)[],
    base: number,
    top: number,
  ): void {
    const { code } = func;
    if (func.journal !== this) this.see(func);
    for (let i = base; i < top; i++) {
      const value = stack[i];
      if (typeof value === 'object' && value !== null) this.see(value);
    }
    if (this.keep) {
      const frame = { frameId, code, func, locals: stack.slice(base, top), native };
      this.journal.push({ kind: 'enter', event: this.length, frame });
    } else this.hash.enter(frameId, code, native, stack, base, top);
  }

  leave(frameId: number): void {
    if (this.keep) this.journal.push({ kind: 'leave', event: this.length, frameId });
    else this.hash.frame(JOURNAL_WORDS.leave, frameId);
  }

  suspend(generator: PyGenerator): void {
    this.note({ kind: 'suspend', event: this.length, frameId: generator.frameId, generator });
  }

  resume(generator: PyGenerator, native: boolean, sent: Value): void {
    this.see(sent);
    const { frameId } = generator;
    this.note({ kind: 'resume', event: this.length, frameId, generator, native, sent });
  }

  raise(exception: PyException): void {
    this.see(exception);
    this.note({ kind: 'raise', event: this.length, exception });
  }

  unwind(frameId: number): void {
    this.note({ kind: 'unwind', event: this.length, frameId });
  }

  catch(frameId: number, handler: number, depth: number): void {
    this.note({ kind: 'catch', event: this.length, frameId, handler, depth });
  }

  output(text: string): void {
    this.note({ kind: 'output', event: this.length, text });
  }

  /** The entries that are too rare to be worth a way without making them. */
  private note(entry: JournalEntry): void {
    if (this.keep) this.journal.push(entry);
    else this.hash.entry(entry);
  }

  /** Hashes the current chunk, with the journal entries of its events, and begins another. */
  flush(): void {
    this.hashChunk();
    this.keepChunk();
    this.nextChunk();
  }

  protected hashChunk(): void {
    const { hash, journal } = this;
    const end = this.length;
    for (; this.hashed < journal.length && journal[this.hashed].event < end; this.hashed++) {
      const entry = journal[this.hashed];
      const until = entry.event - this.before;
      hash.events(this.pcs, this.values, this.done, until);
      hash.entry(entry);
      this.done = until;
    }
    hash.events(this.pcs, this.values, this.done, this.count);
  }

  protected keepChunk(): void {
    const { count } = this;
    this.chunks.push({ pcs: this.pcs.slice(0, count), values: this.values.slice(0, count) });
  }

  protected nextChunk(): void {
    if (this.count > this.filled) this.filled = this.count;
    this.before = this.length;
    this.count = this.done = 0;
  }

  /** Gives the buffers back: nothing may be recorded afterwards. */
  protected release(): void {
    this.values.fill(undefined, 0, Math.max(this.filled, this.count));
    spare.push(this.buffers);
  }

  /**
   * Ends the recording: nothing may be recorded afterwards. Entries after the last event (a frame unwound by a limit)
   * are hashed too.
   * @param events how many there were, where they were not kept
   */
  finish(events = 0): Trace {
    const { hash, program } = this;
    if (this.count > 0) this.flush();
    while (this.hashed < this.journal.length) hash.entry(this.journal[this.hashed++]);
    if (this.keep) this.release();
    const length = this.keep ? this.before : events;
    return new Trace(program, this.keep ? this.chunks : null, this.journal, length, hash.digest());
  }
}
