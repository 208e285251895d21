// What instructions make of plain builtin values, for the loops that must not raise, run other code or pay fuel: the
// answers are those of the runtime, and undefined wherever it would do any of that or the values are others.
import type { PyBuiltin } from '../builtins/builtin.ts';
import { builtinNames } from '../builtins/index.ts';
import { Op } from '../op.ts';
import type { Runtime } from '../runtime.ts';
import {
  dictClass,
  listClass,
  objectClass,
  rangeClass,
  strClass,
  tupleClass,
} from '../values/builtin-classes.ts';
import { PyException, PyInstance } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { textOrder } from '../values/native-compare.ts';
import { PyList } from '../values/list.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { PyRange } from '../values/range.ts';
import { joinsForNothing } from '../values/sequence-arithmetic.ts';
import { codePointAt, codePointCount } from '../values/str.ts';
import { PyTuple } from '../values/tuple.ts';
import type { Machine } from './machine.ts';

/** What a BINARY_, INPLACE_ or COMPARE_ instruction makes of `a` and `b`. */
export function plainOperate(rt: Runtime, op: number, a: Value, b: Value): Value | undefined {
  const x = a instanceof PyFloat ? a.value : a;
  const y = b instanceof PyFloat ? b.value : b;
  if (typeof x === 'number' && typeof y === 'number') {
    const division = op === Op.BINARY_TRUEDIV || op === Op.INPLACE_TRUEDIV;
    return x !== a || y !== b || division ? ofFloats(op, x, y) : undefined;
  }
  if (op === Op.COMPARE_IN || op === Op.COMPARE_NOT_IN) {
    const found = plainContains(rt, b, a);
    return found === undefined ? undefined : found === (op === Op.COMPARE_IN);
  }
  return typeof a === 'string' && typeof b === 'string' ? ofTexts(op, a, b) : undefined;
}

/** Of two floats, or a float and an int that is a JavaScript number. */
export function ofFloats(op: number, a: number, b: number): Value | undefined {
  switch (op as Op) {
    case Op.BINARY_ADD:
    case Op.INPLACE_ADD:
      return new PyFloat(a + b);
    case Op.BINARY_SUB:
    case Op.INPLACE_SUB:
      return new PyFloat(a - b);
    case Op.BINARY_MUL:
    case Op.INPLACE_MUL:
      return new PyFloat(a * b);
    // Ints that are JavaScript numbers too: the quotient is rounded once.
    case Op.BINARY_TRUEDIV:
    case Op.INPLACE_TRUEDIV:
      return b === 0 ? undefined : new PyFloat(a / b);
    case Op.COMPARE_LT:
      return a < b;
    case Op.COMPARE_LE:
      return a <= b;
    case Op.COMPARE_GT:
      return a > b;
    case Op.COMPARE_GE:
      return a >= b;
    default:
      return undefined;
  }
}

function ofTexts(op: number, a: string, b: string): Value | undefined {
  switch (op as Op) {
    case Op.BINARY_ADD:
    case Op.INPLACE_ADD:
      return joinsForNothing(a, b) ? a + b : undefined;
    case Op.COMPARE_EQ:
      return a === b;
    case Op.COMPARE_NE:
      return a !== b;
    case Op.COMPARE_LT:
      return textOrder(a, b) < 0;
    case Op.COMPARE_LE:
      return textOrder(a, b) <= 0;
    case Op.COMPARE_GT:
      return textOrder(a, b) > 0;
    case Op.COMPARE_GE:
      return textOrder(a, b) >= 0;
    default:
      return undefined;
  }
}

/** Whether a dict or string has `item`. */
function plainContains(rt: Runtime, container: Value, item: Value): boolean | undefined {
  if (isPlainKey(item) && isPlainDict(container)) return container.has(rt, item);
  return typeof container === 'string' && typeof item === 'string' ? container.includes(item) : undefined;
}

/** `container[index]` of lists, tuples, strings and dicts. */
export function plainItem(rt: Runtime, container: Value, index: Value): Value | undefined {
  if (isPlainDict(container)) return isPlainKey(index) ? container.get(rt, index) : undefined;
  if (typeof index !== 'number') return undefined;
  if (typeof container === 'string') {
    const length = codePointCount(container);
    const place = index < 0 ? index + length : index;
    return place < 0 || place >= length ? undefined : codePointAt(container, place);
  }
  if (container instanceof PyList ? container.cls !== listClass : !isPlainTuple(container)) return undefined;
  const { items } = container as PyList | PyTuple;
  return items[index < 0 ? index + items.length : index];
}

const isPlainTuple = (value: Value): value is PyTuple => value instanceof PyTuple && value.cls === tupleClass;

/** A dict whose keys are found without any code of the program, and none of whose class's own. */
export function isPlainDict(value: Value): value is PyDict {
  return value instanceof PyDict && value.cls.builtin && value.isIndexed;
}

/** Keys that are filed under themselves. */
export function isPlainKey(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

const [LEN, ABS, ORD, CHR] = ['len', 'abs', 'ord', 'chr'].map((name) => builtinNames.get(name));

/** A call of a builtin with `count` arguments, that stand in `stack` from `first` on. */
export function plainCall(
  callee: Value,
  stack: readonly Value[],
  first: number,
  count: number,
): Value | undefined {
  const a = stack[first];
  if (callee === rangeClass) return count === 0 || count > 3 ? undefined : rangeOf(stack, first, count);
  if (count !== 1) return undefined;
  if (callee === LEN) return plainLength(a);
  if (callee === ABS)
    return a instanceof PyFloat
      ? new PyFloat(Math.abs(a.value))
      : typeof a === 'number'
        ? Math.abs(a)
        : undefined;
  if (callee === ORD) return typeof a === 'string' && a.length === 1 ? a.charCodeAt(0) : undefined;
  if (callee === CHR)
    return typeof a === 'number' && a >= 0 && a < FIRST_SURROGATE ? String.fromCharCode(a) : undefined;
  return undefined;
}

const FIRST_SURROGATE = 0xd800;

/** `len(value)` of lists, strings, tuples and dicts. */
export function plainLength(value: Value): number | undefined {
  if (typeof value === 'string') return codePointCount(value);
  if (value instanceof PyList ? value.cls === listClass : isPlainTuple(value))
    return (value as PyList | PyTuple).items.length;
  return value instanceof PyDict && value.cls.builtin ? value.size : undefined;
}

function rangeOf(stack: readonly Value[], first: number, count: number): PyRange | undefined {
  const a = stack[first];
  const b = count > 1 ? stack[first + 1] : 0;
  const step = count > 2 ? stack[first + 2] : 1;
  if (typeof a !== 'number' || typeof b !== 'number' || typeof step !== 'number' || step === 0)
    return undefined;
  return count === 1 ? new PyRange(0, a, 1) : new PyRange(a, b, step);
}

/**
 * `container[index] = value` of a list or dict whose changes are told to this run's journal.
 * @returns false when nothing was done
 */
export function plainStore(m: Machine, container: Value, index: Value, value: Value): boolean {
  if (container instanceof PyList) {
    if (container.cls !== listClass || container.journal !== m.recorder) return false;
    if (typeof index !== 'number' || index < 0 || index >= container.items.length) return false;
    container.setItem(index, value);
    return true;
  }
  if (!isPlainDict(container) || !isPlainKey(index) || container.journal !== m.recorder) return false;
  if (container.cls !== dictClass) return false;
  container.set(m, index, value);
  return true;
}

/** `object.name` of an instance that has it itself, and its class does not. */
export function plainAttribute(object: Value, name: string): Value | undefined {
  if (!(object instanceof PyInstance) || object instanceof PyException) return undefined;
  const value = object.attrs.get(name);
  return value === undefined || object.cls.lookup(name) !== undefined ? undefined : value;
}

/**
 * `object.name = value` of such an instance, if its changes are told to this run's journal and nobody else.
 * @returns false when nothing was done
 */
export function plainSetAttribute(m: Machine, object: Value, name: string, value: Value): boolean {
  if (plainAttribute(object, name) === undefined) return false;
  const instance = object as PyInstance;
  if (instance.mirror !== null || instance.journal !== m.recorder) return false;
  if (instance.cls.lookup('__setattr__') !== objectClass.attrs.get('__setattr__')) return false;
  instance.setAttr(name, value);
  return true;
}

const GET = dictClass.lookup('get');
const QUESTIONS: ReadonlySet<unknown> = new Set(
  ['isalpha', 'isdigit', 'isalnum', 'isspace', 'isupper', 'islower'].map((name) => strClass.lookup(name)),
);

/** A call of a method of a builtin class, with its object as the first of the arguments. */
export function plainMethod(m: Machine, method: Value, args: readonly Value[]): Value | undefined {
  const [self, key] = args;
  if (method === GET) {
    if (args.length < 2 || args.length > 3 || !isPlainDict(self) || !isPlainKey(key)) return undefined;
    const value = self.get(m, key);
    return value === undefined ? (args.length === 3 ? args[2] : null) : value;
  }
  if (args.length !== 1 || typeof self !== 'string' || !QUESTIONS.has(method)) return undefined;
  return (method as PyBuiltin).impl(m, args, null);
}

/** What STORE_ATTR or STORE_SUBSCR does, `key` being a name or an index. @returns false when nothing was done */
export function plainChange(m: Machine, op: number, object: Value, key: Value, value: Value): boolean {
  return op === Op.STORE_ATTR
    ? plainSetAttribute(m, object, key as string, value)
    : plainStore(m, object, key, value);
}
