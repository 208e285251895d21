// `item in container`. https://docs.python.org/3.11/reference/expressions.html#membership-test-operations
import type { Runtime } from '../runtime.ts';
import { asIndex } from './as-index.ts';
import { unbox } from './boxed.ts';
import { frozensetClass, listClass, setClass, tupleClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { equals } from './compare.ts';
import { PyDict } from './dict.ts';
import { typeError, valueError } from './errors.ts';
import { iterateOr } from './iterate.ts';
import { PyList } from './list.ts';
import type { Value } from './objects.ts';
import { PyRange } from './range.ts';
import { PySet } from './set.ts';
import { callSpecial, findSpecial } from './special.ts';
import { truth } from './truth.ts';
import { PyTuple } from './tuple.ts';
import { isIntegral, typeName } from './type-of.ts';
import { PyDictView } from './views.ts';

/** `item in container`. @throws PyRaise TypeError "argument of type 'int' is not iterable" */
export function contains(rt: Runtime, container: Value, item: Value): boolean {
  if (typeof container === 'string') return textContains(container, item);
  if (container instanceof PyList && container.cls === listClass) return listContains(rt, container, item);
  if (container instanceof PyDict && container.cls.builtin) return container.has(rt, item);
  if (container instanceof PySet && (container.cls === setClass || container.cls === frozensetClass))
    return setContains(rt, container, item);
  if (container instanceof PyTuple && container.cls === tupleClass) return listContains(rt, container, item);
  const method = findSpecial(container, '__contains__');
  if (method === null) return typeError(`'${typeName(container)}' object is not a container`);
  if (method !== undefined) return truth(rt, callSpecial(rt, method, container, item));
  return searched(rt, container, item);
}

/** Membership by the kind of container, whatever its class says: `list.__contains__` and its kin. */
export function containsNative(rt: Runtime, boxed: Value, item: Value): boolean {
  const container = unbox(boxed);
  if (typeof container === 'string') return textContains(container, item);
  if (container instanceof PyList || container instanceof PyTuple) return listContains(rt, container, item);
  if (container instanceof PyDict || container instanceof PyDictView) return container.has(rt, item);
  if (container instanceof PySet) return setContains(rt, container, item);
  if (container instanceof PyRange) return rangeContains(rt, container, item);
  if (container instanceof PyBytes) return bytesContains(rt, container, item);
  return searched(rt, container, item);
}

function textContains(container: string, boxed: Value): boolean {
  const item = unbox(boxed);
  if (typeof item !== 'string')
    typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  return container.includes(item);
}

function listContains(rt: Runtime, container: PyList | PyTuple, item: Value): boolean {
  // The list is read afresh each time: an `__eq__` of the program may change it.
  for (let i = 0; i < container.items.length; i++) {
    if ((i & 63) === 63) rt.charge(64);
    if (equals(rt, container.items[i], item)) return true;
  }
  return false;
}

/** A set asked for a set looks for the frozenset equal to it. */
export function setContains(rt: Runtime, container: PySet, item: Value): boolean {
  return container.has(rt, searchable(item));
}

/** `item`, or the frozenset equal to it when it is a set: what sets look for. */
export function searchable(item: Value): Value {
  if (!(item instanceof PySet) || item.frozen || item.cls.lookup('__hash__') !== null) return item;
  const frozen = new PySet(true);
  frozen.copyFrom(item);
  return frozen;
}

function rangeContains(rt: Runtime, range: PyRange, item: Value): boolean {
  if (isIntegral(item)) return typeof item !== 'bigint' && range.indexOf(Number(item)) >= 0;
  for (let i = 0; i < range.length; i++) {
    if ((i & 63) === 63) rt.charge(64);
    if (equals(rt, range.at(i), item)) return true;
  }
  return false;
}

function bytesContains(rt: Runtime, container: PyBytes, item: Value): boolean {
  if (item instanceof PyBytes) return findBytes(container.data, item.data);
  const value = asIndex(rt, item);
  if (value === undefined) typeError(`a bytes-like object is required, not '${typeName(item)}'`);
  if (value < 0 || value > 255) valueError('byte must be in range(0, 256)');
  return container.data.includes(Number(value));
}

function findBytes(data: Uint8Array, wanted: Uint8Array): boolean {
  for (let at = 0; at + wanted.length <= data.length; at++)
    if (wanted.every((byte, i) => data[at + i] === byte)) return true;
  return false;
}

/** No `__contains__`: looks through what iteration gives. */
function searched(rt: Runtime, container: Value, item: Value): boolean {
  const iterator = iterateOr(rt, container, `argument of type '${typeName(container)}' is not iterable`);
  for (;;) {
    const element = iterator.next(rt);
    if (element === undefined) return false;
    rt.charge(1);
    if (equals(rt, element, item)) return true;
  }
}
