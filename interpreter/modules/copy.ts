// Module copy. https://docs.python.org/3.11/library/copy.html
import { PyBoundMethod, PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { PyBoxed } from '../values/boxed.ts';
import { exceptionClasses, objectClass } from '../values/builtin-classes.ts';
import { PyBytes } from '../values/bytes.ts';
import { PyClass, PyException, PyInstance } from '../values/class.ts';
import { PyContainer } from '../values/container.ts';
import { PyDeque } from '../values/deque.ts';
import { PyProperty } from '../values/descriptors.ts';
import { PyDict } from '../values/dict.ts';
import { typeError } from '../values/errors.ts';
import { PyFunction } from '../values/function.ts';
import { PyIterator } from '../values/iterator.ts';
import { PyList } from '../values/list.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import { PyRange } from '../values/range.ts';
import { PySet } from '../values/set.ts';
import { updateSet } from '../values/set-algebra.ts';
import { PySlice } from '../values/slice.ts';
import { callSpecial } from '../values/special.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { PyDefaultDict } from './default-dict.ts';
import { defineModule, libraryClass } from './define.ts';

/** Things there is no use in copying. */
function isAtomic(value: Value): boolean {
  if (!(value instanceof HeapObject)) return true;
  return (
    value instanceof PyFunction ||
    value instanceof PyBuiltin ||
    value instanceof PyClass ||
    value instanceof PyBytes ||
    value instanceof PyRange ||
    value instanceof PyProperty ||
    (value instanceof PyBoxed && value.attrs.size === 0) ||
    value.cls.module === 'typing' ||
    value.cls.name === 'ellipsis' ||
    value.cls.name === 'NotImplementedType'
  );
}

/** A new object of the class of `model` with what `fill` puts in; attributes are the caller's. */
function emptyLike(rt: Runtime, model: HeapObject): HeapObject {
  if (model instanceof PyList) return new PyList([], model.cls);
  if (model instanceof PyDefaultDict) return new PyDefaultDict(model.factory, model.cls);
  if (model instanceof PyDict) return new PyDict(model.cls);
  if (model instanceof PySet) return new PySet(model.frozen, model.cls);
  if (model instanceof PyDeque) return new PyDeque(model.maxLength, model.cls);
  if (model instanceof PyException) return new PyException(model.cls, model.args);
  if (model instanceof PyBoxed) return new PyBoxed(model.cls, model.payload);
  if (Object.getPrototypeOf(model) === PyInstance.prototype) return new PyInstance(model.cls);
  return rt.unsupported(`copying a '${typeName(model)}' object`);
}

/** Whether a class has `name`, and not from `object`. */
function isOwn(cls: PyClass, name: string): boolean {
  const found = cls.lookup(name);
  return found !== undefined && found !== objectClass.attrs.get(name);
}

function refuseUncopyable(rt: Runtime, value: HeapObject): void {
  const { name: kind } = value.cls;
  if (kind === 'module' || kind === 'generator') typeError(`cannot pickle '${kind}' object`);
  if (value instanceof PyIterator) rt.unsupported(`copying a '${typeName(value)}' object`);
  for (const name of ['__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__getnewargs__'])
    if (isOwn(value.cls, name) && !value.cls.builtin && !(value instanceof PyTuple))
      rt.unsupported(`copying by ${name}`);
}

/** Copies the elements of a container and the attributes of any object, each as `part` says. */
function fillCopy(rt: Runtime, from: HeapObject, to: HeapObject, part: (value: Value) => Value): void {
  if (from instanceof PyList) for (const item of from.items.slice()) (to as PyList).append(part(item));
  else if (from instanceof PyDict)
    for (const [key, value] of from.entries()) (to as PyDict).set(rt, part(key), part(value));
  else if (from instanceof PySet) updateSet(rt, to as PySet, new PyList(from.elements(rt).map(part)));
  else if (from instanceof PyDeque) for (const item of from.elements()) (to as PyDeque).append(part(item));
  if (from instanceof PyInstance || from instanceof PyContainer)
    for (const [name, value] of from.attrs ?? []) (to as PyInstance | PyContainer).setAttr(name, part(value));
}

/** `copy.copy(x)`. */
function shallow(rt: Runtime, value: Value): Value {
  if (isAtomic(value) || !(value instanceof HeapObject)) return value;
  const own = value.cls.lookup('__copy__');
  if (own !== undefined) return callSpecial(rt, own, value);
  if (value instanceof PyTuple && value.cls.builtin) return value;
  refuseUncopyable(rt, value);
  if (value instanceof PyTuple) return new PyTuple(value.items, value.cls);
  if (value instanceof PySet && value.cls.builtin) return value.frozen ? value : copyOfSet(value);
  if (value instanceof PySlice) return value;
  rt.charge(sizeOf(value));
  const copy = emptyLike(rt, value);
  fillCopy(rt, value, copy, (part) => part);
  return copy;
}

function copyOfSet(set: PySet): PySet {
  const copy = new PySet();
  copy.copyFrom(set);
  return copy;
}

function sizeOf(value: HeapObject): number {
  if (value instanceof PyList) return value.items.length;
  return value instanceof PyDict || value instanceof PySet ? value.size : 1;
}

// ---- deepcopy ------------------------------------------------------------------------------------

/** What has been copied already. A program sees it only as a dict to hand on. */
type Memo = Map<HeapObject, Value>;
const memos = new WeakMap<PyDict, Memo>();

class DeepCopier {
  private readonly rt: Runtime;
  private readonly memo: Memo;
  private readonly shown: PyDict;

  constructor(rt: Runtime, shown: PyDict) {
    this.rt = rt;
    this.shown = shown;
    this.memo = memos.get(shown) ?? new Map<HeapObject, Value>();
    memos.set(shown, this.memo);
  }

  copy = (value: Value): Value => {
    if (isAtomic(value) || !(value instanceof HeapObject)) return value;
    const known = this.memo.get(value);
    if (known !== undefined) return known;
    this.rt.charge(1);
    const copy = this.make(value);
    if (copy !== value) this.memo.set(value, copy);
    return copy;
  };

  private make(value: HeapObject): Value {
    const { rt } = this;
    const own = value.cls.lookup('__deepcopy__');
    if (own !== undefined) return callSpecial(rt, own, value, this.shown);
    if (value instanceof PyTuple) return this.copyTuple(value);
    if (value instanceof PyBoundMethod) return new PyBoundMethod(this.copy(value.self), value.func);
    if (value instanceof PySlice)
      return new PySlice(this.copy(value.start), this.copy(value.stop), this.copy(value.step));
    refuseUncopyable(rt, value);
    rt.charge(sizeOf(value));
    const copy = emptyLike(rt, value);
    this.memo.set(value, copy);
    if (copy instanceof PyException) copy.setArgs(copy.args.map(this.copy));
    fillCopy(rt, value, copy, this.copy);
    return copy;
  }

  /** A tuple of atomic things is its own copy. */
  private copyTuple(tuple: PyTuple): Value {
    this.rt.charge(tuple.items.length);
    const items = tuple.items.map(this.copy);
    const again = this.memo.get(tuple);
    if (again !== undefined) return again;
    const same = items.every((item, i) => item === tuple.items[i]);
    return same && tuple.cls.builtin ? tuple : new PyTuple(items, tuple.cls);
  }
}

const errorClass = libraryClass('copy', 'Error', { base: exceptionClasses.Exception, written: true });
errorClass.hasDict = true;

export const copy = defineModule('copy', (module) => {
  module.function('copy(x)', shallow, 'python');
  module.function(
    'deepcopy(x, memo=None, _nil=None)',
    (rt: Runtime, value: Value, memo: Value) =>
      new DeepCopier(rt, memo instanceof PyDict ? memo : new PyDict()).copy(value),
    'python',
  );
  module.classes(errorClass);
  module.value('error', errorClass);
});
