// The three descriptors a class body can hold: what `@staticmethod`, `@classmethod` and `@property` make; and the
// computed attributes of builtin classes. Pure data; binding them is attribute access.
import type { Runtime } from '../runtime.ts';
import { classmethodClass, objectClass, propertyClass, staticmethodClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { raise } from './errors.ts';
import { HeapObject, type Value } from './objects.ts';
import { sharedId } from './shared.ts';
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
  /** The docstring it was given; None where it has its getter's. */
  readonly doc: Value;
  constructor(getter: Value, setter: Value, deleter: Value, doc: Value = null) {
    super();
    this.doc = doc;
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
  }
}
registerClass(PyProperty, propertyClass);

/** An attribute of a builtin class that is computed: `int.real`, `slice.start`, `BaseException.args`. */
export class PyNativeProperty extends HeapObject {
  readonly name: string;
  readonly owner: string;
  readonly isSettable: boolean;
  private readonly getter: (rt: Runtime, self: Value) => Value;
  private readonly setter: ((rt: Runtime, self: Value, value: Value) => void) | null;

  constructor(
    name: string,
    owner: string,
    getter: (rt: Runtime, self: Value) => Value,
    setter: ((rt: Runtime, self: Value, value: Value) => void) | null = null,
  ) {
    super();
    this.name = name;
    this.owner = owner;
    this.getter = getter;
    this.setter = setter;
    this.isSettable = setter !== null;
    this.id = sharedId(`${owner}.${name}`);
  }

  get(rt: Runtime, self: Value): Value {
    return this.getter(rt, self);
  }

  set(rt: Runtime, self: Value, value: Value): void {
    if (this.setter === null)
      raise('AttributeError', `attribute '${this.name}' of '${this.owner}' objects is not writable`);
    this.setter(rt, self, value);
  }
}
registerClass(PyNativeProperty, new PyClass('getset_descriptor', [objectClass], objectClass.mro, true));
