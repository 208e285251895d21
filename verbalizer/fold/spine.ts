// The spine of a recursion: from a call, always the inner call that goes deepest, as long as the same functions recur.
// Along it a recursion is told: how it goes down, its base case, how the results come back. Made once per story.
// Knows calls, no words and no costs.
import type { CallSpan, Story } from '../steps/step.ts';
import { isWhole, lowerBound } from './outline.ts';

/** A shorter spine is no recursion worth telling as one. */
const SHORTEST = 4;

export class Spines {
  private readonly story: Story;
  /** By call: the whole call that it stands in, whether or not it was made there; -1 when there is none. */
  private readonly around: Int32Array;
  /** By call: the one made by it that goes deepest, the first of them; -1 when it makes none. */
  private readonly deepest: Int32Array;

  constructor(story: Story) {
    this.story = story;
    const { calls } = story;
    this.around = new Int32Array(calls.length).fill(-1);
    this.deepest = new Int32Array(calls.length).fill(-1);
    const open: number[] = [];
    calls.forEach((call, i) => {
      while (open.length > 0 && calls[open.at(-1)!]!.end <= call.step) open.pop();
      this.around[i] = open.at(-1) ?? -1;
      if (isWhole(call)) open.push(i);
    });
    const heights = new Int32Array(calls.length);
    for (let i = calls.length - 1; i >= 0; i--) {
      const by = this.callerOf(i);
      if (by < 0 || heights[by]! > heights[i]! + 1) continue;
      heights[by] = heights[i]! + 1;
      this.deepest[by] = i;
    }
  }

  /** The whole call that made this one, which must be whole too; -1 when there is none. */
  private callerOf(i: number): number {
    const { calls, steps } = this.story;
    const by = this.around[i]!;
    return by >= 0 && isWhole(calls[i]!) && steps[calls[by]!.step]!.frame === calls[i]!.caller ? by : -1;
  }

  private indexOf(call: CallSpan): number {
    const { calls } = this.story;
    let i = lowerBound(calls.length, (n) => calls[n]!.step, call.step);
    while (calls[i] !== call) i++;
    return i;
  }

  private nameOf(i: number): string {
    return this.story.steps[this.story.calls[i]!.step]!.facts['func'] as string;
  }

  /**
   * The spine of the recursion that a call begins, from the call to the base case; null when it begins none.
   * @param count so many calls and the one after them, whether or not it is one of the recursion
   */
  from(call: CallSpan, count?: number): readonly CallSpan[] | null {
    const { calls } = this.story;
    const spine: number[] = [];
    const times = new Map<string, number>();
    for (let i = this.indexOf(call); i >= 0 && spine.length <= (count ?? Infinity); i = this.deepest[i]!) {
      spine.push(i);
      times.set(this.nameOf(i), (times.get(this.nameOf(i)) ?? 0) + 1);
    }
    if (count !== undefined) return spine.length > count ? spine.map((i) => calls[i]!) : null;
    const end = spine.findIndex((i) => times.get(this.nameOf(i)) === 1);
    const recurring = end < 0 ? spine : spine.slice(0, end);
    return recurring.length < SHORTEST ? null : recurring.map((i) => calls[i]!);
  }

  /**
   * The calls that are open as a step begins, the innermost first, as far as each was made by the next. A call that the
   * step itself makes is none of them.
   */
  *waitingAt(step: number): Iterable<CallSpan> {
    const { calls, steps } = this.story;
    const begun = lowerBound(calls.length, (n) => calls[n]!.step, step);
    const made = calls[begun]?.step === step ? calls[begun] : undefined;
    let i = begun - 1;
    while (i >= 0 && (!isWhole(calls[i]!) || calls[i]!.end <= step)) i = this.around[i]!;
    if (i < 0 || steps[calls[i]!.step]!.frame !== (made?.caller ?? steps[step]?.frame)) return;
    for (; i >= 0; i = this.callerOf(i)) yield calls[i]!;
  }
}

const all = new WeakMap<Story, Spines>();

/** The spines of a story, made once. */
export function spinesOf(story: Story): Spines {
  let spines = all.get(story);
  if (spines === undefined) all.set(story, (spines = new Spines(story)));
  return spines;
}
