// Module functools. Caches are in `functools-cache.ts`, `wraps` and `total_ordering` in `functools-wraps.ts`.
// https://docs.python.org/3.11/library/functools.html
import { PyBoundMethod } from '../builtins/builtin.ts';
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import { outsideAttributes } from '../builtins/outside-attributes.ts';
import { isCallable } from '../builtins/functions-objects.ts';
import { declareGeneric } from '../builtins/generic-types.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { type PyClass, PyInstance } from '../values/class.ts';
import { RICH_COMPARISON, richCompare, type RichOperator } from '../values/compare.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, typeError } from '../values/errors.ts';
import { iterate } from '../values/iterate.ts';
import { guardRepr } from '../values/native-repr.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass } from '../values/type-of.ts';
import { defineModule, libraryClass } from './define.ts';
import { declareCaches } from './functools-cache.ts';
import { declareDispatch } from './functools-dispatch.ts';
import { declareWrappers } from './functools-wraps.ts';
import { makeNative } from './native-function.ts';

// ---- partial -------------------------------------------------------------------------------------

const partialClass = libraryClass('functools', 'partial');
declareGeneric(partialClass);
partialClass.hasDict = true;
outsideAttributes(partialClass, '__setstate__');

class PyPartial extends PyInstance {
  readonly func: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;

  constructor(func: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super(partialClass);
    this.func = func;
    this.args = args;
    this.keywords = keywords;
  }
}

constructor(
  partialClass,
  'partial(*args, **kwargs)',
  (_rt: Runtime, _cls: PyClass, args: readonly Value[], keywords: Keywords) => {
    if (args.length === 0) typeError("type 'partial' takes at least one argument");
    const [func, ...rest] = args;
    if (!isCallable(func)) typeError('the first argument must be callable');
    const named = keywords ?? new Map<string, Value>();
    // A partial of a partial is one partial.
    if (func instanceof PyPartial && func.attrs.size === 0)
      return new PyPartial(func.func, [...func.args, ...rest], new Map([...func.keywords, ...named]));
    return new PyPartial(func, rest, new Map(named));
  },
);

method(
  partialClass,
  '__call__(*args, **kwargs)',
  (rt: Runtime, self: PyPartial, args: readonly Value[], keywords: Keywords) => {
    const named = new Map([...self.keywords, ...(keywords ?? [])]);
    return rt.call(self.func, [...self.args, ...args], named.size === 0 ? null : named);
  },
);

method(partialClass, '__repr__()', (rt: Runtime, self: PyPartial) =>
  guardRepr(self, '...', () => {
    const named = [...self.keywords].map(([name, value]) => `${name}=${repr(rt, value)}`);
    return `functools.partial(${[repr(rt, self.func), ...self.args.map((arg) => repr(rt, arg)), ...named].join(', ')})`;
  }),
);

nativeProperty(partialClass, 'func', (_rt, self: PyPartial) => self.func);
nativeProperty(partialClass, 'args', (_rt, self: PyPartial) => new PyTuple(self.args));
nativeProperty(partialClass, 'keywords', (_rt, self: PyPartial) => PyDict.ofStrings(self.keywords));

// ---- partialmethod -------------------------------------------------------------------------------

const partialmethodClass = libraryClass('functools', 'partialmethod', { written: true });

class PyPartialMethod extends HeapObject {
  readonly func: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;

  constructor(func: Value, args: readonly Value[], keywords: Keywords) {
    super();
    this.func = func;
    this.args = args;
    this.keywords = keywords ?? new Map();
  }
}
registerClass(PyPartialMethod, partialmethodClass);

constructor(
  partialmethodClass,
  'partialmethod(func, /, *args, **keywords)',
  (_rt: Runtime, _cls: PyClass, func: Value, args: readonly Value[], keywords: Keywords) =>
    new PyPartialMethod(func, args, keywords),
  'python',
);
method(
  partialmethodClass,
  '__get__(instance, owner=None, /)',
  (rt: Runtime, self: PyPartialMethod, instance: Value) => {
    if (instance === null) return rt.unsupported('a partialmethod taken from the class');
    return new PyPartial(new PyBoundMethod(instance, self.func), self.args, self.keywords);
  },
);

// ---- cmp_to_key ----------------------------------------------------------------------------------

const keyClass = libraryClass('functools', 'KeyWrapper');

class ComparisonKey extends HeapObject {
  readonly compare: Value;
  readonly object: Value;

  constructor(compare: Value, object: Value) {
    super();
    this.compare = compare;
    this.object = object;
  }
}
registerClass(ComparisonKey, keyClass);

for (const op of Object.keys(RICH_COMPARISON) as RichOperator[])
  method(
    keyClass,
    `${RICH_COMPARISON[op].method}(other, /)`,
    (rt: Runtime, self: ComparisonKey, other: Value) => {
      if (!(other instanceof ComparisonKey)) typeError('other argument must be K instance');
      return richCompare(rt, op, rt.call(self.compare, [self.object, other.object]), 0);
    },
  );
keyClass.attrs.set('__hash__', null);
nativeProperty(keyClass, 'obj', (_rt, self: ComparisonKey) => self.object);

// ---- the module ----------------------------------------------------------------------------------

function reduce(rt: Runtime, func: Value, iterable: Value, initial: Value | undefined): Value {
  const source = iterateForReduce(rt, iterable);
  let total = initial;
  for (let value = source.next(rt); value !== undefined; value = source.next(rt)) {
    rt.charge(1);
    total = total === undefined ? value : rt.call(func, [total, value]);
  }
  return total === undefined ? typeError('reduce() of empty iterable with no initial value') : total;
}

function iterateForReduce(rt: Runtime, iterable: Value): ReturnType<typeof iterate> {
  try {
    return iterate(rt, iterable);
  } catch (error) {
    if (isRaised(error, 'TypeError')) typeError('reduce() arg 2 must support iteration');
    throw error;
  }
}

export const functools = defineModule(
  'functools',
  (module) => {
    module.function('reduce(function, iterable, initial?, /)', reduce);
    module.function(
      'cmp_to_key(mycmp)',
      (_rt: Runtime, compare: Value) =>
        makeNative('K(obj)', (_runtime: Runtime, object: Value) => new ComparisonKey(compare, object)),
      'keywords',
    );
    module.classes(partialClass, partialmethodClass);
    declareDispatch(module);
    declareCaches(module);
    declareWrappers(module);
  },
  '_functools',
);
