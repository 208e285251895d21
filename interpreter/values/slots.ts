// `__slots__`: the names that objects of a class have room for, in place of a dict.
// https://docs.python.org/3.11/reference/datamodel.html#slots
import { mangle } from '../../grammar/scopes/scope.ts';
import type { Runtime } from '../runtime.ts';
import * as builtin from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { typeError, valueError } from './errors.ts';
import { isIdentifier } from './identifiers.ts';
import { toArray } from './iterate.ts';
import type { Value } from './objects.ts';
import { typeName } from './type-of.ts';

/** Builtin classes whose objects have no room for slots. */
export const FIXED_SIZE: readonly PyClass[] = [builtin.intClass, builtin.bytesClass, builtin.tupleClass];

/** The names that `__slots__` lists. */
function slotNames(cls: PyClass, listed: readonly Value[]): string[] {
  return listed.map((name) => {
    if (typeof name !== 'string')
      return typeError(`__slots__ items must be strings, not '${typeName(name)}'`);
    if (!isIdentifier(name)) typeError('__slots__ must be identifiers');
    return mangle(cls.name, name);
  });
}

/** Gives `cls` the room for attributes that its `__slots__` says, or a dict where it has none. @throws PyRaise for what cannot be slots */
export function applySlots(rt: Runtime, cls: PyClass): void {
  const inherited = cls.mro.slice(1);
  cls.hasDict = inherited.some((base) => base.hasDict);
  const declared = cls.attrs.get('__slots__');
  if (declared === undefined) {
    cls.hasDict = true;
    return;
  }
  const names = slotNames(cls, typeof declared === 'string' ? [declared] : toArray(rt, declared));
  const fixed = FIXED_SIZE.find((kind) => names.length > 0 && cls.isSubclassOf(kind));
  if (fixed !== undefined)
    typeError(`nonempty __slots__ not supported for subtype of '${cls.bases[0].name}'`);
  const taken = names.find((name) => cls.attrs.has(name));
  if (taken !== undefined) valueError(`'${taken}' in __slots__ conflicts with class variable`);
  if (names.includes('__dict__')) cls.hasDict = true;
  cls.slots = new Set([...names, ...inherited.flatMap((base) => [...(base.slots ?? [])])]);
}
