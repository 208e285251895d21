// Reads a file of lines as a stream, so that its size does not matter. Knows nothing of what a line holds.
import { createReadStream } from 'node:fs';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line ending; null when the bytes are no UTF-8. */
  readonly text: string | null;
  /** Bytes in the file up to the end of this line, its line ending included. */
  readonly end: number;
  /** False for a last line that has no line ending: a writer may have been stopped there. */
  readonly complete: boolean;
}

const LINE_FEED = 10;

/** The lines of a file in order. A line ending is `\n`; a `\r` before it is dropped. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let number = 0;
  let end = 0;
  const line = (complete: boolean): Line => {
    const bytes = pending.length === 1 ? pending[0]! : Buffer.concat(pending);
    pending = [];
    number++;
    end += bytes.length + (complete ? 1 : 0);
    return { number, text: decode(bytes), end, complete };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, start)) {
      pending.push(chunk.subarray(start, at));
      start = at + 1;
      yield line(true);
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  }
  if (pending.length > 0) yield line(false);
}

function decode(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  } catch {
    return null;
  }
}
