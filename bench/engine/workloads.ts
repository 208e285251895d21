// The programs that speeds are measured on, each with the answer CPython gives. One list for the engine's figures and
// for the peers, so that all run the same. Knows nothing of timing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../src/pipeline/execution.ts';
import { compileProgram, type Compiled } from '../../src/pipeline/program.ts';

/** Enough for the longest of them. */
export const LIMITS = { fuel: 2_000_000_000, memory: 10_000_000, depth: 1000, output: 10_000_000 } as const;

export interface Workload {
  /** Also the name of its file. */
  readonly name: string;
  /** The argument of `main`. */
  readonly size: number;
  /** The repr of what `main(size)` returns. */
  readonly answer: string;
}

/** Long enough that what begins and ends a run does not count, short enough for many runs. */
export const WORKLOADS: readonly Workload[] = [
  { name: 'integers', size: 2000, answer: '(182, 112675)' },
  { name: 'lists', size: 300, answer: '(5, 477, 2668)' },
  { name: 'recursion', size: 20, answer: '(6765, 32767)' },
  { name: 'strings', size: 40, answer: "('pdgdp dqqd vdz wkh o', 1717)" },
  { name: 'dicts', size: 4000, answer: '(12000, 802398)' },
  { name: 'floats', size: 20000, answer: '(3.141592654, 59605.911766)' },
  { name: 'big-ints', size: 300, answer: '(343100700, 0)' },
];

export function sourceOf({ name }: Workload): string {
  return readFileSync(join('bench/engine/programs', `${name}.py`), 'utf8');
}

export function callOf({ size }: Workload): string {
  return `main(${size})`;
}

export function compileWorkload(workload: Workload): Compiled {
  const { name } = workload;
  return compileProgram({ name, source: sourceOf(workload), call: callOf(workload), input: '' });
}

/** Compiles and runs it. @throws Error when the answer is wrong */
export function verify(workload: Workload): { compiled: Compiled; instructions: number } {
  const compiled = compileWorkload(workload);
  const { ending, result } = execute(compiled, { limits: LIMITS, traced: false });
  const got = ending.kind === 'returned' ? ending.result : ending.message;
  if (got !== workload.answer) throw new Error(`${workload.name}: ${got} instead of ${workload.answer}`);
  return { compiled, instructions: result.steps };
}
