// Statements that direct control: loops, `if`, `try`, `with`, `raise`, `assert`.
// https://docs.python.org/3.11/reference/compound_stmts.html
import type { Assert, ExceptHandler, Expr, For, If, Raise, Try, While, With } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { exceptionClasses } from '../values/builtin-classes.ts';
import { isBuiltin } from './annotations.ts';
import { compileIterable } from './displays.ts';
import { lineAfter } from './line-after.ts';
import { Label, type Region } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import { callExit } from './leave.ts';
import { storeName, unbindName } from './names.ts';
import { compileJump } from './operators.ts';
import { sketchJump } from './sketch-jump.ts';
import { compileBody } from './statements.ts';
import { compileStore } from './targets.ts';
import type { Block, Unit } from './unit.ts';

export function compileIf(unit: Unit, statement: If): void {
  const end = new Label();
  const other = statement.orelse.length > 0 ? new Label() : end;
  compileJump(unit, statement.test, other, false, unit.lineAt(statement));
  compileBody(unit, statement.body);
  if (other !== end) {
    unit.quietJump(Op.JUMP, end, statement);
    unit.place(other);
    compileBody(unit, statement.orelse);
  }
  unit.place(end);
}

export function compileWhile(unit: Unit, statement: While): void {
  const next = new Label();
  const body = new Label();
  const otherwise = new Label();
  const end = new Label();
  const line = unit.lineAt(statement);
  unit.place(next);
  compileJump(unit, statement.test, otherwise, false, line);
  unit.place(body);
  within(unit, { kind: 'loop', next, end, iterator: false }, () => compileBody(unit, statement.body));
  // CPython tests again at the end of every round, and goes on if the test says so.
  sketchJump(unit, statement.test, body, true, line);
  unit.emitter.aside(() => {
    // Only where all stands on one line can the difference be seen.
    const oneLine = unit.lineAt(statement.body[0]) === line;
    if (oneLine) compileJump(unit, statement.test, otherwise, false, line);
    unit.emitter.jump(Op.JUMP_BACKWARD, oneLine ? body : next, statement, 0);
  });
  unit.place(otherwise);
  compileBody(unit, statement.orelse);
  unit.place(end);
}

export function compileFor(unit: Unit, statement: For): void {
  const next = new Label();
  const body = new Label();
  const otherwise = new Label();
  const end = new Label();
  compileIterable(unit, statement.iter);
  unit.op(Op.GET_ITER, statement);
  unit.place(next);
  unit.jump(Op.FOR_ITER, otherwise, statement);
  unit.emitter.begin(body);
  compileStore(unit, statement.target);
  within(unit, { kind: 'loop', next, end, iterator: true }, () => compileBody(unit, statement.body));
  unit.quietJump(Op.JUMP_BACKWARD, next, statement);
  unit.place(otherwise);
  compileBody(unit, statement.orelse);
  unit.place(end);
}

/** Compiles with `block` around. */
function within(unit: Unit, block: Block, compile: () => void): void {
  unit.blocks.push(block);
  compile();
  unit.blocks.pop();
}

export function compileTry(unit: Unit, statement: Try): void {
  if (statement.finalbody.length === 0) compileTryExcept(unit, statement);
  else compileTryFinally(unit, statement);
}

/** The finally body once for the way out at the end and once for exceptions; `leave.ts` adds the others. */
function compileTryFinally(unit: Unit, statement: Try): void {
  const { emitter } = unit;
  const { finalbody } = statement;
  const body = new Label();
  const raised = new Label();
  const end = new Label();
  const failed = new Label();
  beginTry(unit, statement, raised);
  const region = emitter.protect(raised, 0, true);
  emitter.begin(body);
  within(unit, { kind: 'finally', region, body: finalbody }, () => {
    if (statement.handlers.length > 0) compileTryExcept(unit, statement);
    else compileBody(unit, [...statement.body, ...statement.orelse]);
  });
  emitter.unprotect(region);
  emitter.also('plain', 0);
  compileBody(unit, finalbody);
  unit.quietJump(Op.JUMP, end, statement);

  unit.place(raised);
  emitter.also('setup', 0, failed);
  unit.quiet(Op.PUSH_HANDLED, statement);
  const cleanup = emitter.protect(failed, 1);
  within(unit, { kind: 'finally-raised', region: cleanup }, () => compileBody(unit, finalbody));
  const line = lineAfter(unit, finalbody);
  unit.opOn(line, Op.RERAISE, statement);
  emitter.unprotect(cleanup);
  unit.place(failed);
  unit.opOn(line, Op.END_HANDLER, statement);
  unit.place(end);
}

/** Where exceptions go from here on. */
function beginTry(unit: Unit, statement: Try, raised: Label): void {
  const line = unit.lineAt(statement);
  unit.emitter.emit(Op.NOP, 0, statement, line, { kind: 'setup', line, target: raised });
}

/** Whether `except type:` surely lets a GeneratorExit pass, and does nothing else for it. */
function spares(unit: Unit, type: Expr | null): boolean {
  if (type?.kind === 'Tuple') return type.elts.every((elt) => spares(unit, elt));
  if (type?.kind !== 'Name' || !isBuiltin(unit, type.id)) return false;
  const cls = Object.entries(exceptionClasses).find(([name]) => name === type.id)?.[1];
  return cls !== undefined && !exceptionClasses.GeneratorExit.isSubclassOf(cls);
}

function compileTryExcept(unit: Unit, statement: Try): void {
  const { emitter } = unit;
  const body = new Label();
  const raised = new Label();
  const end = new Label();
  const failed = new Label();
  beginTry(unit, statement, raised);
  const guards = statement.handlers.some(({ type }) => !spares(unit, type));
  const region = emitter.protect(raised, 0, guards);
  emitter.begin(body);
  within(unit, { kind: 'try', region }, () => compileBody(unit, statement.body));
  emitter.unprotect(region);
  emitter.also('plain', 0);
  compileBody(unit, statement.orelse);
  unit.quietJump(Op.JUMP, end, statement);

  unit.place(raised);
  emitter.also('setup', 0, failed);
  unit.quiet(Op.PUSH_HANDLED, statement);
  const cleanup = emitter.protect(failed, 1);
  for (const handler of statement.handlers) {
    const next = new Label();
    if (handler.type !== null) {
      compileExpr(unit, handler.type);
      unit.op(Op.MATCH_EXCEPTION, handler);
      unit.jump(Op.POP_JUMP_IF_FALSE, next, handler);
    }
    compileHandler(unit, handler, cleanup, end);
    unit.place(next);
  }
  unit.quiet(Op.RERAISE, statement);
  emitter.unprotect(cleanup);
  unit.place(failed);
  unit.quiet(Op.END_HANDLER, statement);
  unit.place(end);
}

/** A handler that matched: on the stack are the previously handled exception and the exception. It goes on at `end`. */
function compileHandler(unit: Unit, handler: ExceptHandler, region: Region, end: Label): void {
  const { emitter } = unit;
  if (handler.name === null) {
    const body = new Label();
    unit.op(Op.POP_TOP, handler);
    emitter.begin(body);
    within(unit, { kind: 'handler', region, unbind: null }, () => compileBody(unit, handler.body));
    emitter.also('plain', 0);
    unit.quiet(Op.POP_HANDLED, handler);
    return unit.quietJump(Op.JUMP, end, handler);
  }
  const { name } = handler;
  const failed = new Label();
  const body = new Label();
  storeName(unit, name, handler);
  emitter.also('setup', unit.lineAt(handler), failed);
  const own = emitter.protect(failed);
  emitter.begin(body);
  within(unit, { kind: 'handler', region, unbind: { name, region: own, node: handler } }, () =>
    compileBody(unit, handler.body),
  );
  emitter.unprotect(own);
  for (let n = 0; n < 2; n++) emitter.also('plain', 0);
  unit.quiet(Op.POP_HANDLED, handler);
  unbindName(unit, name, handler);
  unit.quietJump(Op.JUMP, end, handler);
  unit.place(failed);
  unbindName(unit, name, handler);
  unit.quiet(Op.RERAISE, handler);
}

export function compileWith(unit: Unit, statement: With): void {
  compileWithItem(unit, statement, 0);
}

/** `with a, b:` is `with a:` around `with b:`. */
function compileWithItem(unit: Unit, statement: With, index: number): void {
  const { emitter } = unit;
  const item = statement.items[index];
  const body = new Label();
  const raised = new Label();
  const end = new Label();
  const failed = new Label();
  const line = unit.lineAt(statement);
  compileExpr(unit, item.context);
  unit.op(Op.LOAD_EXIT, statement);
  unit.op(Op.ENTER_WITH, statement);
  emitter.also('setup', line, raised);
  const region = emitter.protect(raised, 1, true);
  emitter.begin(body);
  within(unit, { kind: 'with', region, node: statement }, () => {
    if (item.target === null) unit.op(Op.POP_TOP, statement);
    else compileStore(unit, item.target);
    if (index + 1 < statement.items.length) compileWithItem(unit, statement, index + 1);
    else compileBody(unit, statement.body);
  });
  emitter.unprotect(region);
  emitter.also('plain', 0);
  callExit(unit, statement);
  unit.jump(Op.JUMP, end, statement);

  unit.place(raised);
  emitter.also('setup', line, failed);
  unit.op(Op.PUSH_HANDLED, statement);
  const cleanup = emitter.protect(failed, 1);
  unit.op(Op.CALL_EXIT, statement);
  const suppressed = new Label();
  unit.quietJump(Op.POP_JUMP_IF_TRUE, suppressed, statement);
  unit.quiet(Op.RERAISE, statement, 1);
  emitter.unprotect(cleanup);
  unit.place(failed);
  unit.quiet(Op.END_HANDLER, statement);
  unit.place(suppressed);
  unit.quiet(Op.POP_TOP, statement);
  emitter.also('plain', 0);
  unit.quiet(Op.POP_HANDLED, statement);
  unit.quiet(Op.POP_TOP, statement);
  emitter.also('plain', 0);
  unit.place(end);
}

export function compileRaise(unit: Unit, statement: Raise): void {
  const { exc, cause } = statement;
  if (exc !== null) compileExpr(unit, exc);
  if (cause !== null) compileExpr(unit, cause);
  unit.op(Op.RAISE, statement, exc === null ? 0 : cause === null ? 1 : 2);
}

export function compileAssert(unit: Unit, statement: Assert): void {
  const end = new Label();
  const line = compileJump(unit, statement.test, end, true, unit.lineAt(statement));
  unit.opOn(line, Op.LOAD_ASSERTION_ERROR, statement);
  if (statement.msg !== null) {
    compileExpr(unit, statement.msg);
    unit.opOn(line, Op.CALL, statement, 1);
  }
  unit.opOn(line, Op.RAISE, statement, 1);
  unit.place(end);
}
