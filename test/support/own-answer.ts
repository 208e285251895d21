// What we make of a program, in the form in which the oracle answers: outcome, output, and the executed lines with the
// variables that changed, from the view by line.
import { createHash } from 'node:crypto';
import { DEFAULT_LIMITS } from '../../interpreter/limits.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import { compileProgram, execute, Rejected } from '../../src/pipeline/index.ts';
import { BadInput } from '../../src/bad-input.ts';
import { lineRows } from '../../src/views/line-view.ts';
import type { LineEvent, OracleAnswer, Question } from './oracle.ts';

/** Refused or stopped: nothing that could be compared. */
export interface Refused {
  readonly refused: string;
}

/** Runs the program here. `lines` is how many of its lines to tell, 0 for none. */
export function ownAnswer(question: Question, fuel = 20_000_000): OracleAnswer | Refused {
  const { code, call, stdin = '', lines: most } = question;
  try {
    const compiled = compileProgram({ name: 'program', source: code, call, input: stdin });
    const limits = { ...DEFAULT_LIMITS, fuel };
    const { ending, result } = execute(compiled, { limits, traced: most > 0 });
    const lines = result.trace === null ? [] : lineEvents(result.trace, most);
    const { output } = result;
    switch (ending.kind) {
      case 'returned':
        return { output, result: ending.result, error: null, lines };
      case 'raised':
        return { output, result: null, error: ending.type, text: ending.text, lines };
      case 'limit':
        return { refused: `limit/${ending.limit}` };
      case 'unsupported':
        return { refused: ending.construct };
      case 'nondeterministic':
        return { refused: 'nondeterministic' };
    }
  } catch (error) {
    if (error instanceof Rejected) return { refused: error.complaints[0]?.message ?? 'rejected' };
    // its values are too long to be shown
    if (error instanceof BadInput) return { refused: error.message };
    throw error;
  }
}

/** What a class body or a comprehension has without saying so. */
const IMPLICIT: ReadonlySet<string> = new Set(['.0', '__annotations__']);

interface Known {
  /** From 1, in the order of the frames' first lines; 0 before that. */
  number: number;
  /** As of the frame's last line. */
  told: Map<string, string>;
  readonly now: Map<string, string>;
}

/** Longer texts of variables, in UTF-16 units, are compared by their digest: thousands of lines may have megabytes each. */
const LONGEST = 10_000;

function brief(text: string): string {
  if (text.length <= LONGEST) return text;
  const digest = createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex');
  return `${text.length} units, ${digest}`;
}

/** The executed lines of the program, without those of the call. */
export function lineEvents(trace: Trace, most: number): LineEvent[] {
  const frames = new Map<number, Known>();
  const events: LineEvent[] = [];
  let numbers = 0;
  for (const row of lineRows(trace)) {
    if (row.inCall) continue;
    let known = frames.get(row.frame);
    if (known === undefined) {
      known = { number: 0, told: new Map(), now: new Map() };
      frames.set(row.frame, known);
    }
    const { now, told } = known;
    for (const [name, text] of Object.entries(row.changed)) {
      if (text === null) now.delete(name);
      else if (!IMPLICIT.has(name)) now.set(name, brief(text));
    }
    if (row.kind !== 'line') continue;
    if (known.number === 0) known.number = ++numbers;
    const changed: Record<string, string | null> = {};
    for (const [name, text] of now) if (told.get(name) !== text) changed[name] = text;
    for (const name of told.keys()) if (!now.has(name)) changed[name] = null;
    known.told = new Map(now);
    events.push([known.number, row.line, changed]);
    if (events.length >= most) break;
  }
  return events;
}

/** The first difference between two answers, in words; null when they agree. */
export function difference(ours: OracleAnswer, theirs: OracleAnswer): string | null {
  const ending = (answer: OracleAnswer): string =>
    answer.error === null ? `returned ${answer.result}` : `raised ${answer.error}: ${answer.text}`;
  if (ending(ours) !== ending(theirs))
    return `ending\n  ours:   ${ending(ours)}\n  theirs: ${ending(theirs)}`;
  if (ours.output !== theirs.output)
    return `output\n  ours:   ${JSON.stringify(ours.output)}\n  theirs: ${JSON.stringify(theirs.output)}`;
  for (let i = 0; i < Math.max(ours.lines.length, theirs.lines.length); i++) {
    const [mine, other] = [canonical(ours.lines[i]), canonical(theirs.lines[i])];
    if (mine !== other) return `line event ${i}\n  ours:   ${mine}\n  theirs: ${other}`;
  }
  return null;
}

function canonical(event: LineEvent | undefined): string {
  if (event === undefined) return 'none';
  const [frame, line, changed] = event;
  const sorted = Object.entries(changed).sort(([a], [b]) => (a < b ? -1 : 1));
  return `frame ${frame} line ${line} ${JSON.stringify(Object.fromEntries(sorted)).replaceAll("<class '__main__.", "<class '")}`;
}
