// How many lines a second others trace, on the same programs: CPython, snoop, PySnooper, Lua. Each is skipped by name
// where it is absent, measured at a size it can manage, and its answer held against ours. See bench/README.md.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { command, seconds as numberOfSeconds } from '../../scripts/command-line.js';
import { execute } from '../../src/pipeline/execution.ts';
import { compileProgram } from '../../src/pipeline/program.ts';
import { runUnder, type Tracer } from '../../src/speed/cpython.ts';
import { speedOf, type Speed } from '../../src/speed/own.ts';
import { Results, withResultOptions, type ResultOptions } from '../results.ts';
import { LIMITS } from '../engine/workloads.ts';

interface Measured {
  readonly seconds: number;
  readonly answer: string;
}

interface Peer {
  readonly name: string;
  /** Which size of the programs it can manage. */
  readonly size: 'medium' | 'small';
  /** Null where it is absent. */
  run(program: string, size: number): Promise<Measured | null>;
}

const program = command(
  'bench:peers',
  'Lines a second that CPython, snoop, PySnooper and Lua trace, on the same programs, and how many times as many we do. ' +
    'One that is absent is skipped by name.',
  '--seconds 0.5',
).option('--seconds <N>', 'for each peer and program', numberOfSeconds, 6);
const options = withResultOptions(program, 'peers').parse().opts<ResultOptions & { seconds: number }>();
const { seconds } = options;
const VENV = 'out/bench/peers-venv';

/** A Python with the tracers of the PyPI, made once; null where there is none to make it with. */
function pythonWithTracers(): string | null {
  const python = `${VENV}/bin/python`;
  if (!existsSync(python)) {
    const made = spawnSync('python3.11', ['-m', 'venv', VENV]);
    if (made.status !== 0) return null;
    spawnSync(python, ['-m', 'pip', 'install', '--quiet', 'snoop', 'pysnooper'], { stdio: 'ignore' });
  }
  return python;
}

const python = pythonWithTracers();

const cpython = (name: string, tracer: Tracer, size: Peer['size']): Peer => ({
  name,
  size,
  run: async (program, n) =>
    python === null
      ? null
      : runUnder(python, { file: fileOf(program), call: `main(${n})`, input: '', tracer, seconds }),
});

const lua = (name: string, what: 'lines' | 'locals'): Peer => ({
  name,
  size: 'medium',
  run(program, n) {
    const args = [
      'bench/peers/lua/hook.lua',
      `bench/peers/lua/${program}.lua`,
      String(n),
      String(seconds),
      what,
    ];
    const { status, stdout, error } = spawnSync('lua5.4', args, { encoding: 'utf8' });
    return Promise.resolve(error !== undefined || status !== 0 ? null : (JSON.parse(stdout) as Measured));
  },
});

const PEERS: readonly Peer[] = [
  cpython('CPython 3.11, untraced', 'none', 'medium'),
  cpython('CPython 3.11, settrace and repr', 'settrace', 'medium'),
  cpython('snoop', 'snoop', 'small'),
  cpython('PySnooper', 'pysnooper', 'small'),
  lua('Lua 5.4, line hook', 'lines'),
  lua('Lua 5.4, line hook and locals', 'locals'),
];

/** What `main` is called with. */
const PROGRAMS = {
  integers: { medium: 300, small: 30 },
  lists: { medium: 40, small: 10 },
  recursion: { medium: 16, small: 8 },
} as const;

const fileOf = (program: string): string => `bench/engine/programs/${program}.py`;

/** Our speed and answer at that size. */
async function own(
  program: string,
  size: number,
  measured: number,
): Promise<{ speed: Speed; answer: string }> {
  const { readFile } = await import('node:fs/promises');
  const source = await readFile(fileOf(program), 'utf8');
  const compiled = compileProgram({ name: program, source, call: `main(${size})`, input: '' });
  const { ending } = execute(compiled, { limits: LIMITS, traced: false });
  if (ending.kind !== 'returned') throw new Error(ending.message);
  return {
    speed: speedOf(compiled.program, LIMITS, '', { seconds: measured, tier: 'auto' }),
    answer: ending.result,
  };
}

const results = new Results('peers');
for (const [program, sizes] of Object.entries(PROGRAMS)) {
  const medium = await own(program, sizes.medium, seconds);
  const small = await own(program, sizes.small, 0);
  const rate = ({ lines, seconds: taken }: Speed, way: keyof Speed['seconds']): number =>
    lines / taken[way] / 1e6;
  const ours = {
    hashed: rate(medium.speed, 'hashed'),
    kept: rate(medium.speed, 'kept'),
    told: rate(medium.speed, 'lines'),
  };
  const table: Record<string, Record<string, string>> = {};
  for (const [way, lines] of Object.entries(ours)) {
    const name = `Lockstep, ${way === 'told' ? 'told by line' : way}`;
    table[name] = { 'M lines/s': lines.toFixed(2) };
    results.add(`${program}: ${name}`, lines, 'M lines/s');
  }
  for (const peer of PEERS) {
    const { speed, answer } = peer.size === 'medium' ? medium : small;
    const measured = await peer.run(program, sizes[peer.size]);
    if (measured === null) {
      table[peer.name] = { 'M lines/s': 'absent' };
      continue;
    }
    if (measured.answer !== answer)
      throw new Error(`${peer.name}: ${program}: ${measured.answer}, not ${answer}`);
    const lines = speed.lines / measured.seconds / 1e6;
    const times = (way: keyof typeof ours): string =>
      `${(ours[way] / lines).toFixed(ours[way] / lines < 10 ? 1 : 0)}×`;
    table[peer.name] = {
      'M lines/s': lines.toPrecision(3),
      'ours hashed': times('hashed'),
      'ours kept': times('kept'),
      'ours told by line': times('told'),
    };
    results.add(`${program}: ${peer.name}`, lines, 'M lines/s');
  }
  console.log(
    `${program}: main(${sizes.medium}) ${medium.speed.lines} lines, main(${sizes.small}) ${small.speed.lines}`,
  );
  console.table(table);
}
results.finish(options);
