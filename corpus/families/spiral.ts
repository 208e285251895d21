// Walking through grids: in spirals, in waves, along diagonals; filling grids that way.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'snake' | 'border' | 'spiral' | 'fill' | 'diagonals';
  matrix: number[][];
  /** for `fill`: the size of the square and its first number */
  n: number;
  first: number;
}

/** The first row, then what is left of the grid turned so that its last column comes next. */
function spiral(matrix: readonly (readonly number[])[]): number[] {
  if (matrix.length === 0 || matrix[0].length === 0) return [...(matrix[0] ?? [])];
  const [first, ...rest] = matrix;
  const turned = first.map((_, j) => rest.map((row) => row[row.length - 1 - j]));
  return [...first, ...(rest.length > 0 ? spiral(turned) : [])];
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['snake'],
  4: ['border', 'snake'],
  5: ['diagonals', 'border'],
  6: ['spiral'],
  7: ['fill', 'spiral'],
  8: ['fill', 'spiral', 'diagonals'],
};

export const spiralFamily = defineFamily<Plan>({
  name: 'spiral',
  title: 'Walks through a grid',
  topics: ['grids', 'loops', 'lists'],
  ladder: [
    [3, 'row by row, every other one backwards'],
    [4, 'around the border'],
    [5, 'along the diagonals'],
    [6, 'in a spiral'],
    [7, 'filling a square in a spiral'],
    [8, 'larger grids'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const [low, high] = [
      [2, 3],
      [3, 3],
      [3, 3],
      [2, 3],
      [3, 4],
      [4, 5],
    ][level - 3];
    const width = draw.int(low, high);
    return {
      goal,
      matrix: draw.list(draw.int(low, high), () => draw.ints(width, 1, 30)),
      n: draw.int(low, high),
      first: draw.int(1, 40),
    };
  },
  write({ goal, matrix, n, first }, draw) {
    const argument = literal(matrix);
    const names = {
      matrix: ['grid', 'table', 'rows'],
      result: ['path', 'out', 'visited'],
      row: ['line', 'r'],
    };
    switch (goal) {
      case 'snake': {
        const body = draw.pick([
          stmts`
            def snake(matrix: list[list[int]]) -> list[int]:
                result: list[int] = []
                for i, row in enumerate(matrix):
                    if i % 2 == 0:
                        result += row
                    else:
                        result += row[::-1]
                return result`,
          stmts`
            def snake(matrix: list[list[int]]) -> list[int]:
                result: list[int] = []
                forwards = True
                for row in matrix:
                    if forwards:
                        for x in row:
                            result.append(x)
                    else:
                        for x in reversed(row):
                            result.append(x)
                    forwards = not forwards
                return result`,
          stmts`
            def snake(matrix: list[list[int]]) -> list[int]:
                result: list[int] = []
                width = len(matrix[0])
                for i in range(len(matrix)):
                    for k in range(width):
                        j = k if i % 2 == 0 else width - 1 - k
                        result.append(matrix[i][j])
                return result`,
        ]);
        return {
          body,
          call: expr`snake(${argument})`,
          names: { ...names, snake: ['zigzag', 'walk_snake', 'boustrophedon'] },
        };
      }
      case 'border': {
        const body = draw.pick([
          stmts`
            def border(matrix: list[list[int]]) -> list[int]:
                top = matrix[0]
                right = [row[-1] for row in matrix[1:-1]]
                bottom = matrix[-1][::-1]
                left = [row[0] for row in matrix[1:-1]][::-1]
                return top + right + bottom + left`,
          stmts`
            def border(matrix: list[list[int]]) -> list[int]:
                last_row = len(matrix) - 1
                last_column = len(matrix[0]) - 1
                result: list[int] = []
                for j in range(last_column):
                    result.append(matrix[0][j])
                for i in range(last_row):
                    result.append(matrix[i][last_column])
                for j in range(last_column, 0, -1):
                    result.append(matrix[last_row][j])
                for i in range(last_row, 0, -1):
                    result.append(matrix[i][0])
                return result`,
        ]);
        return {
          body,
          call: expr`border(${argument})`,
          names: { ...names, border: ['walk_border', 'outline', 'edge_cells'] },
          doc: 'Return the cells of the border, clockwise.',
        };
      }
      case 'diagonals': {
        const body = draw.pick([
          stmts`
            def diagonals(matrix: list[list[int]]) -> list[list[int]]:
                height = len(matrix)
                width = len(matrix[0])
                result: list[list[int]] = []
                for total in range(height + width - 1):
                    line: list[int] = []
                    for i in range(height):
                        j = total - i
                        if 0 <= j < width:
                            line.append(matrix[i][j])
                    result.append(line)
                return result`,
          stmts`
            def diagonals(matrix: list[list[int]]) -> list[list[int]]:
                groups: dict[int, list[int]] = {}
                for i, row in enumerate(matrix):
                    for j, x in enumerate(row):
                        if i + j not in groups:
                            groups[i + j] = []
                        groups[i + j].append(x)
                return list(groups.values())`,
        ]);
        return {
          body,
          call: expr`diagonals(${argument})`,
          names: { ...names, diagonals: ['antidiagonals', 'slanted_lines'], total: ['k', 'start'] },
        };
      }
      case 'spiral': {
        const body = draw.pick([
          stmts`
            def spiral(matrix: list[list[int]]) -> list[int]:
                result: list[int] = []
                while matrix:
                    result += matrix[0]
                    rest = matrix[1:]
                    matrix = [list(column) for column in zip(*rest)][::-1]
                return result`,
          stmts`
            def spiral(matrix: list[list[int]]) -> list[int]:
                top, bottom = 0, len(matrix) - 1
                left, right = 0, len(matrix[0]) - 1
                result: list[int] = []
                while top <= bottom and left <= right:
                    for j in range(left, right + 1):
                        result.append(matrix[top][j])
                    for i in range(top + 1, bottom + 1):
                        result.append(matrix[i][right])
                    if top < bottom:
                        for j in range(right - 1, left - 1, -1):
                            result.append(matrix[bottom][j])
                    if left < right:
                        for i in range(bottom - 1, top, -1):
                            result.append(matrix[i][left])
                    top += 1
                    bottom -= 1
                    left += 1
                    right -= 1
                return result`,
          stmts`
            def spiral(matrix: list[list[int]]) -> list[int]:
                height, width = len(matrix), len(matrix[0])
                seen = [[False] * width for _ in range(height)]
                result: list[int] = []
                row, column = 0, 0
                down, across = 0, 1
                for _ in range(height * width):
                    result.append(matrix[row][column])
                    seen[row][column] = True
                    ahead, beside = row + down, column + across
                    if not (0 <= ahead < height and 0 <= beside < width) or seen[ahead][beside]:
                        down, across = across, -down
                    row += down
                    column += across
                return result`,
        ]);
        return {
          body,
          call: expr`spiral(${argument})`,
          names: { matrix: names.matrix, result: names.result, spiral: ['spiral_order', 'walk_inwards'] },
          doc: 'Return the cells in a clockwise spiral from the first one.',
        };
      }
      case 'fill': {
        const body = draw.pick([
          stmts`
            def spiral_square(n: int, first: int) -> list[list[int]]:
                grid = [[0] * n for _ in range(n)]
                row, column = 0, 0
                down, across = 0, 1
                for number in range(first, first + n * n):
                    grid[row][column] = number
                    ahead = row + down
                    beside = column + across
                    if ahead not in range(n) or beside not in range(n) or grid[ahead][beside] != 0:
                        down, across = across, -down
                    row += down
                    column += across
                return grid`,
          stmts`
            def spiral_square(n: int, first: int) -> list[list[int]]:
                grid = [[0] * n for _ in range(n)]
                number = first
                for layer in range((n + 1) // 2):
                    end = n - 1 - layer
                    for j in range(layer, end + 1):
                        grid[layer][j] = number
                        number += 1
                    for i in range(layer + 1, end + 1):
                        grid[i][end] = number
                        number += 1
                    for j in range(end - 1, layer - 1, -1):
                        grid[end][j] = number
                        number += 1
                    for i in range(end - 1, layer, -1):
                        grid[i][layer] = number
                        number += 1
                return grid`,
        ]);
        return {
          body,
          call: expr`spiral_square(${n}, ${first})`,
          names: {
            spiral_square: ['fill_spiral', 'number_spiral'],
            grid: ['square', 'cells'],
            number: ['value', 'count'],
            n: ['size', 'side'],
            first: ['start', 'lowest'],
          },
        };
      }
    }
  },
  reference({ goal, matrix, n, first }): Data {
    const [height, width] = [matrix.length, matrix[0].length];
    switch (goal) {
      case 'snake':
        return matrix.flatMap((row, i) => (i % 2 ? row.toReversed() : row));
      case 'border':
        return spiral(matrix).slice(0, 2 * (height + width) - 4);
      case 'diagonals':
        return Array.from({ length: height + width - 1 }, (_, k) =>
          matrix.flatMap((row, i) => row.filter((__, j) => i + j === k)),
        );
      case 'spiral':
        return spiral(matrix);
      case 'fill': {
        const places = spiral(
          Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => i * n + j)),
        );
        return Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (__, j) => first + places.indexOf(i * n + j)),
        );
      }
    }
  },
  example: {
    plan: {
      goal: 'spiral',
      matrix: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      n: 0,
      first: 0,
    },
    answer: '[1, 2, 3, 6, 5, 4]',
  },
});
