// Serves a model on loopback as OpenAI-compatible servers do: chat completions, JSON schemas as grammars. One request
// at a time; started by `npm run polish:real`, which reads the port from the first line printed.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, weights, threads] = process.argv.slice(2);
const entry = createRequire(join(folder, 'package.json')).resolve('node-llama-cpp');
const { getLlama, LlamaChatSession } = await import(pathToFileURL(entry).href);

const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error', maxThreads: Number(threads) });
const model = await llama.loadModel({ modelPath: weights });
const context = await model.createContext({ contextSize: 4096, threads: Number(threads) });
const sequence = context.getSequence();
const grammars = new Map();
let busy = Promise.resolve();

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (part) => (text += part));
  request.on('end', () => {
    busy = busy.then(() => complete(JSON.parse(text)).then(answer, refuse));
    const answer = (body) => send(response, 200, body);
    const refuse = (error) => send(response, 500, { error: { message: String(error?.message ?? error) } });
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function complete({ model: name, messages, max_tokens, temperature, seed, response_format }) {
  await sequence.clearHistory();
  const session = new LlamaChatSession({ contextSequence: sequence });
  const [system, ...rest] = messages;
  const last = rest.pop();
  session.setChatHistory([
    { type: 'system', text: system.content },
    ...rest.map(({ role, content }) =>
      role === 'user' ? { type: 'user', text: content } : { type: 'model', response: [content] },
    ),
  ]);
  const before = sequence.tokenMeter.getState();
  const { responseText, stopReason } = await session.promptWithMeta(last.content, {
    maxTokens: max_tokens,
    temperature,
    seed,
    ...(response_format?.type === 'json_schema'
      ? { grammar: await grammarOf(response_format.json_schema.schema) }
      : {}),
  });
  const used = sequence.tokenMeter.diff(before);
  session.dispose({ disposeSequence: false });
  return {
    id: 'chatcmpl-local',
    object: 'chat.completion',
    model: name,
    choices: [
      {
        index: 0,
        finish_reason: stopReason === 'maxTokens' ? 'length' : 'stop',
        message: { role: 'assistant', content: responseText },
      },
    ],
    usage: {
      prompt_tokens: used.usedInputTokens,
      completion_tokens: used.usedOutputTokens,
      total_tokens: used.usedInputTokens + used.usedOutputTokens,
    },
  };
}

async function grammarOf(schema) {
  const key = JSON.stringify(schema);
  if (!grammars.has(key)) grammars.set(key, await llama.createGrammarForJsonSchema(schema));
  return grammars.get(key);
}
