// What a rewritten text has to tell: the essential claims of the original, in order, each with what must be said of it.
// Reads the original by its templates; folds stay folds.
import type { Reading } from '../read/read.ts';
import type { Verdict } from '../check.ts';
import { foldCall, foldRounds, foldStretch, type Fold } from '../fold/fold.ts';
import { outlineOf } from '../fold/outline.ts';
import type { Claim } from '../claims.ts';
import type { Step, Story } from '../steps/step.ts';

/** One essential claim of the original. */
export interface Target {
  readonly step: Step;
  /** Index of the last step that it covers: values after it are the values once it is told. */
  readonly end: number;
  /** The paragraph of the original that tells it. */
  readonly paragraph: number;
}

/** The targets of an original text that was found faithful and complete; of the whole story when it was not. */
export function targetsOf(
  story: Story,
  reading: Reading,
  verdict: Verdict,
  paragraphAt: (offset: number) => number,
): Target[] {
  if (!verdict.faithful || !verdict.complete)
    return story.steps.filter((s) => s.essential).map((step) => ({ step, end: step.index, paragraph: 0 }));
  const clauses = new Map(reading.clauses.map((clause) => [clause.span.join(), clause]));
  const targets = new Map<number, Target>();
  for (const { span, step: index } of verdict.bound) {
    const step = story.steps[index]!;
    const paragraph = paragraphAt(span[0]);
    const folding = clauses.get(span.join())?.readings.find((c) => FOLDS.has(c.kind));
    const fold = folding === undefined ? null : foldAt(story, index, folding);
    if (fold !== null) targets.set(index, { step: fold.step, end: fold.to - 1, paragraph });
    else if (step.essential && !targets.has(index)) targets.set(index, { step, end: index, paragraph });
  }
  return [...targets.entries()].sort(([a], [b]) => a - b).map(([, target]) => target);
}

const FOLDS = new Set<string>(['fold', 'summary', 'stretch']);

/** The fold that a claim of the original tells, beginning at a step. */
function foldAt(story: Story, index: number, claim: Claim): Fold | null {
  const outline = outlineOf(story);
  const count = Number(claim.slots['count']);
  if (claim.kind === 'summary') {
    const call = story.calls.find((c) => c.step === index);
    return call === undefined ? null : foldCall(outline, call);
  }
  if (claim.kind === 'stretch') return foldStretch(outline, index, count);
  for (const loop of story.loops) {
    const nth = loop.rounds.indexOf(index);
    if (nth >= 0 && nth + count <= loop.rounds.length) return foldRounds(outline, loop, nth, count);
  }
  return null;
}
