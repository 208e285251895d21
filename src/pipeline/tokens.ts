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

/**
 * A counter that remembers words. No token of the encoding reaches over the place before a space that follows something
 * else: its pattern (o200k_base) takes a space at the beginning of a piece only.
 */
export function byWords(count: TokenCounter): TokenCounter {
  // words are looked up where they stand in the text, so that nothing is made of those that are known
  const words = new Array<string>(PLACES).fill('');
  const counts = new Int32Array(PLACES);
  let kept = 0;
  return (text) => {
    let total = 0;
    for (let from = 0, to = 0; from < text.length; from = to) {
      let spaced = isSpace(text.charCodeAt(from));
      let hash = text.charCodeAt(from);
      for (to = from + 1; to < text.length; to++) {
        const c = text.charCodeAt(to);
        if (c === 32 && !spaced) break;
        spaced = isSpace(c);
        hash = Math.imul(hash ^ c, 0x01000193);
      }
      let place = (hash ^ (hash >>> 15)) & (PLACES - 1);
      while (words[place] !== '' && !isAt(text, from, to, words[place]!)) place = (place + 1) & (PLACES - 1);
      if (words[place] === '') {
        if (kept++ === MOST_KEPT) {
          words.fill('');
          kept = 1;
        }
        const word = ownCopy(text.slice(from, to));
        words[place] = word;
        counts[place] = count(word);
      }
      total += counts[place]!;
    }
    return total;
  };
}

function isAt(text: string, from: number, to: number, word: string): boolean {
  return word.length === to - from && text.startsWith(word, from);
}

/** The same text in memory of its own: a slice would keep alive all that it was cut from. */
function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function isSpace(unit: number): boolean {
  return unit < 128 ? unit <= 32 : /\s/.test(String.fromCharCode(unit));
}
