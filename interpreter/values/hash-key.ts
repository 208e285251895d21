// The key under which a dict's index files a value: two values have the same key just when they are equal and
// hash alike. Values whose class brings its own `__eq__` or `__hash__` have none and are found by their hash.
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { PyBoxed } from './boxed.ts';
import { objectClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { PyInstance } from './class.ts';
import { PyComplex } from './complex.ts';
import { typeError } from './errors.ts';
import { identityNumber } from './identity.ts';
import { PyFloat, type HeapObject, type Value } from './objects.ts';
import { PyRange } from './range.ts';
import { PySet } from './set.ts';
import { PyGenericAlias, PyUnionType, unionForm } from './generic-alias.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';

/**
 * Strings are their own keys (escaped when they begin with NUL), ints and integral floats the int, other floats
 * the number, None null; tuples and the like a text that begins with NUL; objects compared by identity themselves.
 */
export type HashKey = string | number | bigint | null | HeapObject | PyFloat;

const ESCAPE = '\0';

/** The key of a string. */
export function stringKey(text: string): string {
  return text.charCodeAt(0) === 0 ? `${ESCAPE}s${text}` : text;
}

/**
 * @returns undefined for a value that only its own `__hash__` and `__eq__` can find
 * @throws PyRaise TypeError "unhashable type: 'list'"
 */
export function hashKey(rt: Runtime, value: Value): HashKey | undefined {
  switch (typeof value) {
    case 'string':
      return stringKey(value);
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'object':
      if (value === null) return null;
      if (value instanceof PyFloat) return floatKey(value);
      return objectKey(rt, value);
  }
}

/**
 * The key under which only the same object is found; plain values are filed as by `hashKey`. For copies of dicts
 * that must not run code of the program.
 */
export function identityKey(value: Value): HashKey {
  if (typeof value === 'string') return stringKey(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyFloat ? floatKey(value) : value;
}

function floatKey(box: PyFloat): HashKey {
  const value = box.value;
  if (Number.isSafeInteger(value)) return value + 0;
  if (Number.isInteger(value)) return BigInt(value);
  return Number.isNaN(value) ? box : value;
}

function objectKey(rt: Runtime, value: HeapObject): HashKey | undefined {
  if (value instanceof PyTuple && value.cls.builtin) {
    if (value.hashKey !== null) return value.hashKey;
    const text = tuplePart(rt, value);
    if (text === undefined) return undefined;
    const key = ESCAPE + text;
    // A text with identities is good for one run only.
    if (!text.includes('#')) value.hashKey = key;
    return key;
  }
  const { cls } = value;
  const method = cls.lookup('__hash__');
  if (method === null || method === undefined) typeError(`unhashable type: '${cls.shownName}'`);
  const equality = cls.lookup('__eq__');
  if (!(method instanceof PyBuiltin) || !(equality instanceof PyBuiltin)) return undefined;
  // Compared by identity: instances, classes, functions, members of an enumeration.
  if (equality.owner === objectClass.name) return value;
  if (value instanceof PyBoxed) return hashKey(rt, value.payload);
  if (value instanceof PyInstance) return undefined;
  if (value instanceof PyComplex) {
    // One without an imaginary part is equal to the float.
    if (value.imag === 0) return floatKey(new PyFloat(value.real));
    return `${ESCAPE}c${value.real + 0},${value.imag}`;
  }
  const text = structuralPart(rt, value);
  if (text !== undefined) return ESCAPE + text;
  return value instanceof PyTuple || value instanceof PySet ? undefined : value;
}

/** What is longer pays for its key by its length. */
const SHORT = 64;

function tuplePart(rt: Runtime, tuple: PyTuple): string | undefined {
  if (tuple.items.length > SHORT) rt.charge(tuple.items.length);
  let text = '(';
  for (const item of tuple.items) {
    // Most tuples are of small ints.
    if (typeof item === 'number') {
      text += item + ',';
      continue;
    }
    const inner = part(rt, item);
    if (inner === undefined) return undefined;
    text += inner;
  }
  return text + ')';
}

/** The text of a value within that of a tuple or frozenset: no text is the beginning of another's. */
function part(rt: Runtime, value: Value): string | undefined {
  const key = hashKey(rt, value);
  switch (typeof key) {
    case 'undefined':
      return undefined;
    case 'string':
      return `${key.length}:${key}`;
    case 'number':
    case 'bigint':
      return `${key},`;
    case 'object':
      return key === null ? 'N' : `#${identityNumber(rt, key)},`;
  }
}

function structuralPart(rt: Runtime, value: HeapObject): string | undefined {
  if (value instanceof PyTuple) return tuplePart(rt, value);
  if (value instanceof PySet) {
    if (value.size > SHORT) rt.charge(value.size);
    const parts = value.contents().map((item) => part(rt, item));
    if (parts.includes(undefined)) return undefined;
    return `{${parts.sort().join('')}}`;
  }
  if (value instanceof PyBytes) {
    if (value.data.length > SHORT) rt.charge(value.data.length);
    return `b${value.data.join()}`;
  }
  if (value instanceof PyRange) {
    const { length, start, step } = value;
    return `r${length},${length > 0 ? start : ''},${length > 1 ? step : ''}`;
  }
  if (value instanceof PyGenericAlias) return `g${part(rt, value.origin)}${typeParts(rt, value, value.args)}`;
  if (value instanceof PyUnionType) return `u${typeParts(rt, value, value.members)}`;
  if (value instanceof PyBoundMethod)
    return `m${part(rt, value.self) ?? `#${identityNumber(rt, value)}`}${part(rt, value.func)}`;
  return undefined;
}

/** The parts of a type: those of a union in any order, the parameters of a function in a list. */
function typeParts(rt: Runtime, type: HeapObject, args: readonly Value[]): string {
  const parts = args.map((arg) =>
    arg instanceof PyList ? `[${arg.items.map((item) => part(rt, item)).join('')}]` : part(rt, arg),
  );
  const isUnion =
    type instanceof PyUnionType || (type instanceof PyGenericAlias && type.origin === unionForm);
  return `[${(isUnion ? parts.sort() : parts).join('')}]`;
}
