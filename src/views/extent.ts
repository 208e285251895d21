// The extent of a run, from its events and journal alone: how many lines ran, how deep calls were nested.
import type { JournalEntry, Trace } from '../../interpreter/trace/index.ts';
import { LineTracker } from '../../interpreter/trace/line-tracker.ts';

export interface Extent {
  /** Executed instructions. */
  readonly events: number;
  /** How often the run came to a line. */
  readonly lines: number;
  /** The most frames that were open at once, the module's included. */
  readonly depth: number;
}

/** Measures a trace. @throws Error when only the hash of the run was kept */
export function extentOf(trace: Trace): Extent {
  const tracker = new LineTracker(trace.program);
  const frames: number[] = [];
  const journal = trace.journal[Symbol.iterator]();
  let note = journal.next();
  let lines = 0;
  let depth = 0;
  if (trace.chunks === null) throw new Error('the events of this run were not kept');
  let first = 0;
  for (const { pcs } of trace.chunks) {
    for (let i = 0; i < pcs.length; i++) {
      const pc = pcs[i]!;
      const here = first + i;
      for (; !note.done && note.value.event === here && !MOVES.has(note.value.kind); note = journal.next())
        if (note.value.kind === 'resume') frames.push(note.value.frameId);
      const began = !note.done && note.value.event === here && note.value.kind === 'enter';
      if (!note.done && began) moveFrames(note.value, frames, tracker);
      depth = Math.max(depth, frames.length);
      const frame = frames.at(-1);
      if (frame !== undefined && tracker.arrives(frame, pc)) lines++;
      if (began) note = journal.next();
      for (; !note.done && note.value.event === here; note = journal.next())
        moveFrames(note.value, frames, tracker);
    }
    first += pcs.length;
  }
  return { events: trace.length, lines, depth };
}

/** What moves control between frames once the event has begun. */
const MOVES: ReadonlySet<JournalEntry['kind']> = new Set(['enter', 'leave', 'suspend', 'unwind']);

/** Keeps the stack of running frames up to date. */
function moveFrames(note: JournalEntry, frames: number[], tracker: LineTracker): void {
  switch (note.kind) {
    case 'enter':
      frames.push(note.frame.frameId);
      tracker.enter(note.frame.frameId);
      return;
    case 'resume':
      frames.push(note.frameId);
      return;
    case 'suspend':
      frames.pop();
      return;
    case 'leave':
    case 'unwind':
      tracker.leave(frames.pop() ?? 0);
      return;
    case 'object':
    case 'mutate':
    case 'raise':
    case 'catch':
    case 'output':
      return;
  }
}
