// How the builtin kinds compare with each other, whatever their class says: what `list.__lt__` and its kin do.
import { PyBoundMethod } from '../builtins/builtin.ts';
import type { CompareOperator } from '../../grammar/ast.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from './boxed.ts';
import { PyBytes } from './bytes.ts';
import { compareOp, equals } from './compare.ts';
import { PyComplex } from './complex.ts';
import { PyDict } from './dict.ts';
import { PyList } from './list.ts';
import { PyFloat, type Value } from './objects.ts';
import { PyRange } from './range.ts';
import { PySet } from './set.ts';
import { isSubset } from './set-algebra.ts';
import { NotImplemented } from './singletons.ts';
import { PySlice } from './slice.ts';
import { PyTuple } from './tuple.ts';
import { PyDictView } from './views.ts';

export type RichOperator = Exclude<CompareOperator, 'is' | 'is not' | 'in' | 'not in'>;

/** An int, float or bool. */
export function isNumber(value: Value): value is number | bigint | boolean | PyFloat {
  switch (typeof value) {
    case 'number':
    case 'bigint':
    case 'boolean':
      return true;
    case 'string':
      return false;
    case 'object':
      return value instanceof PyFloat;
  }
}

/** JavaScript compares numbers with bigints exactly, as Python compares floats with ints. */
export function compareNumbers(
  op: RichOperator,
  a: number | bigint | boolean | PyFloat,
  b: number | bigint | boolean | PyFloat,
): boolean {
  const [x, y] = [plainNumber(a), plainNumber(b)];
  switch (op) {
    case '==':
      return x >= y && x <= y;
    case '!=':
      return !(x >= y && x <= y);
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
  }
}

/** Complex numbers are equal or not; the other comparisons they do not know. */
function compareComplex(op: RichOperator, a: Value, b: Value): Value {
  const [x, y] = a instanceof PyComplex ? [a, b] : [b as PyComplex, a];
  if (op !== '==' && op !== '!=') return NotImplemented;
  if (y instanceof PyComplex) return (x.real === y.real && x.imag === y.imag) === (op === '==');
  if (!isNumber(y)) return NotImplemented;
  const isEqual = x.imag === 0 && compareNumbers('==', new PyFloat(x.real), y);
  return isEqual === (op === '==');
}

function plainNumber(value: number | bigint | boolean | PyFloat): number | bigint {
  if (typeof value === 'object') return value.value;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** By code points: where two strings first differ, a surrogate stands for a code point above the others. */
export function compareText(op: RichOperator, a: string, b: string): boolean {
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  return holds(op, textOrder(a, b));
}

/** Negative, zero or positive as `a` comes before, is or comes after `b`. */
export function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates above all other code units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

function holds(op: RichOperator, order: number): boolean {
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Lists and tuples: by the first elements that differ, then by length. The arrays may change meanwhile. */
export function compareSequences(
  rt: Runtime,
  op: RichOperator,
  a: readonly Value[],
  b: readonly Value[],
): Value {
  if (a.length !== b.length && op === '==') return false;
  if (a.length !== b.length && op === '!=') return true;
  for (let i = 0; i < a.length && i < b.length; i++) {
    if ((i & 63) === 63) rt.charge(64);
    if (equals(rt, a[i], b[i])) continue;
    if (op === '==') return false;
    if (op === '!=') return true;
    return compareOp(rt, op, a[i], b[i]);
  }
  return holds(op, a.length - b.length);
}

function dictsEqual(rt: Runtime, a: PyDict, b: PyDict): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a.entries()) {
    const other = b.get(rt, key);
    if (other === undefined || !equals(rt, value, other)) return false;
  }
  return true;
}

/** Sets by inclusion; `size` and membership are all they need of each other. */
function compareSets(
  op: RichOperator,
  sizeA: number,
  sizeB: number,
  within: (smaller: 'a' | 'b') => boolean,
): boolean {
  switch (op) {
    case '==':
      return sizeA === sizeB && within('a');
    case '!=':
      return !(sizeA === sizeB && within('a'));
    case '<=':
      return sizeA <= sizeB && within('a');
    case '<':
      return sizeA < sizeB && within('a');
    case '>=':
      return sizeA >= sizeB && within('b');
    case '>':
      return sizeA > sizeB && within('b');
  }
}

type SetLike = PySet | PyDictView;

function isSetLike(value: Value): value is SetLike {
  return value instanceof PySet || (value instanceof PyDictView && value.part !== 'values');
}

const sizeOf = (value: SetLike): number => (value instanceof PySet ? value.size : value.dict.size);

function allIn(rt: Runtime, inner: SetLike, outer: SetLike): boolean {
  if (inner instanceof PySet && outer instanceof PySet) return isSubset(rt, inner, outer);
  const elements = inner instanceof PySet ? inner.contents() : inner.elements();
  return elements.every((element) => outer.has(rt, element));
}

/** `a op b` as the builtin class of `a` has it; NotImplemented when it does not know `b`. */
export function compareNative(rt: Runtime, op: RichOperator, boxedA: Value, boxedB: Value): Value {
  const [a, b] = [unbox(boxedA), unbox(boxedB)];
  if (typeof a === 'string') return typeof b === 'string' ? compareText(op, a, b) : NotImplemented;
  if (a instanceof PyComplex || b instanceof PyComplex) return compareComplex(op, a, b);
  if (isNumber(a)) return isNumber(b) ? compareNumbers(op, a, b) : NotImplemented;
  if (a instanceof PyTuple && b instanceof PyTuple) return compareSequences(rt, op, a.items, b.items);
  if (a instanceof PyList && b instanceof PyList) return compareSequences(rt, op, a.items, b.items);
  if (isSetLike(a) && isSetLike(b) && !(a instanceof PySet && b instanceof PyDictView))
    return compareSets(op, sizeOf(a), sizeOf(b), (smaller) =>
      smaller === 'a' ? allIn(rt, a, b) : allIn(rt, b, a),
    );
  if (a instanceof PyBytes && b instanceof PyBytes) return holds(op, bytesOrder(a.data, b.data));
  if (a instanceof PySlice && b instanceof PySlice)
    return compareSequences(rt, op, [a.start, a.stop, a.step], [b.start, b.stop, b.step]);
  if (op !== '==' && op !== '!=') return NotImplemented;
  const equal = equalNative(rt, a, b);
  return equal === undefined ? NotImplemented : equal === (op === '==');
}

/** Equality of the kinds that have no order; undefined when they do not compare. */
function equalNative(rt: Runtime, a: Value, b: Value): boolean | undefined {
  if (a instanceof PyDict && b instanceof PyDict) return dictsEqual(rt, a, b);
  if (a instanceof PyRange && b instanceof PyRange)
    return (
      a.length === b.length && (a.length === 0 || a.start === b.start) && (a.length <= 1 || a.step === b.step)
    );
  if (a instanceof PyBoundMethod && b instanceof PyBoundMethod) return a.self === b.self && a.func === b.func;
  return undefined;
}

function bytesOrder(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}
