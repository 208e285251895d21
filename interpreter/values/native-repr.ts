// The repr of the builtin kinds, whatever their class says: what `list.__repr__` and its kin do.
import { PyBoundMethod, PyBuiltin, wrapsSlot } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { unbox } from './boxed.ts';
import { noneClass, setClass } from './builtin-classes.ts';
import { bytesRepr, PyBytes } from './bytes.ts';
import { PyClass, PyException } from './class.ts';
import { PyStaticMethod, PyClassMethod } from './descriptors.ts';
import { complexRepr, PyComplex } from './complex.ts';
import { PyDict } from './dict.ts';
import { floatRepr } from './float.ts';
import { PyFunction } from './function.ts';
import { PyGenericAlias, PyTypingForm, PyUnionType } from './generic-alias.ts';
import { intToStr } from './int-text.ts';
import { PyList } from './list.ts';
import { PyModule } from './module.ts';
import { type HeapObject, PyFloat, type Value } from './objects.ts';
import { PyRange } from './range.ts';
import { repr } from './repr.ts';
import { PySet } from './set.ts';
import { Ellipsis, NotImplemented } from './singletons.ts';
import { PySlice } from './slice.ts';
import { strRepr } from './str-repr.ts';
import { PyTuple } from './tuple.ts';
import { PyDictView } from './views.ts';

/** The containers whose repr is being made: one met again inside itself is shown as `[...]`. */
const active = new Set<HeapObject>();

/** Runs `make` unless the repr of `container` is being made already. */
export function guardRepr(container: HeapObject, again: string, make: () => string): string {
  if (active.has(container)) return again;
  active.add(container);
  try {
    return make();
  } finally {
    active.delete(container);
  }
}

/** Short texts cost nothing beside the instruction that asks for them. */
const SHORT = 64;

/** Pays for a text, so that a run cannot fill memory with copies of a long one. */
function chargeText(rt: Runtime, length: number): void {
  if (length > SHORT) rt.charge(length);
}

/** The repr by the kind of value. Objects without one of their own would show an address. */
export function nativeRepr(rt: Runtime, value: Value): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'bigint':
      return intToStr(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      chargeText(rt, value.length);
      return strRepr(value);
    case 'object':
      if (value === null) return 'None';
      if (value instanceof PyFloat) return floatRepr(value.value);
      return objectRepr(rt, value);
  }
}

/** The reprs of elements, separated by commas. The array is read afresh: a `__repr__` may change it. */
export function joinReprs(rt: Runtime, items: readonly Value[]): string {
  const parts: string[] = [];
  for (let i = 0; i < items.length; i++) {
    rt.charge(1);
    parts.push(repr(rt, items[i]));
  }
  return parts.join(', ');
}

function entryReprs(rt: Runtime, dict: PyDict): string {
  rt.charge(dict.size);
  return dict
    .entries()
    .map(([key, value]) => `${repr(rt, key)}: ${repr(rt, value)}`)
    .join(', ');
}

function setRepr(rt: Runtime, set: PySet): string {
  const { name } = set.cls;
  if (set.size === 0) return `${name}()`;
  return guardRepr(set, `${name}(...)`, () => {
    const braced = `{${joinReprs(rt, set.elements(rt))}}`;
    return set.cls === setClass ? braced : `${name}(${braced})`;
  });
}

function objectRepr(rt: Runtime, value: HeapObject): string {
  const plain = unbox(value);
  if (plain !== value) return nativeRepr(rt, plain);
  if (value instanceof PyList) return guardRepr(value, '[...]', () => `[${joinReprs(rt, value.items)}]`);
  if (value instanceof PyTuple)
    return guardRepr(
      value,
      '(...)',
      () => `(${joinReprs(rt, value.items)}${value.items.length === 1 ? ',' : ''})`,
    );
  if (value instanceof PyDict) return guardRepr(value, '{...}', () => `{${entryReprs(rt, value)}}`);
  if (value instanceof PySet) return setRepr(rt, value);
  if (value instanceof PyException) return exceptionRepr(rt, value);
  if (value instanceof PyDictView)
    return guardRepr(value, '...', () => `${value.cls.name}([${joinReprs(rt, value.elements())}])`);
  if (value instanceof PyRange) {
    const { start, stop, step } = value;
    return step === 1 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
  }
  if (value instanceof PyBytes) {
    chargeText(rt, value.data.length);
    return bytesRepr(value.data);
  }
  if (value instanceof PyComplex) return complexRepr(value.real, value.imag);
  if (value instanceof PyClass) return classRepr(value);
  if (value instanceof PySlice) return `slice(${joinReprs(rt, [value.start, value.stop, value.step])})`;
  return rareRepr(rt, value) ?? showsAddress(rt, value);
}

/** `<class 'int'>`, `<class '__main__.Point'>`. */
export function classRepr(cls: PyClass): string {
  return `<class '${qualified(cls)}'>`;
}

function qualified(cls: PyClass): string {
  return cls.module === 'builtins' ? cls.qualname : `${cls.module}.${cls.qualname}`;
}

/** `ValueError('message')`: the class's name and all arguments. */
function exceptionRepr(rt: Runtime, exception: PyException): string {
  return `${exception.cls.name}(${joinReprs(rt, exception.args)})`;
}

function rareRepr(rt: Runtime, value: HeapObject): string | undefined {
  if (value === Ellipsis || value === NotImplemented)
    return value === Ellipsis ? 'Ellipsis' : 'NotImplemented';
  if (value instanceof PyBuiltin) {
    if (value.written) return undefined;
    if (value.owner === null) return `<built-in function ${value.name}>`;
    const kind = wrapsSlot(value.owner, value.name) ? 'slot wrapper' : 'method';
    return `<${kind} '${value.name}' of '${value.module === 'builtins' ? '' : `${value.module}.`}${value.owner}' objects>`;
  }
  if (value instanceof PyStaticMethod) return `<staticmethod(${repr(rt, value.func)})>`;
  if (value instanceof PyClassMethod) return `<classmethod(${repr(rt, value.func)})>`;
  if (value instanceof PyGenericAlias) return aliasRepr(rt, value);
  if (value instanceof PyUnionType) return value.members.map((member) => typeRepr(rt, member)).join(' | ');
  if (value instanceof PyTypingForm) return `${value.mark ?? 'typing.'}${value.name}`;
  if (value instanceof PyModule) return rt.unsupported('the repr of a module');
  if (value instanceof PyBoundMethod && value.func instanceof PyFunction)
    return `<bound method ${value.func.code.qualname} of ${repr(rt, value.self)}>`;
  return undefined;
}

/** `list[int]`, `typing.Optional[int]`. */
function aliasRepr(rt: Runtime, alias: PyGenericAlias): string {
  const { origin, args } = alias;
  const typing = origin instanceof PyTypingForm;
  const shown = args.map((arg) => {
    if (arg instanceof PyList) return `[${arg.items.map((item) => typeRepr(rt, item)).join(', ')}]`;
    if (typing && (arg === null || arg === noneClass)) return 'NoneType';
    if (typing && arg instanceof PyBuiltin) return repr(rt, arg);
    return typing && typeof arg === 'string' ? `ForwardRef(${strRepr(arg)})` : typeRepr(rt, arg);
  });
  if (typing && origin.name === 'Union' && args.length === 2 && shown.includes('NoneType'))
    return `typing.Optional[${shown.find((text) => text !== 'NoneType')}]`;
  return `${typeRepr(rt, origin)}[${args.length === 0 ? '()' : shown.join(', ')}]`;
}

/** As annotations show types: classes by their name. */
function typeRepr(rt: Runtime, type: Value): string {
  if (type === noneClass) return 'None';
  if (type instanceof PyClass) return qualified(type);
  if (type instanceof PyBuiltin)
    return type.module === 'builtins' ? type.name : `${type.module}.${type.name}`;
  return type === Ellipsis ? '...' : repr(rt, type);
}

function showsAddress(rt: Runtime, value: HeapObject): string {
  return (
    rt.nameless?.(value) ??
    rt.unsupported(`the default repr of '${value.cls.name}' objects, which shows an address`)
  );
}
