// Sorting items into two or three parts: evens and odds, zeros to the end, flags in order.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'split' | 'zeros' | 'evens-first' | 'pivot' | 'flag' | 'chunks';
  numbers: number[];
  k: number;
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['split', 'chunks'],
  3: ['evens-first', 'zeros', 'split'],
  4: ['zeros', 'evens-first', 'chunks'],
  5: ['pivot'],
  6: ['flag'],
  7: ['flag', 'pivot', 'zeros'],
};

export const partitionFamily = defineFamily<Plan>({
  name: 'partition',
  title: 'Partitioning lists',
  topics: ['lists', 'loops', 'sorting'],
  ladder: [
    [2, 'small and large numbers apart'],
    [3, 'even numbers first, or zeros last'],
    [4, 'in place, with two pointers'],
    [5, 'smaller, equal and larger than a pivot'],
    [6, 'three colours in order'],
    [7, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [5, 6, 8, 7, 8, 13][level - 2] + draw.int(0, 1);
    const number = {
      split: () => draw.int(1, 50),
      zeros: () => (draw.chance(0.4) ? 0 : draw.int(1, 9)),
      'evens-first': () => draw.int(1, 40),
      pivot: () => draw.int(1, 20),
      flag: () => draw.int(0, 2),
      chunks: () => draw.int(1, 60),
    }[goal];
    const numbers = draw.list(size, number);
    const k = goal === 'pivot' ? draw.pick(numbers) : goal === 'chunks' ? draw.int(2, 3) : draw.int(15, 35);
    return { goal, numbers, k };
  },
  write({ goal, numbers, k }, draw) {
    const names = {
      xs: ['numbers', 'values', 'items'],
      x: ['number', 'value', 'item'],
      'small large': ['low high', 'below above', 'left right'],
      result: ['out', 'arranged', 'answer'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'split': {
        const body = draw.pick([
          stmts`
            def split_at(xs: list[int], limit: int) -> tuple[list[int], list[int]]:
                small: list[int] = []
                large: list[int] = []
                for x in xs:
                    if x < limit:
                        small.append(x)
                    else:
                        large.append(x)
                return (small, large)`,
          stmts`
            def split_at(xs: list[int], limit: int) -> tuple[list[int], list[int]]:
                small = [x for x in xs if x < limit]
                large = [x for x in xs if x >= limit]
                return (small, large)`,
        ]);
        return {
          body,
          call: expr`split_at(${argument}, ${k})`,
          names: {
            ...names,
            limit: ['bar', 'threshold'],
            split_at: ['separate', 'split_by_limit', 'two_groups'],
          },
        };
      }
      case 'chunks': {
        const body = draw.pick([
          stmts`
            def chunks(xs: list[int], size: int) -> list[list[int]]:
                result: list[list[int]] = []
                for start in range(0, len(xs), size):
                    result.append(xs[start:start + size])
                return result`,
          stmts`
            def chunks(xs: list[int], size: int) -> list[list[int]]:
                result: list[list[int]] = []
                for i, x in enumerate(xs):
                    if i % size == 0:
                        result.append([])
                    result[-1].append(x)
                return result`,
          stmts`
            def chunks(xs: list[int], size: int) -> list[list[int]]:
                if len(xs) <= size:
                    return [xs]
                return [xs[:size]] + chunks(xs[size:], size)`,
        ]);
        return {
          body,
          call: expr`chunks(${argument}, ${k})`,
          names: { ...names, chunks: ['cut_into_groups', 'split_list', 'batches'], size: ['n', 'length'] },
        };
      }
      case 'zeros': {
        const body = draw.pick([
          stmts`
            def zeros_last(xs: list[int]) -> list[int]:
                place = 0
                for i in range(len(xs)):
                    if xs[i] != 0:
                        xs[place], xs[i] = xs[i], xs[place]
                        place += 1
                return xs`,
          stmts`
            def zeros_last(xs: list[int]) -> list[int]:
                kept = [x for x in xs if x != 0]
                return kept + [0] * (len(xs) - len(kept))`,
          stmts`
            def zeros_last(xs: list[int]) -> list[int]:
                kept: list[int] = []
                zeros = 0
                for x in xs:
                    if x == 0:
                        zeros += 1
                    else:
                        kept.append(x)
                while zeros > 0:
                    kept.append(0)
                    zeros -= 1
                return kept`,
        ]);
        return {
          body,
          call: expr`zeros_last(${argument})`,
          names: {
            ...names,
            zeros_last: ['move_zeros', 'push_zeros_back'],
            place: ['write', 'free', 'next_place'],
            kept: ['rest', 'others'],
          },
        };
      }
      case 'evens-first': {
        const body = draw.pick([
          stmts`
            def evens_first(xs: list[int]) -> list[int]:
                evens: list[int] = []
                odds: list[int] = []
                for x in xs:
                    if x % 2 == 0:
                        evens.append(x)
                    else:
                        odds.append(x)
                return evens + odds`,
          stmts`
            def evens_first(xs: list[int]) -> list[int]:
                return [x for x in xs if x % 2 == 0] + [x for x in xs if x % 2 == 1]`,
          stmts`
            def evens_first(xs: list[int]) -> list[int]:
                result: list[int] = []
                evens = 0
                for x in xs:
                    if x % 2 == 0:
                        result.insert(evens, x)
                        evens += 1
                    else:
                        result.append(x)
                return result`,
        ]);
        return {
          body,
          call: expr`evens_first(${argument})`,
          names: { ...names, evens_first: ['even_then_odd', 'sort_by_parity', 'group_by_parity'] },
        };
      }
      case 'pivot': {
        const body = draw.pick([
          stmts`
            def around_pivot(xs: list[int], pivot: int) -> list[int]:
                smaller: list[int] = []
                equal: list[int] = []
                larger: list[int] = []
                for x in xs:
                    if x < pivot:
                        smaller.append(x)
                    elif x == pivot:
                        equal.append(x)
                    else:
                        larger.append(x)
                return smaller + equal + larger`,
          stmts`
            def around_pivot(xs: list[int], pivot: int) -> list[int]:
                result: list[int] = []
                for sign in (-1, 0, 1):
                    for x in xs:
                        if (x > pivot) - (x < pivot) == sign:
                            result.append(x)
                return result`,
        ]);
        return {
          body,
          call: expr`around_pivot(${argument}, ${k})`,
          names: {
            ...names,
            around_pivot: ['three_way_split', 'arrange_around', 'pivot_partition'],
            pivot: ['middle', 'center'],
          },
        };
      }
      case 'flag': {
        const body = draw.pick([
          stmts`
            def sort_colors(xs: list[int]) -> list[int]:
                low = 0
                i = 0
                high = len(xs) - 1
                while i <= high:
                    if xs[i] == 0:
                        xs[low], xs[i] = xs[i], xs[low]
                        low += 1
                        i += 1
                    elif xs[i] == 2:
                        xs[i], xs[high] = xs[high], xs[i]
                        high -= 1
                    else:
                        i += 1
                return xs`,
          stmts`
            def sort_colors(xs: list[int]) -> list[int]:
                counts = [0, 0, 0]
                for x in xs:
                    counts[x] += 1
                result: list[int] = []
                for color, count in enumerate(counts):
                    result.extend([color] * count)
                return result`,
          stmts`
            def sort_colors(xs: list[int]) -> list[int]:
                place = 0
                for color in range(3):
                    for i in range(place, len(xs)):
                        if xs[i] == color:
                            xs[i], xs[place] = xs[place], xs[i]
                            place += 1
                return xs`,
        ]);
        return {
          body,
          call: expr`sort_colors(${argument})`,
          names: {
            ...names,
            xs: ['colors', 'balls', 'flags'],
            sort_colors: ['dutch_flag', 'arrange_colors'],
          },
          doc: 'Put the colours 0, 1 and 2 in order.',
        };
      }
    }
  },
  reference({ goal, numbers, k }) {
    const sorted = (rank: (x: number) => number): number[] => numbers.toSorted((a, b) => rank(a) - rank(b));
    switch (goal) {
      case 'split':
        return tuple(
          numbers.filter((x) => x < k),
          numbers.filter((x) => x >= k),
        );
      case 'chunks':
        return numbers.flatMap((_, i) => (i % k ? [] : [numbers.slice(i, i + k)]));
      case 'zeros':
        return sorted((x) => (x === 0 ? 1 : 0));
      case 'evens-first':
        return sorted((x) => x % 2);
      case 'pivot':
        return sorted((x) => Math.sign(x - k));
      case 'flag':
        return sorted((x) => x);
    }
  },
  example: { plan: { goal: 'zeros', numbers: [0, 3, 0, 5, 1], k: 0 }, answer: '[3, 5, 1, 0, 0]' },
});
