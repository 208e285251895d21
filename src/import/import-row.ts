// One program of an import: run, compared with what was expected of it, told and checked. Never throws for what a
// program is or does; every way to fail is a refusal with a stable reason.
import type { Limits } from '../../interpreter/index.ts';
import {
  compileProgram,
  execute,
  makeRow,
  Rejected,
  Unfaithful,
  unsupportedCode,
} from '../pipeline/index.ts';
import type { Ending, Place as FilePlace, RowWording } from '../pipeline/index.ts';
import { ask, NoQuestion, TracedRun, type TaskName } from '../tasks/index.ts';
import type { ProgramRow } from './program-row.ts';
import type { Place, Refusal } from './status.ts';

export interface ImportOptions extends RowWording {
  /** Of the choice among phrasings, tasks and styles. */
  readonly seed: number;
  readonly limits: Limits;
  /** What is asked: each row is of one of these. */
  readonly tasks: readonly TaskName[];
}

export type Imported = { readonly status: 'ok'; readonly row: string } | Refusal;

/** Imports one program. The row comes as one line of JSON. */
export async function importRow(program: ProgramRow, options: ImportOptions): Promise<Imported> {
  try {
    return await imported(program, options);
  } catch (error) {
    if (error instanceof Rejected) return rejected(error);
    if (error instanceof NoQuestion) return refusal('skipped', 'task/no-question', error.message);
    if (error instanceof Unfaithful) return refusal('failed', 'unfaithful', error.message);
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return refusal('failed', 'internal', message);
  }
}

async function imported(program: ProgramRow, options: ImportOptions): Promise<Imported> {
  const compiled = compileProgram({
    name: program.id,
    source: program.code,
    call: program.call ?? null,
    input: program.stdin ?? '',
  });
  const execution = execute(compiled, { limits: options.limits, traced: true });
  const refused =
    endedBadly(execution.ending) ?? mismatch(program, execution.ending, execution.result.output);
  if (refused !== null) return refused;
  const { seed, limits, tasks } = options;
  const run = new TracedRun(execution, limits);
  const posed = ask(run, tasks, { seed, id: program.id }, options.styles);
  const row = await makeRow(run, posed, options, { id: program.id, seed, level: null, features: {} });
  return { status: 'ok', row: JSON.stringify(row) };
}

/** The refusal of a program that has no answer; null for one that returned or raised. */
function endedBadly(ending: Ending): Refusal | null {
  switch (ending.kind) {
    case 'returned':
    case 'raised':
      return null;
    case 'limit':
      return refusal('limit', `limit/${ending.limit}`, ending.message, ending.place);
    case 'unsupported':
      return refusal('unsupported', unsupportedCode(ending.construct), ending.message, ending.place);
    case 'nondeterministic':
      return refusal('nondeterministic', `nondeterministic/${ending.cause}`, ending.message);
  }
}

/** What is not as expected; null when everything that the row states is so. */
function mismatch(program: ProgramRow, ending: Ending, stdout: string): Refusal | null {
  const { expected, expected_error: expectedError } = program;
  const ours = ending.kind === 'returned' ? ending.result : ending.message;
  const place = ending.kind === 'raised' ? ending.place : null;
  const differs = (reason: string, wanted: string, got: string): Refusal =>
    refusal('mismatched', reason, `expected ${shown(wanted)}, ours is ${shown(got)}`, place);
  if (expected != null && ending.kind !== 'returned') return differs('mismatch/raised', expected, ours);
  if (expected != null && ours !== expected) return differs('mismatch/result', expected, ours);
  if (expectedError != null && ending.kind !== 'raised')
    return differs('mismatch/returned', expectedError, ours);
  // `f"{type}: {text}"` leaves a colon behind when there is no text
  if (expectedError != null && ours !== expectedError.replace(/: $/, ''))
    return differs('mismatch/exception', expectedError, ours);
  if (program.stdout != null && program.stdout !== stdout)
    return differs('mismatch/stdout', program.stdout, stdout);
  return null;
}

/** Longer texts are cut in messages. */
const SHOWN = 200;

function shown(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (${text.length} characters)`;
}

/** A program that is no Python has failed; one that is Python beyond Primer is unsupported. */
function rejected({ complaints, message }: Rejected): Refusal {
  const outside = complaints.find((complaint) => complaint.construct !== null);
  const first = complaints.find((complaint) => complaint.construct === null) ?? outside;
  if (first === undefined) return refusal('failed', 'internal', message);
  return refusal(first === outside ? 'unsupported' : 'failed', first.code, first.message, first.place);
}

function refusal(
  status: Refusal['status'],
  reason: string,
  message: string,
  place: FilePlace | null = null,
): Refusal {
  return { status, reason, message, span: place === null ? null : spanOf(place) };
}

function spanOf({ line, column, endLine, endColumn }: FilePlace): Place {
  return { line, column, endLine, endColumn };
}
