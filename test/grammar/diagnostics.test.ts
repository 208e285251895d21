// Every code is really produced, where it should be, in CPython's words where CPython refuses too; and what a person
// sees of it: the line, the carets, the hint.
import { describe, expect, test } from 'vitest';
import {
  CODES,
  parse,
  parseExpression,
  renderDiagnostics,
  Source,
  type DiagnosticCode,
} from '../../grammar/index.ts';
import { producedBy } from '../../scripts/docs/diagnostics.ts';
import { hasPython } from '../support/python.ts';
import { readByPython } from './python-ast.ts';
import { SPANS } from './spans.ts';

const codes = Object.keys(CODES) as DiagnosticCode[];

/** Where our words are others than CPython's, and why. */
const OWN_WORDS: ReadonlySet<DiagnosticCode> = new Set([
  'E0118', // CPython goes on to name a function that Primer has not
  'E0211', // CPython 3.11 only says "invalid syntax"
  'E0231', // CPython supposes that == was meant
  'E0290', // CPython stops at the first error
]);

function rendered(text: string): string {
  const source = new Source(text, 'p.py');
  return renderDiagnostics(parse(source).diagnostics, source);
}

describe('codes', () => {
  test.each(codes)('%s is produced by its example, and points at what is meant', (code) => {
    const { found, source } = producedBy(code);
    const { line, column } = source.positionAt(found.span.start);
    const text = source.text.slice(found.span.start, found.span.end);
    const shown = text.length > 60 ? `${text.slice(0, 20)}…${text.length}` : text;
    expect([`${line}:${column}`, shown]).toEqual(SPANS[code]);
    expect(found.severity).toBe(code.startsWith('W') ? 'warning' : 'error');
    expect(found.hint).toBe(CODES[code].hint);
    expect(found.message).not.toMatch(/[{}]\w+[{}]|undefined/);
  });

  test.runIf(hasPython)('of what is no Python have the words of CPython', () => {
    const refused = codes.filter((code) => code < 'E04' && !OWN_WORDS.has(code));
    const readings = readByPython(refused.map((code) => CODES[code].example));
    const ours = refused.map((code) => `${code}: ${producedBy(code).found.message}`);
    expect(ours).toEqual(
      readings.map((reading, i) => `${refused[i]}: ${'error' in reading ? reading.error : 'no error'}`),
    );
  });

  test.runIf(hasPython)('of types do not stop a program that CPython reads', () => {
    const examples = codes.filter((code) => code.startsWith('W')).map((code) => CODES[code].example);
    expect(readByPython(examples).filter((reading) => 'error' in reading)).toEqual([]);
    expect(examples.filter((text) => parse(new Source(text)).module === null)).toEqual([]);
  });
});

describe('what a person sees', () => {
  test('several errors of one file, each with its line, its carets and its hint', () => {
    expect(rendered('x = 3 × 4\ndef f(:\n    return 1\n\nclass A\n    pass\nfrom . import y\nz = 1)\n')).toBe(
      `error[E0101]: invalid character '×' (U+00D7)
 --> p.py:1:7
  |
1 | x = 3 × 4
  |       ^
  = help: Typographic quotes, dashes and symbols are not Python operators; type the plain ASCII character.

error[E0105]: '(' was never closed
 --> p.py:2:6
  |
2 | def f(:
  |      ^
  = help: Add the closing bracket.

error[E0202]: expected ':'
 --> p.py:5:8
  |
5 | class A
  |        ^

error[E0409]: not part of Primer: relative import
 --> p.py:7:6
  |
7 | from . import y
  |      ^

error[E0106]: unmatched ')'
 --> p.py:8:6
  |
8 | z = 1)
  |      ^
  = help: Delete it, or add the opening bracket.`,
    );
  });

  test('tabs, wide characters and line ends do not shift the carets', () => {
    expect(rendered('if 1:\r\n\tx = "é😀" + 007\r\n')).toBe(
      `error[E0110]: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
 --> p.py:2:13
  |
2 |     x = "é😀" + 007
  |                ^^^
  = help: Write 7 or 0o7 instead of 07.`,
    );
  });

  test('a long line is cut around the place, and control characters are not given to the terminal', () => {
    const text = rendered(`x = '${'a'.repeat(500)}' + \u0007 ${'+ b'.repeat(100)}\n`);
    const [, , , line, carets] = text.split('\n');
    expect(line!.length).toBeLessThan(140);
    expect(line!).toMatch(/^1 \| …a+' \+ \ufffd .*…$/);
    expect(line![carets!.indexOf('^')]).toBe('\ufffd');
  });

  test('constructs outside Primer are named, all of them at once', () => {
    const { diagnostics } = parse(
      new Source('async def f():\n    await g()\nfrom . import a\nx = "\\N{DASH}"\n'),
    );
    expect(diagnostics.map(({ construct }) => construct)).toEqual([
      'async function',
      'await expression',
      'relative import',
      'named Unicode escape',
    ]);
  });

  test('an error in the call points into the call', () => {
    const source = new Source('f(1, <class>)', '<call>');
    const { expr, diagnostics } = parseExpression(source);
    expect(expr).toBeNull();
    expect(renderDiagnostics(diagnostics, source)).toContain('--> <call>:1:6\n');
  });

  test('after fifty errors it says that there are more', () => {
    const { diagnostics } = parse(new Source('x = )\n'.repeat(1000)));
    expect(diagnostics.length).toBe(51);
    expect(diagnostics.at(-1)!.code).toBe('E0290');
  });
});
