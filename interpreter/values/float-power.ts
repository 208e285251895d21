// `x ** y` for floats: CPython's special cases, and powers as glibc computes them.
// https://docs.python.org/3.11/library/math.html#math.pow
import type { Runtime } from '../runtime.ts';
import { exactProduct, fromNumber, logarithm } from '../libm/double-double.ts';
import { exponentialPieces } from '../libm/exponential.ts';
import { fma } from '../libm/fused.ts';
import { raise } from './errors.ts';
import { decompose } from './int-float.ts';

/** |base| ** exponent exactly, when that is a float; undefined otherwise. */
function exactPower(base: number, exponent: number): number | undefined {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > 64) return undefined;
  let result = fromNumber(1);
  for (let i = 0; i < exponent; i++) {
    if (result.hi > 1e290 || result.hi < 1e-250) return undefined;
    const product = exactProduct(result.hi, base);
    if (product.lo !== 0) return undefined;
    result = product;
  }
  return Number.isFinite(result.hi) ? result.hi : undefined;
}

/** x^y for finite x > 0 and finite y; Infinity when too large. */
function positivePower(rt: Runtime, x: number, y: number): number {
  if (y === 1) return x;
  if (x === 1) return 1;
  const exact = exactPower(x, y);
  if (exact !== undefined) return exact;
  const { mantissa, exponent } = decompose(x);
  if (y === -1) return 1 / x;
  if (mantissa === 2 ** 52 && Number.isInteger(y)) return powerOfTwo((exponent + 52) * y);
  return inexactPower(rt, x, y);
}

/**
 * As glibc computes it, e^(y ln x) by the table of exp. Its logarithm has 68 good bits and ours more: where that
 * could decide, the run is refused.
 */
function inexactPower(rt: Runtime, x: number, y: number): number {
  const { hi, lo } = logarithm(fromNumber(x));
  const high = y * hi;
  const low = fma(y, lo, fma(y, hi, -high));
  if (high > 709.79) return Infinity;
  if (high < -745.2) return 0;
  if (Math.abs(high) < 2 ** -54) return 1 + high;
  const uncertain = Math.abs(high) * 2 ** -67;
  const [below, result, above] = [low - uncertain, low, low + uncertain].map((tail) =>
    exponentialPieces(high, tail),
  );
  const same = below.mantissa === result.mantissa && above.mantissa === result.mantissa;
  // A subnormal result is rounded a second time, in a way of glibc's own.
  if (!same || high < -708) rt.unsupported('** where the last digit depends on the C library');
  const half = Math.trunc(result.power / 2);
  return result.mantissa * 2 ** half * 2 ** (result.power - half);
}

function powerOfTwo(exponent: number): number {
  return exponent < -1074 ? 0 : 2 ** Math.min(exponent, 1024);
}

/**
 * `math.pow(x, y)` and `x ** y` without CPython's own errors: C's pow, for results that are real.
 * @returns NaN for a negative base and a fractional exponent
 */
export function libraryPower(rt: Runtime, x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const isOdd = Number.isInteger(y) && Math.abs(y % 2) === 1;
  const magnitude = Math.abs(x);
  const sign = (x < 0 || Object.is(x, -0)) && isOdd ? -1 : 1;
  if (!Number.isFinite(y)) {
    if (magnitude === 1) return 1;
    return magnitude > 1 === y > 0 ? Infinity : 0;
  }
  if (magnitude === 0 || magnitude === Infinity) return sign * ((magnitude === 0) === y > 0 ? 0 : Infinity);
  if (x < 0 && !Number.isInteger(y)) return NaN;
  return sign * positivePower(rt, magnitude, y);
}

/** `x ** y` for results that are real. @throws PyRaise ZeroDivisionError, OverflowError */
export function floatPower(rt: Runtime, x: number, y: number): number {
  if (x === 0 && y < 0) raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  const result = libraryPower(rt, x, y);
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y))
    raise('OverflowError', 34, 'Numerical result out of range');
  return result;
}
