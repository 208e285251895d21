// An OpenAI-compatible server that does what real ones do on bad days, and what models do on all days: beside a real
// server in `npm run polish:real`, this one injects faults. Each request meets the next behaviour of its list.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What servers do. */
export const SERVER_TROUBLE = [
  'busy',
  'busy-retry-after',
  'error-500',
  'error-503-html',
  'cut-stream',
  'invalid-json',
  'no-choices',
  'drip',
] as const;

/** What models do. */
export const MODEL_TROUBLE = [
  'empty',
  'truncated',
  'wrong-model',
  'number-changed',
  'step-dropped',
  'false-sentence',
  'branch-flipped',
  'prompt-echoed',
  'code-block',
] as const;

/** `honest` gives the text back; `hang` never answers. */
export type Behaviour = 'honest' | 'hang' | (typeof SERVER_TROUBLE)[number] | (typeof MODEL_TROUBLE)[number];

interface Body {
  model: string;
  messages: { role: string; content: string }[];
  response_format?: object;
}

export interface FaultServer {
  readonly url: string;
  /** How often each payload was answered with a text, by its digest. */
  readonly answered: ReadonlyMap<string, number>;
  readonly requests: number;
  /** All headers and bodies that came in, for tests of what must not be sent. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

export interface FaultServerOptions {
  /** Behaviours in turn; the list starts again when it ends. */
  readonly behaviours: readonly Behaviour[];
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** Answer HTTP 400 to structured output, as old servers do. */
  readonly refuseStructured?: boolean;
}

export async function startFaultServer(options: FaultServerOptions): Promise<FaultServer> {
  const answered = new Map<string, number>();
  const seen: string[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    void read(request).then(async (text) => {
      seen.push(JSON.stringify(request.headers), text);
      await new Promise((resolve) => setTimeout(resolve, options.delay ?? 0));
      const body = JSON.parse(text) as Body;
      if (options.refuseStructured === true && body.response_format !== undefined) {
        error(response, 400, 'response_format is not supported by this server');
        return;
      }
      const behaviour = options.behaviours[requests++ % options.behaviours.length]!;
      if (meet(behaviour, body, response)) {
        const key = createHash('sha256').update(text).digest('hex');
        answered.set(key, (answered.get(key) ?? 0) + 1);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    answered,
    seen,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Answers a request. @returns true when a text was given that a client would have to pay for */
function meet(behaviour: Behaviour, body: Body, response: ServerResponse): boolean {
  const original = explanationIn(body);
  switch (behaviour) {
    case 'honest':
      return complete(response, body, original);
    case 'busy':
      return error(response, 429, 'rate limit reached');
    case 'busy-retry-after':
      response.setHeader('retry-after', '0.05');
      return error(response, 429, 'rate limit reached');
    case 'error-500':
      return error(response, 500, 'the server had an error');
    case 'error-503-html':
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Service Unavailable</h1>');
      return false;
    case 'hang':
      return false;
    case 'cut-stream':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
      response.write('{"id":"x","choices":[{"mess');
      setTimeout(() => response.destroy(), 5);
      return false;
    case 'invalid-json':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [');
      return false;
    case 'no-choices':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices": [], "model": "x"}');
      return false;
    case 'empty':
      return complete(response, body, '');
    case 'truncated':
      return complete(response, body, original.slice(0, original.length >> 1), { finish: 'length' });
    case 'wrong-model':
      return complete(response, body, original, { model: 'another-model' });
    case 'drip': {
      const text = completion(body, original, {});
      response.writeHead(200, { 'content-type': 'application/json' });
      const step = Math.ceil(text.length / 5);
      for (let i = 0; i < 5; i++)
        setTimeout(() => {
          response.write(text.slice(i * step, (i + 1) * step));
          if (i === 4) response.end();
        }, 20 * i);
      return true;
    }
    case 'number-changed':
      return complete(
        response,
        body,
        original.replace(/\d+(?=\D*$)/, (n) => String(Number(n) + 1)),
      );
    case 'step-dropped':
      return complete(response, body, withoutASentence(original));
    case 'false-sentence':
      return complete(response, body, `${original} After this, x is set to 12345.`);
    case 'branch-flipped':
      return complete(response, body, flipped(original));
    case 'prompt-echoed':
      return complete(response, body, body.messages.map(({ content }) => content).join('\n'));
    case 'code-block':
      return complete(response, body, '```python\nprint(1)\n```\n' + original);
  }
}

function error(response: ServerResponse, status: number, message: string): false {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message, type: 'error', code: null } }));
  return false;
}

interface Said {
  finish?: string;
  model?: string;
}

function complete(response: ServerResponse, body: Body, text: string, said: Said = {}): true {
  response.writeHead(200, { 'content-type': 'application/json' }).end(completion(body, text, said));
  return true;
}

function completion(body: Body, text: string, { finish = 'stop', model = body.model }: Said): string {
  const content = body.response_format === undefined ? text : JSON.stringify({ text });
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model,
    choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: Math.ceil(text.length / 4), total_tokens: 200 },
  });
}

/** What the first request of a conversation asks to be rewritten. */
function explanationIn({ messages }: Body): string {
  const [, user] = messages;
  const marks = ['The explanation to rewrite:\n\n', 'to rewrite, as one paragraph:\n\n'];
  for (const mark of marks) {
    const at = user!.content.lastIndexOf(mark);
    if (at >= 0) return user!.content.slice(at + mark.length);
  }
  return user!.content;
}

function withoutASentence(text: string): string {
  const sentences = text.split(/(?<=[.!]) /);
  return sentences.length < 2 ? '' : sentences.filter((_, i) => i !== sentences.length >> 1).join(' ');
}

/** The first comparison turned round; a false sentence where there is none. */
function flipped(text: string): string {
  const turned = text.replace(/ (==|<|>) /, (_, op: string) =>
    op === '<' ? ' > ' : op === '>' ? ' < ' : ' != ',
  );
  return turned === text ? `${text} The condition is false.` : turned;
}
