// `collections.OrderedDict`. https://docs.python.org/3.11/library/collections.html#collections.OrderedDict
import { constructor, method } from '../builtins/declare.ts';
import { fillDict } from '../builtins/dict-methods.ts';
import { updateDict } from '../builtins/dict-update.ts';
import { declareIterator } from '../builtins/iterator-methods.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { dictClass, dictItemsClass, dictKeysClass, dictValuesClass } from '../values/builtin-classes.ts';
import { PyClass } from '../values/class.ts';
import { equals } from '../values/compare.ts';
import { PyDict } from '../values/dict.ts';
import { keyError, raise } from '../values/errors.ts';
import { instantiate } from '../values/instantiate.ts';
import { iteratorClass, NativeIterator } from '../values/iterator.ts';
import type { DictPart } from '../values/iterators.ts';
import { compareNative } from '../values/native-compare.ts';
import { guardRepr, joinReprs } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { NotImplemented } from '../values/singletons.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { registerClass } from '../values/type-of.ts';
import { PyDictView } from '../values/views.ts';
import { libraryClass } from './define.ts';

export const orderedDictClass = libraryClass('collections', 'OrderedDict', { base: dictClass });

constructor(
  orderedDictClass,
  'OrderedDict(mapping?, /, **kwargs)',
  (rt: Runtime, cls: PyClass, source: Value | undefined, keywords: Keywords) => {
    const dict = new PyDict(cls);
    fillDict(rt, dict, source, keywords);
    return dict;
  },
  undefined,
  (derived) => new PyDict(derived),
);

// ---- iteration: any insertion or deletion is noticed ---------------------------------------------

const odictIteratorClass = iteratorClass('odict_iterator');
declareIterator(odictIteratorClass);

class OrderedDictIterator extends NativeIterator {
  private readonly dict: PyDict;
  private readonly part: DictPart;
  private readonly direction: 1 | -1;
  private readonly expected: number;
  /** The next element's slot, found when the one before was given; −1 at the end, which nothing changes then. */
  private slot: number;

  constructor(dict: PyDict, part: DictPart, reversed: boolean) {
    super();
    this.dict = dict;
    this.part = part;
    this.direction = reversed ? -1 : 1;
    this.expected = dict.shape;
    this.slot = this.seek(reversed ? dict.keys.length - 1 : 0);
  }

  step(): Value | undefined {
    const { dict, slot } = this;
    if (slot < 0) return undefined;
    if (dict.shape !== this.expected) {
      this.slot = -1;
      raise('RuntimeError', 'OrderedDict mutated during iteration');
    }
    this.slot = this.seek(slot + this.direction);
    const key = dict.keys[slot] as Value;
    if (this.part === 'keys') return key;
    return this.part === 'values' ? dict.values[slot] : new PyTuple([key, dict.values[slot]]);
  }

  private seek(from: number): number {
    const { keys } = this.dict;
    let slot = from;
    while (slot >= 0 && slot < keys.length && keys[slot] === undefined) slot += this.direction;
    return slot < keys.length ? slot : -1;
  }
}
registerClass(OrderedDictIterator, odictIteratorClass);

const viewClass = (name: string, base: PyClass): PyClass => new PyClass(name, [base], base.mro, true);
const VIEWS: Readonly<Record<DictPart, PyClass>> = {
  keys: viewClass('odict_keys', dictKeysClass),
  values: viewClass('odict_values', dictValuesClass),
  items: viewClass('odict_items', dictItemsClass),
};
for (const [part, cls] of Object.entries(VIEWS) as [DictPart, PyClass][]) {
  method(orderedDictClass, `${part}()`, (_rt: Runtime, self: PyDict) => new PyDictView(self, part, cls));
  method(
    cls,
    '__iter__()',
    (_rt: Runtime, self: PyDictView) => new OrderedDictIterator(self.dict, part, false),
  );
  method(
    cls,
    '__reversed__()',
    (_rt: Runtime, self: PyDictView) => new OrderedDictIterator(self.dict, part, true),
  );
}
method(
  orderedDictClass,
  '__iter__()',
  (_rt: Runtime, self: PyDict) => new OrderedDictIterator(self, 'keys', false),
);
method(
  orderedDictClass,
  '__reversed__()',
  (_rt: Runtime, self: PyDict) => new OrderedDictIterator(self, 'keys', true),
);

// ---- order ---------------------------------------------------------------------------------------

method(orderedDictClass, 'popitem(last=True)', (rt: Runtime, self: PyDict, last: Value) => {
  const entry = self.popItem(rt, !truth(rt, last));
  return entry === undefined ? keyError('dictionary is empty') : new PyTuple(entry);
});

method(
  orderedDictClass,
  'move_to_end(key, last=True)',
  (rt: Runtime, self: PyDict, key: Value, last: Value) => {
    const slot = self.find(rt, key);
    if (slot < 0) return keyError(key);
    self.move(rt, slot, truth(rt, last));
    return null;
  },
);

/** Two OrderedDicts are equal when their entries are, in order; other dicts need not have the order. */
function sameDict(rt: Runtime, self: PyDict, other: Value): Value {
  const equal = compareNative(rt, '==', self, other);
  if (equal !== true || !(other instanceof PyDict) || !other.cls.isSubclassOf(orderedDictClass)) return equal;
  const theirs = other.keyList();
  return self.keyList().every((key, i) => equals(rt, key, theirs[i]));
}
method(orderedDictClass, '__eq__(value, /)', sameDict);
method(orderedDictClass, '__ne__(value, /)', (rt: Runtime, self: PyDict, other: Value) => {
  const equal = sameDict(rt, self, other);
  return equal === NotImplemented ? equal : equal !== true;
});

// ---- the rest ------------------------------------------------------------------------------------

const copy = (rt: Runtime, self: PyDict): Value => instantiate(rt, self.cls, [self], null);
method(orderedDictClass, 'copy()', copy);
method(orderedDictClass, '__copy__()', copy);

for (const [name, mineFirst] of [
  ['__or__', true],
  ['__ror__', false],
] as const)
  method(orderedDictClass, `${name}(value, /)`, (rt: Runtime, self: PyDict, value: Value) => {
    if (!(value instanceof PyDict)) return NotImplemented;
    const merged = new PyDict(self.cls);
    for (const part of mineFirst ? [self, value] : [value, self]) updateDict(rt, merged, part);
    return merged;
  });

method(orderedDictClass, '__repr__()', (rt: Runtime, self: PyDict) => {
  if (self.size === 0) return `${self.cls.name}()`;
  return guardRepr(self, '...', () => {
    const entries = self.entries().map((entry) => new PyTuple(entry));
    return `${self.cls.name}([${joinReprs(rt, entries)}])`;
  });
});
