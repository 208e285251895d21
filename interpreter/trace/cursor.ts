// The cursor: walks a trace and rebuilds stack, frames, variables, heap and output at every event, from the events and
// the journal alone. Forwards event by event; anywhere else by keyframes, which it makes once somebody seeks.
import { type CodeObject, codeAt, type Program } from '../code.ts';
import { Op } from '../opcodes.ts';
import { PyCell } from '../values/function.ts';
import type { HeapObject, Value } from '../values/objects.ts';
import type { CursorFrame, Effect } from './frames.ts';
import { Keyframes } from './keyframes.ts';
import { type Plan, planOf } from './plan.ts';
import { State } from './state.ts';
import type { Trace, TraceChunk } from './trace.ts';

export class Cursor {
  readonly program: Program;
  /** Events carried out so far; the index of the next one. */
  position = 0;
  /** What the last event produced, stored or tested. */
  value: Value | undefined;
  private chunks: readonly TraceChunk[];
  private length: number;
  private chunk = 0;
  /** Of the next event, within its chunk. */
  private offset = 0;
  /** The first row of the journal that has not been carried out, and the event in this chunk it belongs to. */
  private row = 0;
  private rowEvent = -1;
  private readonly state: State;
  private readonly plan: Plan;
  /** Null as long as nobody has sought. */
  private keyframes: Keyframes | null = null;
  private keyframeAt = Infinity;

  private constructor(program: Program, chunks: readonly TraceChunk[], length: number, following: boolean) {
    this.program = program;
    this.chunks = chunks;
    this.length = length;
    this.state = new State(program, following);
    this.plan = planOf(program);
    this.enterChunk(0);
  }

  /** A cursor at the start of a trace. @throws Error when its events were not kept */
  static of(trace: Trace): Cursor {
    return new Cursor(trace.program, trace.kept, trace.length, false);
  }

  /** A cursor that follows a run while it is recorded: it is fed the chunks, and cannot go back. */
  static following(program: Program): Cursor {
    return new Cursor(program, [], 0, true);
  }

  /** Gives a following cursor the next chunk. It must have come to the end of the one before. */
  feed(chunk: TraceChunk): void {
    this.chunks = [chunk];
    this.length = chunk.first + chunk.count;
    this.enterChunk(0);
  }

  // ---- the state ----

  /** The frames, outermost first. */
  get frames(): readonly CursorFrame[] {
    return this.state.frames;
  }

  get top(): CursorFrame | undefined {
    return this.state.top;
  }

  /** The program's own global variables. */
  get globals(): ReadonlyMap<string, Value> {
    return this.state.globals;
  }

  /** What the last event did beside its value. */
  get effects(): readonly Effect[] {
    return this.state.effects;
  }

  /** The exception being handled, or None. */
  get handled(): Value {
    return this.state.handled;
  }

  /** Standard output so far. */
  get output(): string {
    return this.state.printed.slice(0, this.state.prints).join('');
  }

  /** A variable of the frame by name; undefined when it has no value. */
  local(frame: CursorFrame, name: string): Value | undefined {
    const slot = frame.code.slotNames.indexOf(name);
    if (slot < 0) return frame.namespace.get(name);
    const value = frame.slots[slot];
    return value instanceof PyCell ? value.value : value;
  }

  /** All variables of the frame that have a value, by name in the order of its slots. */
  *locals(frame: CursorFrame): Iterable<[string, Value]> {
    if (frame.code.kind === 'module') {
      yield* this.globals;
      return;
    }
    const { slots, slotNames } = frame.code;
    for (let slot = 0; slot < slots; slot++) {
      const raw = frame.slots[slot];
      const value = raw instanceof PyCell ? raw.value : raw;
      if (value !== undefined) yield [slotNames[slot], value];
    }
    yield* frame.namespace;
  }

  /** The objects seen so far, by id, as they are now. */
  *heap(): Iterable<[number, HeapObject]> {
    for (let id = 1; id <= this.state.objects; id++) yield [id, this.state.mirrors.withId(id)];
  }

  // ---- the next event ----

  get atEnd(): boolean {
    return this.position >= this.length;
  }

  /** The pc of the next event. */
  get pc(): number {
    return this.chunks[this.chunk].pcs[this.offset];
  }

  /** The code object of the next event. */
  get code(): CodeObject {
    return codeAt(this.program, this.pc);
  }

  /** Whether the next event changes an object that is known already. */
  get mutates(): boolean {
    if (this.rowEvent !== this.offset) return false;
    const { kinds, events } = this.chunks[this.chunk].journal;
    for (let row = this.row; events[row] === this.offset; row++) if (CHANGES.has(kinds[row])) return true;
    return false;
  }

  // ---- moving ----

  /** Carries out the next event. @returns false at the end */
  step(): boolean {
    if (this.atEnd) return false;
    const { state, plan } = this;
    const chunk = this.chunks[this.chunk];
    const pc = chunk.pcs[this.offset];
    const word = this.program.code[pc];
    state.begin();
    if (this.rowEvent === this.offset) this.journalOf(chunk, word & 255);
    const value = state.mirrors.of(chunk.values[this.offset]);
    this.value = value;
    if (!state.raised) state.instruction(plan.actions[pc], plan.pops[pc], word >>> 8, value);
    this.position++;
    if (++this.offset === chunk.count && this.chunk + 1 < this.chunks.length) this.enterChunk(this.chunk + 1);
    if (this.position === this.keyframeAt) this.passKeyframe();
    return true;
  }

  /** Goes to the state after `position` events, or to the end if there are fewer. */
  seek(position: number): void {
    const wanted = Math.max(0, Math.min(position, this.length));
    if (wanted === this.position) return;
    // the last event is carried out, for its value and effects
    const before = Math.max(0, wanted - 1);
    const keyframes = this.keyframes ?? this.makeKeyframes();
    const start = keyframes.jump(before, this.position);
    if (start !== this.position || start === 0) this.startAt(start);
    this.keyframeAt = keyframes.next;
    while (this.position < wanted) this.step();
    keyframes.settle();
    this.keyframeAt = keyframes.next;
  }

  private journalOf(chunk: TraceChunk, op: Op): void {
    const { journal } = chunk;
    const { events } = journal;
    if (op === Op.END_HANDLER) this.state.endHandler();
    while (events[this.row] === this.offset) this.state.row(journal, this.row++);
    this.rowEvent = events[this.row] ?? -1;
  }

  private enterChunk(index: number): void {
    this.chunk = index;
    this.offset = this.row = 0;
    this.rowEvent = this.chunks[index]?.journal.events[0] ?? -1;
  }

  // ---- keyframes ----

  /** The first time that somebody seeks, the walk begins anew, making keyframes. */
  private makeKeyframes(): Keyframes {
    this.state.reset();
    this.position = 0;
    this.keyframes = new Keyframes(this.state);
    return this.keyframes;
  }

  private passKeyframe(): void {
    const keyframes = this.keyframes as Keyframes;
    keyframes.pass(this.position);
    this.keyframeAt = keyframes.next;
  }

  /** Goes to where the state is already: before the event with that number. */
  private startAt(position: number): void {
    this.position = position;
    this.enterChunk(this.chunkOf(position));
    const { first, journal } = this.chunks[this.chunk];
    this.offset = position - first;
    while (journal.events[this.row] < this.offset) this.row++;
    this.rowEvent = journal.events[this.row] ?? -1;
    this.value = undefined;
    this.state.begin();
  }
}

/** Kinds of journal rows that change what an object holds. */
const CHANGES: ReadonlySet<string> = new Set([
  'append',
  'set-item',
  'delete-item',
  'insert',
  'replace',
  'add',
  'clear',
  'set-attr',
  'delete-attr',
]);
