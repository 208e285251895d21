// Number literals (language reference, 2.4.4 to 2.4.7). Reads one number and says what is wrong with it.
import type { ConstantValue } from '../ast.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { isAsciiNamePart, isDigit } from './characters.ts';

const prefixed = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+/y;
const decimal =
  /(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?/y;
/** CPython lets a keyword follow a number without a space: `1if x else 2`. */
const keywordAfter = /and|else|for|if|in|is|not|or/y;

/** CPython's default `sys.int_info.default_max_str_digits`. */
const MAX_DIGITS = 4300;

export interface NumberToken {
  end: number;
  value: ConstantValue;
}

/** An integer in the representation that `ConstantValue` asks for. */
function intValue(digits: string): ConstantValue {
  if (digits.length <= 15) return { type: 'int', value: Number(digits) };
  return bigValue(BigInt(digits));
}

function bigValue(value: bigint): ConstantValue {
  const small = Number(value);
  return { type: 'int', value: Number.isSafeInteger(small) ? small : value };
}

function baseName(letter: string): string {
  if (letter === 'x' || letter === 'X') return 'hexadecimal';
  return letter === 'o' || letter === 'O' ? 'octal' : 'binary';
}

/** Reads the number that starts at `at`, where a digit stands, or a dot before a digit. */
export function readNumber(text: string, at: number, sink: Diagnostics): NumberToken {
  const letter = text.charAt(at + 1);
  if (text.charAt(at) === '0' && /[xob]/i.test(letter)) return readPrefixed(text, at, baseName(letter), sink);
  decimal.lastIndex = at;
  decimal.test(text);
  let end = decimal.lastIndex;
  const image = text.slice(at, end);
  const isInteger = /^[0-9_]+$/.test(image);
  const digits = image.replaceAll('_', '');
  const after = text.charCodeAt(end);
  if (after === 106 || after === 74) {
    end = rejectTail(text, at, end + 1, 'imaginary', sink);
    return { end, value: { type: 'imaginary', value: Number(digits) } };
  }
  end = rejectTail(text, at, end, 'decimal', sink);
  if (!isInteger) return { end, value: { type: 'float', value: Number(digits) } };
  if (digits.charCodeAt(0) === 48 && /[1-9]/.test(digits)) sink.report('E0110', at, end, {});
  if (digits.length > MAX_DIGITS) {
    sink.report('E0118', at, end, { digits: digits.length });
    return { end, value: { type: 'int', value: 0 } };
  }
  return { end, value: intValue(digits) };
}

function readPrefixed(text: string, at: number, base: string, sink: Diagnostics): NumberToken {
  prefixed.lastIndex = at;
  if (!prefixed.test(text)) {
    const next = text.charCodeAt(at + 2);
    const end = at + 2;
    if (isDigit(next)) sink.report('E0109', at, end + 1, { digit: String.fromCharCode(next), base });
    else sink.report('E0108', at, end, { base });
    return { end: skipNameParts(text, end), value: { type: 'int', value: 0 } };
  }
  const stop = prefixed.lastIndex;
  const next = text.charCodeAt(stop);
  if (isDigit(next)) {
    sink.report('E0109', at, stop + 1, { digit: String.fromCharCode(next), base });
    return { end: skipNameParts(text, stop), value: { type: 'int', value: 0 } };
  }
  const end = rejectTail(text, at, stop, base, sink);
  return { end, value: bigValue(BigInt(text.slice(at, stop).replaceAll('_', ''))) };
}

/** Reports name characters that follow a number, unless they spell a keyword; returns the end of both. */
function rejectTail(text: string, at: number, end: number, base: string, sink: Diagnostics): number {
  const next = text.charCodeAt(end);
  if (!isAsciiNamePart(next) && !(next >= 128)) return end;
  keywordAfter.lastIndex = end;
  if (keywordAfter.test(text)) return end;
  if (!isAsciiNamePart(next) && !/[\p{XID_Continue}]/u.test(text.charAt(end))) return end;
  sink.report('E0108', at, end, { base });
  return skipNameParts(text, end);
}

function skipNameParts(text: string, at: number): number {
  while (isAsciiNamePart(text.charCodeAt(at))) at++;
  return at;
}
