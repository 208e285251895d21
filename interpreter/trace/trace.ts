// A finished trace: the events in chunks, each with its part of the journal, and the hash. Read only.
import type { Program } from '../code.ts';
import type { Value } from '../values/objects.ts';
import type { JournalEntry, JournalRows } from './journal.ts';

/** Consecutive events. */
export interface TraceChunk {
  /** The number of the first event. */
  readonly first: number;
  /** How many events there are; the arrays may be longer. */
  readonly count: number;
  readonly pcs: Uint32Array;
  /** The objects in it are the run's own: as they are at its end. */
  readonly values: readonly (Value | undefined)[];
  readonly journal: JournalRows;
}

export class Trace {
  readonly program: Program;
  /** The events, or null when they were not kept. */
  readonly chunks: readonly TraceChunk[] | null;
  /** Events of the run, one per executed instruction. */
  readonly length: number;
  /** 64 bits as sixteen hex digits. */
  readonly hash: string;

  constructor(program: Program, chunks: readonly TraceChunk[] | null, length: number, hash: string) {
    this.program = program;
    this.chunks = chunks;
    this.length = length;
    this.hash = hash;
  }

  /** The chunks. @throws Error when they were not kept */
  get kept(): readonly TraceChunk[] {
    if (this.chunks === null) throw new Error('the events of this run were not kept');
    return this.chunks;
  }

  /** The pc of an event. */
  pc(event: number): number {
    const chunk = this.kept[this.chunkOf(event)];
    return chunk.pcs[event - chunk.first];
  }

  /** The index of the chunk that has the event. */
  chunkOf(event: number): number {
    const chunks = this.kept;
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (chunks[middle].first <= event) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** All entries of the journal, in order. */
  *journal(): Iterable<JournalEntry> {
    for (const { journal, first } of this.kept)
      for (let row = 0; row < journal.length; row++) yield journal.entry(row, first);
  }
}
