// Difference: where two nearly equal programs first differ. One operator or number is changed; asked is the first run of
// a line after which a variable, the line that follows or the returned value is not the same in both.
import { z } from 'zod';
import type { Draw } from '../../corpus/draw.ts';
import type { SlotValue } from '../../verbalizer/claims.ts';
import type { Step } from '../../verbalizer/steps/step.ts';
import { lineRows, type LineRow } from '../views/index.ts';
import type { LinePart } from '../../verbalizer/lines/part.ts';
import { compose, statement, type Insert } from './compose.ts';
import type { Visit } from './lines.ts';
import { isPlainValue } from './literal.ts';
import { codeBlock, numbered, runOf } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { alternativesAt, replaceAt, sitesOf, type Site } from './sites.ts';
import { BadQuestion, defineTask, onlyAnswer } from './task.ts';
import { numbering, visitsOf } from './visits.ts';

const questionSchema = z.strictObject({
  /** What is changed: a line from 1, a column in code points from 0. */
  line: z.int().positive(),
  column: z.int().nonnegative(),
  /** What stands there in the second program. */
  becomes: z.string().min(1),
});
type Question = z.infer<typeof questionSchema>;

/** Changed programs that are run before the run is given up. */
const MOST_TRIALS = 12;
/** Rows before the difference, if there is a choice. */
const NEAR = 60;
const LONGEST_VALUE = 80;

/** Where and how two runs part. */
interface Parting {
  readonly visit: Visit;
  readonly what: 'value' | 'next' | 'returns';
  /** The variable, for `value`. */
  readonly target: string | null;
  readonly first: string;
  readonly second: string;
  /** Where the first and the second program are then, as events: what is over before has been told. */
  readonly until: readonly [number, number];
  readonly row: number;
}

export const difference = defineTask({
  name: 'difference',
  followsLines: true,
  question: questionSchema,
  choose(run, draw) {
    const question = chooseChange(run, draw);
    return question === null
      ? { why: 'no small change of it shows in a variable, a line or a returned value' }
      : { question };
  },
  pose(run, question) {
    const { line, column, becomes } = question;
    const site = sitesOf(run).find((one) => one.line === line && one.column === column);
    const pair = site === undefined ? null : partingAt(run, site, becomes);
    if (site === undefined || pair === null)
      throw new BadQuestion(
        `${becomes} at ${line}:${column + 1} makes no difference that can be asked about`,
      );
    const { parting, other } = pair;
    const { visit, what, target, first, second, until } = parting;
    const slots: Record<string, SlotValue> = {
      what,
      line: String(line),
      nth: String(visit.nth),
      first,
      second,
      ...(target === null ? {} : { target }),
    };
    const story = compose(run.story, {
      until: until[0],
      inserts: insertsOf(run, other, parting),
      counted: numbering('visit', line, visit.nth),
      beside: secondProgram(other, parting),
      last: { kind: 'differ', slots, line, events: [visit.event, until[0]] },
    });
    const answer = answerOf(parting);
    return {
      prompt: promptOf(run, replaceAt(run.text.source, site, becomes)),
      story,
      answer,
      check: onlyAnswer(answer, story),
    };
  },
});

function answerOf({ visit: { line, nth }, what, target, first, second }: Parting): string {
  const place = `line ${line}, run ${nth}: `;
  switch (what) {
    case 'value':
      return `${place}${target} = ${first} vs ${second}`;
    case 'next':
      return `${place}next line ${first} vs ${second}`;
    case 'returns':
      return `${place}returns ${first} vs ${second}`;
  }
}

function promptOf({ text }: TracedRun, second: string): string {
  return (
    `Here are two Python programs that differ in one place, with their lines numbered. The first:\n\n${codeBlock(numbered(text.source))}\n\n` +
    `The second:\n\n${codeBlock(numbered(second))}\n\n${runOf(text).replace(/^The program is run/, 'Each program is run')}\n\n` +
    'Which is the first run of a line that has another effect in the second program: another value of a variable, ' +
    'another line that runs next, or another returned value? Runs of a line are counted from the start, over all calls. ' +
    'Reason step by step up to that point. Answer in one of these forms, the value in the first program before `vs`, ' +
    'the value in the second behind it, as `repr` writes them: `line 5, run 2: total = 4 vs 5`, ' +
    '`line 5, run 2: next line 6 vs 8`, `line 5, run 2: returns 4 vs 5`.'
  );
}

function chooseChange(run: TracedRun, draw: Draw): Question | null {
  let found: { question: Question; worth: number } | null = null;
  let trials = 0;
  for (const site of draw.shuffle(sitesOf(run)))
    for (const becomes of draw.shuffle(alternativesAt(site)).slice(0, 2)) {
      if (++trials > MOST_TRIALS) return found?.question ?? null;
      const pair = partingAt(run, site, becomes);
      if (pair === null) continue;
      const { visit, row } = pair.parting;
      // what shows at once asks for no reasoning, what shows late for too much
      const worth = row > NEAR ? 0 : visit.nth > 1 ? 2 : 1;
      if (found === null || worth > found.worth)
        found = { question: { line: site.line, column: site.column, becomes }, worth };
      if (worth === 2) return found.question;
    }
  return found?.question ?? null;
}

/** The run of the changed program, and where it parts from the first; null when that cannot be asked about. */
function partingAt(
  run: TracedRun,
  site: Site,
  becomes: string,
): { other: TracedRun; parting: Parting } | null {
  if (!alternativesAt(site).includes(becomes)) return null;
  const other = run.again({ source: replaceAt(run.text.source, site, becomes) });
  if (other === null) return null;
  const parting = partingOf(run, other, site.line);
  return parting === null ? null : { other, parting };
}

function partingOf({ lines }: TracedRun, other: TracedRun, line: number): Parting | null {
  const known = new Map<number, Map<string, string>>();
  let index = -1;
  for (const second of lineRows(other.execution.result.trace!)) {
    if (second.function.startsWith('<call>')) continue;
    index++;
    const first = lines.rows[index];
    if (first === undefined) return null;
    if (sameRow(first, second)) {
      const values = known.get(first.frame) ?? new Map<string, string>();
      known.set(first.frame, values);
      for (const [name, value] of Object.entries(first.changed)) values.set(name, value ?? '');
      continue;
    }
    const visit = (lines.visits.get(line) ?? []).find(({ row }) => row === index - 1);
    if (visit === undefined || first.frame !== visit.frame || second.frame !== visit.frame) return null;
    const effect = effectOf(first, second, known.get(visit.frame) ?? new Map());
    if (effect === null) return null;
    const over = (row: LineRow): number => (row.kind === 'return' ? row.event + 1 : row.event);
    return { ...effect, visit, until: [over(first), over(second)], row: index };
  }
  return null;
}

function sameRow(a: LineRow, b: LineRow): boolean {
  return (
    a.kind === b.kind &&
    a.line === b.line &&
    a.frame === b.frame &&
    a.value === b.value &&
    a.printed === b.printed &&
    sameChanges(a.changed, b.changed)
  );
}

function sameChanges(a: LineRow['changed'], b: LineRow['changed']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The one way in which two rows differ; null when there are several, or one that is not asked about. */
function effectOf(
  a: LineRow,
  b: LineRow,
  known: ReadonlyMap<string, string>,
): Pick<Parting, 'what' | 'target' | 'first' | 'second'> | null {
  if (a.printed !== b.printed || a.kind !== b.kind) return null;
  const plain = (value: string | null | undefined): value is string =>
    value != null && value.length <= LONGEST_VALUE && isPlainValue(value);
  if (a.kind === 'return') {
    if (!sameChanges(a.changed, b.changed) || !plain(a.value) || !plain(b.value) || a.line !== b.line)
      return null;
    return { what: 'returns', target: null, first: a.value, second: b.value };
  }
  if (a.kind !== 'line') return null;
  const differing = [...new Set([...Object.keys(a.changed), ...Object.keys(b.changed)])].filter(
    (name) => a.changed[name] !== b.changed[name],
  );
  if (a.line !== b.line)
    return differing.length > 0
      ? null
      : { what: 'next', target: null, first: String(a.line), second: String(b.line) };
  const [target] = differing;
  if (target === undefined || differing.length > 1) return null;
  const first = target in a.changed ? a.changed[target] : known.get(target);
  const second = target in b.changed ? b.changed[target] : known.get(target);
  return plain(first) && plain(second) ? { what: 'value', target, first, second } : null;
}

/** The visits of the changed line, each with what the second program does there. */
function insertsOf(run: TracedRun, other: TracedRun, { visit: last, until }: Parting): Insert[] {
  const visits = visitsOf(run, last.line, last.nth);
  return visits.flatMap((insert, i) => {
    const isLast = i === visits.length - 1;
    const [visit, twin] = [run.lines.visits.get(last.line)![i]!, other.lines.visits.get(last.line)![i]!];
    const end = isLast ? until[0] : (run.lines.after(visit)?.event ?? until[0]);
    const twinEnd = isLast ? until[1] : (other.lines.after(twin)?.event ?? until[1]);
    const own = stepsOf(run, visit, end);
    const theirs = stepsOf(other, twin, twinEnd);
    if (theirs.length === 0 || (!isLast && sameSteps(own, theirs))) return [insert];
    const events = [end, end] as const;
    const say = (kind: 'program' | 'alike', slots: Record<string, SlotValue>): Insert => ({
      event: end,
      step: { kind, slots, line: last.line, events },
    });
    return [
      insert,
      say('program', { which: 'second' }),
      ...theirs.map(({ kind, facts, hints, to }) => ({
        event: end,
        step: {
          kind,
          slots: facts,
          hints,
          line: last.line,
          events,
          elsewhere: { trace: other.story.trace!, to },
        },
      })),
      ...(isLast ? [] : [say('alike', { line: String(last.line) })]),
    ];
  });
}

/** What the line styles tell of the second program: the changed line, as often as it runs. */
function secondProgram(other: TracedRun, { visit: { line, nth, event }, until }: Parting): LinePart[] {
  const slots = { which: 'second', line: String(line) };
  return [
    statement({ kind: 'program', slots, line, events: [event, event] }),
    {
      kind: 'chapter',
      trace: other.execution.result.trace!,
      until: until[1],
      counted: numbering('visit', line, nth),
      only: line,
      own: false,
    },
  ];
}

/** What has to be told of one visit of a line, but for what the functions that it calls do. */
function stepsOf({ story }: TracedRun, { event, frame, line }: Visit, end: number): Step[] {
  return story.steps.filter(
    (step) =>
      step.essential && step.frame === frame && step.line === line && step.to > event && step.to <= end,
  );
}

function sameSteps(a: readonly Step[], b: readonly Step[]): boolean {
  return (
    JSON.stringify(a.map(({ kind, facts }) => [kind, facts])) ===
    JSON.stringify(b.map(({ kind, facts }) => [kind, facts]))
  );
}
