// `collections.Counter`. https://docs.python.org/3.11/library/collections.html#collections.Counter
import { classMethod, constructor, method } from '../builtins/declare.ts';
import { sortValues } from '../builtins/sort.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { binaryOp } from '../values/arithmetic.ts';
import { asIndex } from '../values/as-index.ts';
import { dictClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { compareOp, equals, RICH_COMPARISON, type RichOperator } from '../values/compare.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, raise } from '../values/errors.ts';
import { instantiate } from '../values/instantiate.ts';
import { iterate } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import { nativeRepr } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { libraryClass } from './define.ts';
import { toolClass, ToolIterator } from './itertools-tool.ts';

export const counterClass = libraryClass('collections', 'Counter', { base: dictClass, written: true });

const newCounter = (): PyDict => new PyDict(counterClass);

const isCounter = (value: Value): value is PyDict =>
  value instanceof PyDict && value.cls.isSubclassOf(counterClass);

/** The count of an element, 0 when it has none. */
function countOf(rt: Runtime, counter: PyDict, element: Value): Value {
  const count = counter.get(rt, element);
  return count === undefined ? 0 : count;
}

const positive = (rt: Runtime, count: Value): boolean => truth(rt, compareOp(rt, '>', count, 0));

/** Adds (or subtracts) the counts of a mapping or the elements of an iterable. */
function tally(rt: Runtime, self: PyDict, source: Value, op: '+' | '-'): void {
  if (source instanceof PyDict) {
    if (op === '+' && self.size === 0) {
      for (const [element, count] of source.entries()) self.set(rt, element, count);
      return;
    }
    for (const [element, count] of source.entries()) {
      const [first, second] =
        op === '+' ? [count, countOf(rt, self, element)] : [countOf(rt, self, element), count];
      self.set(rt, element, binaryOp(rt, op, first, second));
    }
    return;
  }
  const iterator = iterate(rt, source);
  for (let element = iterator.next(rt); element !== undefined; element = iterator.next(rt)) {
    rt.charge(1);
    self.set(rt, element, binaryOp(rt, op, countOf(rt, self, element), 1));
  }
}

function tallyAll(rt: Runtime, self: PyDict, source: Value, keywords: Keywords, op: '+' | '-'): null {
  if (source !== null) tally(rt, self, source, op);
  if (keywords !== null && keywords.size > 0) tally(rt, self, PyDict.ofStrings(keywords), op);
  return null;
}

constructor(
  counterClass,
  'Counter(iterable=None, /, **kwds)',
  (rt: Runtime, cls: PyClass, source: Value, keywords: Keywords) => {
    const counter = new PyDict(cls);
    tallyAll(rt, counter, source, keywords, '+');
    return counter;
  },
  'python',
  (derived) => new PyDict(derived),
);
method(
  counterClass,
  '__init__(iterable=None, /, **kwds)',
  (rt: Runtime, self: PyDict, source: Value, keywords: Keywords) => tallyAll(rt, self, source, keywords, '+'),
  'python',
);
method(
  counterClass,
  'update(iterable=None, /, **kwds)',
  (rt: Runtime, self: PyDict, source: Value, keywords: Keywords) => tallyAll(rt, self, source, keywords, '+'),
  'python',
);
method(
  counterClass,
  'subtract(iterable=None, /, **kwds)',
  (rt: Runtime, self: PyDict, source: Value, keywords: Keywords) => tallyAll(rt, self, source, keywords, '-'),
  'python',
);
classMethod(
  counterClass,
  'fromkeys(iterable, v=None)',
  () => raise('NotImplementedError', 'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.'),
  'python',
);
method(counterClass, '__missing__(key)', () => 0, 'python');
method(
  counterClass,
  '__delitem__(elem)',
  (rt: Runtime, self: PyDict, element: Value) => {
    self.delete(rt, element);
    return null;
  },
  'python',
);
method(
  counterClass,
  'copy()',
  (rt: Runtime, self: PyDict) => {
    rt.charge(self.size);
    return instantiate(rt, self.cls, [self], null);
  },
  'python',
);

// ---- looking at the counts -----------------------------------------------------------------------

/** An entry that compares as its count alone. */
class RankedEntry extends PyTuple {
  readonly entry: PyTuple;

  constructor(entry: [Value, Value]) {
    super([entry[1]]);
    this.entry = new PyTuple(entry);
  }
}

/** The entries by count, largest first, those of equal counts in their order. */
function mostCommon(rt: Runtime, self: PyDict): PyTuple[] {
  const ranked: Value[] = self.entries().map((entry) => new RankedEntry(entry));
  sortValues(rt, ranked, null, true);
  return ranked.map((item) => (item as RankedEntry).entry);
}

method(
  counterClass,
  'most_common(n=None)',
  (rt: Runtime, self: PyDict, n: Value) => {
    const entries = mostCommon(rt, self);
    if (n === null) return new PyList(entries);
    const wanted = asIndex(rt, n);
    if (wanted === undefined) return rt.unsupported('most_common of something else than an int');
    return new PyList(entries.slice(0, Math.max(0, Number(wanted))));
  },
  'python',
);

const elementsClass = toolClass('chain');

method(
  counterClass,
  'elements()',
  (rt: Runtime, self: PyDict) => {
    const entries = iterate(rt, new PyList(self.entries().map((entry) => new PyTuple(entry))));
    let element: Value = null;
    let left = 0;
    return new ToolIterator(elementsClass, (runtime) => {
      while (left <= 0) {
        const entry = entries.next(runtime);
        if (entry === undefined) return undefined;
        element = (entry as PyTuple).items[0];
        left = Number(
          asIndex(runtime, (entry as PyTuple).items[1]) ?? runtime.unsupported('a count that is no int'),
        );
      }
      left--;
      return element;
    });
  },
  'python',
);

method(
  counterClass,
  'total()',
  (rt: Runtime, self: PyDict) =>
    self.valueList().reduce<Value>((sum, count) => binaryOp(rt, '+', sum, count), 0),
  'python',
);

method(
  counterClass,
  '__repr__()',
  (rt: Runtime, self: PyDict) => {
    if (self.size === 0) return `${self.cls.name}()`;
    const shown = new PyDict();
    for (const entry of orderForRepr(rt, self)) shown.set(rt, entry.items[0], entry.items[1]);
    return `${self.cls.name}(${nativeRepr(rt, shown)})`;
  },
  'python',
);

/** By count, unless the counts cannot be ordered. */
function orderForRepr(rt: Runtime, self: PyDict): PyTuple[] {
  try {
    return mostCommon(rt, self);
  } catch (error) {
    if (!isRaised(error, 'TypeError')) throw error;
    return self.entries().map((entry) => new PyTuple(entry));
  }
}

// ---- arithmetic on multisets ---------------------------------------------------------------------

/** The counts of both, combined; elements that are only in `other` come last. Only positive counts stay. */
function combine(
  rt: Runtime,
  self: PyDict,
  other: PyDict,
  both: (mine: Value, theirs: Value) => Value,
  onlyTheirs: ((theirs: Value) => Value) | null,
): PyDict {
  const result = newCounter();
  rt.charge(self.size + other.size);
  for (const [element, count] of self.entries()) {
    const combined = both(count, countOf(rt, other, element));
    if (positive(rt, combined)) result.set(rt, element, combined);
  }
  if (onlyTheirs === null) return result;
  for (const [element, count] of other.entries()) {
    if (self.has(rt, element)) continue;
    const kept = onlyTheirs(count);
    if (positive(rt, kept)) result.set(rt, element, kept);
  }
  return result;
}

const less = (rt: Runtime, a: Value, b: Value): boolean => truth(rt, compareOp(rt, '<', a, b));

type Combination = (rt: Runtime, self: PyDict, other: PyDict) => PyDict;

const COMBINATIONS: Readonly<Record<'add' | 'sub' | 'or' | 'and', Combination>> = {
  add: (rt, self, other) =>
    combine(
      rt,
      self,
      other,
      (a, b) => binaryOp(rt, '+', a, b),
      (b) => b,
    ),
  sub: (rt, self, other) =>
    combine(
      rt,
      self,
      other,
      (a, b) => binaryOp(rt, '-', a, b),
      (b) => binaryOp(rt, '-', 0, b),
    ),
  or: (rt, self, other) =>
    combine(
      rt,
      self,
      other,
      (a, b) => (less(rt, a, b) ? b : a),
      (b) => b,
    ),
  and: (rt, self, other) => combine(rt, self, other, (a, b) => (less(rt, a, b) ? a : b), null),
};

for (const [name, operation] of Object.entries(COMBINATIONS))
  method(
    counterClass,
    `__${name}__(other)`,
    (rt: Runtime, self: PyDict, other: Value) =>
      isCounter(other) ? operation(rt, self, other) : NotImplemented,
    'python',
  );

method(
  counterClass,
  '__pos__()',
  (rt: Runtime, self: PyDict) => COMBINATIONS.add(rt, self, newCounter()),
  'python',
);
method(
  counterClass,
  '__neg__()',
  (rt: Runtime, self: PyDict) => COMBINATIONS.sub(rt, newCounter(), self),
  'python',
);

function keepPositive(rt: Runtime, self: PyDict): PyDict {
  for (const [element, count] of self.entries()) if (!positive(rt, count)) self.delete(rt, element);
  return self;
}

/** `counter += other` and its kin take any mapping. */
function inplace(name: string, change: (rt: Runtime, self: PyDict, other: PyDict) => void): void {
  method(
    counterClass,
    `__i${name}__(other)`,
    (rt: Runtime, self: PyDict, other: Value) => {
      if (!(other instanceof PyDict))
        return rt.unsupported(`Counter.__i${name}__ of something else than a mapping`);
      change(rt, self, other);
      return keepPositive(rt, self);
    },
    'python',
  );
}
for (const [name, op] of [
  ['add', '+'],
  ['sub', '-'],
] as const)
  inplace(name, (rt, self, other) => {
    for (const [element, count] of other.entries())
      self.set(rt, element, binaryOp(rt, op, countOf(rt, self, element), count));
  });
inplace('or', (rt, self, other) => {
  for (const [element, count] of other.entries())
    if (less(rt, countOf(rt, self, element), count)) self.set(rt, element, count);
});
inplace('and', (rt, self, other) => {
  for (const [element, count] of self.entries()) {
    const theirs = countOf(rt, other, element);
    if (less(rt, theirs, count)) self.set(rt, element, theirs);
  }
});

// ---- comparison: a missing element counts 0 ------------------------------------------------------

function allCounts(
  rt: Runtime,
  self: PyDict,
  other: PyDict,
  holds: (a: Value, b: Value) => boolean,
): boolean {
  return [...self.keyList(), ...other.keyList()].every((element) =>
    holds(countOf(rt, self, element), countOf(rt, other, element)),
  );
}

function compareCounters(rt: Runtime, op: RichOperator, a: PyDict, b: PyDict): boolean {
  const same = (): boolean => allCounts(rt, a, b, (x, y) => equals(rt, x, y));
  const within = (x: PyDict, y: PyDict): boolean =>
    allCounts(rt, x, y, (p, q) => truth(rt, compareOp(rt, '<=', p, q)));
  switch (op) {
    case '==':
      return same();
    case '!=':
      return !same();
    case '<=':
      return within(a, b);
    case '<':
      return within(a, b) && !same();
    case '>=':
      return within(b, a);
    case '>':
      return within(b, a) && !same();
  }
}

for (const op of Object.keys(RICH_COMPARISON) as RichOperator[])
  method(
    counterClass,
    `${RICH_COMPARISON[op].method}(other)`,
    (rt: Runtime, self: PyDict, other: Value) =>
      isCounter(other) ? compareCounters(rt, op, self, other) : NotImplemented,
    'python',
  );
