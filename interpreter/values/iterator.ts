// What every iterator is. Generators (written by the VM) extend `PyIterator` themselves; the iterators of
// builtins extend `NativeIterator`, which sees to the journal.
import type { Runtime } from '../runtime.ts';
import { objectClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { isRaised } from './errors.ts';
import { HeapObject, type Value } from './objects.ts';

export abstract class PyIterator extends HeapObject {
  /** The next element, or undefined when there is none. May throw PyRaise. */
  abstract next(rt: Runtime): Value | undefined;
}

/** An iterator implemented natively. */
export abstract class NativeIterator extends PyIterator {
  next(rt: Runtime): Value | undefined {
    const value = this.step(rt);
    if (value !== undefined) this.journal?.mutate(this, 'advance', value, undefined);
    return value;
  }

  /** As `next`, but says nothing to the journal: for an instruction whose event tells of the element already. */
  abstract step(rt: Runtime): Value | undefined;

  /** What `__length_hint__` says, when it can. */
  lengthHint?(): number;
}

/**
 * A native iterator that runs code of the program on the way to an element: a StopIteration that escapes it is the end of
 * the elements, whoever raised it. https://docs.python.org/3.11/c-api/typeobj.html#c.PyTypeObject.tp_iternext
 */
export abstract class CallingIterator extends NativeIterator {
  step(rt: Runtime): Value | undefined {
    try {
      return this.work(rt);
    } catch (error) {
      if (isRaised(error, 'StopIteration')) return undefined;
      throw error;
    }
  }

  /** The next element, or undefined when there is none. */
  protected abstract work(rt: Runtime): Value | undefined;
}

/** The classes of all kinds of native iterators; `builtins/iterator-methods.ts` hangs their methods on them. */
export const iteratorClasses: PyClass[] = [];

/** The class of a kind of iterator. */
export function iteratorClass(name: string, module = 'builtins'): PyClass {
  const cls = new PyClass(name, [objectClass], objectClass.mro, true, module);
  iteratorClasses.push(cls);
  return cls;
}
