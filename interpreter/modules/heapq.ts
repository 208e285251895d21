// Module heapq: binary heaps in lists, with the very comparisons of CPython's _heapq.
// https://docs.python.org/3.11/library/heapq.html
import { extremeOf } from '../builtins/functions-iterables.ts';
import { declareIterator } from '../builtins/iterator-methods.ts';
import { sortValues } from '../builtins/sort.ts';
import type { Runtime } from '../runtime.ts';
import { asIndex } from '../values/as-index.ts';
import { lessThan } from '../values/compare.ts';
import { indexError, isRaised, raise, typeError, valueError } from '../values/errors.ts';
import { iterate, length, toArray } from '../values/iterate.ts';
import { NativeIterator, iteratorClass, type PyIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass, argumentName, typeName } from '../values/type-of.ts';
import { defineModule } from './define.ts';

/** Whether the first belongs above the second. */
type Above = (rt: Runtime, a: Value, b: Value) => boolean;

const minFirst: Above = lessThan;
const maxFirst: Above = (rt, a, b) => lessThan(rt, b, a);

/** The argument of a function that takes a heap; `argument` is how its errors call it. */
function requireHeap(heap: Value, argument: string): PyList {
  return heap instanceof PyList ? heap : typeError(`${argument} must be list, not ${argumentName(heap)}`);
}

/** A comparison of the program may change the heap. */
function checkSize(heap: PyList, size: number): void {
  if (heap.items.length !== size) raise('RuntimeError', 'list changed size during iteration');
}

function swap(heap: PyList, a: number, b: number): void {
  const value = heap.items[a];
  heap.setItem(a, heap.items[b]);
  heap.setItem(b, value);
}

/** Moves the item at `position` up to its place, not above `start`. */
function siftDown(rt: Runtime, heap: PyList, start: number, position: number, above: Above): void {
  const size = heap.items.length;
  if (position >= size) indexError('index out of range');
  const moved = heap.items[position];
  for (let at = position; at > start;) {
    const parent = (at - 1) >> 1;
    const higher = above(rt, moved, heap.items[parent]);
    checkSize(heap, size);
    if (!higher) break;
    swap(heap, at, parent);
    at = parent;
  }
}

/** Moves the item at `position` down to a leaf, then up to its place. */
function siftUp(rt: Runtime, heap: PyList, position: number, above: Above): void {
  const size = heap.items.length;
  if (position >= size) indexError('index out of range');
  const firstLeaf = size >> 1;
  let at = position;
  while (at < firstLeaf) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const leftHigher = above(rt, heap.items[child], heap.items[child + 1]);
      checkSize(heap, size);
      if (!leftHigher) child++;
    }
    swap(heap, at, child);
    at = child;
  }
  siftDown(rt, heap, position, at, above);
}

function popHeap(rt: Runtime, heap: PyList, above: Above): Value {
  const size = heap.items.length;
  if (size === 0) indexError('index out of range');
  const last = heap.items[size - 1];
  heap.deleteItem(size - 1);
  if (size === 1) return last;
  const top = heap.items[0];
  heap.setItem(0, last);
  siftUp(rt, heap, 0, above);
  return top;
}

function replaceTop(rt: Runtime, heap: PyList, item: Value, above: Above): Value {
  if (heap.items.length === 0) indexError('index out of range');
  const top = heap.items[0];
  heap.setItem(0, item);
  siftUp(rt, heap, 0, above);
  return top;
}

/** The order of CPython's cache-friendly heapify differs for large lists, though not its result's being a heap. */
const CACHE_FRIENDLY_FROM = 2500;

function heapify(rt: Runtime, heap: PyList, above: Above): void {
  const size = heap.items.length;
  rt.charge(size);
  if (size > CACHE_FRIENDLY_FROM) return heapifyInBlocks(rt, heap, above);
  for (let at = (size >> 1) - 1; at >= 0; at--) siftUp(rt, heap, at, above);
}

function keepTopBit(value: number): number {
  return value === 0 ? 0 : 2 ** Math.floor(Math.log2(value));
}

/** Parents with odd index pairs first, each followed up to where its sibling is not done yet. */
function heapifyInBlocks(rt: Runtime, heap: PyList, above: Above): void {
  const half = heap.items.length >> 1;
  const leftmost = keepTopBit(half + 1) - 1;
  const split = half >> 1;
  const climb = (from: number): void => {
    for (let at = from; ; at >>= 1) {
      siftUp(rt, heap, at, above);
      if ((at & 1) === 0) break;
    }
  };
  for (let at = leftmost - 1; at >= split; at--) climb(at);
  for (let at = half - 1; at >= leftmost; at--) climb(at);
}

// ---- the functions -------------------------------------------------------------------------------

/** The `count` smallest (or, with `maxFirst` elements on top, largest) by a heap of that many. */
function selected(rt: Runtime, count: Value, iterable: Value, key: Value, largest: boolean): Value {
  const wanted = asIndex(rt, count);
  const size = wanted === 1 ? undefined : sizeOf(rt, iterable);
  if (wanted === undefined) {
    // with the length, and with a place where there is none
    if (size === undefined) {
      iterate(rt, iterable);
      return typeError(`'${typeName(count)}' object cannot be interpreted as an integer`);
    }
    return typeError(`'>=' not supported between instances of '${typeName(count)}' and 'int'`);
  }
  if (wanted === 1) {
    const best = extremeOf(rt, largest ? '>' : '<', iterable, key);
    return new PyList(best === undefined ? [] : [best]);
  }
  if (size !== undefined && wanted >= size) {
    const all = toArray(rt, iterable);
    sortValues(rt, all, key, largest);
    return new PyList(all.slice(0, Math.max(0, Number(wanted))));
  }
  return new PyList(selectByHeap(rt, Number(wanted), iterate(rt, iterable), key, largest));
}

function sizeOf(rt: Runtime, iterable: Value): number | undefined {
  try {
    return length(rt, iterable);
  } catch (error) {
    if (isRaised(error, 'TypeError') || isRaised(error, 'AttributeError')) return undefined;
    throw error;
  }
}

function selectByHeap(
  rt: Runtime,
  wanted: number,
  source: PyIterator,
  key: Value,
  largest: boolean,
): Value[] {
  const keyOf = (element: Value): Value => (key === null ? element : rt.call(key, [element]));
  const above = largest ? minFirst : maxFirst;
  const step = largest ? -1 : 1;
  const heap = new PyList([]);
  let order = 0;
  const entry = (rank: Value, element: Value): Value => new PyTuple([rank, order, element]);
  for (; heap.items.length < wanted; order += step) {
    const element = source.next(rt);
    if (element === undefined) break;
    rt.charge(1);
    heap.append(entry(keyOf(element), element));
  }
  if (heap.items.length === 0) return [];
  heapify(rt, heap, above);
  for (let element = source.next(rt); element !== undefined; element = source.next(rt)) {
    rt.charge(1);
    const rank = keyOf(element);
    const worst = (heap.items[0] as PyTuple).items[0];
    if (largest ? !lessThan(rt, worst, rank) : !lessThan(rt, rank, worst)) continue;
    replaceTop(rt, heap, entry(rank, element), above);
    order += step;
  }
  const entries = heap.items.slice();
  sortValues(rt, entries, null, largest);
  return entries.map((item) => (item as PyTuple).items[2]);
}

/** `[rank, order, value]` and where it came from; compared as the list it is. */
class MergeEntry extends PyList {
  readonly source: PyIterator;

  constructor(items: Value[], source: PyIterator) {
    super(items);
    this.source = source;
  }
}

/** `heapq.merge`. */
class MergeIterator extends NativeIterator {
  private readonly heap = new PyList([]);
  private pending: readonly Value[] | null;
  private running = false;
  private readonly key: Value;
  private readonly reverse: boolean;

  constructor(sources: readonly Value[], key: Value, reverse: boolean) {
    super();
    this.pending = sources;
    this.key = key;
    this.reverse = reverse;
  }

  /** Nothing happens before the first step, as in a generator function. */
  step(rt: Runtime): Value | undefined {
    if (this.running) valueError('generator already executing');
    this.running = true;
    try {
      return this.advance(rt);
    } finally {
      this.running = false;
    }
  }

  private advance(rt: Runtime): Value | undefined {
    const { heap } = this;
    const above = this.reverse ? maxFirst : minFirst;
    if (this.pending !== null) this.start(rt, this.pending, above);
    else if (heap.items.length > 0) {
      const top = heap.items[0] as MergeEntry;
      const value = top.source.next(rt);
      if (value === undefined) popHeap(rt, heap, above);
      else {
        top.items[0] = this.rank(rt, value);
        top.items[2] = value;
        if (heap.items.length > 1) replaceTop(rt, heap, top, above);
      }
    }
    return heap.items.length === 0 ? undefined : (heap.items[0] as MergeEntry).items[2];
  }

  private start(rt: Runtime, sources: readonly Value[], above: Above): void {
    this.pending = null;
    sources.forEach((given, i) => {
      const source = iterate(rt, given);
      const value = source.next(rt);
      if (value === undefined) return;
      this.heap.append(new MergeEntry([this.rank(rt, value), this.reverse ? -i : i, value], source));
    });
    heapify(rt, this.heap, above);
  }

  private rank(rt: Runtime, value: Value): Value {
    return this.key === null ? value : rt.call(this.key, [value]);
  }
}
// `merge` is a generator function in CPython.
const mergeClass = iteratorClass('generator');
registerClass(MergeIterator, mergeClass);
declareIterator(mergeClass);

export const heapq = defineModule(
  'heapq',
  (module) => {
    module.function('heapify(heap, /)', (rt: Runtime, given: Value) => {
      heapify(rt, requireHeap(given, 'heapify() argument'), minFirst);
      return null;
    });

    module.function('heappush(heap, item, /)', (rt: Runtime, given: Value, item: Value) => {
      const heap = requireHeap(given, 'heappush() argument 1');
      heap.append(item);
      siftDown(rt, heap, 0, heap.items.length - 1, minFirst);
      return null;
    });

    module.function('heappop(heap, /)', (rt: Runtime, heap: Value) =>
      popHeap(rt, requireHeap(heap, 'heappop() argument'), minFirst),
    );

    module.function('heapreplace(heap, item, /)', (rt: Runtime, heap: Value, item: Value) =>
      replaceTop(rt, requireHeap(heap, 'heapreplace() argument 1'), item, minFirst),
    );

    module.function('heappushpop(heap, item, /)', (rt: Runtime, given: Value, item: Value) => {
      const heap = requireHeap(given, 'heappushpop() argument 1');
      if (heap.items.length === 0 || !lessThan(rt, heap.items[0], item)) return item;
      return replaceTop(rt, heap, item, minFirst);
    });

    module.function(
      'nsmallest(n, iterable, key=None)',
      (rt: Runtime, n: Value, iterable: Value, key: Value) => selected(rt, n, iterable, key, false),
      'python',
    );
    module.function(
      'nlargest(n, iterable, key=None)',
      (rt: Runtime, n: Value, iterable: Value, key: Value) => selected(rt, n, iterable, key, true),
      'python',
    );

    module.function(
      'merge(*iterables, key=None, reverse=False)',
      (rt: Runtime, iterables: readonly Value[], key: Value, reverse: Value) =>
        new MergeIterator(iterables, key, truth(rt, reverse)),
      'python',
    );

    // The max-heap variants of CPython's implementation, which some programs use.
    module.function('_heapify_max(heap, /)', (rt: Runtime, heap: Value) => {
      heapify(rt, requireHeap(heap, '_heapify_max() argument'), maxFirst);
      return null;
    });
    module.function('_heappop_max(heap, /)', (rt: Runtime, heap: Value) =>
      popHeap(rt, requireHeap(heap, '_heappop_max() argument'), maxFirst),
    );
    module.function('_heapreplace_max(heap, item, /)', (rt: Runtime, heap: Value, item: Value) =>
      replaceTop(rt, requireHeap(heap, '_heapreplace_max() argument 1'), item, maxFirst),
    );
  },
  '_heapq',
);
