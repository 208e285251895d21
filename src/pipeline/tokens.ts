// Counts tokens as a language model's tokenizer does. The table of an encoding is large, so it is loaded only when
// a budget is asked for.

/** The encoding in which budgets are counted: that of current OpenAI models; others differ by some per cent. */
export const ENCODING = 'o200k_base';

export type TokenCounter = (text: string) => number;

let counter: Promise<TokenCounter> | null = null;

export function loadTokenCounter(): Promise<TokenCounter> {
  counter ??= import('gpt-tokenizer/encoding/o200k_base').then(({ countTokens }) =>
    byWords((text) => countTokens(text)),
  );
  return counter;
}

/** Words whose counts are kept: the vocabulary of our texts, and then some. */
const MOST_KEPT = 50_000;
/** Places for them, a power of two: never more than half are taken. */
const PLACES = 1 << 17;
/** Room for their characters, as UTF-16. */
const ROOM = 1 << 19;
/** Longer words are counted each time. */
const LONGEST_KEPT = 200;

/** What words have been counted as. They are looked up where they stand in a text, so that nothing is made of them. */
class Words {
  /** By place: where its characters begin, how many there are (0 where it is free), its tokens. */
  private readonly starts = new Int32Array(PLACES);
  private readonly lengths = new Uint8Array(PLACES);
  private readonly counts = new Uint8Array(PLACES);
  private readonly units = new Uint16Array(ROOM);
  private used = 0;
  private kept = 0;
  private readonly count: TokenCounter;

  constructor(count: TokenCounter) {
    this.count = count;
  }

  /** Tokens of the word from `from` to `to`, of which `hash` is a hash. */
  tokens(text: string, from: number, to: number, hash: number): number {
    const length = to - from;
    if (length > LONGEST_KEPT) return this.count(text.slice(from, to));
    let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    for (; this.lengths[place] !== 0; place = (place + 1) & (PLACES - 1))
      if (this.lengths[place] === length && this.isAt(text, from, place)) return this.counts[place]!;
    const tokens = this.count(text.slice(from, to));
    this.keep(text, from, length, place, tokens);
    return tokens;
  }

  private isAt(text: string, from: number, place: number): boolean {
    const { units } = this;
    const start = this.starts[place]!;
    const length = this.lengths[place]!;
    for (let i = 0; i < length; i++) if (text.charCodeAt(from + i) !== units[start + i]) return false;
    return true;
  }

  private keep(text: string, from: number, length: number, place: number, tokens: number): void {
    if (this.kept === MOST_KEPT || this.used + length > ROOM) {
      this.lengths.fill(0);
      this.kept = this.used = 0;
    }
    this.starts[place] = this.used;
    this.lengths[place] = length;
    this.counts[place] = tokens;
    for (let i = 0; i < length; i++) this.units[this.used++] = text.charCodeAt(from + i);
    this.kept++;
  }
}

/**
 * A counter that remembers words. No token of the encoding reaches over the place before a space that follows something
 * else: its pattern (o200k_base) takes a space at the beginning of a piece only. Nor does one reach into digits or out
 * of them, of which three at a time are one token.
 */
export function byWords(count: TokenCounter): TokenCounter {
  const words = new Words(count);
  return (text) => {
    const { length } = text;
    let total = 0;
    for (let from = 0, to = 0; from < length; from = to) {
      const first = text.charCodeAt(from);
      to = isDigit(first) ? endOfDigits(text, from) : from;
      if (to > from) {
        total += Math.ceil((to - from) / 3);
        continue;
      }
      let before = first;
      let spaced = isSpace(first);
      let hash = first;
      for (to = from + 1; to < length; to++) {
        const c = text.charCodeAt(to);
        if (c === 32 && !spaced) break;
        // a space alone before digits is a token, of several the last one is
        if (isDigit(c) && !isDigit(before) && before < 128 && (!spaced || (first === 32 && to === from + 1)))
          break;
        spaced = isSpace(c);
        before = c;
        hash = Math.imul(hash ^ c, 0x01000193);
      }
      total += words.tokens(text, from, to, hash);
    }
    return total;
  };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The offset after the digits at `at`; `at` itself where others than those of ASCII may be among them. */
function endOfDigits(text: string, at: number): number {
  if (at > 0 && text.charCodeAt(at - 1) >= 128) return at;
  let to = at + 1;
  while (to < text.length && isDigit(text.charCodeAt(to))) to++;
  return to < text.length && text.charCodeAt(to) >= 128 ? at : to;
}

function isSpace(unit: number): boolean {
  return unit < 128 ? unit <= 32 : /\s/.test(String.fromCharCode(unit));
}
