// The journal: what cannot be told from a pc and a value. Each entry belongs to the event that follows it, and is to
// be carried out before that event's own effect on the stack. Data only.
import type { CodeObject } from '../code.ts';
import type { PyException } from '../values/class.ts';
import type { PyFunction, PyGenerator } from '../values/function.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import { Word } from './mix.ts';

/** A frame that begins. */
export interface EnteredFrame {
  /** From 1, in order of entering. */
  readonly frameId: number;
  readonly code: CodeObject;
  readonly func: PyFunction;
  /** All slots of the frame: parameters are bound, other locals undefined, cells in place. */
  readonly locals: readonly (Value | undefined)[];
  /** Entered from native code: its RETURN pushes nothing. */
  readonly native: boolean;
}

/** What an object contains, as far as it can change or refers to others; see `snapshot.ts`. */
export type Snapshot = readonly (Value | undefined)[];

export type JournalEntry =
  /** An object is seen for the first time: it gets the next id. */
  | {
      readonly kind: 'object';
      readonly event: number;
      readonly object: HeapObject;
      readonly id: number;
      readonly contents: Snapshot;
      /** It was seen before the window in which it comes to light: its entry is not part of the run's journal. */
      readonly late?: boolean;
    }
  | {
      readonly kind: 'mutate';
      readonly event: number;
      readonly object: HeapObject;
      readonly change: MutationKind;
      /** The object's `late` entry before it is from after the change. */
      readonly late?: boolean;
      readonly a: unknown;
      readonly b: unknown;
    }
  | { readonly kind: 'enter'; readonly event: number; readonly frame: EnteredFrame }
  | { readonly kind: 'leave'; readonly event: number; readonly frameId: number }
  | {
      readonly kind: 'suspend';
      readonly event: number;
      readonly frameId: number;
      readonly generator: PyGenerator;
    }
  | {
      readonly kind: 'resume';
      readonly event: number;
      readonly frameId: number;
      readonly generator: PyGenerator;
      readonly native: boolean;
      readonly sent: Value;
    }
  | { readonly kind: 'raise'; readonly event: number; readonly exception: PyException }
  /** The frame is left by the exception. */
  | { readonly kind: 'unwind'; readonly event: number; readonly frameId: number }
  /** Control goes to a handler of the frame; the stack is cut to `depth` operands and the exception pushed. */
  | {
      readonly kind: 'catch';
      readonly event: number;
      readonly frameId: number;
      readonly handler: number;
      readonly depth: number;
    }
  | { readonly kind: 'output'; readonly event: number; readonly text: string };

export type JournalKind = JournalEntry['kind'];

/** The word that an entry of each kind begins with in the hash. */
export const JOURNAL_WORDS = {
  object: Word.OBJECT,
  enter: Word.ENTER,
  'enter natively': Word.ENTER_NATIVELY,
  leave: Word.LEAVE,
  suspend: Word.SUSPEND,
  resume: Word.RESUME,
  raise: Word.RAISE,
  unwind: Word.UNWIND,
  catch: Word.CATCH,
  output: Word.OUTPUT,
} as const;

/** The same for mutations, by the kind of change. */
export const MUTATION_WORDS: Readonly<Record<MutationKind, number>> = {
  append: Word.APPEND,
  'set-item': Word.SET_ITEM,
  'delete-item': Word.DELETE_ITEM,
  insert: Word.INSERT,
  replace: Word.REPLACE,
  add: Word.ADD,
  clear: Word.CLEAR,
  'set-attr': Word.SET_ATTR,
  'delete-attr': Word.DELETE_ATTR,
  'set-cell': Word.SET_CELL,
  advance: Word.ADVANCE,
};
