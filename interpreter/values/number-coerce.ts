// Where a number is called for: `__int__`, `__index__` and `__float__` of any value, as CPython's PyNumber_Long and
// PyFloat_AsDouble look for them. Texts are not numbers here.
// https://docs.python.org/3.11/reference/datamodel.html#object.__int__
import type { Runtime } from '../runtime.ts';
import { asIndex } from './as-index.ts';
import { unbox } from './boxed.ts';
import { PyInstance } from './class.ts';
import { typeError } from './errors.ts';
import { floatToInt, intToFloat } from './int-float.ts';
import type { Int } from './int.ts';
import { PyFloat, type Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { isIntegral, typeName } from './type-of.ts';

/** The method `name` that the program gave the class of `value`, called; undefined when there is none. */
function callOwn(rt: Runtime, value: Value, name: string): Value | undefined {
  if (!(value instanceof PyInstance)) return undefined;
  const method = findSpecial(value, name);
  return method === undefined ? undefined : callSpecial(rt, method, value);
}

const integer = (value: number | bigint | boolean): Int =>
  typeof value === 'boolean' ? Number(value) : value;

/**
 * The int that `value` truncates to; undefined when it is no number.
 * @throws PyRaise OverflowError, ValueError for infinities and NaN; TypeError for methods that answer wrongly
 */
export function truncateToInt(rt: Runtime, value: Value): Int | undefined {
  const plain = unbox(value);
  if (plain === value || !findsOwn(value, '__int__')) {
    if (isIntegral(plain)) return integer(plain);
    if (plain instanceof PyFloat) return floatToInt(Math.trunc(plain.value));
  }
  const converted = callOwn(rt, value, '__int__');
  if (converted !== undefined) {
    const result = unbox(converted);
    return isIntegral(result)
      ? integer(result)
      : typeError(`__int__ returned non-int (type ${typeName(converted)})`);
  }
  const index = asIndex(rt, value);
  if (index !== undefined) return index;
  const truncated = callOwn(rt, value, '__trunc__');
  return truncated === undefined ? undefined : asIndex(rt, truncated);
}

/** Whether a class of the program, rather than a builtin one, defines `name` for `value`. */
function findsOwn(value: Value, name: string): boolean {
  if (!(value instanceof PyInstance)) return false;
  return value.cls.mro.find((cls) => cls.attrs.has(name))?.builtin === false;
}

/** The float that `value` is or converts to; undefined when it is no number. @throws PyRaise OverflowError, TypeError */
export function convertToFloat(rt: Runtime, value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (isIntegral(value)) return intToFloat(integer(value));
  const plain = unbox(value);
  if (plain instanceof PyFloat && !findsOwn(value, '__float__')) return plain.value;
  const converted = callOwn(rt, value, '__float__');
  if (converted !== undefined) {
    const result = unbox(converted);
    return result instanceof PyFloat
      ? result.value
      : typeError(`${typeName(value)}.__float__ returned non-float (type ${typeName(converted)})`);
  }
  const index = asIndex(rt, value);
  return index === undefined ? undefined : intToFloat(index);
}

/** As `convertToFloat`. @throws PyRaise TypeError "must be real number, not str" */
export function requireFloat(rt: Runtime, value: Value): number {
  return convertToFloat(rt, value) ?? typeError(`must be real number, not ${typeName(value)}`);
}

/** Whether CPython counts `value` as a number at all (PyNumber_Check). */
export function isNumberLike(value: Value): boolean {
  const plain = unbox(value);
  if (isIntegral(plain) || plain instanceof PyFloat) return true;
  return ['__int__', '__index__', '__float__'].some((name) => findsOwn(value, name));
}
