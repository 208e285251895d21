// The compiler's face: a module, and a call expression to evaluate after it, become a program.
import type { Expr, Module } from '../../grammar/ast.ts';
import { analyzeScopes, type Scope, type Scopes } from '../../grammar/scope.ts';
import type { Source } from '../../grammar/source.ts';
import type { CodeObject, Library, Program } from '../code.ts';
import { Op } from '../op.ts';
import { docstring } from './constants.ts';
import { compileExpr } from './expressions.ts';
import { endWithNone } from './functions.ts';
import { storeName } from './names.ts';
import { Pool } from './pool.ts';
import { comesByFirstLine } from './annotations.ts';
import { compileBody } from './statements.ts';
import { type Context, NO_PARAMETERS, Unit } from './unit.ts';

/** An expression and the text its spans refer to. */
export interface CallSource {
  readonly expr: Expr;
  readonly source: Source;
}

/**
 * Compiles a module.
 * @param scopes what `analyzeScopes` says of it
 * @param source the text its spans refer to
 * @param call an expression to evaluate once the module has run, seeing its globals
 * @param library the library module that it is, if it is one
 * @throws Unsupported for what the machine cannot do
 */
export function compileProgram(
  module: Module,
  scopes: Scopes,
  source: Source,
  call: CallSource | null = null,
  library: Library | null = null,
): Program {
  const pool = new Pool();
  const mentioned = new Set<string>();
  mention(scopes.of(module), mentioned);
  const wrapper = call === null ? null : wrap(call.expr);
  if (wrapper !== null) mention(analyzeScopes(wrapper).of(wrapper), mentioned);
  const body = compileModule({ pool, source, scopes, postponed: false, mentioned, library }, module);
  return pool.finish(body, call === null ? null : compileCallCode(pool, call, library));
}

function compileModule(context: Context, module: Module): CodeObject {
  const unit = new Unit(context, 'module', '<module>', module, null);
  unit.quiet(Op.ENTER, module);
  const doc = docstring(module.body);
  if (doc !== null) {
    unit.constant(Op.LOAD_CONST, module.body[0], doc);
    storeName(unit, '__doc__', module.body[0]);
  }
  if (doc === null && comesByFirstLine(module.body)) unit.op(Op.NOP, module.body[0]);
  compileBody(unit, doc === null ? module.body : module.body.slice(1));
  endWithNone(unit, module);
  return unit.finish(NO_PARAMETERS, doc);
}

function mention(scope: Scope, names: Set<string>): void {
  for (const name of [...scope.globals, ...(scope.kind === 'module' ? scope.locals : [])]) names.add(name);
  for (const child of scope.children) mention(child, names);
}

function wrap(expr: Expr): Module {
  return { kind: 'Module', span: expr.span, body: [{ kind: 'Expr', span: expr.span, value: expr }] };
}

function compileCallCode(pool: Pool, { expr, source }: CallSource, library: Library | null): CodeObject {
  const wrapper = wrap(expr);
  const scopes = analyzeScopes(wrapper);
  const context = { pool, source, scopes, postponed: false, mentioned: new Set<string>(), library };
  const unit = new Unit(context, 'call', '<call>', wrapper, null);
  unit.quiet(Op.ENTER, wrapper);
  compileExpr(unit, expr);
  unit.op(Op.RETURN, expr);
  return unit.finish(NO_PARAMETERS, null);
}
