// The loop: executes instructions and, when there is a recorder, notes one event for each. The frequent instructions
// are here with their fast paths, the others in `cold.ts`. Local variables hold the state of the running frame; the
// machine holds that of the frames below.
import { PyBuiltin } from '../builtins/builtin.ts';
import { LIBRARY_STEP } from '../code.ts';
import { MAY_BE_NEW, Op } from '../opcodes.ts';
import { LimitReached } from '../outcome.ts';
import { NO_CHUNK } from '../trace/recorder.ts';
import { tupleClass } from '../values/builtin-classes.ts';
import { PyRaise } from '../values/class.ts';
import { type PyCell, PyFunction, type PyGenerator } from '../values/function.ts';
import { ListIterator, RangeIterator } from '../values/iterators.ts';
import { NativeIterator, type PyIterator } from '../values/iterator.ts';
import { isPlainList, PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { findMethod, getAttr, getItem, iterate, setAttr, setItem, truth } from '../values/operators.ts';
import { PyTuple } from '../values/tuple.ts';
import { gatherCall, type Resolved } from './call.ts';
import { cold } from './cold.ts';
import { exceptionOf, injectedRaise } from './exceptions.ts';
import { fillCells, growStack, pushFrame, recordFrame } from './frames.ts';
import { delegate, suspend } from './generators.ts';
import { Clock, Frame, FRAME, type Machine } from './machine.ts';
import type { Entry } from './tier/tier.ts';
import { noFree, noGlobal, noLocal } from './names.ts';
import { IS_OPERATOR, operate } from './operate.ts';
import { stretch } from './stretch.ts';
import { unpack } from './unpack.ts';
import { type Landing, unwind } from './unwind.ts';

/** What a slot holds that has no value. */
const NO_VALUE = undefined as unknown as Value;
/** For runs without stretches. */
const NO_TRIES = new Uint8Array(0);
/** The greatest int that is a JavaScript number. */
const MAX = Number.MAX_SAFE_INTEGER;

/**
 * Runs the frame on top of the machine's frames, and those it enters, until it returns or yields.
 * @param generator the generator whose frame it is, if any
 * @returns what it returned or yielded
 */
export function execute(
  m: Machine,
  startPc: number,
  startBase: number,
  startSp: number,
  generator: PyGenerator | null,
): Value {
  // Types aside, a slot without a value holds undefined.
  const stack = m.stack as Value[];
  const { funcs, frames, globals, builtins, recorder } = m;
  const { code, consts, names } = m.program;
  const entry = m.depth;
  const offset = m.library === null ? 0 : m.library.number * LIBRARY_STEP;
  const tracing = recorder !== null;
  const lanes = recorder === null ? null : recorder.lanes;
  const tries = m.fusion === null ? NO_TRIES : m.fusion.tries;
  const { clock, tier } = m;
  const counter = m.library === null ? Clock.STEPS : Clock.LIBRARY_STEPS;
  /** The recorder's current chunk, as of the end of the `loopsRun`th loop. */
  let { pcs, values, count, capacity } = recorder ?? NO_CHUNK;
  let { loopsRun } = m;
  const resolved: Resolved = { func: null, bound: [], value: null };
  const landing: Landing = { pc: 0, base: 0, sp: 0 };
  let pc = startPc | 0;
  let base = startBase | 0;
  let sp = startSp | 0;
  let depth = entry;
  /** The pc of the running instruction. */
  let at = pc;
  /** The value of its event. */
  let v: Value | undefined;
  let a: Value;
  let b: Value;
  let i = 0;
  /** Where the arguments of a call begin, and where its result goes. */
  let first = 0;
  let low = 0;
  m.enterLoop();
  /** Of the instruction in `cold.ts` that this loop was started from, if it was. */
  const outerSp = m.sp;
  let compiled: Entry | undefined;
  outer: for (;;) {
    try {
      if (compiled !== undefined) {
        const value = m.tier!.run(compiled, base, depth, entry);
        if (value !== undefined) {
          m.leaveLoop(outerSp);
          return value;
        }
        compiled = undefined;
        ({ pc, base, sp } = m.tier!);
        ({ depth } = m);
      }
      if (m.injected !== null && (code[pc] & 255) !== Op.YIELD_FROM) {
        at = pc - 1;
        throw injectedRaise(m);
      }
      for (;;) {
        if (lanes !== null && tries[pc] > 0) {
          at = pc;
          pc = stretch(m, recorder!, lanes, pc, base, sp, entry);
          if (pc === at) tries[pc]--;
          ({ base, sp, depth } = m);
        }
        at = pc;
        const word = code[pc++];
        const op = word & 255;
        switch (op) {
          case Op.ENTER: {
            if (clock[Clock.STEPS] + clock[Clock.LIBRARY_STEPS] > clock[Clock.LIMIT]) {
              m.settle();
              tier?.seenAtStart(funcs[depth].code);
            }
            if (depth > m.limits.depth) throw new LimitReached('depth', m.limits.depth);
            const func = funcs[depth];
            const object = func.code;
            // Frames entered from native code are told of as such, so they begin here.
            if (depth !== entry) compiled = tier?.starts[object.index];
            if (compiled !== undefined) continue outer;
            sp = base + object.slots;
            i = sp + object.maxStack;
            frames[depth * FRAME + Frame.TOP] = i;
            if (i >= stack.length) growStack(m, i);
            for (i = base + object.paramSlots; i < sp; i++) stack[i] = NO_VALUE;
            if (object.hasCells) fillCells(stack, func, base);
            if (tracing) recordFrame(m, recorder, base, sp, depth === entry, generator);
            v = undefined;
            break;
          }
          case Op.RETURN:
            v = stack[sp - 1];
            if (tracing) recorder.leave(frames[depth * FRAME + Frame.ID]);
            if (depth === entry) {
              if (tracing) recorder.event(at, v);
              clock[counter]++;
              m.leaveLoop(outerSp);
              return v as Value;
            }
            i = depth * FRAME;
            pc = frames[i + Frame.RETURN_PC];
            base = frames[i + Frame.RETURN_BASE];
            sp = frames[i + Frame.RETURN_SP];
            m.depth = --depth;
            stack[sp++] = v;
            break;
          case Op.LOAD_CONST:
            v = stack[sp++] = consts[word >>> 8];
            break;
          case Op.LOAD_FAST:
            v = stack[base + (word >>> 8)];
            if (v === undefined) noLocal(m, word >>> 8);
            stack[sp++] = v;
            break;
          case Op.STORE_FAST:
            v = stack[base + (word >>> 8)] = stack[--sp];
            break;
          case Op.LOAD_GLOBAL:
            v = globals[word >>> 8];
            if (v === undefined) {
              v = builtins[word >>> 8];
              if (v === undefined) noGlobal(m, word >>> 8);
            }
            stack[sp++] = v;
            break;
          case Op.STORE_GLOBAL:
            v = globals[word >>> 8] = stack[--sp];
            break;
          case Op.LOAD_DEREF:
            v = (stack[base + (word >>> 8)] as PyCell).value;
            if (v === undefined) noFree(m, word >>> 8);
            stack[sp++] = v;
            break;
          case Op.STORE_DEREF:
            v = stack[--sp];
            (stack[base + (word >>> 8)] as PyCell).set(v);
            break;
          case Op.POP_TOP:
          case Op.NOP:
            if (op === Op.POP_TOP) sp--;
            v = undefined;
            break;
          case Op.COPY:
            v = stack[sp++] = stack[sp - 1 - (word >>> 8)];
            break;
          case Op.SWAP:
            i = sp - (word >>> 8);
            v = stack[i];
            stack[i] = stack[sp - 1];
            stack[sp - 1] = v;
            v = undefined;
            break;
          case Op.BINARY_ADD:
          case Op.INPLACE_ADD:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof a === 'number' && typeof b === 'number') {
              v = a + b;
              if (v > MAX || v < -MAX) v = operate(m, op, a, b);
            } else v = operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.BINARY_SUB:
          case Op.INPLACE_SUB:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof a === 'number' && typeof b === 'number') {
              v = a - b;
              if (v > MAX || v < -MAX) v = operate(m, op, a, b);
            } else v = operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.BINARY_MUL:
          case Op.INPLACE_MUL:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof a === 'number' && typeof b === 'number') {
              v = a * b + 0;
              // Adding 0 makes 0 of -0.
              if (v > MAX || v < -MAX) v = operate(m, op, a, b);
            } else v = operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          // The quotient of safe ints is exact: it is further from the next int than rounding can take it.
          case Op.BINARY_FLOORDIV:
          case Op.INPLACE_FLOORDIV:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
              v = Math.floor(a / b) + 0;
            } else v = operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.BINARY_MOD:
          case Op.INPLACE_MOD:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
              v = a % b;
              if (v !== 0 && v < 0 !== b < 0) v += b;
              v += 0;
            } else v = operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_EQ:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a === b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_NE:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a !== b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_LT:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a < b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_LE:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a <= b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_GT:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a > b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.COMPARE_GE:
            b = stack[--sp];
            a = stack[sp - 1];
            v = typeof a === 'number' && typeof b === 'number' ? a >= b : operate(m, op, a, b);
            stack[sp - 1] = v;
            break;
          case Op.JUMP_BACKWARD:
          case Op.JUMP:
            pc = word >>> 8;
            v = undefined;
            if (
              op === Op.JUMP_BACKWARD &&
              clock[Clock.STEPS] + clock[Clock.LIBRARY_STEPS] > clock[Clock.LIMIT]
            ) {
              m.settle();
              compiled = tier?.seenAtLoop(funcs[depth].code, pc, sp - base);
              if (compiled === undefined) break;
              clock[counter]++;
              recorder?.hash.event(at, v);
              continue outer;
            }
            break;
          case Op.POP_JUMP_IF_FALSE:
            v = stack[--sp];
            if (typeof v !== 'boolean') v = truth(m, v);
            if (!v) pc = word >>> 8;
            break;
          case Op.POP_JUMP_IF_TRUE:
            v = stack[--sp];
            if (typeof v !== 'boolean') v = truth(m, v);
            if (v) pc = word >>> 8;
            break;
          case Op.POP_JUMP_IF_NONE:
            v = stack[--sp] === null;
            if (v) pc = word >>> 8;
            break;
          case Op.JUMP_IF_FALSE_OR_POP:
          case Op.JUMP_IF_TRUE_OR_POP:
            v = stack[sp - 1];
            if (typeof v !== 'boolean') v = truth(m, v);
            if (v === (op === Op.JUMP_IF_TRUE_OR_POP)) pc = word >>> 8;
            else sp--;
            break;
          case Op.GET_ITER:
            v = stack[sp - 1] = iterate(m, stack[sp - 1]);
            break;
          case Op.FOR_ITER:
            a = stack[sp - 1];
            if (a instanceof RangeIterator) v = a.step();
            else if (a instanceof ListIterator) v = a.step();
            else if (a instanceof NativeIterator) v = a.step(m);
            else v = (a as PyIterator).next(m);
            if (v !== undefined) stack[sp++] = v;
            else {
              sp--;
              pc = word >>> 8;
            }
            break;
          case Op.UNPACK_SEQUENCE:
            a = stack[--sp];
            i = word >>> 8;
            if (!(a instanceof PyTuple && a.cls === tupleClass && a.items.length === i)) a = unpack(m, a, i);
            v = a;
            while (i > 0) stack[sp++] = (a as PyTuple).items[--i];
            break;
          case Op.BUILD_LIST:
          case Op.BUILD_TUPLE:
            i = sp - (word >>> 8);
            v = op === Op.BUILD_LIST ? new PyList(stack.slice(i, sp)) : new PyTuple(stack.slice(i, sp));
            stack[i] = v;
            sp = i + 1;
            break;
          case Op.LIST_APPEND:
            v = stack[--sp];
            (stack[sp - (word >>> 8)] as PyList).append(v);
            break;
          case Op.LOAD_SUBSCR:
            b = stack[--sp];
            a = stack[sp - 1];
            if (typeof b === 'number' && isPlainList(a)) {
              v = a.items[b < 0 ? b + a.items.length : b];
              if (v === undefined) v = getItem(m, a, b);
            } else v = getItem(m, a, b as Value);
            stack[sp - 1] = v;
            break;
          case Op.STORE_SUBSCR:
            sp -= 3;
            v = stack[sp];
            a = stack[sp + 1];
            b = stack[sp + 2];
            if (typeof b === 'number' && b >= 0 && isPlainList(a) && b < a.items.length) a.setItem(b, v);
            else setItem(m, a, b as Value, v as Value);
            break;
          case Op.LOAD_ATTR:
            v = stack[sp - 1] = getAttr(m, stack[sp - 1], names[word >>> 8]);
            break;
          case Op.STORE_ATTR:
            sp -= 2;
            v = stack[sp];
            setAttr(m, stack[sp + 1], names[word >>> 8], v);
            break;
          case Op.LOAD_METHOD:
            a = stack[sp - 1];
            v = findMethod(a, names[word >>> 8]);
            stack[sp] = v === undefined ? NO_VALUE : a; // what is no method gets no receiver
            if (v === undefined) v = getAttr(m, a, names[word >>> 8]);
            stack[sp - 1] = v;
            sp++;
            break;
          case Op.CALL_KW:
          case Op.CALL_METHOD_KW:
          case Op.CALL_EX:
          case Op.CALL:
          case Op.CALL_METHOD:
            if (op <= Op.CALL_METHOD) {
              i = word >>> 8;
              first = sp - i;
              low = first - 1;
              if (op === Op.CALL_METHOD) {
                low--;
                // The receiver, when it is passed, is the first argument.
                if (stack[first - 1] !== undefined) {
                  first--;
                  i++;
                }
              }
              a = stack[low];
              if (a instanceof PyFunction && a.code.direct === i + offset) {
                i = ++depth * FRAME;
                frames[i + Frame.RETURN_PC] = pc;
                frames[i + Frame.RETURN_BASE] = base;
                frames[i + Frame.RETURN_SP] = low;
                funcs[depth] = a;
                m.depth = depth;
                base = first;
                pc = a.code.start;
                v = undefined;
                break;
              }
              if (a instanceof PyBuiltin) {
                v = a.impl(m, stack.slice(first, sp), null);
                sp = low;
                stack[sp++] = v;
                break;
              }
            }
            m.sp = sp;
            gatherCall(m, op, word >>> 8, resolved);
            ({ sp } = m);
            if (resolved.func === null) v = stack[sp++] = resolved.value;
            else {
              base = pushFrame(m, resolved, pc, base, sp);
              depth = m.depth;
              pc = resolved.func.code.start;
              v = undefined;
            }
            break;
          case Op.YIELD_VALUE:
          case Op.YIELD_FROM:
            if (generator === null) throw new Error('yield outside a generator');
            v = op === Op.YIELD_VALUE ? stack[sp - 1] : delegate(m, stack[sp - 2], stack[sp - 1], resolved);
            if (v === undefined) {
              sp -= 2;
              v = stack[sp++] = resolved.value;
              break;
            }
            suspend(m, generator, op === Op.YIELD_VALUE ? pc : at, base, sp - 1, at);
            if (tracing) recorder.event(at, v);
            clock[counter]++;
            m.leaveLoop(outerSp);
            return v as Value;
          // Operators without a fast path, and all that is rare enough to be done elsewhere.
          default:
            if (IS_OPERATOR[op] === 1) {
              b = stack[--sp];
              a = stack[sp - 1];
              v = stack[sp - 1] = operate(m, op, a, b);
              break;
            }
            m.sp = sp;
            v = cold(m, op, word >>> 8, base);
            sp = m.sp;
        }
        clock[counter]++;
        if (tracing) {
          if (lanes !== null) {
            if (MAY_BE_NEW[op] === 1 && typeof v === 'object') recorder.see(v);
            recorder.hash.event(at, v);
            continue;
          }
          if (MAY_BE_NEW[op] === 1 && typeof v === 'object') recorder.see(v);
          if (m.loopsRun !== loopsRun) {
            // Inner loops have recorded events of theirs.
            ({ loopsRun } = m);
            ({ pcs, values, count, capacity } = recorder);
          }
          pcs[count] = at;
          values[count] = v;
          recorder.count = ++count;
          if (count === capacity) {
            m.sp = sp;
            recorder.flush();
            ({ pcs, values, count, capacity } = recorder);
          }
        }
      }
    } catch (error) {
      clock[counter]++;
      const exception = exceptionOf(m, error, at);
      if (!unwind(m, exception, at, base, entry, landing)) {
        m.leaveLoop(outerSp);
        m.leaving = exception;
        throw new PyRaise(exception);
      }
      ({ pc, base, sp } = landing);
      depth = m.depth;
      if (tracing) ({ pcs, values, count, capacity } = recorder);
    }
  }
}
