// The two tiers of the engine side by side: `npm run bench:tiers`. M events/s of CPU time for runs that are only hashed, and
// M instructions/s untraced, after the code is warm, and for the first run of the process, which compiles it. The hash
// of the two is held to be the same.
import { runProgram, type Program } from '../../interpreter/index.ts';
import { command, wholeNumber } from '../../scripts/command-line.js';
import { LIMITS, verify, WORKLOADS } from '../engine/workloads.ts';

const { rounds } = command(
  'bench:tiers',
  'The two tiers of the engine side by side: M events/s of runs that are only hashed, M instructions/s untraced.',
  '--rounds 9',
)
  .option('--rounds <N>', 'of which the median counts, after five that warm up', wholeNumber, 25)
  .parse()
  .opts<{ rounds: number }>();

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
      row[`${trace === 'hash' ? 'hashed' : 'untraced'}, ${tier}`] = (instructions / median / 1e6).toFixed(0);
    }
  }
  row['hashed, auto, first run'] = (instructions / first / 1e6).toFixed(0);
  table[workload.name] = row;
}
console.table(table);
