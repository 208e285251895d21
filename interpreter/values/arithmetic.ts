// Binary and unary operators. The common kinds are computed at once; all else goes through `__add__` and its kin, as
// https://docs.python.org/3.11/reference/datamodel.html#emulating-numeric-types lays down.
import type { BinaryOperator, UnaryOperator } from '../../grammar/ast.ts';
import { PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { listClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { typeError } from './errors.ts';
import { extendList } from './list-extend.ts';
import { PyList } from './list.ts';
import { numberOp, unaryNative } from './native-arithmetic.ts';
import { unbox } from './boxed.ts';
import { isNumber } from './native-compare.ts';
import { HeapObject, type Value } from './objects.ts';
import {
  concatenate,
  isSequence,
  joinTexts,
  repeatCount,
  repeatItems,
  repetition,
} from './sequence-arithmetic.ts';
import { NotImplemented } from './singletons.ts';
import { callSpecial } from './special.ts';
import { truth } from './truth.ts';
import { typeName, typeOf } from './type-of.ts';

interface OperatorMethods {
  readonly direct: string;
  readonly reflected: string;
  readonly inplace: string;
}

const methods = (name: string): OperatorMethods => ({
  direct: `__${name}__`,
  reflected: `__r${name}__`,
  inplace: `__i${name}__`,
});

/** The special methods of each binary operator. */
export const BINARY_METHODS: Readonly<Record<BinaryOperator, OperatorMethods>> = {
  '+': methods('add'),
  '-': methods('sub'),
  '*': methods('mul'),
  '/': methods('truediv'),
  '//': methods('floordiv'),
  '%': methods('mod'),
  '**': methods('pow'),
  '<<': methods('lshift'),
  '>>': methods('rshift'),
  '|': methods('or'),
  '^': methods('xor'),
  '&': methods('and'),
  '@': methods('matmul'),
};

/** The special method of each unary operator. */
export const UNARY_METHODS: Readonly<Record<Exclude<UnaryOperator, 'not'>, string>> = {
  '-': '__neg__',
  '+': '__pos__',
  '~': '__invert__',
};

/**
 * `a op b`.
 * @throws PyRaise TypeError "unsupported operand type(s) for +: 'int' and 'str'", and what the operands raise
 */
export function binaryOp(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) {
    const result = numberOp(rt, op, a, b);
    return result === NotImplemented ? unsupportedOperands(op, op, a, b) : result;
  }
  if (typeof a === 'string' && typeof b === 'string' && op === '+') return joinTexts(rt, a, b);
  return dispatched(rt, op, op, a, b);
}

/** What the operands' methods make of it, which may well be None. @throws PyRaise where neither knows what to do */
function dispatched(rt: Runtime, op: BinaryOperator, shown: string, a: Value, b: Value): Value {
  const result = dispatch(rt, op, a, b, shown !== op);
  return result === undefined ? unsupportedOperands(op, shown, a, b) : result;
}

/**
 * As `binaryOp` but for errors: undefined when no operand knows what to do.
 * @param inPlace whether it is `a op= b`: then `b` is repeated only where `a` has nothing of a sequence
 */
function dispatch(rt: Runtime, op: BinaryOperator, a: Value, b: Value, inPlace = false): Value | undefined {
  const [left, right] = [typeOf(a), typeOf(b)];
  const { direct, reflected } = BINARY_METHODS[op];
  const forward = numberMethod(left, direct);
  let backward = left === right ? undefined : numberMethod(right, reflected);
  if (backward !== undefined && right.isSubclassOf(left) && backward !== left.lookup(reflected)) {
    const result = callSpecial(rt, backward, b, a);
    if (result !== NotImplemented) return result;
    backward = undefined;
  }
  if (forward !== undefined) {
    const result = callSpecial(rt, forward, a, b);
    if (result !== NotImplemented) return result;
  }
  if (backward !== undefined) {
    const result = callSpecial(rt, backward, b, a);
    if (result !== NotImplemented) return result;
  }
  if (op === '+') return concatenate(rt, a, b);
  if (op !== '*' || (inPlace && !isSequence(unbox(a)) && hasSequenceSlots(left))) return undefined;
  return repetition(rt, a, b);
}

/** Whether CPython's type has slots of sequences, filled or not: the program's own classes, and builtin ones with a length. */
function hasSequenceSlots(cls: PyClass): boolean {
  return !cls.builtin || cls.lookup('__len__') !== undefined;
}

/** Builtin sequences have their `__add__` and `__mul__` only after all number methods had their turn. */
const SEQUENCE_METHODS: ReadonlySet<string> = new Set([
  '__add__',
  '__mul__',
  '__rmul__',
  '__iadd__',
  '__imul__',
]);
const SEQUENCES: ReadonlySet<string> = new Set(['list', 'tuple', 'str', 'bytes']);

function numberMethod(cls: PyClass, name: string): Value | undefined {
  const method = cls.lookup(name);
  if (!(method instanceof PyBuiltin)) return method;
  return SEQUENCE_METHODS.has(name) && SEQUENCES.has(method.owner ?? '') ? undefined : method;
}

function unsupportedOperands(op: BinaryOperator, shown: string, a: Value, b: Value): never {
  const name = op === '**' && shown === '**' ? '** or pow()' : shown;
  return typeError(`unsupported operand type(s) for ${name}: '${typeName(a)}' and '${typeName(b)}'`);
}

/** `a op= b`: the new value of the target (the same object, changed, for mutable operands). */
export function inplaceOp(rt: Runtime, op: BinaryOperator, a: Value, b: Value): Value {
  if (!(a instanceof HeapObject)) {
    if (isNumber(a) && isNumber(b)) {
      const result = numberOp(rt, op, a, b);
      return result === NotImplemented ? unsupportedOperands(op, `${op}=`, a, b) : result;
    }
    if (typeof a === 'string' && typeof b === 'string' && op === '+') return joinTexts(rt, a, b);
    return dispatched(rt, op, `${op}=`, a, b);
  }
  const own = numberMethod(a.cls, BINARY_METHODS[op].inplace);
  if (own !== undefined) {
    const result = callSpecial(rt, own, a, b);
    if (result !== NotImplemented) return result;
  }
  if (a instanceof PyList && (op === '+' || op === '*')) return inplaceList(rt, op, a, b);
  return dispatched(rt, op, `${op}=`, a, b);
}

/** `list += iterable` and `list *= count`, unless the other operand's class has a say. */
function inplaceList(rt: Runtime, op: '+' | '*', list: PyList, other: Value): Value {
  const backward =
    other instanceof HeapObject ? numberMethod(other.cls, BINARY_METHODS[op].reflected) : undefined;
  const forward = list.cls === listClass ? undefined : numberMethod(list.cls, BINARY_METHODS[op].direct);
  if (backward !== undefined || forward !== undefined) {
    const result = forward === undefined ? NotImplemented : callSpecial(rt, forward, list, other);
    if (result !== NotImplemented) return result;
    const mirrored = backward === undefined ? NotImplemented : callSpecial(rt, backward, other, list);
    if (mirrored !== NotImplemented) return mirrored;
  }
  if (op === '+') extendList(rt, list, other);
  else list.replace(repeatItems(rt, list.items, repeatCount(rt, other)));
  return list;
}

/** `op a`; `not` included. @throws PyRaise TypeError "bad operand type for unary -: 'str'" */
export function unaryOp(rt: Runtime, op: UnaryOperator, a: Value): Value {
  if (op === 'not') return !truth(rt, a);
  if (isNumber(a)) {
    const result = unaryNative(rt, op, a);
    if (result !== NotImplemented) return result;
  } else {
    const method = typeOf(a).lookup(UNARY_METHODS[op]);
    if (method !== undefined && method !== null) return callSpecial(rt, method, a);
  }
  return typeError(`bad operand type for unary ${op}: '${typeName(a)}'`);
}
