// How a builtin function, method or type is declared: one object with its signature and its code.
// Knows nothing of particular builtins.
import { builtinFunctionClass, functionClass, methodClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { sharedId } from '../values/shared.ts';
import { typeOf } from '../values/type-of.ts';
import type { Keywords, Runtime } from '../runtime.ts';

/** A callable implemented natively. `self`, when bound, is the first of `args`. */
export class PyBuiltin extends HeapObject {
  readonly name: string;
  /** The type it is a method of, or null for a function: decides error texts, reprs and whether it binds. */
  readonly owner: string | null;
  /** The module it belongs to, or the class that it is a method of. */
  readonly module: string;
  /** Whether CPython has it in Python: it is a function then, and its repr shows an address. */
  readonly written: boolean;
  readonly impl: (rt: Runtime, args: readonly Value[], keywords: Keywords) => Value;
  constructor(
    name: string,
    owner: string | null,
    impl: PyBuiltin['impl'],
    module = 'builtins',
    written = false,
  ) {
    super();
    this.name = name;
    this.owner = owner;
    this.module = module;
    this.written = written;
    this.impl = impl;
    this.id = sharedId(`${module}.${owner ?? ''}.${name}`);
  }
}
Object.defineProperty(PyBuiltin.prototype, 'cls', {
  get(this: PyBuiltin) {
    return this.written ? functionClass : builtinFunctionClass;
  },
});

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

/** Special methods that CPython has as ordinary methods, not as wrappers of a slot of the type. */
const ORDINARY = new Set(
  `__bytes__ __ceil__ __class_getitem__ __complex__ __copy__ __deepcopy__ __dir__ __enter__ __exit__ __floor__ __format__
  __getnewargs__ __getstate__ __init_subclass__ __instancecheck__ __length_hint__ __missing__
  __mro_entries__ __prepare__ __reduce__ __reduce_ex__ __reversed__ __round__ __set_name__ __setstate__ __sizeof__ __subclasscheck__ __subclasses__
  __subclasshook__ __trunc__ dict.__contains__ dict.__getitem__ frozenset.__contains__ list.__getitem__
  set.__contains__`.split(/\s+/),
);

/** Whether the method `name` of the builtin type `owner` wraps a slot in CPython: its texts are others then. */
export function wrapsSlot(owner: string, name: string): boolean {
  return /^__\w+__$/.test(name) && !ORDINARY.has(name) && !ORDINARY.has(`${owner}.${name}`);
}

/** Whether it is one of those that operators and builtins use, for which CPython has several types. */
export function isSpecial({ name }: PyBuiltin): boolean {
  return name.startsWith('__') && name.endsWith('__');
}
