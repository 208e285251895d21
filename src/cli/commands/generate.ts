// `lockstep generate`: exercises of the corpus into a dataset, each row run, told and checked.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { FEATURE_NAMES, isRunFeature } from '../../../corpus/difficulty/features.ts';
import type { Ranges } from '../../../corpus/difficulty/levels.ts';
import { SCHEDULES, type Schedule } from '../../../corpus/difficulty/schedule.ts';
import type { Selection } from '../../../corpus/generate.ts';
import type { GenerateReport } from '../../generate/generate-dataset.ts';
import { BadInput } from '../../bad-input.ts';
import {
  declareOut,
  declareWorkers,
  existingPolicy,
  type OutOptions,
  type WorkerOptions,
} from '../dataset-options.ts';
import { EXIT, didYouMean, type ExitCode } from '../failure.ts';
import { choiceOption, parseCount, parseList, parseRange, parseShard } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import { TRACED_LIMITS, declareLimits, limitsOf, type LimitOptions } from '../program-options.ts';
import { withProgress } from '../progress.ts';
import { declareTaskMix, requireTellable, type TaskMixOptions } from '../task-options.ts';
import type { Act, Verb } from '../verb.ts';
import { declareStyleMix, ROW_TOKENS, rowWordingOf, type StyleMixOptions } from '../wording-options.ts';

/** How many refused exercises are shown in words; `--json` has all. */
const SHOWN = 20;

/** The first and the last level that a row can have. */
const FIRST_LEVEL = 1;
const LAST_LEVEL = 10;

type Levels = readonly [first: number, last: number];
type LevelWeights = Selection['levels'];

interface Options extends LimitOptions, StyleMixOptions, WorkerOptions, OutOptions, TaskMixOptions {
  readonly count: number;
  readonly level?: number;
  readonly levels?: Levels;
  readonly mix?: LevelWeights;
  readonly schedule: Schedule;
  readonly set: Ranges;
  readonly decontaminate?: readonly string[];
  readonly family?: readonly string[];
  readonly shard: { readonly index: number; readonly of: number };
  readonly resume: boolean;
  readonly seconds: number;
  readonly json: boolean;
}

export const generate: Verb = {
  name: 'generate',
  summary: 'generate a dataset of exercises, each row run, told and checked',
  examples: [
    { line: 'lockstep generate --count 20 --out out/twenty', about: 'all families, all levels' },
    {
      line: 'lockstep generate --count 20 --levels 2-4 --family fibonacci,gcd --seed 7 --out out/small',
      about: 'two families',
    },
    {
      line: 'lockstep generate --count 10 --set steps=200..400 --set nesting=2 --out out/fixed',
      about: 'measured features fixed',
    },
    {
      line: 'lockstep generate --count 20 --levels 1-10 --schedule linear --out out/course',
      about: 'a curriculum: levels rise from the first row to the last',
    },
    {
      line: 'lockstep generate --count 20 --task all --out out/tasks',
      about: 'questions of all kinds',
    },
    {
      line: 'lockstep generate --count 40 --shard 3/8 --out out/part-3',
      about: 'the third of eight parts of a dataset',
    },
  ],
  declare(command: Command, act: Act): void {
    command
      .requiredOption('-n, --count <N>', 'exercises to generate', parseCount(1))
      .option(
        '-l, --level <L>',
        `one level, ${FIRST_LEVEL} to ${LAST_LEVEL}`,
        parseCount(FIRST_LEVEL, LAST_LEVEL),
      )
      .option('--levels <A-B>', 'several levels in equal shares', parseRange(FIRST_LEVEL, LAST_LEVEL))
      .option('--mix <L:W,…>', 'levels with their weights, such as 1:5,3:2', parseMix)
      .addOption(
        choiceOption('--schedule <S>', 'how levels follow each other', SCHEDULES, 'mixed' satisfies Schedule),
      )
      .addOption(
        new Option(
          '--set <FEATURE=A..B>',
          'fix a measured feature (see docs/difficulty.md); may be given again',
        )
          .argParser(parseSetting)
          .default({}, 'none'),
      )
      .option('-f, --family <NAMES>', 'families, between commas (default: all)', parseList);
    declareOut(command);
    command
      .option('--resume', 'go on where an interrupted run of the same command stopped', false)
      .addOption(
        new Option('--shard <I/N>', 'only this stretch of the dataset')
          .argParser(parseShard)
          .default({ index: 1, of: 1 }, 'all of it'),
      );
    command.option(
      '--decontaminate <FILES...>',
      'leave out what has 13 words in a row or a whole program in common with these files',
    );
    declareTaskMix(command);
    declareStyleMix(command, ROW_TOKENS);
    declareWorkers(command);
    command.option('--seconds <N>', 'time for a batch of rows, a net under --fuel', parseCount(1), 120);
    declareLimits(command, TRACED_LIMITS);
    command.action(act(generateFolder));
  },
};

async function generateFolder(options: Options): Promise<ExitCode> {
  requireTellable(options.style, options.task);
  const levels = levelsOf(options);
  const families = await knownFamilies(options.family ?? [], levels);
  const { generateDataset } = await import('../../generate/generate-dataset.ts');
  const { count, shard, workers, seconds, megabytes } = options;
  const started = performance.now();
  const report = await withProgress('rows', (progress) =>
    generateDataset(
      options.out,
      {
        count,
        levels,
        schedule: options.schedule,
        set: options.set,
        insist: options.level !== undefined || options.levels !== undefined || options.mix !== undefined,
        decontaminate: options.decontaminate ?? [],
        families,
        shard,
        tasks: options.task,
        ...rowWordingOf(options),
        limits: limitsOf(options, TRACED_LIMITS),
      },
      { workers, seconds, megabytes, existing: existingPolicy(options), parquet: options.parquet, progress },
    ),
  );
  const elapsed = (performance.now() - started) / 1000;
  await (options.json ? writeJson(report) : writeOut(inWords(report, options.out, elapsed)));
  return report.refused.length + report.skipped.length === 0 ? EXIT.done : EXIT.no;
}

/** The levels asked for, with weights. @throws BadInput when they are asked for in two ways */
function levelsOf({ level, levels, mix }: Options): LevelWeights {
  const given = [level, levels, mix].filter((option) => option !== undefined);
  if (given.length > 1) throw new BadInput('usage', '--level, --levels and --mix exclude each other');
  if (mix !== undefined) return mix;
  const [first, last] = level === undefined ? (levels ?? [FIRST_LEVEL, LAST_LEVEL]) : [level, level];
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, 1]);
}

/** `1:5,3:2` as levels with weights, by level. @throws InvalidArgumentError when it is none */
function parseMix(text: string): LevelWeights {
  const weights = new Map<number, number>();
  for (const part of text.split(',')) {
    const match = /^(\d+):(\d+)$/.exec(part.trim());
    const [level, weight] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || level < FIRST_LEVEL || level > LAST_LEVEL || weight < 1 || weight > 1000)
      throw new InvalidArgumentError(
        `"${part}" is not a level and its weight (3:2 is; levels are ${FIRST_LEVEL} to ${LAST_LEVEL}, weights 1 to 1000).`,
      );
    if (weights.has(level)) throw new InvalidArgumentError(`level ${level} stands twice.`);
    weights.set(level, weight);
  }
  return [...weights].sort(([a], [b]) => a - b);
}

/** `steps=200..400` or `nesting=2`, added to those before. @throws InvalidArgumentError when it is none */
function parseSetting(text: string, before: Ranges): Ranges {
  const match = /^([a-z]+)=(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?$/.exec(text.trim());
  if (!match) throw new InvalidArgumentError(`"${text}" sets nothing (steps=200..400 and nesting=2 do).`);
  const name = match[1]!;
  const known = FEATURE_NAMES.filter(isRunFeature);
  if (name === 'tokens')
    throw new InvalidArgumentError('tokens are not drawn but written: --max-tokens bounds them.');
  if (!isRunFeature(name))
    throw new InvalidArgumentError(
      `there is no feature "${name}": ${didYouMean(name, known) ?? `the features are ${known.join(', ')}.`}`,
    );
  const [least, most] = [Number(match[2]), Number(match[3] ?? match[2])];
  if (least > most) throw new InvalidArgumentError(`the range ${text} runs backwards.`);
  return { ...before, [name]: [least, most] };
}

/** The families by name, sorted, each once. @throws BadInput when one does not exist or none has the levels */
async function knownFamilies(names: readonly string[], levels: LevelWeights): Promise<string[]> {
  const { FAMILIES } = await import('../../../corpus/families/index.ts');
  const { levelsOf: levelsOfFamily, planOf } = await import('../../../corpus/generate.ts');
  const known = FAMILIES.map((family) => family.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new BadInput(
      'usage',
      `there is no family "${name}"`,
      didYouMean(name, known) ?? `the families are ${known.join(', ')}`,
    );
  }
  const families = known.filter((name) => names.includes(name));
  try {
    planOf({ seed: 0, count: 1, levels, schedule: 'mixed', families, set: {} });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const ladders = FAMILIES.filter(({ name }) => families.includes(name)).map(
      (family) => `${family.name} has levels ${levelsOfFamily(family).join(', ')}`,
    );
    throw new BadInput('usage', error.message, ladders.join('; ') || undefined);
  }
  return families;
}

/** How many rows each file kept out and by what, with the first of them. */
function contaminationInWords(contaminated: GenerateReport['contaminated']): string[] {
  const groups = new Map<string, { first: string; rows: number }>();
  for (const { id, file, by, common } of contaminated) {
    const key = `${file}: left out for the ${by} they have in common`;
    const group = groups.get(key) ?? { first: `${id}, "${common}"`, rows: 0 };
    groups.set(key, { ...group, rows: group.rows + 1 });
  }
  return [...groups].map(([key, { first, rows }]) => `${key}: ${rows} rows drawn (the first: ${first})`);
}

function inWords(
  { rows, resumed, refused, skipped, redrawn, kept, contaminated }: GenerateReport,
  folder: string,
  seconds: number,
): string {
  const lines = refused
    .slice(0, SHOWN)
    .map(({ index, id, reason, message }) => `${id ?? `exercise ${index}`}: ${reason}: ${message}`);
  if (refused.length > SHOWN) lines.push(`… and ${refused.length - SHOWN} more`);
  if (refused.length > 0)
    lines.push(`${refused.length} exercises gave no row: faults of Lockstep, please report them`);
  if (skipped.length > 0) lines.push(`${skipped.length} places have no row: ${skipped[0]!.message}`);
  lines.push(...contaminationInWords(contaminated));
  const again = redrawn.duplicate + redrawn.shape + redrawn.answer;
  if (again > 0)
    lines.push(
      `${again} exercises passed over: ${redrawn.duplicate} repeated a program, ${redrawn.shape} a shape too often, ${redrawn.answer} an answer too often`,
    );
  if (kept > 0) lines.push(`${kept} rows repeat a shape or an answer too often: nothing else was drawn`);
  const fresh = rows - resumed;
  const earlier = resumed === 0 ? '' : `, ${resumed} of them there already`;
  const rate = `${fresh} in ${seconds.toFixed(1)} s, ${Math.round(fresh / seconds)} rows/s`;
  lines.push(`${folder}: ${rows} rows, each run, told and checked${earlier} (${rate})`);
  return lines.join('\n') + '\n';
}
