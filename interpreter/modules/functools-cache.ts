// `functools.lru_cache`, `cache` and `cached_property`.
// https://docs.python.org/3.11/library/functools.html#functools.lru_cache
import { isCallable } from '../builtins/functions-objects.ts';
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { PyBoundMethod } from '../builtins/builtin.ts';
import { asIndex } from '../values/as-index.ts';
import { getAttr } from '../values/attributes.ts';
import { type PyClass, PyInstance } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { typeError } from '../values/errors.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass, typeName, typeOf } from '../values/type-of.ts';
import { libraryClass, type ModuleBuilder } from './define.ts';
import { makeNamedTuple } from './named-tuple.ts';
import { makeNative } from './native-function.ts';
import { updateWrapper } from './functools-wraps.ts';

const lruCacheClass = libraryClass('functools', '_lru_cache_wrapper');
lruCacheClass.hasDict = true;

/** A function that remembers its results. */
class CachedFunction extends PyInstance {
  readonly func: Value;
  /** How many results it keeps: all of them for null. */
  readonly maxSize: number | null;
  readonly typed: boolean;
  /** Results by arguments, the least recently used first. */
  results = new PyDict();
  hits = 0;
  misses = 0;

  constructor(func: Value, maxSize: number | null, typed: boolean) {
    super(lruCacheClass);
    this.func = func;
    this.maxSize = maxSize;
    this.typed = typed;
  }
}

/** What a call is remembered by: CPython takes an int or str alone for itself, all else in a tuple. */
function cacheKey(typed: boolean, args: readonly Value[], keywords: Keywords): Value {
  const named = keywords === null ? [] : [...keywords];
  if (!typed && named.length === 0) {
    const only = args.length === 1 ? args[0] : null;
    if (typeof only === 'string' || typeof only === 'number' || typeof only === 'bigint') return only;
    return new PyTuple(args.slice());
  }
  const key = [...args];
  if (named.length > 0) key.push(markObject, ...named.flat());
  if (typed) key.push(...args.map(typeOf), ...named.map(([, value]) => typeOf(value)));
  return new PyTuple(key);
}

class Mark extends HeapObject {}
registerClass(Mark, libraryClass('functools', 'kwd_mark'));
const markObject = new Mark();

function callCached(rt: Runtime, self: CachedFunction, args: readonly Value[], keywords: Keywords): Value {
  const call = (): Value => {
    self.misses++;
    return rt.call(self.func, args, keywords);
  };
  if (self.maxSize === 0) return call();
  const key = cacheKey(self.typed, args, keywords);
  const slot = self.results.find(rt, key);
  if (slot >= 0) {
    self.hits++;
    const value = self.results.values[slot];
    if (self.maxSize !== null) self.results.move(rt, slot, true);
    return value;
  }
  const { results } = self;
  const value = call();
  // The call may have come to the same result by itself, deeper down.
  if (results.has(rt, key)) {
    if (self.maxSize === null) results.set(rt, key, value);
    return value;
  }
  if (self.maxSize !== null && results.size >= self.maxSize) results.popItem(rt, true);
  results.set(rt, key, value);
  return value;
}

method(lruCacheClass, '__call__(*args, **kwargs)', callCached);
method(lruCacheClass, '__get__(instance, owner=None, /)', (_rt: Runtime, self: Value, instance: Value) =>
  instance === null ? self : new PyBoundMethod(instance, self),
);

const cacheInfoClass = makeNamedTuple(
  'CacheInfo',
  ['hits', 'misses', 'maxsize', 'currsize'],
  [],
  'functools',
);

method(
  lruCacheClass,
  'cache_info()',
  (_rt: Runtime, self: CachedFunction) =>
    new PyTuple([self.hits, self.misses, self.maxSize, self.results.size], cacheInfoClass),
);
method(lruCacheClass, 'cache_clear()', (_rt: Runtime, self: CachedFunction) => {
  self.results = new PyDict();
  self.hits = 0;
  self.misses = 0;
  return null;
});

function makeCached(rt: Runtime, func: Value, maxSize: number | null, typed: boolean): Value {
  if (!isCallable(func)) typeError('the first argument must be callable');
  const cached = new CachedFunction(func, maxSize, typed);
  updateWrapper(rt, cached, func);
  cached.setAttr(
    'cache_parameters',
    makeNative('cache_parameters()', () =>
      PyDict.ofStrings([
        ['maxsize', maxSize],
        ['typed', typed],
      ]),
    ),
  );
  return cached;
}

// ---- cached_property -----------------------------------------------------------------------------

const cachedPropertyClass = libraryClass('functools', 'cached_property', { written: true });

class CachedProperty extends HeapObject {
  readonly func: Value;
  name: string | null = null;

  constructor(func: Value) {
    super();
    this.func = func;
  }
}
registerClass(CachedProperty, cachedPropertyClass);

constructor(
  cachedPropertyClass,
  'cached_property(func)',
  (_rt: Runtime, _cls: PyClass, func: Value) => new CachedProperty(func),
  'python',
);
method(
  cachedPropertyClass,
  '__set_name__(owner, name, /)',
  (_rt: Runtime, self: CachedProperty, _owner: Value, name: Value) => {
    self.name ??= String(name);
    return null;
  },
);
method(
  cachedPropertyClass,
  '__get__(instance, owner=None, /)',
  (rt: Runtime, self: CachedProperty, instance: Value) => {
    if (instance === null) return self;
    if (self.name === null)
      typeError('Cannot use cached_property instance without calling __set_name__ on it.');
    if (!(instance instanceof PyInstance) || !instance.cls.hasDict)
      return typeError(
        `No '__dict__' attribute on '${typeName(instance)}' instance to cache '${self.name}' property.`,
      );
    const value = rt.call(self.func, [instance]);
    instance.setAttr(self.name, value);
    return value;
  },
);
nativeProperty(cachedPropertyClass, 'func', (_rt, self: CachedProperty) => self.func);
nativeProperty(cachedPropertyClass, '__doc__', (rt, self: CachedProperty) =>
  getAttr(rt, self.func, '__doc__'),
);

/** Declares the functions in the module. */
export function declareCaches(module: ModuleBuilder): void {
  module.function(
    'lru_cache(maxsize=128, typed=False)',
    (rt: Runtime, maxsize: Value, given: Value) => {
      const typed = truth(rt, given);
      const size = maxsize === null ? null : asIndex(rt, maxsize);
      if (size === undefined) {
        if (!isCallable(maxsize)) typeError('Expected first argument to be an integer, a callable, or None');
        return makeCached(rt, maxsize, 128, typed);
      }
      const limit = size === null ? null : Math.max(0, Number(size));
      return makeNative('decorating_function(user_function)', (runtime: Runtime, func: Value) =>
        makeCached(runtime, func, limit, typed),
      );
    },
    'python',
  );
  module.function(
    'cache(user_function, /)',
    (rt: Runtime, func: Value) => makeCached(rt, func, null, false),
    'python',
  );
  module.value('cached_property', cachedPropertyClass);
}
