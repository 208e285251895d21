// Calling a class: `__new__`, then `__init__`.
// https://docs.python.org/3.11/reference/datamodel.html#basic-customization
import { PyBuiltin } from '../builtins/builtin.ts';
import { bind } from './attributes.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { typeClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { typeError } from './errors.ts';
import type { Value } from './objects.ts';
import { isInstance, typeName } from './type-of.ts';

/** `cls(*args, **keywords)`. */
export function instantiate(rt: Runtime, cls: PyClass, args: readonly Value[], keywords: Keywords): Value {
  if (cls.cls !== typeClass) {
    const call = cls.cls.lookup('__call__');
    if (call instanceof PyBuiltin && call.owner !== typeClass.name)
      return call.impl(rt, [cls, ...args], keywords);
    if (call !== undefined && !(call instanceof PyBuiltin))
      return rt.call(bind(rt, call, cls, cls.cls), args, keywords);
  }
  return construct(rt, cls, args, keywords);
}

/** What `type.__call__` does. */
export function construct(rt: Runtime, cls: PyClass, args: readonly Value[], keywords: Keywords): Value {
  const object = allocate(rt, cls, args, keywords);
  // The `__new__` of a builtin class does all there is to do when no class is derived from it.
  if (!cls.builtin && isInstance(object, cls)) initialize(rt, object, cls, args, keywords);
  return object;
}

/** `cls.__new__(cls, *args, **keywords)` alone: the caller runs `__init__` (the VM, in a frame of its own). */
export function allocate(rt: Runtime, cls: PyClass, args: readonly Value[], keywords: Keywords): Value {
  const maker = cls.lookup('__new__') as Value;
  if (maker instanceof PyBuiltin) return maker.impl(rt, [cls, ...args], keywords);
  if (maker instanceof PyClassMethod) return rt.call(maker.func, [cls, cls, ...args], keywords);
  return rt.call(maker instanceof PyStaticMethod ? maker.func : maker, [cls, ...args], keywords);
}

/** Whether a list is filled for a class with a `__new__` of its own, which the keywords are for. */
function fillsByPosition({ owner }: PyBuiltin, cls: PyClass): boolean {
  return owner === 'list' && !(cls.lookup('__new__') instanceof PyBuiltin);
}

function initialize(
  rt: Runtime,
  object: Value,
  cls: PyClass,
  args: readonly Value[],
  keywords: Keywords,
): void {
  const method = cls.lookup('__init__') as Value;
  const result =
    method instanceof PyBuiltin
      ? method.impl(rt, [object, ...args], fillsByPosition(method, cls) ? null : keywords)
      : rt.call(method, [object, ...args], keywords);
  if (result !== null) typeError(`__init__() should return None, not '${typeName(result)}'`);
}
