// Declaring builtins: one call with a signature text and the code. Positional calls go straight through;
// all else is bound by `signature.ts`. Knows nothing of particular builtins.
import { bindPythonArguments } from './python-arguments.ts';
import { bindArguments, parseSignature, type Signature, type Style } from './signature.ts';
import { PyBuiltin, wrapsSlot } from './builtin.ts';
import { PyBoxed } from '../values/boxed.ts';
import { bytesClass, floatClass, intClass, strClass } from '../values/builtin-classes.ts';
import { PyClassMethod, PyNativeProperty, PyStaticMethod } from '../values/descriptors.ts';
import { PyBytes } from '../values/bytes.ts';
import { typeName, typeOf } from '../values/type-of.ts';
import { NativeIterator } from '../values/iterator.ts';
import { typeError } from '../values/errors.ts';
import { PyClass } from '../values/class.ts';
import { HeapObject, type Value } from '../values/objects.ts';
import type { Keywords, Runtime } from '../runtime.ts';

/**
 * The code of a builtin: the runtime, the receiver if any, then the bound parameters (`Value`, or
 * `Value | undefined` for `x?`), `*args` as `Value[]`, `**kwargs` as a `Map<string, Value>`.
 * The receiver is known to be an instance of the class; every other argument must be checked by the code.
 */
export type NativeCode = (rt: Runtime, ...args: never[]) => Value;

type Invoke = (rt: Runtime, ...args: unknown[]) => Value;

function checkReceiver(receiver: PyClass, name: string, args: readonly Value[]): void {
  if (args.length === 0)
    typeError(
      wrapsSlot(receiver.name, name)
        ? `descriptor '${name}' of '${receiver.shownName}' object needs an argument`
        : `unbound method ${receiver.name}.${name}() needs an argument`,
    );
  const cls = typeOf(args[0]);
  if (cls === receiver || cls.isSubclassOf(receiver)) return;
  const kind = receiver.shownName;
  typeError(
    wrapsSlot(receiver.name, name)
      ? `descriptor '${name}' requires a '${kind}' object but received a '${typeName(args[0])}'`
      : `descriptor '${name}' for '${kind}' objects doesn't apply to a '${typeName(args[0])}' object`,
  );
}

function bind(
  signature: Signature,
  qualified: string,
  leading: number,
  args: readonly Value[],
  keywords: Keywords,
): unknown[] {
  return signature.style === 'python'
    ? bindPythonArguments(signature, qualified, leading, args, keywords)
    : bindArguments(signature, qualified, args, keywords);
}

/** Wraps `code` so that a call with every parameter given by position allocates nothing. */
function entry(
  signature: Signature,
  qualified: string,
  leading: number,
  receiver: PyClass | null,
  code: NativeCode,
): PyBuiltin['impl'] {
  const invoke = code as unknown as Invoke;
  const { params, positional, variadic, keywordRest, name } = signature;
  const direct = variadic || keywordRest || params.length > positional ? -1 : leading + positional;
  return (rt, args, keywords) => {
    if (receiver !== null) checkReceiver(receiver, name, args);
    if (keywords === null && args.length === direct)
      switch (direct) {
        case 0:
          return invoke(rt);
        case 1:
          return invoke(rt, args[0]);
        case 2:
          return invoke(rt, args[0], args[1]);
        case 3:
          return invoke(rt, args[0], args[1], args[2]);
        default:
          return invoke(rt, ...args);
      }
    if (leading === 0) return invoke(rt, ...bind(signature, qualified, 0, args, keywords));
    return invoke(rt, args[0], ...bind(signature, qualified, leading, args.slice(leading), keywords));
  };
}

/** Classes whose values are plain, so that an instance of a class derived from them is boxed. */
function isScalarClass(cls: PyClass): boolean {
  return [intClass, floatClass, strClass, bytesClass].some((scalar) => cls.isSubclassOf(scalar));
}

/** Declares the method `signature` of the builtin class `cls`; `code` gets the receiver first, out of its box. */
export function method(cls: PyClass, signature: string, code: NativeCode, style?: Style): void {
  const parsed = parseSignature(signature, style);
  const scalar = isScalarClass(cls);
  // What `__init__` says of its arguments it says of the class.
  const signed = parsed.name === '__init__' ? { ...parsed, name: cls.name } : parsed;
  const plain = entry(signed, `${cls.name}.${parsed.name}`, 1, scalar ? null : cls, code);
  const unboxing: PyBuiltin['impl'] = (rt, args, keywords) => {
    // What the receiver is stands on its box.
    checkReceiver(cls, parsed.name, args);
    const self = args[0];
    return plain(rt, self instanceof PyBoxed ? [self.payload, ...args.slice(1)] : args, keywords);
  };
  const impl = scalar ? unboxing : plain;
  cls.attrs.set(parsed.name, ofClass(cls, parsed.name, impl));
}

/** A method of `cls`. */
function ofClass(cls: PyClass, name: string, impl: PyBuiltin['impl']): PyBuiltin {
  const written = cls.module !== 'builtins' && cls.shownName === cls.name;
  return new PyBuiltin(name, cls.name, impl, cls.module, written);
}

/** Declares a method called on the class itself; `code` gets the class first. */
export function classMethod(cls: PyClass, signature: string, code: NativeCode, style?: Style): void {
  const parsed = parseSignature(signature, style);
  const impl = entry(parsed, `${cls.name}.${parsed.name}`, 1, null, code);
  cls.attrs.set(parsed.name, new PyClassMethod(ofClass(cls, parsed.name, impl)));
}

/** Declares a method that gets neither class nor instance. */
export function staticMethod(cls: PyClass, signature: string, code: NativeCode, style?: Style): void {
  const parsed = parseSignature(signature, style);
  const impl = entry(parsed, `${cls.name}.${parsed.name}`, 0, null, code);
  cls.attrs.set(parsed.name, new PyStaticMethod(ofClass(cls, parsed.name, impl)));
}

/** Checks the class that a call of the `__new__` of `cls` asks for, where it was called by name. */
function checkAsked(
  rt: Runtime,
  cls: PyClass,
  maker: PyBuiltin,
  [asked]: readonly (Value | undefined)[],
): void {
  if (asked === cls) return;
  const called = `${cls.shownName}.__new__`;
  if (asked === undefined) return typeError(`${called}(): not enough arguments`);
  if (!(asked instanceof PyClass))
    return typeError(`${called}(X): X is not a type object (${typeName(asked)})`);
  if (asked.lookup('__new__') === maker) return;
  if (!asked.isSubclassOf(cls))
    typeError(`${called}(${asked.shownName}): ${asked.shownName} is not a subtype of ${cls.shownName}`);
  const nearest = asked.mro.find((base) => base.builtin && base.attrs.get('__new__') instanceof PyBuiltin);
  if (nearest === undefined || nearest === cls) return;
  if (nearest.module !== 'builtins') rt.unsupported(`${called} for ${asked.name}`);
  typeError(
    `${called}(${asked.shownName}) is not safe, use ${asked.mro.find((base) => base.builtin)?.name}.__new__()`,
  );
}

/**
 * Declares what calling the class does: its `__new__`, whose code gets the class asked for first (a subclass,
 * when one is made; what is then returned by a scalar's code is boxed). The signature carries the class's own name, as its error texts do.
 * @param blank what a derived class begins with, whatever the arguments: for classes whose `__init__` takes them
 */
export function constructor(
  cls: PyClass,
  signature: string,
  code: NativeCode,
  style?: Style,
  blank: ((derived: PyClass) => Value) | null = null,
): void {
  const parsed = parseSignature(signature, style);
  const qualified = parsed.style === 'python' ? `${cls.name}.__init__` : parsed.name;
  const bare = entry(parsed, qualified, 1, null, code);
  // The keywords of a class derived from one that takes none are for its own `__init__`.
  const impl: PyBuiltin['impl'] = (rt, args, keywords) => {
    const [asked] = args;
    const own =
      keywords !== null && asked instanceof PyClass && !asked.builtin && parsed.style !== 'keywords';
    return bare(rt, args, own && asked.lookup('__init__') !== cls.lookup('__init__') ? null : keywords);
  };
  const boxing: PyBuiltin['impl'] = (rt, args, keywords) => {
    checkAsked(rt, cls, maker, args);
    const made = impl(rt, args, keywords);
    const asked = args[0];
    if (asked === cls || !(asked instanceof PyClass)) return made;
    return made instanceof HeapObject && !(made instanceof PyBytes) ? made : new PyBoxed(asked, made);
  };
  const filling: PyBuiltin['impl'] = (rt, args, keywords) => {
    const asked = args[0];
    checkAsked(rt, cls, maker, args);
    if (blank !== null && asked !== cls && asked instanceof PyClass) return blank(asked);
    const made = impl(rt, args, keywords);
    if (made instanceof NativeIterator && asked !== cls) rt.unsupported(`a class derived from ${cls.name}`);
    return made;
  };
  const maker: PyBuiltin = new PyBuiltin('__new__', cls.name, isScalarClass(cls) ? boxing : filling);
  cls.attrs.set('__new__', maker);
}

/** Declares a computed attribute of the instances of a builtin class; without a setter it cannot be changed. */
export function nativeProperty<Self extends Value>(
  cls: PyClass,
  name: string,
  get: (rt: Runtime, self: Self) => Value,
  set: ((rt: Runtime, self: Self, value: Value) => void) | null = null,
): void {
  // Only instances of `cls` reach it, by attribute access.
  const getter = get as (rt: Runtime, self: Value) => Value;
  const setter = set as ((rt: Runtime, self: Value, value: Value) => void) | null;
  cls.attrs.set(name, new PyNativeProperty(name, cls.name, getter, setter));
}

/** Makes the function `signature` of `module` ('builtins' or a library module's name). */
export function makeFunction(module: string, signature: string, code: NativeCode, style?: Style): PyBuiltin {
  const parsed = parseSignature(signature, style);
  const bare = module === 'builtins' || parsed.style === 'python';
  const qualified = bare ? parsed.name : `${module}.${parsed.name}`;
  const written = module !== 'builtins' && parsed.style === 'python';
  return new PyBuiltin(parsed.name, null, entry(parsed, qualified, 0, null, code), module, written);
}
