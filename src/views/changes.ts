// Which variables of a frame changed since it was last looked at. Texts of values are made again only when the
// variable was stored or an object was changed meanwhile. Knows nothing of lines or output formats.
import type { Cursor, CursorFrame } from '../../interpreter/trace/index.ts';
import { display } from '../../interpreter/values/display.ts';
import type { Value } from '../../interpreter/values/objects.ts';

/** Names with the display of their new values; null for a name that is unbound again. */
export type Changes = Readonly<Record<string, string | null>>;

interface Known {
  readonly value: Value;
  readonly text: string;
  /** How often objects had been changed in the run when the text was made. */
  readonly mutations: number;
}

/** Follows the variables of all frames of one walk. */
export class ChangeWatch {
  private readonly cursor: Cursor;
  private readonly frames = new Map<number, Map<string, Known>>();
  private mutations = 0;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  /** To be called after every event. */
  note(): void {
    for (const effect of this.cursor.effects) if (effect.kind === 'mutate') this.mutations++;
  }

  /** A frame was left for good. */
  forget(frame: CursorFrame): void {
    this.frames.delete(frame.id);
  }

  /** What changed in the frame since the last call for it; everything at the first. */
  take(frame: CursorFrame): Changes {
    const known = this.frames.get(frame.id) ?? new Map<string, Known>();
    this.frames.set(frame.id, known);
    const changes: Record<string, string | null> = {};
    const before = known.size;
    let met = 0;
    for (const [name, value] of this.cursor.locals(frame)) {
      const last = known.get(name);
      if (last !== undefined) {
        met++;
        if (last.value === value && !this.mayHaveChanged(last)) continue;
      }
      const text = display(value);
      known.set(name, { value, text, mutations: this.mutations });
      if (last?.text !== text) changes[name] = text;
    }
    if (met < before) this.findGone(frame, known, changes);
    return changes;
  }

  private findGone(
    frame: CursorFrame,
    known: Map<string, Known>,
    changes: Record<string, string | null>,
  ): void {
    const bound = new Set(Array.from(this.cursor.locals(frame), ([name]) => name));
    for (const name of known.keys()) {
      if (bound.has(name)) continue;
      known.delete(name);
      changes[name] = null;
    }
  }

  private mayHaveChanged({ value, mutations }: Known): boolean {
    return typeof value === 'object' && value !== null && mutations !== this.mutations;
  }
}
