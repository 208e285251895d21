// CPython's answers kept in the repository, for machines without python3.11: what a script printed for an input, under
// the digest of both. `npm run record` asks them all anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { root } from '../house/sources.ts';

export const recordings = join(root, 'test/recorded');

const pathOf = (script: string, input: string): string =>
  join(recordings, `${createHash('sha256').update(`${script}\0${input}`).digest('hex').slice(0, 20)}.br`);

/** What the script printed, or null when that was never recorded. */
export function recordedAnswer(script: string, input: string): string | null {
  const path = pathOf(script, input);
  return existsSync(path) ? brotliDecompressSync(readFileSync(path)).toString('utf8') : null;
}

/** Keeps what the script printed. */
export function keepAnswer(script: string, input: string, answer: string): void {
  mkdirSync(recordings, { recursive: true });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(pathOf(script, input), brotliCompressSync(answer, { params }));
}
