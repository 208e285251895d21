// Selection sort: the smallest of what is left comes next; also the k-th smallest and the median.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { namesIn } from '../rename.ts';

interface Plan {
  goal: 'step' | 'sort' | 'kth' | 'median' | 'both-ends' | 'swaps';
  numbers: number[];
  k: number;
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['step'],
  3: ['sort'],
  4: ['sort', 'kth'],
  5: ['median', 'kth'],
  6: ['both-ends', 'swaps'],
  7: ['both-ends', 'sort', 'median', 'swaps'],
};

export const selectionSortFamily = defineFamily<Plan>({
  name: 'selection-sort',
  title: 'Selection sort',
  topics: ['sorting', 'lists', 'loops'],
  ladder: [
    [2, 'the smallest number brought to the front'],
    [3, 'sorting three or four numbers'],
    [4, 'sorting five, or the k-th smallest'],
    [5, 'the median'],
    [6, 'six or seven numbers; counting swaps; from both ends'],
    [7, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 3, 5, 5, 6, 8][level - 2] + draw.int(0, 1);
    const odd = goal === 'median' && size % 2 === 0 ? size + 1 : size;
    return { goal, numbers: draw.distinct(odd, 1, 90), k: draw.int(2, size - 1) };
  },
  write({ goal, numbers, k }, draw) {
    const names = {
      xs: ['numbers', 'values', 'items'],
      'i j': ['start k', 'front i', 'left at'],
      smallest: ['lowest', 'best', 'least'],
      rest: ['remaining', 'left_over', 'pool'],
      result: ['ordered', 'done', 'out'],
    };
    const argument = literal(numbers);
    const sort = draw.pick([
      stmts`
        def selection_sort(xs: list[int]) -> list[int]:
            for i in range(len(xs)):
                smallest = i
                for j in range(i + 1, len(xs)):
                    if xs[j] < xs[smallest]:
                        smallest = j
                xs[i], xs[smallest] = xs[smallest], xs[i]
            return xs`,
      stmts`
        def find_smallest(xs: list[int], i: int) -> int:
            smallest = i
            for j in range(i + 1, len(xs)):
                if xs[j] < xs[smallest]:
                    smallest = j
            return smallest

        def selection_sort(xs: list[int]) -> list[int]:
            for i in range(len(xs) - 1):
                place = find_smallest(xs, i)
                if place != i:
                    xs[i], xs[place] = xs[place], xs[i]
            return xs`,
      stmts`
        def selection_sort(xs: list[int]) -> list[int]:
            rest = list(xs)
            result: list[int] = []
            while rest:
                smallest = min(rest)
                rest.remove(smallest)
                result.append(smallest)
            return result`,
      stmts`
        def selection_sort(xs: list[int]) -> list[int]:
            if len(xs) <= 1:
                return xs
            smallest = min(xs)
            rest = [x for x in xs if x != smallest]
            return [smallest] + selection_sort(rest)`,
    ]);
    switch (goal) {
      case 'step': {
        const body = draw.pick([
          stmts`
            def smallest_first(xs: list[int]) -> list[int]:
                smallest = 0
                for i in range(1, len(xs)):
                    if xs[i] < xs[smallest]:
                        smallest = i
                xs[0], xs[smallest] = xs[smallest], xs[0]
                return xs`,
          stmts`
            def smallest_first(xs: list[int]) -> list[int]:
                place = xs.index(min(xs))
                first = xs[0]
                xs[0] = xs[place]
                xs[place] = first
                return xs`,
        ]);
        return {
          body,
          call: expr`smallest_first(${argument})`,
          names: {
            xs: names.xs,
            smallest: ['best', 'place', 'where'],
            smallest_first: ['bring_forward', 'select_smallest'],
            i: ['k', 'index'],
          },
          doc: 'Let the smallest and the first of {xs} change places.',
        };
      }
      case 'sort':
        return {
          body: sort,
          call: expr`selection_sort(${argument})`,
          names: {
            ...names,
            selection_sort: ['sort_numbers', 'sort_by_selection'],
            find_smallest: ['index_of_smallest', 'place_of_minimum'],
          },
        };
      case 'kth': {
        const body = draw.pick([
          stmts`
            def kth_smallest(xs: list[int], k: int) -> int:
                rest = xs[:]
                for _ in range(k - 1):
                    rest.remove(min(rest))
                return min(rest)`,
          stmts`
            def kth_smallest(xs: list[int], k: int) -> int:
                for x in xs:
                    smaller = 0
                    for other in xs:
                        if other < x:
                            smaller += 1
                    if smaller == k - 1:
                        return x
                return -1`,
        ]);
        return {
          body,
          call: expr`kth_smallest(${argument}, ${k})`,
          names: {
            ...names,
            kth_smallest: ['nth_smallest', 'number_in_place'],
            k: ['n', 'rank'],
            smaller: ['below', 'count'],
          },
          doc: 'Return number {k} of {xs} in ascending order.',
        };
      }
      case 'median': {
        const main = draw.pick([
          stmts`
            def median(xs: list[int]) -> int:
                ordered = selection_sort(xs)
                return ordered[len(ordered) // 2]`,
          stmts`
            def median(xs: list[int]) -> int:
                rest = list(xs)
                while len(rest) > 1:
                    rest.remove(max(rest))
                    rest.remove(min(rest))
                return rest[0]`,
        ]);
        const needsSort = namesIn(main).has('selection_sort');
        return {
          body: [...(needsSort ? sort : []), ...main],
          call: expr`median(${argument})`,
          names: { ...names, result: ['done', 'out'], median: ['middle_value', 'find_median'] },
        };
      }
      case 'both-ends': {
        const body = stmts`
          def double_selection(xs: list[int]) -> list[int]:
              left = 0
              right = len(xs) - 1
              while left < right:
                  low = left
                  high = left
                  for i in range(left, right + 1):
                      if xs[i] < xs[low]:
                          low = i
                      if xs[i] > xs[high]:
                          high = i
                  xs[left], xs[low] = xs[low], xs[left]
                  if high == left:
                      high = low
                  xs[right], xs[high] = xs[high], xs[right]
                  left += 1
                  right -= 1
              return xs`;
        return {
          body,
          call: expr`double_selection(${argument})`,
          names: {
            xs: names.xs,
            double_selection: ['sort_from_both_ends', 'two_way_selection'],
            'low high': ['smallest largest', 'least most'],
          },
          doc: 'Sort {xs} by bringing the smallest and the largest to the ends.',
        };
      }
      case 'swaps': {
        const body = draw.pick([
          stmts`
            def count_swaps(xs: list[int]) -> int:
                swaps = 0
                for i in range(len(xs)):
                    smallest = i
                    for j in range(i + 1, len(xs)):
                        if xs[j] < xs[smallest]:
                            smallest = j
                    if smallest != i:
                        xs[i], xs[smallest] = xs[smallest], xs[i]
                        swaps += 1
                return swaps`,
          stmts`
            def count_swaps(xs: list[int]) -> int:
                swaps = 0
                for i, wanted in enumerate(sorted(xs)):
                    if xs[i] != wanted:
                        place = xs.index(wanted)
                        xs[i], xs[place] = xs[place], xs[i]
                        swaps += 1
                return swaps`,
        ]);
        return {
          body,
          call: expr`count_swaps(${argument})`,
          names: {
            ...names,
            count_swaps: ['swaps_needed', 'selection_swaps'],
            swaps: ['count', 'exchanges'],
          },
        };
      }
    }
  },
  reference({ goal, numbers, k }) {
    const sorted = ascending(numbers);
    switch (goal) {
      case 'step': {
        const place = numbers.indexOf(sorted[0]);
        return numbers.map((x, i) => (i === 0 ? sorted[0] : i === place ? numbers[0] : x));
      }
      case 'sort':
      case 'both-ends':
        return sorted;
      case 'kth':
        return sorted[k - 1];
      case 'median':
        return sorted[(numbers.length - 1) / 2];
      case 'swaps': {
        // A cycle of n places takes n - 1 swaps.
        const seen = new Set<number>();
        let cycles = 0;
        numbers.forEach((_, start) => {
          if (!seen.has(start)) cycles++;
          for (let i = start; !seen.has(i); i = sorted.indexOf(numbers[i])) seen.add(i);
        });
        return numbers.length - cycles;
      }
    }
  },
  example: { plan: { goal: 'kth', numbers: [9, 2, 7, 4], k: 2 }, answer: '4' },
});
