// A keyframe: the state of a run between two events, from which a cursor can walk on without those before. Its values
// are the run's own; what they contained then is in `objects`. Data only.
import type { PyException } from '../values/class.ts';
import type { PyGenerator } from '../values/function.ts';
import type { HeapObject, Value } from '../values/objects.ts';
import type { CursorFrame } from './cursor.ts';
import type { Snapshot } from './journal.ts';

/** A frame that waits in its generator. */
export interface SuspendedFrame {
  readonly frame: CursorFrame;
  /** The exception it handles. */
  readonly handled: Value;
}

/** An object that the trace knew already, with what it contained. */
export interface KnownObject {
  readonly object: HeapObject;
  readonly id: number;
  readonly contents: Snapshot;
}

export interface Keyframe {
  /** The event that comes next. */
  readonly event: number;
  /** Outermost first. */
  readonly frames: readonly CursorFrame[];
  readonly globals: ReadonlyMap<string, Value>;
  readonly suspended: WeakMap<PyGenerator, SuspendedFrame>;
  readonly handled: Value;
  readonly outerHandled: readonly Value[];
  readonly inFlight: PyException | null;
  /** Printed so far. */
  readonly output: string;
  /** The line of the event before, in whichever frame; 1 when there was none. */
  readonly line: number;
  /**
   * Every object that the window refers to and the run knew before. Some come to light only later, when native code
   * that held them gives them back: until the window ends, the list grows.
   */
  readonly objects: readonly KnownObject[];
  /** Cause, context and arguments of the exceptions among them. */
  readonly exceptions: ReadonlyMap<PyException, readonly Value[]>;
}
