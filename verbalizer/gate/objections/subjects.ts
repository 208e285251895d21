// Of what a sentence says a value, where it has no name for it: nouns that are no names of the program may stand for an
// element or for what is worked out, but nothing becomes theirs.
import type { Claim } from '../../freeform/claims.ts';
import { PRONOUNS } from '../../freeform/words.ts';
import { ROLES } from '../atoms/words.ts';
import { ELEMENTS } from './nouns.ts';
import type { Ground } from './ground.ts';

/** What the reader calls what is worked out. */
const WORKED = /^(?:result|amount|length|sum|lookup|divisor|middle|answer|output|)$/;

/** The first noun that stands for nothing here; null when there is none. */
export function strangeSubject(ground: Ground): string | null {
  for (const [claim] of ground.sentence.piece.claims) {
    // what it was before is held against the run by its value
    if (claim.kind !== 'value' || 'code' in claim.subject || claim.mode === 'was') continue;
    const noun = claim.subject.loose;
    if (PRONOUNS.has(noun) || WORKED.test(noun) || ROLES.has(noun) || tells(claim, ground)) continue;
    if (isLikeName(noun, ground)) continue;
    if (claim.mode === 'becomes' || !ELEMENTS.test(noun)) return `nothing is called ${noun} here`;
  }
  return null;
}

/** `the temperature`, where a variable is called temps. */
export function isLikeName(noun: string, { meaning }: Ground): boolean {
  const stem = noun.slice(0, 4);
  return [...meaning.view.names].some((name) =>
    name
      .toLowerCase()
      .split('_')
      .some((part) => part.length > 2 && (part.startsWith(stem) || noun.startsWith(part))),
  );
}

/** Whether it is by this claim that something is told; a round has elements, and they have names of their own. */
function tells({ span }: Claim, { sentence: { from, to, tellings }, place }: Ground): boolean {
  for (let target = from; target < to; target++)
    if (
      place.quests[target]!.target.step.kind !== 'round' &&
      tellings.get(target)?.some(([a, b]) => a === span[0] && b === span[1]) === true
    )
      return true;
  return false;
}
