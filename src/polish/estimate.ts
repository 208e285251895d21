// What polishing would send and cost, before anything is sent. Knows nothing of servers.
import { loadTokenCounter } from '../pipeline/tokens.ts';
import type { Payload } from './payload.ts';
import { costOf, type Prices } from './spending.ts';

export interface Estimate {
  /** Requests that rows wait for now; corrections and paragraphs come on top. */
  readonly requests: number;
  readonly promptTokens: number;
  /** As many as the texts to be rewritten have. */
  readonly completionTokens: number;
  /** US dollars when every first answer is accepted, and when every row takes all its corrections. */
  readonly cost: number;
  readonly mostCost: number;
  /** The first requests as they would be sent. */
  readonly samples: readonly Payload[];
}

/** Requests shown as they are. */
const SAMPLES = 3;

export async function estimate(
  payloads: AsyncIterable<Payload>,
  prices: Prices,
  corrections: number,
): Promise<Estimate> {
  const count = await loadTokenCounter();
  const samples: Payload[] = [];
  let requests = 0;
  let promptTokens = 0;
  let completionTokens = 0;
  for await (const payload of payloads) {
    if (samples.length < SAMPLES) samples.push(payload);
    requests++;
    for (const { content } of payload.messages) promptTokens += count(content) + 4;
    completionTokens += payload.max_tokens / 2;
  }
  completionTokens = Math.round(completionTokens);
  const cost = costOf({ promptTokens, completionTokens }, prices);
  // each correction carries the answer before it along
  let mostCost = cost;
  for (let i = 1; i <= corrections; i++)
    mostCost += costOf({ promptTokens: promptTokens + i * completionTokens, completionTokens }, prices);
  return { requests, promptTokens, completionTokens, cost, mostCost, samples };
}
