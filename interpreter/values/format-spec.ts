// The format mini-language: parsing of a spec, and the layout that all types share.
// https://docs.python.org/3.11/library/string.html#format-specification-mini-language
import type { Runtime } from '../runtime.ts';
import { valueError } from './errors.ts';
import { codePointCount, toCharacters } from './str.ts';
import { decimalValue } from './unicode.ts';

export type Align = '<' | '>' | '=' | '^';

/** A parsed spec. */
export interface FormatSpec {
  fill: string;
  align: Align;
  sign: '' | '+' | '-' | ' ';
  /** `z`: no minus before a zero. */
  coerceZero: boolean;
  /** `#` */
  alternate: boolean;
  /** −1 when not given. */
  width: number;
  grouping: '' | ',' | '_';
  /** −1 when not given. */
  precision: number;
  /** The presentation type, '' when not given. */
  type: string;
}

const ALIGNS = '<>=^';
const SSIZE_MAX = 2n ** 63n - 1n;

/** Reads decimal digits, of any script, from `at`. */
function readInteger(chars: readonly string[], at: number): { value: number; next: number } {
  let digits = '';
  let next = at;
  for (; next < chars.length; next++) {
    const digit = decimalValue(chars[next].codePointAt(0) as number);
    if (digit < 0) break;
    digits += digit;
  }
  if (digits !== '' && BigInt(digits) > SSIZE_MAX) valueError('Too many decimal digits in format string');
  return { value: digits === '' ? -1 : Number(digits), next };
}

const bothSeparators = (): never => valueError("Cannot specify both ',' and '_'.");

/** How error texts show a presentation type. */
export function shownType(type: string): string {
  const point = type.codePointAt(0) as number;
  return point > 32 && point < 128 ? type : `\\x${point.toString(16)}`;
}

function checkGrouping(grouping: string, type: string): void {
  if (grouping === '' || type === '' || 'defgEG%F'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  valueError(`Cannot specify '${grouping}' with '${shownType(type)}'.`);
}

/**
 * Parses `spec` for an object of the type named `typeName`.
 * @param defaultAlign '<' for texts, '>' for numbers
 * @throws PyRaise ValueError
 */
export function parseFormatSpec(
  spec: string,
  typeName: string,
  defaultAlign: Align,
  defaultType: string,
): FormatSpec {
  const chars = toCharacters(spec);
  const parsed: FormatSpec = {
    fill: ' ',
    align: defaultAlign,
    sign: '',
    coerceZero: false,
    alternate: false,
    width: -1,
    grouping: '',
    precision: -1,
    type: defaultType,
  };
  let at = 0;
  const accept = (accepted: string): string => {
    const char = chars[at];
    return char !== undefined && accepted.includes(char) ? chars[at++] : '';
  };
  let fillGiven = false;
  if (chars.length >= 2 && ALIGNS.includes(chars[1])) {
    parsed.fill = chars[at++];
    fillGiven = true;
  }
  const align = accept(ALIGNS) as Align | '';
  if (align !== '') parsed.align = align;
  parsed.sign = accept('+- ') as FormatSpec['sign'];
  parsed.coerceZero = accept('z') !== '';
  parsed.alternate = accept('#') !== '';
  if (!fillGiven && accept('0') !== '') {
    parsed.fill = '0';
    if (align === '' && defaultAlign === '>') parsed.align = '=';
  }
  ({ value: parsed.width, next: at } = readInteger(chars, at));
  if (accept(',') !== '') parsed.grouping = ',';
  if (accept('_') !== '') parsed.grouping = parsed.grouping === '' ? '_' : bothSeparators();
  if (chars[at] === ',' && parsed.grouping === '_') bothSeparators();
  if (accept('.') !== '') {
    ({ value: parsed.precision, next: at } = readInteger(chars, at));
    if (parsed.precision < 0) valueError('Format specifier missing precision');
  }
  if (chars.length - at > 1)
    valueError(`Invalid format specifier '${spec}' for object of type '${typeName}'`);
  if (at < chars.length) parsed.type = chars[at];
  checkGrouping(parsed.grouping, parsed.type);
  return parsed;
}

/** Pads `body`; '=' is the numbers' own business and here the same as '>'. */
export function pad(rt: Runtime, body: string, { fill, align, width }: FormatSpec): string {
  const padding = width - codePointCount(body);
  if (padding <= 0) return body;
  rt.charge(width);
  const before = align === '<' ? 0 : align === '^' ? Math.floor(padding / 2) : padding;
  return fill.repeat(before) + body + fill.repeat(padding - before);
}

/** A number in pieces: `sign prefix digits rest`, only `digits` being grouped. */
export interface NumberParts {
  sign: string;
  prefix: string;
  digits: string;
  rest: string;
}

/** Groups digits from the right, adding zeros until they take `minWidth` columns. */
function group(digits: string, separator: string, size: number, minWidth: number): string {
  const groups: string[] = [];
  let remaining = digits.length;
  for (let wanted = minWidth; ; wanted -= separator.length) {
    const length = Math.min(size, Math.max(remaining, wanted, 1));
    const from = Math.max(0, remaining - length);
    groups.unshift(digits.slice(from, remaining).padStart(length, '0'));
    remaining = from;
    wanted -= length;
    if (remaining <= 0 && wanted <= 0) return groups.join(separator);
  }
}

/** Lays a number out: groups, and pads before or after the sign. */
export function layOutNumber(rt: Runtime, parts: NumberParts, spec: FormatSpec): string {
  const { sign, prefix, digits, rest } = parts;
  const zeroFilled = spec.fill === '0' && spec.align === '=';
  if (spec.width > 0) rt.charge(spec.width);
  const minWidth = zeroFilled ? spec.width - sign.length - prefix.length - rest.length : 0;
  const size = spec.grouping === '' ? Infinity : 'boxX'.includes(spec.type || 'd') ? 4 : 3;
  const grouped = digits === '' ? '' : group(digits, spec.grouping, size, minWidth);
  if (spec.align !== '=') return pad(rt, sign + prefix + grouped + rest, spec);
  const padding = Math.max(0, spec.width - sign.length - prefix.length - grouped.length - rest.length);
  return sign + prefix + spec.fill.repeat(padding) + grouped + rest;
}

/** The sign that a spec asks for. */
export function signOf(negative: boolean, spec: FormatSpec): string {
  if (negative) return '-';
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
}
