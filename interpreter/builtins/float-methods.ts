// The class float: calling it, and its methods.
// https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-float
import { requireIndex } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { floatClass } from '../values/builtin-classes.ts';
import { bytesRepr, bytesText, PyBytes } from '../values/bytes.ts';
import type { PyClass } from '../values/class.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { floatFromHex, floatHex, roundToDecimals, roundToInt } from '../values/float.ts';
import { formatNative } from '../values/format.ts';
import { floatRatio, floatToInt } from '../values/int-float.ts';
import { convertToFloat } from '../values/number-coerce.ts';
import { parseFloatText } from '../values/number-parse.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { classMethod, constructor, method, nativeProperty } from './declare.ts';
import { asText, textArgument } from './text-args.ts';

constructor(floatClass, 'float(x=0, /)', (rt, _cls: PyClass, x: Value) => {
  const inner = unbox(x);
  if (typeof inner === 'string') return new PyFloat(parseFloatText(inner));
  if (inner instanceof PyBytes)
    return new PyFloat(parseFloatText(bytesText(inner.data), bytesRepr(inner.data)));
  const value = convertToFloat(rt, x);
  if (value === undefined)
    return typeError(`float() argument must be a string or a real number, not '${typeName(x)}'`);
  return inner instanceof PyFloat && inner === x ? inner : new PyFloat(value);
});

method(floatClass, 'is_integer()', (_rt, self: PyFloat) => Number.isInteger(self.value));
method(floatClass, 'conjugate()', (_rt, self: PyFloat) => self);
method(floatClass, 'hex()', (_rt, self: PyFloat) => floatHex(self.value));
method(floatClass, 'as_integer_ratio()', (_rt, self: PyFloat) => {
  if (Number.isNaN(self.value)) valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(self.value)) raise('OverflowError', 'cannot convert Infinity to integer ratio');
  return new PyTuple(floatRatio(self.value));
});

method(floatClass, '__int__()', (_rt, self: PyFloat) => floatToInt(Math.trunc(self.value)));
method(floatClass, '__trunc__()', (_rt, self: PyFloat) => floatToInt(Math.trunc(self.value)));
method(floatClass, '__floor__()', (_rt, self: PyFloat) => floatToInt(Math.floor(self.value)));
method(floatClass, '__ceil__()', (_rt, self: PyFloat) => floatToInt(Math.ceil(self.value)));
method(floatClass, '__float__()', (_rt, self: PyFloat) => self);
method(floatClass, '__round__(ndigits=None, /)', (rt, self: PyFloat, ndigits: Value) =>
  ndigits === null
    ? roundToInt(self.value)
    : new PyFloat(roundToDecimals(self.value, requireIndex(rt, ndigits))),
);
method(floatClass, '__format__(format_spec, /)', (rt, self: PyFloat, spec: Value) =>
  formatNative(rt, self, textArgument(spec, '__format__() argument')),
);

nativeProperty(floatClass, 'real', (_rt, self: Value) => unbox(self));
nativeProperty(floatClass, 'imag', () => new PyFloat(0));

classMethod(floatClass, 'fromhex(string, /)', (rt, cls: PyClass, string: Value) => {
  const text = asText(string);
  if (text === undefined) return typeError('bad argument type for built-in operation');
  const value = new PyFloat(floatFromHex(text));
  return cls === floatClass ? value : rt.call(cls, [value]);
});
