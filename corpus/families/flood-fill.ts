// Areas in a grid: filling one, measuring it, counting islands.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'fill' | 'area' | 'islands' | 'largest' | 'perimeter';
  grid: string[];
  start: [row: number, column: number];
}

/** All connected areas of `#`, as lists of cells written row × 100 + column. */
function areas(grid: readonly string[]): number[][] {
  const land = grid.flatMap((line, i) => [...line].flatMap((ch, j) => (ch === '#' ? [100 * i + j] : [])));
  const touching = (a: number, b: number): boolean => Math.abs(a - b) === 1 || Math.abs(a - b) === 100;
  return land.reduce<number[][]>((found, cell) => {
    const joined = found.filter((area) => area.some((other) => touching(other, cell)));
    return [...found.filter((area) => !joined.includes(area)), [cell, ...joined.flat()]];
  }, []);
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  5: ['perimeter'],
  6: ['area'],
  7: ['fill', 'area'],
  8: ['islands'],
  9: ['largest', 'islands'],
  10: ['largest', 'islands', 'fill'],
};

export const floodFillFamily = defineFamily<Plan>({
  name: 'flood-fill',
  title: 'Flood fill and islands',
  topics: ['grids', 'graphs', 'recursion', 'stacks'],
  ladder: [
    [5, 'the coast of all islands'],
    [6, 'the area around a cell'],
    [7, 'filling an area with another sign'],
    [8, 'counting islands'],
    [9, 'the largest island'],
    [10, 'larger maps'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const [rows, columns] = [
      [3, 3],
      [3, 4],
      [3, 4],
      [3, 3],
      [3, 4],
      [4, 5],
    ][level - 5];
    const cells = draw.list(rows, () => draw.list(columns, () => (draw.chance(0.55) ? '#' : '.')));
    const start: [number, number] = [draw.int(0, rows - 1), draw.int(0, columns - 1)];
    cells[start[0]][start[1]] = '#';
    return { goal, grid: cells.map((line) => line.join('')), start };
  },
  write({ goal, grid, start: [row, column] }, draw) {
    const cells = literal(grid.map((line) => [...line]));
    const lines = literal(grid);
    const names = {
      grid: ['board', 'land', 'area_map'],
      'row column': ['r c', 'y x', 'i j'],
      stack: ['waiting', 'todo', 'pending'],
      count: ['size', 'area', 'cells'],
    };
    const sink = draw.pick([
      stmts`
        def sink(grid: list[list[str]], row: int, column: int) -> int:
            if row < 0 or row >= len(grid) or column < 0 or column >= len(grid[0]):
                return 0
            if grid[row][column] != '#':
                return 0
            grid[row][column] = '.'
            count = 1
            count += sink(grid, row + 1, column)
            count += sink(grid, row - 1, column)
            count += sink(grid, row, column + 1)
            count += sink(grid, row, column - 1)
            return count`,
      stmts`
        def sink(grid: list[list[str]], row: int, column: int) -> int:
            stack = [(row, column)]
            grid[row][column] = '.'
            count = 0
            while stack:
                y, x = stack.pop()
                count += 1
                for down, across in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
                    i, j = y + down, x + across
                    if 0 <= i < len(grid) and 0 <= j < len(grid[0]) and grid[i][j] == '#':
                        grid[i][j] = '.'
                        stack.append((i, j))
            return count`,
    ]);
    const sinkNames = { ...names, 'row column': ['r c', 'top left'], sink: ['explore', 'flood', 'visit'] };
    switch (goal) {
      case 'perimeter': {
        const body = draw.pick([
          stmts`
            def is_land(grid: list[str], row: int, column: int) -> bool:
                if row < 0 or row >= len(grid):
                    return False
                if column < 0 or column >= len(grid[0]):
                    return False
                return grid[row][column] == '#'

            def coast(grid: list[str]) -> int:
                length = 0
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        if grid[i][j] == '#':
                            for down, across in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
                                if not is_land(grid, i + down, j + across):
                                    length += 1
                return length`,
          stmts`
            def coast(grid: list[str]) -> int:
                length = 0
                for i, line in enumerate(grid):
                    for j, cell in enumerate(line):
                        if cell != '#':
                            continue
                        length += 4
                        if i > 0 and grid[i - 1][j] == '#':
                            length -= 2
                        if j > 0 and line[j - 1] == '#':
                            length -= 2
                return length`,
        ]);
        return {
          body,
          call: expr`coast(${lines})`,
          names: {
            grid: names.grid,
            coast: ['coast_length', 'perimeter', 'fence_length'],
            length: ['total', 'sides'],
            is_land: ['inside', 'is_solid'],
          },
          doc: 'Return the length of the coast of all land, marked #.',
        };
      }
      case 'area':
        return {
          body: sink,
          call: expr`sink(${cells}, ${row}, ${column})`,
          names: { ...sinkNames, sink: ['area_size', 'measure', 'flood'] },
          doc: 'Return the size of the area that a cell belongs to.',
        };
      case 'fill': {
        const body = draw.pick([
          stmts`
            def fill(grid: list[list[str]], row: int, column: int, sign: str) -> None:
                if row not in range(len(grid)) or column not in range(len(grid[0])):
                    return
                if grid[row][column] != '#':
                    return
                grid[row][column] = sign
                fill(grid, row - 1, column, sign)
                fill(grid, row, column + 1, sign)
                fill(grid, row + 1, column, sign)
                fill(grid, row, column - 1, sign)

            def paint(lines: list[str], row: int, column: int, sign: str) -> list[str]:
                grid = [list(line) for line in lines]
                fill(grid, row, column, sign)
                return [''.join(line) for line in grid]`,
          stmts`
            def paint(lines: list[str], row: int, column: int, sign: str) -> list[str]:
                grid = [list(line) for line in lines]
                stack = [(row, column)]
                while stack:
                    y, x = stack.pop()
                    if not (0 <= y < len(grid) and 0 <= x < len(grid[0])):
                        continue
                    if grid[y][x] == '#':
                        grid[y][x] = sign
                        stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
                return [''.join(line) for line in grid]`,
        ]);
        return {
          body,
          call: expr`paint(${lines}, ${row}, ${column}, 'o')`,
          names: {
            grid: ['cells', 'board'],
            stack: names.stack,
            paint: ['flood_fill', 'fill_area'],
            fill: ['spread', 'color_in'],
            sign: ['color', 'mark'],
          },
        };
      }
      case 'islands': {
        const main = draw.pick([
          stmts`
            def count_islands(grid: list[list[str]]) -> int:
                islands = 0
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        if grid[i][j] == '#':
                            sink(grid, i, j)
                            islands += 1
                return islands`,
          stmts`
            def count_islands(grid: list[list[str]]) -> int:
                islands = 0
                for i, line in enumerate(grid):
                    while '#' in line:
                        sink(grid, i, line.index('#'))
                        islands += 1
                return islands`,
        ]);
        return {
          body: [...sink, ...main],
          call: expr`count_islands(${cells})`,
          names: {
            ...sinkNames,
            count_islands: ['islands_on', 'number_of_islands'],
            islands: ['total', 'found'],
          },
        };
      }
      case 'largest': {
        const main = draw.pick([
          stmts`
            def largest_island(grid: list[list[str]]) -> int:
                largest = 0
                for i in range(len(grid)):
                    for j in range(len(grid[0])):
                        if grid[i][j] == '#':
                            largest = max(largest, sink(grid, i, j))
                return largest`,
          stmts`
            def largest_island(grid: list[list[str]]) -> int:
                sizes = [0]
                for i, line in enumerate(grid):
                    for j, cell in enumerate(line):
                        if cell == '#':
                            sizes.append(sink(grid, i, j))
                return max(sizes)`,
        ]);
        return {
          body: [...sink, ...main],
          call: expr`largest_island(${cells})`,
          names: {
            ...sinkNames,
            largest_island: ['biggest_island', 'max_area'],
            largest: ['best', 'record'],
          },
        };
      }
    }
  },
  reference({ goal, grid, start: [row, column] }): Data {
    const found = areas(grid);
    const here = found.find((area) => area.includes(100 * row + column)) ?? [];
    switch (goal) {
      case 'perimeter': {
        const land = new Set(found.flat());
        return [...land].reduce(
          (sides, cell) => sides + [1, -1, 100, -100].filter((step) => !land.has(cell + step)).length,
          0,
        );
      }
      case 'area':
        return here.length;
      case 'fill':
        return grid.map((line, i) =>
          [...line].map((ch, j) => (here.includes(100 * i + j) ? 'o' : ch)).join(''),
        );
      case 'islands':
        return found.length;
      case 'largest':
        return Math.max(...found.map((area) => area.length));
    }
  },
  example: { plan: { goal: 'islands', grid: ['#.#', '#..', '..#'], start: [0, 0] }, answer: '3' },
});
