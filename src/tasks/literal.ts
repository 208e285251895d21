// Texts of values that stand for themselves: what an answer can be without a doubt.
import type { Expr } from '../../grammar/ast.ts';
import { parseExpression, Source } from '../../grammar/index.ts';

/** Whether the expression is a value written out: numbers, texts, None and displays of such. */
export function isLiteral(expr: Expr): boolean {
  switch (expr.kind) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return (expr.op === '-' || expr.op === '+') && expr.operand.kind === 'Constant';
    case 'List':
    case 'Tuple':
    case 'Set':
      return expr.elts.every(isLiteral);
    case 'Dict':
      return expr.keys.every((key) => key !== null && isLiteral(key)) && expr.values.every(isLiteral);
    case 'Call':
      // the one value whose repr is a call that everybody knows
      return (
        expr.func.kind === 'Name' && expr.func.id === 'set' && expr.args.length + expr.keywords.length === 0
      );
    default:
      return false;
  }
}

/** Whether the text is a value written out that every Python shows the same: the order of a set of texts is not. */
export function isPlainValue(text: string): boolean {
  const { expr } = parseExpression(new Source(text));
  return expr !== null && isLiteral(expr) && !hasUnsteadySet(expr);
}

function hasUnsteadySet(expr: Expr): boolean {
  switch (expr.kind) {
    case 'Set':
      return (
        expr.elts.length > 1 && !expr.elts.every((e) => e.kind === 'Constant' && typeof e.value !== 'string')
      );
    case 'List':
    case 'Tuple':
      return expr.elts.some(hasUnsteadySet);
    case 'Dict':
      return [...expr.keys, ...expr.values].some((e) => e !== null && hasUnsteadySet(e));
    default:
      return false;
  }
}
