// Former name of `type-of.ts`, while its importers move.
export { isInstance, registerClass, typeName, typeOf as classOf } from './type-of.ts';
