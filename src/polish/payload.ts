// What is sent to a language model, and the name under which its answer is kept. The same payload has the same key
// on every machine, so that an answer is paid for once. Knows nothing of servers.
import { createHash } from 'node:crypto';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** The body of a chat completion request, as OpenAI-compatible servers take it. */
export interface Payload {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly temperature: number;
  readonly max_tokens: number;
  readonly seed: number;
  /** Left out for servers that have no structured output. */
  readonly response_format?: object;
}

/** SHA-256 of the payload in hex: 64 characters, which is also the longest `custom_id` of a batch file. */
export function payloadKey(payload: Payload): string {
  return createHash('sha256').update(canonical(payload)).digest('hex');
}

/** JSON with the keys of objects sorted. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** What a model answered, as it is kept. */
export interface Answer {
  readonly text: string;
  /** The model's name as the server gives it. */
  readonly model: string;
  /** `stop` when the answer is whole; `length` when the server cut it. */
  readonly finish: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
}
