// Mirrors: the cursor's own copies of the objects of a run, made and changed as the journal says and never touching
// the run's. What each kind needs for that is in its layout; nothing here knows a kind.
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import type { Attributed, Contents, Mirroring } from './layout.ts';

/** The mirrors of one walk. */
export class Mirrors implements Mirroring {
  /** By id: the mirrors of all objects seen so far, and of some that were seen when the walk was further on. */
  private readonly byId: HeapObject[] = [];
  /** In a walk that only follows a run: mirrors go with the objects they are of. */
  private readonly byObject: WeakMap<HeapObject, HeapObject> | null;
  /** Ids of the mirrors filled or changed since the last `takeTouched`; null while nobody wants to know. */
  private touched: Set<number> | null = null;

  /** @param following the run is under way, and the walk never goes back */
  constructor(following: boolean) {
    this.byObject = following ? new WeakMap() : null;
  }

  of(value: Value): Value;
  of(value: Value | undefined): Value | undefined;
  of(value: Value | undefined): Value | undefined {
    if (typeof value !== 'object' || value === null) return value;
    // a float has no id; below 0 are shared objects
    return (value as HeapObject).id > 0 ? this.object(value as HeapObject) : value;
  }

  object<T extends HeapObject>(object: T): T {
    if (object.id <= 0) return object;
    const known = this.byObject === null ? this.byId[object.id] : this.byObject.get(object);
    return (known as T | undefined) ?? this.make(object);
  }

  /** The mirrors of a list of values. */
  all(values: Contents): Contents {
    return values.map((value) => this.of(value));
  }

  private make<T extends HeapObject>(object: T): T {
    const made = object.layout.mirror(object, this) as T;
    made.id = object.id;
    if (this.byObject === null) this.byId[object.id] = made;
    else this.byObject.set(object, made);
    return made;
  }

  /** Carries out an `object` entry. */
  fill(object: HeapObject, contents: Contents, attributes: Contents | null): void {
    const mirror = this.object(object);
    this.restore(mirror, this.all(contents), attributes && this.all(attributes));
    this.touched?.add(object.id);
  }

  /** Gives a mirror the contents and attributes it had. They are mirrored already. */
  restore(mirror: HeapObject, contents: Contents, attributes: Contents | null): void {
    mirror.layout.fill?.(mirror, contents);
    if (mirror.layout.attributes === undefined) return;
    const attributed = mirror as Attributed;
    attributed.attrs?.clear();
    if (attributes === null) return;
    for (let i = 0; i < attributes.length; i += 2)
      attributed.setAttr(attributes[i] as string, attributes[i + 1] as Value);
  }

  /** Carries out a change on the mirror of `object`. @returns the mirror */
  change(object: HeapObject, kind: MutationKind, a: unknown, b: unknown): HeapObject {
    const mirror = this.object(object);
    this.touched?.add(object.id);
    if (kind === 'set-attr') (mirror as Attributed).setAttr(a as string, this.of(b as Value));
    else if (kind === 'delete-attr') (mirror as Attributed).deleteAttr(a as string);
    else mirror.layout.change?.(mirror, kind, this.operand(a), this.operand(b));
    return mirror;
  }

  private operand(operand: unknown): unknown {
    if (typeof operand !== 'object') return operand;
    if (Array.isArray(operand)) return operand.map((item) => this.operand(item));
    return this.of(operand as Value);
  }

  // ---- for keyframes ----

  /** The mirror with that id. */
  withId(id: number): HeapObject {
    return this.byId[id];
  }

  /** From now on the ids of mirrors that change are noted. */
  watch(): void {
    this.touched ??= new Set();
  }

  /** The ids noted since the last call. */
  takeTouched(): Iterable<number> {
    const { touched } = this;
    this.touched = new Set();
    return touched ?? [];
  }
}
