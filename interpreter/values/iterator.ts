// What every iterator is. Generators (written by the VM) extend `PyIterator` themselves; the iterators of
// builtins extend `NativeIterator`, which sees to the journal.
import type { Runtime } from '../runtime.ts';
import { objectClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { HeapObject, type Value } from './objects.ts';

export abstract class PyIterator extends HeapObject {
  /** The next element, or undefined when there is none. May throw PyRaise. */
  abstract next(rt: Runtime): Value | undefined;
}

/** An iterator implemented natively: says what comes next, and leaves the journal to this class. */
export abstract class NativeIterator extends PyIterator {
  /** How many elements have been taken. */
  private taken = 0;

  next(rt: Runtime): Value | undefined {
    const value = this.step(rt);
    if (value !== undefined) this.taken++;
    this.journal?.mutate(this, 'advance', this.taken, undefined);
    return value;
  }

  protected abstract step(rt: Runtime): Value | undefined;

  /** What `__length_hint__` says, when it can. */
  lengthHint?(): number;
}

/** The class of a kind of iterator. */
export function iteratorClass(name: string, module = 'builtins'): PyClass {
  return new PyClass(name, [objectClass], objectClass.mro, true, module);
}
