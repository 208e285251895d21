// What each instruction of a program does to its frame when it neither raises nor is left, worked out once from the
// instruction table: what is done (an action) and how many operands it takes first.
import type { Program } from '../code.ts';
import { effectOf, type EventValue, Op, OPCODE_ROWS } from '../opcodes.ts';

/** What is done with the event's value, after the operands were dropped. */
export const ACTION = {
  /** Pushes it, if there is one. */
  push: 0,
  drop: 1,
  storeLocal: 2,
  storeGlobal: 3,
  storeName: 4,
  storeAnnotation: 5,
  deleteLocal: 6,
  deleteGlobal: 7,
  deleteName: 8,
  /** Drops the top if it is false, or true, being the condition. */
  dropIfFalse: 9,
  dropIfTrue: 10,
  /** Pushes it, or drops the top when there is none. */
  next: 11,
  unpack: 12,
  method: 13,
  leave: 14,
  yield: 15,
  yieldFrom: 16,
  swap: 17,
  reverse: 18,
  pushHandled: 19,
  popHandled: 20,
} as const;

/** Instructions of which the kind of value does not say all. */
const SPECIAL: Partial<Record<Op, number>> = {
  [Op.STORE_FAST]: ACTION.storeLocal,
  [Op.STORE_GLOBAL]: ACTION.storeGlobal,
  [Op.STORE_NAME]: ACTION.storeName,
  [Op.STORE_ANNOTATION]: ACTION.storeAnnotation,
  [Op.DELETE_FAST]: ACTION.deleteLocal,
  [Op.DELETE_GLOBAL]: ACTION.deleteGlobal,
  [Op.DELETE_NAME]: ACTION.deleteName,
  [Op.JUMP_IF_FALSE_OR_POP]: ACTION.dropIfTrue,
  [Op.JUMP_IF_TRUE_OR_POP]: ACTION.dropIfFalse,
  [Op.YIELD_FROM]: ACTION.yieldFrom,
  [Op.SWAP]: ACTION.swap,
  [Op.REVERSE]: ACTION.reverse,
  [Op.PUSH_HANDLED]: ACTION.pushHandled,
  [Op.POP_HANDLED]: ACTION.popHandled,
};

const BY_VALUE: Readonly<Record<EventValue, number>> = {
  none: ACTION.drop,
  produced: ACTION.push,
  stored: ACTION.drop,
  tested: ACTION.drop,
  next: ACTION.next,
  unpacked: ACTION.unpack,
  method: ACTION.method,
  called: ACTION.push,
  returned: ACTION.leave,
  yielded: ACTION.yield,
};

/** Actions that see to the operands themselves. */
const OWN_POPS = new Set<number>([
  ACTION.dropIfFalse,
  ACTION.dropIfTrue,
  ACTION.method,
  ACTION.leave,
  ACTION.yield,
  ACTION.yieldFrom,
  ACTION.pushHandled,
  ACTION.popHandled,
]);

/** By pc. */
export interface Plan {
  readonly actions: Uint8Array;
  readonly pops: Int32Array;
}

const plans = new WeakMap<Program, Plan>();

/** The plan of a program. */
export function planOf(program: Program): Plan {
  const known = plans.get(program);
  if (known !== undefined) return known;
  const { code } = program;
  const plan: Plan = { actions: new Uint8Array(code.length), pops: new Int32Array(code.length) };
  code.forEach((word, pc) => {
    const op: Op = word & 255;
    const row = OPCODE_ROWS[op];
    const action = SPECIAL[op] ?? BY_VALUE[row.event];
    plan.actions[pc] = action;
    plan.pops[pc] = OWN_POPS.has(action) ? 0 : effectOf(row.pops, word >>> 8);
  });
  plans.set(program, plan);
  return plan;
}
