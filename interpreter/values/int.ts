// Integer arithmetic on `number | bigint`: numbers while |x| ≤ 2^53−1, bigints beyond, always normalised, never −0.
// Knows no operators, no bool (callers pass 0 or 1) and no floats but the results of `/` and negative powers,
// which live in `int-float.ts` and `int-power.ts`.
// https://docs.python.org/3.11/library/stdtypes.html#numeric-types-int-float-complex
import { raise, valueError } from './errors.ts';
import type { Runtime } from '../runtime.ts';

/** A Python int, normalised. */
export type Int = number | bigint;

const MAX_SAFE = 9007199254740991n;

/** The normal form of an exact integer. */
export function normalizeInt(value: bigint): Int {
  return value <= MAX_SAFE && value >= -MAX_SAFE ? Number(value) : value;
}

/** How many 64-bit words the magnitude takes (1 for numbers): what big operations are charged by. */
export function limbs(value: Int): number {
  return typeof value === 'number' ? 1 : Math.ceil(bitLength(value) / 64);
}

/** The number of binary digits of |value|. https://docs.python.org/3.11/library/stdtypes.html#int.bit_length */
export function bitLength(value: Int): number {
  if (typeof value === 'number') {
    const magnitude = Math.abs(value);
    if (magnitude < 0x100000000) return 32 - Math.clz32(magnitude);
    return 64 - Math.clz32(Math.floor(magnitude / 0x100000000));
  }
  const hex = (value < 0n ? -value : value).toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0], 16)) - 28);
}

/** V8 has no bigints beyond 2^30 bits; well before that the size cap must have stopped the run. */
const MAX_BITS = 2 ** 30 - 64;

/** Pays for a result of `bits` bits made with `steps` word operations. */
export function chargeBits(rt: Runtime, bits: number, steps: number): void {
  rt.charge(bits > MAX_BITS ? Infinity : Math.max(steps, bits / 64));
}

/** The cost of multiplying `n` words by `m`: Karatsuba's exponent, in steps of about sixteen word products. */
export function multiplyCost(n: number, m: number): number {
  return (Math.max(n, m) * Math.min(n, m) ** 0.585) / 16;
}

/** 2^4096, 2^8192, 2^16384 …, as far as they were needed: comparing with them is cheap where the lengths differ. */
const SIZES: bigint[] = [];
const LARGEST_SIZE = 17;

/**
 * Pays for a result that needs no more steps than it has words, where it is long: a word for four, so that the values of a
 * run that keeps them take no more than 32 bytes for each unit of its fuel.
 * @returns the result itself
 */
export function paid(rt: Runtime, result: Int): Int {
  if (typeof result === 'number') return result;
  const magnitude = result < 0n ? -result : result;
  let size = 0;
  while (size <= LARGEST_SIZE && magnitude >= (SIZES[size] ??= 1n << BigInt(4096 * 2 ** size))) size++;
  if (size > 0) rt.charge((64 * 2 ** (size - 1)) / 4);
  return result;
}

export function add(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalizeInt(BigInt(a) + BigInt(b));
}

export function sub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalizeInt(BigInt(a) - BigInt(b));
}

export function mul(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding 0 turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  } else if (typeof a === 'bigint' && typeof b === 'bigint') {
    const n = limbs(a);
    const m = limbs(b);
    if (n + m > 64) chargeBits(rt, (n + m) * 64, multiplyCost(n, m));
  }
  return normalizeInt(BigInt(a) * BigInt(b));
}

function divisionCost(rt: Runtime, a: Int, b: Int): void {
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return;
  const n = limbs(a);
  const m = limbs(b);
  if (n + m > 64) rt.charge(multiplyCost(n, m) * 2);
}

/** `a // b`, b not 0. */
export function floorQuotient(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    // The remainder is exact and so is the division of what is left; a / b itself may round up to an integer.
    const rest = a % b;
    const quotient = (a - rest) / b;
    return rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient + 0;
  }
  divisionCost(rt, a, b);
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return normalizeInt(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
}

/** `a % b`, b not 0: has the sign of b. */
export function floorRemainder(rt: Runtime, a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  }
  divisionCost(rt, a, b);
  const [x, y] = [BigInt(a), BigInt(b)];
  const rest = x % y;
  return normalizeInt(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** `a // b`. @throws ZeroDivisionError */
export function floordiv(rt: Runtime, a: Int, b: Int): Int {
  if (b === 0) raise('ZeroDivisionError', 'integer division or modulo by zero');
  return floorQuotient(rt, a, b);
}

/** `a % b`. @throws ZeroDivisionError */
export function mod(rt: Runtime, a: Int, b: Int): Int {
  if (b === 0) raise('ZeroDivisionError', 'integer modulo by zero');
  return floorRemainder(rt, a, b);
}

/** `divmod(a, b)` as a pair. @throws ZeroDivisionError */
export function divmod(rt: Runtime, a: Int, b: Int): [Int, Int] {
  if (b === 0) raise('ZeroDivisionError', 'integer division or modulo by zero');
  return [floorQuotient(rt, a, b), floorRemainder(rt, a, b)];
}

export function negate(a: Int): Int {
  return typeof a === 'number' ? 0 - a : -a;
}

export function absolute(a: Int): Int {
  return a < 0 ? negate(a) : a;
}

export function invert(a: Int): Int {
  return sub(-1, a);
}

/** `a << b`. @throws ValueError for a negative count */
export function shiftLeft(rt: Runtime, a: Int, b: Int): Int {
  if (b < 0) valueError('negative shift count');
  if (a === 0) return 0;
  if (typeof b === 'bigint') return rt.charge(Infinity) as never;
  if (typeof a === 'number' && b < 64) {
    const shifted = a * 2 ** b;
    if (Number.isSafeInteger(shifted)) return shifted;
  }
  if (b >= 4096) chargeBits(rt, bitLength(a) + b, 0);
  return normalizeInt(BigInt(a) << BigInt(b));
}

/** `a >> b`, rounding down. @throws ValueError for a negative count */
export function shiftRight(a: Int, b: Int): Int {
  if (b < 0) valueError('negative shift count');
  if (typeof b === 'bigint') return a < 0 ? -1 : 0;
  if (typeof a === 'number') return b < 64 ? Math.floor(a / 2 ** b) : a < 0 ? -1 : 0;
  return normalizeInt(a >> BigInt(b));
}

const isInt32 = (a: Int): a is number => typeof a === 'number' && (a | 0) === a;

export function bitAnd(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a & b : normalizeInt(BigInt(a) & BigInt(b));
}

export function bitOr(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a | b : normalizeInt(BigInt(a) | BigInt(b));
}

export function bitXor(a: Int, b: Int): Int {
  return isInt32(a) && isInt32(b) ? a ^ b : normalizeInt(BigInt(a) ^ BigInt(b));
}

/** The number of ones among the binary digits of |value|. https://docs.python.org/3.11/library/stdtypes.html#int.bit_count */
export function bitCount(value: Int): number {
  const digits = (value < 0 ? -value : value).toString(2);
  let count = 0;
  for (let i = 0; i < digits.length; i++) if (digits.charCodeAt(i) === 49) count++;
  return count;
}

/** The non-negative greatest common divisor; gcd(0, 0) is 0. */
export function gcd(rt: Runtime, a: Int, b: Int): Int {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0) {
    if (typeof y === 'bigint' && y >> 2048n > 0n) rt.charge(limbs(y));
    [x, y] = [y, floorRemainder(rt, x, y)];
  }
  return x;
}

/** ⌊√value⌋ for value ≥ 0. https://docs.python.org/3.11/library/math.html#math.isqrt */
export function integerSqrt(rt: Runtime, value: Int): Int {
  if (typeof value === 'number') {
    const root = Math.floor(Math.sqrt(value));
    // The square root is correctly rounded, so its floor is at most one too large.
    return BigInt(root) * BigInt(root) > BigInt(value) ? root - 1 : root;
  }
  const n = limbs(value);
  if (n > 16) rt.charge(multiplyCost(n, n) * Math.log2(n) * 2);
  // Newton's method from above: the first estimate is a power of two not below the root.
  let root = 1n << BigInt(Math.ceil(bitLength(value) / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return normalizeInt(root);
    root = next;
  }
}
