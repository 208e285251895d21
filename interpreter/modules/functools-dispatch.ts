// `functools.singledispatch` and `singledispatchmethod`: functions that go by the class of their first argument.
// https://docs.python.org/3.11/library/functools.html#functools.singledispatch
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import { isCallable } from '../builtins/functions-objects.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { bind, getAttr } from '../values/attributes.ts';
import { noneClass, objectClass } from '../values/builtin-classes.ts';
import { PyClass, PyInstance } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { indexError, typeError } from '../values/errors.ts';
import { PyGenericAlias, PyUnionType } from '../values/generic-alias.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { registerClass, typeName, typeOf } from '../values/type-of.ts';
import { belongsTo } from './abstract-meta.ts';
import { libraryClass, type ModuleBuilder } from './define.ts';
import { updateWrapper } from './functools-wraps.ts';
import { makeNative } from './native-function.ts';

const dispatcherClass = libraryClass('functools', 'singledispatch', { written: true });
dispatcherClass.hasDict = true;

class Dispatcher extends PyInstance {
  readonly registry = new Map<PyClass, Value>();
}

function makeDispatcher(rt: Runtime, func: Value): Dispatcher {
  const dispatcher = new Dispatcher(dispatcherClass);
  dispatcher.registry.set(objectClass, func);
  updateWrapper(rt, dispatcher, func);
  return dispatcher;
}

/**
 * The implementation for the class nearest in the MRO. An abstract class that a class belongs to without being derived
 * from it comes right after the class that first belongs to it.
 */
function implementation(rt: Runtime, { registry }: Dispatcher, cls: PyClass): Value {
  for (const ancestor of cls.mro) {
    const found = registry.get(ancestor);
    if (found !== undefined) return found;
    const virtual = [...registry.keys()].filter(
      (other) =>
        !cls.mro.includes(other) &&
        belongsTo(rt, ancestor, other) &&
        !ancestor.bases.some((base) => belongsTo(rt, base, other)),
    );
    const nearest = virtual.filter(
      (one) => !virtual.some((other) => other !== one && belongsTo(rt, other, one)),
    );
    if (nearest.length > 1) return rt.unsupported('singledispatch between several abstract classes');
    if (nearest.length === 1) return registry.get(nearest[0]) as Value;
  }
  return registry.get(objectClass) as Value;
}

/** The classes that `register` is given: one, or the members of a union. */
function classesOf(rt: Runtime, given: Value): readonly PyClass[] {
  if (given === null) return [noneClass];
  if (given instanceof PyClass) return [given];
  const members =
    given instanceof PyUnionType
      ? given.members
      : given instanceof PyGenericAlias && !(given.origin instanceof PyClass) && given.origin.name === 'Union'
        ? given.args
        : null;
  if (members === null) return rt.unsupported('singledispatch by such a class');
  return members.flatMap((member) => classesOf(rt, member));
}

function add(rt: Runtime, { registry }: Dispatcher, cls: Value, func: Value): Value {
  for (const one of classesOf(rt, cls)) registry.set(one, func);
  return func;
}

/** `register(cls, func=None)`: with neither but a function, its first annotation says the class. */
function register(rt: Runtime, self: Dispatcher, cls: Value, func: Value): Value {
  if (func !== null) return add(rt, self, cls, func);
  if (cls instanceof PyClass || cls instanceof PyUnionType || cls instanceof PyGenericAlias)
    return makeNative('register(func)', (_rt: Runtime, given: Value) => add(rt, self, cls, given));
  return registerByAnnotation(rt, self, cls);
}

function registerByAnnotation(rt: Runtime, self: Dispatcher, func: Value): Value {
  if (!isCallable(func) && !(func instanceof HeapObject))
    return rt.unsupported('registering what is no function');
  const plain = func instanceof PyInstance || isCallable(func) ? func : getAttr(rt, func, '__func__');
  const annotations = getAttr(rt, plain, '__annotations__');
  const first = annotations instanceof PyDict ? annotations.valueList()[0] : undefined;
  if (first === undefined) return rt.unsupported('singledispatch by a function without annotations');
  const meant = typeof first === 'string' ? rt.evaluate(first, new Map(rt.programGlobals())) : first;
  return add(rt, self, meant, func);
}

method(
  dispatcherClass,
  '__call__(*args, **kwargs)',
  (rt: Runtime, self: Dispatcher, args: readonly Value[], keywords: Keywords) => {
    if (args.length === 0)
      typeError(`${String(self.attrs.get('__name__'))} requires at least 1 positional argument`);
    return rt.call(implementation(rt, self, typeOf(args[0])), args, keywords);
  },
);
method(dispatcherClass, 'dispatch(cls, /)', (rt: Runtime, self: Dispatcher, cls: Value) =>
  cls instanceof PyClass ? implementation(rt, self, cls) : typeError(`${typeName(cls)} is not a class`),
);
method(dispatcherClass, 'register(cls, func=None, /)', register);
nativeProperty(dispatcherClass, 'registry', (rt, { registry }: Dispatcher) => {
  const listed = new PyDict();
  for (const [cls, func] of registry) listed.set(rt, cls, func);
  return listed;
});

// ---- singledispatchmethod ------------------------------------------------------------------------

const methodClass = libraryClass('functools', 'singledispatchmethod', { written: true });

class DispatchMethod extends HeapObject {
  readonly dispatcher: Dispatcher;
  readonly func: Value;

  constructor(dispatcher: Dispatcher, func: Value) {
    super();
    this.dispatcher = dispatcher;
    this.func = func;
  }
}
registerClass(DispatchMethod, methodClass);

constructor(
  methodClass,
  'singledispatchmethod(func)',
  (rt: Runtime, _cls: PyClass, func: Value) => new DispatchMethod(makeDispatcher(rt, func), func),
  'python',
);
nativeProperty(methodClass, 'dispatcher', (_rt, self: DispatchMethod) => self.dispatcher);
nativeProperty(methodClass, 'func', (_rt, self: DispatchMethod) => self.func);
method(
  methodClass,
  'register(cls, method=None, /)',
  (rt: Runtime, self: DispatchMethod, cls: Value, func: Value) => register(rt, self.dispatcher, cls, func),
);
method(
  methodClass,
  '__get__(instance, owner=None, /)',
  (_rt: Runtime, self: DispatchMethod, instance: Value, owner: Value) =>
    makeNative('_method(*args, **kwargs)', (rt: Runtime, args: readonly Value[], keywords: Keywords) => {
      if (args.length === 0) indexError('tuple index out of range');
      const chosen = implementation(rt, self.dispatcher, typeOf(args[0]));
      const cls = owner instanceof PyClass ? owner : typeOf(instance);
      // Taken from the class, a plain function stays as it is.
      const bound = instance === null && isCallable(chosen) ? chosen : bind(rt, chosen, instance, cls);
      return rt.call(bound, args, keywords);
    }),
);

/** Declares the functions in the module. */
export function declareDispatch(module: ModuleBuilder): void {
  module.function('singledispatch(func)', makeDispatcher, 'python');
  module.value('singledispatchmethod', methodClass);
}
