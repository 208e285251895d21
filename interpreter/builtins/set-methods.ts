// Methods of set and frozenset. https://docs.python.org/3.11/library/stdtypes.html#set-types-set-frozenset
import type { Runtime } from '../runtime.ts';
import { frozensetClass, setClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { keyError } from '../values/errors.ts';
import { searchable } from '../values/membership.ts';
import type { Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import * as algebra from '../values/set-algebra.ts';
import { constructor, method } from './declare.ts';

constructor(
  setClass,
  'set(iterable?, /)',
  (rt: Runtime, cls: PyClass, iterable: Value | undefined) => {
    const set = new PySet(false, cls);
    if (iterable !== undefined) algebra.updateSet(rt, set, iterable);
    return set;
  },
  undefined,
  (derived) => new PySet(false, derived),
);

method(setClass, '__init__(iterable?, /)', (rt: Runtime, self: PySet, iterable: Value | undefined) => {
  if (self.size > 0) self.clear();
  if (iterable !== undefined) algebra.updateSet(rt, self, iterable);
  return null;
});

constructor(
  frozensetClass,
  'frozenset(iterable?, /)',
  (rt: Runtime, cls: PyClass, iterable: Value | undefined) => {
    if (cls === frozensetClass && iterable instanceof PySet && iterable.cls === frozensetClass)
      return iterable;
    const set = new PySet(true, cls);
    if (iterable !== undefined) algebra.updateSet(rt, set, iterable);
    return set;
  },
);

// ---- both ----------------------------------------------------------------------------------------

for (const cls of [setClass, frozensetClass]) {
  method(cls, 'copy()', (rt: Runtime, self: PySet) =>
    self.cls === frozensetClass ? self : algebra.copySet(rt, self),
  );

  method(cls, 'union(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) => {
    const result = algebra.copySet(rt, self);
    for (const other of others) if (other !== self) algebra.updateSet(rt, result, other);
    return result;
  });

  method(cls, 'intersection(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) =>
    intersectAll(rt, self, others),
  );

  method(cls, 'difference(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) => {
    if (others.length === 0) return algebra.copySet(rt, self);
    const result = algebra.difference(rt, self, others[0]);
    for (const other of others.slice(1)) algebra.subtractFrom(rt, result, other);
    return result;
  });

  method(cls, 'symmetric_difference(other, /)', algebra.symmetricDifference);
  method(cls, 'isdisjoint(other, /)', algebra.isDisjoint);

  method(cls, 'issubset(other, /)', (rt: Runtime, self: PySet, other: Value) => {
    if (other instanceof PySet) return algebra.isSubset(rt, self, other);
    return algebra.intersection(rt, self, other).size === self.size;
  });

  method(cls, 'issuperset(other, /)', (rt: Runtime, self: PySet, other: Value) =>
    algebra.isSubset(rt, other instanceof PySet ? other : algebra.setOf(rt, other), self),
  );
}

function intersectAll(rt: Runtime, set: PySet, others: readonly Value[]): PySet {
  if (others.length === 0) return algebra.copySet(rt, set);
  return others.reduce<PySet>((result, other) => algebra.intersection(rt, result, other), set);
}

// ---- changing in place ---------------------------------------------------------------------------

method(setClass, 'add(element, /)', (rt: Runtime, self: PySet, element: Value) => {
  self.add(rt, element);
  return null;
});

method(setClass, 'clear()', (_rt: Runtime, self: PySet) => {
  self.clear();
  return null;
});

method(setClass, 'discard(element, /)', (rt: Runtime, self: PySet, element: Value) => {
  self.delete(rt, searchable(element));
  return null;
});

method(setClass, 'remove(element, /)', (rt: Runtime, self: PySet, element: Value) => {
  if (!self.delete(rt, searchable(element))) keyError(element);
  return null;
});

method(setClass, 'pop()', (rt: Runtime, self: PySet) => {
  const element = self.pop(rt);
  return element === undefined ? keyError('pop from an empty set') : element;
});

method(setClass, 'update(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) => {
  for (const other of others) algebra.updateSet(rt, self, other);
  return null;
});

method(setClass, 'intersection_update(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) => {
  const kept = intersectAll(rt, self, others);
  self.become(kept === self ? algebra.copySet(rt, self) : kept);
  return null;
});

method(setClass, 'difference_update(*others)', (rt: Runtime, self: PySet, others: readonly Value[]) => {
  for (const other of others) algebra.subtractFrom(rt, self, other);
  return null;
});

method(setClass, 'symmetric_difference_update(other, /)', (rt: Runtime, self: PySet, other: Value) => {
  algebra.toggleIn(rt, self, other);
  return null;
});
