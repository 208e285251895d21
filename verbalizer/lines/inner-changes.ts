// Finds out whether something changed inside a value, however deep, since a given moment: what is abbreviated can look
// the same before and after. What a value holds is gathered once and again only when something in it was changed.
import { PyInstance } from '../../interpreter/values/class.ts';
import { PyDeque } from '../../interpreter/values/deque.ts';
import { PyDict } from '../../interpreter/values/dict.ts';
import { PyList } from '../../interpreter/values/list.ts';
import { PyFloat, type HeapObject, type Value } from '../../interpreter/values/objects.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { PyTuple } from '../../interpreter/values/tuple.ts';
import { valueText } from './shown.ts';

/** Changes that are remembered one by one; what changed earlier is found by asking all that a value holds. */
const REMEMBERED = 4096;
/** Characters of a key in a path. */
const KEY_ROOM = 40;

/** Parts looked at in a run. Once they are so many, a value is taken as changed when anything was: told again, no more. */
const MOST_WORK = 20_000_000;

/** A change of an object; of an element that was set, its place, its value and what stood there, if that is known. */
export interface ObjectChange {
  readonly object: HeapObject;
  readonly at?: Value;
  readonly now?: Value;
  readonly was?: Value | undefined;
}

interface Inside {
  readonly objects: Set<HeapObject>;
  /** Number of changes in the run when it was last brought up to date. */
  at: number;
}

export class InnerChanges {
  /** How often objects have been changed. */
  count = 0;
  private readonly changedAt = new Map<HeapObject, number>();
  private readonly last: ObjectChange[] = [];
  private work = 0;
  private readonly insides = new WeakMap<HeapObject, Inside>();

  /** To be called for every change of an object. */
  mutated(change: ObjectChange): void {
    this.changedAt.set(change.object, this.count + 1);
    this.last[this.count % REMEMBERED] = change;
    this.count++;
  }

  /**
   * The elements set in a value after that many changes, by what stands behind its name: `[2500]`. Null when that is not
   * all that happened to it and in it.
   */
  elementsSet(value: HeapObject, at: number): ReadonlyMap<string, ObjectChange> | null {
    if (this.count - at > REMEMBERED) return null;
    const inside = this.insideOf(value);
    const set = new Map<string, ObjectChange>();
    for (let n = at; n < this.count; n++) {
      const change = this.last[n % REMEMBERED]!;
      if (change.object === value) {
        if (change.at === undefined) return null;
        const key = keyText({ index: change.at });
        set.set(key, { ...change, was: set.has(key) ? set.get(key)!.was : change.was });
      } else if (inside.has(change.object)) return null;
    }
    return set;
  }

  /** Whether the object itself was changed after that many changes. */
  itself(object: HeapObject, at: number): boolean {
    return (this.changedAt.get(object) ?? 0) > at;
  }

  /** An object in the value (or the value) that was changed after that many changes; null when there is none. */
  within(value: Value, at: number): HeapObject | null {
    if (!isObject(value) || at === this.count) return null;
    if (this.itself(value, at) || this.work > MOST_WORK) return value;
    const objects = this.insideOf(value);
    if (objects.size === 0) return null;
    if (this.count - at > REMEMBERED) {
      for (const object of objects) if (this.itself(object, at)) return object;
      return null;
    }
    for (let n = at; n < this.count; n++) {
      const { object } = this.last[n % REMEMBERED]!;
      if (objects.has(object)) return object;
    }
    return null;
  }

  /** All objects in a value; some may have left it meanwhile. */
  private insideOf(value: HeapObject): ReadonlySet<HeapObject> {
    let inside = this.insides.get(value);
    if (inside === undefined || this.itself(value, inside.at) || this.count - inside.at > REMEMBERED) {
      inside = { objects: new Set(), at: this.count };
      this.insides.set(value, inside);
      this.gather(value, value, inside.objects);
    }
    const { objects, at } = inside;
    for (let n = at; n < this.count; n++) {
      const { object } = this.last[n % REMEMBERED]!;
      if (objects.has(object)) this.gather(object, value, objects);
    }
    inside.at = this.count;
    return objects;
  }

  private gather(from: HeapObject, whole: HeapObject, objects: Set<HeapObject>): void {
    const open: HeapObject[] = [from];
    for (let object = open.pop(); object !== undefined; object = open.pop())
      for (const item of itemsOf(object)) {
        this.work++;
        if (!isObject(item) || item === whole || objects.has(item)) continue;
        objects.add(item);
        open.push(item);
      }
  }

  /** What stands behind the name of a value for an object in it, such as `[5000].left`; null when nothing does. */
  pathTo(value: Value, object: HeapObject): string | null {
    if (!isObject(value) || value === object) return null;
    // breadth first, so that the path is short
    const seen = new Set<HeapObject>([value]);
    let level: { at: HeapObject; path: readonly Key[] }[] = [{ at: value, path: [] }];
    while (level.length > 0) {
      const next: typeof level = [];
      for (const { at, path } of level)
        for (const [key, item] of namedParts(at)) {
          this.work++;
          if (!isObject(item) || seen.has(item)) continue;
          if (item === object) return [...path, key].map(keyText).join('');
          seen.add(item);
          next.push({ at: item, path: [...path, key] });
        }
      level = next;
    }
    return null;
  }
}

function isObject(value: Value): value is HeapObject {
  return typeof value === 'object' && value !== null && !(value instanceof PyFloat);
}

function itemsOf(object: HeapObject): Iterable<Value> {
  if (object instanceof PyList || object instanceof PyTuple) return object.items;
  if (object instanceof PyDict) return object.entries().flat();
  if (object instanceof PyDeque) return object.elements();
  if (object instanceof PySet) return object.contents();
  if (object instanceof PyInstance) return object.attrs.values();
  return [];
}

type Key = { readonly index: Value } | { readonly name: string };

function keyText(key: Key): string {
  return 'name' in key ? `.${key.name}` : `[${valueText(key.index, KEY_ROOM)}]`;
}

function* namedParts(object: HeapObject): Iterable<readonly [Key, Value]> {
  if (object instanceof PyList || object instanceof PyTuple)
    for (let i = 0; i < object.items.length; i++) yield [{ index: i }, object.items[i]!];
  else if (object instanceof PyDict) for (const [key, item] of object.entries()) yield [{ index: key }, item];
  else if (object instanceof PyDeque) {
    const items = object.elements();
    for (let i = 0; i < items.length; i++) yield [{ index: i }, items[i]!];
  } else if (object instanceof PyInstance) for (const [name, item] of object.attrs) yield [{ name }, item];
}
