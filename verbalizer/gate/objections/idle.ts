// Sentences that tell nothing: they may lead up to what comes, or say again what is so, and nothing else. An invented step
// that happens to be true of the run would pass otherwise.
import type { Claim } from '../../freeform/claims.ts';
import { exprOf } from '../../freeform/code.ts';
import { toldIn, type Ground } from './ground.ts';

/** The first sentence that tells none of the essential claims and more than it may; null when there is none. */
export function idle(ground: Ground): string | null {
  for (const piece of ground.sentence.pieces) {
    if (toldIn(piece, ground).length > 0) continue;
    const claim = piece.claims.find(([c]) => !mayStand(c, ground));
    if (claim !== undefined) return 'this tells nothing that is needed here';
  }
  return null;
}

/** Nouns for what a loop goes over. */
const ELEMENTS =
  /^(?:letter|character|word|number|digit|element|item|value|row|column|entry|entrie|key|dictionary|list|string|dict)s?$/;

function mayStand(claim: Claim, ground: Ground): boolean {
  const { told, meaning, place } = ground;
  switch (claim.kind) {
    case 'mention':
    case 'count':
      return true;
    // `the loop looks at each letter in turn`, before it does
    case 'loop':
    case 'change':
      return loopBegins(ground);
    case 'effect':
      return claim.what === 'again' && loopBegins(ground);
    case 'word':
      return ELEMENTS.test(claim.word) && loopBegins(ground);
    case 'relation':
      // a comparison that is about to be made
      return claim.truth === null || told.length > 0;
    case 'verdict':
      return told.length > 0;
    case 'value':
      return (
        !claim.negated &&
        ('code' in claim.subject ? exprOf(claim.subject.code) !== null : claim.chain.length > 1)
      );
    case 'return':
      return place.next >= place.quests.length || meaning.view.functions.size > 1;
    default:
      return false;
  }
}

/** Whether the first round of a loop is told or comes next. */
function loopBegins({ near, told }: Ground): boolean {
  const from = told[0]?.index ?? near[0]?.index ?? 0;
  return near.some(({ kind, facts, index }) => kind === 'round' && facts['nth'] === '1' && index >= from);
}
