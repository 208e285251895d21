// Before rows are made whose features are fixed: draws exercises to see where they are found. A wish that nothing
// meets is refused here with what was seen, instead of being searched for in vain row by row.
import { FEATURES, type RunFeatureName, type RunFeatures } from '../../corpus/difficulty/features.ts';
import { bandOf, outside, type Range } from '../../corpus/difficulty/levels.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import { measureTrees } from '../../corpus/difficulty/tree.ts';
import { sketchExercise, type Offer, type Plan } from '../../corpus/generate.ts';
import type { Limits } from '../../interpreter/index.ts';
import { BadInput } from '../bad-input.ts';
import { compileTree, execute } from '../pipeline/index.ts';

/** Exercises drawn at each level. */
const DRAWS = 150;
/** A level that nobody named is left out when fewer of them are as asked: what is found once may be found never again. */
const FEW = 3;

interface Probe {
  readonly limits: Limits;
  readonly insist: boolean;
}

/**
 * The plan with only those rungs that have what `set` asks for, more likely where more of it was found.
 * @throws BadInput when nothing has, with the reason
 */
export function probed(plan: Plan, { limits, insist }: Probe): Plan {
  if (Object.keys(plan.set).length === 0) return plan;
  const menu: Record<number, readonly Offer[]> = {};
  const reasons: string[] = [];
  for (const [level] of plan.levels) {
    const clash = clashWith(level, plan);
    const found = clash === null ? offersFound(plan, level, limits, insist ? 1 : FEW) : clash;
    if (typeof found !== 'string') menu[level] = found;
    else reasons.push(found);
  }
  const levels = plan.levels.filter(([level]) => menu[level] !== undefined);
  if (levels.length === 0 || (insist && reasons.length > 0)) {
    const shown = reasons.slice(0, 3).join('; ');
    throw new BadInput(
      'usage',
      `no exercise is as asked: ${shown}${reasons.length > 3 ? '; and so on' : ''}`,
      'wider ranges in --set, other levels or more families find some',
    );
  }
  return { ...plan, levels, menu };
}

/** Why a level cannot have what is asked for, from its band alone. */
function clashWith(level: number, { set }: Plan): string | null {
  const band: Partial<Record<RunFeatureName, Range>> = bandOf(level);
  for (const [name, [least, most]] of Object.entries(set)) {
    const own = band[name as RunFeatureName];
    if (own !== undefined && (most < own[0] || least > own[1]))
      return `level ${level} has ${own[0]} to ${own[1]} ${FEATURES[name as RunFeatureName].unit} (${name})`;
  }
  return null;
}

/** The rungs at which exercises of the level were found that are as asked; a text that says why when there were too few. */
function offersFound(plan: Plan, level: number, limits: Limits, least: number): readonly Offer[] | string {
  const hits = new Map<string, Map<number, number>>();
  const seen: RunFeatures[] = [];
  const one: Plan = { ...plan, levels: [[level, 1]], schedule: 'mixed' };
  for (let i = 0; i < DRAWS; i++) {
    const sketch = sketchExercise(one, i, -1);
    // What shows in the text needs no run, and most runs that do not fit are too long or too short.
    if (!sketch.promising || outside(measureTrees([...sketch.body, sketch.call]), bandOf(level)) !== null)
      continue;
    const exercise = sketch.finish();
    const trees = [exercise.module, exercise.call];
    const { result } = execute(compileTree('probe', exercise), { limits, traced: true });
    if (outside({ steps: result.trace!.length }, bandOf(level)) !== null) continue;
    const features = measure(trees, result.trace!);
    if (outside(features, bandOf(level)) !== null) continue;
    seen.push(features);
    if (outside(features, plan.set) !== null) continue;
    const rungs = hits.get(exercise.family) ?? new Map<number, number>();
    hits.set(exercise.family, rungs.set(exercise.rung, (rungs.get(exercise.rung) ?? 0) + 1));
  }
  if (hits.size === 0) return nothingFound(plan, level, seen);
  const offers = [...hits].map(([family, rungs]) => ({
    family,
    weight: [...rungs.values()].reduce((a, b) => a + b, 0),
    rungs: [...rungs].map(([rung, count]) => [count, rung] as const),
  }));
  const found = offers.reduce((sum, { weight }) => sum + weight, 0);
  return found < least ? `of ${DRAWS} exercises drawn at level ${level} only ${found} were as asked` : offers;
}

function nothingFound({ set }: Plan, level: number, seen: readonly RunFeatures[]): string {
  const misses = Object.entries(set).map(([name, [least, most]]) => {
    const values = seen.map((features) => features[name as RunFeatureName]);
    const found = values.filter((value) => value >= least && value <= most).length;
    return { name, found, low: Math.min(...values), high: Math.max(...values) };
  });
  const { name, found, low, high } = misses.reduce((a, b) => (b.found < a.found ? b : a));
  if (seen.length === 0) return `of ${DRAWS} exercises drawn none had level ${level}`;
  return found === 0
    ? `of ${seen.length} exercises drawn at level ${level} none had such a ${name}: it was ${low} to ${high}`
    : `of ${seen.length} exercises drawn at level ${level} none had all at once; ${name} fitted ${found} times`;
}
