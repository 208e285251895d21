// The canonical text of a tree, and the same with the tree laid out in it: every node placed where it stands, so that a
// tree that was never parsed has positions in a text too.
import type { Expr, Module, Pattern } from '../ast.ts';
import { LEVEL } from '../precedence.ts';
import { StatementPrinter } from './statements.ts';

/**
 * The text of a module, ending in a newline; empty for an empty module. The tree is left as it is.
 * @throws RangeError for a tree that is no program: an empty block, an empty set display
 * @throws UnwritableString for an f-string that Python 3.11 cannot write, such as one with a backslash in its braces
 */
export function print(module: Module): string {
  return moduleText(module, false);
}

/** The text of a module, and the span of every node set to where it stands in it. @see print for errors */
export function layOut(module: Module): string {
  return moduleText(module, true);
}

/** The text of one expression; a tuple at the top gets parentheses. The tree is left as it is. @see print for errors */
export function printExpr(expr: Expr): string {
  return exprText(expr, false);
}

/** The text of one expression, and the span of every node in it set to where it stands. @see print for errors */
export function layOutExpr(expr: Expr): string {
  return exprText(expr, true);
}

/** The text of one pattern of a `case`. The tree is left as it is. */
export function printPattern(pattern: Pattern): string {
  const printer = new StatementPrinter(false);
  printer.pattern(pattern);
  return printer.result;
}

function moduleText(module: Module, placing: boolean): string {
  const printer = new StatementPrinter(placing);
  printer.module(module);
  return printer.result;
}

function exprText(expr: Expr, placing: boolean): string {
  const printer = new StatementPrinter(placing);
  printer.expr(expr, LEVEL.TEST);
  return printer.result;
}
