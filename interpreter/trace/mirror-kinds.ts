// Kinds that only mirrors are of: objects whose contents a cursor sets, where the run's own kind could not be set
// without running code of the program.
import type { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import type { GeneratorDriver } from '../values/function.ts';
import { PyIterator } from '../values/iterator.ts';
import type { Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import type { Runtime } from '../runtime.ts';

function notRun(): never {
  throw new Error('a mirror cannot be run');
}

/** Drives the mirrors of generators: not at all. */
export const idleDriver: GeneratorDriver = { resume: notRun, raiseIn: notRun, close: notRun };

/** The mirror of an iterator: it has a class and nothing more. */
export class MirrorIterator extends PyIterator {
  override readonly cls: PyClass;

  constructor(cls: PyClass) {
    super();
    this.cls = cls;
  }

  next(): never {
    return notRun();
  }
}

/** The mirror of a set: filled slot by slot, since the place of an element follows from its hash. */
export class MirrorSet extends PySet {
  private places: (Value | undefined)[] = [];
  private count = 0;

  override get size(): number {
    return this.count;
  }

  override contents(): Value[] {
    return this.places.filter((value) => value !== undefined);
  }

  override slots(): (Value | undefined)[] {
    return this.places.slice();
  }

  override has(rt: Runtime, value: Value): boolean {
    return this.contents().some((item) => item === value || equals(rt, item, value));
  }

  put(place: number, value: Value): void {
    while (this.places.length <= place) this.places.push(undefined);
    if (this.places[place] === undefined) this.count++;
    this.places[place] = value;
  }

  take(place: number): void {
    if (this.places[place] !== undefined) this.count--;
    this.places[place] = undefined;
  }

  putAll(places: readonly (Value | undefined)[]): void {
    this.places = places.slice();
    this.count = this.contents().length;
  }
}
