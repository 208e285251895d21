// The class bytes: calling it, and its methods. Searches and splits are those of texts, over one unit a byte.
// https://docs.python.org/3.11/library/stdtypes.html#bytes-methods
import type { Runtime } from '../runtime.ts';
import { asIndex, requireIndex, requireSize } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { bytesClass } from '../values/builtin-classes.ts';
import { bytesText, latin1Bytes, PyBytes } from '../values/bytes.ts';
import type { PyClass } from '../values/class.ts';
import { decode, encode } from '../values/codecs.ts';
import { typeError, valueError } from '../values/errors.ts';
import { toArray } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import type { Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import {
  countText,
  findText,
  replaceText,
  splitLines,
  splitSpace,
  splitSpaceFromRight,
  splitText,
  splitTextFromRight,
  stripBounds,
} from '../values/text-search.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { bytesOf } from './bytes-of.ts';
import { classMethod, constructor, method } from './declare.ts';
import { codecArguments } from './str-translate.ts';
import { bounds, requireCInt, requireText, textArgument } from './text-args.ts';

type Optional = Value | undefined;

constructor(
  bytesClass,
  'bytes(source?, encoding?, errors?)',
  (rt, _cls: PyClass, source: Optional, encoding: Optional, errors: Optional) => {
    const inner = source === undefined ? undefined : unbox(source);
    if (encoding !== undefined || errors !== undefined) {
      if (typeof inner !== 'string')
        return typeError(`${encoding === undefined ? 'errors' : 'encoding'} without a string argument`);
      if (encoding === undefined) return typeError('string argument without an encoding');
      return encode(
        rt,
        inner,
        ...codecArguments('bytes', encoding, errors === undefined ? 'strict' : errors),
      );
    }
    if (source === undefined) return new PyBytes(new Uint8Array(0));
    if (typeof inner === 'string') return typeError('string argument without an encoding');
    if (inner instanceof PyBytes) return inner;
    const own = findSpecial(source, '__bytes__');
    if (own !== undefined) {
      const made = callSpecial(rt, own, source);
      if (made instanceof PyBytes) return made;
      return typeError(`__bytes__ returned non-bytes (type ${typeName(made)})`);
    }
    if (asIndex(rt, source) !== undefined) {
      const size = requireSize(rt, source);
      if (size < 0) valueError('negative count');
      rt.charge(size);
      return new PyBytes(new Uint8Array(size));
    }
    return new PyBytes(bytesOf(rt, source, (value) => `cannot convert '${typeName(value)}' object to bytes`));
  },
);

/** The bytes a value must be, as a text. */
function requireBytes(value: Value): string {
  const inner = unbox(value);
  if (inner instanceof PyBytes) return bytesText(inner.data);
  return typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** The bytes or the one byte to search for. */
function needleOf(rt: Runtime, value: Value): string {
  const inner = unbox(value);
  if (inner instanceof PyBytes) return bytesText(inner.data);
  const byte = asIndex(rt, value);
  if (byte === undefined)
    return typeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);
  if (byte < 0 || byte > 255) valueError('byte must be in range(0, 256)');
  return String.fromCharCode(Number(byte));
}

type Result = (at: number) => number;
const foundAt: Result = (at) => (at < 0 ? valueError('subsection not found') : at);

for (const [name, last, result] of [
  ['find', false, (at) => at],
  ['rfind', true, (at) => at],
  ['index', false, foundAt],
  ['rindex', true, foundAt],
] as readonly [string, boolean, Result][])
  method(
    bytesClass,
    `${name}(sub, start?, end?, /)`,
    (rt, self: PyBytes, sub: Value, start: Optional, end: Optional) => {
      const [from, to] = bounds(rt, start, end, self.data.length);
      return result(findText(bytesText(self.data), needleOf(rt, sub), from, to, last));
    },
    'tuple',
  );

method(
  bytesClass,
  'count(sub, start?, end?, /)',
  (rt, self: PyBytes, sub: Value, start: Optional, end: Optional) => {
    const [from, to] = bounds(rt, start, end, self.data.length);
    return from > to ? 0 : countText(bytesText(self.data.slice(from, to)), needleOf(rt, sub));
  },
  'tuple',
);

for (const name of ['startswith', 'endswith'] as const)
  method(
    bytesClass,
    `${name}(prefix, start?, end?, /)`,
    (rt, self: PyBytes, affix: Value, start: Optional, end: Optional) => {
      const [from, to] = bounds(rt, start, end, self.data.length);
      const part = bytesText(self.data.slice(from, to));
      const touches = (text: string): boolean =>
        from <= to && (name === 'startswith' ? part.startsWith(text) : part.endsWith(text));
      if (affix instanceof PyTuple) return affix.items.some((each) => touches(requireBytes(each)));
      if (!(unbox(affix) instanceof PyBytes))
        return typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(affix)}`);
      return touches(requireBytes(affix));
    },
    'tuple',
  );

method(
  bytesClass,
  'replace(old, new, count=-1, /)',
  (rt, self: PyBytes, old: Value, by: Value, count: Value) => {
    const [from, to] = [requireBytes(old), requireBytes(by)];
    rt.charge((self.data.length + 1) * (to.length + 1));
    return latin1Bytes(replaceText(bytesText(self.data), from, to, requireSize(rt, count)));
  },
);

const isSpaceByte = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
const toBytesList = (parts: string[]): PyList => new PyList(parts.map(latin1Bytes));

function splitBytes(fromRight: boolean) {
  return (rt: Runtime, self: PyBytes, sep: Value, maxsplit: Value): Value => {
    const text = bytesText(self.data);
    const max = requireSize(rt, maxsplit);
    rt.charge(text.length);
    if (sep === null)
      return toBytesList((fromRight ? splitSpaceFromRight : splitSpace)(text, max, isSpaceByte));
    const separator = requireBytes(sep);
    if (separator === '') valueError('empty separator');
    return toBytesList((fromRight ? splitTextFromRight : splitText)(text, separator, max));
  };
}
method(bytesClass, 'split(sep=None, maxsplit=-1)', splitBytes(false));
method(bytesClass, 'rsplit(sep=None, maxsplit=-1)', splitBytes(true));
method(bytesClass, 'splitlines(keepends=False)', (rt, self: PyBytes, keepends: Value) =>
  toBytesList(splitLines(bytesText(self.data), /\r\n|[\n\r]/g, requireCInt(rt, keepends) !== 0)),
);

for (const [name, left, right] of [
  ['strip', true, true],
  ['lstrip', true, false],
  ['rstrip', false, true],
] as const)
  method(bytesClass, `${name}(bytes=None, /)`, (_rt, self: PyBytes, chars: Value) => {
    const set = chars === null ? null : requireBytes(chars);
    const strips = (char: string): boolean =>
      set === null ? isSpaceByte(char.charCodeAt(0)) : set.includes(char);
    const [from, to] = stripBounds(bytesText(self.data), strips, left, right);
    return new PyBytes(self.data.slice(from, to));
  });

method(bytesClass, 'join(iterable_of_bytes, /)', (rt, self: PyBytes, iterable: Value) => {
  if (findSpecial(iterable, '__iter__') === undefined) typeError('can only join an iterable');
  const parts = toArray(rt, iterable).map((item, i) => {
    const inner = unbox(item);
    if (inner instanceof PyBytes) return bytesText(inner.data);
    return typeError(`sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`);
  });
  rt.charge(parts.reduce((sum, part) => sum + part.length + self.data.length, 0));
  return latin1Bytes(parts.join(bytesText(self.data)));
});

for (const [name, map] of [
  ['lower', (text: string) => text.replace(/[A-Z]/g, (c) => c.toLowerCase())],
  ['upper', (text: string) => text.replace(/[a-z]/g, (c) => c.toUpperCase())],
  [
    'swapcase',
    (text: string) => text.replace(/[A-Za-z]/g, (c) => (c < 'a' ? c.toLowerCase() : c.toUpperCase())),
  ],
] as const)
  method(bytesClass, `${name}()`, (rt, self: PyBytes) => {
    rt.charge(self.data.length);
    return latin1Bytes(map(bytesText(self.data)));
  });

for (const [name, pattern] of [
  ['isalpha', /^[A-Za-z]+$/],
  ['isalnum', /^[A-Za-z0-9]+$/],
  ['isdigit', /^[0-9]+$/],
  ['isspace', /^[\t-\r ]+$/],

  ['isascii', /^[\0-\x7f]*$/],
] as const)
  method(bytesClass, `${name}()`, (_rt, self: PyBytes) => pattern.test(bytesText(self.data)));

method(
  bytesClass,
  "decode(encoding='utf-8', errors='strict')",
  (rt, self: PyBytes, encoding: Value, errors: Value) =>
    decode(rt, self, ...codecArguments('decode', encoding, errors)),
);

method(bytesClass, 'hex(sep?, bytes_per_sep=1)', (rt, self: PyBytes, sep: Optional, perSep: Value) => {
  rt.charge(self.data.length);
  const digits = Array.from(self.data, (byte) => byte.toString(16).padStart(2, '0'));
  const size = Number(requireIndex(rt, perSep));
  if (sep === undefined) return digits.join('');
  const separator =
    unbox(sep) instanceof PyBytes ? requireBytes(sep) : requireText(sep, 'sep must be str or bytes, not ');
  if (separator.length !== 1) valueError('sep must be length 1.');
  if (size === 0) return digits.join('');
  const groups: string[] = [];
  const step = Math.abs(size);
  const offset = size > 0 ? digits.length % step : 0;
  if (offset > 0) groups.push(digits.slice(0, offset).join(''));
  for (let i = offset; i < digits.length; i += step) groups.push(digits.slice(i, i + step).join(''));
  return groups.join(separator);
});

classMethod(bytesClass, 'fromhex(string, /)', (rt, cls: PyClass, string: Value) => {
  const text = textArgument(string, 'fromhex() argument');
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    if (isSpaceByte(text.charCodeAt(at))) {
      at++;
      continue;
    }
    for (let i = at; i < at + 2; i++)
      if (!/^[0-9a-fA-F]$/.test(text[i] ?? ''))
        valueError(`non-hexadecimal number found in fromhex() arg at position ${i}`);
    bytes.push(parseInt(text.slice(at, at + 2), 16));
    at += 2;
  }
  const result = new PyBytes(Uint8Array.from(bytes));
  return cls === bytesClass ? result : rt.call(cls, [result]);
});
