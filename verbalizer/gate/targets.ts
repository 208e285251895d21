// What a rewritten text has to tell: the essential claims of the original, in order, each with what must be said of it.
// Reads the original by its templates; folds stay folds.
import type { Verdict } from '../check.ts';
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

/** What a rewriting can be held to. Steps that a question adds, and those of another run, have no words but the templates'. */
const JUDGED: ReadonlySet<Step['kind']> = new Set<Step['kind']>([
  'call',
  'return',
  'result',
  'yield',
  'bind',
  'unpack',
  'round',
  'loop',
  'test',
  'effect',
  'mutate',
  'delete',
  'print',
  'raise',
  'catch',
  'escape',
  'done',
  'value',
  'each',
  'fold',
  'summary',
  'stretch',
  'descent',
  'ascent',
]);

/** Whether words that no template wrote can tell a step. */
export function isJudged({ kind, elsewhere }: Step): boolean {
  return JUDGED.has(kind) && elsewhere === undefined;
}
