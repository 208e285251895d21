// `list[int]`, `int | None`: what subscripted types and unions of types can do, which is little.
// https://docs.python.org/3.11/library/stdtypes.html#generic-alias-type
import type { Keywords, Runtime } from '../runtime.ts';
import * as classes from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { compareObjects } from '../values/compare.ts';
import {
  genericAliasClass,
  PyGenericAlias,
  typingFormClass,
  unionTypeClass,
} from '../values/generic-alias.ts';
import { nativeRepr } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { binaryNative } from '../values/native-arithmetic.ts';
import { PyTuple } from '../values/tuple.ts';
import { classMethod, method, nativeProperty } from './declare.ts';
import { enumerateClass } from './lazy.ts';

/** Lets `cls[…]` be written. */
export function declareGeneric(cls: PyClass): void {
  classMethod(
    cls,
    '__class_getitem__(item, /)',
    (_rt: Runtime, self: PyClass, item: Value) =>
      new PyGenericAlias(self, item instanceof PyTuple ? item.items : [item]),
  );
}

for (const cls of [
  classes.dictClass,
  classes.frozensetClass,
  classes.listClass,
  classes.setClass,
  classes.tupleClass,
  classes.typeClass,
  enumerateClass,
])
  declareGeneric(cls);

for (const cls of [genericAliasClass, unionTypeClass, typingFormClass]) {
  method(cls, '__repr__()', (rt: Runtime, self: Value) => nativeRepr(rt, self));
  method(cls, '__or__(other, /)', (rt: Runtime, self: Value, other: Value) =>
    binaryNative(rt, '|', self, other),
  );
  method(cls, '__ror__(other, /)', (rt: Runtime, self: Value, other: Value) =>
    binaryNative(rt, '|', other, self),
  );
  method(cls, '__eq__(other, /)', (rt: Runtime, self: Value, other: Value) =>
    self === other ? true : typesEqual(rt, self, other),
  );
}

/** Aliases made apart are equal when they say the same: not needed so far, and so not decided. */
function typesEqual(rt: Runtime, a: Value, b: Value): Value {
  if (a instanceof PyGenericAlias && b instanceof PyGenericAlias)
    return rt.unsupported('comparing generic types');
  const result = compareObjects(rt, '==', a, b);
  return result === NotImplemented ? false : result;
}

method(
  genericAliasClass,
  '__call__(*args, **kwargs)',
  (rt: Runtime, self: PyGenericAlias, args: readonly Value[], keywords: Keywords) =>
    rt.call(self.origin, args, keywords),
);
nativeProperty(genericAliasClass, '__origin__', (_rt, self: PyGenericAlias) => self.origin);
nativeProperty(genericAliasClass, '__args__', (_rt, self: PyGenericAlias) => new PyTuple(self.args));
