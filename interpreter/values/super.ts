// `super(cls, object)`: a view of an object that looks its attributes up behind a class.
import { superClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { HeapObject, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

export class PySuper extends HeapObject {
  /** The class behind which the search begins. */
  readonly after: PyClass;
  /** What methods are bound to: an instance, or a class. */
  readonly object: Value;
  /** The class along whose MRO the search goes. */
  readonly startClass: PyClass;

  constructor(after: PyClass, object: Value, startClass: PyClass) {
    super();
    this.after = after;
    this.object = object;
    this.startClass = startClass;
  }
}
registerClass(PySuper, superClass);
