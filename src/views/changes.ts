// Which variables of a frame changed since it was last looked at. Texts of values are made again only when the
// variable was stored or an object was changed meanwhile. Knows nothing of lines or output formats.
import type { Cursor, CursorFrame } from '../../interpreter/trace/index.ts';
import { BadInput } from '../bad-input.ts';
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

/** Texts longer than this count towards what a walk may show, in UTF-16 units. */
const LONG = 100_000;
/**
 * How much of long texts a walk may show. Strings share what they are joined from until they are read, and the trace keeps
 * them: a text that grew bit by bit would fill the memory with all that it has ever been.
 */
const MOST_SHOWN = 500_000_000;

/** Follows the variables of all frames of one walk. */
export class ChangeWatch {
  private longShown = 0;
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
      if (text.length > LONG) this.showLong(name, text);
      known.set(name, { value, text, mutations: this.mutations });
      if (last?.text !== text) changes[name] = text;
    }
    if (met < before) this.findGone(frame, known, changes);
    return changes;
  }

  private showLong(name: string, text: string): void {
    this.longShown += text.length;
    if (this.longShown <= MOST_SHOWN) return;
    throw new BadInput(
      'program',
      `too long to be shown line by line: the values of ${name} and others had ${MOST_SHOWN} characters so far`,
      '--from and --to show a part of the run, --hash keeps none of it',
    );
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
