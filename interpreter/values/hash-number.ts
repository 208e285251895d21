// `hash()` of ints, floats, strings and bytes, as CPython 3.11 computes it on 64-bit machines: numbers modulo
// 2^61 − 1 so that equal numbers of different types hash alike; text by SipHash-1-3 with the zero key that
// PYTHONHASHSEED=0 gives. https://docs.python.org/3.11/library/stdtypes.html#hashing-of-numeric-types
import { normalizeInt, type Int } from './int.ts';
import { decompose } from './int-float.ts';

const MODULUS = (1n << 61n) - 1n;

function signedHash(magnitude: bigint, negative: boolean): Int {
  const reduced = magnitude % MODULUS;
  const hash = normalizeInt(negative ? -reduced : reduced);
  return hash === -1 ? -2 : hash;
}

/** `hash(value)`. */
export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  return signedHash(value < 0n ? -value : value, value < 0n);
}

/** `hash(value)`; a NaN's depends on its identity in CPython and is not for this function. */
export function hashFloat(value: number): Int {
  if (Number.isSafeInteger(value)) return hashInt(value + 0);
  if (!Number.isFinite(value)) return value > 0 ? 314159 : -314159;
  const { mantissa, exponent } = decompose(value);
  // 2^61 is 1 modulo 2^61 − 1: a power of two turns the 61 bits.
  const turn = BigInt(((exponent % 61) + 61) % 61);
  return signedHash(BigInt(Math.abs(mantissa)) << turn, value < 0);
}

/** SipHash state: four 64-bit words as pairs of int32, high half first. */
type State = Int32Array;

function addTo(v: State, a: number, b: number): void {
  const low = (v[2 * a + 1] >>> 0) + (v[2 * b + 1] >>> 0);
  v[2 * a] += v[2 * b] + (low > 0xffffffff ? 1 : 0);
  v[2 * a + 1] = low;
}

/** v[a] = rotl(v[a], n) ^ v[b]; n < 32 */
function turnXor(v: State, a: number, n: number, b: number): void {
  const [high, low] = [v[2 * a], v[2 * a + 1]];
  v[2 * a] = ((high << n) | (low >>> (32 - n))) ^ v[2 * b];
  v[2 * a + 1] = ((low << n) | (high >>> (32 - n))) ^ v[2 * b + 1];
}

function swapHalves(v: State, a: number): void {
  [v[2 * a], v[2 * a + 1]] = [v[2 * a + 1], v[2 * a]];
}

/** One round of SipHash (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012, figure 2.1). */
function sipRound(v: State): void {
  addTo(v, 0, 1);
  turnXor(v, 1, 13, 0);
  swapHalves(v, 0);
  addTo(v, 2, 3);
  turnXor(v, 3, 16, 2);
  addTo(v, 0, 3);
  turnXor(v, 3, 21, 0);
  addTo(v, 2, 1);
  turnXor(v, 1, 17, 2);
  swapHalves(v, 2);
}

const state = new Int32Array(8);
// "somepseudorandomlygeneratedbytes", xored with a key of zero.
const INITIAL = Int32Array.of(
  0x736f6d65,
  0x70736575,
  0x646f7261,
  0x6e646f6d,
  0x6c796765,
  0x6e657261,
  0x74656462,
  0x79746573,
);

/** Hashes `length` bytes, given by `byteAt`, with one compression and three finalisation rounds. */
function sipHash(length: number, byteAt: (index: number) => number): Int {
  if (length === 0) return 0;
  state.set(INITIAL);
  const word = (start: number, end: number): number => {
    let value = 0;
    for (let i = end - 1; i >= start; i--) value = (value << 8) | byteAt(i);
    return value;
  };
  const compress = (high: number, low: number): void => {
    state[6] ^= high;
    state[7] ^= low;
    sipRound(state);
    state[0] ^= high;
    state[1] ^= low;
  };
  const whole = length - (length % 8);
  for (let i = 0; i < whole; i += 8) compress(word(i + 4, i + 8), word(i, i + 4));
  const middle = Math.min(whole + 4, length);
  compress((length << 24) | word(middle, length), word(whole, middle));
  state[5] ^= 0xff;
  for (let i = 0; i < 3; i++) sipRound(state);
  const high = state[0] ^ state[2] ^ state[4] ^ state[6];
  const low = state[1] ^ state[3] ^ state[5] ^ state[7];
  const hash = high * 0x100000000 + (low >>> 0);
  if (hash === -1) return -2;
  return Number.isSafeInteger(hash) ? hash : (BigInt(high) << 32n) | BigInt(low >>> 0);
}

/** `hash(data)` for bytes under PYTHONHASHSEED=0. */
export function hashBytes(data: ArrayLike<number>): Int {
  return sipHash(data.length, (i) => data[i]);
}

/** `hash(text)` under PYTHONHASHSEED=0: over one, two or four bytes a code point, as the widest needs. */
export function hashStr(text: string): Int {
  let widest = 0;
  for (let i = 0; i < text.length; i++) widest |= text.charCodeAt(i);
  if (widest < 0x100) return sipHash(text.length, (i) => text.charCodeAt(i));
  const points = Array.from(text, (char) => char.codePointAt(0) as number);
  // No surrogates pairs: one unit a code point.
  if (points.length === text.length)
    return sipHash(text.length * 2, (i) => (text.charCodeAt(i >> 1) >> ((i & 1) * 8)) & 0xff);
  return sipHash(points.length * 4, (i) => (points[i >> 2] >> ((i & 3) * 8)) & 0xff);
}
