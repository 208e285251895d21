// Assigning to and deleting slices of lists.
import type { Runtime } from '../runtime.ts';
import { valueError } from './errors.ts';
import type { PyList } from './list.ts';
import type { Value } from './objects.ts';
import { resolveSlice, type PySlice } from './slice.ts';

/**
 * `list[slice] = values`.
 * @throws PyRaise ValueError "attempt to assign sequence of size 1 to extended slice of size 2"
 */
export function assignSlice(rt: Runtime, list: PyList, slice: PySlice, values: readonly Value[]): void {
  const { start, step, stop, length } = resolveSlice(rt, slice, list.items.length);
  rt.charge(list.items.length + values.length);
  if (step === 1) {
    // An empty slice whose bounds cross inserts at its start.
    const end = Math.max(start, stop);
    list.replace([...list.items.slice(0, start), ...values, ...list.items.slice(end)]);
    return;
  }
  if (values.length !== length)
    valueError(`attempt to assign sequence of size ${values.length} to extended slice of size ${length}`);
  const items = list.items.slice();
  for (let i = 0, at = start; i < length; i++, at += step) items[at] = values[i];
  list.replace(items);
}

/** `del list[slice]`. */
export function deleteSlice(rt: Runtime, list: PyList, slice: PySlice): void {
  const { start, step, length } = resolveSlice(rt, slice, list.items.length);
  if (length === 0) return;
  rt.charge(list.items.length);
  const doomed = new Set<number>();
  for (let i = 0, at = start; i < length; i++, at += step) doomed.add(at);
  list.replace(list.items.filter((_, at) => !doomed.has(at)));
}
