// Moving the items of a list: rotating, reversing, swapping, spreading them out.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, THEMES } from '../pools.ts';

interface Plan {
  goal: 'reverse' | 'rotate' | 'swap-ends' | 'swap-pairs' | 'rotate-times' | 'reverse-groups' | 'josephus';
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
  ],
  plan(draw, level) {
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
