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

/**
 * A counter that remembers words. No token of the encoding reaches over the place before a space that follows something
 * else: its pattern (o200k_base) takes a space at the beginning of a piece only.
 */
export function byWords(count: TokenCounter): TokenCounter {
  const kept = new Map<string, number>();
  return (text) => {
    let total = 0;
    for (let from = 0; from < text.length;) {
      const to = endOfWord(text, from);
      const word = text.slice(from, to);
      let tokens = kept.get(word);
      if (tokens === undefined) {
        tokens = count(word);
        if (kept.size >= MOST_KEPT) kept.clear();
        kept.set(word, tokens);
      }
      total += tokens;
      from = to;
    }
    return total;
  };
}

/** The offset of the first space after `from` that has something else before it. */
function endOfWord(text: string, from: number): number {
  for (let at = text.indexOf(' ', from + 1); at >= 0; at = text.indexOf(' ', at + 1))
    if (!isSpace(text, at - 1)) return at;
  return text.length;
}

function isSpace(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return c < 128 ? c <= 32 : /\s/.test(text[at]!);
}
