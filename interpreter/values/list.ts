// Lists. Every change goes through a method here, which tells the journal; reading `items` is free.
// Knows nothing of Python's indexing rules or error texts: indices are valid when they arrive.
import { listClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { PyContainer } from './container.ts';
import type { Value } from './objects.ts';

export class PyList extends PyContainer {
  /** The elements. Never change this array but through the methods below. */
  items: Value[];

  /** Takes `items` over: the caller must not keep it. */
  constructor(items: Value[], cls: PyClass = listClass) {
    super(cls);
    this.items = items;
  }

  append(value: Value): void {
    this.items.push(value);
    this.journal?.mutate(this, 'append', value, undefined);
  }

  /** Appends all of `values`, which must not be this list's own array. */
  extend(values: readonly Value[]): void {
    for (const value of values) this.append(value);
  }

  setItem(index: number, value: Value): void {
    this.items[index] = value;
    this.journal?.mutate(this, 'set-item', index, value);
  }

  deleteItem(index: number): void {
    if (index === this.items.length - 1) this.items.pop();
    else if (index === 0) this.items.shift();
    else this.items.splice(index, 1);
    this.journal?.mutate(this, 'delete-item', index, undefined);
  }

  insert(index: number, value: Value): void {
    this.items.splice(index, 0, value);
    this.journal?.mutate(this, 'insert', index, value);
  }

  /** Puts wholly new contents in place; takes `items` over. */
  replace(items: Value[]): void {
    this.items = items;
    this.journal?.mutate(this, 'replace', items.slice(), undefined);
  }

  clear(): void {
    this.items = [];
    this.journal?.mutate(this, 'clear', undefined, undefined);
  }
}

/** A list, and not of a class derived from it. */
export function isPlainList(value: Value): value is PyList {
  return value instanceof PyList && value.cls === listClass;
}
