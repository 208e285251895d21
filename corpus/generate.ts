// From a place in a dataset to its exercise: the stream of every exercise is named by seed, index and attempt, so that
// any of them can be made alone, in any order, in any worker. Knows nothing of running programs.

import { CALIBRATION } from './difficulty/calibration.ts';
import { likelyLevels, signsOf } from './difficulty/estimate.ts';
import { ESTIMATES } from './difficulty/estimates.ts';
import { LEVELS as ALL_LEVELS, type Ranges } from './difficulty/levels.ts';
import type { Schedule } from './difficulty/schedule.ts';
import { Draw } from './draw.ts';
import { FAMILIES, familyNamed } from './families/index.ts';
import type { Drafted, Exercise, Family } from './family.ts';

/** What a dataset of exercises is drawn from. */
export interface Selection {
  readonly seed: number;
  /** Exercises of the whole dataset. */
  readonly count: number;
  /** Levels with their weights (whole numbers), by level. */
  readonly levels: readonly (readonly [level: number, weight: number])[];
  readonly schedule: Schedule;
  /** Names of families; all when empty. */
  readonly families: readonly string[];
  /** Measured features that must lie in these ranges, beside the bands of the levels. */
  readonly set: Ranges;
}

/** A family's rungs that give exercises of a level, each as likely as its weight. */
export interface Offer {
  readonly family: string;
  /** How likely the family is drawn beside others. */
  readonly weight: number;
  readonly rungs: readonly (readonly [weight: number, rung: number])[];
}

/** A selection with what there is to draw at each level. Plain data: it goes to workers. */
export interface Plan extends Selection {
  readonly menu: Readonly<Record<number, readonly Offer[]>>;
}

/** Where an exercise came from. */
interface Origin {
  readonly family: string;
  readonly rung: number;
  /** The level that was asked for: whether it has it is measured once it has run. */
  readonly level: number;
}

/** An exercise with where it came from. */
export interface Generated extends Exercise, Origin {}

/** An exercise that is drawn and not finished: what there is to look at before it is worth its run. */
export interface Sketch extends Origin, Pick<Drafted, 'body' | 'call'> {
  /** Whether exercises that look like it are likely to have the level. */
  readonly promising: boolean;
  finish(): Generated;
}

/** Of a hundred exercises, so many must have the level for a rung to be drawn for it: or too many are drawn in vain. */
export const WORTH_DRAWING = 7;

/** What the families offer at a level. */
function offersAt(level: number, families: readonly Family[]): Offer[] {
  return families.flatMap(({ name, ladder }) => {
    const rungs = ladder.flatMap(([rung]) => {
      const share = CALIBRATION[name]?.[rung]?.[level] ?? 0;
      return share >= WORTH_DRAWING ? [[share, rung] as const] : [];
    });
    // Families are equally likely: weights by their shares would save draws, and have few families make most rows.
    return rungs.length === 0 ? [] : [{ family: name, weight: 1, rungs }];
  });
}

/** The levels that a family gives exercises of. */
export function levelsOf(family: Family): number[] {
  return ALL_LEVELS.filter((level) => offersAt(level, [family]).length > 0);
}

/**
 * A plan for a selection; levels that its families have nothing at are left out.
 * @throws RangeError when it names a family that does not exist, or its families have none of the levels
 */
export function planOf(selection: Selection): Plan {
  const { families, levels } = selection;
  const chosen = families.length === 0 ? FAMILIES : families.map(requireFamily);
  const menu: Record<number, Offer[]> = {};
  for (const [level] of levels) {
    const offers = offersAt(level, chosen);
    if (offers.length > 0) menu[level] = offers;
  }
  const offered = levels.filter(([level]) => menu[level] !== undefined);
  if (offered.length === 0) {
    const numbers = levels.map(([level]) => level);
    const range =
      numbers.length === 1
        ? `level ${numbers[0]}`
        : `levels ${Math.min(...numbers)} to ${Math.max(...numbers)}`;
    throw new RangeError(
      `${families.join(', ')} ${families.length === 1 ? 'has' : 'have'} nothing at ${range}`,
    );
  }
  return { ...selection, levels: offered, menu };
}

function requireFamily(name: string): Family {
  const family = familyNamed(name);
  if (family === undefined) throw new RangeError(`there is no family "${name}"`);
  return family;
}

/** The level of the exercise at `index`. */
export function levelAt({ levels, schedule, count }: Selection, index: number): number {
  const total = levels.reduce((sum, [, weight]) => sum + weight, 0);
  switch (schedule) {
    case 'linear': {
      let place = ((index + 0.5) / count) * total;
      for (const [level, weight] of levels) if ((place -= weight) < 0) return level;
      return levels[levels.length - 1]![0];
    }
    case 'mixed':
      return turn(levels, total, index % total);
  }
}

/** Whose turn it is: at every moment each level has had its share as nearly as whole turns allow. */
function turn(levels: Selection['levels'], total: number, at: number): number {
  const had = levels.map(() => 0);
  for (let t = 0; ; t++) {
    let next = 0;
    const owed = (i: number): number => (levels[i]![1] * (t + 1)) / total - had[i]!;
    for (let i = 1; i < levels.length; i++) if (owed(i) > owed(next) + 1e-9) next = i;
    if (t === at) return levels[next]![0];
    had[next]!++;
  }
}

/** How many of the exercises before `index` have each level. */
export function countLevels(selection: Selection, from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>();
  const total = selection.levels.reduce((sum, [, weight]) => sum + weight, 0);
  if (selection.schedule === 'mixed') {
    for (let at = 0; at < total; at++) {
      const level = levelAt(selection, at);
      const first = from + ((((at - from) % total) + total) % total);
      const times = first >= to ? 0 : Math.ceil((to - first) / total);
      counts.set(level, (counts.get(level) ?? 0) + times);
    }
    return counts;
  }
  for (let index = from; index < to; index++) {
    const level = levelAt(selection, index);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

/** What is drawn for the place `index` of a dataset at the given attempt, from 0. */
export function sketchExercise(plan: Plan, index: number, attempt: number): Sketch {
  const level = levelAt(plan, index);
  const draw = Draw.of('exercise', plan.seed, index, attempt);
  const offers = plan.menu[level];
  if (offers === undefined) throw new RangeError(`nothing is offered at level ${level}`);
  const offer = draw.weighted(weighed(offers));
  const rung = draw.weighted(offer.rungs);
  const { name, draft } = requireFamily(offer.family);
  const { body, call, finish } = draft(Draw.of(plan.seed, name, rung, index, attempt), rung);
  const origin = { family: name, rung, level };
  return {
    ...origin,
    body,
    call,
    promising: likelyLevels(ESTIMATES[name]![rung]!, signsOf(body, call)).includes(level),
    finish: () => Object.assign(finish(), origin),
  };
}

/** Offers as choices, made once for all draws from a menu. */
const choices = new WeakMap<readonly Offer[], readonly (readonly [weight: number, offer: Offer])[]>();

function weighed(offers: readonly Offer[]): readonly (readonly [weight: number, offer: Offer])[] {
  let known = choices.get(offers);
  if (known === undefined) choices.set(offers, (known = offers.map((one) => [one.weight, one])));
  return known;
}

/** The same as a whole exercise, however unlikely it is to have the level. */
export function drawExercise(plan: Plan, index: number, attempt: number): Generated {
  return sketchExercise(plan, index, attempt).finish();
}

/** The first and the last level. */
export const LEVELS: readonly [first: number, last: number] = [
  ALL_LEVELS[0]!,
  ALL_LEVELS[ALL_LEVELS.length - 1]!,
];

/** What some families offer at some levels in equal shares, for those who want exercises and no dataset. */
export function catalogueOf(selection: {
  readonly levels: readonly [first: number, last: number];
  readonly families: readonly string[];
}): Plan {
  const [first, last] = selection.levels;
  const levels = ALL_LEVELS.filter((level) => level >= first && level <= last);
  return planOf({
    seed: 0,
    count: 1,
    levels: levels.map((level) => [level, 1]),
    schedule: 'mixed',
    families: selection.families,
    set: {},
  });
}

/** The first exercise drawn for a place; its level is what was looked for, not what was measured. */
export function generateExercise(seed: number, index: number, catalogue: Plan): Generated {
  return drawExercise({ ...catalogue, seed }, index, 0);
}
