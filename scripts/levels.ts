// `npm run levels`: what the levels are like, measured: medians by level, the share in the band, draws
// and runs needed, families, shapes of programs and the share of the most frequent answer.
// With --calibrate it measures every rung of every family and writes the tables of corpus/difficulty that say where levels
// are found anew.
import { keysOf } from '../corpus/canonical.ts';
import { FEATURE_NAMES, isRunFeature, type RunFeatures } from '../corpus/difficulty/features.ts';
import { bandOf, LEVELS, MAIN, outside } from '../corpus/difficulty/levels.ts';
import { planOf, sketchExercise } from '../corpus/generate.ts';
import { measure } from '../corpus/difficulty/measure.ts';
import { calibrate } from './calibrate.ts';
import { command, wholeNumber } from './command-line.js';
import { MAX_DRAWS } from '../src/generate/place.ts';
import { compileTree, execute } from '../src/pipeline/index.ts';
import type { Exercise } from '../corpus/family.ts';
import { DEFAULT_LIMITS } from '../interpreter/index.ts';

function measured(exercise: Exercise): { features: RunFeatures; answer: string } {
  const { result, ending } = execute(compileTree('levels', exercise), {
    limits: DEFAULT_LIMITS,
    traced: true,
  });
  const answer = ending.kind === 'returned' ? ending.result : ending.message;
  return { features: measure([exercise.module, exercise.call], result.trace!), answer };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function show(count: number, seed: number): void {
  const names = FEATURE_NAMES.filter(isRunFeature);
  const print = (cells: readonly (string | number)[]): void =>
    void process.stdout.write(cells.map((cell) => String(cell).padStart(12)).join('') + '\n');
  print(['level', 'rows', 'in band', 'draws', 'runs', 'families', 'shapes', 'top answer', ...names]);
  let before: readonly number[] | null = null;
  const fallen: string[] = [];
  for (const level of LEVELS) {
    const plan = planOf({ seed, count, levels: [[level, 1]], families: [], schedule: 'mixed', set: {} });
    const found: RunFeatures[] = [];
    const families = new Set<string>();
    const shapes = new Set<string>();
    const answers = new Map<string, number>();
    let draws = 0;
    let runs = 0;
    for (let index = 0; index < count / LEVELS.length; index++) {
      for (let attempt = 0; attempt < MAX_DRAWS; attempt++) {
        draws++;
        const sketch = sketchExercise(plan, index, attempt);
        if (!sketch.promising) continue;
        runs++;
        const exercise = sketch.finish();
        const { features, answer } = measured(exercise);
        if (outside(features, bandOf(level)) !== null && attempt < MAX_DRAWS - 1) continue;
        found.push(features);
        families.add(exercise.family);
        shapes.add(keysOf(exercise.module, exercise.call).shape);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        break;
      }
    }
    const inBand = found.filter((features) => outside(features, bandOf(level)) === null).length;
    const medians = names.map((name) => median(found.map((features) => features[name])));
    print([
      level,
      found.length,
      `${((100 * inBand) / found.length).toFixed(1)} %`,
      (draws / found.length).toFixed(2),
      (runs / found.length).toFixed(2),
      families.size,
      shapes.size,
      `${((100 * Math.max(...answers.values())) / found.length).toFixed(1)} %`,
      ...medians,
    ]);
    for (const name of MAIN) {
      const at = names.indexOf(name);
      if (before !== null && medians[at]! <= before[at]!) fallen.push(`${name} at level ${level}`);
    }
    before = medians;
  }
  process.stdout.write(
    fallen.length === 0
      ? `every median of ${MAIN.join(', ')} rises from level to level\n`
      : `not above the level before: ${fallen.join(', ')}\n`,
  );
  if (fallen.length > 0) process.exitCode = 1;
}

const options = command(
  'levels',
  'What the levels are like, measured: medians by level, the share in the band, draws needed, families, shapes.',
  '--count 500',
)
  .option('--count <N>', 'exercises of all levels together', wholeNumber, 2000)
  .option('--seed <N>', 'of the exercises', wholeNumber, 1)
  .option('--calibrate', 'measures every rung instead and writes calibration.ts and estimates.ts anew')
  .option('--draws <N>', 'exercises of each rung for --calibrate', wholeNumber, 400)
  .parse()
  .opts<{ count: number; seed: number; calibrate?: true; draws: number }>();
if (options.calibrate) calibrate(options.draws, (exercise) => measured(exercise).features);
else show(options.count, options.seed);
