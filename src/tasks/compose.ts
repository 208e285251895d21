// Composes the story that answers a question: the run's own steps up to a point, with steps of the question among
// them and the answer at the end. The checker holds texts against it as against any story.
import type { Claim } from '../../verbalizer/claims.ts';
import type { CallSpan, LoopSpan, Step, Story } from '../../verbalizer/steps/step.ts';

/** A step that a question adds: its claim, the source line and the events that it is about. */
export interface Added extends Pick<Claim, 'kind' | 'slots'> {
  readonly line: number;
  readonly events: readonly [number, number];
}

/** A step to be put where the run comes to an event. */
export interface Insert {
  /** It stands before everything that is over only after this event. */
  readonly event: number;
  readonly step: Added;
}

export interface Composition {
  /** The run is told up to this event; null tells all of it. */
  readonly until: number | null;
  /** In order of events. */
  readonly inserts: readonly Insert[];
  readonly last: Added;
}

/** How many steps of a story are over when the run comes to an event. */
export function stepsBefore({ steps }: Story, event: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.to <= event) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A step of its own beside `near`, to which sentences are joined as to a neighbour. */
export function addedStep({ kind, slots, line, events }: Added, near: Step | undefined, index: number): Step {
  return {
    kind,
    facts: slots,
    index,
    from: events[0],
    to: events[1],
    line,
    frame: near?.frame ?? 0,
    depth: near?.depth ?? 0,
    essential: true,
    loop: -1,
    hints: 0,
  };
}

/** The story of a run as far as a question needs it. */
export function compose(story: Story, { until, inserts, last }: Composition): Story {
  const cut = until === null ? story.steps.length : stepsBefore(story, until);
  const steps: Step[] = [];
  const moved = new Int32Array(cut);
  let next = 0;
  const insertUpTo = (event: number): void => {
    for (; next < inserts.length && inserts[next]!.event < event; next++)
      steps.push(addedStep(inserts[next]!.step, steps.at(-1) ?? story.steps[0], steps.length));
  };
  for (let i = 0; i < cut; i++) {
    const step = story.steps[i]!;
    insertUpTo(step.to);
    moved[i] = steps.length;
    const loop = step.loop < 0 ? -1 : moved[step.loop]!;
    steps.push({ ...step, index: steps.length, loop });
  }
  insertUpTo(Infinity);
  steps.push(addedStep(last, steps.at(-1) ?? story.steps[0], steps.length));
  return { steps, ...movedSpans(story, cut, (index) => moved[index]!) };
}

/** Loops and calls as far as they are told. What is added right behind a span stays outside of it. */
function movedSpans(story: Story, cut: number, moved: (index: number) => number): Omit<Story, 'steps'> {
  const endOf = (end: number): number => moved(Math.min(end, cut) - 1) + 1;
  const loops: LoopSpan[] = [];
  for (const { step, rounds, end, interleaved } of story.loops) {
    if (step >= cut) continue;
    const told = rounds.filter((round) => round < cut).map(moved);
    loops.push({ step: moved(step), rounds: told, end: endOf(end), interleaved });
  }
  const calls: CallSpan[] = [];
  for (const { step, end, returned } of story.calls) {
    if (step >= cut) continue;
    calls.push({
      step: moved(step),
      end: endOf(end),
      returned: returned < 0 || returned >= cut ? -1 : moved(returned),
    });
  }
  return { loops, calls };
}
