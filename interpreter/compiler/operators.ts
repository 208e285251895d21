// Which instruction an operator is, and conditions: expressions compiled for the jump they decide.
import type {
  BinaryOperator,
  BoolOp,
  Compare,
  CompareOperator,
  Expr,
  IfExp,
  UnaryOp,
} from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { constantTruth } from './constants.ts';
import { compileIterable } from './displays.ts';
import { Label } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import { foldedTruth } from './folding.ts';
import type { Unit } from './unit.ts';

export const BINARY_OPS: Readonly<Record<BinaryOperator, Op>> = {
  '+': Op.BINARY_ADD,
  '-': Op.BINARY_SUB,
  '*': Op.BINARY_MUL,
  '/': Op.BINARY_TRUEDIV,
  '//': Op.BINARY_FLOORDIV,
  '%': Op.BINARY_MOD,
  '**': Op.BINARY_POW,
  '<<': Op.BINARY_LSHIFT,
  '>>': Op.BINARY_RSHIFT,
  '|': Op.BINARY_OR,
  '^': Op.BINARY_XOR,
  '&': Op.BINARY_AND,
  '@': Op.BINARY_MATMUL,
};

export const INPLACE_OPS: Readonly<Record<BinaryOperator, Op>> = {
  '+': Op.INPLACE_ADD,
  '-': Op.INPLACE_SUB,
  '*': Op.INPLACE_MUL,
  '/': Op.INPLACE_TRUEDIV,
  '//': Op.INPLACE_FLOORDIV,
  '%': Op.INPLACE_MOD,
  '**': Op.INPLACE_POW,
  '<<': Op.INPLACE_LSHIFT,
  '>>': Op.INPLACE_RSHIFT,
  '|': Op.INPLACE_OR,
  '^': Op.INPLACE_XOR,
  '&': Op.INPLACE_AND,
  '@': Op.INPLACE_MATMUL,
};

export const UNARY_OPS: Readonly<Record<UnaryOp['op'], Op>> = {
  '-': Op.UNARY_NEGATIVE,
  '+': Op.UNARY_POSITIVE,
  '~': Op.UNARY_INVERT,
  not: Op.UNARY_NOT,
};

export const COMPARE_OPS: Readonly<Record<CompareOperator, Op>> = {
  '==': Op.COMPARE_EQ,
  '!=': Op.COMPARE_NE,
  '<': Op.COMPARE_LT,
  '<=': Op.COMPARE_LE,
  '>': Op.COMPARE_GT,
  '>=': Op.COMPARE_GE,
  is: Op.COMPARE_IS,
  'is not': Op.COMPARE_IS_NOT,
  in: Op.COMPARE_IN,
  'not in': Op.COMPARE_NOT_IN,
};

/** `a and b and c` as a value: the first operand that decides, left on the stack. */
export function compileBoolOp(unit: Unit, expr: BoolOp): void {
  const end = new Label();
  const decide = expr.op === 'and' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  expr.values.forEach((value, i) => {
    compileExpr(unit, value);
    if (i === expr.values.length - 1) return;
    const line = unit.lineAt(expr);
    const truth = foldedTruth(value);
    const late = truth === null ? undefined : truth === (expr.op === 'or') ? 'jump' : 'nop';
    unit.emitter.jump(decide, end, expr, line, { line, kind: 'branch', late });
  });
  unit.place(end);
}

/** A comparison as a value; a chain keeps its middle operands on the stack, each evaluated once. */
export function compileCompare(unit: Unit, expr: Compare): void {
  const last = expr.ops.length - 1;
  compileExpr(unit, expr.left);
  if (last === 0) {
    compileRight(unit, expr, 0);
    unit.op(COMPARE_OPS[expr.ops[0]], expr);
    return;
  }
  const settled = new Label();
  for (let i = 0; i < last; i++) {
    compileLink(unit, expr, i);
    unit.jump(Op.JUMP_IF_FALSE_OR_POP, settled, expr);
  }
  compileRight(unit, expr, last);
  unit.op(COMPARE_OPS[expr.ops[last]], expr);
  const end = new Label();
  unit.jump(Op.JUMP, end, expr);
  unit.place(settled);
  unit.op(Op.SWAP, expr, 2);
  unit.op(Op.POP_TOP, expr);
  unit.place(end);
}

/** What the last comparison looks at or into. */
function compileRight(unit: Unit, expr: Compare, last: number): void {
  const op = expr.ops[last];
  if (op === 'in' || op === 'not in') compileIterable(unit, expr.comparators[last]);
  else compileExpr(unit, expr.comparators[last]);
}

/** One link of a chain: left → right, left < right. */
function compileLink(unit: Unit, expr: Compare, i: number): void {
  compileExpr(unit, expr.comparators[i]);
  unit.op(Op.SWAP, expr, 2);
  unit.op(Op.COPY, expr, 2);
  unit.op(COMPARE_OPS[expr.ops[i]], expr);
}

/**
 * Evaluates a condition and jumps to `target` if it comes to `when`; goes on otherwise.
 * @param line the line of the statement or expression that asks, where jumps stand
 * @returns the line where what follows stands: CPython's compiler is left at the last comparison it came by
 */
export function compileJump(unit: Unit, test: Expr, target: Label, when: boolean, line: number): number {
  if (test.kind === 'UnaryOp' && test.op === 'not')
    return compileJump(unit, test.operand, target, !when, line);
  if (test.kind === 'BoolOp') return compileBoolJump(unit, test, target, when, line);
  if (test.kind === 'IfExp') return compileIfExpJump(unit, test, target, when, line);
  const own = test.kind === 'Compare' ? unit.lineOf(test.span.start) : line;
  if (test.kind === 'Compare' && test.ops.length > 1) compileChainJump(unit, test, target, when);
  else if (test.kind === 'Constant') {
    const { emitter } = unit;
    const at = unit.lineAt(test);
    emitter.emit(Op.NOP, 0, test, at, { line: at, kind: 'plain', late: 'nop' });
    if (constantTruth(test.value) !== when) emitter.also('branch', own, target, 'nop');
    else emitter.jump(Op.JUMP, target, test, 0, { line: own, kind: 'branch', late: 'jump' });
  } else {
    compileExpr(unit, test);
    unit.emitter.jump(jumpOp(when), target, test, own);
  }
  return own;
}

const jumpOp = (when: boolean): Op => (when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE);

function compileIfExpJump(unit: Unit, test: IfExp, target: Label, when: boolean, line: number): number {
  const end = new Label();
  const other = new Label();
  let at = compileJump(unit, test.test, other, false, line);
  at = compileJump(unit, test.body, target, when, at);
  unit.quietJump(Op.JUMP, end, test);
  unit.place(other);
  at = compileJump(unit, test.orelse, target, when, at);
  unit.place(end);
  return at;
}

function compileBoolJump(unit: Unit, test: BoolOp, target: Label, when: boolean, line: number): number {
  const last = test.values.length - 1;
  /** What an operand must come to for the whole to be settled. */
  const settles = test.op === 'or';
  const settled = settles === when ? target : new Label();
  let at = line;
  for (let i = 0; i < last; i++) at = compileJump(unit, test.values[i], settled, settles, at);
  at = compileJump(unit, test.values[last], target, when, at);
  if (settled !== target) unit.place(settled);
  return at;
}

function compileChainJump(unit: Unit, test: Compare, target: Label, when: boolean): void {
  const last = test.ops.length - 1;
  const failed = new Label();
  compileExpr(unit, test.left);
  for (let i = 0; i < last; i++) {
    compileLink(unit, test, i);
    unit.jump(Op.POP_JUMP_IF_FALSE, failed, test);
  }
  compileRight(unit, test, last);
  unit.op(COMPARE_OPS[test.ops[last]], test);
  unit.jump(jumpOp(when), target, test);
  const end = new Label();
  unit.quietJump(Op.JUMP, end, test);
  unit.place(failed);
  unit.op(Op.POP_TOP, test);
  if (!when) unit.quietJump(Op.JUMP, target, test);
  unit.place(end);
}
