// From a place in a dataset to its exercise: the stream of every exercise is named by seed, family, level and index,
// so that any of them can be made alone, in any order, in any worker. Knows nothing of running programs.

import { Draw } from './draw.ts';
import { FAMILIES, familyNamed } from './families/index.ts';
import type { Exercise, Family } from './family.ts';

/** The levels there are, over all families. */
export const LEVELS: readonly [first: number, last: number] = [
  Math.min(...FAMILIES.map(({ levels }) => levels[0])),
  Math.max(...FAMILIES.map(({ levels }) => levels[1])),
];

/** What a dataset of exercises is drawn from. */
export interface Selection {
  /** First and last level, both included. */
  readonly levels: readonly [first: number, last: number];
  /** Names of families; all when empty. */
  readonly families: readonly string[];
}

/** An exercise with where it came from. */
export interface Generated extends Exercise {
  readonly family: string;
  readonly level: number;
}

/** Family and level pairs to draw from, by level. */
type Menu = ReadonlyMap<number, readonly Family[]>;

/** A selection that has something at every level it names. */
export interface Catalogue {
  readonly levels: readonly number[];
  readonly menu: Menu;
}

/**
 * What a selection offers.
 * @throws RangeError when it names a family that does not exist, or a level that none of its families has
 */
export function catalogueOf({ levels: [first, last], families }: Selection): Catalogue {
  const chosen = families.length === 0 ? FAMILIES : families.map(requireFamily);
  const menu = new Map<number, Family[]>();
  for (let level = first; level <= last; level++) {
    const having = chosen.filter(({ ladder }) => ladder.some(([rung]) => rung === level));
    if (having.length > 0) menu.set(level, having);
  }
  if (menu.size === 0) {
    const range = first === last ? `level ${first}` : `levels ${first} to ${last}`;
    throw new RangeError(
      families.length === 0
        ? `no family has ${range}; levels go from ${LEVELS[0]} to ${LEVELS[1]}`
        : `${families.join(', ')} ${families.length === 1 ? 'has' : 'have'} nothing at ${range}`,
    );
  }
  return { levels: [...menu.keys()], menu };
}

function requireFamily(name: string): Family {
  const family = familyNamed(name);
  if (family === undefined) throw new RangeError(`there is no family "${name}"`);
  return family;
}

/**
 * The exercise at `index` of a dataset. Levels take turns, so that any stretch of a dataset has them all in equal
 * shares; the family is drawn among those that have the level.
 */
export function generateExercise(seed: number, index: number, { levels, menu }: Catalogue): Generated {
  const level = levels[index % levels.length];
  const family = Draw.of('family', seed, index).pick(menu.get(level) ?? []);
  const exercise = family.generate(Draw.of(seed, family.name, level, index), level);
  return { ...exercise, family: family.name, level };
}
