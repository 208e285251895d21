// The view of a trace by line: what `sys.settrace` reports of the same run under CPython. A `line` row stands before
// its line runs and says which variables of its frame changed since the frame's last row. Made in one walk, row by
// row, so that the length of the run does not matter.
// Source: https://docs.python.org/3.11/library/sys.html#sys.settrace
import type { Source } from '../../grammar/source.ts';
import { Cursor, type CursorFrame, type Trace } from '../../interpreter/trace/index.ts';
import { display } from '../../interpreter/values/display.ts';
import { ChangeWatch, type Changes } from './changes.ts';
import { LineTracker } from '../../interpreter/trace/line-tracker.ts';

export interface LineRow {
  readonly kind: 'call' | 'line' | 'return' | 'exception';
  /** The event of the trace that comes next; for `return` and `exception`, the event that did it. */
  readonly event: number;
  /** The number of the frame, in order of entering. */
  readonly frame: number;
  readonly function: string;
  /** How many frames are below it. */
  readonly depth: number;
  /** In the program or, with `inCall`, in the call expression, from 1. */
  readonly line: number;
  readonly inCall: boolean;
  /** Variables that are new or have another value; null for one that is gone. */
  readonly changed: Changes;
  /** For `return` what is returned or yielded, for `exception` its type and text; else null. */
  readonly value: string | null;
  /** What was printed since the last row. */
  readonly printed: string;
}

/** The columns of a row, with their types as DuckDB names them. */
export const LINE_COLUMNS: Readonly<Record<keyof LineRow, string>> = {
  kind: 'VARCHAR',
  event: 'BIGINT',
  frame: 'BIGINT',
  function: 'VARCHAR',
  depth: 'INTEGER',
  line: 'INTEGER',
  inCall: 'BOOLEAN',
  changed: 'MAP(VARCHAR, VARCHAR)',
  value: 'VARCHAR',
  printed: 'VARCHAR',
};

/**
 * The rows of a trace in order. In a window, the first row of a frame that began before it has all its variables in
 * `changed`, and no row has what was printed before the window. @throws Error when only the hash of the run was kept
 */
export function* lineRows(trace: Trace): Generator<LineRow> {
  yield* new LineWalk(trace).rows();
}

class LineWalk {
  private readonly cursor: Cursor;
  private readonly watch: ChangeWatch;
  private readonly callSource: Source | null;
  private readonly tracker: LineTracker;
  /** How many frames were below each when it was last seen: one that has just been left is below none. */
  private readonly depths = new Map<number, number>();
  private printed = '';
  private event = 0;

  constructor(trace: Trace) {
    this.cursor = new Cursor(trace);
    this.watch = new ChangeWatch(this.cursor);
    this.tracker = new LineTracker(trace.program);
    this.callSource = trace.program.call?.source ?? null;
    for (const [depth, frame] of this.cursor.frames.entries()) this.depths.set(frame.id, depth);
  }

  *rows(): Generator<LineRow> {
    const { cursor } = this;
    while (!cursor.atEnd) {
      this.event = cursor.position;
      for (const frame of cursor.poised()) if (this.arrives(frame)) yield this.row('line', frame, null);
      cursor.step();
      if (cursor.effects.length === 0) continue;
      this.watch.note();
      let raised: CursorFrame | undefined;
      for (const [at, effect] of cursor.effects.entries()) {
        switch (effect.kind) {
          case 'enter':
            this.tracker.enter(effect.frame.id);
            yield this.row('call', effect.frame, null);
            if (this.arrives(effect.frame, effect.frame.code.start))
              yield this.row('line', effect.frame, null);
            break;
          case 'leave':
          case 'suspend':
            yield this.row('return', effect.frame, display(cursor.value ?? null));
            if (effect.kind === 'leave') this.forget(effect.frame);
            break;
          case 'raise':
            raised = this.raisedIn(at);
            if (raised !== undefined) yield this.row('exception', raised, display(effect.exception));
            break;
          case 'output':
            this.printed += effect.text;
            break;
          case 'unwind':
            if (effect.frame !== raised) yield this.row('exception', effect.frame, display(effect.exception));
            yield this.row('return', effect.frame, display(null));
            this.forget(effect.frame);
            break;
          case 'catch':
            if (effect.frame !== raised) yield this.row('exception', effect.frame, display(effect.exception));
            break;
          case 'resume':
            this.depths.set(effect.frame.id, cursor.frames.indexOf(effect.frame));
            break;
          case 'mutate':
            break;
        }
      }
    }
  }

  /** The frame in which the exception of this effect was raised: it is taken or left next. */
  private raisedIn(at: number): CursorFrame | undefined {
    for (const effect of this.cursor.effects.slice(at))
      if (effect.kind === 'unwind' || effect.kind === 'catch') return effect.frame;
    return this.cursor.top;
  }

  private forget(frame: CursorFrame): void {
    this.watch.forget(frame);
    this.depths.delete(frame.id);
  }

  /** A frame that began before the window stands where it stood then. */
  private meet({ id, at }: CursorFrame): void {
    if (at !== null && !this.tracker.knows(id)) this.tracker.enter(id, at);
  }

  private arrives(frame: CursorFrame, pc = frame.pc): boolean {
    this.meet(frame);
    return this.tracker.arrives(frame.id, pc);
  }

  private row(kind: LineRow['kind'], frame: CursorFrame, value: string | null): LineRow {
    const { printed } = this;
    this.printed = '';
    this.meet(frame);
    const known = this.tracker.lineOf(frame.id);
    const below = this.cursor.frames.indexOf(frame);
    if (below >= 0) this.depths.set(frame.id, below);
    return {
      kind,
      event: this.event,
      frame: frame.id,
      function: frame.code.qualname,
      depth: this.depths.get(frame.id) ?? 0,
      line: known > 0 ? known : frame.code.source.lineAt(frame.code.node.span.start),
      inCall: frame.code.source === this.callSource,
      changed: this.watch.take(frame),
      value,
      printed,
    };
  }
}
