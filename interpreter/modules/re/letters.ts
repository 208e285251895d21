// Letters for matching that ignores case: one character stands for one other, as in CPython's engine, which knows no
// "ß equals ss". https://docs.python.org/3.11/library/re.html#re.IGNORECASE
import { isAssigned } from '../../values/unicode-assigned.ts';
import { FLAG } from './syntax.ts';

/** What is different about characters under a pattern's flags. */
export interface Letters {
  /** The character that stands for `point` in comparisons. */
  readonly lower: (point: number) => number;
  /** Whether ignoring case can make a difference for `point`. */
  readonly isCased: (point: number) => boolean;
  /** The other lower-case characters that have the capital of `point`. */
  readonly others: (point: number) => readonly number[];
}

/** Lower-case characters that share a capital. */
const SHARED_CAPITALS =
  'i\u0131 s\u017f \u00b5\u03bc \u0345\u03b9\u1fbe \u0390\u1fd3 \u03b0\u1fe3 \u03b2\u03d0 \u03b5\u03f5 \u03b8\u03d1 ' +
  '\u03ba\u03f0 \u03c0\u03d6 \u03c1\u03f1 \u03c2\u03c3 \u03c6\u03d5 \u0432\u1c80 \u0434\u1c81 \u043e\u1c82 ' +
  '\u0441\u1c83 \u0442\u1c84\u1c85 \u044a\u1c86 \u0463\u1c87 \u1c88\ua64b \u1e61\u1e9b \ufb05\ufb06';

const companions = new Map<number, readonly number[]>();
for (const group of SHARED_CAPITALS.split(' ')) {
  const points = Array.from(group, (char) => char.charCodeAt(0));
  for (const point of points)
    companions.set(
      point,
      points.filter((other) => other !== point),
    );
}
const NO_OTHERS: readonly number[] = [];

/** The first character of `mapped`, if Unicode 14 knew the mapping. */
function simple(point: number, mapped: string): number {
  const to = mapped.codePointAt(0) as number;
  return isAssigned(point) && isAssigned(to) ? to : point;
}

function lowerUnicode(point: number): number {
  if (point < 128) return lowerAscii(point);
  return simple(point, String.fromCodePoint(point).toLowerCase());
}

function lowerAscii(point: number): number {
  return point >= 65 && point <= 90 ? point + 32 : point;
}

const UNICODE: Letters = {
  lower: lowerUnicode,
  isCased: (point) =>
    lowerUnicode(point) !== point || simple(point, String.fromCodePoint(point).toUpperCase()) !== point,
  others: (point) => companions.get(point) ?? NO_OTHERS,
};

const ASCII: Letters = {
  lower: lowerAscii,
  isCased: (point) => (point >= 65 && point <= 90) || (point >= 97 && point <= 122),
  others: () => NO_OTHERS,
};

/** How letters compare under `flags`; null where case matters. */
export function lettersFor(flags: number): Letters | null {
  if ((flags & FLAG.IGNORECASE) === 0) return null;
  return (flags & FLAG.ASCII) !== 0 ? ASCII : UNICODE;
}
