// Module abc, and the metaclass of abstract base classes.
// https://docs.python.org/3.11/library/abc.html
import { method, nativeProperty } from '../builtins/declare.ts';
import type { Runtime } from '../runtime.ts';
import { setAttr } from '../values/attributes.ts';
import { typeClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../values/descriptors.ts';
import { raise, typeError } from '../values/errors.ts';
import { PyFunction } from '../values/function.ts';
import { registerMetaclass } from '../values/make-class.ts';
import type { Value } from '../values/objects.ts';
import { PySet } from '../values/set.ts';
import { typeOf } from '../values/type-of.ts';
import { defineModule, libraryClass, perRun } from './define.ts';

export const abcMetaClass = libraryClass('abc', 'ABCMeta', { base: typeClass, written: true });

/** An abstract class's own rule for the classes that belong to it without being derived from it. */
const memberships = new Map<PyClass, (cls: PyClass) => boolean>();

/** Gives the abstract class `abstract` such a rule. Called once, where it is declared. */
export function registerMembership(abstract: PyClass, belongs: (cls: PyClass) => boolean): void {
  memberships.set(abstract, belongs);
}

/** What `register` has said in this run: virtual subclasses with their abstract class. */
const registered = perRun((): [abstract: PyClass, cls: PyClass][] => []);

/** `issubclass(cls, abstract)` for an abstract class. */
export function belongsTo(rt: Runtime, cls: PyClass, abstract: PyClass): boolean {
  return (
    cls.isSubclassOf(abstract) ||
    memberships.get(abstract)?.(cls) === true ||
    registered(rt).some(([one, virtual]) => one.isSubclassOf(abstract) && cls.isSubclassOf(virtual))
  );
}

/** The abstract classes that `cls` itself has been registered with. */
export function registeredFor(rt: Runtime, cls: PyClass): PyClass[] {
  return registered(rt).flatMap(([abstract, virtual]) => (virtual === cls ? [abstract] : []));
}

method(abcMetaClass, '__instancecheck__(instance, /)', (rt: Runtime, self: PyClass, instance: Value) =>
  belongsTo(rt, typeOf(instance), self),
);
method(
  abcMetaClass,
  '__subclasscheck__(subclass, /)',
  (rt: Runtime, self: PyClass, subclass: Value) =>
    subclass instanceof PyClass && belongsTo(rt, subclass, self),
);
method(abcMetaClass, 'register(subclass, /)', (rt: Runtime, self: PyClass, cls: Value) => {
  if (!(cls instanceof PyClass)) return typeError('Can only register classes');
  if (self.isSubclassOf(cls)) return raise('RuntimeError', 'Refusing to create an inheritance cycle');
  registered(rt).push([self, cls]);
  return cls;
});

nativeProperty(abcMetaClass, '__abstractmethods__', (rt, self: PyClass) => {
  if (self.builtin) return rt.unsupported('the __abstractmethods__ of a class of the library');
  const names = new PySet(true);
  for (const name of self.abstractMethods) names.add(rt, name);
  return names;
});

const MARK = '__isabstractmethod__';

/** Whether `abstractmethod` has marked a function, or the function inside a descriptor. */
function isAbstract(value: Value | undefined): boolean {
  if (value instanceof PyFunction) return value.attrs?.get(MARK) === true;
  if (value instanceof PyStaticMethod || value instanceof PyClassMethod) return isAbstract(value.func);
  return value instanceof PyProperty && [value.getter, value.setter, value.deleter].some(isAbstract);
}

registerMetaclass(abcMetaClass, (_rt, cls, namespace) => {
  const own = [...namespace].filter(([, value]) => isAbstract(value)).map(([name]) => name);
  const inherited = cls.bases
    .flatMap((base) => base.abstractMethods)
    .filter((name) => {
      const owner = cls.mro.find((ancestor) => ancestor.attrs.has(name));
      return owner === undefined || isAbstract(owner.attrs.get(name)) || owner.abstractMethods.includes(name);
    });
  cls.abstractMethods = [...new Set([...own, ...inherited])].sort();
});

const abcClass = libraryClass('abc', 'ABC', { written: true });
abcClass.cls = abcMetaClass;

export const abc = defineModule('abc', (module) => {
  module.classes(abcClass, abcMetaClass);
  module.function(
    'abstractmethod(funcobj)',
    (rt: Runtime, func: Value) => {
      setAttr(rt, func, MARK, true);
      return func;
    },
    'python',
  );
  module.function(
    'abstractproperty(fget=None, fset=None, fdel=None, doc=None)',
    (rt: Runtime, getter: Value, setter: Value, deleter: Value) => {
      if (getter !== null) setAttr(rt, getter, MARK, true);
      return new PyProperty(getter, setter, deleter);
    },
    'python',
  );
  for (const [name, wrap] of [
    ['abstractclassmethod', (func: Value) => new PyClassMethod(func)],
    ['abstractstaticmethod', (func: Value) => new PyStaticMethod(func)],
  ] as const)
    module.function(
      `${name}(callable)`,
      (rt: Runtime, func: Value) => {
        setAttr(rt, func, MARK, true);
        return wrap(func);
      },
      'python',
    );
  module.outside('get_cache_token', 'update_abstractmethods');
});
