// Special methods: found on the class, never on the instance.
// https://docs.python.org/3.11/reference/datamodel.html#special-method-lookup
import { PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { functionClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from './descriptors.ts';
import { HeapObject, type Value } from './objects.ts';
import { typeOf } from './type-of.ts';

/** What the class of `object` (for a class: its metaclass) has under `name`, unbound; undefined when nothing. */
export function findSpecial(object: Value, name: string): Value | undefined {
  return typeOf(object).lookup(name);
}

/** Calls the special method `method`, found on the class of `self`, with `self` bound. */
export function callSpecial(rt: Runtime, method: Value, self: Value, ...args: Value[]): Value {
  if (method instanceof PyBuiltin && method.owner !== null) return method.impl(rt, [self, ...args], null);
  if (method instanceof HeapObject && method.cls === functionClass) return rt.call(method, [self, ...args]);
  if (method instanceof PyStaticMethod) return rt.call(method.func, args);
  if (method instanceof PyClassMethod) return rt.call(method.func, [typeOf(self), ...args]);
  if (method instanceof PyProperty) return rt.call(rt.call(method.getter, [self]), args);
  return rt.call(method, args);
}

/** Whether `method` is the builtin class `cls`'s own implementation of `name`. */
export function isInherited(cls: PyClass, name: string, method: Value | undefined): boolean {
  return method === cls.attrs.get(name);
}
