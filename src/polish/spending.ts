// What polishing costs, and the cap on it. Knows prices and tokens, not requests.
import type { Answer } from './payload.ts';

/** US dollars for a million tokens. */
export interface Prices {
  readonly prompt: number;
  readonly completion: number;
}

const MILLION = 1_000_000;

export function costOf(tokens: Pick<Answer, 'promptTokens' | 'completionTokens'>, prices: Prices): number {
  return (tokens.promptTokens * prices.prompt + tokens.completionTokens * prices.completion) / MILLION;
}

/** Money reserved when a request is sent and settled when its answer is there, so that the cap is never passed. */
export class Spending {
  private spent = 0;
  private reserved = 0;
  private readonly prices: Prices;
  private readonly cap: number;

  /** @param cap in US dollars; Infinity for none */
  constructor(prices: Prices, cap: number) {
    this.prices = prices;
    this.cap = cap;
  }

  /** US dollars spent so far. */
  get total(): number {
    return this.spent;
  }

  /** Reserves the most that a request can cost; null when the cap forbids it. The result settles it. */
  reserve(promptTokens: number, completionTokens: number): ((answer: Answer | null) => void) | null {
    const most = costOf({ promptTokens, completionTokens }, this.prices);
    if (this.spent + this.reserved + most > this.cap) return null;
    this.reserved += most;
    return (answer) => {
      this.reserved -= most;
      if (answer !== null) this.spent += costOf(answer, this.prices);
    };
  }
}
