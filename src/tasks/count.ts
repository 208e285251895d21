// Count: how often a line runs, or how many rounds a loop makes, in the whole run.
import { z } from 'zod';
import { compose } from './compose.ts';
import { numberedProgram } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { BadQuestion, defineTask, onlyAnswer } from './task.ts';
import { numbering, roundsOf, visitsOf } from './visits.ts';

const questionSchema = z.strictObject({
  /** `loop`: the rounds of the loop that begins on the line. */
  what: z.enum(['line', 'loop']),
  line: z.int().positive(),
});
type Question = z.infer<typeof questionSchema>;

/** Counts that are asked for, if there is a choice: every one of them is told. */
const MOST = 20;

export const count = defineTask({
  name: 'count',
  followsLines: true,
  question: questionSchema,
  choose(run, draw) {
    const counted = candidates(run);
    if (counted.length === 0) return { why: 'no line runs more than once' };
    const least = Math.min(...counted.map(({ times }) => times));
    const few = counted.filter(({ times }) => times <= Math.max(MOST, least));
    const what = draw.pick([...new Set(few.map((candidate) => candidate.what))]);
    const { line } = draw.pick(few.filter((candidate) => candidate.what === what));
    return { question: { what, line } };
  },
  pose(run, question) {
    const { what, line } = question;
    const bodyLine = run.lines.statements.get(line)?.bodyLine ?? null;
    const countable =
      what === 'line' ? isCountedLine(run, line) : bodyLine !== null && isCountedLine(run, bodyLine);
    if (!countable) throw new BadQuestion(`there is no ${what} to count on line ${line}`);
    const inserts = what === 'line' ? visitsOf(run, line, Infinity) : roundsOf(run, line, bodyLine!);
    const answer = String(inserts.length);
    const story = compose(run.story, {
      until: null,
      inserts,
      counted: what === 'line' ? numbering('visit', line, Infinity) : numbering('lap', bodyLine!, Infinity),
      last: {
        kind: 'tally',
        slots: { what, line: String(line), count: answer },
        line,
        events: [0, run.events],
      },
    });
    return { prompt: promptOf(run, question), story, answer, check: onlyAnswer(answer, story) };
  },
});

function promptOf(run: TracedRun, { what, line }: Question): string {
  const code = run.text.source.split('\n')[line - 1]!.trim();
  const asked =
    what === 'line'
      ? `How many times does line ${line} (\`${code}\`) run?`
      : `How many rounds does the loop on line ${line} (\`${code}\`) make, that is, how many times does its body begin?`;
  return (
    `${numberedProgram(run.text)}\n\n${asked} Count over the whole run and all calls. ` +
    'Reason step by step. Give the number alone.'
  );
}

/** A line whose runs are beyond doubt: the header of a loop runs once more than its body, and who would say so? */
function isCountedLine({ lines }: TracedRun, line: number): boolean {
  const kind = lines.statements.get(line)?.stmt.kind;
  return kind !== undefined && kind !== 'For' && kind !== 'While';
}

function candidates(run: TracedRun): (Question & { times: number })[] {
  const { lines } = run;
  const found: (Question & { times: number })[] = [];
  const firsts = new Set<number>();
  for (const { stmt, line, bodyLine } of lines.statements.values()) {
    if ((stmt.kind !== 'For' && stmt.kind !== 'While') || bodyLine === null || !isCountedLine(run, bodyLine))
      continue;
    firsts.add(bodyLine);
    found.push({ what: 'loop', line, times: lines.visits.get(bodyLine)!.length });
  }
  for (const line of lines.statements.keys())
    if (!firsts.has(line) && isCountedLine(run, line))
      found.push({ what: 'line', line, times: lines.visits.get(line)!.length });
  return found.filter(({ times }) => times > 1).sort((a, b) => a.line - b.line);
}
