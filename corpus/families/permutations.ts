// Arrangements: all orders of a few items, the next order, orders under a condition.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'all' | 'words' | 'next' | 'count' | 'queens';
  items: (number | string)[];
  k: number;
}

type Item = number | string;

/** All orders of the items, in the order of their positions. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}

const apart = (order: readonly number[], gap: number): boolean =>
  order.every((x, i) => i === 0 || Math.abs(x - order[i - 1]) <= gap);

const safe = (rows: readonly number[]): boolean =>
  rows.every((row, i) =>
    rows.slice(0, i).every((other, j) => row !== other && Math.abs(row - other) !== i - j),
  );

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['next'],
  5: ['all', 'words', 'next'],
  6: ['all', 'words'],
  7: ['count'],
  8: ['queens'],
  9: ['count', 'queens'],
};

export const permutationsFamily = defineFamily<Plan>({
  name: 'permutations',
  title: 'Permutations',
  topics: ['recursion', 'lists'],
  ladder: [
    [4, 'the next order of a list'],
    [5, 'all orders of two or three items'],
    [6, 'all orders of three items, by insertion or by swaps'],
    [7, 'orders whose neighbours are close'],
    [8, 'queens on a board of four or five'],
    [9, 'more orders under a condition'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    switch (goal) {
      case 'next':
        return { goal, items: draw.distinct(draw.int(4, 6), 1, 9), k: 0 };
      case 'all':
        return {
          goal,
          items: draw.chance(0.5) ? draw.distinct(3, 1, 9) : draw.sample([...'abcdxyz'], level === 5 ? 2 : 3),
          k: 0,
        };
      case 'words':
        return {
          goal,
          items: [
            draw.pick(
              level === 5
                ? ['no', 'me', 'as', 'it', 'ant', 'cup', 'fox']
                : ['tea', 'cat', 'dog', 'sun', 'owl', 'pen', 'sky'],
            ),
          ],
          k: 0,
        };
      case 'count':
        return { goal, items: draw.distinct(level === 9 ? 4 : 3, 1, 9), k: draw.int(3, 5) };
      case 'queens':
        return { goal, items: [draw.int(0, 3)], k: level === 8 ? 4 : draw.pick([4, 5]) };
    }
  },
  write({ goal, items, k }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      items: type === 'int' ? ['numbers', 'values', 'xs'] : ['letters', 'things'],
      rest: ['others', 'remaining'],
      result: ['orders', 'found', 'out'],
      used: ['chosen', 'path', 'so_far'],
      tail: ['order', 'ending', 'smaller'],
    };
    const argument = literal(items);
    switch (goal) {
      case 'all': {
        const body = draw.pick([
          stmts`
            def permutations(items: list[${type}]) -> list[list[${type}]]:
                if len(items) <= 1:
                    return [items]
                result: list[list[${type}]] = []
                for i in range(len(items)):
                    rest = items[:i] + items[i + 1:]
                    for tail in permutations(rest):
                        result.append([items[i]] + tail)
                return result`,
          stmts`
            def extend(used: list[${type}], rest: list[${type}], result: list[list[${type}]]) -> None:
                if not rest:
                    result.append(used)
                    return
                for i, item in enumerate(rest):
                    extend(used + [item], rest[:i] + rest[i + 1:], result)

            def permutations(items: list[${type}]) -> list[list[${type}]]:
                result: list[list[${type}]] = []
                extend([], items, result)
                return result`,
          stmts`
            def extend(items: list[${type}], used: list[${type}], result: list[list[${type}]]) -> None:
                if len(used) == len(items):
                    result.append(used[:])
                for item in items:
                    if item not in used:
                        used.append(item)
                        extend(items, used, result)
                        used.pop()

            def permutations(items: list[${type}]) -> list[list[${type}]]:
                result: list[list[${type}]] = []
                extend(items, [], result)
                return result`,
        ]);
        return {
          body,
          call: expr`permutations(${argument})`,
          names: {
            ...names,
            permutations: ['arrangements', 'all_orders', 'permute'],
            extend: ['build', 'search'],
          },
        };
      }
      case 'words': {
        const body = draw.pick([
          stmts`
            def scramble(word: str) -> list[str]:
                if len(word) < 2:
                    return [word]
                result: list[str] = []
                for i, letter in enumerate(word):
                    for tail in scramble(word[:i] + word[i + 1:]):
                        result.append(letter + tail)
                return result`,
          stmts`
            def spell(start: str, rest: str, result: list[str]) -> None:
                if rest == '':
                    result.append(start)
                for i in range(len(rest)):
                    spell(start + rest[i], rest[:i] + rest[i + 1:], result)

            def scramble(word: str) -> list[str]:
                result: list[str] = []
                spell('', word, result)
                return result`,
        ]);
        return {
          body,
          call: expr`scramble(${literal(items[0])})`,
          names: {
            ...names,
            word: ['letters', 'text'],
            scramble: ['all_spellings', 'letter_orders'],
            letter: ['first', 'ch'],
            spell: ['arrange', 'extend'],
          },
          doc: 'Return all orders of the letters of {word}.',
        };
      }
      case 'next': {
        const body = stmts`
          def next_order(xs: list[int]) -> list[int]:
              i = len(xs) - 2
              while i >= 0 and xs[i] > xs[i + 1]:
                  i -= 1
              if i < 0:
                  return sorted(xs)
              j = len(xs) - 1
              while xs[j] < xs[i]:
                  j -= 1
              xs[i], xs[j] = xs[j], xs[i]
              return xs[:i + 1] + xs[:i:-1]`;
        const swaps = stmts`
          def next_order(xs: list[int]) -> list[int]:
              i = len(xs) - 1
              while i > 0 and xs[i - 1] > xs[i]:
                  i -= 1
              if i > 0:
                  j = len(xs) - 1
                  while xs[j] < xs[i - 1]:
                      j -= 1
                  xs[i - 1], xs[j] = xs[j], xs[i - 1]
              left, right = i, len(xs) - 1
              while left < right:
                  xs[left], xs[right] = xs[right], xs[left]
                  left += 1
                  right -= 1
              return xs`;
        return {
          body: draw.chance(0.5) ? body : swaps,
          call: expr`next_order(${argument})`,
          names: { xs: ['digits', 'numbers', 'order'], next_order: ['next_permutation', 'following_order'] },
          doc: 'Return the order that comes next, or the first after the last.',
        };
      }
      case 'count': {
        const body = stmts`
          def count_orders(used: list[int], rest: list[int], gap: int) -> int:
              if not rest:
                  return 1
              count = 0
              for i, x in enumerate(rest):
                  if used and abs(x - used[-1]) > gap:
                      continue
                  count += count_orders(used + [x], rest[:i] + rest[i + 1:], gap)
              return count

          def smooth_orders(xs: list[int], gap: int) -> int:
              return count_orders([], xs, gap)`;
        const listed = stmts`
          def permutations(xs: list[int]) -> list[list[int]]:
              if not xs:
                  return [[]]
              result: list[list[int]] = []
              for i in range(len(xs)):
                  for tail in permutations(xs[:i] + xs[i + 1:]):
                      result.append([xs[i]] + tail)
              return result

          def is_smooth(order: list[int], gap: int) -> bool:
              for a, b in zip(order, order[1:]):
                  if abs(a - b) > gap:
                      return False
              return True

          def smooth_orders(xs: list[int], gap: int) -> int:
              return len([order for order in permutations(xs) if is_smooth(order, gap)])`;
        return {
          body: draw.chance(0.6) ? body : listed,
          call: expr`smooth_orders(${argument}, ${k})`,
          names: {
            xs: ['numbers', 'heights', 'values'],
            gap: ['limit', 'step'],
            smooth_orders: ['count_arrangements', 'gentle_orders'],
            used: ['line', 'placed'],
            rest: ['left', 'waiting'],
          },
          doc: 'Count the orders of {xs} whose neighbours differ by at most {gap}.',
        };
      }
      case 'queens': {
        const body = stmts`
          def is_safe(rows: list[int], row: int) -> bool:
              for column, other in enumerate(rows):
                  if other == row or abs(other - row) == len(rows) - column:
                      return False
              return True

          def place_queens(rows: list[int], n: int) -> list[int]:
              if len(rows) == n:
                  return rows
              for row in range(n):
                  if is_safe(rows, row):
                      solution = place_queens(rows + [row], n)
                      if solution:
                          return solution
              return []

          def queens(first: int, n: int) -> list[int]:
              return place_queens([first], n)`;
        return {
          body,
          call: expr`queens(${items[0] as number}, ${k})`,
          names: {
            rows: ['board', 'placed'],
            row: ['line', 'r'],
            queens: ['solve_queens', 'first_solution'],
            solution: ['answer', 'found'],
            n: ['size'],
            first: ['start', 'first_row'],
          },
          doc: 'Place {n} queens that do not attack each other, the first one in row {first}.',
        };
      }
    }
  },
  reference({ goal, items, k }): Data {
    switch (goal) {
      case 'all':
        return orders(items);
      case 'words':
        return orders([...String(items[0])]).map((letters) => letters.join(''));
      case 'next': {
        const all = orders(items.toSorted((a: Item, b: Item) => Number(a) - Number(b)));
        const at = all.findIndex((order) => order.every((x, i) => x === items[i]));
        return all[(at + 1) % all.length];
      }
      case 'count':
        return orders(items.map(Number)).filter((order) => apart(order, k)).length;
      case 'queens':
        return (
          orders(Array.from({ length: k }, (_, i) => i)).find((rows) => rows[0] === items[0] && safe(rows)) ??
          []
        );
    }
  },
  example: { plan: { goal: 'next', items: [1, 3, 2], k: 0 }, answer: '[2, 1, 3]' },
});
