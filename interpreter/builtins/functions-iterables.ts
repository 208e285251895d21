// Builtin functions on iterables. https://docs.python.org/3.11/library/functions.html
import type { Keywords, Runtime } from '../runtime.ts';
import { binaryOp } from '../values/arithmetic.ts';
import { PyBytes } from '../values/bytes.ts';
import { richCompare } from '../values/compare.ts';
import { isRaised, raise, typeError, valueError } from '../values/errors.ts';
import { PyGenerator } from '../values/function.ts';
import * as int from '../values/int.ts';
import { elementsOf, iterate, iteratorOf } from '../values/iterate.ts';
import { PyIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { builtinFunction } from './function-registry.ts';
import { isCallable } from './functions-objects.ts';
import { CallableIterator } from './lazy.ts';
import { sortValues } from './sort.ts';
import { requireCInt } from './text-args.ts';

builtinFunction('all(iterable, /)', (rt: Runtime, iterable: Value) => {
  const iterator = iterate(rt, iterable);
  for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
    rt.charge(1);
    if (!truth(rt, value)) return false;
  }
  return true;
});

builtinFunction('any(iterable, /)', (rt: Runtime, iterable: Value) => {
  const iterator = iterate(rt, iterable);
  for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
    rt.charge(1);
    if (truth(rt, value)) return true;
  }
  return false;
});

builtinFunction('sum(iterable, /, start=0)', (rt: Runtime, iterable: Value, start: Value) => {
  const iterator = iterate(rt, iterable);
  if (typeof start === 'string') typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  let total: Value = start;
  for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
    rt.charge(1);
    total =
      typeof total === 'number' && typeof value === 'number'
        ? int.add(total, value)
        : binaryOp(rt, '+', total, value);
  }
  return total;
});

/** Hands all but the iterable on to `list.sort`, which is why its errors speak of that. */
builtinFunction('sorted(*args, **kwargs)', (rt: Runtime, args: readonly Value[], keywords: Keywords) => {
  if (args.length !== 1) typeError(`sorted expected 1 argument, got ${args.length}`);
  const options = new Map<string, Value>([['key', null], ['reverse', false], ...(keywords ?? [])]);
  const unknown = [...options.keys()].find((name) => name !== 'key' && name !== 'reverse');
  const items = elementsOf(rt, args[0]);
  if (options.size > 3) typeError(`sort() takes at most 2 keyword arguments (${keywords?.size} given)`);
  if (unknown !== undefined) typeError(`'${unknown}' is an invalid keyword argument for sort()`);
  sortValues(rt, items, options.get('key') as Value, requireCInt(rt, options.get('reverse') as Value) !== 0);
  return new PyList(items);
});

// ---- min and max ---------------------------------------------------------------------------------

/**
 * The first element that no other is before by `op` of their keys; undefined when there is none.
 * @param key null for the elements themselves
 */
export function extremeOf(rt: Runtime, op: '<' | '>', iterable: Value, key: Value): Value | undefined {
  const iterator = iterate(rt, iterable);
  let best: Value | undefined;
  let bestKey: Value = null;
  for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
    rt.charge(1);
    const rank = key === null ? value : rt.call(key, [value]);
    if (best === undefined || truth(rt, richCompare(rt, op, rank, bestKey))) {
      best = value;
      bestKey = rank;
    }
  }
  return best;
}

function extreme(name: 'min' | 'max', op: '<' | '>'): void {
  builtinFunction(
    `${name}(*args, key=None, default?)`,
    (rt: Runtime, args: readonly Value[], key: Value, fallback: Value | undefined) => {
      if (args.length === 0) typeError(`${name} expected at least 1 argument, got 0`);
      if (args.length > 1 && fallback !== undefined)
        typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
      const best = extremeOf(rt, op, args.length === 1 ? args[0] : new PyTuple(args.slice()), key);
      if (best !== undefined) return best;
      return fallback === undefined ? valueError(`${name}() arg is an empty sequence`) : fallback;
    },
  );
}
extreme('min', '<');
extreme('max', '>');

// ---- iterators -----------------------------------------------------------------------------------

builtinFunction(
  'iter(iterable, sentinel?, /)',
  (rt: Runtime, iterable: Value, sentinel: Value | undefined) => {
    if (sentinel === undefined)
      return iteratorOf(rt, iterable) ?? typeError(`'${typeName(iterable)}' object is not iterable`);
    if (!isCallable(iterable)) typeError('iter(v, w): v must be callable');
    return new CallableIterator(iterable, sentinel);
  },
);

builtinFunction(
  'next(iterator, default?, /)',
  (rt: Runtime, iterator: Value, fallback: Value | undefined) => {
    if (iterator instanceof PyIterator) {
      const value = iterator.next(rt);
      if (value !== undefined) return value;
      if (fallback !== undefined) return fallback;
      return exhausted(iterator);
    }
    const method = findSpecial(iterator, '__next__');
    if (method === undefined) return typeError(`'${typeName(iterator)}' object is not an iterator`);
    if (fallback === undefined) return callSpecial(rt, method, iterator);
    try {
      return callSpecial(rt, method, iterator);
    } catch (error) {
      if (isRaised(error, 'StopIteration')) return fallback;
      throw error;
    }
  },
);

/** StopIteration, with what a generator has returned. */
function exhausted(iterator: PyIterator): never {
  if (!(iterator instanceof PyGenerator) || iterator.result === null) return raise('StopIteration');
  const { result } = iterator;
  iterator.result = null;
  return raise('StopIteration', result);
}
