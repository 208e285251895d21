// Depth of lines, by CPython's rules for tabs, spaces and form feeds: random lines of random depth, read by both.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, Source } from '../../grammar/index.ts';
import { difference, readByPython, readHere } from './python-ast.ts';

const margin = fc.oneof(
  { weight: 6, arbitrary: fc.nat(4).map((depth) => '  '.repeat(depth)) },
  fc.constantFrom(
    '\t',
    '\t\t',
    ' \t',
    '  \t',
    '\t ',
    '        ',
    '        \t',
    '\f',
    '\f  ',
    '  \f',
    ' \f ',
    '\\\n  ',
  ),
);
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('if x:', 'while y:', 'class A:') },
  { weight: 5, arbitrary: fc.constantFrom('x = 1', 'pass', 'x; y') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('else:', 'if x: pass', 'x = (1,', '2)', '', '# comment', '\\', '"""a', 'b"""'),
  },
);
const text = fc
  .array(fc.tuple(margin, line), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'));

test('lines of any depth are taken as CPython takes them', () => {
  const texts = fc.sample(text, { numRuns: 3000, seed: 4 });
  const theirs = readByPython(texts);
  const wrong: string[] = [];
  texts.forEach((each, i) => {
    const [ours, reading] = [readHere(each), theirs[i]!];
    if ('tree' in ours && 'tree' in reading) {
      const found = difference(ours.tree, reading.tree);
      if (found !== null) wrong.push(`${JSON.stringify(each)} ${found}`);
    } else if ('tree' in ours || 'tree' in reading) {
      wrong.push(`${JSON.stringify(each)} ours ${JSON.stringify(ours)} CPython ${JSON.stringify(reading)}`);
    }
  });
  expect(theirs.filter((reading) => 'tree' in reading).length).toBeGreaterThan(100);
  expect(wrong.slice(0, 5)).toEqual([]);
});

/** Texts with CPython's exception for each: IndentationError and TabError say more than SyntaxError does. */
const MESSAGES: readonly (readonly [text: string, code: string, message: string])[] = [
  ['x = 1\n  y = 2\n', 'E0203', 'unexpected indent'],
  ['if x:\ny = 1\n', 'E0204', "expected an indented block after 'if' statement on line 1"],
  ['def f():\n', 'E0204', 'expected an indented block after function definition on line 1'],
  ['if x:\n    y\n  z\n', 'E0112', 'unindent does not match any outer indentation level'],
  ['if x:\n\ty\n        z\n', 'E0111', 'inconsistent use of tabs and spaces in indentation'],
];

test.each(MESSAGES)('%j', (program, code, message) => {
  expect(parse(new Source(program)).diagnostics.map((found) => [found.code, found.message])).toEqual([
    [code, message],
  ]);
  expect(readByPython([program])).toEqual([{ error: message }]);
});
