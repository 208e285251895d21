// Binary and unary operators on the builtin kinds, whatever their class says: what `int.__add__`, `set.__or__` and
// their kin do. Concatenation and repetition of sequences are in `sequence-arithmetic.ts`: other rules choose them.
import type { BinaryOperator, UnaryOperator } from '../../grammar/ast.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from './boxed.ts';
import { setClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { asComplex, PyComplex } from './complex.ts';
import { complexOp } from './complex-arithmetic.ts';
import { PyDict } from './dict.ts';
import * as float from './float.ts';
import { floatPower } from './float-power.ts';
import { isTypeForm, unionOf } from './generic-alias.ts';
import * as int from './int.ts';
import { intToFloat, trueDivide } from './int-float.ts';
import { iterate } from './iterate.ts';
import { power } from './int-power.ts';
import { isNumber } from './native-compare.ts';
import { PyFloat, type Value } from './objects.ts';
import { percentFormat } from './percent-format.ts';
import { PySet } from './set.ts';
import {
  difference,
  intersection,
  setOf,
  subtractFrom,
  symmetricDifference,
  toggleIn,
  union,
  updateSet,
} from './set-algebra.ts';
import { NotImplemented } from './singletons.ts';
import { PyDictView } from './views.ts';

/** `a op b` of two builtin kinds; NotImplemented where they do not go together. */
export function binaryNative(rt: Runtime, op: BinaryOperator, boxedA: Value, boxedB: Value): Value {
  const [a, b] = [unbox(boxedA), unbox(boxedB)];
  // Any value can be formatted, a complex number too.
  if (typeof a === 'string') return op === '%' ? percentFormat(rt, a, boxedB) : NotImplemented;
  if (a instanceof PyBytes) return op === '%' ? rt.unsupported('% formatting of bytes') : NotImplemented;
  if (a instanceof PyComplex || b instanceof PyComplex) return complexOperands(rt, op, a, b);
  if (isNumber(a)) return isNumber(b) ? numberOp(rt, op, a, b) : NotImplemented;
  if (isSetView(a) || isSetView(b)) return viewOp(rt, op, a, b);
  if (a instanceof PySet && b instanceof PySet) return setOp(rt, op, a, b);
  if (op !== '|') return NotImplemented;
  if (a instanceof PyDict && b instanceof PyDict) return mergeDicts(rt, a, b);
  return (isTypeForm(a) || isTypeForm(b) ? unionOf(a, b) : undefined) ?? NotImplemented;
}

function complexOperands(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value {
  const [x, y] = [asComplex(a), asComplex(b)];
  return x === undefined || y === undefined ? NotImplemented : complexOp(rt, op, x, y);
}

type PyNumber = number | bigint | boolean | PyFloat;

const toInt = (value: number | bigint | boolean): int.Int =>
  typeof value === 'boolean' ? Number(value) : value;
const toFloat = (value: PyNumber): number =>
  value instanceof PyFloat ? value.value : intToFloat(toInt(value));

/** Arithmetic between ints, bools and floats. */
export function numberOp(rt: Runtime, op: BinaryOperator, a: PyNumber, b: PyNumber): Value {
  if (a instanceof PyFloat || b instanceof PyFloat) return floatOp(rt, op, a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') {
    if (op === '&') return a && b;
    if (op === '|') return a || b;
    if (op === '^') return a !== b;
  }
  return intOp(rt, op, toInt(a), toInt(b));
}

function intOp(rt: Runtime, op: BinaryOperator, a: int.Int, b: int.Int): Value {
  switch (op) {
    case '+':
      return int.paid(rt, int.add(a, b));
    case '-':
      return int.paid(rt, int.sub(a, b));
    case '*':
      return int.paid(rt, int.mul(rt, a, b));
    case '/':
      return new PyFloat(trueDivide(a, b));
    case '//':
      return int.floordiv(rt, a, b);
    case '%':
      return int.mod(rt, a, b);
    case '**':
      return b < 0 ? powerOfFloats(rt, intToFloat(a), intToFloat(b)) : power(rt, a, b);
    case '<<':
      return int.paid(rt, int.shiftLeft(rt, a, b));
    case '>>':
      return int.paid(rt, int.shiftRight(a, b));
    case '|':
      return int.paid(rt, int.bitOr(a, b));
    case '^':
      return int.paid(rt, int.bitXor(a, b));
    case '&':
      return int.paid(rt, int.bitAnd(a, b));
    case '@':
      return NotImplemented;
  }
}

/** A negative number has a complex power where the exponent is no integer. */
function powerOfFloats(rt: Runtime, a: number, b: number): Value {
  const isComplex = a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b);
  if (isComplex) return complexOp(rt, '**', new PyComplex(a, 0), new PyComplex(b, 0));
  return new PyFloat(floatPower(rt, a, b));
}

function floatOp(rt: Runtime, op: BinaryOperator, a: PyNumber, b: PyNumber): Value {
  switch (op) {
    case '+':
      return new PyFloat(toFloat(a) + toFloat(b));
    case '-':
      return new PyFloat(toFloat(a) - toFloat(b));
    case '*':
      return new PyFloat(toFloat(a) * toFloat(b));
    case '/':
      return new PyFloat(float.divide(toFloat(a), toFloat(b)));
    case '//':
      return new PyFloat(float.floordiv(toFloat(a), toFloat(b)));
    case '%':
      return new PyFloat(float.mod(toFloat(a), toFloat(b)));
    case '**':
      return powerOfFloats(rt, toFloat(a), toFloat(b));
    case '<<':
    case '>>':
    case '|':
    case '^':
    case '&':
    case '@':
      return NotImplemented;
  }
}

function setOp(rt: Runtime, op: BinaryOperator, a: PySet, b: PySet): Value {
  if (op === '|') return union(rt, a, b);
  if (op === '&') return intersection(rt, a, b);
  if (op === '-') return difference(rt, a, b);
  return op === '^' ? symmetricDifference(rt, a, b) : NotImplemented;
}

function mergeDicts(rt: Runtime, a: PyDict, b: PyDict): PyDict {
  rt.charge(a.size + b.size);
  const merged = new PyDict();
  a.copyInto(merged);
  for (const [key, value] of b.entries()) merged.set(rt, key, value);
  return merged;
}

function isSetView(value: Value): value is PyDictView {
  return value instanceof PyDictView && value.part !== 'values';
}

/** What a view of keys or items makes of an operator, on whichever side it stands: a new set. */
function viewOp(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value {
  if (op === '&') return isSetView(a) ? viewIntersection(rt, a, b) : viewIntersection(rt, b as PyDictView, a);
  if (op !== '|' && op !== '-' && op !== '^') return NotImplemented;
  // The keys of a dict are taken from the dict itself, whose size is known.
  const result = setOf(rt, isSetView(a) && a.part === 'keys' ? a.dict : a);
  if (op === '|') updateSet(rt, result, b);
  else if (op === '-') subtractFrom(rt, result, b);
  else toggleIn(rt, result, b);
  return result;
}

function viewIntersection(rt: Runtime, view: PyDictView, other: Value): Value {
  if (other instanceof PySet && other.cls === setClass && view.dict.size <= other.size)
    return intersection(rt, other, view);
  const swap = isSetView(other) && other.dict.size > view.dict.size;
  const [within, through] = swap ? [other, view] : [view, other];
  const result = new PySet();
  const iterator = iterate(rt, through);
  for (let element = iterator.next(rt); element !== undefined; element = iterator.next(rt)) {
    rt.charge(1);
    if (within.has(rt, element)) result.add(rt, element);
  }
  return result;
}

/** `op a` of a builtin kind; NotImplemented where it has no such operator. */
export function unaryNative(rt: Runtime, op: Exclude<UnaryOperator, 'not'>, boxed: Value): Value {
  const value = unbox(boxed);
  if (value instanceof PyFloat) {
    if (op === '~') return NotImplemented;
    return op === '-' ? new PyFloat(-value.value) : value;
  }
  if (value instanceof PyComplex) {
    if (op === '~') return NotImplemented;
    return op === '-' ? new PyComplex(-value.real, -value.imag) : value;
  }
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean')
    return NotImplemented;
  const plain = toInt(value);
  if (op === '+') return plain;
  return int.paid(rt, op === '-' ? int.negate(plain) : int.invert(plain));
}
