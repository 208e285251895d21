// Rounds of a loop told as one on the way back from a result, where the last of them comes first. What is said of them is
// what the run did, in its own order: the rounds are counted backwards, what they changed is not. Knows no wording.
import type { SlotValue } from '../claims.ts';
import { overAt, type LoopSpan, type Step } from '../steps/step.ts';
import { Changes, foldRounds, ROOM, virtual, type Fold } from './fold.ts';
import { roundStart, type Outline } from './outline.ts';

/** The fold of `count` rounds of a loop, beginning with number `nth` (from 0) of those that are told. */
export function foldRoundsOf(outline: Outline, loop: LoopSpan, nth: number, count: number): Fold {
  return loop.backFrom === undefined
    ? foldRounds(outline, loop, nth, count)
    : foldBack(outline, loop, loop.backFrom, nth, count);
}

function foldBack(outline: Outline, loop: LoopSpan, line: number, nth: number, count: number): Fold {
  const { steps } = outline.story;
  const from = loop.rounds[nth]!;
  const to = roundStart(loop, nth + count);
  const facts: Record<string, SlotValue> = { count: String(count), line: String(line) };
  const parts = new Map<string, number>();
  const latest = roundOf(steps, loop, nth);
  const earliest = roundOf(steps, loop, nth + count - 1);
  if (latest !== null && earliest !== null) {
    facts['first'] = earliest.facts['pairs']!;
    parts.set('first', overAt(earliest));
    if (latest !== earliest) {
      facts['last'] = latest.facts['pairs']!;
      parts.set('last', overAt(latest));
    }
  }
  changesBefore(steps, from, to, loop.frame).addTo(facts, parts, ROOM);
  return { from, to, step: virtual('backFold', facts, steps[from]!, to, outline.story, parts) };
}

/** The step that says what the loop's variables were in a round of a `for` loop; it is the last of the round. */
function roundOf(steps: readonly Step[], loop: LoopSpan, nth: number): Step | null {
  for (let i = roundStart(loop, nth + 1) - 1; i >= loop.rounds[nth]!; i--) {
    const { kind, frame, facts } = steps[i]!;
    if (kind === 'backRound' && frame === loop.frame && facts['line'] === String(loop.backFrom))
      return steps[i]!;
  }
  return null;
}

/** What the frame's statements among steps of the way back changed. */
function changesBefore(steps: readonly Step[], from: number, to: number, frame: number): Changes {
  const changes = new Changes();
  for (let i = from; i < to; i++) {
    const { kind, facts, frame: own } = steps[i]!;
    if (own !== frame) continue;
    const over = overAt(steps[i]!);
    if (kind === 'backBind')
      changes.setBefore(
        facts['target'] as string,
        (facts['chain'] as readonly string[]).at(-1)!,
        (facts['old'] as string | undefined) ?? null,
        over,
      );
    else if (kind === 'backUnpack') {
      const pairs = facts['pairs'] as readonly string[];
      for (let p = 0; p < pairs.length; p += 2) changes.setBefore(pairs[p]!, pairs[p + 1]!, null, over);
    } else if (kind === 'backMutate' && facts['after'] !== undefined)
      changes.setBefore(facts['object'] as string, facts['after'] as string, null, over);
    else if (kind === 'backMutate')
      changes.setBefore(`len(${facts['object'] as string})`, facts['size'] as string, null, over);
  }
  return changes;
}
