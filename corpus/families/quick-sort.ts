// Quick sort: a pivot parts the list; also quick select.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'partition' | 'sort' | 'in-place' | 'select';
  items: number[];
  k: number;
}

const sorted = (items: readonly number[]): number[] => items.toSorted((a, b) => a - b);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['partition'],
  4: ['sort'],
  5: ['sort'],
  6: ['sort', 'select'],
  7: ['in-place', 'select'],
  8: ['in-place', 'sort', 'select'],
};

export const quickSortFamily = defineFamily<Plan>({
  name: 'quick-sort',
  title: 'Quick sort',
  topics: ['sorting', 'recursion', 'lists'],
  ladder: [
    [3, 'one list parted at its first item'],
    [4, 'sorting three or four numbers'],
    [5, 'five numbers'],
    [6, 'six numbers, or the k-th smallest'],
    [7, 'in place'],
    [8, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [5, 3, 5, 6, 6, 9][level - 3] + draw.int(0, 1);
    return {
      goal,
      items: draw.chance(0.3) ? draw.ints(size, 1, 20) : draw.distinct(size, 1, 80),
      k: draw.int(0, size - 1),
    };
  },
  write({ goal, items, k }, draw) {
    const names = {
      xs: ['numbers', 'values', 'items'],
      pivot: ['middle', 'first', 'p'],
      'smaller larger': ['left right', 'low high', 'before after'],
      quick_sort: ['quicksort', 'sort_list', 'qsort'],
      x: ['value', 'item', 'number'],
    };
    const argument = literal(items);
    switch (goal) {
      case 'partition': {
        const body = draw.pick([
          stmts`
            def part(xs: list[int]) -> tuple[list[int], int, list[int]]:
                pivot = xs[0]
                smaller: list[int] = []
                larger: list[int] = []
                for x in xs[1:]:
                    if x < pivot:
                        smaller.append(x)
                    else:
                        larger.append(x)
                return (smaller, pivot, larger)`,
          stmts`
            def part(xs: list[int]) -> tuple[list[int], int, list[int]]:
                pivot = xs[0]
                smaller = [x for x in xs[1:] if x < pivot]
                larger = [x for x in xs[1:] if x >= pivot]
                return (smaller, pivot, larger)`,
        ]);
        return {
          body,
          call: expr`part(${argument})`,
          names: { ...names, part: ['partition', 'split_at_pivot'] },
          doc: 'Part {xs} at the first of them.',
        };
      }
      case 'sort': {
        const body = draw.pick([
          stmts`
            def quick_sort(xs: list[int]) -> list[int]:
                if len(xs) <= 1:
                    return xs
                pivot = xs[0]
                smaller = [x for x in xs[1:] if x < pivot]
                larger = [x for x in xs[1:] if x >= pivot]
                return quick_sort(smaller) + [pivot] + quick_sort(larger)`,
          stmts`
            def quick_sort(xs: list[int]) -> list[int]:
                if len(xs) < 2:
                    return xs
                pivot = xs[len(xs) // 2]
                smaller: list[int] = []
                equal: list[int] = []
                larger: list[int] = []
                for x in xs:
                    if x < pivot:
                        smaller.append(x)
                    elif x > pivot:
                        larger.append(x)
                    else:
                        equal.append(x)
                return quick_sort(smaller) + equal + quick_sort(larger)`,
          stmts`
            def quick_sort(xs: list[int]) -> list[int]:
                if not xs:
                    return []
                pivot = xs.pop()
                smaller: list[int] = []
                larger: list[int] = []
                for x in xs:
                    if x <= pivot:
                        smaller.append(x)
                    else:
                        larger.append(x)
                return quick_sort(smaller) + [pivot] + quick_sort(larger)`,
        ]);
        return { body, call: expr`quick_sort(${argument})`, names };
      }
      case 'in-place': {
        const sort = stmts`
          def sort_part(xs: list[int], low: int, high: int) -> None:
              if low < high:
                  split = partition(xs, low, high)
                  sort_part(xs, low, split - 1)
                  sort_part(xs, split + 1, high)

          def quick_sort(xs: list[int]) -> list[int]:
              sort_part(xs, 0, len(xs) - 1)
              return xs`;
        const stack = stmts`
          def quick_sort(xs: list[int]) -> list[int]:
              waiting = [(0, len(xs) - 1)]
              while waiting:
                  low, high = waiting.pop()
                  if low >= high:
                      continue
                  split = partition(xs, low, high)
                  waiting.append((low, split - 1))
                  waiting.append((split + 1, high))
              return xs`;
        const partition = stmts`
          def partition(xs: list[int], low: int, high: int) -> int:
              pivot = xs[high]
              place = low
              for i in range(low, high):
                  if xs[i] < pivot:
                      xs[i], xs[place] = xs[place], xs[i]
                      place += 1
              xs[place], xs[high] = xs[high], xs[place]
              return place`;
        return {
          body: [...partition, ...(draw.chance(0.7) ? sort : stack)],
          call: expr`quick_sort(${argument})`,
          names: {
            xs: names.xs,
            'low high': ['start end', 'left right'],
            split: ['cut', 'middle'],
            partition: ['part', 'split_around'],
            place: ['border', 'store', 'wall'],
            quick_sort: names.quick_sort,
          },
        };
      }
      case 'select': {
        const body = draw.pick([
          stmts`
            def quick_select(xs: list[int], k: int) -> int:
                pivot = xs[0]
                smaller = [x for x in xs if x < pivot]
                if k < len(smaller):
                    return quick_select(smaller, k)
                same = xs.count(pivot)
                if k < len(smaller) + same:
                    return pivot
                larger = [x for x in xs if x > pivot]
                return quick_select(larger, k - len(smaller) - same)`,
          stmts`
            def quick_select(xs: list[int], k: int) -> int:
                while True:
                    pivot = xs[len(xs) // 2]
                    smaller = [x for x in xs if x < pivot]
                    larger = [x for x in xs if x > pivot]
                    if k < len(smaller):
                        xs = smaller
                    elif k >= len(xs) - len(larger):
                        k -= len(xs) - len(larger)
                        xs = larger
                    else:
                        return pivot`,
        ]);
        return {
          body,
          call: expr`quick_select(${argument}, ${k})`,
          names: { ...names, quick_select: ['kth_number', 'select_kth'], k: ['rank', 'n'] },
          doc: 'Return what would stand at index {k} if {xs} were sorted.',
        };
      }
    }
  },
  reference({ goal, items, k }) {
    switch (goal) {
      case 'partition':
        return tuple(
          items.slice(1).filter((x) => x < items[0]),
          items[0],
          items.slice(1).filter((x) => x >= items[0]),
        );
      case 'sort':
      case 'in-place':
        return sorted(items);
      case 'select':
        return sorted(items)[k];
    }
  },
  example: { plan: { goal: 'select', items: [7, 3, 9, 1], k: 2 }, answer: '7' },
});
