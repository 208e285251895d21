// The functions of math on integers. https://docs.python.org/3.11/library/math.html#number-theoretic-and-representation-functions
import type { Runtime } from '../runtime.ts';
import { binaryOp } from '../values/arithmetic.ts';
import { requireIndex } from '../values/as-index.ts';
import { raise, typeError, valueError } from '../values/errors.ts';
import { floatToInt } from '../values/int-float.ts';
import {
  absolute,
  chargeBits,
  floorQuotient,
  gcd,
  integerSqrt,
  limbs,
  mul,
  multiplyCost,
  normalizeInt,
  sub,
  type Int,
} from '../values/int.ts';
import { iterate } from '../values/iterate.ts';
import { requireFloat } from '../values/number-coerce.ts';
import { PyFloat, type Value } from '../values/objects.ts';
import { callSpecial, findSpecial } from '../values/special.ts';
import { isIntegral, typeName } from '../values/type-of.ts';
import { unbox } from '../values/boxed.ts';
import type { ModuleBuilder } from './define.ts';

const LONG_MAX = 2n ** 63n - 1n;

/** from · (from + 1) · … · to, by halves so that the factors stay balanced. */
function productOfRange(from: bigint, to: bigint): bigint {
  if (to < from) return 1n;
  if (to - from < 8n) {
    let product = from;
    for (let i = from + 1n; i <= to; i++) product *= i;
    return product;
  }
  const middle = (from + to) / 2n;
  return productOfRange(from, middle) * productOfRange(middle + 1n, to);
}

/** Pays for a product of `count` factors of about `bits` bits each. */
function chargeProduct(rt: Runtime, count: number, bits: number): void {
  const words = (count * bits) / 64;
  if (words > 16) chargeBits(rt, count * bits, multiplyCost(words, words) + count);
}

function factorial(rt: Runtime, n: Int): Int {
  if (typeof n === 'bigint' && n > LONG_MAX)
    raise('OverflowError', `factorial() argument should not exceed ${LONG_MAX}`);
  if (n < 0) valueError('factorial() not defined for negative values');
  chargeProduct(rt, Number(n), Math.log2(Number(n) + 2) - 1);
  return normalizeInt(productOfRange(1n, BigInt(n)));
}

/** n · (n − 1) · … of k factors. */
function fallingFactorial(rt: Runtime, n: Int, k: Int): bigint {
  chargeProduct(rt, Number(k), limbs(n) > 1 ? limbs(n) * 64 : Math.log2(Number(n) + 2));
  return productOfRange(BigInt(n) - BigInt(k) + 1n, BigInt(n));
}

function checkArguments(n: Int, k: Int): void {
  if (n < 0) valueError('n must be a non-negative integer');
  if (k < 0) valueError('k must be a non-negative integer');
}

function permutations(rt: Runtime, n: Int, k: Int): Int {
  checkArguments(n, k);
  if (k > n) return 0;
  if (typeof k === 'bigint' && k > LONG_MAX) raise('OverflowError', `k must not exceed ${LONG_MAX}`);
  return normalizeInt(fallingFactorial(rt, n, k));
}

function combinations(rt: Runtime, n: Int, k: Int): Int {
  checkArguments(n, k);
  if (k > n) return 0;
  const other = sub(n, k);
  const fewer = other < k ? other : k;
  if (fewer === 0) return 1;
  if (typeof fewer === 'bigint' && fewer > LONG_MAX)
    raise('OverflowError', `min(n - k, k) must not exceed ${LONG_MAX}`);
  return normalizeInt(fallingFactorial(rt, n, fewer) / productOfRange(1n, BigInt(fewer)));
}

/** `math.floor` and its kin: the special method, or the float's own rounding. */
function rounder(name: string, round: (value: number) => number) {
  return (rt: Runtime, x: Value): Value => {
    if (x instanceof PyFloat) return floatToInt(round(x.value));
    const plain = unbox(x);
    const method = findSpecial(x, name);
    if (method !== undefined) return callSpecial(rt, method, x);
    if (isIntegral(plain)) return requireIndex(rt, plain);
    if (name === '__trunc__') return typeError(`type ${typeName(x)} doesn't define __trunc__ method`);
    return floatToInt(round(requireFloat(rt, x)));
  };
}

export function declareIntegers(module: ModuleBuilder): void {
  module.function('factorial(x, /)', (rt: Runtime, x: Value) => factorial(rt, requireIndex(rt, x)));
  module.function('perm(n, k=None, /)', (rt: Runtime, n: Value, k: Value) => {
    if (k === null) return factorial(rt, requireIndex(rt, n));
    return permutations(rt, requireIndex(rt, n), requireIndex(rt, k));
  });
  module.function('comb(n, k, /)', (rt: Runtime, n: Value, k: Value) =>
    combinations(rt, requireIndex(rt, n), requireIndex(rt, k)),
  );
  module.function('gcd(*integers)', (rt: Runtime, integers: readonly Value[]) => {
    let result: Int = 0;
    for (const each of integers) result = gcd(rt, result, requireIndex(rt, each));
    return result;
  });
  module.function('lcm(*integers)', (rt: Runtime, integers: readonly Value[]) => {
    let result: Int = 1;
    for (const each of integers) {
      const value = absolute(requireIndex(rt, each));
      if (result === 0 || value === 0) result = 0;
      else result = mul(rt, floorQuotient(rt, result, gcd(rt, result, value)), value);
    }
    return result;
  });
  module.function('isqrt(n, /)', (rt: Runtime, n: Value) => {
    const value = requireIndex(rt, n);
    if (value < 0) valueError('isqrt() argument must be nonnegative');
    return integerSqrt(rt, value);
  });
  module.function('prod(iterable, /, *, start=1)', (rt: Runtime, iterable: Value, start: Value) => {
    const iterator = iterate(rt, iterable);
    let result = start;
    for (let item = iterator.next(rt); item !== undefined; item = iterator.next(rt)) {
      rt.charge(1);
      result = binaryOp(rt, '*', result, item);
    }
    return result;
  });
  module.function('floor(x, /)', rounder('__floor__', Math.floor));
  module.function('ceil(x, /)', rounder('__ceil__', Math.ceil));
  module.function('trunc(x, /)', rounder('__trunc__', Math.trunc));
}
