// An elevator: how far it goes, who is on board, which calls it answers first.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'distance' | 'commands' | 'board' | 'nearest' | 'sweep' | 'class';
  start: number;
  floors: number[];
  commands: string;
  /** for each floor visited: who leaves and who enters */
  traffic: [out: number, into: number][];
  capacity: number;
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['distance', 'commands'],
  3: ['distance', 'commands'],
  4: ['board', 'commands'],
  5: ['board', 'nearest'],
  6: ['nearest', 'sweep'],
  7: ['sweep', 'class'],
  8: ['class', 'sweep', 'nearest'],
};

export const elevatorFamily = defineFamily<Plan>({
  name: 'elevator',
  title: 'An elevator',
  topics: ['simulation', 'lists', 'classes'],
  ladder: [
    [2, 'floors passed on a short trip'],
    [3, 'longer trips'],
    [4, 'people who enter and leave'],
    [5, 'the nearest call first'],
    [6, 'up first, then down'],
    [7, 'the elevator as a class'],
    [8, 'more calls'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [3, 5, 5, 4, 5, 5, 8][level - 2];
    return {
      goal,
      start: draw.int(0, 12),
      floors: draw.distinct(size, 0, 20),
      commands: draw
        .list(size + 3, () => draw.pick(['U', 'D', goal === 'commands' && level > 2 ? 'S' : 'U']))
        .join(''),
      traffic: draw.list(size, () => [draw.int(0, 3), draw.int(0, 4)]),
      capacity: draw.int(4, 8),
    };
  },
  write({ goal, start, floors, commands, traffic, capacity }, draw) {
    const calls = literal(floors);
    const names = {
      floors: ['stops', 'calls', 'trip'],
      floor: ['stop', 'target', 'f'],
      position: ['current', 'here', 'level'],
      total: ['passed', 'distance', 'moved'],
    };
    switch (goal) {
      case 'distance': {
        const body = draw.pick([
          stmts`
            def floors_passed(start: int, floors: list[int]) -> int:
                total = 0
                position = start
                for floor in floors:
                    total += abs(floor - position)
                    position = floor
                return total`,
          stmts`
            def floors_passed(start: int, floors: list[int]) -> int:
                total = abs(floors[0] - start)
                for i in range(1, len(floors)):
                    total += abs(floors[i] - floors[i - 1])
                return total`,
          stmts`
            def floors_passed(start: int, floors: list[int]) -> int:
                total = 0
                for before, after in zip([start] + floors, floors):
                    if after > before:
                        total += after - before
                    else:
                        total += before - after
                return total`,
        ]);
        return {
          body,
          call: expr`floors_passed(${start}, ${calls})`,
          names: { ...names, floors_passed: ['travel', 'trip_length'] },
        };
      }
      case 'commands': {
        const body = draw.pick([
          stmts`
            def ride(floor: int, commands: str) -> int:
                for command in commands:
                    if command == 'U':
                        floor += 1
                    elif command == 'D' and floor > 0:
                        floor -= 1
                return floor`,
          stmts`
            def ride(floor: int, commands: str) -> int:
                i = 0
                while i < len(commands):
                    if commands[i] == 'U':
                        floor += 1
                    elif commands[i] == 'D':
                        floor = max(0, floor - 1)
                    i += 1
                return floor`,
        ]);
        return {
          body,
          call: expr`ride(${start % 4}, ${literal(commands)})`,
          names: {
            ride: ['follow', 'final_floor', 'run_lift'],
            floor: ['level', 'position'],
            commands: ['buttons', 'moves'],
            command: ['button', 'move'],
          },
          doc: 'Go up at U and down at D, but never below 0.',
        };
      }
      case 'board': {
        const stops = literal(traffic.map((stop) => tuple(...stop)));
        const body = draw.pick([
          stmts`
            def most_on_board(stops: list[tuple[int, int]], capacity: int) -> int:
                inside = 0
                most = 0
                for leaving, entering in stops:
                    inside -= min(inside, leaving)
                    inside = min(capacity, inside + entering)
                    if inside > most:
                        most = inside
                return most`,
          stmts`
            def most_on_board(stops: list[tuple[int, int]], capacity: int) -> int:
                inside = 0
                counts: list[int] = []
                for leaving, entering in stops:
                    inside = max(0, inside - leaving)
                    room = capacity - inside
                    inside += min(entering, room)
                    counts.append(inside)
                return max(counts)`,
        ]);
        return {
          body,
          call: expr`most_on_board(${stops}, ${capacity})`,
          names: {
            most_on_board: ['fullest', 'peak_load'],
            inside: ['riders', 'people'],
            'leaving entering': ['out into', 'off on'],
            capacity: ['limit', 'places'],
          },
          doc: 'Return how many are in the elevator when it is fullest.',
        };
      }
      case 'nearest': {
        const body = draw.pick([
          stmts`
            def visit_nearest(start: int, floors: list[int]) -> list[int]:
                order: list[int] = []
                position = start
                while floors:
                    best = floors[0]
                    for floor in floors[1:]:
                        if abs(floor - position) < abs(best - position):
                            best = floor
                    floors.remove(best)
                    order.append(best)
                    position = best
                return order`,
          stmts`
            def visit_nearest(start: int, floors: list[int]) -> list[int]:
                order: list[int] = []
                position = start
                open_calls = list(floors)
                while len(open_calls) > 0:
                    position = min(open_calls, key=lambda floor: abs(floor - position))
                    open_calls.remove(position)
                    order.append(position)
                return order`,
        ]);
        return {
          body,
          call: expr`visit_nearest(${start}, ${calls})`,
          names: {
            ...names,
            visit_nearest: ['nearest_first', 'plan_stops'],
            order: ['route', 'visited'],
            best: ['nearest', 'choice'],
          },
        };
      }
      case 'sweep': {
        const body = draw.pick([
          stmts`
            def sweep(start: int, floors: list[int]) -> list[int]:
                up: list[int] = []
                down: list[int] = []
                for floor in sorted(floors):
                    if floor >= start:
                        up.append(floor)
                    else:
                        down.insert(0, floor)
                return up + down`,
          stmts`
            def sweep(start: int, floors: list[int]) -> list[int]:
                above = sorted(floor for floor in floors if floor >= start)
                below = sorted((floor for floor in floors if floor < start), reverse=True)
                return above + below`,
        ]);
        return {
          body,
          call: expr`sweep(${start}, ${calls})`,
          names: { ...names, sweep: ['up_then_down', 'elevator_order'], 'up down': ['higher lower'] },
          doc: 'Answer all calls on the way up, then those on the way down.',
        };
      }
      case 'class': {
        const step = draw.pick([
          stmts`
            if self.floor < target:
                self.floor += 1
            else:
                self.floor -= 1`,
          stmts`self.floor += 1 if target > self.floor else -1`,
        ]);
        const body = stmts`
          class Elevator:
              def __init__(self, floor: int) -> None:
                  self.floor = floor
                  self.moved = 0

              def go_to(self, target: int) -> None:
                  while self.floor != target:
                      ${step}
                      self.moved += 1

          def serve(start: int, floors: list[int]) -> int:
              lift = Elevator(start)
              for floor in floors:
                  lift.go_to(floor)
              return lift.moved`;
        return {
          body,
          call: expr`serve(${start}, ${calls})`,
          names: {
            ...names,
            floor: ['stop', 'level'],
            Elevator: ['Lift', 'Cabin'],
            serve: ['run_elevator', 'total_moves'],
            lift: ['cabin', 'elevator'],
          },
        };
      }
    }
  },
  reference({ goal, start, floors, commands, traffic, capacity }): Data {
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'distance':
      case 'class':
        return sum(floors.map((floor, i) => Math.abs(floor - (i > 0 ? floors[i - 1] : start))));
      case 'commands':
        return [...commands].reduce(
          (floor, ch) => (ch === 'U' ? floor + 1 : ch === 'D' ? Math.max(floor - 1, 0) : floor),
          start % 4,
        );
      case 'board': {
        let inside = 0;
        return Math.max(
          ...traffic.map(([out, into]) => (inside = Math.min(capacity, Math.max(inside - out, 0) + into))),
        );
      }
      case 'nearest': {
        const visit = (here: number, rest: readonly number[]): number[] => {
          if (rest.length === 0) return [];
          const best = rest.reduce((a, b) => (Math.abs(b - here) < Math.abs(a - here) ? b : a));
          return [
            best,
            ...visit(
              best,
              rest.filter((floor) => floor !== best),
            ),
          ];
        };
        return visit(start, floors);
      }
      case 'sweep':
        return floors.toSorted(
          (a, b) => Number(a < start) - Number(b < start) || (a < start ? b - a : a - b),
        );
    }
  },
  example: {
    plan: { goal: 'distance', start: 2, floors: [5, 1], commands: '', traffic: [], capacity: 0 },
    answer: '7',
  },
});
