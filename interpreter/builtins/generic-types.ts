// `list[int]`, `int | None`: what subscripted types and unions of types can do, which is little.
// https://docs.python.org/3.11/library/stdtypes.html#generic-alias-type
import type { Keywords, Runtime } from '../runtime.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { getAttr } from '../values/attributes.ts';
import {
  genericAliasClass,
  isTypeForm,
  PyGenericAlias,
  PyTypingForm,
  PyUnionType,
  sameType,
  typingFormClass,
  typingUnion,
  unionForm,
  unionTypeClass,
} from '../values/generic-alias.ts';
import { raise, typeError } from '../values/errors.ts';
import { fromHash64 } from '../values/hash64.ts';
import { nativeHash } from '../values/hash.ts';
import { PyList } from '../values/list.ts';
import { nativeRepr } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { binaryNative } from '../values/native-arithmetic.ts';
import { PyTuple } from '../values/tuple.ts';
import { classMethod, constructor, method, nativeProperty } from './declare.ts';
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

/** Lets objects of `cls` stand in unions: `object | type`. */
export function declareUnion(cls: PyClass): void {
  method(cls, '__or__(other, /)', (rt: Runtime, self: Value, other: Value) =>
    binaryNative(rt, '|', self, other),
  );
  method(cls, '__ror__(other, /)', (rt: Runtime, self: Value, other: Value) =>
    binaryNative(rt, '|', other, self),
  );
}

for (const cls of [genericAliasClass, unionTypeClass, typingFormClass]) {
  method(cls, '__repr__()', (rt: Runtime, self: Value) => nativeRepr(rt, self));
  declareUnion(cls);
  method(cls, '__eq__(other, /)', (_rt: Runtime, self: Value, other: Value) =>
    isTypeForm(other) ? sameType(self, other) : NotImplemented,
  );
  method(cls, '__hash__()', (rt: Runtime, self: Value) => fromHash64(nativeHash(rt, self)));
}

constructor(genericAliasClass, 'GenericAlias(origin, args, /)', (rt, _cls, origin: Value, args: Value) =>
  origin instanceof PyClass
    ? new PyGenericAlias(origin, args instanceof PyTuple ? args.items : [args])
    : rt.unsupported('such a GenericAlias'),
);
method(
  genericAliasClass,
  '__call__(*args, **kwargs)',
  (rt: Runtime, self: PyGenericAlias, args: readonly Value[], keywords: Keywords) =>
    rt.call(self.origin, args, keywords),
);
/** The type variables in `type`, in the order in which they first stand there. */
function variablesOf(rt: Runtime, type: Value): readonly PyTypingForm[] {
  if (type instanceof PyTypingForm) return type.mark === null ? [] : [type];
  if (type instanceof PyList) return rt.unsupported('a subscript of a generic type of functions');
  const parts = type instanceof PyGenericAlias ? type.args : type instanceof PyUnionType ? type.members : [];
  return [...new Set(parts.flatMap((part) => variablesOf(rt, part)))];
}

/** `type` with its variables replaced. */
function withVariables(rt: Runtime, type: Value, meaning: ReadonlyMap<Value, Value>): Value {
  if (type instanceof PyTypingForm) return meaning.get(type) ?? type;
  if (type instanceof PyUnionType) return rt.unsupported('a type variable in such a union');
  if (!(type instanceof PyGenericAlias) || variablesOf(rt, type).length === 0) return type;
  const args = type.args.map((arg) => withVariables(rt, arg, meaning));
  return type.origin === unionForm ? typingUnion(args) : new PyGenericAlias(type.origin, args);
}

method(genericAliasClass, '__getitem__(item, /)', (rt: Runtime, self: PyGenericAlias, item: Value) => {
  const variables = variablesOf(rt, self);
  if (variables.length === 0) typeError(`${nativeRepr(rt, self)} is not a generic class`);
  const given = item instanceof PyTuple ? item.items : [item === null ? classes.noneClass : item];
  if (given.length !== variables.length) return rt.unsupported('a subscript that fits no generic type');
  return withVariables(rt, self, new Map(variables.map((variable, i) => [variable, given[i]])));
});
method(unionTypeClass, '__getitem__(item, /)', (rt: Runtime, self: PyUnionType) => {
  if (self.members.every((member) => variablesOf(rt, member).length === 0))
    typeError(`${nativeRepr(rt, self)} is not a generic class`);
  return rt.unsupported('a type variable in such a union');
});
/** What the type is one of at run time: for `List[int]` the list. */
export const originOf = ({ origin }: PyGenericAlias): Value =>
  origin instanceof PyTypingForm ? (origin.runtimeClass ?? origin) : origin;

nativeProperty(genericAliasClass, '__origin__', (_rt, self: PyGenericAlias) => originOf(self));
// all else is asked of the class
method(genericAliasClass, '__getattr__(name, /)', (rt: Runtime, self: PyGenericAlias, name: Value) => {
  const { origin } = self;
  const asked = String(name);
  if (origin instanceof PyTypingForm && asked === '__name__') return origin.name;
  return ofClass(rt, originOf(self), asked, origin instanceof PyTypingForm);
});
method(typingFormClass, '__getattr__(name, /)', (rt: Runtime, self: PyTypingForm, name: Value) =>
  ofClass(rt, self.runtimeClass, String(name), true),
);
method(genericAliasClass, '__iter__()', (rt: Runtime) => rt.unsupported('unpacking a generic type'));

/** An attribute of the class that a type stands for; `typing` gives none of the special ones. */
function ofClass(rt: Runtime, cls: Value, name: string, ofTyping: boolean): Value {
  if (cls instanceof PyClass && !(ofTyping && /^__.*__$/.test(name))) return getAttr(rt, cls, name);
  return raise('AttributeError', name);
}
/**
 * What the type was subscripted with. Names of types stand there as references of a kind of their own where `typing` was
 * subscripted, which are refused.
 */
export function argumentsOf(rt: Runtime, { origin, args }: PyGenericAlias): Value[] {
  if (!(origin instanceof PyTypingForm) || origin.name === 'Literal') return [...args];
  const isReference = (arg: Value): boolean =>
    typeof arg === 'string' || (arg instanceof PyList && arg.items.some(isReference));
  if (args.some(isReference)) rt.unsupported('references to types by name');
  return args.map((arg) => (arg === null ? classes.noneClass : arg));
}

// the parameters of a function stand beside what it returns
nativeProperty(
  genericAliasClass,
  '__args__',
  (rt, alias: PyGenericAlias) =>
    new PyTuple(argumentsOf(rt, alias).flatMap((arg) => (arg instanceof PyList ? [...arg.items] : [arg]))),
);
