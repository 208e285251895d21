// Sequences of instructions that `stretch.ts` carries out as one. They are found by pc, whatever jumps into their middle:
// the instructions stay what they are, and so do their events. Of those what is known beforehand of the hash is computed
// here. Knows nothing of runs.
import type { Program } from '../code.ts';
import { Op } from '../op.ts';
import type { Value } from '../values/objects.ts';
import { Head, intA, intB, Mix, Tag } from '../trace/mix.ts';

/** Operation codes of sequences, behind those of instructions. Each has two small ints, `i` and `j`. */
export enum Fused {
  /** LOAD_FAST i, LOAD_FAST j. */
  LOAD_TWO = 128,
  /** LOAD_FAST i, a constant, addition or subtraction that comes to j. */
  ADD_INT,
  /** The same, and STORE_FAST. */
  ADD_INT_STORE,
  /** LOAD_FAST i, a constant above 0, modulo that comes to j. */
  MOD_INT,
  /** FOR_ITER over a range that comes to i, STORE_FAST. */
  FOR_STORE,
  /** LOAD_FAST of a list with the number i, LOAD_FAST j, LOAD_SUBSCR; the last is told by itself. */
  SUBSCR,
  /** The same with STORE_SUBSCR. */
  STORE_SUBSCR,
  /** From here on a comparison of i with j and a jump after it. Here LOAD_FAST i, the constant j. */
  TEST_INT,
  /** LOAD_FAST i, LOAD_FAST j. */
  TEST_TWO,
  /** With i below, LOAD_FAST j. */
  TEST_TOP,
  /** With i below, the constant j. */
  TEST_TOP_INT,
}

/** What a comparison holds for, as bits. */
export enum Holds {
  LESS = 1,
  EQUAL = 2,
  GREATER = 4,
  /** For a test: it jumps when the comparison holds. */
  JUMPS = 8,
}

/** By operation code: what a comparison holds for; 0 for what is none. */
export const HOLDS = new Uint8Array(256);
for (const [op, holds] of [
  [Op.COMPARE_EQ, Holds.EQUAL],
  [Op.COMPARE_NE, Holds.LESS | Holds.GREATER],
  [Op.COMPARE_LT, Holds.LESS],
  [Op.COMPARE_LE, Holds.LESS | Holds.EQUAL],
  [Op.COMPARE_GT, Holds.GREATER],
  [Op.COMPARE_GE, Holds.GREATER | Holds.EQUAL],
] as const)
  HOLDS[op] = holds;

/** By operation code of a sequence: the instruction it begins with. */
export const FIRST = new Uint8Array(256).fill(Op.LOAD_FAST);
FIRST[Fused.TEST_TOP_INT] = Op.LOAD_CONST;

/**
 * What is known of a sequence, by place. The events of the sequence make `lane · STEP + KNOWN + word(i) · FIRST + word(j) ·
 * SECOND` of each lane, if it is no test.
 */
export enum Datum {
  KNOWN_A,
  KNOWN_B,
  STEP_A,
  STEP_B,
  FIRST_A,
  FIRST_B,
  SECOND_A,
  SECOND_B,
  /** Instructions. */
  COUNT,
  /** The constant; for a subtraction, what is added. */
  INT,
  /** `Holds` of a test. */
  HOLDS,
}

/** So many numbers from the data of one pc to those of the next: a power of two. */
export const DATA = 16;

export interface Fusion {
  /** The program's. */
  readonly consts: readonly Value[];
  readonly names: readonly string[];
  /** The program's code, with the operation code of a sequence where one begins. */
  readonly code: Int32Array;
  /** By pc, `DATA` for each: what `Datum` says. */
  readonly data: Int32Array;
  /** By pc: how often a stretch may still be begun there and come to nothing. The loop counts it down. */
  readonly tries: Uint8Array;
}

/** By operation code: how often a stretch that begins there may come to nothing; 0 for what it never carries out. */
const TRIES = new Uint8Array(256);
for (const op of [
  ...[Op.RETURN, Op.LOAD_CONST, Op.LOAD_FAST, Op.STORE_FAST, Op.LOAD_GLOBAL, Op.POP_TOP],
  ...[Op.BINARY_ADD, Op.BINARY_SUB, Op.BINARY_MUL, Op.BINARY_TRUEDIV, Op.BINARY_FLOORDIV, Op.BINARY_MOD],
  ...[
    Op.INPLACE_ADD,
    Op.INPLACE_SUB,
    Op.INPLACE_MUL,
    Op.INPLACE_TRUEDIV,
    Op.INPLACE_FLOORDIV,
    Op.INPLACE_MOD,
  ],
  ...[Op.COMPARE_EQ, Op.COMPARE_NE, Op.COMPARE_LT, Op.COMPARE_LE, Op.COMPARE_GT, Op.COMPARE_GE],
  ...[Op.COMPARE_IN, Op.COMPARE_NOT_IN],
  ...[Op.JUMP, Op.JUMP_BACKWARD, Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE],
  ...[Op.GET_ITER, Op.FOR_ITER, Op.LOAD_SUBSCR, Op.STORE_SUBSCR, Op.CALL],
  ...[Op.LOAD_ATTR, Op.STORE_ATTR],
])
  TRIES[op] = 8;

const fusions = new WeakMap<Program, Fusion>();

/** The sequences of a program; found once, however often it runs. */
export function fusionOf(program: Program): Fusion {
  let found = fusions.get(program);
  if (found === undefined) fusions.set(program, (found = fuse(program)));
  return found;
}

/** The value of an event in a sequence: one of its ints, its constant, or none that is known beforehand. */
type Part = 'i' | 'j' | 'list' | 'constant' | null;

const ADDS: ReadonlySet<Op> = new Set([Op.BINARY_ADD, Op.INPLACE_ADD]);
const SUBTRACTS: ReadonlySet<Op> = new Set([Op.BINARY_SUB, Op.INPLACE_SUB]);
const MODULO: ReadonlySet<Op> = new Set([Op.BINARY_MOD, Op.INPLACE_MOD]);

function fuse({ code, codes, consts, names }: Program): Fusion {
  const { length } = code;
  const fusion: Fusion = {
    consts,
    names,
    code: code.slice(),
    data: new Int32Array(DATA * length),
    tries: new Uint8Array(length),
  };
  const { data } = fusion;
  const opAt = (pc: number): Op => (pc < length ? code[pc] & 255 : Op.NOP);
  const intAt = (pc: number): number | null => {
    const value = opAt(pc) === Op.LOAD_CONST ? consts[code[pc] >>> 8] : null;
    return typeof value === 'number' && (value | 0) === value ? value : null;
  };
  const isTest = (pc: number): boolean =>
    HOLDS[opAt(pc)] !== 0 && [Op.POP_JUMP_IF_FALSE, Op.POP_JUMP_IF_TRUE].includes(opAt(pc + 1));

  const sequence = (pc: number, op: Fused, parts: readonly Part[]): void => {
    fusion.code[pc] = (code[pc] & ~255) | op;
    const at = pc * DATA;
    data[at + Datum.COUNT] = parts.length;
    const last = pc + parts.length - 1;
    if (op >= Fused.TEST_INT)
      data[at + Datum.HOLDS] = HOLDS[opAt(last - 1)] | (opAt(last) === Op.POP_JUMP_IF_TRUE ? Holds.JUMPS : 0);
    const lane = (index: 0 | 1, step: number, pcFactor: number, mix: (word: number) => number): void => {
      let [factor, known, first, second] = [1, 0, 0, 0];
      for (let i = parts.length - 1; i >= 0; i--) {
        const part = parts[i];
        let word = Math.imul(pc + i, pcFactor);
        if (part === 'constant') {
          const value = intAt(pc + i)!;
          word += mix(value);
          data[at + Datum.INT] = SUBTRACTS.has(opAt(pc + i + 1)) ? -value : value;
        } else if (part === 'j') second += factor;
        else if (part !== null) first += factor;
        if (part === 'list') word += index === 0 ? Tag.OBJECT_A : Tag.OBJECT_B;
        known = (known + Math.imul(word, factor)) | 0;
        factor = Math.imul(factor, step);
      }
      data[at + Datum.KNOWN_A + index] = known;
      data[at + Datum.STEP_A + index] = factor;
      data[at + Datum.FIRST_A + index] = first;
      data[at + Datum.SECOND_A + index] = second;
    };
    lane(0, Mix.STEP_A, Mix.PC_A, intA);
    lane(1, Mix.STEP_B, Mix.PC_B, intB);
  };

  // What the journal has of a frame that begins, less its number and its slots.
  for (const { start, index } of codes) {
    data[start * DATA + Datum.KNOWN_A] = Head.ENTER_A + intA(index);
    data[start * DATA + Datum.KNOWN_B] = Head.ENTER_B + intB(index);
  }
  for (let pc = 0; pc < length; pc++) {
    const [op, second, third, fourth] = [opAt(pc), opAt(pc + 1), opAt(pc + 2), opAt(pc + 3)];
    fusion.tries[pc] = TRIES[op];
    if (op === Op.FOR_ITER && second === Op.STORE_FAST) sequence(pc, Fused.FOR_STORE, ['i', 'i']);
    if (intAt(pc) !== null && isTest(pc + 1)) sequence(pc, Fused.TEST_TOP_INT, ['constant', null, null]);
    if (op !== Op.LOAD_FAST) continue;
    const int = intAt(pc + 1);
    if (isTest(pc + 1)) sequence(pc, Fused.TEST_TOP, ['j', null, null]);
    else if (second === Op.LOAD_FAST) {
      if (isTest(pc + 2)) sequence(pc, Fused.TEST_TWO, ['i', 'j', null, null]);
      else if (third === Op.LOAD_SUBSCR) sequence(pc, Fused.SUBSCR, ['list', 'j']);
      else if (third === Op.STORE_SUBSCR) sequence(pc, Fused.STORE_SUBSCR, ['list', 'j']);
      else sequence(pc, Fused.LOAD_TWO, ['i', 'j']);
    } else if (int !== null) {
      if (isTest(pc + 2)) sequence(pc, Fused.TEST_INT, ['i', 'constant', null, null]);
      else if (ADDS.has(third) || (SUBTRACTS.has(third) && int !== -0x80000000)) {
        if (fourth === Op.STORE_FAST) sequence(pc, Fused.ADD_INT_STORE, ['i', 'constant', 'j', 'j']);
        else sequence(pc, Fused.ADD_INT, ['i', 'constant', 'j']);
      } else if (MODULO.has(third) && int > 0) sequence(pc, Fused.MOD_INT, ['i', 'constant', 'j']);
    }
  }
  return fusion;
}
