// Methods of str that map characters one by one, encoding included.
// https://docs.python.org/3.11/library/stdtypes.html#str.translate
import type { Runtime } from '../runtime.ts';
import { dictClass, strClass } from '../values/builtin-classes.ts';
import { encode } from '../values/codecs.ts';
import { PyDict } from '../values/dict.ts';
import { isRaised, typeError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { codePointCount, toCharacters } from '../values/str.ts';
import { getItem } from '../values/subscript.ts';
import { isIntegral } from '../values/type-of.ts';
import { method, staticMethod } from './declare.ts';
import { asText, textArgument } from './text-args.ts';

const point = (char: string): number => char.codePointAt(0) as number;

/** What `table` makes of a code point: a text, '' for None. */
function translated(rt: Runtime, table: Value, char: string): string {
  let mapped: Value;
  try {
    mapped = getItem(rt, table, point(char));
  } catch (error) {
    if (isRaised(error, 'LookupError')) return char;
    throw error;
  }
  if (mapped === null) return '';
  const text = asText(mapped);
  if (text !== undefined) return text;
  if (!isIntegral(mapped)) return typeError('character mapping must return integer, None or str');
  const target = Number(mapped);
  if (target < 0 || target > 0x10ffff) valueError('character mapping must be in range(0x110000)');
  if (target >= 0xd800 && target < 0xe000) rt.unsupported('lone surrogate');
  return String.fromCodePoint(target);
}

method(strClass, 'translate(table, /)', (rt, self: string, table: Value) => {
  const known = new Map<string, string>();
  let result = '';
  for (const char of self) {
    let mapped = known.get(char);
    if (mapped === undefined) {
      mapped = translated(rt, table, char);
      // A table of the program's own class may answer differently each time.
      if (table instanceof PyDict) known.set(char, mapped);
    }
    if (mapped.length > 1) rt.charge(mapped.length);
    result += mapped;
  }
  rt.charge(self.length);
  return result;
});

/** A table from a dict: one-character keys become code points. */
function tableOf(rt: Runtime, mapping: Value): PyDict {
  if (!(mapping instanceof PyDict) || mapping.cls !== dictClass)
    return typeError('if you give only one argument to maketrans it must be a dict');
  const table = new PyDict();
  for (const [key, value] of mapping.entries()) {
    const text = asText(key);
    if (text === undefined && !isIntegral(key))
      typeError('keys in translate table must be strings or integers');
    if (text !== undefined && codePointCount(text) !== 1)
      valueError('string keys in translate table must be of length 1');
    table.set(rt, text === undefined ? key : point(text), value);
  }
  return table;
}

staticMethod(
  strClass,
  'maketrans(x, y?, z?, /)',
  (rt, x: Value, y: Value | undefined, z: Value | undefined) => {
    if (y === undefined) return tableOf(rt, x);
    const to = textArgument(y, 'maketrans() argument 2');

    const deleted = z === undefined ? '' : textArgument(z, 'maketrans() argument 3');
    const from = asText(x);
    if (from === undefined)
      return typeError('first maketrans argument must be a string if there is a second argument');
    const [keys, values] = [toCharacters(from), toCharacters(to)];
    if (keys.length !== values.length) valueError('the first two maketrans arguments must have equal length');
    const table = new PyDict();
    keys.forEach((key, i) => table.set(rt, point(key), point(values[i])));
    for (const char of deleted) table.set(rt, point(char), null);
    return table;
  },
);

/** The `encoding` and `errors` of encode, decode and `str()`. */
export function codecArguments(name: string, encoding: Value, errors: Value): [string, string] {
  return [
    textArgument(encoding, `${name}() argument 'encoding'`),
    textArgument(errors, `${name}() argument 'errors'`),
  ];
}

method(
  strClass,
  "encode(encoding='utf-8', errors='strict')",
  (rt, self: string, encoding: Value, errors: Value) =>
    encode(rt, self, ...codecArguments('encode', encoding, errors)),
);
