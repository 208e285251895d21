// Reads a file of lines as a stream, so that its size does not matter. Knows nothing of what a line holds.
import { createReadStream } from 'node:fs';

export interface LineBytes {
  /** From 1. */
  readonly number: number;
  /** Without its line ending. */
  readonly bytes: Buffer;
  /** Bytes in the file up to the end of this line, its line ending included. */
  readonly end: number;
  /** False for a last line that has no line ending: a writer may have been stopped there. */
  readonly complete: boolean;
}

export interface Line extends LineBytes {
  /** Without its line ending; null when the bytes are no UTF-8. */
  readonly text: string | null;
}

const LINE_FEED = 10;

/** The lines of a file in order. A line ending is `\n`; a `\r` before it is dropped from the text. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  for await (const lines of readLineBytes(path))
    for (const line of lines) yield { ...line, text: decode(line.bytes) };
}

/** The same without decoding, as many at a time as come together. */
export async function* readLineBytes(path: string): AsyncGenerator<readonly LineBytes[]> {
  let pending: Buffer[] = [];
  let number = 0;
  let end = 0;
  const line = (complete: boolean): LineBytes => {
    const bytes = pending.length === 1 ? pending[0]! : Buffer.concat(pending);
    pending = [];
    number++;
    end += bytes.length + (complete ? 1 : 0);
    return { number, bytes, end, complete };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const lines: LineBytes[] = [];
    let start = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      pending.push(chunk.subarray(start, at));
      start = at + 1;
      lines.push(line(true));
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
    yield lines;
  }
  if (pending.length > 0) yield [line(false)];
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string | null {
  try {
    const text = decoder.decode(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch {
    return null;
  }
}
