// Ids of objects that all runs share and none can change: builtin functions and classes, modules, the constants of
// a program. They follow from names and places alone, so that a trace can tell the objects apart without ever
// writing to them. Knows nothing of the kinds of objects.
import { HeapObject, type Value } from './objects.ts';

/** Ids from here on down belong to names; those above it, below 0, to the constants of a program. */
const FIRST_NAMED = -0x40000001;

/** The id of the shared object with a name that no other has: a 32-bit integer below all ids of constants. */
export function sharedId(name: string): number {
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return FIRST_NAMED - (hash & 0x3fffffff);
}

/** The id of a program's constant; `index` counts all objects among its constants and inside them, from 0. */
export function constantId(index: number): number {
  return -1 - index;
}

/** Gives a value that modules or builtin classes hold an id, unless it has one. */
export function shareValue(value: Value, name: string): void {
  if (value instanceof HeapObject && value.id === 0) value.id = sharedId(name);
}
