// Runs a compiled program and says how it ended, in words and as data. Knows nothing of files or of telling.
import { refusalOf } from '../../grammar/supported.ts';
import { MAX_NESTING } from '../../interpreter/limits.ts';
import {
  runProgram,
  runWindow,
  runWithin,
  type LimitName,
  type Limits,
  type Outcome,
  type RunResult,
  type TierName,
} from '../../interpreter/index.ts';
import type { Trace, Window } from '../../interpreter/trace/index.ts';
import { placeOf, type Place } from './place.ts';
import type { NondeterminismCause } from '../../interpreter/index.ts';
import type { Compiled } from './program.ts';

/** How a run ended, without the values of the run: what leaves the project. `message` is for people. */
export type Ending =
  /** `result` is the repr of the call's value, or `None` without a call. */
  | { readonly kind: 'returned'; readonly result: string }
  /** `text` is the exception's `str`; the message is CPython's last line. */
  | {
      readonly kind: 'raised';
      readonly type: string;
      readonly text: string;
      readonly message: string;
      readonly place: Place | null;
    }
  | {
      readonly kind: 'limit';
      readonly limit: LimitName;
      readonly max: number;
      readonly message: string;
      readonly place: Place | null;
    }
  | {
      readonly kind: 'unsupported';
      readonly construct: string;
      readonly message: string;
      readonly place: Place | null;
    }
  | { readonly kind: 'nondeterministic'; readonly cause: NondeterminismCause; readonly message: string };

export interface Execution {
  readonly compiled: Compiled;
  readonly result: RunResult;
  readonly ending: Ending;
}

export interface ExecuteOptions {
  readonly limits: Limits;
  /** `hash`: the events are hashed and thrown away; the trace has its length and hash, and no events. */
  readonly traced: boolean | 'hash';
  readonly tier?: TierName | undefined;
}

/** Runs the module and then the call. Never throws for what the program does. */
export function execute(compiled: Compiled, { limits, traced, tier = 'auto' }: ExecuteOptions): Execution {
  const { input } = compiled.text;
  const result = runProgram(compiled.program, { limits, trace: traced, input, tier });
  return { compiled, result, ending: endingOf(compiled, result.outcome) };
}

/** The same with a trace, for those who want short runs alone: null when it has more than `most` events. */
export function executeWithin(compiled: Compiled, most: number, limits: Limits): Execution | null {
  const result = runWithin(compiled.program, most, { limits, input: compiled.text.input });
  return result && { compiled, result, ending: endingOf(compiled, result.outcome) };
}

/**
 * Runs the module and then the call up to the end of a window of events, and keeps those alone.
 * @returns `ending` null when there was more to run
 */
export function executeWindow(
  compiled: Compiled,
  window: Window,
  limits: Limits,
): { readonly ending: Ending | null; readonly trace: Trace } {
  const { outcome, trace } = runWindow(compiled.program, window, { limits, input: compiled.text.input });
  return { ending: outcome && endingOf(compiled, outcome), trace };
}

/** What stops a run at a limit, for people. */
const LIMIT_MESSAGES: Readonly<Record<LimitName, (max: number) => string>> = {
  fuel: (max) => `stopped after ${max} instructions (--fuel allows more)`,
  memory: (max) =>
    `stopped: an object would grow beyond ${max} elements, characters or digits (--memory allows more)`,
  depth: (max) =>
    max === MAX_NESTING
      ? `stopped: more than ${max} calls by builtins were open at once (a key function, a __repr__, a generator in itself)`
      : `stopped: more than ${max} calls were open at once (--depth allows more)`,
  output: (max) => `stopped: it printed more than ${max} characters (--output allows more)`,
};

function endingOf(compiled: Compiled, outcome: Outcome): Ending {
  const place = 'place' in outcome && outcome.place !== null ? outcomePlace(compiled, outcome.place) : null;
  switch (outcome.kind) {
    case 'returned':
      return { kind: 'returned', result: outcome.repr };
    case 'raised': {
      const { type, message: text } = outcome;
      return { kind: 'raised', type, text, message: exceptionLine(type, text), place };
    }
    case 'limit': {
      const { limit, max } = outcome;
      return { kind: 'limit', limit, max, message: LIMIT_MESSAGES[limit](max), place };
    }
    case 'unsupported':
      return {
        kind: 'unsupported',
        construct: outcome.construct,
        message: refusalOf(outcome.construct),
        place,
      };
    case 'nondeterministic':
      return {
        kind: 'nondeterministic',
        cause: outcome.cause,
        message: `${outcome.what} depends on ${CAUSES[outcome.cause]}`,
      };
  }
}

const CAUSES: Readonly<Record<NondeterminismCause, string>> = {
  'set-order': "the order of a set, which depends on CPython's hash seed",
  chance: 'chance: random numbers without a seed, or the clock',
};

/** The last line of CPython's traceback: no colon after the type when there is no text. */
export function exceptionLine(type: string, text: string): string {
  return text === '' ? type : `${type}: ${text}`;
}

function outcomePlace(
  { source, call }: Compiled,
  place: { span: { start: number; end: number }; inCall: boolean },
): Place {
  return placeOf(place.inCall && call !== null ? call.source : source, place.span);
}
