// Methods of dict and its views. https://docs.python.org/3.11/library/stdtypes.html#mapping-types-dict
import type { Keywords, Runtime } from '../runtime.ts';
import { dictClass, dictItemsClass, dictKeysClass, dictValuesClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { PyDict } from '../values/dict.ts';
import { keyError } from '../values/errors.ts';
import { instantiate } from '../values/instantiate.ts';
import { iterate } from '../values/iterate.ts';
import { DictIterator } from '../values/iterators.ts';
import type { Value } from '../values/objects.ts';
import { setItem } from '../values/subscript.ts';
import { PyTuple } from '../values/tuple.ts';
import { PyDictView } from '../values/views.ts';
import { classMethod, constructor, method, nativeProperty } from './declare.ts';
import { updateDict } from './dict-update.ts';

/** The arguments of `dict(…)` and `dict.update(…)`: a source and keywords, both optional. */
export function fillDict(rt: Runtime, dict: PyDict, source: Value | undefined, keywords: Keywords): void {
  if (source !== undefined) updateDict(rt, dict, source);
  for (const [name, value] of keywords ?? []) dict.set(rt, name, value);
}

constructor(
  dictClass,
  'dict(mapping?, /, **kwargs)',
  (rt: Runtime, cls: PyClass, source: Value | undefined, keywords: Keywords) => {
    const dict = new PyDict(cls);
    fillDict(rt, dict, source, keywords);
    return dict;
  },
  undefined,
  (derived) => new PyDict(derived),
);

method(
  dictClass,
  '__init__(mapping?, /, **kwargs)',
  (rt: Runtime, self: PyDict, source: Value | undefined, keywords: Keywords) => {
    fillDict(rt, self, source, keywords);
    return null;
  },
);

method(dictClass, 'clear()', (_rt: Runtime, self: PyDict) => {
  self.clear();
  return null;
});

method(dictClass, 'copy()', (rt: Runtime, self: PyDict) => {
  rt.charge(self.size);
  const copy = new PyDict();
  self.copyInto(copy);
  return copy;
});

classMethod(
  dictClass,
  'fromkeys(iterable, value=None, /)',
  (rt: Runtime, cls: PyClass, iterable: Value, value: Value) => {
    const made = instantiate(rt, cls, [], null);
    const iterator = iterate(rt, iterable);
    for (let key = iterator.next(rt); key !== undefined; key = iterator.next(rt)) {
      rt.charge(1);
      setItem(rt, made, key, value);
    }
    return made;
  },
);

method(dictClass, 'get(key, default=None, /)', (rt: Runtime, self: PyDict, key: Value, fallback: Value) => {
  const value = self.get(rt, key);
  return value === undefined ? fallback : value;
});

method(
  dictClass,
  'pop(key, default?, /)',
  (rt: Runtime, self: PyDict, key: Value, fallback: Value | undefined) => {
    // An empty dict is not asked: the key need not even be hashable.
    const value = self.size === 0 ? undefined : self.delete(rt, key);
    if (value !== undefined) return value;
    return fallback === undefined ? keyError(key) : fallback;
  },
);

method(dictClass, 'popitem()', (rt: Runtime, self: PyDict) => {
  const entry = self.popItem(rt);
  return entry === undefined ? keyError('popitem(): dictionary is empty') : new PyTuple(entry);
});

method(
  dictClass,
  'setdefault(key, default=None, /)',
  (rt: Runtime, self: PyDict, key: Value, fallback: Value) => self.setDefault(rt, key, fallback),
);

method(
  dictClass,
  'update(mapping?, /, **kwargs)',
  (rt: Runtime, self: PyDict, source: Value | undefined, keywords: Keywords) => {
    fillDict(rt, self, source, keywords);
    return null;
  },
);

method(dictClass, 'keys()', (_rt: Runtime, self: PyDict) => new PyDictView(self, 'keys'));
method(dictClass, 'values()', (_rt: Runtime, self: PyDict) => new PyDictView(self, 'values'));
method(dictClass, 'items()', (_rt: Runtime, self: PyDict) => new PyDictView(self, 'items'));
method(dictClass, '__reversed__()', (_rt: Runtime, self: PyDict) => new DictIterator(self, 'keys', true));

for (const cls of [dictKeysClass, dictItemsClass])
  method(cls, 'isdisjoint(other, /)', (rt: Runtime, self: PyDictView, other: Value) => {
    const iterator = iterate(rt, other);
    for (let item = iterator.next(rt); item !== undefined; item = iterator.next(rt)) {
      rt.charge(1);
      if (self.has(rt, item)) return false;
    }
    return true;
  });

for (const cls of [dictKeysClass, dictValuesClass, dictItemsClass]) {
  method(cls, '__reversed__()', (_rt: Runtime, self: PyDictView) => self.iterator(true));
  nativeProperty(cls, 'mapping', (rt) => rt.unsupported('the mapping attribute of a dict view'));
}
