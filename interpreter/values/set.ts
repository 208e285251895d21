// Sets and frozensets on CPython 3.11's own hash table, so that iteration, `pop` and `repr` go in its order. Every
// change goes through a method here, which tells the journal. The set operations are in `set-algebra.ts`.
import type { Runtime } from '../runtime.ts';
import { frozensetClass, setClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import { dependsOnSeed, hash64 } from './hash.ts';
import type { Hash64 } from './hash64.ts';
import type { Value } from './objects.ts';
import { SetTable } from './set-table.ts';

export class PySet extends PyContainer {
  readonly frozen: boolean;
  /** Whether something whose hash depends on the seed has been in the table: its order is then the seed's. */
  seeded = false;
  private table = new SetTable();

  constructor(frozen = false, cls: PyClass = frozen ? frozensetClass : setClass) {
    super(cls);
    this.frozen = frozen;
  }

  get size(): number {
    return this.table.used;
  }

  has(rt: Runtime, value: Value): boolean {
    return this.find(rt, value) >= 0;
  }

  /** @returns whether it was new */
  add(rt: Runtime, value: Value): boolean {
    if (isSmall(value)) return this.addHashed(rt, value, value >> 31, value);
    const { hi, lo } = hash64(rt, value);
    return this.addHashed(rt, value, hi, lo);
  }

  /** Removes an element. @returns whether it was there */
  delete(rt: Runtime, value: Value): boolean {
    return this.deleteSlot(this.find(rt, value));
  }

  /** Removes and returns the element that `set.pop` takes; undefined when the set is empty. */
  pop(rt: Runtime): Value | undefined {
    if (this.size === 0) return undefined;
    this.observe(rt);
    const slot = this.reversed(rt) ? this.table.lastSlot() : this.table.popSlot();
    const value = this.table.keys[slot] as Value;
    this.deleteSlot(slot);
    return value;
  }

  clear(): void {
    this.table.reset();
    this.seeded = false;
    this.journal?.mutate(this, 'clear', undefined, undefined);
  }

  /** Adds all elements of another set, as CPython merges tables. */
  merge(rt: Runtime, other: PySet): void {
    if (other === this || other.size === 0) return;
    this.makeRoom(other.size);
    // Growing may have swept away the traces of removed elements.
    if (this.table.fill === 0) this.takeAll(other);
    else other.forEachHashed((key, hi, lo) => this.addHashed(rt, key, hi, lo));
  }

  /** Takes the elements of `other` into this set, which is new. */
  copyFrom(other: PySet): void {
    if (other.size === 0) return;
    this.makeRoom(other.size);
    this.takeAll(other);
  }

  private takeAll(other: PySet): void {
    this.seeded ||= other.seeded;
    this.table.fillFrom(other.table);
    this.journalAll();
  }

  /** Grows the table as CPython does before it adds `count` elements at once. */
  makeRoom(count: number): void {
    const { table } = this;
    if ((table.fill + count) * 5 >= table.mask * 3) this.resize((table.used + count) * 2);
  }

  /** Rebuilds the table when more than a quarter of it are traces of removed elements. */
  sweep(): void {
    const { table } = this;
    if (table.fill - table.used > Math.floor(table.mask / 4)) this.resize(table.grownSize());
  }

  /** Takes over the contents of `other`, which is not used again. */
  become(other: PySet): void {
    this.table = other.table.withFingerOf(this.table);
    this.seeded = other.seeded;
    this.journalAll();
  }

  /** The elements in the order of iteration (a snapshot), noting that the order is observed. */
  elements(rt: Runtime): Value[] {
    this.observe(rt);
    const contents = this.contents();
    return this.reversed(rt) ? contents.reverse() : contents;
  }

  /** The elements by slot, noting nothing: for uses that the order cannot reach. */
  contents(): Value[] {
    const contents: Value[] = [];
    this.table.forEach((key) => contents.push(key));
    return contents;
  }

  /** The hashes of the elements. */
  hashes(): Hash64[] {
    const { table } = this;
    const hashes: Hash64[] = [];
    table.forEach((_, slot) => hashes.push({ hi: table.hi[slot], lo: table.lo[slot] }));
    return hashes;
  }

  /** The elements by slot, undefined where free: for the trace. */
  slots(): (Value | undefined)[] {
    return this.table.keys.map((key, slot) => (this.table.holds(slot) ? key : undefined));
  }

  /** The first place from `from` on, in the order of iteration, that has an element; −1 when there is none. */
  nextPlace(rt: Runtime, from: number): number {
    const { mask } = this.table;
    const reversed = this.reversed(rt);
    for (let place = from; place <= mask; place++)
      if (this.table.holds(reversed ? mask - place : place)) return place;
    return -1;
  }

  /** The element at what `nextPlace` gave. */
  atPlace(rt: Runtime, place: number): Value {
    const { keys, mask } = this.table;
    return keys[this.reversed(rt) ? mask - place : place] as Value;
  }

  /** Notes that the program sees the order of the elements. */
  observe(rt: Runtime): void {
    if (this.seeded && this.size > 1) rt.observeSetOrder();
  }

  /** Calls `visit` with each element and its hash, by slot of the table as it is now; `visit` may change the set. */
  forEachHashed(visit: (key: Value, hi: number, lo: number) => void): void {
    const { table } = this;
    const { hi, lo } = table;
    const slots = this.slots();
    slots.forEach((key, slot) => {
      if (key !== undefined) visit(key, hi[slot], lo[slot]);
    });
  }

  hasHashed(rt: Runtime, key: Value, hi: number, lo: number): boolean {
    return this.table.search(rt, key, hi, lo) >= 0;
  }

  deleteHashed(rt: Runtime, key: Value, hi: number, lo: number): boolean {
    return this.deleteSlot(this.table.search(rt, key, hi, lo));
  }

  /** @returns whether it was new */
  addHashed(rt: Runtime, key: Value, hi: number, lo: number): boolean {
    const found = this.table.search(rt, key, hi, lo);
    if (found >= 0) return false;
    const slot = -1 - found;
    const { table } = this;
    const full = table.put(slot, key, hi, lo);
    if (!this.seeded && dependsOnSeed(key)) this.seeded = true;
    this.journal?.mutate(this, 'add', key, slot);
    if (full) this.resize(table.grownSize());
    return true;
  }

  private find(rt: Runtime, value: Value): number {
    if (isSmall(value)) return this.table.search(rt, value, value >> 31, value);
    const { hi, lo } = hash64(rt, value);
    return this.table.search(rt, value, hi, lo);
  }

  private deleteSlot(slot: number): boolean {
    if (slot < 0) return false;
    const key = this.table.keys[slot];
    this.table.remove(slot);
    this.journal?.mutate(this, 'delete-item', key, slot);
    return true;
  }

  private resize(wanted: number): void {
    if (this.table.resize(wanted)) this.journalAll();
  }

  private journalAll(): void {
    this.journal?.mutate(this, 'replace', this.slots(), undefined);
  }

  /** In the first probe of the nondeterminism check, sets whose order is the seed's go backwards. */
  private reversed(rt: Runtime): boolean {
    return rt.hashOrder === 1 && this.seeded;
  }
}

/** An int that is its own hash, in 32 bits: all but −1, whose hash is −2. */
function isSmall(value: Value): value is number {
  return typeof value === 'number' && (value | 0) === value && value !== -1;
}
