// `mappingproxy`: a mapping seen through a window that lets nothing be changed. Its methods are in `builtins/`.
import { objectClass } from './builtin-classes.ts';
import { PyClass } from './class.ts';
import { HeapObject, type Value } from './objects.ts';
import { registerClass } from './type-of.ts';

export const mappingProxyClass = new PyClass('mappingproxy', [objectClass], objectClass.mro, true);

export class PyMappingProxy extends HeapObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}
registerClass(PyMappingProxy, mappingProxyClass);
