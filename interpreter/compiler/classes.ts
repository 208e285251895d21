// Class statements: the body is a code object whose frame has a namespace instead of local variables.
// https://docs.python.org/3.11/reference/compound_stmts.html#class-definitions
import type { ClassDef, Expr } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { docstring } from './constants.ts';
import { compileExpr } from './expressions.ts';
import { applyDecorators, endWithNone, makeFunction } from './functions.ts';
import { storeName } from './names.ts';
import { comesByFirstLine } from './annotations.ts';
import { compileBody } from './statements.ts';
import { NO_PARAMETERS, type Unit } from './unit.ts';

const MAX_BASES = 255;

export function compileClassDef(unit: Unit, def: ClassDef): void {
  for (const decorator of def.decorators) compileExpr(unit, decorator);
  makeFunction(unit, compileClassBody(unit, def), 0, def);
  for (const base of def.bases) compileExpr(unit, refuseStar(unit, base));
  for (const { name, value } of def.keywords) {
    if (name === null) unit.unsupported('** in a class statement', value);
    compileExpr(unit, value);
  }
  const count = def.bases.length + def.keywords.length;
  if (count > MAX_BASES) unit.unsupported(`class with more than ${MAX_BASES} bases`, def);
  const names = def.keywords.map(({ name }) => name as string);
  unit.op(Op.BUILD_CLASS, def, count | (unit.pool.keywords(names) << 8));
  applyDecorators(unit, def.decorators);
  storeName(unit, def.name, def);
}

function refuseStar(unit: Unit, base: Expr): Expr {
  return base.kind === 'Starred' ? unit.unsupported('* in a class statement', base) : base;
}

function compileClassBody(unit: Unit, def: ClassDef): ReturnType<Unit['finish']> {
  const body = unit.child('class', def.name, def);
  // The body begins on the line of the first decorator, as a class statement does for CPython.
  body.op(Op.ENTER, def.decorators[0] ?? def);
  const doc = docstring(def.body);
  if (doc !== null) {
    body.constant(Op.LOAD_CONST, def.body[0], doc);
    body.op(Op.STORE_NAME, def.body[0], body.pool.name('__doc__'));
  }
  if (doc === null && comesByFirstLine(def.body)) body.op(Op.NOP, def.body[0]);
  compileBody(body, doc === null ? def.body : def.body.slice(1));
  endWithNone(body, def);
  return body.finish(NO_PARAMETERS, doc);
}
