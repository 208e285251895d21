// Cells in two arrays: a double, and a byte that says whether it is an int, a float, a bool or the index of an object.
// Floats need no box. Nothing collects the objects: a real one would need a garbage collector.
import { CHUNK, Op, type Program, type Run } from './machine.ts';

const INT = 0;
const FLOAT = 1;
const BOOL = 2;
const REF = 3;
const NONE = 4;

const pcs = new Uint32Array(CHUNK);
const values = new Float64Array(CHUNK);
const valueTags = new Uint8Array(CHUNK);
const stack = new Float64Array(4096);
const tags = new Uint8Array(4096);

interface List {
  values: Float64Array;
  tags: Uint8Array;
}

export const runTagged: Run = (program: Program, tracing: boolean) => {
  const { code, locals } = program;
  const lists: List[] = [];
  const consts = Float64Array.from(program.consts, (c) => ('int' in c ? c.int : c.float));
  const constTags = Uint8Array.from(program.consts, (c) => ('int' in c ? INT : FLOAT));
  const frames: number[] = [];
  let pc = 0;
  let base = 0;
  let sp = locals;
  let steps = 0;
  let n = 0;
  let v = 0;
  let t = 0;
  for (;;) {
    const at = pc;
    const word = code[pc++];
    const arg = word >>> 8;
    switch (word & 255) {
      case Op.CONST:
        v = stack[sp] = consts[arg];
        t = tags[sp++] = constTags[arg];
        break;
      case Op.LOAD:
        v = stack[sp] = stack[base + arg];
        t = tags[sp++] = tags[base + arg];
        break;
      case Op.STORE:
        v = stack[base + arg] = stack[--sp];
        t = tags[base + arg] = tags[sp];
        break;
      case Op.ADD:
        sp--;
        v = stack[sp - 1] += stack[sp];
        t = tags[sp - 1] |= tags[sp];
        break;
      case Op.SUB:
        sp--;
        v = stack[sp - 1] -= stack[sp];
        t = tags[sp - 1] |= tags[sp];
        break;
      case Op.MUL:
        sp--;
        v = stack[sp - 1] *= stack[sp];
        t = tags[sp - 1] |= tags[sp];
        break;
      case Op.MOD:
        sp--;
        v = stack[sp - 1] %= stack[sp];
        t = tags[sp - 1] |= tags[sp];
        break;
      case Op.LT:
        sp--;
        v = stack[sp - 1] = stack[sp - 1] < stack[sp] ? 1 : 0;
        t = tags[sp - 1] = BOOL;
        break;
      case Op.JUMP_IF_FALSE:
        v = stack[--sp];
        t = tags[sp];
        if (t === BOOL && v === 0) pc = arg;
        break;
      case Op.JUMP:
        pc = arg;
        t = NONE;
        break;
      case Op.INDEX: {
        const i = stack[--sp];
        const list = lists[stack[sp - 1]];
        v = stack[sp - 1] = list.values[i];
        t = tags[sp - 1] = list.tags[i];
        break;
      }
      case Op.SET_INDEX: {
        sp -= 3;
        const list = lists[stack[sp]];
        const i = stack[sp + 1];
        v = list.values[i] = stack[sp + 2];
        t = list.tags[i] = tags[sp + 2];
        break;
      }
      case Op.FILL: {
        const size = stack[sp - 1];
        v = stack[sp - 1] = lists.push({ values: new Float64Array(size), tags: new Uint8Array(size) }) - 1;
        t = tags[sp - 1] = REF;
        break;
      }
      case Op.CALL:
        frames.push(pc, base);
        base = sp - 1;
        sp = base + locals;
        pc = arg;
        t = NONE;
        break;
      default: // RETURN
        v = stack[sp - 1];
        t = tags[sp - 1];
        if (frames.length === 0) return { steps, result: v };
        sp = base;
        base = frames.pop() as number;
        pc = frames.pop() as number;
        stack[sp] = v;
        tags[sp++] = t;
    }
    steps++;
    if (tracing) {
      pcs[n] = at;
      values[n] = v;
      valueTags[n] = t;
      if (++n === CHUNK) n = 0;
    }
  }
};
