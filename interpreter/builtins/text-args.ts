// Arguments of text methods: strings that may come boxed, optional bounds as slices have them, flags and counts.
import type { Runtime } from '../runtime.ts';
import { asIndex, requireIndex } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { raise, typeError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { typeName } from '../values/type-of.ts';

/** The string that `value` is, or undefined. */
export function asText(value: Value): string | undefined {
  const plain = unbox(value);
  return typeof plain === 'string' ? plain : undefined;
}

/** The string that `value` must be. @throws PyRaise TypeError with `message` followed by the type's name */
export function requireText(value: Value, message = 'must be str, not '): string {
  return asText(value) ?? typeError(message + typeName(value));
}

/**
 * The string an argument must be, in the words of CPython's _PyArg_BadArgument.
 * @param what e.g. `replace() argument 1`
 * @throws PyRaise TypeError "replace() argument 1 must be str, not int"
 */
export function textArgument(value: Value, what: string): string {
  return asText(value) ?? typeError(`${what} must be str, not ${value === null ? 'None' : typeName(value)}`);
}

function bound(rt: Runtime, value: Value | undefined, absent: number, length: number): number {
  if (value === undefined || value === null) return absent;
  const index =
    asIndex(rt, value) ?? typeError('slice indices must be integers or None or have an __index__ method');
  if (index < 0) return Math.max(0, Number(index) + length);
  return Number(index);
}

/** Optional `start` and `end` as slices take them; `start` may lie beyond `end`, and beyond the length. */
export function bounds(
  rt: Runtime,
  start: Value | undefined,
  end: Value | undefined,
  length: number,
): [number, number] {
  return [bound(rt, start, 0, length), Math.min(bound(rt, end, length, length), length)];
}

/** An int that must fit C's int. @throws PyRaise TypeError, OverflowError */
export function requireCInt(rt: Runtime, value: Value): number {
  const given = requireIndex(rt, value);
  if (given > 2147483647 || given < -2147483648)
    raise('OverflowError', 'Python int too large to convert to C int');
  return Number(given);
}
