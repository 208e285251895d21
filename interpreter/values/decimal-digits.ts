// The exact decimal digits of floats and their rounding, half to even on the exact value: under `round`,
// formatting and `%`. Works on numbers and digit strings only.
import { decompose } from './int-float.ts';

/** A value `0.d₁d₂d₃… · 10^point`, as David Gay's dtoa gives it. Zero is digits '0', point 1. */
export interface Digits {
  digits: string;
  /** Where the decimal point stands, counted from before the first digit. */
  point: number;
}

/** numerator / denominator (both > 0 or numerator 0) rounded to an integer, half to even. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/**
 * |value| · 10^decimals rounded to an integer, half to even; `decimals` may be negative.
 * @param value finite
 */
export function scaledInteger(value: number, decimals: number): bigint {
  const { mantissa, exponent } = decompose(Math.abs(value));
  let numerator = BigInt(mantissa);
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (decimals >= 0) numerator *= 10n ** BigInt(decimals);
  else denominator *= 10n ** BigInt(-decimals);
  return divideHalfEven(numerator, denominator);
}

/** |value| with exactly `decimals` ≥ 0 digits after the point, as '12.50' (no point for 0). */
export function fixedDigits(value: number, decimals: number): string {
  const digits = scaledInteger(value, decimals)
    .toString()
    .padStart(decimals + 1, '0');
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** |value| rounded to `count` ≥ 1 significant digits, trailing zeros kept. */
export function significantDigits(value: number, count: number): Digits {
  if (value === 0) return { digits: '0'.repeat(count), point: 1 };
  const magnitude = Math.abs(value);
  // JavaScript's own shortest form tells the exponent; rounding may push it up by one.
  const exponent = Number(magnitude.toExponential().split('e')[1]);
  const digits = scaledInteger(magnitude, count - 1 - exponent).toString();
  if (digits.length === count) return { digits, point: exponent + 1 };
  // 9.99 became 10.0, or the shortest form had rounded up itself.
  if (digits.length > count) return { digits: digits.slice(0, count), point: exponent + 2 };
  return { digits: scaledInteger(magnitude, count - exponent).toString(), point: exponent };
}

/** The fewest digits that read back as |value|; no trailing zeros. */
export function shortestDigits(value: number): Digits {
  const [mantissa, exponent] = Math.abs(value).toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: value === 0 ? 1 : Number(exponent) + 1 };
}
