// What a rule is: wordings and the claims that they make.
import type { Body, Ref } from '../claims.ts';
import { compile, type Caught, type Pattern } from '../grammar.ts';
import { SLOTS } from '../slots.ts';

export interface Rule {
  readonly pattern: Pattern;
  /** The claims; null when the wording does not fit after all. */
  readonly make: (caught: Caught) => readonly Body[] | null;
}

/** One rule for each wording. */
export function rules(wordings: readonly string[], make: Rule['make']): Rule[] {
  const whole: Rule['make'] = (caught) => {
    const bodies = make(caught);
    return bodies === null ? null : [...asides(caught), ...bodies];
  };
  return wordings.map((wording) => ({ pattern: compile(wording, SLOTS), make: whole }));
}

/** What stands beside a subject is said too: `the amount, 80, exceeds …`, `5 + 8 = 13 exceeds …`. */
function asides(caught: Caught): Body[] {
  return Object.values(caught).flatMap((value): Body[] => {
    const { code, is } = (value ?? {}) as { code?: string; is?: string };
    if (code === undefined || is === undefined) return [];
    return [{ kind: 'value', subject: { code }, chain: [is], mode: 'is', negated: false }];
  });
}

export const ref = (caught: Caught, name: string): Ref => (caught[name] as Ref | undefined) ?? { loose: '' };
export const chain = (caught: Caught, name: string): readonly string[] => caught[name] as readonly string[];
export const last = (caught: Caught, name: string): string => chain(caught, name).at(-1)!;
/** Affirmed unless the slot says otherwise. */
export const affirmed = (caught: Caught, name: string): boolean => caught[name] !== false;
