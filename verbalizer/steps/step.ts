// A step is what a person would call one thing happening in a run. It carries the fullest claim that is true of it:
// a sentence may say less, never other. Data only; `steps/narrate.ts` builds steps from a trace.
import type { Trace } from '../../interpreter/trace/index.ts';
import type { ClaimKind, SlotValue } from '../claims.ts';
import type { LinePart } from '../lines/part.ts';

/** The reasons for which a loop can be over. */
export type LoopEnd = 'exhausted' | 'false' | 'break' | 'return' | 'raise';

export interface Step {
  readonly kind: ClaimKind;
  /** Everything that can be said of it, by slot. A chain holds all stages from the source to the value. */
  readonly facts: Readonly<Record<string, SlotValue>>;
  /** Its place in the list of steps. */
  readonly index: number;
  /** Events from `from` up to but not including `to`. */
  readonly from: number;
  readonly to: number;
  /** Source line, from 1. */
  readonly line: number;
  /** The frame in which it happens, and how deep that frame is (module = 0). */
  readonly frame: number;
  readonly depth: number;
  /** A complete text has to state it. */
  readonly essential: boolean;
  /** Index of the `loop` step of the innermost loop around it in its frame, -1 outside loops. */
  readonly loop: number;
  /** What helps to word it, as bits of `HINTS`; never part of its truth. */
  readonly hints: number;
  /** Where it is of another run than the story's: that run, and the event there at which it is over. */
  readonly elsewhere?: { readonly trace: Trace; readonly to: number };
  /** Where it stands for a fold. */
  readonly fold?: FoldExtent;
}

export interface FoldExtent {
  /** Index of the step after the last that it covers. */
  readonly end: number;
  /** The events at which parts of it are over, by slot, and by target for what it changes. */
  readonly parts: ReadonlyMap<string, number>;
}

/** The event at which a step is over, in its own run. */
export function overAt({ elsewhere, to }: Step): number {
  return elsewhere?.to ?? to;
}

/** The steps of one run of a loop: where each round begins, and where the loop ends (exclusive). */
export interface LoopSpan {
  /** Index of its `loop` step. */
  readonly step: number;
  /** The frame that it runs in. */
  readonly frame: number;
  /** Index of the first step of each round. */
  readonly rounds: number[];
  end: number;
  /** On the way back from a result: the line that the loop begins on. Its rounds stand in reverse, the last one first. */
  readonly backFrom?: number;
  /** Indices of steps before which a generator was left inside it and others had their turn: no fold may span one. */
  readonly cuts: number[];
}

/** The steps of one call: from its `call` step up to and including the last step inside. */
export interface CallSpan {
  readonly step: number;
  end: number;
  /** Index of its `return` step; -1 when it was left by an exception or suspended. */
  returned: number;
  /** The exception that left it: its class and its text (as a repr), when only that is known. */
  raised: { readonly type: string; readonly text: string | null } | null;
  /** The frame that it was made from: the innermost one that is told. */
  readonly caller: number;
  /** Arguments, and variables of the module, that it leaves changed: names and texts in turn. */
  leaves?: readonly string[];
  /** The same under the names that its caller has for them, of those that it can name. */
  here?: readonly string[];
  /** A generator that others had their turn in: what they did stands inside its span. */
  cut: boolean;
}

/** All that happened, in order, with the spans that can be folded. */
export interface Story {
  /** The trace that it is the story of. */
  readonly trace?: Trace;
  /** What the line styles tell of it, where that is not the run that it is the story of. */
  readonly parts?: readonly LinePart[];
  readonly steps: readonly Step[];
  readonly loops: readonly LoopSpan[];
  readonly calls: readonly CallSpan[];
}
