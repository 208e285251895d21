// The iterators of the builtin containers. Each is defined for whatever happens to its container meanwhile, as
// CPython's is: a list may grow and shrink, a dict or set must keep its size.
import type { Runtime } from '../runtime.ts';
import type { PyClass } from './class.ts';
import type { PyDict } from './dict.ts';
import { raise } from './errors.ts';
import { iteratorClass, NativeIterator } from './iterator.ts';
import type { PyList } from './list.ts';
import type { Value } from './objects.ts';
import type { PyRange } from './range.ts';
import type { PySet } from './set.ts';
import { PyTuple } from './tuple.ts';
import { registerClass } from './type-of.ts';

/** Once exhausted it stays so, even if the list grows. */
export class ListIterator extends NativeIterator {
  list: PyList | null;
  index = 0;

  constructor(list: PyList) {
    super();
    this.list = list;
  }

  step(): Value | undefined {
    const { list } = this;
    if (list === null) return undefined;
    if (this.index < list.items.length) return list.items[this.index++];
    this.list = null;
    return undefined;
  }

  override lengthHint(): number {
    return this.list === null ? 0 : Math.max(0, this.list.items.length - this.index);
  }
}
registerClass(ListIterator, iteratorClass('list_iterator'));

export class ListReverseIterator extends NativeIterator {
  private list: PyList | null;
  private index: number;

  constructor(list: PyList) {
    super();
    this.list = list;
    this.index = list.items.length - 1;
  }

  step(): Value | undefined {
    const { list, index } = this;
    if (list !== null && index >= 0 && index < list.items.length) {
      this.index--;
      return list.items[index];
    }
    this.list = null;
    return undefined;
  }

  override lengthHint(): number {
    const { list, index } = this;
    return list === null || index >= list.items.length ? 0 : index + 1;
  }
}
registerClass(ListReverseIterator, iteratorClass('list_reverseiterator'));

/** Over an array that never changes: a tuple's elements, a string's characters, the bytes of bytes. */
export class ArrayIterator extends NativeIterator {
  override readonly cls: PyClass;
  private readonly items: readonly Value[];
  private index = 0;

  constructor(items: readonly Value[], cls: PyClass) {
    super();
    this.items = items;
    this.cls = cls;
  }

  step(): Value | undefined {
    return this.index < this.items.length ? this.items[this.index++] : undefined;
  }

  override lengthHint(): number {
    return this.items.length - this.index;
  }
}
const tupleIteratorClass = iteratorClass('tuple_iterator');
const bytesIteratorClass = iteratorClass('bytes_iterator');
export const reversedClass = iteratorClass('reversed');

export function tupleIterator(tuple: PyTuple): NativeIterator {
  return new ArrayIterator(tuple.items, tupleIteratorClass);
}

export function bytesIterator(bytes: readonly Value[]): NativeIterator {
  return new ArrayIterator(bytes, bytesIteratorClass);
}

/** Over the code points of a string. */
export class StrIterator extends NativeIterator {
  override readonly cls: PyClass;
  private readonly text: string;
  private offset = 0;

  constructor(text: string) {
    super();
    this.text = text;

    this.cls = /^[\0-\x7f]*$/.test(text) ? asciiIteratorClass : strIteratorClass;
  }

  step(): Value | undefined {
    const { text, offset } = this;
    if (offset >= text.length) return undefined;
    const unit = text.charCodeAt(offset);
    if (unit >= 0xd800 && unit < 0xdc00) {
      this.offset += 2;
      return text.slice(offset, offset + 2);
    }
    this.offset++;
    return text[offset];
  }

  override lengthHint(): number {
    return [...this.text.slice(this.offset)].length;
  }
}
const asciiIteratorClass = iteratorClass('str_ascii_iterator');
const strIteratorClass = iteratorClass('str_iterator');

export class RangeIterator extends NativeIterator {
  /** The next element, how many there still are, and the way from one to the next. */
  current: number;
  left: number;
  readonly stride: number;

  constructor(range: PyRange) {
    super();
    this.current = range.start;
    this.left = range.length;
    this.stride = range.step;
  }

  step(): Value | undefined {
    if (this.left === 0) return undefined;
    this.left--;
    const { current } = this;
    this.current += this.stride;
    return current;
  }

  override lengthHint(): number {
    return this.left;
  }
}
registerClass(RangeIterator, iteratorClass('range_iterator'));

/** What of each entry a view or iterator of a dict gives. */
export type DictPart = 'keys' | 'values' | 'items';

const DICT_ITERATORS: Readonly<Record<DictPart, readonly [PyClass, PyClass]>> = {
  keys: [iteratorClass('dict_keyiterator'), iteratorClass('dict_reversekeyiterator')],
  values: [iteratorClass('dict_valueiterator'), iteratorClass('dict_reversevalueiterator')],
  items: [iteratorClass('dict_itemiterator'), iteratorClass('dict_reverseitemiterator')],
};

/** Walks a dict by slots, forwards or backwards. */
export class DictIterator extends NativeIterator {
  override readonly cls: PyClass;
  private dict: PyDict | null;
  private readonly part: DictPart;
  private readonly direction: 1 | -1;
  private readonly expected: number;
  private slot: number;
  private left: number;

  constructor(dict: PyDict, part: DictPart, reversed = false) {
    super();
    this.cls = DICT_ITERATORS[part][reversed ? 1 : 0];
    this.dict = dict;
    this.part = part;
    this.direction = reversed ? -1 : 1;
    this.expected = dict.size;
    this.left = dict.size;
    this.slot = reversed ? dict.keys.length - 1 : 0;
  }

  step(_rt: Runtime): Value | undefined {
    const { dict, direction } = this;
    if (dict === null) return undefined;
    // Once noticed, the change is reported at every further step, as CPython's sticky state does.
    if (this.left < 0 || dict.size !== this.expected) {
      this.left = -1;
      raise('RuntimeError', 'dictionary changed size during iteration');
    }
    const { keys } = dict;
    let { slot } = this;
    while (slot >= 0 && slot < keys.length && keys[slot] === undefined) slot += direction;
    if (slot < 0 || slot >= keys.length) {
      this.dict = null;
      return undefined;
    }
    if (this.left === 0) {
      this.dict = null;
      if (direction > 0) raise('RuntimeError', 'dictionary keys changed during iteration');
      return undefined;
    }
    this.left--;
    this.slot = slot + direction;
    const key = keys[slot] as Value;
    if (this.part === 'keys') return key;
    return this.part === 'values' ? dict.values[slot] : new PyTuple([key, dict.values[slot]]);
  }

  override lengthHint(): number {
    return this.dict === null || this.dict.size !== this.expected ? 0 : this.left;
  }
}

export class SetIterator extends NativeIterator {
  private set: PySet | null;
  private readonly expected: number;
  private place = 0;
  private left: number;

  constructor(rt: Runtime, set: PySet) {
    super();
    set.observe(rt);
    this.set = set;
    this.expected = set.size;
    this.left = set.size;
  }

  step(rt: Runtime): Value | undefined {
    const { set } = this;
    if (set === null) return undefined;
    if (this.left < 0 || set.size !== this.expected) {
      this.left = -1;
      raise('RuntimeError', 'Set changed size during iteration');
    }
    const place = set.nextPlace(rt, this.place);
    if (place < 0) {
      this.set = null;
      return undefined;
    }
    this.left = Math.max(0, this.left - 1);
    this.place = place + 1;
    return set.atPlace(rt, place);
  }

  override lengthHint(): number {
    return this.set === null || this.set.size !== this.expected ? 0 : this.left;
  }
}
registerClass(SetIterator, iteratorClass('set_iterator'));
