// Dicts: an index from hash keys to slots, and keys and values by slot in order of insertion, as CPython's compact
// dict has them. Knows hashing (`hash-key.ts`) but nothing of error texts other than those of unhashable keys.
import type { Runtime } from '../runtime.ts';
import { dictClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import type { Value } from './objects.ts';

export class PyDict extends PyContainer {
  /** Keys by slot; undefined where one was deleted. */
  keys: (Value | undefined)[] = [];
  /** Values by slot, meaningful where there is a key. */
  values: Value[] = [];
  size = 0;

  constructor(cls: PyClass = dictClass) {
    super(cls);
  }

  declare get: (rt: Runtime, key: Value) => Value | undefined;
  declare has: (rt: Runtime, key: Value) => boolean;
  declare set: (rt: Runtime, key: Value, value: Value) => void;
  /** The removed value, or undefined when there was none. */
  declare delete: (rt: Runtime, key: Value) => Value | undefined;
  declare clear: () => void;
  /** The entries in order (a snapshot). */
  declare entries: () => [Value, Value][];
}
