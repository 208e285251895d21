// What an object contains when the trace first sees it, and which objects the trace refers to by name instead
// because they are the same in every run. One function for the recorder; `mirror.ts` builds objects from it.
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyClass, PyException, PyInstance } from '../values/class.ts';
import { PyComplex } from '../values/complex.ts';
import { PyContainer } from '../values/container.ts';
import { PyDeque } from '../values/deque.ts';
import { PyDict } from '../values/dict.ts';
import { PyCell, PyFunction } from '../values/function.ts';
import { NativeIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import { PyModule } from '../values/module.ts';
import { type HeapObject, PyFloat, type Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import { Ellipsis, NotImplemented } from '../values/singletons.ts';
import { PyTuple } from '../values/tuple.ts';
import { PyDictView } from '../values/views.ts';
import type { Snapshot } from './journal.ts';

export const NOTHING: Snapshot = [];

/** The name of an object that all runs share and none changes, or null for one of this run. */
export function sharedName(object: HeapObject): string | null {
  // Most objects are one of these.
  if (object instanceof PyContainer)
    return object instanceof PyTuple && object.id < 0 ? `constant ${-object.id}` : null;
  if (object instanceof NativeIterator) return null;
  if (object instanceof PyBuiltin)
    return object.owner === null ? object.name : `${object.owner}.${object.name}`;
  if (object instanceof PyClass)
    return object.builtin || object.id < 0 ? `${object.module}.${object.name}` : null;
  if (object instanceof PyFunction && object.id < 0)
    return `${object.code.library?.name ?? ''}.${object.code.qualname}`;
  if (object instanceof PyModule) return `module ${object.name}`;
  if (object === Ellipsis) return 'Ellipsis';
  if (object === NotImplemented) return 'NotImplemented';
  if (object instanceof PyBytes) return object.id < 0 ? `constant ${-object.id}` : null;
  return null;
}

/** Whether all runs share the object and none changes it: it is never registered. */
export function isShared(object: HeapObject): boolean {
  return object.id < 0 || sharedName(object) !== null;
}

/** True for values that the trace gives an identity. */
export function isObject(value: unknown): value is HeapObject {
  return typeof value === 'object' && value !== null && !(value instanceof PyFloat) && !Array.isArray(value);
}

function attributes(attrs: ReadonlyMap<string, Value> | null): Value[] {
  return attrs === null ? [] : [...attrs].flat();
}

/** What a function is made of: its defaults, those of its keyword-only parameters, its cells. */
export function partsOf({ defaults, keywordDefaults, closure }: PyFunction): readonly Value[] {
  if (defaults.length === 0 && keywordDefaults === null) return closure;
  return [...defaults, ...(keywordDefaults?.values() ?? []), ...closure];
}

/** A function of this run that is made of nothing but its code. */
export function isBare({ id, defaults, keywordDefaults, closure, attrs }: PyFunction): boolean {
  return (
    id >= 0 && defaults.length === 0 && keywordDefaults === null && closure.length === 0 && attrs === null
  );
}

/**
 * The contents: list, tuple: items; dict: keys and values alternating; set: slots of its table; instance, class:
 * names and values of attributes; exception: arguments first, their number in front; cell: its value; method and
 * view: what it is bound to; function: its parts, then names and values of attributes. Attributes of containers follow after an undefined.
 */
export function snapshotOf(object: HeapObject): Snapshot {
  const contents = contentsOf(object);
  return object instanceof PyList && object.items === contents ? contents.slice() : contents;
}

/** The same, to be read at once: it may be the object's own array. */
export function contentsOf(object: HeapObject): Snapshot {
  if (object instanceof NativeIterator) return NOTHING;
  if (object instanceof PyContainer) {
    const contents = containerContents(object);
    return object.attrs === null ? contents : [...contents, undefined, ...attributes(object.attrs)];
  }
  if (object instanceof PyException) return [object.args.length, ...object.args, ...attributes(object.attrs)];
  if (object instanceof PyInstance) return attributes(object.attrs);
  if (object instanceof PyClass) return ['__qualname__', object.qualname, ...attributes(object.attrs)];
  if (object instanceof PyCell) return [object.value];
  if (object instanceof PyComplex) return [new PyFloat(object.real), new PyFloat(object.imag)];
  if (object instanceof PyFunction) {
    const parts = partsOf(object);
    return object.attrs === null ? parts : [...parts, ...attributes(object.attrs)];
  }
  if (object instanceof PyBoundMethod) return [object.self, object.func];
  if (object instanceof PyDictView) return [object.dict];
  return NOTHING;
}

function containerContents(object: PyContainer): Snapshot {
  if (object instanceof PyList || object instanceof PyTuple) return object.items;
  if (object instanceof PyDeque) return object.elements();
  if (object instanceof PyDict) return object.entries().flat();
  if (object instanceof PySet) return object.slots();
  return NOTHING;
}
