// The law of the tiers: a run is the same whichever loop carries it out: the one that keeps events, the one that hashes them,
// and compiled code. The same events by their hash, the same outcome, output and clock, whatever the limits, and wherever
// compiled code is entered and left. Used by the test and by the long hunt.
import type { Draw } from '../../corpus/draw.ts';
import { type Program, runProgram, type RunOptions } from '../../interpreter/index.ts';

export type Tier = NonNullable<RunOptions['tier']>;
type Limits = NonNullable<RunOptions['limits']>;

/** All that can be told of a run, as text. */
function told(program: Program, trace: 'hash' | boolean, tier: Tier, limits: Limits): string {
  const { outcome, output, steps, trace: recorded } = runProgram(program, { trace, tier, limits });
  const { value: _, exception: __, ...rest } = outcome as { value?: unknown; exception?: unknown };
  return JSON.stringify({ ...rest, output, steps, events: recorded?.length, hash: recorded?.hash }, null, 1);
}

const withoutEvents = (text: string): string => text.replace(/"events": \d+,/, '');

/** A difference between a run with the tier and without, or between one whose events are kept and one where they are not. */
export interface Difference {
  readonly tier: Tier;
  readonly limits: Limits;
  readonly trace: 'hash' | boolean;
  readonly ours: string;
  readonly base: string;
}

/** Runs both ways, traced and not; null when they are the same. */
export function difference(program: Program, tier: Tier, limits: Limits): Difference | null {
  for (const trace of ['hash', false] as const) {
    const base = told(program, trace, 'base', limits);
    const ours = told(program, trace, tier, limits);
    if (ours !== base) return { tier, limits, trace, ours, base };
    if (trace === false) continue;
    // A limit ends a run in the middle of an instruction, which is a step and no event: their number is left out.
    const kept = told(program, true, 'base', limits);
    if (withoutEvents(kept) !== withoutEvents(base)) return { tier, limits, trace: true, ours: kept, base };
  }
  return null;
}

/** Some way of entering and leaving. */
const anyTier = (draw: Draw): Tier => ({
  leg: draw.pick([0, 1, 7, 50, 300]),
  hot: draw.int(1, 2),
  longLeg: draw.chance(0.5) ? 1 << 30 : draw.int(0, 200),
  nesting: draw.pick([1, 3, 64]),
  patience: draw.pick([1, 4, 32]),
});

const LIMITS = { fuel: 20_000, memory: 10_000_000, depth: 120, output: 100_000 };

/** The first difference under some limits of each kind, and without reaching any. */
export function differenceUnderLimits(draw: Draw, program: Program): Difference | null {
  const tier = anyTier(draw);
  const { steps } = runProgram(program, { limits: LIMITS, tier: 'base' });
  const tried: Limits[] = [
    {},
    { fuel: draw.int(0, steps) },
    draw.pick([
      { fuel: draw.int(0, steps) },
      { depth: draw.int(1, 12) },
      { output: draw.int(0, 30) },
      { memory: draw.int(1, 30) },
    ]),
  ];
  for (const limits of tried) {
    const found = difference(program, tier, { ...LIMITS, ...limits });
    if (found !== null) return found;
  }
  return null;
}
