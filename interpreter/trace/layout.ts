// What the trace must know of a kind of object: what is in it, and how a mirror of it is made and changed. Each kind
// declares it once, by `declareLayout`, which hangs it on the prototype; derived kinds inherit it.
// Knows no kind; those of `values/` are in `layouts.ts`, those of modules beside their classes.
import type { PyClass } from '../values/class.ts';
import { HeapObject, type MutationKind, type Value } from '../values/objects.ts';

/** What is in an object; undefined marks what has no value. Never changes once it has been taken. */
export type Contents = readonly (Value | undefined)[];

/** Translates the objects of a run to their mirrors. Values without identity, and shared objects, are their own. */
export interface Mirroring {
  of(value: Value): Value;
  of(value: Value | undefined): Value | undefined;
  /** The mirror of an object. It may not have its contents yet. */
  object<T extends HeapObject>(object: T): T;
}

export interface Layout<T extends HeapObject = HeapObject> {
  /**
   * Everything in the object that tells it from others of its kind: what it refers to, what can change, the numbers
   * and names it was made with. The hash covers it, and all objects in it become known to the trace.
   */
  contents(object: T): Contents;
  /** Its attributes, for a kind that has any. */
  attributes?(object: T): ReadonlyMap<string, Value> | null;
  /** A mirror: parts that are fixed are mirrored at once, the rest is left empty for `fill`. */
  mirror(object: T, mirrors: Mirroring): T;
  /** Puts mirrored contents in place of whatever the mirror has. Absent when all of it is fixed. */
  fill?(mirror: T, contents: Contents): void;
  /** Changes a mirror as the object changed; the operands are mirrored. Absent when nothing but attributes can. */
  change?(mirror: T, kind: MutationKind, a: unknown, b: unknown): void;
  /** Whether nothing in it can change once it is filled, not even its attributes. Absent when something always can. */
  fixed?(mirror: T): boolean;
}

/** What is said of a kind of which nothing else is: nothing can be told of the object but that it is there. */
const opaque: Layout = {
  contents: () => [],
  mirror: (object) => object,
  fixed: () => true,
};
Object.defineProperty(HeapObject.prototype, 'layout', { value: opaque, writable: true });

/** Declares the layout of the objects made by `kind`, and of kinds derived from it. */
export function declareLayout<T extends HeapObject>(kind: { readonly prototype: T }, layout: Layout<T>): void {
  Object.defineProperty(kind.prototype, 'layout', { value: layout, writable: true });
}

/** Whether something else than the default is said of the object's kind. */
export function hasLayout(kind: { readonly prototype: HeapObject }): boolean {
  return kind.prototype.layout !== opaque;
}

/** An object with attributes of its own. */
export interface Attributed extends HeapObject {
  cls: PyClass;
  attrs: Map<string, Value> | null;
  setAttr(name: string, value: Value): void;
  deleteAttr(name: string): boolean;
}

/**
 * A mirror of the same JavaScript class as the object: `fresh`, which is of the base kind; for an object of a
 * derived kind, `fresh` with the derived kind's fields, which must never change.
 */
export function sameKind<T extends HeapObject>(object: T, fresh: T): T {
  const kind = Object.getPrototypeOf(object) as object;
  if (kind === Object.getPrototypeOf(fresh)) return fresh;
  return Object.assign(Object.create(kind) as T, object, fresh);
}
