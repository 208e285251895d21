// The recorder: takes the events of a run from the VM's loop and keeps the journal. Chunks of events are hashed when
// they are full; they are kept for a cursor, or thrown away when only the hash is wanted. Knows nothing of opcodes.
import type { Program } from '../code.ts';
import type { PyException } from '../values/class.ts';
import { type HeapObject, type Journal, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import { hashFor, type TraceHash } from './hash.ts';
import type { EnteredFrame, JournalEntry } from './journal.ts';
import { isObject, sharedName, snapshotOf } from './snapshot.ts';
import { Trace, type TraceChunk } from './trace.ts';

/** Events in the first chunk and in the largest: small runs should not pay for large ones. */
const FIRST_CHUNK = 1024;
const LARGEST_CHUNK = 65536;

export class Recorder implements Journal {
  /** Program counters of the current chunk. */
  pcs: Uint32Array;
  /** Values of the current chunk. */
  values: (Value | undefined)[];
  /** Events in the current chunk. */
  count = 0;
  /** Events that the current chunk can hold; `flush` must be called when it has them. */
  capacity = FIRST_CHUNK;
  private before = 0;
  private journal: JournalEntry[] = [];
  private hashed = 0;
  private nextId = 1;
  private readonly chunks: TraceChunk[] = [];
  private readonly hash: TraceHash;
  private readonly program: Program;
  private readonly keep: boolean;

  /** @param keep false: events are only hashed, in memory that does not grow with the run */
  constructor(program: Program, keep = true) {
    this.program = program;
    this.keep = keep;
    this.hash = hashFor(program);
    this.pcs = new Uint32Array(FIRST_CHUNK);
    this.values = new Array<Value | undefined>(FIRST_CHUNK).fill(0);
  }

  /** Events recorded so far. */
  get length(): number {
    return this.before + this.count;
  }

  /** Records an instruction that ran. */
  event(pc: number, value: Value | undefined): void {
    if (typeof value === 'object' && value !== null && (value as HeapObject).journal !== this)
      this.see(value);
    const n = this.count;
    this.pcs[n] = pc;
    this.values[n] = value;
    this.count = n + 1;
    if (n + 1 === this.capacity) this.flush();
  }

  /** Registers an object, and those it refers to, unless they are known. */
  see(value: unknown): void {
    if (!isObject(value) || value.journal === this || sharedName(value) !== null) return;
    // an explicit stack: object graphs can be deeper than the JavaScript stack
    const waiting: HeapObject[] = [value];
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (object.journal === this) continue;
      object.id = this.nextId++;
      object.journal = this;
      const contents = snapshotOf(object);
      this.journal.push({ kind: 'object', event: this.length, object, id: object.id, contents });
      if (isObject(object.cls) && object.cls.journal !== this && sharedName(object.cls) === null)
        waiting.push(object.cls);
      for (let i = contents.length - 1; i >= 0; i--) {
        const item = contents[i];
        if (isObject(item) && item.journal !== this && sharedName(item) === null) waiting.push(item);
      }
    }
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    this.seeOperand(a);
    this.seeOperand(b);
    this.journal.push({ kind: 'mutate', event: this.length, object, change, a, b });
  }

  private seeOperand(operand: unknown): void {
    if (Array.isArray(operand)) for (const item of operand) this.seeOperand(item);
    else if (typeof operand === 'object' && operand !== null && !(operand instanceof PyFloat))
      this.see(operand);
  }

  enter(frame: EnteredFrame): void {
    this.see(frame.func);
    for (const value of frame.locals) this.see(value);
    this.journal.push({ kind: 'enter', event: this.length, frame });
  }

  leave(frameId: number): void {
    this.journal.push({ kind: 'leave', event: this.length, frameId });
  }

  suspend(frameId: number): void {
    this.journal.push({ kind: 'suspend', event: this.length, frameId });
  }

  resume(frameId: number, native: boolean, sent: Value): void {
    this.see(sent);
    this.journal.push({ kind: 'resume', event: this.length, frameId, native, sent });
  }

  raise(exception: PyException): void {
    this.see(exception);
    this.journal.push({ kind: 'raise', event: this.length, exception });
  }

  unwind(frameId: number): void {
    this.journal.push({ kind: 'unwind', event: this.length, frameId });
  }

  catch(frameId: number, handler: number, depth: number): void {
    this.journal.push({ kind: 'catch', event: this.length, frameId, handler, depth });
  }

  output(text: string): void {
    this.journal.push({ kind: 'output', event: this.length, text });
  }

  /** Hashes the current chunk, with the journal entries of its events, and begins another. */
  flush(): void {
    const { hash, journal } = this;
    const end = this.length;
    for (let i = 0; i < this.count; i++) {
      while (this.hashed < journal.length && journal[this.hashed].event === this.before + i)
        hash.entry(journal[this.hashed++]);
      hash.event(this.pcs[i], this.values[i]);
    }
    if (this.keep) {
      this.chunks.push({ pcs: this.pcs.subarray(0, this.count), values: this.values });
      this.capacity = Math.min(2 * this.capacity, LARGEST_CHUNK);
      this.pcs = new Uint32Array(this.capacity);
      this.values = new Array<Value | undefined>(this.capacity).fill(0);
    } else {
      this.journal = journal.slice(this.hashed);
      this.hashed = 0;
    }
    this.before = end;
    this.count = 0;
  }

  /** Ends the recording. Entries after the last event (a frame unwound by a limit) are hashed too. */
  finish(): Trace {
    if (this.count > 0) this.flush();
    while (this.hashed < this.journal.length) this.hash.entry(this.journal[this.hashed++]);
    return new Trace(
      this.program,
      this.keep ? this.chunks : null,
      this.journal,
      this.before,
      this.hash.digest(),
    );
  }
}
