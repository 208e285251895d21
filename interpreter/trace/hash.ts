// The canonical 64-bit hash of a run over all events and journal entries in order, seeded by the code; the same for
// every way of recording the same run. Two 32-bit lanes, each a polynomial over words: `lane = lane · P + word`. It is
// linear, so that a stretch of events known beforehand goes in at once, as one product and one sum. What is no event with
// a value *turns* the lanes: low bits get what the high ones know, which a polynomial alone never does.
import type { CodeObject, Program } from '../code.ts';
import { bytesText, PyBytes } from '../values/bytes.ts';
import type { PyException } from '../values/class.ts';
import { type HeapObject, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import { JOURNAL_WORDS, MUTATION_WORDS, type JournalEntry } from './journal.ts';
import { characterA, characterB, intA, intB, Mix, Tag } from './mix.ts';
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
/** A float and the two halves of its bits. */
const floatValue = new Float64Array(1);
const floatBits = new Int32Array(floatValue.buffer);
/** Where the low half is: the order of bytes is the processor's. */
const LOW = new Uint8Array(new Int32Array([1]).buffer)[0] === 1 ? 0 : 1;

/** The words of objects that all runs share, which are told by name. */
const sharedWords = new WeakMap<HeapObject, readonly [number, number]>();

/** What a program needs of the hash in every run. */
interface Prepared {
  /** The lanes that runs begin with. */
  readonly seed: Int32Array<ArrayBuffer>;
  readonly shown: Shown;
}

/** By pc, the object that was last seen there, and its words: an instruction in a loop mostly meets the same again. */
interface Shown {
  readonly objects: (HeapObject | undefined)[];
  readonly words: Int32Array;
}

const NOTHING_SHOWN: Shown = { objects: [], words: new Int32Array(0) };

export class TraceHash {
  /** The two lanes; whoever knows the rules may write them (the loop does). */
  readonly lanes: Int32Array<ArrayBuffer>;
  /** The words of the value last asked for. */
  private a = 0;
  private b = 0;
  readonly shown: Shown;

  constructor(lanes = new Int32Array(4), shown = NOTHING_SHOWN) {
    this.lanes = lanes;
    this.shown = shown;
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

  /** An event. The loop has this written out for values that are frequent. */
  event(pc: number, value: Value | undefined): void {
    const { lanes } = this;
    if (typeof value === 'object' && value !== null) this.wordsAt(pc, value);
    else this.wordsOf(value);
    lanes[0] = (Math.imul(lanes[0], Mix.STEP_A) + Math.imul(pc, Mix.PC_A) + this.a) | 0;
    lanes[1] = (Math.imul(lanes[1], Mix.STEP_B) + Math.imul(pc, Mix.PC_B) + this.b) | 0;
    if (value === undefined) this.turn();
  }

  /** Computes the words of an object or float at a pc, unless it is the object that was there before. */
  private wordsAt(pc: number, value: HeapObject | PyFloat): void {
    const { objects, words } = this.shown;
    if (objects[pc] === value) {
      this.a = words[2 * pc];
      this.b = words[2 * pc + 1];
      return;
    }
    if (value instanceof PyFloat) return this.wordsOfFloat(value.value);
    this.wordsOfObject(value);
    if (pc >= objects.length) return;
    objects[pc] = value;
    words[2 * pc] = this.a;
    words[2 * pc + 1] = this.b;
  }

  /** Ends an entry that has come to the lanes `x` and `y` with the values from `from` to `to`. */
  private endWith(
    x: number,
    y: number,
    values: readonly (Value | undefined)[],
    from: number,
    to: number,
  ): void {
    const { lanes } = this;
    for (let i = from; i < to; i++) {
      const value = values[i];
      if (typeof value === 'number' && (value | 0) === value) {
        x = (Math.imul(x, Mix.STEP_A) + intA(value)) | 0;
        y = (Math.imul(y, Mix.STEP_B) + intB(value)) | 0;
      } else if (value === undefined) {
        x = (Math.imul(x, Mix.STEP_A) + Tag.NONE_A) | 0;
        y = (Math.imul(y, Mix.STEP_B) + Tag.NONE_B) | 0;
      } else {
        this.wordsOfOther(value);
        x = (Math.imul(x, Mix.STEP_A) + this.a) | 0;
        y = (Math.imul(y, Mix.STEP_B) + this.b) | 0;
      }
    }
    lanes[0] = x ^ (x >>> Mix.TURN_A);
    lanes[1] = y ^ (y >>> Mix.TURN_B);
  }

  value(value: Value | undefined): void {
    this.wordsOf(value);
    this.add(this.a, this.b);
  }

  text(text: string): void {
    this.wordsOfText(text);
    this.add(this.a, this.b);
  }

  /** As ints of 32 bits with a sign, without which every word would become a box of its own. */
  private tag(a: number, b: number): void {
    this.a = a | 0;
    this.b = b | 0;
  }

  /** Two numbers of 32 bits and what kind of value they are. */
  private pair(a: number, b: number, low: number, high: number): void {
    this.a = (intA((intA(low) + high) | 0) + a) | 0;
    this.b = (intB((intB(low) + high) | 0) + b) | 0;
  }

  /** Computes what a value adds to the lanes. */
  private wordsOf(value: Value | undefined): void {
    if (typeof value === 'number' && (value | 0) === value) {
      this.a = intA(value);
      this.b = intB(value);
    } else this.wordsOfOther(value);
  }

  /** What is frequent comes first. By comparing: a switch over `typeof` makes the text first. */
  private wordsOfOther(value: Value | undefined): void {
    if (value === undefined) this.tag(Tag.NONE_A, Tag.NONE_B);
    else if (typeof value === 'boolean')
      this.tag(value ? Tag.TRUE_A : Tag.FALSE_A, value ? Tag.TRUE_B : Tag.FALSE_B);
    else if (typeof value === 'string') this.wordsOfText(value);
    else if (value === null) this.tag(Tag.NULL_A, Tag.NULL_B);
    else if (value instanceof PyFloat) this.wordsOfFloat(value.value);
    else if (typeof value === 'number')
      this.pair(Tag.BIG_A, Tag.BIG_B, (value % 4294967296) | 0, Math.floor(value / 4294967296) | 0);
    else if (typeof value === 'bigint') {
      const some = BigInt.asIntN(MOST_BITS, value);
      this.pair(Tag.BIG_A, Tag.BIG_B, Number(BigInt.asIntN(32, some)), Number(some % PRIME) | 0);
    } else this.wordsOfObject(value);
  }

  private wordsOfObject(object: HeapObject): void {
    const { id } = object;
    if (id === 0) return this.wordsOfShared(object);
    this.a = (intA(id) + Tag.OBJECT_A) | 0;
    this.b = (intB(id) + Tag.OBJECT_B) | 0;
  }

  private wordsOfFloat(value: number): void {
    floatValue[0] = value;
    // The bits of a NaN are whatever made it.
    const high = Number.isNaN(value) ? 0x7ff80000 : floatBits[1 - LOW];
    this.pair(Tag.FLOAT_A, Tag.FLOAT_B, floatBits[LOW], high);
  }

  private wordsOfText(text: string): void {
    const { length } = text;
    if (length === 1) {
      this.a = characterA(text) | 0;
      this.b = characterB(text) | 0;
      return;
    }
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

  /** Puts the words of a float behind the lanes, for compiled code. */
  spellFloat(value: number): void {
    this.wordsOfFloat(value);
    this.lanes[2] = this.a;
    this.lanes[3] = this.b;
  }

  /** The same for any value. */
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
        return this.frame(JOURNAL_WORDS[entry.kind], entry.frameId);
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
    const { lanes } = this;
    const { id, cls } = object;
    const { length } = contents;
    this.wordsOfText(cls.name);
    const headA = Math.imul(intA(JOURNAL_WORDS.object), Mix.STEP_A) + intA(id);
    const headB = Math.imul(intB(JOURNAL_WORDS.object), Mix.STEP_B) + intB(id);
    const restA = Math.imul(headA, Mix.STEP_A_2) + Math.imul(this.a, Mix.STEP_A) + intA(length) + Tag.LIST_A;
    const restB = Math.imul(headB, Mix.STEP_B_2) + Math.imul(this.b, Mix.STEP_B) + intB(length) + Tag.LIST_B;
    const x = (Math.imul(lanes[0], Mix.STEP_A_4) + restA) | 0;
    const y = (Math.imul(lanes[1], Mix.STEP_B_4) + restB) | 0;
    this.endWith(x, y, contents, 0, length);
  }

  mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    const kind =
      change === 'set-item'
        ? MUTATION_WORDS['set-item']
        : change === 'append'
          ? MUTATION_WORDS.append
          : MUTATION_WORDS[change];
    if ((typeof a === 'object' && Array.isArray(a)) || (typeof b === 'object' && Array.isArray(b))) {
      this.word(kind);
      this.word(object.id);
      this.operand(a);
      this.operand(b);
      this.turn();
      return;
    }
    const { lanes } = this;
    const { id } = object;
    this.wordsOf(a as Value | undefined);
    const { a: firstA, b: firstB } = this;
    this.wordsOf(b as Value | undefined);
    const headA = Math.imul(intA(kind), Mix.STEP_A) + intA(id);
    const headB = Math.imul(intB(kind), Mix.STEP_B) + intB(id);
    const restA = Math.imul(headA, Mix.STEP_A_2) + Math.imul(firstA, Mix.STEP_A) + this.a;
    const restB = Math.imul(headB, Mix.STEP_B_2) + Math.imul(firstB, Mix.STEP_B) + this.b;
    const x = (Math.imul(lanes[0], Mix.STEP_A_4) + restA) | 0;
    const y = (Math.imul(lanes[1], Mix.STEP_B_4) + restB) | 0;
    lanes[0] = x ^ (x >>> Mix.TURN_A);
    lanes[1] = y ^ (y >>> Mix.TURN_B);
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
    const { lanes } = this;
    const { index } = code;
    const kind = native ? JOURNAL_WORDS['enter natively'] : JOURNAL_WORDS.enter;
    const headA = Math.imul(intA(kind), Mix.STEP_A_2) + Math.imul(intA(frameId), Mix.STEP_A) + intA(index);
    const headB = Math.imul(intB(kind), Mix.STEP_B_2) + Math.imul(intB(frameId), Mix.STEP_B) + intB(index);
    const x = (Math.imul(lanes[0], Mix.STEP_A_3) + headA) | 0;
    const y = (Math.imul(lanes[1], Mix.STEP_B_3) + headB) | 0;
    this.endWith(x, y, stack, base, top);
  }

  /** @param word of an entry that has nothing but the frame */
  frame(word: number, frameId: number): void {
    const { lanes } = this;
    const restA = Math.imul(intA(word), Mix.STEP_A) + intA(frameId);
    const restB = Math.imul(intB(word), Mix.STEP_B) + intB(frameId);
    const x = (Math.imul(lanes[0], Mix.STEP_A_2) + restA) | 0;
    const y = (Math.imul(lanes[1], Mix.STEP_B_2) + restB) | 0;
    lanes[0] = x ^ (x >>> Mix.TURN_A);
    lanes[1] = y ^ (y >>> Mix.TURN_B);
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

  /** Sixteen hex digits. Lets go of the objects of the run. */
  digest(): string {
    const { objects } = this.shown;
    for (let i = 0; i < objects.length; i++) objects[i] = undefined;
    const [a, b] = this.lanes;
    const high = finish((a + Math.imul(b, Mix.PC_A)) | 0);
    return hex(high) + hex(finish(b ^ high));
  }
}

/** The hex digits of each byte: `toString(16)` takes a quarter of a microsecond. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(word: number): string {
  return HEX[word >>> 24] + HEX[(word >>> 16) & 255] + HEX[(word >>> 8) & 255] + HEX[word & 255];
}

function finish(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Made once for each program, however often it runs. */
const prepared = new WeakMap<Program, Prepared>();

/** A hash seeded with what the program is: its instructions, constants and names. @param lanes memory for it */
export function hashFor(program: Program, lanes?: Int32Array<ArrayBuffer>): TraceHash {
  let found = prepared.get(program);
  if (found === undefined) {
    const { length } = program.code;
    const shown = {
      objects: new Array<HeapObject | undefined>(length).fill(undefined),
      words: new Int32Array(2 * length),
    };
    prepared.set(program, (found = { seed: seedOf(program).lanes, shown }));
  }
  const hash = new TraceHash(lanes, found.shown);
  hash.lanes[0] = found.seed[0];
  hash.lanes[1] = found.seed[1];
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
