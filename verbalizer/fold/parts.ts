// What a telling that is being folded consists of: steps, and things that can be told in more or less detail. Data, and
// the folds that stand for what is not told of them. Knows no costs.
import { foldRoundsOf } from './backwards.ts';
import { foldCall, foldStretch, type Fold } from './fold.ts';
import type { Outline, Region } from './outline.ts';
import { endAlike, foldAscent, foldDescent } from './recursion.ts';
import type { CallSpan, LoopSpan } from '../steps/step.ts';

/** Part of a telling: a step, or something that can be told in more or less detail. */
export type Part = number | CallPart | SeriesPart;

type CallRegion = Region & { readonly kind: 'call' };

/** What is told of a call of a recursion itself: before it makes the next, and after that is over. */
export interface Member {
  readonly head: Part[];
  readonly tail: Part[];
}

/** A call, told by its outcome or in full, or along its spine where it begins a recursion. */
export class CallPart {
  readonly kind = 'call';
  readonly region: CallRegion;
  /** From the call to the base case; null when it begins no recursion. */
  readonly spine: readonly CallSpan[] | null;
  parts: Part[] | null = null;
  /** Calls of the spine that are told, by number. When there are any, the first and the last are among them. */
  readonly told = new Map<number, Member>();

  constructor(region: CallRegion, spine: readonly CallSpan[] | null) {
    this.region = region;
    this.spine = spine;
  }

  /** The runs of calls along the spine that are not told: from, and up to but not including. */
  hidden(told: (n: number) => boolean = (n): boolean => this.told.has(n)): (readonly [number, number])[] {
    const runs: [number, number][] = [];
    for (let n = 0; n < this.spine!.length; n++) {
      if (told(n)) continue;
      const last = runs.at(-1);
      if (last?.[1] === n) last[1]++;
      else runs.push([n, n + 1]);
    }
    return runs;
  }

  /** The folds of a run of calls that are not told: on the way down, and on the way back, outermost last. */
  foldsOf(outline: Outline, [from, to]: readonly [number, number]): { down: Fold; up: readonly Fold[] } {
    const spine = this.spine!;
    const up: Fold[] = [];
    let start = spine[to]!.end;
    let waiting: CallSpan[] = [];
    for (let n = to - 1; n >= from; n--) {
      waiting.push(spine[n]!);
      if (n > from && endAlike(outline.story.steps, spine[n]!, spine[n - 1]!)) continue;
      const fold = foldAscent(outline, waiting, start);
      up.push(fold);
      start = fold.to;
      waiting = [];
    }
    return { down: foldDescent(outline, spine.slice(from, to + 1)), up };
  }

  /** The fold of the whole call. */
  fold(outline: Outline): Fold {
    return foldCall(outline, this.region.call);
  }
}

/** Things in a row, rounds of a loop or items of a stretch: those in `told` one by one, what lies between them folded. */
export class SeriesPart {
  readonly kind = 'series';
  /** The loop that the rounds are of; null for a stretch. */
  readonly loop: LoopSpan | null;
  /** Number of the first round in its loop. */
  readonly first: number;
  /** Where each thing begins, and where the last one ends. */
  readonly starts: readonly number[];
  readonly told = new Map<number, Part[]>();
  /** Numbers of rounds in their loop that are not worth being told one by one. */
  idle: ReadonlySet<number> = new Set();
  /** Estimated cost of a fold of some of them. */
  foldCost = 0;

  constructor(loop: LoopSpan | null, first: number, starts: readonly number[]) {
    this.loop = loop;
    this.first = first;
    this.starts = starts;
  }

  get length(): number {
    return this.starts.length - 1;
  }

  /** The fold of the things `from … to`. */
  fold(outline: Outline, from: number, to: number): Fold {
    if (this.loop !== null) return foldRoundsOf(outline, this.loop, this.first + from, to - from);
    return foldStretch(outline, this.starts[from]!, Infinity, this.starts[to]!)!;
  }
}
