// String literals (language reference, 2.4.1): where they end, and what their escapes stand for.
// Knows nothing of f-string fields.
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { afterNewline, isNewline } from './characters.ts';

const BACKSLASH = 92;

/** The extent of a literal: `body` is what stands between the quotes. */
export interface StringExtent {
  bodyStart: number;
  bodyEnd: number;
  end: number;
  isTriple: boolean;
  /** False when the closing quotes are missing. */
  isClosed: boolean;
}

/** Finds the end of the literal whose opening quote stands at `quoteAt`. */
export function findStringEnd(text: string, quoteAt: number, limit: number): StringExtent {
  const quote = text.charCodeAt(quoteAt);
  const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  const bodyStart = quoteAt + (isTriple ? 3 : 1);
  let at = bodyStart;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) {
      at = afterNewline(text, at + 1);
    } else if (unit === quote && !isTriple) {
      return { bodyStart, bodyEnd: at, end: at + 1, isTriple, isClosed: true };
    } else if (unit === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      return { bodyStart, bodyEnd: at, end: at + 3, isTriple, isClosed: true };
    } else if (!isTriple && isNewline(unit)) {
      break;
    } else {
      at++;
    }
  }
  const end = Math.min(at, limit);
  return { bodyStart, bodyEnd: end, end, isTriple, isClosed: false };
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** What a literal's prefix asks for. */
export interface StringFlavour {
  isRaw: boolean;
  isBytes: boolean;
}

/** The text that `text[start, end)` stands for inside a literal; for bytes, one character for each byte. */
export function decodeBody(
  text: string,
  start: number,
  end: number,
  flavour: StringFlavour,
  sink: Diagnostics,
): string {
  const body = text.slice(start, end);
  if (flavour.isRaw || !body.includes('\\')) return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  let out = '';
  let from = start;
  for (let at = text.indexOf('\\', start); at >= 0 && at < end; at = text.indexOf('\\', from)) {
    out += text.slice(from, at).replace(/\r\n?/g, '\n');
    from = at + 2;
    const letter = at + 1 < end ? text.charAt(at + 1) : '';
    const simple = SIMPLE_ESCAPES[letter];
    if (simple !== undefined) {
      out += simple;
    } else if (letter === '\n' || letter === '\r') {
      from = afterNewline(text, at + 1);
    } else if (letter >= '0' && letter <= '7') {
      const digits = /^[0-7]{1,3}/.exec(text.slice(at + 1, Math.min(at + 4, end)))![0];
      const value = parseInt(digits, 8);
      out += String.fromCharCode(flavour.isBytes ? value & 0xff : value);
      from = at + 1 + digits.length;
    } else if (letter === 'x' || (!flavour.isBytes && (letter === 'u' || letter === 'U'))) {
      const hex = decodeHex(text, { start, at, end }, flavour.isBytes, sink);
      out += hex.decoded;
      from = hex.end;
    } else if (letter === 'N' && !flavour.isBytes) {
      sink.unsupported('E0411', at, at + 2);
    } else {
      // An unknown escape stands for itself, backslash included.
      out += '\\';
      from = at + 1;
    }
  }
  return out + text.slice(from, end).replace(/\r\n?/g, '\n');
}

/** Decodes the escape at `at` of the body that starts at `start`. */
function decodeHex(
  text: string,
  { start, at, end }: { start: number; at: number; end: number },
  isBytes: boolean,
  sink: Diagnostics,
): { decoded: string; end: number } {
  const letter = text.charAt(at + 1);
  const wanted = HEX_DIGITS[letter]!;
  const digits = /^[0-9a-fA-F]*/.exec(text.slice(at + 2, Math.min(at + 2 + wanted, end)))![0];
  const stop = at + 2 + digits.length;
  const code = parseInt(digits, 16);
  const from = codecPosition(text.slice(start, at));
  const to = from + stop - at - 1;
  if (digits.length < wanted) {
    if (isBytes) sink.report('E0122', at, stop, { from });
    else sink.report('E0120', at, stop, { from, to, escape: `\\${letter}${'X'.repeat(wanted)}` });
  } else if (code > 0x10ffff) {
    sink.report('E0121', at, stop, { from, to });
  } else if (code >= 0xd800 && code <= 0xdfff) {
    sink.unsupported('E0412', at, stop);
  } else {
    return { decoded: String.fromCodePoint(code), end: stop };
  }
  return { decoded: '', end: stop };
}

/** Where CPython's codec is after `before`, in which it first writes each character beyond ASCII as `\\UXXXXXXXX`. */
function codecPosition(before: string): number {
  let position = 0;
  for (const char of before) position += char.codePointAt(0)! < 128 ? 1 : 10;
  return position;
}
