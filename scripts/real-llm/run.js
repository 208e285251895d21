// `npm run polish:real`: polishes 50 rows with a small real language model served on loopback, verifies the result,
// and writes into docs/polish.md what came of it.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { command, needsBuild, wholeNumber } from '../command-line.js';
import { installModel } from './install.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockstep = join(root, 'dist/lockstep.js');
const dataset = 'out/polish-real';
/** The answers of the last whole run and how fast they came, for judging them again without the model. */
const KEPT = { answers: 'out/polish-real.answers.jsonl', speed: 'out/polish-real.speed.json' };

/** What refused answers have in common, by the words of the fault. */
const KINDS = [
  [/^the answer is the text itself/, 'it is the text itself'],
  [/^it is not said that/, 'leaves a fact out'],
  [/cannot be checked|not understood|say it plainly/, 'uses words that cannot be checked'],
  [/comes too early/, 'changes the order'],
  [/does not come up|does not work out|not account/, 'brings in a value from nowhere'],
  [/cut off|empty/, 'is no answer'],
];

const program = command(
  'polish:real',
  'Polishes rows with a small real language model, which it installs under out/ and serves on loopback, verifies the ' +
    'result, and writes what came of it into docs/polish.md.',
  '--rows 10',
)
  .option('--rows <N>', 'generated rows', wholeNumber, 50)
  .option('--threads <N>', 'of the model', wholeNumber, 2)
  .option(
    '--kept',
    'judges the answers of the last run again, with its speed, and asks for none that are there',
  )
  .parse();
const values = program.opts();
needsBuild(program);

const { folder, weights } = installModel(root);
const server = spawn(
  process.execPath,
  [join(root, 'scripts/real-llm/serve.js'), folder, weights, String(values.threads)],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const port = await firstLine(server.stdout);
  run([
    'generate',
    '--count',
    String(values.rows),
    '--levels',
    '1-3',
    '--seed',
    '11',
    '--out',
    dataset,
    '--force',
  ]);
  const before = rows();
  const answers = join(root, dataset, '.polish/answers.jsonl');
  if (values.kept) cpSync(join(root, KEPT.answers), answers);
  const started = performance.now();
  const report = polish(port);
  let speed = { ...report.tokens, seconds: (performance.now() - started) / 1000 };
  if (values.kept) speed = JSON.parse(readFileSync(join(root, KEPT.speed), 'utf8'));
  else {
    cpSync(answers, join(root, KEPT.answers));
    writeFileSync(join(root, KEPT.speed), JSON.stringify(speed));
  }
  run(['verify', dataset]);
  const page = tell(before, rows(), report, speed);
  writeFileSync(join(root, 'docs/polish.md'), page);
  console.log(page);
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
  args.push(
    '--by',
    'sentence',
    '--plain',
    '--temperature',
    '0.3',
    '--timeout',
    '600',
    '--retries',
    '1',
    '--json',
  );
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

/** The page: figures of this run, five rows before and after, and why answers were refused. */
function tell(before, after, report, { prompt, completion, seconds }) {
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(0)} %`;
  const refusals = after.flatMap(({ polish }) => polish?.refused ?? []);
  const answers = after.reduce((sum, { polish }) => sum + (polish?.attempts ?? 0), 0);
  const kinds = new Map();
  for (const fault of refusals) {
    const kind =
      KINDS.find(([pattern]) => pattern.test(fault))?.[1] ?? 'says something that is not so at that place';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const reasons = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `| ${kind} | ${n} |`);
  // accepted ones first: there may be few
  const order = [...after.keys()].sort(
    (a, b) => Number(after[b].polish?.accepted) - Number(after[a].polish?.accepted),
  );
  const shown = order.slice(0, 5).map((i) => {
    const { id, reasoning, polish } = after[i];
    const refused = (polish?.refused ?? []).slice(0, 3).map((fault) => `- refused: ${fault}`);
    return [
      `### ${id}`,
      '',
      ...quote('Before', before[i].reasoning),
      ...quote('After', reasoning),
      ...refused,
    ].join('\n');
  });
  return `# Polishing with a real model

Made by \`npm run polish:real\`; what follows are the figures of its last run. It serves Gemma 3 270M (4-bit weights of the base
model, from a Python package) on this machine and polishes ${report.rows} generated rows, sentence by sentence.

| | |
|---|---|
| rows with words of the model | ${report.accepted} of ${report.rows} (${percent(report.accepted, report.rows)}) |
| answers accepted | ${answers - refusals.length} of ${answers} (${percent(answers - refusals.length, answers)}) |
| rows kept as they were | ${report.refused} |
| rows without an answer | ${report.waiting} |
| tokens read and written | ${prompt} + ${completion} in ${seconds.toFixed(0)} s, ${(completion / seconds).toFixed(1)} written a second |
${report.failures.map(({ id, reason, message }) => `| no answer for ${id} | ${reason}: ${message} |\n`).join('')}
**What this shows.** That the whole way works with a model that nobody made for it, and that the gate keeps what such a model gets
wrong: \`lockstep verify\` finds every row of the polished dataset faithful. It says little of polishing as such: a base model
of this size copies or invents more than it rewords, and what passes are small changes. Asked for whole texts it gave
nothing that passes. A model that follows instructions is asked for whole texts, which is the default.

| why answers were refused | |
|---|---|
${reasons.join('\n')}

## Five rows

${shown.join('\n\n')}
`;
}

function quote(title, text) {
  return [`${title}:`, '', ...text.split('\n').map((line) => `> ${line}`), ''];
}
