// Compares the representations of a cell: `npx tsx bench/cells/run.ts`. Each pair of representation and program runs
// in a process of its own, so that none spoils the other's type feedback; the best of the rounds counts.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { runHandles } from './handles.ts';
import { runJsValues } from './js-values.ts';
import { fib, floatLoop, listLoop, type Program, type Run, sumLoop } from './machine.ts';
import { runTagged } from './tagged.ts';

const REPRESENTATIONS: Readonly<Record<string, Run>> = {
  'JavaScript values': runJsValues,
  'double + handles': runHandles,
  'double + tag': runTagged,
};

const PROGRAMS: readonly Program[] = [sumLoop(1_000_000), listLoop(1_000_000), fib(27), floatLoop(1_000_000)];

const ROUNDS = 9;

/** Millions of instructions per second of processor time, untraced and traced. */
function measure(run: Run, program: Program): [number, number] {
  const best: [number, number] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    for (const traced of [0, 1] as const) {
      const start = process.cpuUsage();
      const { steps } = run(program, traced === 1);
      const { user } = process.cpuUsage(start);
      best[traced] = Math.max(best[traced], steps / user);
    }
  }
  return best;
}

function main(): void {
  const [name, index] = process.argv.slice(2);
  if (name !== undefined) {
    console.log(JSON.stringify(measure(REPRESENTATIONS[name], PROGRAMS[Number(index)])));
    return;
  }
  // Bundled as in the product: otherwise the enum is an object at run time and the switch a chain of comparisons.
  const outfile = fileURLToPath(new URL('../../out/cells.mjs', import.meta.url));
  buildSync({
    entryPoints: [fileURLToPath(import.meta.url)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  });
  console.log(`| M/s untraced / traced | ${Object.keys(REPRESENTATIONS).join(' | ')} |`);
  for (const [i, program] of PROGRAMS.entries()) {
    const cells = Object.keys(REPRESENTATIONS).map((representation) => {
      const output = execFileSync(process.execPath, [outfile, representation, String(i)], {
        encoding: 'utf8',
      });
      const [untraced, traced] = JSON.parse(output) as [number, number];
      return `${untraced.toFixed(0)} / ${traced.toFixed(0)}`;
    });
    console.log(`| ${program.name} | ${cells.join(' | ')} |`);
  }
}

main();
