// Generates a dataset from the corpus: exercises by index, made in worker threads, written in order. The same
// options give the same bytes, however many threads there are and however often the work was interrupted.
import { countLevels, planOf, type Plan, type Selection } from '../../corpus/generate.ts';
import { BadInput } from '../bad-input.ts';
import type { Existing, Made } from '../dataset/folder.ts';
import { DatasetWriter } from '../dataset/writer.ts';
import type { Progress } from '../progress.ts';
import type { Row } from '../record.ts';
import { inOrder } from '../workers/in-order.ts';
import { WorkerPool } from '../workers/pool.ts';
import { BatchMaker } from './batch-maker.ts';
import { indexOfId, type ExerciseOptions } from './exercise-row.ts';
import { Forbidden } from './decontaminate.ts';
import { probed } from './probe.ts';
import { Repetition, type Candidate } from './repetition.ts';
import { samplePrompts } from './sample-prompts.ts';
import { NOTHING, Taker, type TakerReport } from './taker.ts';

/**
 * Rows that one job makes: enough to go through the stages together, few enough to keep all threads busy; twice as many
 * make no difference.
 */
const BATCH = 32;

/** What decides the rows. */
export interface GenerateOptions extends ExerciseOptions, Selection {
  /** Whether the levels were named: then each of them must have what `set` asks for. */
  readonly insist: boolean;
  /** Files with which no row may have much in common. */
  readonly decontaminate: readonly string[];
}

/** What does not. */
export interface GenerateSettings {
  readonly workers: number;
  /** Bounds for one batch of rows, seen from outside its thread. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly existing: Existing;
  /** Write Parquet files too. */
  readonly parquet: boolean;
  readonly progress: Progress;
}

/** What generating did; `lockstep generate --json` prints it. */
export interface GenerateReport extends TakerReport {
  readonly rows: number;
  /** SHA-256 over the rows in order, the manifest's. */
  readonly sha256: string;
  /** Rows that were there already from an interrupted run. */
  readonly resumed: number;
}

/**
 * Generates a dataset, or the asked shard of it, into `folder`.
 * @throws BadInput when the folder may not be used
 * @throws RangeError when no exercise is as asked
 */
export async function generateDataset(
  folder: string,
  options: GenerateOptions,
  settings: GenerateSettings,
): Promise<GenerateReport> {
  const plan = probed(planOf(options), options);
  const forbidden = await Forbidden.read(options.decontaminate, () => samplePrompts(options));
  const stretch = stretchOf(options);
  const repetition = new Repetition(countLevels(plan, stretch.from, stretch.to), familiesIn(plan));
  const earlier = new Set<number>();
  const writer = await DatasetWriter.open(folder, madeBy(options, forbidden), settings.existing, (line) => {
    const { index, taken } = earlierRow(line);
    earlier.add(index);
    repetition.take(taken);
  });
  if (!(writer instanceof DatasetWriter))
    return { ...NOTHING, rows: writer.rows, sha256: writer.sha256, resumed: writer.rows };

  const written = [...earlier].reduce((a, b) => Math.max(a, b), -1);
  const { workers: threads, seconds, megabytes, progress } = settings;
  const pool = new WorkerPool({ threads, seconds, megabytes });
  const maker = new BatchMaker(pool, plan, options, repetition.taken);
  const taker = new Taker(maker, repetition, forbidden);
  let seen = earlier.size;
  await progress.start(stretch.to - stretch.from);
  try {
    for await (const batch of inOrder(batches(stretch, earlier), pool.width, (indices) =>
      maker.make(indices),
    )) {
      const rows: string[] = [];
      for (const made of batch) {
        const row = await taker.take(made);
        if (row === null) continue;
        if (made.index <= written) throw changedSince(folder);
        rows.push(row);
      }
      await writer.append(rows);
      progress.update((seen += batch.length));
    }
  } catch (error) {
    await writer.close();
    throw error;
  } finally {
    await pool.close();
  }
  const { rows, sha256 } = await writer.finish(settings);
  return { rows, sha256, resumed: earlier.size, ...taker.report };
}

function familiesIn({ menu }: Plan): number {
  return new Set(Object.values(menu).flatMap((offers) => offers.map(({ family }) => family))).size;
}

/** What the manifest says of how the dataset was made: the options that decide its rows, and nothing else. */
function madeBy(options: GenerateOptions, { files }: Forbidden): Made {
  const { count, levels, schedule, set, families, tasks, seed, shard, styles, maxTokens, limits } = options;
  return {
    verb: 'generate',
    count,
    levels: Object.fromEntries(levels),
    schedule,
    set: Object.fromEntries(Object.entries(set).map(([name, range]) => [name, [...range]])),
    families: [...families],
    tasks: [...tasks],
    seed,
    shard: `${shard.index}/${shard.of}`,
    styles: [...styles],
    maxTokens,
    limits: { ...limits },
    decontaminate: files.map((file) => ({ ...file })),
  };
}

interface Stretch {
  readonly from: number;
  /** The first index that is not in it. */
  readonly to: number;
}

/** Shards are stretches, not every n-th exercise, so that in order they have the levels of the whole. */
function stretchOf({ count, shard: { index, of } }: GenerateOptions): Stretch {
  return { from: Math.floor((count * (index - 1)) / of), to: Math.floor((count * index) / of) };
}

/**
 * The indices still to be made. One that an interrupted run left out before its last row was refused or skipped there,
 * and is made again for the report.
 */
function* batches({ from, to }: Stretch, earlier: ReadonlySet<number>): Generator<number[]> {
  let batch: number[] = [];
  for (let index = from; index < to; index++) {
    if (!earlier.has(index)) batch.push(index);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The place of a row that an earlier run wrote, and what of it must not be repeated. */
function earlierRow(line: string): { index: number; taken: Candidate } {
  const { id, level, answer, features } = JSON.parse(line) as Row;
  const keys = { run: String(features['key']), shape: String(features['shape']) };
  return { index: indexOfId(id), taken: { keys, level: level ?? 0, answer } };
}

function changedSince(folder: string): BadInput {
  return new BadInput(
    'directory',
    `${folder} holds an unfinished dataset that another Lockstep began: it refused an exercise that this one makes`,
    '--force starts over',
  );
}
