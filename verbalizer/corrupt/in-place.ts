// Corruptions that change a word or a number where it stands: the commonest errors of a model that retells a run. Knows
// no checker.
import { alternatives, changeOne, namesOf, NUMBER, type Corruption } from './tools.ts';

export const FLIPS: Record<string, string> = {
  ' < ': ' > ',
  ' > ': ' < ',
  ' <= ': ' > ',
  ' >= ': ' < ',
  ' == ': ' != ',
  ' != ': ' == ',
  ' in ': ' not in ',
  ' not in ': ' in ',
};
const TURNS: Record<string, string> = {
  'is true': 'is false',
  'is false': 'is true',
  'counts as true': 'counts as false',
  'counts as false': 'counts as true',
  passes: 'fails',
  fails: 'holds',
  'does not hold': 'holds',
  holds: 'does not hold',
};

export function swapDigits(digits: string): string | null {
  for (let i = 0; i + 1 < digits.length; i++)
    if (digits[i] !== digits[i + 1] && !(i === 0 && digits[1] === '0'))
      return digits.slice(0, i) + digits[i + 1]! + digits[i]! + digits.slice(i + 2);
  return null;
}

export const IN_PLACE_CORRUPTIONS: Record<string, Corruption> = {
  'a value off by one': ({ text }, c) =>
    changeOne(text, NUMBER, c, (n) => String(BigInt(n) + (c.chance(0.5) ? 1n : n === '0' ? 1n : -1n))),
  'swapped digits': ({ text }, c) => changeOne(text, /(?<![\w.])\d{2,}(?![\w.]*\w)/g, c, swapDigits),
  "another variable's name": (subject, c) => {
    const names = namesOf(subject);
    if (names.length < 2) return null;
    return changeOne(
      subject.text,
      new RegExp(`(?<![\\w.'"])(?:${names.join('|')})(?![\\w'"(])`, 'g'),
      c,
      (name) => c.pick(names.filter((n) => n !== name)),
    );
  },
  'a flipped comparison': ({ text }, c) => changeOne(text, alternatives(FLIPS), c, (op) => FLIPS[op]!),
  'a flipped branch': ({ text }, c) => changeOne(text, alternatives(TURNS), c, (turn) => TURNS[turn]!),
};
