// Hyperbolic functions and their inverses as glibc computes them before 2.39: fdlibm's formulas (Sun, 1993) over
// e^x − 1, ln(1 + x), e^x and ln x.
import type { Runtime } from '../runtime.ts';
import { exp } from './exponential.ts';
import { log } from './logarithm.ts';
import { expm1, log1p } from './near-one.ts';

/** From here on e^-x is nothing beside e^x. */
const LARGE = 22;
const OVERFLOWS = 709.782712893384;
const HUGE = 2 ** 28;
const TINY = 2 ** -28;

const withSign = (size: number, x: number): number => (x < 0 || Object.is(x, -0) ? -size : size);

/** ½ e^x for large x, by way of the square root where e^x overflows. */
function halfExponential(rt: Runtime, x: number, factor: number): number {
  if (x < OVERFLOWS) return factor * exp(rt, x);
  const root = exp(rt, 0.5 * x);
  return factor * root * root;
}

/** C's sinh. */
export function sinh(rt: Runtime, x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size < TINY) return x;
  const half = withSign(0.5, x);
  if (size >= LARGE) return halfExponential(rt, size, half);
  const t = expm1(size);
  return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

/** C's cosh. */
export function cosh(rt: Runtime, x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return size;
  if (size >= LARGE) return halfExponential(rt, size, 0.5);
  if (size < 0.5 * Math.LN2) {
    if (size < 2 ** -55) return 1;
    const t = expm1(size);
    return 1 + (t * t) / (1 + t + (1 + t));
  }
  const t = exp(rt, size);
  return 0.5 * t + 0.5 / t;
}

/** C's tanh. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size < 2 ** -55) return x;
  if (size >= LARGE) return withSign(1, x);
  const t = size >= 1 ? expm1(2 * size) : expm1(-2 * size);
  return withSign(size >= 1 ? 1 - 2 / (t + 2) : -t / (t + 2), x);
}

/** C's asinh. */
export function asinh(rt: Runtime, x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || size < TINY) return x;
  if (size > HUGE) return withSign(log(rt, size) + Math.LN2, x);
  if (size > 2) return withSign(log(rt, 2 * size + 1 / (Math.sqrt(x * x + 1) + size)), x);
  const t = x * x;
  return withSign(log1p(size + t / (1 + Math.sqrt(1 + t))), x);
}

/** C's acosh; NaN below 1. */
export function acosh(rt: Runtime, x: number): number {
  if (Number.isNaN(x) || x < 1) return NaN;
  if (x === Infinity || x === 1) return x === 1 ? 0 : x;
  if (x > HUGE) return log(rt, x) + Math.LN2;
  if (x > 2) return log(rt, 2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** C's atanh; NaN beyond ±1. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size > 1) return NaN;
  if (size === 1) return withSign(Infinity, x);
  if (size < TINY) return x;
  const twice = size + size;
  const half = size < 0.5 ? log1p(twice + (twice * size) / (1 - size)) : log1p(twice / (1 - size));
  return withSign(0.5 * half, x);
}
