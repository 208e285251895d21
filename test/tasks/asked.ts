// Questions for the tests of tasks: every family's exercises, asked every task that has a question about them.
import { Draw } from '../../corpus/draw.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, type ProgramText } from '../../src/pipeline/index.ts';
import { ask, NoQuestion, TracedRun, type Posed, type TaskName } from '../../src/tasks/index.ts';

export interface Asked {
  readonly label: string;
  readonly run: TracedRun;
  readonly posed: Posed;
}

/** The run of a program that comes to its end. */
export function runOf(text: Pick<ProgramText, 'source' | 'call'>): TracedRun {
  const compiled = compileProgram({ name: 'program', input: '', ...text });
  return new TracedRun(execute(compiled, { limits: DEFAULT_LIMITS, traced: true }), DEFAULT_LIMITS);
}

/** All families are asked in this many turns. */
const TURNS = 3;

/** One exercise of every family whose turn it is; `round` chooses the level and all that is drawn. */
export function* exercises(round: number, turn: number): Generator<{ label: string; run: TracedRun }> {
  for (const [i, family] of FAMILIES.entries()) {
    if (i % TURNS !== turn % TURNS) continue;
    const [first, last] = family.levels;
    const level = first + ((i + round) % (last - first + 1));
    const { module, call } = family.generate(Draw.of('tasks.test', family.name, level, round), level);
    const label = `${family.name}, level ${level}, round ${round}`;
    yield { label, run: runOf({ source: print(module), call: printExpr(call) }) };
  }
}

/** The question of a task about a run; null when there is none. */
export function question(run: TracedRun, task: TaskName, seed: number): Posed | null {
  try {
    return ask(run, [task], { seed, id: 'test' });
  } catch (error) {
    if (error instanceof NoQuestion) return null;
    throw error;
  }
}
