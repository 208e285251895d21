// Escapes in patterns: `\n`, `\x41`, `\d` and the like, which mean the same inside and outside of `[…]`, and those
// that do not. https://docs.python.org/3.11/library/re.html#regular-expression-syntax
import type { Runtime } from '../../runtime.ts';
import type { PatternSource } from './source.ts';
import type { SetItem } from './syntax.ts';

export const DIGITS = '0123456789';
export const OCTAL_DIGITS = '01234567';
const HEX_DIGITS = '0123456789abcdefABCDEF';

/** Escapes of control characters, in patterns and templates; `\b` is one only inside `[…]` and in templates. */
export const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
  '\\a': '\x07',
  '\\b': '\b',
  '\\f': '\f',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\v': '\v',
  '\\\\': '\\',
};

const CATEGORY_ESCAPES: Readonly<Record<string, SetItem>> = {
  '\\d': { kind: 'category', category: 'digit', negated: false },
  '\\D': { kind: 'category', category: 'digit', negated: true },
  '\\s': { kind: 'category', category: 'space', negated: false },
  '\\S': { kind: 'category', category: 'space', negated: true },
  '\\w': { kind: 'category', category: 'word', negated: false },
  '\\W': { kind: 'category', category: 'word', negated: true },
};

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export const isAsciiLetter = (char: string): boolean => /^[a-zA-Z]$/.test(char);

const point = (at: number): SetItem => ({ kind: 'point', point: at });

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh`; undefined for other escapes. */
function hexEscape(rt: Runtime, source: PatternSource, escape: string): SetItem | undefined {
  const digits = HEX_LENGTHS[escape[1]];
  if (digits === undefined) return undefined;
  const whole = escape + source.takeWhile(digits, HEX_DIGITS);
  if (whole.length !== digits + 2) source.fail(`incomplete escape ${whole}`, whole.length);
  const value = parseInt(whole.slice(2), 16);
  if (value > 0x10ffff) source.fail(`bad escape ${whole}`, whole.length);
  if (value >= 0xd800 && value <= 0xdfff) rt.unsupported('lone surrogate');
  return point(value);
}

/** The character of an octal escape with all its digits. */
export function octalValue(source: PatternSource, escape: string): number {
  const value = parseInt(escape.slice(1), 8);
  if (value > 0o377) source.fail(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
  return value;
}

/** Any other escape: of a character that means nothing special. */
function plainEscape(source: PatternSource, escape: string): SetItem {
  const char = escape.slice(1);
  if (isAsciiLetter(char) || DIGITS.includes(char)) source.fail(`bad escape ${escape}`, escape.length);
  return point(char.codePointAt(0) as number);
}

function commonEscape(rt: Runtime, source: PatternSource, escape: string): SetItem | undefined {
  if (escape === '\\N') return rt.unsupported('\\N in a regular expression');
  return CATEGORY_ESCAPES[escape] ?? hexEscape(rt, source, escape);
}

/** The escape `escape` inside `[…]`. @throws PyRaise re.error */
export function setEscape(rt: Runtime, source: PatternSource, escape: string): SetItem {
  const control = CONTROL_ESCAPES[escape];
  if (control !== undefined) return point(control.charCodeAt(0));
  const common = commonEscape(rt, source, escape);
  if (common !== undefined) return common;
  if (OCTAL_DIGITS.includes(escape[1]))
    return point(octalValue(source, escape + source.takeWhile(2, OCTAL_DIGITS)));
  return plainEscape(source, escape);
}

/** The escape `escape` outside of `[…]`: what it matches, or the number of the group it refers to. */
export function patternEscape(
  rt: Runtime,
  source: PatternSource,
  escape: string,
): SetItem | { group: number; length: number } {
  const control = CONTROL_ESCAPES[escape];
  if (control !== undefined) return point(control.charCodeAt(0));
  const common = commonEscape(rt, source, escape);
  if (common !== undefined) return common;
  const digit = escape[1];
  if (digit === '0') return point(parseInt(escape.slice(1) + source.takeWhile(2, OCTAL_DIGITS), 8));
  if (!DIGITS.includes(digit)) return plainEscape(source, escape);
  let whole = escape + source.takeWhile(1, DIGITS);
  if (
    whole.length === 3 &&
    OCTAL_DIGITS.includes(digit) &&
    OCTAL_DIGITS.includes(whole[2]) &&
    source.nextIn(OCTAL_DIGITS)
  ) {
    whole += source.take();
    return point(octalValue(source, whole));
  }
  return { group: Number(whole.slice(1)), length: whole.length };
}
