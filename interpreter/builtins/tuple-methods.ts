// Methods of tuple and range, and what calling their classes and `slice` does.
// https://docs.python.org/3.11/library/stdtypes.html#common-sequence-operations
import type { Runtime } from '../runtime.ts';
import { requireIndex } from '../values/as-index.ts';
import { rangeClass, sliceClass, tupleClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import { valueError } from '../values/errors.ts';
import { elementsOf } from '../values/iterate.ts';
import { RangeIterator } from '../values/iterators.ts';
import type { Value } from '../values/objects.ts';
import { PyRange } from '../values/range.ts';
import { repr } from '../values/repr.ts';
import { PySlice, resolveSlice } from '../values/slice.ts';
import { PyTuple } from '../values/tuple.ts';
import { isIntegral } from '../values/type-of.ts';
import { constructor, method, nativeProperty } from './declare.ts';
import { countIn, indexIn, searchBounds } from './list-methods.ts';

constructor(tupleClass, 'tuple(iterable?, /)', (rt: Runtime, cls: PyClass, iterable: Value | undefined) => {
  if (cls === tupleClass && iterable instanceof PyTuple && iterable.cls === tupleClass) return iterable;
  return new PyTuple(iterable === undefined ? [] : elementsOf(rt, iterable), cls);
});

method(tupleClass, 'count(value, /)', countIn);

method(
  tupleClass,
  'index(value, start?, stop?, /)',
  (rt: Runtime, self: PyTuple, value: Value, start: Value | undefined, stop: Value | undefined) => {
    const found = indexIn(rt, self, value, ...searchBounds(rt, start, stop, self.items.length));
    return found < 0 ? valueError('tuple.index(x): x not in tuple') : found;
  },
);

method(
  tupleClass,
  '__getnewargs__()',
  (_rt: Runtime, self: PyTuple) => new PyTuple([new PyTuple(self.items)]),
);

// ---- range ---------------------------------------------------------------------------------------

function rangeBound(rt: Runtime, value: Value): number {
  const bound = requireIndex(rt, value);
  return typeof bound === 'number' ? bound : rt.unsupported('a range with bounds beyond 2^53');
}

constructor(
  rangeClass,
  'range(start, stop?, step?, /)',
  (rt: Runtime, _cls: PyClass, first: Value, second: Value | undefined, third: Value | undefined) => {
    if (second === undefined) return new PyRange(0, rangeBound(rt, first), 1);
    const start = rangeBound(rt, first);
    const stop = rangeBound(rt, second);
    const step = third === undefined ? 1 : rangeBound(rt, third);
    if (step === 0) valueError('range() arg 3 must not be zero');
    return new PyRange(start, stop, step);
  },
);

method(rangeClass, 'count(value, /)', (rt: Runtime, self: PyRange, value: Value) => {
  if (isIntegral(value)) return Number(self.indexOf(Number(value)) >= 0);
  let count = 0;
  rt.charge(self.length);
  for (let i = 0; i < self.length; i++) if (equals(rt, self.at(i), value)) count++;
  return count;
});

method(rangeClass, 'index(value, /)', (rt: Runtime, self: PyRange, value: Value) => {
  if (isIntegral(value)) {
    const found = self.indexOf(Number(value));
    return found < 0 ? valueError(`${repr(rt, value)} is not in range`) : found;
  }
  rt.charge(self.length);
  for (let i = 0; i < self.length; i++) if (equals(rt, self.at(i), value)) return i;
  return valueError('sequence.index(x): x not in sequence');
});

method(
  rangeClass,
  '__reversed__()',
  (_rt: Runtime, self: PyRange) =>
    new RangeIterator(new PyRange(self.at(self.length - 1), self.start - self.step, -self.step)),
);

nativeProperty(rangeClass, 'start', (_rt, self: PyRange) => self.start);
nativeProperty(rangeClass, 'stop', (_rt, self: PyRange) => self.stop);
nativeProperty(rangeClass, 'step', (_rt, self: PyRange) => self.step);

// ---- slice ---------------------------------------------------------------------------------------

constructor(
  sliceClass,
  'slice(start, stop?, step=None, /)',
  (_rt: Runtime, _cls: PyClass, first: Value, second: Value | undefined, step: Value) =>
    second === undefined ? new PySlice(null, first, null) : new PySlice(first, second, step),
);

method(sliceClass, 'indices(length, /)', (rt: Runtime, self: PySlice, length: Value) => {
  const size = requireIndex(rt, length);
  if (size < 0) valueError('length should not be negative');
  const { start, stop, step } = resolveSlice(rt, self, Number(size));
  return new PyTuple([start, stop, step]);
});

nativeProperty(sliceClass, 'start', (_rt, self: PySlice) => self.start);
nativeProperty(sliceClass, 'stop', (_rt, self: PySlice) => self.stop);
nativeProperty(sliceClass, 'step', (_rt, self: PySlice) => self.step);
