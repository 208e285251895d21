// Composes the story that answers a question: the run's own steps up to a point, with steps of the question among
// them and the answer at the end. The checker holds texts against it as against any story.
import type { Claim } from '../../verbalizer/claims.ts';
import type { Chapter, LinePart } from '../../verbalizer/lines/part.ts';
import type { CallSpan, LoopSpan, Step, Story } from '../../verbalizer/steps/step.ts';

/** A step that a question adds: its claim, the source line and the events that it is about. */
export interface Added extends Pick<Claim, 'kind' | 'slots'> {
  readonly line: number;
  readonly events: readonly [number, number];
  /** What helps to word it; nothing for steps of the question's own. */
  readonly hints?: number;
  readonly elsewhere?: Step['elsewhere'];
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
  /** The line whose moments the line styles number, as the visits among the inserts do. */
  readonly counted?: Chapter['counted'];
  /** What the line styles tell between the run and the answer. */
  readonly beside?: readonly LinePart[];
}

/** A statement of the line styles. */
export function statement({ kind, slots, line, events }: Added): LinePart {
  return { kind: 'statement', claim: { kind, slots }, line, events };
}

/** What the line styles tell: the run as far as it is needed, and the answer. */
function partsOf(story: Story, { until, last, counted, beside = [] }: Composition): LinePart[] {
  const numbered = counted === undefined ? {} : { counted };
  return [
    { kind: 'chapter', trace: story.trace!, until, own: true, ...numbered },
    ...beside,
    statement(last),
  ];
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
export function addedStep(
  { kind, slots, line, events, hints = 0, elsewhere }: Added,
  near: Step | undefined,
  index: number,
): Step {
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
    hints,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

/** The story of a run as far as a question needs it. */
export function compose(story: Story, composition: Composition): Story {
  const { until, inserts, last } = composition;
  const cut = until === null ? story.steps.length : stepsBefore(story, until);
  const steps: Step[] = [];
  const moved = new Int32Array(cut);
  const owned: boolean[] = [];
  let next = 0;
  const insertUpTo = (event: number): void => {
    for (; next < inserts.length && inserts[next]!.event < event; next++)
      steps.push(addedStep(inserts[next]!.step, steps.at(-1) ?? story.steps[0], steps.length));
  };
  for (let i = 0; i < cut; i++) {
    const step = story.steps[i]!;
    insertUpTo(step.to);
    moved[i] = steps.length;
    owned[steps.length] = true;
    const loop = step.loop < 0 ? -1 : moved[step.loop]!;
    steps.push({ ...step, index: steps.length, loop });
  }
  insertUpTo(Infinity);
  steps.push(addedStep(last, steps.at(-1) ?? story.steps[0], steps.length));
  // how many of the steps before each place are the question's own
  const added = new Int32Array(steps.length + 1);
  for (let i = 0; i < steps.length; i++) added[i + 1] = added[i]! + (owned[i]! ? 0 : 1);
  const isAdded = (from: number, to: number): boolean => added[to]! > added[from]!;
  const spans = movedSpans(story, cut, (index) => moved[index]!, isAdded);
  // where another program has its turn nothing is folded
  const turns = steps.filter(({ kind }) => kind === 'program').map(({ index }) => index);
  for (const { step, end, cuts } of spans.loops) {
    cuts.push(...turns.filter((turn) => turn > step && turn < end));
    cuts.sort((a, b) => a - b);
  }
  return { steps, ...spans, parts: partsOf(story, composition) };
}

/**
 * Loops and calls as far as they are told. What is added right behind a span stays outside of it. A round that is not
 * told to its end is no round to be folded, and a call that visits are counted in is not told by its outcome alone.
 */
function movedSpans(
  story: Story,
  cut: number,
  moved: (index: number) => number,
  isAdded: (from: number, to: number) => boolean,
): Pick<Story, 'loops' | 'calls'> {
  const endOf = (end: number): number => moved(Math.min(end, cut) - 1) + 1;
  const loops: LoopSpan[] = [];
  for (const { step, frame, rounds, end, cuts } of story.loops) {
    if (step >= cut) continue;
    const told = rounds.filter((round) => round < cut).map(moved);
    const unfinished = end > cut ? told.pop() : undefined;
    loops.push({
      step: moved(step),
      frame,
      rounds: told,
      end: unfinished ?? endOf(end),
      cuts: cuts.filter((at) => at < cut).map(moved),
    });
  }
  const calls: CallSpan[] = [];
  for (const call of story.calls) {
    if (call.step >= cut) continue;
    const [from, to] = [moved(call.step), endOf(call.end)];
    const whole = call.end <= cut;
    calls.push({
      step: from,
      end: to,
      returned: whole && call.returned >= 0 ? moved(call.returned) : -1,
      raised: whole ? call.raised : null,
      cut: call.cut || isAdded(from, to),
      caller: call.caller,
      ...(whole && call.leaves !== undefined ? { leaves: call.leaves } : {}),
      ...(whole && call.here !== undefined ? { here: call.here } : {}),
    });
  }
  return { loops, calls };
}
