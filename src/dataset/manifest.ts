// The manifest of a dataset: what made it, and the digest of every file. No times and no machine names stand in it,
// so that the same command gives the same bytes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SPLITS } from '../record.ts';
import { writeFileAtomic } from './atomic.ts';

export const MANIFEST = 'manifest.json';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const fileSchema = z.strictObject({
  /** From the dataset's folder, with `/`. */
  path: z.string(),
  split: z.enum(SPLITS),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: digest,
});

const polishSchema = z.strictObject({
  /** The model as it was asked for. */
  model: z.string(),
  /** Rows that have words of the model, rows of which every answer was refused, and rows not polished (yet). */
  accepted: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
});

const manifestSchema = z.strictObject({
  /** Of this layout; a change that an old reader would misread raises it. */
  format: z.literal(1),
  /** The Lockstep that made the dataset. */
  version: z.string(),
  /** The verb and the options that decide the rows (so not the number of workers). */
  made: z.record(z.string(), z.json()),
  rows: z.int().nonnegative(),
  /** SHA-256 over all rows in the order they were made, whatever the split; once polished, in the files' order. */
  sha256: digest,
  files: z.array(fileSchema),
  /** The same rows as Parquet, file by file; left out when they were not asked for. */
  parquet: z.array(fileSchema).optional(),
  /** What polishing did; left out when it was never done. */
  polish: polishSchema.optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type DataFile = z.infer<typeof fileSchema>;

/** The manifest in a folder; null when there is none, a text when there is one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest | null | string> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch {
    return null;
  }
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : z.prettifyError(parsed.error);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Writes the manifest: the last file of a dataset, so that its presence says that the dataset is whole. */
export function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  return writeFileAtomic(join(folder, MANIFEST), JSON.stringify(manifest, null, 2) + '\n');
}
