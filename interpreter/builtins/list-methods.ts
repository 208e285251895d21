// Methods of list. https://docs.python.org/3.11/library/stdtypes.html#mutable-sequence-types
import type { Runtime } from '../runtime.ts';
import { asIndex, requireSize } from '../values/as-index.ts';
import { listClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import { indexError, typeError, valueError } from '../values/errors.ts';
import { elementsOf } from '../values/iterate.ts';
import { ListReverseIterator } from '../values/iterators.ts';
import { extendList } from '../values/list-extend.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { constructor, method } from './declare.ts';
import { sortList } from './sort.ts';

constructor(
  listClass,
  'list(iterable?, /)',
  (rt: Runtime, _cls: PyClass, iterable: Value | undefined) =>
    new PyList(iterable === undefined ? [] : elementsOf(rt, iterable)),
  'positional',
  (derived) => new PyList([], derived),
);
method(listClass, '__init__(iterable?, /)', (rt: Runtime, self: PyList, iterable: Value | undefined) => {
  if (self.items.length > 0) self.clear();
  if (iterable !== undefined) extendList(rt, self, iterable);
  return null;
});

/** The bounds of `index(value, start, stop)`, counted from the front. */
export function searchBounds(
  rt: Runtime,
  start: Value | undefined,
  stop: Value | undefined,
  length: number,
): [number, number] {
  const bound = (value: Value | undefined, absent: number): number => {
    if (value === undefined) return absent;
    const index =
      asIndex(rt, value) ?? typeError('slice indices must be integers or have an __index__ method');
    return index < 0 ? Math.max(0, Number(index) + length) : Number(index);
  };
  return [bound(start, 0), bound(stop, length)];
}

/** Where `value` first stands in [start, stop); −1 when nowhere. The elements are read afresh at each step. */
export function indexIn(
  rt: Runtime,
  sequence: { readonly items: readonly Value[] },
  value: Value,
  start: number,
  stop: number,
): number {
  for (let i = start; i < stop && i < sequence.items.length; i++) {
    if ((i & 63) === 63) rt.charge(64);
    if (equals(rt, sequence.items[i], value)) return i;
  }
  return -1;
}

/** How many elements equal `value`. */
export function countIn(rt: Runtime, sequence: { readonly items: readonly Value[] }, value: Value): number {
  let count = 0;
  rt.charge(sequence.items.length);
  for (let i = 0; i < sequence.items.length; i++) if (equals(rt, sequence.items[i], value)) count++;
  return count;
}

method(listClass, 'append(object, /)', (_rt: Runtime, self: PyList, object: Value) => {
  self.append(object);
  return null;
});

method(listClass, 'clear()', (_rt: Runtime, self: PyList) => {
  self.clear();
  return null;
});

method(listClass, 'copy()', (rt: Runtime, self: PyList) => {
  rt.charge(self.items.length);
  return new PyList(self.items.slice());
});

method(listClass, 'count(value, /)', countIn);

method(listClass, 'extend(iterable, /)', (rt: Runtime, self: PyList, iterable: Value) => {
  extendList(rt, self, iterable);
  return null;
});

method(
  listClass,
  'index(value, start?, stop?, /)',
  (rt: Runtime, self: PyList, value: Value, start: Value | undefined, stop: Value | undefined) => {
    const found = indexIn(rt, self, value, ...searchBounds(rt, start, stop, self.items.length));
    return found < 0 ? valueError(`${repr(rt, value)} is not in list`) : found;
  },
);

method(listClass, 'insert(index, object, /)', (rt: Runtime, self: PyList, index: Value, object: Value) => {
  const { length } = self.items;
  const given = requireSize(rt, index);
  const at = given < 0 ? Math.max(0, given + length) : Math.min(given, length);
  rt.charge((length - at) / 16);
  self.insert(at, object);
  return null;
});

method(listClass, 'pop(index?, /)', (rt: Runtime, self: PyList, index: Value | undefined) => {
  const { length } = self.items;
  const given = index === undefined ? -1 : requireSize(rt, index);
  if (length === 0) indexError('pop from empty list');
  const at = given < 0 ? given + length : given;
  if (at < 0 || at >= length) indexError('pop index out of range');
  const value = self.items[at];
  rt.charge((length - at) / 16);
  self.deleteItem(at);
  return value;
});

method(listClass, 'remove(value, /)', (rt: Runtime, self: PyList, value: Value) => {
  const found = indexIn(rt, self, value, 0, Infinity);
  if (found < 0) valueError('list.remove(x): x not in list');
  rt.charge((self.items.length - found) / 16);
  self.deleteItem(found);
  return null;
});

method(listClass, 'reverse()', (rt: Runtime, self: PyList) => {
  rt.charge(self.items.length);
  self.replace(self.items.slice().reverse());
  return null;
});

method(
  listClass,
  'sort(*, key=None, reverse=False)',
  (rt: Runtime, self: PyList, key: Value, reverse: Value) => {
    sortList(rt, self, key, reverse);
    return null;
  },
);

method(listClass, '__reversed__()', (_rt: Runtime, self: PyList) => new ListReverseIterator(self));
