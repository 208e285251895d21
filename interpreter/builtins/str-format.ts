// `str.format` and `str.format_map`. https://docs.python.org/3.11/library/string.html#format-string-syntax
import type { Runtime } from '../runtime.ts';
import { getAttr } from '../values/attributes.ts';
import { strClass } from '../values/builtin-classes.ts';
import { indexError, keyError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { ascii, format, repr, str } from '../values/repr.ts';
import { toCharacters } from '../values/str.ts';
import { getItem } from '../values/subscript.ts';
import { decimalValue } from '../values/unicode.ts';
import { method } from './declare.ts';

/** Where fields find their values. */
interface Source {
  positional: readonly Value[] | null;
  named(rt: Runtime, name: string): Value;
  /** How fields are numbered so far; both styles do not mix. */
  numbering: 'none' | 'automatic' | 'manual';
  next: number;
}

/** The number a name is, or −1. */
function asNumber(name: string): number {
  let digits = '';
  for (const char of name) {
    const digit = decimalValue(char.codePointAt(0) as number);
    if (digit < 0) return -1;
    digits += digit;
  }
  if (digits === '') return -1;
  if (BigInt(digits) > 2n ** 63n - 1n) valueError('Too many decimal digits in format string');
  return Number(digits);
}

function number(source: Source, manual: number): number {
  const wanted = manual < 0 ? 'automatic' : 'manual';
  if (source.numbering === 'none') source.numbering = wanted;
  if (source.numbering === 'manual' && wanted === 'automatic')
    valueError('cannot switch from manual field specification to automatic field numbering');
  if (source.numbering === 'automatic' && wanted === 'manual')
    valueError('cannot switch from automatic field numbering to manual field specification');
  return manual < 0 ? source.next++ : manual;
}

function first(rt: Runtime, source: Source, name: string): Value {
  const manual = asNumber(name);
  if (manual < 0 && name !== '') return source.named(rt, name);
  const index = number(source, manual);
  if (source.positional === null) return valueError('Format string contains positional fields');
  if (index >= source.positional.length)
    return indexError(`Replacement index ${index} out of range for positional args tuple`);
  return source.positional[index];
}

/** The value of `0.name[key]`. */
function fieldValue(rt: Runtime, source: Source, field: readonly string[]): Value {
  let at = field.findIndex((char) => char === '.' || char === '[');
  if (at < 0) at = field.length;
  let value = first(rt, source, field.slice(0, at).join(''));
  while (at < field.length) {
    const opener = field[at++];
    if (opener !== '.' && opener !== '[')
      valueError("Only '.' or '[' may follow ']' in format field specifier");
    const start = at;
    if (opener === '[') {
      while (at < field.length && field[at] !== ']') at++;
      if (at === field.length) valueError("Missing ']' in format string");
    } else {
      while (at < field.length && field[at] !== '.' && field[at] !== '[') at++;
    }
    const name = field.slice(start, at).join('');
    if (opener === '[') at++;
    if (name === '') valueError('Empty attribute in format string');
    if (opener === '.') value = getAttr(rt, value, name);
    else {
      const index = asNumber(name);
      value = getItem(rt, value, index < 0 ? name : index);
    }
  }
  return value;
}

/** One replacement field as it stands in the text. */
interface Field {
  name: readonly string[];
  conversion: string;
  spec: string;
  next: number;
}

/** Reads the field whose opening brace is just before `at`. */
function readField(chars: readonly string[], start: number): Field {
  let at = start;
  let bracket = false;
  // The name ends at ':' or '!', or at the closing brace; inside brackets they are part of the key.
  for (; at < chars.length; at++) {
    const char = chars[at];
    if (char === '[') bracket = true;
    else if (char === ']') bracket = false;
    else if (bracket) continue;
    else if (char === '{') valueError("unexpected '{' in field name");
    else if (char === '}' || char === ':' || char === '!') break;
  }
  const name = chars.slice(start, at);
  if (at >= chars.length) valueError("expected '}' before end of string");
  if (chars[at] === '}') return { name, conversion: '', spec: '', next: at + 1 };
  let conversion = '';
  if (chars[at] === '!') {
    at++;
    if (at >= chars.length) valueError('end of string while looking for conversion specifier');
    conversion = chars[at++];
    if (at >= chars.length) valueError("unmatched '{' in format spec");
    if (chars[at] === '}') return { name, conversion, spec: '', next: at + 1 };
    if (chars[at] !== ':') valueError("expected ':' after conversion specifier");
  }
  at++;
  const specStart = at;
  for (let depth = 1; at < chars.length; at++) {
    if (chars[at] === '{') depth++;
    else if (chars[at] === '}' && --depth === 0)
      return { name, conversion, spec: chars.slice(specStart, at).join(''), next: at + 1 };
  }
  return valueError("unmatched '{' in format spec");
}

function converted(rt: Runtime, value: Value, conversion: string): Value {
  switch (conversion) {
    case '':
      return value;
    case 's':
      return str(rt, value);
    case 'r':
      return repr(rt, value);
    case 'a':
      return ascii(rt, value);
    default: {
      const point = conversion.codePointAt(0) as number;
      return valueError(
        point > 32 && point < 127
          ? `Unknown conversion specifier ${conversion}`
          : `Unknown conversion specifier \\x${point.toString(16)}`,
      );
    }
  }
}

function render(rt: Runtime, template: string, source: Source, depth: number): string {
  if (depth < 0) valueError('Max string recursion exceeded');
  const chars = toCharacters(template);
  let result = '';
  for (let at = 0; at < chars.length;) {
    const char = chars[at++];
    if (char !== '{' && char !== '}') {
      result += char;
    } else if (chars[at] === char) {
      result += char;
      at++;
    } else if (char === '}') {
      valueError("Single '}' encountered in format string");
    } else {
      if (at === chars.length) valueError("Single '{' encountered in format string");
      const field = readField(chars, at);
      at = field.next;
      const value = converted(rt, fieldValue(rt, source, field.name), field.conversion);
      const spec = field.spec.includes('{') ? render(rt, field.spec, source, depth - 1) : field.spec;
      result += format(rt, value, spec);
    }
  }
  rt.charge(result.length / 4);
  return result;
}

method(
  strClass,
  'format(*args, **kwargs)',
  (rt, self: string, args: readonly Value[], kwargs: ReadonlyMap<string, Value>) =>
    render(
      rt,
      self,
      {
        positional: args,
        named: (_rt, name) => kwargs.get(name) ?? (kwargs.has(name) ? null : keyError(name)),
        numbering: 'none',
        next: 0,
      },
      1,
    ),
);

method(strClass, 'format_map(mapping, /)', (rt, self: string, mapping: Value) =>
  render(
    rt,
    self,
    { positional: null, named: (run, name) => getItem(run, mapping, name), numbering: 'none', next: 0 },
    1,
  ),
);
