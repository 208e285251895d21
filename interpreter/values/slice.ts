// Slice objects, and what a slice selects from a sequence of a given length.
// https://docs.python.org/3.11/reference/datamodel.html#slice.indices
import type { Runtime } from '../runtime.ts';
import { asIndex } from './as-index.ts';
import { sliceClass } from './builtin-classes.ts';
import { typeError, valueError } from './errors.ts';
import { HeapObject, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

export class PySlice extends HeapObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}
registerClass(PySlice, sliceClass);

/** The positions `start`, `start + step`, … (`length` of them); `stop` is where the sequence of them ends. */
export interface SliceRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;
}

/** A bound of a slice as a number; beyond any length it only matters on which side it lies. */
function bound(rt: Runtime, value: Value): number {
  const index = asIndex(rt, value);
  if (index === undefined)
    return typeError('slice indices must be integers or None or have an __index__ method');
  return Number(index);
}

function clamp(index: number, length: number, lowest: number, highest: number): number {
  const counted = index < 0 ? index + length : index;
  return Math.min(Math.max(counted, lowest), highest);
}

/**
 * What `slice` selects from a sequence of `length` elements.
 * @throws PyRaise ValueError "slice step cannot be zero", TypeError for bounds that are no integers
 */
export function resolveSlice(rt: Runtime, slice: PySlice, length: number): SliceRange {
  const step = slice.step === null ? 1 : bound(rt, slice.step);
  if (step === 0) valueError('slice step cannot be zero');
  const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
  const start =
    slice.start === null ? (step > 0 ? 0 : highest) : clamp(bound(rt, slice.start), length, lowest, highest);
  const stop =
    slice.stop === null ? (step > 0 ? length : -1) : clamp(bound(rt, slice.stop), length, lowest, highest);
  const span = step > 0 ? stop - start : start - stop;
  return { start, stop, step, length: span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1 };
}

/** The elements a slice selects. */
export function selectSlice<T>(items: readonly T[], { start, step, length }: SliceRange): T[] {
  if (step === 1) return items.slice(start, start + length);
  const selected = new Array<T>(length);
  for (let i = 0, at = start; i < length; i++, at += step) selected[i] = items[at];
  return selected;
}
