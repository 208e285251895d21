// Runs to tell and corrupt: generated exercises without end, or the programs of a file, round and round.
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { ask, NoQuestion, taskNames, TracedRun, type Posed } from '../../src/tasks/index.ts';
import type { Story } from '../../verbalizer/index.ts';

export interface Run {
  readonly story: Story;
  /** Source and call, for reports. */
  readonly program: string;
  /** Number of the run, from 0; the seed of its wording. */
  readonly index: number;
  /** A question about it; null where its task has none. */
  readonly question: Posed | null;
}

const ASKED = taskNames.filter((name) => name !== 'output');

/** A question of the task whose turn it is, or of the next that has one. */
function questionOf(run: TracedRun, index: number): Posed | null {
  for (let i = 0; i < ASKED.length; i++)
    try {
      return ask(run, [ASKED[(index + i) % ASKED.length]!], { seed: index, id: '' });
    } catch (error) {
      if (!(error instanceof NoQuestion)) throw error;
    }
  return null;
}

/** Longer traces make stories that take more time than they teach. */
const MOST_EVENTS = 200_000;

function runOf(source: string, call: string | null, index: number): Run | null {
  try {
    const compiled = compileProgram({ name: `run ${index}`, source, call, input: '' });
    const limits = { ...DEFAULT_LIMITS, fuel: MOST_EVENTS };
    const execution = execute(compiled, { limits, traced: true });
    const { ending } = execution;
    if (ending.kind !== 'returned' && ending.kind !== 'raised') return null;
    const run = new TracedRun(execution, limits);
    return {
      story: run.story,
      program: `${source}\n>>> ${call ?? ''}`,
      index,
      question: questionOf(run, index),
    };
  } catch (error) {
    if (error instanceof Rejected) return null;
    throw error;
  }
}

/** Exercises of all families and levels. */
export function* generatedRuns(seed: number): Iterable<Run> {
  const catalogue = catalogueOf({ levels: [LEVELS[0], LEVELS[1]], families: [] });
  for (let index = 0; ; index++) {
    const { module, call } = generateExercise(seed, index, catalogue);
    const run = runOf(print(module), printExpr(call), index);
    if (run !== null) yield run;
  }
}

/** The programs of a file of rows `{code, call}`, again and again with other wordings. */
export function* runsOfRows(rows: readonly unknown[]): Iterable<Run> {
  for (let index = 0; rows.length > 0; index++) {
    const { code, call } = rows[index % rows.length] as { code: string; call?: string | null };
    const run = runOf(code, call ?? null, index);
    if (run !== null) yield run;
  }
}
