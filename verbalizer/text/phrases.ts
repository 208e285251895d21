// Calls, slices and elements as phrases: `s.upper()` is `the upper-case form of s`. One row each, with the Python that
// it stands for, by which a test holds every phrase to CPython. Knows words alone: which expression is told by which
// phrase is in `steps/methods.ts`.
import type { SlotValue } from '../claims.ts';
import { endOfExpression, inBackticks, stripBackticks } from './scan.ts';

export interface Phrase {
  /** Words with the parts `{0}`, `{1}`; they begin with a word and never have an operator of Python behind a part. */
  readonly words: string;
  /** The expression that has the value said. */
  readonly python: string;
  /** The phrase has no value that could be shown: it is what a loop goes over. */
  readonly bare?: true;
}

export const PHRASES = {
  // strings
  upper: { words: 'the upper-case form of {0}', python: '{0}.upper()' },
  lower: { words: 'the lower-case form of {0}', python: '{0}.lower()' },
  capitalize: { words: 'the capitalized form of {0}', python: '{0}.capitalize()' },
  swapcase: { words: 'the case-swapped form of {0}', python: '{0}.swapcase()' },
  strip: { words: 'what is left of {0} without white space at its ends', python: '{0}.strip()' },
  lstrip: { words: 'what is left of {0} without white space in front', python: '{0}.lstrip()' },
  rstrip: { words: 'what is left of {0} without white space at the end', python: '{0}.rstrip()' },
  stripOf: { words: 'what stripping {1} from both ends leaves of {0}', python: '{0}.strip({1})' },
  lstripOf: { words: 'what stripping {1} from the left leaves of {0}', python: '{0}.lstrip({1})' },
  rstripOf: { words: 'what stripping {1} from the right leaves of {0}', python: '{0}.rstrip({1})' },
  split: { words: 'the list of the words of {0}', python: '{0}.split()' },
  splitAt: { words: 'the list of the pieces that {1} splits {0} into', python: '{0}.split({1})' },
  splitlines: { words: 'the list of the lines of {0}', python: '{0}.splitlines()' },
  join: { words: 'the parts of {1} joined with {0} between them', python: '{0}.join({1})' },
  joinAll: { words: 'the parts of {0} joined together', python: "''.join({0})" },
  replace: { words: 'what replacing {1} with {2} makes of {0}', python: '{0}.replace({1}, {2})' },
  count: { words: 'the number of times that {1} occurs within {0}', python: '{0}.count({1})' },
  index: { words: 'the index at which {1} first occurs within {0}', python: '{0}.index({1})' },
  rindex: { words: 'the index at which {1} last occurs within {0}', python: '{0}.rindex({1})' },
  chr: { words: 'the character with the code {0}', python: 'chr({0})' },
  ord: { words: 'the code of the character {0}', python: 'ord({0})' },

  // sizes and summaries
  length: { words: 'the number of elements of {0}', python: 'len({0})' },
  letters: { words: 'the number of characters of {0}', python: 'len({0})' },
  sum: { words: 'the sum of the elements of {0}', python: 'sum({0})' },
  max: { words: 'the largest element of {0}', python: 'max({0})' },
  min: { words: 'the smallest element of {0}', python: 'min({0})' },

  // sequences made of others
  sorted: { words: 'the sorted list of the elements of {0}', python: 'sorted({0})' },
  sortedDown: {
    words: 'the list of the elements of {0} sorted from the largest down',
    python: 'sorted({0}, reverse=True)',
  },
  list: { words: 'the list of the elements of {0}', python: 'list({0})' },
  listOf: { words: 'the list of the characters of {0}', python: 'list({0})' },
  keys: { words: 'the list of the keys of {0}', python: 'list({0}.keys())' },
  values: { words: 'the list of the values of {0}', python: 'list({0}.values())' },
  copy: { words: 'a copy of {0}', python: '{0}.copy()' },
  first: { words: 'the first element of {0}', python: '{0}[0]' },
  last: { words: 'the last element of {0}', python: '{0}[-1]' },
  firstOf: { words: 'the first character of {0}', python: '{0}[0]' },
  lastOf: { words: 'the last character of {0}', python: '{0}[-1]' },
  head: { words: 'the first {1} elements of {0}', python: '{0}[:{1}]' },
  headOf: { words: 'the first {1} characters of {0}', python: '{0}[:{1}]' },
  tail: { words: 'the last {1} elements of {0}', python: '{0}[-{1}:]' },
  tailOf: { words: 'the last {1} characters of {0}', python: '{0}[-{1}:]' },
  rest: { words: 'what follows the first {1} elements of {0}', python: '{0}[{1}:]' },
  restOf: { words: 'what follows the first {1} characters of {0}', python: '{0}[{1}:]' },
  restOne: { words: 'all but the first element of {0}', python: '{0}[1:]' },
  restOneOf: { words: 'all but the first character of {0}', python: '{0}[1:]' },
  butLast: { words: 'all but the last element of {0}', python: '{0}[:-1]' },
  butLastOf: { words: 'all but the last character of {0}', python: '{0}[:-1]' },
  reverse: { words: 'the reverse of {0}', python: '{0}[::-1]' },

  // dictionaries
  got: { words: 'what {0} has under the key {1}', python: '{0}.get({1})' },
  gotNone: { words: 'the default, since {0} has no key {1}', python: '{0}.get({1}, {=})' },

  // what loops go over
  enumerate: { words: 'the elements of {0} with their positions', python: 'enumerate({0})', bare: true },
  enumerateOf: { words: 'the characters of {0} with their positions', python: 'enumerate({0})', bare: true },
  zip: { words: 'the elements of {0} paired with those of {1}', python: 'zip({0}, {1})', bare: true },
  positions: {
    words: 'the positions of {0} from the first to the last',
    python: 'range(len({0}))',
    bare: true,
  },
  backwards: { words: 'the elements of {0} from the last to the first', python: 'reversed({0})', bare: true },
  pairs: { words: 'the keys of {0} with their values', python: '{0}.items()', bare: true },
  keysOf: { words: 'the keys of {0} one by one', python: '{0}.keys()', bare: true },
  valuesOf: { words: 'the values of {0} one by one', python: '{0}.values()', bare: true },
} as const satisfies Record<string, Phrase>;

export type PhraseName = keyof typeof PHRASES;

interface Compiled {
  readonly name: PhraseName;
  /** Words and the numbers of parts, in turns, beginning with words. */
  readonly words: readonly string[];
  readonly parts: readonly number[];
}

/** What stands between a phrase and the value that it comes to. */
const VALUE = ', which is ';

const COMPILED: readonly Compiled[] = (Object.keys(PHRASES) as PhraseName[]).map((name) => {
  const row: Phrase = PHRASES[name];
  const pieces = row.words.split(/\{(\d)\}/);
  const words = pieces.filter((_, i) => i % 2 === 0);
  const parts = pieces.filter((_, i) => i % 2 === 1).map(Number);
  if (row.bare === undefined) {
    words.push(words.pop()! + VALUE, '');
    parts.push(parts.length);
  }
  return { name, words, parts };
});

const BY_NAME = new Map(COMPILED.map((phrase) => [phrase.name as string, phrase]));

function writePart(code: string): string {
  return endOfExpression(code + ' xyzzy', 0) === code.length ? code : inBackticks(code);
}

/** The offset after the phrase at `at`, or -1; fills in where its parts stand, by number. */
function match({ words, parts }: Compiled, text: string, at: number, spans: [number, number][]): number {
  if (!text.startsWith(words[0]!, at)) return -1;
  let i = at + words[0]!.length;
  for (let p = 0; p < parts.length; p++) {
    const end = endOfExpression(text, i);
    if (end < 0 || !text.startsWith(words[p + 1]!, end)) return -1;
    spans[parts[p]!] = [i, end];
    i = end + words[p + 1]!.length;
  }
  return i;
}

function longest(
  text: string,
  at: number,
): { phrase: Compiled; spans: [number, number][]; end: number } | null {
  let best: { phrase: Compiled; spans: [number, number][]; end: number } | null = null;
  for (const phrase of COMPILED) {
    const spans: [number, number][] = [];
    const end = match(phrase, text, at, spans);
    if (end > (best?.end ?? -1)) best = { phrase, spans, end };
  }
  return best;
}

/** A phrase as the content of a slot: the row's name, its parts by number, and the value unless the row is bare. */
export const PHRASE_FORM = {
  write(value: SlotValue): string {
    const [name, ...contents] = value as readonly string[];
    const { words, parts } = BY_NAME.get(name!)!;
    return parts.reduce((out, part, i) => out + writePart(contents[part]!) + words[i + 1]!, words[0]!);
  },
  find: (text: string, at: number): number => longest(text, at)?.end ?? -1,
  fits(text: string, at: number, fact: SlotValue): number {
    const said = PHRASE_FORM.write(fact);
    return text.startsWith(said, at) ? at + said.length : -1;
  },
  take(text: string, at: number, end: number): SlotValue {
    const found = longest(text, at);
    if (found === null || found.end !== end) throw new Error(`no phrase at ${at}`);
    return [found.phrase.name, ...found.spans.map(([from, to]) => stripBackticks(text.slice(from, to)))];
  },
};
