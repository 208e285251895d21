// Runs a program and looks at the machine after every instruction, for the laws that hold the trace against the
// machine. A recorder whose chunks have room for one event is told of each by the loop. Knows nothing of the cursor.
import { DEFAULT_LIMITS, type Program } from '../../interpreter/index.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import type { JournalEntry } from '../../interpreter/trace/journal.ts';
import { Recorder } from '../../interpreter/trace/recorder.ts';
import type { PyException } from '../../interpreter/values/class.ts';
import type { PyGenerator } from '../../interpreter/values/function.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
import { Frame, FRAME, Machine, Stack } from '../../interpreter/vm/machine.ts';

/** A frame as it stands on the machine's stack. */
export interface FrameWindow {
  readonly frameId: number;
  readonly slots: readonly (Value | undefined)[];
  /** Null while native code that the frame called runs frames above it: nobody knows its height then. */
  readonly operands: readonly (Value | undefined)[] | null;
}

/** What is told of one event. */
export interface Moment {
  readonly machine: Machine;
  readonly recorder: Watcher;
  /** Index of the event. */
  readonly position: number;
  readonly pc: number;
  readonly value: Value | undefined;
  /** Whether the loop stands where the event left it; not so when a frame is left for native code, or by an exception. */
  readonly settled: boolean;
  /** Whether the instruction raised. */
  readonly raised: boolean;
  /** The frame that caught what it raised, and the height of its operands then. */
  readonly caught: { readonly frameId: number; readonly height: number } | null;
  /** The depth of the frame of a generator that was resumed before the instruction, which is of it. */
  readonly resumed: number | null;
}

/** Is called with the machine as it stands after each event. */
export type Observe = (moment: Moment) => void;

/** Tells of every event, with the machine beside it. */
export class Watcher extends Recorder {
  machine: Machine | null = null;
  override capacity = 1;
  /** Whether frames were entered, or last resumed, from native code. */
  readonly native = new Map<number, boolean>();
  /** The objects that have got a number, in its order; the observer takes them out. */
  readonly objects: HeapObject[] = [];
  private readonly observe: Observe;
  private direct = false;
  private raised = false;
  private caught: Moment['caught'] = null;
  private resumed: number | null = null;

  constructor(program: Program, observe: Observe) {
    super(program);
    this.observe = observe;
  }

  override see(value: unknown): void {
    // The objects that one call registers are the entries at the end of the journal.
    const before = this.entries.length;
    super.see(value);
    for (const entry of this.entries.slice(before))
      if (entry.kind === 'object') this.objects.push(entry.object);
  }

  private get entries(): readonly JournalEntry[] {
    return this.journal;
  }

  override enter(...entered: Parameters<Recorder['enter']>): void {
    const [frameId, , native] = entered;
    this.native.set(frameId, native);
    super.enter(...entered);
  }

  override resume(generator: PyGenerator, native: boolean, sent: Value): void {
    this.native.set(generator.frameId, native);
    this.resumed = this.machine?.depth ?? null;
    super.resume(generator, native, sent);
  }

  override raise(exception: PyException): void {
    this.raised = true;
    super.raise(exception);
  }

  override catch(frameId: number, handler: number, depth: number): void {
    this.caught = { frameId, height: depth + 1 };
    super.catch(frameId, handler, depth);
  }

  override event(pc: number, value: Value | undefined): void {
    this.direct = true;
    super.event(pc, value);
    this.direct = false;
  }

  override flush(): void {
    const { machine, count, raised, caught, resumed } = this;
    const pc = this.pcs[0]!;
    const value = this.values[0];
    super.flush();
    this.capacity = 1;
    this.raised = false;
    this.caught = this.resumed = null;
    if (machine === null || count === 0) return;
    const position = this.length - 1;
    const settled = !this.direct;
    this.observe({ machine, recorder: this, position, pc, value, settled, raised, caught, resumed });
  }
}

/** Where the operands of the frame at `depth` begin on the machine's stack. */
export function floorOf({ frames, funcs }: Machine, depth: number): number {
  return frames[depth * FRAME + Frame.TOP]! - funcs[depth]!.code.maxStack;
}

/** The windows of the frames that have been entered, outermost first; to be asked in a settled moment. */
export function frameWindows({ machine, recorder }: Moment): FrameWindow[] {
  const { depth, funcs, stack, frames, sp } = machine;
  const windows: FrameWindow[] = [];
  for (let at = 1; at <= depth; at++) {
    const floor = floorOf(machine, at);
    const above = at === depth ? null : frames[(at + 1) * FRAME + Frame.ID]!;
    const end =
      above === null
        ? sp
        : recorder.native.get(above) === true
          ? null
          : frames[(at + 1) * FRAME + Frame.RETURN_SP]!;
    windows.push({
      frameId: frames[at * FRAME + Frame.ID]!,
      slots: stack.slice(floor - funcs[at]!.code.slots, floor),
      operands: end === null ? null : stack.slice(floor, end),
    });
  }
  return windows;
}

/** Runs the program to its end, whichever, and returns its trace. */
export function observed(program: Program, observe: Observe): Trace {
  const recorder = new Watcher(program, observe);
  const limits = { ...DEFAULT_LIMITS, fuel: 2_000_000 };
  const machine = new Machine(program, { limits, recorder, input: '', hashOrder: 0, stack: new Stack() });
  recorder.machine = machine;
  try {
    machine.runCode(program.module);
    if (program.call !== null) machine.runCode(program.call);
  } catch {
    // Programs that end by an exception have a trace too.
  }
  return recorder.finish(0);
}
