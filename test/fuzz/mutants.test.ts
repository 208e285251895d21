// Programs of our own, changed in a few places and held against CPython; `npm run fuzz:mutants` does it with programs of
// others.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Draw } from '../../corpus/draw.ts';
import { parse, Source } from '../../grammar/index.ts';
import { root } from '../house/sources.ts';
import { askOracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';
import { mutant } from './mutate.ts';

const FOLDER = 'test/programs';
const MUTANTS = 150;

describe('changed programs', () => {
  test('go as under CPython', () => {
    const modules = readdirSync(join(root, FOLDER))
      .filter((name) => name.endsWith('.py'))
      .flatMap(
        (name) => parse(new Source(readFileSync(join(root, FOLDER, name), 'utf8'), name)).module ?? [],
      );
    expect(modules.length).toBeGreaterThan(10);
    const draw = Draw.of('changed programs', 2026);
    const questions = Array.from({ length: MUTANTS }, () => mutant(draw.pick(modules), draw, 1))
      .filter((code) => code !== null)
      .map((code) => ({ code, call: null, lines: 0 }));
    // many end at the first print that was changed, which tells as much as those that go on
    const compared = questions.flatMap((question) => {
      const ours = ownAnswer(question, 500_000);
      return 'refused' in ours ? [] : [{ question, ours }];
    });
    expect(compared.length).toBeGreaterThan(MUTANTS / 2);
    const theirs = askOracle(compared.map(({ question }) => question));
    const wrong = compared.flatMap(({ question, ours }, i) => {
      const differs = difference(ours, theirs[i]!);
      return differs === null ? [] : [`${differs}\n${question.code}`];
    });
    expect(wrong).toEqual([]);
  });
});
