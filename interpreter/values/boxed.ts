// Instances of classes derived from int, float, str or bytes: an object with attributes around a plain value.
// Operators and builtins look through the box wherever CPython would take the subclass for its base.
import { type PyClass, PyInstance } from './class.ts';
import type { Value } from './objects.ts';

export class PyBoxed extends PyInstance {
  /** The int, float, str or bytes it is. */
  readonly payload: Value;

  constructor(cls: PyClass, payload: Value) {
    super(cls);
    this.payload = payload;
  }
}

/** The plain value inside a box; any other value as it is. */
export function unbox(value: Value): Value {
  return value instanceof PyBoxed ? value.payload : value;
}
