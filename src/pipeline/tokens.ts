// Counts tokens as a language model's tokenizer does. The table of an encoding is large, so it is loaded only when
// a budget is asked for.

/** The encoding in which budgets are counted: that of current OpenAI models; others differ by some per cent. */
export const ENCODING = 'o200k_base';

export type TokenCounter = (text: string) => number;

let counter: Promise<TokenCounter> | null = null;

export function loadTokenCounter(): Promise<TokenCounter> {
  counter ??= import('gpt-tokenizer/encoding/o200k_base').then(
    ({ countTokens }) =>
      (text) =>
        countTokens(text),
  );
  return counter;
}
