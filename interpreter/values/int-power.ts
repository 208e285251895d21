// Integer powers: `a ** b` for b ≥ 0 and the three-argument `pow`. Negative exponents without a modulus give
// floats, which is `float-power.ts`.
// https://docs.python.org/3.11/library/functions.html#pow
import { valueError } from './errors.ts';
import { bitLength, chargeBits, floorRemainder, limbs, multiplyCost, normalizeInt, type Int } from './int.ts';
import type { Runtime } from '../runtime.ts';

/** `base ** exponent` for exponent ≥ 0. */
export function power(rt: Runtime, base: Int, exponent: Int): Int {
  if (exponent === 0) return 1;
  if (base === 0 || base === 1) return base;
  if (base === -1)
    return (typeof exponent === 'number' ? exponent % 2 : Number(exponent & 1n)) === 0 ? 1 : -1;
  if (typeof exponent === 'bigint') return rt.charge(Infinity) as never;
  if (typeof base === 'number') {
    const small = smallPower(base, exponent);
    if (small !== undefined) return small;
  }
  const bits = bitLength(base) * exponent;
  if (bits > 4096) chargeBits(rt, bits, multiplyCost(bits / 64, bits / 64));
  return normalizeInt(BigInt(base) ** BigInt(exponent));
}

/** By repeated squaring while everything stays exact. */
function smallPower(base: number, exponent: number): number | undefined {
  let result = 1;
  let square = base;
  for (let rest = exponent; ; square *= square) {
    if (rest % 2 === 1) result *= square;
    if (!Number.isSafeInteger(result)) return undefined;
    rest = Math.floor(rest / 2);
    if (rest === 0) return result;
    if (!Number.isSafeInteger(square)) return undefined;
  }
}

/** The inverse of `value` modulo `modulus` > 0. @throws ValueError when they have a common factor */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, ((value % modulus) + modulus) % modulus];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  if (r0 !== 1n) valueError('base is not invertible for the given modulus');
  return t0;
}

/** `pow(base, exponent, modulus)`. @throws ValueError for modulus 0 and bases without an inverse */
export function modularPower(rt: Runtime, base: Int, exponent: Int, modulus: Int): Int {
  if (modulus === 0) valueError('pow() 3rd argument cannot be 0');
  const m = BigInt(modulus < 0 ? -modulus : modulus);
  if (m === 1n) return 0;
  let square = BigInt(base);
  let rest = BigInt(exponent);
  if (rest < 0n) {
    square = inverse(square, m);
    rest = -rest;
  }
  square = ((square % m) + m) % m;
  const words = limbs(normalizeInt(m));
  const bits = bitLength(normalizeInt(rest));
  rt.charge(bits * (1 + 3 * multiplyCost(words, words)));
  let result = 1n;
  for (const digit of rest.toString(2)) {
    result = (result * result) % m;
    if (digit === '1') result = (result * square) % m;
  }
  return floorRemainder(rt, normalizeInt(result), modulus);
}
