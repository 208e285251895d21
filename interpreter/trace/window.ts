// Recording a window of a run: the events before it are hashed, followed and thrown away, those in it are kept, and the
// run ends with it. Memory is that of the window and of the program. Knows nothing of how the run is made.
import type { Program } from '../code.ts';
import { PyException } from '../values/class.ts';
import { type PyFunction, PyGenerator } from '../values/function.ts';
import type { HeapObject, MutationKind, Value } from '../values/objects.ts';
import { Follower, heldBy, rootsOf } from './follower.ts';
import type { JournalEntry } from './journal.ts';
import type { Keyframe, KnownObject } from './keyframe.ts';
import { CHUNK, Recorder } from './recorder.ts';
import { isObject, snapshotOf } from './snapshot.ts';
import { Trace } from './trace.ts';

/** Events `from` to `to`, which is not one of them. With both the same, only the state there is kept. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Thrown through the run when the window is over: nothing after it is wanted. */
export class WindowEnd extends Error {}

/** The one that is thrown: making an error takes longer than many a short run, for the sake of a stack nobody reads. */
export const WINDOW_END = new WindowEnd();

export class WindowRecorder extends Recorder {
  private readonly window: Window;
  private readonly follower: Follower;
  /** Set when the window begins. */
  private keyframe: Keyframe | null = null;
  /** The first id that is not given yet when the window begins. */
  private firstNew = 0;
  /** Objects from before the window that its trace accounts for. */
  private readonly known = new Set<HeapObject>();
  private readonly objects: KnownObject[] = [];
  private readonly exceptions = new Map<PyException, readonly Value[]>();

  constructor(program: Program, window: Window) {
    super(program);
    this.window = window;
    this.follower = new Follower(program, this, this.journal);
  }

  /** To be called before the run. @throws WindowEnd when there is nothing to run for */
  begin(): void {
    this.aim();
  }

  /** Lets the current chunk end where the window begins or ends. */
  private aim(): void {
    const { from, to } = this.window;
    if (this.keyframe === null && this.length === from) this.open();
    if (this.keyframe !== null && this.length >= to) throw WINDOW_END;
    this.capacity = Math.min(CHUNK, (this.keyframe === null ? from : to) - this.length);
  }

  private open(): void {
    this.firstNew = this.nextId;
    this.keyframe = this.follower.keyframe(this.objects, this.exceptions);
    for (const object of rootsOf(this.keyframe)) this.account(object);
  }

  override flush(): void {
    this.hashChunk();
    if (this.keyframe === null) {
      this.follower.catchUp(this.count);
      this.hashed = 0;
    } else this.keepChunk();
    this.nextChunk();
    this.aim();
  }

  /** The events of the window; none when the run ended before it. */
  override finish(): Trace {
    const { program, chunks, journal, length, hash } = super.finish();
    return new Trace(program, chunks, journal, length, hash, this.keyframe);
  }

  /** Whether an object is from before the window and not accounted for in it. */
  private isStray(object: HeapObject): boolean {
    return (
      this.keyframe !== null &&
      object.journal === this &&
      object.id < this.firstNew &&
      !this.known.has(object)
    );
  }

  /**
   * Puts an object from before the window, and what it refers to, into the keyframe. It contains what it contained
   * when the window began: had it been changed since, it would have been accounted for then.
   */
  private account(value: unknown): void {
    const waiting: unknown[] = [value];
    while (waiting.length > 0) {
      const object = waiting.pop();
      if (!isObject(object) || !this.isStray(object)) continue;
      this.known.add(object);
      const contents = snapshotOf(object);
      this.objects.push({ object, id: object.id, contents });
      for (const item of contents) waiting.push(item);
      waiting.push(object.cls);
      if (object instanceof PyException) {
        const { cause, context, args } = object;
        this.exceptions.set(object, [cause, context, ...args]);
        waiting.push(cause, context);
      } else if (object instanceof PyGenerator) {
        const suspended = this.keyframe?.suspended.get(object);
        if (suspended !== undefined) waiting.push(...heldBy(suspended.frame), suspended.handled);
      }
    }
  }

  override see(value: unknown): void {
    this.account(value);
    super.see(value);
  }

  protected override noteSeen(object: HeapObject, contents: KnownObject['contents']): void {
    this.account(object.cls);
    for (const item of contents) this.account(item);
    super.noteSeen(object, contents);
  }

  override mutate(object: HeapObject, change: MutationKind, a: unknown, b: unknown): void {
    const late = this.isStray(object);
    super.mutate(object, change, a, b);
    if (!late) return;
    // Only native code had it, and has changed it already: it is accounted for as it is now.
    const entry = this.journal.pop() as JournalEntry & { kind: 'mutate' };
    const { event } = entry;
    this.known.add(object);
    const contents = snapshotOf(object);
    for (const item of contents) this.account(item);
    this.journal.push({ kind: 'object', event, object, id: object.id, contents, late });
    this.journal.push({ ...entry, late });
  }

  override enter(
    frameId: number,
    func: PyFunction,
    native: boolean,
    stack: readonly (Value | undefined)[],
    base: number,
    top: number,
  ): void {
    this.account(func);
    super.enter(frameId, func, native, stack, base, top);
  }

  override resume(generator: PyGenerator, native: boolean, sent: Value): void {
    this.account(generator);
    super.resume(generator, native, sent);
  }
}
