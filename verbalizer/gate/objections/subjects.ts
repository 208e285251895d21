// Of what a sentence says a value, where it has no name for it: nouns that are no names of the program may stand for an
// element or for what is worked out, but nothing becomes theirs.
import { PRONOUNS } from '../../freeform/words.ts';
import { ELEMENTS } from './nouns.ts';
import type { Ground } from './ground.ts';

/** What the reader calls what is worked out. */
const WORKED = /^(?:result|amount|length|sum|lookup|divisor|product|difference|remainder|quotient|average|)$/;

/** The first noun that stands for nothing here; null when there is none. */
export function strangeSubject({ sentence, told }: Ground): string | null {
  for (const [claim] of sentence.piece.claims) {
    if (claim.kind !== 'value' || 'code' in claim.subject) continue;
    const noun = claim.subject.loose;
    if (PRONOUNS.has(noun) || WORKED.test(noun)) continue;
    if (claim.mode === 'becomes') return `nothing is called ${noun} here`;
    if (!ELEMENTS.test(noun) && !told.some(({ kind }) => kind === 'round'))
      return `nothing is called ${noun} here`;
  }
  return null;
}
