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
  return written(false, (printer) => printer.pattern(pattern));
}

function moduleText(module: Module, placing: boolean): string {
  return written(placing, (printer) => printer.module(module));
}

function exprText(expr: Expr, placing: boolean): string {
  return written(placing, (printer) => printer.expr(expr, LEVEL.TEST));
}

/** A printer has a function for every kind of node: making it takes longer than most expressions take to print. */
const plain = new StatementPrinter(false);
const placer = new StatementPrinter(true);

function written(placing: boolean, write: (printer: StatementPrinter) => void): string {
  const printer = placing ? placer : plain;
  printer.begin();
  write(printer);
  const { result } = printer;
  printer.begin(); // nothing of the text is kept
  return result;
}
