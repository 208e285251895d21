// Arbitrary contents for the slots of claims: names, values as Python writes them, expressions, lists of them.
import fc from 'fast-check';
import { strRepr } from '../../interpreter/values/str-repr.ts';
import type { SlotType, SlotValue } from '../../verbalizer/claims.ts';
import { PHRASES, type Phrase, type PhraseName } from '../../verbalizer/text/phrases.ts';

const names = fc.constantFrom(
  'x',
  'total',
  'i',
  'xs',
  'the',
  'so',
  'next',
  'is_prime',
  'now',
  'for_',
  'this',
  'naïve',
  'we',
  'result',
  'a',
  'round',
  'then',
);
const scalar = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom(
    '0',
    '-1',
    '3.14',
    '1e-05',
    'True',
    'False',
    'None',
    'inf',
    '-inf',
    "'it is. So, and'",
    `"it's"`,
    "'a, b = c'",
    "'`'",
    "b'x'",
    "'\\n'",
    "''",
  ),
  fc.string({ maxLength: 8 }).map((s) => JSON.stringify(s).replace(/[^\x20-\x7e]/g, '?')),
);
/** Texts with line breaks, quotes, backslashes and backticks, as long as a pattern can be. */
const longText = fc
  .array(
    fc.constantFrom(
      '\n',
      '  # words, and more. So',
      "'",
      '"',
      '\\',
      '`',
      '``',
      '{x:>{w}}',
      ' = ',
      'é',
      '\\s+',
    ),
    {
      minLength: 5,
      maxLength: 30,
    },
  )
  .map((parts) => strRepr(parts.join('')));
/** What a repr of the library shows can end within a string, and need not be an expression at all. */
const cutShort = fc
  .tuple(longText, fc.nat({ max: 40 }))
  .map(([text, at]) => `re.compile(${text.slice(0, at)}, re.VERBOSE)`);
const value = fc.oneof(
  longText,
  cutShort,
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 4 }).map((xs) => `[${xs.join(', ')}]`),
  fc
    .array(fc.tuple(scalar, scalar), { maxLength: 3 })
    .map((xs) => `{${xs.map((p) => p.join(': ')).join(', ')}}`),
  fc.constantFrom(
    '(1,)',
    '()',
    '<function f>',
    '{1, 2}',
    'range(0, 3)',
    "Point(x=1, y='a')",
    'deque([1, 2])',
    '<Color.RED: 1>',
  ),
);
const expr = fc.oneof(
  value,
  names,
  fc
    .tuple(
      names,
      fc.constantFrom('+', '-', '*', '//', '%', '<', '==', 'in', 'not in', 'and', 'or', 'is', '**'),
      scalar,
    )
    .map((p) => p.join(' ')),
  fc.tuple(names, scalar).map(([n, v]) => `${n}[${v}]`),
  fc.constantFrom(
    'not x',
    'x is None',
    'x is not None',
    '-x',
    'f(a, b=1)',
    's.upper()',
    'a if b else c',
    'lambda x: x + 1',
    '[x for x in xs]',
    "f'{x} is'",
    "f'{x:>{width}.2f} and {y!r:^10}'",
    "'a\\n' + 'b, c' + x",
    "('a\\n' 'b. So')",
    "b'\\x00' + b'`'",
    "re.compile('\\n  \\\\d+  # digits, and `more`.\\n  | \\'\\n', re.VERBOSE)",
    '(x + 1) * 2',
    'xs[1:n]',
    'self.items[0].name',
  ),
);

/** How many parts a phrase has, its value included. */
function phraseParts(name: PhraseName): number {
  const row: Phrase = PHRASES[name];
  return row.words.split(/\{\d\}/).length - (row.bare === true ? 1 : 0);
}

/** An arbitrary content for a slot of that type. */
export function slotContent(type: SlotType): fc.Arbitrary<SlotValue> {
  switch (type) {
    case 'name':
      return names;
    case 'value':
      return value;
    case 'expr':
      return expr;
    case 'count':
    case 'ordinal':
      return fc.nat({ max: 1_000_000 }).map(String);
    case 'phrase':
      return fc
        .tuple(
          fc.constantFrom(...(Object.keys(PHRASES) as PhraseName[])),
          fc.array(expr, { minLength: 4, maxLength: 4 }),
        )
        .map(([name, parts]) => [name, ...parts.slice(0, phraseParts(name))]);
    case 'chain':
      return fc.array(expr, { minLength: 1, maxLength: 3 });
    case 'values':
      return fc.array(value, { minLength: 1, maxLength: 5 });
    case 'moves':
      return fc
        .array(fc.tuple(names, value, value), { minLength: 1, maxLength: 3 })
        .map((moves) => moves.flat());
    case 'bindings':
      return fc.array(fc.tuple(names, value), { minLength: 1, maxLength: 3 }).map((pairs) => pairs.flat());
  }
}
