// Code in texts: read to expressions and written canonically, each once. Expressions got here are shared: nobody changes them.
import { parseExpression, printExpr, Source, type Expr } from '../../grammar/index.ts';

const parsed = new Map<string, Expr | null>();
/** Texts kept parsed at the same time. */
const MOST_PARSED = 50_000;

/** The expression that a text is, or null. */
export function exprOf(code: string): Expr | null {
  let expr = parsed.get(code);
  if (expr === undefined) {
    expr = parseExpression(new Source(code)).expr;
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(code, expr);
  }
  return expr;
}

const written = new WeakMap<Expr, string>();

/** The canonical text of an expression. */
export function codeOf(expr: Expr): string {
  let code = written.get(expr);
  if (code === undefined) written.set(expr, (code = printExpr(expr)));
  return code;
}

/** The canonical text of code; the text itself when it is none. */
export function canonical(code: string): string {
  const expr = exprOf(code);
  return expr === null ? code : codeOf(expr);
}
