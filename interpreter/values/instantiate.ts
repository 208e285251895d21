// Calling a class, and making one.
import type { Keywords, Runtime } from '../runtime.ts';
import type { PyClass } from './class.ts';
import type { Value } from './objects.ts';

/** `cls(*args, **keywords)`: `__new__`, then `__init__`. */
export declare function instantiate(
  rt: Runtime,
  cls: PyClass,
  args: readonly Value[],
  keywords: Keywords,
): Value;
/** `cls.__new__(cls, *args, **keywords)` alone: the caller runs `__init__` (the VM, in a frame of its own). */
export declare function allocate(
  rt: Runtime,
  cls: PyClass,
  args: readonly Value[],
  keywords: Keywords,
): Value;
/**
 * What a class statement makes once its body has run: linearises the bases, sets `__hash__` to None beside a lone
 * `__eq__`, lets descriptors know their names, calls `__init_subclass__`, applies a metaclass (Enum).
 */
export declare function makeClass(
  rt: Runtime,
  name: string,
  bases: readonly Value[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): PyClass;
