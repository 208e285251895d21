// The lazy iterators of `builtins`: enumerate, zip, map, filter, reversed, and `iter` with a sentinel.
// https://docs.python.org/3.11/library/functions.html
import type { Runtime } from '../runtime.ts';
import { requireIndex } from '../values/as-index.ts';
import type { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import { isRaised, typeError, valueError } from '../values/errors.ts';
import * as int from '../values/int.ts';
import { iterate, length } from '../values/iterate.ts';
import { CallingIterator, iteratorClass, NativeIterator, type PyIterator } from '../values/iterator.ts';
import { reversedClass } from '../values/iterators.ts';
import type { Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { getItem } from '../values/subscript.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass, typeName } from '../values/type-of.ts';
import { constructor } from './declare.ts';

export const enumerateClass = iteratorClass('enumerate');
export const zipClass = iteratorClass('zip');
export const mapClass = iteratorClass('map');
export const filterClass = iteratorClass('filter');
export const callableIteratorClass = iteratorClass('callable_iterator');

class EnumerateIterator extends NativeIterator {
  private readonly source: PyIterator;
  private count: int.Int;

  constructor(source: PyIterator, start: int.Int) {
    super();
    this.source = source;
    this.count = start;
  }

  step(rt: Runtime): Value | undefined {
    const value = this.source.next(rt);
    if (value === undefined) return undefined;
    const pair = new PyTuple([this.count, value]);
    this.count = int.add(this.count, 1);
    return pair;
  }
}
registerClass(EnumerateIterator, enumerateClass);

/** CPython binds these arguments by hand, with texts of its own. */
constructor(
  enumerateClass,
  'enumerate(*args, **kwargs)',
  (rt: Runtime, _cls: PyClass, args: readonly Value[], keywords: ReadonlyMap<string, Value>) => {
    const given = new Map(keywords);
    ['iterable', 'start'].slice(0, args.length).forEach((name, i) => given.set(name, args[i]));
    const total = args.length + keywords.size;
    if (total > 2) typeError(`enumerate() takes at most 2 arguments (${total} given)`);
    for (const name of keywords.keys())
      if (name !== 'iterable' && name !== 'start')
        typeError(`'${name}' is an invalid keyword argument for enumerate()`);
    const iterable = given.get('iterable');
    if (iterable === undefined) typeError("enumerate() missing required argument 'iterable'");
    const first = requireIndex(rt, given.has('start') ? (given.get('start') as Value) : 0);
    return new EnumerateIterator(iterate(rt, iterable), first);
  },
);

class ZipIterator extends NativeIterator {
  private readonly sources: readonly PyIterator[];
  private readonly strict: boolean;

  constructor(sources: readonly PyIterator[], strict: boolean) {
    super();
    this.sources = sources;
    this.strict = strict;
  }

  step(rt: Runtime): Value | undefined {
    const { sources } = this;
    if (sources.length === 0) return undefined;
    const items: Value[] = [];
    for (const [i, source] of sources.entries()) {
      const value = source.next(rt);
      if (value === undefined) return this.strict ? this.checkLengths(rt, i) : undefined;
      items.push(value);
    }
    return new PyTuple(items);
  }

  /** The source at `ended` gave nothing: with `strict` the others must have nothing either. */
  private checkLengths(rt: Runtime, ended: number): undefined {
    const before = (count: number): string => (count === 1 ? ' 1' : `s 1-${count}`);
    if (ended > 0) valueError(`zip() argument ${ended + 1} is shorter than argument${before(ended)}`);
    for (let i = 1; i < this.sources.length; i++)
      if (this.sources[i].next(rt) !== undefined)
        valueError(`zip() argument ${i + 1} is longer than argument${before(i)}`);
    return undefined;
  }
}
registerClass(ZipIterator, zipClass);

constructor(
  zipClass,
  'zip(*iterables, strict=False)',
  (rt: Runtime, _cls: PyClass, iterables: readonly Value[], strict: Value) =>
    new ZipIterator(
      iterables.map((iterable) => iterate(rt, iterable)),
      truth(rt, strict),
    ),
);

class MapIterator extends CallingIterator {
  private readonly func: Value;
  private readonly sources: readonly PyIterator[];

  constructor(func: Value, sources: readonly PyIterator[]) {
    super();
    this.func = func;
    this.sources = sources;
  }

  protected work(rt: Runtime): Value | undefined {
    const args: Value[] = [];
    for (const source of this.sources) {
      const value = source.next(rt);
      if (value === undefined) return undefined;
      args.push(value);
    }
    return rt.call(this.func, args);
  }
}
registerClass(MapIterator, mapClass);

constructor(mapClass, 'map(*args)', (rt: Runtime, _cls: PyClass, args: readonly Value[]) => {
  if (args.length < 2) typeError('map() must have at least two arguments.');
  const [func, ...iterables] = args;
  return new MapIterator(
    func,
    iterables.map((iterable) => iterate(rt, iterable)),
  );
});

class FilterIterator extends CallingIterator {
  private readonly test: Value;
  private readonly source: PyIterator;

  constructor(test: Value, source: PyIterator) {
    super();
    this.test = test;
    this.source = source;
  }

  protected work(rt: Runtime): Value | undefined {
    for (;;) {
      const value = this.source.next(rt);
      if (value === undefined) return undefined;
      rt.charge(1);
      if (truth(rt, this.test === null ? value : rt.call(this.test, [value]))) return value;
    }
  }
}
registerClass(FilterIterator, filterClass);

constructor(
  filterClass,
  'filter(function, iterable, /)',
  (rt: Runtime, _cls: PyClass, test: Value, iterable: Value) =>
    new FilterIterator(test, iterate(rt, iterable)),
);

/** Any sequence backwards, by index. */
class ReversedIterator extends NativeIterator {
  private readonly sequence: Value;
  private index: number;

  constructor(sequence: Value, start: number) {
    super();
    this.sequence = sequence;
    this.index = start;
  }

  step(rt: Runtime): Value | undefined {
    if (this.index < 0) return undefined;
    try {
      return getItem(rt, this.sequence, this.index--);
    } catch (error) {
      if (!isRaised(error, 'IndexError') && !isRaised(error, 'StopIteration')) throw error;
      this.index = -1;
      return undefined;
    }
  }

  override lengthHint(): number {
    return this.index + 1;
  }
}
registerClass(ReversedIterator, reversedClass);

constructor(
  reversedClass,
  'reversed(sequence, /)',
  (rt: Runtime, _cls: PyClass, sequence: Value) => {
    const own = findSpecial(sequence, '__reversed__');
    if (own !== undefined && own !== null) return callSpecial(rt, own, sequence);
    // Sets have a length but no positions, dicts have keys for positions.
    if (own === null || findSpecial(sequence, '__getitem__') === undefined)
      typeError(`'${typeName(sequence)}' object is not reversible`);
    return new ReversedIterator(sequence, length(rt, sequence) - 1);
  },
  'positional',
);

/** `iter(callable, sentinel)`. */
export class CallableIterator extends NativeIterator {
  private func: Value | undefined;
  private readonly sentinel: Value;

  constructor(func: Value, sentinel: Value) {
    super();
    this.func = func;
    this.sentinel = sentinel;
  }

  step(rt: Runtime): Value | undefined {
    if (this.func === undefined) return undefined;
    try {
      const value = rt.call(this.func, []);
      if (!equals(rt, this.sentinel, value)) return value;
    } catch (error) {
      if (!isRaised(error, 'StopIteration')) throw error;
    }
    this.func = undefined;
    return undefined;
  }
}
registerClass(CallableIterator, callableIteratorClass);
