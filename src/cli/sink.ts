// Where long output goes: standard output, or a file that appears under its name only when it is whole.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { BadInput, errorCode } from '../bad-input.ts';
import { writeOut } from './output.ts';

/** Text is gathered to pieces of this many characters before it is written. */
const PIECE = 1 << 16;

/** Writes `lines` to a file, or to standard output when there is none. @throws BadInput when the file cannot be made */
export async function writeLines(lines: Iterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined) {
    for (const piece of pieces(lines)) await writeOut(piece);
    return;
  }
  const draft = `${file}.draft`;
  try {
    const stream = createWriteStream(draft);
    await once(stream, 'open');
    for (const piece of pieces(lines)) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    const code = errorCode(error);
    if (code === '') throw error;
    throw new BadInput('file', `cannot write ${file} (${code})`);
  }
}

function* pieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line + '\n';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
