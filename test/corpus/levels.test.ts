// Levels, plans and canonical programs: what a dataset is drawn from.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysOf, programKey } from '../../corpus/canonical.ts';
import { CALIBRATION } from '../../corpus/difficulty/calibration.ts';
import { BANDED, bandOf, levelOf, LEVELS, outside } from '../../corpus/difficulty/levels.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { countLevels, drawExercise, levelAt, planOf, type Selection } from '../../corpus/generate.ts';
import { parse, parseExpression, Source } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileTree, execute } from '../../src/pipeline/index.ts';
import { probed } from '../../src/generate/probe.ts';
import { Repetition } from '../../src/generate/repetition.ts';

const selection = (levels: Selection['levels'], rest: Partial<Selection> = {}): Selection => ({
  seed: 5,
  count: 100,
  levels,
  schedule: 'mixed',
  families: [],
  set: {},
  ...rest,
});

describe('the table of levels', () => {
  test('both ends of every band rise or stay, and steps part the levels', () => {
    for (const level of LEVELS.slice(1)) {
      const [below, here] = [bandOf(level - 1), bandOf(level)];
      for (const name of BANDED) {
        expect(here[name][0], `${name} ${level}`).toBeGreaterThanOrEqual(below[name][0]);
        expect(here[name][1], `${name} ${level}`).toBeGreaterThanOrEqual(below[name][1]);
      }
      expect(here.steps[0]).toBe(below.steps[1] + 1);
    }
  });

  test('every rung of every family is calibrated, and every level has families', () => {
    for (const { name, ladder } of FAMILIES)
      expect(Object.keys(CALIBRATION[name] ?? {}), name).toEqual(ladder.map(([rung]) => String(rung)));
    for (const level of LEVELS)
      expect(planOf(selection([[level, 1]])).menu[level]!.length, `level ${level}`).toBeGreaterThan(14);
  });

  test('what is drawn for a level mostly has it', () => {
    const plan = planOf(selection(LEVELS.map((level) => [level, 1])));
    let having = 0;
    for (let index = 0; index < 100; index++) {
      const exercise = drawExercise(plan, index, 0);
      const { result } = execute(compileTree('x', exercise), { limits: DEFAULT_LIMITS, traced: true });
      const features = measure([exercise.module, exercise.call], result.trace!);
      if (outside(features, bandOf(exercise.level)) === null) having++;
      else expect(levelOf(features)).not.toBe(exercise.level);
    }
    expect(having).toBeGreaterThan(20);
  });
});

describe('the order of levels', () => {
  test('weights are kept in every stretch', () => {
    const mix = selection([
      [1, 5],
      [3, 2],
    ]);
    const first = Array.from({ length: 7 }, (_, i) => levelAt(mix, i));
    expect(first.filter((level) => level === 1)).toHaveLength(5);
    expect(first.slice(0, 4).filter((level) => level === 3)).toHaveLength(1);
  });

  test('a curriculum rises', () => {
    const course = selection(
      LEVELS.map((level) => [level, 1]),
      { schedule: 'linear', count: 57 },
    );
    const levels = Array.from({ length: 57 }, (_, i) => levelAt(course, i));
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(new Set(levels).size).toBe(10);
  });

  test('levels are counted as they come', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.boolean(), (from, length, mixed) => {
        const some = selection(
          [
            [2, 3],
            [4, 1],
            [7, 2],
          ],
          { schedule: mixed ? 'mixed' : 'linear', count: 120 },
        );
        const counted = countLevels(some, from, from + length);
        for (const [level] of some.levels) {
          let count = 0;
          for (let i = from; i < from + length; i++) if (levelAt(some, i) === level) count++;
          expect(counted.get(level) ?? 0).toBe(count);
        }
      }),
    );
  });
});

describe('canonical programs', () => {
  const keys = (code: string, call: string): ReturnType<typeof keysOf> =>
    keysOf(parse(new Source(code)).module!, parseExpression(new Source(call)).expr);
  const one = keys(
    'def f(xs: list[int]) -> int:\n    """Add."""\n    t = 0\n    for x in xs:\n        t += x\n    return t\n',
    'f([1, 2])',
  );

  test('names, docstrings and annotations do not count', () => {
    const two = keys(
      'def total(nums):\n    acc: int = 0\n    for n in nums:\n        acc += n\n    return acc\n',
      'total([1, 2])',
    );
    expect(two).toEqual(one);
  });

  test('data counts for the run and not for the shape; what is done counts for both', () => {
    const data = keys('def f(xs):\n    t = 0\n    for x in xs:\n        t += x\n    return t\n', 'f([1, 3])');
    expect([data.program, data.run === one.run, data.shape]).toEqual([one.program, false, one.shape]);
    const other = keys(
      'def f(xs):\n    t = 0\n    for x in xs:\n        t -= x\n    return t\n',
      'f([1, 2])',
    );
    expect([other.run === one.run, other.shape === one.shape]).toEqual([false, false]);
    const builtin = keys('def f(xs):\n    return sum(xs)\n', 'f([1])');
    expect(builtin.run).not.toBe(keys('def f(xs):\n    return max(xs)\n', 'f([1])').run);
  });

  test('a program drawn and the same read from its text have one key', () => {
    for (const family of FAMILIES) {
      const plan = planOf(
        selection(
          LEVELS.map((level) => [level, 1]),
          { families: [family.name] },
        ),
      );
      const { module, call } = drawExercise(plan, 3, 0);
      const { text } = compileTree('x', { module, call });
      expect(keys(text.source, text.call!), family.name).toEqual(keysOf(module, call));
      expect(programKey(module)).toBe(keysOf(module, call).program);
    }
  });
});

describe('fixed features', () => {
  const limits = DEFAULT_LIMITS;

  test('levels that can have them stay', () => {
    const plan = probed(
      planOf(
        selection(
          [3, 5, 6, 8].map((level) => [level, 1]),
          { set: { steps: [220, 380], nesting: [2, 2] } },
        ),
      ),
      { limits, insist: false },
    );
    expect(plan.levels.map(([level]) => level)).toEqual([5, 6]);
  });

  test('what cannot be is refused with the reason', () => {
    const wish = (set: Selection['set'], level: number) => () =>
      probed(planOf(selection([[level, 1]], { set })), { limits, insist: true });
    expect(wish({ steps: [10, 20] }, 4)).toThrow(/level 4 has 140 to 199 instructions/);
    expect(wish({ depth: [60, 90] }, 1)).toThrow(/none had such a depth: it was 2 to/);
  });
});

test('repetition: keys once, answers and shapes up to their caps', () => {
  const repetition = new Repetition(new Map([[1, 40]]), 4);
  const row = (run: string, shape: string, answer: string) => ({ level: 1, answer, keys: { run, shape } });
  const take = (...args: Parameters<typeof row>): string | null => {
    const judged = repetition.judge(row(...args));
    if (judged === null) repetition.take(row(...args));
    return judged;
  };
  expect(take('a', 's', '1')).toBe(null);
  expect(take('a', 't', '2')).toBe('duplicate');
  expect(take('b', 's', '1')).toBe(null);
  expect(take('c', 's', '1')).toBe('answer'); // 5 % of 40 are two
  expect([take('d', 's', '3'), take('e', 's', '4'), take('f', 's', '5')]).toEqual([null, null, null]);
  expect(take('g', 's', '6')).toBe('shape'); // half of a family's ten
});
