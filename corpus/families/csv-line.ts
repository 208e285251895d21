// Text records: splitting lines at separators, with quotes, with types, with column sums.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { CITIES, PEOPLE, THEMES } from '../pools.ts';

interface Plan {
  goal: 'fields' | 'settings' | 'record' | 'sum' | 'quoted' | 'best';
  lines: string[];
}

const total = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Number(line.split(',')[1]), 0);

/** One line of name and amount. */
const entry = (draw: Draw): string => `${draw.pick(PEOPLE)},${draw.int(1, 60)}`;

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['fields'],
  4: ['settings', 'fields'],
  5: ['sum', 'record'],
  6: ['best', 'sum'],
  7: ['quoted'],
  8: ['quoted', 'best'],
};

export const csvLineFamily = defineFamily<Plan>({
  name: 'csv-line',
  title: 'Lines of comma-separated values',
  topics: ['strings', 'parsing', 'dicts'],
  ladder: [
    [3, 'cutting a line at its commas, by hand'],
    [4, 'names and values: key=value;key=value'],
    [5, 'the sum of a column, or a record with named fields'],
    [6, 'the best row of a table'],
    [7, 'fields in quotes, which may hold commas'],
    [8, 'longer lines and tables'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const theme = draw.pick(THEMES);
    switch (goal) {
      case 'fields':
        return { goal, lines: [draw.sample(theme.things, draw.int(2, 3)).join(',')] };
      case 'settings': {
        const keys = draw.sample(
          ['size', 'color', 'width', 'height', 'speed', 'mode', 'depth', 'weight', 'level'],
          draw.int(2, 3),
        );
        return {
          goal,
          lines: [
            keys
              .map(
                (key) =>
                  `${key}=${key === 'color' ? draw.pick(['red', 'blue', 'green']) : key === 'mode' ? draw.pick(['fast', 'safe']) : draw.int(1, 99)}`,
              )
              .join(';'),
          ],
        };
      }
      case 'record':
        return { goal, lines: [`${draw.pick(PEOPLE)}, ${draw.int(18, 80)}, ${draw.pick(CITIES)}`] };
      case 'sum':
      case 'best': {
        const names = draw.sample(PEOPLE, level + (level === 8 ? 2 : 0) - 1);
        const amounts = draw.distinct(names.length, 1, 99);
        return { goal, lines: names.map((name, i) => `${name},${amounts[i]}`) };
      }
      case 'quoted': {
        const fields = draw.list(level - 4, () =>
          draw.chance(0.5)
            ? `"${draw.pick(CITIES)}, ${draw.pick(['Main', 'Park', 'Mill', 'Lake'])} St"`
            : draw.pick([draw.pick(PEOPLE), String(draw.int(1, 99)), entry(draw).split(',')[0]]),
        );
        fields[draw.int(0, fields.length - 1)] = `"${draw.pick(PEOPLE)}, ${draw.pick(PEOPLE)}"`;
        return { goal, lines: [fields.join(',')] };
      }
    }
  },
  write({ goal, lines }, draw) {
    const names = {
      line: ['text', 'row', 'source'],
      lines: ['rows', 'table', 'entries'],
      fields: ['parts', 'values', 'columns'],
      field: ['current', 'word', 'piece'],
      ch: ['char', 'c'],
      total: ['amount', 'result'],
    };
    const argument = literal(lines[0]);
    const table = literal(lines);
    switch (goal) {
      case 'fields': {
        const body = draw.pick([
          stmts`
            def split_fields(line: str) -> list[str]:
                fields: list[str] = []
                field = ''
                for ch in line:
                    if ch == ',':
                        fields.append(field)
                        field = ''
                    else:
                        field += ch
                fields.append(field)
                return fields`,
          stmts`
            def split_fields(line: str) -> list[str]:
                fields: list[str] = []
                start = 0
                for i, ch in enumerate(line):
                    if ch == ',':
                        fields.append(line[start:i])
                        start = i + 1
                fields.append(line[start:])
                return fields`,
          stmts`
            def split_fields(line: str) -> list[str]:
                fields: list[str] = []
                comma = line.find(',')
                while comma >= 0:
                    fields.append(line[:comma])
                    line = line[comma + 1:]
                    comma = line.find(',')
                fields.append(line)
                return fields`,
        ]);
        return {
          body,
          call: expr`split_fields(${argument})`,
          names: { ...names, split_fields: ['cut_line', 'parse_line', 'split_line'] },
          doc: 'Cut {line} at its commas.',
        };
      }
      case 'settings': {
        const body = draw.pick([
          stmts`
            def parse_settings(line: str) -> dict[str, str]:
                settings: dict[str, str] = {}
                for part in line.split(';'):
                    key, value = part.split('=')
                    settings[key] = value
                return settings`,
          stmts`
            def parse_settings(line: str) -> dict[str, str]:
                settings: dict[str, str] = {}
                for part in line.split(';'):
                    cut = part.index('=')
                    settings[part[:cut]] = part[cut + 1:]
                return settings`,
          stmts`
            def parse_settings(line: str) -> dict[str, str]:
                settings: dict[str, str] = {}
                key = ''
                field = ''
                for ch in line + ';':
                    if ch == '=':
                        key = field
                        field = ''
                    elif ch == ';':
                        settings[key] = field
                        field = ''
                    else:
                        field += ch
                return settings`,
        ]);
        return {
          body,
          call: expr`parse_settings(${argument})`,
          names: {
            ...names,
            parse_settings: ['read_settings', 'parse_pairs'],
            settings: ['options', 'result'],
            part: ['pair', 'item'],
            'key value': ['name setting', 'left right'],
          },
        };
      }
      case 'record': {
        const body = draw.pick([
          stmts`
            def parse_person(line: str) -> dict[str, str | int]:
                name, age, city = line.split(', ')
                return {'name': name, 'age': int(age), 'city': city.upper()}`,
          stmts`
            COLUMNS = ['name', 'age', 'city']

            def parse_person(line: str) -> dict[str, str | int]:
                record: dict[str, str | int] = {}
                for column, field in zip(COLUMNS, line.split(',')):
                    field = field.strip()
                    if column == 'age':
                        record[column] = int(field)
                    elif column == 'city':
                        record[column] = field.upper()
                    else:
                        record[column] = field
                return record`,
        ]);
        return {
          body,
          call: expr`parse_person(${argument})`,
          names: {
            ...names,
            parse_person: ['read_person', 'parse_record'],
            record: ['person', 'result'],
            column: ['key', 'label'],
          },
        };
      }
      case 'sum': {
        const body = draw.pick([
          stmts`
            def sum_amounts(lines: list[str]) -> int:
                total = 0
                for line in lines:
                    fields = line.split(',')
                    total += int(fields[1])
                return total`,
          stmts`
            def amount_of(line: str) -> int:
                name, amount = line.split(',')
                return int(amount)

            def sum_amounts(lines: list[str]) -> int:
                total = 0
                for line in lines:
                    total += amount_of(line)
                return total`,
          stmts`
            def sum_amounts(lines: list[str]) -> int:
                return sum(int(line[line.index(',') + 1:]) for line in lines)`,
        ]);
        return {
          body,
          call: expr`sum_amounts(${table})`,
          names: {
            ...names,
            total: ['result', 'grand_total'],
            sum_amounts: ['column_total', 'add_column'],
            amount_of: ['read_amount', 'parse_amount'],
          },
          doc: 'Add up the second column of {lines}.',
        };
      }
      case 'best': {
        const body = draw.pick([
          stmts`
            def best_row(lines: list[str]) -> str:
                best = ''
                record = -1
                for line in lines:
                    name, text = line.split(',')
                    amount = int(text)
                    if amount > record:
                        best = name
                        record = amount
                return f'{best} ({record})'`,
          stmts`
            def parse_row(line: str) -> tuple[str, int]:
                parts = line.split(',')
                return (parts[0], int(parts[1]))

            def best_row(lines: list[str]) -> str:
                rows = [parse_row(line) for line in lines]
                best, record = rows[0]
                for name, amount in rows[1:]:
                    if amount > record:
                        best, record = name, amount
                return best + ' (' + str(record) + ')'`,
        ]);
        return {
          body,
          call: expr`best_row(${table})`,
          names: {
            best_row: ['winner', 'find_winner', 'top_entry'],
            amount: ['points', 'score', 'votes'],
            record: ['highest', 'most'],
            line: ['entry', 'item'],
            lines: ['entries', 'table', 'results'],
            best: ['leader', 'top'],
          },
        };
      }
      case 'quoted': {
        const body = draw.pick([
          stmts`
            def split_quoted(line: str) -> list[str]:
                fields: list[str] = []
                field = ''
                quoted = False
                for ch in line:
                    if ch == '"':
                        quoted = not quoted
                    elif ch == ',' and not quoted:
                        fields.append(field)
                        field = ''
                    else:
                        field += ch
                fields.append(field)
                return fields`,
          stmts`
            def split_quoted(line: str) -> list[str]:
                fields: list[str] = []
                i = 0
                while i < len(line):
                    if line[i] == '"':
                        end = line.index('"', i + 1)
                        fields.append(line[i + 1:end])
                        i = end + 2
                    else:
                        field = ''
                        while i < len(line) and line[i] != ',':
                            field += line[i]
                            i += 1
                        fields.append(field)
                        i += 1
                return fields`,
        ]);
        return {
          body,
          call: expr`split_quoted(${argument})`,
          names: {
            ...names,
            split_quoted: ['parse_csv', 'split_csv', 'csv_fields'],
            quoted: ['inside', 'in_quotes'],
          },
          doc: 'Cut {line} at the commas that are outside quotes.',
        };
      }
    }
  },
  reference({ goal, lines }) {
    const [line] = lines;
    switch (goal) {
      case 'fields':
        return line.split(',');
      case 'settings':
        return dict(line.split(';').map((pair) => pair.split('=') as [string, string]));
      case 'record': {
        const [name, age, city] = line.split(', ');
        return new Map<Data, Data>([
          ['name', name],
          ['age', Number(age)],
          ['city', city.toUpperCase()],
        ]);
      }
      case 'sum':
        return total(lines);
      case 'best': {
        const top = lines.toSorted((a, b) => Number(b.split(',')[1]) - Number(a.split(',')[1]))[0].split(',');
        return `${top[0]} (${top[1]})`;
      }
      case 'quoted':
        return [...line.matchAll(/"([^"]*)"|([^",]+)/g)].map((match) => match[1] ?? match[2]);
    }
  },
  example: {
    plan: { goal: 'quoted', lines: ['7,"Oslo, Park St",Ben'] },
    answer: "['7', 'Oslo, Park St', 'Ben']",
  },
});
