// The loop of runs that are only hashed: carries out the frequent instructions, and sequences of them (see `fuse.ts`), on
// the values they mostly meet, each event straight into the lanes of the hash. Before anything else it stops, and the loop
// in `loop.ts` carries that instruction out: so nothing here can raise, and nothing of the program or the library runs.
// The two must do the same. Why it is written as it is: docs/decisions/0009.
import { MAY_BE_NEW, Op } from '../opcodes.ts';
import { ASCII, CHARACTERS, Head, Mix, Tag } from '../trace/mix.ts';
import type { Recorder } from '../trace/recorder.ts';
import { listClass } from '../values/builtin-classes.ts';
import { PyFunction } from '../values/function.ts';
import { ListIterator, RangeIterator } from '../values/iterators.ts';
import { PyList } from '../values/list.ts';
import { type HeapObject, PyFloat, type Value } from '../values/objects.ts';
import { PyRange } from '../values/range.ts';
import { DATA, Datum, FIRST, Fused, Holds, HOLDS } from './fuse.ts';
import { Clock, Frame, FRAME, type Machine } from './machine.ts';
import { plainAttribute, plainCall, plainItem, plainOperate, plainChange } from './plain.ts';

/**
 * Goes on in the frame on top; `entry` is the depth of the frame that the loop was started for. Leaves base and sp in `m`.
 * @returns the pc of the instruction that it stopped before
 */
export function stretch(
  m: Machine,
  recorder: Recorder,
  lanes: Int32Array,
  startPc: number,
  startBase: number,
  startSp: number,
  entry: number,
): number {
  const stack = m.stack as Value[];
  const { globals, builtins, funcs, frames, clock } = m;
  const { code, data, consts, names } = m.fusion!;
  const { objects, words } = recorder.hash.shown;
  const starts = m.tier?.starts;
  const { imul } = Math;
  const limit = (clock[Clock.LIMIT] - clock[Clock.LIBRARY_STEPS]) | 0;
  let steps = clock[Clock.STEPS] | 0;
  let frameId = clock[Clock.NEXT_FRAME] | 0;
  let x = lanes[0];
  let y = lanes[1];
  let pc = startPc | 0;
  let base = startBase | 0;
  let sp = startSp | 0;
  let depth = m.depth | 0;
  let at = pc;
  let v: Value | undefined;
  let a: Value;
  let b: Value;
  /** A number that an operator has come to. */
  let f = 0;
  /** Small ints, and their words in the two lanes. */
  let i = 0;
  let j = 0;
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  run: for (;;) {
    at = pc;
    const word = code[pc];
    pc = (pc + 1) | 0;
    let op = word & 255;
    valued: {
      paired: {
        fresh: {
          operated: {
            number: {
              turned: for (;;) {
                switch (op) {
                  case Op.RETURN:
                    if (depth === entry) break run;
                    j = depth * FRAME;
                    i = frames[j + Frame.ID];
                    p = imul(i, Mix.VALUE_A);
                    q = imul(i, Mix.VALUE_B);
                    x = (imul(x, Mix.STEP_A_2) + Head.LEAVE_A + (p ^ (p >>> Mix.SHIFT_A))) | 0;
                    y = (imul(y, Mix.STEP_B_2) + Head.LEAVE_B + (q ^ (q >>> Mix.SHIFT_B))) | 0;
                    x ^= x >>> Mix.TURN_A;
                    y ^= y >>> Mix.TURN_B;
                    v = stack[sp - 1];
                    pc = frames[j + Frame.RETURN_PC];
                    base = frames[j + Frame.RETURN_BASE];
                    sp = frames[j + Frame.RETURN_SP];
                    depth = (depth - 1) | 0;
                    stack[sp++] = v;
                    break valued;
                  case Op.LOAD_CONST:
                    v = stack[sp++] = consts[word >>> 8];
                    break valued;
                  case Op.LOAD_FAST:
                    v = stack[base + (word >>> 8)];
                    if (v === undefined) break run;
                    stack[sp++] = v;
                    break valued;
                  case Op.STORE_FAST:
                    v = stack[base + (word >>> 8)] = stack[--sp];
                    break valued;
                  case Op.LOAD_GLOBAL:
                    v = globals[word >>> 8];
                    if (v === undefined) v = builtins[word >>> 8];
                    if (v === undefined) break run;
                    stack[sp++] = v;
                    break valued;
                  case Op.POP_TOP:
                    sp--;
                    break turned;
                  case Op.BINARY_ADD:
                  case Op.INPLACE_ADD:
                  case Op.BINARY_SUB:
                  case Op.INPLACE_SUB:
                  case Op.BINARY_MUL:
                  case Op.INPLACE_MUL:
                    b = stack[sp - 1];
                    a = stack[sp - 2];
                    if (typeof a !== 'number' || typeof b !== 'number') break operated;
                    if (op === Op.BINARY_ADD || op === Op.INPLACE_ADD) f = a + b;
                    else f = op === Op.BINARY_SUB || op === Op.INPLACE_SUB ? a - b : a * b + 0;
                    break number;
                  case Op.BINARY_FLOORDIV:
                  case Op.INPLACE_FLOORDIV:
                  case Op.BINARY_MOD:
                  case Op.INPLACE_MOD:
                    b = stack[sp - 1];
                    a = stack[sp - 2];
                    if (typeof a !== 'number' || typeof b !== 'number' || b === 0) break operated;
                    if (op === Op.BINARY_FLOORDIV || op === Op.INPLACE_FLOORDIV) f = Math.floor(a / b) + 0;
                    else {
                      f = a % b;
                      if (f !== 0 && f < 0 !== b < 0) f += b;
                      f += 0;
                    }
                    break number;
                  case Op.BINARY_TRUEDIV:
                  case Op.INPLACE_TRUEDIV:
                  case Op.COMPARE_IN:
                  case Op.COMPARE_NOT_IN:
                    b = stack[sp - 1];
                    a = stack[sp - 2];
                    break operated;
                  case Op.COMPARE_EQ:
                  case Op.COMPARE_NE:
                  case Op.COMPARE_LT:
                  case Op.COMPARE_LE:
                  case Op.COMPARE_GT:
                  case Op.COMPARE_GE:
                    b = stack[sp - 1];
                    a = stack[sp - 2];
                    if (typeof a !== 'number' || typeof b !== 'number') break operated;
                    v = (HOLDS[op] & (a < b ? Holds.LESS : a === b ? Holds.EQUAL : Holds.GREATER)) !== 0;
                    stack[--sp - 1] = v;
                    break valued;
                  case Op.JUMP_BACKWARD:
                  case Op.JUMP:
                    if (op === Op.JUMP_BACKWARD && steps > limit) break run;
                    pc = word >>> 8;
                    break turned;
                  case Op.POP_JUMP_IF_FALSE:
                  case Op.POP_JUMP_IF_TRUE:
                    v = stack[sp - 1];
                    if (typeof v !== 'boolean') break run;
                    sp--;
                    if (v === (op === Op.POP_JUMP_IF_TRUE)) pc = word >>> 8;
                    break valued;
                  case Op.GET_ITER:
                    a = stack[sp - 1];
                    if (a instanceof PyRange) a = new RangeIterator(a);
                    else if (a instanceof PyList && a.cls === listClass) a = new ListIterator(a);
                    else break run;
                    stack[sp - 1] = a;
                    break fresh;
                  case Op.LOAD_SUBSCR:
                    b = stack[sp - 1];
                    a = stack[sp - 2];
                    if (typeof b === 'number' && a instanceof PyList && a.cls === listClass)
                      v = a.items[b < 0 ? b + a.items.length : b];
                    else v = plainItem(m, a, b);
                    if (v === undefined) break run;
                    stack[--sp - 1] = v;
                    break valued;
                  case Op.LOAD_ATTR:
                    v = plainAttribute(stack[sp - 1], names[word >>> 8]);
                    if (v === undefined) break run;
                    stack[sp - 1] = v;
                    break valued;
                  case Op.STORE_ATTR:
                  case Op.STORE_SUBSCR:
                    i = op === Op.STORE_ATTR ? 2 : 3;
                    v = stack[sp - i];
                    b = op === Op.STORE_ATTR ? names[word >>> 8] : stack[sp - 1];
                    lanes[0] = x;
                    lanes[1] = y;
                    if (!plainChange(m, op, stack[sp - i + 1], b, v)) break run;
                    x = lanes[0];
                    y = lanes[1];
                    sp = (sp - i) | 0;
                    break valued;
                  case Op.CALL: {
                    const count = word >>> 8;
                    const low = (sp - count - 1) | 0;
                    a = stack[low];
                    if (!(a instanceof PyFunction)) {
                      v = plainCall(a, stack, low + 1, count);
                      if (v === undefined) break run;
                      sp = low;
                      stack[sp++] = v;
                      if (!(v instanceof PyRange)) break valued;
                      a = v;
                      break fresh;
                    }
                    const { code: object } = a;
                    const top = (low + 1 + object.slots) | 0;
                    const end = (top + object.maxStack) | 0;
                    if (
                      object.direct !== count ||
                      object.hasCells ||
                      a.journal !== recorder ||
                      steps >= limit ||
                      depth >= m.limits.depth ||
                      end >= stack.length ||
                      (starts !== undefined && starts[object.index] !== undefined)
                    )
                      break run;
                    depth = (depth + 1) | 0;
                    j = depth * FRAME;
                    frames[j + Frame.RETURN_PC] = pc;
                    frames[j + Frame.RETURN_BASE] = base;
                    frames[j + Frame.RETURN_SP] = low;
                    frames[j + Frame.TOP] = end;
                    frames[j + Frame.ID] = frameId;
                    if (funcs[depth] !== a) funcs[depth] = a;
                    base = (low + 1) | 0;
                    pc = (object.start + 1) | 0;
                    // The call is an event without a value.
                    x = (imul(x, Mix.STEP_A) + imul(at, Mix.PC_A) + Tag.NONE_A) | 0;
                    y = (imul(y, Mix.STEP_B) + imul(at, Mix.PC_B) + Tag.NONE_B) | 0;
                    x ^= x >>> Mix.TURN_A;
                    y ^= y >>> Mix.TURN_B;
                    p = imul(frameId, Mix.VALUE_A);
                    q = imul(frameId, Mix.VALUE_B);
                    frameId = (frameId + 1) | 0;
                    j = object.start * DATA;
                    p = (data[j + Datum.KNOWN_A] + imul(p ^ (p >>> Mix.SHIFT_A), Mix.STEP_A)) | 0;
                    q = (data[j + Datum.KNOWN_B] + imul(q ^ (q >>> Mix.SHIFT_B), Mix.STEP_B)) | 0;
                    x = (imul(x, Mix.STEP_A_3) + p) | 0;
                    y = (imul(y, Mix.STEP_B_3) + q) | 0;
                    for (i = base; i < sp; i++) {
                      v = stack[i];
                      if (typeof v === 'number' && (j = v | 0) === v) {
                        p = imul(j, Mix.VALUE_A);
                        q = imul(j, Mix.VALUE_B);
                        p ^= p >>> Mix.SHIFT_A;
                        q ^= q >>> Mix.SHIFT_B;
                      } else if (typeof v === 'string' && v.length === 1 && (j = v.charCodeAt(0)) < ASCII) {
                        p = CHARACTERS[2 * j];
                        q = CHARACTERS[2 * j + 1];
                      } else {
                        recorder.hash.spell(v);
                        p = lanes[2];
                        q = lanes[3];
                      }
                      x = (imul(x, Mix.STEP_A) + p) | 0;
                      y = (imul(y, Mix.STEP_B) + q) | 0;
                    }
                    for (sp = top; i < sp; i++) {
                      (stack as (Value | undefined)[])[i] = undefined;
                      x = (imul(x, Mix.STEP_A) + Tag.NONE_A) | 0;
                      y = (imul(y, Mix.STEP_B) + Tag.NONE_B) | 0;
                    }
                    x ^= x >>> Mix.TURN_A;
                    y ^= y >>> Mix.TURN_B;
                    // Its first instruction is the event that follows.
                    steps = (steps + 1) | 0;
                    at = object.start;
                    break turned;
                  }
                  case Fused.LOAD_TWO:
                  case Fused.TEST_TWO:
                    a = stack[base + (word >>> 8)];
                    b = stack[base + (code[pc] >>> 8)];
                    if (typeof a !== 'number' || typeof b !== 'number') break;
                    if ((i = a | 0) !== a || (j = b | 0) !== b) break;
                    if (op === Fused.TEST_TWO) break paired;
                    stack[sp++] = i;
                    stack[sp++] = j;
                    break paired;
                  case Fused.ADD_INT:
                  case Fused.ADD_INT_STORE:
                    a = stack[base + (word >>> 8)];
                    if (typeof a !== 'number' || (i = a | 0) !== a) break;
                    r = data[at * DATA + Datum.INT];
                    j = (i + r) | 0;
                    if (((i ^ j) & (r ^ j)) < 0) break;
                    if (op === Fused.ADD_INT) stack[sp++] = j;
                    else stack[base + (code[at + 3] >>> 8)] = j;
                    break paired;
                  case Fused.MOD_INT:
                    a = stack[base + (word >>> 8)];
                    if (typeof a !== 'number' || (i = a | 0) !== a || i < 0) break;
                    stack[sp++] = j = (i % data[at * DATA + Datum.INT]) | 0;
                    break paired;
                  case Op.FOR_ITER:
                  case Fused.FOR_STORE:
                    a = stack[sp - 1];
                    if (!(a instanceof RangeIterator) && !(a instanceof ListIterator)) break run;
                    v = a.step();
                    if (v === undefined) {
                      sp--;
                      pc = word >>> 8;
                      break turned;
                    }
                    if (op === Op.FOR_ITER || typeof v !== 'number' || (i = v | 0) !== v) {
                      stack[sp++] = v;
                      break valued;
                    }
                    stack[base + (code[pc] >>> 8)] = i;
                    break paired;
                  case Fused.SUBSCR:
                  case Fused.STORE_SUBSCR:
                    a = stack[base + (word >>> 8)];
                    b = stack[base + (code[pc] >>> 8)];
                    if (typeof b !== 'number' || (j = b | 0) !== b || !(a instanceof PyList)) break;
                    if (a.cls !== listClass || a.journal !== recorder) break;
                    i = a.id;
                    if (op === Fused.SUBSCR) {
                      v = a.items[j < 0 ? j + a.items.length : j];
                      if (v === undefined) break;
                      stack[sp++] = v;
                      break paired;
                    }
                    v = stack[sp - 1];
                    if (j < 0 || j >= a.items.length) break;
                    if (typeof v !== 'boolean' && (typeof v !== 'number' || (v | 0) !== v)) break;
                    a.items[j] = v;
                    sp--;
                    break paired;
                  case Fused.TEST_INT:
                    a = stack[base + (word >>> 8)];
                    if (typeof a !== 'number' || (i = a | 0) !== a) break;
                    j = data[at * DATA + Datum.INT];
                    break paired;
                  case Fused.TEST_TOP:
                    a = stack[sp - 1];
                    b = stack[base + (word >>> 8)];
                    if (typeof a !== 'number' || typeof b !== 'number') break;
                    if ((i = a | 0) !== a || (j = b | 0) !== b) break;
                    sp--;
                    break paired;
                  case Fused.TEST_TOP_INT:
                    a = stack[sp - 1];
                    if (typeof a !== 'number' || (i = a | 0) !== a) break;
                    j = data[at * DATA + Datum.INT];
                    sp--;
                    break paired;
                  default:
                    break run;
                }
                // Not a sequence on such values: its first instruction alone.
                op = FIRST[op];
              }
              // An event without a value.
              steps = (steps + 1) | 0;
              x = (imul(x, Mix.STEP_A) + imul(at, Mix.PC_A) + Tag.NONE_A) | 0;
              y = (imul(y, Mix.STEP_B) + imul(at, Mix.PC_B) + Tag.NONE_B) | 0;
              x ^= x >>> Mix.TURN_A;
              y ^= y >>> Mix.TURN_B;
              continue;
            }
            // A number that takes the place of two.
            if (f > Number.MAX_SAFE_INTEGER || f < Number.MIN_SAFE_INTEGER) break run;
            i = f | 0;
            sp--;
            if (i !== f) {
              v = stack[sp - 1] = f;
              break valued;
            }
            stack[sp - 1] = i;
            steps = (steps + 1) | 0;
            p = imul(i, Mix.VALUE_A);
            q = imul(i, Mix.VALUE_B);
            x = (imul(x, Mix.STEP_A) + imul(at, Mix.PC_A) + (p ^ (p >>> Mix.SHIFT_A))) | 0;
            y = (imul(y, Mix.STEP_B) + imul(at, Mix.PC_B) + (q ^ (q >>> Mix.SHIFT_B))) | 0;
            continue;
          }
          // An operator whose operands are not two ints.
          v = plainOperate(m, op, a, b);
          if (v === undefined) break run;
          stack[--sp - 1] = v;
          break valued;
        }
        // A new object that refers to nothing yet.
        steps = (steps + 1) | 0;
        lanes[0] = x;
        lanes[1] = y;
        recorder.seeEmpty(a as HeapObject);
        i = (a as HeapObject).id | 0;
        p = imul(i, Mix.VALUE_A);
        q = imul(i, Mix.VALUE_B);
        p = ((p ^ (p >>> Mix.SHIFT_A)) + Tag.OBJECT_A) | 0;
        q = ((q ^ (q >>> Mix.SHIFT_B)) + Tag.OBJECT_B) | 0;
        x = (imul(lanes[0], Mix.STEP_A) + imul(at, Mix.PC_A) + p) | 0;
        y = (imul(lanes[1], Mix.STEP_B) + imul(at, Mix.PC_B) + q) | 0;
        continue;
      }
      p = imul(i, Mix.VALUE_A);
      q = imul(i, Mix.VALUE_B);
      p ^= p >>> Mix.SHIFT_A;
      q ^= q >>> Mix.SHIFT_B;
      r = imul(j, Mix.VALUE_A);
      s = imul(j, Mix.VALUE_B);
      r ^= r >>> Mix.SHIFT_A;
      s ^= s >>> Mix.SHIFT_B;
      const datum = at * DATA;
      x = (imul(x, data[datum + Datum.STEP_A]) + data[datum + Datum.KNOWN_A]) | 0;
      y = (imul(y, data[datum + Datum.STEP_B]) + data[datum + Datum.KNOWN_B]) | 0;
      x = (x + imul(p, data[datum + Datum.FIRST_A]) + imul(r, data[datum + Datum.SECOND_A])) | 0;
      y = (y + imul(q, data[datum + Datum.FIRST_B]) + imul(s, data[datum + Datum.SECOND_B])) | 0;
      const count = data[datum + Datum.COUNT];
      steps = (steps + count) | 0;
      pc = (at + count) | 0;
      if (op >= Fused.TEST_INT) {
        // The truth value is that of two events, the comparison and the jump.
        const holds = data[datum + Datum.HOLDS];
        const how = i < j ? Holds.LESS : i === j ? Holds.EQUAL : Holds.GREATER;
        if ((holds & how) !== 0) {
          x = (x + imul(Tag.TRUE_A, Mix.TWICE_A)) | 0;
          y = (y + imul(Tag.TRUE_B, Mix.TWICE_B)) | 0;
          if (holds >= Holds.JUMPS) pc = code[pc - 1] >>> 8;
        } else {
          x = (x + imul(Tag.FALSE_A, Mix.TWICE_A)) | 0;
          y = (y + imul(Tag.FALSE_B, Mix.TWICE_B)) | 0;
          if (holds < Holds.JUMPS) pc = code[pc - 1] >>> 8;
        }
        continue;
      }
      if (op < Fused.SUBSCR) continue;
      // Its last instruction, which is told by itself, with the list's and the index's words still there.
      at = pc;
      pc = (pc + 1) | 0;
      if (op === Fused.SUBSCR) break valued;
      if (typeof v === 'number') {
        i = imul(v, Mix.VALUE_A);
        j = imul(v, Mix.VALUE_B);
        i ^= i >>> Mix.SHIFT_A;
        j ^= j >>> Mix.SHIFT_B;
      } else {
        i = v === true ? Tag.TRUE_A | 0 : Tag.FALSE_A | 0;
        j = v === true ? Tag.TRUE_B | 0 : Tag.FALSE_B | 0;
      }
      steps = (steps + 1) | 0;
      p = (Head.SET_ITEM_A + imul(p, Mix.STEP_A_2) + imul(r, Mix.STEP_A) + i) | 0;
      q = (Head.SET_ITEM_B + imul(q, Mix.STEP_B_2) + imul(s, Mix.STEP_B) + j) | 0;
      x = (imul(x, Mix.STEP_A_4) + p) | 0;
      y = (imul(y, Mix.STEP_B_4) + q) | 0;
      x ^= x >>> Mix.TURN_A;
      y ^= y >>> Mix.TURN_B;
      x = (imul(x, Mix.STEP_A) + imul(at, Mix.PC_A) + i) | 0;
      y = (imul(y, Mix.STEP_B) + imul(at, Mix.PC_B) + j) | 0;
      continue;
    }
    steps = (steps + 1) | 0;
    if (typeof v === 'number' && (i = v | 0) === v) {
      p = imul(i, Mix.VALUE_A);
      q = imul(i, Mix.VALUE_B);
      p ^= p >>> Mix.SHIFT_A;
      q ^= q >>> Mix.SHIFT_B;
    } else if (typeof v === 'boolean') {
      p = v ? Tag.TRUE_A | 0 : Tag.FALSE_A | 0;
      q = v ? Tag.TRUE_B | 0 : Tag.FALSE_B | 0;
    } else if (typeof v === 'object' && v !== null && objects[at] === v) {
      p = words[2 * at];
      q = words[2 * at + 1];
    } else if (typeof v === 'string' && v.length === 1 && (j = v.charCodeAt(0)) < ASCII) {
      p = CHARACTERS[2 * j];
      q = CHARACTERS[2 * j + 1];
    } else if (typeof v === 'string' || v instanceof PyFloat) {
      recorder.hash.spell(v);
      p = lanes[2];
      q = lanes[3];
    } else {
      lanes[0] = x;
      lanes[1] = y;
      if (typeof v === 'object' && MAY_BE_NEW[word & 255] === 1) recorder.see(v);
      recorder.hash.event(at, v);
      x = lanes[0];
      y = lanes[1];
      continue;
    }
    x = (imul(x, Mix.STEP_A) + imul(at, Mix.PC_A) + p) | 0;
    y = (imul(y, Mix.STEP_B) + imul(at, Mix.PC_B) + q) | 0;
  }
  lanes[0] = x;
  lanes[1] = y;
  clock[Clock.STEPS] = steps;
  clock[Clock.NEXT_FRAME] = frameId;
  m.depth = depth;
  m.base = base;
  m.sp = sp;
  return at;
}
