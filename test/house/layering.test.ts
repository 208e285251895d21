// Imports point down, never up or sideways; files, network and clock live in `src` only.
import { describe, expect, test } from 'vitest';
import { LAYERS, importsOf, productFiles, resolveImport } from './sources.ts';

/** Packages that may be used below `src`: pure computation, no files, no network. */
const PURE_PACKAGES = new Set(['@noble/hashes', 'chevrotain', 'gpt-tokenizer']);

/** Calls that read a clock or a random source: below `src` they would make a run differ from the next. */
const IMPURE = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|process\.(?!versions))/;

const files = productFiles();

describe('layering', () => {
  test('an import stays in its own folder or goes to a lower one', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const own = file.path.split('/')[0]!;
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = resolveImport(file, specifier);
        const allowed = [own, ...LAYERS[own]!, ...(own === 'src' ? ['package.json'] : [])];
        if (!allowed.some((prefix) => target === prefix || target.startsWith(prefix + '/'))) {
          wrong.push(`${file.path} imports ${target}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('only src uses Node and impure packages', () => {
    const wrong: string[] = [];
    for (const file of files) {
      if (file.path.startsWith('src/')) continue;
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.')) continue;
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/');
        if (!PURE_PACKAGES.has(name)) wrong.push(`${file.path} imports ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('only src reads a clock, a random source or the process', () => {
    const wrong = files
      .filter((file) => !file.path.startsWith('src/'))
      .filter((file) => IMPURE.test(withoutComments(file.text)))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
