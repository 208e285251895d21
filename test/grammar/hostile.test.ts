// Texts that nobody writes: the parser answers each in bounded time and memory, with a diagnostic or a tree, and never
// throws. Times are CPU times, generous; what they guard against is time that grows faster than the text.
import { describe, expect, test } from 'vitest';
import { parse, parseExpression, Source, type ParseResult } from '../../grammar/index.ts';

const MEGABYTE = 1 << 20;
const MAX_SECONDS = 6;

/** Parses under a watch. @throws Error when it takes too long */
function timed(text: string): ParseResult {
  const before = process.cpuUsage();
  const result = parse(new Source(text));
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (seconds > MAX_SECONDS) throw new Error(`${seconds} s`);
  return result;
}

/** Blocks in blocks: each line a step deeper. */
function nested(levels: number): string {
  return Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}if 1:\n`).join('');
}

/** The same byte noise each time. */
function noise(length: number): string {
  let state = 12345;
  const bytes = Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  });
  return Buffer.from(bytes).toString('latin1');
}

const REFUSED: readonly (readonly [name: string, text: string, message: RegExp])[] = [
  ['a megabyte of (', '('.repeat(MEGABYTE), /too many nested parentheses/],
  ['a megabyte of [ after a name', `x${'['.repeat(MEGABYTE)}`, /too many nested parentheses/],
  ['a megabyte of )', ')'.repeat(MEGABYTE), /unmatched '\)'/],
  ['a megabyte of {', '{'.repeat(MEGABYTE), /too many nested parentheses/],
  ['a megabyte of lambda', 'lambda:'.repeat(MEGABYTE / 7), /nesting this deep|invalid syntax/],
  ['a megabyte of not', `${'not '.repeat(MEGABYTE / 4)}x`, /nesting this deep/],
  ['a megabyte of -', `${'-'.repeat(MEGABYTE)}x`, /nesting this deep/],
  ['a megabyte of **', `x${'**x'.repeat(MEGABYTE / 3)}`, /nesting this deep/],
  ['a megabyte of conditionals', `${'x if x else '.repeat(MEGABYTE / 12)}x`, /nesting this deep/],
  ['a megabyte of sums', `x${' + x'.repeat(MEGABYTE / 4)}`, /nesting this deep/],
  ['a megabyte of attributes', `x${'.x'.repeat(MEGABYTE / 2)}`, /nesting this deep/],
  ['a megabyte of calls', `x${'()'.repeat(MEGABYTE / 2)}`, /nesting this deep/],
  ['10,000 nested blocks', nested(10_000), /too many levels of indentation/],
  ['an elif chain of 50,000', `if x: y\n${'elif x: y\n'.repeat(50_000)}`, /elif chain/],
  ['100 KB of quotes', `x = ${"'".repeat(100_001)}`, /unterminated/],
  ['a string that never ends', `x = """${'a'.repeat(MEGABYTE)}`, /unterminated triple-quoted/],
  ['a million digits', `x = ${'9'.repeat(MEGABYTE)}`, /Exceeds the limit/],
  ['f-strings in f-strings', `x = ${"f'{".repeat(50_000)}`, /f-string/],
  ['format specifications in each other', `x = f'${'{x:'.repeat(50_000)}'`, /f-string/],
  ['brackets in an f-string', `x = f'{${'('.repeat(50_000)}}'`, /too many nested|f-string/],
  ['binary data', noise(MEGABYTE), /./],
  ['NUL', 'x = 1\0\n', /source code string cannot contain null bytes/],
  ['nothing but NUL', '\0'.repeat(MEGABYTE), /source code string cannot contain null bytes/],
  ['a lone surrogate outside a string', 'x = \ud800\n', /invalid|surrogate/],
  ['a lone surrogate in a string', "x = '\udfff'\n", /surrogate/],
  ['a lone surrogate in a comment', '# \ud800\n', /surrogate/],
  ['a byte order mark in the middle', 'x = 1\n\ufeffy = 2\n', /invalid non-printable character U\+FEFF/],
  ['errors without end', 'x = )\n'.repeat(MEGABYTE / 6), /unmatched/],
  ['backslashes', '\\\n'.repeat(MEGABYTE / 2), /unexpected EOF/],
];

const TAKEN: readonly (readonly [name: string, text: string])[] = [
  ['a byte order mark at the start', '\ufeffx = 1\n'],
  ['CRLF', 'if 1:\r\n    x = 1\r\n'.repeat(1000)],
  ['CR alone', 'if 1:\r    x = 1\r'],
  ['form feeds', '\f\nx = 1\n\fy = 2\nif x:\n\f    y = 3\n'],
  ['a list of a megabyte on one line', `x = [${'1, '.repeat(MEGABYTE / 3)}]\n`],
  ['a chain of comparisons of a megabyte', `x = 1${' < 1'.repeat(MEGABYTE / 4)}\n`],
  ['an and of a megabyte', `x = 1${' and 1'.repeat(MEGABYTE / 6)}\n`],
  ['a call with 100,000 arguments', `f(${'x, '.repeat(100_000)})\n`],
  ['statements of a megabyte on one line', `${'x;'.repeat(MEGABYTE / 2)}\n`],
  ['strings side by side', `x = ${"'a' ".repeat(100_000)}\n`],
  ['100,000 empty lines and comments', '\n# c\n'.repeat(100_000)],
  ['brackets as deep as they may be', `x = ${'['.repeat(99)}${']'.repeat(99)}\n`],
  ['blocks as deep as they may be', `${nested(99)}${' '.repeat(99)}x\n`],
];

describe('hostile texts', () => {
  test.each(REFUSED)('%s is refused', (_, text, message) => {
    const { module, diagnostics } = timed(text);
    expect(module).toBeNull();
    expect(diagnostics.length).toBeLessThanOrEqual(51);
    expect(diagnostics[0]!.message).toMatch(message);
    for (const { span } of diagnostics) {
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    }
  });

  test.each(TAKEN)('%s is read', (_, text) => {
    const { module, diagnostics } = timed(text);
    expect(diagnostics).toEqual([]);
    expect(module).not.toBeNull();
  });

  test('a call is read with the same bounds', () => {
    for (const text of ['('.repeat(MEGABYTE), '\0', noise(10_000), '', '-'.repeat(MEGABYTE)]) {
      expect(parseExpression(new Source(text)).expr).toBeNull();
    }
  });
});
