// What worker threads do: one exported function a job, called by its name. Lines come in, lines go out; a thread
// knows nothing of files or of the other threads.
import type { Plan } from '../../corpus/generate.ts';
import type { ExerciseOptions, ExerciseResult, Search } from '../generate/exercise-row.ts';
import { exerciseRows } from '../generate/exercise-rows.ts';
import { TakenKeys } from '../generate/taken.ts';
import { importRow, type Imported, type ImportOptions } from '../import/import-row.ts';
import type { ProgramRow } from '../import/program-row.ts';
import { verifyRow, type Conditions, type RowVerdict } from '../verify/verify-row.ts';

/** Imports one program. */
export function importProgram(job: { program: ProgramRow; options: ImportOptions }): Promise<Imported> {
  return importRow(job.program, job.options);
}

/** Makes the rows of some places of a dataset, in order. */
export function generateRows(job: {
  indices: readonly number[];
  plan: Plan;
  options: ExerciseOptions;
  /** What no row may repeat, as far as it is known: the memory of `TakenKeys`. */
  taken: SharedArrayBuffer;
  /** Where to go on, when they have been made before. */
  search?: Search;
}): Promise<ExerciseResult[]> {
  return exerciseRows(job.indices, job.plan, job.options, new TakenKeys(job.taken), job.search);
}

/** Verifies some lines of a data file, in order. */
export async function verifyRows(job: {
  lines: readonly (string | null)[];
  conditions: Conditions;
}): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = [];
  for (const line of job.lines) verdicts.push(await verifyRow(line, job.conditions));
  return verdicts;
}
