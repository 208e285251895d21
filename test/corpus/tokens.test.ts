// The counter that remembers words gives what counting the whole text gives.
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { byWords } from '../../src/pipeline/tokens.ts';

const pieces = [
  'a',
  'is',
  "it's",
  'Ünï',
  '漢字',
  '👍',
  '1',
  '12345',
  '²',
  '٣',
  '3.5',
  '.',
  '),',
  "'",
  '/',
  '<|',
  '\n',
  '\r',
  '\t',
  ' ',
];

test('words counted one by one are the text counted whole', () => {
  const byWord = byWords((text) => countTokens(text));
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces, ' ', '\u00a0', '\u3000', '\u2028'),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      {
        maxLength: 24,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (whole) => {
      expect(byWord(whole)).toBe(countTokens(whole));
      expect(byWord(whole)).toBe(countTokens(whole)); // from memory
    }),
    { numRuns: 2000 },
  );
});
