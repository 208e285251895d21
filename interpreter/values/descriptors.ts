// The three descriptors a class body can hold: what `@staticmethod`, `@classmethod` and `@property` make.
// Pure data; binding them is attribute access.
import { classmethodClass, propertyClass, staticmethodClass } from './builtin-classes.ts';
import { HeapObject, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

/** `staticmethod(func)`: never bound. */
export class PyStaticMethod extends HeapObject {
  readonly func: Value;
  constructor(func: Value) {
    super();
    this.func = func;
  }
}
registerClass(PyStaticMethod, staticmethodClass);

/** `classmethod(func)`: bound to the class. */
export class PyClassMethod extends HeapObject {
  readonly func: Value;
  constructor(func: Value) {
    super();
    this.func = func;
  }
}
registerClass(PyClassMethod, classmethodClass);

/** `property(getter, setter, deleter)`; an absent one is None. */
export class PyProperty extends HeapObject {
  readonly getter: Value;
  readonly setter: Value;
  readonly deleter: Value;
  constructor(getter: Value, setter: Value, deleter: Value) {
    super();
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
  }
}
registerClass(PyProperty, propertyClass);
