// Where ints meet floats: exact conversion both ways, true division and comparison. Everything is decided on
// exact values; the only rounding is the one the language asks for, half to even.
// https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex
import { raise, valueError } from './errors.ts';
import { bitLength, normalizeInt, type Int } from './int.ts';

/**
 * numerator / denominator, both positive, correctly rounded (half to even, subnormals included);
 * Infinity when it is too large for a float.
 */
export function ratioToFloat(numerator: bigint, denominator: bigint): number {
  // A quotient of at least 55 bits: 53 that count, one to round by, and a sticky bit below.
  let shift = 55 + bitLength(denominator) - bitLength(numerator);
  // Subnormals keep fewer bits: nothing below 2^-1075 may be told apart from the sticky bit.
  shift = Math.min(shift, 1075 + 1);
  const scaled = shift >= 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift >= 0 ? denominator : denominator << BigInt(-shift);
  let quotient = scaled / divisor;
  if (scaled % divisor !== 0n) quotient |= 1n;
  return scaleRounded(quotient, -shift);
}

/** quotient · 2^exponent rounded once; the quotient's last bit may stand for a discarded rest. */
function scaleRounded(quotient: bigint, exponent: number): number {
  const excess = Math.max(bitLength(quotient) - 53, -1074 - exponent, 0);
  if (excess > 0) {
    const half = 1n << BigInt(excess - 1);
    const rest = quotient & ((half << 1n) - 1n);
    quotient >>= BigInt(excess);
    if (rest > half || (rest === half && (quotient & 1n) === 1n)) quotient += 1n;
    exponent += excess;
  }
  // Exact in two steps: the first factor keeps the product normal whenever the result is.
  const whole = Number(quotient);
  if (exponent > 971) return Infinity;
  return exponent >= -1000 ? whole * 2 ** exponent : whole * 2 ** -1000 * 2 ** (exponent + 1000);
}

/** `float(value)` or Infinity: half to even. */
function nearestFloat(value: bigint): number {
  // Number() of a bigint rounds half to even (ECMA-262, "Number::from mathematical value").
  return Number(value);
}

/** `float(value)`. @throws OverflowError */
export function intToFloat(value: Int): number {
  if (typeof value === 'number') return value;
  const float = nearestFloat(value);
  if (!Number.isFinite(float)) raise('OverflowError', 'int too large to convert to float');
  return float;
}

/** `a / b` for ints. @throws ZeroDivisionError, OverflowError */
export function trueDivide(a: Int, b: Int): number {
  if (b === 0) raise('ZeroDivisionError', 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const negative = a < 0 !== b < 0;
  if (a === 0) return negative ? -0 : 0;
  const [x, y] = [BigInt(a), BigInt(b)];
  const magnitude = ratioToFloat(x < 0n ? -x : x, y < 0n ? -y : y);
  if (!Number.isFinite(magnitude)) raise('OverflowError', 'integer division result too large for a float');
  return negative ? -magnitude : magnitude;
}

/** −1, 0 or 1 as the exact int is below, equal to or above the float; NaN for a NaN. */
export function compareIntFloat(a: Int, b: number): number {
  if (typeof a === 'number' || Number.isNaN(b)) return Math.sign(Number(a) - b);
  if (!Number.isFinite(b)) return b > 0 ? -1 : 1;
  // JavaScript compares a bigint with a number by mathematical value.
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An integral float as an int. @throws OverflowError, ValueError for infinities and NaN */
export function floatToInt(value: number): Int {
  if (Number.isSafeInteger(value)) return value + 0;
  if (Number.isNaN(value)) valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) raise('OverflowError', 'cannot convert float infinity to integer');
  return normalizeInt(BigInt(Math.trunc(value)));
}

const bits = new DataView(new ArrayBuffer(8));

/** A finite float as `mantissa · 2^exponent`, exactly, mantissa a safe integer with the float's sign. */
export function decompose(value: number): { mantissa: number; exponent: number } {
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const low = bits.getUint32(4);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff) * 0x100000000 + low;
  const magnitude = biased === 0 ? fraction : fraction + 2 ** 52;
  return {
    mantissa: value < 0 ? -magnitude : magnitude,
    exponent: biased === 0 ? -1074 : biased - 1075,
  };
}

/** `value.as_integer_ratio()` of a finite float: in lowest terms, denominator positive. */
export function floatRatio(value: number): [Int, Int] {
  let { mantissa, exponent } = decompose(value);
  if (mantissa === 0) return [0, 1];
  while (mantissa % 2 === 0 && exponent < 0) {
    mantissa /= 2;
    exponent++;
  }
  if (exponent >= 0) return [normalizeInt(BigInt(mantissa) << BigInt(exponent)), 1];
  return [mantissa, normalizeInt(1n << BigInt(-exponent))];
}
