// What a type is to the checker: a set of values, as a bit mask of scalar types and a list of structured
// parts. `int | None` is two bits; `list[int] | None` is one bit and one part; the empty set is Never.
// Knows the shapes only: joining is in lattice.ts, printing in print.ts, meaning in the inference.
import type { BuiltinClass, BuiltinFunction, Cell, Closure, UserClass } from './entities.ts';
import type { Term } from './terms.ts';

/**
 * Scalar types, one bit each. `int` is two bits, so that `2 ** n` is known to be an int where n is
 * known not to be negative; `range` likewise, by what it counts over.
 */
export const Bit = {
  none: 1 << 0,
  bool: 1 << 1,
  /** int >= 0 */
  nat: 1 << 2,
  /** int < 0 */
  neg: 1 << 3,
  float: 1 << 4,
  str: 1 << 5,
  bytes: 1 << 6,
  /** A range whose members are all >= 0. */
  natRange: 1 << 7,
  /** A range whose members may be negative. */
  intRange: 1 << 8,
  ellipsis: 1 << 9,
  notImplemented: 1 << 10,
  slice: 1 << 11,
  /** Instances of `object` itself. */
  object: 1 << 12,
  /** Anything at all: the checker does not know. */
  any: 1 << 13,
  complex: 1 << 14,
} as const;

export const INT = Bit.nat | Bit.neg;
/** What an annotation `int` admits: bool is a subclass. */
export const INT_LIKE = INT | Bit.bool;
/** What an annotation `float` admits (PEP 484: int where float is asked for). */
export const REAL = INT_LIKE | Bit.float;
export const RANGE = Bit.natRange | Bit.intRange;
const SCALAR_COUNT = 1 << 15;

/** A mutable container or a generator: its contents are cells, which all its aliases share. */
export interface ContainerPart {
  readonly kind: 'container';
  readonly cls: BuiltinClass;
  readonly cells: readonly Cell[];
}
/** An immutable instance of a builtin class: `frozenset[int]`, `Iterator[str]`, `ValueError`. */
export interface GenericPart {
  readonly kind: 'generic';
  readonly cls: BuiltinClass;
  readonly args: readonly Type[];
}
/** A tuple of known length; one of unknown length is a generic part of class tuple. */
export interface TuplePart {
  readonly kind: 'tuple';
  readonly elems: readonly Type[];
}
/** An instance of exactly this class: a declared `Base` is the union of Base and its subclasses. */
export interface InstancePart {
  readonly kind: 'instance';
  readonly cls: UserClass;
}
/** A user class itself, as a value. */
export interface ClassPart {
  readonly kind: 'class';
  readonly cls: UserClass;
}
/** A builtin class itself, as a value: `int`, `list`, `ValueError`. */
export interface BuiltinClassPart {
  readonly kind: 'builtin-class';
  readonly cls: BuiltinClass;
}
export interface FunctionPart {
  readonly kind: 'function';
  readonly closure: Closure;
}
export interface BuiltinFunctionPart {
  readonly kind: 'builtin';
  readonly fn: BuiltinFunction;
}
/** A callable with its first arguments given: a bound method or a functools.partial. */
export interface BoundPart {
  readonly kind: 'bound';
  readonly fn: Type;
  readonly args: readonly Type[];
}
/** A function behind a decorator that the checker understands. */
export interface WrappedPart {
  readonly kind: 'wrapped';
  readonly how: 'property' | 'static' | 'class' | 'cached';
  readonly fn: Type;
  /** The setter of a property, else null. */
  readonly setter: Type | null;
}
/** `super()` inside a method of `cls`. */
export interface SuperPart {
  readonly kind: 'super';
  readonly cls: UserClass;
  readonly self: Type;
}
export interface ModulePart {
  readonly kind: 'module';
  readonly name: string;
}
/** A callable known by its annotation alone. */
export interface CallablePart {
  readonly kind: 'callable';
  /** null: any arguments. */
  readonly params: readonly Type[] | null;
  readonly returns: Type;
}
/** A value that matters by its name only: `typing.Optional`, `functools.cache`, `list[int]` as a value. */
export interface FormPart {
  readonly kind: 'form';
  /** Where it was imported from, or how it was written. */
  readonly name: string;
  /** What it means in an annotation, when it is a type. */
  readonly term: Term | null;
}

export type Part =
  | ContainerPart
  | GenericPart
  | TuplePart
  | InstancePart
  | ClassPart
  | BuiltinClassPart
  | FunctionPart
  | BuiltinFunctionPart
  | BoundPart
  | WrappedPart
  | SuperPart
  | ModulePart
  | CallablePart
  | FormPart;

/** A set of values. Immutable but for the cells inside containers. Scalar types are interned. */
export interface Type {
  readonly mask: number;
  readonly parts: readonly Part[];
  /** Nesting through immutable parts, which the lattice bounds. */
  readonly depth: number;
}

const NO_PARTS: readonly Part[] = [];
const scalars: (Type | undefined)[] = new Array<Type | undefined>(SCALAR_COUNT).fill(undefined);

/** The interned type of scalars only. Any absorbs the rest. */
export function scalar(mask: number): Type {
  const known = scalars[mask];
  if (known !== undefined) return known;
  const type =
    (mask & Bit.any) !== 0 && mask !== Bit.any ? scalar(Bit.any) : { mask, parts: NO_PARTS, depth: 0 };
  scalars[mask] = type;
  return type;
}

export const NEVER = scalar(0);
export const ANY = scalar(Bit.any);
export const NONE = scalar(Bit.none);
export const BOOL = scalar(Bit.bool);
export const NAT = scalar(Bit.nat);
export const INTEGER = scalar(INT);
export const FLOAT = scalar(Bit.float);
export const STR = scalar(Bit.str);
export const BYTES = scalar(Bit.bytes);

/** A type of one part. Immutable parts deepen it. */
export function partType(part: Part): Type {
  return { mask: 0, parts: [part], depth: partDepth(part) };
}

/** How deep a part nests; a container's cells break the chain, since they may be cyclic. */
export function partDepth(part: Part): number {
  switch (part.kind) {
    case 'tuple':
      return 1 + maxDepth(part.elems);
    case 'generic':
      return 1 + maxDepth(part.args);
    case 'bound':
      return 1 + Math.max(part.fn.depth, maxDepth(part.args));
    case 'wrapped':
      return 1 + part.fn.depth;
    case 'callable':
      return 1 + Math.max(part.returns.depth, part.params === null ? 0 : maxDepth(part.params));
    case 'super':
      return 1 + part.self.depth;
    case 'container':
    case 'instance':
    case 'class':
    case 'builtin-class':
    case 'function':
    case 'builtin':
    case 'module':
    case 'form':
      return 0;
  }
}

function maxDepth(types: readonly Type[]): number {
  let depth = 0;
  for (const type of types) if (type.depth > depth) depth = type.depth;
  return depth;
}

export function isNever(type: Type): boolean {
  return type.mask === 0 && type.parts.length === 0;
}

export function isAny(type: Type): boolean {
  return (type.mask & Bit.any) !== 0;
}

/** Whether every value of the type is one of the scalars of `mask`. */
export function within(type: Type, mask: number): boolean {
  return (type.mask & ~mask) === 0 && type.parts.length === 0;
}

/** The same type without the scalars of `mask`. */
export function without(type: Type, mask: number): Type {
  if ((type.mask & mask) === 0) return type;
  if (type.parts.length === 0) return scalar(type.mask & ~mask);
  return { mask: type.mask & ~mask, parts: type.parts, depth: type.depth };
}

/** A type of the given scalars and parts. */
export function makeType(mask: number, parts: readonly Part[]): Type {
  if (parts.length === 0 || (mask & Bit.any) !== 0) return scalar(mask);
  let depth = 0;
  for (const part of parts) depth = Math.max(depth, partDepth(part));
  return { mask, parts, depth };
}
