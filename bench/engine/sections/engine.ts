// Programs that run long, untraced and traced, and a mix of generated ones.
import { runProgram, type Program } from '../../../interpreter/index.ts';
import { waysOf } from '../../../src/speed/own.ts';
import { generatedPrograms } from '../generated.ts';
import { measure, type Section } from '../section.ts';
import { LIMITS, verify, WORKLOADS } from '../workloads.ts';

/** Generated programs in the mix, and how often each runs in one call. */
const MIX = { programs: 60, times: 4 } as const;

interface Case {
  readonly name: string;
  readonly programs: readonly Program[];
  readonly times: number;
}

function cases(): Case[] {
  const long = WORKLOADS.map((workload) => {
    return { name: workload.name, programs: [verify(workload).compiled.program], times: 1 };
  });
  const mix = generatedPrograms(MIX.programs).map(({ program }) => program);
  return [...long, { name: 'generated mix', programs: mix, times: MIX.times }];
}

export const engine: Section = {
  name: 'engine',
  about: 'programs that run long: M instructions/s untraced, hashed and kept, and in the second tier',
  async run(results) {
    const table: Record<string, Record<string, string>> = {};
    for (const { name, programs, times } of cases()) {
      const base = programs.map((program) => waysOf(program, LIMITS, '', 'base'));
      const second = programs.map((program) => waysOf(program, LIMITS, '', 'auto'));
      const steps = programs.reduce((sum, program) => sum + runProgram(program, { limits: LIMITS }).steps, 0);
      const every = (ways: typeof base, way: 'untraced' | 'hashed' | 'kept') => (): void => {
        for (let i = 0; i < times; i++) for (const run of ways) run[way]();
      };
      const seconds = await measure(name, {
        untraced: every(base, 'untraced'),
        hashed: every(base, 'hashed'),
        'untraced, second tier': every(second, 'untraced'),
        'hashed, second tier': every(second, 'hashed'),
        kept: every(base, 'kept'),
      });
      const row: Record<string, string> = {};
      for (const [way, taken] of Object.entries(seconds)) {
        const speed = (steps * times) / taken / 1e6;
        results.add(`${name}, ${way}`, speed, 'M instructions/s');
        row[`${way} M/s`] = speed.toFixed(1);
      }
      for (const way of ['hashed', 'kept'] as const) {
        const cost = seconds[way] / seconds.untraced;
        results.add(`${name}, cost of ${way}`, cost, '×');
        row[`${way} / untraced`] = `${cost.toFixed(2)}×`;
      }
      table[name] = row;
    }
    console.table(table);
  },
};
