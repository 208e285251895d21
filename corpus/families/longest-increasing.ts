// Increasing subsequences and relatives: chains, stacked boxes, envelopes.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'length' | 'sum' | 'which' | 'chain' | 'stack';
  numbers: number[];
}

/** All increasing subsequences, by a test for what may follow. */
function chains(numbers: readonly number[], follows: (before: number, x: number) => boolean): number[][] {
  return numbers.flatMap((x, i) => {
    const longer = chains(numbers.slice(i + 1), follows).filter(([next]) => follows(x, next));
    return [[x], ...longer.map((chain) => [x, ...chain])];
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  5: ['length'],
  6: ['length', 'sum'],
  7: ['sum', 'stack', 'length'],
  8: ['which', 'chain'],
  9: ['which', 'chain', 'sum'],
};

export const longestIncreasingFamily = defineFamily<Plan>({
  name: 'longest-increasing',
  title: 'Increasing subsequences',
  topics: ['dynamic-programming', 'lists', 'loops'],
  ladder: [
    [5, 'the longest of five numbers'],
    [6, 'the longest, or the one with the largest sum'],
    [7, 'longer lists'],
    [8, 'which numbers are the longest'],
    [9, 'chains of divisors, or still longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [5, 6, 7, 7, 9][level - 5] + draw.int(0, 1);
    const numbers =
      goal === 'chain' ? draw.distinct(size, 2, 40).sort((a, b) => a - b) : draw.distinct(size, 1, 40);
    return { goal, numbers };
  },
  write({ goal, numbers }, draw) {
    const argument = literal(numbers);
    const names = {
      xs: ['numbers', 'values', 'heights'],
      best: ['lengths', 'longest', 'table'],
      'i j': ['end before', 'last k'],
    };
    switch (goal) {
      case 'length': {
        const body = draw.pick([
          stmts`
            def longest_rise(xs: list[int]) -> int:
                best = [1] * len(xs)
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[j] < xs[i]:
                            best[i] = max(best[i], best[j] + 1)
                return max(best)`,
          stmts`
            def longest_rise(xs: list[int]) -> int:
                best: list[int] = []
                for i, x in enumerate(xs):
                    length = 1
                    for j in range(i):
                        if xs[j] < x and best[j] + 1 > length:
                            length = best[j] + 1
                    best.append(length)
                return max(best)`,
          stmts`
            def length_from(xs: list[int], i: int) -> int:
                length = 0
                for j in range(i + 1, len(xs)):
                    if xs[j] > xs[i]:
                        length = max(length, length_from(xs, j))
                return length + 1

            def longest_rise(xs: list[int]) -> int:
                return max(length_from(xs, i) for i in range(len(xs)))`,
        ]);
        return {
          body,
          call: expr`longest_rise(${argument})`,
          names: {
            ...names,
            longest_rise: ['longest_increasing', 'lis_length'],
            length_from: ['rise_from', 'climb'],
          },
          doc: 'Return the length of the longest increasing subsequence.',
        };
      }
      case 'stack': {
        const body = stmts`
          def longest_rise(xs: list[int]) -> int:
              ends: list[int] = []
              for x in xs:
                  place = 0
                  while place < len(ends) and ends[place] < x:
                      place += 1
                  if place == len(ends):
                      ends.append(x)
                  else:
                      ends[place] = x
              return len(ends)`;
        const binary = stmts`
          def longest_rise(xs: list[int]) -> int:
              ends: list[int] = []
              for x in xs:
                  low, high = 0, len(ends)
                  while low < high:
                      middle = (low + high) // 2
                      if ends[middle] < x:
                          low = middle + 1
                      else:
                          high = middle
                  ends[low:low + 1] = [x]
              return len(ends)`;
        return {
          body: draw.chance(0.6) ? body : binary,
          call: expr`longest_rise(${argument})`,
          names: {
            xs: names.xs,
            longest_rise: ['longest_increasing', 'patience'],
            ends: ['piles', 'tails'],
            place: ['pile', 'at'],
          },
        };
      }
      case 'sum': {
        const body = draw.pick([
          stmts`
            def heaviest_rise(xs: list[int]) -> int:
                best = list(xs)
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[j] < xs[i] and best[j] + xs[i] > best[i]:
                            best[i] = best[j] + xs[i]
                return max(best)`,
          stmts`
            def heaviest_rise(xs: list[int]) -> int:
                best: list[int] = []
                for i, x in enumerate(xs):
                    before = [best[j] for j in range(i) if xs[j] < x]
                    best.append(x + max(before, default=0))
                return max(best)`,
        ]);
        return {
          body,
          call: expr`heaviest_rise(${argument})`,
          names: {
            xs: names.xs,
            best: ['sums', 'totals', 'table'],
            heaviest_rise: ['largest_rising_sum', 'max_increasing_sum'],
          },
          doc: 'Return the largest sum of an increasing subsequence.',
        };
      }
      case 'which':
      case 'chain': {
        const test = goal === 'which' ? expr`xs[j] < xs[i]` : expr`xs[i] % xs[j] == 0`;
        const short = goal === 'which' ? expr`path[-1] < x` : expr`x % path[-1] == 0`;
        const body = draw.pick([
          stmts`
            def find_chain(xs: list[int]) -> list[int]:
                length = [1] * len(xs)
                previous = [-1] * len(xs)
                for i in range(len(xs)):
                    for j in range(i):
                        if ${test} and length[j] + 1 > length[i]:
                            length[i] = length[j] + 1
                            previous[i] = j
                place = length.index(max(length))
                chain: list[int] = []
                while place >= 0:
                    chain.append(xs[place])
                    place = previous[place]
                return chain[::-1]`,
          stmts`
            def find_chain(xs: list[int]) -> list[int]:
                paths: list[list[int]] = []
                for x in xs:
                    best: list[int] = []
                    for path in paths:
                        if ${short} and len(path) > len(best):
                            best = path
                    paths.append(best + [x])
                longest = paths[0]
                for path in paths:
                    if len(path) > len(longest):
                        longest = path
                return longest`,
        ]);
        const titles =
          goal === 'which'
            ? ['longest_increasing', 'rising_numbers', 'find_rise']
            : ['divisor_chain', 'longest_divisor_chain'];
        return {
          body,
          call: expr`find_chain(${argument})`,
          names: {
            xs: ['numbers', 'values'],
            length: ['lengths', 'size'],
            previous: ['parent', 'before'],
            chain: ['result', 'found'],
            paths: ['chains', 'routes'],
            find_chain: titles,
          },
          doc:
            goal === 'which'
              ? 'Return the longest increasing subsequence.'
              : 'Return the longest chain in which each number divides the next.',
        };
      }
    }
  },
  reference({ goal, numbers }) {
    const rising = chains(numbers, (a, b) => a < b);
    switch (goal) {
      case 'length':
      case 'stack':
        return Math.max(...rising.map((chain) => chain.length));
      case 'sum':
        return Math.max(...rising.map(sum));
      case 'which':
      case 'chain': {
        const all = goal === 'which' ? rising : chains(numbers, (a, b) => b % a === 0);
        const longest = all.filter((chain) => chain.length === Math.max(...all.map((other) => other.length)));
        // Of the longest the one that ends earliest; among those the one whose last but one stands earliest, and so on.
        const order = (chain: readonly number[]): string =>
          chain
            .toReversed()
            .map((x) => String(numbers.indexOf(x) + 10))
            .join();
        return longest.reduce((first, chain) => (order(chain) < order(first) ? chain : first));
      }
    }
  },
  example: { plan: { goal: 'length', numbers: [3, 1, 4, 2, 5] }, answer: '3' },
});
