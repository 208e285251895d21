// What CPython makes constants of before it compiles (Python/ast_opt.c). We fold nothing, for every operation is to be
// seen in the trace; but a constant stands on one line, and a set of constants is made in an order of its own.
import type { BinOp, Constant, Expr } from '../../grammar/ast.ts';
import { constantTruth } from './constants.ts';

type Kind = 'number' | 'str' | 'other';

/** Strings and the products of ints beyond these sizes are not folded. */
const MAX_TEXT = 4096;
const MAX_BITS = 128;

/** Whether CPython's compiler meets the expression as a constant. */
export function isFolded(expr: Expr): boolean {
  return foldedKind(expr) !== null;
}

/** Whether a constant counts as true; null for what is none, or is calculated. */
export function foldedTruth(expr: Expr): boolean | null {
  if (!isFolded(expr)) return null;
  if (expr.kind === 'Constant') return constantTruth(expr.value);
  if (expr.kind === 'Tuple') return expr.elts.length > 0;
  if (expr.kind !== 'UnaryOp' || expr.op === '~') return null;
  const truth = foldedTruth(expr.operand);
  return truth === null || expr.op !== 'not' ? truth : !truth;
}

/** Whether a display of these elements is loaded as one constant. */
export function areFolded(elts: readonly Expr[]): boolean {
  return elts.every(isFolded);
}

function foldedKind(expr: Expr): Kind | null {
  switch (expr.kind) {
    case 'Constant':
      return kindOf(expr);
    case 'Tuple':
      return areFolded(expr.elts) ? 'other' : null;
    case 'UnaryOp': {
      const kind = foldedKind(expr.operand);
      if (expr.op === 'not') return kind === null ? null : 'number';
      return kind === 'number' ? kind : null;
    }
    case 'BinOp':
      return foldedBinary(expr);
    default:
      return null;
  }
}

function kindOf({ value }: Constant): Kind {
  if (value.type === 'int' || value.type === 'float' || value.type === 'imaginary' || value.type === 'bool')
    return 'number';
  return value.type === 'str' ? 'str' : 'other';
}

function foldedBinary({ left, op, right }: BinOp): Kind | null {
  const kinds = [foldedKind(left), foldedKind(right)];
  if (kinds[0] === 'str' && kinds[1] === 'str') return op === '+' ? 'str' : null;
  if (kinds[0] === 'str' && kinds[1] === 'number' && op === '*')
    return foldsRepeat(left, right) ? 'str' : null;
  if (kinds[0] !== 'number' || kinds[1] !== 'number') return null;
  switch (op) {
    case '+':
    case '-':
    case '*':
      return 'number';
    case '/':
    case '//':
    case '%':
      return size(right) > 0 ? 'number' : null;
    case '**':
      return bits(left) * size(right) <= MAX_BITS ? 'number' : null;
    case '<<':
    case '>>':
    case '&':
    case '|':
    case '^':
      return 'number';
    case '@':
      return null;
  }
}

function foldsRepeat(text: Expr, times: Expr): boolean {
  if (text.kind !== 'Constant' || text.value.type !== 'str') return false;
  return text.value.value.length * size(times) <= MAX_TEXT;
}

/** The size of a number as far as it is written; beyond all bounds otherwise. */
function size(expr: Expr): number {
  if (expr.kind === 'UnaryOp') return size(expr.operand);
  if (expr.kind !== 'Constant') return Infinity;
  const { value } = expr;
  return value.type === 'int' || value.type === 'float' || value.type === 'imaginary'
    ? Math.abs(Number(value.value))
    : 1;
}

function bits(expr: Expr): number {
  return Math.ceil(Math.log2(size(expr) + 1));
}
