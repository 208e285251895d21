// The follower: a cursor that keeps up with a run while it is recorded, and needs none of the events before. It takes
// the run's own objects for what they are at that moment. What it knows when a window begins is the keyframe.
import type { Program } from '../code.ts';
import type { HeapObject, Value } from '../values/objects.ts';
import { Cursor, type CursorFrame } from './cursor.ts';
import type { JournalEntry } from './journal.ts';
import type { Keyframe, KnownObject } from './keyframe.ts';
import { beginsLine, NOWHERE } from './line-tracker.ts';
import { isObject } from './snapshot.ts';
import type { Objects } from './mirror.ts';
import { Trace, type TraceChunk } from './trace.ts';

/** The run's objects, which change by themselves. */
class LiveObjects implements Objects {
  of(value: Value): Value;
  of(value: Value | undefined): Value | undefined;
  of(value: Value | undefined): Value | undefined {
    return value;
  }
  object<T extends HeapObject>(object: T): T {
    return object;
  }
  all(): [number, HeapObject][] {
    return [];
  }
  create(): void {
    // They exist.
  }
  change(object: HeapObject): HeapObject {
    return object;
  }
}

export class Follower extends Cursor {
  private line = 1;

  /**
   * @param chunk the buffers that the run records into
   * @param journal where it journals; emptied whenever the follower has caught up
   */
  constructor(
    program: Program,
    chunk: TraceChunk,
    private readonly entries: JournalEntry[],
  ) {
    super(new Trace(program, [chunk], entries, Infinity, ''));
    this.mirrors = new LiveObjects();
  }

  /** Carries out the first `count` events of the chunk. */
  catchUp(count: number): void {
    this.chunk = this.offset = this.entry = 0;
    for (let i = 0; i < count; i++) this.step();
    this.entries.length = 0;
    const { pcs } = this.trace.chunks![0];
    const { lineAt } = this.trace.program;
    let i = count - 1;
    while (i >= 0 && lineAt[pcs[i]] <= 0) i--;
    if (i >= 0) this.line = lineAt[pcs[i]];
  }

  /** As the line view looks at the frames, so that it can go on from here. */
  override step(): void {
    const { program } = this.trace;
    const { top } = this;
    const quiet = this.entries[this.entry]?.event !== this.position;
    if (quiet && top?.at != null) beginsLine(top.at, top.pc, program);
    else if (!quiet) for (const { at, pc } of this.poised()) if (at !== null) beginsLine(at, pc, program);
    super.step();
    for (const effect of this.effects) {
      if (effect.kind !== 'enter') continue;
      const { frame } = effect;
      frame.at = { ...NOWHERE };
      beginsLine(frame.at, frame.code.start, program);
    }
  }

  /** The state now. `objects` and `exceptions` are the caller's to fill. */
  keyframe(objects: readonly KnownObject[], exceptions: Keyframe['exceptions']): Keyframe {
    const {
      position: event,
      frames,
      globals,
      suspended,
      handled,
      outerHandled,
      inFlight,
      output,
      line,
    } = this;
    return {
      event,
      frames,
      globals,
      suspended,
      handled,
      outerHandled,
      inFlight,
      output,
      line,
      objects,
      exceptions,
    };
  }
}

/** The objects that a keyframe's frames, variables and exceptions refer to. */
export function* rootsOf(keyframe: Keyframe): Iterable<HeapObject> {
  for (const frame of keyframe.frames) yield* heldBy(frame);
  for (const value of [...keyframe.globals.values(), keyframe.handled, ...keyframe.outerHandled])
    if (isObject(value)) yield value;
  if (keyframe.inFlight !== null) yield keyframe.inFlight;
}

/** The objects that a frame refers to. */
export function* heldBy({ func, slots, stack, namespace }: CursorFrame): Iterable<HeapObject> {
  yield func;
  for (const value of [...slots, ...stack, ...namespace.values()]) if (isObject(value)) yield value;
}
