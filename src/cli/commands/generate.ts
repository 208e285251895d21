// `lockstep generate`: exercises of the corpus into a dataset, each row run, told and checked.
import { Option, type Command } from 'commander';
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
import { parseCount, parseList, parseRange, parseShard } from '../options.ts';
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

interface Options extends LimitOptions, StyleMixOptions, WorkerOptions, OutOptions, TaskMixOptions {
  readonly count: number;
  readonly level?: number;
  readonly levels?: Levels;
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
      .option('-f, --family <NAMES>', 'families, between commas (default: all)', parseList);
    declareOut(command);
    command
      .option('--resume', 'go on where an interrupted run of the same command stopped', false)
      .addOption(
        new Option('--shard <I/N>', 'only this stretch of the dataset')
          .argParser(parseShard)
          .default({ index: 1, of: 1 }, 'all of it'),
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
  return report.refused.length === 0 ? EXIT.done : EXIT.no;
}

function levelsOf({ level, levels }: Options): Levels {
  if (level !== undefined && levels !== undefined)
    throw new BadInput('usage', '--level and --levels exclude each other');
  return level === undefined ? (levels ?? [FIRST_LEVEL, LAST_LEVEL]) : [level, level];
}

/** The families by name, sorted, each once. @throws BadInput when one does not exist or none has the levels */
async function knownFamilies(names: readonly string[], levels: Levels): Promise<string[]> {
  const { FAMILIES } = await import('../../../corpus/families/index.ts');
  const { catalogueOf } = await import('../../../corpus/generate.ts');
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
    catalogueOf({ levels, families });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const ladders = FAMILIES.filter(({ name }) => families.includes(name)).map(
      (family) => `${family.name} has levels ${family.levels.join(' to ')}`,
    );
    throw new BadInput('usage', error.message, ladders.join('; ') || undefined);
  }
  return families;
}

function inWords(
  { rows, resumed, refused, skipped }: GenerateReport,
  folder: string,
  seconds: number,
): string {
  const lines = refused
    .slice(0, SHOWN)
    .map(({ index, id, reason, message }) => `${id ?? `exercise ${index}`}: ${reason}: ${message}`);
  if (refused.length > SHOWN) lines.push(`… and ${refused.length - SHOWN} more`);
  if (refused.length > 0)
    lines.push(`${refused.length} exercises gave no row: faults of Lockstep, please report them`);
  if (skipped.length > 0)
    lines.push(`${skipped.length} exercises gave no row: no task asked for has a question about them`);
  const fresh = rows - resumed;
  const earlier = resumed === 0 ? '' : `, ${resumed} of them there already`;
  const rate = `${fresh} in ${seconds.toFixed(1)} s, ${Math.round(fresh / seconds)} rows/s`;
  lines.push(`${folder}: ${rows} rows, each run, told and checked${earlier} (${rate})`);
  return lines.join('\n') + '\n';
}
