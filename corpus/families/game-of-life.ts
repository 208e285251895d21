// Cells that live by their neighbours: rows after a rule, and Conway's game of life.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'neighbours' | 'rule' | 'step' | 'generations';
  grid: number[][];
  /** for `neighbours`: the cell asked about */
  cell: [row: number, column: number];
  rounds: number;
  rule: number;
}

const near = (grid: readonly (readonly number[])[], i: number, j: number): number =>
  [-1, 0, 1]
    .flatMap((di) => [-1, 0, 1].map((dj) => (di === 0 && dj === 0 ? 0 : (grid[i + di]?.[j + dj] ?? 0))))
    .reduce((a, b) => a + b, 0);

const live = (grid: readonly (readonly number[])[]): number[][] =>
  grid.map((row, i) =>
    row.map((cell, j) => (near(grid, i, j) === 3 || (cell === 1 && near(grid, i, j) === 2) ? 1 : 0)),
  );

const apply = (row: readonly number[], rule: number): number[] =>
  row.map((_, i) => (rule >> (4 * (row[i - 1] ?? 0) + 2 * row[i] + (row[i + 1] ?? 0))) & 1);

const repeat = <T>(times: number, start: T, step: (x: T) => T): T =>
  times === 0 ? start : repeat(times - 1, step(start), step);

/** A function that counts the living neighbours of a cell. */
function counting(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def count_neighbours(grid: list[list[int]], row: int, column: int) -> int:
          count = 0
          for i in range(max(0, row - 1), min(len(grid), row + 2)):
              for j in range(max(0, column - 1), min(len(grid[0]), column + 2)):
                  if (i, j) != (row, column):
                      count += grid[i][j]
          return count`,
    stmts`
      def count_neighbours(grid: list[list[int]], row: int, column: int) -> int:
          count = 0
          for down in (-1, 0, 1):
              for across in (-1, 0, 1):
                  if down == 0 and across == 0:
                      continue
                  i, j = row + down, column + across
                  if 0 <= i < len(grid) and 0 <= j < len(grid[0]):
                      count += grid[i][j]
          return count`,
    stmts`
      def count_neighbours(grid: list[list[int]], row: int, column: int) -> int:
          top, left = max(row - 1, 0), max(column - 1, 0)
          count = 0
          for line in grid[top:row + 2]:
              count += sum(line[left:column + 2])
          return count - grid[row][column]`,
  ]);
}

export const gameOfLifeFamily = defineFamily<Plan>({
  name: 'game-of-life',
  title: 'Cellular automata',
  topics: ['grids', 'simulation', 'loops'],
  ladder: [
    [4, 'the living neighbours of one cell'],
    [5, 'one step of a row of cells'],
    [6, 'several steps of a row'],
    [7, 'one step of the game of life on a very small board'],
    [8, 'one step on a small board'],
    [9, 'several steps on a very small board'],
    [10, 'several steps on a small board'],
  ],
  plan(draw, level) {
    const goal = level === 4 ? 'neighbours' : level <= 6 ? 'rule' : level <= 8 ? 'step' : 'generations';
    const [rows, columns] =
      goal === 'rule'
        ? [1, level + 1]
        : level === 7 || level === 9
          ? [2, 3]
          : level === 10
            ? [3, 3]
            : [3, draw.int(2, 3)];
    const grid = draw.list(rows, () => draw.list(columns, () => (draw.chance(0.45) ? 1 : 0)));
    if (goal === 'rule') grid[0][draw.int(1, columns - 2)] = 1;
    return {
      goal,
      grid,
      cell: [draw.int(0, rows - 1), draw.int(0, columns - 1)],
      rounds: level === 5 ? 1 : level === 10 ? 2 : draw.int(2, 3),
      rule: draw.pick([18, 22, 30, 54, 60, 90, 102, 110, 126, 150]),
    };
  },
  write({ goal, grid, cell, rounds, rule }, draw) {
    const names = {
      grid: ['board', 'cells', 'world'],
      count_neighbours: ['neighbours', 'living_around', 'count_around'],
      count: ['total', 'alive', 'living'],
      cells: ['row', 'line', 'state'],
      new: ['after', 'following', 'fresh'],
    };
    switch (goal) {
      case 'neighbours':
        return {
          body: counting(draw),
          call: expr`count_neighbours(${literal(grid)}, ${cell[0]}, ${cell[1]})`,
          names,
          doc: 'Count the living neighbours of a cell.',
        };
      case 'rule': {
        const step = draw.pick([
          stmts`
            def next_row(cells: list[int], rule: int) -> list[int]:
                padded = [0] + cells + [0]
                new: list[int] = []
                for i in range(1, len(padded) - 1):
                    pattern = 4 * padded[i - 1] + 2 * padded[i] + padded[i + 1]
                    new.append(rule >> pattern & 1)
                return new`,
          stmts`
            def next_row(cells: list[int], rule: int) -> list[int]:
                new: list[int] = []
                for i, cell in enumerate(cells):
                    left = cells[i - 1] if i > 0 else 0
                    right = cells[i + 1] if i + 1 < len(cells) else 0
                    pattern = left * 4 + cell * 2 + right
                    new.append(rule // 2 ** pattern % 2)
                return new`,
        ]);
        if (rounds === 1) {
          return {
            body: step,
            call: expr`next_row(${literal(grid[0])}, ${rule})`,
            names: { ...names, next_row: ['step', 'apply_rule'], pattern: ['index', 'code'] },
          };
        }
        const main = draw.pick([
          stmts`
            def run(cells: list[int], rule: int, rounds: int) -> list[int]:
                for _ in range(rounds):
                    cells = next_row(cells, rule)
                return cells`,
          stmts`
            def run(cells: list[int], rule: int, rounds: int) -> list[int]:
                if rounds == 0:
                    return cells
                return run(next_row(cells, rule), rule, rounds - 1)`,
        ]);
        return {
          body: [...step, ...main],
          call: expr`run(${literal(grid[0])}, ${rule}, ${rounds})`,
          names: {
            ...names,
            next_row: ['step', 'apply_rule'],
            run: ['evolve', 'simulate'],
            pattern: ['index', 'code'],
            rounds: ['steps', 'generations'],
          },
        };
      }
      case 'step':
      case 'generations': {
        const step = draw.pick([
          stmts`
            def step(grid: list[list[int]]) -> list[list[int]]:
                new = [[0] * len(grid[0]) for _ in grid]
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        count = count_neighbours(grid, i, j)
                        if count == 3 or (count == 2 and grid[i][j] == 1):
                            new[i][j] = 1
                return new`,
          stmts`
            def step(grid: list[list[int]]) -> list[list[int]]:
                new: list[list[int]] = []
                for i, line in enumerate(grid):
                    cells: list[int] = []
                    for j, cell in enumerate(line):
                        count = count_neighbours(grid, i, j)
                        if cell == 1:
                            cells.append(1 if count in (2, 3) else 0)
                        else:
                            cells.append(1 if count == 3 else 0)
                    new.append(cells)
                return new`,
        ]);
        if (goal === 'step') {
          return {
            body: [...counting(draw), ...step],
            call: expr`step(${literal(grid)})`,
            names: { ...names, cells: ['fresh_row'], step: ['next_generation', 'life_step'] },
          };
        }
        const main = draw.pick([
          stmts`
            def population(grid: list[list[int]], rounds: int) -> int:
                for _ in range(rounds):
                    grid = step(grid)
                return sum(sum(line) for line in grid)`,
          stmts`
            def population(grid: list[list[int]], rounds: int) -> int:
                while rounds > 0:
                    grid = step(grid)
                    rounds -= 1
                total = 0
                for line in grid:
                    total += line.count(1)
                return total`,
        ]);
        return {
          body: [...counting(draw), ...step, ...main],
          call: expr`population(${literal(grid)}, ${rounds})`,
          names: {
            ...names,
            count: ['alive', 'living'],
            cells: ['fresh_row'],
            step: ['next_generation', 'life_step'],
            population: ['survivors', 'count_alive'],
            rounds: ['steps', 'generations'],
          },
          doc: 'Count the living cells after so many steps of the game of life.',
        };
      }
    }
  },
  reference({ goal, grid, cell, rounds, rule }): Data {
    switch (goal) {
      case 'neighbours':
        return near(grid, ...cell);
      case 'rule':
        return repeat(rounds, grid[0], (row) => apply(row, rule));
      case 'step':
        return live(grid);
      case 'generations':
        return repeat(rounds, grid, live)
          .flat()
          .reduce((a, b) => a + b, 0);
    }
  },
  example: {
    plan: {
      goal: 'step',
      grid: [
        [0, 1, 0],
        [0, 1, 0],
        [0, 1, 0],
      ],
      cell: [0, 0],
      rounds: 1,
      rule: 0,
    },
    answer: '[[0, 0, 0], [1, 1, 1], [0, 0, 0]]',
  },
});
