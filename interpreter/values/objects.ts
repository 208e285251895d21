// The values of Primer at run time. Plain JavaScript values stand for None, bool, int and str;
// everything else is one of the classes in this folder. Knows nothing of code, frames or the VM:
// functions hold their code as an opaque reference.
import type { PyClass } from './class.ts';

/** What registers mutations of an object once the trace knows it. Implemented by the trace recorder. */
export interface Journal {
  /** `object` changed: `kind` says how; `a` and `b` are the operands (see `trace/journal.ts`). */
  mutate(object: HeapObject, kind: MutationKind, a: unknown, b: unknown): void;
}

/**
 * The ways in which a heap object can change. Operands are values, array indices, names, or arrays of values, and
 * never change afterwards. What each means to a mirror of the object is in `trace/mirror.ts`.
 */
export type MutationKind =
  | 'append' // list, deque: a = value
  | 'set-item' // list: a = index, b = value; dict: a = the stored key, b = value
  | 'delete-item' // list: a = index; dict: a = the stored key; set: a = element, b = its slot
  | 'insert' // list: a = index, b = value
  | 'replace' // list, deque: a = new items; dict: a = entries; set: a = the slots, undefined where free; exception: a = cause, context and arguments
  | 'add' // set: a = element, b = the slot of the table it takes (iteration goes by slot)
  | 'clear' // list, dict, set
  | 'set-attr' // whatever has attributes of its own: a = name, b = value
  | 'delete-attr' // a = name
  | 'set-cell' // closure cell: a = value (undefined: unbound)
  | 'advance'; // iterator: a = the element that native code took from it

/** Anything with an identity. */
export abstract class HeapObject {
  /** The Python class of the object: on the prototype (see `type-of.ts`), or a field of an instance. */
  declare readonly cls: PyClass;
  /**
   * Canonical number of the object in its trace, from 1 in order of first sight; 0 as long as the trace has not seen
   * it. Below 0 for what all runs share and none can change (see `shared.ts`): it is never registered.
   */
  id = 0;
  /** Where mutations go once registered; null when not traced. */
  journal: Journal | null = null;
}

/** A Python float, boxed so that `1.0` is never mistaken for the int `1`. Immutable, without identity. */
export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Any Primer value. `undefined` is never a value: it marks an unbound variable. */
export type Value = null | boolean | number | bigint | string | PyFloat | HeapObject;
