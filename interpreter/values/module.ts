// Modules: a name and what it holds. The modules of the library are shared by all runs and never change.
import { moduleClass } from './builtin-classes.ts';
import { HeapObject, type Value } from './objects.ts';
import { sharedId, shareValue } from './shared.ts';
import { registerClass } from './type-of.ts';

export class PyModule extends HeapObject {
  readonly name: string;
  readonly attrs: ReadonlyMap<string, Value>;

  constructor(name: string, attrs: ReadonlyMap<string, Value>) {
    super();
    this.name = name;
    this.attrs = attrs;
    this.id = sharedId(`module ${name}`);
    for (const [key, value] of attrs) shareValue(value, `${name}.${key}`);
  }
}
registerClass(PyModule, moduleClass);
