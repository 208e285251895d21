// Bubble sort and its relatives: neighbours change places until none are out of order.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'pass' | 'sort' | 'swaps' | 'passes' | 'cocktail';
  items: (number | string)[];
  descending: boolean;
}

type Item = number | string;
const before = (a: Item, b: Item): boolean => a < b;
const ordered = ({ items, descending }: Plan): Item[] =>
  items.toSorted((a, b) => (a === b ? 0 : before(a, b) === descending ? 1 : -1));

/** Places of items that stand behind a smaller one, and by how many: the work that bubble sort has to do. */
const inversions = ({ items }: Plan): number[] =>
  items.map((item, i) => items.slice(0, i).filter((x) => x > item).length);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['pass'],
  3: ['sort'],
  4: ['sort'],
  5: ['sort', 'swaps'],
  6: ['passes', 'swaps', 'sort'],
  7: ['cocktail', 'passes', 'sort'],
  8: ['cocktail', 'passes', 'sort', 'swaps'],
};

export const bubbleSortFamily = defineFamily<Plan>({
  name: 'bubble-sort',
  title: 'Bubble sort',
  topics: ['sorting', 'lists', 'loops'],
  ladder: [
    [2, 'one pass over a short list'],
    [3, 'sorting three numbers'],
    [4, 'sorting four, upwards or downwards'],
    [5, 'sorting five, or counting swaps'],
    [6, 'counting passes; names'],
    [7, 'longer lists; there and back'],
    [8, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 3, 4, 5, 6, 7, 9][level - 2];
    const items: Item[] =
      level >= 6 && draw.chance(0.4) ? draw.sample(PEOPLE, size) : draw.distinct(size, 1, 60);
    return { goal, items, descending: goal === 'sort' && level >= 4 && draw.chance(0.35) };
  },
  write({ goal, items, descending }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      xs: type === 'int' ? ['numbers', 'values', 'items'] : ['names', 'words', 'items'],
      n: ['size', 'length', 'count'],
      'i j': ['turn k', 'a b', 'done i'],
      swapped: ['changed', 'moved', 'unsorted'],
      swaps: ['count', 'exchanges', 'moves'],
      passes: ['rounds', 'count'],
      'left right': ['low high', 'start end'],
    };
    const argument = literal(items);
    const wrong = (i: string): ReturnType<typeof expr> =>
      descending ? expr`xs[${i}] < xs[${i} + 1]` : expr`xs[${i}] > xs[${i} + 1]`;
    const swap = (i: string): ReturnType<typeof stmts> =>
      draw.weighted([
        [3, stmts`xs[${i}], xs[${i} + 1] = xs[${i} + 1], xs[${i}]`],
        [
          1,
          stmts`
            held = xs[${i}]
            xs[${i}] = xs[${i} + 1]
            xs[${i} + 1] = held`,
        ],
      ]);
    switch (goal) {
      case 'pass': {
        const body = draw.pick([
          stmts`
            def one_pass(xs: list[${type}]) -> list[${type}]:
                for i in range(len(xs) - 1):
                    if ${wrong('i')}:
                        ${swap('i')}
                return xs`,
          stmts`
            def one_pass(xs: list[${type}]) -> list[${type}]:
                i = 0
                while i + 1 < len(xs):
                    if ${wrong('i')}:
                        ${swap('i')}
                    i += 1
                return xs`,
        ]);
        return {
          body,
          call: expr`one_pass(${argument})`,
          names: { xs: names.xs, one_pass: ['bubble_once', 'push_largest'], i: ['k', 'at'] },
          doc: 'Let neighbours change places once from left to right.',
        };
      }
      case 'sort': {
        const body = draw.pick([
          stmts`
            def bubble_sort(xs: list[${type}]) -> list[${type}]:
                n = len(xs)
                for i in range(n):
                    for j in range(n - 1 - i):
                        if ${wrong('j')}:
                            ${swap('j')}
                return xs`,
          stmts`
            def bubble_sort(xs: list[${type}]) -> list[${type}]:
                swapped = True
                while swapped:
                    swapped = False
                    for j in range(len(xs) - 1):
                        if ${wrong('j')}:
                            ${swap('j')}
                            swapped = True
                return xs`,
          stmts`
            def bubble_sort(xs: list[${type}]) -> list[${type}]:
                for n in range(len(xs) - 1, 0, -1):
                    swapped = False
                    for j in range(n):
                        if ${wrong('j')}:
                            ${swap('j')}
                            swapped = True
                    if not swapped:
                        break
                return xs`,
          stmts`
            def bubble_sort(xs: list[${type}]) -> list[${type}]:
                j = 0
                while j < len(xs) - 1:
                    if ${wrong('j')}:
                        ${swap('j')}
                        j = max(j - 1, 0)
                    else:
                        j += 1
                return xs`,
        ]);
        return {
          body,
          call: expr`bubble_sort(${argument})`,
          names: { ...names, bubble_sort: ['sort_list', 'sort_up', 'bubble'].slice(0, descending ? 1 : 3) },
        };
      }
      case 'swaps': {
        const body = stmts`
          def count_swaps(xs: list[${type}]) -> int:
              swaps = 0
              for i in range(len(xs)):
                  for j in range(len(xs) - 1 - i):
                      if ${wrong('j')}:
                          ${swap('j')}
                          swaps += 1
              return swaps`;
        return {
          body,
          call: expr`count_swaps(${argument})`,
          names: { ...names, count_swaps: ['swaps_needed', 'bubble_swaps'] },
          doc: 'Sort {xs} and count how often neighbours change places.',
        };
      }
      case 'passes': {
        const body = draw.pick([
          stmts`
            def count_passes(xs: list[${type}]) -> int:
                passes = 0
                swapped = True
                while swapped:
                    swapped = False
                    passes += 1
                    for j in range(len(xs) - passes):
                        if ${wrong('j')}:
                            ${swap('j')}
                            swapped = True
                return passes`,
          stmts`
            def one_pass(xs: list[${type}]) -> bool:
                swapped = False
                for j in range(len(xs) - 1):
                    if ${wrong('j')}:
                        ${swap('j')}
                        swapped = True
                return swapped

            def count_passes(xs: list[${type}]) -> int:
                passes = 1
                while one_pass(xs):
                    passes += 1
                return passes`,
        ]);
        return {
          body,
          call: expr`count_passes(${argument})`,
          names: {
            ...names,
            count_passes: ['passes_needed', 'bubble_rounds'],
            one_pass: ['bubble_once', 'sweep'],
            j: ['i', 'k'],
          },
          doc: 'Sort {xs} and count the passes, the last one without a swap included.',
        };
      }
      case 'cocktail': {
        const body = stmts`
          def cocktail_sort(xs: list[${type}]) -> list[${type}]:
              left = 0
              right = len(xs) - 1
              while left < right:
                  for i in range(left, right):
                      if ${wrong('i')}:
                          ${swap('i')}
                  right -= 1
                  for i in range(right, left, -1):
                      if xs[i - 1] > xs[i]:
                          xs[i - 1], xs[i] = xs[i], xs[i - 1]
                  left += 1
              return xs`;
        return {
          body,
          call: expr`cocktail_sort(${argument})`,
          names: {
            xs: names.xs,
            'left right': names['left right'],
            cocktail_sort: ['shaker_sort', 'sort_both_ways'],
            i: ['k', 'pos'],
          },
        };
      }
    }
  },
  reference(plan) {
    const { goal, items } = plan;
    switch (goal) {
      case 'pass': {
        // What is carried along is the largest so far; everything smaller moves one place to the left.
        const result: Item[] = [];
        const carried = items.reduce((most, item) => {
          result.push(item < most ? item : most);
          return item < most ? most : item;
        });
        return [...result, carried];
      }
      case 'sort':
      case 'cocktail':
        return ordered(plan);
      case 'swaps':
        return inversions(plan).reduce((a, b) => a + b, 0);
      case 'passes':
        // Each pass takes one from every inversion count; one more pass finds nothing to do.
        return 1 + Math.max(...inversions(plan));
    }
  },
  example: { plan: { goal: 'swaps', items: [3, 1, 2], descending: false }, answer: '2' },
});
