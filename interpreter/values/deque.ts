// Double-ended queues. Every change goes through a method here, which tells the journal. Knows nothing of Python's
// indexing rules or error texts: indices are valid when they arrive.
import { iteratorClass, NativeIterator } from './iterator.ts';
import { objectClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import { raise } from './errors.ts';
import type { Value } from './objects.ts';

export const dequeClass = new PyClass('deque', [objectClass], objectClass.mro, true, 'collections');
dequeClass.shownName = 'collections.deque';

export class PyDeque extends PyContainer {
  /** Beyond it elements fall out at the other end; null for no bound. */
  /** Set by `__init__` while it is empty. */
  maxLength: number | null;
  /** Counts the changes that an iterator notices: all but assignment to an index. */
  changes = 0;
  /** The elements, from `head` on. */
  private buffer: (Value | undefined)[] = [];
  private head = 0;

  constructor(maxLength: number | null, cls: PyClass = dequeClass) {
    super(cls);
    this.maxLength = maxLength;
  }

  get length(): number {
    return this.buffer.length - this.head;
  }

  at(index: number): Value {
    return this.buffer[this.head + index] as Value;
  }

  /** The elements in order (a snapshot). */
  elements(): Value[] {
    return this.buffer.slice(this.head) as Value[];
  }

  append(value: Value): void {
    this.changes++;
    this.buffer.push(value);
    this.journal?.mutate(this, 'append', value, undefined);
    if (this.maxLength !== null && this.length > this.maxLength) this.popLeft();
  }

  appendLeft(value: Value): void {
    this.changes++;
    if (this.head === 0) {
      // Room at the front in proportion to what is there, so that it is seldom made.
      const room = this.length + 8;
      this.buffer = [...new Array<undefined>(room).fill(undefined), ...this.buffer];
      this.head = room;
    }
    this.buffer[--this.head] = value;
    this.journal?.mutate(this, 'insert', 0, value);
    if (this.maxLength !== null && this.length > this.maxLength) this.pop();
  }

  /** Removes the last element of a deque that has one. */
  pop(): Value {
    this.changes++;
    const value = this.buffer.pop() as Value;
    this.journal?.mutate(this, 'delete-item', this.length, undefined);
    return value;
  }

  /** Removes the first element of a deque that has one. */
  popLeft(): Value {
    this.changes++;
    const value = this.buffer[this.head] as Value;
    this.buffer[this.head++] = undefined;
    if (this.head > 32 && this.head * 2 > this.buffer.length) {
      this.buffer = this.buffer.slice(this.head);
      this.head = 0;
    }
    this.journal?.mutate(this, 'delete-item', 0, undefined);
    return value;
  }

  setItem(index: number, value: Value): void {
    this.buffer[this.head + index] = value;
    this.journal?.mutate(this, 'set-item', index, value);
  }

  deleteItem(index: number): void {
    this.changes++;
    this.buffer.splice(this.head + index, 1);
    this.journal?.mutate(this, 'delete-item', index, undefined);
  }

  insert(index: number, value: Value): void {
    this.changes++;
    this.buffer.splice(this.head + index, 0, value);
    this.journal?.mutate(this, 'insert', index, value);
  }

  /** Puts wholly new contents in place, which must not exceed the bound; takes `elements` over. */
  replace(elements: Value[]): void {
    this.changes++;
    this.buffer = elements;
    this.head = 0;
    this.journal?.mutate(this, 'replace', elements.slice(), undefined);
  }

  clear(): void {
    this.changes++;
    this.buffer = [];
    this.head = 0;
    this.journal?.mutate(this, 'clear', undefined, undefined);
  }
}

/** Walks a deque, which must not change meanwhile. */
export class DequeIterator extends NativeIterator {
  private readonly deque: PyDeque;
  private readonly expected: number;
  readonly reversed: boolean;
  private taken = 0;

  constructor(deque: PyDeque, reversed = false) {
    super();
    this.deque = deque;
    this.expected = deque.changes;
    this.reversed = reversed;
  }

  step(): Value | undefined {
    const { deque } = this;
    if (deque.changes !== this.expected) raise('RuntimeError', 'deque mutated during iteration');
    if (this.taken >= deque.length) return undefined;
    const index = this.taken++;
    return deque.at(this.reversed ? deque.length - 1 - index : index);
  }

  override lengthHint(): number {
    return Math.max(0, this.deque.length - this.taken);
  }
}
const dequeIteratorClass = iteratorClass('_deque_iterator', 'collections');
dequeIteratorClass.shownName = '_collections._deque_iterator';
const reverseIteratorClass = iteratorClass('_deque_reverse_iterator', 'collections');
reverseIteratorClass.shownName = '_collections._deque_reverse_iterator';
Object.defineProperty(DequeIterator.prototype, 'cls', {
  get(this: DequeIterator) {
    return this.reversed ? reverseIteratorClass : dequeIteratorClass;
  },
});
