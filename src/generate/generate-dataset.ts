// Generates a dataset from the corpus: exercises by index, made in worker threads, written in order. The same
// options give the same bytes, however many threads there are and however often the work was interrupted.
import { catalogueOf } from '../../corpus/generate.ts';
import { BadInput } from '../bad-input.ts';
import type { Existing, Made } from '../dataset/folder.ts';
import { DatasetWriter } from '../dataset/writer.ts';
import type { Progress } from '../progress.ts';
import type { Row } from '../record.ts';
import { inOrder } from '../workers/in-order.ts';
import { JobStopped, WorkerPool } from '../workers/pool.ts';
import {
  indexOfId,
  type ExerciseOptions,
  type ExerciseResult,
  type Refused,
  type Skipped,
} from './exercise-row.ts';

/** Rows that one job makes: enough to make handing them over cheap, few enough to keep all threads busy. */
const BATCH = 16;

/** What decides the rows. */
export interface GenerateOptions extends ExerciseOptions {
  /** Exercises of the whole dataset, all shards together. */
  readonly count: number;
  readonly levels: readonly [first: number, last: number];
  /** Names of families; all when empty. */
  readonly families: readonly string[];
  /** Which stretch of the dataset: `index` of `of`, from 1. The shards in order are the rows of the whole. */
  readonly shard: { readonly index: number; readonly of: number };
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
export interface GenerateReport {
  readonly rows: number;
  /** SHA-256 over the rows in order, the manifest's. */
  readonly sha256: string;
  /** Rows that were there already from an interrupted run. */
  readonly resumed: number;
  /** Exercises that gave no row: empty unless there is a fault of ours. */
  readonly refused: readonly Refused[];
  /** Exercises that gave no row because no task asked for has a question about them. */
  readonly skipped: readonly Skipped[];
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
  catalogueOf(options);
  const earlier = new Set<number>();
  const writer = await DatasetWriter.open(folder, madeBy(options), settings.existing, (line) => {
    earlier.add(indexOfRow(line));
  });
  if (!(writer instanceof DatasetWriter))
    return { rows: writer.rows, sha256: writer.sha256, resumed: writer.rows, refused: [], skipped: [] };

  const refused: Refused[] = [];
  const skipped: Skipped[] = [];
  const written = [...earlier].reduce((a, b) => Math.max(a, b), -1);
  const { workers: threads, seconds, megabytes, progress } = settings;
  const pool = new WorkerPool({ threads, seconds, megabytes });
  const stretch = stretchOf(options);
  let seen = earlier.size;
  await progress.start(stretch.to - stretch.from);
  try {
    for await (const batch of inOrder(batches(stretch, earlier), pool.width, (indices) =>
      makeBatch(pool, indices, options),
    )) {
      const rows: string[] = [];
      for (const made of batch) {
        if (made.status === 'refused') refused.push(made);
        else if (made.status === 'skipped') skipped.push(made);
        else if (made.index > written) rows.push(made.row);
        else throw changedSince(folder);
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
  return { rows, sha256, resumed: earlier.size, refused, skipped };
}

/** What the manifest says of how the dataset was made: the options that decide its rows, and nothing else. */
function madeBy(options: GenerateOptions): Made {
  const { count, levels, families, tasks, seed, shard, styles, maxTokens, limits } = options;
  return {
    verb: 'generate',
    count,
    levels: [...levels],
    families: [...families],
    tasks: [...tasks],
    seed,
    shard: `${shard.index}/${shard.of}`,
    style: styles.join(','),
    maxTokens,
    limits: { ...limits },
  };
}

interface Stretch {
  readonly from: number;
  /** The first index that is not in it. */
  readonly to: number;
}

/** Shards are stretches, not every n-th exercise, so that their files in order are the whole dataset's rows. */
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

/** Makes rows in a thread; when the thread has to be ended, each again on its own, to find the one it was. */
async function makeBatch(
  pool: WorkerPool,
  indices: readonly number[],
  options: GenerateOptions,
): Promise<ExerciseResult[]> {
  const { seed, styles, maxTokens, limits, tasks, levels, families } = options;
  try {
    const selection = { levels, families };
    return await pool.run('generateRows', {
      indices,
      selection,
      options: { seed, styles, maxTokens, limits, tasks },
    });
  } catch (error) {
    if (!(error instanceof JobStopped)) throw error;
    if (indices.length > 1)
      return (await Promise.all(indices.map((index) => makeBatch(pool, [index], options)))).flat();
    const { reason, message } = error;
    return [{ status: 'refused', index: indices[0]!, id: null, reason: `limit/${reason}`, message }];
  }
}

/** The index of a row that an earlier run wrote. */
function indexOfRow(line: string): number {
  return indexOfId((JSON.parse(line) as Pick<Row, 'id'>).id);
}

function changedSince(folder: string): BadInput {
  return new BadInput(
    'directory',
    `${folder} holds an unfinished dataset that another Lockstep began: it refused an exercise that this one makes`,
    '--force starts over',
  );
}
