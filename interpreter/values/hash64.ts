// 64-bit hash values as two 32-bit halves, for CPython's hash tables and its hash of tuples without bigints.
// Knows no values: only numbers.

/** A signed 64-bit integer: `hi · 2³² + (lo >>> 0)`, both halves int32. */
export interface Hash64 {
  readonly hi: number;
  readonly lo: number;
}

/** The halves of a safe integer, or of any bigint taken modulo 2⁶⁴. */
export function toHash64(value: number | bigint): Hash64 {
  if (typeof value === 'number') return { hi: Math.floor(value / 0x100000000) | 0, lo: value | 0 };
  return { hi: Number(BigInt.asIntN(32, value >> 32n)), lo: Number(BigInt.asIntN(32, value)) };
}

/** The integer, normalised as Python ints are. */
export function fromHash64({ hi, lo }: Hash64): number | bigint {
  const value = hi * 0x100000000 + (lo >>> 0);
  return Number.isSafeInteger(value) ? value : (BigInt(hi) << 32n) | BigInt(lo >>> 0);
}

// The constants of xxHash that CPython's tuple hash uses (Objects/tupleobject.c, _PyHASH_XXPRIME_1, 2 and 5).
const PRIME1 = toHash64(11400714785074694791n);
const PRIME2 = toHash64(14029467366897019727n);
const PRIME5 = toHash64(2870177450012600261n);
const LENGTH_SALT = 3527539;

/** The high half of the unsigned product of two 32-bit numbers. */
function mulHigh(a: number, b: number): number {
  const [a0, a1, b0, b1] = [a & 0xffff, a >>> 16, b & 0xffff, b >>> 16];
  const low = a0 * b0;
  const middle = a1 * b0 + (low >>> 16);
  const cross = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) | 0;
}

/** Accumulates `hash((x, y, …))` from the hashes of the elements. */
export class TupleHash {
  private hi = PRIME5.hi;
  private lo = PRIME5.lo;
  private count = 0;

  add(lane: Hash64): void {
    // acc += lane · P2
    const low = Math.imul(lane.lo, PRIME2.lo);
    const high = mulHigh(lane.lo, PRIME2.lo) + Math.imul(lane.hi, PRIME2.lo) + Math.imul(lane.lo, PRIME2.hi);
    const sum = (this.lo >>> 0) + (low >>> 0);
    const hi = (this.hi + high + (sum > 0xffffffff ? 1 : 0)) | 0;
    const lo = sum | 0;
    // acc = rotl(acc, 31)
    const turnedHi = (hi << 31) | (lo >>> 1);
    const turnedLo = (lo << 31) | (hi >>> 1);
    // acc *= P1
    this.lo = Math.imul(turnedLo, PRIME1.lo);
    this.hi =
      (mulHigh(turnedLo, PRIME1.lo) + Math.imul(turnedHi, PRIME1.lo) + Math.imul(turnedLo, PRIME1.hi)) | 0;
    this.count++;
  }

  finish(): Hash64 {
    // acc += len ^ (P5 ^ salt)
    const sum = (this.lo >>> 0) + ((this.count ^ PRIME5.lo ^ LENGTH_SALT) >>> 0);
    const hi = (this.hi + PRIME5.hi + (sum > 0xffffffff ? 1 : 0)) | 0;
    const lo = sum | 0;
    return hi === -1 && lo === -1 ? toHash64(1546275796) : { hi, lo };
  }
}

const MASK64 = 0xffffffffffffffffn;

function shuffle(hash: bigint): bigint {
  return ((hash ^ 89869747n ^ (hash << 16n)) * 3644798167n) & MASK64;
}

/** `hash(frozenset(…))` from the hashes of its elements, in any order (Objects/setobject.c, frozenset_hash). */
export function frozensetHash(elements: readonly Hash64[]): Hash64 {
  let hash = 0n;
  for (const element of elements) hash ^= shuffle(BigInt.asUintN(64, BigInt(fromHash64(element))));
  hash ^= (BigInt(elements.length + 1) * 1927868237n) & MASK64;
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = (hash * 69069n + 907133923n) & MASK64;
  return toHash64(hash === MASK64 ? 590923713n : BigInt.asIntN(64, hash));
}
