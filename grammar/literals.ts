// How Python writes numbers, strings and bytes: `repr`. One place for the printer and for the values of a running
// program. Knows nothing of the syntax tree but its constants.
import type { ConstantValue } from './ast.ts';

/**
 * `repr` of a float: shortest digits that read back, an exponent from 1e16 up and below 1e-4, always a point or an
 * exponent (https://docs.python.org/3.11/tutorial/floatingpoint.html).
 */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power >= 16 || power < -4) {
    const digits = Math.abs(power).toString().padStart(2, '0');
    return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`;
  }
  // JavaScript writes plain decimals from 1e-6 up to 1e21, which covers the range that is left.
  const plain = String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** Whether `repr` shows a code point as it is: CPython's `str.isprintable` for one character. */
export function isPrintable(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  if (code < 0xa1) return false;
  return !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(code));
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const plainAscii = /^[ !#-&(-[\]-~]*$/;

/** `repr` of a string: single quotes, unless it holds a single quote and no double one. */
export function strRepr(value: string): string {
  if (plainAscii.test(value)) return `'${value}'`;
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let body = '';
  for (const char of value) {
    const code = char.codePointAt(0)!;
    const named = NAMED_ESCAPES[char];
    if (named !== undefined) body += named;
    else if (char === quote) body += `\\${char}`;
    else if (isPrintable(code)) body += char;
    else if (code < 0x100) body += `\\x${hex(code, 2)}`;
    else if (code < 0x10000) body += `\\u${hex(code, 4)}`;
    else body += `\\U${hex(code, 8)}`;
  }
  return quote + body + quote;
}

/** `repr` of bytes. */
export function bytesRepr(value: Uint8Array): string {
  const hasSingle = value.includes(39);
  const quote = hasSingle && !value.includes(34) ? '"' : "'";
  let body = '';
  for (const byte of value) {
    const char = String.fromCharCode(byte);
    const named = NAMED_ESCAPES[char];
    if (named !== undefined) body += named;
    else if (char === quote) body += `\\${char}`;
    else body += byte >= 0x20 && byte < 0x7f ? char : `\\x${hex(byte, 2)}`;
  }
  return `b${quote}${body}${quote}`;
}

/** How the printer writes a constant. Infinity, which has no literal, is written as one that overflows. */
export function constantText(value: ConstantValue): string {
  switch (value.type) {
    case 'int':
      return String(value.value);
    case 'float':
      return value.value === Infinity ? '1e309' : floatRepr(value.value);
    case 'imaginary':
      return `${constantText({ type: 'float', value: value.value }).replace(/\.0$/, '')}j`;
    case 'str':
      return strRepr(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'None':
      return 'None';
    case 'Ellipsis':
      return '...';
  }
}
