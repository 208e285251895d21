// Puts changed rows in the place of a dataset's rows: all files or none, whenever the work is killed. New files are
// written aside; a manifest beside them says that they are whole; then each is renamed into its place. What was
// interrupted after that manifest is finished by whoever opens the dataset next.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../bad-input.ts';
import { writeFileAtomic } from './atomic.ts';
import { MANIFEST, writeManifest, type DataFile, type Manifest } from './manifest.ts';
import { readLines } from './lines.ts';
import { publish } from './publish.ts';

/** Where the new files stand until they are whole. */
const ASIDE = '.replacement';

/** Finishes a replacement that was interrupted after its files were whole, and removes one that was not. */
export async function settleReplacement(folder: string): Promise<void> {
  const aside = join(folder, ASIDE);
  const text = await readFile(join(aside, MANIFEST), 'utf8').catch(() => null);
  if (text !== null) await moveIn(folder, JSON.parse(text) as Manifest);
  await rm(aside, { recursive: true, force: true });
}

/**
 * Rewrites every row of a dataset.
 * @param change is given each line in the order of the files and returns the line in its place
 * @returns the new manifest
 */
export async function replaceRows(
  folder: string,
  manifest: Manifest,
  change: (line: string) => Promise<string>,
  amend: (manifest: Manifest) => Manifest,
): Promise<Manifest> {
  const aside = join(folder, ASIDE);
  await rm(aside, { recursive: true, force: true });
  const whole = createHash('sha256');
  const files: DataFile[] = [];
  for (const file of manifest.files)
    files.push(await rewrite(folder, file, change, (line) => whole.update(line)));
  const next = amend({ ...manifest, files, sha256: whole.digest('hex') });
  await writeFileAtomic(join(aside, MANIFEST), JSON.stringify(next));
  const published = await moveIn(folder, next);
  await rm(aside, { recursive: true, force: true });
  return published;
}

async function rewrite(
  folder: string,
  file: DataFile,
  change: (line: string) => Promise<string>,
  onLine: (line: string) => void,
): Promise<DataFile> {
  const path = join(folder, ASIDE, file.path);
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const { text } of readLines(join(folder, file.path))) {
      const line = (await change(text ?? '')) + '\n';
      hash.update(line);
      onLine(line);
      bytes += Buffer.byteLength(line);
      await handle.appendFile(line);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { ...file, bytes, sha256: hash.digest('hex') };
}

async function moveIn(folder: string, manifest: Manifest): Promise<Manifest> {
  for (const { path } of manifest.files) {
    try {
      await rename(join(folder, ASIDE, path), join(folder, path));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error; // moved before the interruption
    }
  }
  const published = await publish(folder, manifest, manifest.parquet !== undefined);
  await writeManifest(folder, published);
  return published;
}
