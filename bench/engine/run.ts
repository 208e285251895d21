// The speed of the engine, on one core: programs that run long, untraced and traced, and tiny ones. benny calls the
// cases; the figures are CPU time, which the load of the machine changes less than the clock. See bench/README.md.
import benny from 'benny';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram, type Program } from '../../interpreter/index.ts';
import { compileProgram } from '../../src/pipeline/program.ts';
import { LIMITS, verify, WORKLOADS } from './workloads.ts';

type Mode = boolean | 'hash';

const MODES: readonly Mode[] = [false, 'hash', true];
const MODE_NAMES = { false: 'untraced', hash: 'hashed', true: 'kept' } as const;

/** Runs of a tiny program in one call: enough for a clock that counts microseconds. */
const BATCH = 200;

const TINY = `def f(xs: list[int]) -> int:
    total = 0
    for x in xs:
        if x % 2 == 0:
            total += x
        else:
            total -= 1
    return total
`;

/** Median CPU seconds of one call for each mode of running, all taken by turns. */
async function measure(name: string, work: (mode: Mode) => void): Promise<Record<string, number>> {
  const times = new Map<Mode, number[]>(MODES.map((mode) => [mode, []]));
  const turn = (): void => {
    for (const [mode, taken] of times) {
      const before = process.cpuUsage();
      work(mode);
      const { user, system } = process.cpuUsage(before);
      taken.push((user + system) / 1e6);
    }
  };
  turn();
  for (const taken of times.values()) taken.length = 0;
  await benny.suite(name, benny.add(name, turn, { minSamples: 7, maxTime: 2 }));
  const median = (taken: number[]): number => taken.sort((a, b) => a - b)[taken.length >> 1]!;
  return Object.fromEntries([...times].map(([mode, taken]) => [MODE_NAMES[`${mode}`], median(taken)]));
}

const hashOf = (program: Program, mode: Mode): string | undefined =>
  runProgram(program, { limits: LIMITS, trace: mode }).trace?.hash;

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'out/bench/engine.json' }, baseline: { type: 'string' } },
});
const figures: Record<string, number> = {};
const table: Record<string, Record<string, string>> = {};

for (const workload of WORKLOADS) {
  const { compiled, instructions } = verify(workload);
  const { program } = compiled;
  if (hashOf(program, 'hash') !== hashOf(program, true))
    throw new Error(`${workload.name}: a hash depends on keeping`);
  const seconds = await measure(workload.name, (mode) => hashOf(program, mode));
  const row: Record<string, string> = {};
  for (const [mode, taken] of Object.entries(seconds)) {
    const speed = instructions / taken / 1e6;
    figures[`${workload.name} ${mode}, M instructions/s`] = speed;
    row[`${mode} M/s`] = speed.toFixed(1);
  }
  row['hashed / untraced'] = `${(seconds.hashed! / seconds.untraced!).toFixed(2)}x`;
  row['kept / untraced'] = `${(seconds.kept! / seconds.untraced!).toFixed(2)}x`;
  table[workload.name] = row;
}
console.table(table);

const tiny: Record<string, Record<string, string>> = {};
for (const size of [18, 182]) {
  const text = { name: 'tiny', source: TINY, call: `f(list(range(${size})))`, input: '' };
  const { program } = compileProgram(text);
  const { outcome, steps } = runProgram(program);
  const half = Math.ceil(size / 2);
  const answer = String(half * (half - 1) - Math.floor(size / 2));
  if (outcome.kind !== 'returned' || outcome.repr !== answer) throw new Error('the tiny program is wrong');
  const seconds = await measure(`${steps} instructions`, (mode) => {
    for (let i = 0; i < BATCH; i++) hashOf(program, mode);
  });
  const row: Record<string, string> = {};
  for (const [mode, taken] of Object.entries(seconds)) {
    const speed = BATCH / taken / 1e3;
    figures[`tiny, ${steps} instructions, ${mode}, k runs/s`] = speed;
    row[`${mode} k runs/s`] = speed.toFixed(1);
  }
  tiny[`${steps} instructions`] = row;
}
console.table(tiny);

mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`);
if (values.baseline !== undefined) {
  const baseline = JSON.parse(readFileSync(values.baseline, 'utf8')) as Record<string, number>;
  const ratios = Object.entries(figures).map(([name, figure]) => [name, figure / (baseline[name] ?? NaN)]);
  console.table(Object.fromEntries(ratios.map(([name, ratio]) => [name, Number(ratio).toFixed(2)])));
}
