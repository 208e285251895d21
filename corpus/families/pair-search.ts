// Pairs of numbers with a given sum or difference: found, counted, by nested loops, by two pointers, by memory.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'exists' | 'indices' | 'count' | 'sorted' | 'difference' | 'triples' | 'closest';
  numbers: number[];
  target: number;
}

const pairs = (numbers: readonly number[]): [number, number][] =>
  numbers.flatMap((a, i) => numbers.slice(i + 1).map((b): [number, number] => [a, b]));

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['exists'],
  3: ['indices', 'exists'],
  4: ['count', 'difference'],
  5: ['sorted', 'count'],
  6: ['closest', 'sorted'],
  7: ['triples'],
  8: ['triples', 'closest', 'count'],
};

export const pairSearchFamily = defineFamily<Plan>({
  name: 'pair-search',
  title: 'Pairs with a given sum',
  topics: ['lists', 'searching', 'loops', 'sets'],
  ladder: [
    [2, 'do two of a few numbers add up to a target?'],
    [3, 'which two?'],
    [4, 'how many pairs, or pairs with a given difference'],
    [5, 'in a sorted list, from both ends'],
    [6, 'the pair whose sum is closest to the target'],
    [7, 'three numbers with a given sum'],
    [8, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = {
      exists: level + 2,
      indices: level + 2,
      count: level + 1,
      sorted: level + 3,
      difference: level + 1,
      triples: level - 1,
      closest: level + 1,
    }[goal];
    // Few distinct values, so that there is something to count.
    const repeats = goal === 'count' || goal === 'difference';
    const drawn = repeats ? draw.ints(size, 1, 9) : draw.distinct(size, 1, 12 + 3 * size);
    const numbers = goal === 'sorted' || goal === 'closest' ? drawn.toSorted((a, b) => a - b) : drawn;
    const [a, b, c] = draw.sample(numbers, 3);
    const miss = draw.chance(goal === 'indices' || goal === 'sorted' ? 0 : 0.3) ? draw.int(1, 5) : 0;
    const target =
      goal === 'difference' ? draw.int(1, 4) : goal === 'triples' ? a + b + c + miss : a + b + miss;
    return { goal, numbers, target };
  },
  write({ goal, numbers, target }, draw) {
    const names = {
      xs: ['numbers', 'values', 'nums', 'weights', 'prices'],
      target: ['goal', 'wanted', 'total'],
      'i j': ['a b', 'p q'],
      count: ['pairs', 'found', 'hits'],
      seen: ['known', 'visited', 'earlier'],
      x: ['number', 'value', 'current'],
      'left right': ['low high', 'start end'],
      best: ['closest', 'answer'],
      need: ['missing', 'partner', 'rest'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'exists': {
        const body = draw.pick([
          stmts`
            def has_pair(xs: list[int], target: int) -> bool:
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        if xs[i] + xs[j] == target:
                            return True
                return False`,
          stmts`
            def has_pair(xs: list[int], target: int) -> bool:
                seen: set[int] = set()
                for x in xs:
                    if target - x in seen:
                        return True
                    seen.add(x)
                return False`,
          stmts`
            def has_pair(xs: list[int], target: int) -> bool:
                for i, x in enumerate(xs):
                    need = target - x
                    if need in xs[i + 1:]:
                        return True
                return False`,
        ]);
        return {
          body,
          call: expr`has_pair(${argument}, ${target})`,
          names: { ...names, has_pair: ['pair_exists', 'two_sum_exists', 'can_make'] },
          doc: 'Tell whether two of the {xs} add up to {target}.',
        };
      }
      case 'indices': {
        const body = draw.pick([
          stmts`
            def two_sum(xs: list[int], target: int) -> tuple[int, int]:
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        if xs[i] + xs[j] == target:
                            return (xs[i], xs[j])
                return (-1, -1)`,
          stmts`
            def two_sum(xs: list[int], target: int) -> tuple[int, int]:
                for i, x in enumerate(xs):
                    for other in xs[i + 1:]:
                        if x + other == target:
                            return (x, other)
                return (-1, -1)`,
          stmts`
            def two_sum(xs: list[int], target: int) -> tuple[int, int]:
                i = 0
                while i < len(xs) - 1:
                    need = target - xs[i]
                    if need in xs[i + 1:]:
                        return (xs[i], need)
                    i += 1
                return (-1, -1)`,
        ]);
        return {
          body,
          call: expr`two_sum(${argument}, ${target})`,
          names: { ...names, two_sum: ['find_pair', 'pair_with_sum'], other: ['second', 'y'] },
        };
      }
      case 'count': {
        const body = draw.pick([
          stmts`
            def count_pairs(xs: list[int], target: int) -> int:
                count = 0
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        if xs[i] + xs[j] == target:
                            count += 1
                return count`,
          stmts`
            def count_pairs(xs: list[int], target: int) -> int:
                seen: dict[int, int] = {}
                count = 0
                for x in xs:
                    count += seen.get(target - x, 0)
                    seen[x] = seen.get(x, 0) + 1
                return count`,
          stmts`
            def count_pairs(xs: list[int], target: int) -> int:
                count = 0
                for i, x in enumerate(xs):
                    count += xs[i + 1:].count(target - x)
                return count`,
        ]);
        return {
          body,
          call: expr`count_pairs(${argument}, ${target})`,
          names: { ...names, count_pairs: ['pairs_with_sum', 'number_of_pairs'] },
          doc: 'Count the pairs of {xs} that add up to {target}.',
        };
      }
      case 'difference': {
        const body = draw.pick([
          stmts`
            def pairs_apart(xs: list[int], target: int) -> int:
                count = 0
                for i in range(len(xs)):
                    for j in range(i):
                        if abs(xs[i] - xs[j]) == target:
                            count += 1
                return count`,
          stmts`
            def pairs_apart(xs: list[int], target: int) -> int:
                count = 0
                for i, x in enumerate(xs):
                    for other in xs[:i]:
                        if x - other == target or other - x == target:
                            count += 1
                return count`,
        ]);
        return {
          body,
          call: expr`pairs_apart(${argument}, ${target})`,
          names: {
            ...names,
            target: ['gap', 'distance'],
            pairs_apart: ['count_gaps', 'pairs_with_difference'],
            other: ['earlier', 'y'],
          },
        };
      }
      case 'sorted': {
        const body = draw.pick([
          stmts`
            def find_pair(xs: list[int], target: int) -> tuple[int, int]:
                left, right = 0, len(xs) - 1
                while left < right:
                    total = xs[left] + xs[right]
                    if total == target:
                        return (xs[left], xs[right])
                    if total < target:
                        left += 1
                    else:
                        right -= 1
                return (0, 0)`,
          stmts`
            def find_pair(xs: list[int], target: int) -> tuple[int, int]:
                left = 0
                right = len(xs) - 1
                while xs[left] + xs[right] != target:
                    if xs[left] + xs[right] > target:
                        right -= 1
                    else:
                        left += 1
                    if left == right:
                        return (0, 0)
                return (xs[left], xs[right])`,
        ]);
        return {
          body,
          call: expr`find_pair(${argument}, ${target})`,
          names: { ...names, target: ['goal', 'wanted'], find_pair: ['pair_in_sorted', 'pair_with_sum'] },
          doc: 'Search the sorted {xs} from both ends for a pair with the sum {target}.',
        };
      }
      case 'closest': {
        const body = draw.pick([
          stmts`
            def closest_sum(xs: list[int], target: int) -> int:
                left, right = 0, len(xs) - 1
                best = xs[left] + xs[right]
                while left < right:
                    total = xs[left] + xs[right]
                    if abs(target - total) < abs(target - best):
                        best = total
                    if total == target:
                        break
                    if total < target:
                        left += 1
                    else:
                        right -= 1
                return abs(target - best)`,
          stmts`
            def closest_sum(xs: list[int], target: int) -> int:
                best = abs(target - xs[0] - xs[1])
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        gap = abs(target - xs[i] - xs[j])
                        if gap < best:
                            best = gap
                return best`,
        ]);
        return {
          body,
          call: expr`closest_sum(${argument}, ${target})`,
          names: {
            ...names,
            target: ['goal', 'wanted'],
            closest_sum: ['smallest_miss', 'best_miss'],
            gap: ['miss', 'off'],
          },
          doc: 'Return how close the sum of two of the sorted {xs} comes to {target}.',
        };
      }
      case 'triples': {
        const body = draw.pick([
          stmts`
            def count_triples(xs: list[int], target: int) -> int:
                count = 0
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        for k in range(j + 1, len(xs)):
                            if xs[i] + xs[j] + xs[k] == target:
                                count += 1
                return count`,
          stmts`
            def count_triples(xs: list[int], target: int) -> int:
                count = 0
                for i in range(len(xs) - 2):
                    for j in range(i + 1, len(xs) - 1):
                        need = target - xs[i] - xs[j]
                        if need in xs[j + 1:]:
                            count += 1
                return count`,
        ]);
        return {
          body,
          call: expr`count_triples(${argument}, ${target})`,
          names: { ...names, 'i j': [], count_triples: ['triples_with_sum', 'three_sum_count'] },
        };
      }
    }
  },
  reference({ goal, numbers, target }) {
    const hits = pairs(numbers).filter(([a, b]) => a + b === target);
    switch (goal) {
      case 'exists':
        return hits.length > 0;
      case 'indices':
        return tuple(...hits[0]);
      case 'sorted':
        // Both ends close in on the outermost pair.
        return tuple(...hits.toSorted(([a], [b]) => a - b)[0]);
      case 'count':
        return hits.length;
      case 'difference':
        return pairs(numbers).filter(([a, b]) => Math.abs(a - b) === target).length;
      case 'closest':
        return Math.min(...pairs(numbers).map(([a, b]) => Math.abs(target - a - b)));
      case 'triples':
        return numbers.flatMap((a, i) => pairs(numbers.slice(i + 1)).filter(([b, c]) => a + b + c === target))
          .length;
    }
  },
  example: { plan: { goal: 'indices', numbers: [8, 3, 11, 5], target: 14 }, answer: '(3, 11)' },
});
