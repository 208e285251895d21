// `x[i]`, `x[i] = v`, `del x[i]`. https://docs.python.org/3.11/reference/expressions.html#subscriptions
import type { Runtime } from '../runtime.ts';
import { asIndex, sequenceIndex } from './as-index.ts';
import { unbox } from './boxed.ts';
import { dictClass, listClass, typeClass, tupleClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { PyClass } from './class.ts';
import { PyClassMethod } from './descriptors.ts';
import { PyDict } from './dict.ts';
import { indexError, keyError, typeError } from './errors.ts';
import { PyList } from './list.ts';
import { assignSlice, deleteSlice } from './list-slices.ts';
import { toArray } from './iterate.ts';
import type { Value } from './objects.ts';
import { PyRange } from './range.ts';
import { PySlice, resolveSlice, selectSlice } from './slice.ts';
import { callSpecial, findSpecial } from './special.ts';
import { codePointAt, codePointCount, sliceText } from './str.ts';
import { PyTuple } from './tuple.ts';
import { typeName, typeOf } from './type-of.ts';

/** `container[index]`. */
export function getItem(rt: Runtime, container: Value, index: Value): Value {
  if (container instanceof PyList && container.cls === listClass) {
    if (typeof index === 'number') {
      const item = container.items[index < 0 ? index + container.items.length : index];
      return item === undefined ? indexError('list index out of range') : item;
    }
    return getFromList(rt, container, index);
  }
  // No builtin class derived from dict looks keys up in another way.
  if (container instanceof PyDict && container.cls.builtin) return getFromDict(rt, container, index);
  if (typeof container === 'string') return getFromText(rt, container, index);
  if (container instanceof PyTuple && container.cls === tupleClass) return getFromTuple(rt, container, index);
  const method = findSpecial(container, '__getitem__');
  if (method !== undefined && method !== null) return callSpecial(rt, method, container, index);
  if (container instanceof PyClass) return subscriptClass(rt, container, index);
  return typeError(`'${typeName(container)}' object is not subscriptable`);
}

/** `container[index]` by the kind of container, whatever its class says: `list.__getitem__` and its kin. */
export function getItemNative(rt: Runtime, boxed: Value, index: Value): Value {
  const container = unbox(boxed);
  if (typeof container === 'string') return getFromText(rt, container, index);
  if (container instanceof PyList) return getFromList(rt, container, index);
  if (container instanceof PyTuple) return getFromTuple(rt, container, index);
  if (container instanceof PyDict) return getFromDict(rt, container, index);
  if (container instanceof PyRange) return getFromRange(rt, container, index);
  if (container instanceof PyBytes) return getFromBytes(rt, container, index);
  return typeError(`'${typeName(container)}' object is not subscriptable`);
}

/** A sequence index counted from the front; out of range for CPython's index type raises IndexError. */
function position(given: number | bigint, length: number): number {
  const index = sequenceIndex(given);
  return index < 0 ? index + length : index;
}

function getFromList(rt: Runtime, list: PyList, index: Value): Value {
  const at = asIndex(rt, index);
  if (at !== undefined)
    return (
      list.items[position(at, list.items.length)] ?? missingItem(list.items, at, 'list index out of range')
    );
  if (!(index instanceof PySlice))
    return typeError(`list indices must be integers or slices, not ${typeName(index)}`);
  const range = resolveSlice(rt, index, list.items.length);
  rt.charge(range.length);
  return new PyList(selectSlice(list.items, range));
}

function getFromTuple(rt: Runtime, tuple: PyTuple, index: Value): Value {
  const at = asIndex(rt, index);
  if (at !== undefined)
    return (
      tuple.items[position(at, tuple.items.length)] ??
      missingItem(tuple.items, at, 'tuple index out of range')
    );
  if (!(index instanceof PySlice))
    return typeError(`tuple indices must be integers or slices, not ${typeName(index)}`);
  const range = resolveSlice(rt, index, tuple.items.length);
  rt.charge(range.length);
  return new PyTuple(selectSlice(tuple.items, range));
}

/** `??` also stops at None, which is an element like any other. */
function missingItem(items: readonly Value[], index: number | bigint, message: string): Value {
  return items[position(index, items.length)] === null ? null : indexError(message);
}

function getFromText(rt: Runtime, text: string, index: Value): Value {
  const at = asIndex(rt, index);
  if (at !== undefined) {
    const length = codePointCount(text);
    const place = position(at, length);
    return place < 0 || place >= length ? indexError('string index out of range') : codePointAt(text, place);
  }
  if (!(index instanceof PySlice))
    return typeError(`string indices must be integers, not '${typeName(index)}'`);
  const range = resolveSlice(rt, index, codePointCount(text));
  rt.charge(range.length);
  return sliceText(text, range);
}

function getFromDict(rt: Runtime, dict: PyDict, key: Value): Value {
  const value = dict.get(rt, key);
  if (value !== undefined) return value;
  const missing = dict.cls === dictClass ? undefined : findSpecial(dict, '__missing__');
  return missing === undefined ? keyError(key) : callSpecial(rt, missing, dict, key);
}

function getFromRange(rt: Runtime, range: PyRange, index: Value): Value {
  const at = asIndex(rt, index);
  if (at !== undefined) {
    const place = typeof at === 'bigint' ? -1 : position(at, range.length);
    return place < 0 || place >= range.length
      ? indexError('range object index out of range')
      : range.at(place);
  }
  if (!(index instanceof PySlice))
    return typeError(`range indices must be integers or slices, not ${typeName(index)}`);
  const { start, stop, step } = resolveSlice(rt, index, range.length);
  return new PyRange(range.at(start), range.at(stop), range.step * step);
}

function getFromBytes(rt: Runtime, bytes: PyBytes, index: Value): Value {
  const at = asIndex(rt, index);
  if (at !== undefined)
    return bytes.data[position(at, bytes.data.length)] ?? indexError('index out of range');
  if (!(index instanceof PySlice))
    return typeError(`byte indices must be integers or slices, not ${typeName(index)}`);
  const range = resolveSlice(rt, index, bytes.data.length);
  rt.charge(range.length);
  return new PyBytes(Uint8Array.from(selectSlice([...bytes.data], range)));
}

/** `list[int]`, or what a class's own `__class_getitem__` makes of it. */
function subscriptClass(rt: Runtime, cls: PyClass, index: Value): Value {
  const meta = cls.cls === typeClass ? undefined : findSpecial(cls, '__getitem__');
  if (meta !== undefined) return callSpecial(rt, meta, cls, index);
  const method = cls.lookup('__class_getitem__');
  if (method === undefined) return typeError(`type '${cls.shownName}' is not subscriptable`);
  return method instanceof PyClassMethod
    ? rt.call(method.func, [cls, index])
    : callSpecial(rt, method, cls, index);
}

/** `container[index] = value`. */
export function setItem(rt: Runtime, container: Value, index: Value, value: Value): void {
  if (container instanceof PyDict && container.cls.builtin) container.set(rt, index, value);
  else if (container instanceof PyList && container.cls === listClass) setInList(rt, container, index, value);
  else {
    const method = findSpecial(container, '__setitem__');
    if (method === undefined || method === null)
      typeError(`'${typeName(container)}' object does not support item assignment`);
    callSpecial(rt, method, container, index, value);
  }
}

/** `list[index] = value` for an index or a slice. */
export function setInList(rt: Runtime, list: PyList, index: Value, value: Value): void {
  const at = asIndex(rt, index);
  if (at !== undefined) {
    const place = position(at, list.items.length);
    if (place < 0 || place >= list.items.length) indexError('list assignment index out of range');
    list.setItem(place, value);
  } else if (index instanceof PySlice) {
    assignSlice(rt, list, index, assigned(rt, list, index, value));
  } else {
    typeError(`list indices must be integers or slices, not ${typeName(index)}`);
  }
}

function assigned(rt: Runtime, list: PyList, slice: PySlice, value: Value): Value[] {
  const plain = resolveSlice(rt, slice, list.items.length).step === 1;
  const iterable = findSpecial(value, '__iter__') ?? findSpecial(value, '__getitem__');
  if (iterable === undefined)
    typeError(plain ? 'can only assign an iterable' : 'must assign iterable to extended slice');
  return toArray(rt, value);
}

/** `del container[index]`. */
export function deleteItem(rt: Runtime, container: Value, index: Value): void {
  if (container instanceof PyDict && container.cls === dictClass) deleteFromDict(rt, container, index);
  else if (container instanceof PyList && container.cls === listClass) deleteFromList(rt, container, index);
  else {
    const method = findSpecial(container, '__delitem__');
    if (method === undefined || method === null)
      typeError(`'${typeName(container)}' object ${deletionRefusal(rt, container, index)} item deletion`);
    callSpecial(rt, method, container, index);
  }
}

/** CPython words it differently for what has sequence slots, when asked with an index. */
function deletionRefusal(rt: Runtime, container: Value, index: Value): string {
  const sequence = !typeOf(container).builtin || findSpecial(container, '__len__') !== undefined;
  return sequence && asIndex(rt, index) !== undefined ? "doesn't support" : 'does not support';
}

/** `del dict[key]`. */
export function deleteFromDict(rt: Runtime, dict: PyDict, key: Value): void {
  if (dict.delete(rt, key) === undefined) keyError(key);
}

/** `del list[index]` for an index or a slice. */
export function deleteFromList(rt: Runtime, list: PyList, index: Value): void {
  const at = asIndex(rt, index);
  if (at !== undefined) {
    const place = position(at, list.items.length);
    if (place < 0 || place >= list.items.length) indexError('list assignment index out of range');
    rt.charge((list.items.length - place) / 16);
    list.deleteItem(place);
  } else if (index instanceof PySlice) {
    deleteSlice(rt, list, index);
  } else {
    typeError(`list indices must be integers or slices, not ${typeName(index)}`);
  }
}
