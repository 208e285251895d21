// Expressions: each leaves its value on top of the stack. Evaluation order is Python's,
// https://docs.python.org/3.11/reference/expressions.html#evaluation-order
import type { BinOp, Expr, IfExp, JoinedStr, FormattedValue, Slice } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { compileCall } from './calls.ts';
import { compileComprehension } from './comprehensions.ts';
import { constantValue, negativeNumber } from './constants.ts';
import { compileDict, compileDisplay, isFoldedOperator } from './displays.ts';
import { Label } from './emitter.ts';
import { compileLambda } from './functions.ts';
import { loadName, storeName } from './names.ts';
import { BINARY_OPS, compileBoolOp, compileCompare, compileJump, UNARY_OPS } from './operators.ts';
import { beginsWithText, isFormatted } from './percent.ts';
import { ABSENT } from './sketch.ts';
import type { Unit } from './unit.ts';

/** Compiles `expr`, whose value is pushed. */
export function compileExpr(unit: Unit, expr: Expr): void {
  if (isFoldedOperator(expr)) unit.onLineOf(expr, () => compileKind(unit, expr));
  else compileKind(unit, expr);
}

function compileKind(unit: Unit, expr: Expr): void {
  switch (expr.kind) {
    case 'Constant':
      return unit.constant(Op.LOAD_CONST, expr, constantValue(expr.value));
    case 'Name':
      return loadName(unit, expr.id, expr);
    case 'BinOp':
      if (isFormatted(expr)) compileFormat(unit, expr);
      else compileExpr(unit, expr.left);
      compileExpr(unit, expr.right);
      return unit.op(BINARY_OPS[expr.op], expr);
    case 'UnaryOp': {
      const folded = negativeNumber(expr);
      if (folded !== undefined) return unit.constant(Op.LOAD_CONST, expr, folded);
      compileExpr(unit, expr.operand);
      return unit.op(UNARY_OPS[expr.op], expr);
    }
    case 'Compare':
      return compileCompare(unit, expr);
    case 'BoolOp':
      return compileBoolOp(unit, expr);
    case 'Call':
      return compileCall(unit, expr);
    case 'Subscript':
      compileExpr(unit, expr.value);
      compileExpr(unit, expr.index);
      return unit.op(Op.LOAD_SUBSCR, expr);
    case 'Attribute':
      compileExpr(unit, expr.value);
      return unit.opAtEnd(Op.LOAD_ATTR, expr, unit.pool.name(unit.scope.mangle(expr.attr)));
    case 'List':
      return compileDisplay(unit, expr, expr.elts, Op.BUILD_LIST);
    case 'Tuple':
      return compileDisplay(unit, expr, expr.elts, Op.BUILD_TUPLE);
    case 'Set':
      return compileDisplay(unit, expr, expr.elts, Op.BUILD_SET);
    case 'Dict':
      return compileDict(unit, expr);
    case 'Slice':
      return compileSlice(unit, expr);
    case 'IfExp':
      return compileIfExp(unit, expr);
    case 'JoinedStr':
      return compileJoinedStr(unit, expr);
    case 'FormattedValue':
      return compileFormattedValue(unit, expr);
    case 'NamedExpr':
      compileExpr(unit, expr.value);
      unit.op(Op.COPY, expr, 1);
      return storeName(unit, expr.target.id, expr.target);
    case 'Lambda':
      return compileLambda(unit, expr);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return compileComprehension(unit, expr);
    case 'Yield':
      if (expr.value === null) unit.constant(Op.LOAD_CONST, expr, null);
      else compileExpr(unit, expr.value);
      return unit.op(Op.YIELD_VALUE, expr);
    case 'YieldFrom':
      compileExpr(unit, expr.value);
      unit.op(Op.GET_YIELD_FROM_ITER, expr);
      unit.constant(Op.LOAD_CONST, expr, null);
      return unit.op(Op.YIELD_FROM, expr);
    case 'Starred':
      return unit.unsupported('starred expression here', expr);
  }
}

/** The text of a format that CPython makes an f-string of: on whichever line led to it, the `def` at the first. */
function compileFormat(unit: Unit, expr: BinOp): void {
  const first = unit.emitter.length === 1 && unit.node.kind !== 'Module' && beginsWithText(expr);
  const begin = 'decorators' in unit.node ? (unit.node.decorators[0] ?? unit.node) : unit.node;
  unit.onLine(first ? unit.lineAt(begin) : ABSENT, () => compileExpr(unit, expr.left));
}

function compileSlice(unit: Unit, expr: Slice): void {
  for (const bound of [expr.lower, expr.upper]) {
    if (bound === null) unit.constant(Op.LOAD_CONST, expr, null);
    else compileExpr(unit, bound);
  }
  if (expr.step !== null) compileExpr(unit, expr.step);
  unit.op(Op.BUILD_SLICE, expr, expr.step === null ? 2 : 3);
}

function compileIfExp(unit: Unit, expr: IfExp): void {
  const end = new Label();
  const other = new Label();
  compileJump(unit, expr.test, other, false, unit.lineAt(expr));
  compileExpr(unit, expr.body);
  unit.quietJump(Op.JUMP, end, expr);
  unit.place(other);
  compileExpr(unit, expr.orelse);
  unit.place(end);
}

function compileJoinedStr(unit: Unit, expr: JoinedStr): void {
  for (const part of expr.values) compileExpr(unit, part);
  if (expr.values.length !== 1) unit.op(Op.BUILD_STRING, expr, expr.values.length);
}

const CONVERSIONS = { s: 1, r: 2, a: 3 } as const;

function compileFormattedValue(unit: Unit, expr: FormattedValue): void {
  compileExpr(unit, expr.value);
  const convert = expr.conversion === null ? 0 : CONVERSIONS[expr.conversion];
  if (expr.formatSpec !== null) compileJoinedStr(unit, expr.formatSpec);
  unit.op(Op.FORMAT_VALUE, expr, expr.formatSpec === null ? convert : convert | 4);
}
