// sin and cos to the last bit as glibc computes them (2.28 and later, with fused multiply-add): IBM's accurate
// method, whose published constants are used here over a table that is computed, sin and cos of i/128 to twice the
// digits. The others are the exact value rounded once, refused where glibc's error could decide otherwise.
import type { Runtime } from '../runtime.ts';
import {
  add,
  arctangent,
  divide,
  fromNumber,
  multiply,
  negate,
  ONE,
  piFixed,
  PI_BITS,
  fromRatio,
  sineCosine,
  squareRoot,
  subtract,
  type Double2,
} from './double-double.ts';
import { fma } from './fused.ts';
import { roundOnce } from './rounding.ts';
import { decompose } from '../values/int-float.ts';

interface Entry {
  sine: Double2;
  cosine: Double2;
}

const TABLE: readonly Entry[] = Array.from({ length: 130 }, (_, i) => sineCosine(fromNumber(i / 128)));

/** Adding and subtracting it rounds to a multiple of 1/128. */
const GRID = 1.5 * 2 ** 45;
const SIN3 = -0.16666666666666488;
const SIN5 = 0.008333332142857223;
const COS2 = 0.5;
const COS4 = -0.04166666666666644;
const COS6 = 0.001388888740079376;
const TAYLOR = [
  -0.16666666666666666, 0.008333333333332329, -0.00019841269834414642, 2.755729806860771e-6,
  -2.5022014848318398e-8,
];

/** sin(x + dx) for |x| < 0.126. */
function taylorSine(x: number, dx: number): number {
  const square = x * x;
  let sum = TAYLOR[4];
  for (let i = 3; i >= 0; i--) sum = fma(sum, square, TAYLOR[i]);
  return x + fma(fma(sum, x, -0.5 * dx), square, dx);
}

/** sin(x + dx) for |x| < 0.9. */
function smallSine(x: number, dx: number): number {
  if (Math.abs(x) < 0.126) return taylorSine(x, dx);
  const tail = x <= 0 ? -dx : dx;
  const grid = GRID + Math.abs(x) - GRID;
  const rest = Math.abs(x) - grid;
  const { sine, cosine } = TABLE[Math.round(grid * 128)];
  const square = rest * rest;
  const s = rest + fma(rest * square, fma(square, SIN5, SIN3), tail);
  const c = fma(rest, tail, square * fma(square, fma(square, COS6, COS4), COS2));
  const correction = fma(cosine.hi, s, fma(-sine.hi, c, fma(s, cosine.lo, sine.lo)));
  const result = sine.hi + correction;
  return x < 0 ? -result : result;
}

/** cos(x + dx) for |x| < 0.9. */
function smallCosine(x: number, dx: number): number {
  const tail = x < 0 ? -dx : dx;
  const grid = GRID + Math.abs(x) - GRID;
  const rest = Math.abs(x) - grid + tail;
  const { sine, cosine } = TABLE[Math.round(grid * 128)];
  const square = rest * rest;
  const s = fma(rest * square, fma(square, SIN5, SIN3), rest);
  const c = square * fma(square, fma(square, COS6, COS4), COS2);
  const correction = fma(-sine.hi, s, fma(-cosine.hi, c, fma(-s, sine.lo, cosine.lo)));
  return cosine.hi + correction;
}

const HALF_PI_HIGH = 1.5707963267948966;
const HALF_PI_LOW = 6.123233995736766e-17;
const TWO_OVER_PI = 0.6366197723675814;
const ROUNDER = 6755399441055744;
/** π/2 in four pieces, the first two with room for an exact product. */
const PIECES = [1.5707963407039642, -1.3909067564377153e-8, -4.97899623147991e-17, -1.9034889620193266e-25];

/** sin(x + quarter · π/2) for |x| < 105414350. */
function reducedSine(x: number, quarter: number): number {
  const turns = fma(x, TWO_OVER_PI, ROUNDER) - ROUNDER;
  const y = fma(-turns, PIECES[1], fma(-turns, PIECES[0], x));
  const t1 = turns * PIECES[2];
  const t2 = y - t1;
  const t3 = turns * PIECES[3];
  const rest = t2 - t3;
  const tail = y - t2 - t1 + (t2 - rest - t3);
  const quadrant = (((turns + quarter) % 4) + 4) % 4;
  const result = quadrant % 2 === 1 ? smallCosine(rest, tail) : smallSine(rest, tail);
  return quadrant >= 2 ? -result : result;
}

/** Beyond this glibc reduces in another way. */
const LARGE = 105414350;

/** C's sin of a finite float. */
export function sin(rt: Runtime, x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 2 ** -26) return x;
  if (magnitude < 0.855469) return smallSine(x, 0);
  if (magnitude < 2.426265) {
    const result = smallCosine(HALF_PI_HIGH - magnitude, HALF_PI_LOW);
    return x < 0 ? -result : result;
  }
  return magnitude < LARGE ? reducedSine(x, 0) : largeSine(rt, x, 0);
}

/** C's cos of a finite float. */
export function cos(rt: Runtime, x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude < 2 ** -27) return 1;
  if (magnitude < 0.855469) return smallCosine(x, 0);
  if (magnitude < 2.426265) {
    const y = HALF_PI_HIGH - magnitude;
    const rest = y + HALF_PI_LOW;
    return smallSine(rest, y - rest + HALF_PI_LOW);
  }
  return magnitude < LARGE ? reducedSine(x, 1) : largeSine(rt, x, 1);
}

/** x − quadrant · π/2 exactly enough, |rest| ≤ π/4. */
function reduce(x: number): { rest: Double2; quadrant: number } {
  const { mantissa, exponent } = decompose(x);
  const scaled = exponent >= -PI_BITS ? BigInt(mantissa) << BigInt(exponent + PI_BITS) : 0n;
  if (Math.abs(x) < 0.7) return { rest: fromNumber(x), quadrant: 0 };
  const halfPi = piFixed() >> 1n;
  const turns = (2n * scaled + halfPi) / (2n * halfPi) - (2n * scaled + halfPi < 0n ? 1n : 0n);
  const rest = fromRatio(scaled - turns * halfPi, 1n << BigInt(PI_BITS));
  return { rest, quadrant: Number(((turns % 4n) + 4n) % 4n) };
}

function largeSine(rt: Runtime, x: number, quarter: number): number {
  const { rest, quadrant } = reduce(x);
  const { sine, cosine } = sineCosine(rest);
  const turned = (quadrant + quarter) % 4;
  const value = turned % 2 === 1 ? cosine : sine;
  return roundOnce(rt, turned >= 2 ? negate(value) : value, 0, 0.05, 'sin of a large number');
}

/** C's tan of a finite float. */
export function tan(rt: Runtime, x: number): number {
  if (Math.abs(x) < 2 ** -27) return x;
  const { rest, quadrant } = reduce(x);
  const { sine, cosine } = sineCosine(rest);
  const value = quadrant % 2 === 1 ? negate(divide(cosine, sine)) : divide(sine, cosine);
  return roundOnce(rt, value, 0, 0.05, 'tan');
}

/** How far glibc's inverse functions may stray: up to 0.018 was seen in a million values. */
const MARGIN = 0.03;

/** C's atan. */
export function atan(rt: Runtime, x: number): number {
  if (Math.abs(x) < 2 ** -27 || Number.isNaN(x)) return x;
  if (Math.abs(x) > 2 ** 54) return x < 0 ? -HALF_PI_HIGH : HALF_PI_HIGH;
  return roundOnce(rt, arctangent(fromNumber(x), ONE), 0, MARGIN, 'atan');
}

/** C's atan2 of finite floats that are not zero. */
export function atan2(rt: Runtime, y: number, x: number): number {
  const ratio = Math.abs(y / x);
  // Neither the quotient nor an intermediate product may leave the normal floats.
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (ratio < 2 ** -900 || ratio > 2 ** 900 || size > 2 ** 990 || size < 2 ** -900)
    return rt.unsupported('atan2 of extreme numbers');
  return roundOnce(rt, arctangent(fromNumber(y), fromNumber(x)), 0, MARGIN, 'atan2');
}

/** √(1 − x²). */
function opposite(x: number): Double2 {
  return squareRoot(multiply(subtract(ONE, fromNumber(x)), add(ONE, fromNumber(x))));
}

/** C's asin for |x| ≤ 1. */
export function asin(rt: Runtime, x: number): number {
  if (Math.abs(x) === 1) return x * HALF_PI_HIGH;
  if (Math.abs(x) < 2 ** -27) return x;
  return roundOnce(rt, arctangent(fromNumber(x), opposite(x)), 0, MARGIN, 'asin');
}

/** C's acos for |x| ≤ 1. */
export function acos(rt: Runtime, x: number): number {
  if (x === 1) return 0;
  if (x === -1) return Math.PI;
  if (Math.abs(x) < 2 ** -57) return HALF_PI_HIGH;
  return roundOnce(rt, arctangent(opposite(x), fromNumber(x)), 0, MARGIN, 'acos');
}
