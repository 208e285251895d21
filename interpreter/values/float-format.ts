// Floats as text in CPython's presentation types e, f, g and r (PyOS_double_to_string): shared by format specs
// and by `%`. https://docs.python.org/3.11/library/string.html#format-specification-mini-language
import { fixedDigits, shortestDigits, significantDigits, type Digits } from './decimal-digits.ts';

/** How to write a float. */
export interface FloatStyle {
  /** `r` is repr's: as many digits as needed. */
  type: 'e' | 'f' | 'g' | 'r';
  /** Digits after the point (e, f), significant digits (g); unused for r. */
  precision: number;
  /** `#`: keep the point, and for g the trailing zeros. */
  alternate: boolean;
  /** At least one digit after the point, as str() has it. */
  addDotZero: boolean;
}

function exponential(digits: string, exponent: number, alternate: boolean): string {
  const point = digits.length > 1 || alternate ? '.' : '';
  const sign = exponent < 0 ? '-' : '+';
  return `${digits[0]}${point}${digits.slice(1)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Digits with the point in its place, without exponent. */
function positional({ digits, point }: Digits, { alternate, addDotZero }: FloatStyle): string {
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  if (fraction === '' && addDotZero) return `${whole}.0`;
  return fraction === '' && !alternate ? whole : `${whole}.${fraction}`;
}

const stripZeros = (digits: string): string => digits.replace(/0+$/, '') || '0';

/** |value| as text in `style`, lower case; 'inf' or 'nan' for what is not finite. */
export function formatMagnitude(value: number, style: FloatStyle): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'inf';
  const { type, precision, alternate, addDotZero } = style;
  switch (type) {
    case 'f': {
      const fixed = fixedDigits(value, precision);
      return precision === 0 && alternate ? `${fixed}.` : fixed;
    }
    case 'e': {
      const { digits, point } = significantDigits(value, precision + 1);
      return exponential(digits, point - 1, alternate);
    }
    case 'g': {
      const count = Math.max(precision, 1);
      const rounded = significantDigits(value, count);
      const digits = alternate ? rounded.digits : stripZeros(rounded.digits);
      const { point } = rounded;
      if (point <= -4 || point > count - (addDotZero ? 1 : 0))
        return exponential(digits, point - 1, alternate);
      return positional({ digits, point }, style);
    }
    case 'r': {
      const shortest = shortestDigits(value);
      if (shortest.point <= -4 || shortest.point > 16)
        return exponential(shortest.digits, shortest.point - 1, alternate);
      return positional(shortest, style);
    }
  }
}
