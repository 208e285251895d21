// e^x − 1 and ln(1 + x) as glibc computes them before 2.39: the method of Sun's fdlibm (K. C. Ng, 1993), whose
// published coefficients are used here, the polynomials summed in glibc's order, with the multiply-adds that its
// build for machines of today fuses.
import { fma } from './fused.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const LN2 = Math.LN2;

/** Of the rational approximation to x / (e^x − 1) + x / 2. */
const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

/** x = high − low + power · ln 2, the rest small. */
function reduce(x: number): { high: number; low: number; power: number } {
  if (Math.abs(x) < 1.5 * LN2)
    return x > 0
      ? { high: x - LN2_HIGH, low: LN2_LOW, power: 1 }
      : { high: x + LN2_HIGH, low: -LN2_LOW, power: -1 };
  const power = Math.trunc(fma(INVERSE_LN2, x, x > 0 ? 0.5 : -0.5));
  return { high: fma(-power, LN2_HIGH, x), low: power * LN2_LOW, power };
}

/** C's expm1; Infinity when too large. */
export function expm1(given: number): number {
  if (Number.isNaN(given) || given === Infinity) return given;
  if (given > 709.782712893384) return Infinity;
  if (given <= -56 * LN2) return -1;
  const size = Math.abs(given);
  if (size < 2 ** -54) return given;
  const { high, low, power } = size > 0.5 * LN2 ? reduce(given) : { high: given, low: 0, power: 0 };
  const x = high - low;
  const lost = high - x - low;
  const half = 0.5 * x;
  const square = x * half;
  const square2 = square * square;
  const lower = fma(square2, fma(square, Q3, Q2), fma(square, Q1, 1));
  const ratio = fma(square2 * square2, fma(square, Q5, Q4), lower);
  const t = fma(-ratio, half, 3);
  const first = square * ((ratio - t) / fma(-x, t, 6));
  if (power === 0) return x - fma(x, first, -square);
  const e = fma(x, first - lost, -lost) - square;
  if (power === -1) return 0.5 * (x - e) - 0.5;
  if (power === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (power <= -2 || power > 56) return timesPower(1 - (e - x), power) - 1;
  if (power < 20) return timesPower(1 - 2 ** -power - (e - x), power);
  return timesPower(x - (e + 2 ** -power) + 1, power);
}

/** x · 2^n where 2^n alone may overflow. */
function timesPower(x: number, n: number): number {
  return n === 1024 ? x * 2 * 2 ** 1023 : x * 2 ** n;
}

/** Of the approximation to ln(1 + f) with s = f / (2 + f), in powers of s². */
const L = [
  6.66666666666673513e-1, 3.999999999940941908e-1, 2.857142874366239149e-1, 2.222219843214978396e-1,
  1.818357216161805012e-1, 1.531383769920937332e-1, 1.479819860511658591e-1,
] as const;

const bits = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a positive float. */
function highWord(x: number): number {
  bits.setFloat64(0, x);
  return bits.getInt32(0);
}

function withHighWord(x: number, word: number): number {
  bits.setFloat64(0, x);
  bits.setInt32(0, word);
  return bits.getFloat64(0);
}

/** 1 + x = 2^power · (1 + f), √½ < 1 + f < √2; `lost` is what 1 + x loses; `word` as fdlibm decides by it. */
function split(x: number): { f: number; power: number; lost: number; isExact: boolean } {
  const isBelow = x < 2 ** 53;
  const sum = isBelow ? 1 + x : x;
  let word = highWord(sum);
  let power = (word >> 20) - 1023;
  const lost = isBelow ? (power > 0 ? 1 - (sum - x) : x - (sum - 1)) / sum : 0;
  word &= 0xfffff;
  const isLow = word < 0x6a09e;
  if (!isLow) power++;
  const scaled = withHighWord(sum, word | (isLow ? 0x3ff00000 : 0x3fe00000));
  return { f: scaled - 1, power, lost, isExact: (isLow ? word : (0x100000 - word) >> 2) === 0 };
}

/** C's log1p; -Infinity for -1, NaN below. */
export function log1p(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x <= -1) return x === -1 ? -Infinity : NaN;
  const size = Math.abs(x);
  if (size < 2 ** -54) return x;
  if (size < 2 ** -29) return x - x * x * 0.5;
  const isNear = x > 0 ? highWord(x) < 0x3fda827a : highWord(size) <= 0x3fd2bec3;
  const { f, power, lost, isExact } = isNear ? { f: x, power: 0, lost: 0, isExact: false } : split(x);
  const tail = fma(power, LN2_LOW, lost);
  const half = 0.5 * f * f;
  if (isExact) {
    if (f === 0) return power === 0 ? 0 : fma(power, LN2_HIGH, tail);
    const rest = half * fma(-0.66666666666666666, f, 1);
    return power === 0 ? f - rest : fma(power, LN2_HIGH, -(rest - tail - f));
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const lower = fma(z4, fma(z, L[4], L[3]), fma(z, L[0], z2 * fma(z, L[2], L[1])));
  // The compiler takes this product out of both branches below, and so fuses it with neither.
  const product = s * (half + fma(z4 * z2, fma(z, L[6], L[5]), lower));
  if (power === 0) return f - (half - product);
  return fma(power, LN2_HIGH, -(half - (product + tail) - f));
}
