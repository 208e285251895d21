// Insertion sort: each item is put in its place among those before it.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'insert' | 'sort' | 'by-length' | 'shifts' | 'records';
  numbers: number[];
  words: string[];
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['insert'],
  3: ['sort'],
  4: ['sort', 'by-length'],
  5: ['shifts', 'by-length'],
  6: ['records'],
  7: ['records', 'sort', 'shifts'],
};

export const insertionSortFamily = defineFamily<Plan>({
  name: 'insertion-sort',
  title: 'Insertion sort',
  topics: ['sorting', 'lists', 'loops'],
  ladder: [
    [2, 'one number put into a sorted list'],
    [3, 'sorting four numbers'],
    [4, 'sorting five or six numbers, or words by length'],
    [5, 'counting the shifts'],
    [6, 'pairs of name and score, best first'],
    [7, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 4, 6, 6, 5, 8][level - 2] + draw.int(0, 1);
    const numbers = draw.distinct(size, 1, goal === 'records' ? 100 : 60);
    if (goal === 'insert') return { goal, numbers: [numbers[0], ...ascending(numbers.slice(1))], words: [] };
    return { goal, numbers, words: draw.sample(PEOPLE, size) };
  },
  write({ goal, numbers, words }, draw) {
    const names = {
      xs: ['numbers', 'values', 'items'],
      i: ['k', 'index'],
      j: ['pos', 'place', 'hole'],
      current: ['item', 'card', 'held'],
      x: ['value', 'new', 'number'],
    };
    const insertInto = draw.pick([
      stmts`
        def insert_sorted(xs: list[int], x: int) -> list[int]:
            place = 0
            while place < len(xs) and xs[place] < x:
                place += 1
            return xs[:place] + [x] + xs[place:]`,
      stmts`
        def insert_sorted(xs: list[int], x: int) -> list[int]:
            xs.append(x)
            place = len(xs) - 1
            while place > 0 and xs[place - 1] > xs[place]:
                xs[place - 1], xs[place] = xs[place], xs[place - 1]
                place -= 1
            return xs`,
      stmts`
        def insert_sorted(xs: list[int], x: int) -> list[int]:
            for i in range(len(xs)):
                if xs[i] > x:
                    xs.insert(i, x)
                    return xs
            xs.append(x)
            return xs`,
    ]);
    switch (goal) {
      case 'insert':
        return {
          body: insertInto,
          call: expr`insert_sorted(${literal(numbers.slice(1))}, ${numbers[0]})`,
          names: { ...names, insert_sorted: ['put_in_place', 'insert_number'], place: ['pos', 'at', 'spot'] },
          doc: 'Put {x} into the sorted {xs}.',
        };
      case 'sort': {
        const body = draw.pick([
          stmts`
            def insertion_sort(xs: list[int]) -> list[int]:
                for i in range(1, len(xs)):
                    current = xs[i]
                    j = i
                    while j > 0 and xs[j - 1] > current:
                        xs[j] = xs[j - 1]
                        j -= 1
                    xs[j] = current
                return xs`,
          stmts`
            def insertion_sort(xs: list[int]) -> list[int]:
                for i in range(1, len(xs)):
                    j = i
                    while j > 0 and xs[j] < xs[j - 1]:
                        xs[j], xs[j - 1] = xs[j - 1], xs[j]
                        j -= 1
                return xs`,
          stmts`
            def insertion_sort(xs: list[int]) -> list[int]:
                result: list[int] = []
                for x in xs:
                    place = len(result)
                    while place > 0 and result[place - 1] > x:
                        place -= 1
                    result.insert(place, x)
                return result`,
          [
            ...insertInto,
            ...stmts`
              def insertion_sort(xs: list[int]) -> list[int]:
                  result: list[int] = []
                  for current in xs:
                      result = insert_sorted(result, current)
                  return result`,
          ],
        ]);
        return {
          body,
          call: expr`insertion_sort(${literal(numbers)})`,
          names: {
            ...names,
            insertion_sort: ['sort_numbers', 'sort_by_insertion'],
            result: ['ordered', 'done'],
            insert_sorted: ['put_in_place', 'place_item'],
          },
        };
      }
      case 'by-length': {
        const body = draw.pick([
          stmts`
            def sort_by_length(words: list[str]) -> list[str]:
                for i in range(1, len(words)):
                    current = words[i]
                    j = i - 1
                    while j >= 0 and len(words[j]) > len(current):
                        words[j + 1] = words[j]
                        j -= 1
                    words[j + 1] = current
                return words`,
          stmts`
            def sort_by_length(words: list[str]) -> list[str]:
                result: list[str] = []
                for current in words:
                    j = 0
                    while j < len(result) and len(result[j]) <= len(current):
                        j += 1
                    result.insert(j, current)
                return result`,
        ]);
        return {
          body,
          call: expr`sort_by_length(${literal(words)})`,
          names: {
            ...names,
            words: ['names', 'players', 'guests'],
            current: ['word', 'name', 'held'],
            sort_by_length: ['shortest_first', 'order_by_length'],
            result: ['ordered', 'line'],
          },
        };
      }
      case 'shifts': {
        const body = stmts`
          def count_shifts(xs: list[int]) -> int:
              shifts = 0
              for i in range(1, len(xs)):
                  current = xs[i]
                  j = i
                  while j > 0 and xs[j - 1] > current:
                      xs[j] = xs[j - 1]
                      j -= 1
                      shifts += 1
                  xs[j] = current
              return shifts`;
        const counted = stmts`
          def count_shifts(xs: list[int]) -> int:
              shifts = 0
              for i, current in enumerate(xs):
                  for earlier in xs[:i]:
                      if earlier > current:
                          shifts += 1
              return shifts`;
        return {
          body: draw.chance(0.7) ? body : counted,
          call: expr`count_shifts(${literal(numbers)})`,
          names: {
            ...names,
            count_shifts: ['shifts_needed', 'sorting_effort'],
            shifts: ['moves', 'steps', 'total'],
          },
          doc: 'Count the shifts that insertion sort needs for {xs}.',
        };
      }
      case 'records': {
        const table = literal(words.map((word, i) => tuple(word, numbers[i])));
        const body = draw.pick([
          stmts`
            def rank(players: list[tuple[str, int]]) -> list[str]:
                table: list[tuple[str, int]] = []
                for name, score in players:
                    place = 0
                    while place < len(table) and table[place][1] > score:
                        place += 1
                    table.insert(place, (name, score))
                return [name for name, score in table]`,
          stmts`
            def rank(players: list[tuple[str, int]]) -> list[str]:
                for i in range(1, len(players)):
                    current = players[i]
                    j = i
                    while j > 0 and players[j - 1][1] < current[1]:
                        players[j] = players[j - 1]
                        j -= 1
                    players[j] = current
                ranking: list[str] = []
                for name, score in players:
                    ranking.append(name)
                return ranking`,
        ]);
        return {
          body,
          call: expr`rank(${table})`,
          names: {
            ...names,
            j: ['k', 'hole'],
            players: ['results', 'entries'],
            table: ['board', 'sorted_players'],
            rank: ['ranking_of', 'best_first', 'podium_order'],
            score: ['points', 'result'],
          },
          doc: 'Return the names, highest score first.',
        };
      }
    }
  },
  reference({ goal, numbers, words }): Data {
    switch (goal) {
      case 'insert':
      case 'sort':
        return ascending(numbers);
      case 'by-length':
        return words.toSorted((a, b) => a.length - b.length);
      case 'shifts':
        return numbers.flatMap((x, i) => numbers.slice(0, i).filter((y) => y > x)).length;
      case 'records':
        return words.toSorted((a, b) => numbers[words.indexOf(b)] - numbers[words.indexOf(a)]);
    }
  },
  example: { plan: { goal: 'shifts', numbers: [3, 1, 2], words: [] }, answer: '2' },
});
