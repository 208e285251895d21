// Assignment targets: what stores into them, deletes them, and augments them.
// https://docs.python.org/3.11/reference/simple_stmts.html#assignment-statements
import type { AugAssign, Expr } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import { compileExpr } from './expressions.ts';
import { deleteName, loadName, storeName } from './names.ts';
import { INPLACE_OPS } from './operators.ts';
import type { Unit } from './unit.ts';

const MAX_STARRED_BEFORE = 255;

/** Pops the top of the stack into `target`. */
export function compileStore(unit: Unit, target: Expr): void {
  if (target.kind === 'Name') return storeName(unit, target.id, target);
  if (target.kind === 'List' || target.kind === 'Tuple') return compileUnpack(unit, target, target.elts);
  compilePart(unit, target, Op.STORE_ATTR, Op.STORE_SUBSCR);
}

/** Evaluates the parts of an attribute or subscript and does `attr` or `subscr` to it. */
function compilePart(unit: Unit, target: Expr, attr: Op, subscr: Op): void {
  if (target.kind === 'Attribute') {
    compileExpr(unit, target.value);
    return unit.opAtEnd(attr, target, unit.pool.name(unit.scope.mangle(target.attr)));
  }
  if (target.kind !== 'Subscript') return unit.unsupported(`${target.kind} as a target`, target);
  compileExpr(unit, target.value);
  compileExpr(unit, target.index);
  unit.op(subscr, target);
}

function compileUnpack(unit: Unit, node: Expr, targets: readonly Expr[]): void {
  const starred = targets.findIndex((target) => target.kind === 'Starred');
  if (starred < 0) unit.op(Op.UNPACK_SEQUENCE, node, targets.length);
  else {
    if (starred > MAX_STARRED_BEFORE)
      unit.unsupported(`more than ${MAX_STARRED_BEFORE} targets before *`, node);
    unit.op(Op.UNPACK_EX, node, starred | ((targets.length - starred - 1) << 8));
  }
  for (const target of targets) compileStore(unit, target.kind === 'Starred' ? target.value : target);
}

/**
 * `a, b = x, y` without the tuple: the values are on the stack already, in reverse.
 * @returns false where the statement is not of that form; nothing is compiled then
 */
export function compileSwap(unit: Unit, target: Expr, value: Expr): boolean {
  if ((target.kind !== 'Tuple' && target.kind !== 'List') || value.kind !== 'Tuple') return false;
  const count = target.elts.length;
  if (count !== value.elts.length || count < 2) return false;
  if ([...target.elts, ...value.elts].some((elt) => elt.kind === 'Starred')) return false;
  for (const elt of value.elts) compileExpr(unit, elt);
  if (count === 2) unit.op(Op.SWAP, target, 2);
  else unit.op(Op.REVERSE, target, count);
  for (const elt of target.elts) compileStore(unit, elt);
  return true;
}

/** `del target`. */
export function compileDelete(unit: Unit, target: Expr): void {
  if (target.kind === 'Name') return deleteName(unit, target.id, target);
  if (target.kind === 'List' || target.kind === 'Tuple') {
    for (const elt of target.elts) compileDelete(unit, elt);
    return;
  }
  compilePart(unit, target, Op.DELETE_ATTR, Op.DELETE_SUBSCR);
}

/** `target op= value`: the parts of the target are evaluated once. */
export function compileAugAssign(unit: Unit, statement: AugAssign): void {
  const { target, value } = statement;
  const op = INPLACE_OPS[statement.op];
  if (target.kind === 'Name') {
    loadName(unit, target.id, target);
    compileExpr(unit, value);
    unit.op(op, statement);
    return storeName(unit, target.id, target);
  }
  if (target.kind === 'Attribute') {
    const name = unit.pool.name(unit.scope.mangle(target.attr));
    compileExpr(unit, target.value);
    unit.op(Op.COPY, target, 1);
    unit.opAtEnd(Op.LOAD_ATTR, target, name);
    compileExpr(unit, value);
    unit.op(op, statement);
    unit.opAtEnd(Op.SWAP, target, 2);
    return unit.opAtEnd(Op.STORE_ATTR, target, name);
  }
  if (target.kind !== 'Subscript') return unit.unsupported(`augmented assignment to ${target.kind}`, target);
  compileExpr(unit, target.value);
  compileExpr(unit, target.index);
  unit.op(Op.COPY, target, 2);
  unit.op(Op.COPY, target, 2);
  unit.op(Op.LOAD_SUBSCR, target);
  compileExpr(unit, value);
  unit.op(op, statement);
  unit.op(Op.SWAP, target, 3);
  unit.op(Op.SWAP, target, 2);
  unit.op(Op.STORE_SUBSCR, target);
}
