// Verifies one row by doing everything again: parse, run, tell, read, check. Knows nothing of files.
import { isDeepStrictEqual } from 'node:util';
import { keysOf } from '../../corpus/canonical.ts';
import { measure } from '../../corpus/difficulty/measure.ts';
import type { Limits } from '../../interpreter/index.ts';
import { STYLE_TITLES, type StyleName } from '../../verbalizer/index.ts';
import {
  compileProgram,
  execute,
  isStrict,
  judge,
  phrasingSeed,
  Rejected,
  sha256,
  splitOf,
  tell,
  treesOf,
  type Execution,
} from '../pipeline/index.ts';
import { RewritingJudge } from '../pipeline/rewriting.ts';
import { rowProblem, type Row } from '../record.ts';
import { askAgain, BadQuestion, isTaskName, TracedRun, type Posed } from '../tasks/index.ts';

/** What rows were made under: how a run ends can depend on it. */
export interface Conditions {
  readonly limits: Limits;
  readonly maxTokens: number | null;
}

export interface Problem {
  /** The field that is wrong, such as `trace.hash`; `row` when it is no row at all. */
  readonly field: string;
  readonly message: string;
}

export interface RowVerdict {
  readonly id: string | null;
  readonly problems: readonly Problem[];
  /** Claims that were read in it. */
  readonly read: number;
}

/** Verifies a line of a data file. Never throws for what stands in it. */
export async function verifyRow(line: string | null, conditions: Conditions): Promise<RowVerdict> {
  const row = readRow(line);
  if ('message' in row) return { id: null, problems: [row], read: 0 };
  const problems: Problem[] = [];
  const note: Note = (field, message) => {
    problems.push({ field, message });
  };
  const { source, call, input = '', sha256: digest } = row.program;
  if (sha256(source) !== digest) note('program.sha256', 'is not the digest of the source');
  if (!isTaskName(row.task)) note('task', `there is no task ${row.task}`);
  if (!(row.style in STYLE_TITLES)) note('style', `there is no style ${row.style}`);
  if (problems.length > 0) return { id: row.id, problems, read: 0 };

  try {
    const compiled = compileProgram({ name: row.id, source, call, input });
    const execution = execute(compiled, { limits: conditions.limits, traced: true });
    const read = await compareRun(row, execution, conditions, note);
    return { id: row.id, problems, read };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    note('program.source', error.complaints[0]?.message ?? error.message);
    return { id: row.id, problems, read: 0 };
  }
}

function readRow(line: string | null): Row | Problem {
  if (line === null) return { field: 'row', message: 'is not UTF-8 text' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      field: 'row',
      message: `is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const problem = rowProblem(value);
  return problem === null ? (value as Row) : { field: 'row', message: problem };
}

/** Holds all that the row states of its run against the run. Returns how many claims were read. */
async function compareRun(
  row: Row,
  execution: Execution,
  conditions: Conditions,
  note: Note,
): Promise<number> {
  const { compiled, result, ending } = execution;
  if (ending.kind !== 'returned' && ending.kind !== 'raised') {
    note('answer', ending.message);
    return 0;
  }
  const expect: Expect = (field, stated, found) => {
    if (!isDeepStrictEqual(stated, found)) note(field, `is ${shown(stated)}; the run gives ${shown(found)}`);
  };
  const trace = result.trace!;
  const measured = measure(treesOf(compiled), trace);
  expect('trace.hash', row.trace.hash, trace.hash);
  expect('trace.events', row.trace.events, measured.steps);
  expect('trace.lines', row.trace.lines, measured.lines);
  for (const [name, found] of Object.entries(measured))
    if (row.features[name] !== undefined) expect(`features.${name}`, row.features[name], found);
  const keys = keysOf(compiled.module, compiled.call?.expr ?? null);
  if (row.features['key'] !== undefined) expect('features.key', row.features['key'], keys.run);
  if (row.features['shape'] !== undefined) expect('features.shape', row.features['shape'], keys.shape);
  expect('program.strict', row.program.strict, isStrict(compiled));
  expect('split', row.split, splitOf(keys.program));

  const posed = posedAgain(row, new TracedRun(execution, conditions.limits), note);
  return posed === null ? 0 : await compareWords(row, posed, conditions, note, expect);
}

type Note = (field: string, message: string) => void;
type Expect = (field: string, stated: unknown, found: unknown) => void;

/** The row's question asked again of its run; null when the run has no such question. */
function posedAgain({ task, question }: Row, run: TracedRun, note: Note): Posed | null {
  try {
    return askAgain(run, task, question);
  } catch (error) {
    if (!(error instanceof BadQuestion)) throw error;
    note('question', error.message);
    return null;
  }
}

/** Holds prompt, reasoning and answer against the question. Returns how many claims were read. */
async function compareWords(
  row: Row,
  posed: Posed,
  conditions: Conditions,
  note: Note,
  expect: Expect,
): Promise<number> {
  const style = row.style as StyleName;
  const wording = { style, seed: phrasingSeed(row.seed, row.id), maxTokens: conditions.maxTokens };
  const told = await tell(posed, wording);
  expect('prompt', row.prompt, told.prompt);
  const judged = posed.check(row.answer);
  if (!judged.right) note('answer', `${shown(row.answer)}: ${judged.message}`);
  else expect('answer', row.answer, told.answer);
  if (row.polish?.accepted === true) {
    const { faults, claims } = new RewritingJudge(posed, told.reasoning, style).judge(row.reasoning);
    for (const fault of faults) note('reasoning', fault);
    expect('claims', row.claims, claims);
    return claims.length;
  }
  expect('reasoning', row.reasoning, told.reasoning);
  expect('claims', row.claims, told.claims);
  return checkWords(row, posed, style, note);
}

/** Reads the templated words again. */
function checkWords({ reasoning }: Row, { story }: Posed, style: StyleName, note: Note): number {
  const verdict = judge(reasoning, story, style);
  for (const { span, message } of verdict.violations)
    note('reasoning', `"${reasoning.slice(...span)}": ${message}`);
  for (const { span } of verdict.unverified)
    note('reasoning', `"${reasoning.slice(...span)}" is not understood`);
  for (const { message, line } of verdict.missing) note('reasoning', `source line ${line}: ${message}`);
  return verdict.claims;
}

/** Longer values are cut in messages. */
const SHOWN = 120;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
