// Texts that are nearly programs: snippets with a few of their pieces left out, doubled, exchanged or replaced. What is
// made of them is decided by a seed alone.
import fc from 'fast-check';
import { SNIPPETS } from './snippets.ts';

/** What a mutation may put in: a bit of everything that the grammar knows. */
const PIECES = [
  ...[
    'x',
    'y',
    '_',
    '1',
    '-1',
    '2.5',
    "'a'",
    'b"a"',
    "f'{x}'",
    '"',
    "'",
    '\\',
    '#',
    '\n',
    '\n    ',
    '\n  ',
    '\t',
    ' ',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    ';',
    '.',
    '...',
    '=',
    '==',
    ':=',
    '->',
    '+=',
    '*',
    '**',
    '/',
    '-',
    '+',
    '~',
  ],
  ...[
    'not',
    'and',
    'or',
    'is',
    'in',
    'if',
    'else',
    'elif',
    'for',
    'while',
    'lambda',
    'def',
    'class',
    'return',
    'yield',
  ],
  ...[
    'from',
    'import',
    'as',
    'with',
    'try',
    'except',
    'finally',
    'raise',
    'assert',
    'del',
    'global',
    'nonlocal',
    'pass',
  ],
  ...[
    'break',
    'continue',
    'match',
    'case',
    'None',
    'True',
    '!',
    '@',
    '|',
    '<',
    '!=',
    '<>',
    '$',
    '?',
    'é',
    '\u00a0',
    '0x',
    '1_',
  ],
];

const pieces = /\s+|\w+|[^\w\s]/gu;

interface Edit {
  how: 'drop' | 'double' | 'swap' | 'put' | 'replace';
  /** Where, as a part of the whole text's pieces. */
  where: number;
  piece: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom('drop', 'double', 'swap', 'put', 'replace'),
  where: fc.integer({ min: 0, max: 9999 }),
  piece: fc.constantFrom(...PIECES),
});

function applied(text: string, { how, where, piece }: Edit): string {
  const parts = text.match(pieces) ?? [];
  const at = Math.floor((where / 10_000) * (parts.length + 1));
  const here = parts[at] ?? '';
  switch (how) {
    case 'drop':
      parts.splice(at, 1);
      break;
    case 'double':
      parts.splice(at, 0, here);
      break;
    case 'swap':
      parts.splice(at, 2, parts[at + 1] ?? '', here);
      break;
    case 'put':
      parts.splice(at, 0, piece);
      break;
    case 'replace':
      parts.splice(at, 1, piece);
      break;
  }
  return parts.join('');
}

/** A snippet with one to three edits. */
export const mutant: fc.Arbitrary<string> = fc
  .record({
    base: fc.constantFrom(...SNIPPETS),
    edits: fc.oneof(
      fc.array(edit, { minLength: 1, maxLength: 1 }),
      fc.array(edit, { minLength: 2, maxLength: 3 }),
    ),
  })
  .map(({ base, edits }) => edits.reduce(applied, base));
