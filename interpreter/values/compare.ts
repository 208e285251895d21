// Comparison operators and equality. The common kinds are compared at once; all else goes through `__eq__` and its
// kin, as https://docs.python.org/3.11/reference/datamodel.html#object.__lt__ lays down.
import type { CompareOperator } from '../../grammar/ast.ts';
import type { Runtime } from '../runtime.ts';
import { identical } from './identical.ts';
import { contains } from './membership.ts';
import {
  compareNumbers,
  compareSequences,
  compareText,
  isNumber,
  type RichOperator,
} from './native-compare.ts';
import type { Value } from './objects.ts';
import { PyList } from './list.ts';
import { listClass, tupleClass } from './builtin-classes.ts';
import { NotImplemented } from './singletons.ts';
import { callSpecial } from './special.ts';
import { truth } from './truth.ts';
import { PyTuple } from './tuple.ts';
import { typeName, typeOf } from './type-of.ts';
import { typeError } from './errors.ts';

export { contains } from './membership.ts';
export type { RichOperator } from './native-compare.ts';

/** The special method of each operator, and the operator with its operands swapped. */
export const RICH_COMPARISON: Readonly<Record<RichOperator, { method: string; swapped: RichOperator }>> = {
  '==': { method: '__eq__', swapped: '==' },
  '!=': { method: '__ne__', swapped: '!=' },
  '<': { method: '__lt__', swapped: '>' },
  '<=': { method: '__le__', swapped: '>=' },
  '>': { method: '__gt__', swapped: '<' },
  '>=': { method: '__ge__', swapped: '<=' },
};

/**
 * `a op b`, all ten operators. The result need not be a bool when a class of the program compares.
 * @throws PyRaise TypeError "'<' not supported between instances of 'int' and 'str'", and what the operands raise
 */
export function compareOp(rt: Runtime, op: CompareOperator, a: Value, b: Value): Value {
  switch (op) {
    case 'is':
      return identical(rt, a, b);
    case 'is not':
      return !identical(rt, a, b);
    case 'in':
      return contains(rt, b, a);
    case 'not in':
      return !contains(rt, b, a);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return richCompare(rt, op, a, b);
  }
}

/** The six operators of order and equality. */
export function richCompare(rt: Runtime, op: RichOperator, a: Value, b: Value): Value {
  if (typeof a === 'string' && typeof b === 'string') return compareText(op, a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(op, a, b);
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === tupleClass && b.cls === tupleClass)
    return compareSequences(rt, op, a.items, b.items);
  if (a instanceof PyList && b instanceof PyList && a.cls === listClass && b.cls === listClass)
    return compareSequences(rt, op, a.items, b.items);
  return dispatch(rt, op, a, b);
}

function dispatch(rt: Runtime, op: RichOperator, a: Value, b: Value): Value {
  const [left, right] = [typeOf(a), typeOf(b)];
  const { method, swapped } = RICH_COMPARISON[op];
  const reflected = right.lookup(RICH_COMPARISON[swapped].method) as Value;
  const rightFirst = left !== right && right.isSubclassOf(left);
  if (rightFirst) {
    const result = callSpecial(rt, reflected, b, a);
    if (result !== NotImplemented) return result;
  }
  const direct = left.lookup(method) as Value;
  const result = callSpecial(rt, direct, a, b);
  if (result !== NotImplemented) return result;
  if (!rightFirst) {
    const mirrored = callSpecial(rt, reflected, b, a);
    if (mirrored !== NotImplemented) return mirrored;
  }
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  return typeError(`'${op}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

/** `a is b or bool(a == b)`, as containers compare their elements. */
export function equals(rt: Runtime, a: Value, b: Value): boolean {
  return a === b || truth(rt, richCompare(rt, '==', a, b));
}

/** `bool(a < b)`. */
export function lessThan(rt: Runtime, a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return truth(rt, richCompare(rt, '<', a, b));
}

/** What `object` itself says of `a op b`: equality by identity, no order. */
export function compareObjects(rt: Runtime, op: RichOperator, a: Value, b: Value): Value {
  if (op === '==') return a === b ? true : NotImplemented;
  if (op !== '!=') return NotImplemented;
  const result = callSpecial(rt, typeOf(a).lookup('__eq__') as Value, a, b);
  return result === NotImplemented ? NotImplemented : !truth(rt, result);
}
