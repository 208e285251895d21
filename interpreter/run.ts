// Running a program: the facade over compiler, machine and recorder. A run is a function of program, input and
// limits; whether its result hangs on the order of a set of strings is found out by running it again.
import { codeAt, type Program } from './code.ts';
import { type Limits, limitsWith } from './limits.ts';
import { LimitReached, type Outcome, type Place, Unsupported } from './outcome.ts';
import { BoundedRecorder } from './trace/bounded.ts';
import { Recorder } from './trace/recorder.ts';
import type { Trace } from './trace/trace.ts';
import { type Window, WindowEnd, WindowRecorder } from './trace/window.ts';
import { type PyException, PyRaise } from './values/class.ts';
import type { Value } from './values/objects.ts';
import { repr, str } from './values/operators.ts';
import { Machine, Stack } from './vm/machine.ts';
import { DEFAULT_TIER, type TierOptions } from './vm/tier/tier.ts';

/**
 * `auto`: what is hot is compiled to JavaScript, unless the events are kept; `base`: nothing is, however long the run. The
 * result is the same.
 */
export const TIERS = ['auto', 'base'] as const;
export type TierName = (typeof TIERS)[number];

export interface RunOptions {
  readonly limits?: Partial<Limits>;
  /** `hash`: the events are hashed and thrown away, so that memory does not grow with the run. Default: no trace. */
  readonly trace?: boolean | 'hash';
  /** What `input()` reads. */
  readonly input?: string;
  /** By options: when something is hot. Default: `auto`. */
  readonly tier?: TierName | TierOptions;
}

export interface RunResult {
  readonly outcome: Outcome;
  /** What was printed, also when the run ended badly. */
  readonly output: string;
  readonly trace: Trace | null;
  /** Instructions executed. */
  readonly steps: number;
}

export interface WindowResult {
  readonly outcome: Outcome | null;
  readonly trace: Trace;
}

/** A run, and whether it has looked at what may be otherwise. */
type Observed = RunResult & { readonly setOrderObserved: boolean; readonly chanceObserved: boolean };

/** Other orders of seed-dependent sets that a run whose result may hang on one is tried under. */
const PROBES = [1, 2, 3] as const;

/** As many for one that has thrown dice or looked at the clock: what it prints may hang on it but rarely. */
const CHANCE_PROBES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** One after the other, runs share this memory. */
const stack = new Stack();

/** Runs the module body, then the call expression if the program has one. */
export function runProgram(program: Program, options: RunOptions = {}): RunResult {
  return underOtherOrders(program, options, runOnce(program, options, 0));
}

/**
 * Runs the program up to the end of a window, and keeps the events in it. Takes memory for those alone.
 * @returns `outcome` null when the run was stopped there; `trace` has no keyframe when it ended before the window
 */
export function runWindow(
  program: Program,
  window: Window,
  options: Omit<RunOptions, 'trace'> = {},
): WindowResult {
  const recorder = new WindowRecorder(program, window);
  try {
    recorder.begin();
    const result = runOnce(program, options, 0, recorder);
    return { ...underOtherOrders(program, options, result), trace: result.trace! };
  } catch (error) {
    if (!(error instanceof WindowEnd)) throw error;
    stack.clear();
    return { outcome: null, trace: recorder.finish() };
  }
}

/**
 * Runs the program as `runProgram` does with a trace, for those who want short runs alone.
 * @returns null when there are more than `most` events; nothing after that many was carried out
 */
export function runWithin(
  program: Program,
  most: number,
  options: Omit<RunOptions, 'trace'> = {},
): RunResult | null {
  const recorder = new BoundedRecorder(program, most);
  try {
    return underOtherOrders(program, options, runOnce(program, options, 0, recorder));
  } catch (error) {
    if (!(error instanceof WindowEnd)) throw error;
    stack.clear();
    return null;
  }
}

/** The result, unless it is another under other orders. */
function underOtherOrders(program: Program, options: RunOptions, result: Observed): RunResult {
  if (!result.setOrderObserved && !result.chanceObserved) return result;
  const cause = result.chanceObserved ? 'chance' : 'set-order';
  for (const order of cause === 'chance' ? CHANCE_PROBES : PROBES) {
    const other = runOnce(program, { ...options, trace: false }, order);
    const what =
      other.output !== result.output
        ? 'the output'
        : signature(other.outcome) !== signature(result.outcome)
          ? 'the result'
          : null;
    if (what !== null) return { ...result, outcome: { kind: 'nondeterministic', what, cause } };
  }
  return result;
}

/** What must be the same under every order. */
function signature(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'returned':
      return `returned ${outcome.repr}`;
    case 'raised':
      return `raised ${outcome.type}: ${outcome.message}`;
    case 'limit':
      return `limit ${outcome.limit}`;
    case 'unsupported':
      return `unsupported ${outcome.construct}`;
    case 'nondeterministic':
      return `nondeterministic ${outcome.what}`;
  }
}

function runOnce(
  program: Program,
  options: RunOptions,
  hashOrder: number,
  recorder = recorderFor(program, options.trace),
): Observed {
  const { input = '' } = options;
  const limits = limitsWith(options.limits);
  const machine = new Machine(program, { limits, recorder, input, hashOrder, stack });
  const { tier = 'auto' } = options;
  if (tier !== 'base' && (recorder === null || recorder.lanes === stack.lanes))
    machine.useTier(stack.tierFor(program, recorder !== null, tier === 'auto' ? DEFAULT_TIER : tier));
  const used = machine.tier;
  const outcome = outcomeOf(machine, program);
  used?.end();
  const { steps } = machine;
  const trace = recorder?.finish(machine.events) ?? null;
  stack.clear();
  return {
    outcome,
    output: machine.output,
    trace,
    steps,
    setOrderObserved: machine.setOrderObserved,
    chanceObserved: machine.chanceObserved,
  };
}

function recorderFor(program: Program, trace: RunOptions['trace'] = false): Recorder | null {
  return trace === false
    ? null
    : new Recorder(program, trace === true, trace === 'hash' ? stack.lanes : undefined);
}

function outcomeOf(machine: Machine, program: Program): Outcome {
  try {
    machine.runCode(program.module);
    const value: Value = program.call === null ? null : machine.runCode(program.call);
    machine.checkGuarded();
    machine.stopTracing();
    return { kind: 'returned', value, repr: repr(machine, value) };
  } catch (error) {
    return endOf(machine, program, error);
  }
}

/** The outcome of a run that something thrown has ended. */
function endOf(machine: Machine, program: Program, error: unknown): Outcome {
  const place = placeAt(program, machine.failedAt);
  if (error instanceof PyRaise) return raised(machine, program, error.exception, place);
  if (error instanceof LimitReached) return { kind: 'limit', limit: error.limit, max: error.max, place };
  if (error instanceof Unsupported) {
    return { kind: 'unsupported', construct: error.construct, place: error.place ?? place };
  }
  throw error;
}

function raised(machine: Machine, program: Program, exception: PyException, place: Place | null): Outcome {
  machine.stopTracing();
  try {
    const message = str(machine, exception);
    return { kind: 'raised', exception, type: exception.cls.name, message, place };
  } catch (error) {
    return endOf(machine, program, error);
  }
}

function placeAt(program: Program, pc: number): Place | null {
  if (pc < 0) return null;
  const { span } = program.nodeAt[pc];
  const code = codeAt(program, pc);
  return { span, line: code.source.lineAt(span.start), inCall: code.source === program.call?.source };
}
