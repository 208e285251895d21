// Case mappings by Unicode 14.0: lower, upper, title, fold, swap. Built on the engine's, character by character,
// where they agree; characters and mappings added to Unicode since are undone. Texts below U+0180 take the
// engine's way directly: nothing there has changed.
// https://docs.python.org/3.11/library/stdtypes.html#str.casefold
import { isAssigned } from './unicode-assigned.ts';
import { isCaseIgnorable, isCased, isLower, isUpper } from './unicode.ts';

const EARLY = /^[\0-\u017f]*$/;
/** Letters with iota subscript and another mark, which have no capital of their own. */
const IOTA_SUBSCRIPT = /[\u1fb2\u1fb4\u1fb7\u1fc2\u1fc4\u1fc7\u1ff2\u1ff4\u1ff7]/;
const CAPITAL_SIGMA = 0x3a3;

/** `mapped`, unless the character or anything in its mapping is younger than Unicode 14. */
function known(char: string, mapped: string): string {
  if (mapped === char) return char;
  if (!isAssigned(char.codePointAt(0) as number)) return char;
  for (const each of mapped) if (!isAssigned(each.codePointAt(0) as number)) return char;
  return mapped;
}

const lowerChar = (char: string): string => known(char, char.toLowerCase());
const upperChar = (char: string): string => known(char, char.toUpperCase());

/** Title case of one character where it is neither its upper case nor that with a lowered tail. */
function titleChar(char: string): string {
  const point = char.codePointAt(0) as number;
  // The digraphs Ǆ ǅ ǆ and their kin: the middle one of three is the title case.
  if (point >= 0x1c4 && point <= 0x1cc) return String.fromCodePoint(point - ((point - 0x1c4) % 3) + 1);
  if (point >= 0x1f1 && point <= 0x1f3) return '\u01f2';
  // Georgian has capitals for whole texts only.
  if (point >= 0x10d0 && point <= 0x10ff) return char;
  // Greek letters with iota subscript keep it beside the capital: as one character where there is one.
  if (point >= 0x1f80 && point <= 0x1faf) return String.fromCodePoint(point | 8);
  if (point === 0x1fbc || point === 0x1fcc || point === 0x1ffc) return char;
  if (point === 0x1fb3 || point === 0x1fc3 || point === 0x1ff3) return String.fromCodePoint(point + 9);
  const upper = upperChar(char);
  if (IOTA_SUBSCRIPT.test(char)) return upper.replace('\u0399', '\u0345');
  // ŉ is an apostrophe before the letter: the letter is the capital.
  if (point === 0x149) return upper;
  const [first, ...rest] = upper;
  return rest.length === 0 ? upper : first + rest.join('').toLowerCase();
}

/** Full case folding of one character. */
function foldChar(char: string): string {
  const point = char.codePointAt(0) as number;
  if (point === 0x131) return char;
  if (point === 0x1e9e) return 'ss';
  // Cherokee folds to its capitals, which came first.
  if (point >= 0x13a0 && point <= 0x13f5) return char;
  if (point >= 0x13f8 && point <= 0x13fd) return String.fromCodePoint(point - 8);
  if (point >= 0xab70 && point <= 0xabbf) return String.fromCodePoint(point - 0xab70 + 0x13a0);
  let folded = '';
  for (const each of upperChar(char)) folded += lowerChar(each);
  return folded;
}

/** Whether the sigma at `index` ends a word: a cased letter before it, none after, ignorable ones skipped. */
function isFinalSigma(points: readonly number[], index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(points[before])) before--;
  if (before < 0 || !isCased(points[before])) return false;
  let after = index + 1;
  while (after < points.length && isCaseIgnorable(points[after])) after++;
  return after === points.length || !isCased(points[after]);
}

/** Maps each character by `map`, a capital sigma to be lowered by its place in the word. */
function mapChars(text: string, map: (char: string, index: number) => string, lowersSigma = false): string {
  const chars = Array.from(text);
  const points = lowersSigma ? chars.map((char) => char.codePointAt(0) as number) : [];
  let mapped = '';
  chars.forEach((char, i) => {
    const own = map(char, i);
    mapped += own === 'σ' && points[i] === CAPITAL_SIGMA && isFinalSigma(points, i) ? 'ς' : own;
  });
  return mapped;
}

/** `text.lower()`. */
export function lower(text: string): string {
  return EARLY.test(text) ? text.toLowerCase() : mapChars(text, lowerChar, true);
}

/** `text.upper()`. */
export function upper(text: string): string {
  return EARLY.test(text) ? text.toUpperCase() : mapChars(text, upperChar);
}

/** `text.casefold()`. */
export function casefold(text: string): string {
  return mapChars(text, foldChar);
}

/** `text.swapcase()`. */
export function swapcase(text: string): string {
  return mapChars(
    text,
    (char) => {
      const point = char.codePointAt(0) as number;
      return isUpper(point) ? lowerChar(char) : isLower(point) ? upperChar(char) : char;
    },
    true,
  );
}

/** `text.capitalize()`: the first character in title case, the rest lowered. */
export function capitalize(text: string): string {
  return mapChars(text, (char, i) => (i === 0 ? titleChar(char) : lowerChar(char)), true);
}

/** `text.title()`: every run of cased characters is a word. */
export function title(text: string): string {
  let inside = false;
  return mapChars(
    text,
    (char) => {
      const mapped = inside ? lowerChar(char) : titleChar(char);
      inside = isCased(char.codePointAt(0) as number);
      return mapped;
    },
    true,
  );
}
