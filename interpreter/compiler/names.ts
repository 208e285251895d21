// Reading, storing and deleting variables: which instruction, by where the scope analysis says a name lives.
// https://docs.python.org/3.11/reference/executionmodel.html#resolution-of-names
import type { Node } from '../../grammar/ast.ts';
import { Op } from '../op.ts';
import type { Unit } from './unit.ts';

type Access = 'load' | 'store' | 'delete';

const GLOBAL_OPS = { load: Op.LOAD_GLOBAL, store: Op.STORE_GLOBAL, delete: Op.DELETE_GLOBAL } as const;
const NAME_OPS = { load: Op.LOAD_NAME, store: Op.STORE_NAME, delete: Op.DELETE_NAME } as const;
const FAST_OPS = { load: Op.LOAD_FAST, store: Op.STORE_FAST, delete: Op.DELETE_FAST } as const;
const CELL_OPS = { load: Op.LOAD_DEREF, store: Op.STORE_DEREF, delete: Op.DELETE_DEREF } as const;

/** The instruction and its argument. */
function access(unit: Unit, how: Access, written: string): [Op, number] {
  const name = unit.scope.mangle(written);
  const inClass = unit.kind === 'class';
  switch (unit.scope.resolve(name)) {
    case 'local':
      return inClass ? [NAME_OPS[how], unit.pool.name(name)] : [FAST_OPS[how], unit.slot(name)];
    case 'cell':
      // A class body's own names live in its namespace, also when a method refers to `__class__`.
      return inClass ? [NAME_OPS[how], unit.pool.name(name)] : [CELL_OPS[how], unit.slot(name)];
    case 'free':
      return [inClass && how === 'load' ? Op.LOAD_CLASSDEREF : CELL_OPS[how], unit.slot(name)];
    case 'global':
      return [(inClass ? NAME_OPS : GLOBAL_OPS)[how], unit.pool.name(name)];
    case 'explicit-global':
      return [GLOBAL_OPS[how], unit.pool.name(name)];
  }
}

function emit(unit: Unit, how: Access, name: string, node: Node): void {
  const [op, arg] = access(unit, how, name);
  unit.op(op, node, arg);
}

/** Pushes the variable `name`. */
export function loadName(unit: Unit, name: string, node: Node): void {
  emit(unit, 'load', name, node);
}

/** Pops into the variable `name`. */
export function storeName(unit: Unit, name: string, node: Node): void {
  emit(unit, 'store', name, node);
}

/** Unbinds the variable `name`. */
export function deleteName(unit: Unit, name: string, node: Node): void {
  emit(unit, 'delete', name, node);
}

/** Unbinds the variable `name`, whether it has a value or not; `line` 0 is whichever led here. */
export function unbindName(unit: Unit, name: string, node: Node, line = 0): void {
  unit.opOn(line, Op.LOAD_CONST, node, unit.pool.constant(null));
  for (const how of ['store', 'delete'] as const) {
    const [op, arg] = access(unit, how, name);
    unit.opOn(line, op, node, arg);
  }
}
