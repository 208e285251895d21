// What the builtin containers have in common: a class, which may be one derived from the builtin one,
// and attributes of their own when it is. Knows nothing of their contents.
import type { PyClass } from './class.ts';
import { HeapObject, type Value } from './objects.ts';

/** A list, tuple, dict, set or deque, or an instance of a class derived from one of them. */
export abstract class PyContainer extends HeapObject {
  override readonly cls: PyClass;
  /** Attributes set on the object itself; null while there are none (always, for the builtin class). */
  attrs: Map<string, Value> | null = null;

  constructor(cls: PyClass) {
    super();
    this.cls = cls;
  }

  setAttr(name: string, value: Value): void {
    (this.attrs ??= new Map()).set(name, value);
    this.journal?.mutate(this, 'set-attr', name, value);
  }

  deleteAttr(name: string): boolean {
    const had = this.attrs?.delete(name) ?? false;
    if (had) this.journal?.mutate(this, 'delete-attr', name, undefined);
    return had;
  }
}
