// Variables without a value: the errors, and the names of class bodies.
// https://docs.python.org/3.11/library/exceptions.html#NameError
import { raise, raiseAbout } from '../values/errors.ts';
import type { PyCell } from '../values/function.ts';
import type { Value } from '../values/objects.ts';
import type { Machine } from './machine.ts';

/** Raises for the local variable in `slot`. */
export function noLocal(machine: Machine, slot: number): never {
  const name = machine.funcs[machine.depth].code.slotNames[slot];
  return raise(
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

/** Raises for the variable in the cell in `slot`. */
export function noFree(machine: Machine, slot: number): never {
  const { slotNames, freeStart } = machine.funcs[machine.depth].code;
  if (slot < freeStart) return noLocal(machine, slot);
  return raise(
    'NameError',
    `cannot access free variable '${slotNames[slot]}' where it is not associated with a value in enclosing scope`,
  );
}

/** Raises for the name with that index. */
export function noGlobal(machine: Machine, index: number): never {
  const name = machine.program.names[index];
  machine.checkModuleName(name);
  if (machine.program.starred) machine.unsupported(`${name}, which \`import *\` may bind`);
  return raiseAbout('NameError', `name '${name}' is not defined`, { name });
}

/** The namespace of the class body that is running. */
export function namespaceOf(machine: Machine): Map<string, Value> {
  const namespace = machine.namespaces[machine.depth];
  if (namespace === null) throw new Error('not in a class body');
  return namespace;
}

/** A name of a class body: its own, else global, else builtin. */
export function loadName(machine: Machine, index: number): Value {
  const own = namespaceOf(machine).get(machine.program.names[index]);
  if (own !== undefined) return own;
  const value = machine.globals[index];
  if (value !== undefined) return value;
  const builtin = machine.builtins[index];
  return builtin === undefined ? noGlobal(machine, index) : builtin;
}

/** A name of a class body that functions around it have too: its own, else theirs. */
export function loadClassDeref(machine: Machine, slot: number, cell: PyCell): Value {
  const own = namespaceOf(machine).get(machine.funcs[machine.depth].code.slotNames[slot]);
  if (own !== undefined) return own;
  return cell.value === undefined ? noFree(machine, slot) : cell.value;
}
