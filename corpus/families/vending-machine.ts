// A vending machine: coins in, a choice, goods and change out; as loops, states and a class.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { THEMES } from '../pools.ts';

interface Plan {
  goal: 'enough' | 'change' | 'events' | 'stock' | 'turnstile' | 'coin-box';
  prices: [string, number][];
  coins: number[];
  choice: string;
  stock: [string, number][];
  events: string[];
}

const COINS = [5, 10, 20, 50, 100];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['enough'],
  3: ['turnstile', 'enough'],
  4: ['change'],
  5: ['change', 'turnstile'],
  6: ['events'],
  7: ['events', 'stock'],
  8: ['stock', 'events'],
  9: ['coin-box'],
  10: ['coin-box'],
};

export const vendingMachineFamily = defineFamily<Plan>({
  name: 'vending-machine',
  title: 'A vending machine',
  topics: ['simulation', 'dicts', 'classes'],
  ladder: [
    [2, 'is the money enough?'],
    [3, 'a turnstile with two states'],
    [4, 'the change in coins'],
    [5, 'longer runs'],
    [6, 'coins and choices in turn'],
    [7, 'a machine that runs out'],
    [8, 'longer runs of these'],
    [9, 'a machine that gives change from the coins it has'],
    [10, 'more customers'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const things = draw.sample(
        draw.pick(THEMES.filter(({ item }) => item === 'drink' || item === 'pastry')).things,
        3,
      );
      return {
        goal: 'coin-box',
        prices: things.map((thing) => [thing, 5 * draw.int(8, 30)]),
        coins: [],
        choice: '',
        stock: COINS.slice(1).map((coin) => [String(coin), draw.int(0, 2)]),
        events: draw.list([3, 6][level - 9], () =>
          [draw.pick(things), ...draw.list(draw.int(2, 4), () => String(draw.pick(COINS.slice(2))))].join(
            ' ',
          ),
        ),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const things = draw.sample(
      draw.pick(THEMES.filter(({ item }) => item === 'drink' || item === 'fruit' || item === 'pastry'))
        .things,
      3,
    );
    const prices = things.map((thing): [string, number] => [thing, 5 * draw.int(8, 40)]);
    const events = draw.list([0, 5, 0, 9, 5, 8, 13][level - 2], () =>
      goal === 'turnstile'
        ? draw.pick(['coin', 'push'])
        : draw.chance(0.65)
          ? String(draw.pick(COINS.slice(1)))
          : draw.pick(things),
    );
    return {
      goal,
      prices,
      coins: draw.list(level === 2 ? 3 : 5, () => draw.pick(COINS.slice(1))),
      choice: draw.pick(things),
      stock: things.map((thing) => [thing, draw.int(0, 2)]),
      events,
    };
  },
  write({ goal, prices, coins, choice, stock, events }, draw) {
    const table = literal(dict(prices));
    const log = literal(events);
    const names = {
      prices: ['menu', 'price_list', 'costs'],
      credit: ['money', 'paid', 'balance'],
      choice: ['item', 'wanted', 'product'],
      event: ['input_text', 'action', 'step'],
      events: ['inputs', 'actions', 'log'],
      sold: ['bought', 'delivered', 'given'],
    };
    switch (goal) {
      case 'coin-box': {
        const sales = literal(
          events.map((event) => {
            const [thing, ...paid] = event.split(' ');
            return tuple(thing, paid.map(Number));
          }),
        );
        const box = literal(dict([...stock].reverse().map(([coin, count]) => [Number(coin), count])));
        const change = draw.pick([
          stmts`
            def make_change(box: dict[int, int], amount: int) -> list[int]:
                coins: list[int] = []
                for coin, count in box.items():
                    while count > 0 and coin <= amount:
                        coins.append(coin)
                        amount -= coin
                        count -= 1
                if amount > 0:
                    raise ValueError('no change')
                return coins`,
          stmts`
            def make_change(box: dict[int, int], amount: int) -> list[int]:
                coins: list[int] = []
                for coin in box:
                    wanted = min(amount // coin, box[coin])
                    coins += [coin] * wanted
                    amount -= wanted * coin
                    if amount == 0:
                        return coins
                raise ValueError('no change')`,
        ]);
        const cls = stmts`
          class Machine:
              def __init__(self, prices: dict[str, int], box: dict[int, int]) -> None:
                  self.prices = prices
                  self.box = box

              def insert(self, coins: list[int]) -> int:
                  total = 0
                  for coin in coins:
                      self.box[coin] += 1
                      total += coin
                  return total

              def give_back(self, coins: list[int]) -> None:
                  for coin in coins:
                      self.box[coin] -= 1

              def buy(self, thing: str, coins: list[int]) -> str:
                  paid = self.insert(coins)
                  price = self.prices[thing]
                  if paid < price:
                      self.give_back(coins)
                      return f'{price - paid} missing'
                  try:
                      change = make_change(self.box, paid - price)
                  except ValueError as error:
                      self.give_back(coins)
                      return str(error)
                  self.give_back(change)
                  return f'{thing} and {paid - price} back'`;
        const main = draw.pick([
          stmts`
            def serve(prices: dict[str, int], box: dict[int, int], sales: list[tuple[str, list[int]]]) -> list[str]:
                machine = Machine(prices, box)
                return [machine.buy(thing, coins) for thing, coins in sales]`,
          stmts`
            def serve(prices: dict[str, int], box: dict[int, int], sales: list[tuple[str, list[int]]]) -> list[str]:
                machine = Machine(prices, box)
                log: list[str] = []
                for thing, coins in sales:
                    log.append(machine.buy(thing, coins))
                return log`,
        ]);
        return {
          body: [...change, ...cls, ...main],
          call: expr`serve(${literal(dict(prices))}, ${box}, ${sales})`,
          names: {
            serve: ['sell_all', 'run_machine', 'simulate'],
            make_change: ['pick_coins', 'change_for'],
            Machine: ['VendingMachine', 'Automat'],
            box: ['coin_box', 'cash'],
            sales: ['customers', 'visits'],
          },
          doc: 'Serve the customers in turn; the machine starts with the coins of the {box}.',
        };
      }
      case 'enough': {
        const body = draw.pick([
          stmts`
            def buy(prices: dict[str, int], choice: str, coins: list[int]) -> str:
                credit = 0
                for coin in coins:
                    credit += coin
                missing = prices[choice] - credit
                if missing > 0:
                    return f'{missing} more'
                return choice`,
          stmts`
            def buy(prices: dict[str, int], choice: str, coins: list[int]) -> str:
                credit = sum(coins)
                if credit >= prices[choice]:
                    return choice
                return str(prices[choice] - credit) + ' more'`,
          stmts`
            def buy(prices: dict[str, int], choice: str, coins: list[int]) -> str:
                missing = prices[choice]
                for coin in coins:
                    missing -= coin
                    if missing <= 0:
                        return choice
                return f'{missing} more'`,
        ]);
        return {
          body,
          call: expr`buy(${table}, ${literal(choice)}, ${literal(coins)})`,
          names: { ...names, buy: ['vend', 'purchase', 'order_item'], missing: ['due', 'lacking'] },
        };
      }
      case 'turnstile': {
        const body = draw.pick([
          stmts`
            def run(events: list[str]) -> tuple[str, int]:
                state = 'locked'
                passed = 0
                for event in events:
                    if event == 'coin':
                        state = 'open'
                    elif state == 'open':
                        state = 'locked'
                        passed += 1
                return (state, passed)`,
          stmts`
            RULES = {
                ('locked', 'coin'): 'open',
                ('locked', 'push'): 'locked',
                ('open', 'coin'): 'open',
                ('open', 'push'): 'locked',
            }

            def run(events: list[str]) -> tuple[str, int]:
                state = 'locked'
                passed = 0
                for event in events:
                    after = RULES[(state, event)]
                    if state == 'open' and after == 'locked':
                        passed += 1
                    state = after
                return (state, passed)`,
        ]);
        return {
          body,
          call: expr`run(${log})`,
          names: {
            ...names,
            run: ['turnstile', 'simulate', 'watch_gate'],
            passed: ['visitors', 'count'],
            RULES: ['NEXT_STATE', 'TRANSITIONS'],
          },
        };
      }
      case 'change': {
        const price = prices.find(([thing]) => thing === choice)?.[1] ?? 0;
        const body = draw.pick([
          stmts`
            def give_change(price: int, coins: list[int]) -> list[int]:
                left = sum(coins) - price
                if left < 0:
                    return coins
                change: list[int] = []
                for coin in [100, 50, 20, 10, 5]:
                    while left >= coin:
                        left -= coin
                        change.append(coin)
                return change`,
          stmts`
            def give_change(price: int, coins: list[int]) -> list[int]:
                left = -price
                for coin in coins:
                    left += coin
                if left < 0:
                    return coins
                change: list[int] = []
                for coin in (100, 50, 20, 10, 5):
                    change += [coin] * (left // coin)
                    left %= coin
                return change`,
        ]);
        return {
          body,
          call: expr`give_change(${price}, ${literal(coins)})`,
          names: {
            give_change: ['pay', 'coins_back', 'change_for'],
            left: ['due', 'rest'],
            change: ['returned', 'back'],
          },
          doc: 'Return the change for {price}, or the {coins} if they are not enough.',
        };
      }
      case 'events': {
        const body = draw.pick([
          stmts`
            def run(prices: dict[str, int], events: list[str]) -> tuple[list[str], int]:
                credit = 0
                sold: list[str] = []
                for event in events:
                    if event.isdigit():
                        credit += int(event)
                    elif credit >= prices[event]:
                        credit -= prices[event]
                        sold.append(event)
                return (sold, credit)`,
          stmts`
            class Machine:
                def __init__(self, prices: dict[str, int]) -> None:
                    self.prices = prices
                    self.credit = 0
                    self.sold: list[str] = []

                def insert(self, coin: int) -> None:
                    self.credit += coin

                def choose(self, item: str) -> None:
                    price = self.prices[item]
                    if self.credit < price:
                        return
                    self.credit -= price
                    self.sold.append(item)

            def run(prices: dict[str, int], events: list[str]) -> tuple[list[str], int]:
                machine = Machine(prices)
                for event in events:
                    if event in prices:
                        machine.choose(event)
                    else:
                        machine.insert(int(event))
                return (machine.sold, machine.credit)`,
        ]);
        return {
          body,
          call: expr`run(${table}, ${log})`,
          names: { ...names, run: ['vend', 'simulate', 'operate'], Machine: ['VendingMachine', 'Vendor'] },
          doc: 'Return what the machine sells and the money that is left in it.',
        };
      }
      case 'stock': {
        const shelf = literal(dict(stock));
        const body = draw.pick([
          stmts`
            def run(prices: dict[str, int], stock: dict[str, int], events: list[str]) -> list[str]:
                credit = 0
                messages: list[str] = []
                for event in events:
                    if event.isdigit():
                        credit += int(event)
                    elif stock[event] == 0:
                        messages.append('no ' + event)
                    elif credit < prices[event]:
                        messages.append(f'{prices[event] - credit} more')
                    else:
                        stock[event] -= 1
                        credit -= prices[event]
                        messages.append(event)
                messages.append(f'change {credit}')
                return messages`,
          stmts`
            def choose(item: str, credit: int, prices: dict[str, int], stock: dict[str, int]) -> tuple[str, int]:
                if stock[item] == 0:
                    return ('no ' + item, credit)
                if credit < prices[item]:
                    return (f'{prices[item] - credit} more', credit)
                stock[item] -= 1
                return (item, credit - prices[item])

            def run(prices: dict[str, int], stock: dict[str, int], events: list[str]) -> list[str]:
                credit = 0
                messages: list[str] = []
                for event in events:
                    if event.isdigit():
                        credit += int(event)
                        continue
                    message, credit = choose(event, credit, prices, stock)
                    messages.append(message)
                return messages + [f'change {credit}']`,
        ]);
        return {
          body,
          call: expr`run(${table}, ${shelf}, ${log})`,
          names: {
            ...names,
            run: ['vend', 'simulate', 'operate'],
            messages: ['display', 'lines'],
            stock: ['shelf', 'supply'],
          },
        };
      }
    }
  },
  reference({ goal, prices, coins, choice, stock, events }): Data {
    const price = new Map(prices);
    const cost = price.get(choice) ?? 0;
    switch (goal) {
      case 'coin-box': {
        const box = new Map(stock.map(([coin, count]) => [Number(coin), count]));
        const add = (list: readonly number[], sign: number): void =>
          list.forEach((coin) => void box.set(coin, (box.get(coin) ?? 0) + sign));
        return events.map((event) => {
          const [thing, ...texts] = event.split(' ');
          const paid = texts.map(Number);
          const due = (price.get(thing) ?? 0) - sum(paid);
          if (due > 0) return `${due} missing`;
          add(paid, 1);
          const back: number[] = [];
          for (const coin of COINS.toReversed())
            for (let n = box.get(coin) ?? 0; n > 0 && sum(back) + coin <= -due; n--) back.push(coin);
          const fits = sum(back) === -due;
          add(fits ? back : paid, -1);
          return fits ? `${thing} and ${-due} back` : 'no change';
        });
      }
      case 'enough':
        return sum(coins) >= cost ? choice : `${cost - sum(coins)} more`;
      case 'turnstile': {
        // One passes for every coin that is followed by a push before the next push.
        const runs = events.join(' ').match(/coin( coin)* push/g) ?? [];
        return tuple(events.at(-1) === 'coin' ? 'open' : 'locked', runs.length);
      }
      case 'change': {
        if (sum(coins) < cost) return coins;
        const change: number[] = [];
        for (let left = sum(coins) - cost; left > 0; left -= change[change.length - 1]) {
          change.push(Math.max(...COINS.filter((coin) => coin <= left)));
        }
        return change;
      }
      case 'events':
      case 'stock': {
        const left = new Map(stock);
        const sold: string[] = [];
        const messages: string[] = [];
        const credit = events.reduce((money, event) => {
          if (!price.has(event)) return money + Number(event);
          const due = price.get(event) ?? 0;
          const none = goal === 'stock' && left.get(event) === 0;
          if (none || money < due) {
            messages.push(none ? `no ${event}` : `${due - money} more`);
            return money;
          }
          left.set(event, (left.get(event) ?? 0) - 1);
          sold.push(event);
          messages.push(event);
          return money - due;
        }, 0);
        return goal === 'events' ? tuple(sold, credit) : [...messages, `change ${credit}`];
      }
    }
  },
  example: {
    plan: {
      goal: 'turnstile',
      prices: [],
      coins: [],
      choice: '',
      stock: [],
      events: ['push', 'coin', 'coin', 'push'],
    },
    answer: "('locked', 1)",
  },
});
