// Ints to texts: `str`, `bin`, `oct`, `hex` and digits in those bases.
// https://docs.python.org/3.11/library/stdtypes.html#integer-string-conversion-length-limitation
import { valueError } from './errors.ts';
import { bitLength, type Int } from './int.ts';
import { MAX_STR_DIGITS } from './number-parse.ts';
import type { Runtime } from '../runtime.ts';

/** Bits of the largest int with 4300 digits, and of the smallest with more. */
const LIMIT_BITS = Math.floor(MAX_STR_DIGITS * Math.log2(10)) + 1;

const FIRST_TOO_LONG = 10n ** BigInt(MAX_STR_DIGITS);

function tooLong(): never {
  return valueError(
    `Exceeds the limit (${MAX_STR_DIGITS} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
}

/** `str(value)`. @throws ValueError beyond 4300 digits */
export function intToStr(value: Int): string {
  if (typeof value === 'number') return String(value);
  const bits = bitLength(value);
  if (bits > LIMIT_BITS) tooLong();
  const text = value.toString();
  if (text.length - (value < 0n ? 1 : 0) > MAX_STR_DIGITS) tooLong();
  return text;
}

/** As `str(value)`; in hexadecimal, as `hex(value)`, what is too long for that. */
export function intDisplay(value: bigint): string {
  const magnitude = value < 0n ? -value : value;
  return magnitude < FIRST_TOO_LONG
    ? value.toString()
    : `${value < 0n ? '-' : ''}0x${magnitude.toString(16)}`;
}

/** The digits of |value| in base 2, 8 or 16, lower case. */
export function radixDigits(rt: Runtime, value: Int, base: 2 | 8 | 16): string {
  if (typeof value === 'bigint') rt.charge(bitLength(value) / Math.log2(base));
  return (value < 0 ? -value : value).toString(base);
}

/** `bin(value)`, `oct(value)` or `hex(value)`. */
export function intToRadix(rt: Runtime, value: Int, base: 2 | 8 | 16): string {
  const prefix = { 2: '0b', 8: '0o', 16: '0x' }[base];
  return (value < 0 ? '-' : '') + prefix + radixDigits(rt, value, base);
}
