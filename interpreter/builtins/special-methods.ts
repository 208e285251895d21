// The special methods of the builtin classes (`list.__getitem__`, `int.__add__` …): what a program reaches by name,
// by `super()`, or through a class derived from a builtin one. Which class has which is one table; what they do is
// in `values/`, by the kind of object.
import type { BinaryOperator, UnaryOperator } from '../../grammar/ast.ts';
import { NotImplemented } from '../values/singletons.ts';
import { BINARY_METHODS, UNARY_METHODS } from '../values/arithmetic.ts';
import { requireIndex } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import * as classes from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { RICH_COMPARISON, type RichOperator } from '../values/compare.ts';
import type { PyDict } from '../values/dict.ts';
import { fromHash64 } from '../values/hash64.ts';
import { nativeHash } from '../values/hash.ts';
import { iterateNative, lengthNative } from '../values/iterate.ts';
import { extendList } from '../values/list-extend.ts';
import type { PyList } from '../values/list.ts';
import { containsNative } from '../values/membership.ts';
import { binaryNative, unaryNative } from '../values/native-arithmetic.ts';
import { compareNative } from '../values/native-compare.ts';
import { nativeRepr } from '../values/native-repr.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyComplex } from '../values/complex.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import type { PyRange } from '../values/range.ts';
import { PySet } from '../values/set.ts';
import { setOf, subtractFrom, toggleIn, updateSet, intersection } from '../values/set-algebra.ts';
import { concatenate, repeatCount, repeatItems, repetition } from '../values/sequence-arithmetic.ts';
import { deleteFromDict, deleteFromList, getItemNative, setInList } from '../values/subscript.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import type { Runtime } from '../runtime.ts';
import { updateDict } from './dict-update.ts';
import { method } from './declare.ts';

const ORDER: readonly RichOperator[] = ['==', '!=', '<', '<=', '>', '>='];
const EQUALITY: readonly RichOperator[] = ['==', '!='];
const SET_OPERATORS: readonly BinaryOperator[] = ['|', '&', '-', '^'];
const FLOAT_OPERATORS: readonly BinaryOperator[] = ['+', '-', '*', '/', '//', '%', '**'];
const INT_OPERATORS: readonly BinaryOperator[] = [...FLOAT_OPERATORS, '<<', '>>', '|', '&', '^'];

type Ability = 'len' | 'iter' | 'contains' | 'getitem' | 'concat' | 'repr' | 'hash' | 'bool';

interface Row {
  readonly cls: PyClass;
  readonly compares: readonly RichOperator[];
  readonly operators?: readonly BinaryOperator[];
  /** Whether `__radd__` and its kin exist too. */
  readonly reflected?: boolean;
  readonly unary?: readonly Exclude<UnaryOperator, 'not'>[];
  readonly abilities: readonly Ability[];
  readonly unhashable?: boolean;
}

const COLLECTION: readonly Ability[] = ['len', 'iter', 'contains', 'repr'];
const SEQUENCE: readonly Ability[] = [...COLLECTION, 'getitem', 'concat'];

const TABLE: readonly Row[] = [
  {
    cls: classes.intClass,
    compares: ORDER,
    operators: INT_OPERATORS,
    reflected: true,
    unary: ['-', '+', '~'],
    abilities: ['repr', 'hash', 'bool'],
  },
  { cls: classes.boolClass, compares: [], operators: ['|', '&', '^'], reflected: true, abilities: ['repr'] },
  {
    cls: classes.floatClass,
    compares: ORDER,
    operators: FLOAT_OPERATORS,
    reflected: true,
    unary: ['-', '+'],
    abilities: ['repr', 'hash', 'bool'],
  },
  {
    cls: classes.complexClass,
    compares: EQUALITY,
    operators: ['+', '-', '*', '/', '**'],
    reflected: true,
    unary: ['-', '+'],
    abilities: ['repr', 'hash', 'bool'],
  },
  { cls: classes.strClass, compares: ORDER, operators: ['%'], abilities: [...SEQUENCE, 'hash'] },
  { cls: classes.bytesClass, compares: ORDER, operators: ['%'], abilities: [...SEQUENCE, 'hash'] },
  { cls: classes.listClass, compares: ORDER, abilities: SEQUENCE, unhashable: true },
  { cls: classes.tupleClass, compares: ORDER, abilities: [...SEQUENCE, 'hash'] },
  {
    cls: classes.dictClass,
    compares: EQUALITY,
    operators: ['|'],
    reflected: true,
    abilities: [...COLLECTION, 'getitem'],
    unhashable: true,
  },
  {
    cls: classes.setClass,
    compares: ORDER,
    operators: SET_OPERATORS,
    reflected: true,
    abilities: COLLECTION,
    unhashable: true,
  },
  {
    cls: classes.frozensetClass,
    compares: ORDER,
    operators: SET_OPERATORS,
    reflected: true,
    abilities: [...COLLECTION, 'hash'],
  },
  { cls: classes.rangeClass, compares: EQUALITY, abilities: [...COLLECTION, 'getitem', 'hash'] },
  { cls: classes.sliceClass, compares: ORDER, abilities: ['repr'], unhashable: true },
  {
    cls: classes.dictKeysClass,
    compares: ORDER,
    operators: SET_OPERATORS,
    reflected: true,
    abilities: COLLECTION,
    unhashable: true,
  },
  { cls: classes.dictValuesClass, compares: [], abilities: COLLECTION },
  {
    cls: classes.dictItemsClass,
    compares: ORDER,
    operators: SET_OPERATORS,
    reflected: true,
    abilities: COLLECTION,
    unhashable: true,
  },
  { cls: classes.methodClass, compares: EQUALITY, abilities: ['hash'] },
  { cls: classes.typeClass, compares: [], operators: ['|'], reflected: true, abilities: ['repr'] },
  { cls: classes.noneClass, compares: [], operators: [], abilities: ['repr', 'bool'] },
  { cls: classes.exceptionClasses.BaseException, compares: [], abilities: ['repr'] },
];

function declareAbility(cls: PyClass, ability: Ability): void {
  switch (ability) {
    case 'len':
      return method(cls, '__len__()', (_rt: Runtime, self: Value) => lengthNative(self));
    case 'iter':
      return method(cls, '__iter__()', (rt: Runtime, self: Value) => iterateNative(rt, self));
    case 'contains':
      return method(cls, '__contains__(key, /)', (rt: Runtime, self: Value, key: Value) =>
        containsNative(rt, self, key),
      );
    case 'getitem':
      return method(cls, '__getitem__(key, /)', (rt: Runtime, self: Value, key: Value) =>
        getItemNative(rt, self, key),
      );
    case 'concat':
      method(
        cls,
        '__add__(value, /)',
        (rt: Runtime, self: Value, value: Value) => concatenate(rt, self, value) as Value,
      );
      // By name they want an index, whatever the operator says of one.
      for (const name of ['__mul__', '__rmul__'])
        method(
          cls,
          `${name}(value, /)`,
          (rt: Runtime, self: Value, value: Value) => repetition(rt, self, requireIndex(rt, value)) as Value,
        );
      return;
    case 'repr':
      return method(cls, '__repr__()', (rt: Runtime, self: Value) => nativeRepr(rt, self));
    case 'hash':
      return method(cls, '__hash__()', (rt: Runtime, self: Value) => fromHash64(nativeHash(rt, self)));
    case 'bool':
      return method(cls, '__bool__()', (rt: Runtime, self: Value) => truth(rt, self));
  }
}

/** The operators of int leave floats to those of float, both complex numbers to those of complex, and a format to str. */
function isForOthers(cls: PyClass, a: Value, b: Value): boolean {
  if (cls !== classes.intClass && cls !== classes.floatClass) return false;
  return [unbox(a), unbox(b)].some(
    (value) =>
      value instanceof PyComplex ||
      value instanceof PyBytes ||
      typeof value === 'string' ||
      (cls === classes.intClass && value instanceof PyFloat),
  );
}

function declareRow(row: Row): void {
  const { cls } = row;
  for (const op of row.compares)
    method(cls, `${RICH_COMPARISON[op].method}(value, /)`, (rt: Runtime, self: Value, value: Value) =>
      isForOthers(cls, self, value) ? NotImplemented : compareNative(rt, op, self, value),
    );
  for (const op of row.operators ?? []) {
    const { direct, reflected } = BINARY_METHODS[op];
    method(cls, `${direct}(value, /)`, (rt: Runtime, self: Value, value: Value) =>
      isForOthers(cls, self, value) ? NotImplemented : binaryNative(rt, op, self, value),
    );
    if (row.reflected === true)
      method(cls, `${reflected}(value, /)`, (rt: Runtime, self: Value, value: Value) =>
        isForOthers(cls, self, value) ? NotImplemented : binaryNative(rt, op, value, self),
      );
  }
  for (const op of row.unary ?? [])
    method(cls, `${UNARY_METHODS[op]}()`, (rt: Runtime, self: Value) => unaryNative(rt, op, self));
  for (const ability of row.abilities) declareAbility(cls, ability);
  if (row.unhashable === true) cls.attrs.set('__hash__', null);
}

TABLE.forEach(declareRow);

for (const name of ['__index__', '__int__', '__trunc__', '__floor__', '__ceil__'])
  method(classes.intClass, `${name}()`, (rt: Runtime, self: Value) => requireIndex(rt, self));

for (const cls of [classes.intClass, classes.floatClass]) {
  method(cls, '__abs__()', (rt: Runtime, self: Value) =>
    typeof self === 'object' || Number(self) < 0 ? absolute(rt, self) : unaryNative(rt, '+', self),
  );
  const both = (rt: Runtime, a: Value, b: Value): Value => {
    if (isForOthers(cls, a, b)) return NotImplemented;
    const quotient = binaryNative(rt, '//', a, b);
    return quotient === NotImplemented ? quotient : new PyTuple([quotient, binaryNative(rt, '%', a, b)]);
  };
  method(cls, '__divmod__(value, /)', (rt: Runtime, self: Value, value: Value) => both(rt, self, value));
  method(cls, '__rdivmod__(value, /)', (rt: Runtime, self: Value, value: Value) => both(rt, value, self));
}

function absolute(rt: Runtime, value: Value): Value {
  return value instanceof PyFloat ? new PyFloat(Math.abs(value.value)) : unaryNative(rt, '-', value);
}

for (const cls of [classes.strClass, classes.bytesClass])
  method(cls, '__rmod__(value, /)', (rt: Runtime) => rt.unsupported(`${cls.name}.__rmod__`));
method(classes.bytesClass, '__bytes__()', (_rt: Runtime, self: Value) => self);
method(classes.rangeClass, '__bool__()', (_rt: Runtime, self: PyRange) => self.length > 0);

// ---- changing in place -------------------------------------------------------------------------

const { listClass, dictClass, setClass } = classes;

method(listClass, '__setitem__(key, value, /)', (rt: Runtime, self: PyList, key: Value, value: Value) => {
  setInList(rt, self, key, value);
  return null;
});
method(listClass, '__delitem__(key, /)', (rt: Runtime, self: PyList, key: Value) => {
  deleteFromList(rt, self, key);
  return null;
});
method(listClass, '__iadd__(value, /)', (rt: Runtime, self: PyList, value: Value) => {
  extendList(rt, self, value);
  return self;
});
method(listClass, '__imul__(value, /)', (rt: Runtime, self: PyList, value: Value) => {
  self.replace(repeatItems(rt, self.items, repeatCount(rt, requireIndex(rt, value))));
  return self;
});
method(dictClass, '__setitem__(key, value, /)', (rt: Runtime, self: PyDict, key: Value, value: Value) => {
  self.set(rt, key, value);
  return null;
});
method(dictClass, '__delitem__(key, /)', (rt: Runtime, self: PyDict, key: Value) => {
  deleteFromDict(rt, self, key);
  return null;
});
method(dictClass, '__ior__(value, /)', (rt: Runtime, self: PyDict, value: Value) => {
  updateDict(rt, self, value);
  return self;
});

/** `set |= other` and its kin take only sets. */
function inplaceSet(name: string, change: (rt: Runtime, self: PySet, other: PySet) => void): void {
  method(setClass, `${name}(value, /)`, (rt: Runtime, self: PySet, value: Value) => {
    if (!(value instanceof PySet)) return NotImplemented;
    change(rt, self, value);
    return self;
  });
}
inplaceSet('__ior__', updateSet);
inplaceSet('__isub__', subtractFrom);
inplaceSet('__ixor__', toggleIn);
inplaceSet('__iand__', (rt, self, other) => {
  const kept = intersection(rt, self, other);
  self.become(kept === self ? setOf(rt, self) : kept);
});
