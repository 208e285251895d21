// Breadth-first search: what can be reached, how far it is, and by which way.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { neighbours, randomGraph } from '../graphs.ts';
import { namesIn } from '../rename.ts';

interface Plan {
  goal: 'reachable' | 'distance' | 'distances' | 'path' | 'maze' | 'levels';
  graph: [string, string[]][];
  start: string;
  goalNode: string;
  maze: string[];
}

/** The layers of nodes by their distance from the start, each in order of discovery. */
function layers(graph: ReadonlyMap<string, string[]>, start: string): string[][] {
  const result = [[start]];
  const seen = new Set([start]);
  for (;;) {
    const further = result[result.length - 1].flatMap((node) => graph.get(node) ?? []);
    const layer = [...new Set(further)].filter((node) => !seen.has(node));
    if (layer.length === 0) return result;
    layer.forEach((node) => seen.add(node));
    result.push(layer);
  }
}

/** How the waiting nodes are kept: imports, type, the start of the queue and taking from its front. */
function queue(draw: Draw): {
  imports: Stmt[];
  make: (first: ReturnType<typeof expr>) => ReturnType<typeof expr>;
  take: string;
} {
  return draw.chance(0.4)
    ? {
        imports: stmts`from collections import deque`,
        make: (first) => expr`deque([${first}])`,
        take: 'popleft',
      }
    : { imports: [], make: (first) => expr`[${first}]`, take: 'pop' };
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['reachable'],
  5: ['distance', 'reachable'],
  6: ['distances', 'distance'],
  7: ['path', 'distances'],
  8: ['levels', 'maze', 'path'],
  9: ['maze', 'levels', 'path'],
};

export const breadthFirstFamily = defineFamily<Plan>({
  name: 'breadth-first',
  title: 'Breadth-first search',
  topics: ['graphs', 'queues', 'grids'],
  ladder: [
    [4, 'what can be reached in a graph of four nodes'],
    [5, 'how many steps it takes'],
    [6, 'the distances of all nodes'],
    [7, 'the shortest way itself'],
    [8, 'the nodes in layers; a maze'],
    [9, 'larger graphs and mazes'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 5, 6, 7, 9][level - 4];
    const drawn = randomGraph(draw, size, Math.ceil(size / 2), goal === 'path' || draw.chance(0.7));
    const [a, b] = [drawn.nodes[0], draw.pick(drawn.nodes.slice(Math.ceil(size / 2)))];
    const [rows, columns] = level === 8 ? [3, 4] : [4, 4];
    const cells = draw.list(rows, () => draw.list(columns, () => (draw.chance(0.28) ? '#' : '.')));
    cells[0][0] = cells[rows - 1][columns - 1] = '.';
    return {
      goal,
      graph: goal === 'maze' ? [] : [...neighbours(drawn, draw.chance(0.4))],
      start: a,
      goalNode: b,
      maze: goal === 'maze' ? cells.map((line) => line.join('')) : [],
    };
  },
  write({ goal, graph, start, goalNode, maze }, draw) {
    const { imports, make, take } = queue(draw);
    const front = take === 'pop' ? expr`queue.pop(0)` : expr`queue.popleft()`;
    const argument = literal(new Map(graph));
    const [from, to] = [literal(start), literal(goalNode)];
    const names = {
      graph: ['roads', 'links', 'network', 'edges'],
      queue: ['waiting', 'todo', 'frontier'],
      node: ['current', 'place', 'here'],
      seen: ['visited', 'reached', 'known'],
      neighbour: ['other', 'following', 'target'],
      start: ['source', 'origin'],
      goal: ['end', 'destination'],
      steps: ['distance', 'count'],
    };
    const starting = expr`start`;
    // Not every idiom needs the queue.
    const withImports = (body: Stmt[]): Stmt[] => (namesIn(body).has('deque') ? [...imports, ...body] : body);
    switch (goal) {
      case 'reachable': {
        const body = draw.pick([
          stmts`
            def reachable(graph: dict[str, list[str]], start: str) -> list[str]:
                seen = [start]
                queue = ${make(starting)}
                while queue:
                    node = ${front}
                    for neighbour in graph[node]:
                        if neighbour not in seen:
                            seen.append(neighbour)
                            queue.append(neighbour)
                return seen`,
          stmts`
            def reachable(graph: dict[str, list[str]], start: str) -> list[str]:
                seen = [start]
                i = 0
                while i < len(seen):
                    for neighbour in graph[seen[i]]:
                        if neighbour not in seen:
                            seen.append(neighbour)
                    i += 1
                return seen`,
        ]);
        return {
          body: withImports(body),
          call: expr`reachable(${argument}, ${from})`,
          names: { ...names, reachable: ['explore', 'bfs', 'visit_all'] },
          doc: 'Return all that can be reached from {start}, nearest first.',
        };
      }
      case 'distance': {
        const body = draw.pick([
          stmts`
            def count_steps(graph: dict[str, list[str]], start: str, goal: str) -> int:
                queue = ${make(expr`(start, 0)`)}
                seen = {start}
                while queue:
                    node, steps = ${front}
                    if node == goal:
                        return steps
                    for neighbour in graph[node]:
                        if neighbour not in seen:
                            seen.add(neighbour)
                            queue.append((neighbour, steps + 1))
                return -1`,
          stmts`
            def count_steps(graph: dict[str, list[str]], start: str, goal: str) -> int:
                layer = [start]
                seen = [start]
                steps = 0
                while layer:
                    if goal in layer:
                        return steps
                    further: list[str] = []
                    for node in layer:
                        for neighbour in graph[node]:
                            if neighbour not in seen:
                                seen.append(neighbour)
                                further.append(neighbour)
                    layer = further
                    steps += 1
                return -1`,
        ]);
        return {
          body: withImports(body),
          call: expr`count_steps(${argument}, ${from}, ${to})`,
          names: {
            ...names,
            layer: ['level', 'ring'],
            count_steps: ['steps_between', 'how_far', 'degrees_apart'],
          },
          doc: 'Count the steps from {start} to {goal}; -1 if there is no way.',
        };
      }
      case 'distances': {
        const body = stmts`
          def distances(graph: dict[str, list[str]], start: str) -> dict[str, int]:
              steps = {start: 0}
              queue = ${make(starting)}
              while queue:
                  node = ${front}
                  for neighbour in graph[node]:
                      if neighbour in steps:
                          continue
                      steps[neighbour] = steps[node] + 1
                      queue.append(neighbour)
              return steps`;
        return {
          body: withImports(body),
          call: expr`distances(${argument}, ${from})`,
          names: { ...names, distances: ['all_distances', 'bfs', 'steps_to_all'] },
        };
      }
      case 'path': {
        const body = draw.pick([
          stmts`
            def shortest_path(graph: dict[str, list[str]], start: str, goal: str) -> list[str]:
                came_from: dict[str, str] = {start: ''}
                queue = ${make(starting)}
                while queue:
                    node = ${front}
                    if node == goal:
                        break
                    for neighbour in graph[node]:
                        if neighbour not in came_from:
                            came_from[neighbour] = node
                            queue.append(neighbour)
                if goal not in came_from:
                    return []
                path = [goal]
                while path[0] != start:
                    path.insert(0, came_from[path[0]])
                return path`,
          stmts`
            def shortest_path(graph: dict[str, list[str]], start: str, goal: str) -> list[str]:
                queue = ${make(expr`[start]`)}
                seen = {start}
                while queue:
                    path = ${front}
                    node = path[-1]
                    if node == goal:
                        return path
                    for neighbour in graph[node]:
                        if neighbour not in seen:
                            seen.add(neighbour)
                            queue.append(path + [neighbour])
                return []`,
        ]);
        return {
          body: withImports(body),
          call: expr`shortest_path(${argument}, ${from}, ${to})`,
          names: {
            ...names,
            path: ['route', 'way'],
            came_from: ['previous', 'parent'],
            shortest_path: ['find_route', 'find_path'],
          },
          doc: 'Return a shortest way from {start} to {goal}, or an empty list.',
        };
      }
      case 'levels': {
        const body = draw.pick([
          stmts`
            def layers(graph: dict[str, list[str]], start: str) -> list[list[str]]:
                seen = {start}
                result = [[start]]
                while True:
                    layer: list[str] = []
                    for node in result[-1]:
                        for neighbour in graph[node]:
                            if neighbour not in seen:
                                seen.add(neighbour)
                                layer.append(neighbour)
                    if not layer:
                        return result
                    result.append(layer)`,
          stmts`
            def layers(graph: dict[str, list[str]], start: str) -> list[list[str]]:
                depth = {start: 0}
                queue = [start]
                result: list[list[str]] = []
                for node in queue:
                    if depth[node] == len(result):
                        result.append([])
                    result[depth[node]].append(node)
                    for neighbour in graph[node]:
                        if neighbour not in depth:
                            depth[neighbour] = depth[node] + 1
                            queue.append(neighbour)
                return result`,
        ]);
        return {
          body,
          call: expr`layers(${argument}, ${from})`,
          names: { ...names, layers: ['by_distance', 'rings'], result: ['levels', 'found'] },
        };
      }
      case 'maze': {
        const body = draw.pick([
          stmts`
            def solve_maze(maze: list[str]) -> int:
                height, width = len(maze), len(maze[0])
                steps = {(0, 0): 0}
                queue = ${make(expr`(0, 0)`)}
                while queue:
                    row, column = ${front}
                    for down, across in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
                        cell = (row + down, column + across)
                        if not (0 <= cell[0] < height and 0 <= cell[1] < width):
                            continue
                        if maze[cell[0]][cell[1]] == '.' and cell not in steps:
                            steps[cell] = steps[(row, column)] + 1
                            queue.append(cell)
                return steps.get((height - 1, width - 1), -1)`,
          stmts`
            def open_cells(maze: list[str], row: int, column: int) -> list[tuple[int, int]]:
                found: list[tuple[int, int]] = []
                for i, j in [(row, column + 1), (row + 1, column), (row, column - 1), (row - 1, column)]:
                    if 0 <= i < len(maze) and 0 <= j < len(maze[0]) and maze[i][j] == '.':
                        found.append((i, j))
                return found

            def solve_maze(maze: list[str]) -> int:
                goal = (len(maze) - 1, len(maze[0]) - 1)
                queue = ${make(expr`(0, 0, 0)`)}
                seen = {(0, 0)}
                while queue:
                    row, column, steps = ${front}
                    if (row, column) == goal:
                        return steps
                    for cell in open_cells(maze, row, column):
                        if cell not in seen:
                            seen.add(cell)
                            queue.append((cell[0], cell[1], steps + 1))
                return -1`,
        ]);
        return {
          body: withImports(body),
          call: expr`solve_maze(${literal(maze)})`,
          names: {
            queue: names.queue,
            seen: names.seen,
            maze: ['grid', 'labyrinth'],
            solve_maze: ['shortest_way_out', 'escape', 'maze_steps'],
            cell: ['place', 'spot'],
          },
          doc: 'Count the steps from the first to the last cell of {maze}; -1 if there is no way.',
        };
      }
    }
  },
  reference({ goal, graph, start, goalNode, maze }): Data {
    const found = layers(new Map(graph), start);
    const distance = (node: string): number => found.findIndex((layer) => layer.includes(node));
    switch (goal) {
      case 'reachable':
        return found.flat();
      case 'distance':
        return distance(goalNode);
      case 'distances':
        return new Map(found.flatMap((layer, i) => layer.map((node) => [node, i] as const)));
      case 'levels':
        return found;
      case 'path': {
        // From the goal backwards: each node was found by the first of the layer before that knows it.
        const path = [goalNode];
        for (let i = distance(goalNode); i > 0; i--) {
          path.unshift(found[i - 1].find((node) => new Map(graph).get(node)?.includes(path[0])) ?? '');
        }
        return distance(goalNode) < 0 ? [] : path;
      }
      case 'maze': {
        const cells = maze.flatMap((line, i) =>
          [...line].flatMap((ch, j) => (ch === '.' ? [`${i},${j}`] : [])),
        );
        const next = (cell: string): string[] => {
          const [i, j] = cell.split(',').map(Number);
          return [`${i},${j + 1}`, `${i + 1},${j}`, `${i},${j - 1}`, `${i - 1},${j}`].filter((other) =>
            cells.includes(other),
          );
        };
        const rings = layers(new Map(cells.map((cell) => [cell, next(cell)])), '0,0');
        return rings.findIndex((ring) => ring.includes(`${maze.length - 1},${maze[0].length - 1}`));
      }
    }
  },
  example: {
    plan: {
      goal: 'path',
      graph: [
        ['A', ['B', 'C']],
        ['B', ['D']],
        ['C', ['D']],
        ['D', []],
      ],
      start: 'A',
      goalNode: 'D',
      maze: [],
    },
    answer: "['A', 'B', 'D']",
  },
});
