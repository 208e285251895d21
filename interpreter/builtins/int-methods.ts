// The class int: calling it, and its methods. bool inherits them.
// https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-integer-types
import type { Runtime } from '../runtime.ts';
import { requireIndex, requireSize } from '../values/as-index.ts';
import { unbox } from '../values/boxed.ts';
import { intClass } from '../values/builtin-classes.ts';
import { bytesRepr, bytesText, PyBytes } from '../values/bytes.ts';
import type { PyClass } from '../values/class.ts';
import { divideHalfEven } from '../values/decimal-digits.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { formatNative } from '../values/format.ts';
import { intToFloat } from '../values/int-float.ts';
import { bitCount, bitLength, limbs, normalizeInt, type Int } from '../values/int.ts';
import { power } from '../values/int-power.ts';
import { truncateToInt } from '../values/number-coerce.ts';
import { parseInteger } from '../values/number-parse.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { truth } from '../values/truth.ts';
import { PyTuple } from '../values/tuple.ts';
import { typeName } from '../values/type-of.ts';
import { bytesOf } from './bytes-of.ts';
import { classMethod, constructor, method, nativeProperty } from './declare.ts';
import { textArgument } from './text-args.ts';

type Integral = Int | boolean;

const plain = (self: Integral): Int => (typeof self === 'boolean' ? Number(self) : self);

/** A text or bytes as `int()` reads them; undefined for other values. */
function literal(rt: Runtime, value: Value, base: number): Int | undefined {
  const inner = unbox(value);
  if (typeof inner === 'string') return parseInteger(rt, inner, base);
  if (inner instanceof PyBytes) return parseInteger(rt, bytesText(inner.data), base, bytesRepr(inner.data));
  return undefined;
}

constructor(
  intClass,
  'int(x?, /, base?)',
  (rt, _cls: PyClass, x: Value | undefined, base: Value | undefined) => {
    if (x === undefined) return base === undefined ? 0 : typeError('int() missing string argument');
    if (base !== undefined) {
      const radix = requireIndex(rt, base);
      if (radix !== 0 && (radix < 2 || radix > 36)) valueError('int() base must be >= 2 and <= 36, or 0');
      return literal(rt, x, Number(radix)) ?? typeError("int() can't convert non-string with explicit base");
    }
    return (
      truncateToInt(rt, x) ??
      literal(rt, x, 10) ??
      typeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(x)}'`)
    );
  },
);

method(intClass, 'bit_length()', (_rt, self: Integral) => bitLength(plain(self)));
method(intClass, 'bit_count()', (_rt, self: Integral) => bitCount(plain(self)));
method(intClass, 'conjugate()', (_rt, self: Integral) => plain(self));
method(intClass, 'as_integer_ratio()', (_rt, self: Integral) => new PyTuple([plain(self), 1]));
method(intClass, '__float__()', (_rt, self: Integral) => new PyFloat(intToFloat(plain(self))));
method(intClass, '__format__(format_spec, /)', (rt, self: Integral, spec: Value) =>
  formatNative(rt, self, textArgument(spec, '__format__() argument')),
);

for (const [name, value] of [
  ['real', plain],
  ['numerator', plain],
  ['imag', () => 0],
  ['denominator', () => 1],
] as const)
  nativeProperty(intClass, name, (_rt, self: Value) => value(unbox(self) as Integral));

/** `round(value, digits)`: half to even, digits before the point. */
export function roundInt(rt: Runtime, value: Int, digits: Int): Int {
  if (digits >= 0) return value;
  if (digits < -1e6) return BigInt(value) === 0n ? 0 : tinyBeside(rt, value, digits);
  const unit = BigInt(power(rt, 10, Number(-digits)));
  const magnitude = BigInt(value < 0 ? -value : value);
  const rounded = divideHalfEven(magnitude, unit) * unit;
  return normalizeInt(value < 0 ? -rounded : rounded);
}

/** The power of ten would be enormous: pay for it, unless the run cannot. */
function tinyBeside(rt: Runtime, value: Int, digits: Int): Int {
  rt.charge(Number(-digits) / 2);
  return limbs(value) * 20 < -Number(digits) ? 0 : value;
}

method(intClass, '__round__(ndigits?, /)', (rt, self: Integral, ndigits: Value | undefined) =>
  ndigits === undefined ? plain(self) : roundInt(rt, plain(self), requireIndex(rt, ndigits)),
);

function isLittle(byteorder: Value, name: string): boolean {
  const order = textArgument(byteorder, `${name}() argument 'byteorder'`);
  if (order !== 'little' && order !== 'big') valueError("byteorder must be either 'little' or 'big'");
  return order === 'little';
}

method(
  intClass,
  "to_bytes(length=1, byteorder='big', *, signed=False)",
  (rt, self: Integral, length: Value, byteorder: Value, signed: Value) => {
    const size = requireSize(rt, length);
    const little = isLittle(byteorder, 'to_bytes');
    const twos = truth(rt, signed);
    if (size < 0) valueError('length argument must be non-negative');
    const value = BigInt(self);
    if (value < 0n && !twos) raise('OverflowError', "can't convert negative int to unsigned");
    rt.charge(size);
    const fits = twos ? BigInt.asIntN(size * 8, value) === value : BigInt.asUintN(size * 8, value) === value;
    if (!fits) raise('OverflowError', 'int too big to convert');
    const bytes = new Uint8Array(size);
    const digits = BigInt.asUintN(size * 8, value)
      .toString(16)
      .padStart(size * 2, '0');
    for (let i = 0; i < size; i++)
      bytes[little ? size - 1 - i : i] = parseInt(digits.slice(2 * i, 2 * i + 2), 16);
    return new PyBytes(bytes);
  },
);

classMethod(
  intClass,
  "from_bytes(bytes, byteorder='big', *, signed=False)",
  (rt, cls: PyClass, bytes: Value, byteorder: Value, signed: Value) => {
    const little = isLittle(byteorder, 'from_bytes');
    const data = bytesOf(rt, bytes, (value) => `cannot convert '${typeName(value)}' object to bytes`);
    rt.charge(data.length);
    const digits = [...(little ? data.slice().reverse() : data)]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    const unsigned = BigInt(`0x0${digits}`);
    const value = normalizeInt(truth(rt, signed) ? BigInt.asIntN(data.length * 8, unsigned) : unsigned);
    return cls === intClass ? value : rt.call(cls, [value]);
  },
);
