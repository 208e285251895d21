// A moment is a stretch of a run that belongs to one line of one frame: a line begins, a function is entered, control
// comes back to a line after a call. The line styles tell a run moment by moment. Data only; `walk.ts` makes moments.
import type { Program } from '../../interpreter/code.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { Counting } from './part.ts';

/** A name (or a part such as `xs[3]`) with its new text, null when it is gone, and the text before, null when new. */
export interface Change {
  readonly name: string;
  readonly text: string | null;
  readonly old: string | null;
  /** The whole that a part belongs to, as it is now and was before. */
  readonly whole?: Change;
  /** Something in it changed that its abbreviated text does not show. */
  readonly within?: true;
}

/** The values that a comprehension's variable took, in order. */
export interface Taken {
  readonly name: string;
  readonly values: string;
}

export type MomentKind =
  | 'call' // a function is entered with its arguments
  | 'resume' // a generator goes on
  | 'line' // a line begins
  | 'back' // control is back in a line that was left for a call; often there is nothing to tell of it
  | 'result'; // what the call expression itself comes to, where no `return` has just said it

export interface Moment {
  readonly kind: MomentKind;
  index: number;
  /** Events from `from` up to but not including `to`. */
  readonly from: number;
  to: number;
  readonly frame: number;
  readonly func: string;
  /** Frames below it. */
  readonly depth: number;
  readonly line: number;
  /** What changed in the frame until the next moment, in the order of its names; a call's parameters at first. */
  readonly changes: Change[];
  readonly taken: Taken[];
  /** Whether the condition of the line held; null when it has none. */
  truth: boolean | null;
  /** The loop of the line has run out. */
  done: boolean;
  printed: string;
  returned: string | null;
  yielded: string | null;
  raised: string | null;
  /** The classes of the exceptions raised here for the first time; what is raised again is no further one. */
  readonly risen: string[];
  /** The exception leaves the function. */
  left: boolean;
  /** Its number in the account of the whole run, where this is not that. */
  readonly origin?: number;
  /** Which visit of its line it is, where these are counted. */
  readonly count?: { readonly what: Counting; readonly nth: number };
  /** Moments before it that are not told of, where only some are. */
  readonly skipped?: readonly Moment[];
  /** It is told on the way back: what it changed is told with what it was before. */
  readonly backwards?: true;
}

/** One run of a loop in one frame: where its rounds begin, as moments, and where it ends (exclusive). */
export interface LoopRun {
  readonly frame: number;
  readonly rounds: number[];
  /** Where the last round ends: at the look at the loop's head that finds it over, or at its end. */
  tail: number;
  end: number;
  /** The lines of the loop, first and last. */
  readonly lines: readonly [number, number];
  /** Other frames ran between its rounds (it stands in a generator): it cannot be folded as one. */
  interleaved: boolean;
}

/** The moments from entering or resuming a frame until it is left or suspended. */
export interface Activation {
  readonly start: number;
  /** Exclusive. */
  end: number;
}

/** Everything that the line styles can tell of a run. */
export interface Account {
  readonly program: Program;
  readonly trace: Trace;
  readonly moments: readonly Moment[];
  readonly loops: readonly LoopRun[];
  readonly activations: readonly Activation[];
  /** Its moments stand in the reverse of the order in which they happened. */
  readonly backwards?: true;
}

/** Moments `from … to` (exclusive) of an account, in the order in which they happened. */
export function inOrder({ moments, backwards }: Account, from: number, to: number): Moment[] {
  const some = moments.slice(from, to);
  return backwards === true ? some.reverse() : some;
}

/** Events that moments `from … to` (exclusive) of an account stand for. */
export function eventsOf(account: Account, from: number, to: number): readonly [number, number] {
  const [first, last] = [account.moments[from]!, account.moments[to - 1]!];
  return account.backwards === true ? [last.from, first.to] : [first.from, last.to];
}

/** What a line tells: a moment of a run, or the first of those that a fold covers, and the events of all of them. */
export interface LineTold {
  readonly trace: Trace;
  /** Its number in the account of the whole run. */
  readonly moment: number;
  readonly events: readonly [number, number];
}

/** What tells moments `from … to` (exclusive) of an account. */
export function toldOf(account: Account, from: number, to: number): LineTold {
  const { index, origin = index } = account.moments[from]!;
  return { trace: account.trace, moment: origin, events: eventsOf(account, from, to) };
}

/** Whether nothing changed and nothing came of it. */
export function isSilent(moment: Moment): boolean {
  return (
    moment.count === undefined &&
    moment.changes.length === 0 &&
    moment.taken.length === 0 &&
    moment.truth === null &&
    !moment.done &&
    moment.printed === '' &&
    moment.returned === null &&
    moment.yielded === null &&
    moment.raised === null &&
    !moment.left
  );
}
