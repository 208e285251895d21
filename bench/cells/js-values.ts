// Cells as plain JavaScript values: an int is a number, a float a box, a list an array.
import { CHUNK, Op, type Program, type Run } from './machine.ts';

class Float {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

type Cell = number | boolean | Float | Cell[];

const pcs = new Uint32Array(CHUNK);
const values = new Array<Cell | undefined>(CHUNK).fill(0);
const stack = new Array<Cell>(4096).fill(0);

function arithmetic(op: Op, a: Cell, b: Cell): Cell {
  const x = a instanceof Float ? a.value : (a as number);
  const y = b instanceof Float ? b.value : (b as number);
  if (op === Op.LT) return x < y;
  return new Float(op === Op.ADD ? x + y : op === Op.SUB ? x - y : op === Op.MUL ? x * y : x % y);
}

export const runJsValues: Run = (program: Program, tracing: boolean) => {
  const { code, locals } = program;
  const consts: Cell[] = program.consts.map((c) => ('int' in c ? c.int : new Float(c.float)));
  const frames: number[] = [];
  let pc = 0;
  let base = 0;
  let sp = locals;
  let steps = 0;
  let n = 0;
  let v: Cell | undefined;
  for (;;) {
    const at = pc;
    const word = code[pc++];
    const arg = word >>> 8;
    switch (word & 255) {
      case Op.CONST:
        v = stack[sp++] = consts[arg];
        break;
      case Op.LOAD:
        v = stack[base + arg];
        stack[sp++] = v;
        break;
      case Op.STORE:
        v = stack[base + arg] = stack[--sp];
        break;
      case Op.ADD: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = typeof a === 'number' && typeof b === 'number' ? a + b : arithmetic(Op.ADD, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.SUB: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = typeof a === 'number' && typeof b === 'number' ? a - b : arithmetic(Op.SUB, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.MUL: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = typeof a === 'number' && typeof b === 'number' ? a * b : arithmetic(Op.MUL, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.MOD: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = typeof a === 'number' && typeof b === 'number' ? a % b : arithmetic(Op.MOD, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.LT: {
        const b = stack[--sp];
        const a = stack[sp - 1];
        v = typeof a === 'number' && typeof b === 'number' ? a < b : arithmetic(Op.LT, a, b);
        stack[sp - 1] = v;
        break;
      }
      case Op.JUMP_IF_FALSE:
        v = stack[--sp];
        if (v === false) pc = arg;
        break;
      case Op.JUMP:
        pc = arg;
        v = undefined;
        break;
      case Op.INDEX: {
        const i = stack[--sp];
        v = (stack[sp - 1] as Cell[])[i as number];
        stack[sp - 1] = v;
        break;
      }
      case Op.SET_INDEX:
        sp -= 3;
        v = stack[sp + 2];
        (stack[sp] as Cell[])[stack[sp + 1] as number] = v;
        break;
      case Op.FILL:
        v = stack[sp - 1] = new Array<Cell>(stack[sp - 1] as number).fill(0);
        break;
      case Op.CALL:
        frames.push(pc, base);
        base = sp - 1;
        sp = base + locals;
        pc = arg;
        v = undefined;
        break;
      default: // RETURN
        v = stack[sp - 1];
        if (frames.length === 0) {
          return { steps, result: v instanceof Float ? v.value : (v as number) };
        }
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
