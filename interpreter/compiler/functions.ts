// `def`, `lambda` and decorators: a code object of its own, and the instructions that make the function object.
// https://docs.python.org/3.11/reference/compound_stmts.html#function-definitions
import type { Expr, FunctionDef, Lambda, Node, Param, Params } from '../../grammar/ast.ts';
import type { CodeObject } from '../code.ts';
import { Op } from '../op.ts';
import { isInert } from './annotations.ts';
import { docstring } from './constants.ts';
import { compileExpr } from './expressions.ts';
import { storeName } from './names.ts';
import { compileBody } from './statements.ts';
import type { Unit } from './unit.ts';
import { NO_PARAMETERS, type Parameters } from './unit.ts';

export function compileFunctionDef(unit: Unit, def: FunctionDef): void {
  for (const decorator of def.decorators) compileExpr(unit, decorator);
  const flags = compileDefaults(unit, def.params, def);
  compileAnnotations(unit, def);
  const inner = open(unit, 'function', def.name, def);
  const doc = docstring(def.body);
  const body = doc === null ? def.body : def.body.slice(1);
  compileBody(inner, body);
  // A body that is nothing but a docstring runs on the line of the `def`.
  if (body.length === 0) inner.op(Op.NOP, def);
  endWithNone(inner, def);
  const code = inner.finish(countParameters(def.params), doc);
  makeFunction(unit, code, flags, def);
  applyDecorators(unit, def.decorators);
  storeName(unit, def.name, def);
}

export function compileLambda(unit: Unit, lambda: Lambda): void {
  const flags = compileDefaults(unit, lambda.params, lambda);
  const inner = open(unit, 'lambda', '<lambda>', lambda);
  compileExpr(inner, lambda.body);
  inner.opOn(inner.lineAt(lambda), Op.RETURN, lambda.body);
  const code = inner.finish(countParameters(lambda.params), null);
  makeFunction(unit, code, flags, lambda);
}

/** Pushes the function of `code`. */
export function makeFunction(unit: Unit, code: CodeObject, flags: number, node: Node): void {
  unit.op(Op.MAKE_FUNCTION, node, flags | (code.index << 2));
}

/** Calls the decorators, whose values lie below the decorated thing, innermost first. */
export function applyDecorators(unit: Unit, decorators: readonly Expr[]): void {
  for (const decorator of [...decorators].reverse()) unit.op(Op.CALL, decorator, 1);
}

/** `return None` at the end of a body, where it can be reached. */
export function endWithNone(unit: Unit, node: Node): void {
  unit.quiet(Op.LOAD_CONST, node, unit.pool.constant(null));
  unit.quiet(Op.RETURN, node);
}

/** Begins the code object of a function. */
function open(unit: Unit, kind: 'function' | 'lambda', name: string, def: FunctionDef | Lambda): Unit {
  const inner = unit.child(kind, name, def);
  const { posonly, args } = def.params;
  inner.firstParameter = (posonly[0] ?? args[0])?.name ?? null;
  inner.quiet(Op.ENTER, def);
  return inner;
}

function countParameters(params: Params): Parameters {
  return {
    ...NO_PARAMETERS,
    argCount: params.posonly.length + params.args.length,
    posonly: params.posonly.length,
    kwonly: params.kwonly.length,
    varArgs: params.vararg !== null,
    varKeywords: params.kwarg !== null,
  };
}

/** Pushes the tuple and the dict of defaults, where there are any; the flags of MAKE_FUNCTION that say so. */
function compileDefaults(unit: Unit, params: Params, node: Node): number {
  const defaults = [...params.posonly, ...params.args].flatMap((param) => param.default ?? []);
  for (const value of defaults) compileExpr(unit, value);
  if (defaults.length > 0) unit.op(Op.BUILD_TUPLE, node, defaults.length);
  let named = 0;
  for (const param of params.kwonly) {
    if (param.default === null) continue;
    unit.constant(Op.LOAD_CONST, param, unit.scope.mangle(param.name));
    compileExpr(unit, param.default);
    named++;
  }
  if (named > 0) unit.op(Op.BUILD_MAP, node, named);
  return (defaults.length > 0 ? 1 : 0) | (named > 0 ? 2 : 0);
}

/** Evaluates annotations for their effect: that of a name which does not exist, mostly. */
function compileAnnotations(unit: Unit, def: FunctionDef): void {
  const { posonly, args, vararg, kwonly, kwarg } = def.params;
  const params: (Param | null)[] = [...posonly, ...args, vararg, ...kwonly, kwarg];
  for (const annotation of [...params.map((param) => param?.annotation ?? null), def.returns]) {
    if (annotation === null) continue;
    const apart = unit.lineAt(annotation) !== unit.lineAt(def);
    // CPython pushes the parameter's name first, on the line of the `def`.
    if (apart) unit.op(Op.NOP, def);
    if (unit.context.postponed || isInert(unit, annotation)) {
      if (apart) unit.op(Op.NOP, annotation);
    } else {
      compileExpr(unit, annotation);
      unit.op(Op.POP_TOP, annotation);
    }
  }
}
