// The methods of bytes that pad, take apart, change case and translate: those of texts, for ASCII alone.
// https://docs.python.org/3.11/library/stdtypes.html#bytes-methods
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { bytesClass } from '../values/builtin-classes.ts';
import { bytesText, latin1Bytes, PyBytes } from '../values/bytes.ts';
import { typeError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { method, staticMethod } from './declare.ts';

function requireBytes(value: Value): string {
  if (value instanceof PyBytes) return bytesText(value.data);
  return typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}

/** Declares a method by what it does to the text of one character a byte. */
function layout(signature: string, code: (rt: Runtime, text: string, ...args: Value[]) => string): void {
  method(bytesClass, signature, (rt: Runtime, self: PyBytes, ...args: never[]) => {
    rt.charge(self.data.length);
    return latin1Bytes(code(rt, bytesText(self.data), ...(args as Value[])));
  });
}

const isLetter = (char: string): boolean => /[a-zA-Z]/.test(char);
const lower = (text: string): string => text.replace(/[A-Z]/g, (char) => char.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]/g, (char) => char.toUpperCase());

layout('capitalize()', (_rt, text) => upper(text.slice(0, 1)) + lower(text.slice(1)));
layout('title()', (_rt, text) =>
  [...text].map((char, i) => (i > 0 && isLetter(text[i - 1]) ? lower(char) : upper(char))).join(''),
);
layout('expandtabs(tabsize=8)', (rt, text, tabsize) => {
  const size = requireSize(rt, tabsize);
  let column = 0;
  let out = '';
  for (const char of text) {
    if (char === '\t') {
      const gap = size > 0 ? size - (column % size) : 0;
      out += ' '.repeat(gap);
      column += gap;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  rt.charge(out.length);
  return out;
});

function fillByte(name: string, fill: Value): string {
  if (fill instanceof PyBytes && fill.data.length === 1) return bytesText(fill.data);
  return typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(fill)}`);
}

/** `side` says how much of `gap` goes before the text. */
function padded(name: string, side: (gap: number, width: number) => number): void {
  layout(`${name}(width, fillchar?, /)`, (rt, text, given, fill) => {
    const width = requireSize(rt, given);
    const char = fill === undefined ? ' ' : fillByte(name, fill);
    const gap = Math.max(0, width - text.length);
    rt.charge(gap);
    const before = side(gap, width);
    return char.repeat(before) + text + char.repeat(gap - before);
  });
}
padded('ljust', () => 0);
padded('rjust', (gap) => gap);
padded('center', (gap, width) => (gap >> 1) + (gap & width & 1));

layout('zfill(width, /)', (rt, text, given) => {
  const gap = Math.max(0, requireSize(rt, given) - text.length);
  rt.charge(gap);
  const sign = /^[+-]/.test(text) ? text[0] : '';
  return sign + '0'.repeat(gap) + text.slice(sign.length);
});
layout('removeprefix(prefix, /)', (_rt, text, given) => {
  const prefix = requireBytes(given);
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
});
layout('removesuffix(suffix, /)', (_rt, text, given) => {
  const suffix = requireBytes(given);
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text;
});

for (const [name, wanted, other] of [
  ['islower', /[a-z]/, /[A-Z]/],
  ['isupper', /[A-Z]/, /[a-z]/],
] as const)
  method(bytesClass, `${name}()`, (_rt: Runtime, self: PyBytes) => {
    const text = bytesText(self.data);
    return wanted.test(text) && !other.test(text);
  });
method(bytesClass, 'istitle()', (_rt: Runtime, self: PyBytes) => {
  const text = bytesText(self.data);
  return (
    /[a-zA-Z]/.test(text) &&
    [...text].every((char, i) => !isLetter(char) || /[A-Z]/.test(char) !== (i > 0 && isLetter(text[i - 1])))
  );
});

const made = (text: string): PyBytes => latin1Bytes(text);
for (const name of ['partition', 'rpartition'] as const)
  method(bytesClass, `${name}(sep, /)`, (_rt: Runtime, self: PyBytes, given: Value) => {
    const separator = requireBytes(given);
    if (separator === '') valueError('empty separator');
    const text = bytesText(self.data);
    const at = name === 'partition' ? text.indexOf(separator) : text.lastIndexOf(separator);
    if (at < 0)
      return new PyTuple(name === 'partition' ? [self, made(''), made('')] : [made(''), made(''), self]);
    return new PyTuple([made(text.slice(0, at)), made(separator), made(text.slice(at + separator.length))]);
  });

staticMethod(bytesClass, 'maketrans(frm, to, /)', (_rt: Runtime, from: Value, to: Value) => {
  const [keys, values] = [requireBytes(from), requireBytes(to)];
  if (keys.length !== values.length) valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < keys.length; i++) table[keys.charCodeAt(i)] = values.charCodeAt(i);
  return new PyBytes(table);
});
method(
  bytesClass,
  'translate(table, /, delete?)',
  (rt: Runtime, self: PyBytes, table: Value, deleted?: Value) => {
    const map = table === null ? null : requireBytes(table);
    if (map !== null && map.length !== 256) valueError('translation table must be 256 characters long');
    const gone = deleted === undefined ? '' : requireBytes(deleted);
    rt.charge(self.data.length);
    const kept = [...bytesText(self.data)].filter((char) => !gone.includes(char));
    return made(kept.map((char) => (map === null ? char : map[char.charCodeAt(0)])).join(''));
  },
);
