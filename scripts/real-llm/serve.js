// Serves a base model on loopback as OpenAI-compatible servers do: chat completions, as plain text. One request at a time; started by `npm run polish:real`, which reads the port from the first line printed.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, weights, threads] = process.argv.slice(2);
const entry = createRequire(join(folder, 'package.json')).resolve('node-llama-cpp');
const { getLlama, LlamaCompletion } = await import(pathToFileURL(entry).href);

const llama = await getLlama({ gpu: false, build: 'never', logLevel: 'error', maxThreads: Number(threads) });
const model = await llama.loadModel({ modelPath: weights });
const context = await model.createContext({ contextSize: 4096, threads: Number(threads) });
const sequence = context.getSequence();
const completion = new LlamaCompletion({ contextSequence: sequence });
const SAME = 'The same in other words:';
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

/**
 * The weights are a base model's, which has learnt no turns of a conversation: it is given a transcript to go on with, and
 * stops where the next turn would begin. What the transcript has in common with the last one is not read again.
 */
async function complete({ model: name, messages, max_tokens, temperature, seed }) {
  const turns = {
    system: (text) => `${text}\n\n`,
    user: (text) => `Text: ${text}\n`,
    assistant: (text) => `${SAME} ${text}\n\n`,
  };
  const transcript = messages.map(({ role, content }) => turns[role](content)).join('') + SAME;
  const before = sequence.tokenMeter.getState();
  const { response, metadata } = await completion.generateCompletionWithMeta(transcript, {
    maxTokens: max_tokens,
    temperature,
    seed,
    customStopTriggers: ['\n'],
  });
  const used = sequence.tokenMeter.diff(before);
  return {
    id: 'chatcmpl-local',
    object: 'chat.completion',
    model: name,
    choices: [
      {
        index: 0,
        finish_reason: metadata.stopReason === 'maxTokens' ? 'length' : 'stop',
        message: { role: 'assistant', content: response.trim() },
      },
    ],
    usage: {
      prompt_tokens: used.usedInputTokens,
      completion_tokens: used.usedOutputTokens,
      total_tokens: used.usedInputTokens + used.usedOutputTokens,
    },
  };
}
