// The canonical 64-bit hash of a run: two 32-bit lanes over all events and journal entries in order, seeded by the
// code. The same for every way of recording the same run.
//
// A string longer than 64 code units enters with its length alone: its contents follow from earlier events and from
// the constants in the seed, and flattening ever longer concatenations would make a linear run quadratic.
import type { Program } from '../code.ts';
import { type HeapObject, PyFloat, type Value } from '../values/objects.ts';
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

export class TraceHash {
  private a = 0x243f6a88;
  private b = 0x85a308d3 | 0;

  /** Mixes 32 bits into both lanes (murmur3's and xxHash32's multipliers, one lane each). */
  word(word: number): void {
    let a = this.a ^ Math.imul(word, 0xcc9e2d51);
    a = (a << 13) | (a >>> 19);
    this.a = (Math.imul(a, 5) + 0xe6546b64) | 0;
    let b = (this.b + Math.imul(word, 0x85ebca77)) | 0;
    b = (b << 17) | (b >>> 15);
    this.b = Math.imul(b, 0x9e3779b1);
  }

  text(text: string): void {
    this.word(text.length);
    if (text.length > LONGEST_HASHED) return;
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
  }

  value(value: Value | undefined): void {
    switch (typeof value) {
      case 'number':
        if ((value | 0) === value) {
          this.word(TAG.int);
          this.word(value);
          return;
        }
        this.word(TAG.big);
        this.word((value % 4294967296) | 0);
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
        this.word(TAG.big);
        const low = BigInt.asUintN(64, value);
        this.word(Number(low & 0xffffffffn));
        this.word(Number(low >> 32n));
        return;
      }
      case 'object':
        if (value === null) this.word(TAG.null);
        else if (value instanceof PyFloat) {
          floatBits.setFloat64(0, value.value);
          this.word(TAG.float);
          this.word(floatBits.getInt32(0));
          this.word(floatBits.getInt32(4));
        } else this.object(value);
    }
  }

  private object(object: HeapObject): void {
    if (object.id > 0) {
      this.word(TAG.object);
      this.word(object.id);
      return;
    }
    this.word(TAG.shared);
    this.text(sharedName(object) ?? object.cls.name);
  }

  event(pc: number, value: Value | undefined): void {
    this.word(pc);
    this.value(value);
  }

  entry(entry: JournalEntry): void {
    this.text(entry.kind);
    switch (entry.kind) {
      case 'object':
        this.word(entry.id);
        this.text(entry.object.cls.name);
        this.values(entry.contents);
        return;
      case 'mutate':
        this.word(entry.object.id);
        this.text(entry.change);
        this.operand(entry.a);
        this.operand(entry.b);
        return;
      case 'enter':
        this.word(entry.frame.frameId);
        this.word(entry.frame.code.index);
        this.word(entry.frame.native ? 1 : 0);
        this.values(entry.frame.locals);
        return;
      case 'leave':
      case 'suspend':
      case 'unwind':
        this.word(entry.frameId);
        return;
      case 'resume':
        this.word(entry.frameId);
        this.value(entry.sent);
        return;
      case 'raise':
        this.value(entry.exception);
        return;
      case 'catch':
        this.word(entry.frameId);
        this.word(entry.handler);
        this.word(entry.depth);
        return;
      case 'output':
        this.text(entry.text);
        return;
    }
  }

  private values(values: readonly (Value | undefined)[]): void {
    this.word(TAG.list);
    this.word(values.length);
    for (const value of values) this.value(value);
  }

  private operand(operand: unknown): void {
    if (!Array.isArray(operand)) {
      this.value(operand as Value | undefined);
      return;
    }
    this.word(TAG.list);
    this.word(operand.length);
    for (const item of operand) this.operand(item);
  }

  /** Sixteen hex digits. */
  digest(): string {
    const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
    return hex(finish(this.a ^ this.b)) + hex(finish(Math.imul(this.b, 3) + this.a));
  }
}

function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Seeds a hash with what the program is: its instructions, constants and names. */
export function hashFor(program: Program): TraceHash {
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
