// Verifies a dataset: the digest of every file, and every row run again from its source. Believes nothing that
// stands in the folder. Knows nothing of what is checked on a row; see `verify-row.ts`.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA, findManifest } from '../dataset/folder.ts';
import { settleReplacement } from '../dataset/replace.ts';
import { digestOf } from '../dataset/digest.ts';
import { readLines } from '../dataset/lines.ts';
import { MANIFEST, type Manifest } from '../dataset/manifest.ts';
import type { Progress } from '../progress.ts';
import { inOrder } from '../workers/in-order.ts';
import { JobStopped, WorkerPool } from '../workers/pool.ts';
import { conditionsOf } from './conditions.ts';
import type { Conditions, Problem } from './verify-row.ts';

/** Rows that one job verifies: enough to make handing them over cheap, few enough to keep all threads busy. */
const BATCH = 16;

export interface VerifySettings {
  readonly workers: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly progress: Progress;
}

/** Something that is not as it should be. */
export interface Fault {
  /** From the dataset's folder. */
  readonly file: string;
  /** The line in the file, from 1; null when the file itself is wrong. */
  readonly line: number | null;
  readonly id: string | null;
  /** The field that is wrong, `row` when it is no row at all, `file` when the file is. */
  readonly field: string;
  readonly message: string;
}

/** What verifying found; `lockstep verify --json` prints it. */
export interface VerifyReport {
  readonly rows: number;
  /** Rows of which everything holds. */
  readonly ok: number;
  /** Sentences that were read and held against a run. */
  readonly claims: number;
  readonly faults: readonly Fault[];
}

/**
 * Verifies the dataset in a folder.
 * @throws BadInput when there is none, or when it is unfinished
 */
export async function verifyDataset(folder: string, settings: VerifySettings): Promise<VerifyReport> {
  await settleReplacement(folder);
  const manifest = await findManifest(folder);
  const faults: Fault[] = await checkFiles(folder, manifest);
  const missing = new Set(faults.filter((fault) => fault.message === MISSING).map((fault) => fault.file));
  const files = manifest.files.filter((file) => !missing.has(file.path));

  const conditions = conditionsOf(manifest.made);
  const { workers: threads, seconds, megabytes, progress } = settings;
  const pool = new WorkerPool({ threads, seconds, megabytes });
  const ids = new Map<string, string>();
  let rows = 0;
  let faulty = 0;
  let claims = 0;
  await progress.start(manifest.rows);
  try {
    for await (const batch of inOrder(batches(folder, files), pool.width, (lines) =>
      verifyBatch(pool, lines, conditions),
    )) {
      for (const { place, id, problems, read } of batch) {
        rows++;
        claims += read;
        const earlier = id === null ? undefined : ids.get(id);
        const all = [...problems];
        if (earlier !== undefined) all.push({ field: 'id', message: `stands in ${earlier} too` });
        if (id !== null) ids.set(id, `${place.file}:${place.line}`);
        for (const problem of all) faults.push({ file: place.file, line: place.line, id, ...problem });
        if (all.length > 0) faulty++;
      }
      progress.update(rows);
    }
  } finally {
    await pool.close();
  }
  return { rows, ok: rows - faulty, claims, faults };
}

const MISSING = 'the manifest names it, but it is not there';

/** Holds the files against the manifest, and the manifest against the files. */
async function checkFiles(folder: string, manifest: Manifest): Promise<Fault[]> {
  const faults: Fault[] = [];
  const fault = (file: string, message: string): void => {
    faults.push({ file, line: null, id: null, field: 'file', message });
  };
  for (const { path, bytes, sha256 } of [...manifest.files, ...(manifest.parquet ?? [])]) {
    const info = await stat(join(folder, path)).catch(() => null);
    if (info === null) fault(path, MISSING);
    else if (info.size !== bytes) fault(path, `has ${info.size} bytes, the manifest says ${bytes}`);
    else if ((await digestOf(join(folder, path))) !== sha256)
      fault(path, 'its SHA-256 is not the one in the manifest');
  }
  const known = new Set(manifest.files.map((file) => file.path));
  for (const name of await readdir(join(folder, DATA)).catch(() => [])) {
    if (!known.has(`${DATA}/${name}`)) fault(`${DATA}/${name}`, 'the manifest does not name it');
  }
  const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
  if (rows !== manifest.rows) fault(MANIFEST, `says ${manifest.rows} rows in all, but ${rows} by file`);
  return faults;
}

interface PlacedLine {
  readonly file: string;
  readonly line: number;
  readonly text: string | null;
}

async function* batches(folder: string, files: Manifest['files']): AsyncGenerator<PlacedLine[]> {
  let batch: PlacedLine[] = [];
  for (const { path } of files) {
    for await (const { number, text } of readLines(join(folder, path))) {
      batch.push({ file: path, line: number, text });
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

interface VerifiedRow {
  readonly place: PlacedLine;
  readonly id: string | null;
  readonly problems: readonly Problem[];
  /** Claims that were read in it. */
  readonly read: number;
}

/** Verifies rows in a thread; when the thread has to be ended, each row again on its own, to find the one it was. */
async function verifyBatch(
  pool: WorkerPool,
  lines: readonly PlacedLine[],
  conditions: Conditions,
): Promise<VerifiedRow[]> {
  try {
    const results = await pool.run('verifyRows', { lines: lines.map((line) => line.text), conditions });
    return results.map((result, index) => ({ place: lines[index]!, ...result }));
  } catch (error) {
    if (!(error instanceof JobStopped)) throw error;
    if (lines.length > 1)
      return (await Promise.all(lines.map((line) => verifyBatch(pool, [line], conditions)))).flat();
    return [{ place: lines[0]!, id: null, problems: [{ field: 'row', message: error.message }], read: 0 }];
  }
}
