// The law of stack effects: what the instruction table declares that an instruction pops and pushes is what the machine
// is seen to do, for every instruction, over the programs of `test/programs` and exercises of every family.
import { Frame, FRAME } from '../../interpreter/vm/machine.ts';
import { expect, test } from 'vitest';
import { Draw } from '../../corpus/draw.ts';
import { FAMILIES } from '../../corpus/families/index.ts';
import type { Program } from '../../interpreter/index.ts';
import { effectOf, Op, OP_NAMES, OPCODE_ROWS } from '../../interpreter/opcodes.ts';
import { sampleOf } from '../corpus/exercise.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { compile } from '../support/compile.ts';
import { floorOf, observed, type Moment } from './observe.ts';

/** Jumps that keep what they tested when it is true; the other one keeps what is false. */
const jumpsOnTrue = (op: Op): boolean => op === Op.JUMP_IF_TRUE_OR_POP;

/** Follows the heights of the operands of all frames of one run, and counts the instructions that keep to the table. */
class Heights {
  readonly kept = new Map<Op, number>();
  readonly broken: string[] = [];
  /** By frame, as its last event left it, or as the table says where that could not be seen. */
  private readonly heights = new Map<number, number>();
  private depth = 0;
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  readonly observe = (moment: Moment): void => {
    const { machine, pc, value, settled, raised, caught, resumed } = moment;
    if (resumed !== null) this.depth = resumed;
    const { length } = this.broken;
    const word = this.program.code[pc]!;
    const op = (word & 255) as Op;
    const arg = word >>> 8;
    const row = OPCODE_ROWS[op]!;
    const pops = effectOf(row.pops, arg);
    const pushes = effectOf(row.pushes, arg);
    const running = machine.frames[this.depth * FRAME + Frame.ID]!;
    const before = this.heights.get(running) ?? 0;
    if (raised) {
      // What raises always has taken its operands before; others may have got to any point.
      if (row.flow === 'stop') this.hold(op, arg, before, machine.sp - floorOf(machine, this.depth), -pops);
      if (caught !== null) this.heights.set(caught.frameId, caught.height);
    } else if (row.event === 'returned') {
      this.hold(op, arg, before, before - pops, -pops);
      // In a caller of ours the result is on the stack: one more than what the call had left.
      if (settled)
        this.land(
          moment,
          op,
          arg,
          this.heights.get(machine.frames[machine.depth * FRAME + Frame.ID]!) ?? 0,
          1,
        );
    } else if (row.event === 'yielded' && !settled) {
      this.heights.set(running, op === Op.YIELD_FROM ? before : before - pops + pushes);
    } else if (row.event === 'called' && value === undefined) {
      // The frame of the callee has been pushed, its ENTER comes next.
      const left =
        machine.frames[machine.depth * FRAME + Frame.RETURN_SP]! - floorOf(machine, machine.depth - 1);
      this.hold(op, arg, before, left, -pops);
      this.heights.set(running, left);
    } else if (op === Op.ENTER) this.land(moment, op, arg, 0, 0);
    else if (row.event === 'next' && value === undefined) this.land(moment, op, arg, before, -1);
    else if (row.jumped !== undefined && op !== Op.FOR_ITER && value === jumpsOnTrue(op))
      this.land(moment, op, arg, before, 0);
    else this.land(moment, op, arg, before, pushes - pops);
    // That the instruction after a `yield` finds what was declared is how that is seen of the `yield`.
    if (resumed !== null && !raised && this.broken.length === length)
      this.count(this.program.code[pc - 1]! & 255);
    // A frame that was left for native code is still counted.
    this.depth = settled || caught !== null ? machine.depth : machine.depth - 1;
  };

  /** Takes the height that the machine now has, which is to be `before` and the declared change. */
  private land({ machine }: Moment, op: Op, arg: number, before: number, declared: number): void {
    const height = machine.sp - floorOf(machine, machine.depth);
    this.hold(op, arg, before, height, declared);
    this.heights.set(machine.frames[machine.depth * FRAME + Frame.ID]!, height);
  }

  private count(op: Op): void {
    this.kept.set(op, (this.kept.get(op) ?? 0) + 1);
  }

  private hold(op: Op, arg: number, before: number, after: number, declared: number): void {
    if (after - before === declared && after >= 0) this.count(op);
    else this.broken.push(`${Op[op]} ${arg}: from ${before} to ${after}, not ${declared}`);
  }
}

function* programs(): Generator<[name: string, program: Program]> {
  for (const { name, text } of annotatedPrograms()) yield [name, compile(text)];
  for (const family of FAMILIES) {
    const { code, call } = sampleOf('', family.generate(Draw.of('effects', family.name), family.levels[1]));
    yield [family.name, compile(code, call)];
  }
}

test('every instruction moves the stack as the table declares', () => {
  const kept = new Map<Op, number>();
  const broken: string[] = [];
  for (const [name, program] of programs()) {
    const heights = new Heights(program);
    observed(program, heights.observe);
    for (const [op, count] of heights.kept) kept.set(op, (kept.get(op) ?? 0) + count);
    broken.push(...heights.broken.slice(0, 3).map((text) => `${name}: ${text}`));
  }
  expect(broken).toEqual([]);
  expect(
    OP_NAMES.filter((name) => !kept.has(Op[name])),
    'never met',
  ).toEqual([]);
});
