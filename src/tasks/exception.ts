// Exception: which exception is raised first, and on which line; or none.
import { z } from 'zod';
import { walk } from '../../grammar/index.ts';
import { compose } from './compose.ts';
import { numberedProgram } from './prompt.ts';
import type { TracedRun } from './run.ts';
import { BadQuestion, defineTask, onlyAnswer } from './task.ts';

/** What a program has where exceptions are to be thought of. */
const ABOUT_EXCEPTIONS = new Set(['Raise', 'Try', 'Assert']);
const ITERATION_ENDS = new Set(['StopIteration', 'GeneratorExit']);

export const exception = defineTask({
  name: 'exception',
  followsLines: true,
  question: z.null(),
  choose(run) {
    const first = firstOf(run);
    if (first === null && run.ending.kind === 'raised')
      return { why: 'the exception comes from the call itself' };
    if (first === null && !speaksOfExceptions(run))
      return { why: 'nothing in the program raises or handles exceptions' };
    return { question: null };
  },
  pose(run) {
    const first = firstOf(run);
    if (first === null && run.ending.kind === 'raised')
      throw new BadQuestion('cannot be asked: the exception comes from the call itself');
    const answer = first === null ? 'none' : `${first.type} on line ${first.line}`;
    const slots =
      first === null ? { what: 'none' } : { what: 'raised', type: first.type, line: String(first.line) };
    const story = compose(run.story, {
      until: first === null ? null : first.event + 1,
      inserts: [],
      last: {
        kind: 'exception',
        slots,
        line: first?.line ?? run.story.steps.at(-1)?.line ?? 1,
        events: first === null ? [0, run.events] : [first.event, first.event + 1],
      },
    });
    return { prompt: promptOf(run), story, answer, check: onlyAnswer(answer, story) };
  },
});

function promptOf({ text }: TracedRun): string {
  return (
    `${numberedProgram(text)}\n\nWhich exception is the first to be raised, be it caught later or not, and on which line? ` +
    'The end of an iteration does not count. Reason step by step up to that point. ' +
    'Answer in the form `TYPE on line NUMBER`, for example `KeyError on line 3`, or `none` when no exception is raised.'
  );
}

interface First {
  readonly type: string;
  readonly line: number;
  readonly event: number;
}

/** The first exception of the run that the program can see: iterators that end are left out. */
function firstOf({ lines }: TracedRun): First | null {
  for (const row of lines.rows)
    if (row.kind === 'exception') {
      const type = /^[\w.]+/.exec(row.value ?? '')?.[0] ?? '';
      if (ITERATION_ENDS.has(type)) continue;
      return { type, line: row.line, event: row.event };
    }
  return null;
}

function speaksOfExceptions({ module }: TracedRun): boolean {
  let found = false;
  walk(module, (node) => {
    if (ABOUT_EXCEPTIONS.has(node.kind)) found = true;
    return !found;
  });
  return found;
}
