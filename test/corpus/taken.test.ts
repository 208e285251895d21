// What was taken, in memory shared with threads: a set like any other; and what a thread knows of it changes no row.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLevels, planOf } from '../../corpus/generate.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import type { BatchMaker } from '../../src/generate/batch-maker.ts';
import { Forbidden } from '../../src/generate/decontaminate.ts';
import type { ExerciseOptions } from '../../src/generate/exercise-row.ts';
import { exerciseRow } from '../../src/generate/exercise-rows.ts';
import { Repetition } from '../../src/generate/repetition.ts';
import { Taker } from '../../src/generate/taker.ts';
import { TakenKeys } from '../../src/generate/taken.ts';

const ROWS = 20;

test('keys are there once they were added, each kind on its own', () => {
  const key = fc.integer({ min: 0, max: 40 }).map((n) => (n * 0x2000003).toString(16).padStart(16, '0'));
  const kind = fc.constantFrom('run', 'shape', 'answer');
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, key), { maxLength: 48 }), kind, key, (added, other, one) => {
      const taken = TakenKeys.forRows(16);
      const seen = new TakenKeys(taken.memory);
      const set = new Set<string>();
      for (const [kind, key] of added) {
        expect(seen.has(kind, key)).toBe(set.has(kind + key));
        taken.add(kind, key);
        set.add(kind + key);
      }
      expect(seen.has(other, one)).toBe(set.has(other + one));
    }),
  );
});

test('the rows do not depend on what those that make them know of what was taken', async () => {
  const options: ExerciseOptions = {
    seed: 3,
    limits: DEFAULT_LIMITS,
    tasks: ['output'],
    styles: ['concise'],
    maxTokens: null,
    shard: { index: 1, of: 1 },
  };
  // a family with few programs of that level: some places find only what repeats, others nothing at all
  const selection = {
    levels: [[2, 1]],
    schedule: 'mixed',
    families: ['double-recursion'],
    set: {},
    seed: 3,
  } as const;
  const plan = planOf({ ...selection, count: ROWS });
  const made = async (known: (own: TakenKeys, place: number) => TakenKeys | null) => {
    const repetition = new Repetition(countLevels(plan, 0, ROWS), 1);
    const knowing = (place: number): TakenKeys | null => known(repetition.taken, place);
    const maker = {
      search: (index, search) => exerciseRow(index, plan, options, knowing(index), search),
    } satisfies Pick<BatchMaker, 'search'>;
    const taker = new Taker(maker as BatchMaker, repetition, await Forbidden.read([], () => []));
    const rows: (string | null)[] = [];
    for (let index = 0; index < ROWS; index++)
      rows.push(await taker.take(await exerciseRow(index, plan, options, knowing(index))));
    return { rows, report: taker.report };
  };
  const ignorant = await made(() => null);
  expect(await made((own) => own)).toEqual(ignorant);
  expect(await made((own, place) => (place % 3 === 0 ? own : null))).toEqual(ignorant);
  const { redrawn, kept, skipped } = ignorant.report;
  expect([redrawn.duplicate > 0, redrawn.answer > 0, kept > 0, skipped.length > 0]).not.toContain(false);
  expect(ignorant.rows.filter((row) => row === null)).toHaveLength(skipped.length);
});
