// What a sentence says of the element of a round, and of what something becomes: they are those of the round and the deed that
// it tells, not of a neighbour.
import { exprOf } from '../../freeform/code.ts';
import { pairsOf, valuesOf } from '../../freeform/meaning.ts';
import type { Step } from '../../steps/step.ts';
import { isLiteral } from '../stem.ts';
import type { Ground } from './ground.ts';
import { ELEMENTS } from './nouns.ts';

/** `the first number is 4`, in the round of 3; null when there is no such thing. */
export function wrongElement(ground: Ground): string | null {
  const { sentence, told, meaning } = ground;
  const rounds = told.filter(({ kind }) => kind === 'round');
  for (const [claim] of sentence.piece.claims) {
    // `last is 5`, in the round of 4
    if (claim.kind === 'item' && claim.nth !== null && claim.noun === null && rounds.length > 0)
      if (!rounds.some((round) => hasValue(round, claim.code, ground)))
        return `the element is not ${claim.code}`;
    if (claim.kind !== 'value' || claim.mode !== 'is' || claim.negated) continue;
    const value = claim.chain.at(-1)!;
    if ('loose' in claim.subject) {
      if (rounds.length === 0 || !isOrdinal(claim.span, claim.subject.loose, ground)) continue;
      if (!rounds.some((round) => hasValue(round, value, ground))) return `the element is not ${value}`;
      continue;
    }
    // `n = 5`, before the round of 4 begins
    const next = told.length === 0 ? ground.place.quests[ground.place.next]?.target.step : undefined;
    const { code } = claim.subject;
    const own =
      next?.kind === 'round' ? pairsOf(next.facts['pairs']).find(([name]) => name === code) : undefined;
    if (own !== undefined && !meaning.sameAt(own[1], value, next!.index)) return `${code} is ${own[1]} next`;
  }
  return null;
}

function isOrdinal([from]: readonly [number, number], noun: string, { atoms }: Ground): boolean {
  const nth = atoms.find(
    (atom) => atom.kind === 'nth' && atom.span[0] >= from - 8 && atom.span[0] <= from + 8,
  );
  return nth !== undefined && (noun === '' || ELEMENTS.test(noun));
}

function hasValue({ facts, index }: Step, value: string, { meaning }: Ground): boolean {
  return pairsOf(facts['pairs']).some(([, got]) => meaning.sameAt(got, value, index));
}

/** `row gets 3 and becomes [1, 2]`: nothing told comes to that; null when nothing is wrong. */
export function wrongBecoming({ sentence, told, meaning }: Ground): string | null {
  const deeds = told.filter(({ kind }) => kind === 'mutate');
  if (deeds.length === 0) return null;
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'value' || claim.negated || 'code' in claim.subject) continue;
    if (claim.mode !== 'becomes' && claim.subject.loose !== 'result') continue;
    const value = claim.chain.at(-1)!;
    const expr = exprOf(value);
    if (expr === null || !isLiteral(expr)) continue;
    const comes = told.some(
      (step) =>
        valuesOf(step).some((got) => meaning.sameAt(got, value, step.index)) ||
        (typeof step.facts['object'] === 'string' &&
          meaning.equals(step.facts['object'], value, step.index) !== false),
    );
    if (!comes) return `nothing becomes ${value}`;
  }
  return null;
}
