// A robot on a grid: following commands, turning, staying inside, leaving a trail.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'steps' | 'turns' | 'fenced' | 'visited' | 'program' | 'class' | 'ant';
  path: string;
  size: number;
  start: [x: number, y: number];
  orders: [word: string, amount: number][];
}

const MOVES: Readonly<Record<string, [number, number]>> = { N: [0, 1], E: [1, 0], S: [0, -1], W: [-1, 0] };

/** Squares that a walk from the corner passes, within the board. */
function darkAtFirst(path: string, size: number): [number, number][] {
  const passed = places(path, [1, 1]).filter((at) => at.every((n) => n >= 0 && n < size));
  return passed.filter(([a, b], i) => passed.findIndex(([c, d]) => a === c && b === d) === i);
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['steps'],
  3: ['steps', 'fenced'],
  4: ['turns', 'fenced'],
  5: ['visited', 'turns'],
  6: ['program', 'visited'],
  7: ['class', 'program'],
  8: ['class', 'program', 'turns'],
  9: ['ant'],
  10: ['ant'],
};

/** All places a walk over letters N, E, S, W passes, the start included. */
function places(path: string, [x, y]: [number, number]): [number, number][] {
  return [...path].reduce<[number, number][]>(
    (all, ch) => {
      const [a, b] = all[all.length - 1];
      return [...all, [a + MOVES[ch][0], b + MOVES[ch][1]]];
    },
    [[x, y]],
  );
}

/** Turns L and R and steps F as letters N, E, S, W, beginning to the north. */
function compass(path: string): string {
  let facing = 0;
  return [...path]
    .map((ch) => {
      if (ch === 'F') return 'NESW'[facing];
      facing = (facing + (ch === 'R' ? 1 : 3)) % 4;
      return '';
    })
    .join('');
}

export const robotWalkFamily = defineFamily<Plan>({
  name: 'robot-walk',
  title: 'A robot on a grid',
  topics: ['simulation', 'grids', 'classes', 'strings'],
  ladder: [
    [2, 'where a few steps lead'],
    [3, 'more steps, or a field with a fence'],
    [4, 'turning left and right'],
    [5, 'how many places are visited'],
    [6, 'orders with amounts'],
    [7, 'the robot as a class'],
    [8, 'longer walks'],
    [9, 'an ant that turns on dark and on light squares'],
    [10, 'longer walks of an ant'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const size = draw.int(4, 6);
      return {
        goal: 'ant',
        path: draw.pick(['NESW', 'EN', 'SSW', 'W', 'N', 'ES', 'NNE', 'SWSE']),
        size,
        start: [draw.int(0, size - 1), draw.int(0, size - 1)],
        orders: [['steps', [11, 19][level - 9] + draw.int(0, 3)]],
      };
    }
    const goal = draw.pick(GOALS[level]);
    const length = [4, 6, 7, 9, 9, 8, 13][level - 2];
    const letters = goal === 'turns' || goal === 'class' ? 'FFFLR' : 'NESW';
    const size = draw.int(3, 5);
    return {
      goal,
      path: draw.list(length, () => draw.pick([...letters])).join(''),
      size,
      start: [draw.int(0, size - 1), draw.int(0, size - 1)],
      orders: draw.list(level - 1, (): [string, number] => {
        const word = draw.weighted([
          [3, 'forward'],
          [1, 'left'],
          [1, 'right'],
        ]);
        return [word, word === 'forward' ? draw.int(1, 9) : draw.int(1, 3)];
      }),
    };
  },
  write({ goal, path, size, start: [x, y], orders }, draw) {
    const text = literal(path);
    const names = {
      path: ['moves', 'steps', 'route'],
      step: ['move', 'ch', 'command'],
      'x y': ['column row', 'east north'],
      'dx dy': ['right up', 'across ahead'],
    };
    const chain = stmts`
      if step == 'N':
          y += 1
      elif step == 'S':
          y -= 1
      elif step == 'E':
          x += 1
      else:
          x -= 1`;
    switch (goal) {
      case 'ant': {
        const [[, count]] = orders;
        const dark = literal(darkAtFirst(path, size).map(([a, b]) => tuple(a, b)));
        const turn = draw.pick([
          stmts`
            def turn(dx: int, dy: int, right: bool) -> tuple[int, int]:
                if right:
                    return (dy, -dx)
                return (-dy, dx)`,
          stmts`
            def turn(dx: int, dy: int, right: bool) -> tuple[int, int]:
                sides = [(0, 1), (1, 0), (0, -1), (-1, 0)]
                place = sides.index((dx, dy))
                if right:
                    return sides[(place + 1) % 4]
                return sides[place - 1]`,
        ]);
        const wrap = draw.pick([
          stmts`
            def wrap(n: int, size: int) -> int:
                return n % size`,
          stmts`
            def wrap(n: int, size: int) -> int:
                if n < 0:
                    return size - 1
                if n == size:
                    return 0
                return n`,
        ]);
        const main = draw.pick([
          stmts`
            def walk(squares: list[tuple[int, int]], size: int, steps: int) -> tuple[tuple[int, int], int]:
                dark = set(squares)
                x, y = ${x}, ${y}
                dx, dy = 0, 1
                for _ in range(steps):
                    if (x, y) in dark:
                        dark.remove((x, y))
                        dx, dy = turn(dx, dy, False)
                    else:
                        dark.add((x, y))
                        dx, dy = turn(dx, dy, True)
                    x = wrap(x + dx, size)
                    y = wrap(y + dy, size)
                return ((x, y), len(dark))`,
          stmts`
            def walk(squares: list[tuple[int, int]], size: int, steps: int) -> tuple[tuple[int, int], int]:
                board = [[False] * size for _ in range(size)]
                for column, row in squares:
                    board[row][column] = True
                x, y = ${x}, ${y}
                dx, dy = 0, 1
                count = len(squares)
                while steps > 0:
                    dx, dy = turn(dx, dy, not board[y][x])
                    if board[y][x]:
                        count -= 1
                    else:
                        count += 1
                    board[y][x] = not board[y][x]
                    x, y = wrap(x + dx, size), wrap(y + dy, size)
                    steps -= 1
                return ((x, y), count)`,
        ]);
        return {
          body: [...turn, ...wrap, ...main],
          call: expr`walk(${dark}, ${size}, ${count})`,
          names: {
            walk: ['run_ant', 'langton', 'simulate_ant'],
            turn: ['turned', 'new_direction'],
            wrap: ['around', 'inside'],
            dark: ['black', 'marked'],
            board: ['cells', 'is_dark'],
            squares: ['black_squares', 'marks'],
          },
          doc: 'An ant turns left on dark squares and right on light ones, changes each, and goes on. Return its place, and how many squares are dark.',
        };
      }
      case 'steps': {
        const body = draw.pick([
          stmts`
            def walk(path: str) -> tuple[int, int]:
                x, y = 0, 0
                for step in path:
                    ${chain}
                return (x, y)`,
          stmts`
            MOVES = {'N': (0, 1), 'E': (1, 0), 'S': (0, -1), 'W': (-1, 0)}

            def walk(path: str) -> tuple[int, int]:
                x = 0
                y = 0
                for step in path:
                    dx, dy = MOVES[step]
                    x += dx
                    y += dy
                return (x, y)`,
          stmts`
            def walk(path: str) -> tuple[int, int]:
                x = path.count('E') - path.count('W')
                y = path.count('N') - path.count('S')
                return (x, y)`,
        ]);
        return {
          body,
          call: expr`walk(${text})`,
          names: { ...names, walk: ['follow', 'final_place', 'go'] },
          doc: 'Return where {path} leads from (0, 0).',
        };
      }
      case 'fenced': {
        const body = draw.pick([
          stmts`
            def walk(path: str, size: int, x: int, y: int) -> tuple[int, int]:
                for step in path:
                    if step == 'N' and y < size - 1:
                        y += 1
                    elif step == 'S' and y > 0:
                        y -= 1
                    elif step == 'E' and x < size - 1:
                        x += 1
                    elif step == 'W' and x > 0:
                        x -= 1
                return (x, y)`,
          stmts`
            MOVES = {'N': (0, 1), 'E': (1, 0), 'S': (0, -1), 'W': (-1, 0)}

            def walk(path: str, size: int, x: int, y: int) -> tuple[int, int]:
                for step in path:
                    dx, dy = MOVES[step]
                    if 0 <= x + dx < size and 0 <= y + dy < size:
                        x += dx
                        y += dy
                return (x, y)`,
        ]);
        return {
          body,
          call: expr`walk(${text}, ${size}, ${x}, ${y})`,
          names: { ...names, walk: ['walk_fenced', 'stay_inside', 'move_robot'], size: ['width', 'field'] },
          doc: 'Follow {path}; steps that would leave the field are not made.',
        };
      }
      case 'turns': {
        const body = draw.pick([
          stmts`
            def drive(path: str) -> tuple[int, int]:
                x, y = 0, 0
                dx, dy = 0, 1
                for step in path:
                    if step == 'F':
                        x += dx
                        y += dy
                    elif step == 'L':
                        dx, dy = -dy, dx
                    else:
                        dx, dy = dy, -dx
                return (x, y)`,
          stmts`
            DIRECTIONS = [(0, 1), (1, 0), (0, -1), (-1, 0)]

            def drive(path: str) -> tuple[int, int]:
                x, y = 0, 0
                facing = 0
                for step in path:
                    if step == 'R':
                        facing = (facing + 1) % 4
                    elif step == 'L':
                        facing = (facing - 1) % 4
                    else:
                        x += DIRECTIONS[facing][0]
                        y += DIRECTIONS[facing][1]
                return (x, y)`,
        ]);
        return {
          body,
          call: expr`drive(${text})`,
          names: { ...names, drive: ['follow', 'run_robot', 'turtle'], facing: ['heading', 'direction'] },
          doc: 'Start at (0, 0) to the north; F is a step, L and R are turns.',
        };
      }
      case 'visited': {
        const body = draw.pick([
          stmts`
            def count_places(path: str) -> int:
                x, y = 0, 0
                visited = {(x, y)}
                for step in path:
                    ${chain}
                    visited.add((x, y))
                return len(visited)`,
          stmts`
            MOVES = {'N': (0, 1), 'E': (1, 0), 'S': (0, -1), 'W': (-1, 0)}

            def count_places(path: str) -> int:
                trail = [(0, 0)]
                count = 1
                for step in path:
                    x, y = trail[-1]
                    place = (x + MOVES[step][0], y + MOVES[step][1])
                    if place not in trail:
                        count += 1
                    trail.append(place)
                return count`,
        ]);
        return {
          body,
          call: expr`count_places(${text})`,
          names: {
            ...names,
            count_places: ['places_visited', 'distinct_places'],
            visited: ['seen', 'houses'],
            trail: ['track', 'history'],
          },
          doc: 'Count the different places on {path}.',
        };
      }
      case 'program': {
        const list = literal(orders.map((order) => tuple(...order)));
        const body = draw.pick([
          stmts`
            def execute(orders: list[tuple[str, int]]) -> int:
                x, y = 0, 0
                dx, dy = 0, 1
                for word, amount in orders:
                    if word == 'forward':
                        x += dx * amount
                        y += dy * amount
                    else:
                        for _ in range(amount):
                            if word == 'left':
                                dx, dy = -dy, dx
                            else:
                                dx, dy = dy, -dx
                return abs(x) + abs(y)`,
          stmts`
            DIRECTIONS = [(0, 1), (1, 0), (0, -1), (-1, 0)]

            def execute(orders: list[tuple[str, int]]) -> int:
                x, y, facing = 0, 0, 0
                for word, amount in orders:
                    if word == 'right':
                        facing = (facing + amount) % 4
                    elif word == 'left':
                        facing = (facing - amount) % 4
                    else:
                        dx, dy = DIRECTIONS[facing]
                        x, y = x + dx * amount, y + dy * amount
                return abs(x) + abs(y)`,
        ]);
        return {
          body,
          call: expr`execute(${list})`,
          names: {
            ...names,
            execute: ['run_orders', 'distance_after', 'navigate'],
            orders: ['commands', 'instructions'],
            word: ['order', 'action'],
          },
          doc: 'Return how many streets the robot is away from its start.',
        };
      }
      case 'class': {
        const body = stmts`
          class Robot:
              def __init__(self) -> None:
                  self.x = 0
                  self.y = 0
                  self.facing = 'N'

              def turn(self, side: str) -> None:
                  order = 'NESW' if side == 'R' else 'NWSE'
                  self.facing = order[(order.index(self.facing) + 1) % 4]

              def forward(self) -> None:
                  if self.facing == 'N':
                      self.y += 1
                  elif self.facing == 'S':
                      self.y -= 1
                  elif self.facing == 'E':
                      self.x += 1
                  else:
                      self.x -= 1

          def drive(path: str) -> tuple[int, int, str]:
              robot = Robot()
              for step in path:
                  if step == 'F':
                      robot.forward()
                  else:
                      robot.turn(step)
              return (robot.x, robot.y, robot.facing)`;
        return {
          body,
          call: expr`drive(${text})`,
          names: {
            path: names.path,
            step: names.step,
            Robot: ['Rover', 'Turtle'],
            drive: ['run_robot', 'simulate'],
            robot: ['rover', 'bot'],
            side: ['way', 'hand'],
          },
        };
      }
    }
  },
  reference({ goal, path, size, start, orders }): Data {
    switch (goal) {
      case 'ant': {
        const [[, count]] = orders;
        const dark = new Set(darkAtFirst(path, size).map(String));
        let [x, y] = start;
        let facing = 0;
        for (let i = 0; i < count; i++) {
          const here = String([x, y]);
          facing = (facing + (dark.has(here) ? 3 : 1)) % 4;
          if (!dark.delete(here)) dark.add(here);
          const [dx, dy] = MOVES['NESW'[facing]];
          [x, y] = [(x + dx + size) % size, (y + dy + size) % size];
        }
        return tuple(tuple(x, y), dark.size);
      }
      case 'steps':
        return tuple(...(places(path, [0, 0]).at(-1) ?? []));
      case 'fenced': {
        const clamp = (n: number): number => Math.min(Math.max(n, 0), size - 1);
        return tuple(
          ...[...path].reduce<[number, number]>(
            ([x, y], ch) => [clamp(x + MOVES[ch][0]), clamp(y + MOVES[ch][1])],
            start,
          ),
        );
      }
      case 'turns':
        return tuple(...(places(compass(path), [0, 0]).at(-1) ?? []));
      case 'visited':
        return new Set(places(path, [0, 0]).map(String)).size;
      case 'program': {
        const letters = orders
          .map(([word, n]) => ({ forward: 'F', left: 'L', right: 'R' })[word]?.repeat(n) ?? '')
          .join('');
        const [x, y] = places(compass(letters), [0, 0]).at(-1) ?? [0, 0];
        return Math.abs(x) + Math.abs(y);
      }
      case 'class':
        return tuple(...(places(compass(path), [0, 0]).at(-1) ?? []), compass(`${path}F`).at(-1) ?? 'N');
    }
  },
  example: { plan: { goal: 'turns', path: 'FRFF', size: 0, start: [0, 0], orders: [] }, answer: '(2, 1)' },
});
