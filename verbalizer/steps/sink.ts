// What the parts of the step builder, bindings, conditions and loops, may use of it. Types only.
import type { Value } from '../../interpreter/values/objects.ts';
import type { ClaimKind, SlotValue } from '../claims.ts';
import type { FrameState } from './frame.ts';
import type { Hint } from './hint.ts';
import type { ProgramIndex } from './program-index.ts';
import type { LoopSpan, Step } from './step.ts';
import type { Workings } from './working.ts';

/** What parts of the builder use of it. */
export interface StepSink {
  readonly index: ProgramIndex;
  readonly workings: Workings;
  readonly event: number;
  readonly steps: readonly Step[];
  /** Spans of loops, in order of their beginnings. */
  readonly loopSpans: LoopSpan[];
  /** The value of a variable of the running frame. */
  local(name: string): Value | undefined;
  emit(
    frame: FrameState,
    kind: ClaimKind,
    facts: Record<string, SlotValue>,
    hints?: (Hint | null)[],
    essential?: boolean,
  ): number;
}
