// The canonical 64-bit hash of a run: over all events and journal rows in order, seeded by code and input. The same
// however the run was recorded: kept or streamed, in chunks of any size.
//
// A string longer than 64 code units enters with its length alone, and an int beyond 64 bits with its lowest 64:
// what they contain follows from earlier events and from the seed, which has the constants and the input in full;
// and flattening ever longer concatenations would make a linear run quadratic. Text that is printed enters in full.
import { type HeapObject, PyFloat, type Value } from '../values/objects.ts';
import type { EnteredFrame, JournalRows, RowKind } from './journal.ts';

const LONGEST_HASHED = 64;

/** What a round is about: the lowest four bits of its first word. Above them an event has its pc. */
const TAG = {
  none: 0,
  null: 1,
  true: 2,
  false: 3,
  int: 4,
  long: 5,
  huge: 6,
  float: 7,
  str: 8,
  object: 9,
  list: 10,
  row: 11,
} as const;

/** The number of each kind of journal row. */
const ROW_CODES: Readonly<Record<RowKind, number>> = {
  object: 0,
  enter: 1,
  leave: 2,
  suspend: 3,
  resume: 4,
  raise: 5,
  unwind: 6,
  catch: 7,
  output: 8,
  append: 9,
  'set-item': 10,
  'delete-item': 11,
  insert: 12,
  replace: 13,
  add: 14,
  clear: 15,
  'set-attr': 16,
  'delete-attr': 17,
  'set-cell': 18,
  advance: 19,
};

const floatBits = new DataView(new ArrayBuffer(8));

export class TraceHash {
  // Two lanes of 32 bits. A round takes two words; for given words it is a bijection of the lanes, and for given
  // lanes one of the words, so that no single difference is lost.
  private a = 0x243f6a88;
  private b = 0x85a308d3 | 0;

  private round(first: number, second: number): void {
    let { a, b } = this;
    a ^= first;
    a = (Math.imul((a << 13) | (a >>> 19), 0x85ebca6b) + b) | 0;
    b ^= second;
    b = Math.imul((b << 17) | (b >>> 15), 0xc2b2ae35) ^ a;
    this.a = a;
    this.b = b;
  }

  /** The events of a chunk from `from` up to `to`. */
  events(pcs: Uint32Array, values: readonly (Value | undefined)[], from: number, to: number): void {
    let { a, b } = this;
    for (let i = from; i < to; i++) {
      const value = values[i];
      let first = pcs[i] << 4;
      let second = 0;
      if (typeof value === 'number' && (value | 0) === value) {
        first |= TAG.int;
        second = value;
      } else if (typeof value === 'boolean') first |= value ? TAG.true : TAG.false;
      else if (value !== undefined) {
        this.a = a;
        this.b = b;
        this.value(first, value);
        ({ a, b } = this);
        continue;
      }
      // `round`, on local variables
      a ^= first;
      a = (Math.imul((a << 13) | (a >>> 19), 0x85ebca6b) + b) | 0;
      b ^= second;
      b = Math.imul((b << 17) | (b >>> 15), 0xc2b2ae35) ^ a;
    }
    this.a = a;
    this.b = b;
  }

  /** A value; `above` is what the first word has above the tag. */
  private value(above: number, value: Value | undefined): void {
    switch (typeof value) {
      case 'undefined':
        return this.round(above | TAG.none, 0);
      case 'boolean':
        return this.round(above | (value ? TAG.true : TAG.false), 0);
      case 'number':
        if ((value | 0) === value) return this.round(above | TAG.int, value);
        this.round(above | TAG.long, value | 0);
        return this.round(Math.floor(value / 4294967296), 0);
      case 'bigint': {
        const lowest = BigInt.asUintN(64, value);
        this.round(above | TAG.huge, value < 0n ? 1 : 0);
        return this.round(Number(lowest & 0xffffffffn) | 0, Number(lowest >> 32n) | 0);
      }
      case 'string':
        this.round(above | TAG.str, value.length);
        if (value.length <= LONGEST_HASHED) this.text(value);
        return;
      case 'object':
        if (value === null) return this.round(above | TAG.null, 0);
        if (value instanceof PyFloat) return this.float(above, value.value);
        return this.round(above | TAG.object, value.id);
    }
  }

  private float(above: number, value: number): void {
    floatBits.setFloat64(0, Number.isNaN(value) ? NaN : value);
    this.round(above | TAG.float, 0);
    this.round(floatBits.getInt32(0), floatBits.getInt32(4));
  }

  /** All of a text, whose length has been hashed. */
  private text(text: string): void {
    for (let i = 0; i < text.length; i += 4) {
      // beyond the end `charCodeAt` is NaN, which counts as 0
      this.round(
        text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16),
        text.charCodeAt(i + 2) | (text.charCodeAt(i + 3) << 16),
      );
    }
  }

  /** A value or an array, of values or of arrays. */
  operand(operand: unknown): void {
    if (!Array.isArray(operand)) return this.value(0, operand as Value | undefined);
    this.round(TAG.list, operand.length);
    for (const item of operand) this.operand(item);
  }

  /** One row of the journal. */
  row(rows: JournalRows, index: number): void {
    const kind = rows.kinds[index];
    const subject = rows.subjects[index];
    const first = (ROW_CODES[kind] << 4) | TAG.row;
    switch (kind) {
      case 'leave':
      case 'suspend':
      case 'unwind':
        return this.round(first, subject as number);
      case 'output':
        this.round(first, (subject as string).length);
        return this.text(subject as string);
      case 'enter': {
        const { frameId, code, func, locals, native } = subject as EnteredFrame;
        this.round(first, frameId);
        this.round((code.index << 1) | Number(native), func.id);
        return this.operand(locals);
      }
      case 'object':
        this.round(first, (subject as HeapObject).id);
        this.round(0, (subject as HeapObject).cls.id);
        break;
      case 'raise':
        return this.round(first, (subject as HeapObject).id);
      case 'resume':
      case 'catch':
        this.round(first, subject as number);
        break;
      case 'append':
      case 'set-item':
      case 'delete-item':
      case 'insert':
      case 'replace':
      case 'add':
      case 'clear':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        this.round(first, (subject as HeapObject).id);
        break;
    }
    this.operand(rows.a[index]);
    this.operand(rows.b[index]);
  }

  /** A text in full, whatever its length. */
  whole(text: string): void {
    this.round(TAG.str, text.length);
    this.text(text);
  }

  /** The hash so far, as sixteen hex digits. */
  digest(): string {
    return hex(finish(this.a ^ this.b)) + hex(finish((Math.imul(this.b, 3) + this.a) | 0));
  }
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/** Spreads every bit over the word (murmur3's finalizer). */
function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
