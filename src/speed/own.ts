// How fast one program runs here: untraced, with its events only hashed, with all of them kept, and told by line.
// Knows nothing of how figures are shown.
import { runProgram, type Limits, type Program, type TierName } from '../../interpreter/index.ts';
import { extentOf, lineRows } from '../views/index.ts';
import { Turns } from './turns.ts';

/** `lines` is a kept run with its rows by line made: what `sys.settrace` with the repr of changed variables tells. */
export type Way = 'untraced' | 'hashed' | 'kept' | 'lines';

export interface Speed {
  /** Executed instructions, which is events. */
  readonly instructions: number;
  /** How often a line began. */
  readonly lines: number;
  /** Median CPU seconds of a run. */
  readonly seconds: Readonly<Record<Way, number>>;
  /** How often each was measured. */
  readonly turns: number;
}

/** The ways of running a program, to be measured by turns. @throws Error when keeping events changes their hash */
export function waysOf(
  program: Program,
  limits: Limits,
  input = '',
  tier: TierName = 'auto',
): Record<Exclude<Way, 'lines'>, () => void> {
  const hashOf = (trace: boolean | 'hash'): string | undefined =>
    runProgram(program, { limits, trace, input, tier }).trace?.hash;
  if (hashOf('hash') !== hashOf(true)) throw new Error('the hash depends on whether events are kept');
  return {
    untraced: () => void hashOf(false),
    hashed: () => void hashOf('hash'),
    kept: () => void hashOf(true),
  };
}

/** Makes every row by line of a kept run. */
export function tellByLine(program: Program, limits: Limits, input = ''): void {
  const { trace } = runProgram(program, { limits, trace: true, input });
  let rows = 0;
  for (const row of lineRows(trace!)) rows += row.line;
  if (rows < 0) throw new Error('lines are counted from 1');
}

/** CPU seconds that one call should take to be measured well: the clock counts microseconds. */
const ENOUGH = 0.01;

/** Measures a program for about so many seconds. */
export function speedOf(
  program: Program,
  limits: Limits,
  input: string,
  { seconds, tier }: { readonly seconds: number; readonly tier: TierName },
): Speed {
  const { trace } = runProgram(program, { limits, trace: true, input });
  const { events: instructions, lines } = extentOf(trace!);
  const ways: Record<Way, () => void> = {
    ...waysOf(program, limits, input, tier),
    lines: () => tellByLine(program, limits, input),
  };
  const once = new Turns(ways).takeFor(0, 1).medians();
  const batch = Math.max(1, Math.ceil(ENOUGH / Math.max(once.untraced, 1e-6)));
  const repeated = Object.entries(ways).map(([name, way]) => {
    const times = Math.min(batch, Math.max(1, Math.ceil(ENOUGH / Math.max(once[name as Way], 1e-6))));
    const work = (): void => {
      for (let i = 0; i < times; i++) way();
    };
    return { name, times, work };
  });
  const turns = new Turns(Object.fromEntries(repeated.map(({ name, work }) => [name, work]))).takeFor(
    seconds,
    5,
  );
  const taken = turns.medians();
  const each = repeated.map(({ name, times }) => [name, taken[name]! / times]);
  return {
    instructions,
    lines,
    seconds: Object.fromEntries(each) as Record<Way, number>,
    turns: turns.count,
  };
}
