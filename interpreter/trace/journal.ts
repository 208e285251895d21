// The journal: what cannot be told from a pc and a value. Each entry belongs to the event that follows it, and is to
// be carried out before that event's own effect on the stack. Entries are kept in columns, a few words each: runs
// with many changes have millions of them. Data only.
import type { CodeObject } from '../code.ts';
import type { PyException } from '../values/class.ts';
import type { PyFunction } from '../values/function.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import type { Contents } from './layout.ts';

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

/** An entry, spelled out. `event` counts from the beginning of the run. */
export type JournalEntry =
  /** An object is seen for the first time: it gets the next id. `attributes` has names and values, alternating. */
  | {
      readonly kind: 'object';
      readonly event: number;
      readonly object: HeapObject;
      readonly contents: Contents;
      readonly attributes: Contents | null;
    }
  | {
      readonly kind: 'mutate';
      readonly event: number;
      readonly object: HeapObject;
      readonly change: MutationKind;
      readonly a: unknown;
      readonly b: unknown;
    }
  | { readonly kind: 'enter'; readonly event: number; readonly frame: EnteredFrame }
  | { readonly kind: 'leave' | 'suspend'; readonly event: number; readonly frameId: number }
  | {
      readonly kind: 'resume';
      readonly event: number;
      readonly frameId: number;
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

/** What a row of the columns is: a change has the name of its kind. */
export type RowKind = Exclude<JournalEntry['kind'], 'mutate'> | MutationKind;

/** The entries of one chunk of events, in columns. */
export class JournalRows {
  readonly kinds: RowKind[] = [];
  /** The events they belong to, counted from the chunk's first. */
  readonly events: number[] = [];
  /** The object, frame, exception or text that it is about. */
  readonly subjects: unknown[] = [];
  readonly a: unknown[] = [];
  readonly b: unknown[] = [];

  get length(): number {
    return this.kinds.length;
  }

  push(kind: RowKind, event: number, subject: unknown, a: unknown, b: unknown): void {
    this.kinds.push(kind);
    this.events.push(event);
    this.subjects.push(subject);
    this.a.push(a);
    this.b.push(b);
  }

  clear(): void {
    this.kinds.length = this.events.length = this.subjects.length = this.a.length = this.b.length = 0;
  }

  /** Spells a row out. @param first the number of the chunk's first event */
  entry(row: number, first: number): JournalEntry {
    const kind = this.kinds[row];
    const event = first + this.events[row];
    const subject = this.subjects[row];
    const a = this.a[row];
    const b = this.b[row];
    switch (kind) {
      case 'object':
        return {
          kind,
          event,
          object: subject as HeapObject,
          contents: a as Contents,
          attributes: b as Contents | null,
        };
      case 'enter':
        return { kind, event, frame: subject as EnteredFrame };
      case 'leave':
      case 'suspend':
      case 'unwind':
        return { kind, event, frameId: subject as number };
      case 'resume':
        return { kind, event, frameId: subject as number, native: a as boolean, sent: b as Value };
      case 'raise':
        return { kind, event, exception: subject as PyException };
      case 'catch':
        return { kind, event, frameId: subject as number, handler: a as number, depth: b as number };
      case 'output':
        return { kind, event, text: subject as string };
      case 'append':
      case 'set-item':
      case 'delete-item':
      case 'insert':
      case 'replace':
      case 'add':
      case 'clear':
      case 'set-attr':
      case 'delete-attr':
      case 'set-cell':
      case 'advance':
        return { kind: 'mutate', event, object: subject as HeapObject, change: kind, a, b };
    }
  }
}
