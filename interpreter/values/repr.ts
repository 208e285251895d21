// `repr`, `str`, `ascii` and `format` of any value.
import { PyBuiltin } from '../builtins/builtin.ts';
import type { Runtime } from '../runtime.ts';
import { PyBoxed, unbox } from './boxed.ts';
import { objectClass } from './builtin-classes.ts';
import { typeError } from './errors.ts';
import { formatNative } from './format.ts';
import { nativeRepr } from './native-repr.ts';
import { PyFloat, type Value } from './objects.ts';
import { callSpecial, findSpecial } from './special.ts';
import { escapeNonAscii } from './str-repr.ts';
import { typeName } from './type-of.ts';

/** `repr(value)`. @throws PyRaise TypeError "__repr__ returned non-string (type int)" */
export function repr(rt: Runtime, value: Value): string {
  if (isPlain(value)) return nativeRepr(rt, value);
  const result = callSpecial(rt, findSpecial(value, '__repr__') as Value, value);
  return requireText('__repr__', result);
}

/** `str(value)`. */
export function str(rt: Runtime, value: Value): string {
  if (typeof value === 'string') return value;
  if (isPlain(value)) return nativeRepr(rt, value);
  const method = findSpecial(value, '__str__') as Value;
  // `object.__str__` hands on what `__repr__` returned, whatever it is.
  const maker = method === objectClass.attrs.get('__str__') ? findSpecial(value, '__repr__') : method;
  return requireText('__str__', callSpecial(rt, maker as Value, value));
}

/** `ascii(value)`. */
export function ascii(rt: Runtime, value: Value): string {
  return escapeNonAscii(repr(rt, value));
}

/** `format(value, spec)`. @throws PyRaise ValueError for a bad spec */
export function format(rt: Runtime, value: Value, spec: string): string {
  if (typeof value === 'string' && spec === '') return value;
  if (isPlain(value) && value !== null) return formatNative(rt, value, spec);
  const method = findSpecial(value, '__format__') as Value;
  // Without a specification the scalars too leave it to the `__str__` of a class derived from them.
  const plain =
    method instanceof PyBuiltin && (spec === '' ? method.owner !== null : method.owner === objectClass.name);
  if (plain && (value instanceof PyBoxed || method.owner === objectClass.name))
    return formatObject(rt, value, spec);
  const text = unbox(callSpecial(rt, method, value, spec));
  return typeof text === 'string' ? text : typeError(`__format__ must return a str, not ${typeName(text)}`);
}

/** `object.__format__(value, spec)`. */
export function formatObject(rt: Runtime, value: Value, spec: string): string {
  if (spec !== '') typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  return str(rt, value);
}

/** A value of one of the immutable scalar types proper, whose methods no program can override. */
function isPlain(value: Value): value is null | boolean | number | bigint | string | PyFloat {
  return typeof value !== 'object' || value === null || value instanceof PyFloat;
}

function requireText(method: string, boxed: Value): string {
  const result = unbox(boxed);
  if (typeof result === 'string') return result;
  return typeError(`${method} returned non-string (type ${typeName(result)})`);
}
