// How a builtin function, method or type is declared: one object with its signature and its code.
// Knows nothing of particular builtins.
import { HeapObject, type Value } from '../values/objects.ts';
import type { Keywords, Runtime } from '../runtime.ts';

/** A callable implemented natively. `self`, when bound, is the first of `args`. */
export class PyBuiltin extends HeapObject {
  readonly name: string;
  /** The type it is a method of, or null for a function: decides error texts and reprs. */
  readonly owner: string | null;
  readonly impl: (rt: Runtime, args: readonly Value[], keywords: Keywords) => Value;
  constructor(name: string, owner: string | null, impl: PyBuiltin['impl']) {
    super();
    this.name = name;
    this.owner = owner;
    this.impl = impl;
  }
}

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
