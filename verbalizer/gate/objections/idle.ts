// Sentences that tell nothing: they may lead up to what comes, or say again what is so, and nothing else. An invented step
// that happens to be true of the run would pass otherwise.
import { walk, type Expr } from '../../../grammar/index.ts';
import type { Claim } from '../../freeform/claims.ts';
import { exprOf } from '../../freeform/code.ts';
import { atHand, isLiteral } from '../stem.ts';
import { loopBegins } from './flow.ts';
import type { Ground } from './ground.ts';
import { ELEMENTS } from './nouns.ts';

/** A sentence that tells none of the essential claims, and more than it may; null for others. */
export function idle(ground: Ground): string | null {
  if (ground.told.length > 0 || repeatsLast(ground)) return null;
  return ground.sentence.piece.claims.every(([claim]) => mayStand(claim, ground))
    ? null
    : 'this tells nothing that is needed here';
}

/** `inner = [5]: inner = [5]`: the same of the same name twice in a row; null when nothing is. */
export function saidTwice({ sentence }: Ground): string | null {
  const said = new Map<string, number>();
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'value' || 'loose' in claim.subject || claim.negated) continue;
    const key = `${claim.subject.code} ${claim.chain.join(' = ')}`;
    const before = said.get(key);
    if (before !== undefined && claim.span[0] - before <= 2)
      return `${claim.subject.code} is said twice to be ${claim.chain.at(-1)!}`;
    said.set(key, claim.span[1]);
  }
  return null;
}

/** A condition or a call told last may be said once more before it goes on. */
function repeatsLast({ sentence: { from, piece, tellings }, place }: Ground): boolean {
  const [a, b] = piece.span;
  const last = place.quests[from - 1]?.target.step.kind;
  if (last !== 'test' && last !== 'call') return false;
  return (tellings.get(from - 1) ?? []).some((span) => a <= span[0] && span[1] <= b);
}

const SUMS_UP = /^(?:so|thus|hence|therefore|finally|answer|result|output|final|overall|that|which)$/i;

function mayStand(claim: Claim, ground: Ground): boolean {
  const { meaning, place } = ground;
  switch (claim.kind) {
    case 'count':
      return true;
    // `it is not caught`, which is held against the run elsewhere
    case 'catch':
      return claim.negated;
    case 'mention':
      return isOfWhatComes(claim.code, ground);
    // `the loop looks at each letter in turn`, before it does
    case 'loop':
    case 'change':
      return loopBegins(ground);
    case 'effect':
      // that a loop is over has been held against the place
      return claim.what === 'again'
        ? loopBegins(ground)
        : /^(?:end|leave)$/.test(claim.what) && !claim.negated;
    case 'word':
      return ELEMENTS.test(claim.word) && loopBegins(ground);
    case 'relation':
      // a comparison that is about to be made
      return claim.truth === null;
    case 'value':
      return (
        !claim.negated &&
        ('code' in claim.subject ? exprOf(claim.subject.code) !== null : claim.chain.length > 1)
      );
    case 'return':
      // `so the answer is 5`, but not that it is returned once more
      return place.next >= place.quests.length
        ? claim.chain.at(-1) === 'None' || ground.sentence.piece.tokens.some(({ text }) => SUMS_UP.test(text))
        : meaning.view.functions.size > 1;
    default:
      return false;
  }
}

/** Whether a value is of what is told last, comes next or lies between. */
function isOfWhatComes(code: string, { near, place, meaning }: Ground): boolean {
  const expr = exprOf(code);
  if (expr === null || !isLiteral(expr) || hasName(expr)) return true;
  const from = place.quests[place.told]?.target.step.index ?? -1;
  return atHand(
    code,
    near.filter(({ index }) => index >= from),
    [],
    meaning,
  );
}

/** `(pupil, mark)` is no value. */
function hasName(expr: Expr): boolean {
  let found = false;
  walk(expr, ({ kind }) => {
    found ||= kind === 'Name';
  });
  return found;
}
