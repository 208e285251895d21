// Methods of str that cut it up and put it together, and that trim its edges.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { strClass } from '../values/builtin-classes.ts';
import { typeError, valueError } from '../values/errors.ts';
import { iterateOr, toArray } from '../values/iterate.ts';
import { PyList } from '../values/list.ts';
import { PyTuple } from '../values/tuple.ts';
import type { Value } from '../values/objects.ts';
import {
  splitLines,
  splitSpace,
  splitSpaceFromRight,
  splitText,
  splitTextFromRight,
  stripBounds,
} from '../values/text-search.ts';
import { typeName } from '../values/type-of.ts';
import { isSpace } from '../values/unicode.ts';
import { method } from './declare.ts';
import { asText, requireCInt, requireText } from './text-args.ts';

type Cut = (text: string, separator: string, max: number) => string[];
type CutSpace = (text: string, max: number, isSpace: (unit: number) => boolean) => string[];

function splitter(cut: Cut, cutSpace: CutSpace) {
  return (rt: Runtime, self: string, sep: Value, maxsplit: Value): Value => {
    const max = requireSize(rt, maxsplit);
    rt.charge(self.length / 4);
    if (sep === null) return new PyList(cutSpace(self, max, isSpace));
    const separator = requireText(sep, 'must be str or None, not ');
    if (separator === '') valueError('empty separator');
    return new PyList(cut(self, separator, max));
  };
}

method(strClass, 'split(sep=None, maxsplit=-1)', splitter(splitText, splitSpace));
method(strClass, 'rsplit(sep=None, maxsplit=-1)', splitter(splitTextFromRight, splitSpaceFromRight));

const LINE_ENDS = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/g;

method(strClass, 'splitlines(keepends=False)', (rt, self: string, keepends: Value) => {
  const keep = requireCInt(rt, keepends) !== 0;
  rt.charge(self.length / 4);
  return new PyList(splitLines(self, LINE_ENDS, keep));
});

method(strClass, 'join(iterable, /)', (rt, self: string, iterable: Value) => {
  const isListed = iterable instanceof PyList || iterable instanceof PyTuple;
  const items = toArray(rt, isListed ? iterable : iterateOr(rt, iterable, 'can only join an iterable'));
  let length = 0;
  const texts = items.map((item, i) => {
    const text = asText(item);
    if (text === undefined) typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
    length += text.length + self.length;
    return text;
  });
  rt.charge(length);
  return texts.join(self);
});

/** strip and its sisters. */
function stripper(name: string, left: boolean, right: boolean) {
  return (_rt: Runtime, self: string, chars: Value): Value => {
    let strips = (char: string): boolean => isSpace(char.codePointAt(0) as number);
    if (chars !== null) {
      const text = asText(chars);
      if (text === undefined) return typeError(`${name} arg must be None or str`);
      const set = new Set(text);
      strips = (char) => set.has(char);
    }
    return self.slice(...stripBounds(self, strips, left, right));
  };
}

method(strClass, 'strip(chars=None, /)', stripper('strip', true, true));
method(strClass, 'lstrip(chars=None, /)', stripper('lstrip', true, false));
method(strClass, 'rstrip(chars=None, /)', stripper('rstrip', false, true));
