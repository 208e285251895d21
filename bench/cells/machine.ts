// A machine of a dozen instructions, enough to compare representations of a cell: its instruction set and four
// programs that exercise integers, calls, a list and floats. Independent of the interpreter.

export enum Op {
  CONST,
  LOAD,
  STORE,
  ADD,
  SUB,
  MUL,
  MOD,
  LT,
  JUMP_IF_FALSE,
  JUMP,
  INDEX,
  SET_INDEX,
  FILL,
  CALL,
  RETURN,
}

/** A constant: an int, or a float, which must stay apart from the int of the same value. */
export type Constant = { int: number } | { float: number };

export interface Program {
  readonly name: string;
  /** `op | arg << 8`. */
  readonly code: Int32Array;
  readonly consts: readonly Constant[];
  /** Locals of every frame; CALL takes one argument, which becomes local 0. */
  readonly locals: number;
}

/** One event per instruction, kept in a ring: the cost of writing, not of keeping, is what is measured. */
export const CHUNK = 65536;

function assemble(name: string, locals: number, consts: Constant[], lines: [Op, number?][]): Program {
  return { name, locals, consts, code: Int32Array.from(lines, ([op, arg = 0]) => op | (arg << 8)) };
}

const {
  CONST,
  LOAD,
  STORE,
  ADD,
  SUB,
  MUL,
  MOD,
  LT,
  JUMP_IF_FALSE,
  JUMP,
  INDEX,
  SET_INDEX,
  FILL,
  CALL,
  RETURN,
} = Op;

/** total = 0; i = 0; while i < n: total = (total + i * i) % 1000003; i = i + 1 */
export const sumLoop = (n: number): Program =>
  assemble('int loop', 2, [{ int: n }, { int: 0 }, { int: 1 }, { int: 1000003 }], [
    [CONST, 1], [STORE, 0], [CONST, 1], [STORE, 1],
    [LOAD, 1], [CONST, 0], [LT], [JUMP_IF_FALSE, 20],
    [LOAD, 0], [LOAD, 1], [LOAD, 1], [MUL], [ADD], [CONST, 3], [MOD], [STORE, 0],
    [LOAD, 1], [CONST, 2], [ADD], [JUMP, 22],
    [LOAD, 0], [RETURN],
    [STORE, 1], [JUMP, 4],
  ]); // prettier-ignore

/** fib(n), naively */
export const fib = (n: number): Program =>
  assemble('recursion', 1, [{ int: n }, { int: 2 }, { int: 1 }], [
    [CONST, 0], [CALL, 3], [RETURN],
    [LOAD, 0], [CONST, 1], [LT], [JUMP_IF_FALSE, 9],
    [LOAD, 0], [RETURN],
    [LOAD, 0], [CONST, 2], [SUB], [CALL, 3],
    [LOAD, 0], [CONST, 1], [SUB], [CALL, 3],
    [ADD], [RETURN],
  ]); // prettier-ignore

/** xs = [0] * 1000; for i < n: xs[i % 1000] = xs[(i + 1) % 1000] + i */
export const listLoop = (n: number): Program =>
  assemble('list loop', 2, [{ int: n }, { int: 0 }, { int: 1 }, { int: 1000 }], [
    [CONST, 3], [FILL], [STORE, 0], [CONST, 1], [STORE, 1],
    [LOAD, 1], [CONST, 0], [LT], [JUMP_IF_FALSE, 27],
    [LOAD, 0], [LOAD, 1], [CONST, 3], [MOD],
    [LOAD, 0], [LOAD, 1], [CONST, 2], [ADD], [CONST, 3], [MOD], [INDEX],
    [LOAD, 1], [ADD], [SET_INDEX],
    [LOAD, 1], [CONST, 2], [ADD], [JUMP, 31],
    [LOAD, 0], [CONST, 1], [INDEX], [RETURN],
    [STORE, 1], [JUMP, 5],
  ]); // prettier-ignore

/** x = 0.5; for i < n: x = 3.7 * x * (1.0 - x) */
export const floatLoop = (n: number): Program =>
  assemble('float loop', 2, [{ int: n }, { int: 0 }, { int: 1 }, { float: 0.5 }, { float: 3.7 }, { float: 1 }], [
    [CONST, 3], [STORE, 0], [CONST, 1], [STORE, 1],
    [LOAD, 1], [CONST, 0], [LT], [JUMP_IF_FALSE, 19],
    [CONST, 4], [LOAD, 0], [MUL], [CONST, 5], [LOAD, 0], [SUB], [MUL], [STORE, 0],
    [LOAD, 1], [CONST, 2], [JUMP, 21],
    [LOAD, 0], [RETURN],
    [ADD], [STORE, 1], [JUMP, 4],
  ]); // prettier-ignore

/** What a representation offers: runs a program, noting events or not; the number of instructions executed. */
export type Run = (program: Program, tracing: boolean) => { steps: number; result: number };
