// Grouping and turning dicts around: by length, by remainder, by value; inverting; nesting.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { CITIES, PEOPLE, WORDS, THEMES } from '../pools.ts';

interface Plan {
  goal:
    | 'by-first'
    | 'by-length'
    | 'by-remainder'
    | 'invert'
    | 'invert-many'
    | 'nested'
    | 'count-groups'
    | 'pivot';
  words: string[];
  numbers: number[];
  places: string[];
}

const groupBy = <T extends Data>(items: readonly T[], key: (item: T, i: number) => Data): Map<Data, T[]> => {
  const groups = new Map<Data, T[]>();
  items.forEach((item, i) => groups.set(key(item, i), [...(groups.get(key(item, i)) ?? []), item]));
  return groups;
};

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['by-first', 'invert'],
  3: ['by-length', 'by-remainder', 'by-first'],
  4: ['invert-many', 'by-remainder'],
  5: ['count-groups', 'invert-many'],
  6: ['nested'],
  7: ['nested', 'count-groups', 'invert-many'],
  8: ['pivot'],
  9: ['pivot'],
  10: ['pivot'],
};

export const groupingFamily = defineFamily<Plan>({
  name: 'grouping',
  title: 'Grouping and inverting',
  topics: ['dicts', 'lists', 'loops'],
  ladder: [
    [2, 'three or four words by their first letter, or a dict turned around'],
    [3, 'by length, or numbers by remainder'],
    [4, 'a dict turned around whose values repeat'],
    [5, 'how large the groups are'],
    [6, 'groups in groups'],
    [7, 'more items'],
    [8, 'sales by place and product, as lines of a report'],
    [9, 'more sales'],
    [10, 'a report with shares'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const theme = draw.pick(THEMES);
      const size = [6, 9, 14][level - 8] + draw.int(0, 1);
      const towns = draw.sample(CITIES, level === 8 ? 2 : 3);
      const things = draw.sample(theme.things, level === 10 ? 4 : 3);
      return {
        goal: 'pivot',
        words: draw.list(size, () => draw.pick(things)),
        numbers: draw.ints(size, 1, 20),
        places: draw.list(size, () => draw.pick(towns)),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 6, 7, 6, 10][level - 2];
    const people = goal === 'invert' || goal === 'invert-many' || goal === 'nested';
    const pool = draw.sample(CITIES, Math.ceil(size / 2));
    return {
      goal,
      words: people ? draw.sample(PEOPLE, size) : draw.sample(WORDS, size),
      numbers:
        goal === 'invert' ? draw.distinct(size, 100, 999) : draw.ints(size, 1, goal === 'nested' ? 3 : 60),
      places: draw.list(size, () => draw.pick(pool)),
    };
  },
  write({ goal, words, numbers, places }, draw) {
    const names = {
      words: ['names', 'entries', 'terms'],
      word: ['entry', 'w', 'term'],
      groups: ['result', 'table', 'buckets'],
      key: ['label', 'kind', 'k'],
      numbers: ['values', 'xs'],
    };
    const put = (item: string): ReturnType<typeof stmts> =>
      draw.pick([
        stmts`
          if key not in groups:
              groups[key] = []
          groups[key].append(${item})`,
        stmts`groups.setdefault(key, []).append(${item})`,
        stmts`
          if key in groups:
              groups[key].append(${item})
          else:
              groups[key] = [${item}]`,
        stmts`groups[key] = groups.get(key, []) + [${item}]`,
      ]);
    switch (goal) {
      case 'pivot': {
        const sales = literal(words.map((word, i) => tuple(places[i], word, numbers[i])));
        const table = draw.pick([
          stmts`
            def add_up(sales: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
                table: dict[str, dict[str, int]] = {}
                for town, product, amount in sales:
                    if town not in table:
                        table[town] = {}
                    row = table[town]
                    row[product] = row.get(product, 0) + amount
                return table`,
          stmts`
            def add_up(sales: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
                table: dict[str, dict[str, int]] = {}
                for town, product, amount in sales:
                    row = table.setdefault(town, {})
                    if product in row:
                        row[product] += amount
                    else:
                        row[product] = amount
                return table`,
        ]);
        const best = draw.pick([
          stmts`
            def best_seller(row: dict[str, int]) -> str:
                best = ''
                for product, amount in sorted(row.items()):
                    if best == '' or amount > row[best]:
                        best = product
                return best`,
          stmts`
            def best_seller(row: dict[str, int]) -> str:
                most = max(row.values())
                for product in sorted(row):
                    if row[product] == most:
                        return product
                return ''`,
        ]);
        const main = draw.pick([
          stmts`
            def report(sales: list[tuple[str, str, int]]) -> list[str]:
                table = add_up(sales)
                lines: list[str] = []
                total = 0
                for town in sorted(table):
                    row = table[town]
                    subtotal = 0
                    cells: list[str] = []
                    for product in sorted(row):
                        mark = '*' if product == best_seller(row) else ''
                        cells.append(f'{product} {row[product]}{mark}')
                        subtotal += row[product]
                    lines.append(f'{town}: {", ".join(cells)} = {subtotal}')
                    total += subtotal
                lines.append(f'total {total}')
                return lines`,
          stmts`
            def report(sales: list[tuple[str, str, int]]) -> list[str]:
                total = 0
                lines: list[str] = []
                table = add_up(sales)
                for town in sorted(table):
                    row = table[town]
                    line = f'{town}:'
                    subtotal = 0
                    star = best_seller(row)
                    for product, amount in sorted(row.items()):
                        if subtotal > 0:
                            line += ','
                        subtotal += amount
                        line += f' {product} {amount}'
                        if product == star:
                            line += '*'
                    total += subtotal
                    lines.append(f'{line} = {subtotal}')
                return [*lines, f'total {total}']`,
        ]);
        return {
          body: [...table, ...best, ...main],
          call: expr`report(${sales})`,
          names: {
            report: ['sales_report', 'summary_lines', 'pivot_lines'],
            add_up: ['pivot', 'collect', 'tabulate'],
            best_seller: ['favourite', 'top_product'],
            sales: ['orders', 'records'],
            table: ['by_town', 'totals'],
            row: ['products', 'counts'],
            'town product': ['place item', 'city thing'],
            subtotal: ['row_sum', 'town_total'],
          },
          doc: 'Return a line for each town with what was sold there; a star marks what sold best.',
        };
      }
      case 'by-first':
      case 'by-length': {
        const [key, type] = goal === 'by-first' ? [expr`word[0]`, 'str'] : [expr`len(word)`, 'int'];
        const body = stmts`
          def group_words(words: list[str]) -> dict[${type}, list[str]]:
              groups: dict[${type}, list[str]] = {}
              for word in words:
                  key = ${key}
                  ${put('word')}
              return groups`;
        const labels = goal === 'by-first' ? ['first', 'letter', 'initial'] : ['length', 'size', 'n'];
        return {
          body,
          call: expr`group_words(${literal(words)})`,
          names: {
            ...names,
            key: labels,
            group_words:
              goal === 'by-first'
                ? ['group_by_letter', 'dictionary_sections']
                : ['group_by_length', 'words_by_size'],
          },
        };
      }
      case 'by-remainder': {
        const body = draw.pick([
          stmts`
            def group_by_remainder(numbers: list[int], n: int) -> dict[int, list[int]]:
                groups: dict[int, list[int]] = {}
                for number in numbers:
                    key = number % n
                    ${put('number')}
                return groups`,
          stmts`
            def group_by_remainder(numbers: list[int], n: int) -> dict[int, list[int]]:
                remainders = [number % n for number in numbers]
                groups: dict[int, list[int]] = {}
                for key, number in zip(remainders, numbers):
                    ${put('number')}
                return groups`,
        ]);
        return {
          body,
          call: expr`group_by_remainder(${literal(numbers)}, ${3 + (numbers[0] % 3)})`,
          names: {
            ...names,
            key: ['rest', 'remainder', 'r'],
            n: ['divisor', 'modulus'],
            group_by_remainder: ['residue_classes', 'split_by_remainder'],
            number: ['value', 'x'],
          },
        };
      }
      case 'invert': {
        const body = draw.pick([
          stmts`
            def invert(phones: dict[str, int]) -> dict[int, str]:
                result: dict[int, str] = {}
                for name, number in phones.items():
                    result[number] = name
                return result`,
          stmts`
            def invert(phones: dict[str, int]) -> dict[int, str]:
                return {number: name for name, number in phones.items()}`,
          stmts`
            def invert(phones: dict[str, int]) -> dict[int, str]:
                result: dict[int, str] = {}
                for name in phones:
                    result[phones[name]] = name
                return result`,
        ]);
        return {
          body,
          call: expr`invert(${literal(dict(words.map((word, i) => [word, numbers[i]])))})`,
          names: {
            invert: ['turn_around', 'reverse_lookup', 'swap_keys'],
            phones: ['codes', 'lockers', 'rooms'],
            result: ['owners', 'inverse', 'by_number'],
          },
          doc: 'Exchange the keys and the values.',
        };
      }
      case 'invert-many': {
        const body = draw.pick([
          stmts`
            def who_lives_where(homes: dict[str, str]) -> dict[str, list[str]]:
                groups: dict[str, list[str]] = {}
                for name, key in homes.items():
                    ${put('name')}
                return groups`,
          stmts`
            def who_lives_where(homes: dict[str, str]) -> dict[str, list[str]]:
                groups: dict[str, list[str]] = {key: [] for key in homes.values()}
                for name in homes:
                    groups[homes[name]].append(name)
                return groups`,
        ]);
        return {
          body,
          call: expr`who_lives_where(${literal(dict(words.map((word, i) => [word, places[i]])))})`,
          names: {
            groups: ['cities', 'people_in', 'result'],
            key: ['city', 'home', 'place'],
            who_lives_where: ['people_by_city', 'invert_homes', 'residents'],
            homes: ['addresses', 'lives_in'],
            name: ['person', 'who'],
          },
        };
      }
      case 'count-groups': {
        const body = draw.pick([
          stmts`
            def largest_group(words: list[str]) -> tuple[int, int]:
                counts: dict[int, int] = {}
                for word in words:
                    size = len(word)
                    counts[size] = counts.get(size, 0) + 1
                best = 0
                for size in counts:
                    if best == 0 or counts[size] > counts[best]:
                        best = size
                return (best, counts[best])`,
          stmts`
            def largest_group(words: list[str]) -> tuple[int, int]:
                groups: dict[int, list[str]] = {}
                for word in words:
                    key = len(word)
                    ${put('word')}
                best, most = 0, 0
                for size, members in groups.items():
                    if len(members) > most:
                        best, most = size, len(members)
                return (best, most)`,
        ]);
        return {
          body,
          call: expr`largest_group(${literal(words)})`,
          names: {
            ...names,
            key: ['length', 'n'],
            largest_group: ['commonest_length', 'biggest_class'],
            size: ['width', 'letters'],
            best: ['winner', 'top'],
          },
          doc: 'Return the commonest word length and how many words have it.',
        };
      }
      case 'nested': {
        const rows = literal(words.map((word, i) => tuple(word, places[i], numbers[i])));
        const body = draw.pick([
          stmts`
            def tree(rows: list[tuple[str, str, int]]) -> dict[str, dict[int, list[str]]]:
                groups: dict[str, dict[int, list[str]]] = {}
                for name, city, floor in rows:
                    if city not in groups:
                        groups[city] = {}
                    if floor not in groups[city]:
                        groups[city][floor] = []
                    groups[city][floor].append(name)
                return groups`,
          stmts`
            def tree(rows: list[tuple[str, str, int]]) -> dict[str, dict[int, list[str]]]:
                groups: dict[str, dict[int, list[str]]] = {}
                for name, city, floor in rows:
                    floors = groups.setdefault(city, {})
                    floors.setdefault(floor, []).append(name)
                return groups`,
        ]);
        return {
          body,
          call: expr`tree(${rows})`,
          names: {
            groups: ['offices', 'result', 'directory'],
            tree: ['by_city_and_floor', 'build_directory', 'nest'],
            rows: ['employees', 'staff', 'records'],
            floor: ['team', 'level'],
            name: ['person', 'employee'],
          },
        };
      }
    }
  },
  reference({ goal, words, numbers, places }): Data {
    switch (goal) {
      case 'pivot': {
        const sold = (town: string, thing: string): number =>
          numbers.filter((_, i) => places[i] === town && words[i] === thing).reduce((a, b) => a + b, 0);
        const lines = [...new Set(places)].sort().map((town) => {
          const things = [...new Set(words)].sort().filter((thing) => sold(town, thing) > 0);
          const most = Math.max(...things.map((thing) => sold(town, thing)));
          const star = things.find((thing) => sold(town, thing) === most);
          const cells = things.map((thing) => `${thing} ${sold(town, thing)}${thing === star ? '*' : ''}`);
          return `${town}: ${cells.join(', ')} = ${things.reduce((a, thing) => a + sold(town, thing), 0)}`;
        });
        return [...lines, `total ${numbers.reduce((a, b) => a + b, 0)}`];
      }
      case 'by-first':
        return groupBy(words, (word) => word[0]);
      case 'by-length':
        return groupBy(words, (word) => word.length);
      case 'by-remainder':
        return groupBy(numbers, (n) => n % (3 + (numbers[0] % 3)));
      case 'invert':
        return dict(words.map((word, i) => [numbers[i], word]));
      case 'invert-many':
        return groupBy(words, (_, i) => places[i]);
      case 'count-groups': {
        const groups = [...groupBy(words, (word) => word.length)];
        const [size, members] = groups.reduce((best, group) =>
          group[1].length > best[1].length ? group : best,
        );
        return tuple(size, members.length);
      }
      case 'nested': {
        const at = (name: string): number => words.indexOf(name);
        const cities = groupBy(words, (_, i) => places[i]);
        return new Map(
          [...cities].map(([city, members]) => [city, groupBy(members, (name) => numbers[at(name)])]),
        );
      }
    }
  },
  example: {
    plan: { goal: 'by-length', words: ['sun', 'moon', 'sea'], numbers: [], places: [] },
    answer: "{3: ['sun', 'sea'], 4: ['moon']}",
  },
});
