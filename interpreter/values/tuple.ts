// Tuples, and instances of classes derived from tuple (named tuples). Immutable.
import { tupleClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import type { Value } from './objects.ts';

export class PyTuple extends PyContainer {
  readonly items: readonly Value[];
  /** The key it has in a dict's index, once computed (see `hash-key.ts`); null before. */
  hashKey: string | null = null;

  constructor(items: readonly Value[], cls: PyClass = tupleClass) {
    super(cls);
    this.items = items;
  }
}

export const emptyTuple = (): PyTuple => new PyTuple([]);
