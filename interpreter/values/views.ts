// The views of a dict: `keys()`, `values()`, `items()`. They hold the dict and no contents of their own.
import type { Runtime } from '../runtime.ts';
import { dictItemsClass, dictKeysClass, dictValuesClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { equals } from './compare.ts';
import type { PyDict } from './dict.ts';
import { DictIterator, type DictPart } from './iterators.ts';
import { HeapObject, type Value } from './objects.ts';
import { PyTuple } from './tuple.ts';

const CLASSES: Readonly<Record<DictPart, PyClass>> = {
  keys: dictKeysClass,
  values: dictValuesClass,
  items: dictItemsClass,
};

export class PyDictView extends HeapObject {
  override readonly cls: PyClass;
  readonly dict: PyDict;
  readonly part: DictPart;

  constructor(dict: PyDict, part: DictPart, cls: PyClass = CLASSES[part]) {
    super();
    this.cls = cls;
    this.dict = dict;
    this.part = part;
  }

  iterator(reversed = false): DictIterator {
    return new DictIterator(this.dict, this.part, reversed);
  }

  /** The elements in order (a snapshot). */
  elements(): Value[] {
    switch (this.part) {
      case 'keys':
        return this.dict.keyList();
      case 'values':
        return this.dict.valueList();
      case 'items':
        return this.dict.entries().map((entry) => new PyTuple(entry));
    }
  }

  /** Membership; of keys and items by hash. */
  has(rt: Runtime, value: Value): boolean {
    switch (this.part) {
      case 'keys':
        return this.dict.has(rt, value);
      case 'values':
        return this.dict.valueList().some((item) => equals(rt, item, value));
      case 'items': {
        if (!(value instanceof PyTuple) || value.items.length !== 2) return false;
        const found = this.dict.get(rt, value.items[0]);
        return found !== undefined && equals(rt, found, value.items[1]);
      }
    }
  }
}
