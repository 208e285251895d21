// Matrix arithmetic: sums, scaling, products, powers, determinants.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'add' | 'times-vector' | 'multiply' | 'power' | 'determinant';
  a: number[][];
  b: number[][];
  k: number;
}

const times = (a: number[][], b: number[][]): number[][] =>
  a.map((row) => b[0].map((_, j) => row.reduce((total, x, i) => total + x * b[i][j], 0)));

/** The determinant as the signed sum over the first column. */
const determinant = (m: number[][]): number =>
  m.length === 1
    ? m[0][0]
    : m.reduce(
        (total, row, i) =>
          total + (i % 2 ? -1 : 1) * row[0] * determinant(m.filter((_, r) => r !== i).map((r) => r.slice(1))),
        0,
      );

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['add'],
  4: ['times-vector', 'add'],
  5: ['multiply'],
  6: ['multiply', 'determinant'],
  7: ['power', 'determinant'],
  8: ['power', 'multiply', 'determinant'],
};

export const matrixMultiplyFamily = defineFamily<Plan>({
  name: 'matrix-multiply',
  title: 'Matrix arithmetic',
  topics: ['grids', 'arithmetic', 'loops'],
  ladder: [
    [3, 'the sum of two matrices'],
    [4, 'a matrix times a vector'],
    [5, 'the product of two small matrices'],
    [6, 'larger products, or a small determinant'],
    [7, 'a power of a matrix, or a determinant of three rows'],
    [8, 'larger powers and matrices'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size =
      [2, 2, 2, 2, 2, 3][level - 3] +
      (goal === 'determinant' && level > 6 ? 1 : 0) -
      (level === 8 && goal !== 'multiply' ? 1 : 0);
    const [n, m, p] =
      goal === 'power' || goal === 'determinant'
        ? [size, size, size]
        : [draw.int(2, size + 1), draw.int(2, size + 1), draw.int(2, size)];
    const matrix = (rows: number, columns: number): number[][] =>
      draw.list(rows, () => draw.ints(columns, goal === 'power' ? 0 : -4, goal === 'power' ? 3 : 9));
    return {
      goal,
      a: matrix(n, m),
      b: goal === 'add' ? matrix(n, m) : matrix(m, p),
      k: draw.int(2, level > 7 ? 5 : 3),
    };
  },
  write({ goal, a, b, k }, draw) {
    const names = {
      'a b': ['left right', 'x y', 'first second'],
      result: ['product', 'out', 'c'],
      total: ['acc', 'cell'],
      row: ['line', 'r'],
    };
    const [one, two] = [literal(a), literal(b)];
    const multiply = draw.pick([
      stmts`
        def multiply(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
            result = [[0] * len(b[0]) for _ in a]
            for i in range(len(a)):
                for j in range(len(b[0])):
                    for k in range(len(b)):
                        result[i][j] += a[i][k] * b[k][j]
            return result`,
      stmts`
        def multiply(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
            result: list[list[int]] = []
            for row in a:
                line: list[int] = []
                for j in range(len(b[0])):
                    total = 0
                    for k, x in enumerate(row):
                        total += x * b[k][j]
                    line.append(total)
                result.append(line)
            return result`,
      stmts`
        def dot(u: list[int], v: list[int]) -> int:
            return sum(x * y for x, y in zip(u, v))

        def multiply(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
            columns = [list(column) for column in zip(*b)]
            return [[dot(row, column) for column in columns] for row in a]`,
    ]);
    switch (goal) {
      case 'add': {
        const body = draw.pick([
          stmts`
            def add(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
                result: list[list[int]] = []
                for i in range(len(a)):
                    row: list[int] = []
                    for j in range(len(a[0])):
                        row.append(a[i][j] + b[i][j])
                    result.append(row)
                return result`,
          stmts`
            def add(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
                for i, row in enumerate(b):
                    for j, x in enumerate(row):
                        a[i][j] += x
                return a`,
          stmts`
            def add(a: list[list[int]], b: list[list[int]]) -> list[list[int]]:
                return [[x + y for x, y in zip(p, q)] for p, q in zip(a, b)]`,
        ]);
        return {
          body,
          call: expr`add(${one}, ${two})`,
          names: {
            'a b': ['left right', 'first second'],
            result: ['total', 'out'],
            add: ['add_matrices', 'matrix_sum'],
          },
        };
      }
      case 'times-vector': {
        const vector = literal(b.map((row) => row[0]));
        const body = draw.pick([
          stmts`
            def apply(matrix: list[list[int]], vector: list[int]) -> list[int]:
                result: list[int] = []
                for row in matrix:
                    total = 0
                    for x, y in zip(row, vector):
                        total += x * y
                    result.append(total)
                return result`,
          stmts`
            def apply(matrix: list[list[int]], vector: list[int]) -> list[int]:
                result = [0] * len(matrix)
                for i in range(len(matrix)):
                    for j in range(len(vector)):
                        result[i] += matrix[i][j] * vector[j]
                return result`,
        ]);
        return {
          body,
          call: expr`apply(${one}, ${vector})`,
          names: {
            result: names.result,
            total: names.total,
            apply: ['times_vector', 'transform'],
            matrix: ['m', 'rows'],
            vector: ['v', 'point'],
          },
        };
      }
      case 'multiply':
        return {
          body: multiply,
          call: expr`multiply(${one}, ${two})`,
          names: { ...names, multiply: ['matrix_product', 'matmul', 'times'] },
        };
      case 'power': {
        const main = draw.pick([
          stmts`
            def power(matrix: list[list[int]], n: int) -> list[list[int]]:
                answer = matrix
                for _ in range(n - 1):
                    answer = multiply(answer, matrix)
                return answer`,
          stmts`
            def power(matrix: list[list[int]], n: int) -> list[list[int]]:
                if n == 1:
                    return matrix
                half = power(matrix, n // 2)
                square = multiply(half, half)
                if n % 2 == 0:
                    return square
                return multiply(square, matrix)`,
        ]);
        return {
          body: [...multiply, ...main],
          call: expr`power(${one}, ${k})`,
          names: {
            ...names,
            row: ['r'],
            multiply: ['matrix_product', 'times'],
            power: ['matrix_power', 'raise_matrix'],
            n: ['exponent', 'steps'],
          },
        };
      }
      case 'determinant': {
        const body = stmts`
          def minor(matrix: list[list[int]], column: int) -> list[list[int]]:
              return [row[:column] + row[column + 1:] for row in matrix[1:]]

          def determinant(matrix: list[list[int]]) -> int:
              if len(matrix) == 1:
                  return matrix[0][0]
              total = 0
              sign = 1
              for column, x in enumerate(matrix[0]):
                  total += sign * x * determinant(minor(matrix, column))
                  sign = -sign
              return total`;
        const small = stmts`
          def determinant(matrix: list[list[int]]) -> int:
              if len(matrix) == 2:
                  return matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]
              total = 0
              for j in range(len(matrix)):
                  smaller = [row[:j] + row[j + 1:] for row in matrix[1:]]
                  term = matrix[0][j] * determinant(smaller)
                  total += term if j % 2 == 0 else -term
              return total`;
        return {
          body: draw.pick([body, small]),
          call: expr`determinant(${one})`,
          names: {
            matrix: ['m', 'rows'],
            determinant: ['det', 'find_determinant'],
            minor: ['without_column', 'submatrix'],
            total: ['result', 'acc'],
          },
        };
      }
    }
  },
  reference({ goal, a, b, k }): Data {
    switch (goal) {
      case 'add':
        return a.map((row, i) => row.map((x, j) => x + b[i][j]));
      case 'times-vector':
        return times(a, b).map(([x]) => x);
      case 'multiply':
        return times(a, b);
      case 'power':
        return Array.from({ length: k - 1 }).reduce<number[][]>((product) => times(product, a), a);
      case 'determinant':
        return determinant(a);
    }
  },
  example: { plan: { goal: 'multiply', a: [[1, 2]], b: [[3], [4]], k: 0 }, answer: '[[11]]' },
});
