// Dicts: an index from hash keys to slots, and keys and values by slot in order of insertion, as CPython's compact
// dict has them, with holes where keys were deleted. Every change goes through a method here, which tells the
// journal. Knows hashing and equality but no error texts.
import type { Runtime } from '../runtime.ts';
import { dictClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { equals } from './compare.ts';
import { PyContainer } from './container.ts';
import { hash64 } from './hash.ts';
import { hashKey, type HashKey, identityKey, stringKey } from './hash-key.ts';
import type { Value } from './objects.ts';

/** CPython's smallest table; two thirds of a table's size can be used. */
const MIN_TABLE = 8;
const usableFraction = (tableSize: number): number => Math.floor((tableSize * 2) / 3);

/** The smallest table, a power of two, of at least `wanted` entries. */
function tableSizeFor(wanted: number): number {
  let size = MIN_TABLE;
  while (size < wanted) size *= 2;
  return size;
}

export class PyDict extends PyContainer {
  /** Keys by slot; undefined where one was deleted. Read only. */
  keys: (Value | undefined)[] = [];
  /** Values by slot, meaningful where there is a key. Read only. */
  values: Value[] = [];
  size = 0;
  /** Counts the insertions and deletions. */
  shape = 0;
  private index = new Map<HashKey, number>();
  /** Once a key was used that has no hash key: all slots by hash. Null before. */
  private buckets: HashBuckets | null = null;
  /** No slot below this one has a key. */
  private head = 0;
  /** How many slots CPython's table would still take before it is rebuilt, which closes the holes. */
  private usable = usableFraction(MIN_TABLE);

  constructor(cls: PyClass = dictClass) {
    super(cls);
  }

  /** A dict of string keys, as of keyword arguments. */
  static ofStrings(entries: Iterable<readonly [string, Value]>, cls: PyClass = dictClass): PyDict {
    const dict = new PyDict(cls);
    for (const [key, value] of entries) dict.setString(key, value);
    return dict;
  }

  /** `set` for a string key. */
  protected setString(key: string, value: Value): void {
    const filed = stringKey(key);
    const slot = this.index.get(filed);
    if (slot === undefined) this.insert(filed, key, value);
    else this.update(slot, value);
  }

  /** `delete` for a string key that is there. */
  protected deleteString(key: string): void {
    this.deleteSlot(stringKey(key), this.index.get(stringKey(key)) as number);
  }

  /** `set`, taking for the key only the very same object: for a mirror of a dict (see `trace/layouts.ts`). */
  setSame(key: Value, value: Value): void {
    const filed = identityKey(key);
    const slot = this.index.get(filed);
    if (slot === undefined) this.insert(filed, key, value);
    else this.update(slot, value);
  }

  /** `delete` for a key set by `setSame`. */
  deleteSame(key: Value): void {
    const filed = identityKey(key);
    this.deleteSlot(filed, this.index.get(filed) as number);
  }

  /** Whether no key was used yet that only its own `__hash__` and `__eq__` can find. */
  get isIndexed(): boolean {
    return this.buckets === null;
  }

  get(rt: Runtime, key: Value): Value | undefined {
    const slot = this.find(rt, key);
    return slot < 0 ? undefined : this.values[slot];
  }

  has(rt: Runtime, key: Value): boolean {
    return this.find(rt, key) >= 0;
  }

  /** Sets the value of `key`; an equal key that is there already stays. */
  set(rt: Runtime, key: Value, value: Value): void {
    const filed = hashKey(rt, key);
    if (filed === undefined || this.buckets !== null) return this.setHashed(rt, filed, key, value);
    const slot = this.index.get(filed);
    if (slot === undefined) this.insert(filed, key, value);
    else this.update(slot, value);
  }

  /** Sets the value of `key` unless it has one; returns the value it has then. */
  setDefault(rt: Runtime, key: Value, value: Value): Value {
    const slot = this.find(rt, key);
    if (slot >= 0) return this.values[slot];
    this.set(rt, key, value);
    return value;
  }

  /** Removes `key`. @returns its value, or undefined when it was not there */
  delete(rt: Runtime, key: Value): Value | undefined {
    const slot = this.find(rt, key);
    return slot < 0 ? undefined : this.deleteSlot(hashKey(rt, this.keys[slot] as Value), slot);
  }

  /** Removes the last entry, or with `first` the first one. @returns undefined when empty */
  popItem(rt: Runtime, first = false): [Value, Value] | undefined {
    if (this.size === 0) return undefined;
    let slot = first ? this.head : this.keys.length - 1;
    while (this.keys[slot] === undefined) slot += first ? 1 : -1;
    if (first) this.head = slot;
    const key = this.keys[slot] as Value;
    const value = this.deleteSlot(hashKey(rt, this.keys[slot] as Value), slot) as Value;
    if (!first) {
      this.keys.length = slot;
      this.values.length = slot;
    }
    return [key, value];
  }

  clear(): void {
    this.keys = [];
    this.values = [];
    this.size = 0;
    this.index = new Map();
    this.buckets = null;
    this.head = 0;
    this.shape++;
    this.usable = usableFraction(MIN_TABLE);
    this.journal?.mutate(this, 'clear', undefined, undefined);
  }

  /** Prepares for `count` entries in all, as CPython does where it knows their number beforehand. */
  reserve(count: number): void {
    if (this.size === 0 && count > this.usable)
      this.usable = usableFraction(tableSizeFor(Math.floor((count * 3 + 1) / 2)));
  }

  /** Puts a copy of the entries into the empty dict `into`. The keys are not hashed again. */
  copyInto(into: PyDict): void {
    into.reserve(this.size);
    into.usable -= this.size;
    into.size = this.size;
    into.keys = this.keyList();
    into.values = this.valueList();
    if (this.size === this.keys.length) {
      into.index = new Map(this.index);
      into.buckets = this.buckets?.moved(null) ?? null;
    } else {
      const moves = this.slotMoves();
      into.index = new Map([...this.index].map(([key, slot]) => [key, moves[slot]]));
      into.buckets = this.buckets?.moved(moves) ?? null;
    }
    into.journal?.mutate(into, 'replace', into.entries(), undefined);
  }

  /** The entries in order (a snapshot). */
  entries(): [Value, Value][] {
    const entries: [Value, Value][] = [];
    this.forEachSlot((key, value) => entries.push([key, value]));
    return entries;
  }

  /** The keys in order (a snapshot). */
  keyList(): Value[] {
    return this.size === this.keys.length
      ? (this.keys.slice() as Value[])
      : this.keys.filter((key) => key !== undefined);
  }

  /** The values in order (a snapshot). */
  valueList(): Value[] {
    return this.size === this.keys.length
      ? this.values.slice()
      : this.values.filter((_, slot) => this.keys[slot] !== undefined);
  }

  /** Moves the entry of a slot behind all others, or before them (OrderedDict). */
  move(rt: Runtime, slot: number, toEnd: boolean): void {
    const key = this.keys[slot] as Value;
    const value = this.values[slot];
    const hashed = this.buckets?.hashes[slot];
    const filed = hashKey(rt, key);
    if (toEnd) {
      this.deleteSlot(filed, slot);
      const last = this.insert(filed, key, value);
      if (hashed !== undefined) this.buckets?.add(hashed, last);
      return;
    }
    const moves = this.slotMoves().map((to, from) => (from < slot ? to + 1 : from === slot ? 0 : to));
    this.close(moves);
    this.journal?.mutate(this, 'replace', this.entries(), undefined);
  }

  /** The slot of `key`, or -1. */
  find(rt: Runtime, key: Value): number {
    const filed = hashKey(rt, key);
    if (filed !== undefined) {
      const slot = this.index.get(filed);
      if (slot !== undefined) return slot;
      if (this.buckets === null) return -1;
    }
    return this.findHashed(rt, key, this.hashText(rt, key));
  }

  private forEachSlot(visit: (key: Value, value: Value) => void): void {
    const { keys, values } = this;
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot];
      if (key !== undefined) visit(key, values[slot]);
    }
  }

  private update(slot: number, value: Value): void {
    this.values[slot] = value;
    this.journal?.mutate(this, 'set-item', this.keys[slot], value);
  }

  private insert(filed: HashKey | undefined, key: Value, value: Value): number {
    if (this.usable <= 0) this.rebuild();
    this.usable--;
    this.shape++;
    const slot = this.keys.length;
    this.keys.push(key);
    this.values.push(value);
    this.size++;
    if (filed !== undefined) this.index.set(filed, slot);
    this.journal?.mutate(this, 'set-item', key, value);
    return slot;
  }

  private deleteSlot(filed: HashKey | undefined, slot: number): Value {
    const key = this.keys[slot] as Value;
    const value = this.values[slot];
    if (filed !== undefined) this.index.delete(filed);
    this.buckets?.remove(slot);
    this.keys[slot] = undefined;
    this.values[slot] = null;
    this.shape++;
    this.size--;
    this.journal?.mutate(this, 'delete-item', key, undefined);
    return value;
  }

  /** Closes the holes, as CPython does when its table is full. */
  private rebuild(): void {
    this.usable = usableFraction(tableSizeFor(this.size * 3)) - this.size;
    if (this.size === this.keys.length) return;
    this.close(this.slotMoves());
  }

  /** Puts the entries where `moves` says, without holes. */
  private close(moves: readonly number[]): void {
    for (const [key, slot] of this.index) this.index.set(key, moves[slot]);
    this.buckets = this.buckets?.moved(moves) ?? null;
    const { keys, values } = this;
    this.keys = new Array<Value>(this.size);
    this.values = new Array<Value>(this.size);
    moves.forEach((to, from) => {
      if (to < 0) return;
      this.keys[to] = keys[from];
      this.values[to] = values[from];
    });
    this.head = 0;
  }

  /** Where each slot goes when the holes are closed. */
  private slotMoves(): number[] {
    let next = 0;
    return this.keys.map((key) => (key === undefined ? -1 : next++));
  }

  // ---- keys with a hash and equality of their own -----------------------------------------------

  private hashText(rt: Runtime, key: Value): string {
    const { hi, lo } = hash64(rt, key);
    return `${hi},${lo}`;
  }

  /** CPython asks `stored == key` of keys with the same hash, in order of insertion. */
  private findHashed(rt: Runtime, key: Value, hashed: string): number {
    if (this.size === 0) return -1;
    for (const slot of this.filedByHash(rt).slots(hashed)) {
      const stored = this.keys[slot];
      if (stored !== undefined && (stored === key || equals(rt, stored, key))) return slot;
    }
    return -1;
  }

  private filedByHash(rt: Runtime): HashBuckets {
    if (this.buckets !== null) return this.buckets;
    const buckets = new HashBuckets();
    this.keys.forEach((key, slot) => {
      if (key !== undefined) buckets.add(this.hashText(rt, key), slot);
    });
    this.buckets = buckets;
    return buckets;
  }

  private setHashed(rt: Runtime, filed: HashKey | undefined, key: Value, value: Value): void {
    const hashed = this.hashText(rt, key);
    const known = filed === undefined ? undefined : this.index.get(filed);
    const slot = known ?? this.findHashed(rt, key, hashed);
    if (slot >= 0) return this.update(slot, value);
    this.filedByHash(rt);
    const added = this.insert(filed, key, value);
    this.filedByHash(rt).add(hashed, added);
  }
}

/** The slots of a dict by the hash of their keys. */
class HashBuckets {
  /** The hash of the key in each slot. */
  readonly hashes: string[] = [];
  private readonly table = new Map<string, number[]>();

  slots(hashed: string): readonly number[] {
    return this.table.get(hashed) ?? [];
  }

  add(hashed: string, slot: number): void {
    this.hashes[slot] = hashed;
    const slots = this.table.get(hashed);
    if (slots === undefined) this.table.set(hashed, [slot]);
    else slots.push(slot);
  }

  remove(slot: number): void {
    const slots = this.table.get(this.hashes[slot]) as number[];
    slots.splice(slots.indexOf(slot), 1);
  }

  /** A copy with each slot where `moves` says (everything in place for null). */
  moved(moves: readonly number[] | null): HashBuckets {
    const copy = new HashBuckets();
    for (const [hashed, slots] of this.table)
      for (const slot of slots) copy.add(hashed, moves === null ? slot : moves[slot]);
    return copy;
  }
}
