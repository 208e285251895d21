// How fast datasets are generated: rows drawn, run, told, checked and written, by `generateDataset` with its worker
// threads. CPU time of all threads, so that other load does not count; shares of the stages from a sampled profile of a
// run of its own, in one thread. Run through launch.ts.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { Option } from 'commander';
import { taskNames, type TaskName } from '../../src/tasks/index.ts';
import { LEVELS, planOf, type Plan } from '../../corpus/generate.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { command, listOf, wholeNumber, wholeNumbers } from '../../scripts/command-line.js';
import { parseRange } from '../../src/cli/options.ts';
import { exerciseRows } from '../../src/generate/exercise-rows.ts';
import { generateDataset, type GenerateOptions } from '../../src/generate/generate-dataset.ts';
import type { Row } from '../../src/record.ts';
import { Results, withResultOptions, type ResultOptions } from '../results.ts';
import { styleNames, type StyleName } from '../../verbalizer/index.ts';
import { onOneCore } from './one-core.ts';
import { samplesByStage, STAGES, type Stage } from './stages.ts';

const program = command(
  'bench:pipeline',
  'How fast datasets are generated with worker threads: rows a CPU second, memory, and the share of each stage.',
  '--rows 500 --levels 1-10 --workers 1,2',
)
  .option('--rows <N>', 'how many', wholeNumber, 2000)
  .addOption(
    new Option('--levels <A-B>', 'their levels').argParser(parseRange(...LEVELS)).default([8, 8], '8-8'),
  )
  .option('--workers <LIST>', 'numbers of threads to compare', wholeNumbers, [1])
  .option('--task <LIST>', `of ${taskNames.join(', ')}`, listOf(taskNames), ['output'])
  .option('--style <LIST>', `of ${styleNames.join(', ')}`, listOf(styleNames), ['narrative'])
  .option('--seed <N>', 'of the rows', wholeNumber, 7)
  .option('--max-tokens <N>', 'the budget of a text; without it none', wholeNumber)
  .option('--profile <FILE>', "keeps the profile for Chrome's tools")
  .option('--memory', 'no stages: the rows and the memory on the way alone, saved apart', false);
const values = withResultOptions(program, 'pipeline').parse().opts<
  ResultOptions & {
    rows: number;
    levels: readonly [number, number];
    workers: number[];
    task: TaskName[];
    style: StyleName[];
    seed: number;
    maxTokens?: number;
    profile?: string;
    memory: boolean;
  }
>();
const OUT = 'out/bench/pipeline/data';
/** Clock ticks a second in which the kernel counts processor time. */
const TICKS = 100;
/** Memory is looked at here too, to see whether it grows afterwards. */
const MANY = 10_000;
/** Rows made together, as in a thread. */
const TOGETHER = 32;
/** Rows of which the stages are told apart: more make no difference. */
const PROFILED = 3000;
/** Microseconds between samples. */
const INTERVAL = 200;

const [first, last] = values.levels;
const options: GenerateOptions = {
  seed: values.seed,
  count: values.rows,
  levels: Array.from({ length: last - first + 1 }, (_, i) => [first + i, 1]),
  schedule: 'mixed',
  set: {},
  insist: true,
  decontaminate: [],
  families: [],
  shard: { index: 1, of: 1 },
  tasks: values.task,
  styles: values.style,
  maxTokens: values.maxTokens ?? null,
  limits: { ...DEFAULT_LIMITS, fuel: 10_000_000, output: 1_000_000 },
};

const results = new Results(values.memory ? 'pipeline-memory' : 'pipeline');

/** CPU seconds of the process, all threads, and wall-clock seconds that `work` took. */
async function timed<T>(work: () => Promise<T>): Promise<{ result: T; cpu: number; wall: number }> {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpu: (user + system) / 1e6, wall: (performance.now() - started) / 1000 };
}

interface Run {
  readonly workers: number;
  readonly rows: number;
  readonly 'rows/CPU s': number;
  readonly 'warm, rows/CPU s': number;
  readonly 'rows/s': number;
  readonly 'main thread': string;
  readonly 'MB/CPU s': string;
  readonly 'KB/row': string;
  readonly 'RSS MB': string;
  readonly sha256: string;
}

/** CPU seconds of the main thread, which all others wait for; null where the system does not tell. */
function mainThread(): number | null {
  const stat = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(stat)) return null;
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Generates a dataset with so many threads; memory is looked at ten times on the way, and at 10,000 rows. */
async function whole(workers: number): Promise<Run> {
  rmSync(OUT, { recursive: true, force: true });
  const memory: [rows: number, megabytes: number][] = [];
  const looks = Array.from({ length: 10 }, (_, i) => Math.ceil(((i + 1) * options.count) / 10));
  if (options.count > MANY) looks.unshift(MANY);
  // the first half warms the compiler up, in every thread anew
  let half: { rows: number; usage: NodeJS.CpuUsage } | null = null;
  const progress = {
    start: () => Promise.resolve(),
    update(done: number) {
      if (half === null && done >= options.count / 2) half = { rows: done, usage: process.cpuUsage() };
      if (done < (looks[0] ?? Infinity)) return;
      memory.push([looks.shift()!, Math.round(process.memoryUsage.rss() / 2 ** 20)]);
    },
  };
  const begun = mainThread();
  const { result, cpu, wall } = await timed(() =>
    generateDataset(OUT, options, {
      workers,
      seconds: 600,
      megabytes: 2048,
      existing: 'replace',
      parquet: false,
      progress,
    }),
  );
  if (result.refused.length > 0) throw new Error(result.refused[0]!.message);
  const { rows, sha256 } = result;
  const bytes = sizeOfData();
  const { rows: before, usage } = half ?? { rows: 0, usage: process.cpuUsage() };
  const { user, system } = process.cpuUsage(usage);
  const main = begun === null ? NaN : (mainThread()! - begun) / cpu;
  for (const [at, megabytes] of memory)
    results.add(`${workers} workers, memory at ${at} rows`, megabytes, 'MB');
  results.add(`${workers} workers`, rows / cpu, 'rows/CPU s');
  const warm = (rows - before) / ((user + system) / 1e6);
  results.add(`${workers} workers, warm`, warm, 'rows/CPU s');
  results.add(`${workers} workers, on the clock`, rows / wall, 'rows/s');
  if (!Number.isNaN(main)) results.add(`${workers} workers, share of the main thread`, main * 100, '%');
  return {
    workers,
    rows,
    'rows/CPU s': Math.round(rows / cpu),
    'warm, rows/CPU s': Math.round(warm),
    'rows/s': Math.round(rows / wall),
    'main thread': `${(main * 100).toFixed(1)} %`,
    'MB/CPU s': (bytes / cpu / 1e6).toFixed(2),
    'KB/row': (bytes / rows / 1e3).toFixed(1),
    'RSS MB': memory.map(([at, megabytes]) => `${at}: ${megabytes}`).join(', '),
    sha256: sha256.slice(0, 12),
  };
}

function sizeOfData(): number {
  return readdirSync(`${OUT}/data`).reduce((sum, name) => sum + statSync(`${OUT}/data/${name}`).size, 0);
}

/** The share of each stage, from a profile of the rows made in this thread; and what the rows are like. */
async function shares(): Promise<void> {
  const plan: Plan = planOf(options);
  const make = async (from: number, to: number): Promise<string[]> => {
    const rows: string[] = [];
    for (let at = from; at < to; at += TOGETHER) {
      const places = Array.from({ length: Math.min(TOGETHER, to - at) }, (_, i) => at + i);
      for (const made of await exerciseRows(places, plan, options))
        if (made.status === 'ok') rows.push(made.row);
    }
    return rows;
  };
  await make(options.count, options.count + 200); // warms the compiler up
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.post('Profiler.start');
  const { result: rows, cpu } = await timed(() => make(0, Math.min(options.count, PROFILED)));
  const { profile } = (await session.post('Profiler.stop')) as { profile: Profiler.Profile };
  if (values.profile !== undefined) writeFileSync(values.profile, JSON.stringify(profile));
  const counts = samplesByStage(profile);
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const parsed = rows.map((row) => JSON.parse(row) as Row);
  const mean = (of: (row: Row) => number): number =>
    Math.round(parsed.reduce((sum, row) => sum + of(row), 0) / parsed.length);
  console.log(
    `${rows.length} rows, levels ${first}-${last}: on average ${mean((row) => row.trace.events)} instructions, ` +
      `${mean((row) => row.reasoning.length)} characters of reasoning, ${mean((row) => JSON.stringify(row).length)} of JSON`,
  );
  const shareOf = (stage: string): number => (counts.get(stage as Stage) ?? 0) / total;
  const stages = [...Object.keys(STAGES), 'other'];
  console.table(
    Object.fromEntries(
      stages.map((stage) => {
        const micros = (shareOf(stage) * cpu * 1e6) / rows.length;
        return [stage, { share: `${(shareOf(stage) * 100).toFixed(1)} %`, 'µs/row': Math.round(micros) }];
      }),
    ),
  );
  for (const stage of stages) {
    results.add(`${stage}, share`, shareOf(stage) * 100, '%');
    results.add(`${stage}, a row`, (shareOf(stage) * cpu * 1e6) / rows.length, 'µs');
  }
}

mkdirSync('out/bench/pipeline', { recursive: true });
if (!values.memory) await shares();
const runs: Run[] = [];
for (const workers of values.workers) runs.push(await whole(workers));
console.table(runs);
const pinned = values.workers.length > 1 ? onlyOneCore() : null;
const [one, ...others] = runs;
for (const run of others) {
  const times = run['rows/s'] / one!['rows/s'];
  const cpu = one!['rows/CPU s'] / run['rows/CPU s'];
  results.add(`${run.workers} workers beside ${one!.workers}, rows on the clock`, times, '×');
  results.add(`${run.workers} workers beside ${one!.workers}, CPU time`, cpu, '×');
  console.log(
    `${run.workers} workers beside ${one!.workers}: ${times.toFixed(2)} times the rows/s, ${cpu.toFixed(2)} times the CPU time a row, ` +
      (run.sha256 === one!.sha256 ? 'the same bytes' : 'OTHER BYTES'),
  );
  if (pinned === null) continue;
  const beside = run['rows/s'] / pinned;
  results.add(`${run.workers} workers beside 1 on one core, rows on the clock`, beside, '×');
  console.log(`${run.workers} workers beside 1 on one core: ${beside.toFixed(2)} times the rows/s`);
}

/** Rows on the clock of one worker that has one core alone, main thread included; null where that cannot be had. */
function onlyOneCore(): number | null {
  const { rows, levels, task, style, seed, maxTokens } = values;
  const words = [
    '--rows',
    rows,
    '--levels',
    levels.join('-'),
    '--task',
    task.join(),
    '--style',
    style.join(),
  ];
  const budget = maxTokens === undefined ? [] : ['--max-tokens', maxTokens];
  const own = [...words, '--seed', seed, ...budget, '--workers', 1, '--memory'];
  const found = onOneCore(own.map(String));
  const rate = found?.figures['1 workers, on the clock']?.value;
  if (rate === undefined) {
    console.log('no figure of one core: taskset, which pins a process to a core, is absent');
    return null;
  }
  results.add('1 workers on one core, on the clock', rate, 'rows/s');
  console.log(`1 worker on one core: ${Math.round(rate)} rows/s`);
  return rate;
}
results.finish(values);
