// Beginning, end and length of a long string, derived from those of its parts where it was joined from two. Strings that
// grow over many rounds are ropes inside the engine, and every look at one copies it whole: a run that keeps them
// all would take memory in the square of its rounds. Knows strings only.

/** Characters kept of the beginning and of the end. */
export const HEAD = 120;
export const TAIL = 60;
/** Strings of more UTF-16 units than this are not looked at where it can be helped. */
export const LONG = 264;

/** Part of a text, and how it is shown once somebody has asked; strings that share it share both. */
export interface Piece {
  readonly text: string;
  shown: string | null;
}

export interface Ends {
  /** In code points, as are the others: what Python counts. */
  readonly length: number;
  /** The first `HEAD` characters, or all. */
  readonly head: Piece;
  readonly tail: Piece;
}

/** The number of code points of a text. */
function pointsOf(text: string): number {
  let points = text.length;
  for (let i = 1; i < text.length; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) points--;
  return points;
}

/** The first `count` characters. */
export function firstOf(text: string, count: number): string {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join('');
}

/** The last `count` characters, not zero. */
export function lastOf(text: string, count: number): string {
  if (text.length <= count) return text;
  const from = Math.max(0, text.length - 2 * count - 1);
  return [...text.slice(from)].slice(-count).join('');
}

function piece(text: string): Piece {
  return { text, shown: null };
}

/** Looks at the whole text. */
export function endsOf(text: string): Ends {
  return { length: pointsOf(text), head: piece(firstOf(text, HEAD)), tail: piece(lastOf(text, TAIL)) };
}

/** The ends of two texts joined, without a look at them. */
export function joinEnds(left: Ends, right: Ends): Ends {
  return {
    length: left.length + right.length,
    head: left.length >= HEAD ? left.head : piece(firstOf(left.head.text + right.head.text, HEAD)),
    tail:
      right.length >= TAIL || left.length === 0
        ? right.tail
        : piece(lastOf(left.tail.text + right.tail.text, TAIL)),
  };
}
