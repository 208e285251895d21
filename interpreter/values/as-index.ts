// Where an integer is called for: `__index__`. https://docs.python.org/3.11/reference/datamodel.html#object.__index__
import type { Runtime } from '../runtime.ts';
import { PyBoxed } from './boxed.ts';
import { PyInstance } from './class.ts';
import { raise, typeError } from './errors.ts';
import type { Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { isIntegral, typeName } from './type-of.ts';

/** `operator.index(value)`; undefined for what is no integer. */
export function asIndex(rt: Runtime, value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (!(value instanceof PyInstance)) return undefined;
  if (value instanceof PyBoxed && isIntegral(value.payload)) return asIndex(rt, value.payload);
  const method = findSpecial(value, '__index__');
  if (method === undefined) return undefined;
  const index = callSpecial(rt, method, value);
  if (isIntegral(index)) return asIndex(rt, index);
  return typeError(`__index__ returned non-int (type ${typeName(index)})`);
}

/** As `asIndex`. @throws PyRaise TypeError "'str' object cannot be interpreted as an integer" */
export function requireIndex(rt: Runtime, value: Value): number | bigint {
  return asIndex(rt, value) ?? typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

const SSIZE_MAX = 2n ** 63n - 1n;

/**
 * The index of a sequence as a JavaScript number, inexact beyond 2^53, where no sequence reaches.
 * @throws PyRaise IndexError for what is beyond CPython's Py_ssize_t
 */
export function sequenceIndex(index: number | bigint): number {
  if (typeof index === 'bigint' && (index > SSIZE_MAX || index < -SSIZE_MAX - 1n))
    raise('IndexError', "cannot fit 'int' into an index-sized integer");
  return Number(index);
}

/**
 * An integer that must fit CPython's Py_ssize_t, as a JavaScript number (inexact beyond 2^53, where only the
 * magnitude can matter).
 * @throws PyRaise OverflowError "Python int too large to convert to C ssize_t"
 */
export function requireSize(rt: Runtime, value: Value): number {
  const index = requireIndex(rt, value);
  if (typeof index === 'number') return index;
  if (index > SSIZE_MAX || index < -SSIZE_MAX - 1n)
    raise('OverflowError', 'Python int too large to convert to C ssize_t');
  return Number(index);
}
