// What stands beside the rows of a finished dataset: its card, and Parquet files where they are wanted. Derived from
// the rows' files, so that it can be made again at any time.
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from './atomic.ts';
import { CARD, cardOf } from './card.ts';
import { columnsOf, duckdbType, type Column } from './columns.ts';
import { digestOf } from './digest.ts';
import type { DataFile, Manifest } from './manifest.ts';
import { writeParquet } from './parquet.ts';
import { summarize } from './summary.ts';

const PARQUET = 'parquet';

/**
 * Writes the card and, when `parquet` is true, a Parquet file for each file of rows.
 * @returns the manifest with the Parquet files in it
 */
export async function publish(folder: string, manifest: Manifest, parquet: boolean): Promise<Manifest> {
  const summary = await summarize(folder, manifest.files);
  const columns = columnsOf(summary.open);
  await rm(join(folder, PARQUET), { recursive: true, force: true });
  const { parquet: _, ...rest } = manifest;
  const published = parquet ? { ...rest, parquet: await parquetFiles(folder, manifest, columns) } : rest;
  await writeFileAtomic(join(folder, CARD), cardOf(published, columns, summary));
  return published;
}

async function parquetFiles(
  folder: string,
  { files }: Manifest,
  columns: readonly Column[],
): Promise<DataFile[]> {
  await mkdir(join(folder, PARQUET), { recursive: true });
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, duckdbType(type)]));
  const written: DataFile[] = [];
  for (const file of files) {
    const path = file.path.replace(/^data\//, `${PARQUET}/`).replace(/\.jsonl$/, '.parquet');
    await writeParquet(join(folder, file.path), join(folder, path), types);
    const { size } = await stat(join(folder, path));
    written.push({ ...file, path, bytes: size, sha256: await digestOf(join(folder, path)) });
  }
  return written;
}
