// What a style is: a set of wordings for the kinds of claims, and how much working it shows. Styles are data; planning
// and rendering are shared. Knows steps and templates, no particular style.
import type { ClaimKind } from './claims.ts';
import type { Facts } from './entail.ts';
import type { Connective } from './text/connectives.ts';
import { HINTS, hintsOf, type Hint } from './steps/hint.ts';
import type { Step } from './steps/step.ts';
import { template, type Template } from './template.ts';

/** A template with the condition under which it sounds right for a step. */
export interface Wording {
  readonly template: Template;
  /** Hints that the step must have, and that it must not have, as bits. */
  readonly needs: number;
  readonly bars: number;
  /** Relative frequency among the wordings that fit; 1 unless said. */
  readonly weight: number;
  /** Slots whose number has a plural behind it: none of them is 1. */
  readonly plurals: readonly string[];
}

/** How a style puts clauses together: probabilities in [0, 1], and the connectives it likes. */
export interface Manner {
  /** Tells what a test led to, by effect. */
  readonly effects: Readonly<Record<string, number>>;
  /** Announces a loop before its first round, and when it begins again with the same elements. */
  readonly loops: number;
  readonly loopsAgain: number;
  /** Says what need not be said, by kind of claim. */
  readonly asides: Readonly<Partial<Record<ClaimKind, number>>>;
  /** Says that a loop is over when what comes after it is neither its function's return nor a round of another loop. */
  readonly loopEnds: number;
  /** Says that control is back in a function when the return of the call was not said. */
  readonly resumesSilent: number;
  /** Joins a clause to one of the same kind before it. */
  readonly joins: number;
  /** Clauses in a sentence at most. */
  readonly clauses: number;
  /** Between a round's beginning and what happens in it. */
  readonly afterRound: Connective;
  /** Between a test and the branch that it opens. */
  readonly afterTest: Connective;
  readonly between: readonly Connective[];
}

export interface Style {
  readonly name: string;
  /** One line for help texts. */
  readonly title: string;
  readonly manner: Manner;
  readonly wordings: Readonly<Partial<Record<ClaimKind, readonly Wording[]>>>;
}

/** Hints that words say: what is first, what stays, rises or drops, what has nothing in it. Others are for the ear. */
const STATED = hintsOf(['first', 'same', 'up', 'down', 'empty', 'single', 'implicit', 'reset']);

/** Claims whose words for what is not first, as `next`, deny that it is. */
const FURTHER: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['round', 'fold', 'stretch']);

/**
 * Declares a wording. `when` lists hints that the step must have, or with `!` must not have.
 * @example say('bind', '{target} starts at {chain}', 'first constant')
 */
export function say(
  kind: ClaimKind,
  text: string,
  when = '',
  fixed: Record<string, string> = {},
  weight = 1,
): Wording {
  const words = when.split(' ').filter((w) => w !== '');
  const needs = hintsOf(words.filter((w) => !w.startsWith('!')) as Hint[]);
  const bars = hintsOf(words.filter((w) => w.startsWith('!')).map((w) => w.slice(1)) as Hint[]);
  return {
    template: template(kind, text, fixed, needs & STATED, FURTHER.has(kind) ? bars & HINTS.first : 0),
    needs,
    bars,
    weight,
    plurals: [],
  };
}

/** A number and the plural that goes with it. */
const COUNTED =
  /\{(count|calls|lines|size|rounds)\}((?: [a-z]+)? )(call|line|element|item|value|round|run|time)s\b/;
/** Where the verb has to agree too, a style has wordings for one of them of its own. */
const ONE_BY_ITSELF: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['fold', 'backFold']);

/** The wording for several of what it counts, and those for one: `after {calls} further calls`, `after 1 further call`. */
function agreeing(w: Wording): Wording[] {
  const { kind, text, fixed, asserts, denies } = w.template;
  let variants = [{ text: '', rest: text, fixed, plurals: [] as string[] }];
  for (let found = COUNTED.exec(text); found !== null; found = COUNTED.exec(variants[0]!.rest)) {
    const [many, slot, between, noun] = found as unknown as [string, string, string, string];
    const one = noun === 'time' ? 'once' : `1${between}${noun}`;
    variants = variants.flatMap((v) => {
      const said = v.text + v.rest.slice(0, found!.index);
      const rest = v.rest.slice(found!.index + many.length);
      const several = { text: said + many, rest, fixed: v.fixed, plurals: [...v.plurals, slot] };
      if (slot === 'count' && ONE_BY_ITSELF.has(kind)) return [several];
      return [several, { ...v, text: said + one, rest, fixed: { ...v.fixed, [slot]: '1' } }];
    });
  }
  return variants.map((v) => ({
    ...w,
    template: v.fixed === fixed ? w.template : template(kind, v.text + v.rest, v.fixed, asserts, denies),
    plurals: v.plurals,
  }));
}

/** Groups wordings by the kind of claim they make. */
export function wordings(list: readonly Wording[]): Style['wordings'] {
  const groups: Partial<Record<ClaimKind, Wording[]>> = {};
  for (const w of list.flatMap(agreeing)) (groups[w.template.kind] ??= []).push(w);
  return groups;
}

/** True when the wording's slots are among the step's facts, what it fixes is so, and its conditions hold. */
export function suits({ needs, bars, template, plurals }: Wording, step: Step, facts: Facts): boolean {
  if ((step.hints & needs) !== needs || (step.hints & bars) !== 0) return false;
  if ((template.filled & ~facts.filled) !== 0 || (template.worked & ~facts.worked) !== 0) return false;
  for (const slot of plurals) if (step.facts[slot] === '1') return false;
  for (const slot in template.fixed) if (step.facts[slot] !== template.fixed[slot]) return false;
  return true;
}
