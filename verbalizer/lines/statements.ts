// The sentences of the line styles: what a question's telling supposes and concludes, in the first of the words that all
// styles have for it, one sentence a line. Writes them, and finds and reads them in a text.
import type { ClaimKind } from '../claims.ts';
import { departure, factsOf, tells, tellsWith } from '../entail.ts';
import { differs, inWords } from '../in-words.ts';
import { QUESTION_WORDS } from '../questions.ts';
import { Reader, type Clause } from '../read/read.ts';
import type { Step } from '../steps/step.ts';
import { suits } from '../style.ts';
import { renderClause } from '../template.ts';
import type { Statement } from './part.ts';

/** What can be stated between chapters and behind them. */
const STATED = [
  'state',
  'next',
  'tally',
  'exception',
  'program',
  'differ',
  'suppose',
  'verdict',
  'goal',
  'input',
] as const satisfies readonly ClaimKind[];

/** A statement as a step, as far as wordings and the checker look at one. */
function stepOf({ claim, line, events }: Statement): Step {
  return {
    kind: claim.kind,
    facts: claim.slots,
    index: 0,
    from: events[0],
    to: events[1],
    line,
    frame: 0,
    depth: 0,
    essential: true,
    loop: -1,
    hints: 0,
  };
}

export function writeStatement(statement: Statement): string {
  const step = stepOf(statement);
  const facts = factsOf(step);
  const wording = QUESTION_WORDS[step.kind]!.find(
    (one) => suits(one, step, facts) && tellsWith(one.template, facts),
  );
  if (wording === undefined) throw new Error(`there are no words for the statement ${step.kind}`);
  return `${renderClause(wording.template, statement.claim, true)}.`;
}

let reader: Reader | null = null;

/** The sentence that a line is; null when it is none. */
export function readStatement(line: string): Clause | null {
  reader ??= new Reader(STATED.flatMap((kind) => QUESTION_WORDS[kind]!.map(({ template }) => template)));
  if (!/^\P{Ll}.*\.$/u.test(line)) return null;
  const { clauses, unread } = reader.read(line);
  return clauses.length === 1 && unread.length === 0 ? clauses[0]! : null;
}

/** In what a sentence departs from a statement; null when it states it. */
export function departureFrom(statement: Statement, { readings }: Clause): string | null {
  const step = stepOf(statement);
  let why: string | null = null;
  for (const claim of readings) {
    if (claim.kind !== step.kind) continue;
    const slot = departure(step, claim);
    if (slot === null && tells(step, claim)) return null;
    why ??= slot === null ? 'says less than it should' : differs(claim, slot, step);
  }
  return why ?? `is not what follows here, which is ${inWords(step)}`;
}
