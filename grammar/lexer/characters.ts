// Classes of characters as the lexer needs them. Knows nothing of tokens.

/** Bits of the ASCII table below. */
const NAME_START = 1;
const NAME_PART = 2;
const DIGIT = 4;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) classes[code] = NAME_START | NAME_PART;
  else if (/[0-9]/.test(char)) classes[code] = NAME_PART | DIGIT;
}

export const isAsciiNameStart = (unit: number): boolean => unit < 128 && (classes[unit]! & NAME_START) !== 0;
export const isAsciiNamePart = (unit: number): boolean => unit < 128 && (classes[unit]! & NAME_PART) !== 0;
export const isDigit = (unit: number): boolean => unit < 128 && (classes[unit]! & DIGIT) !== 0;

export const LF = 10;
export const CR = 13;
export const isNewline = (unit: number): boolean => unit === LF || unit === CR;

/** The offset after the newline that starts at `at`. */
export const afterNewline = (text: string, at: number): number =>
  text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;

/** The offset of the first newline at or after `at`, or the end of the text. */
export function endOfLine(text: string, at: number, limit: number): number {
  while (at < limit && !isNewline(text.charCodeAt(at))) at++;
  return at;
}

/** An identifier by Unicode's XID rules, as the language reference has it (section 2.3). */
const identifier = /[\p{XID_Start}_]\p{XID_Continue}*/uy;

/** The end of the identifier that starts at `at`, or `at` if none does. */
export function endOfIdentifier(text: string, at: number): number {
  identifier.lastIndex = at;
  return identifier.test(text) ? identifier.lastIndex : at;
}
