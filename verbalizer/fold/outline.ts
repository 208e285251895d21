// The outline of a story: which stretches of it can be told as one, found by place. Made once per story and shared by
// the planner, which looks for what stands inside a stretch, and by the checker, which looks for what begins at a step.
import type { CallSpan, LoopSpan, Step, Story } from '../steps/step.ts';

/** A run of a loop's rounds `first` up to but not including `last` that can be folded; others stand between runs. */
export interface Rounds {
  readonly loop: LoopSpan;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch of steps that belong together: a whole call or a run of rounds. */
export type Region =
  | { readonly kind: 'call'; readonly call: CallSpan; readonly from: number; readonly to: number }
  | ({ readonly kind: 'rounds' } & Rounds);

/** A call can be told by its outcome when it has one and nothing of others stands inside. */
export function isWhole(call: CallSpan): boolean {
  return !call.cut && (call.returned >= 0 || call.raised !== null);
}

/** The first index in the sorted `starts` whose number is at least `at`. */
export function lowerBound(length: number, startOf: (i: number) => number, at: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where round `nth` of a loop begins; behind the last one, where the loop ends. */
export function roundStart(loop: LoopSpan, nth: number): number {
  return loop.rounds[nth] ?? loop.end;
}

/** Kinds of steps by which a frame is left: a fold must not hide them. */
const LEAVING = new Set(['return', 'raise', 'escape']);

export class Outline {
  readonly story: Story;
  private regions: readonly Region[] | null = null;
  private loopsAt: ReadonlyMap<number, LoopSpan> | null = null;
  private prints: Uint32Array | null = null;
  private leaving: CallSpan[] | null = null;
  /** By step: the loop of which a round begins there, as an index into `story.loops` plus one; 0 for none. */
  private roundsAt: Int32Array | null = null;
  /** The loops beside that one, where rounds of several begin at the same step. */
  private readonly tied = new Map<number, number[]>();

  constructor(story: Story) {
    this.story = story;
  }

  /** How many calls begin in `from … to`. */
  callsIn(from: number, to: number): number {
    const { calls } = this.story;
    const startOf = (i: number): number => calls[i]!.step;
    return lowerBound(calls.length, startOf, to) - lowerBound(calls.length, startOf, from);
  }

  /** The calls from a frame that begin in `from … to` and change something that it can name. */
  leavingIn(from: number, to: number, frame: number): CallSpan[] {
    const calls = (this.leaving ??= this.story.calls.filter((call) => call.here !== undefined));
    const found: CallSpan[] = [];
    for (let i = lowerBound(calls.length, (c) => calls[c]!.step, from); i < calls.length; i++) {
      const call = calls[i]!;
      if (call.step >= to) break;
      if (call.caller === frame) found.push(call);
    }
    return found;
  }

  /** The frame that makes the first call from step `at` on; null when there is none. */
  callerAt(at: number): number | null {
    const { calls } = this.story;
    return calls[lowerBound(calls.length, (i) => calls[i]!.step, at)]?.caller ?? null;
  }

  /** How many prints there are in `from … to`. */
  printsIn(from: number, to: number): number {
    const { steps } = this.story;
    this.prints ??= Uint32Array.from(steps.filter((s) => s.kind === 'print').map((s) => s.index));
    const prints = this.prints;
    const startOf = (i: number): number => prints[i]!;
    return lowerBound(prints.length, startOf, to) - lowerBound(prints.length, startOf, from);
  }

  /** The calls that begin in `from … to`, the second included. */
  *callsAt(from: number, to: number): Iterable<CallSpan> {
    const { calls } = this.story;
    for (let i = lowerBound(calls.length, (c) => calls[c]!.step, from); i < calls.length; i++) {
      if (calls[i]!.step > to) return;
      yield calls[i]!;
    }
  }

  /** The loops with a round that begins in `from … to`, the second included, and the number of that round. */
  *roundsBeginning(from: number, to: number): Iterable<{ loop: LoopSpan; nth: number }> {
    const { loops } = this.story;
    const at = (this.roundsAt ??= this.indexRounds());
    for (let step = from; step <= to && step < at.length; step++) {
      if (at[step] === 0) continue;
      for (const index of [at[step]! - 1, ...(this.tied.get(step) ?? [])]) {
        const loop = loops[index]!;
        const nth = lowerBound(loop.rounds.length, (i) => loop.rounds[i]!, step);
        yield { loop, nth };
      }
    }
  }

  private indexRounds(): Int32Array {
    const { loops, steps } = this.story;
    const at = new Int32Array(steps.length + 1);
    loops.forEach((loop, i) => {
      for (const round of loop.rounds)
        if (at[round] === 0) at[round] = i + 1;
        else {
          const tied = this.tied.get(round);
          if (tied === undefined) this.tied.set(round, [i]);
          else tied.push(i);
        }
    });
    return at;
  }

  /** Whether `count` rounds from number `nth` on can be told as one: nothing of others in them, no frame left by them. */
  foldable(loop: LoopSpan, nth: number, count: number): boolean {
    if (count < 1 || nth + count > loop.rounds.length) return false;
    if (nth + count === loop.rounds.length && this.leaves(loop)) return false;
    if (loop.cuts.length === 0) return true;
    const from = loop.rounds[nth]!;
    const cut = loop.cuts[lowerBound(loop.cuts.length, (i) => loop.cuts[i]!, from + 1)];
    return cut === undefined || cut >= roundStart(loop, nth + count);
  }

  /** Whether the loop's last round leaves its frame, by returning or by an exception. */
  leaves(loop: LoopSpan): boolean {
    const last: Step | undefined = this.story.steps[loop.end - 1];
    return last !== undefined && LEAVING.has(last.kind) && !this.insideLast(loop, last);
  }

  /** A function called in the last round may be the one that returned. */
  private insideLast(loop: LoopSpan, last: Step): boolean {
    const own = this.story.steps[loop.rounds.at(-1) ?? loop.step]!;
    return last.kind === 'return' && last.frame !== own.frame && last.depth > own.depth;
  }

  /**
   * The outermost regions inside `from … to`, in order. Of a loop that begins before or ends after, the rounds that
   * stand inside.
   */
  *inside(from: number, to: number): Iterable<Region> {
    let at = from;
    for (const rest of this.begunBefore(from, to)) {
      yield* this.regionsIn(at, rest.from);
      yield rest;
      at = rest.to;
    }
    yield* this.regionsIn(at, to);
  }

  private *regionsIn(from: number, to: number): Iterable<Region> {
    const regions = (this.regions ??= this.sortedRegions());
    const startOf = (i: number): number => regions[i]!.from;
    let at = lowerBound(regions.length, startOf, from);
    while (at < regions.length && regions[at]!.from < to) {
      const region = regions[at]!;
      const clipped =
        region.to <= to ? region : region.kind === 'rounds' ? this.upTo(region.loop, region.first, to) : null;
      if (clipped === null) at++;
      else {
        yield clipped;
        at = lowerBound(regions.length, startOf, clipped.to);
      }
    }
  }

  /** The rounds from number `first` on that end before `to`; null when they are not two, or cannot be told as one. */
  private upTo(loop: LoopSpan, first: number, to: number): Region | null {
    const { rounds } = loop;
    const past = lowerBound(rounds.length, (i) => rounds[i]!, to + 1);
    const last = past === rounds.length && loop.end <= to ? past : past - 1;
    if (last - first < 2 || !this.foldable(loop, first, last - first)) return null;
    return this.run(loop, first, last);
  }

  /** Of the loops around a step in its frame, from the inside out, the rounds that follow. */
  private *begunBefore(step: number, to: number): Iterable<Region> {
    const { steps, loops } = this.story;
    for (let at = steps[step]?.loop ?? -1; at >= 0; at = steps[at]!.loop) {
      this.loopsAt ??= new Map(loops.map((loop) => [loop.step, loop]));
      const loop = this.loopsAt.get(at);
      if (loop === undefined) return;
      const rest = this.upTo(
        loop,
        lowerBound(loop.rounds.length, (i) => loop.rounds[i]!, step),
        to,
      );
      if (rest !== null && rest.from >= step) yield rest;
    }
  }

  private sortedRegions(): Region[] {
    const regions: Region[] = [];
    for (const call of this.story.calls)
      if (isWhole(call)) regions.push({ kind: 'call', call, from: call.step, to: call.end });
    for (const loop of this.story.loops) {
      let first = 0;
      // the rounds in which others had their turn part the runs
      for (const cut of loop.cuts) {
        const after = lowerBound(loop.rounds.length, (i) => loop.rounds[i]!, cut + 1);
        if (after - 1 - first > 1) regions.push(this.run(loop, first, after - 1));
        first = Math.max(first, after);
      }
      if (loop.rounds.length - first > 1) regions.push(this.run(loop, first, loop.rounds.length));
    }
    return regions.sort((a, b) => a.from - b.from || b.to - a.to);
  }

  private run(loop: LoopSpan, first: number, last: number): Region {
    const from = loop.rounds[first]!;
    return { kind: 'rounds', loop, first, last, from, to: roundStart(loop, last) };
  }
}

/** Where what begins at step `at` is over, when calls that can be told as one count as one. */
export function afterItem(outline: Outline, at: number): number {
  for (const call of outline.callsAt(at, at)) if (isWhole(call)) return call.end;
  return at + 1;
}

const outlines = new WeakMap<Story, Outline>();

/** The outline of a story, made once. */
export function outlineOf(story: Story): Outline {
  let outline = outlines.get(story);
  if (outline === undefined) outlines.set(story, (outline = new Outline(story)));
  return outline;
}
