// How clauses join: within a sentence, as a new sentence or as a new paragraph. Knows steps and manners, no wording
// beyond whether a clause can stand alone.
import { UNFOLDED } from '../claims.ts';
import type { Connective } from '../text/connectives.ts';
import { hasHint } from '../steps/hint.ts';
import type { Step } from '../steps/step.ts';
import type { Manner } from '../style.ts';
import { beginsWithPairs, type Template } from '../template.ts';
import type { Chooser } from '../text/random.ts';

/** What stands before a clause: a connective, a new sentence or a new paragraph. */
export type Joint = Connective | 'sentence' | 'paragraph';

/** What was said last, as far as it matters for what comes next. */
export interface Said {
  readonly step: Step;
  readonly template: Template;
  /** Clauses in the sentence so far. */
  readonly run: number;
  /** Clauses in the paragraph so far. */
  readonly size: number;
  /** The call that ended with it was a long one. */
  readonly long: boolean;
  /** A consequence has been drawn in the sentence already, and something added with `and`. */
  readonly so: boolean;
  readonly and: boolean;
  /** It was a return that tells how the condition came out which stands next in the run. */
  readonly decided: boolean;
}

/** After a loop, a paragraph of more clauses than this comes to its end. */
export const LONG_PARAGRAPH = 6;
/** A round of an outermost loop that begins after more clauses than this begins a paragraph too. */
export const LONG_ROUNDS = 12;
/** On the way back, these are where a round or a call began: what comes next is from before it. */
const BEGUN = new Set(['backRound', 'backCall', 'backFold']);
/** These round off what was told of a loop. */
const CLOSING = new Set(['return', 'done', 'resume']);

/** How `step`, worded by `t`, joins to what was said. `long`: it begins a call that takes more than a few clauses. */
export function joinTo(
  said: Said,
  step: Step,
  t: Template,
  long: boolean,
  manner: Manner,
  chooser: Chooser,
): Joint {
  const previous = said.step;
  // two lists of pairs side by side would read as one
  const pairs = beginsWithPairs(t);
  if (previous.kind === 'program') return ', ';
  if (previous.kind === 'goal' || step.kind === 'input') return 'sentence';
  if (step.kind === 'backFold') return 'sentence';
  if (BEGUN.has(previous.kind) && said.size > LONG_PARAGRAPH) return 'paragraph';
  if (previous.kind === 'backFold') return 'sentence';
  if (UNFOLDED.has(step.kind) && !said.template.subordinate)
    return step.kind === 'suppose' ? 'paragraph' : previous.kind === 'round' ? ', ' : 'sentence';
  if (previous.kind === 'round') return pairs ? ': ' : manner.afterRound;
  if (previous.kind === 'resume') return pairs ? ': ' : ', ';
  if (said.template.subordinate) return pairs ? ': ' : ', ';
  if (step.kind === 'effect') return joinEffect(previous, step, said, chooser);
  if (step.kind === 'loop' && previous.loop < 0) return hasHint(step, 'empty') ? 'sentence' : 'paragraph';
  if (isAfterLoop(previous, step) && said.size > LONG_PARAGRAPH) return 'paragraph';
  if (step.kind === 'round' || step.kind === 'loop') return 'sentence';
  if (step.kind === 'call')
    return (previous.kind === 'test' || said.decided) && !long && !said.so
      ? manner.afterTest
      : long
        ? 'paragraph'
        : 'sentence';
  if (said.decided && hasHint(step, 'branch'))
    return said.so || step.kind === 'test' ? 'sentence' : manner.afterTest;
  if (previous.kind === 'return')
    return said.long && step.frame !== previous.frame ? 'paragraph' : 'sentence';
  const follows = previous.kind === 'test' && (hasHint(step, 'branch') || hasHint(previous, 'choice'));
  if (follows) return said.so || step.kind === 'test' ? 'sentence' : manner.afterTest;
  if (previous.kind === 'done' || step.kind === 'resume') return 'sentence';
  if (previous.kind === 'each' && step.kind !== 'each' && said.run < manner.clauses)
    return pairs ? ': ' : ', so ';
  if (said.run >= manner.clauses || pairs || step.kind === 'return') return 'sentence';
  const alike = previous.kind === step.kind && step.frame === previous.frame;
  if (
    (alike && chooser.chance(manner.joins)) ||
    (previous.line === step.line && step.frame === previous.frame && step.kind !== 'test')
  )
    return said.and ? '; ' : chooser.pick(manner.between);
  return 'sentence';
}

/** Whether a loop is over for good and its function goes on. */
function isAfterLoop(previous: Step, step: Step): boolean {
  return (
    step.loop < 0 &&
    (previous.loop >= 0 || previous.kind === 'done') &&
    step.frame === previous.frame &&
    !CLOSING.has(step.kind)
  );
}

/** Whether `step` is what a function, or the program, does after the end of its outermost loop: by itself or by a call. */
export function beginsAfter(done: Step, step: Step): boolean {
  const own =
    step.kind === 'call' ? step.depth === done.depth + 1 : step.frame === done.frame && step.loop < 0;
  return own && done.loop < 0 && !CLOSING.has(step.kind);
}

/** What a test leads to follows from it; other ways of control follow on. */
function joinEffect(previous: Step, step: Step, said: Said, chooser: Chooser): Joint {
  if (step.facts['what'] === 'nobreak') return 'sentence';
  if (previous.kind === 'test' || previous.kind === 'effect' || said.decided) return ', so ';
  return step.facts['what'] === 'continue' && said.run < 3 && chooser.chance(0.6) ? ', and ' : 'sentence';
}
