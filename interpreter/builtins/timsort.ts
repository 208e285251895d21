// CPython 3.11's list sort: natural runs, binary insertion, galloping merges, and powersort's rule for which runs to
// merge. Makes the very comparisons CPython makes, in its order, which programs can see. Knows nothing of Python:
// only an array and a "less than" that may throw.
// Tim Peters, Objects/listsort.txt; J. I. Munro and S. Wild, "Nearly-Optimal Mergesorts", 2018.

/** Whether `a` is less than `b`. */
export type Less<T> = (a: T, b: T) => boolean;

const MIN_GALLOP = 7;

interface Run {
  readonly start: number;
  readonly length: number;
  /** The power of the boundary between this run and the next. */
  power: number;
}

/** Sorts `items` in place, stably. When `less` throws, `items` is left a permutation of what it was. */
export function timsort<T>(items: T[], less: Less<T>): void {
  if (items.length > 1) new Sorter(items, less).sort();
}

/** Short runs are extended to this length; it makes the number of runs a power of two or a little less. */
function minimumRun(length: number): number {
  let rest = 0;
  let n = length;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

/** The depth of the boundary between two neighbouring runs in the ideal merge tree. */
function boundaryPower(start: number, first: number, second: number, total: number): number {
  // Twice the midpoints of the two runs, so that they are integers.
  let a = 2 * start + first;
  let b = a + first + second;
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) {
      return power;
    }
    a *= 2;
    b *= 2;
  }
}

class Sorter<T> {
  private readonly items: T[];
  private readonly less: Less<T>;
  private readonly runs: Run[] = [];
  private minGallop = MIN_GALLOP;

  constructor(items: T[], less: Less<T>) {
    this.items = items;
    this.less = less;
  }

  sort(): void {
    const { items, runs } = this;
    const minimum = minimumRun(items.length);
    for (let start = 0; start < items.length;) {
      let length = this.naturalRun(start);
      if (length < minimum) {
        const forced = Math.min(minimum, items.length - start);
        this.insertionSort(start, start + forced, start + length);
        length = forced;
      }
      this.pushRun(start, length);
      start += length;
    }
    while (runs.length > 1) {
      const last = runs.length - 2;
      this.mergeAt(last > 0 && runs[last - 1].length < runs[last + 1].length ? last - 1 : last);
    }
  }

  /** The length of the run that begins at `start`; a strictly descending one is turned around. */
  private naturalRun(start: number): number {
    const { items, less } = this;
    let end = start + 1;
    if (end === items.length) return 1;
    const descending = less(items[end], items[end - 1]);
    for (end++; end < items.length && less(items[end], items[end - 1]) === descending;) end++;
    if (descending) this.reverse(start, end);
    return end - start;
  }

  private reverse(start: number, end: number): void {
    const { items } = this;
    for (let a = start, b = end - 1; a < b; a++, b--) [items[a], items[b]] = [items[b], items[a]];
  }

  /** Sorts [start, end), of which [start, sorted) is sorted. */
  private insertionSort(start: number, end: number, sorted: number): void {
    const { items, less } = this;
    for (let next = Math.max(sorted, start + 1); next < end; next++) {
      const pivot = items[next];
      let low = start;
      let high = next;
      while (low < high) {
        const middle = low + ((high - low) >> 1);
        if (less(pivot, items[middle])) high = middle;
        else low = middle + 1;
      }
      items.copyWithin(low + 1, low, next);
      items[low] = pivot;
    }
  }

  private pushRun(start: number, length: number): void {
    const { runs } = this;
    if (runs.length > 0) {
      const last = runs[runs.length - 1];
      const power = boundaryPower(last.start, last.length, length, this.items.length);
      while (runs.length > 1 && runs[runs.length - 2].power > power) this.mergeAt(runs.length - 2);
      runs[runs.length - 1].power = power;
    }
    runs.push({ start, length, power: 0 });
  }

  private mergeAt(index: number): void {
    const { items, runs } = this;
    const [a, b] = [runs[index], runs[index + 1]];
    // The merged run takes the place of the first; its boundary to the next is set when that is known.
    runs.splice(index, 2, { start: a.start, length: a.length + b.length, power: a.power });
    // What of `a` lies before all of `b`, and what of `b` after all of `a`, is in place already.
    const skip = this.gallopRight(items[b.start], items, a.start, a.length, 0);
    const start = a.start + skip;
    const left = a.length - skip;
    if (left === 0) return;
    const right = this.gallopLeft(items[start + left - 1], items, b.start, b.length, b.length - 1);
    if (right === 0) return;
    if (left <= right) this.mergeLow(start, left, b.start, right);
    else this.mergeHigh(start, left, b.start, right);
  }

  /** How many of the sorted `length` elements from `base` on are less than `key`, looking first at `hint`. */
  private gallopLeft(key: T, array: readonly T[], base: number, length: number, hint: number): number {
    const { less } = this;
    const at = base + hint;
    let last = 0;
    let offset = 1;
    if (less(array[at], key)) {
      const limit = length - hint;
      while (offset < limit && less(array[at + offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, limit);
      last += hint;
      offset += hint;
    } else {
      const limit = hint + 1;
      while (offset < limit && !less(array[at - offset], key)) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, limit);
      [last, offset] = [hint - offset, hint - last];
    }
    for (last++; last < offset;) {
      const middle = last + ((offset - last) >> 1);
      if (less(array[base + middle], key)) last = middle + 1;
      else offset = middle;
    }
    return offset;
  }

  /** How many of the sorted `length` elements from `base` on are not greater than `key`, looking first at `hint`. */
  private gallopRight(key: T, array: readonly T[], base: number, length: number, hint: number): number {
    const { less } = this;
    const at = base + hint;
    let last = 0;
    let offset = 1;
    if (less(key, array[at])) {
      const limit = hint + 1;
      while (offset < limit && less(key, array[at - offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, limit);
      [last, offset] = [hint - offset, hint - last];
    } else {
      const limit = length - hint;
      while (offset < limit && !less(key, array[at + offset])) {
        last = offset;
        offset = offset * 2 + 1;
      }
      offset = Math.min(offset, limit);
      last += hint;
      offset += hint;
    }
    for (last++; last < offset;) {
      const middle = last + ((offset - last) >> 1);
      if (less(key, array[base + middle])) offset = middle;
      else last = middle + 1;
    }
    return offset;
  }

  /** Merges neighbouring runs, the first of which is not longer, from the left. */
  private mergeLow(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { items, less } = this;
    const held = items.slice(startA, startA + lengthA);
    let a = 0;
    let b = startB;
    let to = startA;
    const endB = startB + lengthB;
    const take = (from: readonly T[], at: number, count: number): void => {
      for (let i = 0; i < count; i++) items[to++] = from[at + i];
    };
    try {
      items[to++] = items[b++];
      if (b === endB || lengthA - a === 1) return;
      for (;;) {
        let wonA = 0;
        let wonB = 0;
        do {
          if (less(items[b], held[a])) {
            items[to++] = items[b++];
            wonB++;
            wonA = 0;
            if (b === endB) return;
          } else {
            items[to++] = held[a++];
            wonA++;
            wonB = 0;
            if (lengthA - a === 1) return;
          }
        } while (wonA < this.minGallop && wonB < this.minGallop);
        this.minGallop++;
        do {
          this.minGallop -= this.minGallop > 1 ? 1 : 0;
          wonA = this.gallopRight(items[b], held, a, lengthA - a, 0);
          take(held, a, wonA);
          a += wonA;
          if (wonA > 0 && lengthA - a <= 1) return;
          items[to++] = items[b++];
          if (b === endB) return;
          wonB = this.gallopLeft(held[a], items, b, endB - b, 0);
          take(items, b, wonB);
          b += wonB;
          if (wonB > 0 && b === endB) return;
          items[to++] = held[a++];
          if (lengthA - a === 1) return;
        } while (wonA >= MIN_GALLOP || wonB >= MIN_GALLOP);
        this.minGallop++;
      }
    } finally {
      // What is left of `b` comes before the last of `a`; when `less` threw, behind it, where it stands.
      if (lengthA - a === 1) take(items, b, endB - b);
      take(held, a, lengthA - a);
    }
  }

  /** Merges neighbouring runs, the second of which is shorter, from the right. */
  private mergeHigh(startA: number, lengthA: number, startB: number, lengthB: number): void {
    const { items, less } = this;
    const held = items.slice(startB, startB + lengthB);
    let a = startA + lengthA;
    let b = lengthB;
    let to = startB + lengthB;
    // `a` and `b` are the ends of what is left; `to` the end of what is not yet filled.
    const take = (from: readonly T[], end: number, count: number): void => {
      for (let i = 1; i <= count; i++) items[--to] = from[end - i];
    };
    try {
      items[--to] = items[--a];
      if (a === startA || b === 1) return;
      for (;;) {
        let wonA = 0;
        let wonB = 0;
        do {
          if (less(held[b - 1], items[a - 1])) {
            items[--to] = items[--a];
            wonA++;
            wonB = 0;
            if (a === startA) return;
          } else {
            items[--to] = held[--b];
            wonB++;
            wonA = 0;
            if (b === 1) return;
          }
        } while (wonA < this.minGallop && wonB < this.minGallop);
        this.minGallop++;
        do {
          this.minGallop -= this.minGallop > 1 ? 1 : 0;
          const countA = a - startA;
          wonA = countA - this.gallopRight(held[b - 1], items, startA, countA, countA - 1);
          take(items, a, wonA);
          a -= wonA;
          if (wonA > 0 && a === startA) return;
          items[--to] = held[--b];
          if (b === 1) return;
          wonB = b - this.gallopLeft(items[a - 1], held, 0, b, b - 1);
          take(held, b, wonB);
          b -= wonB;
          if (wonB > 0 && b <= 1) return;
          items[--to] = items[--a];
          if (a === startA) return;
        } while (wonA >= MIN_GALLOP || wonB >= MIN_GALLOP);
        this.minGallop++;
      }
    } finally {
      // What is left of `a` comes after the first of `b`; when `less` threw, before it, where it stands.
      if (b === 1) take(items, a, a - startA);
      take(held, b, b);
    }
  }
}
