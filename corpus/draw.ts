// Seeded choices: the only source of randomness in the corpus.
// A stream is named by a path (seed, family, level, index, …) and derived by hashing that path, never by
// adding numbers, so that neighbouring seeds share nothing. Knows nothing of programs.

import { hash128 } from './hash.ts';

/** What a stream may be named by; numbers and text stay apart (1 is not '1'). */
export type PathPart = string | number;

/** A stream of seeded choices. Every method but `split` advances the stream. */
export class Draw {
  readonly #path: readonly PathPart[];
  // State of the small fast counting generator `sfc32` (Chris Doty-Humphrey, PractRand).
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  private constructor(path: readonly PathPart[]) {
    this.#path = path;
    // JSON keeps part boundaries: ('ab', 'c') and ('a', 'bc') are different streams.
    [this.#a, this.#b, this.#c, this.#counter] = hash128(JSON.stringify(path));
  }

  /** The stream with this name. */
  static of(...path: PathPart[]): Draw {
    return new Draw(path);
  }

  /**
   * An independent child stream. It depends on this stream's name and the label alone, not on how far this
   * stream has advanced: adding a choice to one part of a generator leaves the other parts as they were.
   */
  split(...label: PathPart[]): Draw {
    return new Draw([...this.#path, ...label]);
  }

  /** The next 32 bits, as an unsigned integer. */
  bits(): number {
    const result = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  /**
   * A whole number from `low` to `high`, both included, each equally likely.
   * @throws RangeError if the range is empty or spans more than 2³² numbers.
   */
  int(low: number, high: number): number {
    const size = high - low + 1;
    if (!Number.isInteger(low) || !Number.isInteger(high) || size < 1 || size > 2 ** 32) {
      throw new RangeError(`cannot draw a whole number from ${low} to ${high}`);
    }
    // Numbers in the last, incomplete run of `size` are drawn again, or the low ones would come too often.
    const fair = 2 ** 32 - (2 ** 32 % size);
    for (;;) {
      const bits = this.bits();
      if (bits < fair) return low + (bits % size);
    }
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.bits() < probability * 2 ** 32;
  }

  /** One of the items, each equally likely. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)];
  }

  /** One of the items, each as likely as its weight (a whole number) says. */
  weighted<T>(choices: readonly (readonly [weight: number, item: T])[]): T {
    const total = choices.reduce((sum, [weight]) => sum + weight, 0);
    let ticket = this.int(1, total);
    for (const [weight, item] of choices) {
      ticket -= weight;
      if (ticket <= 0) return item;
    }
    throw new RangeError('weights must be whole numbers');
  }

  /** The items in a random order; the argument is left as it is. */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }

  /** `count` of the items, no position twice, in random order. */
  sample<T>(items: readonly T[], count: number): T[] {
    if (count > items.length) throw new RangeError(`cannot sample ${count} of ${items.length} items`);
    return this.shuffle(items).slice(0, count);
  }

  /** `count` numbers from `low` to `high`, each drawn on its own. */
  ints(count: number, low: number, high: number): number[] {
    return Array.from({ length: count }, () => this.int(low, high));
  }

  /** `count` different numbers from `low` to `high`, in random order. */
  distinct(count: number, low: number, high: number): number[] {
    if (count > high - low + 1) throw new RangeError(`no ${count} different numbers from ${low} to ${high}`);
    const seen = new Set<number>();
    while (seen.size < count) seen.add(this.int(low, high));
    return [...seen];
  }

  /** `count` results of `make`, drawn one after the other. */
  list<T>(count: number, make: (draw: Draw, index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(this, index));
  }
}
