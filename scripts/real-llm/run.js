// `npm run polish:real`: polishes 50 rows with a small real language model served on loopback, verifies the result,
// and tells honestly what came of it. Options: --rows N, --threads N, --model-tries N (corrections a row).
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installModel } from './install.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockstep = join(root, 'dist/lockstep.js');
const dataset = 'out/polish-real';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '50' },
    threads: { type: 'string', default: '2' },
    corrections: { type: 'string', default: '1' },
  },
});

const { folder, weights } = installModel(root);
const server = spawn(
  process.execPath,
  [join(root, 'scripts/real-llm/serve.js'), folder, weights, values.threads],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const port = await firstLine(server.stdout);
  run(['generate', '--count', values.rows, '--levels', '1-3', '--seed', '11', '--out', dataset, '--force']);
  const before = rows();
  const started = performance.now();
  const report = polish(port);
  const seconds = (performance.now() - started) / 1000;
  run(['verify', dataset]);
  tell(before, rows(), report, seconds);
} finally {
  server.kill();
}

async function firstLine(stream) {
  for await (const line of createInterface(stream)) if (/^\d+$/.test(line)) return line;
  throw new Error('the model server ended before it was ready');
}

function run(args) {
  console.log(`$ lockstep ${args.join(' ')}`);
  execFileSync(process.execPath, [lockstep, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Exit code 1 says that some rows stay without an answer: the report says which. */
function polish(port) {
  const url = `http://127.0.0.1:${port}/v1`;
  const args = ['polish', dataset, '--model', 'gemma-3-270m', '--base-url', url, '--concurrency', '1'];
  args.push('--corrections', values.corrections, '--timeout', '600', '--retries', '1', '--json');
  console.log(`$ lockstep ${args.join(' ')}`);
  try {
    return JSON.parse(
      execFileSync(process.execPath, [lockstep, ...args], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
}

function rows() {
  const data = join(root, dataset, 'data');
  return readdirSync(data)
    .sort()
    .flatMap((name) => readFileSync(join(data, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
}

function tell(before, after, report, seconds) {
  const share = ((100 * report.accepted) / report.rows).toFixed(0);
  const { prompt, completion } = report.tokens;
  console.log(
    `\n${report.rows} rows, ${report.asked} requests in ${seconds.toFixed(0)} s: ${share} % accepted ` +
      `(${report.inParagraphs} in some paragraphs), ${report.refused} kept as they were, ${report.failures.length} without an answer; ` +
      `${prompt} + ${completion} tokens, ${(completion / seconds).toFixed(1)} answered tokens/s`,
  );
  // accepted ones first: there may be few
  const order = [...after.keys()].sort(
    (a, b) => Number(after[b].polish?.accepted) - Number(after[a].polish?.accepted),
  );
  for (const i of order.slice(0, 5)) {
    const { id, reasoning, polish } = after[i];
    console.log(
      `\n── ${id} (${polish?.scope ?? 'no answer'})\nbefore: ${before[i].reasoning}\nafter:  ${reasoning}`,
    );
    for (const fault of polish?.refused ?? []) console.log(`refused: ${fault}`);
  }
}
