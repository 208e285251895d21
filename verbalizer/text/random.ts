// A small seeded generator for choosing wordings: the same seed gives the same text on every machine.
// (mulberry32; its state is one 32-bit word, which is plenty for picking phrases.)

export class Chooser {
  private state: number;
  /** Those of the items that are being weighed. */
  private readonly weights: number[] = [];
  constructor(seed: number) {
    this.state = (Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ 0x9e3779b9) >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** Picks by weight; `items` must not be empty. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    const { weights } = this;
    let total = 0;
    for (let i = 0; i < items.length; i++) total += weights[i] = weightOf(items[i]!);
    let at = this.next() * total;
    for (let i = 0; i < items.length; i++) {
      at -= weights[i]!;
      if (at < 0) return items[i]!;
    }
    return items[items.length - 1]!;
  }
}
