// Roman numerals: reading them, writing them, and reckoning with them.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'read' | 'write' | 'sum' | 'longest';
  numbers: number[];
}

/** Digit by digit: the tables of ones, tens, hundreds and thousands. */
function roman(n: number): string {
  const digit = (d: number, [one, five, ten]: string): string =>
    [
      '',
      one,
      one + one,
      one + one + one,
      one + five,
      five,
      five + one,
      five + one + one,
      five + one + one + one,
      one + ten,
    ][d];
  return (
    'M'.repeat(Math.floor(n / 1000)) +
    digit(Math.floor(n / 100) % 10, 'CDM') +
    digit(Math.floor(n / 10) % 10, 'XLC') +
    digit(n % 10, 'IVX')
  );
}

const SYMBOLS = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
  ['C', 100],
  ['D', 500],
  ['M', 1000],
]);
const PAIRS: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A function that reads a numeral; tables go no further than numbers up to `limit` need. */
function reader(draw: Draw, limit: number): Stmt[] {
  const symbols = literal(new Map([...SYMBOLS].filter(([, worth]) => worth <= limit)));
  const body = draw.pick([
    stmts`
      def from_roman(text: str) -> int:
          total = 0
          for i in range(len(text)):
              worth = VALUES[text[i]]
              if i + 1 < len(text) and worth < VALUES[text[i + 1]]:
                  total -= worth
              else:
                  total += worth
          return total`,
    stmts`
      def from_roman(text: str) -> int:
          total = 0
          previous = 0
          for ch in reversed(text):
              worth = VALUES[ch]
              if worth < previous:
                  total -= worth
              else:
                  total += worth
              previous = worth
          return total`,
    stmts`
      def from_roman(text: str) -> int:
          total = 0
          previous = 0
          for ch in text:
              worth = VALUES[ch]
              total += worth
              if previous < worth:
                  total -= 2 * previous
              previous = worth
          return total`,
  ]);
  return stmts`
    VALUES = ${symbols}

    ${body}`;
}

/** A function that writes a numeral; tables go no further than numbers up to `limit` need. */
function writer(draw: Draw, limit: number): Stmt[] {
  const pairs = PAIRS.filter(([worth]) => worth <= limit);
  const worths = literal(pairs.map(([worth]) => worth));
  const numerals = literal(pairs.map(([, numeral]) => numeral));
  const table = literal(new Map(pairs));
  return draw.pick([
    stmts`
      NUMERALS = ${table}

      def to_roman(n: int) -> str:
          result = ''
          for worth, numeral in NUMERALS.items():
              while n >= worth:
                  result += numeral
                  n -= worth
          return result`,
    stmts`
      VALUES_DOWN = ${worths}
      NUMERALS = ${numerals}

      def to_roman(n: int) -> str:
          result = ''
          for worth, numeral in zip(VALUES_DOWN, NUMERALS):
              count = n // worth
              result += numeral * count
              n %= worth
          return result`,
    stmts`
      NUMERALS = ${table}

      def to_roman(n: int) -> str:
          for worth in NUMERALS:
              if n >= worth:
                  return NUMERALS[worth] + to_roman(n - worth)
          return ''`,
    stmts`
      VALUES_DOWN = ${worths}
      NUMERALS = ${numerals}

      def to_roman(n: int) -> str:
          result = ''
          i = 0
          while n > 0:
              if n >= VALUES_DOWN[i]:
                  result += NUMERALS[i]
                  n -= VALUES_DOWN[i]
              else:
                  i += 1
          return result`,
  ]);
}

/** Upper bounds by level. */
const LIMITS = [20, 89, 399, 2100, 2100, 90, 400];

export const romanNumeralsFamily = defineFamily<Plan>({
  name: 'roman-numerals',
  title: 'Roman numerals',
  topics: ['strings', 'dicts', 'loops'],
  ladder: [
    [2, 'numbers up to 20'],
    [3, 'numbers up to 89'],
    [4, 'numbers up to 399'],
    [5, 'numbers up to 2100'],
    [6, 'the sum of numerals, as a number'],
    [7, 'the sum of numerals, as a numeral; or the longest numeral of a range'],
    [8, 'larger numbers'],
  ],
  plan(draw, level) {
    const limit = LIMITS[level - 2];
    const low = Math.max(3, Math.floor(limit / 5));
    if (level < 6) return { goal: draw.pick(['read', 'write'] as const), numbers: [draw.int(low, limit)] };
    if (level === 6) return { goal: 'sum', numbers: draw.ints(3, 40, 900) };
    if (draw.chance(0.6)) return { goal: 'sum', numbers: draw.ints(level - 4, low, limit) };
    const start = draw.int(1, limit);
    return { goal: 'longest', numbers: [start, start + draw.int(4, 6) + 3 * (level - 7)] };
  },
  write({ goal, numbers }, draw) {
    const top = Math.max(...numbers, goal === 'sum' ? numbers.reduce((a, b) => a + b, 0) : 0);
    const limit = Math.max(10, PAIRS.find(([worth]) => worth <= 2 * top)?.[0] ?? 0);
    const names = {
      from_roman: ['roman_to_int', 'read_roman', 'parse_roman'],
      to_roman: ['int_to_roman', 'write_roman', 'roman'],
      VALUES: ['ROMAN', 'SYMBOLS', 'WORTH'],
      NUMERALS: ['PIECES', 'SIGNS'],
      VALUES_DOWN: ['AMOUNTS', 'STEPS'],
      text: ['numeral', 's'],
      ch: ['symbol', 'letter', 'c'],
      worth: ['value', 'amount'],
      previous: ['last', 'prev'],
      n: ['number', 'num'],
      result: ['out', 'answer', 'written'],
    };
    const read = reader(draw, limit);
    const write = writer(draw, limit);
    const numerals = literal(numbers.map(roman));
    switch (goal) {
      case 'read':
        return {
          body: read,
          call: expr`from_roman(${literal(roman(numbers[0]))})`,
          names,
          doc: 'Return the number that a Roman numeral stands for.',
        };
      case 'write':
        return {
          body: write,
          call: expr`to_roman(${numbers[0]})`,
          names,
          doc: 'Write {n} as a Roman numeral.',
        };
      case 'sum': {
        const asNumeral = numbers.length > 3 || top < 400;
        const main = asNumeral
          ? draw.pick([
              stmts`
                def add_numerals(numerals: list[str]) -> str:
                    total = 0
                    for numeral in numerals:
                        total += from_roman(numeral)
                    return to_roman(total)`,
              stmts`
                def add_numerals(numerals: list[str]) -> str:
                    return to_roman(sum(from_roman(numeral) for numeral in numerals))`,
            ])
          : draw.pick([
              stmts`
                def add_numerals(numerals: list[str]) -> int:
                    total = 0
                    for numeral in numerals:
                        total += from_roman(numeral)
                    return total`,
              stmts`
                def add_numerals(numerals: list[str]) -> int:
                    return sum([from_roman(numeral) for numeral in numerals])`,
            ]);
        return {
          body: [...read, ...(asNumeral ? write : []), ...main],
          call: expr`add_numerals(${numerals})`,
          names: { ...names, text: ['s', 'digits'], add_numerals: ['sum_numerals', 'total_of'] },
        };
      }
      case 'longest': {
        const [first, last] = numbers;
        const main = draw.pick([
          stmts`
            def longest_numeral(first: int, last: int) -> str:
                longest = ''
                for n in range(first, last + 1):
                    numeral = to_roman(n)
                    if len(numeral) > len(longest):
                        longest = numeral
                return longest`,
          stmts`
            def longest_numeral(first: int, last: int) -> str:
                return max([to_roman(n) for n in range(first, last + 1)], key=len)`,
        ]);
        return {
          body: [...write, ...main],
          call: expr`longest_numeral(${first}, ${last})`,
          names: {
            ...names,
            longest_numeral: ['widest_numeral', 'longest_roman'],
            'first last': ['low high', 'start stop'],
          },
        };
      }
    }
  },
  reference({ goal, numbers }) {
    const total = numbers.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'read':
        return numbers[0];
      case 'write':
        return roman(numbers[0]);
      case 'sum':
        return numbers.length > 3 || Math.max(...numbers, total) < 400 ? roman(total) : total;
      case 'longest': {
        const numerals = Array.from({ length: numbers[1] - numbers[0] + 1 }, (_, i) => roman(numbers[0] + i));
        return numerals.reduce((longest, numeral) => (numeral.length > longest.length ? numeral : longest));
      }
    }
  },
  example: { plan: { goal: 'write', numbers: [1994] }, answer: "'MCMXCIV'" },
});
