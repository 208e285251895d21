// State: the value of a variable right before or right after a line, on its n-th visit.
import { z } from 'zod';
import type { Draw } from '../../corpus/draw.ts';
import { walk } from '../../grammar/index.ts';
import { compose } from './compose.ts';
import type { RunLines, Visit } from './lines.ts';
import { isPlainValue } from './literal.ts';
import { numberedProgram, ordinal } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { BadQuestion, defineTask, onlyAnswer } from './task.ts';
import { numbering, visitsOf } from './visits.ts';

const questionSchema = z.strictObject({
  line: z.int().positive(),
  visit: z.int().positive(),
  /** `before`: when control has just come to the line; `after`: when it goes on to the next line of the function. */
  when: z.enum(['before', 'after']),
  variable: z.string().min(1),
});
type Question = z.infer<typeof questionSchema>;

/** Characters that an answer has at most. */
const LONGEST_ANSWER = 80;
/** Rows that lie before the point asked for at most, if there is a choice: as far as a person follows. */
const NEAR = 60;

export const state = defineTask({
  name: 'state',
  followsLines: true,
  question: questionSchema,
  choose(run, draw) {
    const points = pointsOf(run.lines);
    if (points.length === 0) return { why: 'no variable with a value that can be written down changes' };
    // what a loop takes next is seldom worth working out
    const taken = loopNames(run);
    const worked = points.filter(({ variable }) => !taken.has(variable));
    return { question: choosePoint(worked.length > 0 ? worked : points, draw) };
  },
  pose(run, { line, visit, when, variable }) {
    const at = run.lines.visit(line, visit);
    const point = at === null ? null : pointAt(run.lines, at, when);
    const value = point?.values.get(variable);
    if (at === null || point === null || value === undefined)
      throw new BadQuestion(
        `${variable} has no value ${when} the ${ordinal(String(visit))} run of line ${line}`,
      );
    const story = compose(run.story, {
      until: point.event,
      inserts: visitsOf(run, line, visit),
      counted: numbering('visit', line, visit),
      last: {
        kind: 'state',
        slots: { when, line: String(line), nth: String(visit), target: variable, value },
        line,
        events: [at.event, Math.max(point.event, at.event + 1)],
      },
    });
    return {
      prompt: promptOf(run, { line, visit, when, variable }),
      story,
      answer: value,
      check: onlyAnswer(value, story),
    };
  },
});

function promptOf(run: TracedRun, { line, visit, when, variable }: Question): string {
  const nth = ordinal(String(visit));
  const asked =
    when === 'before'
      ? `What is the value of \`${variable}\` when line ${line} is about to run for the ${nth} time?`
      : `What is the value of \`${variable}\` right after line ${line} has run for the ${nth} time?`;
  return (
    `${numberedProgram(run.text)}\n\n${asked} Runs of the line are counted from the start of the program, over all calls. ` +
    'Reason step by step up to that point. Give the value alone, as `repr` writes it.'
  );
}

interface Point {
  /** The event that comes next. */
  readonly event: number;
  readonly values: ReadonlyMap<string, string>;
}

/** The variables of a visit's frame before it, or after it where the frame goes on with another line. */
function pointAt(lines: RunLines, visit: Visit, when: Question['when']): Point | null {
  const next = when === 'before' ? lines.rows[visit.row]! : lines.after(visit);
  if (next === null || next.kind !== 'line') return null;
  const values = new Map<string, string>();
  for (const row of lines.rows) {
    if (row.frame === visit.frame)
      for (const [name, value] of Object.entries(row.changed))
        if (value === null) values.delete(name);
        else values.set(name, value);
    if (row === next) break;
  }
  return { event: next.event, values };
}

interface Candidate extends Question {
  readonly row: number;
}

/** Every point at which a variable has been given a value more than once, and what is asked of it is short. */
function pointsOf(lines: RunLines): Candidate[] {
  const points: Candidate[] = [];
  const frames = new Map<number, Map<string, { value: string; times: number }>>();
  const pending = new Map<number, Visit>();
  const visits = new Map([...lines.early()].map((visit) => [visit.row, visit]));
  const last = Math.max(-1, ...visits.keys());
  for (let i = 0; i <= last + 1 && i < lines.rows.length; i++) {
    const row = lines.rows[i]!;
    const known = frames.get(row.frame) ?? new Map<string, { value: string; times: number }>();
    frames.set(row.frame, known);
    const changed = Object.entries(row.changed);
    for (const [name, value] of changed) {
      const times = (known.get(name)?.times ?? 0) + 1;
      if (value === null) known.delete(name);
      else known.set(name, { value, times });
    }
    const offer = (visit: Visit, when: Question['when'], names: Iterable<string>): void => {
      for (const variable of names) {
        const { value, times } = known.get(variable) ?? { value: '', times: 0 };
        if (times < 2 || !isNameable(variable) || value.length > LONGEST_ANSWER || !isPlainValue(value))
          continue;
        points.push({ line: visit.line, visit: visit.nth, when, variable, row: i });
      }
    };
    const before = pending.get(row.frame);
    if (before !== undefined && row.kind === 'line')
      offer(
        before,
        'after',
        changed.map(([name]) => name),
      );
    pending.delete(row.frame);
    const visit = visits.get(i);
    if (visit === undefined) continue;
    offer(visit, 'before', known.keys());
    if (lines.statements.get(visit.line)!.bodyLine === null) pending.set(row.frame, visit);
  }
  return points;
}

/** The variables of all loops. */
function loopNames({ module }: TracedRun): Set<string> {
  const names = new Set<string>();
  walk(module, (node) => {
    if (node.kind === 'For') walk(node.target, (part) => void (part.kind === 'Name' && names.add(part.id)));
  });
  return names;
}

/** Names that the compiler makes up are nobody's variables. */
function isNameable(name: string): boolean {
  return /^[\p{L}_]\w*$/u.test(name);
}

function choosePoint(points: readonly Candidate[], draw: Draw): Question {
  const near = points.filter(({ row }) => row <= NEAR);
  const again = near.filter(({ visit }) => visit > 1);
  const [among] = [again, near, points.slice(0, 8)].filter((some) => some.length > 0);
  // first the variable, so that long-lived ones are not asked about more than others
  const variable = draw.pick([...new Set(among!.map((point) => point.variable))]);
  const { line, visit, when } = draw.pick(among!.filter((point) => point.variable === variable));
  return { line, visit, when, variable };
}
