// Next line: where control goes from a line on its n-th visit, so which branch is taken.
import { z } from 'zod';
import type { Draw } from '../../corpus/draw.ts';
import { compose, type Insert } from './compose.ts';
import type { RunLines, Visit } from './lines.ts';
import { numberedProgram, ordinal } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { BadQuestion, defineTask, onlyAnswer } from './task.ts';
import { numbering, visitsOf } from './visits.ts';

const questionSchema = z.strictObject({ line: z.int().positive(), visit: z.int().positive() });
type Question = z.infer<typeof questionSchema>;

/** Rows that lie before the point asked for at most, if there is a choice. */
const NEAR = 60;

export const nextLine = defineTask({
  name: 'next-line',
  followsLines: true,
  question: questionSchema,
  choose(run, draw) {
    const points = [...run.lines.early()].filter((visit) => isFork(run.lines, visit));
    if (points.length === 0) return { why: 'no line of the run leads to different lines' };
    return { question: choosePoint(run.lines, points, draw) };
  },
  pose(run, { line, visit }) {
    const at = run.lines.visit(line, visit);
    const next = at === null ? null : nextOf(run.lines, at);
    if (at === null || next === null)
      throw new BadQuestion(`no line follows the ${ordinal(String(visit))} run of line ${line}`);
    const story = compose(run.story, {
      until: next.event,
      inserts: [...visitsOf(run, line, visit), ...spentLoop(run, line, next)],
      counted: numbering('visit', line, visit),
      last: {
        kind: 'next',
        slots: { line: String(line), nth: String(visit), next: String(next.line) },
        line,
        events: [at.event, next.event],
      },
    });
    const answer = String(next.line);
    return { prompt: promptOf(run, { line, visit }), story, answer, check: onlyAnswer(answer, story) };
  },
});

function promptOf(run: TracedRun, { line, visit }: Question): string {
  const code = run.text.source.split('\n')[line - 1]!.trim();
  return (
    `${numberedProgram(run.text)}\n\nWhen line ${line} (\`${code}\`) runs for the ${ordinal(String(visit))} time, ` +
    'which line runs next? Runs of the line are counted from the start of the program, over all calls. ' +
    'Reason step by step up to that point. Give the number of the line alone.'
  );
}

/** That a `for` has nothing left to take is why control leaves it. */
function spentLoop({ lines }: TracedRun, line: number, next: { line: number; event: number }): Insert[] {
  const { stmt, bodyLine } = lines.statements.get(line)!;
  if (stmt.kind !== 'For' || next.line === bodyLine) return [];
  const events = [Math.max(0, next.event - 1), next.event] as const;
  return [{ event: next.event, step: { kind: 'spent', slots: { line: String(line) }, line, events } }];
}

/** The line that runs next, when it is one of the same call: what runs in between would make the question unclear. */
function nextOf(lines: RunLines, visit: Visit): { line: number; event: number } | null {
  const next = lines.rows[visit.row + 1];
  if (next === undefined || next.kind !== 'line' || next.frame !== visit.frame || next.line === visit.line)
    return null;
  return next;
}

function isFork(lines: RunLines, visit: Visit): boolean {
  return lines.statements.get(visit.line)!.bodyLine !== null && nextOf(lines, visit) !== null;
}

/** Prefers conditions that went both ways in the run, and visits where they went another way than before. */
function choosePoint(lines: RunLines, points: readonly Visit[], draw: Draw): Question {
  const near = points.filter(({ row }) => row <= NEAR);
  const among = near.length > 0 ? near : points.slice(0, 8);
  const targets = new Map<number, Set<number>>();
  for (const visit of points) {
    const known = targets.get(visit.line) ?? new Set<number>();
    targets.set(visit.line, known.add(nextOf(lines, visit)!.line));
  }
  const forking = among.filter(({ line, nth }) => targets.get(line)!.size > 1 && nth > 1);
  const [chosen] = [forking, among].filter((some) => some.length > 0);
  const line = draw.pick([...new Set(chosen!.map((visit) => visit.line))]);
  const visits = chosen!.filter((visit) => visit.line === line);
  const target = draw.pick([...new Set(visits.map((visit) => nextOf(lines, visit)!.line))]);
  const { nth } = draw.pick(visits.filter((visit) => nextOf(lines, visit)!.line === target));
  return { line, visit: nth };
}
