// What a part of `npm run bench` is: one file in `sections/`, listed in `sections/index.ts`.
import benny from 'benny';
import { Turns } from '../../src/speed/turns.ts';
import type { Results } from '../results.ts';

export interface Section {
  /** What `--sections` calls it. */
  readonly name: string;
  readonly about: string;
  /** Verifies what it measures, measures it, prints a table and adds its figures. */
  run(results: Results): Promise<void>;
}

/** Median CPU seconds of each, taken by turns: benny calls them at least seven times, and for about a second. */
export async function measure<K extends string>(
  name: string,
  cases: Readonly<Record<K, () => void>>,
): Promise<Record<K, number>> {
  const turns = new Turns(cases);
  await benny.suite(
    name,
    benny.add(name, () => turns.take(), { minSamples: 7, maxTime: 1 }),
  );
  return turns.medians();
}
