// The operations of the language on values, gathered for those who apply them (the VM, builtins).
export { binaryOp, inplaceOp, unaryOp } from './arithmetic.ts';
export { compareOp, contains, equals, lessThan } from './compare.ts';
export { truth } from './truth.ts';
export { deleteItem as delItem, getItem, setItem } from './subscript.ts';
export {
  deleteAttr as delAttr,
  findAttr,
  findMethod,
  getAttr,
  lookupSpecial,
  setAttr,
} from './attributes.ts';
export { iterate, length, nextOf, toArray } from './iterate.ts';
export { ascii, format, repr, str } from './repr.ts';
export { hash } from './hash.ts';
export { allocate, instantiate } from './instantiate.ts';
export { makeClass } from './make-class.ts';
export { typeOf } from './type-of.ts';
