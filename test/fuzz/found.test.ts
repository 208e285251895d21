// Programs that once differed from CPython, made small by the fuzzer or by hand: output, ending, and every executed
// line with its variables are as CPython has them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { askOracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';
import { generateProgram } from './program.ts';

const folder = join(root, 'test/fuzz/found');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.py')) : [];
const LINES = 1000;

describe('the differential machine', () => {
  test('what it found stays mended', () => {
    const questions = names.map((name) => {
      return { code: readFileSync(join(folder, name), 'utf8'), call: null, lines: LINES };
    });
    const theirs = askOracle(questions);
    const wrong = questions.flatMap((question, i) => {
      const ours = ownAnswer(question);
      const differs = 'refused' in ours ? `refused: ${ours.refused}` : difference(ours, theirs[i]!);
      return differs === null ? [] : [`${names[i]}: ${differs}`];
    });
    expect(wrong).toEqual([]);
  });

  test('generated programs go as under CPython, line by line', () => {
    const questions = Array.from({ length: 60 }, (_, index) => {
      return { ...generateProgram(2026, index), lines: LINES };
    });
    const theirs = askOracle(questions);
    let compared = 0;
    const wrong = questions.flatMap((question, i) => {
      const ours = ownAnswer(question, 2_000_000);
      if ('refused' in ours) return [];
      compared++;
      const differs = difference(ours, theirs[i]!);
      return differs === null ? [] : [`program ${i}: ${differs}`];
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(45);
  });
});
