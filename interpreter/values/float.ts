// Float arithmetic, rounding and text, on plain numbers (the box `PyFloat` is the callers' business).
// Powers are in `float-power.ts`. Follows CPython's Objects/floatobject.c case by case.
// https://docs.python.org/3.11/library/stdtypes.html#additional-methods-on-float
import { scaledInteger } from './decimal-digits.ts';
import { raise, valueError } from './errors.ts';
import { decompose, floatToInt } from './int-float.ts';
import type { Int } from './int.ts';

/** `repr(value)`: the shortest text that reads back; an exponent from 1e16 up and below 1e-4. */
export function floatRepr(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude < 1e16 && magnitude >= 1e-4) {
    const text = String(value);
    return Number.isInteger(value) ? text + '.0' : text;
  }
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const [mantissa, exponent] = value.toExponential().split('e');
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}

const zeroLike = (sign: number): number => (sign < 0 || Object.is(sign, -0) ? -0 : 0);

/** `a / b`. @throws ZeroDivisionError */
export function divide(a: number, b: number): number {
  if (b === 0) raise('ZeroDivisionError', 'float division by zero');
  return a / b;
}

/** `a % b` for b not 0: has the sign of b, zeros too. */
function remainder(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return zeroLike(b);
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** `a // b` for b not 0. */
function quotient(a: number, b: number): number {
  const rest = a % b;
  let exact = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0) exact -= 1;
  if (exact === 0) return zeroLike(a / b);
  const floor = Math.floor(exact);
  return exact - floor > 0.5 ? floor + 1 : floor;
}

/** `a // b`. @throws ZeroDivisionError */
export function floordiv(a: number, b: number): number {
  if (b === 0) raise('ZeroDivisionError', 'float floor division by zero');
  return quotient(a, b);
}

/** `a % b`. @throws ZeroDivisionError */
export function mod(a: number, b: number): number {
  if (b === 0) raise('ZeroDivisionError', 'float modulo');
  return remainder(a, b);
}

/** `divmod(a, b)`. @throws ZeroDivisionError */
export function divmod(a: number, b: number): [number, number] {
  if (b === 0) raise('ZeroDivisionError', 'float divmod()');
  return [quotient(a, b), remainder(a, b)];
}

/** `round(value)`: the nearest integer, half to even. @throws OverflowError, ValueError for infinities and NaN */
export function roundToInt(value: number): Int {
  const floor = Math.floor(value);
  const fraction = value - floor;
  if (fraction < 0.5) return floatToInt(floor);
  if (fraction > 0.5) return floatToInt(floor + 1);
  return floatToInt(fraction === 0.5 && floor % 2 !== 0 ? floor + 1 : floor);
}

/** `round(value, decimals)`: rounds the exact binary value, half to even. @throws OverflowError */
export function roundToDecimals(value: number, decimals: Int): number {
  if (!Number.isFinite(value) || value === 0 || decimals > 323) return value;
  if (decimals < -308) return 0 * value;
  const places = Number(decimals);
  const digits = scaledInteger(value, places).toString();
  const rounded = Number(`${digits}e${-places}`);
  if (!Number.isFinite(rounded)) raise('OverflowError', 'rounded value too large to represent');
  return value < 0 ? -rounded : rounded;
}

/** `value.hex()`. https://docs.python.org/3.11/library/stdtypes.html#float.hex */
export function floatHex(value: number): string {
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(Math.abs(value));
  const lead = mantissa >= 2 ** 52 ? 1 : 0;
  const fraction = (mantissa - lead * 2 ** 52).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const HEX_FLOAT = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/;
const NAMED = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** The value an `inf`, `infinity` or `nan` text stands for; undefined for other texts. */
export function namedFloat(text: string): number | undefined {
  const match = NAMED.exec(text);
  if (match === null) return undefined;
  if (match[2] === undefined) return NaN;
  return match[1] === '-' ? -Infinity : Infinity;
}

/** `float.fromhex(text)`. @throws ValueError, OverflowError */
export function floatFromHex(text: string): number {
  const trimmed = text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  const named = namedFloat(trimmed);
  if (named !== undefined) return named;
  const match = HEX_FLOAT.exec(trimmed);
  const [, sign, whole, fraction = '', power = '0'] = match ?? [];
  if (match === null || whole + fraction === '') valueError('invalid hexadecimal floating-point string');
  let digits = BigInt(`0x0${whole}${fraction}`);
  let exponent = Number(power) - 4 * fraction.length;
  if (digits === 0n) return sign === '-' ? -0 : 0;
  // Keep 53 bits, or what a subnormal has, rounding half to even.
  const bits = digits.toString(2).length;
  if (bits + exponent < -1080) return sign === '-' ? -0 : 0;
  if (bits + exponent > 1024) raise('OverflowError', 'hexadecimal value too large to represent as a float');
  const excess = Math.max(bits - 53, -1074 - exponent, 0);
  if (excess > 0) {
    const half = 1n << BigInt(excess - 1);
    const rest = digits & ((half << 1n) - 1n);
    digits >>= BigInt(excess);
    if (rest > half || (rest === half && (digits & 1n) === 1n)) digits += 1n;
    exponent += excess;
  }
  const top = Math.max(exponent, -1000);
  const magnitude = Number(digits) * 2 ** Math.min(top, 900) * 2 ** (exponent - Math.min(top, 900));
  if (!Number.isFinite(magnitude))
    raise('OverflowError', 'hexadecimal value too large to represent as a float');
  return sign === '-' ? -magnitude : magnitude;
}
