// Displays: lists, tuples, sets and dicts as they are written. Which line each instruction stands on follows CPython's
// compiler, which has its own ways for constants and for long displays (Python/compile.c, starunpack_helper and
// compiler_dict).
import type { DictExpr, Expr } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { compileExpr } from './expressions.ts';
import { areFolded, isFolded } from './folding.ts';
import { ABSENT } from './sketch.ts';
import type { Unit } from './unit.ts';

type Display = Op.BUILD_LIST | Op.BUILD_TUPLE | Op.BUILD_SET;

/** From so many elements on, CPython adds them one by one, each time on the line of the display. */
const LONG = 31;
/** Items of a dict that CPython puts in at once at most. */
const LONG_DICT = 16;

/** `[a, b]`, `a, b`, `{a, b}`; from the first starred element on, elements are added one by one. */
export function compileDisplay(unit: Unit, node: Expr, elts: readonly Expr[], build: Display): void {
  const tuple = build === Op.BUILD_TUPLE;
  if (elts.length > (tuple ? 0 : 2) && areFolded(elts)) return compileConstants(unit, node, elts, build);
  const starred = elts.findIndex((elt) => elt.kind === 'Starred');
  const plain = starred < 0 ? elts.length : starred;
  const long = elts.length + (tuple ? 1 : 0) >= LONG;
  if (long) unit.op(Op.NOP, node);
  for (let i = 0; i < plain; i++) {
    compileExpr(unit, elts[i]);
    if (long) unit.op(Op.NOP, node);
  }
  if (starred < 0) return unit.op(build, node, plain);
  const set = build === Op.BUILD_SET;
  unit.op(set ? Op.BUILD_SET : Op.BUILD_LIST, node, plain);
  for (const elt of elts.slice(plain)) {
    if (elt.kind === 'Starred') {
      compileExpr(unit, elt.value);
      unit.op(set ? Op.SET_UPDATE : Op.LIST_EXTEND, node, 1);
    } else {
      compileExpr(unit, elt);
      unit.op(set ? Op.SET_ADD : Op.LIST_APPEND, node, 1);
    }
  }
  if (tuple) unit.op(Op.LIST_TO_TUPLE, node);
}

function compileConstants(unit: Unit, node: Expr, elts: readonly Expr[], build: Display): void {
  unit.onLineOf(node, () => elts.forEach((elt) => compileExpr(unit, elt)));
  if (build === Op.BUILD_SET) unit.op(Op.BUILD_CONST_SET, node, elts.length << 1);
  else unit.op(build, node, elts.length);
}

/** What a loop goes over or a membership test looks into: a display of constants is one constant there. */
export function compileIterable(unit: Unit, expr: Expr): void {
  if ((expr.kind !== 'List' && expr.kind !== 'Set') || !areFolded(expr.elts) || expr.elts.length === 0)
    return compileExpr(unit, expr);
  unit.onLineOf(expr, () => expr.elts.forEach((elt) => compileExpr(unit, elt)));
  if (expr.kind === 'Set') unit.op(Op.BUILD_CONST_SET, expr, (expr.elts.length << 1) | 1);
  else unit.op(Op.BUILD_LIST, expr, expr.elts.length);
}

/** Runs of `key: value` make dicts; the first is the result, the others and `**mappings` update it. */
export function compileDict(unit: Unit, expr: DictExpr): void {
  let pending = 0;
  let begun = false;
  const flush = (): void => {
    if (begun && pending === 0) return;
    unit.op(Op.BUILD_MAP, expr, pending);
    if (begun) unit.op(Op.DICT_UPDATE, expr, 1);
    begun = true;
    pending = 0;
  };
  const runs = runsOf(expr.keys);
  expr.keys.forEach((key, i) => {
    if (key === null) {
      flush();
      compileExpr(unit, expr.values[i]);
      unit.op(Op.DICT_UPDATE, expr, 1);
      return;
    }
    const { first, count } = runs[i];
    const long = count >= LONG_DICT;
    // Keys that are constants are loaded all at once, after the values.
    const quietly = !long && count > 1 && areFolded(expr.keys.slice(first, first + count) as Expr[]);
    if (long && i === first) unit.op(Op.NOP, expr);
    if (quietly) unit.onLine(ABSENT, () => compileExpr(unit, key));
    else compileExpr(unit, key);
    compileExpr(unit, expr.values[i]);
    if (long) unit.op(Op.NOP, expr);
    pending++;
  });
  flush();
}

interface Run {
  readonly first: number;
  readonly count: number;
}

/** The run of items that CPython makes together with the one at each place: up to 17, none beyond a `**mapping`. */
function runsOf(keys: readonly (Expr | null)[]): Run[] {
  const runs: Run[] = [];
  let first = 0;
  const close = (end: number): void => {
    for (let i = first; i < end; i++) runs[i] = { first, count: end - first };
    first = end;
  };
  keys.forEach((key, i) => {
    if (key === null) {
      close(i);
      runs[i] = { first: i, count: 1 };
      first = i + 1;
    } else if (i - first >= LONG_DICT) close(i + 1);
  });
  close(keys.length);
  return runs;
}

/** An operator between constants is worked out before the program runs: all of it stands on one line. */
export function isFoldedOperator(expr: Expr): boolean {
  return (expr.kind === 'BinOp' || expr.kind === 'UnaryOp') && isFolded(expr);
}
