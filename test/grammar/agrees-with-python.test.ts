// The parser against CPython's: the same texts are programs, and they have the same trees, with the same places.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mutant } from './mutants.ts';
import { difference, readByPython, readHere, type Reading } from './python-ast.ts';
import { SNIPPETS } from './snippets.ts';

/** How many texts that are nearly programs; `npm run hunt` sets more of them, and another seed. */
const MUTANTS = Number(process.env['LOCKSTEP_MUTANTS'] ?? 3000);
const SEED = Number(process.env['LOCKSTEP_SEED'] ?? 1);

/** What differs between CPython's reading of a text and ours, or null. */
function disagreement(text: string, theirs: Reading): string | null {
  const ours = readHere(text);
  // What we refuse by name may be a program or not.
  if ('refused' in ours) return null;
  if ('error' in ours) {
    return 'error' in theirs ? null : `refused here (${ours.error}): ${JSON.stringify(text)}`;
  }
  if ('error' in theirs) return `refused by CPython (${theirs.error}): ${JSON.stringify(text)}`;
  const found = difference(ours.tree, theirs.tree);
  return found === null ? null : `${JSON.stringify(text)} ${found}`;
}

function disagreements(texts: readonly string[]): string[] {
  const theirs = readByPython(texts);
  return texts.flatMap((text, i) => disagreement(text, theirs[i]!) ?? []);
}

describe('the parser and CPython', () => {
  test('agree about snippets of every section of the grammar', () => {
    expect(SNIPPETS.length).toBeGreaterThan(600);
    expect(disagreements(SNIPPETS)).toEqual([]);
  });

  test('agree about snippets that are no programs any more, or still are', () => {
    const texts = [...new Set(fc.sample(mutant, { numRuns: MUTANTS, seed: SEED }))];
    const theirs = readByPython(texts);
    const accepted = theirs.filter((reading) => 'tree' in reading).length;
    expect(Math.min(accepted, texts.length - accepted)).toBeGreaterThan(texts.length / 10);
    expect(texts.flatMap((text, i) => disagreement(text, theirs[i]!) ?? []).slice(0, 10)).toEqual([]);
  });

  test('the comparison sees a tree that differs, and a place', () => {
    const [plus, minus, later] = readByPython(['a + b\n', 'a - b\n', 'a +  b\n']) as Extract<
      Reading,
      { tree: unknown }
    >[];
    const ours = readHere('a + b\n') as typeof plus;
    expect(difference(ours!.tree, plus!.tree)).toBeNull();
    expect(difference(ours!.tree, minus!.tree)).toBe('.body.0.value.op: ours "+", CPython\'s "-"');
    expect(difference(ours!.tree, later!.tree)).toContain('.at: ours "0-5", CPython\'s "0-6"');
  });
});
