// What every object and every class has: `object`'s methods, `type`'s attributes, `super`.
// https://docs.python.org/3.11/reference/datamodel.html#special-method-names
import type { Keywords, Runtime } from '../runtime.ts';
import { isSpecial, PyBoundMethod, PyBuiltin } from './builtin.ts';
import { frozensetClass, objectClass, setClass, superClass, typeClass } from '../values/builtin-classes.ts';
import { PyClass, PyException, PyInstance } from '../values/class.ts';
import { compareObjects, RICH_COMPARISON, type RichOperator } from '../values/compare.ts';
import { getAttr, ownAttrs, removeAttr, storeAttr, storeOwn } from '../values/attributes.ts';
import { PyAttributesDict } from '../values/attributes-dict.ts';
import { PyNativeProperty } from '../values/descriptors.ts';
import { PyMappingProxy } from '../values/mapping-proxy.ts';
import { PyModule } from '../values/module.ts';
import { raise, typeError } from '../values/errors.ts';
import { hash64 } from '../values/hash.ts';
import { fromHash64 } from '../values/hash64.ts';
import { construct } from '../values/instantiate.ts';
import { impliedHash, newClass } from '../values/make-class.ts';
import { classRepr, nativeRepr } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { PyList } from '../values/list.ts';
import { formatObject, repr } from '../values/repr.ts';
import { PySuper } from '../values/super.ts';
import { FIXED_SIZE } from '../values/slots.ts';
import { PyTuple } from '../values/tuple.ts';
import { argumentName, isInstance, typeName, typeOf } from '../values/type-of.ts';
import { PyDict } from '../values/dict.ts';
import { classMethod, constructor, method, nativeProperty } from './declare.ts';

// ---- object --------------------------------------------------------------------------------------

/** Whether a class has its own `name` in place of `object`'s. */
function overrides(cls: PyClass, name: string): boolean {
  return cls.lookup(name) !== objectClass.attrs.get(name);
}

constructor(
  objectClass,
  'object(*args, **kwargs)',
  (_rt: Runtime, cls: PyClass, args: readonly Value[], keywords: Keywords) => {
    if (args.length > 0 || (keywords !== null && keywords.size > 0)) {
      if (overrides(cls, '__new__'))
        typeError('object.__new__() takes exactly one argument (the type to instantiate)');
      if (!overrides(cls, '__init__')) typeError(`${cls.name}() takes no arguments`);
    }
    refuseAbstract(cls);
    return new PyInstance(cls);
  },
);

/** A class made by `abc` keeps the names of its abstract methods. */
function refuseAbstract(cls: PyClass): void {
  const names = cls.abstractMethods;
  if (names.length === 0) return;
  const plural = names.length === 1 ? 'method' : 'methods';
  typeError(`Can't instantiate abstract class ${cls.name} with abstract ${plural} ${names.join(', ')}`);
}

method(
  objectClass,
  '__init__(*args, **kwargs)',
  (_rt: Runtime, self: Value, args: readonly Value[], keywords: Keywords) => {
    if (args.length === 0 && (keywords === null || keywords.size === 0)) return null;
    const cls = typeOf(self);
    if (overrides(cls, '__init__'))
      typeError('object.__init__() takes exactly one argument (the instance to initialize)');
    if (!overrides(cls, '__new__'))
      typeError(`${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
    return null;
  },
);

for (const op of Object.keys(RICH_COMPARISON) as RichOperator[])
  method(objectClass, `${RICH_COMPARISON[op].method}(value, /)`, (rt: Runtime, self: Value, value: Value) =>
    compareObjects(rt, op, self, value),
  );

method(objectClass, '__hash__()', (rt: Runtime, self: Value) => {
  rt.observeSetOrder();
  return fromHash64(hash64(rt, self));
});
method(objectClass, '__repr__()', (rt: Runtime, self: Value) => nativeRepr(rt, self));
method(objectClass, '__str__()', (rt: Runtime, self: Value) => repr(rt, self));
method(objectClass, '__format__(format_spec, /)', (rt: Runtime, self: Value, spec: Value) =>
  typeof spec === 'string'
    ? formatObject(rt, self, spec)
    : typeError(`__format__() argument must be str, not ${argumentName(spec)}`),
);
method(objectClass, '__setattr__(name, value, /)', (rt: Runtime, self: Value, name: Value, value: Value) => {
  storeAttr(rt, self, attributeName(name), value);
  return null;
});
method(objectClass, '__delattr__(name, /)', (rt: Runtime, self: Value, name: Value) => {
  removeAttr(rt, self, attributeName(name));
  return null;
});
method(objectClass, '__getattribute__(name, /)', (rt: Runtime, self: Value, name: Value) =>
  getAttr(rt, self, attributeName(name)),
);
classMethod(
  objectClass,
  '__init_subclass__(*args, **kwargs)',
  (_rt: Runtime, cls: PyClass, args: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
    const called = `${cls.qualname}.__init_subclass__()`;
    if (keywords.size > 0) typeError(`${called} takes no keyword arguments`);
    if (args.length > 0) typeError(`${called} takes no arguments (${args.length} given)`);
    return null;
  },
);
method(objectClass, '__dir__()', (rt: Runtime) => rt.unsupported('dir()'));

/** @throws PyRaise TypeError "attribute name must be string, not 'int'" */
export function attributeName(name: Value): string {
  return typeof name === 'string'
    ? name
    : typeError(`attribute name must be string, not '${typeName(name)}'`);
}

nativeProperty(
  objectClass,
  '__class__',
  (_rt, self: Value) => typeOf(self),
  (rt) => rt.unsupported('assignment to __class__'),
);
nativeProperty(objectClass, '__dict__', (rt, self: Value) => {
  if (self instanceof PyInstance && self.cls.hasDict) {
    // What an object of a Primer library keeps in itself is not what CPython's keeps.
    const own = rt.root === rt ? self.cls.mro.find((cls) => cls.id < 0 && !cls.builtin) : undefined;
    if (own !== undefined && own.lookup('__exact_dict__') !== true && !(self instanceof PyException))
      return rt.unsupported(`the __dict__ of '${typeName(self)}' objects`);
    return PyAttributesDict.of(self);
  }
  if (!(self instanceof PyInstance) && (ownAttrs(self) !== null || self instanceof PyModule))
    return rt.unsupported(`the __dict__ of '${typeName(self)}' objects`);
  return raise('AttributeError', `'${typeName(self)}' object has no attribute '__dict__'`);
});
nativeProperty(
  objectClass,
  '__doc__',
  (rt, self: Value) => ownAttrs(self)?.get('__doc__') ?? docOf(rt, typeOf(self)),
  (_rt, self: Value, value: Value) => storeOwn(self, '__doc__', value),
);

function docOf(rt: Runtime, cls: PyClass): Value {
  if (cls.builtin) return rt.unsupported(`the docstring of the builtin class ${cls.name}`);
  const doc = cls.attrs.get('__doc__') ?? null;
  return doc instanceof PyNativeProperty ? doc.get(rt, cls) : doc;
}

// ---- type ----------------------------------------------------------------------------------------

/** CPython has several types for the methods of builtin classes, which are one thing here. */
function typeFor(rt: Runtime, value: Value): PyClass {
  const bound = value instanceof PyBoundMethod;
  const func = bound ? value.func : value;
  if (func instanceof PyBuiltin && func.owner !== null && (!bound || isSpecial(func)))
    rt.unsupported("the type of a builtin class's method");
  return typeOf(value);
}

constructor(
  typeClass,
  'type(*args, **kwargs)',
  (rt: Runtime, metaclass: PyClass, args: readonly Value[], keywords: Keywords) => {
    if (metaclass === typeClass && args.length === 1 && (keywords === null || keywords.size === 0))
      return typeFor(rt, args[0]);
    if (args.length !== 3) {
      if (metaclass === typeClass && args.length === 1 && keywords !== null)
        typeError('type() takes no keyword arguments');
      const ofLibrary = metaclass.mro.some((cls) => cls.builtin && cls !== typeClass && cls !== objectClass);
      if (ofLibrary) rt.unsupported(`calling ${metaclass.name} with ${args.length} arguments`);
      typeError(
        metaclass === typeClass
          ? 'type() takes 1 or 3 arguments'
          : `type.__new__() takes exactly 3 arguments (${args.length} given)`,
      );
    }
    const [first, bases, namespace] = args;
    if (typeof first !== 'string')
      typeError(`type.__new__() argument 1 must be str, not ${argumentName(first)}`);
    if (!(bases instanceof PyTuple))
      typeError(`type.__new__() argument 2 must be tuple, not ${argumentName(bases)}`);
    if (!(namespace instanceof PyDict))
      typeError(`type.__new__() argument 3 must be dict, not ${argumentName(namespace)}`);
    const attrs = new Map(namespace.entries().map(([name, value]) => [attributeName(name), value]));
    return newClass(rt, metaclass, first, bases.items, attrs, keywords);
  },
);

method(
  typeClass,
  '__init__(*args, **kwargs)',
  (_rt: Runtime, _self: PyClass, args: readonly Value[], keywords: Keywords) => {
    if (args.length === 1 && keywords !== null && keywords.size > 0)
      typeError('type.__init__() takes no keyword arguments');
    if (args.length !== 1 && args.length !== 3) typeError('type.__init__() takes 1 or 3 arguments');
    return null;
  },
);
classMethod(typeClass, '__prepare__(*args, **kwargs)', () => new PyDict());

method(
  typeClass,
  '__call__(*args, **kwargs)',
  (rt: Runtime, self: PyClass, args: readonly Value[], keywords: Keywords) =>
    construct(rt, self, args, keywords),
);
method(typeClass, 'mro()', (_rt: Runtime, self: PyClass) => new PyList([...self.mro]));
method(typeClass, '__instancecheck__(instance, /)', (_rt: Runtime, self: PyClass, instance: Value) =>
  isInstance(instance, self),
);
method(
  typeClass,
  '__subclasscheck__(subclass, /)',
  (_rt: Runtime, self: PyClass, subclass: Value) =>
    subclass instanceof PyClass && subclass.isSubclassOf(self),
);
method(typeClass, '__subclasses__()', (rt: Runtime) => rt.unsupported('__subclasses__'));
method(typeClass, '__dir__()', (rt: Runtime) => rt.unsupported('dir()'));

nativeProperty(
  typeClass,
  '__name__',
  (_rt, self: PyClass) => self.name,
  (rt) => rt.unsupported('assignment to the __name__ of a class'),
);
nativeProperty(
  typeClass,
  '__qualname__',
  (_rt, self: PyClass) => self.qualname,
  (_rt, self: PyClass, value: Value) => {
    if (typeof value !== 'string')
      typeError(`can only assign string to ${self.name}.__qualname__, not '${typeName(value)}'`);
    self.setAttr('__qualname__', value);
  },
);
nativeProperty(
  typeClass,
  '__module__',
  (_rt, self: PyClass) => self.module,
  (rt) => rt.unsupported('assignment to the __module__ of a class'),
);
// Only the metaclass of abstract classes has more to say.
nativeProperty(typeClass, '__abstractmethods__', () => raise('AttributeError', '__abstractmethods__'));
nativeProperty(typeClass, '__mro__', (_rt, self: PyClass) => new PyTuple(self.mro));
nativeProperty(typeClass, '__bases__', (_rt, self: PyClass) => new PyTuple(self.bases));
nativeProperty(typeClass, '__base__', (_rt, self: PyClass) => self.bases[0] ?? null);
nativeProperty(
  typeClass,
  '__doc__',
  (rt, self: PyClass) => docOf(rt, self),
  (_rt, self: PyClass, value: Value) => self.setAttr('__doc__', value),
);
/** Whether the objects of a class have room for weak references. */
function refersWeakly(cls: PyClass): boolean {
  if (cls.builtin) return cls.isSubclassOf(setClass) || cls.isSubclassOf(frozensetClass);
  if (!cls.attrs.has('__slots__') || cls.slots?.has('__weakref__') === true) return true;
  return cls.bases.some(refersWeakly);
}

/** Whether the class is the one that gives its objects that room, and the attribute `__weakref__`. */
function makesWeak(cls: PyClass): boolean {
  const unslotted = !cls.attrs.has('__slots__') || cls.slots?.has('__weakref__') === true;
  if (cls.builtin || !unslotted || cls.bases.some(refersWeakly)) return false;
  return !FIXED_SIZE.some((kind) => cls.isSubclassOf(kind));
}

/** The member that a class has for a slot: there, but not to be used. */
const memberOf = (cls: PyClass, name: string): Value =>
  new PyNativeProperty(name, cls.name, (rt) => rt.unsupported('the member that a class has for a slot'));

const descriptorOf = (cls: PyClass, name: string): Value =>
  new PyNativeProperty(name, cls.name, (_rt, object) => object);

nativeProperty(objectClass, '__weakref__', (_rt, self: Value) =>
  typeOf(self).mro.some(makesWeak)
    ? null
    : raise('AttributeError', `'${typeName(self)}' object has no attribute '__weakref__'`),
);
nativeProperty(typeClass, '__weakref__', (_rt, self: PyClass) =>
  self.mro.some(makesWeak)
    ? descriptorOf(self, '__weakref__')
    : raise('AttributeError', `type object '${self.shownName}' has no attribute '__weakref__'`),
);

/** What the `__dict__` of a class of the program shows. */
export function classNamespace(rt: Runtime, cls: PyClass): Map<string, Value> {
  if (cls.builtin || cls.id < 0) return rt.unsupported('the __dict__ of a class of the library');
  const own = new Map(cls.attrs);
  const hashOff = impliedHash.has(cls) && own.get('__hash__') === null;
  if (hashOff) own.delete('__hash__');
  if (!own.has('__module__')) own.set('__module__', cls.module);
  const inherited = new Set(cls.mro.slice(1).flatMap((base) => [...(base.slots ?? [])]));
  for (const slot of [...(cls.slots ?? [])].sort())
    if (!inherited.has(slot) && !slot.startsWith('__')) own.set(slot, memberOf(cls, slot));
  if (cls.hasDict && !cls.bases.some((one) => one.hasDict))
    own.set('__dict__', descriptorOf(cls, '__dict__'));
  if (makesWeak(cls)) own.set('__weakref__', descriptorOf(cls, '__weakref__'));
  if (!own.has('__doc__')) own.set('__doc__', null);
  if (hashOff) own.set('__hash__', null);
  return own;
}
nativeProperty(typeClass, '__dict__', (rt, self: PyClass) => {
  return new PyMappingProxy(PyDict.ofStrings(classNamespace(rt, self)));
});
nativeProperty(typeClass, '__annotations__', (rt, self: PyClass) => {
  if (self.builtin)
    return raise('AttributeError', `type object '${self.name}' has no attribute '__annotations__'`);
  const own = self.attrs.get('__annotations__');
  return own ?? rt.unsupported('the __annotations__ of a class without any');
});

// ---- super ---------------------------------------------------------------------------------------

constructor(
  superClass,
  'super(type?, object_or_type?, /)',
  (rt: Runtime, _cls: PyClass, after: Value | undefined, object: Value | undefined) => {
    if (after === undefined) raise('RuntimeError', 'super(): no arguments');
    if (!(after instanceof PyClass))
      return typeError(`super() argument 1 must be a type, not ${typeName(after)}`);
    if (object === undefined) return rt.unsupported('super with one argument');
    if (object instanceof PyClass && object.isSubclassOf(after)) return new PySuper(after, object, object);
    if (isInstance(object, after)) return new PySuper(after, object, typeOf(object));
    return typeError('super(type, obj): obj must be an instance or subtype of type');
  },
);

method(superClass, '__repr__()', (_rt: Runtime, self: PySuper) =>
  self.object === self.startClass
    ? `<super: ${classRepr(self.after)}, ${classRepr(self.startClass)}>`
    : `<super: <class '${self.after.name}'>, <${typeOf(self.object).name} object>>`,
);
