// Laws of the trace: the cursor's frame is the machine's at every event, seeking comes to where stepping comes to, and
// the hash is the program's and changes with it.
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { Op, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import { Cursor, type Trace } from '../../interpreter/trace/index.ts';
import { Recorder } from '../../interpreter/trace/recorder.ts';
import { display } from '../../interpreter/values/display.ts';
import type { Value } from '../../interpreter/values/objects.ts';
import { Machine, Stack } from '../../interpreter/vm/machine.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { compile, run } from '../support/compile.ts';

/** The texts of the topmost cells of the machine's stack. */
type Cells = readonly string[];

const DEEP = 12;

const shown = (value: Value | undefined): string => (value === undefined ? '-' : display(value));

/** A recorder that looks at the machine after every instruction of the loop: its chunks have room for one event. */
class Watcher extends Recorder {
  machine: Machine | null = null;
  readonly seen = new Map<number, Cells>();
  override capacity = 1;

  override flush(): void {
    const { machine } = this;
    if (machine !== null && this.count > 0) {
      const { stack, sp } = machine;
      this.seen.set(this.length - 1, stack.slice(Math.max(0, sp - DEEP), sp).map(shown));
    }
    super.flush();
    this.capacity = 1;
  }
}

function watched(text: string): { trace: Trace; seen: ReadonlyMap<number, Cells> } {
  const program = compile(text);
  const recorder = new Watcher(program);
  const machine = new Machine(program, {
    limits: DEFAULT_LIMITS,
    recorder,
    input: '',
    hashOrder: 0,
    stack: new Stack(),
  });
  recorder.machine = machine;
  try {
    machine.runCode(program.module);
  } catch {
    // Programs that end by an exception have a trace too.
  }
  return { trace: recorder.finish(), seen: recorder.seen };
}

/** Whether the machine stands, after this event, where its loop says: frames come and go between two instructions. */
function isSettled(op: Op, value: Value | undefined): boolean {
  if (op === Op.ENTER) return false;
  const { event } = OPCODE_ROWS[op];
  return event !== 'returned' && event !== 'yielded' && !(event === 'called' && value === undefined);
}

const programs = annotatedPrograms();

describe('the cursor', () => {
  test.each(programs)('stands where the machine stood: $name', ({ text }) => {
    const { trace, seen } = watched(text);
    const cursor = new Cursor(trace);
    let compared = 0;
    while (!cursor.atEnd) {
      const { position, pc } = cursor;
      cursor.step();
      const cells = seen.get(position);
      const frame = cursor.top;
      const op = (trace.program.code[pc]! & 255) as Op;
      const raised = cursor.effects.some(({ kind }) => kind === 'raise');
      if (cells === undefined || frame === undefined || raised || !isSettled(op, cursor.value)) continue;
      const operands = frame.stack.slice(-DEEP).map(shown);
      if (operands.length === 0) continue;
      compared++;
      // The machine marks a receiver that is not passed; the cursor keeps the object.
      const theirs = cells.slice(-operands.length).map((cell, i) => (cell === '-' ? operands[i]! : cell));
      if (operands.join() !== theirs.join())
        expect({ position, op: Op[op], operands }).toEqual({ position, op: Op[op], operands: theirs });
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('seeking comes to where stepping comes to', () => {
    const { trace } = run(programs[0]!.text, { trace: true });
    const state = (cursor: Cursor): string =>
      JSON.stringify([
        cursor.position,
        cursor.output,
        cursor.frames.map((frame) => [frame.pc, frame.stack.map(shown), frame.slots.map(shown)]),
      ]);
    const stepped = new Cursor(trace!);
    const sought = new Cursor(trace!);
    const places = [0.7, 0.2, 0.9, 0.1, 0.5].map((share) => Math.floor(share * trace!.length));
    for (const place of places) {
      stepped.seek(0);
      while (stepped.position < place) stepped.step();
      sought.seek(place);
      expect(state(sought)).toBe(state(stepped));
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
