// Module operator: the operators as functions. https://docs.python.org/3.11/library/operator.html
import type { BinaryOperator, CompareOperator } from '../../grammar/ast.ts';
import { constructor, method } from '../builtins/declare.ts';
import { absolute } from '../builtins/functions-numbers.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { binaryOp, inplaceOp, unaryOp } from '../values/arithmetic.ts';
import { requireIndex } from '../values/as-index.ts';
import { getAttr } from '../values/attributes.ts';
import type { PyClass } from '../values/class.ts';
import { compareOp, contains, equals } from '../values/compare.ts';
import { typeError, valueError } from '../values/errors.ts';
import { PyGenerator } from '../values/function.ts';
import { iterateOr, length } from '../values/iterate.ts';
import { NativeIterator, PyIterator } from '../values/iterator.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { concatenate } from '../values/sequence-arithmetic.ts';
import { NotImplemented } from '../values/singletons.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { deleteItem, getItem, setItem } from '../values/subscript.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { defineModule, libraryClass, type ModuleBuilder } from './define.ts';

const BINARY: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '<<': 'lshift',
  '>>': 'rshift',
  '|': 'or_',
  '^': 'xor',
  '&': 'and_',
  '@': 'matmul',
};

const COMPARISON: Partial<Record<CompareOperator, string>> = {
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  is: 'is_',
  'is not': 'is_not',
};

// ---- itemgetter, attrgetter, methodcaller --------------------------------------------------------

/** A callable made once and applied to objects. */
class Getter extends HeapObject {
  override readonly cls: PyClass;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
  readonly apply: (rt: Runtime, object: Value) => Value;

  constructor(cls: PyClass, args: readonly Value[], keywords: Keywords, apply: Getter['apply']) {
    super();
    this.cls = cls;
    this.args = args;
    this.keywords = keywords;
    this.apply = apply;
  }
}

function getterClass(name: string): PyClass {
  const cls = libraryClass('operator', name);
  method(
    cls,
    '__call__(obj, /)',
    (rt: Runtime, self: Getter, object: Value) => self.apply(rt, object),
    'positional',
  );
  method(cls, '__repr__()', (rt: Runtime, self: Getter) => {
    const named = [...(self.keywords ?? [])].map(([key, value]) => `${key}=${repr(rt, value)}`);
    return `operator.${name}(${[...self.args.map((arg) => repr(rt, arg)), ...named].join(', ')})`;
  });
  return cls;
}

/** What several getters get is a tuple, what one gets is itself. */
function gather(
  cls: PyClass,
  args: readonly Value[],
  get: (rt: Runtime, object: Value, arg: Value) => Value,
): Getter {
  return new Getter(cls, args, null, (rt, object) =>
    args.length === 1 ? get(rt, object, args[0]) : new PyTuple(args.map((arg) => get(rt, object, arg))),
  );
}

const itemgetterClass = getterClass('itemgetter');
constructor(itemgetterClass, 'itemgetter(*items)', (_rt: Runtime, cls: PyClass, items: readonly Value[]) => {
  if (items.length === 0) typeError('itemgetter expected 1 argument, got 0');
  return gather(cls, items, getItem);
});

const attrgetterClass = getterClass('attrgetter');
constructor(attrgetterClass, 'attrgetter(*attrs)', (_rt: Runtime, cls: PyClass, attrs: readonly Value[]) => {
  if (attrs.length === 0) typeError('attrgetter expected 1 argument, got 0');
  for (const name of attrs) if (typeof name !== 'string') typeError('attribute name must be a string');
  return gather(cls, attrs, (rt, object, path) =>
    (path as string).split('.').reduce<Value>((value, name) => getAttr(rt, value, name), object),
  );
});

const methodcallerClass = getterClass('methodcaller');
constructor(
  methodcallerClass,
  'methodcaller(*args, **kwargs)',
  (_rt: Runtime, cls: PyClass, all: readonly Value[], keywords: Keywords) => {
    if (all.length === 0) typeError('methodcaller needs at least one argument, the method name');
    const [name, ...args] = all;
    if (typeof name !== 'string') typeError('method name must be a string');
    const given = keywords !== null && keywords.size > 0 ? keywords : null;
    return new Getter(cls, [name, ...args], given, (rt, object) =>
      rt.call(getAttr(rt, object, name), args, given),
    );
  },
);

// ---- the functions -------------------------------------------------------------------------------

function declareOperators(module: ModuleBuilder): void {
  for (const [op, name] of Object.entries(BINARY) as [BinaryOperator, string][]) {
    const bare = name.replace(/_$/, '');
    for (const alias of [name, `__${bare}__`])
      module.function(`${alias}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => binaryOp(rt, op, a, b));
    for (const alias of [`i${bare}`, `__i${bare}__`])
      module.function(`${alias}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => inplaceOp(rt, op, a, b));
  }
  for (const [op, name] of Object.entries(COMPARISON) as [CompareOperator, string][]) {
    module.function(`${name}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => compareOp(rt, op, a, b));
    if (!name.startsWith('is'))
      module.function(`__${name}__(a, b, /)`, (rt: Runtime, a: Value, b: Value) => compareOp(rt, op, a, b));
  }
  for (const [op, names] of [
    ['-', ['neg', '__neg__']],
    ['+', ['pos', '__pos__']],
    ['~', ['inv', 'invert', '__inv__', '__invert__']],
    ['not', ['not_', '__not__']],
  ] as const)
    for (const name of names) module.function(`${name}(a, /)`, (rt: Runtime, a: Value) => unaryOp(rt, op, a));
}

/** How many elements an object says it has, or may have; the fallback where it does not know. */
function lengthHint(rt: Runtime, object: Value, fallback: Value): Value {
  if (typeof fallback !== 'number' && typeof fallback !== 'bigint')
    return typeError(`'${typeName(fallback)}' object cannot be interpreted as an integer`);
  if (findSpecial(object, '__len__') !== undefined) return length(rt, object);
  if (object instanceof PyIterator) {
    if (object instanceof NativeIterator && object.lengthHint !== undefined) return object.lengthHint();
    return object instanceof PyGenerator ? fallback : rt.unsupported(`length_hint() of such an iterator`);
  }
  const hook = findSpecial(object, '__length_hint__');
  if (hook === undefined) return fallback;
  const hint = callSpecial(rt, hook, object);
  if (hint === NotImplemented) return fallback;
  if (typeof hint !== 'number' && typeof hint !== 'bigint')
    return typeError(`__length_hint__ must be an integer, not ${typeName(hint)}`);
  return hint < 0 ? valueError('__length_hint__() should return >= 0') : hint;
}

export const operator = defineModule(
  'operator',
  (module) => {
    declareOperators(module);
    for (const name of ['abs', '__abs__']) module.function(`${name}(a, /)`, absolute);
    for (const name of ['index', '__index__']) module.function(`${name}(a, /)`, requireIndex);
    module.function('truth(a, /)', truth);
    for (const name of ['concat', '__concat__'])
      module.function(`${name}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => {
        const joined = concatenate(rt, a, b);
        if (joined !== undefined) return joined;
        if (findSpecial(a, '__getitem__') !== undefined && findSpecial(a, '__add__') !== undefined)
          return binaryOp(rt, '+', a, b);
        return typeError(`'${typeName(a)}' object can't be concatenated`);
      });
    for (const name of ['contains', '__contains__'])
      module.function(`${name}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => contains(rt, a, b));
    for (const name of ['getitem', '__getitem__']) module.function(`${name}(a, b, /)`, getItem);
    for (const name of ['setitem', '__setitem__'])
      module.function(`${name}(a, b, c, /)`, (rt: Runtime, a: Value, b: Value, c: Value) => {
        setItem(rt, a, b, c);
        return null;
      });
    for (const name of ['delitem', '__delitem__'])
      module.function(`${name}(a, b, /)`, (rt: Runtime, a: Value, b: Value) => {
        deleteItem(rt, a, b);
        return null;
      });

    module.function('countOf(a, b, /)', (rt: Runtime, a: Value, b: Value) => {
      let count = 0;
      const iterator = iterateOr(rt, a, `argument of type '${typeName(a)}' is not iterable`);
      for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
        rt.charge(1);
        if (equals(rt, value, b)) count++;
      }
      return count;
    });
    module.function('indexOf(a, b, /)', (rt: Runtime, a: Value, b: Value) => {
      const iterator = iterateOr(rt, a, `argument of type '${typeName(a)}' is not iterable`);
      for (let index = 0; ; index++) {
        const value = iterator.next(rt);
        if (value === undefined) return valueError('sequence.index(x): x not in sequence');
        rt.charge(1);
        if (equals(rt, value, b)) return index;
      }
    });
    module.function('length_hint(obj, default=0, /)', lengthHint);
    module.function(
      'call(obj, /, *args, **kwargs)',
      (rt: Runtime, object: Value, args: readonly Value[], keywords: Keywords) =>
        rt.call(object, args, keywords),
    );
    module.classes(itemgetterClass, attrgetterClass, methodcallerClass);
  },
  '_operator',
);
