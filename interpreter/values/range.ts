// Ranges: three integers and the arithmetic on them. https://docs.python.org/3.11/library/stdtypes.html#ranges
import { rangeClass } from './builtin-classes.ts';
import { HeapObject } from './objects.ts';
import { registerClass } from './type-of.ts';

/** `range(start, stop, step)` with bounds that are safe integers; larger ones are refused where ranges are made. */
export class PyRange extends HeapObject {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    const span = step > 0 ? stop - start : start - stop;
    this.length = span > 0 ? Math.floor((span - 1) / Math.abs(step)) + 1 : 0;
  }

  /** The element at a valid index. */
  at(index: number): number {
    return this.start + index * this.step;
  }

  /** Where `value` stands, or -1. */
  indexOf(value: number): number {
    const index = (value - this.start) / this.step;
    return Number.isInteger(index) && index >= 0 && index < this.length ? index : -1;
  }
}
registerClass(PyRange, rangeClass);
