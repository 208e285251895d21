// What has to be said of a target, one need each, and what a claim is to it. Data only.
import type { Claim } from '../freeform/claims.ts';
import type { Referents } from '../freeform/meaning.ts';

/**
 * What a claim is to a target: it says something that is needed, lets it be understood while it says something else
 * (`7 is odd` in the round of 7), says it falsely, or has nothing to do with it.
 */
export type Effect = 'tells' | 'hints' | 'contradicts' | 'none';

export interface Need {
  readonly what: string;
  done: boolean;
  readonly met: (claim: Claim, referents: Referents) => Effect;
}

export const yes = (holds: boolean): Effect => (holds ? 'tells' : 'none');
