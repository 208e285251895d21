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

/** Compressed answers of more bytes are not kept: the tests that need them are skipped, by name. */
const LARGEST = 65_536;

/** From how many characters on answers are compressed faster. */
const LONG = 1_000_000;

/** What the script printed; `too large` when that was not kept, null when it was never recorded. */
export function recordedAnswer(
  script: string,
  input: string,
): { readonly answer: string } | 'too large' | null {
  const path = pathOf(script, input);
  if (!existsSync(path)) return null;
  const kept = readFileSync(path);
  return kept.length === 0 ? 'too large' : { answer: brotliDecompressSync(kept).toString('utf8') };
}

/** Keeps what the script printed, or that it is too large to be kept. */
export function keepAnswer(script: string, input: string, answer: string): void {
  mkdirSync(recordings, { recursive: true });
  const quality = answer.length < LONG ? 11 : 9;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = brotliCompressSync(answer, { params });
  writeFileSync(pathOf(script, input), packed.length > LARGEST ? '' : packed);
}
