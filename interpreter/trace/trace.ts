// A finished trace: the events in chunks, the journal, the hash. Read only.
import type { Program } from '../code.ts';
import type { Value } from '../values/objects.ts';
import type { JournalEntry } from './journal.ts';
import type { Keyframe } from './keyframe.ts';

/** Consecutive events. */
export interface TraceChunk {
  readonly pcs: Uint32Array;
  readonly values: readonly (Value | undefined)[];
}

export class Trace {
  readonly program: Program;
  /** The events, or null when only the hash was kept. */
  readonly chunks: readonly TraceChunk[] | null;
  readonly journal: readonly JournalEntry[];
  /** Events of the run, one per executed instruction; of a window, up to its end. */
  readonly length: number;
  /** 64 bits as sixteen hex digits. */
  readonly hash: string;
  /** The state at the first event that was kept, when those before it were not. */
  readonly keyframe: Keyframe | null;

  constructor(
    program: Program,
    chunks: readonly TraceChunk[] | null,
    journal: readonly JournalEntry[],
    length: number,
    hash: string,
    keyframe: Keyframe | null = null,
  ) {
    this.program = program;
    this.chunks = chunks;
    this.journal = journal;
    this.length = length;
    this.hash = hash;
    this.keyframe = keyframe;
  }
}
