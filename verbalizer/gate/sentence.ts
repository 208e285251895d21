// What a sentence says besides its claims: the verbs in it and whether it speaks of an answer. Needs and leftover values are
// judged by it. Data, made from claims; knows nothing of runs.
import type { Claim } from '../freeform/claims.ts';
import { mentionedBy } from '../freeform/meaning.ts';
import { actOf, type Act } from '../freeform/verbs.ts';

const ANSWERS = /^(?:answers?|results?|outcomes?)$/;

export class Sentence {
  readonly acts: ReadonlySet<Act>;
  /** It speaks of a result or an answer. */
  readonly answers: boolean;

  /** The names that it speaks of. */
  readonly names: ReadonlySet<string>;

  constructor(claims: readonly Claim[]) {
    this.names = new Set(claims.flatMap((c) => mentionedBy(c)));
    const words = claims.flatMap((c) => (c.kind === 'word' ? [c.word] : []));
    this.acts = new Set(words.flatMap((word) => actOf(word) ?? []));
    this.answers = words.some((word) => ANSWERS.test(word));
  }

  static readonly NONE = new Sentence([]);
}
