// What kind of character a code point is, by Unicode 14.0 and CPython's own definitions (str.isalpha and kin).
// Built on the engine's property classes, held to the characters Unicode 14 assigns, with the few later changes
// undone; a test compares every code point with CPython. Knows nothing of strings.
// https://docs.python.org/3.11/library/stdtypes.html#string-methods
import { isAssigned } from './unicode-assigned.ts';

/** A predicate over code points from a property class and an answer table for ASCII. */
function property(pattern: RegExp): (point: number) => boolean {
  const test = (point: number): boolean => pattern.test(String.fromCodePoint(point));
  const ascii = Array.from({ length: 128 }, (_, point) => test(point));
  return (point) => (point < 128 ? ascii[point] : isAssigned(point) && test(point));
}

/** Categories Lm, Lt, Lu, Ll, Lo. */
export const isAlpha = property(/\p{L}/u);

/** Category Nd. */
export const isDecimal = property(/\p{Nd}/u);

/** Numeric_Type Digit: superscripts, circled digits and the like, beside the decimals. */
const OTHER_DIGITS = [
  '\\u{b2}-\\u{b3}\\u{b9}\\u{1369}-\\u{1371}\\u{19da}\\u{2070}\\u{2074}-\\u{2079}\\u{2080}-\\u{2089}',
  '\\u{2460}-\\u{2468}\\u{2474}-\\u{247c}\\u{2488}-\\u{2490}\\u{24ea}\\u{24f5}-\\u{24fd}\\u{24ff}',
  '\\u{2776}-\\u{277e}\\u{2780}-\\u{2788}\\u{278a}-\\u{2792}\\u{10a40}-\\u{10a43}\\u{10e60}-\\u{10e68}',
  '\\u{11052}-\\u{1105a}\\u{1f100}-\\u{1f10a}',
].join('');
export const isDigit = property(new RegExp(`[\\p{Nd}${OTHER_DIGITS}]`, 'u'));

/** Ideographs with a Numeric_Value, which are letters by category. */
const NUMERIC_LETTERS = [
  '\\u{3405}\\u{3483}\\u{382a}\\u{3b4d}\\u{4e00}\\u{4e03}\\u{4e07}\\u{4e09}\\u{4e5d}\\u{4e8c}\\u{4e94}',
  '\\u{4e96}\\u{4ebf}-\\u{4ec0}\\u{4edf}\\u{4ee8}\\u{4f0d}\\u{4f70}\\u{5104}\\u{5146}\\u{5169}\\u{516b}',
  '\\u{516d}\\u{5341}\\u{5343}-\\u{5345}\\u{534c}\\u{53c1}-\\u{53c4}\\u{56db}\\u{58f1}\\u{58f9}\\u{5e7a}',
  '\\u{5efe}-\\u{5eff}\\u{5f0c}-\\u{5f0e}\\u{5f10}\\u{62fe}\\u{634c}\\u{67d2}\\u{6f06}\\u{7396}\\u{767e}',
  '\\u{8086}\\u{842c}\\u{8cae}\\u{8cb3}\\u{8d30}\\u{9621}\\u{9646}\\u{964c}\\u{9678}\\u{96f6}\\u{f96b}',
  '\\u{f973}\\u{f978}\\u{f9b2}\\u{f9d1}\\u{f9d3}\\u{f9fd}\\u{20001}\\u{20064}\\u{200e2}\\u{20121}\\u{2092a}',
  '\\u{20983}\\u{2098c}\\u{2099c}\\u{20aea}\\u{20afd}\\u{20b19}\\u{22390}\\u{22998}\\u{23b1b}\\u{2626d}',
  '\\u{2f890}',
].join('');
export const isNumeric = property(new RegExp(`[\\p{N}${NUMERIC_LETTERS}]`, 'u'));

/** Alphabetic or numeric in any of the senses above. */
export function isAlnum(point: number): boolean {
  return isAlpha(point) || isNumeric(point);
}

/** The property Lowercase. U+0295 had it in Unicode 14; the five modifier letters did not. */
export const isLower = property(/(?![\u10fc\ua7f2-\ua7f4\uab69])[\p{Lowercase}\u0295]/u);

/** The property Uppercase. */
export const isUpper = property(/\p{Uppercase}/u);

/** Category Lt. */
export const isTitle = property(/\p{Lt}/u);

/** Lower, upper or title case: what `str.title` takes for the inside of a word. */
export function isCased(point: number): boolean {
  return isLower(point) || isUpper(point) || isTitle(point);
}

/** The property Case_Ignorable, which U+1171E had: skipped when looking for the end of a word at a capital sigma. */
export const isCaseIgnorable = property(/[\p{Case_Ignorable}\u{1171e}]/u);

/** Whitespace by bidirectional class (WS, B, S) or category Zs. */
export function isSpace(point: number): boolean {
  if (point < 128) return point === 32 || (point >= 9 && point <= 13) || (point >= 28 && point <= 31);
  if (point < 0x1680) return point === 0x85 || point === 0xa0;
  return (
    point === 0x1680 ||
    (point >= 0x2000 && point <= 0x200a) ||
    point === 0x2028 ||
    point === 0x2029 ||
    point === 0x202f ||
    point === 0x205f ||
    point === 0x3000
  );
}

const isVisible = property(/[^\p{C}\p{Z}]/u);

/** Not in the categories Other and Separator, or the space. */
export function isPrintable(point: number): boolean {
  return point === 32 || isVisible(point);
}

/** May begin an identifier: XID_Start or the underscore. */
export const isIdentifierStart = property(/[\p{XID_Start}_]/u);

/** May stand inside an identifier: XID_Continue, less what Unicode 15.1 added to it. */
export const isIdentifierPart = property(/(?![\u200c\u200d\u30fb\uff65])\p{XID_Continue}/u);

/** The value of a decimal digit, 0 to 9; −1 for other characters. Decimals come in runs of ten. */
export function decimalValue(point: number): number {
  if (point < 128) return point >= 48 && point <= 57 ? point - 48 : -1;
  if (!isDecimal(point)) return -1;
  let first = point;
  while (isDecimal(first - 1)) first--;
  return (point - first) % 10;
}
