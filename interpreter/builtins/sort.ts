// Sorting Python values: `list.sort` and `sorted`. https://docs.python.org/3.11/library/stdtypes.html#list.sort
import type { Runtime } from '../runtime.ts';
import { lessThan } from '../values/compare.ts';
import { valueError } from '../values/errors.ts';
import type { PyList } from '../values/list.ts';
import { textOrder } from '../values/native-compare.ts';
import type { Value } from '../values/objects.ts';
import { requireCInt } from './text-args.ts';
import { timsort } from './timsort.ts';

/**
 * `list.sort(key=key, reverse=reverse)`. While it runs the list is empty, as in CPython; if the program notices and
 * changes it, ValueError "list modified during sort".
 */
export function sortList(rt: Runtime, list: PyList, key: Value, reverse: Value): void {
  const backwards = requireCInt(rt, reverse) !== 0;
  const items = list.items.slice();
  if (key === null && isSimple(items)) {
    sortSimple(rt, items, backwards);
    list.replace(items);
    return;
  }
  // Not told to the journal: a program that does not look sees the list change once, when it is sorted.
  const emptied: Value[] = [];
  list.items = emptied;
  try {
    sortValues(rt, items, key, backwards);
    if (list.items !== emptied || emptied.length > 0) valueError('list modified during sort');
  } finally {
    list.replace(items);
  }
}

/** Sorts an array of any values in place, stably; when a comparison raises it is left a permutation. */
export function sortValues(rt: Runtime, items: Value[], key: Value, reverse: boolean): void {
  if (key === null) {
    if (isSimple(items)) return sortSimple(rt, items, reverse);
    chargeSort(rt, items.length);
    sortBy(items, reverse, (a, b) => lessThan(rt, a, b));
    return;
  }
  const keyed = items.map((value) => ({ value, key: rt.call(key, [value]) }));
  chargeSort(rt, items.length);
  const keys = keyed.map((item) => item.key);
  try {
    if (isSimple(keys)) sortBy(keyed, reverse, simpleLess(keys));
    else sortBy(keyed, reverse, (a, b) => lessThan(rt, a.key, b.key));
  } finally {
    keyed.forEach(({ value }, i) => {
      items[i] = value;
    });
  }
}

/** A reversed sort keeps equal elements in order too: reverse, sort, reverse. */
function sortBy<T>(items: T[], reverse: boolean, less: (a: T, b: T) => boolean): void {
  if (!reverse) return timsort(items, less);
  items.reverse();
  try {
    timsort(items, less);
  } finally {
    items.reverse();
  }
}

function chargeSort(rt: Runtime, length: number): void {
  rt.charge(length * Math.ceil(Math.log2(length + 1)));
}

/** All numbers within 2^53, or all strings: no comparison can be seen, so any stable sort will do. */
function isSimple(values: readonly Value[]): values is number[] | string[] {
  const kind = typeof values[0];
  if (kind !== 'number' && kind !== 'string') return values.length === 0;
  return values.every((value) => typeof value === kind);
}

function sortSimple(rt: Runtime, items: number[] | string[], reverse: boolean): void {
  chargeSort(rt, items.length);
  // Equal ints and equal strings cannot be told apart: stability does not matter.
  if (typeof items[0] === 'number') (items as number[]).sort((a, b) => a - b);
  else (items as string[]).sort(textOrder);
  if (reverse) items.reverse();
}

function simpleLess(keys: number[] | string[]): (a: { key: Value }, b: { key: Value }) => boolean {
  if (typeof keys[0] === 'number') return (a, b) => (a.key as number) < (b.key as number);
  return (a, b) => textOrder(a.key as string, b.key as string) < 0;
}
