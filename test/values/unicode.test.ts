// Character classes and case mappings, every assigned plane against live CPython.
import { describe, expect, it } from 'vitest';
import * as unicode from '../../interpreter/values/unicode.ts';
import * as letterCase from '../../interpreter/values/letter-case.ts';
import { runPython } from '../support/python.ts';

const CLASSES: Record<string, (point: number) => boolean> = {
  'chr(c).isalpha()': unicode.isAlpha,
  'chr(c).isdecimal()': unicode.isDecimal,
  'chr(c).isdigit()': unicode.isDigit,
  'chr(c).isnumeric()': unicode.isNumeric,
  'chr(c).isalnum()': unicode.isAlnum,
  'chr(c).islower()': unicode.isLower,
  "chr(c).isupper() or unicodedata.category(chr(c)) == 'Lt'": (c) => unicode.isUpper(c) || unicode.isTitle(c),
  "unicodedata.category(chr(c)) == 'Lt'": unicode.isTitle,
  'chr(c).isspace()': unicode.isSpace,
  'chr(c).isprintable()': unicode.isPrintable,
  'chr(c).isidentifier()': unicode.isIdentifierStart,
  "('a' + chr(c)).isidentifier()": unicode.isIdentifierPart,
  // A capital sigma shows what counts as cased, and what is skipped in looking for it.
  "('a' + chr(c) + '\\u03a3').lower()[-1] == '\\u03c2'": (c) =>
    unicode.isCaseIgnorable(c) || unicode.isCased(c),
  "(chr(c) + '\\u03a3').lower()[-1] == '\\u03c2'": (c) => unicode.isCased(c) && !unicode.isCaseIgnorable(c),
};

const MAPPINGS: Record<string, (text: string) => string> = {
  'chr(c).lower()': letterCase.lower,
  'chr(c).upper()': letterCase.upper,
  'chr(c).title()': letterCase.title,
  'chr(c).casefold()': letterCase.casefold,
  'chr(c).swapcase()': letterCase.swapcase,
  'chr(c).capitalize()': letterCase.capitalize,
};

/** Planes 0 to 2, the tags of plane 14, and the ends of private use: all else is unassigned. */
const POINTS = [
  [0, 0x32000],
  [0xe0000, 0xe0200],
  [0xffff0, 0x100010],
]
  .flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
  .filter((c) => !isSurrogate(c));
const PYTHON_POINTS =
  '[c for r in [(0, 0x32000), (0xe0000, 0xe0200), (0xffff0, 0x100010)] for c in range(*r) if not 0xd800 <= c < 0xe000]';

function isSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdfff;
}

describe('Unicode 14', () => {
  it('classifies every code point as CPython does', () => {
    const answers = JSON.parse(
      runPython(
        `import json, unicodedata
points = ${PYTHON_POINTS}
print(json.dumps([[c for c in points if eval(code)] for code in [compile(e, e, 'eval') for e in ${JSON.stringify(Object.keys(CLASSES))}]]))`,
      ),
    ) as number[][];
    Object.entries(CLASSES).forEach(([name, ours], i) => {
      const theirs = new Set(answers[i]);
      const wrong: string[] = [];
      for (const c of POINTS) if (ours(c) !== theirs.has(c)) wrong.push(c.toString(16));
      expect(wrong, name).toEqual([]);
    });
  });

  it('maps case as CPython does', () => {
    const answers = JSON.parse(
      runPython(
        `import json
points = ${PYTHON_POINTS}
print(json.dumps([{c: m for c in points if (m := eval(code)) != chr(c)} for code in [compile(e, e, 'eval') for e in ${JSON.stringify(Object.keys(MAPPINGS))}]]))`,
      ),
    ) as Record<string, string>[];
    Object.entries(MAPPINGS).forEach(([name, ours], i) => {
      const wrong: string[] = [];
      for (const c of POINTS) {
        const char = String.fromCodePoint(c);
        if (ours(char) !== (answers[i][c] ?? char)) wrong.push(c.toString(16));
      }
      expect(wrong, name).toEqual([]);
    });
  });

  it('gives decimal digits their value', () => {
    const values = JSON.parse(
      runPython(
        'import json; print(json.dumps({c: int(chr(c)) for c in range(0x110000) if chr(c).isdecimal()}))',
      ),
    ) as Record<string, number>;
    for (const [point, value] of Object.entries(values))
      expect(unicode.decimalValue(Number(point))).toBe(value);
    expect(unicode.decimalValue(0xb2)).toBe(-1);
  });
});
