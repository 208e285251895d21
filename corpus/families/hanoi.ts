// The tower of Hanoi: counting moves, listing them, and carrying them out on pegs.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, dict } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'count' | 'effort' | 'moves' | 'kth' | 'pegs' | 'print' | 'peg-by-peg';
  disks: number;
  pegs: [string, string, string];
  /** what each disk weighs, the smallest disk first */
  weights: number[];
  k: number;
}

/** All moves as disk, source, target. */
function moves(disks: number, [a, b, c]: Plan['pegs']): [number, string, string][] {
  if (disks === 0) return [];
  return [...moves(disks - 1, [a, c, b]), [disks, a, c], ...moves(disks - 1, [b, a, c])];
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['count', 'effort', 'effort'],
  3: ['count', 'effort', 'effort'],
  4: ['moves', 'print'],
  5: ['moves', 'print'],
  6: ['kth', 'pegs'],
  7: ['kth', 'pegs', 'moves'],
  8: ['peg-by-peg'],
  9: ['peg-by-peg'],
  10: ['peg-by-peg'],
};

export const hanoiFamily = defineFamily<Plan>({
  name: 'hanoi',
  title: 'The tower of Hanoi',
  topics: ['recursion', 'stacks'],
  ladder: [
    [2, 'counting the moves for a few disks, or the weight that is moved'],
    [3, 'the same for more disks'],
    [4, 'listing the moves for two disks'],
    [5, 'listing or printing the moves for three disks'],
    [6, 'one of the moves for three disks, or pegs that change'],
    [7, 'four disks'],
    [8, 'three disks moved by a rule without recursion, with the effort'],
    [9, 'four disks'],
    [10, 'five disks'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const disks = level - 5;
      const names = draw.pick([
        ['A', 'B', 'C'],
        ['left', 'middle', 'right'],
        ['X', 'Y', 'Z'],
        ['red', 'green', 'blue'],
      ]) as Plan['pegs'];
      return {
        goal: 'peg-by-peg',
        disks,
        pegs: draw.chance(0.5) ? names : (draw.shuffle(names) as Plan['pegs']),
        weights: draw.distinct(disks, 1, 30).sort((a, b) => a - b),
        k: level,
      };
    }
    const goal = draw.pick(GOALS[level]);
    const disks =
      goal === 'count'
        ? draw.int([2, 5][level - 2], [4, 9][level - 2])
        : goal === 'effort'
          ? level
          : [0, 0, 2, 3, 3, 4][level - 2];
    const pegs = draw.pick([
      ['A', 'B', 'C'],
      ['left', 'middle', 'right'],
      ['1', '2', '3'],
      ['X', 'Y', 'Z'],
      ['red', 'green', 'blue'],
      ['L', 'M', 'R'],
    ]) as Plan['pegs'];
    return {
      goal,
      disks,
      pegs: goal === 'pegs' ? pegs : draw.chance(0.5) ? pegs : (draw.shuffle(pegs) as Plan['pegs']),
      weights: draw.ints(disks, 1, 9).sort((a, b) => a - b),
      k: draw.int(1, 2 ** disks - 1),
    };
  },
  write({ goal, disks, pegs, weights, k }, draw) {
    const names = {
      n: ['disks', 'height', 'size'],
      'source spare target': ['start middle goal', 'a b c', 'from_peg via to_peg'],
      moves: ['steps', 'result', 'plan'],
    };
    const [source, spare, target] = pegs.map(literal);
    switch (goal) {
      case 'peg-by-peg': {
        const [source, spare, target] = pegs;
        const legal = draw.pick([
          stmts`
            def may_move(pegs: dict[str, list[int]], source: str, target: str) -> bool:
                if not pegs[source]:
                    return False
                if not pegs[target]:
                    return True
                return pegs[source][-1] < pegs[target][-1]`,
          stmts`
            def may_move(pegs: dict[str, list[int]], source: str, target: str) -> bool:
                if pegs[source] and pegs[target]:
                    return pegs[source][-1] < pegs[target][-1]
                return len(pegs[source]) > 0`,
        ]);
        const moving = stmts`
          def move(pegs: dict[str, list[int]], source: str, target: str) -> int:
              if not may_move(pegs, source, target):
                  source, target = target, source
              disk = pegs[source].pop()
              pegs[target].append(disk)
              return disk`;
        const pairs = literal(
          disks % 2 === 0
            ? [tuple(source, spare), tuple(source, target), tuple(spare, target)]
            : [tuple(source, target), tuple(source, spare), tuple(spare, target)],
        );
        const start = literal(
          dict([
            [source, weights.toReversed()],
            [spare, []],
            [target, []],
          ]),
        );
        const count = stmts`
          if disk > heaviest:
              heaviest = disk
              turning_points.append(moves)`;
        const main = draw.pick([
          stmts`
            def carry_all(pegs: dict[str, list[int]], goal: str) -> tuple[int, list[int]]:
                pairs = ${pairs}
                disks = sum(len(disks) for disks in pegs.values())
                effort = 0
                heaviest = 0
                moves = 0
                turning_points: list[int] = []
                while len(pegs[goal]) < disks:
                    one, two = pairs[moves % 3]
                    disk = move(pegs, one, two)
                    effort += disk
                    moves += 1
                    ${count}
                return (effort, turning_points)`,
          stmts`
            def carry_all(pegs: dict[str, list[int]], goal: str) -> tuple[int, list[int]]:
                pairs = ${pairs}
                disks = max(len(disks) for disks in pegs.values())
                effort = 0
                heaviest = 0
                moves = 0
                turning_points: list[int] = []
                while len(pegs[goal]) < disks:
                    for one, two in pairs:
                        if len(pegs[goal]) == disks:
                            break
                        disk = move(pegs, one, two)
                        moves += 1
                        effort += disk
                        ${count}
                return (effort, turning_points)`,
        ]);
        return {
          body: [...legal, ...moving, ...main],
          call: expr`carry_all(${start}, ${literal(target)})`,
          names: {
            carry_all: ['solve', 'move_tower', 'hanoi'],
            may_move: ['is_legal', 'fits'],
            move: ['move_between', 'shift'],
            effort: ['work', 'total_weight'],
            turning_points: ['first_moves', 'milestones'],
            heaviest: ['largest', 'deepest'],
            goal: ['last', 'destination'],
          },
          doc: 'Move all disks, which are known by their weights, to the peg {goal}; tell the weight moved in all, and when each heavier disk first moved.',
        };
      }
      case 'count': {
        const body = draw.pick([
          stmts`
            def count_moves(n: int) -> int:
                if n == 0:
                    return 0
                return 2 * count_moves(n - 1) + 1`,
          stmts`
            def count_moves(n: int) -> int:
                if n == 1:
                    return 1
                smaller = count_moves(n - 1)
                return smaller + 1 + smaller`,
          stmts`
            def count_moves(n: int) -> int:
                moves = 0
                while n > 0:
                    moves = 2 * moves + 1
                    n -= 1
                return moves`,
        ]);
        return {
          body,
          call: expr`count_moves(${disks})`,
          names: {
            ...names,
            moves: ['total', 'result'],
            count_moves: ['hanoi_moves', 'moves_needed', 'hanoi'],
          },
          doc: 'Count the moves that a tower of {n} disks takes.',
        };
      }
      case 'effort': {
        const body = draw.pick([
          stmts`
            def effort(weights: list[int]) -> int:
                if not weights:
                    return 0
                smaller = effort(weights[:-1])
                return 2 * smaller + weights[-1]`,
          stmts`
            def effort(weights: list[int]) -> int:
                total = 0
                for weight in weights:
                    total = total + weight + total
                return total`,
          stmts`
            def move(n: int, weights: list[int]) -> int:
                if n == 0:
                    return 0
                return move(n - 1, weights) + weights[n - 1] + move(n - 1, weights)

            def effort(weights: list[int]) -> int:
                return move(len(weights), weights)`,
        ]);
        return {
          body,
          call: expr`effort(${literal(weights)})`,
          names: {
            ...names,
            weights: ['disks', 'loads'],
            weight: ['disk', 'load'],
            effort: ['hanoi_effort', 'weight_moved', 'total_lifted'],
            move: ['carry', 'shift'],
          },
          doc: 'Add up the weights of all disks moved; {weights} begins with the smallest.',
        };
      }
      case 'moves': {
        const body = draw.pick([
          stmts`
            def hanoi(n: int, source: str, spare: str, target: str) -> list[str]:
                if n == 0:
                    return []
                moves = hanoi(n - 1, source, target, spare)
                moves.append(source + '->' + target)
                return moves + hanoi(n - 1, spare, source, target)`,
          stmts`
            def hanoi(n: int, source: str, spare: str, target: str) -> list[str]:
                if n == 1:
                    return [f'{source}->{target}']
                before = hanoi(n - 1, source, target, spare)
                after = hanoi(n - 1, spare, source, target)
                return before + [f'{source}->{target}'] + after`,
          stmts`
            def move(n: int, source: str, spare: str, target: str, moves: list[str]) -> None:
                if n > 0:
                    move(n - 1, source, target, spare, moves)
                    moves.append(source + '->' + target)
                    move(n - 1, spare, source, target, moves)

            def hanoi(n: int, source: str, spare: str, target: str) -> list[str]:
                moves: list[str] = []
                move(n, source, spare, target, moves)
                return moves`,
        ]);
        return {
          body,
          call: expr`hanoi(${disks}, ${source}, ${spare}, ${target})`,
          names: { ...names, hanoi: ['solve', 'tower_moves', 'move_tower'], move: ['carry', 'shift'] },
        };
      }
      case 'print': {
        const body = draw.pick([
          stmts`
            def hanoi(n: int, source: str, spare: str, target: str) -> int:
                if n == 0:
                    return 0
                count = hanoi(n - 1, source, target, spare)
                print(f'{n}: {source} -> {target}')
                return count + 1 + hanoi(n - 1, spare, source, target)`,
          stmts`
            def hanoi(n: int, source: str, spare: str, target: str) -> int:
                count = 1
                if n > 1:
                    count += hanoi(n - 1, source, target, spare)
                print(f'{n}: {source} -> {target}')
                if n > 1:
                    count += hanoi(n - 1, spare, source, target)
                return count`,
        ]);
        return {
          body,
          call: expr`hanoi(${disks}, ${source}, ${spare}, ${target})`,
          names: { ...names, hanoi: ['solve', 'show_moves', 'move_tower'], count: ['total', 'done'] },
        };
      }
      case 'kth': {
        const body = stmts`
          def hanoi(n: int, source: str, spare: str, target: str) -> list[tuple[int, str, str]]:
              if n == 0:
                  return []
              before = hanoi(n - 1, source, target, spare)
              after = hanoi(n - 1, spare, source, target)
              return before + [(n, source, target)] + after

          def move_number(k: int, n: int) -> tuple[int, str, str]:
              return hanoi(n, ${source}, ${spare}, ${target})[k - 1]`;
        const direct = stmts`
          def find_move(k: int, n: int, source: str, spare: str, target: str) -> tuple[int, str, str]:
              half = 2 ** (n - 1)
              if k == half:
                  return (n, source, target)
              if k < half:
                  return find_move(k, n - 1, source, target, spare)
              return find_move(k - half, n - 1, spare, source, target)

          def move_number(k: int, n: int) -> tuple[int, str, str]:
              return find_move(k, n, ${source}, ${spare}, ${target})`;
        return {
          body: draw.chance(0.6) ? body : direct,
          call: expr`move_number(${k}, ${disks})`,
          names: {
            ...names,
            k: ['number', 'which'],
            move_number: ['nth_move', 'which_move'],
            hanoi: ['all_moves', 'solve'],
          },
          doc: 'Return disk, source and target of move number {k}.',
        };
      }
      case 'pegs': {
        const body = draw.pick([
          stmts`
            def move(n: int, source: list[int], spare: list[int], target: list[int]) -> int:
                if n == 0:
                    return 0
                moves = move(n - 1, source, target, spare)
                target.append(source.pop())
                return moves + 1 + move(n - 1, spare, source, target)

            def play(n: int) -> tuple[int, list[int]]:
                source = list(range(n, 0, -1))
                spare: list[int] = []
                target: list[int] = []
                moves = move(n, source, spare, target)
                return (moves, target)`,
          stmts`
            def move(pegs: list[list[int]], n: int, source: int, target: int) -> int:
                if n == 0:
                    return 0
                spare = 3 - source - target
                moves = move(pegs, n - 1, source, spare)
                pegs[target].append(pegs[source].pop())
                moves += 1
                return moves + move(pegs, n - 1, spare, target)

            def play(n: int) -> tuple[int, list[int]]:
                pegs: list[list[int]] = [[], [], []]
                for disk in range(n, 0, -1):
                    pegs[0].append(disk)
                moves = move(pegs, n, 0, 2)
                return (moves, pegs[2])`,
        ]);
        return {
          body,
          call: expr`play(${disks})`,
          names: {
            ...names,
            moves: ['steps', 'count'],
            play: ['play_hanoi', 'solve', 'run'],
            move: ['carry', 'shift_tower'],
            'source spare target': ['start middle goal', 'a b c'],
          },
        };
      }
    }
  },
  reference({ goal, disks, pegs, weights, k }) {
    switch (goal) {
      case 'peg-by-peg': {
        const all = moves(disks, pegs);
        return tuple(
          all.reduce((total, [disk]) => total + weights[disk - 1], 0),
          weights.map((_, i) => all.findIndex(([disk]) => disk === i + 1) + 1),
        );
      }
      case 'count':
      case 'print':
        return 2 ** disks - 1;
      case 'effort':
        return moves(disks, pegs).reduce((total, [disk]) => total + weights[disk - 1], 0);
      case 'moves':
        return moves(disks, pegs).map(([, from, to]) => `${from}->${to}`);
      case 'kth':
        return tuple(...moves(disks, pegs)[k - 1]);
      case 'pegs':
        return tuple(
          2 ** disks - 1,
          Array.from({ length: disks }, (_, i) => disks - i),
        );
    }
  },
  prints: ({ goal, disks, pegs }) =>
    goal === 'print'
      ? moves(disks, pegs)
          .map(([disk, from, to]) => `${disk}: ${from} -> ${to}\n`)
          .join('')
      : '',
  example: {
    plan: { goal: 'moves', disks: 2, pegs: ['A', 'B', 'C'], weights: [], k: 0 },
    answer: "['A->B', 'A->C', 'B->C']",
  },
});
