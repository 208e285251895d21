// The answers of a model, kept on disk as they come: an answer that was paid for is never asked for again, however
// the work was ended. One line of JSON each; a line that a kill cut short is dropped. Keys never stand in it.
import { mkdir, open, stat, truncate, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readLines } from '../dataset/lines.ts';
import type { Answer } from './payload.ts';

const count = z.int().nonnegative();

const lineSchema = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  text: z.string(),
  model: z.string(),
  finish: z.string(),
  promptTokens: count,
  completionTokens: count,
});

export class AnswerStore {
  private readonly file: FileHandle;
  private readonly known: Map<string, Answer>;

  private constructor(file: FileHandle, known: Map<string, Answer>) {
    this.file = file;
    this.known = known;
  }

  static async open(path: string): Promise<AnswerStore> {
    await mkdir(dirname(path), { recursive: true });
    const known = new Map<string, Answer>();
    const size = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    let end = 0;
    if (size > 0) {
      for await (const line of readLines(path)) {
        const read = line.complete ? answerIn(line.text) : null;
        if (read !== null) known.set(read[0], read[1]);
        if (line.complete) end = line.end;
      }
      if (end < size) await truncate(path, end);
    }
    return new AnswerStore(await open(path, 'a'), known);
  }

  get size(): number {
    return this.known.size;
  }

  get(key: string): Answer | undefined {
    return this.known.get(key);
  }

  /** Keeps an answer; it is on disk when the promise is done. A second answer to the same payload is not kept. */
  async put(key: string, answer: Answer): Promise<void> {
    if (this.known.has(key)) return;
    this.known.set(key, answer);
    await this.file.appendFile(JSON.stringify({ key, ...answer }) + '\n');
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

function answerIn(text: string | null): [string, Answer] | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null; // a line that two writers mixed up: its answer is asked for again
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return null;
  const { key, ...answer } = parsed.data;
  return [key, answer];
}
