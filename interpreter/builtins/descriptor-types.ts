// `property`, `staticmethod`, `classmethod`, and the attributes of functions and methods.
// https://docs.python.org/3.11/library/functions.html#property
import { PyBoundMethod, PyBuiltin } from './builtin.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import {
  builtinFunctionClass,
  cellClass,
  classmethodClass,
  functionClass,
  methodClass,
  moduleClass,
  propertyClass,
  staticmethodClass,
} from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import type { PyCell, PyFunction } from '../values/function.ts';
import type { PyModule } from '../values/module.ts';
import { bind, getAttr } from '../values/attributes.ts';
import { typeOf } from '../values/type-of.ts';
import { typeError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { constructor, method, nativeProperty } from './declare.ts';
import { functionAnnotations } from './function-annotations.ts';
import { isCallable } from './functions-objects.ts';

// ---- property ------------------------------------------------------------------------------------

constructor(
  propertyClass,
  'property(fget=None, fset=None, fdel=None, doc=None)',
  (_rt: Runtime, _cls: PyClass, getter: Value, setter: Value, deleter: Value, doc: Value) =>
    new PyProperty(getter, setter, deleter, doc),
);

method(
  propertyClass,
  'getter(fget, /)',
  (_rt: Runtime, self: PyProperty, getter: Value) =>
    new PyProperty(getter, self.setter, self.deleter, self.doc),
);
method(
  propertyClass,
  'setter(fset, /)',
  (_rt: Runtime, self: PyProperty, setter: Value) =>
    new PyProperty(self.getter, setter, self.deleter, self.doc),
);
method(
  propertyClass,
  'deleter(fdel, /)',
  (_rt: Runtime, self: PyProperty, deleter: Value) =>
    new PyProperty(self.getter, self.setter, deleter, self.doc),
);
nativeProperty(propertyClass, '__doc__', (rt, self: PyProperty) =>
  self.doc === null && self.getter !== null ? getAttr(rt, self.getter, '__doc__') : self.doc,
);
method(propertyClass, '__get__(instance, owner=None, /)', (rt: Runtime, self: PyProperty, instance: Value) =>
  instance === null ? self : bind(rt, self, instance, typeOf(instance)),
);
nativeProperty(propertyClass, 'fget', (_rt, self: PyProperty) => self.getter);
nativeProperty(propertyClass, 'fset', (_rt, self: PyProperty) => self.setter);
nativeProperty(propertyClass, 'fdel', (_rt, self: PyProperty) => self.deleter);

// ---- staticmethod and classmethod ----------------------------------------------------------------

constructor(
  staticmethodClass,
  'staticmethod(function, /)',
  (_rt: Runtime, _cls: PyClass, func: Value) => new PyStaticMethod(func),
  'positional',
);
constructor(
  classmethodClass,
  'classmethod(function, /)',
  (_rt: Runtime, _cls: PyClass, func: Value) => new PyClassMethod(func),
  'positional',
);
nativeProperty(staticmethodClass, '__func__', (_rt, self: PyStaticMethod) => self.func);
nativeProperty(classmethodClass, '__func__', (_rt, self: PyClassMethod) => self.func);
for (const cls of [classmethodClass, staticmethodClass]) {
  nativeProperty(cls, '__wrapped__', (_rt, self: PyStaticMethod | PyClassMethod) => self.func);
  for (const name of ['__name__', '__qualname__', '__module__', '__doc__'])
    nativeProperty(cls, name, (rt, self: PyStaticMethod | PyClassMethod) => getAttr(rt, self.func, name));
}
method(staticmethodClass, '__get__(instance, owner=None, /)', (_rt, self: PyStaticMethod) => self.func);
method(
  classmethodClass,
  '__get__(instance, owner=None, /)',
  (rt: Runtime, self: PyClassMethod, instance: Value, owner: Value) =>
    bind(rt, self, instance, owner === null ? typeOf(instance) : (owner as PyClass)),
);

// ---- functions and methods -----------------------------------------------------------------------

for (const cls of [functionClass, builtinFunctionClass, methodClass])
  method(
    cls,
    '__call__(*args, **kwargs)',
    (rt: Runtime, self: Value, args: readonly Value[], keywords: Keywords) => rt.call(self, args, keywords),
  );

/** What a function does by, and what is one thing with its other attributes. */
const DECIDING: ReadonlySet<string> = new Set(['__code__', '__defaults__', '__dict__', '__kwdefaults__']);

/** An attribute of a native function that CPython has in Python. */
function libraryAttribute(rt: Runtime, func: PyBuiltin, name: string): Value {
  if (name === '__name__') return func.name;
  if (name === '__qualname__') return func.owner === null ? func.name : `${func.owner}.${func.name}`;
  if (name === '__module__' && func.module !== 'builtins') return func.module;
  return rt.unsupported(`the ${name} of a function of the library`);
}

/** An attribute of functions that a program may set, and what it is before. */
function functionAttribute(name: string, initial: (func: PyFunction, rt: Runtime) => Value): void {
  nativeProperty(
    functionClass,
    name,
    (rt, self: PyFunction | PyBuiltin) => {
      if (self instanceof PyBuiltin) return libraryAttribute(rt, self, name);
      const own = self.attrs?.get(name);
      return own === undefined ? initial(self, rt) : own;
    },
    (rt, self: PyFunction | PyBuiltin, value: Value) => {
      if (self instanceof PyBuiltin) return rt.unsupported('an attribute set on a function of the library');
      if ((name === '__name__' || name === '__qualname__') && typeof value !== 'string')
        typeError(`${name} must be set to a string object`);
      if (DECIDING.has(name)) rt.unsupported(`setting the ${name} of a function`);
      self.setAttr(name, value);
    },
  );
}

functionAttribute('__name__', (func) => func.code.name);
functionAttribute('__qualname__', (func) => func.code.qualname);
functionAttribute('__module__', (func) => func.code.library?.name ?? '__main__');
functionAttribute('__doc__', (func) => func.code.doc);
functionAttribute('__defaults__', (func) => (func.defaults.length === 0 ? null : new PyTuple(func.defaults)));
functionAttribute('__kwdefaults__', (func) =>
  func.keywordDefaults === null ? null : PyDict.ofStrings(func.keywordDefaults),
);
functionAttribute('__annotations__', (func, rt) => functionAnnotations(rt, func));
nativeProperty(functionClass, '__closure__', (rt, self: PyFunction | PyBuiltin) => {
  if (self instanceof PyBuiltin) return libraryAttribute(rt, self, '__closure__');
  const { code, closure } = self;
  if (closure.length === 0) return null;
  // In the order of their names.
  const named = closure.map((cell, i) => [code.slotNames[code.freeStart + i], cell] as const);
  return new PyTuple(named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell));
});
nativeProperty(
  cellClass,
  'cell_contents',
  (_rt, { value }: PyCell) => (value === undefined ? valueError('Cell is empty') : value),
  (rt) => rt.unsupported('setting the contents of a cell'),
);
method(functionClass, '__get__(instance, owner=None, /)', (_rt, self: PyFunction, instance: Value) =>
  instance === null ? self : new PyBoundMethod(instance, self),
);
functionAttribute('__dict__', (_func, rt) => rt.unsupported('the __dict__ of a function'));
functionAttribute('__code__', (_func, rt) => rt.unsupported('the code of a function'));

/** A builtin function, or what a method of a builtin class is when taken from an object. */
type Native = PyBuiltin | PyBoundMethod;
const builtinOf = (self: Native): PyBuiltin =>
  self instanceof PyBoundMethod ? (self.func as PyBuiltin) : self;
nativeProperty(builtinFunctionClass, '__name__', (_rt, self: Native) => builtinOf(self).name);
nativeProperty(builtinFunctionClass, '__qualname__', (_rt, self: Native) => {
  const { owner, name } = builtinOf(self);
  return owner === null ? name : `${owner}.${name}`;
});
nativeProperty(builtinFunctionClass, '__module__', (_rt, self: Native) =>
  self instanceof PyBoundMethod ? null : self.module,
);
nativeProperty(builtinFunctionClass, '__self__', (rt, self: Native) =>
  self instanceof PyBoundMethod ? self.self : rt.unsupported('the __self__ of a builtin function'),
);
nativeProperty(builtinFunctionClass, '__doc__', (rt, self: Native) =>
  rt.unsupported(`the docstring of ${builtinOf(self).name}`),
);

constructor(
  methodClass,
  'method(function, instance, /)',
  (_rt: Runtime, _cls: PyClass, func: Value, instance: Value) => {
    if (!isCallable(func)) typeError('first argument must be callable');
    if (instance === null) typeError('instance must not be None');
    return new PyBoundMethod(instance, func);
  },
);
nativeProperty(methodClass, '__self__', (_rt, self: PyBoundMethod) => self.self);
nativeProperty(methodClass, '__func__', (_rt, self: PyBoundMethod) => self.func);
for (const name of ['__name__', '__qualname__', '__module__', '__doc__'])
  nativeProperty(methodClass, name, (rt, self: PyBoundMethod) => getAttr(rt, self.func, name));

nativeProperty(moduleClass, '__name__', (_rt, self: PyModule) => self.name);
nativeProperty(moduleClass, '__doc__', (rt, self: PyModule) =>
  rt.unsupported(`the docstring of ${self.name}`),
);
