// What every source file looks like: its name, its length, its opening words, and what must not be left in it.
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, productFiles, type SourceFile } from './sources.ts';

const MAX_LINES = 500;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.(ts|js|py|md|jsonl|json)$/;

const product = productFiles();
const everything = [...product, ...filesBelow('test'), ...filesBelow('bench')];

/** The paths of the files that break a rule: an empty list is a pass, and a failure names the culprits. */
function culprits(files: readonly SourceFile[], broken: (file: SourceFile) => boolean): string[] {
  return files.filter(broken).map((file) => file.path);
}

describe('source files', () => {
  test('there are some', () => {
    expect(product.length).toBeGreaterThan(20);
  });

  test(`no file is longer than ${MAX_LINES} lines`, () => {
    expect(culprits(everything, (file) => file.text.split('\n').length - 1 > MAX_LINES)).toEqual([]);
  });

  test('names are kebab-case', () => {
    expect(culprits(everything, (file) => !KEBAB.test(file.path.split('/').at(-1)!))).toEqual([]);
  });

  test('a file opens with one to six lines that say what it is for', () => {
    expect(
      culprits(everything, (file) => openingLines(file.text) < 1 || openingLines(file.text) > 6),
    ).toEqual([]);
  });

  test('nothing is left undone or silenced', () => {
    // Built from parts, so that this file does not hold what it looks for.
    const left = new RegExp(
      [
        '\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X|HA' + 'CK)\\b',
        '@ts-' + '(ignore|nocheck|expect-error)',
        '\\bas ' + 'any\\b',
        // `context.skip` is called while a test runs, with the reason that it prints
        '(?<!context)\\.(sk' + 'ip|on' + 'ly|to' + 'do)\\(',
      ].join('|'),
    );
    expect(culprits(everything, (file) => left.test(file.text))).toEqual([]);
  });

  test('a relative import names its file with the ending', () => {
    const wrong = everything.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.') && !/\.(ts|js|json)$/.test(specifier))
        .map((specifier) => `${file.path}: ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** The number of comment lines at the top, after an optional `#!` line. */
function openingLines(text: string): number {
  const lines = text.split('\n');
  if (lines[0]?.startsWith('#!')) lines.shift();
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return end < 0 ? lines.length : end;
}
