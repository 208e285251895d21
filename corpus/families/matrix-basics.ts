// Matrices as lists of rows: transposing, turning, sums along rows, columns and diagonals, symmetry.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal:
    | 'diagonal'
    | 'column-sums'
    | 'transpose'
    | 'symmetric'
    | 'turn'
    | 'magic'
    | 'saddle'
    | 'determinant'
    | 'cramer';
  matrix: number[][];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const transpose = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix[0].map((_, j) => matrix.map((row) => row[j]));

/** The determinant of three rows, by the rule of Sarrus. */
const determinant = ([[a, b, c], [d, e, f], [g, h, i]]: readonly number[][]): number =>
  a * e * i + b * f * g + c * d * h - c * e * g - b * d * i - a * f * h;

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['diagonal'],
  3: ['column-sums', 'diagonal'],
  4: ['transpose', 'symmetric'],
  5: ['turn', 'transpose'],
  6: ['magic', 'saddle'],
  7: ['turn', 'saddle', 'magic'],
  8: ['determinant'],
  9: ['cramer'],
  10: ['cramer'],
};

export const matrixBasicsFamily = defineFamily<Plan>({
  name: 'matrix-basics',
  title: 'Matrices: rows, columns, diagonals',
  topics: ['grids', 'lists', 'loops'],
  ladder: [
    [2, 'the diagonal of a small square'],
    [3, 'column sums'],
    [4, 'the transpose, or symmetry'],
    [5, 'a quarter turn'],
    [6, 'magic squares and saddle points'],
    [7, 'larger matrices'],
    [8, 'the determinant of three rows'],
    [9, 'three equations, solved by determinants'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      // A system with whole solutions: the last column is what the others come to.
      for (;;) {
        const matrix = draw.list(3, () => draw.ints(3, -4, 9));
        const [x, y, z] = draw.ints(3, -6, 9);
        if (level > 8 && determinant(matrix) === 0) continue;
        return {
          goal: level === 8 ? 'determinant' : 'cramer',
          matrix: level === 8 ? matrix : matrix.map(([a, b, c]) => [a, b, c, a * x + b * y + c * z]),
        };
      }
    }
    const goal = draw.pick(GOALS[level]);
    const rows = [2, 2, 3, 3, 3, 4][level - 2] + draw.int(0, goal === 'magic' || level === 7 ? 0 : 1);
    const square = goal === 'diagonal' || goal === 'symmetric' || goal === 'magic';
    const columns = square ? rows : draw.int(2, rows + 1);
    const matrix = draw.list(rows, () => draw.ints(columns, 1, goal === 'saddle' ? 30 : 9));
    if (goal === 'symmetric' && draw.chance(0.6))
      matrix.forEach((row, i) => row.forEach((x, j) => (matrix[j][i] = x)));
    if (goal === 'magic' && draw.chance(0.7)) {
      // Adding a number to all cells and turning keep a magic square magic.
      const shift = draw.int(0, 20);
      const base =
        rows === 3
          ? [
              [2, 7, 6],
              [9, 5, 1],
              [4, 3, 8],
            ]
          : [
              [16, 3, 2, 13],
              [5, 10, 11, 8],
              [9, 6, 7, 12],
              [4, 15, 14, 1],
            ];
      const magic = base.map((row) => row.map((x) => x + shift));
      return { goal, matrix: draw.pick([magic, transpose(magic), magic.toReversed()]) };
    }
    return { goal, matrix };
  },
  write({ goal, matrix }, draw) {
    const argument = literal(matrix);
    const names = {
      matrix: ['grid', 'table', 'm'],
      result: ['turned', 'out', 'flipped'],
      total: ['acc', 'trace'],
      'i j': ['r c', 'y x', 'row_index column_index'],
    };
    switch (goal) {
      case 'determinant':
      case 'cramer': {
        const minor = draw.pick([
          stmts`
            def minor(matrix: list[list[int]], column: int) -> list[list[int]]:
                return [row[:column] + row[column + 1:] for row in matrix[1:]]`,
          stmts`
            def minor(matrix: list[list[int]], column: int) -> list[list[int]]:
                rest: list[list[int]] = []
                for row in matrix[1:]:
                    rest.append([x for j, x in enumerate(row) if j != column])
                return rest`,
        ]);
        const det = draw.pick([
          stmts`
            def determinant(matrix: list[list[int]]) -> int:
                if len(matrix) == 1:
                    return matrix[0][0]
                total = 0
                sign = 1
                for column, x in enumerate(matrix[0]):
                    if x != 0:
                        total += sign * x * determinant(minor(matrix, column))
                    sign = -sign
                return total`,
          stmts`
            def determinant(matrix: list[list[int]]) -> int:
                if len(matrix) == 2:
                    return matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
                total = 0
                for column in range(len(matrix)):
                    part = matrix[0][column] * determinant(minor(matrix, column))
                    if column % 2 == 0:
                        total += part
                    else:
                        total -= part
                return total`,
        ]);
        const names = {
          determinant: ['det', 'compute_determinant'],
          minor: ['without', 'strike_out'],
          matrix: ['rows', 'grid'],
          part: ['product', 'term'],
          solve: ['solve_system', 'cramer'],
          system: ['equations', 'lines'],
          replaced: ['changed', 'with_values'],
          values: ['right_sides', 'constants'],
        };
        if (goal === 'determinant')
          return {
            body: [...minor, ...det],
            call: expr`determinant(${literal(matrix)})`,
            names,
            doc: 'Expand the determinant of the {matrix} along the first row.',
          };
        const main = draw.pick([
          stmts`
            def solve(system: list[list[int]]) -> list[int]:
                matrix = [row[:-1] for row in system]
                whole = determinant(matrix)
                solution: list[int] = []
                for unknown in range(len(matrix)):
                    replaced: list[list[int]] = []
                    for row in system:
                        replaced.append(row[:unknown] + [row[-1]] + row[unknown + 1:-1])
                    solution.append(determinant(replaced) // whole)
                return solution`,
          stmts`
            def replace(matrix: list[list[int]], column: int, values: list[int]) -> list[list[int]]:
                replaced = [row[:] for row in matrix]
                for i, value in enumerate(values):
                    replaced[i][column] = value
                return replaced

            def solve(system: list[list[int]]) -> list[int]:
                matrix = [row[:-1] for row in system]
                values = [row[-1] for row in system]
                whole = determinant(matrix)
                return [determinant(replace(matrix, j, values)) // whole for j in range(len(matrix))]`,
        ]);
        return {
          body: [...minor, ...det, ...main],
          call: expr`solve(${literal(matrix)})`,
          names,
          doc: "Solve the equations of the {system} by Cramer's rule; each row ends with its right side.",
        };
      }
      case 'diagonal': {
        const body = draw.pick([
          stmts`
            def diagonal_sum(matrix: list[list[int]]) -> int:
                total = 0
                for i in range(len(matrix)):
                    total += matrix[i][i]
                return total`,
          stmts`
            def diagonal_sum(matrix: list[list[int]]) -> int:
                total = 0
                for i, row in enumerate(matrix):
                    total += row[i]
                return total`,
          stmts`
            def diagonal_sum(matrix: list[list[int]]) -> int:
                return sum(matrix[i][i] for i in range(len(matrix)))`,
          stmts`
            def diagonal_sum(matrix: list[list[int]]) -> int:
                total = 0
                for i in range(len(matrix)):
                    for j in range(len(matrix)):
                        if i == j:
                            total += matrix[i][j]
                return total`,
        ]);
        return {
          body,
          call: expr`diagonal_sum(${argument})`,
          names: {
            matrix: names.matrix,
            total: names.total,
            diagonal_sum: ['trace_of', 'sum_diagonal'],
            i: ['k', 'n'],
          },
        };
      }
      case 'column-sums': {
        const body = draw.pick([
          stmts`
            def column_sums(matrix: list[list[int]]) -> list[int]:
                sums = [0] * len(matrix[0])
                for row in matrix:
                    for j in range(len(row)):
                        sums[j] += row[j]
                return sums`,
          stmts`
            def column_sums(matrix: list[list[int]]) -> list[int]:
                sums: list[int] = []
                for j in range(len(matrix[0])):
                    total = 0
                    for row in matrix:
                        total += row[j]
                    sums.append(total)
                return sums`,
          stmts`
            def column_sums(matrix: list[list[int]]) -> list[int]:
                return [sum(row[j] for row in matrix) for j in range(len(matrix[0]))]`,
        ]);
        return {
          body,
          call: expr`column_sums(${argument})`,
          names: {
            matrix: names.matrix,
            column_sums: ['totals_by_column', 'add_columns'],
            sums: ['totals', 'result'],
            j: ['column', 'k'],
          },
        };
      }
      case 'transpose': {
        const body = draw.pick([
          stmts`
            def transpose(matrix: list[list[int]]) -> list[list[int]]:
                result: list[list[int]] = []
                for j in range(len(matrix[0])):
                    column: list[int] = []
                    for row in matrix:
                        column.append(row[j])
                    result.append(column)
                return result`,
          stmts`
            def transpose(matrix: list[list[int]]) -> list[list[int]]:
                result = [[0] * len(matrix) for _ in matrix[0]]
                for i in range(len(matrix)):
                    for j in range(len(matrix[0])):
                        result[j][i] = matrix[i][j]
                return result`,
          stmts`
            def transpose(matrix: list[list[int]]) -> list[list[int]]:
                return [[row[j] for row in matrix] for j in range(len(matrix[0]))]`,
          stmts`
            def transpose(matrix: list[list[int]]) -> list[list[int]]:
                return [list(column) for column in zip(*matrix)]`,
        ]);
        return {
          body,
          call: expr`transpose(${argument})`,
          names: { ...names, transpose: ['swap_axes', 'columns_to_rows'] },
        };
      }
      case 'symmetric': {
        const body = draw.pick([
          stmts`
            def is_symmetric(matrix: list[list[int]]) -> bool:
                for i in range(len(matrix)):
                    for j in range(i):
                        if matrix[i][j] != matrix[j][i]:
                            return False
                return True`,
          stmts`
            def is_symmetric(matrix: list[list[int]]) -> bool:
                columns = [[row[j] for row in matrix] for j in range(len(matrix))]
                return columns == matrix`,
          stmts`
            def is_symmetric(matrix: list[list[int]]) -> bool:
                size = len(matrix)
                return all(matrix[i][j] == matrix[j][i] for i in range(size) for j in range(i + 1, size))`,
        ]);
        return {
          body,
          call: expr`is_symmetric(${argument})`,
          names: { ...names, is_symmetric: ['symmetric', 'mirrors_itself'] },
        };
      }
      case 'turn': {
        const body = draw.pick([
          stmts`
            def turn_right(matrix: list[list[int]]) -> list[list[int]]:
                result: list[list[int]] = []
                for j in range(len(matrix[0])):
                    row: list[int] = []
                    for i in range(len(matrix) - 1, -1, -1):
                        row.append(matrix[i][j])
                    result.append(row)
                return result`,
          stmts`
            def turn_right(matrix: list[list[int]]) -> list[list[int]]:
                height = len(matrix)
                width = len(matrix[0])
                result = [[0] * height for _ in range(width)]
                for i in range(height):
                    for j in range(width):
                        result[j][height - 1 - i] = matrix[i][j]
                return result`,
          stmts`
            def turn_right(matrix: list[list[int]]) -> list[list[int]]:
                return [list(column) for column in zip(*matrix[::-1])]`,
        ]);
        return {
          body,
          call: expr`turn_right(${argument})`,
          names: { ...names, turn_right: ['rotate_clockwise', 'quarter_turn'] },
        };
      }
      case 'magic': {
        const body = draw.pick([
          stmts`
            def is_magic(matrix: list[list[int]]) -> bool:
                size = len(matrix)
                target = sum(matrix[0])
                for row in matrix:
                    if sum(row) != target:
                        return False
                for j in range(size):
                    if sum(matrix[i][j] for i in range(size)) != target:
                        return False
                down = sum(matrix[i][i] for i in range(size))
                up = sum(matrix[i][size - 1 - i] for i in range(size))
                return down == target and up == target`,
          stmts`
            def line_sums(matrix: list[list[int]]) -> list[int]:
                size = len(matrix)
                sums = [sum(row) for row in matrix]
                for j in range(size):
                    sums.append(sum(row[j] for row in matrix))
                down = 0
                up = 0
                for i in range(size):
                    down += matrix[i][i]
                    up += matrix[size - 1 - i][i]
                return sums + [down, up]

            def is_magic(matrix: list[list[int]]) -> bool:
                sums = line_sums(matrix)
                return min(sums) == max(sums)`,
        ]);
        return {
          body,
          call: expr`is_magic(${argument})`,
          names: {
            matrix: ['square', 'grid'],
            is_magic: ['magic_square', 'check_square'],
            target: ['wanted', 'magic_sum'],
            size: ['n', 'side'],
          },
          doc: 'Tell whether all rows, columns and diagonals have the same sum.',
        };
      }
      case 'saddle': {
        const body = draw.pick([
          stmts`
            def saddle_points(matrix: list[list[int]]) -> list[int]:
                found: list[int] = []
                for row in matrix:
                    for j, x in enumerate(row):
                        column = [other[j] for other in matrix]
                        if x == max(row) and x == min(column):
                            found.append(x)
                return found`,
          stmts`
            def saddle_points(matrix: list[list[int]]) -> list[int]:
                found: list[int] = []
                lowest = [min(column) for column in zip(*matrix)]
                for row in matrix:
                    highest = max(row)
                    for j in range(len(row)):
                        if row[j] == highest and row[j] == lowest[j]:
                            found.append(row[j])
                return found`,
        ]);
        return {
          body,
          call: expr`saddle_points(${argument})`,
          names: {
            matrix: names.matrix,
            saddle_points: ['find_saddles', 'passes'],
            found: ['points', 'result'],
          },
          doc: 'Return what is largest in its row and smallest in its column.',
        };
      }
    }
  },
  reference({ goal, matrix }): Data {
    const columns = transpose(matrix);
    switch (goal) {
      case 'determinant':
        return determinant(matrix);
      case 'cramer': {
        const range = Array.from({ length: 16 }, (_, i) => i - 6);
        for (const x of range)
          for (const y of range)
            for (const z of range)
              if (matrix.every(([a, b, c, d]) => a * x + b * y + c * z === d)) return [x, y, z];
        return [];
      }
      case 'diagonal':
        return sum(matrix.map((row, i) => row[i]));
      case 'column-sums':
        return columns.map(sum);
      case 'transpose':
        return columns;
      case 'symmetric':
        return matrix.every((row, i) => row.every((x, j) => x === matrix[j][i]));
      case 'turn':
        return columns.map((column) => column.toReversed());
      case 'magic': {
        const diagonals = [matrix.map((row, i) => row[i]), matrix.map((row, i) => row[row.length - 1 - i])];
        return new Set([...matrix, ...columns, ...diagonals].map(sum)).size === 1;
      }
      case 'saddle':
        return matrix.flatMap((row) =>
          row.filter((x, j) => x === Math.max(...row) && x === Math.min(...columns[j])),
        );
    }
  },
  example: {
    plan: {
      goal: 'turn',
      matrix: [
        [1, 2],
        [3, 4],
      ],
    },
    answer: '[[3, 1], [4, 2]]',
  },
});
