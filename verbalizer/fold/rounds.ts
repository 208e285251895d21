// Which rounds of a loop are unlike the others: they take a branch that few take, print where others are silent, or
// meet an exception. Such rounds are told in full before the common ones.
import type { LoopSpan, Story } from '../steps/step.ts';
import { roundStart } from './outline.ts';

/** At most this part of all rounds can be exceptional; with more there is no rule to be an exception from. */
const MOST = 0.2;
/** What this part of the rounds has in common is no exception. */
const COMMON = 0.05;

const REMARKABLE = new Set(['print', 'raise', 'catch', 'yield', 'backRaise', 'backCatch', 'backYield']);

/** A number that stands for what happens in a round: its own branches, and what is remarkable anywhere in it. */
function signatureOf({ steps }: Story, from: number, to: number, frame: number, loop: number): number {
  let hash = 0;
  let remarkable = '';
  for (let i = from; i < to; i++) {
    const step = steps[i]!;
    if (step.kind === 'test' || step.kind === 'backTest') {
      // a while loop's own test is part of every round, and its first one stands before the loop
      if (step.frame === frame && step.loop === loop && i > from)
        hash = (Math.imul(hash, 31) + step.line * 2 + (step.facts['truth'] === '1' ? 1 : 0)) | 0;
    } else if (REMARKABLE.has(step.kind) && remarkable !== step.kind) {
      remarkable = step.kind;
      hash = (Math.imul(hash, 31) + step.kind.charCodeAt(0) + 7919) | 0;
    }
  }
  return hash;
}

/** Numbers of the exceptional rounds among `first … last` of the loop, in order. */
export function exceptionalRounds(story: Story, loop: LoopSpan, first: number, last: number): number[] {
  const signatures = new Int32Array(last - first);
  const counts = new Map<number, number>();
  for (let nth = first; nth < last; nth++) {
    const signature = signatureOf(story, loop.rounds[nth]!, roundStart(loop, nth + 1), loop.frame, loop.step);
    signatures[nth - first] = signature;
    counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  const few = Math.max(1, COMMON * (last - first));
  const found: number[] = [];
  for (let nth = first; nth < last; nth++) if (counts.get(signatures[nth - first]!)! <= few) found.push(nth);
  return found.length <= MOST * (last - first) ? found : [];
}

/** Fewer rounds in a row in which nothing happens are told one by one, where there is room. */
const LONGEST_IDLE = 10;
/** Of more, these many at the beginning are told, and the last one. */
const BEGINNING = 2;

/**
 * Numbers of rounds among `first … last` that say nothing new: those inside a long run of rounds that ask the same, get
 * the same answers and do nothing.
 */
export function idleRounds(story: Story, loop: LoopSpan, first: number, last: number): Set<number> {
  const found = new Set<number>();
  let begun = first;
  let before: string | null = null;
  for (let nth = first; nth <= last; nth++) {
    const answers =
      nth === last ? null : answersIn(story, loop.rounds[nth]!, roundStart(loop, nth + 1), loop.frame);
    if (answers !== null && answers === before) continue;
    if (nth - begun > LONGEST_IDLE) for (let n = begun + BEGINNING; n < nth - 1; n++) found.add(n);
    begun = nth;
    before = answers;
  }
  return found;
}

/** The answers to the conditions asked in a round, where it does nothing else; null when it does. */
function answersIn({ steps }: Story, from: number, to: number, frame: number): string | null {
  let answers = '';
  for (let i = from; i < to; i++) {
    const { essential, kind, frame: own, line, facts } = steps[i]!;
    if (!essential || (kind === 'round' && i === from) || kind === 'backRound') continue;
    if ((kind !== 'test' && kind !== 'backTest') || own !== frame) return null;
    answers += `${line}:${facts['truth'] as string} `;
  }
  return answers;
}
