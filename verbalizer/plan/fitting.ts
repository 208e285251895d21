// Which of a style's wordings fit a step. It hangs on a few bits of the step alone, which come again and again, so it is
// found once for each combination. Knows nothing of what has been said before.
import type { ClaimKind } from '../claims.ts';
import { factsOf, tellsWith, type Facts } from '../entail.ts';
import { QUESTION_WORDS } from '../questions.ts';
import type { Step } from '../steps/step.ts';
import { suits, type Style, type Wording } from '../style.ts';
import type { Template } from '../template.ts';

/** Combinations that are kept for a kind in a style; seldom are there more than some hundred. */
const MOST_KEPT = 4096;

/** What the choice hangs on, and what it came to. */
interface Known {
  readonly facts: Facts;
  /** The values of the slots that wordings fix, or want to be more than 1, each as its number; what no wording names is 0. */
  readonly fixed: number;
  readonly place: number;
  readonly wordings: readonly Wording[];
}

/** The wordings of one kind of claim. */
class Menu {
  private readonly all: readonly Wording[];
  /** For each slot that a wording fixes: the numbers of its values. */
  private readonly fixable: readonly (readonly [slot: string, numbers: ReadonlyMap<unknown, number>])[];
  /** By hints of the step. */
  private readonly known = new Map<number, Known[]>();
  private kept = 0;

  constructor(all: readonly Wording[]) {
    this.all = all;
    const values = new Map<string, Map<unknown, number>>();
    for (const { template, plurals } of all)
      for (const [slot, value] of [
        ...Object.entries(template.fixed),
        ...plurals.map((slot) => [slot, '1'] as const),
      ]) {
        const numbers = values.get(slot) ?? new Map<unknown, number>();
        if (!numbers.has(value)) numbers.set(value, numbers.size + 1);
        values.set(slot, numbers);
      }
    this.fixable = [...values];
  }

  /**
   * @param leads what is told next stands in the branch that the step opens
   * @param later something has been said that is not the beginning of a round
   */
  fitting(step: Step, leads: boolean, later: boolean): readonly Wording[] {
    const facts = factsOf(step);
    const place = (leads ? 1 : 0) | (later ? 2 : 0) | (step.essential ? 4 : 0);
    let fixed = 0;
    for (const [slot, numbers] of this.fixable)
      fixed = fixed * (numbers.size + 1) + (numbers.get(step.facts[slot]) ?? 0);
    let known = this.known.get(step.hints);
    if (known === undefined) this.known.set(step.hints, (known = []));
    for (const one of known)
      if (
        one.fixed === fixed &&
        one.place === place &&
        one.facts.there === facts.there &&
        one.facts.filled === facts.filled &&
        one.facts.worked === facts.worked
      )
        return one.wordings;
    const wordings = this.all.filter(
      (w) =>
        suits(w, step, facts) &&
        (!step.essential || tellsWith(w.template, facts)) &&
        (!w.template.subordinate || (leads && later)) &&
        (!isBareTest(w.template) || leads),
    );
    if (this.kept++ === MOST_KEPT) {
      this.known.clear();
      this.kept = 0;
    } else known.push({ facts, fixed, place, wordings });
    return wordings;
  }
}

/** `x = 3` tells of a condition only where what follows from it comes next. */
function isBareTest({ kind, text }: Template): boolean {
  return kind === 'test' && text === '{left:long}';
}

/** The menus of a style, by kind of claim. */
type Menus = Map<ClaimKind, Menu>;

const menusOf = new WeakMap<Style, Menus>();

/** The menu of a kind of claim in a style. Made once. */
export function menuOf(style: Style, kind: ClaimKind): Menu {
  let menus = menusOf.get(style);
  if (menus === undefined) menusOf.set(style, (menus = new Map<ClaimKind, Menu>()));
  let menu = menus.get(kind);
  if (menu === undefined)
    menus.set(kind, (menu = new Menu(style.wordings[kind] ?? QUESTION_WORDS[kind] ?? [])));
  return menu;
}
