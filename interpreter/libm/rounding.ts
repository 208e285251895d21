// Rounding what was computed with about 100 bits to a float, as the C library that CPython calls would have rounded
// it. A library computes with fewer bits: where the exact value lies so near the middle of two floats that its error
// could decide, no answer is certain, and the run is refused instead.
import type { Runtime } from '../runtime.ts';
import { decompose } from '../values/int-float.ts';
import type { Double2 } from './double-double.ts';

/** The distance from |value| to the next float above. */
export function ulp(value: number): number {
  return 2 ** decompose(value).exponent;
}

/**
 * The float nearest to `value · 2^power`.
 * @param margin how far, in units of the last place, the C library may stray beyond half of one
 * @param name the function, for the refusal
 */
export function roundOnce(rt: Runtime, value: Double2, power: number, margin: number, name: string): number {
  const { hi, lo } = value;
  if (hi === 0) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(hi))) + power;
  if (exponent < -1023) return roundSubnormal(rt, value, power, margin, name);
  // Below a power of two floats lie twice as close.
  const isPower = Math.abs(hi) === 2 ** Math.round(Math.log2(Math.abs(hi)));
  const spacing = isPower && hi > 0 !== lo > 0 ? ulp(hi) / 2 : ulp(hi);
  if (0.5 - Math.abs(lo) / spacing < margin) refuse(rt, name);
  const half = Math.trunc(power / 2);
  return hi * 2 ** half * 2 ** (power - half);
}

function roundSubnormal(
  rt: Runtime,
  { hi, lo }: Double2,
  power: number,
  margin: number,
  name: string,
): number {
  // In units of 2^-1074, the spacing of subnormals.
  const half = Math.trunc((power + 1074) / 2);
  const units = (x: number): number => x * 2 ** half * 2 ** (power + 1074 - half);
  const whole = Math.round(units(hi));
  const rest = units(hi) - whole + units(lo);
  if (0.5 - Math.abs(rest) < margin) refuse(rt, name);
  return whole * 2 ** -1074;
}

function refuse(rt: Runtime, name: string): never {
  return rt.unsupported(`${name} where the last digit depends on the C library`);
}
