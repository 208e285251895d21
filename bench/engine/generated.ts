// A mix of generated programs, all families and levels among them, each with the answer its family knows independently
// of any run. Programs whose answer only running tells are left out: what is measured is verified first.
import { repr } from '../../corpus/data.ts';
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { runProgram } from '../../interpreter/index.ts';
import { compileProgram, type Compiled } from '../../src/pipeline/program.ts';
import { LIMITS } from './workloads.ts';

/** So many programs, compiled. @throws Error when one has another answer than its family says */
export function generatedPrograms(count: number): Compiled[] {
  const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
  const made: Compiled[] = [];
  for (let index = 0; made.length < count; index++) {
    const { module, call, expected, family } = generateExercise(1, index, catalogue);
    if (expected === null) continue;
    const compiled = compileProgram({
      name: family,
      source: print(module),
      call: printExpr(call),
      input: '',
    });
    const { outcome, output } = runProgram(compiled.program, { limits: LIMITS });
    const right = outcome.kind === 'returned' && outcome.repr === repr(expected.value);
    if (!right || output !== expected.output) throw new Error(`${family} ${index}: a wrong answer`);
    made.push(compiled);
  }
  return made;
}
