// Prefix sums: running totals kept in a list, and questions that they answer at once.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { MEASURES } from '../pools.ts';

interface Plan {
  goal: 'running' | 'changes' | 'balance' | 'queries' | 'count-sums' | 'product-except' | 'squares';
  /** for `squares` */
  grid?: number[][];
  numbers: number[];
  queries: [number, number][];
  target: number;
  items: string;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['running', 'changes'],
  2: ['running', 'changes'],
  3: ['balance'],
  4: ['queries'],
  5: ['count-sums'],
  6: ['queries', 'product-except', 'count-sums'],
  7: ['squares'],
  8: ['squares'],
  9: ['squares'],
};

export const prefixSumsFamily = defineFamily<Plan>({
  name: 'prefix-sums',
  title: 'Prefix sums',
  topics: ['lists', 'loops', 'dynamic-programming'],
  ladder: [
    [1, 'the running totals of a short list, or its changes'],
    [2, 'of a longer list'],
    [3, 'where both sides weigh the same'],
    [4, 'sums of parts'],
    [5, 'how many parts have a given sum'],
    [6, 'longer lists; products of all others'],
    [7, 'how many squares of a grid have a small sum'],
    [8, 'a larger grid'],
    [9, 'the sums of all squares'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const [rows, columns] = (
        [
          [2, 3],
          [3, 3],
          [3, 4],
        ] as const
      )[level - 7];
      const grid = draw.list(rows, () => draw.ints(columns, 0, 9));
      return { goal: 'squares', numbers: [], queries: [], target: draw.int(12, 30), items: 'grid', grid };
    }
    const measure = draw.pick(MEASURES.filter(({ range }) => range[0] >= 0));
    const goal = draw.pick(GOALS[level]);
    const size = [3, 5, 6, 6, 7, 9][level - 1] + draw.int(0, 1);
    const numbers =
      goal === 'count-sums'
        ? draw.ints(size, 1, 5)
        : goal === 'product-except'
          ? draw.ints(Math.ceil(size / 2), 2, 9)
          : draw.ints(size, 1, Math.min(measure.range[1], 40));
    if (goal === 'balance' && draw.chance(0.75)) {
      // Make both sides of a place weigh the same.
      const at = draw.int(1, size - 2);
      const [left, right] = [sum(numbers.slice(0, at)), sum(numbers.slice(at + 1))];
      if (left > right) numbers[size - 1] += left - right;
      else numbers[0] += right - left;
    }
    const queries = draw.list(level === 4 ? 2 : 4, (): [number, number] => {
      const start = draw.int(0, size - 2);
      return [start, draw.int(start + 1, size)];
    });
    return {
      goal,
      numbers,
      queries: goal === 'queries' ? queries : [],
      target: draw.int(5, 12),
      items: measure.items,
    };
  },
  write({ goal, numbers, queries, target, items, grid }, draw) {
    const names = {
      xs: [items, 'values', 'numbers'],
      x: ['value', 'number', 'amount'],
      totals: ['sums', 'prefix', 'running'],
      total: ['current', 'so_far', 'acc'],
      result: ['answers', 'out'],
    };
    const argument = literal(numbers);
    const prefix = draw.pick([
      stmts`
        def prefix_sums(xs: list[int]) -> list[int]:
            totals = [0]
            for x in xs:
                totals.append(totals[-1] + x)
            return totals`,
      stmts`
        def prefix_sums(xs: list[int]) -> list[int]:
            totals = [0] * (len(xs) + 1)
            for i in range(len(xs)):
                totals[i + 1] = totals[i] + xs[i]
            return totals`,
    ]);
    switch (goal) {
      case 'squares': {
        const table = draw.pick([
          stmts`
            def corner_sums(grid: list[list[int]]) -> list[list[int]]:
                sums = [[0] * (len(grid[0]) + 1)]
                for row in grid:
                    line = [0]
                    left = 0
                    for j, value in enumerate(row):
                        left += value
                        line.append(left + sums[-1][j + 1])
                    sums.append(line)
                return sums`,
          stmts`
            def corner_sums(grid: list[list[int]]) -> list[list[int]]:
                height, width = len(grid), len(grid[0])
                sums = [[0] * (width + 1) for _ in range(height + 1)]
                for i in range(height):
                    for j in range(width):
                        sums[i + 1][j + 1] = grid[i][j] + sums[i][j + 1] + sums[i + 1][j] - sums[i][j]
                return sums`,
        ]);
        const area = stmts`
          def square_sum(sums: list[list[int]], top: int, left: int, size: int) -> int:
              bottom, right = top + size, left + size
              return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]`;
        const main = draw.pick([
          stmts`
            def small_squares(grid: list[list[int]], limit: int) -> tuple[int, int]:
                sums = corner_sums(grid)
                count = 0
                largest = 0
                for size in range(1, min(len(grid), len(grid[0])) + 1):
                    for top in range(len(grid) - size + 1):
                        for left in range(len(grid[0]) - size + 1):
                            total = square_sum(sums, top, left, size)
                            if total <= limit:
                                count += 1
                                if total > largest:
                                    largest = total
                return (count, largest)`,
          stmts`
            def small_squares(grid: list[list[int]], limit: int) -> tuple[int, int]:
                sums = corner_sums(grid)
                count = 0
                largest = 0
                for top in range(len(grid)):
                    for left in range(len(grid[0])):
                        size = 1
                        while top + size <= len(grid) and left + size <= len(grid[0]):
                            total = square_sum(sums, top, left, size)
                            if total > limit:
                                break
                            count += 1
                            largest = max(largest, total)
                            size += 1
                return (count, largest)`,
        ]);
        return {
          body: [...table, ...area, ...main],
          call: expr`small_squares(${literal(grid ?? [])}, ${target})`,
          names: {
            small_squares: ['count_squares', 'light_squares', 'squares_within'],
            corner_sums: ['summed_table', 'prefix_table'],
            square_sum: ['area_sum', 'sum_of_square'],
            grid: ['field', 'board', 'heights'],
            limit: ['most', 'bound'],
            largest: ['heaviest', 'best'],
          },
          doc: 'Count the squares of the {grid} whose sum is at most {limit}, and find the largest such sum.',
        };
      }
      case 'running': {
        const body = draw.pick([
          stmts`
            def running_totals(xs: list[int]) -> list[int]:
                totals: list[int] = []
                total = 0
                for x in xs:
                    total += x
                    totals.append(total)
                return totals`,
          stmts`
            def running_totals(xs: list[int]) -> list[int]:
                totals = [xs[0]]
                for i in range(1, len(xs)):
                    totals.append(totals[i - 1] + xs[i])
                return totals`,
          stmts`
            def running_totals(xs: list[int]) -> list[int]:
                return [sum(xs[:i + 1]) for i in range(len(xs))]`,
          stmts`
            def running_totals(xs: list[int]) -> list[int]:
                totals = xs[:]
                i = 1
                while i < len(totals):
                    totals[i] += totals[i - 1]
                    i += 1
                return totals`,
        ]);
        return {
          body,
          call: expr`running_totals(${argument})`,
          names: { ...names, running_totals: ['accumulate', 'cumulative_sums', 'partial_sums'] },
        };
      }
      case 'changes': {
        const body = draw.pick([
          stmts`
            def changes(xs: list[int]) -> list[int]:
                result: list[int] = []
                for i in range(1, len(xs)):
                    result.append(xs[i] - xs[i - 1])
                return result`,
          stmts`
            def changes(xs: list[int]) -> list[int]:
                return [after - before for before, after in zip(xs, xs[1:])]`,
          stmts`
            def changes(xs: list[int]) -> list[int]:
                result: list[int] = []
                previous = xs[0]
                for x in xs[1:]:
                    result.append(x - previous)
                    previous = x
                return result`,
        ]);
        return {
          body,
          call: expr`changes(${argument})`,
          names: {
            ...names,
            changes: ['differences', 'steps_between', 'deltas'],
            result: ['gaps', 'out'],
            previous: ['before', 'last'],
          },
        };
      }
      case 'balance': {
        const body = draw.pick([
          stmts`
            def balance_point(xs: list[int]) -> int:
                total = sum(xs)
                left = 0
                for i, x in enumerate(xs):
                    if left == total - left - x:
                        return i
                    left += x
                return -1`,
          stmts`
            def balance_point(xs: list[int]) -> int:
                for i in range(len(xs)):
                    if sum(xs[:i]) == sum(xs[i + 1:]):
                        return i
                return -1`,
          stmts`
            def balance_point(xs: list[int]) -> int:
                left = 0
                right = sum(xs)
                i = 0
                while i < len(xs):
                    right -= xs[i]
                    if left == right:
                        return i
                    left += xs[i]
                    i += 1
                return -1`,
        ]);
        return {
          body,
          call: expr`balance_point(${argument})`,
          names: {
            ...names,
            total: ['whole', 'everything'],
            balance_point: ['pivot_index', 'find_balance', 'equilibrium'],
          },
          doc: 'Return the first index with equal sums on both sides, or -1.',
        };
      }
      case 'queries': {
        const asked = literal(queries.map(([start, end]) => tuple(start, end)));
        const main = draw.pick([
          stmts`
            def range_sums(xs: list[int], queries: list[tuple[int, int]]) -> list[int]:
                totals = prefix_sums(xs)
                result: list[int] = []
                for start, end in queries:
                    result.append(totals[end] - totals[start])
                return result`,
          stmts`
            def range_sums(xs: list[int], queries: list[tuple[int, int]]) -> list[int]:
                totals = prefix_sums(xs)
                return [totals[end] - totals[start] for start, end in queries]`,
        ]);
        return {
          body: [...prefix, ...main],
          call: expr`range_sums(${argument}, ${asked})`,
          names: {
            ...names,
            prefix_sums: ['cumulate', 'build_sums'],
            range_sums: ['answer_queries', 'sums_of_parts'],
            queries: ['ranges', 'parts'],
            'start end': ['low high', 'left right'],
          },
          doc: 'Return the sum of each part of {xs}, its end not included.',
        };
      }
      case 'count-sums': {
        const body = draw.pick([
          stmts`
            def count_parts(xs: list[int], target: int) -> int:
                seen = {0: 1}
                total = 0
                count = 0
                for x in xs:
                    total += x
                    count += seen.get(total - target, 0)
                    seen[total] = seen.get(total, 0) + 1
                return count`,
          stmts`
            def count_parts(xs: list[int], target: int) -> int:
                count = 0
                for start in range(len(xs)):
                    total = 0
                    for x in xs[start:]:
                        total += x
                        if total == target:
                            count += 1
                return count`,
        ]);
        return {
          body,
          call: expr`count_parts(${argument}, ${target})`,
          names: {
            ...names,
            count_parts: ['parts_with_sum', 'count_stretches'],
            target: ['wanted', 'goal'],
            count: ['found', 'hits'],
            seen: ['earlier', 'prefixes'],
          },
          doc: 'Count the stretches of neighbouring {xs} with the sum {target}.',
        };
      }
      case 'product-except': {
        const body = draw.pick([
          stmts`
            def products_of_others(xs: list[int]) -> list[int]:
                result = [1] * len(xs)
                left = 1
                for i in range(len(xs)):
                    result[i] = left
                    left *= xs[i]
                right = 1
                for i in range(len(xs) - 1, -1, -1):
                    result[i] *= right
                    right *= xs[i]
                return result`,
          stmts`
            def products_of_others(xs: list[int]) -> list[int]:
                result: list[int] = []
                for i in range(len(xs)):
                    product = 1
                    for j, x in enumerate(xs):
                        if j != i:
                            product *= x
                    result.append(product)
                return result`,
        ]);
        return {
          body,
          call: expr`products_of_others(${argument})`,
          names: { ...names, products_of_others: ['products_except_self', 'other_products'] },
        };
      }
    }
  },
  reference({ goal, numbers, queries, target, grid }) {
    switch (goal) {
      case 'squares': {
        const field = grid ?? [];
        const squares = field.flatMap((row, top) =>
          row.flatMap((_, left) =>
            Array.from({ length: Math.min(field.length - top, row.length - left) }, (__, size) =>
              sum(field.slice(top, top + size + 1).flatMap((line) => line.slice(left, left + size + 1))),
            ),
          ),
        );
        const small = squares.filter((total) => total <= target);
        return tuple(small.length, Math.max(0, ...small));
      }
      case 'running':
        return numbers.map((_, i) => sum(numbers.slice(0, i + 1)));
      case 'changes':
        return numbers.slice(1).map((x, i) => x - numbers[i]);
      case 'balance':
        return numbers.findIndex((_, i) => sum(numbers.slice(0, i)) === sum(numbers.slice(i + 1)));
      case 'queries':
        return queries.map(([start, end]) => sum(numbers.slice(start, end)));
      case 'count-sums':
        return numbers.flatMap((_, i) =>
          numbers.slice(i).filter((__, n) => sum(numbers.slice(i, i + n + 1)) === target),
        ).length;
      case 'product-except':
        return numbers.map((_, i) => numbers.filter((__, j) => j !== i).reduce((a, b) => a * b, 1));
    }
  },
  example: {
    plan: { goal: 'balance', numbers: [2, 3, 9, 1, 4], queries: [], target: 0, items: 'xs' },
    answer: '2',
  },
});
