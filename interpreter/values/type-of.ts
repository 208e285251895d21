// `type(x)` for every value, and the guards that tell the plain JavaScript values apart. A kind of heap object
// says its class once, by `registerClass`, which hangs it on the prototype: no switch over kinds, and objects
// whose class is a field of their own need no case.
import { boolClass, floatClass, intClass, noneClass, strClass, typeClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { PyFloat, type HeapObject, type Value } from './objects.ts';

/** Makes `cls` the class of every `kind` that has no class of its own. */
export function registerClass(kind: { prototype: HeapObject }, cls: PyClass): void {
  Object.defineProperty(kind.prototype, 'cls', { value: cls, writable: true });
}
registerClass(PyClass, typeClass);

/** The class of `value`: what `type(value)` is. */
export function typeOf(value: Value): PyClass {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return intClass;
    case 'string':
      return strClass;
    case 'boolean':
      return boolClass;
    case 'object':
      if (value === null) return noneClass;
      return value instanceof PyFloat ? floatClass : value.cls;
  }
}

/** The class's name as error texts say it, e.g. `'NoneType'` for None. */
/** As `typeName`, in the words in which CPython complains of an argument: None is no type there. */
export function argumentName(value: Value): string {
  return value === null ? 'None' : typeName(value);
}

export function typeName(value: Value): string {
  return typeOf(value).shownName;
}

/** `isinstance(value, cls)` by the class alone. */
export function isInstance(value: Value, cls: PyClass): boolean {
  return typeOf(value).isSubclassOf(cls);
}

/** An int proper: a number or bigint, not a bool. */
export function isInt(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** An int or a bool, which is one. */
export function isIntegral(value: Value): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
