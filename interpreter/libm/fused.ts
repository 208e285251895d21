// Fused multiply-add, which JavaScript lacks: the C library CPython runs on is compiled with it, and its last digits
// depend on it. Knows only numbers.
import { exactProduct, exactSum } from './double-double.ts';

const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
const unsigned = new Uint32Array(float.buffer);

/** `value` made odd in its last bit, towards a discarded `rest` (Boldo and Melquiond, rounding to odd). */
function roundToOdd(value: number, rest: number): number {
  if (rest === 0) return value;
  float[0] = value;
  if ((words[0] & 1) === 1) return value;
  if (rest > 0 === value > 0) unsigned[0] += 1;
  else {
    if (unsigned[0] === 0) words[1] -= 1;
    unsigned[0] -= 1;
  }
  return float[0];
}

/** a · b + c rounded once, for magnitudes well within the range of floats. */
export function fma(a: number, b: number, c: number): number {
  if (a === 0 || b === 0 || c === 0) return a * b + c;
  const product = exactProduct(a, b);
  const sum = exactSum(product.hi, c);
  const tail = exactSum(sum.lo, product.lo);
  return sum.hi + roundToOdd(tail.hi, tail.lo);
}
