// Iteration over any value, and its length.
import { PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { asIndex } from './as-index.ts';
import { unbox } from './boxed.ts';
import { dictClass, listClass, tupleClass } from './builtin-classes.ts';
import { PyBytes } from './bytes.ts';
import { PyClass } from './class.ts';
import { PyDict } from './dict.ts';
import { isRaised, raise, typeError, valueError } from './errors.ts';
import { iteratorClass, NativeIterator, PyIterator } from './iterator.ts';
import {
  bytesIterator,
  DictIterator,
  ListIterator,
  RangeIterator,
  SetIterator,
  StrIterator,
  tupleIterator,
} from './iterators.ts';
import { PyList } from './list.ts';
import type { Value } from './objects.ts';
import { PyRange } from './range.ts';
import { PySet } from './set.ts';
import { callSpecial, findSpecial } from './special.ts';
import { NotImplemented } from './singletons.ts';
import { codePointCount } from './str.ts';
import { getItem } from './subscript.ts';
import { PyTuple } from './tuple.ts';
import { registerClass, typeName, typeOf } from './type-of.ts';
import { PyDictView } from './views.ts';

/**
 * `iter(value)` for a native loop; an iterator of the program's own class is wrapped.
 * @throws PyRaise TypeError "'int' object is not iterable"
 */
export function iterate(rt: Runtime, value: Value): PyIterator {
  if (value instanceof PyList && value.cls === listClass) return new ListIterator(value);
  if (value instanceof PyIterator) return value;
  if (value instanceof PyRange) return new RangeIterator(value);
  if (value instanceof PyDict && value.cls === dictClass) return new DictIterator(value, 'keys');
  return iterateOr(rt, value, `'${typeName(value)}' object is not iterable`);
}

/** As `iterate`, with an error text of the caller's. */
export function iterateOr(rt: Runtime, value: Value, message: string): PyIterator {
  const iterator = iteratorOf(rt, value) ?? typeError(message);
  return iterator instanceof PyIterator ? iterator : new InstanceIterator(iterator);
}

/** `iter(value)` as a Python value, or undefined when it is not iterable. */
export function iteratorOf(rt: Runtime, value: Value): Value | undefined {
  if (value instanceof PyIterator) return value;
  const method = findSpecial(value, '__iter__');
  if (method === undefined) {
    const item = findSpecial(value, '__getitem__');
    // A builtin class has it without being iterable only where its items are no sequence, as those of a match.
    if (item === undefined || item instanceof PyBuiltin || value instanceof PyClass) return undefined;
    return new SequenceIterator(value);
  }
  if (method === null) return undefined;
  const iterator = callSpecial(rt, method, value);
  if (!(iterator instanceof PyIterator) && findSpecial(iterator, '__next__') === undefined)
    typeError(`iter() returned non-iterator of type '${typeName(iterator)}'`);
  return iterator;
}

/** The iterator of a builtin container by its kind, whatever its class says: `list.__iter__` and its kin. */
export function iterateNative(rt: Runtime, boxed: Value): PyIterator {
  const value = unbox(boxed);
  if (typeof value === 'string') return new StrIterator(value);
  if (value instanceof PyList) return new ListIterator(value);
  if (value instanceof PyTuple) return tupleIterator(value);
  if (value instanceof PyDict) return new DictIterator(value, 'keys');
  if (value instanceof PySet) return new SetIterator(rt, value);
  if (value instanceof PyRange) return new RangeIterator(value);
  if (value instanceof PyDictView) return value.iterator();
  if (value instanceof PyBytes) return bytesIterator([...value.data]);
  return typeError(`'${typeName(value)}' object is not iterable`);
}

/** All elements in a new array, paid for. */
export function toArray(rt: Runtime, value: Value): Value[] {
  if (value instanceof PyList && value.cls === listClass) {
    rt.charge(value.items.length);
    return value.items.slice();
  }
  if (value instanceof PyTuple && value.cls === tupleClass) {
    rt.charge(value.items.length);
    return value.items.slice();
  }
  return drain(rt, iterate(rt, value));
}

/** As `toArray`, but asks for the length first, as `list`, `tuple` and `sorted` do. */
export function elementsOf(rt: Runtime, value: Value): Value[] {
  return typeOf(value).builtin ? toArray(rt, value) : gather(rt, value, iterate(rt, value));
}

/** What `iterator` gives of `iterable`, whose length CPython asks for before it begins. */
export function gather(rt: Runtime, iterable: Value, iterator: PyIterator): Value[] {
  askLength(rt, iterable);
  return drain(rt, iterator);
}

/**
 * Calls `__len__` or `__length_hint__` for their effects.
 * https://docs.python.org/3.11/library/operator.html#operator.length_hint
 */
export function askLength(rt: Runtime, iterable: Value): void {
  const cls = typeOf(iterable);
  if (cls.builtin) return;
  if (cls.lookup('__len__') !== undefined && unlessTypeError(() => length(rt, iterable)) !== undefined)
    return;
  const method = cls.lookup('__length_hint__');
  if (method === undefined || method === null) return;
  const hint = unlessTypeError(() => callSpecial(rt, method, iterable));
  if (hint === undefined || hint === NotImplemented) return;
  const size = typeof hint === 'boolean' ? Number(hint) : hint;
  if (typeof size !== 'number' && typeof size !== 'bigint')
    typeError(`__length_hint__ must be an integer, not ${typeName(size)}`);
  else if (size < 0) valueError('__length_hint__() should return >= 0');
}

function unlessTypeError<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (isRaised(error, 'TypeError')) return undefined;
    throw error;
  }
}

/** Fewer elements are within any memory limit that is worth setting. */
const MANY = 1024;

/** What is left in an iterator, in a new array, paid for. */
export function drain(rt: Runtime, iterator: PyIterator): Value[] {
  const elements: Value[] = [];
  for (;;) {
    const element = iterator.next(rt);
    if (element === undefined) return elements;
    const size = elements.push(element);
    // At powers of two all of it is paid for, so that one that grows beyond the memory limit ends.
    rt.charge(size > MANY && (size & (size - 1)) === 0 ? size : 1);
  }
}

/** `len(value)`. @throws PyRaise TypeError "object of type 'int' has no len()" */
export function length(rt: Runtime, value: Value): number {
  if (typeof value === 'string') return codePointCount(value);
  if (value instanceof PyList && value.cls === listClass) return value.items.length;
  if (value instanceof PyDict && value.cls.builtin) return value.size;
  const method = findSpecial(value, '__len__');
  if (method === undefined || method === null)
    return typeError(`object of type '${typeName(value)}' has no len()`);
  const result = callSpecial(rt, method, value);
  const size =
    asIndex(rt, result) ?? typeError(`'${typeName(result)}' object cannot be interpreted as an integer`);
  if (size < 0) valueError('__len__() should return >= 0');
  if (typeof size === 'bigint') {
    if (size >= 2n ** 63n) raise('OverflowError', "cannot fit 'int' into an index-sized integer");
    return rt.unsupported('lengths of 2**53 and more');
  }
  return size;
}

/** The length of a builtin container by its kind, whatever its class says. */
export function lengthNative(boxed: Value): number {
  const value = unbox(boxed);
  if (typeof value === 'string') return codePointCount(value);
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict || value instanceof PySet) return value.size;
  if (value instanceof PyRange) return value.length;
  if (value instanceof PyDictView) return value.dict.size;
  if (value instanceof PyBytes) return value.data.length;
  return typeError(`object of type '${typeName(value)}' has no len()`);
}

/** Drives an iterator of the program's own class. */
export class InstanceIterator extends NativeIterator {
  readonly iterator: Value;

  constructor(iterator: Value) {
    super();
    this.iterator = iterator;
  }

  step(rt: Runtime): Value | undefined {
    return nextOf(rt, this.iterator);
  }
}
registerClass(InstanceIterator, iteratorClass('iterator'));

/** The next element of an iterator of any kind, undefined at its end. */
export function nextOf(rt: Runtime, iterator: Value): Value | undefined {
  if (iterator instanceof PyIterator) return iterator.next(rt);
  const method = findSpecial(iterator, '__next__');
  if (method === undefined) return typeError(`'${typeName(iterator)}' object is not an iterator`);
  try {
    return callSpecial(rt, method, iterator);
  } catch (error) {
    if (isRaised(error, 'StopIteration')) return undefined;
    throw error;
  }
}

/** The old protocol: `__getitem__` from 0 until IndexError. */
class SequenceIterator extends NativeIterator {
  private sequence: Value | undefined;
  private index = 0;

  constructor(sequence: Value) {
    super();
    this.sequence = sequence;
  }

  step(rt: Runtime): Value | undefined {
    if (this.sequence === undefined) return undefined;
    try {
      return getItem(rt, this.sequence, this.index++);
    } catch (error) {
      if (!isRaised(error, 'IndexError') && !isRaised(error, 'StopIteration')) throw error;
      this.sequence = undefined;
      return undefined;
    }
  }
}
registerClass(SequenceIterator, iteratorClass('iterator'));
