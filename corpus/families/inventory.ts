// A shop's stock in a dict: deliveries, sales, what runs low, what it all is worth.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { THEMES } from '../pools.ts';

interface Plan {
  goal: 'add' | 'low' | 'worth' | 'sell' | 'orders' | 'reorder' | 'lots';
  stock: [string, number][];
  prices: [string, number][];
  changes: [string, number][];
  limit: number;
}

/** Amounts for some of the things. */
const amounts = (draw: Draw, things: readonly string[], count: number, high: number): [string, number][] =>
  draw.list(count, () => [draw.pick(things), draw.int(1, high)]);

/** Changes of the stock with the price of each: first every thing is bought, later prices drift. */
function lotEvents(
  changes: readonly [string, number][],
  prices: readonly [string, number][],
  drift: number,
): [string, number, number][] {
  const usual = new Map(prices);
  const events = [
    ...prices.map(([thing], i): [string, number] => [thing, 5 + (drift % (4 + i))]),
    ...changes,
  ];
  return events.map(([thing, count], i) => {
    const price = usual.get(thing)!;
    const changed = price + Math.floor((price * ((i * drift) % 30)) / 100);
    return [thing, count, count > 0 ? changed : changed + Math.floor(price / 3)];
  });
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['low', 'add'],
  3: ['add', 'low'],
  4: ['worth', 'add'],
  5: ['sell', 'worth'],
  6: ['orders'],
  7: ['reorder'],
  8: ['reorder', 'orders', 'sell'],
  9: ['lots'],
  10: ['lots'],
};

export const inventoryFamily = defineFamily<Plan>({
  name: 'inventory',
  title: 'Keeping an inventory',
  topics: ['dicts', 'simulation', 'loops'],
  ladder: [
    [2, 'what runs low, or one delivery'],
    [3, 'several deliveries'],
    [4, 'what the stock is worth'],
    [5, 'sales, of which some are refused'],
    [6, 'orders with their bill'],
    [7, 'sales that trigger new orders'],
    [8, 'longer days'],
    [9, 'goods sold from the oldest lots first, with the profit'],
    [10, 'more events'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const theme = draw.pick(THEMES);
      const things = draw.sample(theme.things, level === 9 ? 2 : 3);
      const size = [10, 17][level - 9];
      return {
        goal: 'lots',
        stock: things.map((thing) => [thing, draw.int(2, 9)]),
        prices: things.map((thing) => [thing, draw.int(...theme.price)]),
        changes: draw.list(size, () => [draw.pick(things), draw.int(1, 9) * draw.pick([1, -1, -1])]),
        limit: draw.int(...theme.price),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const theme = draw.pick(THEMES);
    const count = [3, 3, 4, 4, 4, 4, 5][level - 2];
    const things = draw.sample(theme.things, count + 1);
    const known = goal === 'add' || goal === 'sell' || goal === 'orders' ? things : things.slice(0, count);
    const changes = [1, 3, 4, 5, 5, 6, 9][level - 2];
    return {
      goal,
      stock: things.slice(0, count).map((thing) => [thing, draw.int(goal === 'reorder' ? 4 : 0, 15)]),
      prices: things.slice(0, count).map((thing) => [thing, draw.int(...theme.price)]),
      changes: amounts(draw, known, changes, goal === 'add' ? 12 : 6),
      limit: draw.int(3, 8),
    };
  },
  write({ goal, stock, prices, changes, limit }, draw) {
    const names = {
      stock: ['inventory', 'store', 'shelf'],
      item: ['name', 'product', 'article'],
      amount: ['quantity', 'count', 'n'],
      orders: ['requests', 'sales', 'customers'],
      prices: ['price_list', 'costs'],
      total: ['worth', 'revenue', 'sum_total'],
      limit: ['minimum', 'threshold', 'least'],
      deliveries: ['arrivals', 'new_items'],
      result: ['running_low', 'missing', 'short'],
    };
    const store = literal(dict(stock));
    const list = literal(changes.map(([thing, n]) => tuple(thing, n)));
    const costs = literal(dict(prices));
    switch (goal) {
      case 'lots': {
        const events = literal(
          lotEvents(changes, prices, limit).map(([thing, count, price]) => tuple(thing, count, price)),
        );
        const cost = draw.pick([
          stmts`
            def take_oldest(lots: list[list[int]], amount: int) -> int:
                cost = 0
                while amount > 0:
                    lot = lots[0]
                    taken = min(amount, lot[0])
                    cost += taken * lot[1]
                    lot[0] -= taken
                    amount -= taken
                    if lot[0] == 0:
                        lots.pop(0)
                return cost`,
          stmts`
            def take_oldest(lots: list[list[int]], amount: int) -> int:
                cost = 0
                while amount > 0:
                    count, price = lots.pop(0)
                    if count > amount:
                        lots.insert(0, [count - amount, price])
                        count = amount
                    cost += count * price
                    amount -= count
                return cost`,
        ]);
        const stock = draw.pick([
          stmts`
            def in_stock(lots: list[list[int]]) -> int:
                total = 0
                for lot in lots:
                    total += lot[0]
                return total`,
          stmts`
            def in_stock(lots: list[list[int]]) -> int:
                return sum(count for count, price in lots)`,
        ]);
        const main = draw.pick([
          stmts`
            def profit(events: list[tuple[str, int, int]]) -> tuple[int, list[str]]:
                store: dict[str, list[list[int]]] = {}
                gain = 0
                refused: list[str] = []
                for thing, amount, price in events:
                    lots = store.setdefault(thing, [])
                    if amount > 0:
                        lots.append([amount, price])
                    elif in_stock(lots) < -amount:
                        refused.append(thing)
                    else:
                        gain += -amount * price - take_oldest(lots, -amount)
                return (gain, refused)`,
          stmts`
            def profit(events: list[tuple[str, int, int]]) -> tuple[int, list[str]]:
                store: dict[str, list[list[int]]] = {}
                gain = 0
                refused: list[str] = []
                for thing, amount, price in events:
                    if thing not in store:
                        store[thing] = []
                    if amount > 0:
                        store[thing].append([amount, price])
                        continue
                    sold = -amount
                    if in_stock(store[thing]) >= sold:
                        gain += sold * price
                        gain -= take_oldest(store[thing], sold)
                    else:
                        refused.append(thing)
                return (gain, refused)`,
        ]);
        return {
          body: [...cost, ...stock, ...main],
          call: expr`profit(${events})`,
          names: {
            profit: ['earnings', 'trade', 'first_in_first_out'],
            take_oldest: ['sell_oldest', 'cost_of_goods'],
            in_stock: ['available', 'count_stock'],
            store: ['warehouse', 'shelves'],
            'lots lot': ['batches batch', 'deliveries delivery'],
            gain: ['result', 'earned'],
            refused: ['missed', 'sold_out'],
            events: ['trades', 'bookings'],
          },
          doc: 'Buy (amounts above zero) and sell; what was bought first is sold first. Return the gain, and what could not be sold.',
        };
      }
      case 'add': {
        const put = draw.pick([
          stmts`
            if item in stock:
                stock[item] += amount
            else:
                stock[item] = amount`,
          stmts`stock[item] = stock.get(item, 0) + amount`,
          stmts`
            if item not in stock:
                stock[item] = 0
            stock[item] += amount`,
        ]);
        const body = stmts`
          def add_deliveries(stock: dict[str, int], deliveries: list[tuple[str, int]]) -> dict[str, int]:
              for item, amount in deliveries:
                  ${put}
              return stock`;
        return {
          body,
          call: expr`add_deliveries(${store}, ${list})`,
          names: { ...names, add_deliveries: ['restock', 'receive', 'fill_up'] },
          doc: 'Add what was delivered to the {stock}.',
        };
      }
      case 'low': {
        const body = draw.pick([
          stmts`
            def low_items(stock: dict[str, int], limit: int) -> list[str]:
                result: list[str] = []
                for item, amount in stock.items():
                    if amount < limit:
                        result.append(item)
                return result`,
          stmts`
            def low_items(stock: dict[str, int], limit: int) -> list[str]:
                return [item for item, amount in stock.items() if amount < limit]`,
          stmts`
            def low_items(stock: dict[str, int], limit: int) -> list[str]:
                result: list[str] = []
                for item in stock:
                    if stock[item] < limit:
                        result.append(item)
                return result`,
        ]);
        return {
          body,
          call: expr`low_items(${store}, ${limit})`,
          names: { ...names, low_items: ['find_low_stock', 'running_out', 'items_to_order'] },
          doc: 'List the items of which fewer than {limit} are left.',
        };
      }
      case 'worth': {
        const body = draw.pick([
          stmts`
            def stock_value(stock: dict[str, int], prices: dict[str, int]) -> int:
                total = 0
                for item, amount in stock.items():
                    total += amount * prices[item]
                return total`,
          stmts`
            def stock_value(stock: dict[str, int], prices: dict[str, int]) -> int:
                return sum(stock[item] * prices[item] for item in stock)`,
          stmts`
            def stock_value(stock: dict[str, int], prices: dict[str, int]) -> int:
                total = 0
                for item in stock:
                    if stock[item] == 0:
                        continue
                    total += stock[item] * prices[item]
                return total`,
        ]);
        return {
          body,
          call: expr`stock_value(${store}, ${costs})`,
          names: { ...names, stock_value: ['inventory_value', 'total_worth', 'value_of_stock'] },
        };
      }
      case 'sell': {
        const body = draw.pick([
          stmts`
            def sell(stock: dict[str, int], item: str, amount: int) -> bool:
                if item not in stock or stock[item] < amount:
                    return False
                stock[item] -= amount
                return True

            def refused_orders(stock: dict[str, int], orders: list[tuple[str, int]]) -> list[str]:
                refused: list[str] = []
                for item, amount in orders:
                    if not sell(stock, item, amount):
                        refused.append(item)
                return refused`,
          stmts`
            def refused_orders(stock: dict[str, int], orders: list[tuple[str, int]]) -> list[str]:
                refused: list[str] = []
                for item, amount in orders:
                    left = stock.get(item, 0)
                    if left >= amount:
                        stock[item] = left - amount
                    else:
                        refused.append(item)
                return refused`,
        ]);
        return {
          body,
          call: expr`refused_orders(${store}, ${list})`,
          names: {
            ...names,
            refused_orders: ['unfilled', 'process_orders', 'sell_all'],
            sell: ['take', 'remove_item'],
            refused: ['failed', 'unserved'],
          },
          doc: 'Serve the {orders} from the {stock} and return what could not be sold.',
        };
      }
      case 'orders': {
        const body = draw.pick([
          stmts`
            def serve(stock: dict[str, int], prices: dict[str, int], orders: list[tuple[str, int]]) -> int:
                total = 0
                for item, amount in orders:
                    if item not in stock:
                        continue
                    sold = min(amount, stock[item])
                    stock[item] -= sold
                    total += sold * prices[item]
                return total`,
          stmts`
            def sell(stock: dict[str, int], item: str, amount: int) -> int:
                sold = min(amount, stock.get(item, 0))
                if sold > 0:
                    stock[item] -= sold
                return sold

            def serve(stock: dict[str, int], prices: dict[str, int], orders: list[tuple[str, int]]) -> int:
                total = 0
                for item, amount in orders:
                    total += sell(stock, item, amount) * prices.get(item, 0)
                return total`,
        ]);
        return {
          body,
          call: expr`serve(${store}, ${costs}, ${list})`,
          names: {
            ...names,
            serve: ['serve_customers', 'day_revenue', 'process_orders'],
            sell: ['take_from_stock', 'hand_out'],
            sold: ['given', 'available'],
          },
          doc: 'Sell as much of each order as there is and return the money earned.',
        };
      }
      case 'reorder': {
        const body = draw.pick([
          stmts`
            def run_day(stock: dict[str, int], orders: list[tuple[str, int]], limit: int) -> dict[str, int]:
                ordered: dict[str, int] = {}
                for item, amount in orders:
                    stock[item] -= min(amount, stock[item])
                    if stock[item] < limit:
                        missing = 10 - stock[item]
                        ordered[item] = ordered.get(item, 0) + missing
                        stock[item] = 10
                return ordered`,
          stmts`
            FULL = 10

            def refill(stock: dict[str, int], item: str) -> int:
                missing = FULL - stock[item]
                stock[item] = FULL
                return missing

            def run_day(stock: dict[str, int], orders: list[tuple[str, int]], limit: int) -> dict[str, int]:
                ordered: dict[str, int] = {}
                for item, amount in orders:
                    if amount > stock[item]:
                        stock[item] = 0
                    else:
                        stock[item] -= amount
                    if stock[item] >= limit:
                        continue
                    if item not in ordered:
                        ordered[item] = 0
                    ordered[item] += refill(stock, item)
                return ordered`,
        ]);
        return {
          body,
          call: expr`run_day(${store}, ${list}, ${limit})`,
          names: {
            ...names,
            run_day: ['reorder', 'keep_stocked', 'manage_stock'],
            ordered: ['bought', 'purchases'],
            missing: ['needed', 'gap'],
            refill: ['fill_shelf', 'top_up'],
          },
          doc: 'Sell the {orders}; whatever falls below {limit} is filled up to 10.',
        };
      }
    }
  },
  reference({ goal, stock, prices, changes, limit }) {
    const left = new Map(stock);
    const priceOf = new Map(prices);
    switch (goal) {
      case 'lots': {
        // Each thing as a row of single pieces with what each has cost.
        const pieces = new Map<string, number[]>();
        const refused: string[] = [];
        let gain = 0;
        for (const [thing, count, price] of lotEvents(changes, prices, limit)) {
          const have = pieces.get(thing) ?? [];
          if (count > 0) pieces.set(thing, [...have, ...Array.from({ length: count }, () => price)]);
          else if (have.length < -count) refused.push(thing);
          else {
            gain += have.slice(0, -count).reduce((sum, cost) => sum + price - cost, 0);
            pieces.set(thing, have.slice(-count));
          }
        }
        return tuple(gain, refused);
      }
      case 'add': {
        const things = [...new Set([...stock, ...changes].map(([thing]) => thing))];
        const all = [...stock, ...changes];
        return dict(
          things.map((thing) => [
            thing,
            all.filter(([other]) => other === thing).reduce((sum, [, n]) => sum + n, 0),
          ]),
        );
      }
      case 'low':
        return stock.filter(([, n]) => n < limit).map(([thing]) => thing);
      case 'worth':
        return stock.reduce((sum, [thing, n]) => sum + n * (priceOf.get(thing) ?? 0), 0);
      case 'sell':
        return changes
          .filter(([thing, n]) => {
            const have = left.get(thing) ?? 0;
            if (have < n) return true;
            left.set(thing, have - n);
            return false;
          })
          .map(([thing]) => thing);
      case 'orders':
        // Of each thing as much is sold as is asked for in all, at most what there is.
        return stock.reduce((sum, [thing, n]) => {
          const asked = changes.filter(([other]) => other === thing).reduce((total, [, m]) => total + m, 0);
          return sum + Math.min(n, asked) * (priceOf.get(thing) ?? 0);
        }, 0);
      case 'reorder': {
        const bought = new Map<string, number>();
        for (const [thing, n] of changes) {
          const rest = Math.max(0, (left.get(thing) ?? 0) - n);
          if (rest < limit) bought.set(thing, (bought.get(thing) ?? 0) + 10 - rest);
          left.set(thing, rest < limit ? 10 : rest);
        }
        return bought;
      }
    }
  },
  example: {
    plan: {
      goal: 'add',
      stock: [['tea', 2]],
      prices: [],
      changes: [
        ['milk', 3],
        ['tea', 1],
      ],
      limit: 0,
    },
    answer: "{'tea': 3, 'milk': 3}",
  },
});
