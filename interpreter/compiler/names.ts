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

function access(unit: Unit, how: Access, written: string, node: Node): void {
  const name = unit.scope.mangle(written);
  const inClass = unit.kind === 'class';
  const place = unit.scope.resolve(name);
  switch (place) {
    case 'local':
      if (inClass) unit.op(NAME_OPS[how], node, unit.pool.name(name));
      else unit.op(FAST_OPS[how], node, unit.slot(name));
      return;
    case 'cell':
      // A class body's own names live in its namespace, also when a method refers to `__class__`.
      if (inClass) unit.op(NAME_OPS[how], node, unit.pool.name(name));
      else unit.op(CELL_OPS[how], node, unit.slot(name));
      return;
    case 'free':
      unit.op(inClass && how === 'load' ? Op.LOAD_CLASSDEREF : CELL_OPS[how], node, unit.slot(name));
      return;
    case 'global':
      unit.op((inClass ? NAME_OPS : GLOBAL_OPS)[how], node, unit.pool.name(name));
      return;
    case 'explicit-global':
      unit.op(GLOBAL_OPS[how], node, unit.pool.name(name));
      return;
  }
}

/** Pushes the variable `name`. */
export function loadName(unit: Unit, name: string, node: Node): void {
  access(unit, 'load', name, node);
}

/** Pops into the variable `name`. */
export function storeName(unit: Unit, name: string, node: Node): void {
  access(unit, 'store', name, node);
}

/** Unbinds the variable `name`. */
export function deleteName(unit: Unit, name: string, node: Node): void {
  access(unit, 'delete', name, node);
}
