// `match` statements: the subject stays on the stack while patterns are tried; names are bound only once a whole
// pattern has matched. https://docs.python.org/3.11/reference/compound_stmts.html#the-match-statement
import type { Match, MatchCase } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { Label } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import { storeName } from './names.ts';
import { compileJump } from './operators.ts';
import { compilePattern, isWildcard, PatternContext } from './patterns.ts';
import { compileBody } from './statements.ts';
import type { Unit } from './unit.ts';

export function compileMatch(unit: Unit, statement: Match): void {
  const { cases } = statement;
  const fallback = cases.length > 1 && isWildcard(cases[cases.length - 1].pattern);
  const refutable = fallback ? cases.length - 1 : cases.length;
  compileExpr(unit, statement.subject);
  const end = new Label();
  for (let i = 0; i < refutable; i++) compileCase(unit, cases[i], i === refutable - 1, end);
  if (fallback) compileFallback(unit, cases[refutable], end);
  unit.place(end);
}

/** The last case that can fail uses the subject up, the others work on a copy. */
function compileCase(unit: Unit, branch: MatchCase, last: boolean, end: Label): void {
  const { pattern, guard, body } = branch;
  const context = new PatternContext(unit);
  if (!last) unit.op(Op.COPY, pattern, 1);
  compilePattern(context, pattern);
  for (const name of context.stores) storeName(unit, name, pattern);
  if (guard !== null) compileJump(unit, guard, context.failure(0), false, unit.lineAt(pattern));
  if (!last) unit.op(Op.POP_TOP, pattern);
  compileBody(unit, body);
  unit.quietJump(Op.JUMP, end, pattern);
  context.placeFailures(pattern);
}

/** `case _` after others, which needs no subject. */
function compileFallback(unit: Unit, branch: MatchCase, end: Label): void {
  const { pattern, guard, body } = branch;
  unit.op(Op.NOP, pattern);
  if (guard !== null) compileJump(unit, guard, end, false, unit.lineAt(pattern));
  compileBody(unit, body);
}
