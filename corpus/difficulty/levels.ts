// Levels 1 to 10 as bands over measured features: the one table of what a level is. An exercise has a level when every
// feature of the row lies in its band, both ends included. Knows nothing of families.
import type { RunFeatureName, RunFeatures } from './features.ts';

/** From the least to the most, both included. */
export type Range = readonly [least: number, most: number];
export type Ranges = Readonly<Partial<Record<RunFeatureName, Range>>>;

/** The features that bands are over. */
export const BANDED = [
  'steps',
  'lines',
  'nesting',
  'constructs',
  'branches',
  'iterations',
  'live',
  'chain',
] as const satisfies readonly RunFeatureName[];
export type Band = Readonly<Record<(typeof BANDED)[number], Range>>;

/**
 * The features whose median rises from each level to the next. Nesting and live variables are small whole numbers, so
 * their medians stay equal for some levels and never fall.
 */
export const MAIN = ['steps', 'lines', 'branches', 'iterations', 'chain'] as const;

/**
 * By level, from 1. Steps part the levels; the other bands cut off what is long without being hard, or hard beyond
 * its length. Lower ends stay at 0 where recursion may stand for loops.
 */
// prettier-ignore
const BANDS: readonly Band[] = [
  { steps: [15, 59], lines: [3, 13], nesting: [0, 2], constructs: [4, 16], branches: [0, 4], iterations: [0, 4], live: [1, 3], chain: [1, 5] },
  { steps: [60, 94], lines: [8, 21], nesting: [0, 2], constructs: [5, 19], branches: [0, 7], iterations: [0, 6], live: [1, 5], chain: [2, 10] },
  { steps: [95, 139], lines: [12, 30], nesting: [0, 2], constructs: [6, 21], branches: [0, 11], iterations: [0, 9], live: [1, 5], chain: [2, 15] },
  { steps: [140, 199], lines: [18, 42], nesting: [1, 3], constructs: [8, 23], branches: [0, 16], iterations: [0, 13], live: [2, 6], chain: [3, 17] },
  { steps: [200, 279], lines: [26, 58], nesting: [1, 3], constructs: [9, 25], branches: [3, 26], iterations: [0, 19], live: [2, 7], chain: [5, 23] },
  { steps: [280, 399], lines: [36, 84], nesting: [1, 3], constructs: [10, 27], branches: [3, 40], iterations: [0, 27], live: [2, 10], chain: [7, 28] },
  { steps: [400, 579], lines: [50, 122], nesting: [1, 4], constructs: [11, 31], branches: [6, 56], iterations: [0, 38], live: [2, 12], chain: [8, 40] },
  { steps: [580, 849], lines: [68, 176], nesting: [1, 4], constructs: [11, 36], branches: [10, 80], iterations: [0, 50], live: [3, 16], chain: [12, 60] },
  { steps: [850, 1299], lines: [96, 260], nesting: [2, 5], constructs: [12, 38], branches: [16, 125], iterations: [0, 90], live: [3, 20], chain: [12, 70] },
  { steps: [1300, 2999], lines: [150, 530], nesting: [2, 6], constructs: [13, 44], branches: [24, 245], iterations: [0, 210], live: [4, 30], chain: [14, 160] },
];

/** The levels there are, in order. */
export const LEVELS: readonly number[] = BANDS.map((_, at) => at + 1);

/** The band of a level. @throws RangeError when there is no such level */
export function bandOf(level: number): Band {
  const band = BANDS[level - 1];
  if (band === undefined) throw new RangeError(`there is no level ${level}`);
  return band;
}

/** The first feature that lies outside its range; null when none of those measured does. */
export function outside(features: Partial<RunFeatures>, ranges: Ranges): RunFeatureName | null {
  for (const name in ranges) {
    const feature = name as RunFeatureName;
    const [least, most] = ranges[feature]!;
    const value = features[feature];
    if (value !== undefined && (value < least || value > most)) return feature;
  }
  return null;
}

/** The level whose band holds the features; null when they lie in none. */
export function levelOf(features: RunFeatures): number | null {
  return LEVELS.find((level) => outside(features, bandOf(level)) === null) ?? null;
}
