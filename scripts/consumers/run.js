// `npm run consumers`: shows that the real `datasets` package loads a dataset as it stands, as JSON Lines and as Parquet, and
// every export of it; that TRL and the OpenAI package take the rows made for them; and that pandas and pyarrow read a trace.
// Installs the packages under out/ first.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, needsBuild } from '../command-line.js';

const program = command(
  'consumers',
  'Shows that the real `datasets` package loads a dataset and every export of it, that TRL and the OpenAI package take ' +
    'the rows made for them, and that pandas and pyarrow read a trace. Installs the packages under out/ first.',
).parse();
needsBuild(program);

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockstep = join(root, 'dist/lockstep.js');
const folder = join(root, 'out/consumers');
const python = join(folder, 'venv/bin/python');
const FORMATS = [
  'alpaca',
  'lm-eval',
  'messages',
  'openai',
  'prompt-completion',
  'sharegpt',
  'trl-stepwise',
  'verifiers',
  'verl',
];

mkdirSync(folder, { recursive: true });
if (!existsSync(python)) run('python3', ['-m', 'venv', join(folder, 'venv')]);
run(python, [
  '-m',
  'pip',
  'install',
  '--quiet',
  'datasets>=4,<6',
  'transformers',
  'jinja2',
  'openai',
  'psutil',
]);
// their own requirement is PyTorch, which reading rows does not need
run(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', 'trl', 'accelerate']);

for (const parquet of [false, true]) {
  const dataset = join(folder, parquet ? 'with-parquet' : 'rows');
  const exports = join(folder, 'exports');
  rmSync(exports, { recursive: true, force: true });
  const args = ['generate', '--count', '300', '--seed', '4', '--task', 'all', '--out', dataset, '--force'];
  cli([...args, ...(parquet ? ['--parquet'] : [])]);
  for (const format of FORMATS) cli(['export', dataset, '--to', format, '--out', join(exports, format)]);
  run(python, [join(root, 'scripts/consumers/load.py'), dataset, parquet ? 'yes' : 'no', exports]);
  run(python, [join(root, 'scripts/consumers/shapes.py'), exports]);
}

for (const grain of ['line', 'instruction']) {
  const file = (format) => join(folder, `trace-${grain}.${format}`);
  for (const format of ['parquet', 'jsonl']) {
    const rows = ['--by', grain, '--from', '1000', '--to', '4000', '--format', format, '--out', file(format)];
    cli(['trace', 'bench/engine/programs/dicts.py', '--call', 'main(40)', ...rows]);
  }
  run(python, [join(root, 'scripts/consumers/trace.py'), file('parquet'), file('jsonl')]);
}

function cli(args) {
  execFileSync(process.execPath, [lockstep, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function run(file, args) {
  // the loaders keep a cache: it belongs to this folder
  const env = { ...process.env, HF_HOME: join(folder, 'cache') };
  execFileSync(file, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
}
