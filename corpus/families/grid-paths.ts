// Ways through a grid, to the right and downwards: counted, with obstacles, at least cost.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'count' | 'blocked' | 'cheapest' | 'triangle' | 'square';
  rows: number;
  columns: number;
  grid: (number | string)[][];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** All ways from the first cell to the last, each the list of what it passes. */
function ways<T>(grid: readonly (readonly T[])[], row = 0, column = 0): T[][] {
  const here = grid[row][column];
  if (row === grid.length - 1 && column === grid[row].length - 1) return [[here]];
  const down = row + 1 < grid.length ? ways(grid, row + 1, column) : [];
  const right = column + 1 < grid[row].length ? ways(grid, row, column + 1) : [];
  return [...down, ...right].map((way) => [here, ...way]);
}

const descents = (triangle: readonly (readonly number[])[], row = 0, i = 0): number[] =>
  row === triangle.length
    ? [0]
    : [...descents(triangle, row + 1, i), ...descents(triangle, row + 1, i + 1)].map(
        (rest) => rest + triangle[row][i],
      );

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['count'],
  5: ['blocked'],
  6: ['cheapest', 'triangle'],
  7: ['cheapest', 'blocked', 'triangle'],
  8: ['square'],
  9: ['square', 'cheapest'],
};

export const gridPathsFamily = defineFamily<Plan>({
  name: 'grid-paths',
  title: 'Ways through a grid',
  topics: ['dynamic-programming', 'grids', 'recursion'],
  ladder: [
    [4, 'the ways through a small grid'],
    [5, 'around obstacles'],
    [6, 'the cheapest way, or the best way down a triangle'],
    [7, 'larger grids'],
    [8, 'the largest square of free cells'],
    [9, 'larger grids'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const [low, high] = [
      [2, 3],
      [3, 3],
      [2, 3],
      [3, 4],
      [3, 4],
      [4, 5],
    ][level - 4];
    const [rows, columns] = [draw.int(low, high), draw.int(low, high)];
    const cell = (): number | string =>
      goal === 'blocked'
        ? draw.chance(0.22)
          ? '#'
          : '.'
        : goal === 'square'
          ? draw.chance(0.75)
            ? 1
            : 0
          : draw.int(1, 9);
    const grid = draw.list(rows, (_, row) => draw.list(goal === 'triangle' ? row + 1 : columns, cell));
    if (goal === 'blocked') grid[0][0] = grid[rows - 1][columns - 1] = '.';
    return { goal, rows, columns, grid };
  },
  write({ goal, rows, columns, grid }, draw) {
    const names = {
      rows: ['height', 'm'],
      columns: ['width', 'n'],
      grid: ['board', 'field', 'cells'],
      ways: ['paths', 'table', 'counts'],
      row: ['r', 'y'],
      column: ['c', 'x'],
      best: ['cost', 'least', 'table'],
    };
    switch (goal) {
      case 'count': {
        const body = draw.pick([
          stmts`
            def count_paths(rows: int, columns: int) -> int:
                if rows == 1 or columns == 1:
                    return 1
                return count_paths(rows - 1, columns) + count_paths(rows, columns - 1)`,
          stmts`
            def count_paths(rows: int, columns: int) -> int:
                ways = [[1] * columns for _ in range(rows)]
                for row in range(1, rows):
                    for column in range(1, columns):
                        ways[row][column] = ways[row - 1][column] + ways[row][column - 1]
                return ways[-1][-1]`,
          stmts`
            def count_paths(rows: int, columns: int) -> int:
                ways = [1] * columns
                for _ in range(rows - 1):
                    for column in range(1, columns):
                        ways[column] += ways[column - 1]
                return ways[-1]`,
        ]);
        return {
          body,
          call: expr`count_paths(${rows + 1}, ${columns + 1})`,
          names: { ...names, count_paths: ['grid_paths', 'routes', 'ways_through'] },
          doc: 'Count the ways through the grid, going right and down only.',
        };
      }
      case 'blocked': {
        const lines = literal(grid.map((row) => row.join('')));
        const body = draw.pick([
          stmts`
            def count_paths(grid: list[str]) -> int:
                ways = [[0] * len(grid[0]) for _ in grid]
                ways[0][0] = 1
                for row in range(len(grid)):
                    for column in range(len(grid[0])):
                        if grid[row][column] == '#':
                            continue
                        if row > 0:
                            ways[row][column] += ways[row - 1][column]
                        if column > 0:
                            ways[row][column] += ways[row][column - 1]
                return ways[-1][-1]`,
          stmts`
            def count_from(grid: list[str], row: int, column: int) -> int:
                if row == len(grid) or column == len(grid[0]):
                    return 0
                if grid[row][column] == '#':
                    return 0
                if row == len(grid) - 1 and column == len(grid[0]) - 1:
                    return 1
                return count_from(grid, row + 1, column) + count_from(grid, row, column + 1)

            def count_paths(grid: list[str]) -> int:
                return count_from(grid, 0, 0)`,
          stmts`
            def count_paths(grid: list[str]) -> int:
                ways = [1] + [0] * (len(grid[0]) - 1)
                for line in grid:
                    for column, cell in enumerate(line):
                        if cell == '#':
                            ways[column] = 0
                        elif column > 0:
                            ways[column] += ways[column - 1]
                return ways[-1]`,
        ]);
        return {
          body,
          call: expr`count_paths(${lines})`,
          names: {
            ...names,
            count_paths: ['paths_around', 'free_routes'],
            count_from: ['ways_from', 'explore'],
          },
        };
      }
      case 'cheapest': {
        const body = draw.pick([
          stmts`
            def cheapest_path(grid: list[list[int]]) -> int:
                best = [row[:] for row in grid]
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        if i > 0 and j > 0:
                            best[i][j] += min(best[i - 1][j], best[i][j - 1])
                        elif i > 0:
                            best[i][j] += best[i - 1][j]
                        elif j > 0:
                            best[i][j] += best[i][j - 1]
                return best[-1][-1]`,
          stmts`
            def cost_from(grid: list[list[int]], i: int, j: int) -> int:
                here = grid[i][j]
                last_row = i == len(grid) - 1
                last_column = j == len(grid[0]) - 1
                if last_row and last_column:
                    return here
                if last_row:
                    return here + cost_from(grid, i, j + 1)
                if last_column:
                    return here + cost_from(grid, i + 1, j)
                return here + min(cost_from(grid, i + 1, j), cost_from(grid, i, j + 1))

            def cheapest_path(grid: list[list[int]]) -> int:
                return cost_from(grid, 0, 0)`,
        ]);
        return {
          body,
          call: expr`cheapest_path(${literal(grid)})`,
          names: {
            grid: ['costs', 'board', 'field'],
            best: ['total', 'cost', 'least'],
            'i j': ['r c', 'y x'],
            cheapest_path: ['least_cost', 'min_path_sum'],
            cost_from: ['cheapest_from', 'price_from'],
          },
          doc: 'Return the least cost of a way from the first cell to the last.',
        };
      }
      case 'triangle': {
        const body = draw.pick([
          stmts`
            def best_descent(triangle: list[list[int]]) -> int:
                best = triangle[-1][:]
                for i in range(len(triangle) - 2, -1, -1):
                    for j in range(len(triangle[i])):
                        best[j] = triangle[i][j] + max(best[j], best[j + 1])
                return best[0]`,
          stmts`
            def descend(triangle: list[list[int]], i: int, j: int) -> int:
                if i == len(triangle):
                    return 0
                left = descend(triangle, i + 1, j)
                right = descend(triangle, i + 1, j + 1)
                return triangle[i][j] + max(left, right)

            def best_descent(triangle: list[list[int]]) -> int:
                return descend(triangle, 0, 0)`,
        ]);
        return {
          body,
          call: expr`best_descent(${literal(grid)})`,
          names: {
            triangle: ['pyramid', 'levels', 'rows'],
            best: ['sums', 'totals'],
            best_descent: ['max_path', 'largest_descent'],
            descend: ['best_from', 'go_down'],
          },
        };
      }
      case 'square': {
        const body = draw.pick([
          stmts`
            def largest_square(grid: list[list[int]]) -> int:
                best = 0
                size = [[0] * len(grid[0]) for _ in grid]
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        if grid[i][j] == 0:
                            continue
                        if i == 0 or j == 0:
                            size[i][j] = 1
                        else:
                            size[i][j] = 1 + min(size[i - 1][j], size[i][j - 1], size[i - 1][j - 1])
                        best = max(best, size[i][j])
                return best`,
          stmts`
            def is_free(grid: list[list[int]], top: int, left: int, size: int) -> bool:
                for row in grid[top:top + size]:
                    if 0 in row[left:left + size]:
                        return False
                return True

            def largest_square(grid: list[list[int]]) -> int:
                for size in range(min(len(grid), len(grid[0])), 0, -1):
                    for top in range(len(grid) - size + 1):
                        for left in range(len(grid[0]) - size + 1):
                            if is_free(grid, top, left, size):
                                return size
                return 0`,
        ]);
        return {
          body,
          call: expr`largest_square(${literal(grid)})`,
          names: {
            grid: names.grid,
            size: ['side', 'length'],
            best: ['largest', 'record'],
            largest_square: ['biggest_square', 'max_square'],
            is_free: ['all_free', 'fits'],
          },
          doc: 'Return the side of the largest square of ones.',
        };
      }
    }
  },
  reference({ goal, rows, columns, grid }) {
    const cells = grid.map((row) => row.map(Number));
    switch (goal) {
      case 'count':
        return ways(Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0)))
          .length;
      case 'blocked':
        return ways(grid).filter((way) => !way.includes('#')).length;
      case 'cheapest':
        return Math.min(...ways(cells).map(sum));
      case 'triangle':
        return Math.max(...descents(cells));
      case 'square': {
        const free = (top: number, left: number, size: number): boolean =>
          cells
            .slice(top, top + size)
            .every((row) => row.slice(left, left + size).every((cell) => cell === 1));
        const corners = cells.flatMap((row, i) => row.map((_, j) => [i, j] as const));
        const sides = corners.flatMap(([i, j]) =>
          Array.from({ length: Math.min(rows - i, columns - j) }, (_, k) => (free(i, j, k + 1) ? k + 1 : 0)),
        );
        return Math.max(0, ...sides);
      }
    }
  },
  example: {
    plan: {
      goal: 'blocked',
      rows: 2,
      columns: 2,
      grid: [
        ['.', '#'],
        ['.', '.'],
      ],
    },
    answer: '1',
  },
});
