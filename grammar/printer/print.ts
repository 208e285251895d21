// The canonical text of a tree. Printing sets the span of every node, so that a tree that was never parsed has
// positions in a text too.
import type { Expr, Module, Pattern } from '../ast.ts';
import { LEVEL } from '../precedence.ts';
import { StatementPrinter } from './statements.ts';

/**
 * The text of a module, ending in a newline; empty for an empty module. Sets the span of every node to where it stands.
 * @throws RangeError for a tree that is no program: an empty block, an empty set display
 * @throws UnwritableString for an f-string that Python 3.11 cannot write, such as one with a backslash in its braces
 */
export function print(module: Module): string {
  const printer = new StatementPrinter();
  printer.module(module);
  return printer.result;
}

/** The text of one expression; a tuple at the top gets parentheses. Sets spans within that text. @see print for errors */
export function printExpr(expr: Expr): string {
  const printer = new StatementPrinter();
  printer.expr(expr, LEVEL.TEST);
  return printer.result;
}

/** The text of one pattern of a `case`. Sets spans within that text. */
export function printPattern(pattern: Pattern): string {
  const printer = new StatementPrinter();
  printer.pattern(pattern);
  return printer.result;
}
