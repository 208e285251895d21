// `collections.deque`. https://docs.python.org/3.11/library/collections.html#collections.deque
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import { declareGeneric } from '../builtins/generic-types.ts';
import { searchBounds } from '../builtins/list-methods.ts';
import type { Runtime } from '../runtime.ts';
import { asIndex, sequenceIndex, requireSize } from '../values/as-index.ts';
import type { PyClass } from '../values/class.ts';
import { equals, RICH_COMPARISON, type RichOperator } from '../values/compare.ts';
import { dequeClass, DequeIterator, PyDeque } from '../values/deque.ts';
import { indexError, raise, typeError, valueError } from '../values/errors.ts';
import { iterate } from '../values/iterate.ts';
import { compareSequences } from '../values/native-compare.ts';
import { guardRepr, joinReprs } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { repeatCount, repeatItems } from '../values/sequence-arithmetic.ts';
import { NotImplemented } from '../values/singletons.ts';
import { isInt, typeName } from '../values/type-of.ts';

/** Adds the elements one by one, at one end or the other. */
function extend(rt: Runtime, deque: PyDeque, iterable: Value, add: (value: Value) => void): void {
  if (iterable === deque) {
    rt.charge(deque.length);
    deque.elements().forEach(add);
    return;
  }
  const iterator = iterate(rt, iterable);
  for (let value = iterator.next(rt); value !== undefined; value = iterator.next(rt)) {
    rt.charge(1);
    add(value);
  }
}

function maxLength(rt: Runtime, given: Value): number | null {
  if (given === null) return null;
  if (!isInt(given) && typeof given !== 'boolean') typeError('an integer is required');
  const length = requireSize(rt, given);
  return length < 0 ? valueError('maxlen must be non-negative') : length;
}

function fill(rt: Runtime, deque: PyDeque, iterable: Value | undefined): void {
  if (iterable !== undefined) extend(rt, deque, iterable, (value) => deque.append(value));
}

constructor(
  dequeClass,
  'deque(iterable?, maxlen=None)',
  (rt: Runtime, cls: PyClass, iterable: Value | undefined, bound: Value) => {
    const deque = new PyDeque(maxLength(rt, bound), cls);
    fill(rt, deque, iterable);
    return deque;
  },
  undefined,
  (derived) => new PyDeque(null, derived),
);
method(
  dequeClass,
  '__init__(iterable?, maxlen=None)',
  (rt: Runtime, self: PyDeque, iterable: Value | undefined, bound: Value) => {
    const max = maxLength(rt, bound);
    if (max !== self.maxLength && self.length > 0) return rt.unsupported('a new bound for a deque');
    self.maxLength = max;
    if (self.length > 0) self.clear();
    fill(rt, self, iterable);
    return null;
  },
);
declareGeneric(dequeClass);

/** A deque of the same bound with other elements. */
function like(model: PyDeque, elements: Value[]): PyDeque {
  const deque = new PyDeque(model.maxLength, model.cls);
  const bound = model.maxLength ?? Infinity;
  deque.replace(elements.length > bound ? elements.slice(elements.length - bound) : elements);
  return deque;
}

// ---- adding and removing -------------------------------------------------------------------------

method(dequeClass, 'append(object, /)', (_rt: Runtime, self: PyDeque, value: Value) => {
  self.append(value);
  return null;
});
method(dequeClass, 'appendleft(object, /)', (_rt: Runtime, self: PyDeque, value: Value) => {
  self.appendLeft(value);
  return null;
});
method(dequeClass, 'extend(iterable, /)', (rt: Runtime, self: PyDeque, iterable: Value) => {
  extend(rt, self, iterable, (value) => self.append(value));
  return null;
});
method(dequeClass, 'extendleft(iterable, /)', (rt: Runtime, self: PyDeque, iterable: Value) => {
  extend(rt, self, iterable, (value) => self.appendLeft(value));
  return null;
});
method(dequeClass, 'pop()', (_rt: Runtime, self: PyDeque) =>
  self.length === 0 ? indexError('pop from an empty deque') : self.pop(),
);
method(dequeClass, 'popleft()', (_rt: Runtime, self: PyDeque) =>
  self.length === 0 ? indexError('pop from an empty deque') : self.popLeft(),
);
method(dequeClass, 'clear()', (_rt: Runtime, self: PyDeque) => {
  self.clear();
  return null;
});
method(
  dequeClass,
  'insert(index, object, /)',
  (rt: Runtime, self: PyDeque, index: Value, value: Value) => {
    const given = requireSize(rt, index);
    if (self.length === self.maxLength) indexError('deque already at its maximum size');
    rt.charge(self.length / 16);
    self.insert(given < 0 ? Math.max(0, given + self.length) : Math.min(given, self.length), value);
    return null;
  },
  'tuple',
);
method(dequeClass, 'remove(value, /)', (rt: Runtime, self: PyDeque, value: Value) => {
  const { changes } = self;
  const found = find(rt, self, value, 0, Infinity, 'IndexError');
  if (self.changes !== changes) indexError(MUTATED);
  if (found < 0) valueError(`${repr(rt, value)} is not in deque`);
  self.deleteItem(found);
  return null;
});

const MUTATED = 'deque mutated during iteration';

/**
 * Where `value` first stands. A comparison of the program that finds nothing must not change the deque.
 * @throws the error named, if one does
 */
function find(
  rt: Runtime,
  deque: PyDeque,
  value: Value,
  start: number,
  stop: number,
  error: 'IndexError' | 'RuntimeError' = 'RuntimeError',
): number {
  const { changes } = deque;
  for (let i = start; i < stop && i < deque.length; i++) {
    rt.charge(1);
    if (equals(rt, deque.at(i), value)) return i;
    if (deque.changes !== changes) raise(error, MUTATED);
  }
  return -1;
}

// ---- the rest ------------------------------------------------------------------------------------

method(dequeClass, 'copy()', (rt: Runtime, self: PyDeque) => copy(rt, self));
method(dequeClass, '__copy__()', (rt: Runtime, self: PyDeque) => copy(rt, self));
function copy(rt: Runtime, self: PyDeque): PyDeque {
  rt.charge(self.length);
  return like(self, self.elements());
}

method(dequeClass, 'count(value, /)', (rt: Runtime, self: PyDeque, value: Value) => {
  rt.charge(self.length);
  const { changes } = self;
  return self.elements().filter((element) => {
    const found = equals(rt, element, value);
    if (self.changes !== changes) raise('RuntimeError', MUTATED);
    return found;
  }).length;
});
method(
  dequeClass,
  'index(value, start?, stop?, /)',
  (rt: Runtime, self: PyDeque, value: Value, start: Value | undefined, stop: Value | undefined) => {
    const found = find(rt, self, value, ...searchBounds(rt, start, stop, self.length));
    return found < 0 ? valueError(`${repr(rt, value)} is not in deque`) : found;
  },
);
method(dequeClass, 'reverse()', (rt: Runtime, self: PyDeque) => {
  rt.charge(self.length);
  self.replace(self.elements().reverse());
  return null;
});
method(dequeClass, 'rotate(n=1, /)', (rt: Runtime, self: PyDeque, n: Value) => {
  const steps = requireSize(rt, n);
  if (self.length < 2) return null;
  rt.charge(self.length);
  const elements = self.elements();
  const shift = ((steps % elements.length) + elements.length) % elements.length;
  self.replace([...elements.slice(elements.length - shift), ...elements.slice(0, elements.length - shift)]);
  return null;
});
nativeProperty(dequeClass, 'maxlen', (_rt, self: PyDeque) => self.maxLength);

method(dequeClass, '__len__()', (_rt: Runtime, self: PyDeque) => self.length);
method(dequeClass, '__bool__()', (_rt: Runtime, self: PyDeque) => self.length > 0);
method(dequeClass, '__iter__()', (_rt: Runtime, self: PyDeque) => new DequeIterator(self));
method(dequeClass, '__reversed__()', (_rt: Runtime, self: PyDeque) => new DequeIterator(self, true));
method(
  dequeClass,
  '__contains__(key, /)',
  (rt: Runtime, self: PyDeque, value: Value) => find(rt, self, value, 0, Infinity) >= 0,
);
dequeClass.attrs.set('__hash__', null);

/** A valid index counted from the front. */
function position(rt: Runtime, deque: PyDeque, key: Value): number {
  const given = asIndex(rt, key);
  if (given === undefined) return typeError(`sequence index must be integer, not '${typeName(key)}'`);
  const index = sequenceIndex(given);
  const at = index < 0 ? index + deque.length : index;
  return at < 0 || at >= deque.length ? indexError('deque index out of range') : at;
}
method(dequeClass, '__getitem__(key, /)', (rt: Runtime, self: PyDeque, key: Value) =>
  self.at(position(rt, self, key)),
);
method(dequeClass, '__setitem__(key, value, /)', (rt: Runtime, self: PyDeque, key: Value, value: Value) => {
  self.setItem(position(rt, self, key), value);
  return null;
});
method(dequeClass, '__delitem__(key, /)', (rt: Runtime, self: PyDeque, key: Value) => {
  self.deleteItem(position(rt, self, key));
  return null;
});

method(dequeClass, '__add__(value, /)', (rt: Runtime, self: PyDeque, value: Value) => {
  if (!(value instanceof PyDeque))
    return typeError(`can only concatenate deque (not "${typeName(value)}") to deque`);
  rt.charge(self.length + value.length);
  return like(self, [...self.elements(), ...value.elements()]);
});
for (const name of ['__mul__', '__rmul__'])
  method(dequeClass, `${name}(value, /)`, (rt: Runtime, self: PyDeque, value: Value) =>
    like(self, repeatItems(rt, self.elements(), repeatCount(rt, value))),
  );
method(dequeClass, '__iadd__(value, /)', (rt: Runtime, self: PyDeque, value: Value) => {
  extend(rt, self, value, (element) => self.append(element));
  return self;
});
method(dequeClass, '__imul__(value, /)', (rt: Runtime, self: PyDeque, value: Value) => {
  self.replace(like(self, repeatItems(rt, self.elements(), repeatCount(rt, value))).elements());
  return self;
});
for (const op of Object.keys(RICH_COMPARISON) as RichOperator[])
  method(
    dequeClass,
    `${RICH_COMPARISON[op].method}(value, /)`,
    (rt: Runtime, self: PyDeque, value: Value) => {
      if (!(value instanceof PyDeque)) return NotImplemented;
      const changes = self.changes + value.changes;
      const result = compareSequences(rt, op, self.elements(), value.elements());
      if (self.changes + value.changes !== changes)
        rt.unsupported('a deque that changes while it is compared');
      return result;
    },
  );

method(dequeClass, '__repr__()', (rt: Runtime, self: PyDeque) =>
  guardRepr(self, '[...]', () => {
    const bound = self.maxLength === null ? '' : `, maxlen=${self.maxLength}`;
    return `${self.cls.name}([${joinReprs(rt, self.elements())}]${bound})`;
  }),
);
