// The abstract base classes of collections.abc and numbers, and what belongs to them without being derived from them.
// https://docs.python.org/3.11/library/collections.abc.html
import { declareGeneric } from '../builtins/generic-types.ts';
import { PyBuiltin } from '../builtins/builtin.ts';
import { classMethod, method } from '../builtins/declare.ts';
import { getAttr } from '../values/attributes.ts';
import { typeError } from '../values/errors.ts';
import { typeName } from '../values/type-of.ts';
import type { Runtime } from '../runtime.ts';
import * as classes from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { dequeClass } from '../values/deque.ts';
import { linearize, registerClassMaker } from '../values/make-class.ts';
import type { Value } from '../values/objects.ts';
import { abcMetaClass, registerMembership } from './abstract-meta.ts';
import { chainMapClass } from './chain-map.ts';
import { defineModule } from './define.ts';

const { bytesClass, dictClass, floatClass, frozensetClass, generatorClass, intClass, listClass, rangeClass } =
  classes;
const { setClass, strClass, tupleClass, dictItemsClass, dictKeysClass, dictValuesClass } = classes;

interface Row {
  readonly bases?: readonly string[];
  /** Special methods that make a class belong to it; they are its abstract methods too. */
  readonly methods?: readonly string[];
  /** Builtin classes that belong to it. */
  readonly members?: readonly PyClass[];
  /** The abstract methods, and those that it gives to classes derived from it: Primer of `primer/mixins.ts`. */
  readonly abstract?: readonly string[];
  readonly gives?: string;
  /** Whether it brings methods of its own, which are outside Primer, so that no class can be derived from it. */
  readonly mixins?: boolean;
}

/** collections.abc. A row's bases come before it. */
const COLLECTIONS: Readonly<Record<string, Row>> = {
  Hashable: { methods: ['__hash__'] },
  Iterable: { methods: ['__iter__'] },
  Iterator: { bases: ['Iterable'], methods: ['__next__', '__iter__'] },
  Generator: { bases: ['Iterator'], members: [generatorClass], mixins: true },
  Reversible: { bases: ['Iterable'], methods: ['__reversed__', '__iter__'] },
  Sized: { methods: ['__len__'] },
  Container: { methods: ['__contains__'] },
  Callable: { methods: ['__call__'] },
  Collection: { bases: ['Sized', 'Iterable', 'Container'], methods: ['__len__', '__iter__', '__contains__'] },
  Sequence: {
    bases: ['Reversible', 'Collection'],
    members: [listClass, tupleClass, strClass, bytesClass, rangeClass, dequeClass],
    abstract: ['__getitem__', '__len__'],
    gives: '__iter__ __contains__ __reversed__ index count',
  },
  MutableSequence: {
    bases: ['Sequence'],
    members: [listClass, dequeClass],
    abstract: ['__delitem__', '__getitem__', '__len__', '__setitem__', 'insert'],
    gives: 'append clear reverse extend pop remove __iadd__',
  },
  ByteString: { bases: ['Sequence'], members: [bytesClass], mixins: true },
  Set: {
    bases: ['Collection'],
    members: [setClass, frozensetClass, dictKeysClass, dictItemsClass],
    abstract: ['__contains__', '__iter__', '__len__'],
    gives:
      '__le__ __lt__ __gt__ __ge__ __eq__ __and__ __rand__ isdisjoint __or__ __ror__ __sub__ __rsub__ __xor__ __rxor__ _hash',
  },
  MutableSet: {
    bases: ['Set'],
    members: [setClass],
    abstract: ['__contains__', '__iter__', '__len__', 'add', 'discard'],
    gives: 'remove pop clear __ior__ __iand__ __ixor__ __isub__',
  },
  Mapping: {
    bases: ['Collection'],
    members: [dictClass, chainMapClass],
    abstract: ['__getitem__', '__iter__', '__len__'],
    gives: 'get __contains__ keys items values __eq__',
  },
  MutableMapping: {
    bases: ['Mapping'],
    members: [dictClass, chainMapClass],
    abstract: ['__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__'],
    gives: 'pop popitem clear update setdefault',
  },
  MappingView: { bases: ['Sized'], members: [dictKeysClass, dictItemsClass, dictValuesClass], mixins: true },
  KeysView: { bases: ['MappingView'], members: [dictKeysClass], mixins: true },
  ItemsView: { bases: ['MappingView'], members: [dictItemsClass], mixins: true },
  ValuesView: { bases: ['MappingView'], members: [dictValuesClass], mixins: true },
};

/** numbers */
const NUMBERS: Readonly<Record<string, Row>> = {
  Number: { members: [intClass, floatClass] },
  Complex: { bases: ['Number'], members: [intClass, floatClass] },
  Real: { bases: ['Complex'], members: [intClass, floatClass] },
  Rational: { bases: ['Real'], members: [intClass] },
  Integral: { bases: ['Rational'], members: [intClass] },
};

/** Whether the class has the method, and not None in its place. */
function has(cls: PyClass, name: string): boolean {
  const method = cls.lookup(name);
  return method !== undefined && method !== null;
}

/** Gives the class a method that `primer/mixins.ts` has. */
function give(cls: PyClass, name: string): void {
  const impl: PyBuiltin['impl'] = (rt, args, keywords) => {
    const mixin = getAttr(rt, rt.importModule('_lockstep_mixins'), cls.name);
    return rt.call(getAttr(rt, mixin, name), args, keywords);
  };
  cls.attrs.set(name, new PyBuiltin(name, cls.name, impl, cls.module));
}

function declare(module: string, rows: Readonly<Record<string, Row>>): Map<string, PyClass> {
  const declared = new Map<string, PyClass>();
  for (const [name, row] of Object.entries(rows)) {
    const bases = (row.bases ?? []).map((base) => declared.get(base) as PyClass);
    const parents = bases.length === 0 ? [classes.objectClass] : bases;
    const cls = new PyClass(name, parents, linearize(parents), true, module);
    cls.cls = abcMetaClass;
    cls.abstractMethods = [...(row.abstract ?? row.methods ?? [])].sort();
    for (const method of row.gives?.split(' ') ?? []) give(cls, method);
    registerMembership(cls, (other) => {
      if (row.methods !== undefined) return row.methods.every((method) => has(other, method));
      return (row.members ?? []).some((member) => other.isSubclassOf(member));
    });
    if (row.mixins === true)
      registerClassMaker(cls, (rt) => rt.unsupported(`a class derived from ${module}.${name}`));
    declared.set(name, cls);
  }
  return declared;
}

/** The classes of collections.abc by name. */
export const abstractClasses: ReadonlyMap<string, PyClass> = declare('collections.abc', COLLECTIONS);
abstractClasses.forEach(declareGeneric);

const setAbc = abstractClasses.get('Set') as PyClass;
setAbc.attrs.set('__hash__', null);
classMethod(setAbc, '_from_iterable(it)', (rt: Runtime, cls: PyClass, items: Value) => rt.call(cls, [items]));
method(abstractClasses.get('Mapping') as PyClass, '__reversed__()', (_rt: Runtime, self: Value) =>
  typeError(`'${typeName(self)}' object is not reversible`),
);
(abstractClasses.get('Mapping') as PyClass).attrs.set('__hash__', null);

const iterator = abstractClasses.get('Iterator') as PyClass;
method(iterator, '__iter__()', (_rt: Runtime, self: Value) => self);
iterator.abstractMethods = ['__next__'];

const numberClasses = declare('numbers', NUMBERS);

export const collectionsAbc = defineModule('collections.abc', (module) =>
  module.classes(...abstractClasses.values()),
);
export const numbers = defineModule('numbers', (module) => module.classes(...numberClasses.values()));
