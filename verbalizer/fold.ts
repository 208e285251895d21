// Folds: stretches of steps told as one. A fold's facts are computed from every step it covers, by the same functions
// for the planner and for the checker, so that a summary is a claim like any other.
import { UNFOLDED, type ClaimKind, type SlotValue } from './claims.ts';
import { isWhole, roundStart, type Outline } from './outline.ts';
import { HINTS } from './steps/hint.ts';
import type { CallSpan, LoopSpan, Step, Story } from './steps/step.ts';

/** A stretch of steps `from … to` (exclusive) that one clause tells. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

/** What is told: steps one by one, and folds. */
export type Told = Step | Fold;

export function isFold(told: Told): told is Fold {
  return 'step' in told;
}

/** What a target of the frame came to: its value before the stretch, when the run shows it, and the one after. */
interface Change {
  readonly old: string | null;
  value: string;
}

class Changes {
  private readonly last = new Map<string, Change>();

  set(target: string, value: string, old: string | null): void {
    const known = this.last.get(target);
    if (known === undefined) this.last.set(target, { old, value });
    else known.value = value;
  }

  drop(target: string): void {
    this.last.delete(target);
  }

  /** Puts them down as facts: `moves` (target, old, new …) where the old value is known, `changes` for the others. */
  addTo(facts: Record<string, SlotValue>): void {
    const moves: string[] = [];
    const changes: string[] = [];
    for (const [target, { old, value }] of this.last)
      if (old === null || old === value) changes.push(target, value);
      else moves.push(target, old, value);
    if (moves.length > 0) facts['moves'] = moves;
    if (changes.length > 0) facts['changes'] = changes;
  }
}

/** What the frame's own statements changed in the stretch. */
function changesIn({ steps }: Story, from: number, to: number, frame: number): Changes {
  const changes = new Changes();
  for (let i = from; i < to; i++) {
    const { kind, facts, frame: own } = steps[i]!;
    // visits that a question counts are counted wherever they happen
    if (kind === 'visit' || kind === 'lap') {
      const nth = Number(facts['nth']);
      const what = kind === 'visit' ? 'runs of line' : 'rounds of the loop on line';
      changes.set(`${what} ${facts['line'] as string}`, String(nth), String(nth - 1));
    }
    if (own !== frame) continue;
    if (kind === 'bind') {
      const chain = facts['chain'] as readonly string[];
      changes.set(facts['target'] as string, chain[chain.length - 1]!, (facts['old'] as string) ?? null);
    } else if (kind === 'unpack') {
      const pairs = facts['pairs'] as readonly string[];
      for (let p = 0; p < pairs.length; p += 2) changes.set(pairs[p]!, pairs[p + 1]!, null);
    } else if (kind === 'mutate') {
      if (facts['after'] !== undefined)
        changes.set(facts['object'] as string, facts['after'] as string, null);
      else changes.set(`len(${facts['object'] as string})`, facts['size'] as string, null);
    } else if (kind === 'delete') changes.drop(facts['target'] as string);
  }
  return changes;
}

function virtual(
  kind: ClaimKind & ('fold' | 'summary' | 'stretch'),
  facts: Record<string, SlotValue>,
  first: Step,
  last: Step,
): Step {
  return {
    ...first,
    kind,
    facts,
    to: last.to,
    essential: true,
    hints: first.kind === 'round' ? 0 : HINTS.while,
  };
}

function addLines(outline: Outline, from: number, to: number, facts: Record<string, SlotValue>): void {
  const lines = outline.printsIn(from, to);
  if (lines > 0) facts['lines'] = String(lines);
}

/** The fold of `count` rounds of a loop run, beginning with its round number `nth` (from 0). */
export function foldRounds(outline: Outline, loop: LoopSpan, nth: number, count: number): Fold {
  const { steps } = outline.story;
  const from = loop.rounds[nth]!;
  const to = roundStart(loop, nth + count);
  const first = steps[from]!;
  const facts: Record<string, SlotValue> = { count: String(count) };
  if (first.kind === 'round') {
    facts['first'] = first.facts['pairs']!;
    facts['last'] = steps[loop.rounds[nth + count - 1]!]!.facts['pairs']!;
  }
  changesIn(outline.story, from, to, loop.frame).addTo(facts);
  addLines(outline, from, to, facts);
  return { from, to, step: virtual('fold', facts, first, steps[to - 1]!) };
}

/** A whole call told by its arguments and its outcome. The call must be whole. */
export function foldCall(outline: Outline, call: CallSpan): Fold {
  const { steps } = outline.story;
  const entered = steps[call.step]!;
  const facts: Record<string, SlotValue> = { func: entered.facts['func']! };
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
  addLines(outline, call.step, call.end, facts);
  return { from: call.step, to: call.end, step: virtual('summary', facts, entered, steps[call.end - 1]!) };
}

/** Where what begins at step `at` is over, when calls that can be told as one count as one. */
export function afterItem(outline: Outline, at: number): number {
  for (const call of outline.callsAt(at, at)) if (isWhole(call)) return call.end;
  return at + 1;
}

/** `count` items from step `from` on told together: essential steps, and whole calls. Null when there are fewer. */
export function foldStretch(outline: Outline, from: number, count: number): Fold | null {
  const { story } = outline;
  const { steps } = story;
  let left = count;
  let own: Step | null = null;
  let calls = 0;
  let to = from;
  while (left > 0) {
    const step = steps[to];
    if (step === undefined) return null;
    const end = afterItem(outline, to);
    if (end > to + 1) {
      calls++;
      left--;
    } else if (step.essential) {
      if (UNFOLDED.has(step.kind)) return null;
      own ??= step;
      left--;
    }
    to = end;
  }
  const facts: Record<string, SlotValue> = { count: String(count) };
  if (calls > 0) facts['calls'] = String(outline.callsIn(from, to));
  if (own !== null) changesIn(story, from, to, own.frame).addTo(facts);
  addLines(outline, from, to, facts);
  return { from, to, step: virtual('stretch', facts, steps[from]!, steps[to - 1]!) };
}
