// e^x to the last bit as glibc computes it (2.28 and later, with fused multiply-add): the table-driven method of
// Szabolcs Nagy's "Optimized Routines" of 2018, whose published polynomial coefficients are used here. The tables are
// computed: they are the powers 2^(i/128), to twice the digits.
import { exponential, fromNumber, LN2, multiply, scale } from './double-double.ts';
import { fma } from './fused.ts';
import { roundOnce } from './rounding.ts';
import type { Runtime } from '../runtime.ts';

const SIZE = 128;

/** 2^(i/128) = POWERS[i] · (1 + TAILS[i]). */
const POWERS: number[] = [];
const TAILS: number[] = [];
for (let i = 0; i < SIZE; i++) {
  const { value, power } = exponential(multiply(LN2, fromNumber(i / SIZE)));
  const exact = scale(value, power);
  POWERS.push(exact.hi);
  TAILS.push(exact.lo / exact.hi);
}

/** 128 / ln 2, and −ln 2 / 128 in two pieces of which the first is short. */
const INVERSE_STEP = 184.6649652337873;
const STEP_HIGH = -0.005415212348111709;
const STEP_LOW = -1.2864023111638344e-14;
/** Adding and subtracting it rounds to an integer. */
const ROUNDER = 6755399441055744;
/** (e^r − 1 − r) / r² for |r| < ln 2 / 256. */
const C2 = 0.49999999999996786;
const C3 = 0.16666666666665886;
const C4 = 0.0416666808410674;
const C5 = 0.008333335853059549;

/** e^(x + tail) for |x| < 745, tail tiny: as `mantissa · 2^power`, the mantissa rounded as glibc rounds. */
export function exponentialPieces(x: number, tail: number): { mantissa: number; power: number } {
  const steps = fma(INVERSE_STEP, x, ROUNDER) - ROUNDER;
  const r = fma(steps, STEP_LOW, fma(steps, STEP_HIGH, x)) + tail;
  const index = ((steps % SIZE) + SIZE) % SIZE;
  const square = r * r;
  const near = fma(square, fma(r, C3, C2), TAILS[index] + r);
  const excess = fma(square * square, fma(r, C5, C4), near);
  const base = POWERS[index];
  // Far down glibc goes another way, where the compiler finds nothing to fuse.
  const mantissa = x < -512 ? base + base * excess : fma(base, excess, base);
  return { mantissa, power: (steps - index) / SIZE };
}

/** C's exp; Infinity when too large. Refused where a subnormal result is not certain. */
export function exp(rt: Runtime, x: number): number {
  if (Math.abs(x) < 2 ** -54) return 1 + x;
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (x < -708) {
    const { value, power } = exponential(fromNumber(x));
    return roundOnce(rt, value, power, 0.02, 'exp');
  }
  const { mantissa, power } = exponentialPieces(x, 0);
  const half = Math.trunc(power / 2);
  return mantissa * 2 ** half * 2 ** (power - half);
}
