// The canonical 64-bit hash of a run: two 32-bit lanes over all events and journal entries in order, seeded by the
// code. The same for every way of recording the same run.
//
// A string longer than 64 code units enters with its length alone: its contents follow from earlier events and from
// the constants in the seed, and flattening ever longer concatenations would make a linear run quadratic.
import type { CodeObject, Program } from '../code.ts';
import type { PyException } from '../values/class.ts';
import { type HeapObject, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import type { JournalEntry } from './journal.ts';
import { isObject, sharedName } from './snapshot.ts';

const LONGEST_HASHED = 64;
const floatBits = new DataView(new ArrayBuffer(8));

/** Tags that keep values of different kinds apart. */
const TAG = {
  none: 1,
  null: 2,
  true: 3,
  false: 4,
  int: 5,
  big: 6,
  float: 7,
  str: 8,
  object: 9,
  shared: 10,
  list: 11,
} as const;

// What one word does to each lane: murmur3's and xxHash32's multipliers. Small, so that they are inlined.
const mixA = (lane: number, word: number): number => {
  const a = lane ^ Math.imul(word, 0xcc9e2d51);
  return (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
};
const mixB = (lane: number, word: number): number => {
  const b = (lane + Math.imul(word, 0x85ebca77)) | 0;
  return Math.imul((b << 17) | (b >>> 15), 0x9e3779b1);
};

export class TraceHash {
  private a = 0x243f6a88;
  private b = 0x85a308d3 | 0;

  /** Mixes 32 bits into both lanes. */
  word(word: number): void {
    this.a = mixA(this.a, word);
    this.b = mixB(this.b, word);
  }

  text(text: string): void {
    const { length } = text;
    let a = mixA(this.a, length);
    let b = mixB(this.b, length);
    if (length <= LONGEST_HASHED) {
      for (let i = 0; i < length; i++) {
        const unit = text.charCodeAt(i);
        a = mixA(a, unit);
        b = mixB(b, unit);
      }
    }
    this.a = a;
    this.b = b;
  }

  private pair(tag: number, word: number): void {
    this.a = mixA(mixA(this.a, tag), word);
    this.b = mixB(mixB(this.b, tag), word);
  }

  value(value: Value | undefined): void {
    switch (typeof value) {
      case 'number':
        if ((value | 0) === value) {
          this.pair(TAG.int, value);
          return;
        }
        this.pair(TAG.big, (value % 4294967296) | 0);
        this.word(Math.floor(value / 4294967296));
        return;
      case 'string':
        this.word(TAG.str);
        this.text(value);
        return;
      case 'boolean':
        this.word(value ? TAG.true : TAG.false);
        return;
      case 'undefined':
        this.word(TAG.none);
        return;
      case 'bigint': {
        const low = BigInt.asUintN(64, value);
        this.pair(TAG.big, Number(low & 0xffffffffn));
        this.word(Number(low >> 32n));
        return;
      }
      case 'object':
        if (value === null) this.word(TAG.null);
        else if (value instanceof PyFloat) {
          floatBits.setFloat64(0, value.value);
          this.pair(TAG.float, floatBits.getInt32(0));
          this.word(floatBits.getInt32(4));
        } else this.object(value);
    }
  }

  private object(object: HeapObject): void {
    if (object.id > 0) {
      this.pair(TAG.object, object.id);
      return;
    }
    this.word(TAG.shared);
    this.text(sharedName(object) ?? object.cls.name);
  }

  /**
   * Events `from` to `to` of a chunk. The lanes stay in local variables, and out of memory, for values that are one
   * word or none: nine events of ten.
   */
  events(pcs: Uint32Array, values: readonly (Value | undefined)[], from: number, to: number): void {
    let { a, b } = this;
    for (let i = from; i < to; i++) {
      const pc = pcs[i];
      const value = values[i];
      a = mixA(a, pc);
      b = mixB(b, pc);
      if (typeof value === 'number' && (value | 0) === value) {
        a = mixA(mixA(a, TAG.int), value);
        b = mixB(mixB(b, TAG.int), value);
      } else if (value === undefined) {
        a = mixA(a, TAG.none);
        b = mixB(b, TAG.none);
      } else if (value === true) {
        a = mixA(a, TAG.true);
        b = mixB(b, TAG.true);
      } else if (value === false) {
        a = mixA(a, TAG.false);
        b = mixB(b, TAG.false);
      } else {
        this.a = a;
        this.b = b;
        this.value(value);
        ({ a, b } = this);
      }
    }
    this.a = a;
    this.b = b;
  }

  entry(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'object':
        if (entry.late !== true) this.seen(entry.object, entry.contents);
        return;
      case 'mutate':
        return this.mutate(entry.object, entry.change, entry.a, entry.b);
      case 'enter': {
        const { frameId, code, native, locals } = entry.frame;
        return this.enter(frameId, code, native, locals, 0, locals.length);
      }
      case 'leave':
      case 'suspend':
      case 'unwind':
        return this.frame(entry.kind, entry.frameId);
      case 'resume':
        return this.resume(entry.frameId, entry.sent);
      case 'raise':
        return this.raise(entry.exception);
      case 'catch':
        return this.catch(entry.frameId, entry.handler, entry.depth);
      case 'output':
        return this.output(entry.text);
    }
  }

  // The entries of the journal, one method each: a recorder that keeps no journal need not make them first.

  seen(object: HeapObject, contents: readonly (Value | undefined)[]): void {
    this.text('object');
    this.word(object.id);
    this.text(object.cls.name);
    this.values(contents);
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    this.text('mutate');
    this.word(object.id);
    this.text(change);
    this.operand(a);
    this.operand(b);
  }

  /** The slots of the frame are `stack` from `base` to `top`. */
  enter(
    frameId: number,
    code: CodeObject,
    native: boolean,
    stack: readonly (Value | undefined)[],
    base: number,
    top: number,
  ): void {
    this.text('enter');
    this.word(frameId);
    this.word(code.index);
    this.word(native ? 1 : 0);
    this.pair(TAG.list, top - base);
    for (let i = base; i < top; i++) this.value(stack[i]);
  }

  frame(kind: 'leave' | 'suspend' | 'unwind', frameId: number): void {
    this.text(kind);
    this.word(frameId);
  }

  resume(frameId: number, sent: Value): void {
    this.text('resume');
    this.word(frameId);
    this.value(sent);
  }

  raise(exception: PyException): void {
    this.text('raise');
    this.value(exception);
  }

  catch(frameId: number, handler: number, depth: number): void {
    this.text('catch');
    this.word(frameId);
    this.word(handler);
    this.word(depth);
  }

  output(text: string): void {
    this.text('output');
    this.text(text);
  }

  private values(values: readonly (Value | undefined)[]): void {
    this.pair(TAG.list, values.length);
    for (let i = 0; i < values.length; i++) this.value(values[i]);
  }

  private operand(operand: unknown): void {
    if (!Array.isArray(operand)) {
      this.value(operand as Value | undefined);
      return;
    }
    this.pair(TAG.list, operand.length);
    for (const item of operand) this.operand(item);
  }

  /** Sixteen hex digits. */
  digest(): string {
    const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
    return hex(finish(this.a ^ this.b)) + hex(finish(Math.imul(this.b, 3) + this.a));
  }

  /** A hash in the same state, to go on apart. */
  copy(): TraceHash {
    const copy = new TraceHash();
    copy.a = this.a;
    copy.b = this.b;
    return copy;
  }
}

function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Seeds are made once for each program, however often it runs. */
const seeds = new WeakMap<Program, TraceHash>();

/** Seeds a hash with what the program is: its instructions, constants and names. */
export function hashFor(program: Program): TraceHash {
  let seed = seeds.get(program);
  if (seed === undefined) seeds.set(program, (seed = seedOf(program)));
  return seed.copy();
}

function seedOf(program: Program): TraceHash {
  const hash = new TraceHash();
  for (const word of program.code) hash.word(word);
  for (const constant of program.consts) {
    if (typeof constant === 'string')
      for (let i = 0; i < constant.length; i++) hash.word(constant.charCodeAt(i));
    else hash.value(isObject(constant) ? constant.cls.name : constant);
  }
  for (const name of program.names) hash.text(name);
  return hash;
}
