// One request to an OpenAI-compatible server: sent at its turn, again when the server is busy or broken, and turned
// into an answer or into a failure with a stable reason. The key is the client's alone: it reaches no message.
import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import pRetry, { AbortError } from 'p-retry';
import type { Pace } from './pace.ts';
import type { Answer, Payload } from './payload.ts';

export interface ServerOptions {
  readonly baseUrl: string | null;
  /** Null for servers that want none. */
  readonly key: string | null;
  /** Seconds that one request may take. */
  readonly timeout: number;
  /** How often a request is sent again after 408, 409, 429, 5xx or a lost connection. */
  readonly retries: number;
  /** Seconds before the first repetition; doubles with each, with jitter. */
  readonly retryDelay: number;
}

/** Why there is no answer. `fatal`: asking anything else would end the same way. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly reason: 'connection' | 'timeout' | 'refused' | 'busy' | 'broken' | 'unusable' | 'unstructured';
  readonly fatal: boolean;
  constructor(reason: NoAnswer['reason'], message: string, fatal: boolean) {
    super(message);
    this.reason = reason;
    this.fatal = fatal;
  }
}

/** The longest that a server's Retry-After is obeyed, in milliseconds. */
const LONGEST_PAUSE = 120_000;

export class Server {
  private readonly client: OpenAI;
  private readonly pace: Pace;
  private readonly options: ServerOptions;

  constructor(options: ServerOptions, pace: Pace) {
    this.options = options;
    this.pace = pace;
    this.client = new OpenAI({
      apiKey: options.key ?? 'none',
      ...(options.baseUrl === null ? {} : { baseURL: options.baseUrl }),
      timeout: options.timeout * 1000,
      // repetitions are ours, so that each waits for its turn
      maxRetries: 0,
      logLevel: 'off',
    });
  }

  /**
   * @param tokens about how many tokens the request and its answer take
   * @throws NoAnswer when there is none, however often it was tried
   */
  ask(payload: Payload, tokens: number): Promise<Answer> {
    const { retries, retryDelay } = this.options;
    return pRetry(
      async () => {
        await this.pace.turn(tokens);
        try {
          return await this.send(payload);
        } catch (error) {
          const failure = failureOf(error);
          if (failure.retry) this.pause(error);
          throw failure.retry ? failure.error : new AbortError(failure.error);
        }
      },
      { retries, minTimeout: retryDelay * 1000, factor: 2, maxTimeout: 60_000, randomize: true },
    );
  }

  private async send({ messages, ...rest }: Payload): Promise<Answer> {
    const body = {
      ...rest,
      messages: [...messages],
      stream: false,
    } as OpenAI.ChatCompletionCreateParamsNonStreaming;
    const completion = await this.client.chat.completions.create(body);
    // what a server sends is not what its types promise
    const choice = (completion as Partial<typeof completion> | null)?.choices?.[0];
    const text = choice?.message?.content;
    if (typeof text !== 'string') throw new NoAnswer('unusable', 'the answer has no text in it', false);
    return {
      text,
      model: typeof completion.model === 'string' ? completion.model : payloadModel(rest),
      finish: choice?.finish_reason ?? 'stop',
      promptTokens: completion.usage?.prompt_tokens ?? 0,
      completionTokens: completion.usage?.completion_tokens ?? 0,
    };
  }

  /** Obeys a Retry-After for all requests, not only for the one that was refused. */
  private pause(error: unknown): void {
    if (!(error instanceof APIError)) return;
    const header = (error.headers as Headers | undefined)?.get('retry-after') ?? '';
    const milliseconds = /^\d+(\.\d+)?$/.test(header)
      ? Number(header) * 1000
      : Date.parse(header) - Date.now();
    if (milliseconds > 0) this.pace.pause(Math.min(milliseconds, LONGEST_PAUSE));
  }
}

function payloadModel({ model }: Pick<Payload, 'model'>): string {
  return model;
}

function failureOf(error: unknown): { error: NoAnswer; retry: boolean } {
  if (error instanceof NoAnswer) return { error, retry: error.reason === 'unusable' };
  if (error instanceof APIConnectionTimeoutError)
    return { error: new NoAnswer('timeout', 'no answer in time', false), retry: true };
  if (error instanceof APIConnectionError)
    return { error: new NoAnswer('connection', `no connection: ${causeOf(error)}`, false), retry: true };
  if (error instanceof APIError) return ofStatus(error);
  // a body that is no JSON, a stream that broke off
  const message = error instanceof Error ? error.message : String(error);
  return { error: new NoAnswer('unusable', `the answer cannot be read: ${message}`, false), retry: true };
}

function ofStatus(error: APIError): { error: NoAnswer; retry: boolean } {
  const status = (error.status as number | undefined) ?? 0;
  const said = `HTTP ${status}: ${firstLine(error.message)}`;
  if (status === 429) return { error: new NoAnswer('busy', said, false), retry: true };
  if (status === 408 || status === 409 || status >= 500)
    return { error: new NoAnswer('broken', said, false), retry: true };
  if (status === 400 && /response_format|json_schema|structured|grammar/i.test(error.message))
    return { error: new NoAnswer('unstructured', said, false), retry: false };
  // the payload is ours and alike for all rows, but one row may be too long for the model
  if (status === 400 || status === 413 || status === 422)
    return { error: new NoAnswer('refused', said, false), retry: false };
  return { error: new NoAnswer('refused', said, true), retry: false };
}

function causeOf(error: Error): string {
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code === '' ? firstLine(error.message) : code;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.slice(0, 300);
}
