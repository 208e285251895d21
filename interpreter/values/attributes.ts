// Attribute access: descriptors, instances, classes, modules, builtins.
// https://docs.python.org/3.11/reference/datamodel.html#customizing-attribute-access
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import { isOutside } from '../outside.ts';
import type { Runtime } from '../runtime.ts';
import { methodClass, objectClass } from './builtin-classes.ts';
import { PyClass, PyInstance } from './class.ts';
import { PyContainer } from './container.ts';
import { PyClassMethod, PyNativeProperty, PyProperty, PyStaticMethod } from './descriptors.ts';
import { isRaised, raise, raiseAbout } from './errors.ts';
import { PyFunction } from './function.ts';
import { PyModule } from './module.ts';
import { HeapObject, type Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { PySuper } from './super.ts';
import { typeName, typeOf } from './type-of.ts';

/** `object.name`. @throws PyRaise AttributeError "'int' object has no attribute 'x'" */
export function getAttr(rt: Runtime, object: Value, name: string): Value {
  const found = findAttr(rt, object, name);
  if (found !== undefined) return found;
  // A method has been asked for what its function has not.
  return noAttribute(
    object instanceof PyBoundMethod && typeOf(object) === methodClass ? object.func : object,
    name,
  );
}

/** `object.name`, or undefined where AttributeError would be raised. */
export function findAttr(rt: Runtime, object: Value, name: string): Value | undefined {
  let found: Value | undefined;
  try {
    found = plainAttr(rt, object, name);
  } catch (error) {
    if (!isRaised(error, 'AttributeError') || findSpecial(object, '__getattr__') === undefined) throw error;
  }
  if (found !== undefined) return found;
  const hook = findSpecial(object, '__getattr__');
  return hook === undefined ? undefined : callSpecial(rt, hook, object, name);
}

/** Without `__getattr__`. */
function plainAttr(rt: Runtime, object: Value, name: string): Value | undefined {
  if (object instanceof PyClass) return classAttr(rt, object, name);
  if (object instanceof PyModule) {
    const held = moduleAttr(rt, object, name);
    return held === undefined ? ofClass(rt, object, name) : held;
  }
  if (object instanceof PySuper) return superAttr(rt, object, name);
  const own = ownAttrs(object instanceof PyBoundMethod ? object.func : object);
  const inClass = typeOf(object).lookup(name);
  if (inClass !== undefined && (own === null || isDataDescriptor(inClass)))
    return bind(rt, inClass, object, typeOf(object));
  const value = own?.get(name);
  if (value !== undefined) return value;
  if (inClass !== undefined) return bind(rt, inClass, object, typeOf(object));
  // A method has all attributes of its function.
  const ofFunction = object instanceof PyBoundMethod && typeOf(object) === methodClass;
  return ofFunction ? plainAttr(rt, object.func, name) : undefined;
}

/**
 * What a library module has under `name`. Undefined only for names of modules in general: as CPython's module may
 * have what ours has not, any other is refused.
 */
export function moduleAttr(rt: Runtime, module: PyModule, name: string): Value | undefined {
  const value = module.attrs.get(name);
  if (value instanceof PyNativeProperty) return value.get(rt, module);
  if (value !== undefined || name.startsWith('__')) return value;
  return rt.unsupported(`${module.name}.${name}`);
}

/** The attributes an object has itself; null for kinds that have none. */
export function ownAttrs(object: Value): Map<string, Value> | null {
  if (object instanceof PyInstance || object instanceof PyContainer || object instanceof PyFunction)
    return object.attrs;
  return null;
}

function ofClass(rt: Runtime, object: Value, name: string): Value | undefined {
  const inClass = typeOf(object).lookup(name);
  return inClass === undefined ? undefined : bind(rt, inClass, object, typeOf(object));
}

function classAttr(rt: Runtime, cls: PyClass, name: string): Value | undefined {
  const meta = typeOf(cls).lookup(name);
  if (meta !== undefined && isDataDescriptor(meta)) return bind(rt, meta, cls, typeOf(cls));
  // Every class but a builtin one has a `__doc__` of its own.
  const own = name === '__doc__' && !cls.builtin ? (cls.attrs.get(name) ?? null) : cls.lookup(name);
  if (own !== undefined) return bindToClass(rt, own, cls);
  if (cls.slots?.has(name) === true) return rt.unsupported('the member that a class has for a slot');
  return meta === undefined ? undefined : bind(rt, meta, cls, typeOf(cls));
}

/** An attribute of a class taken from the class itself: functions stay as they are. */
function bindToClass(rt: Runtime, value: Value, cls: PyClass): Value {
  if (value instanceof PyStaticMethod) return value.func;
  if (value instanceof PyClassMethod) return bindClassMethod(rt, value, cls);
  // What is refused is refused on the class too.
  if (value instanceof PyNativeProperty && isOutside(value)) return value.get(rt, cls);
  if (value instanceof HeapObject && !(value instanceof PyFunction)) {
    const getter = findSpecial(value, '__get__');
    if (getter !== undefined) return callSpecial(rt, getter, value, null, cls);
  }
  return value;
}

function bindClassMethod(rt: Runtime, method: PyClassMethod, cls: PyClass): Value {
  // A classmethod around a property gives the property's value for the class, around another descriptor what that gives.
  const { func } = method;
  if (func instanceof PyProperty) return bind(rt, func, cls, cls);
  const getter = func instanceof PyInstance ? findSpecial(func, '__get__') : undefined;
  return getter === undefined ? new PyBoundMethod(cls, func) : callSpecial(rt, getter, func, cls, cls);
}

/** What comes before the instance's own attributes. */
function isDataDescriptor(value: Value): boolean {
  if (value instanceof PyProperty || value instanceof PyNativeProperty) return true;
  if (!(value instanceof PyInstance)) return false;
  return (
    findSpecial(value, '__get__') !== undefined &&
    (findSpecial(value, '__set__') !== undefined || findSpecial(value, '__delete__') !== undefined)
  );
}

/** An attribute found on the class of `object`, as it looks from `object`. */
export function bind(rt: Runtime, value: Value, object: Value, cls: PyClass): Value {
  if (!(value instanceof HeapObject)) return value;
  if (value instanceof PyFunction) return new PyBoundMethod(object, value);
  if (value instanceof PyBuiltin)
    return value.owner === null && !value.written ? value : new PyBoundMethod(object, value);
  if (value instanceof PyNativeProperty) return value.get(rt, object);
  if (value instanceof PyProperty) {
    if (value.getter === null) raise('AttributeError', propertyMessage(value, cls, 'getter'));
    return rt.call(value.getter, [object]);
  }
  if (value instanceof PyStaticMethod) return value.func;
  if (value instanceof PyClassMethod) return bindClassMethod(rt, value, cls);
  const getter = findSpecial(value, '__get__');
  return getter === undefined ? value : callSpecial(rt, getter, value, object, cls);
}

function propertyMessage(property: PyProperty, cls: PyClass, missing: string): string {
  const name = [...cls.mro].flatMap((c) => [...c.attrs]).find(([, value]) => value === property)?.[0];
  return `property ${name === undefined ? '' : `'${name}' `}of '${cls.name}' object has no ${missing}`;
}

function superAttr(rt: Runtime, parent: PySuper, name: string): Value | undefined {
  const start = parent.startClass.mro.indexOf(parent.after) + 1;
  if (name !== '__class__')
    for (const cls of parent.startClass.mro.slice(start)) {
      const value = cls.attrs.get(name);
      if (value === undefined) continue;
      return parent.object === parent.startClass
        ? bindToClass(rt, value, parent.startClass)
        : bind(rt, value, parent.object, parent.startClass);
    }
  return ofClass(rt, parent, name);
}

function noAttribute(object: Value, name: string): never {
  if (object instanceof PyClass) return missing(`type object '${object.shownName}'`, object, name);
  if (object instanceof PyModule) return missing(`module '${object.name}'`, object, name);
  return missing(`'${typeName(object)}' object`, object, name);
}

function missing(what: string, object: Value, name: string): never {
  return raiseAbout('AttributeError', `${what} has no attribute '${name}'`, { name, obj: object });
}

/**
 * The unbound function a call `object.name(…)` reaches, to be called with `object` put first, without making a
 * bound method; undefined where only `getAttr` will do (instance attributes, properties, modules …).
 */
export function findMethod(object: Value, name: string): Value | undefined {
  if (object instanceof HeapObject) {
    if (object instanceof PyClass || object instanceof PyModule || object instanceof PySuper)
      return undefined;
    if (ownAttrs(object)?.has(name) === true) return undefined;
  }
  const method = typeOf(object).lookup(name);
  if (method instanceof PyFunction || (method instanceof PyBuiltin && method.owner !== null)) return method;
  return undefined;
}

/** The special method `name` of the class of `object`, bound, as implicit calls look it up; undefined when absent. */
export function lookupSpecial(rt: Runtime, object: Value, name: string): Value | undefined {
  const method = findSpecial(object, name);
  return method === undefined ? undefined : bind(rt, method, object, typeOf(object));
}

/** `object.name = value`. */
export function setAttr(rt: Runtime, object: Value, name: string, value: Value): void {
  const hook = findSpecial(object, '__setattr__');
  if (hook !== undefined && hook !== objectClass.attrs.get('__setattr__'))
    callSpecial(rt, hook, object, name, value);
  else storeAttr(rt, object, name, value);
}

/** `object.__setattr__(name, value)` as `object` has it. */
export function storeAttr(rt: Runtime, object: Value, name: string, value: Value): void {
  if (object instanceof PyClass) return storeClassAttr(rt, object, name, value);
  if (object instanceof PyModule) {
    const own = object.attrs.get(name);
    if (own instanceof PyNativeProperty && own.isSettable) return own.set(rt, object, value);
    rt.unsupported(`changing the module ${object.name}`);
  }
  const inClass = typeOf(object).lookup(name);
  if (inClass instanceof PyProperty) {
    if (inClass.setter === null) raise('AttributeError', propertyMessage(inClass, typeOf(object), 'setter'));
    rt.call(inClass.setter, [object, value]);
  } else if (inClass instanceof PyNativeProperty) {
    inClass.set(rt, object, value);
  } else if (inClass instanceof PyInstance && findSpecial(inClass, '__set__') !== undefined) {
    callSpecial(rt, findSpecial(inClass, '__set__') as Value, inClass, object, value);
  } else {
    storeOwn(object, name, value);
  }
}

/** Sets an attribute of the object itself. @throws PyRaise AttributeError when it can have none */
export function storeOwn(object: Value, name: string, value: Value): void {
  if (takesAttr(object, name)) object.setAttr(name, value);
  else cannotStore(object, name, typeOf(object).lookup(name));
}

type Attributed = PyInstance | PyContainer | PyFunction;

/** Whether the attribute can be set on the object itself. */
function takesAttr(object: Value, name: string): object is Attributed {
  if (object instanceof PyFunction) return true;
  if (!(object instanceof PyInstance || object instanceof PyContainer)) return false;
  return object.cls.hasDict || object.cls.slots?.has(name) === true;
}

function cannotStore(object: Value, name: string, inClass: Value | undefined): never {
  if (inClass !== undefined)
    return raise('AttributeError', `'${typeName(object)}' object attribute '${name}' is read-only`);
  return noAttribute(object, name);
}

function storeClassAttr(rt: Runtime, cls: PyClass, name: string, value: Value): void {
  if (cls.builtin) raise('TypeError', `cannot set '${name}' attribute of immutable type '${cls.name}'`);
  if (cls.id < 0 && rt.root === rt) rt.unsupported(`changing the class ${cls.name} of the library`);
  const meta = typeOf(cls).lookup(name);
  if (meta instanceof PyNativeProperty) meta.set(rt, cls, value);
  else cls.setAttr(name, value);
}

/** `del object.name`. */
export function deleteAttr(rt: Runtime, object: Value, name: string): void {
  const hook = findSpecial(object, '__delattr__');
  if (hook !== undefined && hook !== objectClass.attrs.get('__delattr__'))
    callSpecial(rt, hook, object, name);
  else removeAttr(rt, object, name);
}

/** `object.__delattr__(name)` as `object` has it. */
export function removeAttr(rt: Runtime, object: Value, name: string): void {
  if (object instanceof PyClass) {
    if (object.builtin)
      raise('TypeError', `cannot delete '${name}' attribute of immutable type '${object.name}'`);
    if (!object.deleteAttr(name)) noAttribute(object, name);
    return;
  }
  const inClass = typeOf(object).lookup(name);
  if (inClass instanceof PyProperty) {
    if (inClass.deleter === null)
      raise('AttributeError', propertyMessage(inClass, typeOf(object), 'deleter'));
    rt.call(inClass.deleter, [object]);
  } else if (inClass instanceof PyInstance && findSpecial(inClass, '__delete__') !== undefined) {
    callSpecial(rt, findSpecial(inClass, '__delete__') as Value, inClass, object);
  } else if (inClass instanceof PyNativeProperty && !inClass.isSettable) {
    inClass.set(rt, object, null);
  } else if (object instanceof PyFunction && inClass instanceof PyNativeProperty) {
    rt.unsupported(`deleting the ${name} of a function`);
  } else if (!takesAttr(object, name) || !object.deleteAttr(name)) {
    if (takesAttr(object, name)) noAttribute(object, name);
    cannotStore(object, name, inClass);
  }
}
