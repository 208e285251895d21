// Making a class: what a class statement does once its body has run, and `type(name, bases, namespace)`.
// https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation
import type { Keywords, Runtime } from '../runtime.ts';
import { exceptionClasses, objectClass, typeClass } from './builtin-classes.ts';
import * as builtin from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { typeError } from './errors.ts';
import { PyFunction } from './function.ts';
import { PyGenericAlias, PyTypingForm } from './generic-alias.ts';
import { toArray } from './iterate.ts';
import { HeapObject, type Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { typeOf } from './type-of.ts';

/** Makes classes below `base` in its own way (enumerations, named tuples). */
export type ClassMaker = (
  rt: Runtime,
  name: string,
  bases: readonly PyClass[],
  namespace: Map<string, Value>,
  keywords: Keywords,
) => PyClass;

const makers = new Map<PyClass, ClassMaker>();

/** Has classes with `base` in their MRO made by `maker`. Called once, where `base` is declared. */
export function registerClassMaker(base: PyClass, maker: ClassMaker): void {
  makers.set(base, maker);
}

/** What a metaclass does with a class that has been made. */
export type ClassFinisher = (rt: Runtime, cls: PyClass, namespace: ReadonlyMap<string, Value>) => void;

const finishers = new Map<PyClass, ClassFinisher>();

/** Lets classes have `metaclass`, and has them finished by `finish`. */
export function registerMetaclass(metaclass: PyClass, finish: ClassFinisher): void {
  finishers.set(metaclass, finish);
}

/** Builtin classes of which the program can derive no class. */
const FINAL: ReadonlySet<PyClass> = new Set([
  builtin.boolClass,
  builtin.noneClass,
  builtin.rangeClass,
  builtin.sliceClass,
  builtin.functionClass,
  builtin.builtinFunctionClass,
  builtin.methodClass,
  builtin.generatorClass,
  builtin.ellipsisClass,
  builtin.notImplementedClass,
  builtin.dictKeysClass,
  builtin.dictValuesClass,
  builtin.dictItemsClass,
]);

/** Builtin classes whose objects are of a kind of their own: a class can have only one of them among its bases. */
const SOLID: readonly PyClass[] = [
  builtin.intClass,
  builtin.floatClass,
  builtin.strClass,
  builtin.bytesClass,
  builtin.listClass,
  builtin.tupleClass,
  builtin.dictClass,
  builtin.setClass,
  builtin.frozensetClass,
  exceptionClasses.BaseException,
];

function checkBases(rt: Runtime, bases: readonly Value[]): PyClass[] {
  const classes = bases.map((base) => {
    const origin = base instanceof PyGenericAlias ? base.origin : base;
    if (origin instanceof PyClass) return origin;
    if (origin instanceof PyTypingForm && origin.runtimeClass !== null) return origin.runtimeClass;
    return rt.unsupported(`a base that is no class, of type '${typeOf(base).name}'`);
  });
  const distinct = new Set(classes);
  for (const [i, base] of classes.entries()) {
    if (FINAL.has(base)) typeError(`type '${base.name}' is not an acceptable base type`);
    if (base.isSubclassOf(typeClass)) return rt.unsupported('a metaclass');
    if (classes.indexOf(base) !== i) typeError(`duplicate base class ${base.name}`);
  }
  const solid = SOLID.filter((kind) => classes.some((base) => base.isSubclassOf(kind)));
  if (solid.length > 1) typeError('multiple bases have instance lay-out conflict');
  return distinct.size === 0 ? [objectClass] : classes;
}

/**
 * The C3 linearisation of a class with `bases`, without the class itself.
 * https://docs.python.org/3.11/glossary.html#term-method-resolution-order
 */
export function linearize(bases: readonly PyClass[]): PyClass[] {
  const sequences = [...bases.map((base) => [...base.mro]), [...bases]];
  const order: PyClass[] = [];
  for (;;) {
    const open = sequences.filter((sequence) => sequence.length > 0);
    if (open.length === 0) return order;
    const next = open
      .map((sequence) => sequence[0])
      .find((head) => open.every((sequence) => sequence.indexOf(head) <= 0));
    if (next === undefined) {
      const blocked = new Set(open.map((sequence) => sequence[0].name));
      return typeError(
        `Cannot create a consistent method resolution\norder (MRO) for bases ${[...blocked].join(', ')}`,
      );
    }
    order.push(next);
    for (const sequence of open) if (sequence[0] === next) sequence.shift();
  }
}

/**
 * What a class statement makes once its body has run: linearises the bases, sets `__hash__` to None beside a lone
 * `__eq__`, lets descriptors know their names, calls `__init_subclass__`.
 * @throws PyRaise TypeError for bases that do not go together
 */
export function makeClass(
  rt: Runtime,
  name: string,
  bases: readonly Value[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): PyClass {
  const classes = checkBases(rt, bases);
  for (const base of classes)
    for (const ancestor of base.mro) {
      const maker = makers.get(ancestor);
      if (maker !== undefined) return maker(rt, name, classes, namespace, keywords);
    }
  return plainClass(rt, name, classes, namespace, keywords);
}

/** As `makeClass`, for bases that are classes and leave the making to `type`. */
export function plainClass(
  rt: Runtime,
  name: string,
  bases: readonly PyClass[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): PyClass {
  const module = namespace.get('__module__');
  const cls = new PyClass(
    name,
    bases,
    linearize(bases),
    false,
    typeof module === 'string' ? module : '__main__',
  );
  const metaclass = metaclassOf(rt, bases, keywords);
  if (metaclass !== typeClass) cls.cls = metaclass;
  for (const [key, value] of namespace) cls.attrs.set(key, implicitKind(key, value));
  if (cls.attrs.has('__eq__') && !cls.attrs.has('__hash__')) cls.attrs.set('__hash__', null);
  if (cls.attrs.has('__getattribute__')) rt.unsupported('__getattribute__');
  applySlots(rt, cls);
  for (const [key, value] of namespace) {
    if (!(value instanceof HeapObject) || value instanceof PyFunction) continue;
    const hook = findSpecial(value, '__set_name__');
    if (hook !== undefined) callSpecial(rt, hook, value, cls, key);
  }
  finishers.get(metaclass)?.(rt, cls, namespace);
  initSubclass(rt, cls, keywords);
  return cls;
}

/** The metaclass named or inherited. */
function metaclassOf(rt: Runtime, bases: readonly PyClass[], keywords: Keywords): PyClass {
  const inherited = bases.map((base) => base.cls).find((meta) => meta !== typeClass);
  const named = keywords?.get('metaclass');
  if (named === undefined || named === typeClass) return inherited ?? typeClass;
  if (!(named instanceof PyClass) || !finishers.has(named)) return rt.unsupported('a metaclass');
  return inherited === undefined || named.isSubclassOf(inherited) ? named : inherited;
}

/** Methods that are static or class methods without being said to be. */
function implicitKind(name: string, value: Value): Value {
  if (!(value instanceof PyFunction)) return value;
  if (name === '__new__') return new PyStaticMethod(value);
  return name === '__init_subclass__' || name === '__class_getitem__' ? new PyClassMethod(value) : value;
}

function applySlots(rt: Runtime, cls: PyClass): void {
  const inherited = cls.mro.slice(1);
  cls.hasDict = inherited.some((base) => base.hasDict);
  const declared = cls.attrs.get('__slots__');
  if (declared === undefined) {
    cls.hasDict = true;
    return;
  }
  const names = (typeof declared === 'string' ? [declared] : toArray(rt, declared)) as string[];
  if (names.includes('__dict__')) cls.hasDict = true;
  cls.slots = new Set([...names, ...inherited.flatMap((base) => [...(base.slots ?? [])])]);
}

function initSubclass(rt: Runtime, cls: PyClass, given: Keywords): void {
  const keywords = new Map(given ?? []);
  keywords.delete('metaclass');
  for (const base of cls.mro.slice(1)) {
    const hook = base.attrs.get('__init_subclass__');
    if (hook === undefined || base === objectClass) continue;
    rt.call(hook instanceof PyClassMethod ? hook.func : hook, [cls], keywords.size > 0 ? keywords : null);
    return;
  }
  if (keywords.size > 0) typeError(`${cls.name}.__init_subclass__() takes no keyword arguments`);
}
