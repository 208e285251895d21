// Calls. `receiver.method(…)` makes no bound method; `*args` and `**kwargs` are gathered into a tuple and a dict.
// https://docs.python.org/3.11/reference/expressions.html#calls
import type { Attribute, Call, Expr, Keyword } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { compileDisplay } from './displays.ts';
import { compileExpr } from './expressions.ts';
import { loadName } from './names.ts';
import type { Unit } from './unit.ts';

/** How many arguments CALL_KW can count. */
const MAX_WITH_KEYWORDS = 255;

export function compileCall(unit: Unit, call: Call): void {
  if (isBareSuper(unit, call)) return compileBareSuper(unit, call);
  const spread =
    call.args.some((arg) => arg.kind === 'Starred') || call.keywords.some(({ name }) => name === null);
  if (spread) return compileSpreadCall(unit, call);
  if (call.func.kind === 'Attribute') return compileMethodCall(unit, call, call.func);
  compileExpr(unit, call.func);
  const count = compileArguments(unit, call);
  if (call.keywords.length === 0) unit.op(Op.CALL, call, count);
  else unit.op(Op.CALL_KW, call, withKeywords(unit, call, count));
}

function compileMethodCall(unit: Unit, call: Call, method: Attribute): void {
  compileExpr(unit, method.value);
  unit.opAtEnd(Op.LOAD_METHOD, method, unit.pool.name(unit.scope.mangle(method.attr)));
  const count = compileArguments(unit, call);
  // As in CPython the call stands on the line of the method's name.
  const line = unit.lineOf(method.span.end - 1);
  if (call.keywords.length === 0) unit.emitter.emit(Op.CALL_METHOD, count, call, line);
  else unit.emitter.emit(Op.CALL_METHOD_KW, withKeywords(unit, call, count), call, line);
}

/** Pushes positional then keyword arguments; how many. */
function compileArguments(unit: Unit, call: Call): number {
  for (const arg of call.args) compileExpr(unit, arg);
  for (const { value } of call.keywords) compileExpr(unit, value);
  return call.args.length + call.keywords.length;
}

function withKeywords(unit: Unit, call: Call, count: number): number {
  if (count > MAX_WITH_KEYWORDS) unit.unsupported(`call with more than ${MAX_WITH_KEYWORDS} arguments`, call);
  const names = call.keywords.map(({ name }) => name as string);
  return count | (unit.pool.keywords(names) << 8);
}

function compileSpreadCall(unit: Unit, call: Call): void {
  compileExpr(unit, call.func);
  const [only] = call.args;
  // A lone `*iterable` is handed over as it is: CALL_EX makes the tuple, with an error text of its own.
  if (call.args.length === 1 && only.kind === 'Starred') compileExpr(unit, only.value);
  else compileDisplay(unit, call, call.args, Op.BUILD_TUPLE);
  if (call.keywords.length > 0) compileKeywordDict(unit, call, call.keywords);
  unit.op(Op.CALL_EX, call, call.keywords.length > 0 ? 1 : 0);
}

/** One dict of all keyword arguments; a name given twice is an error at run time. */
function compileKeywordDict(unit: Unit, node: Expr, keywords: readonly Keyword[]): void {
  let begun = false;
  let run: Keyword[] = [];
  const flush = (): void => {
    if (begun && run.length === 0) return;
    for (const { name, value } of run) {
      unit.constant(Op.LOAD_CONST, value, name);
      compileExpr(unit, value);
    }
    unit.op(Op.BUILD_MAP, node, run.length);
    if (begun) unit.op(Op.DICT_MERGE, node, 1);
    begun = true;
    run = [];
  };
  for (const keyword of keywords) {
    if (keyword.name !== null) {
      run.push(keyword);
      continue;
    }
    flush();
    compileExpr(unit, keyword.value);
    unit.op(Op.DICT_MERGE, node, 1);
  }
  flush();
}

/** `super()` inside a method: CPython finds the class and the receiver in the frame, we pass them. */
function isBareSuper(unit: Unit, call: Call): boolean {
  const { func } = call;
  if (func.kind !== 'Name' || func.id !== 'super') return false;
  if (call.args.length > 0 || call.keywords.length > 0) return false;
  const place = unit.scope.resolve('super');
  return place === 'global' && unit.scope.frees.includes('__class__') && unit.firstParameter !== null;
}

function compileBareSuper(unit: Unit, call: Call): void {
  compileExpr(unit, call.func);
  loadName(unit, '__class__', call);
  loadName(unit, unit.firstParameter as string, call);
  unit.op(Op.CALL, call, 2);
}
