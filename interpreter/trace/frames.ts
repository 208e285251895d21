// What a cursor shows: the frames of a run as they stand at an event, and what the event did beside its value.
// Data only; everything in it is mirrored.
import type { CodeObject } from '../code.ts';
import type { PyException } from '../values/class.ts';
import type { PyFunction } from '../values/function.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';

/** A frame as it stands. */
export interface CursorFrame {
  /** From 1, in order of entering. */
  readonly id: number;
  readonly code: CodeObject;
  readonly func: PyFunction;
  /** Entered from native code. */
  readonly native: boolean;
  /** Slots by number, names in `code.slotNames`; cells stand in theirs. */
  readonly slots: (Value | undefined)[];
  /**
   * The operands, the top last. Above a method looked up to be called is the object it was looked up on, whether or
   * not it is going to be passed.
   */
  readonly stack: (Value | undefined)[];
  /** The names of a class body; empty in other frames. */
  readonly namespace: Map<string, Value>;
  /** Of a generator's frame: what was being handled by those who run it, or by itself while it waits. */
  handled: Value;
}

/** What an event did beside its own effect. */
export type Effect =
  | { readonly kind: 'mutate'; readonly object: HeapObject; readonly change: MutationKind }
  | { readonly kind: 'enter'; readonly frame: CursorFrame }
  | { readonly kind: 'leave' | 'suspend' | 'resume'; readonly frame: CursorFrame }
  | { readonly kind: 'unwind' | 'catch'; readonly frame: CursorFrame; readonly exception: PyException }
  | { readonly kind: 'raise'; readonly exception: PyException }
  | { readonly kind: 'output'; readonly text: string };
