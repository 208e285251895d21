// The two tiers of the engine side by side: `npm run bench:tiers`. M events/s of CPU time for runs that are only hashed, and
// M instructions/s untraced, after the code is warm, and for the first run of the process, which compiles it; with
// `--cold`, long first runs, each in a process of its own. The hash of the two is held to be the same.
import { spawnSync } from 'node:child_process';
import { runProgram, type Program } from '../../interpreter/index.ts';
import { Option } from 'commander';
import { command, wholeNumber } from '../../scripts/command-line.js';
import { compileWorkload, LIMITS, verify, WORKLOADS, type Workload } from '../engine/workloads.ts';

const { rounds, cold, coldRun } = command(
  'bench:tiers',
  'The two tiers of the engine side by side: M events/s of runs that are only hashed, M instructions/s untraced.',
  '--rounds 9',
)
  .option('--rounds <N>', 'of which the median counts, after five that warm up', wholeNumber, 25)
  .option('--cold', 'first runs of some 10^7 instructions instead, each in a process of its own', false)
  .addOption(new Option('--cold-run <WORKLOAD,TIER>', 'one of them').hideHelp())
  .parse()
  .opts<{ rounds: number; cold: boolean; coldRun?: string }>();

/** Sizes at which the programs take some 10^7 instructions. */
const LONG: Readonly<Record<string, number>> = {
  integers: 6000,
  lists: 1200,
  recursion: 23,
  strings: 1200,
  dicts: 20_000,
  floats: 250_000,
  'big-ints': 1000,
};

/** CPU seconds of one run, and its hash. */
function once(
  program: Program,
  trace: 'hash' | false,
  tier: 'base' | 'auto',
): { seconds: number; hash: string } {
  const before = process.cpuUsage();
  const result = runProgram(program, { limits: LIMITS, trace, tier });
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, hash: result.trace?.hash ?? '' };
}

/** One long run, the first of this process. */
function runCold(name: string, tier: 'base' | 'auto'): void {
  const workload = WORKLOADS.find((some) => some.name === name)!;
  const { program } = compileWorkload({ ...workload, size: LONG[name]! });
  console.log(
    JSON.stringify({ ...once(program, 'hash', tier), steps: runProgram(program, { limits: LIMITS }).steps }),
  );
}

/** CPU seconds of long first runs in both tiers: medians of five processes each, by turns. */
function coldRow({ name }: Workload): Record<string, string> {
  const taken = { base: [] as number[], auto: [] as number[] };
  const told = new Set<string>();
  let length = 0;
  for (let round = 0; round < 5; round++)
    for (const tier of ['base', 'auto'] as const) {
      const words = [process.argv[1]!, '--cold-run', `${name},${tier}`];
      const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      const { seconds, hash, steps } = JSON.parse(stdout) as { seconds: number; hash: string; steps: number };
      taken[tier].push(seconds);
      told.add(hash);
      length = steps;
    }
  if (told.size > 1) throw new Error(`${name}: the tiers differ`);
  const [base, auto] = [taken.base, taken.auto].map((times) => times.sort((a, b) => a - b)[2]!);
  return {
    'M instructions': (length / 1e6).toFixed(1),
    'base, CPU ms': (base! * 1e3).toFixed(0),
    'auto, CPU ms': (auto! * 1e3).toFixed(0),
    'auto is faster': `${(base! / auto!).toFixed(2)} ×`,
  };
}

function warmTable(): void {
  const table: Record<string, Record<string, string>> = {};
  for (const workload of WORKLOADS) {
    const { compiled, instructions } = verify(workload);
    const { program } = compiled;
    const row: Record<string, string> = {};
    const first = once(program, 'hash', 'auto').seconds;
    for (const trace of ['hash', false] as const) {
      const taken = { base: [] as number[], auto: [] as number[] };
      // Those that run together are taken by turns; the first five warm up.
      for (let i = 0; i < rounds + 5; i++) {
        const base = once(program, trace, 'base');
        // Runs of a few milliseconds are measured many at a time: the clock is coarse.
        let seconds = 0;
        for (let j = 0; j < 4; j++) {
          const auto = once(program, trace, 'auto');
          if (auto.hash !== base.hash) throw new Error(`${workload.name}: the tiers differ`);
          seconds += auto.seconds / 4;
        }
        if (i < 5) continue;
        taken.base.push(base.seconds);
        taken.auto.push(seconds);
      }
      for (const [tier, seconds] of Object.entries(taken)) {
        const median = seconds.sort((a, b) => a - b)[seconds.length >> 1]!;
        row[`${trace === 'hash' ? 'hashed' : 'untraced'}, ${tier}`] = (instructions / median / 1e6).toFixed(
          0,
        );
      }
    }
    row['hashed, auto, first run'] = (instructions / first / 1e6).toFixed(0);
    table[workload.name] = row;
  }
  console.table(table);
}

if (coldRun !== undefined) runCold(...(coldRun.split(',') as [string, 'base' | 'auto']));
else if (cold) {
  for (const workload of WORKLOADS) verify(workload);
  console.table(Object.fromEntries(WORKLOADS.map((workload) => [workload.name, coldRow(workload)])));
} else warmTable();
