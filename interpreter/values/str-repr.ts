// `repr` and `ascii` of strings: quotes and escapes.
// https://docs.python.org/3.11/library/functions.html#repr, #ascii
import { isPrintable } from './unicode.ts';

const SIMPLE: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapePoint(point: number): string {
  const hex = point.toString(16);
  if (point < 0x100) return '\\x' + hex.padStart(2, '0');
  return point < 0x10000 ? '\\u' + hex.padStart(4, '0') : '\\U' + hex.padStart(8, '0');
}

function quoted(text: string, escapes: (point: number) => boolean): string {
  // Single quotes, unless only they occur inside.
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    const simple = SIMPLE[char];
    if (simple !== undefined) body += simple;
    else if (char === quote) body += '\\' + quote;
    else body += escapes(point) ? escapePoint(point) : char;
  }
  return quote + body + quote;
}

const PLAIN = /^[ !#-&(-[\]-~]*$/;

/** `repr(text)`. */
export function strRepr(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quoted(text, (point) => !isPrintable(point));
}

/** `ascii(text)`. */
export function strAscii(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : quoted(text, (point) => point < 32 || point > 126);
}

/** The repr of any value with what is not ASCII escaped, as `ascii()` does to `repr()`. */
export function escapeNonAscii(text: string): string {
  let escaped = '';
  for (const char of text) {
    const point = char.codePointAt(0) as number;
    escaped += point > 126 ? escapePoint(point) : char;
  }
  return escaped;
}
