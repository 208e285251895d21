// The set operations, element by element as CPython does them (Objects/setobject.c): the order in which elements
// come to a table decides the order in which they leave it.
import type { Runtime } from '../runtime.ts';
import { dictClass } from './builtin-classes.ts';
import { PyDict } from './dict.ts';
import { hash64 } from './hash.ts';
import { iterate } from './iterate.ts';
import type { Value } from './objects.ts';
import { PySet } from './set.ts';

/** A new set or frozenset of the elements of any iterable. */
export function setOf(rt: Runtime, iterable: Value, frozen = false): PySet {
  const set = new PySet(frozen);
  updateSet(rt, set, iterable);
  return set;
}

/**
 * The set that a display of constants makes. CPython's compiler makes a frozenset of them and, when it joins it with
 * the other constants, one more in that one's order; the display adds it to an empty set, a loop goes over it.
 * Source: Python/compile.c, starunpack_helper and merge_consts_recursive
 */
export function constantSet(rt: Runtime, constants: readonly Value[], looped: boolean): PySet {
  const folded = new PySet();
  for (const constant of constants) folded.add(rt, constant);
  const joined = new PySet();
  for (const constant of folded.contents()) joined.add(rt, constant);
  if (looped) return joined;
  const set = new PySet();
  set.merge(rt, joined);
  return set;
}

/** A copy as a plain set or frozenset. */
export function copySet(rt: Runtime, set: PySet, frozen = set.frozen): PySet {
  rt.charge(set.size);
  const copy = new PySet(frozen);
  copy.copyFrom(set);
  return copy;
}

/** `set |= iterable`, for any iterable. */
export function updateSet(rt: Runtime, set: PySet, iterable: Value): void {
  if (iterable instanceof PySet) {
    rt.charge(iterable.size);
    set.merge(rt, iterable);
    return;
  }
  if (iterable instanceof PyDict && iterable.cls === dictClass) {
    rt.charge(iterable.size);
    set.makeRoom(iterable.size);
    for (const key of iterable.keyList()) set.add(rt, key);
    return;
  }
  forEachOf(rt, iterable, (element) => set.add(rt, element));
}

/** Applies `visit` to each element; paid for. */
function forEachOf(rt: Runtime, iterable: Value, visit: (element: Value) => void): void {
  const iterator = iterate(rt, iterable);
  for (let element = iterator.next(rt); element !== undefined; element = iterator.next(rt)) {
    rt.charge(1);
    visit(element);
  }
}

/** `set & iterable`: of two sets the smaller one is gone through. */
export function intersection(rt: Runtime, set: PySet, iterable: Value): PySet {
  if (iterable === set) return copySet(rt, set);
  const result = new PySet(set.frozen);
  if (!(iterable instanceof PySet)) {
    forEachOf(rt, iterable, (element) => {
      const { hi, lo } = hash64(rt, element);
      if (set.hasHashed(rt, element, hi, lo)) result.addHashed(rt, element, hi, lo);
    });
    return result;
  }
  const [small, large] = iterable.size > set.size ? [set, iterable] : [iterable, set];
  rt.charge(small.size);
  small.forEachHashed((key, hi, lo) => {
    if (large.hasHashed(rt, key, hi, lo)) result.addHashed(rt, key, hi, lo);
  });
  return result;
}

/** `set - iterable`. */
export function difference(rt: Runtime, set: PySet, iterable: Value): PySet {
  const other =
    iterable instanceof PySet || (iterable instanceof PyDict && iterable.cls === dictClass)
      ? iterable
      : undefined;
  // Taking a few elements out of a copy is cheaper than looking up all that stay.
  if (other === undefined || Math.floor(set.size / 4) > other.size) {
    const copy = copySet(rt, set);
    subtractFrom(rt, copy, iterable);
    return copy;
  }
  rt.charge(set.size);
  const result = new PySet(set.frozen);
  set.forEachHashed((key, hi, lo) => {
    const there = other instanceof PySet ? other.hasHashed(rt, key, hi, lo) : other.has(rt, key);
    if (!there) result.addHashed(rt, key, hi, lo);
  });
  return result;
}

/** `set -= iterable`, for any iterable. */
export function subtractFrom(rt: Runtime, set: PySet, iterable: Value): void {
  if (iterable === set) return set.clear();
  if (iterable instanceof PySet) {
    // Of a much larger set only the common elements are of interest.
    const other = Math.floor(iterable.size / 8) > set.size ? intersection(rt, set, iterable) : iterable;
    rt.charge(other.size);
    other.forEachHashed((key, hi, lo) => set.deleteHashed(rt, key, hi, lo));
  } else {
    forEachOf(rt, iterable, (element) => set.delete(rt, element));
  }
  set.sweep();
}

/** `set ^= iterable`, for any iterable. */
export function toggleIn(rt: Runtime, set: PySet, iterable: Value): void {
  if (iterable === set) return set.clear();
  if (iterable instanceof PyDict && iterable.cls === dictClass) {
    rt.charge(iterable.size);
    for (const key of iterable.keyList()) if (!set.delete(rt, key)) set.add(rt, key);
    return;
  }
  const other = iterable instanceof PySet ? iterable : setOf(rt, iterable);
  rt.charge(other.size);
  other.forEachHashed((key, hi, lo) => {
    if (!set.deleteHashed(rt, key, hi, lo)) set.addHashed(rt, key, hi, lo);
  });
}

/** `set ^ iterable`. */
export function symmetricDifference(rt: Runtime, set: PySet, iterable: Value): PySet {
  const result = setOf(rt, iterable, set.frozen);
  toggleIn(rt, result, set);
  return result;
}

/** `set | iterable`. */
export function union(rt: Runtime, set: PySet, iterable: Value): PySet {
  const result = copySet(rt, set);
  if (iterable !== set) updateSet(rt, result, iterable);
  return result;
}

/** Whether all elements of `inner` are in `outer`. */
export function isSubset(rt: Runtime, inner: PySet, outer: PySet): boolean {
  if (inner.size > outer.size) return false;
  rt.charge(inner.size);
  let all = true;
  inner.forEachHashed((key, hi, lo) => {
    all &&= outer.hasHashed(rt, key, hi, lo);
  });
  return all;
}

/** `set.isdisjoint(iterable)`. */
export function isDisjoint(rt: Runtime, set: PySet, iterable: Value): boolean {
  if (iterable === set) return set.size === 0;
  if (iterable instanceof PySet) return intersection(rt, set, iterable).size === 0;
  const iterator = iterate(rt, iterable);
  for (let element = iterator.next(rt); element !== undefined; element = iterator.next(rt)) {
    rt.charge(1);
    if (set.has(rt, element)) return false;
  }
  return true;
}
