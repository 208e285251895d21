// The law of the cursor: what it says of frames, variables, operands, the heap and the output is what the machine had,
// after every event; and seeking comes to where stepping comes to.
import { describe, expect, test } from 'vitest';
import { Cursor, type Trace } from '../../interpreter/trace/index.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { compile, run } from '../support/compile.ts';
import { observed } from './observe.ts';
import { cursorStates, type FrameState, machineStates, type State } from './state.ts';

function watched(text: string): { trace: Trace; states: readonly State[] } {
  const program = compile(text);
  const { take, states } = machineStates(program);
  return { trace: observed(program, take), states };
}

/** What differs, or null. The cursor keeps a receiver that the machine does not pass. */
function difference(ours: State, theirs: State): object | null {
  for (const part of ['globals', 'output'] as const)
    if (ours[part] !== theirs[part]) return { [part]: ours[part], machine: theirs[part] };
  const changed = new Set([...ours.heap.keys(), ...theirs.heap.keys()]);
  for (const id of changed)
    if (ours.heap.get(id) !== theirs.heap.get(id))
      return { object: id, cursor: ours.heap.get(id), machine: theirs.heap.get(id) };
  if (theirs.frames === null) return null;
  if (ours.frames!.length !== theirs.frames.length)
    return { frames: ours.frames!.length, machine: theirs.frames.length };
  const wrong = theirs.frames.findIndex((frame, i) => !sameFrame(ours.frames![i]!, frame));
  return wrong < 0 ? null : { cursor: ours.frames![wrong], machine: theirs.frames[wrong] };
}

function sameFrame(ours: FrameState, theirs: FrameState): boolean {
  if (ours.frameId !== theirs.frameId || ours.slots.join() !== theirs.slots.join()) return false;
  const { operands } = theirs;
  if (operands === null) return true;
  const here = ours.operands!;
  return here.length === operands.length && operands.every((text, i) => text === '-' || text === here[i]);
}

const programs = annotatedPrograms();

describe('the cursor', () => {
  test.each(programs)('is where the machine was: $name', ({ text }) => {
    const { trace, states } = watched(text);
    const take = cursorStates();
    const cursor = new Cursor(trace);
    while (!cursor.atEnd) {
      const { position, pc } = cursor;
      cursor.step();
      const wrong = difference(take(cursor), states[position]!);
      if (wrong !== null) {
        const line = trace.program.nodeAt[pc]!.span.start;
        expect({ position, text: text.slice(line, line + 60), ...wrong }).toBe(null);
      }
    }
    expect(states.filter(({ frames }) => frames !== null).length).toBeGreaterThan(trace.length / 2);
  });

  test.each(programs.slice(0, 6))('comes by seeking to where it comes by stepping: $name', ({ text }) => {
    const { trace } = run(text, { trace: true });
    const whole = (cursor: Cursor): string => {
      const { heap, ...rest } = cursorStates()(cursor);
      return JSON.stringify([cursor.position, rest, [...heap]]);
    };
    const sought = new Cursor(trace!);
    for (const share of [0.7, 0.2, 0.9, 0.1, 1, 0.5]) {
      const place = Math.floor(share * trace!.length);
      const stepped = new Cursor(trace!);
      while (stepped.position < place) stepped.step();
      sought.seek(place);
      expect(whole(sought)).toBe(whole(stepped));
    }
  });
});

describe('the hash', () => {
  const hash = (text: string): string => run(text, { trace: true }).trace!.hash;

  test('is the same again, and without keeping the events', () => {
    for (const { text } of programs) {
      const once = hash(text);
      expect(hash(text)).toBe(once);
      expect(run(text, { trace: 'hash' }).trace!.hash).toBe(once);
    }
  });

  test('changes with a value, an order, a mutation', () => {
    const variants = [
      'x = [1, 2]\nx.append(3)\n',
      'x = [1, 3]\nx.append(3)\n',
      'x = [2, 1]\nx.append(3)\n',
      'x = [1, 2]\nx.append(4)\n',
      'x = [1, 2]\nx.extend([3])\n',
      'x = [1, 2.0]\nx.append(3)\n',
      'x = (1, 2)\ny = 3\n',
    ];
    expect(new Set(variants.map(hash)).size).toBe(variants.length);
  });
});
