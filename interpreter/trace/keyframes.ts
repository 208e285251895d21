// Keyframes: states of a walk kept along the way, so that seeking need not begin at the start. Frames and variables
// are copied; of the objects, only those that changed since the keyframe before, so that all keyframes together take
// no more than the changes of the run. Knows nothing of events.
import type { HeapObject, Value } from '../values/objects.ts';
import type { CursorFrame } from './frames.ts';
import type { Attributed, Contents } from './layout.ts';
import type { State } from './state.ts';

/** Events between keyframes where a walk passes, and where it goes back step by step. */
const COARSE = 4096;
const FINE = 64;

interface Keyframe {
  readonly position: number;
  readonly fine: boolean;
  readonly frames: readonly CursorFrame[];
  readonly suspended: readonly CursorFrame[];
  readonly globals: ReadonlyMap<string, Value>;
  readonly handled: Value;
  readonly objects: number;
  readonly prints: number;
  /** Ids of the objects that changed since the keyframe before (perhaps of some that did not). */
  readonly changed: readonly number[];
}

/** An object as it was at a keyframe. */
interface Version {
  readonly position: number;
  readonly contents: Contents;
  readonly attributes: Contents | null;
}

export class Keyframes {
  private readonly state: State;
  /** In order of position; the first is at the start. */
  private list: Keyframe[] = [];
  /** The versions of each object that can change, by id, in order of position. */
  private readonly versions: Version[][] = [];
  /** The last keyframe at or before the walk: but for the objects touched since, all are as they were then. */
  private current = -1;
  /** Where the walk is to call `pass` next. */
  next = 0;
  /** Whether keyframes are made close to each other. */
  private fine = false;

  /** @param state of a walk at its start */
  constructor(state: State) {
    this.state = state;
    state.mirrors.watch();
    this.pass(0);
  }

  /** To be called when the walk is at `next`: makes a keyframe, unless there is one. */
  pass(position: number): void {
    const existing = this.list[this.current + 1];
    if (existing?.position === position) {
      this.state.mirrors.takeTouched();
      this.current++;
      this.plan(0);
    } else this.plan(this.make(position));
  }

  /** @param cost of the last keyframe: the next is not made before as many events have passed */
  private plan(cost: number): void {
    const { position } = this.list[this.current];
    const following = this.list[this.current + 1];
    const planned = position + Math.max(this.fine ? FINE : COARSE, cost);
    this.next = following === undefined ? planned : Math.min(planned, following.position);
  }

  private make(position: number): number {
    const { state } = this;
    const changed = [...state.mirrors.takeTouched()].filter((id) => !isFixed(state.mirrors.withId(id)));
    let cost = state.globals.size;
    for (const id of changed) cost += this.keep(id, position);
    const keyframe: Keyframe = {
      position,
      fine: this.fine,
      frames: state.frames.map(copyFrame),
      suspended: [...state.suspended.values()].map(copyFrame),
      globals: new Map(state.globals),
      handled: state.handled,
      objects: state.objects,
      prints: state.prints,
      changed,
    };
    for (const frame of [...keyframe.frames, ...keyframe.suspended]) cost += frame.slots.length + frame.stack.length;
    this.list.splice(++this.current, 0, keyframe);
    return cost;
  }

  /** Keeps an object as it is. @returns how much that takes */
  private keep(id: number, position: number): number {
    const mirror = this.state.mirrors.withId(id);
    const { layout } = mirror;
    const contents = layout.fill === undefined ? [] : layout.contents(mirror);
    const { attrs } = mirror as Attributed;
    const attributes = layout.attributes === undefined || attrs === null ? null : [...attrs].flat();
    const versions = (this.versions[id] ??= []);
    versions.splice(indexAfter(versions, position), 0, { position, contents, attributes });
    return 1 + contents.length + (attributes?.length ?? 0);
  }

  /**
   * Puts the state of the last keyframe at or before `wanted` in place, unless going on from where the walk is gets
   * there sooner. @param position where the walk is @returns where it is then
   */
  jump(wanted: number, position: number): number {
    const target = indexAfter(this.list, wanted) - 1;
    const back = wanted < position;
    if (!back && target <= this.current) return position;
    this.fine = back;
    this.restore(target);
    if (back) this.dropFine(wanted);
    return this.list[this.current].position;
  }

  /** Back to making keyframes at the usual distance. */
  settle(): void {
    this.fine = false;
    this.plan(0);
  }

  private restore(target: number): void {
    const { state, list } = this;
    const changed = new Set(state.mirrors.takeTouched());
    const [low, high] = target < this.current ? [target, this.current] : [this.current, target];
    for (let i = low + 1; i <= high; i++) for (const id of list[i].changed) changed.add(id);
    const keyframe = list[target];
    for (const id of changed) {
      const versions = this.versions[id] ?? [];
      const version = versions[indexAfter(versions, keyframe.position) - 1];
      // an object not seen by then is filled when the walk comes to it
      if (version === undefined) continue;
      state.mirrors.restore(state.mirrors.withId(id), version.contents, version.attributes);
    }
    state.frames = keyframe.frames.map(copyFrame);
    state.suspended = new Map(keyframe.suspended.map((frame) => [frame.id, copyFrame(frame)]));
    state.globals = new Map(keyframe.globals);
    state.handled = keyframe.handled;
    state.objects = keyframe.objects;
    state.prints = keyframe.prints;
    this.current = target;
    this.plan(0);
  }

  /** Forgets keyframes made for going back step by step elsewhere, once there are many. */
  private dropFine(wanted: number): void {
    const here = this.list[this.current];
    const stays = (keyframe: Keyframe): boolean =>
      !keyframe.fine || keyframe === here || Math.abs(keyframe.position - wanted) <= COARSE;
    const kept: Keyframe[] = [];
    let orphans: readonly number[] = [];
    for (const keyframe of this.list) {
      const changed = orphans.length === 0 ? keyframe.changed : [...new Set([...orphans, ...keyframe.changed])];
      if (stays(keyframe)) kept.push({ ...keyframe, changed });
      orphans = stays(keyframe) ? [] : changed;
    }
    if (this.list.length - kept.length < COARSE / FINE) return;
    this.list = kept;
    this.current = indexAfter(kept, here.position) - 1;
    for (const id of this.versions.keys()) this.moveVersions(id);
  }

  /** Makes versions of keyframes that are gone versions of the next one, which had no need of its own. */
  private moveVersions(id: number): void {
    const moved: Version[] = [];
    for (const version of this.versions[id] ?? []) {
      const next = this.list[indexAfter(this.list, version.position - 1)];
      if (next === undefined) continue;
      if (moved.at(-1)?.position === next.position) moved.pop();
      moved.push({ ...version, position: next.position });
    }
    if (moved.length > 0) this.versions[id] = moved;
    else delete this.versions[id];
  }
}

/** Whether the mirror need not be kept, being the same ever after it was filled. */
function isFixed(mirror: HeapObject): boolean {
  return mirror.layout.fixed?.(mirror) ?? false;
}

/** The index of the first item behind `position`. */
function indexAfter(items: readonly { readonly position: number }[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle].position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function copyFrame(frame: CursorFrame): CursorFrame {
  return {
    ...frame,
    slots: frame.slots.slice(),
    stack: frame.stack.slice(),
    namespace: frame.namespace.size === 0 ? frame.namespace : new Map(frame.namespace),
  };
}
