// Folding for the line styles: a stretch of moments told by one line. What a fold says is computed from every moment
// it covers, by the same function for the writer and for the checker.
import type { SlotValue } from '../claims.ts';
import type { LineClaim } from './claim.ts';
import { inOrder, type Account, type Activation, type LoopRun, type Moment } from './moment.ts';
import { oldText } from './style.ts';

/** A stretch of moments `from … to` (exclusive) that one line tells. */
export interface MomentFold {
  readonly from: number;
  readonly to: number;
  readonly claim: LineClaim;
}

/** Name, text before (or ''), text after, of every variable of the frame that changed between the two moments. */
function movedIn(account: Account, from: number, to: number, frame: number): string[] {
  const moved = new Map<string, { old: string | null; text: string | null; within: boolean }>();
  for (const moment of inOrder(account, from, to)) {
    if (moment.frame !== frame || moment.kind === 'call') continue;
    for (const change of moment.changes) {
      const { name, text, old, within = false } = change.whole ?? change;
      const known = moved.get(name);
      if (known === undefined) moved.set(name, { old, text, within });
      else {
        known.text = text;
        known.within ||= within;
      }
    }
  }
  const flat: string[] = [];
  for (const [name, { old, text, within }] of moved)
    if (text !== null && (within || old !== text)) flat.push(name, oldText(old), text);
  return flat;
}

/** Lines printed in a stretch; a last one without its end counts. */
function linesPrinted(account: Account, from: number, to: number): number {
  let lines = 0;
  let open = false;
  for (const { printed } of inOrder(account, from, to)) {
    if (printed === '') continue;
    for (const c of printed) if (c === '\n') lines++;
    open = !printed.endsWith('\n');
  }
  return lines + (open ? 1 : 0);
}

function calls(account: Account, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (account.moments[i]!.kind === 'call') count++;
  return count;
}

function linesRun(account: Account, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (account.moments[i]!.kind === 'line') count++;
  return count;
}

/** The visits of a counted line in a stretch: `3`, or `3-7`. */
function visits(account: Account, from: number, to: number): Record<string, SlotValue> {
  const counts = account.moments.slice(from, to).flatMap(({ count }) => (count === undefined ? [] : [count]));
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined) return {};
  return { [first.what]: first === last ? String(first.nth) : `${first.nth}-${last.nth}` };
}

/** What all folds say of their stretch. */
function common(account: Account, from: number, to: number): Record<string, SlotValue> {
  const slots = visits(account, from, to);
  const output = linesPrinted(account, from, to);
  if (output > 0) slots['output'] = String(output);
  return slots;
}

function withMoved(slots: Record<string, SlotValue>, moved: readonly string[]): Record<string, SlotValue> {
  if (moved.length > 0) slots['moved'] = moved;
  return slots;
}

/** The fold of `count` rounds of a loop run, beginning with its round number `nth` (from 0). */
export function foldRounds(account: Account, run: LoopRun, nth: number, count: number): MomentFold {
  const from = run.rounds[nth]!;
  const to = run.rounds[nth + count] ?? run.tail;
  const slots = withMoved(common(account, from, to), movedIn(account, from, to, run.frame));
  return {
    from,
    to,
    claim: { kind: 'rounds', slots: { count: String(count), range: run.lines.join('-'), ...slots } },
  };
}

/** A function from its entering or resuming until it is left or suspended, told by what went in and came out. */
export function foldActivation(account: Account, { start, end }: Activation): MomentFold {
  const order = inOrder(account, start, end);
  const [first, last] = [order[0]!, order.at(-1)!];
  const slots: Record<string, SlotValue> = {
    head: `${first.kind} ${first.func}`,
    ran: String(linesRun(account, start, end)),
    ...common(account, start, end),
  };
  if (first.changes.length > 0 && first.kind === 'call')
    slots['changes'] = first.changes.flatMap(({ name, text }) => (text === null ? [] : [name, text]));
  const inside = calls(account, start, end) - (first.kind === 'call' ? 1 : 0);
  if (inside > 0) slots['calls'] = String(inside);
  if (last.left) {
    slots['left'] = '1';
    if (last.raised !== null) slots['raised'] = last.raised;
  }
  if (last.yielded !== null) slots['yielded'] = last.yielded;
  if (last.returned !== null) slots['returned'] = last.returned;
  return { from: start, to: end, claim: { kind: 'activation', slots } };
}

/** Any stretch of moments that begins and ends in one frame, told by how many lines it has and what they came to. */
export function foldStretch(account: Account, from: number, to: number): MomentFold {
  const { frame } = account.moments[from]!;
  const slots = withMoved(common(account, from, to), movedIn(account, from, to, frame));
  const inside = calls(account, from, to);
  if (inside > 0) slots['calls'] = String(inside);
  return {
    from,
    to,
    claim: { kind: 'stretch', slots: { count: String(linesRun(account, from, to)), ...slots } },
  };
}

/** The stretch that begins at a moment and runs that many lines of whatever frames; null when there is none. */
export function stretchOf(account: Account, from: number, count: number): MomentFold | null {
  const { moments, backwards = false } = account;
  const limit = endOfFrame(account, from);
  let lines = 0;
  let to = from;
  if (backwards) {
    // on the way back, what came of a line stands before it
    for (; to < limit && lines < count; to++) if (moments[to]!.kind === 'line') lines++;
    if (lines < count || moments[to - 1]!.frame !== moments[from]!.frame) return null;
    return foldStretch(account, from, to);
  }
  // up to the first moment of the same frame that begins one line too many
  for (; to < limit; to++) {
    const moment = moments[to]!;
    if (moment.kind === 'line' && ++lines > count) break;
  }
  if (lines < count || (to < limit && moments[to]!.frame !== moments[from]!.frame)) return null;
  return foldStretch(account, from, to);
}

/** Where the activation that the moment belongs to ends; for the module's lines, where the last of them does. */
export function endOfFrame(account: Account, at: number): number {
  return foldIndex(account).ends[at]!;
}

function endsOf({ moments, activations }: Account): Int32Array {
  const ends = new Int32Array(moments.length);
  const last = new Map<number, number>();
  moments.forEach(({ frame }, i) => last.set(frame, i + 1));
  const open: Activation[] = [];
  let next = 0;
  moments.forEach(({ frame }, i) => {
    while (open.length > 0 && open.at(-1)!.end <= i) open.pop();
    while (next < activations.length && activations[next]!.start === i) open.push(activations[next++]!);
    const own = open.at(-1);
    ends[i] = own !== undefined && moments[own.start]!.frame === frame ? own.end : last.get(frame)!;
  });
  return ends;
}

/** Where folds can begin, by moment. */
export interface FoldIndex {
  readonly rounds: ReadonlyMap<number, readonly { readonly run: LoopRun; readonly nth: number }[]>;
  readonly activations: ReadonlyMap<number, readonly Activation[]>;
  /** For each moment, where the activation that it belongs to ends. */
  readonly ends: Int32Array;
}

const indexes = new WeakMap<Account, FoldIndex>();

/** The index of an account; made once. */
export function foldIndex(account: Account): FoldIndex {
  let index = indexes.get(account);
  if (index === undefined) {
    const rounds = new Map<number, { run: LoopRun; nth: number }[]>();
    for (const run of account.loops)
      if (!run.interleaved)
        run.rounds.forEach((at, nth) => {
          const there = rounds.get(at);
          if (there === undefined) rounds.set(at, [{ run, nth }]);
          else there.push({ run, nth });
        });
    const activations = new Map<number, Activation[]>();
    for (const activation of account.activations) {
      const there = activations.get(activation.start);
      if (there === undefined) activations.set(activation.start, [activation]);
      else there.push(activation);
    }
    index = {
      rounds,
      activations,
      ends: endsOf(account),
    };
    indexes.set(account, index);
  }
  return index;
}

/** How much is told in full. */
export interface LinePlan {
  /** Rounds at the beginning of each run of a loop told in full; the last one is told too, unless -1: none is. */
  readonly rounds: number;
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

export type Item = Moment | MomentFold;

export function isFold(item: Item): item is MomentFold {
  return 'claim' in item;
}

/** Fewer than this many moments are not worth a fold. */
const LEAST_FOLDED = 3;

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
      const first = Math.max(0, plan.rounds);
      const count = plan.rounds < 0 ? run.rounds.length : run.rounds.length - first - 1;
      if (count < 2) continue;
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
