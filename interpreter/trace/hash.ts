// The canonical 64-bit hash of a run over all events and journal entries in order, seeded by the code; the same for
// every way of recording the same run. Two 32-bit lanes, each a polynomial over words: `lane = lane · P + word`. It is
// linear, so that a stretch of events known beforehand goes in at once, as one product and one sum. What is no event with
// a value *turns* the lanes: low bits get what the high ones know, which a polynomial alone never does.
import type { CodeObject, Program } from '../code.ts';
import { bytesText, PyBytes } from '../values/bytes.ts';
import type { PyException } from '../values/class.ts';
import { type HeapObject, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import { JOURNAL_WORDS, MUTATION_WORDS, type JournalEntry } from './journal.ts';
import { isObject, sharedName, snapshotOf } from './snapshot.ts';

/**
 * A longer string enters with its length alone: its contents follow from earlier events and from the constants in the
 * seed, and flattening ever longer concatenations would make a linear run quadratic.
 */
const LONGEST_HASHED = 64;
/** Bits of a large int that are hashed. */
const MOST_BITS = 4096;
/** The greatest prime below 2³². */
const PRIME = 4294967291n;
const floatBits = new DataView(new ArrayBuffer(8));

/**
 * What the lanes A and B do with words: multipliers of a lane, of a pc and of a value, and the shifts of a value and of a turn. The multipliers are murmur3's and xxHash32's.
 */
export enum Mix {
  STEP_A = 0x85ebca6b,
  STEP_B = 0xc2b2ae35,
  PC_A = 0x9e3779b1,
  PC_B = 0x27d4eb2f,
  VALUE_A = 0xcc9e2d51,
  VALUE_B = 0x1b873593,
  SHIFT_A = 15,
  SHIFT_B = 17,
  TURN_A = 16,
  TURN_B = 13,
}

/** Words that keep values of different kinds apart, for each lane: digits of pi. */
export enum Tag {
  NONE_A = 0x243f6a88,
  NONE_B = 0x85a308d3,
  NULL_A = 0x13198a2e,
  NULL_B = 0x03707344,
  TRUE_A = 0xa4093822,
  TRUE_B = 0x299f31d0,
  FALSE_A = 0x082efa98,
  FALSE_B = 0xec4e6c89,
  BIG_A = 0x452821e6,
  BIG_B = 0x38d01377,
  FLOAT_A = 0xbe5466cf,
  FLOAT_B = 0x34e90c6c,
  STR_A = 0xc0ac29b7,
  STR_B = 0xc97c50dd,
  OBJECT_A = 0x3f84d5b5,
  OBJECT_B = 0xb5470917,
  SHARED_A = 0x9216d5d9,
  SHARED_B = 0x8979fb1b,
  LIST_A = 0xd1310ba6,
  LIST_B = 0x98dfb5ac,
}

// The word of a small int, and of what is made of one: different for each, and no linear function of it.
export const intA = (word: number): number => {
  const x = Math.imul(word, Mix.VALUE_A);
  return x ^ (x >>> Mix.SHIFT_A);
};
export const intB = (word: number): number => {
  const x = Math.imul(word, Mix.VALUE_B);
  return x ^ (x >>> Mix.SHIFT_B);
};

/** The words of objects that all runs share, which are told by name. */
const sharedWords = new WeakMap<HeapObject, readonly [number, number]>();

export class TraceHash {
  /** The two lanes; whoever knows the rules may write them (the loop does). */
  readonly lanes: Int32Array<ArrayBuffer>;
  /** The words of the value last asked for. */
  private a = 0;
  private b = 0;

  constructor(lanes = new Int32Array(4)) {
    this.lanes = lanes;
    lanes[0] = 0x243f6a88;
    lanes[1] = 0x85a308d3 | 0;
  }

  private add(a: number, b: number): void {
    const { lanes } = this;
    lanes[0] = (Math.imul(lanes[0], Mix.STEP_A) + a) | 0;
    lanes[1] = (Math.imul(lanes[1], Mix.STEP_B) + b) | 0;
  }

  /** Adds a number of 32 bits. */
  word(word: number): void {
    this.add(intA(word), intB(word));
  }

  /** Adds what is not an event with a value, and mixes high bits into low ones. */
  turn(): void {
    const { lanes } = this;
    lanes[0] ^= lanes[0] >>> Mix.TURN_A;
    lanes[1] ^= lanes[1] >>> Mix.TURN_B;
  }

  /** An event. The loop has this written out for small ints. */
  event(pc: number, value: Value | undefined): void {
    const { lanes } = this;
    const a = (Math.imul(lanes[0], Mix.STEP_A) + Math.imul(pc, Mix.PC_A)) | 0;
    const b = (Math.imul(lanes[1], Mix.STEP_B) + Math.imul(pc, Mix.PC_B)) | 0;
    if (value === undefined) {
      lanes[0] = a + Tag.NONE_A;
      lanes[1] = b + Tag.NONE_B;
      lanes[0] ^= lanes[0] >>> Mix.TURN_A;
      lanes[1] ^= lanes[1] >>> Mix.TURN_B;
    } else if (typeof value === 'boolean') {
      lanes[0] = a + (value ? Tag.TRUE_A : Tag.FALSE_A);
      lanes[1] = b + (value ? Tag.TRUE_B : Tag.FALSE_B);
    } else {
      this.wordsOf(value);
      lanes[0] = a + this.a;
      lanes[1] = b + this.b;
    }
  }

  value(value: Value | undefined): void {
    this.wordsOf(value);
    this.add(this.a, this.b);
  }

  text(text: string): void {
    this.wordsOfText(text);
    this.add(this.a, this.b);
  }

  private tag(a: number, b: number): void {
    this.a = a;
    this.b = b;
  }

  /** Two numbers of 32 bits and what kind of value they are. */
  private pair(a: number, b: number, low: number, high: number): void {
    this.a = (intA((intA(low) + high) | 0) + a) | 0;
    this.b = (intB((intB(low) + high) | 0) + b) | 0;
  }

  /** Computes what a value adds to the lanes. */
  private wordsOf(value: Value | undefined): void {
    switch (typeof value) {
      case 'number':
        if ((value | 0) === value) {
          this.a = intA(value);
          this.b = intB(value);
        } else this.pair(Tag.BIG_A, Tag.BIG_B, (value % 4294967296) | 0, Math.floor(value / 4294967296) | 0);
        return;
      case 'string':
        return this.wordsOfText(value);
      case 'boolean':
        return value ? this.tag(Tag.TRUE_A, Tag.TRUE_B) : this.tag(Tag.FALSE_A, Tag.FALSE_B);
      case 'undefined':
        return this.tag(Tag.NONE_A, Tag.NONE_B);
      case 'bigint': {
        const some = BigInt.asIntN(MOST_BITS, value);
        return this.pair(Tag.BIG_A, Tag.BIG_B, Number(BigInt.asIntN(32, some)), Number(some % PRIME) | 0);
      }
      case 'object':
        if (value === null) this.tag(Tag.NULL_A, Tag.NULL_B);
        else if (value instanceof PyFloat) {
          // The bits of a NaN are whatever made it.
          floatBits.setFloat64(0, value.value);
          if (Number.isNaN(value.value)) floatBits.setUint32(0, 0x7ff80000);
          this.pair(Tag.FLOAT_A, Tag.FLOAT_B, floatBits.getInt32(4), floatBits.getInt32(0));
        } else if (value.id !== 0) {
          this.a = (intA(value.id) + Tag.OBJECT_A) | 0;
          this.b = (intB(value.id) + Tag.OBJECT_B) | 0;
        } else this.wordsOfShared(value);
    }
  }

  private wordsOfText(text: string): void {
    const { length } = text;
    let a = intA(length);
    let b = intB(length);
    if (length <= LONGEST_HASHED) {
      for (let i = 0; i < length; i++) {
        const unit = text.charCodeAt(i);
        a = intA((a + unit) | 0);
        b = intB((b + unit) | 0);
      }
    }
    this.a = (a + Tag.STR_A) | 0;
    this.b = (b + Tag.STR_B) | 0;
  }

  private wordsOfShared(object: HeapObject): void {
    const known = sharedWords.get(object);
    if (known !== undefined) return this.tag(...known);
    this.wordsOfText(sharedName(object) ?? object.cls.name);
    this.a = (this.a + Tag.SHARED_A) | 0;
    this.b = (this.b + Tag.SHARED_B) | 0;
    sharedWords.set(object, [this.a, this.b]);
  }

  /** Puts the words of a value behind the lanes, for compiled code. */
  spell(value: Value | undefined): void {
    this.wordsOf(value);
    this.lanes[2] = this.a;
    this.lanes[3] = this.b;
  }

  /** The words of a value by themselves, for who computes with them beforehand. */
  words(value: Value | undefined): readonly [number, number] {
    this.wordsOf(value);
    return [this.a, this.b];
  }

  /** Events `from` to `to` of a chunk. */
  events(pcs: Uint32Array, values: readonly (Value | undefined)[], from: number, to: number): void {
    for (let i = from; i < to; i++) this.event(pcs[i], values[i]);
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

  // The entries of the journal, one method each: a recorder that keeps no journal need not make them first. Each
  // begins with a word for what it is and ends with a turn.

  seen(object: HeapObject, contents: readonly (Value | undefined)[]): void {
    this.word(JOURNAL_WORDS.object);
    this.word(object.id);
    this.text(object.cls.name);
    this.listBegins(contents.length);
    for (let i = 0; i < contents.length; i++) this.value(contents[i]);
    this.turn();
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    this.word(MUTATION_WORDS[change]);
    this.word(object.id);
    this.operand(a);
    this.operand(b);
    this.turn();
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
    this.word(native ? JOURNAL_WORDS['enter natively'] : JOURNAL_WORDS.enter);
    this.word(frameId);
    this.word(code.index);
    for (let i = base; i < top; i++) this.value(stack[i]);
    this.turn();
  }

  frame(kind: 'leave' | 'suspend' | 'unwind', frameId: number): void {
    this.word(JOURNAL_WORDS[kind]);
    this.word(frameId);
    this.turn();
  }

  resume(frameId: number, sent: Value): void {
    this.word(JOURNAL_WORDS.resume);
    this.word(frameId);
    this.value(sent);
    this.turn();
  }

  raise(exception: PyException): void {
    this.word(JOURNAL_WORDS.raise);
    this.value(exception);
    this.turn();
  }

  catch(frameId: number, handler: number, depth: number): void {
    this.word(JOURNAL_WORDS.catch);
    this.word(frameId);
    this.word(handler);
    this.word(depth);
    this.turn();
  }

  output(text: string): void {
    this.word(JOURNAL_WORDS.output);
    this.text(text);
    this.turn();
  }

  private listBegins(length: number): void {
    this.add((intA(length) + Tag.LIST_A) | 0, (intB(length) + Tag.LIST_B) | 0);
  }

  private operand(operand: unknown): void {
    if (!Array.isArray(operand)) {
      this.value(operand as Value | undefined);
      return;
    }
    this.listBegins(operand.length);
    for (const item of operand) this.operand(item);
  }

  /** Sixteen hex digits. */
  digest(): string {
    const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
    const [a, b] = this.lanes;
    const high = finish((a + Math.imul(b, Mix.PC_A)) | 0);
    return hex(high) + hex(finish(b ^ high));
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
const seeds = new WeakMap<Program, Int32Array<ArrayBuffer>>();

/** A hash seeded with what the program is: its instructions, constants and names. @param lanes memory for it */
export function hashFor(program: Program, lanes?: Int32Array<ArrayBuffer>): TraceHash {
  let seed = seeds.get(program);
  if (seed === undefined) seeds.set(program, (seed = seedOf(program).lanes));
  const hash = new TraceHash(lanes);
  hash.lanes[0] = seed[0];
  hash.lanes[1] = seed[1];
  return hash;
}

function seedConstant(hash: TraceHash, constant: Value | undefined): void {
  if (typeof constant === 'string') {
    for (let i = 0; i < constant.length; i++) hash.word(constant.charCodeAt(i));
  } else if (constant instanceof PyBytes) hash.text(bytesText(constant.data));
  else if (isObject(constant)) {
    hash.text(constant.cls.name);
    for (const item of snapshotOf(constant)) seedConstant(hash, item);
  } else hash.value(constant);
}

function seedOf(program: Program): TraceHash {
  const hash = new TraceHash();
  for (const word of program.code) hash.word(word);
  hash.turn();
  for (const constant of program.consts) {
    seedConstant(hash, constant);
    hash.turn();
  }
  for (const name of program.names) hash.text(name);
  hash.turn();
  return hash;
}
