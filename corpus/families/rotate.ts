// Moving the items of a list: rotating, reversing, swapping, spreading them out.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, THEMES } from '../pools.ts';

interface Plan {
  goal:
    | 'reverse'
    | 'rotate'
    | 'swap-ends'
    | 'swap-pairs'
    | 'rotate-times'
    | 'reverse-groups'
    | 'josephus'
    | 'slide';
  items: (string | number)[];
  /** what a program would call the list */
  label: string;
  k: number;
}

const rotate = <T>(items: readonly T[], k: number): T[] => items.map((_, i) => items[(i + k) % items.length]);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['swap-ends'],
  2: ['reverse', 'swap-pairs'],
  3: ['rotate', 'swap-pairs'],
  4: ['rotate-times', 'rotate'],
  5: ['reverse-groups', 'rotate-times'],
  6: ['josephus'],
  7: ['slide'],
  8: ['slide'],
  9: ['slide'],
};

export const rotateFamily = defineFamily<Plan>({
  name: 'rotate',
  title: 'Rotating and reversing lists',
  topics: ['lists', 'loops', 'queues'],
  ladder: [
    [1, 'swapping the ends of a short list'],
    [2, 'reversing a list, or swapping neighbours'],
    [3, 'rotating by some places'],
    [4, 'rotating step by step'],
    [5, 'reversing group by group'],
    [6, 'counting out around a circle'],
    [7, 'tiles slid together in a row of 2048'],
    [8, 'a whole board'],
    [9, 'several moves'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const side = [3, 3, 4][level - 7];
      const board = draw.list(side * side, () => draw.pick([0, 0, 2, 2, 2, 4, 4, 8]));
      const count = [1, 2, 3][level - 7];
      return {
        goal: 'slide',
        items: [...board, ...draw.list(count, () => draw.pick(['left', 'right', 'up', 'down']))],
        label: 'board',
        k: side,
      };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 6, 6, 8, 7][level - 1] + draw.int(0, 2);
    const theme = draw.pick(THEMES.filter(({ things }) => things.length >= size));
    const { label, items } = draw.pick([
      { label: 'numbers', items: draw.ints(size, 1, 99) },
      { label: 'names', items: draw.sample(PEOPLE, size) },
      { label: theme.items, items: draw.sample(theme.things, size) },
    ]);
    return { goal, items, label, k: draw.int(2, goal === 'rotate-times' ? 3 : size - 2) };
  },
  write({ goal, items, label, k }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      items: [label, label, type === 'int' ? 'values' : 'queue'],
      'left right': ['i j', 'start end', 'low high'],
      result: ['out', 'moved', 'answer'],
      k: ['steps', 'places', 'shift'],
    };
    const argument = literal(items);
    switch (goal) {
      case 'slide': {
        const tiles = items.filter((item) => typeof item === 'number');
        const moves = items.filter((item) => typeof item === 'string');
        const board = Array.from({ length: k }, (_, i) => tiles.slice(i * k, i * k + k));
        const row = draw.pick([
          stmts`
            def slide(row: list[int]) -> list[int]:
                merged: list[int] = []
                last = 0
                for tile in row:
                    if tile == 0:
                        continue
                    if tile == last:
                        merged[-1] = 2 * tile
                        last = 0
                    else:
                        merged.append(tile)
                        last = tile
                return merged + [0] * (len(row) - len(merged))`,
          stmts`
            def slide(row: list[int]) -> list[int]:
                tiles = [tile for tile in row if tile != 0]
                merged: list[int] = []
                i = 0
                while i < len(tiles):
                    if i + 1 < len(tiles) and tiles[i] == tiles[i + 1]:
                        merged.append(2 * tiles[i])
                        i += 2
                    else:
                        merged.append(tiles[i])
                        i += 1
                while len(merged) < len(row):
                    merged.append(0)
                return merged`,
        ]);
        const turn = draw.pick([
          stmts`
            def columns(board: list[list[int]]) -> list[list[int]]:
                turned: list[list[int]] = []
                for j in range(len(board)):
                    turned.append([row[j] for row in board])
                return turned`,
          stmts`
            def columns(board: list[list[int]]) -> list[list[int]]:
                return [list(column) for column in zip(*board)]`,
        ]);
        const main = draw.pick([
          stmts`
            def move(board: list[list[int]], direction: str) -> list[list[int]]:
                if direction == 'left':
                    return [slide(row) for row in board]
                if direction == 'right':
                    return [slide(row[::-1])[::-1] for row in board]
                if direction == 'up':
                    return columns(move(columns(board), 'left'))
                return columns(move(columns(board), 'right'))

            def play(board: list[list[int]], moves: list[str]) -> list[list[int]]:
                for direction in moves:
                    board = move(board, direction)
                return board`,
          stmts`
            def play(board: list[list[int]], moves: list[str]) -> list[list[int]]:
                for direction in moves:
                    upright = direction in ('up', 'down')
                    if upright:
                        board = columns(board)
                    for i, row in enumerate(board):
                        if direction in ('left', 'up'):
                            board[i] = slide(row)
                        else:
                            board[i] = slide(row[::-1])[::-1]
                    if upright:
                        board = columns(board)
                return board`,
        ]);
        return {
          body: [...row, ...turn, ...main],
          call: expr`play(${literal(board)}, ${literal(moves)})`,
          names: {
            play: ['play_moves', 'slide_board', 'make_moves'],
            slide: ['slide_row', 'push_left'],
            columns: ['transpose', 'turned_over'],
            move: ['move_board', 'shift'],
            merged: ['pushed', 'result'],
            board: ['grid', 'tiles_of'],
            moves: ['directions', 'commands'],
          },
          doc: 'Slide all tiles of the {board} in each direction in turn; equal tiles that meet become one.',
        };
      }
      case 'swap-ends': {
        const body = draw.pick([
          stmts`
            def swap_ends(items: list[${type}]) -> list[${type}]:
                first = items[0]
                items[0] = items[-1]
                items[-1] = first
                return items`,
          stmts`
            def swap_ends(items: list[${type}]) -> list[${type}]:
                items[0], items[-1] = items[-1], items[0]
                return items`,
          stmts`
            def swap_ends(items: list[${type}]) -> list[${type}]:
                return [items[-1]] + items[1:-1] + [items[0]]`,
          stmts`
            def swap_ends(items: list[${type}]) -> list[${type}]:
                result = items.copy()
                last = len(items) - 1
                result[0] = items[last]
                result[last] = items[0]
                return result`,
          stmts`
            def swap_ends(items: list[${type}]) -> list[${type}]:
                first, *middle, last = items
                return [last, *middle, first]`,
        ]);
        return {
          body,
          call: expr`swap_ends(${argument})`,
          names: {
            ...names,
            swap_ends: ['exchange_ends', 'swap_first_last', 'trade_places'],
            first: ['saved', 'temp'],
          },
        };
      }
      case 'reverse': {
        const body = draw.pick([
          stmts`
            def reverse_list(items: list[${type}]) -> list[${type}]:
                left, right = 0, len(items) - 1
                while left < right:
                    items[left], items[right] = items[right], items[left]
                    left += 1
                    right -= 1
                return items`,
          stmts`
            def reverse_list(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in items:
                    result.insert(0, item)
                return result`,
          stmts`
            def reverse_list(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for i in range(len(items) - 1, -1, -1):
                    result.append(items[i])
                return result`,
          stmts`
            def reverse_list(items: list[${type}]) -> list[${type}]:
                for i in range(len(items) // 2):
                    other = len(items) - 1 - i
                    items[i], items[other] = items[other], items[i]
                return items`,
          stmts`
            def reverse_list(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                while items:
                    result.append(items.pop())
                return result`,
        ]);
        return {
          body,
          call: expr`reverse_list(${argument})`,
          names: { ...names, reverse_list: ['turn_around', 'backwards', 'flipped'] },
        };
      }
      case 'swap-pairs': {
        const body = draw.pick([
          stmts`
            def swap_pairs(items: list[${type}]) -> list[${type}]:
                for i in range(0, len(items) - 1, 2):
                    items[i], items[i + 1] = items[i + 1], items[i]
                return items`,
          stmts`
            def swap_pairs(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                i = 0
                while i + 1 < len(items):
                    result.append(items[i + 1])
                    result.append(items[i])
                    i += 2
                if i < len(items):
                    result.append(items[i])
                return result`,
          stmts`
            def swap_pairs(items: list[${type}]) -> list[${type}]:
                if len(items) < 2:
                    return items
                return [items[1], items[0]] + swap_pairs(items[2:])`,
        ]);
        return {
          body,
          call: expr`swap_pairs(${argument})`,
          names: { ...names, swap_pairs: ['swap_neighbours', 'flip_pairs'] },
          doc: 'Let the first and second, third and fourth … items change places.',
        };
      }
      case 'rotate': {
        const body = draw.pick([
          stmts`
            def rotate(items: list[${type}], k: int) -> list[${type}]:
                result: list[${type}] = []
                for i in range(len(items)):
                    result.append(items[(i + k) % len(items)])
                return result`,
          stmts`
            def rotate(items: list[${type}], k: int) -> list[${type}]:
                k %= len(items)
                return items[k:] + items[:k]`,
          stmts`
            def reverse_part(items: list[${type}], left: int, right: int) -> None:
                while left < right:
                    items[left], items[right] = items[right], items[left]
                    left += 1
                    right -= 1

            def rotate(items: list[${type}], k: int) -> list[${type}]:
                reverse_part(items, 0, k - 1)
                reverse_part(items, k, len(items) - 1)
                reverse_part(items, 0, len(items) - 1)
                return items`,
        ]);
        return {
          body,
          call: expr`rotate(${argument}, ${k})`,
          names: {
            ...names,
            rotate: ['rotate_left', 'shift_left'],
            reverse_part: ['flip', 'reverse_between'],
          },
          doc: 'Rotate {items} to the left by {k} places.',
        };
      }
      case 'rotate-times': {
        const body = draw.pick([
          stmts`
            def rotate_once(items: list[${type}]) -> None:
                last = items[-1]
                for i in range(len(items) - 1, 0, -1):
                    items[i] = items[i - 1]
                items[0] = last

            def rotate_right(items: list[${type}], k: int) -> list[${type}]:
                for _ in range(k):
                    rotate_once(items)
                return items`,
          stmts`
            def rotate_right(items: list[${type}], k: int) -> list[${type}]:
                while k > 0:
                    items.insert(0, items.pop())
                    k -= 1
                return items`,
          stmts`
            def rotate_right(items: list[${type}], k: int) -> list[${type}]:
                for _ in range(k):
                    items = [items[-1]] + items[:-1]
                return items`,
        ]);
        return {
          body,
          call: expr`rotate_right(${argument}, ${k})`,
          names: {
            ...names,
            rotate_right: ['shift_right', 'turn_right'],
            rotate_once: ['step', 'shift_once'],
          },
        };
      }
      case 'reverse-groups': {
        const body = draw.pick([
          stmts`
            def reverse_groups(items: list[${type}], k: int) -> list[${type}]:
                result: list[${type}] = []
                for start in range(0, len(items), k):
                    group = items[start:start + k]
                    result.extend(group[::-1])
                return result`,
          stmts`
            def reverse_groups(items: list[${type}], k: int) -> list[${type}]:
                start = 0
                while start < len(items):
                    left = start
                    right = min(start + k, len(items)) - 1
                    while left < right:
                        items[left], items[right] = items[right], items[left]
                        left += 1
                        right -= 1
                    start += k
                return items`,
          stmts`
            def reverse_groups(items: list[${type}], k: int) -> list[${type}]:
                result: list[${type}] = []
                group: list[${type}] = []
                for item in items:
                    group.insert(0, item)
                    if len(group) == k:
                        result += group
                        group = []
                return result + group`,
        ]);
        return {
          body,
          call: expr`reverse_groups(${argument}, ${k})`,
          names: {
            ...names,
            reverse_groups: ['flip_groups', 'reverse_chunks'],
            k: ['size', 'n'],
            'left right': ['i j', 'low high'],
          },
          doc: 'Reverse each group of {k} items.',
        };
      }
      case 'josephus': {
        const body = draw.pick([
          stmts`
            def last_left(items: list[${type}], k: int) -> ${type}:
                position = 0
                while len(items) > 1:
                    position = (position + k - 1) % len(items)
                    items.pop(position)
                return items[0]`,
          stmts`
            def last_left(items: list[${type}], k: int) -> ${type}:
                circle = list(items)
                while len(circle) > 1:
                    for _ in range(k - 1):
                        circle.append(circle.pop(0))
                    circle.pop(0)
                return circle[0]`,
        ]);
        return {
          body,
          call: expr`last_left(${argument}, ${k})`,
          names: {
            ...names,
            items: [label, label, label === 'names' ? 'players' : 'entries'],
            last_left: ['survivor', 'josephus', 'count_out'],
            position: ['index', 'place'],
            circle: ['ring', 'remaining'],
          },
          doc: 'Take every {k}th of a circle away until one is left.',
        };
      }
    }
  },
  reference({ goal, items, k }) {
    const chunks = (size: number): Data[][] =>
      items.map((_, i) => (i % size ? [] : items.slice(i, i + size)));
    switch (goal) {
      case 'slide': {
        // Each row as text: zeros go, and the first of equal neighbours takes the second in.
        const slid = (row: readonly number[]): number[] => {
          const text = row.filter((tile) => tile > 0).join(' ');
          const joined = text.replace(/\b(\d+) \1\b/g, (_, tile: string) => String(2 * Number(tile)));
          const rest = joined === '' ? [] : joined.split(' ').map(Number);
          return [...rest, ...Array.from({ length: row.length - rest.length }, () => 0)];
        };
        const over = (board: number[][]): number[][] => board.map((_, j) => board.map((row) => row[j]));
        const to: Readonly<Record<string, (board: number[][]) => number[][]>> = {
          left: (board) => board.map(slid),
          right: (board) => board.map((row) => slid(row.toReversed()).reverse()),
          up: (board) => over(over(board).map(slid)),
          down: (board) => over(over(board).map((row) => slid(row.toReversed()).reverse())),
        };
        const tiles = items.filter((item) => typeof item === 'number');
        const board = Array.from({ length: k }, (_, i) => tiles.slice(i * k, i * k + k));
        return items.filter((item) => typeof item === 'string').reduce((now, name) => to[name](now), board);
      }
      case 'swap-ends':
        return items.map((item, i) =>
          i === 0 ? items[items.length - 1] : i === items.length - 1 ? items[0] : item,
        );
      case 'reverse':
        return items.toReversed();
      case 'swap-pairs':
        return chunks(2).flatMap((group) => group.toReversed());
      case 'rotate':
        return rotate(items, k);
      case 'rotate-times':
        return rotate(items, items.length - k);
      case 'reverse-groups':
        return chunks(k).flatMap((group) => group.toReversed());
      case 'josephus': {
        // The recurrence from the end: the last one stands at place 0 of a circle of one.
        let place = 0;
        for (let n = 2; n <= items.length; n++) place = (place + k) % n;
        return items[place];
      }
    }
  },
  example: { plan: { goal: 'rotate', items: [1, 2, 3, 4, 5], label: 'xs', k: 2 }, answer: '[3, 4, 5, 1, 2]' },
});
