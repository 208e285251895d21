// Where a sentence says that control goes: loops have to be there, to begin here, and to go on or not as they do.
import { wordOf } from '../../freeform/grammar.ts';
import { conditionOf } from '../tests.ts';
import type { Ground } from './ground.ts';

const LOOPS = /^(?:loops?|iterations?)$/;
/** A loop that takes elements: `the loop takes the rows in order`. */
const ELEMENTWISE = /^(?:through|over|visits?|turn|order|each|considers?)$/;

/** What is said of a loop that is not so; null when nothing is. */
export function wrongLoop(ground: Ground): string | null {
  const { sentence, told, meaning } = ground;
  const words = sentence.piece.tokens.map((t) => wordOf(t) ?? '');
  if (!words.some((w) => LOOPS.test(w))) return null;
  const over = words.findIndex((w, i) => w === 'over' && /^(?:all|starts?)$/.test(words[i - 1] ?? ''));
  if (over >= 0 && !loopBegins(ground)) return 'no loop starts over here';
  if (meaning.view.story.loops.length === 0) return 'there is no loop here';
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'effect') continue;
    const [from, to] = claim.span;
    const own = sentence.piece.tokens.flatMap((t, i) =>
      (t.span[1] > from || words[i] === 'loop') && t.span[0] < to && t.span[1] > from - 6 ? [words[i]!] : [],
    );
    if (!own.some((w) => LOOPS.test(w))) continue;
    if (claim.what === 'again' && own.some((w) => ELEMENTWISE.test(w)) && !loopBegins(ground))
      return 'no loop over elements begins here';
    const test = told.find((step) => step.kind === 'test' && isLoopTest(step.index, ground));
    if (test === undefined || (claim.what !== 'skip' && claim.what !== 'body')) continue;
    if (conditionOf(test, meaning).truth !== ((claim.what === 'body') !== claim.negated))
      return 'the loop goes the other way';
  }
  return null;
}

function isLoopTest(index: number, { meaning }: Ground): boolean {
  return /^(?:again|leave)$/.test(String(meaning.view.story.steps[index + 1]?.facts['what']));
}

/** Whether the first round of a loop over elements is told or comes next. */
export function loopBegins({ told, place, meaning }: Ground): boolean {
  const next = place.quests[place.next]?.target.step;
  const begins = (at: number): boolean => meaning.view.story.loops.some(({ rounds }) => rounds[0] === at);
  return [...told, ...(next === undefined ? [] : [next])].some(
    ({ kind, facts, index }) =>
      (kind === 'round' && facts['nth'] === '1') || (kind === 'fold' && begins(index)),
  );
}
