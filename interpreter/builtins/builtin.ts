// How a builtin function, method or type is declared: one object with its signature and its code.
// Knows nothing of particular builtins.
import { builtinFunctionClass, methodClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { sharedId } from '../values/shared.ts';
import { registerClass, typeOf } from '../values/type-of.ts';
import type { Keywords, Runtime } from '../runtime.ts';

/** A callable implemented natively. `self`, when bound, is the first of `args`. */
export class PyBuiltin extends HeapObject {
  readonly name: string;
  /** The type it is a method of, or null for a function: decides error texts, reprs and whether it binds. */
  readonly owner: string | null;
  /** The module a function belongs to. */
  readonly module: string;
  readonly impl: (rt: Runtime, args: readonly Value[], keywords: Keywords) => Value;
  constructor(name: string, owner: string | null, impl: PyBuiltin['impl'], module = 'builtins') {
    super();
    this.name = name;
    this.owner = owner;
    this.module = module;
    this.impl = impl;
    this.id = sharedId(`${module}.${owner ?? ''}.${name}`);
  }
}
registerClass(PyBuiltin, builtinFunctionClass);

/** A method together with its receiver, as `xs.append` is when not called at once. */
export class PyBoundMethod extends HeapObject {
  readonly self: Value;
  readonly func: Value;
  constructor(self: Value, func: Value) {
    super();
    this.self = self;
    this.func = func;
  }
}
Object.defineProperty(PyBoundMethod.prototype, 'cls', {
  get(this: PyBoundMethod) {
    return isNative(this) ? builtinFunctionClass : methodClass;
  },
});

/** Whether CPython has written the method in C, as all of the builtin types' are; of the special ones see `type()`. */
function isNative({ self, func }: PyBoundMethod): boolean {
  if (!(func instanceof PyBuiltin) || func.owner === null || isSpecial(func)) return false;
  const classes = self instanceof PyClass ? [...self.mro, ...self.cls.mro] : typeOf(self).mro;
  const owner = classes.find((cls) => cls.name === func.owner);
  return (
    owner !== undefined && owner.builtin && (owner.module === 'builtins' || owner.shownName !== owner.name)
  );
}

/** Whether it is one of those that operators and builtins use, for which CPython has several types. */
export function isSpecial({ name }: PyBuiltin): boolean {
  return name.startsWith('__') && name.endsWith('__');
}
