// CPython 3.11's hash table for sets (Objects/setobject.c): open addressing, up to nine linear probes, then a jump
// that stirs in the higher bits of the hash. Knows keys, their hashes and equality; nothing of sets or journals.
import type { Runtime } from '../runtime.ts';
import { equals } from './compare.ts';
import { HeapObject, type Value } from './objects.ts';

const MIN_SIZE = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
/** Beyond this many elements a full table is doubled, up to it quadrupled. */
const LARGE = 50000;

class Deleted extends HeapObject {}

/** Stands in a slot whose key was removed: a search goes on past it. */
const DELETED: Value = new Deleted();

export class SetTable {
  /** Keys by slot: undefined where none was, DELETED where one was removed. The length is a power of two. */
  keys: (Value | undefined)[] = new Array<Value | undefined>(MIN_SIZE).fill(undefined);
  /** The halves of the keys' hashes by slot. */
  hi: number[] = new Array<number>(MIN_SIZE).fill(0);
  lo: number[] = new Array<number>(MIN_SIZE).fill(0);
  /** Slots with a key, and slots with a key or a trace of one. */
  used = 0;
  fill = 0;
  /** Where `pop` looks first. */
  private finger = 0;

  get mask(): number {
    return this.keys.length - 1;
  }

  /** Whether the slot holds a key. */
  holds(slot: number): boolean {
    const key = this.keys[slot];
    return key !== undefined && key !== DELETED;
  }

  /** Calls `visit` with the keys in order of slots. The table must not change meanwhile. */
  forEach(visit: (key: Value, slot: number) => void): void {
    const { keys } = this;
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot];
      if (key !== undefined && key !== DELETED) visit(key, slot);
    }
  }

  /** The slot of `key`; or, below 0, −1 minus the slot it would take: the last on its way that lost its key, or a free one. */
  search(rt: Runtime, key: Value, hi: number, lo: number): number {
    const { keys } = this;
    const mask = keys.length - 1;
    let vacated = -1;
    let index = lo & mask;
    let perturbHi = hi;
    let perturbLo = lo;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let slot = index; slot <= last; slot++) {
        const stored = keys[slot];
        if (stored === undefined) return -1 - (vacated < 0 ? slot : vacated);
        if (stored === DELETED) {
          vacated = slot;
          continue;
        }
        if (this.lo[slot] !== lo || this.hi[slot] !== hi) continue;
        if (stored === key) return slot;
        if (typeof stored === 'string' && typeof key === 'string') continue;
        const equal = equals(rt, stored, key);
        // An `__eq__` of the program may have changed the table under our feet.
        if (this.keys !== keys || keys[slot] !== stored) return this.search(rt, key, hi, lo);
        if (equal) return slot;
      }
      // perturb >>= 5 over unsigned 64 bits
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
    }
  }

  /** Fills the slot that `search` gave. @returns whether the table is too full now */
  put(slot: number, key: Value, hi: number, lo: number): boolean {
    const free = this.keys[slot] === undefined;
    this.keys[slot] = key;
    this.hi[slot] = hi;
    this.lo[slot] = lo;
    this.used++;
    if (!free) return false;
    this.fill++;
    return this.fill * 5 >= this.mask * 3;
  }

  remove(slot: number): void {
    this.keys[slot] = DELETED;
    this.used--;
  }

  /** The slot whose key `pop` takes from a table that has one. */
  popSlot(): number {
    let slot = this.finger & this.mask;
    while (!this.holds(slot)) slot = (slot + 1) & this.mask;
    this.finger = slot + 1;
    return slot;
  }

  /** This table, in which `pop` goes on where it was in `other`. */
  withFingerOf(other: SetTable): SetTable {
    this.finger = other.finger;
    return this;
  }

  /** The last slot with a key. */
  lastSlot(): number {
    let slot = this.mask;
    while (!this.holds(slot)) slot--;
    return slot;
  }

  /** The size to ask for when the table has become too full. */
  grownSize(): number {
    return this.used > LARGE ? this.used * 2 : this.used * 4;
  }

  /** Moves the keys to a new table of more than `wanted` slots. @returns false when there was nothing to do */
  resize(wanted: number): boolean {
    let size = MIN_SIZE;
    while (size <= wanted) size *= 2;
    if (size === MIN_SIZE && this.mask === MIN_SIZE - 1 && this.fill === this.used) return false;
    const old = this.copy();
    this.allocate(size);
    this.insertAll(old);
    return true;
  }

  /** Takes the keys of `from` into this table, which has never held a key and is large enough. */
  fillFrom(from: SetTable): void {
    if (this.mask === from.mask && from.fill === from.used) {
      this.keys = from.keys.slice();
      this.hi = from.hi.slice();
      this.lo = from.lo.slice();
      this.used = this.fill = from.used;
    } else {
      this.insertAll(from);
    }
  }

  /** The same table apart. */
  copy(): SetTable {
    const copy = new SetTable();
    copy.keys = this.keys.slice();
    copy.hi = this.hi.slice();
    copy.lo = this.lo.slice();
    copy.used = this.used;
    copy.fill = this.fill;
    return copy;
  }

  /** Empties the table. `pop` goes on where it was. */
  reset(): void {
    this.allocate(MIN_SIZE);
    this.used = this.fill = 0;
  }

  private allocate(size: number): void {
    this.keys = new Array<Value | undefined>(size).fill(undefined);
    this.hi = new Array<number>(size).fill(0);
    this.lo = new Array<number>(size).fill(0);
  }

  /** Puts keys known to be distinct into this table, which holds none. */
  private insertAll(from: SetTable): void {
    from.forEach((key, slot) => this.insertNew(key, from.hi[slot], from.lo[slot]));
    this.used = this.fill = from.used;
  }

  private insertNew(key: Value, hi: number, lo: number): void {
    const { keys } = this;
    const mask = keys.length - 1;
    let index = lo & mask;
    let perturbHi = hi;
    let perturbLo = lo;
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let slot = index; slot <= last; slot++) {
        if (keys[slot] !== undefined) continue;
        keys[slot] = key;
        this.hi[slot] = hi;
        this.lo[slot] = lo;
        return;
      }
      perturbLo = (perturbLo >>> PERTURB_SHIFT) | (perturbHi << (32 - PERTURB_SHIFT));
      perturbHi >>>= PERTURB_SHIFT;
      index = (Math.imul(index, 5) + 1 + perturbLo) & mask;
    }
  }
}
