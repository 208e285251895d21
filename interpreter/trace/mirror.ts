// Mirrors: the cursor's own copies of the objects of a run, built from the journal and changed as it says, never
// touching the run's. Objects that cannot change and refer to nothing stand for themselves.
import { PyBoundMethod } from '../builtins/builtin.ts';
import { PyClass, PyException, PyInstance } from '../values/class.ts';
import { PyContainer } from '../values/container.ts';
import { PyDeque } from '../values/deque.ts';
import { PyDict } from '../values/dict.ts';
import { PyCell, PyFunction } from '../values/function.ts';
import { PyList } from '../values/list.ts';
import { type HeapObject, type MutationKind, PyFloat, type Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import { PyTuple } from '../values/tuple.ts';
import { PyDictView } from '../values/views.ts';
import type { JournalEntry, Snapshot } from './journal.ts';
import { isObject, partsOf } from './snapshot.ts';

/** The slots of the keys of mirrored dicts: the keys are the stored ones, so they are found without hashing. */
class DictSlots {
  private readonly slots = new Map<PyDict, Map<unknown, number>>();

  private in(dict: PyDict): Map<unknown, number> {
    let slots = this.slots.get(dict);
    if (slots === undefined) this.slots.set(dict, (slots = new Map()));
    return slots;
  }

  put(dict: PyDict, key: Value, value: Value): void {
    const slots = this.in(dict);
    const slot = slots.get(keyOf(key));
    if (slot !== undefined) {
      dict.values[slot] = value;
      return;
    }
    slots.set(keyOf(key), dict.keys.length);
    dict.keys.push(key);
    dict.values.push(value);
    dict.size++;
  }

  drop(dict: PyDict, key: Value): void {
    const slots = this.in(dict);
    const slot = slots.get(keyOf(key));
    if (slot === undefined) return;
    slots.delete(keyOf(key));
    dict.keys[slot] = undefined;
    dict.size--;
  }

  empty(dict: PyDict): void {
    this.in(dict).clear();
    dict.keys = [];
    dict.values = [];
    dict.size = 0;
  }
}

/** The elements of a mirrored deque: its own array, which begins at 0 as long as only the journal changes it. */
function bufferOf(deque: PyDeque): Value[] {
  return (deque as unknown as { buffer: Value[] }).buffer;
}

/** The array of elements of a mirrored list or deque. */
function sequenceOf(mirror: HeapObject): Value[] | null {
  return mirror instanceof PyList ? mirror.items : mirror instanceof PyDeque ? bufferOf(mirror) : null;
}

function keyOf(key: Value): unknown {
  return key instanceof PyFloat
    ? `float ${key.value}`
    : typeof key === 'boolean'
      ? `bool ${key}`
      : typeof key === 'string'
        ? `str ${key}`
        : key;
}

/** A set filled by the journal, slot by slot. */
class MirrorSet extends PySet {
  places: (Value | undefined)[] = [];

  override get size(): number {
    return this.contents().length;
  }

  override contents(): Value[] {
    return this.places.filter((value) => value !== undefined);
  }

  override slots(): (Value | undefined)[] {
    return this.places.slice();
  }
}

type Seen = Pick<JournalEntry & { kind: 'object' }, 'object' | 'id' | 'contents'>;

/** What a cursor takes the run's objects for. */
export interface Objects {
  of(value: Value): Value;
  of(value: Value | undefined): Value | undefined;
  object<T extends HeapObject>(object: T): T;
  all(): Iterable<[number, HeapObject]>;
  create(entries: readonly Seen[]): void;
  change(object: HeapObject, kind: MutationKind, a: unknown, b: unknown): HeapObject;
}

/** The mirrors of one walk, by the ids of the trace. */
export class Mirrors implements Objects {
  private readonly byId: HeapObject[] = [];
  private readonly dicts = new DictSlots();
  /** Those of one event whose parts are fixed when they are made, until they are. */
  private readonly unmade = new Map<number, Seen>();

  /** The mirror of a value of the run; the value itself when it has no identity. */
  of(value: Value): Value;
  of(value: Value | undefined): Value | undefined;
  of(value: Value | undefined): Value | undefined {
    return isObject(value) ? this.object(value) : value;
  }

  object<T extends HeapObject>(object: T): T {
    if (object.id === 0) return object;
    return ((this.byId[object.id] ?? this.make(object.id)) as T | undefined) ?? object;
  }

  /** The ids of all objects seen so far, with their mirrors. */
  *all(): Iterable<[number, HeapObject]> {
    // Those of a window begin anywhere: there may be millions of ids before them that nothing has.
    for (const id in this.byId) yield [Number(id), this.byId[id]];
  }

  /**
   * Carries out the `object` entries of one event. They may be cyclic: all mirrors are made first and filled afterwards.
   * One whose parts are fixed when it is made needs theirs first; such parts form no cycle.
   */
  create(entries: readonly Seen[]): void {
    for (const entry of entries) {
      const shell = shellOf(entry.object);
      if (shell !== null) this.byId[entry.id] = shell;
      else this.unmade.set(entry.id, entry);
    }
    for (const { id } of entries) this.make(id);
    for (const { object, id, contents } of entries) {
      const mirror = this.byId[id];
      // An object of a class that the trace knows is of the mirror of that class.
      const cls = this.object(object.cls);
      if (mirror !== object && mirror.cls !== cls) Object.assign(mirror, { cls });
      this.fill(mirror, object, contents);
    }
  }

  private make(id: number): HeapObject | undefined {
    const entry = this.unmade.get(id);
    if (entry === undefined) return undefined;
    this.unmade.delete(id);
    return (this.byId[id] = this.made(entry.object, entry.contents));
  }

  /** Objects whose parts are given when they are made. */
  private made(object: HeapObject, contents: Snapshot): HeapObject {
    if (object instanceof PyFunction) {
      const parts = contents.map((part) => this.of(part as Value));
      const defaults = parts.splice(0, object.defaults.length);
      const named = object.keywordDefaults === null ? null : [...object.keywordDefaults.keys()];
      const keywordDefaults = named && new Map(named.map((name) => [name, parts.shift() as Value]));
      const closure = parts.slice(0, object.closure.length) as PyCell[];
      return new PyFunction(object.code, defaults, keywordDefaults, closure);
    }
    if (object instanceof PyBoundMethod) return new PyBoundMethod(this.of(object.self), this.of(object.func));
    if (object instanceof PyDictView) return new PyDictView(this.object(object.dict), object.part);
    return object;
  }

  private fill(mirror: HeapObject, object: HeapObject, contents: Snapshot): void {
    if (mirror instanceof PyContainer) {
      const own = (object as PyContainer).attrs === null ? -1 : contents.lastIndexOf(undefined);
      const items = own < 0 || mirror instanceof PySet ? contents : contents.slice(0, own);
      this.fillContainer(mirror, items);
      if (own >= 0) this.fillAttrs(mirror, contents.slice(own + 1));
    } else if (mirror instanceof PyException) {
      const count = contents[0] as number;
      mirror.args = contents.slice(1, count + 1).map((arg) => this.of(arg as Value));
      this.fillAttrs(mirror, contents.slice(count + 1));
    } else if (mirror instanceof PyClass) {
      if (mirror === object) return;
      const { bases, mro } = object as PyClass;
      const own = <T extends PyClass>(cls: T): T => this.object(cls);
      Object.assign(mirror, { bases: bases.map(own), mro: [mirror, ...mro.slice(1).map(own)] });
      this.fillAttrs(mirror, contents);
    } else if (mirror instanceof PyInstance) {
      if (mirror !== object) this.fillAttrs(mirror, contents);
    } else if (mirror instanceof PyFunction) {
      this.fillAttrs(mirror, contents.slice(partsOf(mirror).length));
    } else if (mirror instanceof PyCell && mirror !== object) mirror.value = this.of(contents[0]);
  }

  private fillContainer(mirror: PyContainer, items: Snapshot): void {
    if (mirror instanceof PyDeque) for (const item of items) bufferOf(mirror).push(this.of(item as Value));
    else if (mirror instanceof PyList || mirror instanceof PyTuple)
      (mirror as PyList).items = items.map((item) => this.of(item as Value));
    else if (mirror instanceof PyDict)
      for (let i = 0; i + 1 < items.length; i += 2)
        this.dicts.put(mirror, this.of(items[i] as Value), this.of(items[i + 1] as Value));
    else if (mirror instanceof MirrorSet) mirror.places = items.map((item) => this.of(item));
  }

  private fillAttrs(mirror: PyContainer | PyInstance | PyClass | PyFunction, flat: Snapshot): void {
    for (let i = 0; i + 1 < flat.length; i += 2)
      mirror.setAttr(flat[i] as string, this.of(flat[i + 1] as Value));
  }

  /** Carries out a change on the mirror of `object`, which is returned. */
  change(object: HeapObject, kind: MutationKind, a: unknown, b: unknown): HeapObject {
    const mirror = this.object(object);
    if (mirror === object) return mirror;
    const value = (v: unknown): Value => this.of(v as Value);
    switch (kind) {
      case 'append':
        sequenceOf(mirror)?.push(value(a));
        break;
      case 'set-item':
        if (mirror instanceof PyDict) this.dicts.put(mirror, value(a), value(b));
        else sequenceOf(mirror)?.splice(a as number, 1, value(b));
        break;
      case 'delete-item':
        if (mirror instanceof PyDict) this.dicts.drop(mirror, value(a));
        else if (mirror instanceof MirrorSet) mirror.places[b as number] = undefined;
        else sequenceOf(mirror)?.splice(a as number, 1);
        break;
      case 'insert':
        sequenceOf(mirror)?.splice(a as number, 0, value(b));
        break;
      case 'replace':
        this.replace(mirror, a as unknown[]);
        break;
      case 'add':
        if (mirror instanceof MirrorSet) mirror.places[b as number] = value(a);
        break;
      case 'clear':
        this.replace(mirror, []);
        break;
      case 'set-attr':
        (mirror as PyInstance).setAttr(a as string, value(b));
        break;
      case 'delete-attr':
        (mirror as PyInstance).deleteAttr(a as string);
        break;
      case 'set-cell':
        (mirror as PyCell).value = this.of(a as Value | undefined);
        break;
      case 'advance':
        break;
    }
    return mirror;
  }

  private replace(mirror: HeapObject, contents: unknown[]): void {
    if (mirror instanceof PyException) {
      const [cause, context, ...args] = contents.map((item) => this.of(item as Value));
      Object.assign(mirror, { cause, context, args });
    } else if (mirror instanceof PyList) mirror.items = contents.map((item) => this.of(item as Value));
    else if (mirror instanceof PyDeque)
      Object.assign(mirror, { buffer: contents.map((item) => this.of(item as Value)), head: 0 });
    else if (mirror instanceof PyDict) {
      this.dicts.empty(mirror);
      for (const [key, item] of contents as [Value, Value][])
        this.dicts.put(mirror, this.of(key), this.of(item));
    } else if (mirror instanceof MirrorSet)
      mirror.places = contents.map((item) => this.of(item as Value | undefined));
  }
}

/** An empty mirror that is filled later; null for objects made whole, or not mirrored at all. */
function shellOf(object: HeapObject): HeapObject | null {
  // What its constructor makes is of the same form as the run's own objects, which makes it quick to use.
  const kind = Object.getPrototypeOf(object) as object;
  if (kind === PyList.prototype) return new PyList([], (object as PyList).cls);
  if (kind === PyTuple.prototype) return new PyTuple([], (object as PyTuple).cls);
  if (kind === PyDict.prototype) return new PyDict((object as PyDict).cls);
  if (kind === PyInstance.prototype && (object as PyInstance).mirror === null)
    return new PyInstance((object as PyInstance).cls);
  if (object instanceof PyDict) return emptyDictLike(object);
  if (object instanceof PySet) {
    const set = new MirrorSet(object.frozen, object.cls);
    return set;
  }
  if (object instanceof PyList || object instanceof PyTuple) return emptyLike(object, { items: [] });
  if (object instanceof PyDeque) return emptyLike(object, { buffer: [], head: 0 });
  if (object instanceof PyException) return new PyException(object.cls, []);
  if (object instanceof PyInstance || object instanceof PyClass) return withoutAttributes(object);
  if (object instanceof PyCell) return new PyCell(undefined);
  return null;
}

/** An empty container of the same kind, without running its constructor. */
function emptyLike<T extends PyContainer>(object: T, fields: object): T {
  const copy = Object.create(Object.getPrototypeOf(object) as object) as T;
  Object.assign(copy, object, { ...fields, attrs: null, id: 0, journal: null });
  return copy;
}

/** An empty dict of the same kind: a defaultdict keeps its factory. */
function emptyDictLike(object: PyDict): PyDict {
  const copy = Object.create(Object.getPrototypeOf(object) as object) as PyDict;
  return Object.assign(copy, object, {
    keys: [],
    values: [],
    size: 0,
    index: new Map(),
    buckets: null,
    attrs: null,
    id: 0,
    journal: null,
  });
}

function withoutAttributes<T extends PyInstance | PyClass>(object: T): T {
  const copy = Object.create(Object.getPrototypeOf(object) as object) as T;
  return Object.assign(copy, object, { attrs: new Map<string, Value>(), id: 0, journal: null });
}
