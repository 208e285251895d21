// The text of an annotation, which is all that `from __future__ import annotations` leaves of it: CPython writes the
// tree anew, as the printer does, and what both write alike is listed here.
// https://peps.python.org/pep-0563/
import type { Expr } from './ast.ts';
import { printExpr } from './printer/print.ts';

/** The text that stands for `annotation`; null for kinds of expression that CPython may write in another way. */
export function annotationText(annotation: Expr): string | null {
  return isAlike(annotation) ? printExpr(annotation) : null;
}

function isAlike(expr: Expr): boolean {
  switch (expr.kind) {
    case 'Name':
      return true;
    case 'Constant':
      return expr.value.type !== 'float' && expr.value.type !== 'imaginary';
    case 'Attribute':
      return expr.value.kind !== 'Constant' && isAlike(expr.value);
    case 'Subscript':
      return isAlike(expr.value) && isAlike(expr.index);
    case 'BinOp':
      return expr.op !== '**' && isAlike(expr.left) && isAlike(expr.right);
    case 'UnaryOp':
      return expr.op === '-' && isAlike(expr.operand);
    case 'Tuple':
    case 'List':
      return expr.elts.every(isAlike);
    case 'Call':
      return (
        isAlike(expr.func) && expr.args.every(isAlike) && expr.keywords.every(({ value }) => isAlike(value))
      );
    default:
      return false;
  }
}
