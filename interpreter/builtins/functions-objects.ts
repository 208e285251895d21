// Builtin functions about objects in general: attributes, types, reprs, hashing.
// https://docs.python.org/3.11/library/functions.html
import type { Runtime } from '../runtime.ts';
import { deleteAttr, findAttr, getAttr, setAttr } from '../values/attributes.ts';
import { PyClass } from '../values/class.ts';
import { PyStaticMethod } from '../values/descriptors.ts';
import { isRaised, typeError } from '../values/errors.ts';
import { PyGenericAlias, PyTypingForm, PyUnionType } from '../values/generic-alias.ts';
import { hash } from '../values/hash.ts';
import { length } from '../values/iterate.ts';
import { noneClass, typeClass } from '../values/builtin-classes.ts';
import type { Value } from '../values/objects.ts';
import { ascii, format, repr } from '../values/repr.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { argumentName, typeOf } from '../values/type-of.ts';
import { localNames } from './functions-names.ts';
import { builtinFunction } from './function-registry.ts';
import { attributeName } from './object-methods.ts';

builtinFunction('ascii(obj, /)', ascii);
builtinFunction('repr(obj, /)', repr);
builtinFunction('hash(obj, /)', hash);
builtinFunction('len(obj, /)', length);
builtinFunction('id(obj, /)', (rt: Runtime) => rt.unsupported('id(), which shows an address'));
builtinFunction('callable(obj, /)', (_rt: Runtime, obj: Value) => isCallable(obj));

builtinFunction("format(value, format_spec='', /)", (rt: Runtime, value: Value, spec: Value) =>
  typeof spec === 'string'
    ? format(rt, value, spec)
    : typeError(`format() argument 2 must be str, not ${argumentName(spec)}`),
);

/** `callable(value)`. */
export function isCallable(value: Value): boolean {
  return value instanceof PyStaticMethod || findSpecial(value, '__call__') !== undefined;
}

// ---- attributes ----------------------------------------------------------------------------------

builtinFunction(
  'getattr(object, name, default?, /)',
  (rt: Runtime, object: Value, key: Value, fallback: Value | undefined) => {
    const name = attributeName(key);
    if (fallback === undefined) return getAttr(rt, object, name);
    const found = quietAttr(rt, object, name);
    return found === undefined ? fallback : found;
  },
);

builtinFunction(
  'hasattr(obj, name, /)',
  (rt: Runtime, object: Value, name: Value) => quietAttr(rt, object, attributeName(name)) !== undefined,
);

/** An attribute, or undefined when looking it up raises AttributeError. */
function quietAttr(rt: Runtime, object: Value, name: string): Value | undefined {
  try {
    return findAttr(rt, object, name);
  } catch (error) {
    if (isRaised(error, 'AttributeError')) return undefined;
    throw error;
  }
}

builtinFunction('setattr(obj, name, value, /)', (rt: Runtime, object: Value, name: Value, value: Value) => {
  setAttr(rt, object, attributeName(name), value);
  return null;
});

builtinFunction('delattr(obj, name, /)', (rt: Runtime, object: Value, name: Value) => {
  deleteAttr(rt, object, attributeName(name));
  return null;
});

builtinFunction('vars(object?, /)', (rt: Runtime, object: Value | undefined) => {
  if (object === undefined) return localNames(rt);
  const found = quietAttr(rt, object, '__dict__');
  return found === undefined ? typeError('vars() argument must have __dict__ attribute') : found;
});

// ---- types ---------------------------------------------------------------------------------------

const NOT_A_TYPE = 'isinstance() arg 2 must be a type, a tuple of types, or a union';
const NOT_A_CLASS = 'issubclass() arg 2 must be a class, a tuple of classes, or a union';

/** `isinstance(object, types)`. */
export function isInstanceOf(rt: Runtime, object: Value, types: Value): boolean {
  return matchesTypes(
    rt,
    types,
    NOT_A_TYPE,
    'isinstance() argument 2 cannot be a parameterized generic',
    (cls) => {
      if (typeOf(object) === cls) return true;
      const check = typeOf(cls).lookup('__instancecheck__') as Value;
      return truth(rt, callSpecial(rt, check, cls, object));
    },
  );
}

builtinFunction('isinstance(obj, class_or_tuple, /)', isInstanceOf);

/** What is no class is one to CPython when it names bases. */
function noClass(rt: Runtime, value: Value, complaint: string): never {
  if (findAttr(rt, value, '__bases__') !== undefined) rt.unsupported('an object with __bases__ as a class');
  return typeError(complaint);
}

builtinFunction('issubclass(cls, class_or_tuple, /)', (rt: Runtime, given: Value, types: Value) => {
  if (!(given instanceof PyClass)) return noClass(rt, given, 'issubclass() arg 1 must be a class');
  return matchesTypes(
    rt,
    types,
    NOT_A_CLASS,
    'issubclass() argument 2 cannot be a parameterized generic',
    (cls) => {
      const check = typeOf(cls).lookup('__subclasscheck__') as Value;
      return truth(rt, callSpecial(rt, check, cls, given));
    },
  );
});

/** Whether one of the types a program gave passes `test`; tuples nest. */
function matchesTypes(
  rt: Runtime,
  types: Value,
  complaint: string,
  generic: string,
  test: (cls: PyClass) => boolean,
): boolean {
  if (types instanceof PyClass) return test(types);
  if (types instanceof PyTuple)
    return types.items.some((type) => matchesTypes(rt, type, complaint, generic, test));
  if (types instanceof PyUnionType)
    return types.members.some((type) =>
      matchesTypes(rt, type === null ? noneClass : type, complaint, generic, test),
    );
  if (types instanceof PyTypingForm && types.runtimeClass !== null) return test(types.runtimeClass);
  if (types instanceof PyGenericAlias) {
    if (types.origin instanceof PyClass) return typeError(generic);
    if (types.origin.name !== 'Union')
      return typeError('Subscripted generics cannot be used with class and instance checks');
    return types.args.some((type) => matchesTypes(rt, type, complaint, generic, test));
  }
  if (typeOf(types).module === 'typing') return rt.unsupported('isinstance with a name of typing');
  if (typeOf(types) !== typeClass && findSpecial(types, '__instancecheck__') !== undefined)
    return rt.unsupported('__instancecheck__');
  return noClass(rt, types, complaint);
}
