// The recorder: takes the events of a run from the VM's loop and keeps the journal. A chunk of events is hashed when
// it is full, then kept for a cursor, or handed to a consumer and overwritten. Knows nothing of opcodes.
import type { Program } from '../code.ts';
import type { PyException } from '../values/class.ts';
import type { HeapObject, Journal, MutationKind, Value } from '../values/objects.ts';
import type { TraceHash } from './hash.ts';
import { type EnteredFrame, JournalRows } from './journal.ts';
import './layouts.ts';
import { numberConstants, seededHash } from './seed.ts';
import { Trace, type TraceChunk } from './trace.ts';

/** Events in the first chunk and in the largest: small runs should not pay for large ones. */
const FIRST_CHUNK = 1024;
const LARGEST_CHUNK = 65536;

export interface RecorderOptions {
  /** Whether the events are kept; else memory does not grow with the run. Default true. */
  readonly keep?: boolean;
  /** Is given each chunk when it is full. Unless chunks are kept, the next one overwrites it. */
  readonly consume?: (chunk: TraceChunk) => void;
  /** What the run reads: part of what determines it, so of its hash. */
  readonly input?: string;
  /** Events in a chunk, if all are to be of one size. */
  readonly chunk?: number;
}

export class Recorder implements Journal {
  /** Program counters of the current chunk. */
  pcs: Uint32Array;
  /** Values of the current chunk. */
  values: (Value | undefined)[];
  /** Events in the current chunk. */
  count = 0;
  /** Events that the current chunk can hold; `flush` must be called when it has them. */
  capacity: number;
  private journal = new JournalRows();
  private first = 0;
  private nextId = 1;
  private stopped = false;
  private readonly waiting: HeapObject[] = [];
  private readonly chunks: TraceChunk[] = [];
  private readonly hash: TraceHash;
  private readonly program: Program;
  private readonly keep: boolean;
  private readonly largest: number;
  private readonly consume: ((chunk: TraceChunk) => void) | null;

  constructor(program: Program, options: RecorderOptions = {}) {
    numberConstants(program);
    this.program = program;
    this.keep = options.keep ?? true;
    this.consume = options.consume ?? null;
    this.hash = seededHash(program, options.input ?? '');
    this.capacity = options.chunk ?? FIRST_CHUNK;
    this.largest = options.chunk ?? LARGEST_CHUNK;
    this.pcs = new Uint32Array(this.capacity);
    this.values = new Array<Value | undefined>(this.capacity).fill(undefined);
  }

  /** Events recorded so far. */
  get length(): number {
    return this.first + this.count;
  }

  /** Records an instruction that ran. */
  event(pc: number, value: Value | undefined): void {
    // a float has no id
    if (typeof value === 'object' && value !== null && (value as HeapObject).id === 0)
      this.register(value as HeapObject);
    const n = this.count;
    this.pcs[n] = pc;
    this.values[n] = value;
    this.count = n + 1;
    if (n + 1 === this.capacity) this.flush();
  }

  /** Registers an object, and those it refers to, unless they are known. */
  see(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) this.see(item);
    else if ((value as HeapObject).id === 0) this.register(value as HeapObject);
  }

  private register(first: HeapObject): void {
    // an explicit stack: object graphs can be deeper than the JavaScript stack
    const { waiting } = this;
    waiting.push(first);
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (object.id !== 0) continue;
      object.id = this.nextId++;
      object.journal = this;
      const { layout, cls } = object;
      const contents = layout.contents(object);
      const attrs = layout.attributes?.(object) ?? null;
      const attributes = attrs === null || attrs.size === 0 ? null : [...attrs].flat();
      this.journal.push('object', this.count, object, contents, attributes);
      if (attributes !== null) this.await(attributes);
      this.await(contents);
      if (cls.id === 0) waiting.push(cls);
    }
  }

  private await(values: readonly (Value | undefined)[]): void {
    for (let i = values.length - 1; i >= 0; i--) {
      const value = values[i];
      if (typeof value === 'object' && value !== null && (value as HeapObject).id === 0)
        this.waiting.push(value as HeapObject);
    }
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    if (this.stopped) return;
    this.see(a);
    this.see(b);
    this.journal.push(change, this.count, object, a, b);
  }

  enter(frame: EnteredFrame): void {
    this.see(frame.func);
    this.see(frame.locals);
    this.journal.push('enter', this.count, frame, undefined, undefined);
  }

  leave(frameId: number): void {
    this.journal.push('leave', this.count, frameId, undefined, undefined);
  }

  suspend(frameId: number): void {
    this.journal.push('suspend', this.count, frameId, undefined, undefined);
  }

  resume(frameId: number, native: boolean, sent: Value): void {
    this.see(sent);
    this.journal.push('resume', this.count, frameId, native, sent);
  }

  raise(exception: PyException): void {
    this.see(exception);
    this.journal.push('raise', this.count, exception, undefined, undefined);
  }

  unwind(frameId: number): void {
    this.journal.push('unwind', this.count, frameId, undefined, undefined);
  }

  catch(frameId: number, handler: number, depth: number): void {
    this.journal.push('catch', this.count, frameId, handler, depth);
  }

  output(text: string): void {
    this.journal.push('output', this.count, text, undefined, undefined);
  }

  /** Ends the current chunk and begins another. */
  flush(): void {
    this.endChunk();
    if (this.keep || this.capacity < this.largest) {
      this.capacity = Math.min(2 * this.capacity, this.largest);
      this.pcs = new Uint32Array(this.capacity);
      this.values = new Array<Value | undefined>(this.capacity).fill(undefined);
    }
    if (this.keep) this.journal = new JournalRows();
    else this.journal.clear();
  }

  private endChunk(): void {
    const { first, count, pcs, values, journal } = this;
    const chunk: TraceChunk = { first, count, pcs, values, journal };
    this.hashChunk(chunk);
    this.consume?.(chunk);
    if (this.keep) this.chunks.push(chunk);
    this.first += count;
    this.count = 0;
  }

  private hashChunk({ count, pcs, values, journal }: TraceChunk): void {
    const { hash } = this;
    let event = 0;
    for (let row = 0; row < journal.length; row++) {
      const next = journal.events[row];
      if (next > event) hash.events(pcs, values, event, next);
      event = next;
      hash.row(journal, row);
    }
    hash.events(pcs, values, event, count);
  }

  /** From here on nothing is recorded, whatever happens to objects of the run. */
  stop(): void {
    this.stopped = true;
  }

  /** Ends the recording. The entries after the last event (of an instruction that a limit cut short) count too. */
  finish(): Trace {
    this.stop();
    if (this.count > 0 || this.journal.length > 0) {
      this.pcs = this.pcs.slice(0, this.count);
      this.values.length = this.count;
      this.endChunk();
    }
    return new Trace(this.program, this.keep ? this.chunks : null, this.first, this.hash.digest());
  }
}
