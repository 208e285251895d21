// Binary search and its variants: an item, a border, a peak, a root.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'find' | 'first' | 'count' | 'guess' | 'root' | 'rotated' | 'capacity';
  items: (number | string)[];
  target: number | string;
}

const ascending = <T extends number | string>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a < b ? -1 : 1));

/** Days needed to ship the weights in order with a given capacity. */
function days(weights: readonly number[], capacity: number): number {
  let [count, load] = [1, 0];
  for (const weight of weights) {
    if (load + weight > capacity) [count, load] = [count + 1, 0];
    load += weight;
  }
  return count;
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['find', 'guess'],
  3: ['find', 'guess'],
  4: ['first', 'find'],
  5: ['count', 'root'],
  6: ['find', 'count', 'first'],
  7: ['rotated', 'root'],
  8: ['capacity'],
};

export const binarySearchFamily = defineFamily<Plan>({
  name: 'binary-search',
  title: 'Binary search',
  topics: ['searching', 'lists', 'loops'],
  ladder: [
    [2, 'a number in a short sorted list, or a guessing game'],
    [3, 'longer lists'],
    [4, 'where a number would have to be inserted'],
    [5, 'how often a number occurs; whole square roots'],
    [6, 'long lists; names'],
    [7, 'a sorted list that was rotated'],
    [8, 'the smallest capacity that is enough'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [5, 9, 9, 10, 20, 9, 6][level - 2] + draw.int(0, 2);
    const hit = draw.chance(0.65);
    switch (goal) {
      case 'guess':
        return { goal, items: [1, level === 2 ? 30 : 100], target: draw.int(1, level === 2 ? 30 : 100) };
      case 'root':
        return { goal, items: [], target: draw.int(50, level === 5 ? 400 : 9000) };
      case 'capacity':
        return { goal, items: draw.ints(size, 1, 10), target: draw.int(2, 4) };
      case 'find':
      case 'first':
      case 'count':
      case 'rotated': {
        const named = goal === 'find' && level === 6 && draw.chance(0.5);
        const repeats = goal === 'count';
        const drawn = named
          ? draw.sample(PEOPLE, size)
          : repeats
            ? draw.ints(size, 1, Math.ceil(size / 2))
            : draw.distinct(size, 1, 5 * size);
        const items: (number | string)[] = ascending<number | string>(drawn);
        const target = hit || repeats ? draw.pick(items) : named ? draw.pick(PEOPLE) : draw.int(1, 5 * size);
        const cut = draw.int(1, size - 1);
        return {
          goal,
          items: goal === 'rotated' ? [...items.slice(cut), ...items.slice(0, cut)] : items,
          target,
        };
      }
    }
  },
  write({ goal, items, target }, draw) {
    const type = typeof target === 'number' ? 'int' : 'str';
    const names = {
      xs: type === 'int' ? ['numbers', 'values', 'items'] : ['names', 'guests', 'members'],
      target: ['wanted', 'goal', 'key'],
      'low high': ['left right', 'start end', 'first last'],
      middle: ['mid', 'center', 'm'],
      steps: ['guesses', 'tries', 'count'],
    };
    const argument = literal(items);
    const middle = expr`(low + high) // 2`;
    const lowerBound = draw.pick([
      stmts`
        def lower_bound(xs: list[int], target: int) -> int:
            low, high = 0, len(xs)
            while low < high:
                middle = (low + high) // 2
                if xs[middle] < target:
                    low = middle + 1
                else:
                    high = middle
            return low`,
      stmts`
        def lower_bound(xs: list[int], target: int) -> int:
            low = -1
            high = len(xs)
            while high - low > 1:
                middle = (low + high) // 2
                if xs[middle] >= target:
                    high = middle
                else:
                    low = middle
            return high`,
    ]);
    switch (goal) {
      case 'find': {
        const body = draw.weighted([
          [
            3,
            stmts`
              def binary_search(xs: list[${type}], target: ${type}) -> int:
                  low, high = 0, len(xs) - 1
                  while low <= high:
                      middle = ${middle}
                      if xs[middle] == target:
                          return middle
                      if xs[middle] < target:
                          low = middle + 1
                      else:
                          high = middle - 1
                  return -1`,
          ],
          [
            2,
            stmts`
              def binary_search(xs: list[${type}], target: ${type}) -> int:
                  low = 0
                  high = len(xs)
                  while low < high:
                      middle = low + (high - low) // 2
                      if target < xs[middle]:
                          high = middle
                      elif target > xs[middle]:
                          low = middle + 1
                      else:
                          return middle
                  return -1`,
          ],
          [
            2,
            stmts`
              def search(xs: list[${type}], target: ${type}, low: int, high: int) -> int:
                  if low > high:
                      return -1
                  middle = ${middle}
                  if xs[middle] == target:
                      return middle
                  if xs[middle] > target:
                      return search(xs, target, low, middle - 1)
                  return search(xs, target, middle + 1, high)

              def binary_search(xs: list[${type}], target: ${type}) -> int:
                  return search(xs, target, 0, len(xs) - 1)`,
          ],
        ]);
        return {
          body,
          call: expr`binary_search(${argument}, ${literal(target)})`,
          names: {
            ...names,
            binary_search: ['find_index', 'locate', 'index_of'],
            search: ['search_between', 'find_in_range'],
          },
          doc: 'Return the index of {target} in the sorted {xs}, or -1.',
        };
      }
      case 'first':
        return {
          body: lowerBound,
          call: expr`lower_bound(${argument}, ${literal(target)})`,
          names: { ...names, lower_bound: ['insert_position', 'first_at_least', 'bisect'] },
          doc: 'Return the first index whose number is not below {target}.',
        };
      case 'count': {
        const main = draw.pick([
          stmts`
            def count_sorted(xs: list[int], target: int) -> int:
                return lower_bound(xs, target + 1) - lower_bound(xs, target)`,
          stmts`
            def count_sorted(xs: list[int], target: int) -> int:
                start = lower_bound(xs, target)
                end = start
                while end < len(xs) and xs[end] == target:
                    end += 1
                return end - start`,
        ]);
        return {
          body: [...lowerBound, ...main],
          call: expr`count_sorted(${argument}, ${literal(target)})`,
          names: {
            ...names,
            'low high': ['left right'],
            lower_bound: ['first_at_least', 'bisect'],
            count_sorted: ['occurrences', 'how_often'],
          },
        };
      }
      case 'guess': {
        const body = draw.pick([
          stmts`
            def count_guesses(secret: int, high: int) -> int:
                low = 1
                steps = 1
                middle = (low + high) // 2
                while middle != secret:
                    if middle < secret:
                        low = middle + 1
                    else:
                        high = middle - 1
                    middle = (low + high) // 2
                    steps += 1
                return steps`,
          stmts`
            def count_guesses(secret: int, high: int) -> int:
                low = 1
                steps = 0
                while True:
                    steps += 1
                    middle = (low + high) // 2
                    if middle == secret:
                        return steps
                    if middle > secret:
                        high = middle - 1
                    else:
                        low = middle + 1`,
        ]);
        return {
          body,
          call: expr`count_guesses(${literal(target)}, ${literal(items[1])})`,
          names: {
            ...names,
            'low high': ['smallest largest', 'bottom top'],
            middle: ['guess', 'mid'],
            count_guesses: ['guesses_needed', 'play', 'number_game'],
            secret: ['answer', 'hidden'],
          },
          doc: 'Count the guesses that halving takes to find {secret}.',
        };
      }
      case 'root': {
        const body = draw.pick([
          stmts`
            def whole_root(n: int) -> int:
                low, high = 0, n
                while low < high:
                    middle = (low + high + 1) // 2
                    if middle * middle <= n:
                        low = middle
                    else:
                        high = middle - 1
                return low`,
          stmts`
            def whole_root(n: int) -> int:
                low = 0
                high = n + 1
                while high - low > 1:
                    middle = (low + high) // 2
                    if middle ** 2 > n:
                        high = middle
                    else:
                        low = middle
                return low`,
        ]);
        return {
          body,
          call: expr`whole_root(${literal(target)})`,
          names: { ...names, n: ['number', 'area'], whole_root: ['integer_sqrt', 'floor_root', 'isqrt'] },
          doc: 'Return the largest whole number whose square is not above {n}.',
        };
      }
      case 'rotated': {
        const body = draw.pick([
          stmts`
            def search_rotated(xs: list[int], target: int) -> int:
                low, high = 0, len(xs) - 1
                while low <= high:
                    middle = (low + high) // 2
                    if xs[middle] == target:
                        return middle
                    if xs[low] <= xs[middle]:
                        if xs[low] <= target < xs[middle]:
                            high = middle - 1
                        else:
                            low = middle + 1
                    else:
                        if xs[middle] < target <= xs[high]:
                            low = middle + 1
                        else:
                            high = middle - 1
                return -1`,
          stmts`
            def find_start(xs: list[int]) -> int:
                low, high = 0, len(xs) - 1
                while low < high:
                    middle = (low + high) // 2
                    if xs[middle] > xs[high]:
                        low = middle + 1
                    else:
                        high = middle
                return low

            def search_rotated(xs: list[int], target: int) -> int:
                start = find_start(xs)
                low, high = 0, len(xs) - 1
                while low <= high:
                    middle = (low + high) // 2
                    place = (start + middle) % len(xs)
                    if xs[place] == target:
                        return place
                    if xs[place] < target:
                        low = middle + 1
                    else:
                        high = middle - 1
                return -1`,
        ]);
        return {
          body,
          call: expr`search_rotated(${argument}, ${literal(target)})`,
          names: {
            ...names,
            'low high': ['left right'],
            search_rotated: ['find_in_rotated', 'rotated_search'],
            find_start: ['index_of_smallest', 'pivot_of'],
            start: ['shift', 'pivot'],
          },
        };
      }
      case 'capacity': {
        const body = stmts`
          def days_needed(weights: list[int], capacity: int) -> int:
              days = 1
              load = 0
              for weight in weights:
                  if load + weight > capacity:
                      days += 1
                      load = 0
                  load += weight
              return days

          def smallest_capacity(weights: list[int], limit: int) -> int:
              low, high = max(weights), sum(weights)
              while low < high:
                  middle = (low + high) // 2
                  if days_needed(weights, middle) <= limit:
                      high = middle
                  else:
                      low = middle + 1
              return low`;
        return {
          body,
          call: expr`smallest_capacity(${argument}, ${literal(target)})`,
          names: {
            ...names,
            middle: ['mid', 'attempt'],
            weights: ['parcels', 'boxes'],
            limit: ['max_days', 'allowed'],
            smallest_capacity: ['ship_capacity', 'minimum_load'],
            days_needed: ['count_days', 'trips_needed'],
            days: ['trips', 'rounds'],
            load: ['loaded', 'on_board'],
          },
          doc: 'Return the least capacity that ships {weights} in order within {limit} days.',
        };
      }
    }
  },
  reference({ goal, items, target }) {
    switch (goal) {
      case 'find':
      case 'rotated':
        return items.indexOf(target);
      case 'first':
        return items.filter((item) => item < target).length;
      case 'count':
        return items.filter((item) => item === target).length;
      case 'guess': {
        const count = (low: number, high: number): number => {
          const guess = Math.floor((low + high) / 2);
          if (guess === target) return 1;
          return 1 + (guess < Number(target) ? count(guess + 1, high) : count(low, guess - 1));
        };
        return count(1, Number(items[1]));
      }
      case 'root':
        return Math.floor(Math.sqrt(Number(target)));
      case 'capacity': {
        const weights = items.map(Number);
        let capacity = Math.max(...weights);
        while (days(weights, capacity) > Number(target)) capacity++;
        return capacity;
      }
    }
  },
  example: { plan: { goal: 'first', items: [2, 4, 4, 9, 12], target: 5 }, answer: '3' },
});
