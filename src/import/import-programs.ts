// Imports a file of programs into a dataset: each line runs in a worker thread, bounded in time and memory, and
// what goes wrong with one line never touches another.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFileAtomic } from '../dataset/atomic.ts';
import type { Existing } from '../dataset/folder.ts';
import { readLines, type Line } from '../dataset/lines.ts';
import { DatasetWriter } from '../dataset/writer.ts';
import type { Progress } from '../progress.ts';
import { inOrder } from '../workers/in-order.ts';
import { JobStopped, WorkerPool } from '../workers/pool.ts';
import type { Imported, ImportOptions } from './import-row.ts';
import { isMalformed, readProgramRow } from './program-row.ts';
import { statusNames, type ImportReport, type ReportedRow, type Status } from './status.ts';

/** The report beside the data: what `--json` prints. */
export const REPORT = 'report.json';

export interface ImportSettings extends ImportOptions {
  readonly workers: number;
  /** Bounds for one program, seen from outside its thread. */
  readonly seconds: number;
  readonly megabytes: number;
  readonly existing: Exclude<Existing, 'resume'>;
  /** Write Parquet files too. */
  readonly parquet: boolean;
  readonly progress: Progress;
}

/**
 * Imports the programs of a JSON Lines file into `folder`.
 * @throws BadInput when the folder may not be used
 */
export async function importPrograms(
  path: string,
  folder: string,
  settings: ImportSettings,
): Promise<ImportReport> {
  const input = await measure(path);
  const { styles, seed, maxTokens, limits, tasks } = settings;
  const made = {
    verb: 'import',
    input: basename(path),
    sha256: input.sha256,
    style: styles.join(','),
    tasks: [...tasks],
    seed,
    maxTokens,
    limits: { ...limits },
  };
  const writer = await DatasetWriter.open(folder, made, settings.existing);
  if (!(writer instanceof DatasetWriter)) throw new Error('an import is never resumed');

  const counts = Object.fromEntries(statusNames.map((status) => [status, 0])) as Record<Status, number>;
  const rows: ReportedRow[] = [];
  const pool = new WorkerPool({
    threads: settings.workers,
    seconds: settings.seconds,
    megabytes: settings.megabytes,
  });
  let done = 0;
  await settings.progress.start(input.lines);
  try {
    const ids = new Set<string>();
    for await (const result of inOrder(programLines(path), pool.width, (line) =>
      importLine(line, ids, pool, settings),
    )) {
      counts[result.status]++;
      if (result.status === 'ok') await writer.append([result.row]);
      else rows.push(result.refused);
      settings.progress.update(++done);
    }
  } finally {
    await pool.close();
  }
  await writer.finish(settings);
  const report: ImportReport = { total: done, ...counts, rows };
  await writeFileAtomic(join(folder, REPORT), JSON.stringify(report, null, 2) + '\n');
  return report;
}

type LineResult =
  | { readonly status: 'ok'; readonly row: string }
  | { readonly status: Exclude<Status, 'ok'>; readonly refused: ReportedRow };

async function importLine(
  line: Line,
  ids: Set<string>,
  pool: WorkerPool,
  options: ImportOptions,
): Promise<LineResult> {
  const program = readProgramRow(line.text);
  if (isMalformed(program)) {
    const { id, reason, message } = program;
    return refused(line, id, {
      status: 'malformed',
      reason,
      message: `line ${line.number}: ${message}`,
      span: null,
    });
  }
  const { id } = program;
  if (ids.has(id)) {
    const message = `line ${line.number}: the id "${id}" stands in an earlier line`;
    return refused(line, id, { status: 'malformed', reason: 'row/duplicate-id', message, span: null });
  }
  ids.add(id);
  const { styles, seed, maxTokens, limits, tasks } = options;
  const imported = await bounded(pool, { program, options: { styles, seed, maxTokens, limits, tasks } });
  return imported.status === 'ok' ? imported : refused(line, id, imported);
}

/** Runs the row in a thread; a thread that had to be ended makes a refusal like any other. */
async function bounded(
  pool: WorkerPool,
  job: Parameters<typeof pool.run<'importProgram'>>[1],
): Promise<Imported> {
  try {
    return await pool.run('importProgram', job);
  } catch (error) {
    if (error instanceof JobStopped) {
      return { status: 'limit', reason: `limit/${error.reason}`, message: error.message, span: null };
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { status: 'failed', reason: 'internal', message, span: null };
  }
}

function refused(line: Line, id: string | null, refusal: Exclude<Imported, { status: 'ok' }>): LineResult {
  const { status, reason, message, span } = refusal;
  return { status, refused: { id, line: line.number, status, reason, message, span } };
}

/** Blank lines are no rows. */
async function* programLines(path: string): AsyncGenerator<Line> {
  for await (const line of readLines(path)) if (line.text === null || line.text.trim() !== '') yield line;
}

/** The digest of a file and the number of its lines that are not blank. */
async function measure(path: string): Promise<{ sha256: string; lines: number }> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  let lines = 0;
  for await (const _ of programLines(path)) lines++;
  return { sha256: hash.digest('hex'), lines };
}
