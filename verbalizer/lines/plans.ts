// Which moments of an account are told in full and which are folded: plans from telling everything to telling the
// least, and what each makes of an account. Rounds in which an exception is raised are told before the common ones.
// Knows no wording.
import {
  endOfFrame,
  foldActivation,
  foldRounds,
  foldStretch,
  raisingRounds,
  stretchOf,
  type MomentFold,
} from './fold.ts';
import type { Account, LoopRun, Moment } from './moment.ts';

/** How much is told in full. */
export interface LinePlan {
  /** Rounds at the beginning of each run of a loop told in full; the last one is told too, unless -1: none is. */
  readonly rounds: number;
  /** Rounds of each run of a loop in which an exception is raised that are told in full too: so many of them. */
  readonly raising?: number;
  /** Functions entered deeper than this are told by what went in and came out. */
  readonly depth: number;
  /** Items at the beginning and at the end of a frame beyond which its lines are folded. */
  readonly ends: number;
  /** Where the style shows the program's code: only the lines that something is told of. */
  readonly touched?: boolean;
  /** Where the style has finer things to tell than moments: for how many moments, from the beginning, it does so. */
  readonly detail?: number;
}

export const TELL_ALL: LinePlan = { rounds: Infinity, depth: Infinity, ends: Infinity };

/** Foldings to try, from telling everything to telling the least. */
export const LINE_PLANS: readonly LinePlan[] = [
  TELL_ALL,
  { rounds: 8, depth: Infinity, ends: Infinity },
  { rounds: 4, depth: Infinity, ends: Infinity },
  { rounds: 2, depth: 5, ends: Infinity },
  { rounds: 2, depth: 3, ends: Infinity },
  { rounds: 1, depth: 2, ends: Infinity },
  { rounds: 0, depth: 2, ends: Infinity },
  { rounds: -1, depth: 2, ends: Infinity },
  { rounds: -1, depth: 2, ends: 8 },
  { rounds: 1, depth: 1, ends: Infinity },
  { rounds: 0, depth: 1, ends: Infinity },
  { rounds: -1, depth: 1, ends: Infinity },
  { rounds: -1, depth: 1, ends: 12 },
  { rounds: -1, depth: 1, ends: 6 },
  { rounds: -1, depth: 1, ends: 3 },
  { rounds: -1, depth: 0, ends: 3 },
  { rounds: -1, depth: 0, ends: 1 },
];

/** How many of the rounds of a loop in which an exception is raised are told in full, from most to none. */
const RAISING = [Infinity, 4, 1, 0];

/** The plans of a style for accounts that are told together, from telling everything to telling the least. */
export function plansFor(plans: readonly LinePlan[], accounts: readonly Account[]): readonly LinePlan[] {
  const raises = accounts.some((account) =>
    account.loops.some((run) => !run.interleaved && raisingRounds(account, run).length > 0),
  );
  if (!raises) return plans;
  // what is cut to its ends shows no rounds
  return RAISING.flatMap((raising) =>
    plans
      .filter(
        ({ rounds, ends }) =>
          raising === 0 || (ends === Infinity && (raising === Infinity || rounds < Infinity)),
      )
      .map((plan) => ({ ...plan, raising })),
  );
}

export type Item = Moment | MomentFold;

export function isFold(item: Item): item is MomentFold {
  return 'claim' in item;
}

/** Fewer than this many moments are not worth a fold. */
const LEAST_FOLDED = 3;

/** Numbers (from 0) of the rounds of a loop that the plan tells in full. */
function roundsTold(account: Account, run: LoopRun, { rounds, raising = 0 }: LinePlan): Set<number> {
  const told = new Set(raising > 0 ? raisingRounds(account, run).slice(0, raising) : []);
  if (rounds < 0) return told;
  const { length } = run.rounds;
  for (let nth = 0; nth < Math.min(rounds, length); nth++) told.add(nth);
  return told.add(length - 1);
}

/** Stretches of two rounds and more that are not told in full: their first round, and how many they are. */
function gaps(rounds: number, told: ReadonlySet<number>): [first: number, count: number][] {
  const found: [number, number][] = [];
  let first = 0;
  for (let nth = 0; nth <= rounds; nth++) {
    if (nth < rounds && !told.has(nth)) continue;
    if (nth - first > 1) found.push([first, nth - first]);
    first = nth + 1;
  }
  return found;
}

/** The moments with what the plan says folded, in order. */
export function foldAccount(account: Account, plan: LinePlan): Item[] {
  const folds = new Map<number, { to: number; fold: () => MomentFold }>();
  const add = (from: number, to: number, fold: () => MomentFold): void => {
    if (to - from < LEAST_FOLDED || (folds.get(from)?.to ?? 0) >= to) return;
    folds.set(from, { to, fold });
  };
  if (plan.depth !== Infinity)
    for (const activation of account.activations)
      if (account.moments[activation.start]!.depth > plan.depth)
        add(activation.start, activation.end, () => foldActivation(account, activation));
  if (plan.rounds !== Infinity)
    for (const run of account.loops) {
      if (run.interleaved) continue;
      for (const [first, count] of gaps(run.rounds.length, roundsTold(account, run, plan)))
        add(run.rounds[first]!, run.rounds[first + count] ?? run.tail, () =>
          foldRounds(account, run, first, count),
        );
    }
  const items: Item[] = [];
  for (let i = 0; i < account.moments.length;) {
    const fold = folds.get(i);
    if (fold === undefined) items.push(account.moments[i++]!);
    else {
      items.push(fold.fold());
      i = fold.to;
    }
  }
  return plan.ends === Infinity ? items : foldMiddles(account, items, plan.ends);
}

function placeOf(item: Item): number {
  return isFold(item) ? item.from : item.index;
}

/** Folds the middle of every activation that is told by more items than its two ends. */
function foldMiddles(account: Account, items: readonly Item[], ends: number): Item[] {
  const out: Item[] = [];
  // items of one frame, as far as they are told at the top level of what is left
  for (let i = 0; i < items.length;) {
    const at = placeOf(items[i]!);
    const { frame } = account.moments[at]!;
    const limit = endOfFrame(account, at);
    let j = i;
    while (j < items.length && placeOf(items[j]!) < limit) j++;
    if (j - i <= 2 * ends + 1) {
      out.push(...items.slice(i, j));
      i = j;
      continue;
    }
    // both cuts must be at lines of this very frame; on the way back, behind them
    const isCut = (n: number): boolean => {
      const moment = account.moments[placeOf(items[n]!) - (account.backwards === true ? 1 : 0)];
      return moment !== undefined && moment.frame === frame && moment.kind === 'line';
    };
    let a = i + Math.max(1, ends);
    while (a < j && !isCut(a)) a++;
    let b = j - ends;
    while (b > a && !isCut(b)) b--;
    const fold = b - a > 1 ? stretchBetween(account, placeOf(items[a]!), placeOf(items[b]!)) : null;
    if (fold === null) out.push(...items.slice(i, j));
    else out.push(...items.slice(i, a), fold, ...items.slice(b, j));
    i = j;
  }
  return out;
}

/** The stretch between two lines, if a reader that counts lines finds the same. */
function stretchBetween(account: Account, from: number, to: number): MomentFold | null {
  const fold = foldStretch(account, from, to);
  const found = stretchOf(account, from, Number(fold.claim.slots['count']));
  return found !== null && found.to === to ? fold : null;
}
