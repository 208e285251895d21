// The checker proven by corruption, in short: some two thousand corruptions of fixed runs, of every kind. The long
// proof is `npm run faithfulness`.
import { expect, it } from 'vitest';
import { ALL_CORRUPTIONS } from '../../bench/faithfulness/corruptions.ts';
import { prove } from '../../bench/faithfulness/prove.ts';
import { generatedRuns } from '../../bench/faithfulness/subjects.ts';

it('finds what a corruption made false, and nothing wrong with true texts', () => {
  const { tallies, misses, alarms, corruptions } = prove(generatedRuns(2027), 2000);
  expect(alarms).toEqual([]);
  expect(misses).toEqual([]);
  expect(corruptions).toBeGreaterThanOrEqual(2000);
  const met = new Set([...tallies.values()].flatMap((kinds) => [...kinds.keys()]));
  // all but such as need what few runs have
  expect(met.size).toBeGreaterThan(0.8 * Object.keys(ALL_CORRUPTIONS).length);
});
