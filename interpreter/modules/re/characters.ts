// Which characters a part of a pattern takes: categories, sets, single characters, with or without regard to case.
// https://docs.python.org/3.11/library/re.html#regular-expression-syntax
import type { Runtime } from '../../runtime.ts';
import { isAlnum, isDecimal, isSpace } from '../../values/unicode.ts';
import { type Letters, lettersFor } from './letters.ts';
import { type Category, FLAG, type RegexNode, type SetItem } from './syntax.ts';

/** Whether a code point is taken. */
export type CharacterTest = (point: number) => boolean;

const UNICODE_CATEGORIES: Readonly<Record<Category, CharacterTest>> = {
  digit: isDecimal,
  space: isSpace,
  word: (point) => point === 95 || isAlnum(point),
};

const ASCII_CATEGORIES: Readonly<Record<Category, CharacterTest>> = {
  digit: (point) => point >= 48 && point <= 57,
  space: (point) => point === 32 || (point >= 9 && point <= 13),
  word: (point) =>
    (point >= 48 && point <= 57) ||
    (point >= 65 && point <= 90) ||
    (point >= 97 && point <= 122) ||
    point === 95,
};

/** What a category means under `flags`. */
export function categoryTest(category: Category, flags: number): CharacterTest {
  return ((flags & FLAG.ASCII) !== 0 ? ASCII_CATEGORIES : UNICODE_CATEGORIES)[category];
}

type SetNode = RegexNode & { kind: 'set' };

const LAST_OF_PLANE = 0xffff;

/** Beyond the first plane CPython's sets ignore case by halves: not followed here. */
function refuseHighLetters(rt: Runtime, item: SetItem, letters: Letters): void {
  const high = item.kind === 'range' ? item.high : item.kind === 'point' ? item.point : 0;
  if (high > LAST_OF_PLANE && (item.kind === 'range' || letters.isCased(high)))
    rt.unsupported('IGNORECASE with letters beyond U+FFFF');
}

/** Whether some character of the item has case: only then is case ignored for the set. */
function hasCase(item: SetItem, letters: Letters): boolean {
  switch (item.kind) {
    case 'point':
      return letters.isCased(item.point);
    case 'range':
      for (let point = item.low; point <= item.high; point++) if (letters.isCased(point)) return true;
      return false;
    case 'category':
      return false;
  }
}

function exactTest(item: SetItem, flags: number): CharacterTest {
  switch (item.kind) {
    case 'point':
      return (point) => point === item.point;
    case 'range':
      return (point) => point >= item.low && point <= item.high;
    case 'category': {
      const test = categoryTest(item.category, flags);
      return item.negated ? (point) => !test(point) : test;
    }
  }
}

/** The item as a test of characters that have been lowered. */
function loweredTest(item: SetItem, flags: number, { lower, others }: Letters): CharacterTest {
  if (item.kind === 'category') return exactTest(item, flags);
  const [low, high] = item.kind === 'point' ? [item.point, item.point] : [item.low, item.high];
  const taken = new Set<number>();
  for (let point = low; point <= high; point++) {
    const lowered = lower(point);
    taken.add(lowered);
    for (const other of others(lowered)) taken.add(other);
  }
  return (point) => taken.has(point);
}

/** Remembers the answers for the first 256 characters. */
function remembering(test: CharacterTest): CharacterTest {
  const known = new Int8Array(256).fill(-1);
  return (point) => {
    if (point > 255) return test(point);
    if (known[point] < 0) known[point] = test(point) ? 1 : 0;
    return known[point] === 1;
  };
}

/** The test that a set (or a character, which is a set of one) stands for. */
export function setTest(rt: Runtime, { items, negated, flags }: SetNode): CharacterTest {
  const letters = lettersFor(flags);
  for (const item of items) if (item.kind === 'range') rt.charge((item.high - item.low) / 64);
  if (letters !== null) for (const item of items) refuseHighLetters(rt, item, letters);
  const cased = letters !== null && items.some((item) => hasCase(item, letters));
  const tests = items.map((item) => (cased ? loweredTest(item, flags, letters) : exactTest(item, flags)));
  const some: CharacterTest = (point) => tests.some((test) => test(point)) !== negated;
  return remembering(cased ? (point) => some(letters.lower(point)) : some);
}

/** The one character that a set takes, case and all; undefined when it takes others too. */
export function onlyCharacter({ items, negated, flags }: SetNode): number | undefined {
  const [item] = items;
  if (items.length > 1 || negated || item.kind !== 'point') return undefined;
  return lettersFor(flags)?.isCased(item.point) === true ? undefined : item.point;
}
