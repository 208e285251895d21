// The class complex: calling it, and its methods. https://docs.python.org/3.11/library/functions.html#complex
import type { Runtime } from '../runtime.ts';
import { unbox } from '../values/boxed.ts';
import { complexClass } from '../values/builtin-classes.ts';
import type { PyClass } from '../values/class.ts';
import { PyInstance } from '../values/class.ts';
import { complexSize } from '../values/complex-arithmetic.ts';
import { formatComplex } from '../values/complex-format.ts';
import { PyComplex } from '../values/complex.ts';
import { typeError, valueError } from '../values/errors.ts';
import { convertToFloat } from '../values/number-coerce.ts';
import { parseFloatText } from '../values/number-parse.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { typeName } from '../values/type-of.ts';
import { constructor, method, nativeProperty } from './declare.ts';
import { textArgument } from './text-args.ts';

const FLOAT = String.raw`(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?|inf(?:inity)?|nan`;
/** `1`, `2j`, `1+2j`, `-j`: real part, sign and size of the imaginary part. */
const FORM = new RegExp(`^(?:([+-]?(?:${FLOAT}))(?:([+-])(${FLOAT})?j)?|([+-]?)(${FLOAT})?j)$`, 'i');

function parse(text: string): PyComplex {
  const trimmed = text.trim();
  const inner = /^\((.*)\)$/s.exec(trimmed)?.[1].trim() ?? trimmed;
  const match = FORM.exec(inner);
  if (match === null) return valueError('complex() arg is a malformed string');
  const [, real, sign, imag = '1', loneSign, lone = '1'] = match;
  if (real === undefined) return new PyComplex(0, parseFloatText(loneSign + lone));
  return new PyComplex(parseFloatText(real), sign === undefined ? 0 : parseFloatText(sign + imag));
}

/** The number that `__complex__` of an object gives. */
function converted(rt: Runtime, value: Value): Value {
  const own = value instanceof PyInstance ? findSpecial(value, '__complex__') : undefined;
  if (own === undefined) return unbox(value);
  const result = callSpecial(rt, own, value);
  return result instanceof PyComplex
    ? result
    : typeError(`__complex__ returned non-complex (type ${typeName(result)})`);
}

constructor(
  complexClass,
  'complex(real?, imag?)',
  (rt: Runtime, cls: PyClass, real: Value | undefined, imag: Value | undefined) => {
    if (imag === undefined && real instanceof PyComplex && real.cls === complexClass && cls === complexClass)
      return real;
    const first = real === undefined ? 0 : converted(rt, real);
    if (typeof first === 'string')
      return imag === undefined
        ? parse(first)
        : typeError("complex() can't take second arg if first is a string");
    if (imag !== undefined && typeof unbox(imag) === 'string')
      return typeError("complex() second arg can't be a string");
    const x = first instanceof PyComplex ? first : convertToFloat(rt, first);
    if (x === undefined)
      return typeError(
        `complex() first argument must be a string or a number, not '${typeName(real as Value)}'`,
      );
    const second = imag === undefined ? undefined : unbox(imag);
    const y =
      second === undefined || second instanceof PyComplex ? second : convertToFloat(rt, imag as Value);
    if (second !== undefined && y === undefined)
      return typeError(`complex() second argument must be a number, not '${typeName(imag as Value)}'`);
    // Each part may be complex itself: real + imag · i.
    const [re, turned] = x instanceof PyComplex ? [x.real, x.imag] : [x, undefined];
    if (y === undefined) return new PyComplex(re, turned ?? 0);
    if (y instanceof PyComplex)
      return new PyComplex(re - y.imag, turned === undefined ? y.real : y.real + turned);
    return new PyComplex(re, turned === undefined ? y : y + turned);
  },
);

method(complexClass, 'conjugate()', (_rt, self: PyComplex) => new PyComplex(self.real, -self.imag));
method(complexClass, '__abs__()', (_rt, self: PyComplex) => new PyFloat(complexSize(self)));
method(complexClass, '__complex__()', (_rt, self: PyComplex) => self);
method(complexClass, '__format__(format_spec, /)', (rt: Runtime, self: PyComplex, spec: Value) =>
  formatComplex(rt, self, textArgument(spec, '__format__() argument')),
);
nativeProperty(complexClass, 'real', (_rt, self: PyComplex) => new PyFloat(self.real));
nativeProperty(complexClass, 'imag', (_rt, self: PyComplex) => new PyFloat(self.imag));
