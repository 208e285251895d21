// The abstract base classes of collections.abc and numbers, and what belongs to them without being derived from them.
// https://docs.python.org/3.11/library/collections.abc.html
import { declareGeneric } from '../builtins/generic-types.ts';
import { method } from '../builtins/declare.ts';
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
    mixins: true,
  },
  MutableSequence: { bases: ['Sequence'], members: [listClass, dequeClass], mixins: true },
  ByteString: { bases: ['Sequence'], members: [bytesClass], mixins: true },
  Set: {
    bases: ['Collection'],
    members: [setClass, frozensetClass, dictKeysClass, dictItemsClass],
    mixins: true,
  },
  MutableSet: { bases: ['Set'], members: [setClass], mixins: true },
  Mapping: { bases: ['Collection'], members: [dictClass, chainMapClass], mixins: true },
  MutableMapping: { bases: ['Mapping'], members: [dictClass, chainMapClass], mixins: true },
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

function declare(module: string, rows: Readonly<Record<string, Row>>): Map<string, PyClass> {
  const declared = new Map<string, PyClass>();
  for (const [name, row] of Object.entries(rows)) {
    const bases = (row.bases ?? []).map((base) => declared.get(base) as PyClass);
    const parents = bases.length === 0 ? [classes.objectClass] : bases;
    const cls = new PyClass(name, parents, linearize(parents), true, module);
    cls.cls = abcMetaClass;
    cls.abstractMethods = [...(row.methods ?? [])].sort();
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

const iterator = abstractClasses.get('Iterator') as PyClass;
method(iterator, '__iter__()', (_rt: Runtime, self: Value) => self);
iterator.abstractMethods = ['__next__'];

const numberClasses = declare('numbers', NUMBERS);

export const collectionsAbc = defineModule('collections.abc', (module) =>
  module.classes(...abstractClasses.values()),
);
export const numbers = defineModule('numbers', (module) => module.classes(...numberClasses.values()));
