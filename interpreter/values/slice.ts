// Slice objects, and what a slice selects from a sequence of a given length.
import { sliceClass } from './builtin-classes.ts';
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

/** The positions `start, start + step, …`, `length` of them. */
export interface SliceRange {
  start: number;
  stop: number;
  step: number;
  length: number;
}
