// Asks a server for what the kept answers do not have, within rates, prices and a cap, and keeps count. Decides when
// the whole work has to stop. Knows nothing of files or of what answers are for.
import { loadTokenCounter } from '../pipeline/tokens.ts';
import type { AnswerStore } from './answers.ts';
import { Pace, type Rates } from './pace.ts';
import { payloadKey, type Answer, type Payload } from './payload.ts';
import type { Ask, PolishedRow, RowOptions } from './polish-row.ts';
import { NoAnswer, Server, type ServerOptions } from './server.ts';
import { Spending, type Prices } from './spending.ts';

export interface QuestionerOptions extends ServerOptions {
  readonly concurrency: number;
  readonly rates: Rates;
  readonly prices: Prices;
  /** US dollars that may be spent; Infinity for no cap. */
  readonly cap: number;
}

/** Why no more is asked: the cap, or a fault that every further request would meet. */
export interface Stop {
  readonly reason: 'cap' | 'server';
  readonly message: string;
}

export interface Failure {
  readonly id: string;
  /** `internal`: a fault of ours in judging the answer; the answer is kept. */
  readonly reason: NoAnswer['reason'] | 'internal';
  readonly message: string;
}

/** Requests in a row without a connection, and none ever with one, after which nobody is there. */
const HOPELESS = 3;

export class Questioner {
  stopped: Stop | null = null;
  /** Rows that stay without an answer this time. */
  readonly failures: Failure[] = [];
  readonly tokens = { prompt: 0, completion: 0 };
  asked = 0;
  /** Answers that were there from before. */
  reused = 0;
  /** Whether answers are asked for as JSON: until the server says that it has no structured output. */
  structured: boolean;
  private unreachable = 0;
  private readonly server: Server;
  private readonly spending: Spending;
  private readonly answers: AnswerStore;
  private readonly rowOptions: RowOptions;
  /** Requests under way, so that the same payload is never sent twice. */
  private readonly running = new Map<string, Promise<Answer | null>>();

  constructor(options: QuestionerOptions, answers: AnswerStore, rowOptions: RowOptions) {
    this.server = new Server(options, new Pace(options.rates));
    this.spending = new Spending(options.prices, options.cap);
    this.answers = answers;
    this.rowOptions = rowOptions;
    this.structured = rowOptions.structured;
  }

  /** US dollars spent in this run. */
  get cost(): number {
    return this.spending.total;
  }

  /** Takes one row through its requests. Null when it stays without an answer. */
  async take(
    id: string,
    polish: (ask: Ask, options: RowOptions) => Promise<PolishedRow>,
  ): Promise<PolishedRow | null> {
    try {
      return await polish(this.ask, { ...this.rowOptions, structured: this.structured });
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        this.failures.push({ id, reason: 'internal', message });
        return null;
      }
      if (error.reason === 'unstructured' && this.rowOptions.structured) {
        this.structured = false;
        return this.take(id, (ask) => polish(ask, { ...this.rowOptions, structured: false }));
      }
      if (error.fatal) this.stopped ??= { reason: 'server', message: error.message };
      else this.failures.push({ id, reason: error.reason, message: error.message });
      return null;
    }
  }

  private readonly ask: Ask = async (payload) => {
    const key = payloadKey(payload);
    const kept = this.answers.get(key);
    if (kept !== undefined) {
      this.reused++;
      return kept;
    }
    if (this.stopped !== null) return null;
    let running = this.running.get(key);
    if (running === undefined) {
      running = this.send(key, payload).finally(() => this.running.delete(key));
      this.running.set(key, running);
    }
    return running;
  };

  private async send(key: string, payload: Payload): Promise<Answer | null> {
    const count = await loadTokenCounter();
    const promptTokens = payload.messages.reduce((sum, { content }) => sum + count(content) + 4, 0);
    const settle = this.spending.reserve(promptTokens, payload.max_tokens);
    if (settle === null) {
      this.stopped ??= { reason: 'cap', message: 'one more request could cost more than the cap allows' };
      return null;
    }
    let answer: Answer | null = null;
    try {
      this.asked++;
      answer = await this.server.ask(payload, promptTokens + payload.max_tokens / 2);
      // a server that does not count is counted for
      if (answer.completionTokens === 0)
        answer = { ...answer, promptTokens, completionTokens: count(answer.text) };
      await this.answers.put(key, answer);
      this.unreachable = -Infinity;
      this.tokens.prompt += answer.promptTokens;
      this.tokens.completion += answer.completionTokens;
      return answer;
    } catch (error) {
      if (error instanceof NoAnswer && error.reason === 'connection' && ++this.unreachable >= HOPELESS)
        this.stopped ??= { reason: 'server', message: error.message };
      throw error;
    } finally {
      settle(answer);
    }
  }
}
