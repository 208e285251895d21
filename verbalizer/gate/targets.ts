// What a rewritten text has to tell: the essential claims of the original, in order, each with what must be said of it.
// Reads the original by its templates; folds stay folds.
import type { Verdict } from '../check.ts';
import { links } from '../freeform/meaning.ts';
import { QUESTION_WORDS } from '../questions.ts';
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
export function targetsOf(story: Story, verdict: Verdict, paragraphAt: (offset: number) => number): Target[] {
  if (!verdict.faithful || !verdict.complete)
    return story.steps.filter((s) => s.essential).map((step) => ({ step, end: step.index, paragraph: 0 }));
  const targets = new Map<number, Target>();
  for (const { span, step: index, told } of verdict.bound) {
    if (told === null || 'moment' in told) continue;
    const paragraph = paragraphAt(span[0]);
    if (told.fold !== undefined) targets.set(index, { step: told, end: told.fold.end - 1, paragraph });
    else if (told.essential && !targets.has(index)) targets.set(index, { step: told, end: index, paragraph });
  }
  return [...targets.entries()].sort(([a], [b]) => a - b).map(([, target]) => target);
}

/** How a fold names what it counts for a question. */
const COUNTED = /^(?:runs of line|rounds of the loop)/;

/** Whether words that no template wrote can tell a step: it is the run's own, and nothing that a question adds or counts. */
export function isJudged({ kind, facts, elsewhere }: Step): boolean {
  const counts = [...links(facts['moves']), ...links(facts['changes'])].some((name) => COUNTED.test(name));
  return !(kind in QUESTION_WORDS) && !counts && elsewhere === undefined;
}
