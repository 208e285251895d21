// Decimal rounding of doubles by exact arithmetic, as Python does it: `round(x, n)` and `f'{x:.nf}'`.
// For references only: apart from the interpreter's own.

const view = new DataView(new ArrayBuffer(8));

/** A finite double as whole number times a power of two. */
function decompose(value: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return { mantissa: biased === 0 ? fraction : fraction | (1n << 52n), exponent: Math.max(biased, 1) - 1075 };
}

/** A finite double with so many digits after the point, ties to even: Python's `f'{value:.nf}'`. */
export function fixed(value: number, digits: number): string {
  const { mantissa, exponent } = decompose(value);
  const scaled = mantissa * 10n ** BigInt(digits);
  const shift = BigInt(Math.max(-exponent, 0));
  const whole = exponent >= 0 ? scaled << BigInt(exponent) : scaled >> shift;
  const twiceRest = exponent >= 0 ? 0n : 2n * (scaled - (whole << shift));
  const unit = 1n << shift;
  const up = twiceRest > unit || (twiceRest === unit && whole % 2n === 1n);
  const text = (whole + (up ? 1n : 0n)).toString().padStart(digits + 1, '0');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Python's `round(value, digits)` of a finite double. */
export const rounded = (value: number, digits: number): number => Number(fixed(value, digits));
