// Floats of about 106 bits, as unevaluated sums of two (Dekker 1971; Hida, Li and Bailey 2001), and the elementary
// functions on them. What is computed here is rounded once, by `rounding.ts`; knows nothing of Python.

/** `hi + lo`, |lo| ≤ ulp(hi) / 2. */
export interface Double2 {
  readonly hi: number;
  readonly lo: number;
}

/** 2^27 + 1: splits a float into two halves of 26 bits. */
const SPLITTER = 134217729;

/** a + b exactly, for |a| ≥ |b|. */
function quickSum(a: number, b: number): Double2 {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** a + b exactly. */
export function exactSum(a: number, b: number): Double2 {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** a · b exactly, away from overflow and underflow. */
export function exactProduct(a: number, b: number): Double2 {
  const hi = a * b;
  const ta = SPLITTER * a;
  const aHigh = ta - (ta - a);
  const aLow = a - aHigh;
  const tb = SPLITTER * b;
  const bHigh = tb - (tb - b);
  const bLow = b - bHigh;
  return { hi, lo: aHigh * bHigh - hi + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export const fromNumber = (value: number): Double2 => ({ hi: value, lo: 0 });
export const ZERO = fromNumber(0);
export const ONE = fromNumber(1);

export function add(a: Double2, b: Double2): Double2 {
  const high = exactSum(a.hi, b.hi);
  const low = exactSum(a.lo, b.lo);
  const middle = quickSum(high.hi, high.lo + low.hi);
  return quickSum(middle.hi, middle.lo + low.lo);
}

export const negate = (a: Double2): Double2 => ({ hi: -a.hi, lo: -a.lo });
export const subtract = (a: Double2, b: Double2): Double2 => add(a, negate(b));

export function multiply(a: Double2, b: Double2): Double2 {
  const product = exactProduct(a.hi, b.hi);
  return quickSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divide(a: Double2, b: Double2): Double2 {
  const first = a.hi / b.hi;
  const rest = subtract(a, multiply(b, fromNumber(first)));
  const second = rest.hi / b.hi;
  const rest2 = subtract(rest, multiply(b, fromNumber(second)));
  const sum = quickSum(first, second);
  return add(sum, fromNumber(rest2.hi / b.hi));
}

/** √a for a > 0. */
export function squareRoot(a: Double2): Double2 {
  const root = Math.sqrt(a.hi);
  const rest = subtract(a, exactProduct(root, root));
  return quickSum(root, rest.hi / (2 * root));
}

/** a · 2^n, exact away from overflow and underflow. */
export function scale(a: Double2, n: number): Double2 {
  const factor = 2 ** n;
  return { hi: a.hi * factor, lo: a.lo * factor };
}

/** numerator / denominator as a Double2; |quotient| < 2^1000. */
export function fromRatio(numerator: bigint, denominator: bigint): Double2 {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  if (n === 0n) return ZERO;
  const shift = d.toString(2).length - n.toString(2).length + 120;
  const digits = shift >= 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift));
  const hi = Number(digits);
  const value = scale({ hi, lo: Number(digits - BigInt(hi)) }, -shift);
  return negative ? negate(value) : value;
}

/** 1/n!: the coefficients of the exponential series. */
const INVERSE_FACTORIALS: readonly Double2[] = (() => {
  const terms: Double2[] = [];
  let factorial = 1n;
  for (let n = 0n; n < 28n; n++) {
    if (n > 0n) factorial *= n;
    terms.push(fromRatio(1n, factorial));
  }
  return terms;
})();

/** Bits of the fixed-point constants. */
const BITS = 1300n;

/** arctan(1/n) · 2^BITS. */
function inverseArctangent(n: bigint): bigint {
  let power = (1n << BITS) / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= -n * n;
    sum += power / k;
  }
  return sum;
}

let piCache: bigint | undefined;
/** π · 2^1300, by Machin's formula; wrong only in its last few bits. */
export function piFixed(): bigint {
  piCache ??= 4n * (4n * inverseArctangent(5n) - inverseArctangent(239n));
  return piCache;
}
export const PI_BITS = Number(BITS);

/** artanh(1/n) · 2^200. */
function artanhInverse(n: bigint): bigint {
  let power = (1n << 200n) / n;
  let sum = power;
  for (let k = 3n; power > 0n; k += 2n) {
    power /= n * n;
    sum += power / k;
  }
  return sum;
}
// ln 2 = 2 artanh(1/3), ln 10 = 3 ln 2 + 2 artanh(1/9).
export const LN2 = fromRatio(2n * artanhInverse(3n), 1n << 200n);
export const LN10 = fromRatio(6n * artanhInverse(3n) + 2n * artanhInverse(9n), 1n << 200n);
export const HALF_PI = fromRatio(piFixed() >> 1n, 1n << BITS);
export const PI = fromRatio(piFixed(), 1n << BITS);

/** e^a as `value · 2^power`, |a| < 2000. */
export function exponential(a: Double2): { value: Double2; power: number } {
  const power = Math.round(a.hi / LN2.hi);
  // Halved until the series converges quickly; then squared back as (1 + s)² − 1 = s(s + 2), which keeps digits.
  const HALVINGS = 9;
  const r = scale(subtract(a, multiply(LN2, fromNumber(power))), -HALVINGS);
  let sum = INVERSE_FACTORIALS[9];
  for (let n = 8; n >= 1; n--) sum = add(multiply(sum, r), INVERSE_FACTORIALS[n]);
  let s = multiply(sum, r);
  for (let i = 0; i < HALVINGS; i++) s = add(multiply(s, s), scale(s, 1));
  return { value: add(s, ONE), power };
}

/** ln a for a > 0. */
export function logarithm(a: Double2): Double2 {
  const exponent = Math.abs(a.hi - 1) < 0.02 ? 0 : Math.floor(Math.log2(a.hi));
  const mantissa = scale(scale(a, -Math.trunc(exponent / 2)), Math.trunc(exponent / 2) - exponent);
  // Near 1 the logarithm is small, and relative precision asks for a series: 2 artanh((m − 1)/(m + 1)).
  const ratio = divide(subtract(mantissa, ONE), add(mantissa, ONE));
  const value = Math.abs(mantissa.hi - 1) < 0.02 ? scale(artanh(ratio), 1) : logarithmByNewton(mantissa);
  return exponent === 0 ? value : add(multiply(LN2, fromNumber(exponent)), value);
}

/** artanh of a small argument by its series. */
function artanh(a: Double2): Double2 {
  const square = multiply(a, a);
  let sum = ZERO;
  for (let k = 25; k >= 1; k -= 2) sum = add(multiply(sum, square), divide(ONE, fromNumber(k)));
  return multiply(sum, a);
}

/** By Newton's step on the exponential, from the engine's own logarithm. */
function logarithmByNewton(a: Double2): Double2 {
  let guess = fromNumber(Math.log(a.hi));
  for (let i = 0; i < 2; i++) {
    const { value, power } = exponential(negate(guess));
    guess = add(guess, subtract(multiply(a, scale(value, power)), ONE));
  }
  return guess;
}

/** sin and cos of |a| ≤ π/4. */
export function sineCosine(a: Double2): { sine: Double2; cosine: Double2 } {
  const square = negate(multiply(a, a));
  let sine = INVERSE_FACTORIALS[27];
  for (let n = 25; n >= 1; n -= 2) sine = add(multiply(sine, square), INVERSE_FACTORIALS[n]);
  let cosine = INVERSE_FACTORIALS[26];
  for (let n = 24; n >= 0; n -= 2) cosine = add(multiply(cosine, square), INVERSE_FACTORIALS[n]);
  return { sine: multiply(sine, a), cosine };
}

/** arctan(y / x) for x > 0 or y ≠ 0, in (−π, π], by a Newton step on sine and cosine. */
export function arctangent(y: Double2, x: Double2): Double2 {
  // Into the first octant, where the quotient is at most 1.
  const [ay, ax] = [y.hi < 0 ? negate(y) : y, x.hi < 0 ? negate(x) : x];
  const swap = ay.hi > ax.hi;
  const t = swap ? divide(ax, ay) : divide(ay, ax);
  let angle = octantArctangent(t);
  if (swap) angle = subtract(HALF_PI, angle);
  if (x.hi < 0) angle = subtract(PI, angle);
  return y.hi < 0 ? negate(angle) : angle;
}

/** arctan t for 0 ≤ t ≤ 1. */
function octantArctangent(t: Double2): Double2 {
  const guess = fromNumber(Math.atan(t.hi));
  const { sine, cosine } = sineCosine(guess);
  // arctan t − g = arctan((t cos g − sin g) / (cos g + t sin g)), which is tiny: its cube no longer counts.
  const d = divide(subtract(multiply(t, cosine), sine), add(cosine, multiply(t, sine)));
  return add(guess, d);
}
