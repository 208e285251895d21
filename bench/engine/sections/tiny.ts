// Whole runs of tiny programs that are compiled already: machine, recorder, hash and reset included.
import { runProgram } from '../../../interpreter/index.ts';
import { compileProgram } from '../../../src/pipeline/program.ts';
import { waysOf } from '../../../src/speed/own.ts';
import { generatedPrograms } from '../generated.ts';
import { measure, type Section } from '../section.ts';
import { LIMITS } from '../workloads.ts';

/** Generated programs that run before the last figure. */
const OTHERS = 60;

/** Runs in one call: enough for a clock that counts microseconds. */
const BATCH = 200;

const SOURCE = `def f(xs: list[int]) -> int:
    total = 0
    for x in xs:
        if x % 2 == 0:
            total += x
        else:
            total -= 1
    return total
`;

export const tiny: Section = {
  name: 'tiny',
  about: 'tiny programs: k runs/s, reset and hash included',
  async run(results) {
    const table: Record<string, Record<string, string>> = {};
    for (const [size, after] of [
      [18, ''],
      [182, ''],
      [18, ' after other programs'],
    ] as const) {
      if (after !== '')
        for (const { program } of generatedPrograms(OTHERS))
          for (const trace of [false, 'hash', true] as const) runProgram(program, { limits: LIMITS, trace });
      const text = { name: 'tiny', source: SOURCE, call: `f(list(range(${size})))`, input: '' };
      const { program } = compileProgram(text);
      const { outcome, steps } = runProgram(program);
      const half = Math.ceil(size / 2);
      const answer = String(half * (half - 1) - Math.floor(size / 2));
      if (outcome.kind !== 'returned' || outcome.repr !== answer)
        throw new Error('the tiny program is wrong');
      const ways = waysOf(program, LIMITS, '', 'base');
      const batch = (run: () => void) => (): void => {
        for (let i = 0; i < BATCH; i++) run();
      };
      const seconds = await measure(`${steps} instructions${after}`, {
        untraced: batch(ways.untraced),
        hashed: batch(ways.hashed),
        kept: batch(ways.kept),
      });
      const row: Record<string, string> = {};
      for (const [way, taken] of Object.entries(seconds)) {
        const speed = BATCH / taken / 1e3;
        results.add(`tiny, ${steps} instructions${after}, ${way}`, speed, 'k runs/s');
        row[`${way} k runs/s`] = speed.toFixed(1);
      }
      table[`${steps} instructions${after}`] = row;
    }
    console.table(table);
  },
};
