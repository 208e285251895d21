// `text % arguments`. https://docs.python.org/3.11/library/stdtypes.html#printf-style-string-formatting
import type { Runtime } from '../runtime.ts';
import { asIndex, requireSize } from './as-index.ts';
import { unbox } from './boxed.ts';
import { raise, isRaised, typeError, valueError } from './errors.ts';
import { formatMagnitude, type FloatStyle } from './float-format.ts';
import { intToStr, radixDigits } from './int-text.ts';
import type { Int } from './int.ts';
import { isNumberLike, requireFloat, truncateToInt } from './number-coerce.ts';
import type { Value } from './objects.ts';
import { ascii, repr, str } from './repr.ts';
import { findSpecial } from './special.ts';
import { codePointAt, codePointCount, substring, toCharacters } from './str.ts';
import { getItem } from './subscript.ts';
import { PyDeque } from './deque.ts';
import { PyTuple } from './tuple.ts';
import { isIntegral, typeName } from './type-of.ts';

/** One conversion specifier. */
interface Conversion {
  flags: string;
  /** −1 when not given. */
  width: number;
  /** −1 when not given. */
  precision: number;
  type: string;
}

/** A formatted argument: only a number has a sign and a prefix to pad behind. */
interface Piece {
  sign: string;
  prefix: string;
  body: string;
  numeric: boolean;
}

const text = (body: string): Piece => ({ sign: '', prefix: '', body, numeric: false });

/** Gives out the arguments one by one; `%(key)s` replaces them by the value found. */
class Arguments {
  private items: readonly Value[];
  private next = 0;
  private readonly mapping: Value | undefined;

  constructor(given: Value) {
    this.items = given instanceof PyTuple ? given.items : [given];
    // a deque has its items by their places alone (PyMapping_Check)
    const isMapping =
      !(given instanceof PyTuple || given instanceof PyDeque) && typeof unbox(given) !== 'string';
    this.mapping = isMapping && findSpecial(given, '__getitem__') !== undefined ? given : undefined;
  }

  take(): Value {
    if (this.next >= this.items.length) typeError('not enough arguments for format string');
    return this.items[this.next++];
  }

  lookUp(rt: Runtime, key: string): void {
    this.requireMapping();
    this.items = [getItem(rt, this.mapping as Value, key)];
    this.next = 0;
  }

  requireMapping(): void {
    if (this.mapping === undefined) typeError('format requires a mapping');
  }

  finish(): void {
    if (this.next < this.items.length && this.mapping === undefined)
      typeError('not all arguments converted during string formatting');
  }
}

/** Walks the characters of a format. */
class Scanner {
  readonly chars: readonly string[];
  at = 0;

  constructor(format: string) {
    this.chars = toCharacters(format);
  }

  take(): string {
    return this.chars[this.at++] ?? valueError('incomplete format');
  }

  /** The characters from here on that `accepted` holds. */
  run(accepted: string): string {
    let taken = '';
    while (this.at < this.chars.length && accepted.includes(this.chars[this.at]))
      taken += this.chars[this.at++];
    return taken;
  }

  /** A key up to its closing parenthesis, inner pairs included. */
  key(): string {
    const start = this.at;
    for (let depth = 1; depth > 0;) {
      const char = this.chars[this.at++];
      if (char === undefined) valueError('incomplete format key');
      if (char === '(') depth++;
      if (char === ')') depth--;
    }
    return this.chars.slice(start, this.at - 1).join('');
  }
}

const DIGITS = '0123456789';

function readConversion(rt: Runtime, scanner: Scanner, args: Arguments): Conversion {
  if (scanner.chars[scanner.at] === '(') {
    args.requireMapping();
    scanner.at++;
    args.lookUp(rt, scanner.key());
  }
  const conversion: Conversion = { flags: scanner.run('-+ #0'), width: -1, precision: -1, type: '' };
  const star = (): Value => {
    scanner.at++;
    const value = args.take();
    return isIntegral(unbox(value)) ? value : typeError('* wants int');
  };
  if (scanner.chars[scanner.at] === '*') {
    conversion.width = requireSize(rt, star());
    if (conversion.width < 0) {
      conversion.flags += '-';
      conversion.width = -conversion.width;
    }
  } else {
    const digits = scanner.run(DIGITS);
    if (digits !== '' && BigInt(digits) > 2n ** 63n - 1n) valueError('width too big');
    if (digits !== '') conversion.width = Number(digits);
  }
  if (scanner.chars[scanner.at] === '.') {
    scanner.at++;
    if (scanner.chars[scanner.at] === '*') {
      const precision = asIndex(rt, star()) as Int;
      if (precision > 2147483647 || precision < -2147483648)
        raise('OverflowError', 'Python int too large to convert to C int');
      conversion.precision = Math.max(0, Number(precision));
    } else {
      const digits = scanner.run(DIGITS);
      if (digits !== '' && BigInt(digits) > 2147483647n) valueError('precision too big');
      conversion.precision = Number(digits);
    }
  }
  if ('hlL'.includes(scanner.chars[scanner.at] ?? '?')) scanner.at++;
  conversion.type = scanner.take();
  return conversion;
}

const RADIX: Readonly<Record<string, 2 | 8 | 16>> = { o: 8, x: 16, X: 16 };

function toInteger(rt: Runtime, value: Value, type: string): Int {
  const plain = unbox(value);
  if (isIntegral(plain)) return typeof plain === 'boolean' ? Number(plain) : plain;
  try {
    const radix = type in RADIX;
    const converted = radix ? asIndex(rt, value) : isNumberLike(value) ? truncateToInt(rt, value) : undefined;
    if (converted !== undefined) return converted;
  } catch (error) {
    if (!isRaised(error, 'TypeError')) throw error;
  }
  const wanted = type in RADIX ? 'an integer' : 'a real number';
  return typeError(`%${type} format: ${wanted} is required, not ${typeName(value)}`);
}

function formatInteger(rt: Runtime, value: Value, { type, flags, precision }: Conversion): Piece {
  const integer = toInteger(rt, value, type);
  const radix = RADIX[type];
  const magnitude = integer < 0 ? -integer : integer;
  let body = radix === undefined ? intToStr(magnitude) : radixDigits(rt, magnitude, radix);
  if (type === 'X') body = body.toUpperCase();
  if (precision > body.length) {
    rt.charge(precision);
    body = body.padStart(precision, '0');
  }
  const prefix = radix !== undefined && flags.includes('#') ? `0${type}` : '';
  return { sign: signOf(integer < 0, flags), prefix, body, numeric: true };
}

function signOf(negative: boolean, flags: string): string {
  if (negative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function formatReal(rt: Runtime, value: Value, { type, flags, precision }: Conversion): Piece {
  const real = requireFloat(rt, value);
  const digits = precision < 0 ? 6 : precision;
  rt.charge(digits);
  const lower = type.toLowerCase() as FloatStyle['type'];
  const style = { type: lower, precision: digits, alternate: flags.includes('#'), addDotZero: false };
  const magnitude = formatMagnitude(real, style);
  const negative = real < 0 || Object.is(real, -0);
  const body = lower === type ? magnitude : magnitude.toUpperCase();
  return { sign: signOf(negative, flags), prefix: '', body, numeric: true };
}

function formatCharacter(rt: Runtime, value: Value): Piece {
  const plain = unbox(value);
  if (typeof plain === 'string')
    return codePointCount(plain) === 1 ? text(plain) : typeError('%c requires int or char');
  const point = asIndex(rt, value) ?? typeError('%c requires int or char');
  if (point < 0 || point > 0x10ffff) raise('OverflowError', '%c arg not in range(0x110000)');
  if (point >= 0xd800 && point < 0xe000) rt.unsupported('lone surrogate');
  return text(String.fromCodePoint(Number(point)));
}

const SHOW: Readonly<Record<string, (rt: Runtime, value: Value) => string>> = { s: str, r: repr, a: ascii };

function formatArgument(rt: Runtime, conversion: Conversion, value: Value, scanner: Scanner): Piece {
  const { type, precision } = conversion;
  const show = SHOW[type];
  if (show !== undefined) {
    const shown = show(rt, value);
    return text(precision >= 0 && precision < codePointCount(shown) ? substring(shown, 0, precision) : shown);
  }
  if ('diuoxX'.includes(type)) return formatInteger(rt, value, conversion);
  if ('eEfFgG'.includes(type)) return formatReal(rt, value, conversion);
  if (type === 'c') return formatCharacter(rt, value);
  const point = codePointAt(type, 0).codePointAt(0) as number;
  const shown = point >= 31 && point <= 126 ? type : '?';
  return valueError(
    `unsupported format character '${shown}' (0x${point.toString(16)}) at index ${scanner.at - 1}`,
  );
}

function layOut(rt: Runtime, { sign, prefix, body, numeric }: Piece, { flags, width }: Conversion): string {
  const padding = width - sign.length - prefix.length - codePointCount(body);
  if (padding <= 0) return sign + prefix + body;
  rt.charge(width);
  if (flags.includes('-')) return sign + prefix + body + ' '.repeat(padding);
  if (numeric && flags.includes('0')) return sign + prefix + '0'.repeat(padding) + body;
  return ' '.repeat(padding) + sign + prefix + body;
}

/**
 * `format % given`.
 * @throws PyRaise TypeError and ValueError in CPython's words
 */
export function percentFormat(rt: Runtime, format: string, given: Value): string {
  const args = new Arguments(given);
  const scanner = new Scanner(format);
  let result = '';
  while (scanner.at < scanner.chars.length) {
    const char = scanner.chars[scanner.at++];
    if (char !== '%') {
      result += char;
    } else if (scanner.chars[scanner.at] === '%') {
      result += '%';
      scanner.at++;
    } else {
      const conversion = readConversion(rt, scanner, args);
      const piece = formatArgument(rt, conversion, args.take(), scanner);
      result += layOut(rt, piece, conversion);
    }
  }
  args.finish();
  rt.charge(result.length / 4);
  return result;
}
