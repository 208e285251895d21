// `npm run corpus:long`: a large dataset made, verified and measured, then made again under a number of kills, which must
// come to the same bytes. Prints rate and memory on the way. Runs the built command line as a user does; looks at memory
// through /proc, so Linux alone.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bandOf, type Ranges } from '../corpus/difficulty/levels.ts';
import type { RunFeatureName } from '../corpus/difficulty/features.ts';
import { PARTIAL_ROWS } from '../src/dataset/folder.ts';
import type { Manifest } from '../src/dataset/manifest.ts';
import type { Stats } from '../src/stats/measure.ts';
import { command, file, needsBuild, wholeNumber } from './command-line.js';

const program = command(
  'corpus:long',
  'Makes a large dataset and prints its rate and memory at ten places; verifies it, measures it, has the real `datasets` ' +
    'load it; then makes it again, killed at random moments and resumed, and compares the bytes of all files.',
  '--count 100000 --kills 10',
)
  .option('--count <N>', 'rows', wholeNumber, 100_000)
  .option('--levels <A-B>', 'their levels', '1-10')
  .option('--workers <N>', 'threads', wholeNumber, 2)
  .option('--seed <N>', 'of the rows', wholeNumber, 0)
  .option('--kills <N>', 'kills of the second run; with 0 there is none', wholeNumber, 10)
  .option('--python <FILE>', 'a Python that has the package `datasets`; without it nothing is loaded', file)
  .option('--keep <DIR>', 'keeps the dataset there; without it all is deleted at the end')
  .parse();
needsBuild(program);
const { count, levels, workers, seed, kills, python, keep } = program.opts<{
  count: number;
  levels: string;
  workers: number;
  seed: number;
  kills: number;
  python?: string;
  keep?: string;
}>();

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCKSTEP = join(root, 'dist/lockstep.js');
/** Milliseconds between two looks at a run. */
const LOOK = 100;
/** Clock ticks a second in which the kernel counts processor time. */
const TICKS = 100;

const place = mkdtempSync(join(tmpdir(), 'lockstep-corpus-'));
const whole = keep ?? join(place, 'whole');
let faults = 0;

function say(holds: boolean, text: string): void {
  if (!holds) faults++;
  console.log(`${holds ? 'ok' : 'FAULT'}: ${text}`);
}

function generating(folder: string, resume: boolean): ChildProcess {
  const args = ['generate', '--count', count, '--levels', levels, '--workers', workers, '--seed', seed];
  return spawn(
    process.execPath,
    [LOCKSTEP, ...args.map(String), '--out', folder, ...(resume ? ['--resume'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** Bytes of rows that are on disk so far. */
function written(folder: string): number {
  return statSync(join(folder, PARTIAL_ROWS), { throwIfNoEntry: false })?.size ?? 0;
}

/** The process and all below it: resident memory in MB, processor time in seconds. */
function usage(pid: number): { megabytes: number; cpu: number } {
  let megabytes = 0;
  let cpu = 0;
  for (const id of tree(pid)) {
    try {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      cpu += (Number(fields[11]) + Number(fields[12])) / TICKS;
      megabytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      // it has ended meanwhile
    }
  }
  return { megabytes, cpu };
}

function* tree(pid: number): Generator<number> {
  yield pid;
  const path = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(path)) return;
  for (const child of readFileSync(path, 'utf8').trim().split(' '))
    if (child !== '') yield* tree(Number(child));
}

/** Makes the dataset in one go; says how fast, and with how much memory, at ten places. */
async function made(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const began = performance.now();
  const run = generating(folder, false);
  let said = '';
  run.stdout!.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | null>((resolve) => run.on('close', resolve));
  let over = false;
  void ended.then(() => (over = true));
  const counter = new LineCounter(join(folder, PARTIAL_ROWS));
  const places: Record<string, string | number>[] = [];
  let last = { rows: 0, bytes: 0, at: began, cpu: 0 };
  let peak = 0;
  while (!over) {
    await sleep(LOOK);
    const { megabytes, cpu } = usage(run.pid!);
    peak = Math.max(peak, megabytes);
    const { rows, bytes } = counter.look();
    if (rows < ((places.length + 1) * count) / 10 || places.length === 10) continue;
    const now = performance.now();
    const seconds = (now - last.at) / 1000;
    places.push({
      rows,
      'rows/s': Math.round((rows - last.rows) / seconds),
      'MB/s': ((bytes - last.bytes) / seconds / 1e6).toFixed(2),
      'rows/CPU s': Math.round((rows - last.rows) / (cpu - last.cpu)),
      'RSS MB': Math.round(megabytes),
    });
    last = { rows, bytes, at: now, cpu };
  }
  console.table(places);
  console.log(said.trim());
  const seconds = (performance.now() - began) / 1000;
  const { rows, files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  say(
    (await ended) === 0 && rows === count,
    `${rows} rows in ${seconds.toFixed(0)} s: ${Math.round(rows / seconds)} rows/s, ` +
      `${(bytes / seconds / 1e6).toFixed(2)} MB/s, at most ${Math.round(peak)} MB resident`,
  );
}

/** Counts the lines of a file that grows. */
class LineCounter {
  private rows = 0;
  private bytes = 0;
  private handle: number | null = null;
  private readonly chunk = Buffer.alloc(1 << 20);
  private readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  look(): { rows: number; bytes: number } {
    if (this.handle === null && existsSync(this.path)) this.handle = openSync(this.path, 'r');
    for (let got = 1; this.handle !== null && got > 0; this.bytes += got) {
      got = readSync(this.handle, this.chunk, 0, this.chunk.length, this.bytes);
      for (let at = 0; at < got; at++) if (this.chunk[at] === 10) this.rows++;
    }
    return { rows: this.rows, bytes: this.bytes };
  }
}

function lockstep(...args: string[]): { status: number | null; stdout: string; seconds: number } {
  const began = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [LOCKSTEP, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 29,
  });
  return { status, stdout, seconds: (performance.now() - began) / 1000 };
}

function verified(folder: string): void {
  const { status, stdout, seconds } = lockstep('verify', folder, '--workers', String(workers));
  say(status === 0, `verify, ${seconds.toFixed(0)} s: ${stdout.trim().split('\n').at(-1)}`);
}

/** Nothing twice, no answer too often, and each level in its band: the extremes of every feature say so. */
function measured(folder: string): void {
  const stats = JSON.parse(lockstep('stats', folder, '--json').stdout) as Stats;
  say(stats.duplicates === 0, `${stats.duplicates} duplicates among ${stats.rows} rows`);
  say(stats.leaked === 0, `${stats.leaked} programs in more than one split`);
  for (const { level, rows, features, answers, topAnswer } of stats.levels) {
    if (level === null) continue;
    const outside = Object.entries(bandOf(level) as Ranges).filter(([name, [least, most]]) => {
      const quartiles = features[name as RunFeatureName];
      return quartiles === undefined || quartiles[0] < least || quartiles[4] > most;
    });
    const share = `${(topAnswer.share * 100).toFixed(1)} % ${JSON.stringify(topAnswer.answer.slice(0, 30))}`;
    say(
      outside.length === 0 && topAnswer.share <= 0.0501,
      `level ${level}: ${rows} rows, ${outside.length === 0 ? 'all in the band' : `outside: ${outside.map(([name]) => name).join(', ')}`}, ` +
        `${answers} answers, most often ${share}`,
    );
  }
}

function loaded(folder: string, file: string): void {
  const none = join(place, 'no-exports');
  mkdirSync(none, { recursive: true });
  const { status, stdout } = spawnSync(file, [join(root, 'scripts/consumers/load.py'), folder, 'no', none], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HF_HOME: join(place, 'cache') },
  });
  say(status === 0, stdout.trim());
}

/** Makes the dataset again under kills, and compares all its files with those of the run that nothing disturbed. */
async function killed(folder: string, other: string): Promise<void> {
  const { files } = JSON.parse(readFileSync(join(other, 'manifest.json'), 'utf8')) as Manifest;
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  const moments = Array.from({ length: kills }, () => Math.random() * bytes).sort((a, b) => a - b);
  let done = 0;
  for (const moment of moments) {
    const run = generating(folder, done > 0);
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      run.on('close', (_, signal) => resolve(signal)),
    );
    while (run.exitCode === null && written(folder) < moment) await sleep(LOOK / 10);
    await sleep(Math.random() * 1000);
    run.kill('SIGKILL');
    const size = `${(written(folder) / 1e6).toFixed(1)} MB`;
    if ((await ended) !== 'SIGKILL') console.log('it was done before it could be killed');
    else console.log(`killed ${++done} times, at ${size}`);
  }
  const run = generating(folder, done > 0);
  const code = await new Promise((resolve) => run.on('close', resolve));
  const [ours, theirs] = [hashes(folder), hashes(other)];
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (path) => ours.get(path) !== theirs.get(path),
  );
  say(
    code === 0 && done > 0 && differing.length === 0,
    `killed ${done} times and resumed: ${differing.length === 0 ? `the same ${ours.size} files` : `other bytes in ${differing.join(', ')}`}`,
  );
}

/** SHA-256 of every file of a folder. */
function hashes(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile())
      found.set(relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  return found;
}

try {
  await made(whole);
  verified(whole);
  measured(whole);
  if (python !== undefined) loaded(whole, python);
  if (kills > 0) await killed(join(place, 'killed'), whole);
} finally {
  rmSync(place, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;
