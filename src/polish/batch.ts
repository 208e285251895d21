// Batch files in OpenAI's form, which `vllm run-batch` takes too: requests out, answers in, in any order and in any
// number of files. A request is named by the key of its payload, so that an answer finds its place without a list.
import { open, type FileHandle } from 'node:fs/promises';
import { readLines } from '../dataset/lines.ts';
import { z } from 'zod';
import type { AnswerStore } from './answers.ts';
import { payloadKey, type Answer, type Payload } from './payload.ts';

/** OpenAI's bounds for one file. */
const MOST_REQUESTS = 50_000;
const MOST_BYTES = 200_000_000;

/** Writes requests; begins another file when one is full. @returns the files with their numbers of requests */
export async function writeBatch(
  path: string,
  payloads: AsyncIterable<Payload>,
  bounds = { requests: MOST_REQUESTS, bytes: MOST_BYTES },
): Promise<{ path: string; requests: number }[]> {
  const files: { path: string; requests: number }[] = [];
  let handle: FileHandle | null = null;
  let bytes = 0;
  try {
    for await (const body of payloads) {
      const line = Buffer.from(
        JSON.stringify({ custom_id: payloadKey(body), method: 'POST', url: '/v1/chat/completions', body }) +
          '\n',
      );
      const current = files.at(-1);
      if (
        current === undefined ||
        current.requests === bounds.requests ||
        bytes + line.length > bounds.bytes
      ) {
        await handle?.close();
        const name = files.length === 0 ? path : numbered(path, files.length + 1);
        handle = await open(name, 'w');
        files.push({ path: name, requests: 0 });
        bytes = 0;
      }
      await handle!.appendFile(line);
      bytes += line.length;
      files.at(-1)!.requests++;
    }
  } finally {
    await handle?.close();
  }
  return files;
}

/** `requests.jsonl` as `requests-2.jsonl`. */
function numbered(path: string, n: number): string {
  return /\.[^./\\]+$/.test(path) ? path.replace(/(\.[^./\\]+)$/, `-${n}$1`) : `${path}-${n}`;
}

const resultSchema = z.object({
  custom_id: z.string().regex(/^[0-9a-f]{64}$/),
  response: z
    .object({
      status_code: z.int(),
      body: z.object({
        model: z.string().optional(),
        choices: z
          .array(
            z.object({
              message: z.object({ content: z.string() }),
              finish_reason: z.string().nullable().optional(),
            }),
          )
          .min(1),
        usage: z
          .object({ prompt_tokens: z.int().catch(0), completion_tokens: z.int().catch(0) })
          .nullable()
          .optional(),
      }),
    })
    .nullable(),
});

export interface BatchTaken {
  /** Answers taken, and those that were there already. */
  readonly taken: number;
  readonly known: number;
  /** Requests that the server could not answer: `--batch-out` writes them again. */
  readonly failed: number;
  /** Lines that are no result of a request of ours, with file and line. */
  readonly strange: readonly string[];
}

/** Takes the results in a file. @throws a system error when it cannot be read */
export async function takeBatch(path: string, answers: AnswerStore, model: string): Promise<BatchTaken> {
  let taken = 0;
  let known = 0;
  let failed = 0;
  const strange: string[] = [];
  for await (const { number, text } of readLines(path)) {
    if (text?.trim() === '') continue;
    const result = resultIn(text, model);
    if (result === 'strange') strange.push(`${path}:${number}`);
    else if (result === 'failed') failed++;
    else if (answers.get(result.key) !== undefined) known++;
    else {
      await answers.put(result.key, result.answer);
      taken++;
    }
  }
  return { taken, known, failed, strange };
}

function resultIn(
  text: string | null,
  model: string,
): { key: string; answer: Answer } | 'failed' | 'strange' {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return 'strange';
  }
  const parsed = resultSchema.safeParse(value);
  if (!parsed.success) return isFailure(value) ? 'failed' : 'strange';
  const { custom_id: key, response } = parsed.data;
  if (response === null || response.status_code !== 200) return 'failed';
  const { choices, usage, model: served } = response.body;
  const [choice] = choices;
  return {
    key,
    answer: {
      text: choice!.message.content,
      model: served ?? model,
      finish: choice!.finish_reason ?? 'stop',
      promptTokens: usage?.prompt_tokens ?? 0,
      completionTokens: usage?.completion_tokens ?? 0,
    },
  };
}

/** A result of ours without an answer in it: an error, a refusal, an empty choice. */
function isFailure(value: unknown): boolean {
  const id = (value as { custom_id?: unknown } | null)?.custom_id;
  return typeof id === 'string' && /^[0-9a-f]{64}$/.test(id);
}
