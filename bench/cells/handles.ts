// Cells as doubles: an int is itself, anything else a handle, a number beyond the safe integers that stands for an
// index into a table of objects. Nothing collects the table: a real one would need a garbage collector.
import { CHUNK, Op, type Program, type Run } from './machine.ts';

const FIRST_HANDLE = 2 ** 53;
const pcs = new Uint32Array(CHUNK);
const values = new Float64Array(CHUNK);
const stack = new Float64Array(4096);

/** The table: floats and lists share it, and are told apart by a kind. False and true are handles 0 and 1. */
let floats = new Float64Array(1 << 16);
let lists: Float64Array[] = [];
let used = 2;

function box(value: number): number {
  // Reused in a ring here, as if a collector had freed them.
  if (used === floats.length) used = 2;
  floats[used] = value;
  return FIRST_HANDLE + 2 * used++;
}

const unbox = (cell: number): number => (cell >= FIRST_HANDLE ? floats[(cell - FIRST_HANDLE) / 2] : cell);

function arithmetic(op: Op, a: number, b: number): number {
  const x = unbox(a);
  const y = unbox(b);
  if (op === Op.LT) return FIRST_HANDLE + (x < y ? 2 : 0);
  return box(op === Op.ADD ? x + y : op === Op.SUB ? x - y : op === Op.MUL ? x * y : x % y);
}

export const runHandles: Run = (program: Program, tracing: boolean) => {
  const { code, locals } = program;
  floats = new Float64Array(1 << 16);
  lists = [];
  used = 2;
  const consts = Float64Array.from(program.consts, (c) => ('int' in c ? c.int : box(c.float)));
  const frames: number[] = [];
  let pc = 0;
  let base = 0;
  let sp = locals;
  let steps = 0;
  let n = 0;
  let v = 0;
  for (;;) {
    const at = pc;
    const word = code[pc++];
    const arg = word >>> 8;
    switch (word & 255) {
      case Op.CONST:
        v = stack[sp++] = consts[arg];
        break;
      case Op.LOAD:
        v = stack[sp++] = stack[base + arg];
        break;
      case Op.STORE:
        v = stack[base + arg] = stack[--sp];
        break;
      case Op.ADD: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = stack[sp - 1] = a < FIRST_HANDLE && b < FIRST_HANDLE ? a + b : arithmetic(Op.ADD, a, b);
        break;
      }
      case Op.SUB: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = stack[sp - 1] = a < FIRST_HANDLE && b < FIRST_HANDLE ? a - b : arithmetic(Op.SUB, a, b);
        break;
      }
      case Op.MUL: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = stack[sp - 1] = a < FIRST_HANDLE && b < FIRST_HANDLE ? a * b : arithmetic(Op.MUL, a, b);
        break;
      }
      case Op.MOD: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = stack[sp - 1] = a < FIRST_HANDLE && b < FIRST_HANDLE ? a % b : arithmetic(Op.MOD, a, b);
        break;
      }
      case Op.LT: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        if (a < FIRST_HANDLE && b < FIRST_HANDLE) v = FIRST_HANDLE + (a < b ? 2 : 0);
        else v = arithmetic(Op.LT, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.JUMP_IF_FALSE:
        v = stack[--sp];
        if (v === FIRST_HANDLE) pc = arg;
        break;
      case Op.JUMP:
        pc = arg;
        v = NaN;
        break;
      case Op.INDEX: {
        const i = stack[--sp];
        v = stack[sp - 1] = lists[(stack[sp - 1] - FIRST_HANDLE) / 2][i];
        break;
      }
      case Op.SET_INDEX:
        sp -= 3;
        v = stack[sp + 2];
        lists[(stack[sp] - FIRST_HANDLE) / 2][stack[sp + 1]] = v;
        break;
      case Op.FILL:
        v = stack[sp - 1] = FIRST_HANDLE + 2 * (lists.push(new Float64Array(stack[sp - 1])) - 1);
        break;
      case Op.CALL:
        frames.push(pc, base);
        base = sp - 1;
        sp = base + locals;
        pc = arg;
        v = NaN;
        break;
      default: // RETURN
        v = stack[sp - 1];
        if (frames.length === 0) return { steps, result: unbox(v) };
        sp = base;
        base = frames.pop() as number;
        pc = frames.pop() as number;
        stack[sp++] = v;
    }
    steps++;
    if (tracing) {
      pcs[n] = at;
      values[n] = v;
      if (++n === CHUNK) n = 0;
    }
  }
};
