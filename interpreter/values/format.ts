// `format(value, spec)` of str, int, bool and float: what their `__format__` does.
// https://docs.python.org/3.11/library/string.html#format-specification-mini-language
import type { Runtime } from '../runtime.ts';
import { unbox } from './boxed.ts';
import { raise, typeError, valueError } from './errors.ts';
import { formatMagnitude, type FloatStyle } from './float-format.ts';
import { layOutNumber, pad, parseFormatSpec, shownType, signOf, type FormatSpec } from './format-spec.ts';
import { intToFloat } from './int-float.ts';
import { intToStr, radixDigits } from './int-text.ts';
import type { Int } from './int.ts';
import { nativeRepr } from './native-repr.ts';
import { PyFloat, type Value } from './objects.ts';
import { codePointCount, substring } from './str.ts';
import { typeName } from './type-of.ts';

export function unknownCode(type: string, name: string): never {
  return valueError(`Unknown format code '${shownType(type)}' for object of type '${name}'`);
}

/** `format(text, spec)`. @throws PyRaise ValueError */
export function formatStr(rt: Runtime, text: string, spec: string, name = 'str'): string {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, name, '<', 's');
  if (parsed.type !== 's') unknownCode(parsed.type, name);
  const refuse = (what: string): never => valueError(`${what} not allowed in string format specifier`);
  if (parsed.sign !== '') refuse(parsed.sign === ' ' ? 'Space' : 'Sign');
  if (parsed.coerceZero) refuse('Negative zero coercion (z)');
  if (parsed.alternate) refuse('Alternate form (#)');
  if (parsed.align === '=') refuse("'=' alignment");
  const { precision } = parsed;
  const cut = precision >= 0 && precision < codePointCount(text) ? substring(text, 0, precision) : text;
  return pad(rt, cut, parsed);
}

function formatCharacter(rt: Runtime, value: Int, spec: FormatSpec): string {
  if (spec.sign !== '') valueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value)
    raise('OverflowError', 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  if (value >= 0xd800 && value < 0xe000) rt.unsupported('lone surrogate');
  // A character is no digit: it stands where a float's fraction would.
  const parts = { sign: '', prefix: '', digits: '', rest: '' };
  const char = String.fromCodePoint(Number(value));
  if (spec.align === '=') {
    const padding = Math.max(0, spec.width - 1);
    rt.charge(padding);
    return layOutNumber(rt, parts, { ...spec, width: padding, align: '>' }) + char;
  }
  return pad(rt, char, spec);
}

const RADIX: Readonly<Record<string, 2 | 8 | 16>> = { b: 2, o: 8, x: 16, X: 16 };

function formatIntDigits(rt: Runtime, value: Int, spec: FormatSpec): string {
  if (spec.precision >= 0) valueError('Precision not allowed in integer format specifier');
  if (spec.coerceZero) valueError('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.type === 'c') return formatCharacter(rt, value, spec);
  const radix = RADIX[spec.type];
  const magnitude = value < 0 ? -value : value;
  const lower = radix === undefined ? intToStr(magnitude) : radixDigits(rt, value, radix);
  const digits = spec.type === 'X' ? lower.toUpperCase() : lower;
  const prefix = radix !== undefined && spec.alternate ? `0${spec.type}` : '';
  return layOutNumber(rt, { sign: signOf(value < 0, spec), prefix, digits, rest: '' }, spec);
}

/** `format(value, spec)` of an int; `name` is the type that errors speak of. @throws PyRaise ValueError, OverflowError */
export function formatInt(rt: Runtime, value: Int, spec: string, name = 'int'): string {
  const parsed = parseFormatSpec(spec, name, '>', 'd');
  if ('bcdoxXn'.includes(parsed.type)) return formatIntDigits(rt, value, parsed);
  if ('eEfFgG%'.includes(parsed.type)) return formatFloatSpec(rt, intToFloat(value), parsed);
  return unknownCode(parsed.type, name);
}

export const INT_MAX = 2147483647;

/** The style for a presentation type; none given means repr's, or g's with a precision. */
export function floatStyle({ type, precision, alternate }: FormatSpec): FloatStyle {
  const lower = type === '%' ? 'f' : type === 'n' ? 'g' : type.toLowerCase();
  if (lower === '') return { type: precision < 0 ? 'r' : 'g', precision, alternate, addDotZero: true };
  return {
    type: lower as 'e' | 'f' | 'g',
    precision: precision < 0 ? 6 : precision,
    alternate,
    addDotZero: false,
  };
}

function formatFloatSpec(rt: Runtime, value: number, spec: FormatSpec): string {
  if (spec.precision > INT_MAX) valueError('precision too big');
  rt.charge(Math.max(0, spec.precision));
  return layOutFloat(rt, value, spec, floatStyle(spec));
}

/** A float in a style, laid out as the spec says. */
export function layOutFloat(rt: Runtime, value: number, spec: FormatSpec, style: FloatStyle): string {
  const scaled = spec.type === '%' ? value * 100 : value;
  let text = formatMagnitude(scaled, style);
  if (spec.type === 'E' || spec.type === 'F' || spec.type === 'G') text = text.toUpperCase();
  if (spec.type === '%') text += '%';
  let negative = scaled < 0 || Object.is(scaled, -0);
  if (negative && spec.coerceZero && /^[0.]*(?:e[+-]\d+)?%?$/i.test(text)) negative = false;
  const digits = /^\d*/.exec(text)?.[0] ?? '';
  return layOutNumber(
    rt,
    { sign: signOf(negative, spec), prefix: '', digits, rest: text.slice(digits.length) },
    spec,
  );
}

/** `format(value, spec)` of a float. @throws PyRaise ValueError */
export function formatFloat(rt: Runtime, value: number, spec: string, name = 'float'): string {
  const parsed = parseFormatSpec(spec, name, '>', '');
  if (parsed.type !== '' && !'eEfFgGn%'.includes(parsed.type)) unknownCode(parsed.type, name);
  return formatFloatSpec(rt, value, parsed);
}

/**
 * `format(value, spec)` for the builtin scalars, boxed ones included.
 * @throws PyRaise TypeError for other kinds and a spec that is not empty
 */
export function formatNative(rt: Runtime, boxed: Value, spec: string): string {
  const value = unbox(boxed);
  const name = typeName(boxed);
  if (spec === '') return typeof value === 'string' ? value : nativeRepr(rt, value);
  switch (typeof value) {
    case 'string':
      return formatStr(rt, value, spec, name);
    case 'number':
    case 'bigint':
      return formatInt(rt, value, spec, name);
    case 'boolean':
      return formatInt(rt, Number(value), spec, name);
    case 'object':
      if (value instanceof PyFloat) return formatFloat(rt, value.value, spec, name);
      return typeError(`unsupported format string passed to ${name}.__format__`);
  }
}
