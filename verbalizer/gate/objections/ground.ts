// The ground that a sentence stands on, for what is held against it: the steps that it tells, those around them, and the
// claims that known wordings have found in it.
import type { Claim } from '../../freeform/claims.ts';
import { links, type Meaning, type Referents } from '../../freeform/meaning.ts';
import type { Token } from '../../freeform/tokens.ts';
import type { Step } from '../../steps/step.ts';
import type { Atom } from '../atoms/atoms.ts';
import type { Presence } from '../presence.ts';

/** A sentence, or a question with its answer; `claims` with what their loose words may stand for. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly span: readonly [number, number];
  readonly claims: readonly (readonly [Claim, Referents])[];
}

/** A sentence, and the essential claims that known wordings find in it: `from` up to but not including `to`. */
export interface Told {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  /** By target: where it is told. */
  readonly tellings: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

export interface Ground {
  readonly sentence: Told;
  readonly atoms: readonly Atom[];
  /** Steps told. */
  readonly told: readonly Step[];
  /** Those, the ones told before them and the ones that come next, with what lies between. */
  readonly near: readonly Step[];
  readonly meaning: Meaning;
  readonly place: Presence;
}

/** A fold stands for many rounds: what happens in them is not among the steps near. */
export function isFolded({ near }: Ground): boolean {
  return near.some(({ kind }) => kind === 'fold' || kind === 'summary' || kind === 'stretch');
}

/** Moments of which a sentence may speak: after the steps near, and before each. */
export function momentsOf({ near, place }: Ground): number[] {
  const ks = [...near.flatMap(({ index }) => [index - 1, index]), place.now];
  return [...new Set(ks)].filter((k) => k >= 0);
}

/** All that steps say of themselves, as text. */
export function shownBy(step: Step): string[] {
  return Object.values(step.facts).flatMap((fact) => links(fact));
}
