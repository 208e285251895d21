// Operators on numbers, strings and bytes: what type the result has, by the bits of the operands.
// Source: the Python 3.11 language reference, section 6.7; signs are ours. Knows nothing but bits.
import type { BinaryOperator, UnaryOperator } from '../ast.ts';
import { Bit, INT, INT_LIKE, REAL } from './type.ts';

/** Set in a result when some of the combinations are TypeErrors. */
export const FAULTY = 1 << 30;

/** ints with a sign known: bool counts as not negative. */
const UNSIGNED = Bit.nat | Bit.bool;

type Rule = (left: number, right: number) => number;

const intRules: Readonly<Record<Exclude<BinaryOperator, '@'>, Rule>> = {
  '+': (l, r) => ((l | r) & Bit.neg ? (l & r & Bit.neg ? Bit.neg : INT) : Bit.nat),
  '-': (l, r) => (l & UNSIGNED && r & Bit.neg ? Bit.nat : INT),
  '*': (l, r) => ((l | r) & Bit.neg ? (l & r & Bit.neg ? Bit.nat : INT) : Bit.nat),
  '/': () => Bit.float,
  '//': (l, r) => ((l | r) & Bit.neg ? (l & r & Bit.neg ? Bit.nat : INT) : Bit.nat),
  '%': (_, r) => (r & Bit.neg ? INT : Bit.nat),
  '**': (l, r) => (r & Bit.neg ? Bit.float : l & Bit.neg ? INT : Bit.nat),
  '<<': (l) => (l & Bit.neg ? Bit.neg : Bit.nat),
  '>>': (l) => (l & Bit.neg ? Bit.neg : Bit.nat),
  '&': (l, r) => (l & r & Bit.bool ? Bit.bool : l & r & Bit.neg ? Bit.neg : Bit.nat),
  '|': (l, r) => (l & r & Bit.bool ? Bit.bool : (l | r) & Bit.neg ? Bit.neg : Bit.nat),
  '^': (l, r) => (l & r & Bit.bool ? Bit.bool : (l ^ r) & Bit.neg ? Bit.neg : Bit.nat),
};

const FLOAT_OPERATORS: ReadonlySet<BinaryOperator> = new Set(['+', '-', '*', '/', '//', '%', '**']);
const COMPLEX_OPERATORS: ReadonlySet<BinaryOperator> = new Set(['+', '-', '*', '/', '**']);
const NUMBER = REAL | Bit.complex;

/** The result for one bit on each side, or FAULTY. */
function pair(op: BinaryOperator, left: number, right: number): number {
  if (left & INT_LIKE && right & INT_LIKE) return op === '@' ? FAULTY : intRules[op](left, right);
  if (left & REAL && right & REAL) {
    // A negative number to a power that is no integer is complex.
    if (op === '**' && right & Bit.float && left & (Bit.float | Bit.neg)) return Bit.float | Bit.complex;
    return FLOAT_OPERATORS.has(op) ? Bit.float : FAULTY;
  }
  if (left & NUMBER && right & NUMBER) return COMPLEX_OPERATORS.has(op) ? Bit.complex : FAULTY;
  const text = left & (Bit.str | Bit.bytes);
  if (op === '+') return text !== 0 && left === right ? left : FAULTY;
  if (op === '*') {
    if (text !== 0 && right & INT_LIKE) return left;
    return right & (Bit.str | Bit.bytes) && left & INT_LIKE ? right : FAULTY;
  }
  return FAULTY;
}

const memo = new Map<number, number>();
const OPERATORS: readonly BinaryOperator[] = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '<<',
  '>>',
  '|',
  '^',
  '&',
  '@',
];
const operatorIndex = new Map(OPERATORS.map((op, i) => [op, i]));

/**
 * The mask of what `left op right` may give, with FAULTY set if it may be a TypeError. Formatting with `%`
 * is not for here.
 */
export function scalarBinary(op: BinaryOperator, left: number, right: number): number {
  if (((left | right) & Bit.any) !== 0) return Bit.any;
  const key = (operatorIndex.get(op)! * (1 << 15) + left) * (1 << 15) + right;
  const known = memo.get(key);
  if (known !== undefined) return known;
  let result = 0;
  for (let l = 1; l <= left; l <<= 1) {
    if ((left & l) === 0) continue;
    for (let r = 1; r <= right; r <<= 1) if ((right & r) !== 0) result |= pair(op, l, r);
  }
  memo.set(key, result);
  return result;
}

/** The mask of what a unary operator gives, with FAULTY set if it may be a TypeError. */
export function scalarUnary(op: Exclude<UnaryOperator, 'not'>, mask: number): number {
  if ((mask & Bit.any) !== 0) return Bit.any;
  let result = (mask & ~NUMBER) === 0 ? 0 : FAULTY;
  switch (op) {
    case '-':
      if (mask & UNSIGNED) result |= INT;
      if (mask & Bit.neg) result |= Bit.nat;
      return result | (mask & (Bit.float | Bit.complex));
    case '+':
      if (mask & Bit.bool) result |= Bit.nat;
      return result | (mask & (INT | Bit.float | Bit.complex));
    case '~':
      if (mask & UNSIGNED) result |= Bit.neg;
      if (mask & Bit.neg) result |= Bit.nat;
      return mask & (Bit.float | Bit.complex) ? result | FAULTY : result;
  }
}

/** The scalars of `mask` that have a value which counts as false. */
export function falsyScalars(mask: number): number {
  return mask & ~(Bit.neg | Bit.ellipsis | Bit.notImplemented | Bit.slice | Bit.object);
}

/** The scalars of `mask` that have a value which counts as true. */
export function truthyScalars(mask: number): number {
  return mask & ~Bit.none;
}

/** Whether `<` is defined between all scalars of one mask and all of the other. */
export function scalarsOrdered(left: number, right: number): boolean {
  const both = left | right;
  if (left === 0 || right === 0 || (both & Bit.any) !== 0) return true;
  return (both & ~REAL) === 0 || (both & ~Bit.str) === 0 || (both & ~Bit.bytes) === 0;
}
