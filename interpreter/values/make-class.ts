// Making a class: what a class statement does once its body has run, and `type(name, bases, namespace)`.
// https://docs.python.org/3.11/reference/datamodel.html#customizing-class-creation
import type { Keywords, Runtime } from '../runtime.ts';
import { getAttr } from './attributes.ts';
import { dictClass, exceptionClasses, objectClass, typeClass } from './builtin-classes.ts';
import * as builtin from './builtin-classes.ts';
import { PyClass, PyException, PyRaise } from './class.ts';
import { PyClassMethod, PyStaticMethod } from './descriptors.ts';
import { PyDict } from './dict.ts';
import { isRaised, typeError } from './errors.ts';
import { PyCell, PyFunction } from './function.ts';
import { PyGenericAlias, PyTypingForm } from './generic-alias.ts';
import { HeapObject, type Value } from './objects.ts';
import { applySlots } from './slots.ts';
import { callSpecial, findSpecial } from './special.ts';
import { deleteItem, getItem, setItem } from './subscript.ts';
import { PyTuple } from './tuple.ts';
import { typeName, typeOf } from './type-of.ts';

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

/** `typing.Generic` and `typing.Protocol`, once they are declared. */
let generic: { readonly generic: PyClass; readonly protocol: PyClass } | null = null;

/** Has bases such as `Generic[T]` give way to others as typing has it. Called once, where the classes are declared. */
export function registerGeneric(classes: { generic: PyClass; protocol: PyClass }): void {
  generic = classes;
}

/** Whether a base is an alias of typing's: `Hashable`, `Generic[T]`, `List[int]`, `A[int]` of a generic class `A`. */
function isTypingAlias(base: Value): boolean {
  if (base instanceof PyTypingForm) return base.runtimeClass !== null;
  if (!(base instanceof PyGenericAlias)) return false;
  return (
    base.origin instanceof PyTypingForm || (generic !== null && base.origin.isSubclassOf(generic.generic))
  );
}

/**
 * The classes that stand for the `i`th of the bases that were written (`__mro_entries__` of typing's aliases). Generic
 * comes in once, at the last of them.
 */
function mroEntries(rt: Runtime, bases: readonly Value[], i: number): PyClass[] {
  const base = bases[i];
  const origin = base instanceof PyGenericAlias ? base.origin : base;
  const later = bases.slice(i + 1);
  if (origin instanceof PyClass) {
    const gives = base !== origin && origin === generic?.generic;
    return gives && (bases.includes(generic?.protocol ?? null) || later.some(isTypingAlias)) ? [] : [origin];
  }
  if (!(origin instanceof PyTypingForm) || origin.runtimeClass === null)
    return rt.unsupported(`a base that is no class, of type '${typeOf(base).name}'`);
  const own = bases.includes(origin.runtimeClass) ? [] : [origin.runtimeClass];
  if (generic === null) return own;
  const { generic: root } = generic;
  const isGeneric = (other: Value): boolean =>
    isTypingAlias(other) || (other instanceof PyClass && other.isSubclassOf(root));
  return later.some(isGeneric) ? own : [...own, root];
}

function checkBases(rt: Runtime, bases: readonly Value[]): PyClass[] {
  const classes = bases.flatMap((_, i) => mroEntries(rt, bases, i));
  const distinct = new Set(classes);
  for (const [i, base] of classes.entries()) {
    if (FINAL.has(base)) typeError(`type '${base.name}' is not an acceptable base type`);
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
): Value {
  const classes = checkBases(rt, bases);
  const metaclass = metaclassOf(rt, classes, keywords);
  if (!metaclass.builtin) return callMetaclass(rt, metaclass, name, classes, namespace, keywords);
  for (const base of classes)
    for (const ancestor of base.mro) {
      const maker = makers.get(ancestor);
      if (maker !== undefined) return madeBy(maker, rt, name, classes, namespace, keywords);
    }
  return plainClass(rt, name, classes, namespace, keywords);
}

function madeBy(
  maker: ClassMaker,
  rt: Runtime,
  name: string,
  bases: readonly PyClass[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): PyClass {
  const cell = namespace.get('__classcell__');
  namespace.delete('__classcell__');
  const cls = maker(rt, name, bases, namespace, keywords);
  if (cell instanceof PyCell) cell.set(cls);
  return cls;
}

/** A metaclass of the program makes the class: `metaclass(name, bases, namespace, **keywords)`. */
function callMetaclass(
  rt: Runtime,
  metaclass: PyClass,
  name: string,
  bases: readonly PyClass[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): Value {
  const given = new Map(keywords ?? []);
  given.delete('metaclass');
  const asked = bases.length === 1 && bases[0] === objectClass ? [] : bases;
  const attrs = namespace instanceof ObjectNamespace ? namespace.object : PyDict.ofStrings(namespace);
  return rt.call(metaclass, [name, new PyTuple(asked), attrs], given.size > 0 ? given : null);
}

/** What `type.__new__(metaclass, name, bases, namespace)` does. */
export function newClass(
  rt: Runtime,
  metaclass: PyClass,
  name: string,
  bases: readonly Value[],
  namespace: Map<string, Value>,
  keywords: Keywords,
): Value {
  if (metaclass === typeClass) return makeClass(rt, name, bases, namespace, keywords);
  const classes = checkBases(rt, bases);
  const given = new Map(keywords ?? []);
  given.set('metaclass', metaclass);
  for (const base of classes)
    for (const ancestor of base.mro) {
      const maker = makers.get(ancestor);
      if (maker !== undefined) return madeBy(maker, rt, name, classes, namespace, given);
    }
  return plainClass(rt, name, classes, namespace, given);
}

/** The namespace that a metaclass's `__prepare__` made, where it is no plain dict. */
export class ObjectNamespace extends Map<string, Value> {
  readonly object: Value;
  private readonly rt: Runtime;

  constructor(rt: Runtime, object: Value) {
    super();
    this.rt = rt;
    this.object = object;
  }

  override get(name: string): Value | undefined {
    try {
      return getItem(this.rt, this.object, name);
    } catch (error) {
      if (isRaised(error, 'KeyError')) return undefined;
      throw error;
    }
  }

  override set(name: string, value: Value): this {
    setItem(this.rt, this.object, name, value);
    return this;
  }

  override delete(name: string): boolean {
    if (this.get(name) === undefined) return false;
    deleteItem(this.rt, this.object, name);
    return true;
  }
}

/**
 * The namespace in which the body of a class runs.
 * @param bases what the class statement names as bases
 */
export function prepareNamespace(
  rt: Runtime,
  name: string,
  bases: readonly Value[],
  keywords: Keywords,
): Map<string, Value> {
  const classes = bases.filter((base) => base instanceof PyClass);
  const metaclass = metaclassOf(rt, classes, keywords);
  const hook = metaclass.builtin ? undefined : metaclass.lookup('__prepare__');
  if (hook === undefined || hook === typeClass.attrs.get('__prepare__')) return new Map<string, Value>();
  const given = new Map(keywords ?? []);
  given.delete('metaclass');
  const prepare = getAttr(rt, metaclass, '__prepare__');
  const made = rt.call(prepare, [name, new PyTuple(bases)], given.size > 0 ? given : null);
  if (!(made instanceof PyDict) || made.cls !== dictClass) return new ObjectNamespace(rt, made);
  return new Map(made.entries() as [string, Value][]);
}

/** The classes whose `__hash__` is None because they define `__eq__`, not because they say so. */
export const impliedHash = new WeakSet<PyClass>();

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
  for (const [key, value] of namespace)
    if (key === '__qualname__') cls.qualname = checkedQualname(value);
    else cls.attrs.set(key, implicitKind(key, value));
  const shown = rt.root === rt ? undefined : cls.attrs.get('__shown_name__');
  if (typeof shown === 'string') cls.shownName = shown;
  const cell = cls.attrs.get('__classcell__');
  cls.attrs.delete('__classcell__');
  if (cell instanceof PyCell) cell.set(cls);
  if (cls.attrs.has('__eq__') && !cls.attrs.has('__hash__')) {
    cls.attrs.set('__hash__', null);
    impliedHash.add(cls);
  }
  if (cls.attrs.has('__getattribute__')) rt.unsupported('__getattribute__');
  if (cls.attrs.has('__class__')) rt.unsupported('a class that says what the class of its instances is');
  applySlots(rt, cls);
  for (const [key, value] of namespace) {
    if (!(value instanceof HeapObject) || value instanceof PyFunction) continue;
    const hook = findSpecial(value, '__set_name__');
    if (hook !== undefined) setName(rt, hook, value, cls, key);
  }
  for (const ancestor of metaclass.mro) finishers.get(ancestor)?.(rt, cls, namespace);
  initSubclass(rt, cls, keywords);
  return cls;
}

/** What a class body, or who calls `type`, gives as `__qualname__`. */
export function checkedQualname(value: Value): string {
  if (typeof value !== 'string') typeError(`type __qualname__ must be a str, not ${typeName(value)}`);
  return value;
}

/** Tells a descriptor its name; what goes wrong there is the cause of another error. */
function setName(rt: Runtime, hook: Value, value: Value, cls: PyClass, name: string): void {
  try {
    callSpecial(rt, hook, value, cls, name);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    const text = `Error calling __set_name__ on '${typeName(value)}' instance '${name}' in '${cls.name}'`;
    const made = new PyException(exceptionClasses.RuntimeError, [text]);
    made.setCause(error.exception);
    made.setContext(error.exception);
    throw new PyRaise(made);
  }
}

/** The metaclass named or inherited. */
function metaclassOf(rt: Runtime, bases: readonly PyClass[], keywords: Keywords): PyClass {
  const named = keywords?.get('metaclass') ?? typeClass;
  if (!(named instanceof PyClass) || !named.isSubclassOf(typeClass))
    return rt.unsupported('a metaclass that is no class');
  let winner = named;
  for (const { cls } of bases)
    if (cls.isSubclassOf(winner)) winner = cls;
    else if (!winner.isSubclassOf(cls))
      typeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
  return winner;
}

/** Methods that are static or class methods without being said to be. */
function implicitKind(name: string, value: Value): Value {
  if (!(value instanceof PyFunction)) return value;
  if (name === '__new__') return new PyStaticMethod(value);
  return name === '__init_subclass__' || name === '__class_getitem__' ? new PyClassMethod(value) : value;
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
