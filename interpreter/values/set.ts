// Sets and frozensets on CPython 3.11's own hash table, so that iteration order, `pop` and `repr` agree with it.
import type { Runtime } from '../runtime.ts';
import { setClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import type { Value } from './objects.ts';

export class PySet extends PyContainer {
  readonly frozen: boolean;
  size = 0;

  constructor(frozen = false, cls: PyClass = setClass) {
    super(cls);
    this.frozen = frozen;
  }

  declare has: (rt: Runtime, value: Value) => boolean;
  declare add: (rt: Runtime, value: Value) => void;
  /** Whether it was there. */
  declare delete: (rt: Runtime, value: Value) => boolean;
  declare clear: () => void;
  /** The elements in the order of iteration (a snapshot), noting the observation. */
  declare elements: (rt: Runtime) => Value[];
  /** The elements by slot, undefined where free, without noting anything: for the trace. */
  declare slots: () => (Value | undefined)[];
}
