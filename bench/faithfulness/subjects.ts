// Runs to tell and corrupt: generated exercises without end, or the programs of a file, round and round.
import { readFileSync } from 'node:fs';
import { catalogueOf, generateExercise, LEVELS } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { storyOf, type Story } from '../../verbalizer/index.ts';

export interface Run {
  readonly story: Story;
  /** Source and call, for reports. */
  readonly program: string;
  /** Number of the run, from 0; the seed of its wording. */
  readonly index: number;
}

/** Longer traces make stories that take more time than they teach. */
const MOST_EVENTS = 200_000;

function runOf(source: string, call: string | null, index: number): Run | null {
  try {
    const compiled = compileProgram({ name: `run ${index}`, source, call, input: '' });
    const limits = { ...DEFAULT_LIMITS, fuel: MOST_EVENTS };
    const { ending, result } = execute(compiled, { limits, traced: true });
    if (ending.kind !== 'returned' && ending.kind !== 'raised') return null;
    return { story: storyOf(result.trace!), program: `${source}\n>>> ${call ?? ''}`, index };
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
export function* runsOfFile(file: string): Iterable<Run> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const rows = lines.filter((line) => line.trim() !== '');
  for (let index = 0; rows.length > 0; index++) {
    const { code, call } = JSON.parse(rows[index % rows.length]!) as { code: string; call?: string | null };
    const run = runOf(code, call ?? null, index);
    if (run !== null) yield run;
  }
}
