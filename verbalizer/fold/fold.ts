// Folds: stretches of steps told as one. A fold's facts are computed from every step it covers, by the same functions
// for the planner and for the checker, so that a summary is a claim like any other.
import type { ClaimKind, SlotValue } from '../claims.ts';
import { afterItem, roundStart, type Outline } from './outline.ts';
import { shorten } from '../text/shorten.ts';
import { HINTS } from '../steps/hint.ts';
import { overAt, type CallSpan, type LoopSpan, type Step, type Story } from '../steps/step.ts';

/** A stretch of steps `from … to` (exclusive) that one clause tells. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

/** Longer values are shortened to this where a fold lists many of them. */
export const ROOM = 80;

type FoldKind = 'fold' | 'summary' | 'stretch' | 'descent' | 'ascent' | 'backFold';

/** Kinds of claims that tell folds. */
export const FOLD_KINDS: ReadonlySet<ClaimKind> = new Set<FoldKind>([
  'fold',
  'summary',
  'stretch',
  'descent',
  'ascent',
  'backFold',
]);

/** What is told: steps one by one, and folds. */
export type Told = Step | Fold;

export function isFold(told: Told): told is Fold {
  return 'step' in told;
}

/** What a target of the frame came to: its value before the stretch, when the run shows it, and the one after. */
interface Change {
  old: string | null;
  value: string;
  /** The event at which it has come to that. */
  over: number;
}

/** What targets came to in a stretch. */
export class Changes {
  private readonly last = new Map<string, Change>();

  set(target: string, value: string, old: string | null, over: number): void {
    const known = this.last.get(target);
    if (known === undefined) this.last.set(target, { old, value, over });
    else {
      known.value = value;
      known.over = over;
    }
  }

  /** The same where the stretch is gone through backwards: what was known of the target came after this. */
  setBefore(target: string, value: string, old: string | null, over: number): void {
    const known = this.last.get(target);
    if (known === undefined) this.last.set(target, { old, value, over });
    else known.old = old;
  }

  drop(target: string): void {
    this.last.delete(target);
  }

  /** Elements that are counted rather than said, and how many elements of their containers got values. */
  private hiddenElements(): { targets: Set<string>; counts: Map<string, number> } {
    const elements = new Map<string, string[]>();
    for (const target of this.last.keys()) {
      const container = ELEMENT.exec(target)?.[1];
      if (container === undefined) continue;
      const own = elements.get(container);
      if (own === undefined) elements.set(container, [target]);
      else own.push(target);
    }
    const targets = new Set<string>();
    const counts = new Map<string, number>();
    for (const [container, own] of elements) {
      if (own.length <= MOST_ELEMENTS) continue;
      for (const target of own.slice(FIRST_ELEMENTS, -1)) targets.add(target);
      counts.set(container, own.length);
    }
    return { targets, counts };
  }

  /**
   * Puts them down as facts: `moves` (target, old, new …) where the old value is known, `changes` for the others.
   * Values longer than `room` are shortened; of many elements of a container, a few are said and all counted.
   */
  addTo(
    facts: Record<string, SlotValue>,
    parts: Map<string, number>,
    room = Infinity,
    /** Says what all have come to, not what it was before. */
    plain = false,
  ): void {
    const moves: string[] = [];
    const changes: string[] = [];
    const hidden = this.hiddenElements();
    for (const [target, { old, value, over }] of this.last) {
      if (hidden.targets.has(target)) continue;
      parts.set(target, over);
      if (plain || old === null || old === value) changes.push(target, shorten(value, room));
      else moves.push(target, old, shorten(value, room));
    }
    for (const [container, count] of hidden.counts)
      changes.push(`count of elements set in ${container}`, String(count));
    if (moves.length > 0) facts['moves'] = moves;
    if (changes.length > 0) facts['changes'] = changes;
  }
}

/** The container of `xs[3]` is `xs`; brackets inside the last ones are not looked into. */
const ELEMENT = /^(.+)\[[^[\]]*\]$/;
/** Of more elements of one container that get values, those between the first and the last are counted. */
const MOST_ELEMENTS = 6;
const FIRST_ELEMENTS = 2;

/** What the frame's own statements changed in the stretch, and what the calls that they made changed for it. */
export function changesIn(outline: Outline, from: number, to: number, frame: number): Changes {
  const { steps } = outline.story;
  const changes = new Changes();
  const calls = outline.leavingIn(from, to, frame);
  let next = 0;
  for (let i = from; i < to; i++) {
    for (; next < calls.length && calls[next]!.end <= i; next++)
      setAll(changes, calls[next]!, overAt(steps[calls[next]!.end - 1]!));
    const { kind, facts, frame: own } = steps[i]!;
    const over = overAt(steps[i]!);
    // visits that a question counts are counted wherever they happen
    if (kind === 'visit' || kind === 'lap') {
      const nth = Number(facts['nth']);
      const what = kind === 'visit' ? 'runs of line' : 'rounds of the loop on line';
      changes.set(`${what} ${facts['line'] as string}`, String(nth), String(nth - 1), over);
    }
    if (own !== frame) continue;
    if (kind === 'bind') {
      const chain = facts['chain'] as readonly string[];
      changes.set(
        facts['target'] as string,
        chain[chain.length - 1]!,
        (facts['old'] as string) ?? null,
        over,
      );
    } else if (kind === 'unpack') {
      const pairs = facts['pairs'] as readonly string[];
      for (let p = 0; p < pairs.length; p += 2) changes.set(pairs[p]!, pairs[p + 1]!, null, over);
    } else if (kind === 'mutate') {
      if (facts['after'] !== undefined)
        changes.set(facts['object'] as string, facts['after'] as string, null, over);
      else changes.set(`len(${facts['object'] as string})`, facts['size'] as string, null, over);
    } else if (kind === 'delete') changes.drop(facts['target'] as string);
  }
  for (; next < calls.length; next++)
    if (calls[next]!.end <= to) setAll(changes, calls[next]!, overAt(steps[calls[next]!.end - 1]!));
  return changes;
}

/** What a call has changed, under the names that its caller has for it. */
function setAll(changes: Changes, { here }: CallSpan, over: number): void {
  for (let i = 0; i < here!.length; i += 2) changes.set(here![i]!, here![i + 1]!, null, over);
}

/** A step that stands for a fold. */
export function virtual(
  kind: FoldKind,
  facts: Record<string, SlotValue>,
  first: Step,
  end: number,
  { steps }: Story,
  parts: ReadonlyMap<string, number>,
  hints = 0,
): Step {
  const last = steps[end - 1]!;
  return {
    ...first,
    ...(last.elsewhere === undefined ? {} : { elsewhere: last.elsewhere }),
    kind,
    facts,
    fold: { end, parts },
    to: last.to,
    essential: true,
    hints: hints | (first.kind === 'round' ? 0 : HINTS.while),
  };
}

export function addLines(outline: Outline, from: number, to: number, facts: Record<string, SlotValue>): void {
  const lines = outline.printsIn(from, to);
  if (lines > 0) facts['lines'] = String(lines);
}

/** The condition that every one of these rounds asks, once and with the same outcome: its truth and its source. */
function testInAll(steps: readonly Step[], loop: LoopSpan, nth: number, count: number): string | null {
  let all: string | null = null;
  for (let n = nth; n < nth + count; n++) {
    const from = loop.rounds[n]!;
    // a while loop's own condition begins the round
    const test = onlyTest(
      steps,
      steps[from]!.kind === 'test' ? from + 1 : from,
      roundStart(loop, n + 1),
      loop.frame,
    );
    if (test === null || (all !== null && test !== all)) return null;
    all = test;
  }
  return all;
}

/** The one condition of a frame in `from … to`: its truth and its source; null when there are none or several. */
export function onlyTest(steps: readonly Step[], from: number, to: number, frame: number): string | null {
  let found: string | null = null;
  for (let i = from; i < to; i++) {
    const { kind, frame: own, facts } = steps[i]!;
    if (kind !== 'test' || own !== frame) continue;
    if (found !== null) return null;
    found = `${facts['truth'] as string}${facts['source'] as string}`;
  }
  return found;
}

/** The fold of `count` rounds of a loop run, beginning with its round number `nth` (from 0). */
export function foldRounds(outline: Outline, loop: LoopSpan, nth: number, count: number): Fold {
  const { steps } = outline.story;
  const from = loop.rounds[nth]!;
  const to = roundStart(loop, nth + count);
  const first = steps[from]!;
  const facts: Record<string, SlotValue> = { count: String(count) };
  const parts = new Map<string, number>();
  if (first.kind === 'round') {
    const last = steps[loop.rounds[nth + count - 1]!]!;
    facts['first'] = first.facts['pairs']!;
    parts.set('first', overAt(first));
    if (last !== first) {
      facts['last'] = last.facts['pairs']!;
      parts.set('last', overAt(last));
    }
  }
  const test = testInAll(steps, loop, nth, count);
  if (test !== null) facts[test.startsWith('1') ? 'holds' : 'fails'] = test.slice(1);
  changesIn(outline, from, to, loop.frame).addTo(facts, parts);
  addLines(outline, from, to, facts);
  const whole = count === loop.rounds.length ? HINTS.plain : 0;
  const hints = nth === 0 ? HINTS.first | whole : 0;
  return { from, to, step: virtual('fold', facts, first, to, outline.story, parts, hints) };
}

/** A whole call told by its arguments and its outcome. The call must be whole. */
export function foldCall(outline: Outline, call: CallSpan): Fold {
  const { steps } = outline.story;
  const entered = steps[call.step]!;
  const facts: Record<string, SlotValue> = { func: entered.facts['func']! };
  const parts = new Map([['args', overAt(entered)]]);
  if (entered.facts['args'] !== undefined) facts['args'] = entered.facts['args'];
  if (call.returned >= 0) {
    const chain = steps[call.returned]!.facts['chain'] as readonly string[];
    facts['chain'] = [chain[chain.length - 1]!];
  } else {
    facts['type'] = call.raised!.type;
    if (call.raised!.text !== null) facts['text'] = call.raised!.text;
  }
  const calls = outline.callsIn(call.step + 1, call.end);
  if (calls > 0) facts['calls'] = String(calls);
  if (call.leaves !== undefined) facts['leaves'] = call.leaves;
  addLines(outline, call.step, call.end, facts);
  return {
    from: call.step,
    to: call.end,
    step: virtual('summary', facts, entered, call.end, outline.story, parts),
  };
}

/** Kinds of steps that a stretch can hide: what a frame does without leaving it. */
const STRETCHABLE = new Set<ClaimKind>([
  'bind',
  'unpack',
  'test',
  'case',
  'effect',
  'loop',
  'round',
  'done',
  'mutate',
  'value',
  'each',
  'print',
  'delete',
]);

/**
 * `count` items from step `from` on told together: essential steps of one frame, and whole calls. Null when there are
 * fewer, or among them is what no stretch may hide.
 * @param end ends it instead of the count
 */
export function foldStretch(outline: Outline, from: number, count: number, end = Infinity): Fold | null {
  const { story } = outline;
  const { steps } = story;
  let items = 0;
  let own: Step | null = null;
  let calls = 0;
  let to = from;
  while (items < count && to < end) {
    const step = steps[to];
    if (step === undefined) return null;
    const after = afterItem(outline, to);
    if (after > to + 1) {
      calls++;
      items++;
    } else if (step.essential) {
      const counted = step.kind === 'visit' || step.kind === 'lap';
      if (!counted && !STRETCHABLE.has(step.kind)) return null;
      if (!counted && own !== null && own.frame !== step.frame) return null;
      if (!counted) own ??= step;
      items++;
    }
    to = after;
  }
  if (items === 0 || to > end) return null;
  const facts: Record<string, SlotValue> = { count: String(items) };
  if (calls > 0) facts['calls'] = String(outline.callsIn(from, to));
  const frame = own?.frame ?? outline.callerAt(from);
  const parts = new Map<string, number>();
  if (frame !== null) changesIn(outline, from, to, frame).addTo(facts, parts, ROOM);
  addLines(outline, from, to, facts);
  const hints = from === 0 ? HINTS.first : 0;
  return { from, to, step: virtual('stretch', facts, steps[from]!, to, outline.story, parts, hints) };
}
