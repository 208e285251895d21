// Whole files or none: a file appears under its name only when all of it is on disk.
import { rename, writeFile } from 'node:fs/promises';

/** Writes a file so that a kill at any moment leaves the old one or the new one. */
export async function writeFileAtomic(path: string, text: string): Promise<void> {
  const draft = `${path}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}
