// ln x as glibc computes it: near 1 to the last bit, by the polynomial of Nagy's "Optimized Routines" (2018);
// elsewhere the exact value rounded once, refused where glibc's table could decide otherwise.
import type { Runtime } from '../runtime.ts';
import { divide, fromNumber, LN2, logarithm } from './double-double.ts';
import { fma } from './fused.ts';
import { roundOnce } from './rounding.ts';

/** (ln(1 + r) − r + r²/2) / r³ for 1 + r in [LOW, HIGH): published coefficients. */
const B = [
  0.3333333333333352, -0.24999999999998432, 0.19999999999320328, -0.16666666669929706, 0.14285715076560979,
  -0.12499997863982555, 0.11110712032936046, -0.10000486757818193, 0.09181994006195467, -0.08328363062289341,
];
const LOW = 1 - 2 ** -4;
const HIGH = 1.064697265625;
/** Adding and subtracting r · 2^27 leaves its upper half. */
const HALVES = 2 ** 27;

function nearOne(x: number): number {
  const r = x - 1;
  const square = r * r;
  const cube = r * square;
  const outer = fma(cube, B[9], fma(square, B[8], fma(r, B[7], B[6])));
  const middle = fma(cube, outer, fma(square, B[5], fma(r, B[4], B[3])));
  const inner = fma(cube, middle, fma(square, B[2], fma(r, B[1], B[0])));
  const upper = r + r * HALVES - r * HALVES;
  const lower = r - upper;
  const half = upper * upper * -0.5;
  const high = r + half;
  const low = fma(-0.5 * lower, upper + r, r - high + half);
  return fma(cube, inner, low) + high;
}

/** How far glibc's log may stray, in units of the last place: its table's error counts more the smaller the result. */
function margin(result: number): number {
  return Math.max(0.002, 0.0018 / Math.abs(result));
}

/** C's log of a positive float. */
export function log(rt: Runtime, x: number): number {
  if (x === 1 || x === Infinity) return x === 1 ? 0 : x;
  if (x >= LOW && x < HIGH) return nearOne(x);
  const exact = logarithm(fromNumber(x));
  return roundOnce(rt, exact, 0, margin(exact.hi), 'log');
}

/** C's log2 of a positive float. glibc claims 0.547 units. */
export function log2(rt: Runtime, x: number): number {
  if (x === Infinity) return x;
  const exponent = Math.round(Math.log2(x));
  if (2 ** exponent === x) return exponent;
  return roundOnce(rt, divide(logarithm(fromNumber(x)), LN2), 0, Math.abs(x - 1) < 0.1 ? 0.05 : 0.02, 'log2');
}

/** C's log10 of a positive float, by glibc's formula (Sun Microsystems, 1993) over log. */
export function log10(rt: Runtime, x: number): number {
  if (x === Infinity) return x;
  let exponent = 0;
  let scaled = x;
  if (scaled < 2 ** -1022) {
    scaled *= 2 ** 54;
    exponent = -54;
  }
  const power = binaryExponent(scaled);
  exponent += power;
  const shift = exponent < 0 ? 1 : 0;
  const mantissa = scaled * 2 ** -power * (shift === 1 ? 0.5 : 1);
  const y = exponent + shift;
  const z = y * 3.694239077158931e-13 + 0.4342944819032518 * log(rt, mantissa);
  return z + y * 0.30102999566361177;
}

/** ⌊log₂ x⌋ of a normal float. */
function binaryExponent(x: number): number {
  const guess = Math.floor(Math.log2(x));
  if (2 ** guess > x) return guess - 1;
  return x / 2 ** guess >= 2 ? guess + 1 : guess;
}
