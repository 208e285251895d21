// Measures every rung of every family: how many of its exercises have which level, and which questions about their
// trees tell the levels apart. Writes what it finds as the two tables that exercises are drawn by.
import { writeFileSync } from 'node:fs';
import { Draw } from '../corpus/draw.ts';
import { signsOf, type Estimate, type Signs } from '../corpus/difficulty/estimate.ts';
import type { RunFeatures } from '../corpus/difficulty/features.ts';
import { levelOf, LEVELS } from '../corpus/difficulty/levels.ts';
import { FAMILIES } from '../corpus/families/index.ts';
import type { Exercise } from '../corpus/family.ts';
import { WORTH_DRAWING } from '../corpus/generate.ts';

/** An exercise that was measured; its level is null when it has none. */
interface Sample {
  readonly signs: Signs;
  readonly level: number | null;
}

/** Questions asked one after the other. */
const MOST_QUESTIONS = 5;
/** Of a hundred exercises of a rung, so many at least are on either side of a question. */
const LEAST_SHARE = 2;

/** Measures so many exercises of every rung and writes both tables. */
export function calibrate(draws: number, measured: (exercise: Exercise) => RunFeatures): void {
  const shares: string[] = [];
  const estimates: string[] = [];
  for (const family of FAMILIES) {
    const rungs = family.ladder.map(([rung]) => {
      const samples = Array.from({ length: draws }, (_, i): Sample => {
        const drafted = family.draft(Draw.of('calibrate', family.name, rung, i), rung);
        const signs = signsOf(drafted.body, drafted.call);
        return { signs, level: levelOf(measured(drafted.finish())) };
      });
      return { rung, samples, shares: sharesOf(samples) };
    });
    shares.push(
      rowOf(family.name, rungs, (one) => `{ ${one.shares.map(([l, s]) => `${l}: ${s}`).join(', ')} }`),
    );
    estimates.push(rowOf(family.name, rungs, (one) => textOf(estimateFrom(one.samples, draws))));
  }
  write('calibration', 'CALIBRATION', 'Calibration', SHARES_HEAD, shares);
  write('estimates', 'ESTIMATES', 'Estimates', ESTIMATES_HEAD, estimates);
}

/** Hundredths of the samples that have each level. */
function sharesOf(samples: readonly Sample[]): [level: number, share: number][] {
  return LEVELS.map((level): [number, number] => [level, share(samples, level)]).filter(
    ([, part]) => part > 0,
  );
}

function share(samples: readonly Sample[], level: number): number {
  return Math.round((100 * samples.filter((one) => one.level === level).length) / samples.length);
}

/** The questions that part the samples best, asked where they part what is likely. */
function estimateFrom(all: readonly Sample[], draws: number): Estimate {
  const offered = sharesOf(all).flatMap(([level, part]) => (part >= WORTH_DRAWING ? [level] : []));
  const least = Math.ceil((draws * LEAST_SHARE) / 100);
  const grow = (samples: readonly Sample[], questions: number): Estimate => {
    const question = questions === 0 ? null : bestQuestion(samples, least);
    if (question === null) return offered.filter((level) => share(samples, level) >= WORTH_DRAWING);
    const [sign, most] = question;
    const isUpTo = ({ signs }: Sample): boolean => (signs.get(sign) ?? 0) <= most;
    const upTo = grow(samples.filter(isUpTo), questions - 1);
    const above = grow(
      samples.filter((one) => !isUpTo(one)),
      questions - 1,
    );
    return JSON.stringify(upTo) === JSON.stringify(above) ? upTo : [sign, most, upTo, above];
  };
  return offered.length === 0 ? [] : grow(all, MOST_QUESTIONS);
}

/** The question whose answers leave the levels least mixed (Gini); null when none has them less mixed than before. */
function bestQuestion(samples: readonly Sample[], least: number): [sign: string, most: number] | null {
  let best: [string, number] | null = null;
  let purest = unmixed(countsOf(samples), samples.length) + 1e-9;
  for (const sign of [...new Set(samples.flatMap(({ signs }) => [...signs.keys()]))].sort()) {
    const rows = samples
      .map(({ signs, level }) => ({ value: signs.get(sign) ?? 0, level: level ?? 0 }))
      .sort((a, b) => a.value - b.value);
    const upTo = LEVELS_AND_NONE.map(() => 0);
    const above = countsOf(samples);
    rows.forEach(({ value, level }, at) => {
      upTo[level]!++;
      above[level]!--;
      const [here, there] = [at + 1, rows.length - at - 1];
      if (here < least || there < least || value === rows[at + 1]!.value) return;
      const purity = unmixed(upTo, here) + unmixed(above, there);
      if (purity > purest) [purest, best] = [purity, [sign, value]];
    });
  }
  return best;
}

const LEVELS_AND_NONE = [0, ...LEVELS];

function countsOf(samples: readonly Sample[]): number[] {
  const counts = LEVELS_AND_NONE.map(() => 0);
  for (const { level } of samples) counts[level ?? 0]!++;
  return counts;
}

/** The samples less their Gini impurity, weighted by how many they are. */
function unmixed(counts: readonly number[], total: number): number {
  return total === 0 ? 0 : counts.reduce((sum, count) => sum + count * count, 0) / total;
}

function textOf(estimate: Estimate): string {
  return JSON.stringify(estimate).replaceAll('"', "'");
}

function rowOf<T extends { rung: number }>(
  name: string,
  rungs: readonly T[],
  text: (one: T) => string,
): string {
  const cells = rungs.map((one) => `${one.rung}: ${text(one)}`).join(', ');
  return `  '${name}': { ${cells} },`.replaceAll('{  }', '{}');
}

const SHARES_HEAD = `// Made by \`npm run levels -- --calibrate\`: of a hundred exercises of a family's rung, how many have which level.
// It only says where to look: the level of an exercise is measured when it is drawn.

/** Shares by family, rung and level, in hundredths. */
export type Calibration = Readonly<
  Record<string, Readonly<Record<number, Readonly<Record<number, number>>>>>
>;`;

const ESTIMATES_HEAD = `// Made by \`npm run levels -- --calibrate\`: what the trees of a family's exercises say of their level, rung by rung.
// It only says which draws are worth running: the level of an exercise is measured on its run.
import type { Estimate } from './estimate.ts';

/** Estimates by family and rung. */
export type Estimates = Readonly<Record<string, Readonly<Record<number, Estimate>>>>;`;

function write(file: string, name: string, type: string, head: string, rows: readonly string[]): void {
  writeFileSync(
    new URL(`../corpus/difficulty/${file}.ts`, import.meta.url),
    `${head}\n\n// prettier-ignore\nexport const ${name}: ${type} = {\n${rows.join('\n')}\n};\n`,
  );
}
