// What no further row of a dataset may have, in memory that all threads see: written by the one that judges the rows,
// read by those that draw them, so that what would be refused is not told first. Only ever grows: what a thread does
// not see yet is found by the judge. Knows nothing of rows.
import { hash128 } from '../../corpus/hash.ts';

/** Keys of different kinds are apart even where they are the same digits. */
const KINDS = { run: 0, shape: 0x5bd1e995, answer: 0x2545f491 } as const;

/** Longer answers are told by their beginning and length: two that agree in both are rare, and only avoided. */
const LONG_ANSWER = 40;

/** The key of an answer at a level: 64 bits as sixteen hex digits, as those of programs are. */
export function answerKey(level: number, answer: string): string {
  const brief = answer.length <= LONG_ANSWER ? answer : `${answer.slice(0, LONG_ANSWER)}…${answer.length}`;
  const [a, b] = hash128(`${level} ${brief}`);
  return [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A set of keys of 64 bits: a table with open addresses, two words a place. */
export class TakenKeys {
  /** What is handed to a thread, which makes its own `TakenKeys` of it. */
  readonly memory: SharedArrayBuffer;
  private readonly words: Int32Array;
  private readonly mask: number;

  constructor(memory: SharedArrayBuffer) {
    this.memory = memory;
    this.words = new Int32Array(memory);
    this.mask = this.words.length / 2 - 1;
  }

  /** An empty set with room for the keys of so many rows. */
  static forRows(rows: number): TakenKeys {
    // a row fills up its own key, and at most one shape and one answer; half of the places stay free
    const places = 2 ** Math.ceil(Math.log2(Math.max(rows, 8) * 6));
    return new TakenKeys(new SharedArrayBuffer(places * 8));
  }

  has(kind: keyof typeof KINDS, key: string): boolean {
    return this.words[this.placeOf(kind, key)] !== 0;
  }

  add(kind: keyof typeof KINDS, key: string): void {
    const at = this.placeOf(kind, key);
    // who sees the first word sees the second
    this.words[at + 1] = secondOf(key);
    Atomics.store(this.words, at, firstOf(kind, key));
  }

  /** Where the key is, or the free place that it would have. */
  private placeOf(kind: keyof typeof KINDS, key: string): number {
    const { words, mask } = this;
    const first = firstOf(kind, key);
    const second = secondOf(key);
    for (let place = first & mask; ; place = (place + 1) & mask) {
      const found = Atomics.load(words, place * 2);
      if (found === 0 || (found === first && words[place * 2 + 1] === second)) return place * 2;
    }
  }
}

/** Never 0, which marks a place that is free. */
function firstOf(kind: keyof typeof KINDS, key: string): number {
  return (parseInt(key.slice(0, 8), 16) ^ KINDS[kind]) | 0 || 1;
}

function secondOf(key: string): number {
  return parseInt(key.slice(8), 16) | 0;
}
