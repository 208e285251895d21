// `collections.ChainMap`. https://docs.python.org/3.11/library/collections.html#collections.ChainMap
import { constructor, method, nativeProperty } from '../builtins/declare.ts';
import { outsideAttributes } from '../builtins/outside-attributes.ts';
import type { Keywords, Runtime } from '../runtime.ts';
import { dictItemsClass, dictKeysClass, dictValuesClass } from '../values/builtin-classes.ts';
import { PyClass, PyInstance } from '../values/class.ts';
import { contains, equals } from '../values/compare.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, keyError } from '../values/errors.ts';
import { instantiate } from '../values/instantiate.ts';
import { iterate, length } from '../values/iterate.ts';
import { DictIterator, type DictPart } from '../values/iterators.ts';
import { PyList } from '../values/list.ts';
import { joinReprs } from '../values/native-repr.ts';
import type { Value } from '../values/objects.ts';
import { repr } from '../values/repr.ts';
import { NotImplemented } from '../values/singletons.ts';
import { deleteItem, getItem, setItem } from '../values/subscript.ts';
import { truth } from '../values/truth.ts';
import { PyDictView } from '../values/views.ts';
import { libraryClass } from './define.ts';

export const chainMapClass = libraryClass('collections', 'ChainMap', { written: true });
chainMapClass.hasDict = true;

class PyChainMap extends PyInstance {
  get maps(): readonly Value[] {
    return (this.attrs.get('maps') as PyList).items;
  }
}

constructor(
  chainMapClass,
  'ChainMap(*maps)',
  (_rt: Runtime, cls: PyClass, maps: readonly Value[]) => {
    const chain = new PyChainMap(cls);
    chain.setAttr('maps', new PyList(maps.length === 0 ? [new PyDict()] : maps.slice()));
    return chain;
  },
  'python',
);

/** Looks the key up in one mapping after the other. */
function lookUp(rt: Runtime, self: PyChainMap, key: Value): Value | undefined {
  for (const map of self.maps)
    try {
      return getItem(rt, map, key);
    } catch (error) {
      if (!isRaised(error, 'KeyError')) throw error;
    }
  return undefined;
}

/** All keys in the order of iteration: those of the last mapping first. */
function merged(rt: Runtime, self: PyChainMap, withValues: boolean): PyDict {
  const all = new PyDict();
  for (const map of [...self.maps].reverse()) {
    const iterator = iterate(rt, map);
    for (let key = iterator.next(rt); key !== undefined; key = iterator.next(rt)) {
      rt.charge(1);
      all.set(rt, key, null);
    }
  }
  // the values are asked for when all keys are known
  if (withValues) for (const key of all.keyList()) all.set(rt, key, lookUp(rt, self, key) ?? keyError(key));
  return all;
}

method(chainMapClass, '__getitem__(key)', (rt: Runtime, self: PyChainMap, key: Value) => {
  const value = lookUp(rt, self, key);
  return value === undefined ? keyError(key) : value;
});
method(
  chainMapClass,
  'get(key, default=None)',
  (rt: Runtime, self: PyChainMap, key: Value, fallback: Value) => {
    const value = lookUp(rt, self, key);
    return value === undefined ? fallback : value;
  },
);
method(chainMapClass, '__contains__(key)', (rt: Runtime, self: PyChainMap, key: Value) =>
  self.maps.some((map) => contains(rt, map, key)),
);
method(chainMapClass, '__len__()', (rt: Runtime, self: PyChainMap) => merged(rt, self, false).size);
method(
  chainMapClass,
  '__iter__()',
  (rt: Runtime, self: PyChainMap) => new DictIterator(merged(rt, self, false), 'keys'),
);
method(chainMapClass, '__bool__()', (rt: Runtime, self: PyChainMap) =>
  self.maps.some((map) => truth(rt, map)),
);
method(
  chainMapClass,
  '__setitem__(key, value)',
  (rt: Runtime, self: PyChainMap, key: Value, value: Value) => {
    setItem(rt, self.maps[0], key, value);
    return null;
  },
);
method(chainMapClass, '__delitem__(key)', (rt: Runtime, self: PyChainMap, key: Value) => {
  if (!contains(rt, self.maps[0], key)) keyError(`Key not found in the first mapping: ${repr(rt, key)}`);
  deleteItem(rt, self.maps[0], key);
  return null;
});
method(
  chainMapClass,
  '__repr__()',
  (rt: Runtime, self: PyChainMap) => `${self.cls.name}(${joinReprs(rt, self.maps)})`,
);
method(chainMapClass, '__eq__(other)', (rt: Runtime, self: PyChainMap, other: Value) => {
  const theirs = other instanceof PyChainMap ? merged(rt, other, true) : other;
  return theirs instanceof PyDict ? equals(rt, merged(rt, self, true), theirs) : NotImplemented;
});
chainMapClass.attrs.set('__hash__', null);

method(
  chainMapClass,
  'new_child(m=None, /, **kwargs)',
  (rt: Runtime, self: PyChainMap, map: Value, keywords: Keywords) => {
    const child = map ?? PyDict.ofStrings(keywords ?? []);
    if (map !== null && keywords !== null && keywords.size > 0)
      return rt.unsupported('ChainMap.new_child with keywords');
    return instantiate(rt, self.cls, [child, ...self.maps], null);
  },
);
nativeProperty(chainMapClass, 'parents', (rt, self: PyChainMap) =>
  instantiate(rt, self.cls, self.maps.slice(1), null),
);

// ---- views ---------------------------------------------------------------------------------------

const BASES: Readonly<Record<DictPart, readonly [string, PyClass]>> = {
  keys: ['KeysView', dictKeysClass],
  values: ['ValuesView', dictValuesClass],
  items: ['ItemsView', dictItemsClass],
};

/** A view that looks at the chain afresh each time. */
class ChainView extends PyDictView {
  readonly chain: PyChainMap;

  constructor(rt: Runtime, chain: PyChainMap, part: DictPart, cls: PyClass) {
    super(merged(rt, chain, true), part, cls);
    this.chain = chain;
  }
}

for (const [part, [name, base]] of Object.entries(BASES) as [DictPart, readonly [string, PyClass]][]) {
  const cls = new PyClass(name, [base], base.mro, true, 'collections.abc');
  method(cls, '__repr__()', (rt: Runtime, self: ChainView) => `${name}(${repr(rt, self.chain)})`);
  method(cls, '__len__()', (rt: Runtime, self: ChainView) => length(rt, self.chain));
  method(
    cls,
    '__iter__()',
    (rt: Runtime, self: ChainView) => new DictIterator(merged(rt, self.chain, true), part),
  );
  method(chainMapClass, `${part}()`, (rt: Runtime, self: PyChainMap) => new ChainView(rt, self, part, cls));
}

outsideAttributes(
  chainMapClass,
  '__ior__ __missing__ __or__ __reversed__ __ror__ clear copy fromkeys pop popitem setdefault update',
);
