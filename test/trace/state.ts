// The state of a run as text, from the machine or from a cursor in the same words, so that the two can be compared. An
// object stands as its number in the trace; what it contains is told once, under that number.
import type { Program } from '../../interpreter/index.ts';
import { OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import type { Cursor } from '../../interpreter/trace/index.ts';
import { isObject, sharedName, snapshotOf } from '../../interpreter/trace/snapshot.ts';
import { display } from '../../interpreter/values/display.ts';
import type { HeapObject, Value } from '../../interpreter/values/objects.ts';
import { PySet } from '../../interpreter/values/set.ts';
import { frameWindows, type Moment } from './observe.ts';

/** The state after one event. Operands and frames are null where the machine is between two instructions. */
export interface State {
  readonly frames: readonly FrameState[] | null;
  readonly globals: string;
  readonly output: string;
  /** Contents by the number of the object, only those that differ from the state before. */
  readonly heap: ReadonlyMap<number, string>;
}

export interface FrameState {
  readonly frameId: number;
  readonly slots: readonly string[];
  /** Null when native code that the frame called runs frames above it. A dash is a receiver that is not passed. */
  readonly operands: readonly string[] | null;
}

type Naming = (object: HeapObject) => string;

const valueText = (value: Value | undefined, name: Naming): string =>
  value === undefined ? '-' : isObject(value) ? name(value) : display(value);

function contentsText(object: HeapObject, name: Naming): string {
  const contents = snapshotOf(object).map((item) => valueText(item, name));
  // Free slots at the end of a set's table are no part of what it contains.
  while (object instanceof PySet && contents.at(-1) === '-') contents.pop();
  return `${valueText(object.cls, name)}(${contents.join(' ')})`;
}

/** Remembers what objects contained, and tells what has changed. */
class Heap {
  private readonly texts = new Map<number, string>();

  changes(objects: Iterable<readonly [number, HeapObject]>, name: Naming): Map<number, string> {
    const changed = new Map<number, string>();
    for (const [id, object] of objects) {
      const text = contentsText(object, name);
      if (this.texts.get(id) === text) continue;
      this.texts.set(id, text);
      changed.set(id, text);
    }
    return changed;
  }
}

const unnamed = (object: HeapObject): string => sharedName(object) ?? `unknown ${object.cls.name}`;

function globalsText(entries: Iterable<readonly [string, Value]>, name: Naming): string {
  const shown = [...entries].filter(([key]) => !key.startsWith('__') || key === '__annotations__');
  return shown
    .map(([key, value]) => `${key}=${valueText(value, name)}`)
    .sort()
    .join(' ');
}

/** Takes the machine's state at each moment. */
export function machineStates(program: Program): { take: (moment: Moment) => void; states: State[] } {
  const states: State[] = [];
  const heap = new Heap();
  const known: (readonly [number, HeapObject])[] = [];
  const name: Naming = (object) => (object.id > 0 ? `#${object.id}` : unnamed(object));
  const texts = (values: readonly (Value | undefined)[]): string[] =>
    values.map((value) => valueText(value, name));
  const take = (moment: Moment): void => {
    const { machine, recorder, settled } = moment;
    for (const object of recorder.objects.splice(0)) known.push([object.id, object]);
    const entering = machine.recorder !== null && isCallThatEnters(program, moment);
    states.push({
      frames:
        settled && !entering
          ? frameWindows(moment).map(({ frameId, slots, operands }) => {
              return { frameId, slots: texts(slots), operands: operands && texts(operands) };
            })
          : null,
      globals: globalsText(machine.programGlobals(), name),
      output: machine.output,
      heap: heap.changes(known, name),
    });
  };
  return { take, states };
}

function isCallThatEnters(program: Program, { pc, value }: Moment): boolean {
  return value === undefined && OPCODE_ROWS[program.code[pc]! & 255]!.event === 'called';
}

/** Takes a cursor's state after each of its steps. */
export function cursorStates(): (cursor: Cursor) => State {
  const heap = new Heap();
  return (cursor) => {
    const objects = [...cursor.heap()];
    const ids = new Map<HeapObject, number>(objects.map(([id, object]) => [object, id]));
    const name: Naming = (object) => (ids.has(object) ? `#${ids.get(object)}` : unnamed(object));
    const texts = (values: readonly (Value | undefined)[]): string[] =>
      values.map((value) => valueText(value, name));
    return {
      frames: cursor.frames.map(({ id, slots, stack }) => {
        return { frameId: id, slots: texts(slots), operands: texts(stack) };
      }),
      globals: globalsText(cursor.globals, name),
      output: cursor.output,
      heap: heap.changes(objects, name),
    };
  };
}
