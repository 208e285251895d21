// Merge sort: halves are sorted apart and merged; also counting inversions on the way.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'sort' | 'bottom-up' | 'inversions' | 'unique';
  items: (number | string)[];
}

type Item = number | string;
const sorted = (items: readonly Item[]): Item[] => items.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** A function `merge`. */
function merging(draw: Draw, type: string): Stmt[] {
  return draw.pick([
    stmts`
      def merge(left: list[${type}], right: list[${type}]) -> list[${type}]:
          merged: list[${type}] = []
          i, j = 0, 0
          while i < len(left) and j < len(right):
              if left[i] <= right[j]:
                  merged.append(left[i])
                  i += 1
              else:
                  merged.append(right[j])
                  j += 1
          merged.extend(left[i:])
          merged.extend(right[j:])
          return merged`,
    stmts`
      def merge(left: list[${type}], right: list[${type}]) -> list[${type}]:
          merged: list[${type}] = []
          while left and right:
              if left[0] <= right[0]:
                  merged.append(left.pop(0))
              else:
                  merged.append(right.pop(0))
          return merged + left + right`,
  ]);
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['sort'],
  5: ['sort'],
  6: ['sort'],
  7: ['sort', 'unique'],
  8: ['inversions', 'bottom-up'],
  9: ['inversions', 'bottom-up', 'unique'],
};

export const mergeSortFamily = defineFamily<Plan>({
  name: 'merge-sort',
  title: 'Merge sort',
  topics: ['sorting', 'recursion', 'lists'],
  ladder: [
    [4, 'three numbers'],
    [5, 'four numbers'],
    [6, 'five or six numbers or names'],
    [7, 'seven or eight; repetitions dropped'],
    [8, 'counting inversions; merging from the bottom up'],
    [9, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [3, 4, 5, 7, 8, 11][level - 4] + (level > 5 ? draw.int(0, 1) : 0);
    if (goal === 'unique') return { goal, items: draw.ints(size, 1, size) };
    return {
      goal,
      items: draw.chance(0.3) && level > 5 ? draw.sample(PEOPLE, size) : draw.distinct(size, 1, 80),
    };
  },
  write({ goal, items }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      xs: type === 'int' ? ['numbers', 'values', 'items'] : ['names', 'words', 'items'],
      merge: ['merge_halves', 'combine'],
      merge_sort: ['sort_list', 'msort'],
      merged: ['result', 'out'],
      middle: ['mid', 'half'],
      'left right': ['a b', 'first second'],
    };
    const argument = literal(items);
    const sort = draw.pick([
      stmts`
        def merge_sort(xs: list[${type}]) -> list[${type}]:
            if len(xs) <= 1:
                return xs
            middle = len(xs) // 2
            left = merge_sort(xs[:middle])
            right = merge_sort(xs[middle:])
            return merge(left, right)`,
      stmts`
        def merge_sort(xs: list[${type}]) -> list[${type}]:
            if len(xs) < 2:
                return xs
            middle = len(xs) // 2
            return merge(merge_sort(xs[:middle]), merge_sort(xs[middle:]))`,
    ]);
    switch (goal) {
      case 'sort':
        return { body: [...merging(draw, type), ...sort], call: expr`merge_sort(${argument})`, names };
      case 'bottom-up': {
        const main = draw.pick([
          stmts`
            def merge_sort(xs: list[${type}]) -> list[${type}]:
                runs = [[x] for x in xs]
                while len(runs) > 1:
                    longer: list[list[${type}]] = []
                    for k in range(0, len(runs) - 1, 2):
                        longer.append(merge(runs[k], runs[k + 1]))
                    if len(runs) % 2 == 1:
                        longer.append(runs[-1])
                    runs = longer
                return runs[0]`,
          stmts`
            def merge_sort(xs: list[${type}]) -> list[${type}]:
                width = 1
                while width < len(xs):
                    merged_runs: list[${type}] = []
                    for start in range(0, len(xs), 2 * width):
                        middle = start + width
                        merged_runs += merge(xs[start:middle], xs[middle:middle + width])
                    xs = merged_runs
                    width *= 2
                return xs`,
        ]);
        return {
          body: [...merging(draw, type), ...main],
          call: expr`merge_sort(${argument})`,
          names: {
            ...names,
            runs: ['parts', 'groups'],
            merge_sort: ['sort_bottom_up', 'sort_list'],
            width: ['size', 'step'],
          },
        };
      }
      case 'inversions': {
        const body = stmts`
          def count_inversions(xs: list[${type}]) -> tuple[list[${type}], int]:
              if len(xs) <= 1:
                  return (xs, 0)
              middle = len(xs) // 2
              left, count_left = count_inversions(xs[:middle])
              right, count_right = count_inversions(xs[middle:])
              merged: list[${type}] = []
              count = count_left + count_right
              i, j = 0, 0
              while i < len(left) and j < len(right):
                  if left[i] <= right[j]:
                      merged.append(left[i])
                      i += 1
                  else:
                      merged.append(right[j])
                      j += 1
                      count += len(left) - i
              return (merged + left[i:] + right[j:], count)

          def inversions(xs: list[${type}]) -> int:
              ordered, count = count_inversions(xs)
              return count`;
        return {
          body,
          call: expr`inversions(${argument})`,
          names: {
            xs: names.xs,
            merged: names.merged,
            middle: names.middle,
            inversions: ['disorder', 'pairs_out_of_order'],
            count_inversions: ['sort_and_count', 'merge_count'],
            count: ['total', 'found'],
          },
          doc: 'Count the pairs of {xs} that are in the wrong order.',
        };
      }
      case 'unique': {
        const body = stmts`
          def merge_unique(left: list[int], right: list[int]) -> list[int]:
              merged: list[int] = []
              i, j = 0, 0
              while i < len(left) or j < len(right):
                  if j == len(right):
                      merged.append(left[i])
                      i += 1
                  elif i == len(left) or right[j] < left[i]:
                      merged.append(right[j])
                      j += 1
                  elif left[i] < right[j]:
                      merged.append(left[i])
                      i += 1
                  else:
                      j += 1
              return merged

          def sort_unique(xs: list[int]) -> list[int]:
              if len(xs) <= 1:
                  return xs
              middle = len(xs) // 2
              return merge_unique(sort_unique(xs[:middle]), sort_unique(xs[middle:]))`;
        return {
          body,
          call: expr`sort_unique(${argument})`,
          names: {
            ...names,
            sort_unique: ['sorted_distinct', 'sort_without_repeats'],
            merge_unique: ['merge_distinct', 'join_sorted'],
          },
          doc: 'Sort {xs} and drop repetitions.',
        };
      }
    }
  },
  reference({ goal, items }) {
    switch (goal) {
      case 'sort':
      case 'bottom-up':
        return sorted(items);
      case 'inversions':
        return items.flatMap((x, i) => items.slice(i + 1).filter((y) => y < x)).length;
      case 'unique':
        return [...new Set(sorted(items))];
    }
  },
  example: { plan: { goal: 'inversions', items: [4, 1, 3, 2] }, answer: '4' },
});
