// A row before the gate: its run made again, its templated text, and the judge of rewritings. Knows nothing of models.
import { LINE_STYLES, type StyleName } from '../../verbalizer/index.ts';
import { compileProgram, execute, phrasingSeed, tell } from '../pipeline/index.ts';
import { RewritingJudge } from '../pipeline/rewriting.ts';
import type { Claim, Row } from '../record.ts';
import { askAgain, TracedRun } from '../tasks/index.ts';
import type { Conditions } from '../verify/verify-row.ts';

/** Why a row is not polished: its style is no prose, or its reasoning goes backwards, or over several runs, which only our words tell. */
export type Closed = 'style' | 'task';

/** Tasks whose reasoning tells the run that the question is of, from its beginning. */
const OF_ONE_RUN: ReadonlySet<string> = new Set(['count', 'exception', 'next-line', 'output', 'state']);

/** Whether a row can be reworded at all; told from the row alone, before anything is run or sent. */
export function closedTo({ style, task }: Pick<Row, 'style' | 'task'>): Closed | null {
  if (style in LINE_STYLES) return 'style';
  return OF_ONE_RUN.has(task) ? null : 'task';
}

export interface Gated {
  readonly row: Row;
  /** What the templates say, whatever the row says by now. */
  readonly reasoning: string;
  readonly claims: readonly Claim[];
  readonly judge: RewritingJudge;
}

/** Makes the run of a row again. @throws Error when the row does not come from its program: `verify` says how */
export async function gateFor(row: Row, { limits, maxTokens }: Conditions): Promise<Gated> {
  const { source, call, input = '' } = row.program;
  const execution = execute(compileProgram({ name: row.id, source, call, input }), { limits, traced: true });
  const wording = { style: row.style as StyleName, seed: phrasingSeed(row.seed, row.id), maxTokens };
  const posed = askAgain(new TracedRun(execution, limits), row.task, row.question);
  const { reasoning, claims } = await tell(posed, wording);
  const judge = new RewritingJudge(posed, reasoning, wording.style);
  return { row, reasoning, claims, judge };
}
