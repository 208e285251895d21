// Texts to numbers: what `int('…', base)` and `float('…')` accept, and their errors.
// https://docs.python.org/3.11/library/functions.html#int, #float
import { namedFloat } from './float.ts';
import { normalizeInt, type Int } from './int.ts';
import { strRepr } from './str-repr.ts';
import { valueError } from './errors.ts';
import { decimalValue, isSpace } from './unicode.ts';
import type { Runtime } from '../runtime.ts';

/** CPython refuses decimal conversion beyond this many digits. https://docs.python.org/3.11/library/stdtypes.html#int-max-str-digits */
export const MAX_STR_DIGITS = 4300;

const EDGES = /^[\t-\r ]+|[\t-\r ]+$/g;

/** Decimal digits of any script as ASCII ones and other scripts' spaces as spaces, the edges trimmed. */
function toAscii(text: string): string {
  let ascii = text;

  if (!/^[\0-\x7f]*$/.test(text)) {
    ascii = '';
    for (const char of text) {
      const point = char.codePointAt(0) as number;
      const digit = point < 127 ? -1 : decimalValue(point);
      ascii += digit >= 0 ? String(digit) : point >= 127 && isSpace(point) ? ' ' : char;
    }
  }
  return ascii.replace(EDGES, '');
}

const PREFIXES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** The digits of an int literal without prefix and underscores, and their base; undefined when malformed. */
function literalParts(
  text: string,
  base: number,
): { sign: string; digits: string; base: number } | undefined {
  const match = /^([+-]?)(.*)$/s.exec(text);
  const sign = match?.[1] ?? '';
  let body = match?.[2] ?? '';
  const prefixed = /^0([xob])_?/i.exec(body);
  let mustBeZero = false;
  if (prefixed !== null && (base === 0 || base === PREFIXES[prefixed[1].toLowerCase()])) {
    base = PREFIXES[prefixed[1].toLowerCase()];
    body = body.slice(prefixed[0].length);
  } else if (base === 0) {
    base = 10;
    mustBeZero = body.startsWith('0');
  }
  if (!/^[0-9a-z]+(?:_[0-9a-z]+)*$/i.test(body)) return undefined;
  const digits = body.replaceAll('_', '');
  for (const digit of digits) if (parseInt(digit, 36) >= base) return undefined;
  if (mustBeZero && /[^0]/.test(digits)) return undefined;
  return { sign, digits, base };
}

const isPowerOfTwo = (base: number): boolean => (base & (base - 1)) === 0;

function digitsToInt(rt: Runtime, digits: string, base: number): bigint {
  rt.charge(digits.length / 8);
  if (base === 10) return BigInt(digits);
  if (base === 16) return BigInt('0x' + digits);
  if (base === 8) return BigInt('0o' + digits);
  if (base === 2) return BigInt('0b' + digits);
  let value = 0n;
  for (let i = 0; i < digits.length; i += 10) {
    const chunk = digits.slice(i, i + 10);
    value = value * BigInt(base ** chunk.length) + BigInt(parseInt(chunk, base));
  }
  return value;
}

/**
 * `int(text, base)`, base 0 or 2 to 36.
 * @param shown how the error text shows the argument, cut at 200 characters
 * @throws ValueError
 */
export function parseInteger(rt: Runtime, text: string, base: number, shown = strRepr(text)): Int {
  const parts = literalParts(toAscii(text), base);
  if (parts === undefined) {
    const cut = Array.from(shown).slice(0, 200).join('');
    return valueError(`invalid literal for int() with base ${base}: ${cut}`);
  }
  const { sign, digits } = parts;
  if (digits.length > MAX_STR_DIGITS && !isPowerOfTwo(parts.base))
    valueError(
      `Exceeds the limit (${MAX_STR_DIGITS} digits) for integer string conversion: ` +
        `value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  const value = digitsToInt(rt, digits, parts.base);
  return normalizeInt(sign === '-' ? -value : value);
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

/** `float(text)`. @throws ValueError */
export function parseFloatText(text: string, shown = strRepr(text)): number {
  const ascii = toAscii(text);
  const named = namedFloat(ascii);
  if (named !== undefined) return named;
  if (!FLOAT.test(ascii)) return valueError(`could not convert string to float: ${shown}`);
  return Number(ascii.replaceAll('_', ''));
}
