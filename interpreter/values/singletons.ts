// The objects there is one of: NotImplemented and Ellipsis.
import { ellipsisClass, notImplementedClass } from './builtin-classes.ts';
import type { PyClass } from './class.ts';
import { HeapObject } from './objects.ts';
import { sharedId } from './shared.ts';

class PySingleton extends HeapObject {
  override readonly cls: PyClass;
  readonly name: string;

  constructor(name: string, cls: PyClass) {
    super();
    this.name = name;
    this.cls = cls;
    this.id = sharedId(name);
  }
}
export type { PySingleton };

/** What a binary special method returns when it does not know the other operand. */
export const NotImplemented = new PySingleton('NotImplemented', notImplementedClass);
export const Ellipsis = new PySingleton('Ellipsis', ellipsisClass);
