// Methods of str that fill it up to a width.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import type { Runtime } from '../runtime.ts';
import { requireSize } from '../values/as-index.ts';
import { strClass } from '../values/builtin-classes.ts';
import { typeError } from '../values/errors.ts';
import type { Value } from '../values/objects.ts';
import { codePointCount } from '../values/str.ts';
import { typeName } from '../values/type-of.ts';
import { method } from './declare.ts';
import { asText, requireCInt } from './text-args.ts';

function fillCharacter(value: Value): string {
  const text = asText(value);
  if (text === undefined)
    return typeError(`The fill character must be a unicode character, not ${typeName(value)}`);
  if (codePointCount(text) !== 1) typeError('The fill character must be exactly one character long');
  return text;
}

/** A method `(width, fillchar)`; `left` says how much of the padding goes before the text. */
function padder(left: (padding: number, width: number) => number) {
  return (rt: Runtime, self: string, width: Value, fillchar: Value): Value => {
    const columns = requireSize(rt, width);
    const fill = fillCharacter(fillchar);
    const padding = columns - codePointCount(self);
    if (padding <= 0) return self;
    rt.charge(columns);
    const before = left(padding, columns);
    return fill.repeat(before) + self + fill.repeat(padding - before);
  };
}

// An odd space goes to the left when the width is odd, too.
const centered = (padding: number, width: number): number =>
  Math.floor(padding / 2) + (padding % 2 === 1 && width % 2 === 1 ? 1 : 0);

method(strClass, "center(width, fillchar=' ', /)", padder(centered));
method(
  strClass,
  "ljust(width, fillchar=' ', /)",
  padder(() => 0),
);
method(
  strClass,
  "rjust(width, fillchar=' ', /)",
  padder((padding) => padding),
);

method(strClass, 'zfill(width, /)', (rt, self: string, width: Value) => {
  const columns = requireSize(rt, width);
  const padding = columns - codePointCount(self);
  if (padding <= 0) return self;
  rt.charge(columns);
  const sign = /^[+-]/.test(self) ? self[0] : '';
  return sign + '0'.repeat(padding) + self.slice(sign.length);
});

method(strClass, 'expandtabs(tabsize=8)', (rt, self: string, tabsize: Value) => {
  const size = Math.max(0, requireCInt(rt, tabsize));
  rt.charge(self.length);
  let column = 0;
  let expanded = '';
  for (const char of self) {
    if (char === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      rt.charge(spaces);
      expanded += ' '.repeat(spaces);
      column += spaces;
    } else {
      expanded += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return expanded;
});
