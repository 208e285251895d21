// Folding for the line styles: a stretch of moments told by one line. What a fold says is computed from every moment
// it covers, by the same function for the writer and for the checker.
import type { SlotValue } from '../claims.ts';
import type { LineClaim } from './claim.ts';
import { inOrder, type Account, type Activation, type LoopRun } from './moment.ts';
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

/** Name of the class, number and line of the exceptions raised in a stretch, in the order of the first of each. */
function raisedIn(account: Account, from: number, to: number): string[] {
  const counts = new Map<string, { name: string; line: number; count: number }>();
  for (const { risen, line } of inOrder(account, from, to))
    for (const name of risen) {
      const known = counts.get(`${name} ${line}`);
      if (known === undefined) counts.set(`${name} ${line}`, { name, line, count: 1 });
      else known.count++;
    }
  return [...counts.values()].flatMap(({ name, line, count }) => [name, String(count), String(line)]);
}

/** What all folds say of their stretch. */
function common(account: Account, from: number, to: number): Record<string, SlotValue> {
  const slots = visits(account, from, to);
  const output = linesPrinted(account, from, to);
  if (output > 0) slots['output'] = String(output);
  const raises = raisedIn(account, from, to);
  if (raises.length > 0) slots['raises'] = raises;
  return slots;
}

function withMoved(slots: Record<string, SlotValue>, moved: readonly string[]): Record<string, SlotValue> {
  if (moved.length > 0) slots['moved'] = moved;
  return slots;
}

/**
 * The claim of rounds or of a stretch for a style whose rows stand before lines: what the frame's line before it changed
 * would be seen in a row that the fold covers, and so the fold says it too.
 */
export function withLineBefore(account: Account, claim: LineClaim, from: number, to: number): LineClaim {
  const { moments, backwards = false } = account;
  const { frame } = moments[from]!;
  // on the way back, the row of the line before it is told after it
  if (claim.kind === 'activation' || backwards) return claim;
  let before = from - 1;
  while (before >= 0 && !(moments[before]!.frame === frame && moments[before]!.kind !== 'back')) before--;
  if (before < 0) return claim;
  const { moved: _, ...rest } = claim.slots;
  return { kind: claim.kind, slots: withMoved(rest, movedIn(account, before, to, frame)) };
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

function raisingOf({ moments }: Account): Int32Array {
  const raising = new Int32Array(moments.length + 1);
  moments.forEach(({ risen }, i) => (raising[i + 1] = raising[i]! + (risen.length > 0 ? 1 : 0)));
  return raising;
}

/** Numbers (from 0) of the rounds of a loop in which an exception is raised, by whatever frame. */
export function raisingRounds(account: Account, { rounds, tail }: LoopRun): number[] {
  const { raising } = foldIndex(account);
  const found: number[] = [];
  rounds.forEach((from, nth) => {
    if (raising[rounds[nth + 1] ?? tail]! > raising[from]!) found.push(nth);
  });
  return found;
}

/** Where folds can begin, by moment. */
export interface FoldIndex {
  readonly rounds: ReadonlyMap<number, readonly { readonly run: LoopRun; readonly nth: number }[]>;
  readonly activations: ReadonlyMap<number, readonly Activation[]>;
  /** For each moment, where the activation that it belongs to ends. */
  readonly ends: Int32Array;
  /** For each moment and for the end, in how many moments before it an exception is raised. */
  readonly raising: Int32Array;
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
      raising: raisingOf(account),
    };
    indexes.set(account, index);
  }
  return index;
}
