// Bills and receipts: totals in cents, discounts, prices as text, lines with columns.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { fixed } from '../decimals.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, THEMES } from '../pools.ts';

interface Plan {
  goal: 'money' | 'total' | 'lines' | 'discount' | 'print' | 'split' | 'offers';
  items: [name: string, count: number, cents: number][];
  people: string[];
  percent: number;
  /** from which total on there is a discount */
  bar: number;
}

const total = (items: Plan['items']): number =>
  items.reduce((sum, [, count, cents]) => sum + count * cents, 0);
const money = (cents: number): string => fixed(cents / 100, 2);

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['money', 'total'],
  3: ['total', 'discount'],
  4: ['lines', 'discount'],
  5: ['lines', 'split'],
  6: ['print'],
  7: ['print', 'split'],
  8: ['offers'],
  9: ['offers'],
  10: ['offers'],
};

export const receiptFamily = defineFamily<Plan>({
  name: 'receipt',
  title: 'Bills and receipts',
  topics: ['formatting', 'arithmetic', 'lists'],
  ladder: [
    [2, 'cents as text, or the total of a bill'],
    [3, 'a discount on large bills'],
    [4, 'the lines of a receipt'],
    [5, 'a bill shared by several people'],
    [6, 'a printed receipt'],
    [7, 'longer receipts'],
    [8, 'offers of several kinds, and tax'],
    [9, 'more goods and offers'],
    [10, 'a full trolley'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const theme = draw.pick(THEMES);
      const names = draw.sample(theme.things, [3, 5, 8][level - 8]);
      return {
        goal: 'offers',
        items: names.map((name) => [
          name,
          draw.int(1, 7),
          5 * Math.max(1, Math.round(draw.int(...theme.price) / 5)),
        ]),
        people: names.map(() => draw.pick(['three for two', 'second half price', 'from five', 'none'])),
        percent: draw.pick([5, 7, 10, 20]),
        bar: 0,
      };
    }
    const theme = draw.pick(THEMES);
    const names = draw.sample(theme.things, [1, 2, 3, 4, 4, 6][level - 2]);
    const items = names.map((name): [string, number, number] => [
      name,
      draw.int(1, 6),
      draw.int(...theme.price),
    ]);
    return {
      goal: draw.pick(GOALS[level]),
      items,
      people: draw.sample(PEOPLE, level - 2 + (level < 5 ? 1 : 0)),
      percent: draw.pick([5, 10, 15, 20]),
      bar: 100 * Math.max(1, Math.round((total(items) / 100) * draw.pick([0.5, 0.8, 1.2]))),
    };
  },
  write({ goal, items, people, percent, bar }, draw) {
    const list = literal(items.map((item) => tuple(...item)));
    const type = expr`list[tuple[str, int, int]]`;
    const names = {
      items: ['cart', 'basket', 'bill'],
      name: ['item', 'product', 'article'],
      count: ['amount', 'quantity', 'number'],
      cents: ['price', 'cost', 'each'],
      total: ['sum_due', 'amount_due', 'subtotal'],
      lines: ['rows', 'receipt_lines', 'out'],
    };
    const format = draw.pick([
      stmts`
        def money(cents: int) -> str:
            return f'{cents / 100:.2f}'`,
      stmts`
        def money(cents: int) -> str:
            return f'{cents // 100}.{cents % 100:02d}'`,
      stmts`
        def money(cents: int) -> str:
            rest = str(cents % 100)
            if len(rest) == 1:
                rest = '0' + rest
            return str(cents // 100) + '.' + rest`,
    ]);
    switch (goal) {
      case 'offers': {
        const goods = literal(items.map(([name, count, cents], i) => tuple(name, count, cents, people[i])));
        const one = draw.pick([
          stmts`
            def reduction(count: int, price: int, offer: str) -> int:
                if offer == 'three for two':
                    return count // 3 * price
                if offer == 'second half price':
                    return count // 2 * (price // 2)
                if offer == 'from five' and count >= 5:
                    return count * price // 10
                return 0`,
          stmts`
            def reduction(count: int, price: int, offer: str) -> int:
                match offer:
                    case 'three for two':
                        free = 0
                        while count >= 3:
                            free += price
                            count -= 3
                        return free
                    case 'second half price':
                        saved = 0
                        for number in range(1, count + 1):
                            if number % 2 == 0:
                                saved += price // 2
                        return saved
                    case 'from five' if count >= 5:
                        return count * price // 10
                return 0`,
        ]);
        const money = draw.pick([
          stmts`
            def as_money(cents: int) -> str:
                whole, rest = divmod(cents, 100)
                return f'{whole}.{rest:02d}'`,
          stmts`
            def as_money(cents: int) -> str:
                text = str(cents)
                while len(text) < 3:
                    text = '0' + text
                return text[:-2] + '.' + text[-2:]`,
        ]);
        const main = draw.pick([
          stmts`
            def checkout(goods: list[tuple[str, int, int, str]], percent: int) -> list[str]:
                lines: list[str] = []
                total = 0
                saved = 0
                for name, count, price, offer in goods:
                    less = reduction(count, price, offer)
                    cost = count * price - less
                    line = f'{count} {name} {as_money(cost)}'
                    if less > 0:
                        line += f' (saved {as_money(less)})'
                    lines.append(line)
                    total += cost
                    saved += less
                tax = total * percent // (100 + percent)
                lines.append(f'total {as_money(total)} with {as_money(tax)} tax')
                if saved > 0:
                    lines.append(f'you saved {as_money(saved)}')
                return lines`,
          stmts`
            def checkout(goods: list[tuple[str, int, int, str]], percent: int) -> list[str]:
                lines: list[str] = []
                full, total = 0, 0
                for name, count, price, offer in goods:
                    less = reduction(count, price, offer)
                    full += count * price
                    total += count * price - less
                    note = '' if less == 0 else f' (saved {as_money(less)})'
                    lines.append(f'{count} {name} {as_money(count * price - less)}{note}')
                lines.append(f'total {as_money(total)} with {as_money(total * percent // (100 + percent))} tax')
                if full > total:
                    lines.append(f'you saved {as_money(full - total)}')
                return lines`,
        ]);
        return {
          body: [...one, ...money, ...main],
          call: expr`checkout(${goods}, ${percent})`,
          names: {
            checkout: ['receipt', 'ring_up', 'bill_with_offers'],
            reduction: ['saving', 'rebate'],
            as_money: ['money', 'format_cents'],
            goods: ['trolley', 'basket'],
            less: ['off', 'cut'],
            cost: ['amount', 'due'],
          },
          doc: 'Write the receipt for the {goods}, each with its offer; prices are in cents and include the tax.',
        };
      }
      case 'money':
        return {
          body: format,
          call: expr`money(${items[0][2]})`,
          names: {
            money: ['show_price', 'as_money', 'price_text'],
            cents: ['price', 'amount'],
            rest: ['small', 'pennies'],
          },
          doc: 'Write {cents} with a point before the last two digits.',
        };
      case 'total': {
        const body = draw.pick([
          stmts`
            def bill_total(items: ${type}) -> int:
                total = 0
                for name, count, cents in items:
                    total += count * cents
                return total`,
          stmts`
            def bill_total(items: ${type}) -> int:
                return sum(count * cents for name, count, cents in items)`,
          stmts`
            def bill_total(items: ${type}) -> int:
                total = 0
                for item in items:
                    total += item[1] * item[2]
                return total`,
        ]);
        return {
          body,
          call: expr`bill_total(${list})`,
          names: {
            ...names,
            bill_total: ['add_up', 'total_price', 'checkout'],
            name: ['product', 'article'],
          },
        };
      }
      case 'discount': {
        const body = draw.pick([
          stmts`
            def amount_due(items: ${type}, limit: int) -> int:
                total = 0
                for name, count, cents in items:
                    total += count * cents
                if total >= limit:
                    total -= total * ${percent} // 100
                return total`,
          stmts`
            DISCOUNT = ${percent}

            def amount_due(items: ${type}, limit: int) -> int:
                total = sum(count * cents for name, count, cents in items)
                if total < limit:
                    return total
                saved = total * DISCOUNT // 100
                return total - saved`,
        ]);
        return {
          body,
          call: expr`amount_due(${list}, ${bar})`,
          names: {
            ...names,
            total: ['sum_due', 'subtotal'],
            amount_due: ['to_pay', 'discounted_total'],
            limit: ['minimum', 'threshold'],
          },
          doc: 'Return what is due; bills from {limit} up get a discount.',
        };
      }
      case 'lines': {
        const main = draw.pick([
          stmts`
            def receipt(items: ${type}) -> list[str]:
                lines: list[str] = []
                for name, count, cents in items:
                    lines.append(f'{count} x {name}: {money(count * cents)}')
                return lines`,
          stmts`
            def receipt(items: ${type}) -> list[str]:
                lines: list[str] = []
                for name, count, cents in items:
                    price = money(count * cents)
                    lines.append(str(count) + ' x ' + name + ': ' + price)
                return lines`,
          stmts`
            def receipt(items: ${type}) -> list[str]:
                return [f'{count} x {name}: {money(count * cents)}' for name, count, cents in items]`,
        ]);
        return {
          body: [...format, ...main],
          call: expr`receipt(${list})`,
          names: {
            ...names,
            cents: ['price', 'cost'],
            price: ['text', 'sum_text'],
            money: ['show_price', 'as_money'],
            receipt: ['bill_lines', 'make_receipt'],
          },
        };
      }
      case 'split': {
        const guests = literal(people);
        const main = draw.pick([
          stmts`
            def split_bill(items: ${type}, people: list[str]) -> dict[str, int]:
                total = 0
                for name, count, cents in items:
                    total += count * cents
                share = total // len(people)
                extra = total % len(people)
                shares: dict[str, int] = {}
                for i, person in enumerate(people):
                    shares[person] = share + 1 if i < extra else share
                return shares`,
          stmts`
            def split_bill(items: ${type}, people: list[str]) -> dict[str, int]:
                left = sum(count * cents for name, count, cents in items)
                shares: dict[str, int] = {}
                for i in range(len(people)):
                    sharing = len(people) - i
                    part = (left + sharing - 1) // sharing
                    shares[people[i]] = part
                    left -= part
                return shares`,
        ]);
        return {
          body: main,
          call: expr`split_bill(${list}, ${guests})`,
          names: {
            ...names,
            split_bill: ['share_costs', 'divide_bill'],
            people: ['guests', 'friends'],
            shares: ['result', 'parts'],
            share: ['each', 'equal_part'],
            cents: ['price', 'cost'],
          },
          doc: 'Share the bill; what cannot be divided is paid by the first ones.',
        };
      }
      case 'print': {
        const main = draw.pick([
          stmts`
            def print_receipt(items: ${type}) -> int:
                total = 0
                for name, count, cents in items:
                    total += count * cents
                    print(f'{count:>2} {name:<12}{money(count * cents):>8}')
                print('-' * 23)
                print(f'{"total":<15}{money(total):>8}')
                return total`,
          stmts`
            def line(label: str, cents: int) -> str:
                return label.ljust(15) + money(cents).rjust(8)

            def print_receipt(items: ${type}) -> int:
                total = 0
                for name, count, cents in items:
                    print(line(str(count).rjust(2) + ' ' + name, count * cents))
                    total += count * cents
                print('-' * 23)
                print(line('total', total))
                return total`,
        ]);
        return {
          body: [...format, ...main],
          call: expr`print_receipt(${list})`,
          names: {
            ...names,
            money: ['show_price', 'as_money'],
            print_receipt: ['show_bill', 'print_bill'],
            label: ['text', 'title'],
            line: ['row', 'format_line'],
            cents: ['price', 'cost'],
          },
        };
      }
    }
  },
  reference({ goal, items, people, percent, bar }): Data {
    const sum = total(items);
    switch (goal) {
      case 'offers': {
        const saved = items.map(([, count, cents], i) => {
          const pieces = Array.from({ length: count }, (_, n) => n + 1);
          const every = (n: number, less: number): number =>
            pieces.filter((at) => at % n === 0).length * less;
          const offer = people[i];
          if (offer === 'three for two') return every(3, cents);
          if (offer === 'second half price') return every(2, Math.floor(cents / 2));
          return offer === 'from five' && count >= 5 ? Math.floor((count * cents) / 10) : 0;
        });
        const all = saved.reduce((a, b) => a + b, 0);
        const due = sum - all;
        return [
          ...items.map(
            ([name, count, cents], i) =>
              `${count} ${name} ${money(count * cents - saved[i])}${saved[i] > 0 ? ` (saved ${money(saved[i])})` : ''}`,
          ),
          `total ${money(due)} with ${money(Math.floor((due * percent) / (100 + percent)))} tax`,
          ...(all > 0 ? [`you saved ${money(all)}`] : []),
        ];
      }
      case 'money':
        return money(items[0][2]);
      case 'total':
      case 'print':
        return sum;
      case 'discount': {
        return sum < bar ? sum : sum - Math.floor((sum * percent) / 100);
      }
      case 'lines':
        return items.map(([name, count, cents]) => `${count} x ${name}: ${money(count * cents)}`);
      case 'split':
        return new Map(people.map((name, i) => [name, Math.ceil((sum - i) / people.length)]));
    }
  },
  prints({ goal, items }) {
    if (goal !== 'print') return '';
    const row = (label: string, cents: number): string => `${label.padEnd(15)}${money(cents).padStart(8)}\n`;
    const rows = items.map(([name, count, cents]) =>
      row(`${String(count).padStart(2)} ${name}`, count * cents),
    );
    return `${rows.join('')}${'-'.repeat(23)}\n${row('total', total(items))}`;
  },
  example: {
    plan: {
      goal: 'lines',
      items: [
        ['tea', 2, 150],
        ['scone', 1, 95],
      ],
      people: [],
      percent: 0,
      bar: 0,
    },
    answer: "['2 x tea: 3.00', '1 x scone: 0.95']",
  },
});
