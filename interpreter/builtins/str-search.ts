// Methods of str that look for texts in it, and replace them.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { strClass } from '../values/builtin-classes.ts';
import { typeError, valueError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { characterIndex, codePointCount, unitOffset } from '../values/str.ts';
import { countText, findText, replaceText } from '../values/text-search.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { method } from './declare.ts';
import { asText, bounds, requireText, textArgument } from './text-args.ts';

type Optional = Value | undefined;

/** The UTF-16 bounds of `text[start:end]`, or undefined when they cross. */
function unitBounds(rt: Runtime, text: string, start: Optional, end: Optional): [number, number] | undefined {
  if (start === undefined && end === undefined) return [0, text.length];
  const [from, to] = bounds(rt, start, end, codePointCount(text));
  return from > to ? undefined : [unitOffset(text, from), unitOffset(text, to)];
}

function find(rt: Runtime, text: string, sub: Value, start: Optional, end: Optional, last: boolean): number {
  const span = unitBounds(rt, text, start, end);
  const needle = requireText(sub);
  if (span === undefined) return -1;
  rt.charge((span[1] - span[0]) / 16);
  const at = findText(text, needle, span[0], span[1], last);
  return at < 0 ? -1 : characterIndex(text, at);
}

const found = (at: number): number => (at < 0 ? valueError('substring not found') : at);

method(
  strClass,
  'find(sub, start?, end?, /)',
  (rt, self: string, sub: Value, start: Optional, end: Optional) => find(rt, self, sub, start, end, false),
  'tuple',
);
method(
  strClass,
  'rfind(sub, start?, end?, /)',
  (rt, self: string, sub: Value, start: Optional, end: Optional) => find(rt, self, sub, start, end, true),
  'tuple',
);
method(
  strClass,
  'index(sub, start?, end?, /)',
  (rt, self: string, sub: Value, start: Optional, end: Optional) =>
    found(find(rt, self, sub, start, end, false)),
  'tuple',
);
method(
  strClass,
  'rindex(sub, start?, end?, /)',
  (rt, self: string, sub: Value, start: Optional, end: Optional) =>
    found(find(rt, self, sub, start, end, true)),
  'tuple',
);

method(
  strClass,
  'count(sub, start?, end?, /)',
  (rt, self: string, sub: Value, start: Optional, end: Optional) => {
    const span = unitBounds(rt, self, start, end);
    const needle = requireText(sub);
    if (span === undefined) return 0;
    rt.charge((span[1] - span[0]) / 8);
    return countText(self.slice(span[0], span[1]), needle);
  },
  'tuple',
);

/** startswith and endswith: one text or a tuple of them. */
function touches(name: string, matches: (part: string, affix: string) => boolean) {
  return (rt: Runtime, self: string, affix: Value, start: Optional, end: Optional): Value => {
    const span = unitBounds(rt, self, start, end);
    const part = span === undefined ? undefined : self.slice(span[0], span[1]);
    if (affix instanceof PyTuple)
      return affix.items.some((each) => {
        const text = requireText(each, `tuple for ${name} must only contain str, not `);
        return part !== undefined && matches(part, text);
      });
    const text = asText(affix);
    if (text === undefined)
      return typeError(`${name} first arg must be str or a tuple of str, not ${typeName(affix)}`);
    return part !== undefined && matches(part, text);
  };
}

method(
  strClass,
  'startswith(prefix, start?, end?, /)',
  touches('startswith', (part, prefix) => part.startsWith(prefix)),
  'tuple',
);
method(
  strClass,
  'endswith(suffix, start?, end?, /)',
  touches('endswith', (part, suffix) => part.endsWith(suffix)),
  'tuple',
);

method(strClass, 'removeprefix(prefix, /)', (_rt, self: string, prefix: Value) => {
  const text = textArgument(prefix, 'removeprefix() argument');
  return self.startsWith(text) ? self.slice(text.length) : self;
});
method(strClass, 'removesuffix(suffix, /)', (_rt, self: string, suffix: Value) => {
  const text = textArgument(suffix, 'removesuffix() argument');
  return text !== '' && self.endsWith(text) ? self.slice(0, -text.length) : self;
});

method(
  strClass,
  'replace(old, new, count=-1, /)',
  (rt, self: string, old: Value, by: Value, count: Value) => {
    const from = textArgument(old, 'replace() argument 1');
    const to = textArgument(by, 'replace() argument 2');
    const max = requireSize(rt, count);
    const occurrences = to.length > from.length ? countText(self, from) : 0;
    rt.charge(self.length / 8 + occurrences * (to.length - from.length));
    return replaceText(self, from, to, max);
  },
);

function parts(self: string, at: number, separator: string, otherwise: [string, string, string]): PyTuple {
  if (separator === '') valueError('empty separator');
  return new PyTuple(at < 0 ? otherwise : [self.slice(0, at), separator, self.slice(at + separator.length)]);
}

method(strClass, 'partition(sep, /)', (_rt, self: string, sep: Value) => {
  const separator = requireText(sep);
  return parts(self, self.indexOf(separator), separator, [self, '', '']);
});
method(strClass, 'rpartition(sep, /)', (_rt, self: string, sep: Value) => {
  const separator = requireText(sep);
  return parts(self, self.lastIndexOf(separator), separator, ['', '', self]);
});
