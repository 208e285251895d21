// Text in columns: padding, headings, bars, multiplication tables, boxes.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, THEMES, WORDS, phrase } from '../pools.ts';

interface Plan {
  goal: 'bars' | 'pad' | 'box' | 'times-table' | 'columns' | 'chart' | 'justify';
  words: string[];
  numbers: number[];
  sign: string;
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['bars', 'pad'],
  3: ['pad', 'bars'],
  4: ['box', 'times-table'],
  5: ['columns', 'times-table'],
  6: ['chart', 'columns'],
  7: ['chart', 'columns', 'box'],
  8: ['justify'],
  9: ['justify'],
  10: ['justify'],
};

export const textTableFamily = defineFamily<Plan>({
  name: 'text-table',
  title: 'Tables and charts of text',
  topics: ['formatting', 'strings', 'loops'],
  ladder: [
    [2, 'bars for two or three numbers, or words of equal width'],
    [3, 'more of them'],
    [4, 'a box around a text, or a small multiplication table'],
    [5, 'names and numbers in columns'],
    [6, 'a chart of upright bars'],
    [7, 'larger tables and charts'],
    [8, 'a text in lines of equal width'],
    [9, 'longer texts'],
    [10, 'a whole paragraph'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const text = phrase(draw, [9, 13, 20][level - 8]);
      return { goal: 'justify', words: text, numbers: [draw.int(15, 24)], sign: '' };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [3, 4, 3, 3, 3, 5][level - 2];
    return {
      goal,
      words: draw.sample(draw.pick<readonly string[]>([PEOPLE, WORDS, draw.pick(THEMES).things]), size),
      numbers:
        goal === 'times-table'
          ? [draw.int(2, 3) + (level - 4), draw.int(3, 4)]
          : draw.ints(size, 1, goal === 'columns' ? 999 : goal === 'chart' ? 5 : 9),
      sign: draw.pick(['*', '#', '=', '+']),
    };
  },
  write({ goal, words, numbers, sign }, draw) {
    const names = {
      words: ['items', 'texts', 'names'],
      word: ['text', 'item'],
      lines: ['rows', 'result', 'out'],
      width: ['longest', 'size', 'widest'],
      numbers: ['values', 'counts', 'heights'],
      line: ['row', 'text_line'],
      sign: ['mark', 'symbol'],
    };
    switch (goal) {
      case 'justify': {
        const breaking = draw.pick([
          stmts`
            def break_lines(words: list[str], width: int) -> list[list[str]]:
                lines: list[list[str]] = [[]]
                length = 0
                for word in words:
                    if lines[-1] and length + 1 + len(word) > width:
                        lines.append([])
                        length = 0
                    if lines[-1]:
                        length += 1
                    lines[-1].append(word)
                    length += len(word)
                return lines`,
          stmts`
            def break_lines(words: list[str], width: int) -> list[list[str]]:
                lines: list[list[str]] = []
                line = [words[0]]
                for word in words[1:]:
                    if len(' '.join(line)) + 1 + len(word) <= width:
                        line.append(word)
                    else:
                        lines.append(line)
                        line = [word]
                lines.append(line)
                return lines`,
        ]);
        const filling = draw.pick([
          stmts`
            def fill(line: list[str], width: int) -> str:
                if len(line) == 1:
                    return line[0]
                spaces = width
                for word in line:
                    spaces -= len(word)
                share, rest = divmod(spaces, len(line) - 1)
                text = line[0]
                for i, word in enumerate(line[1:]):
                    gap = share + 1 if i < rest else share
                    text += ' ' * gap + word
                return text`,
          stmts`
            def fill(line: list[str], width: int) -> str:
                gaps = [1] * (len(line) - 1)
                missing = width - len(' '.join(line))
                place = 0
                while gaps and missing > 0:
                    gaps[place % len(gaps)] += 1
                    missing -= 1
                    place += 1
                text = line[0]
                for gap, word in zip(gaps, line[1:]):
                    text += ' ' * gap
                    text += word
                return text`,
        ]);
        const main = draw.pick([
          stmts`
            def justify(text: str, width: int) -> list[str]:
                lines = break_lines(text.split(), width)
                result: list[str] = []
                for line in lines[:-1]:
                    result.append(fill(line, width))
                result.append(' '.join(lines[-1]))
                return result`,
          stmts`
            def justify(text: str, width: int) -> list[str]:
                *lines, last = break_lines(text.split(' '), width)
                return [fill(line, width) for line in lines] + [' '.join(last)]`,
        ]);
        return {
          body: [...breaking, ...filling, ...main],
          call: expr`justify(${literal(words.join(' '))}, ${numbers[0]})`,
          names: {
            justify: ['align_text', 'format_paragraph', 'set_lines'],
            break_lines: ['wrap', 'split_lines'],
            fill: ['stretch', 'spread'],
            width: ['columns', 'size'],
            share: ['each', 'equal'],
            rest: ['extra', 'left_over'],
            missing: ['needed', 'to_add'],
          },
          doc: 'Set the {text} in lines of {width} characters; gaps on the left are wider, the last line stays as it is.',
        };
      }
      case 'bars': {
        const body = draw.pick([
          stmts`
            def bars(numbers: list[int], sign: str) -> list[str]:
                lines: list[str] = []
                for n in numbers:
                    lines.append(sign * n + ' ' + str(n))
                return lines`,
          stmts`
            def bars(numbers: list[int], sign: str) -> list[str]:
                return [f'{sign * n} {n}' for n in numbers]`,
          stmts`
            def bars(numbers: list[int], sign: str) -> list[str]:
                lines: list[str] = []
                for n in numbers:
                    line = ''
                    for _ in range(n):
                        line += sign
                    lines.append(f'{line} {n}')
                return lines`,
        ]);
        return {
          body,
          call: expr`bars(${literal(numbers)}, ${literal(sign)})`,
          names: { ...names, bars: ['draw_bars', 'histogram', 'bar_chart'] },
        };
      }
      case 'pad': {
        const pad = draw.pick([expr`word.rjust(width)`, expr`' ' * (width - len(word)) + word`]);
        const body = draw.pick([
          stmts`
            def align_right(words: list[str]) -> list[str]:
                width = max(len(word) for word in words)
                return [${pad} for word in words]`,
          stmts`
            def align_right(words: list[str]) -> list[str]:
                width = 0
                for word in words:
                    if len(word) > width:
                        width = len(word)
                lines: list[str] = []
                for word in words:
                    lines.append(${pad})
                return lines`,
          stmts`
            def align_right(words: list[str]) -> list[str]:
                width = max(len(word) for word in words)
                for i in range(len(words)):
                    while len(words[i]) < width:
                        words[i] = ' ' + words[i]
                return words`,
        ]);
        return {
          body,
          call: expr`align_right(${literal(words)})`,
          names: { ...names, align_right: ['same_width', 'right_column'] },
        };
      }
      case 'box': {
        const body = draw.pick([
          stmts`
            def draw_box(words: list[str]) -> None:
                width = max(len(word) for word in words)
                border = '+' + '-' * (width + 2) + '+'
                print(border)
                for word in words:
                    print(f'| {word:<{width}} |')
                print(border)`,
          stmts`
            def draw_box(words: list[str]) -> None:
                width = 0
                for word in words:
                    width = max(width, len(word))
                print('+-' + '-' * width + '-+')
                for word in words:
                    print('| ' + word.ljust(width) + ' |')
                print('+-' + '-' * width + '-+')`,
        ]);
        return {
          body,
          call: expr`draw_box(${literal(words)})`,
          names: { ...names, draw_box: ['frame', 'print_boxed'], border: ['edge', 'rule'] },
        };
      }
      case 'times-table': {
        const [rows, columns] = numbers;
        const body = draw.pick([
          stmts`
            def times_table(height: int, columns: int) -> list[str]:
                lines: list[str] = []
                for i in range(1, height + 1):
                    line = ''
                    for j in range(1, columns + 1):
                        line += f'{i * j:4d}'
                    lines.append(line)
                return lines`,
          stmts`
            def times_table(height: int, columns: int) -> list[str]:
                lines: list[str] = []
                for i in range(1, height + 1):
                    cells = [str(i * j).rjust(4) for j in range(1, columns + 1)]
                    lines.append(''.join(cells))
                return lines`,
        ]);
        return {
          body,
          call: expr`times_table(${rows}, ${columns})`,
          names: {
            ...names,
            times_table: ['multiplication_table', 'products'],
            height: ['n', 'factors'],
            columns: ['across', 'm'],
          },
        };
      }
      case 'columns': {
        const table = literal(dict(words.map((word, i) => [word, numbers[i]])));
        const body = draw.pick([
          stmts`
            def show(table: dict[str, int]) -> None:
                width = max(len(name) for name in table)
                for name, value in table.items():
                    print(f'{name:<{width}} {value:>5}')`,
          stmts`
            def show(table: dict[str, int]) -> None:
                width = 0
                for name in table:
                    width = max(width, len(name))
                for name in table:
                    dots = ' ' * (width - len(name))
                    print(name + dots + ' ' + str(table[name]).rjust(5))`,
        ]);
        return {
          body,
          call: expr`show(${table})`,
          names: {
            width: names.width,
            show: ['print_table', 'report'],
            table: ['scores', 'stock', 'counts'],
            name: ['key', 'label'],
            dots: ['gap', 'padding'],
          },
        };
      }
      case 'chart': {
        const body = draw.pick([
          stmts`
            def chart(numbers: list[int], sign: str) -> list[str]:
                lines: list[str] = []
                for level in range(max(numbers), 0, -1):
                    line = ''
                    for n in numbers:
                        line += sign if n >= level else ' '
                    lines.append(line)
                return lines`,
          stmts`
            def chart(numbers: list[int], sign: str) -> list[str]:
                height = max(numbers)
                columns = [(sign * n).rjust(height) for n in numbers]
                lines: list[str] = []
                for i in range(height):
                    lines.append(''.join(column[i] for column in columns))
                return lines`,
        ]);
        return {
          body,
          call: expr`chart(${literal(numbers)}, ${literal(sign)})`,
          names: { ...names, chart: ['upright_bars', 'skyline'], level: ['height_now', 'floor'] },
          doc: 'Return the lines of a chart with upright bars.',
        };
      }
    }
  },
  reference({ goal, words, numbers, sign }): Data {
    const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
    switch (goal) {
      case 'justify': {
        const [width] = numbers;
        const lines = words.slice(1).reduce<string[][]>(
          (all, word) => {
            const line = [...all[all.length - 1], word];
            return line.join(' ').length > width ? [...all, [word]] : [...all.slice(0, -1), line];
          },
          [[words[0]]],
        );
        return lines.map((line, at) => {
          if (at === lines.length - 1 || line.length === 1) return line.join(' ');
          const spaces = width - line.join('').length;
          // The i-th gap of all has as many spaces as are left over for it, the first gaps the larger ones.
          return line
            .map(
              (word, i) => ' '.repeat(i === 0 ? 0 : Math.ceil((spaces - i + 1) / (line.length - 1))) + word,
            )
            .join('');
        });
      }
      case 'bars':
        return numbers.map((n) => `${sign.repeat(n)} ${n}`);
      case 'pad':
        return words.map((word) => word.padStart(widest(words)));
      case 'box':
      case 'columns':
        return null;
      case 'times-table':
        return range(numbers[0]).map((i) =>
          range(numbers[1])
            .map((j) => String(i * j).padStart(4))
            .join(''),
        );
      case 'chart':
        return range(Math.max(...numbers))
          .reverse()
          .map((level) => numbers.map((n) => (n >= level ? sign : ' ')).join(''));
    }
  },
  prints({ goal, words, numbers }) {
    const width = widest(words);
    const border = `+${'-'.repeat(width + 2)}+\n`;
    if (goal === 'box')
      return `${border}${words.map((word) => `| ${word.padEnd(width)} |\n`).join('')}${border}`;
    if (goal !== 'columns') return '';
    return words.map((word, i) => `${word.padEnd(width)} ${String(numbers[i]).padStart(5)}\n`).join('');
  },
  example: { plan: { goal: 'bars', words: [], numbers: [2, 1], sign: '#' }, answer: "['## 2', '# 1']" },
});
