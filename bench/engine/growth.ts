// How time and memory grow with the length of a run of which nothing is kept but its hash, or a window at its end: one
// loop, from 10^5 to 10^8 instructions, each in a process of its own. Measures the built program.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { command, needsBuild } from '../../scripts/command-line.js';
import { Results, withResultOptions, type ResultOptions } from '../results.ts';

const FILE = 'out/bench/loop.py';
/** A module that tells what its process took, in memory and CPU time, when it ends. */
const REPORT =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS,userCPUTime,systemCPUTime}=process.resourceUsage();' +
  'process.stderr.write(JSON.stringify([maxRSS/1024,(userCPUTime+systemCPUTime)/1e6]))})';
/** Instructions of one round of the loop. */
const ROUND = 11;

const program = command(
  'bench:growth',
  'CPU time and memory of `lockstep trace` for runs of 10^5 to 10^8 instructions of which only the hash or a window is ' +
    'kept. After `npm run build`.',
  '--save',
);
const options = withResultOptions(program, 'growth').parse().opts<ResultOptions>();

needsBuild(program);
mkdirSync('out/bench', { recursive: true });
writeFileSync(
  FILE,
  'def f(n):\n    total = 0\n    for i in range(n):\n        total = (total * 31 + i) % 1000003\n    return total\n',
);
const results = new Results('growth');
const rows: Record<string, Record<string, string>> = {};
for (const exponent of [5, 6, 7, 8]) {
  const length = 10 ** exponent;
  const row: Record<string, string> = {};
  const hashed = traced(length, ['--hash']);
  const { outcome, trace } = JSON.parse(hashed.stdout) as {
    outcome: { kind: string };
    trace: { events: number };
  };
  if (outcome.kind !== 'returned' || trace.events < length)
    throw new Error(`a run of ${length}: ${hashed.stdout}`);
  const window = traced(length, [
    '--from',
    String(length - 20),
    '--to',
    String(length),
    '--by',
    'instruction',
  ]);
  const shown = (JSON.parse(window.stdout) as { rows: unknown[] }).rows.length;
  if (shown !== 20) throw new Error(`a window of ${shown} rows`);
  for (const [way, { seconds, memory }] of Object.entries({ hashed, window })) {
    results.add(`10^${exponent} events, ${way}, time`, seconds, 's');
    results.add(`10^${exponent} events, ${way}, memory`, memory, 'MB');
    row[`${way}: CPU s`] = seconds.toFixed(2);
    row[`${way}: RSS MB`] = memory.toFixed(0);
  }
  rows[`10^${exponent}`] = row;
}
console.table(rows);
results.finish(options);

/** Runs `lockstep trace` on a loop of at least so many instructions. */
function traced(
  length: number,
  options: readonly string[],
): { stdout: string; seconds: number; memory: number } {
  const call = `f(${Math.ceil(length / ROUND)})`;
  const verb = ['dist/lockstep.js', 'trace', FILE, '--call', call, '--fuel', '1G', '--json', ...options];
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', REPORT, ...verb], { encoding: 'utf8' });
  const [memory, seconds] = JSON.parse(stderr.trim().split('\n').at(-1)!) as [number, number];
  return { stdout, seconds, memory };
}
