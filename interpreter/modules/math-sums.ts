// Sums in math: exact `fsum`, and lengths of vectors by CPython's own compensated algorithm.
// https://docs.python.org/3.11/library/math.html#math.fsum, #math.hypot
import type { Runtime } from '../runtime.ts';
import { raise, valueError } from '../values/errors.ts';
import { decompose, ratioToFloat } from '../values/int-float.ts';
import { iterate, toArray } from '../values/iterate.ts';
import { requireFloat } from '../values/number-coerce.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import type { ModuleBuilder } from './define.ts';

/** The sum of floats, exactly, rounded once: in units of 2^-1074 every float is an integer. */
function exactSumOf(rt: Runtime, iterable: Value): number {
  const iterator = iterate(rt, iterable);
  let units = 0n;
  let special = 0;
  let infinities = 0;
  for (let item = iterator.next(rt); item !== undefined; item = iterator.next(rt)) {
    rt.charge(4);
    const x = requireFloat(rt, item);
    if (Number.isFinite(x)) {
      const { mantissa, exponent } = decompose(x);
      units += BigInt(mantissa) << BigInt(exponent + 1074);
    } else {
      special += x;
      if (!Number.isNaN(x)) infinities += x;
    }
  }
  if (special !== 0) return Number.isNaN(infinities) ? valueError('-inf + inf in fsum') : special;
  if (units === 0n) return 0;
  const magnitude = ratioToFloat(units < 0n ? -units : units, 1n << 1074n);
  if (!Number.isFinite(magnitude)) raise('OverflowError', 'intermediate overflow in fsum');
  return units < 0n ? -magnitude : magnitude;
}

/** √(Σ x²), scaled and compensated as vector_norm in CPython's Modules/mathmodule.c, digit for digit. */
function vectorNorm(rt: Runtime, coordinates: readonly number[]): number {
  const vector = coordinates.map(Math.abs);
  if (vector.includes(Infinity)) return Infinity;
  if (vector.some(Number.isNaN)) return NaN;
  const max = Math.max(0, ...vector);
  if (max === 0 || vector.length <= 1) return max;
  if (max < 2 ** -1000) return rt.unsupported('hypot of subnormal numbers');
  const { mantissa, exponent } = decompose(max);
  const power = exponent + mantissa.toString(2).length;
  // The scale is a power of two that brings the largest coordinate below 1.
  const shrink = (x: number): number =>
    x * 2 ** -Math.trunc(power / 2) * 2 ** -(power - Math.trunc(power / 2));
  let sum = 1;
  let [rest1, rest2, rest3] = [0, 0, 0];
  const accumulate = (term: number, rest: number): number => {
    const old = sum;
    sum += term;
    return rest + (old - sum + term);
  };
  const addSquare = (x: number, sign: number): void => {
    const split = x * 134217729;
    const high = split - (split - x);
    const low = x - high;
    rest1 = accumulate(sign * (high * high), rest1);
    rest2 = accumulate(sign * (2 * high * low), rest2);
    rest3 += sign * (low * low);
  };
  for (const x of vector) addSquare(shrink(x), 1);
  const root = Math.sqrt(sum - 1 + (rest1 + rest2 + rest3));
  addSquare(root, -1);
  const corrected = root + (sum - 1 + (rest1 + rest2 + rest3)) / (2 * root);
  return corrected * 2 ** Math.trunc(power / 2) * 2 ** (power - Math.trunc(power / 2));
}

export function declareSums(module: ModuleBuilder): void {
  module.function('fsum(seq, /)', (rt: Runtime, seq: Value) => new PyFloat(exactSumOf(rt, seq)));
  module.function('hypot(*coordinates)', (rt: Runtime, coordinates: readonly Value[]) => {
    rt.charge(coordinates.length);
    return new PyFloat(
      vectorNorm(
        rt,
        coordinates.map((x) => requireFloat(rt, x)),
      ),
    );
  });
  module.function('dist(p, q, /)', (rt: Runtime, p: Value, q: Value) => {
    const [from, to] = [toArray(rt, p), toArray(rt, q)];
    if (from.length !== to.length) valueError('both points must have the same number of dimensions');
    return new PyFloat(
      vectorNorm(
        rt,
        from.map((x, i) => requireFloat(rt, x) - requireFloat(rt, to[i])),
      ),
    );
  });
}
