// The steps that count visits of a line or rounds of a loop in a question's story.
import type { Chapter, Counting } from '../../verbalizer/lines/part.ts';
import type { Insert } from './compose.ts';
import type { TracedRun } from './run.ts';

/** The first `count` visits of a line, as steps to insert. */
export function visitsOf({ lines }: TracedRun, line: number, count: number): Insert[] {
  return (lines.visits.get(line) ?? []).slice(0, count).map(({ event, nth }) => ({
    event,
    step: {
      kind: 'visit',
      slots: { line: String(line), nth: String(nth) },
      line,
      events: [event, event + 1],
    },
  }));
}

/** The same for the line styles, which number the moments of the line. */
export function numbering(what: Counting, line: number, times: number): NonNullable<Chapter['counted']> {
  return { what, line, times };
}

/** Every round of the loop on `line`: the visits of the first line of its body. */
export function roundsOf({ lines }: TracedRun, line: number, bodyLine: number): Insert[] {
  return (lines.visits.get(bodyLine) ?? []).map(({ event, nth }) => ({
    event,
    step: { kind: 'lap', slots: { line: String(line), nth: String(nth) }, line, events: [event, event + 1] },
  }));
}
