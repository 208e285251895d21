// Folding: a long stretch of steps told as one. A fold's facts are computed from every step it covers, by the same
// function for the planner and for the checker, so that a summary is a claim like any other.
import type { SlotValue } from './claims.ts';
import { HINTS } from './steps/hint.ts';
import type { CallSpan, LoopSpan, Step, Story } from './steps/step.ts';

/** A stretch of steps `from … to` (exclusive) that one clause tells. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

/** How much is told in full. */
export interface FoldPlan {
  /** Rounds at the beginning of each loop run that are told in full; the last is told too. */
  readonly rounds: number;
  /** Calls deeper than this are told by their arguments and result. */
  readonly depth: number;
}

export const NO_FOLDING: FoldPlan = { rounds: Infinity, depth: Infinity };

/** Fewer rounds than this are not worth a fold. */
const LEAST_FOLDED = 2;

function countLines(story: Story, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) if (story.steps[i]!.kind === 'print') lines++;
  return lines;
}

/** Final values of what the frame's own statements changed in the stretch: target, value, target, value … */
function changesIn(story: Story, from: number, to: number, frame: number): string[] {
  const last = new Map<string, string>();
  const set = (target: string, value: string): void => {
    last.delete(target);
    last.set(target, value);
  };
  for (let i = from; i < to; i++) {
    const { kind, facts, frame: own } = story.steps[i]!;
    if (own !== frame) continue;
    if (kind === 'bind') set(facts['target'] as string, (facts['chain'] as readonly string[]).at(-1)!);
    else if (kind === 'unpack') {
      const pairs = facts['pairs'] as readonly string[];
      for (let p = 0; p < pairs.length; p += 2) set(pairs[p]!, pairs[p + 1]!);
    } else if (kind === 'mutate') {
      if (facts['after'] !== undefined) set(facts['object'] as string, facts['after'] as string);
      else set(`len(${facts['object'] as string})`, facts['size'] as string);
    } else if (kind === 'delete') last.delete(facts['target'] as string);
  }
  return [...last].flat();
}

function virtual(kind: 'fold' | 'summary', facts: Record<string, SlotValue>, first: Step, last: Step): Step {
  return {
    ...first,
    kind,
    facts,
    to: last.to,
    essential: true,
    hints: first.kind === 'round' ? 0 : HINTS.while,
  };
}

/** The fold of `count` rounds of a loop run, beginning with its round number `nth` (from 0). */
export function foldRounds(story: Story, span: LoopSpan, nth: number, count: number): Fold {
  const from = span.rounds[nth]!;
  const to = span.rounds[nth + count] ?? span.end;
  const first = story.steps[from]!;
  const facts: Record<string, SlotValue> = { count: String(count) };
  const changes = changesIn(story, from, to, first.frame);
  if (changes.length > 0) facts['changes'] = changes;
  if (first.kind === 'round') {
    facts['first'] = first.facts['pairs']!;
    facts['last'] = story.steps[span.rounds[nth + count - 1]!]!.facts['pairs']!;
  }
  const lines = countLines(story, from, to);
  if (lines > 0) facts['lines'] = String(lines);
  return { from, to, step: virtual('fold', facts, first, story.steps[to - 1]!) };
}

/** A whole call told by its arguments and result; null when it did not return. */
export function foldCall(story: Story, span: CallSpan): Fold | null {
  if (span.returned < 0) return null;
  const call = story.steps[span.step]!;
  const back = story.steps[span.returned]!;
  let calls = 0;
  for (let i = span.step + 1; i < span.end; i++) if (story.steps[i]!.kind === 'call') calls++;
  const facts: Record<string, SlotValue> = {
    func: call.facts['func']!,
    chain: [(back.facts['chain'] as readonly string[]).at(-1)!],
  };
  if (call.facts['args'] !== undefined) facts['args'] = call.facts['args'];
  if (calls > 0) facts['calls'] = String(calls);
  const lines = countLines(story, span.step, span.end);
  if (lines > 0) facts['lines'] = String(lines);
  return { from: span.step, to: span.end, step: virtual('summary', facts, call, back) };
}

/** The story with what the plan says folded: steps and folds in order. */
export function foldStory(story: Story, plan: FoldPlan): (Step | Fold)[] {
  const folds = new Map<number, Fold>();
  if (plan.depth !== Infinity)
    for (const call of story.calls)
      if (story.steps[call.step]!.depth > plan.depth) {
        const fold = foldCall(story, call);
        if (fold !== null) folds.set(fold.from, fold);
      }
  if (plan.rounds !== Infinity)
    for (const loop of story.loops) {
      const folded = loop.rounds.length - plan.rounds - 1;
      if (folded < LEAST_FOLDED || loop.interleaved) continue;
      const fold = foldRounds(story, loop, plan.rounds, folded);
      if (!folds.has(fold.from)) folds.set(fold.from, fold);
    }
  const told: (Step | Fold)[] = [];
  for (let i = 0; i < story.steps.length;) {
    const fold = folds.get(i);
    if (fold === undefined) told.push(story.steps[i++]!);
    else {
      told.push(fold);
      i = fold.to;
    }
  }
  return told;
}
