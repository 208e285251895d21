// Comprehensions and generator expressions: functions of one parameter, the iterator of the first clause.
// https://docs.python.org/3.11/reference/expressions.html#displays-for-lists-sets-and-dictionaries
import type { DictComp, GeneratorExp, ListComp, SetComp } from '../../grammar/ast.ts';
import type { CodeKind } from '../code.ts';
import { Op } from '../op.ts';
import { compileIterable } from './displays.ts';
import { Label } from './emitter.ts';
import { compileExpr } from './expressions.ts';
import { endWithNone, makeFunction } from './functions.ts';
import { compileJump } from './operators.ts';
import { compileStore } from './targets.ts';
import { NO_PARAMETERS, type Unit } from './unit.ts';

type Comp = ListComp | SetComp | DictComp | GeneratorExp;

const KINDS: Readonly<Record<Comp['kind'], CodeKind>> = {
  ListComp: 'listcomp',
  SetComp: 'setcomp',
  DictComp: 'dictcomp',
  GeneratorExp: 'genexpr',
};

const BUILDS = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP } as const;

export function compileComprehension(unit: Unit, comp: Comp): void {
  const kind = KINDS[comp.kind];
  const inner = unit.child(kind, `<${kind}>`, comp);
  inner.firstParameter = '.0';
  inner.quiet(Op.ENTER, comp);
  const generator = comp.kind === 'GeneratorExp';
  if (!generator) inner.op(BUILDS[comp.kind], comp, 0);
  const line = compileClause(inner, comp, 0, inner.lineAt(comp));
  if (generator) endWithNone(inner, comp);
  else inner.opOn(line, Op.RETURN, comp);
  const code = inner.finish({ ...NO_PARAMETERS, argCount: 1 }, null);
  makeFunction(unit, code, 0, comp);
  compileIterable(unit, comp.generators[0].iter);
  unit.op(Op.GET_ITER, comp);
  unit.op(Op.CALL, comp, 1);
}

/**
 * The loop of clause `depth`, with the further clauses inside; its iterator is on the stack while it runs.
 * @param outer the line that the clauses around it have led to
 * @returns the line that this one and those inside lead to
 */
function compileClause(unit: Unit, comp: Comp, depth: number, outer: number): number {
  const clause = comp.generators[depth];
  const next = new Label();
  const skip = new Label();
  const end = new Label();
  if (depth === 0) unit.op(Op.LOAD_FAST, comp, unit.slot('.0'));
  else {
    compileIterable(unit, clause.iter);
    unit.opOn(outer, Op.GET_ITER, comp);
  }
  unit.place(next);
  unit.emitter.jump(Op.FOR_ITER, end, comp, outer);
  compileStore(unit, clause.target);
  let line = outer;
  for (const test of clause.ifs) line = compileJump(unit, test, skip, false, line);
  if (depth + 1 < comp.generators.length) line = compileClause(unit, comp, depth + 1, line);
  else compileElement(unit, comp, line);
  unit.place(skip);
  unit.quietJump(Op.JUMP_BACKWARD, next, comp);
  unit.place(end);
  return line;
}

/** Adds one element to what lies below the iterators. */
function compileElement(unit: Unit, comp: Comp, line: number): void {
  const below = comp.generators.length + 1;
  switch (comp.kind) {
    case 'GeneratorExp':
      compileExpr(unit, comp.elt);
      unit.opOn(line, Op.YIELD_VALUE, comp);
      unit.opOn(line, Op.POP_TOP, comp);
      return;
    case 'ListComp':
      compileExpr(unit, comp.elt);
      return unit.opOn(line, Op.LIST_APPEND, comp, below);
    case 'SetComp':
      compileExpr(unit, comp.elt);
      return unit.opOn(line, Op.SET_ADD, comp, below);
    case 'DictComp':
      compileExpr(unit, comp.key);
      compileExpr(unit, comp.value);
      return unit.opOn(line, Op.MAP_ADD, comp, below);
  }
}
