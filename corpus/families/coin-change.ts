// Paying an amount: greedily, with the fewest coins, and in how many ways.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'greedy' | 'greedy-count' | 'fewest' | 'ways' | 'which';
  coins: number[];
  amount: number;
}

/** All ways to pay, as lists of coins in the order of the coins. */
function payments(coins: readonly number[], amount: number): number[][] {
  if (amount === 0) return [[]];
  return coins.flatMap((coin, i) =>
    coin > amount ? [] : payments(coins.slice(i), amount - coin).map((rest) => [coin, ...rest]),
  );
}

const MONEY = [
  [50, 20, 10, 5, 2, 1],
  [25, 10, 5, 1],
  [100, 50, 20, 10, 5],
  [20, 10, 5, 2, 1],
];

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  5: ['fewest'],
  6: ['fewest', 'ways'],
  7: ['fewest', 'ways'],
  8: ['which'],
  9: ['which', 'fewest', 'ways'],
};

export const coinChangeFamily = defineFamily<Plan>({
  name: 'coin-change',
  title: 'Making change',
  topics: ['dynamic-programming', 'loops', 'recursion'],
  ladder: [
    [2, 'how many coins change takes'],
    [3, 'which coins change takes'],
    [4, 'larger amounts of change'],
    [5, 'the fewest of odd coins for a small amount'],
    [6, 'larger amounts; ways to pay'],
    [7, 'more coins'],
    [8, 'which coins are the fewest'],
    [9, 'larger amounts'],
  ],
  plan(draw, level) {
    if (level <= 4) {
      const coins = draw.pick(MONEY);
      const unit = coins[coins.length - 1];
      const amount = unit * draw.int([4, 12, 35][level - 2], [15, 40, 99][level - 2]);
      return {
        goal: level === 2 ? 'greedy-count' : draw.pick(['greedy', 'greedy-count'] as const),
        coins,
        amount,
      };
    }
    const goal = draw.pick(GOALS[level]);
    const coins = draw.pick(
      level < 7
        ? [
            [1, 3, 4],
            [1, 4, 5],
            [2, 3],
            [1, 5, 6],
            [2, 5],
          ]
        : [
            [1, 3, 4],
            [1, 4, 6],
            [2, 3, 7],
            [1, 5, 8],
            [3, 4, 5],
            [1, 6, 9],
          ],
    );
    return { goal, coins, amount: draw.int(level, [9, 12, 14, 13, 20][level - 5]) };
  },
  write({ goal, coins, amount }, draw) {
    const argument = literal(coins);
    const names = {
      coins: ['denominations', 'kinds'],
      amount: ['total', 'sum_due', 'value'],
      coin: ['c', 'kind'],
      fewest: ['best', 'needed', 'table'],
      ways: ['counts', 'table'],
    };
    switch (goal) {
      case 'greedy-count': {
        const body = draw.pick([
          stmts`
            def count_coins(amount: int, coins: list[int]) -> int:
                count = 0
                for coin in coins:
                    count += amount // coin
                    amount %= coin
                return count`,
          stmts`
            def count_coins(amount: int, coins: list[int]) -> int:
                count = 0
                for coin in coins:
                    while amount >= coin:
                        amount -= coin
                        count += 1
                return count`,
          stmts`
            def count_coins(amount: int, coins: list[int]) -> int:
                if amount == 0:
                    return 0
                if amount >= coins[0]:
                    return 1 + count_coins(amount - coins[0], coins)
                return count_coins(amount, coins[1:])`,
        ]);
        return {
          body,
          call: expr`count_coins(${amount}, ${argument})`,
          names: { ...names, count: ['used', 'number'], count_coins: ['coins_needed', 'number_of_coins'] },
          doc: 'Count the coins that {amount} takes, large ones first.',
        };
      }
      case 'greedy': {
        const body = draw.pick([
          stmts`
            def make_change(amount: int, coins: list[int]) -> dict[int, int]:
                change: dict[int, int] = {}
                for coin in coins:
                    count = amount // coin
                    if count > 0:
                        change[coin] = count
                        amount -= coin * count
                return change`,
          stmts`
            def make_change(amount: int, coins: list[int]) -> dict[int, int]:
                change: dict[int, int] = {}
                i = 0
                while amount > 0:
                    if coins[i] <= amount:
                        change[coins[i]] = change.get(coins[i], 0) + 1
                        amount -= coins[i]
                    else:
                        i += 1
                return change`,
          stmts`
            def make_change(amount: int, coins: list[int]) -> dict[int, int]:
                change: dict[int, int] = {}
                for coin in coins:
                    count, amount = divmod(amount, coin)
                    if count:
                        change[coin] = count
                return change`,
        ]);
        return {
          body,
          call: expr`make_change(${amount}, ${argument})`,
          names: {
            ...names,
            change: ['result', 'pieces'],
            make_change: ['give_change', 'split_amount', 'pay'],
          },
        };
      }
      case 'fewest': {
        const body = draw.pick([
          stmts`
            def fewest_coins(coins: list[int], amount: int) -> int:
                fewest = [0] + [amount + 1] * amount
                for value in range(1, amount + 1):
                    for coin in coins:
                        if coin <= value:
                            fewest[value] = min(fewest[value], fewest[value - coin] + 1)
                return fewest[amount] if fewest[amount] <= amount else -1`,
          stmts`
            def fewest_coins(coins: list[int], amount: int) -> int:
                reached = {0}
                count = 0
                while amount not in reached:
                    count += 1
                    further: set[int] = set()
                    for value in reached:
                        for coin in coins:
                            if value + coin <= amount:
                                further.add(value + coin)
                    if not further:
                        return -1
                    reached = further
                return count`,
          stmts`
            def solve(coins: list[int], amount: int, memo: dict[int, int]) -> int:
                if amount == 0:
                    return 0
                if amount not in memo:
                    best = 1000
                    for coin in coins:
                        if coin <= amount:
                            best = min(best, 1 + solve(coins, amount - coin, memo))
                    memo[amount] = best
                return memo[amount]

            def fewest_coins(coins: list[int], amount: int) -> int:
                count = solve(coins, amount, {})
                return count if count < 1000 else -1`,
        ]);
        return {
          body,
          call: expr`fewest_coins(${argument}, ${amount})`,
          names: {
            ...names,
            amount: ['total', 'target'],
            fewest_coins: ['min_coins', 'coin_change'],
            value: ['part', 'v'],
            solve: ['search', 'fewest_for'],
          },
          doc: 'Return the fewest {coins} that make {amount}, or -1.',
        };
      }
      case 'ways': {
        const body = draw.pick([
          stmts`
            def count_ways(coins: list[int], amount: int) -> int:
                ways = [1] + [0] * amount
                for coin in coins:
                    for value in range(coin, amount + 1):
                        ways[value] += ways[value - coin]
                return ways[amount]`,
          stmts`
            def count_ways(coins: list[int], amount: int) -> int:
                if amount == 0:
                    return 1
                if amount < 0 or not coins:
                    return 0
                return count_ways(coins, amount - coins[0]) + count_ways(coins[1:], amount)`,
        ]);
        return {
          body,
          call: expr`count_ways(${argument}, ${amount})`,
          names: {
            ...names,
            amount: ['total', 'target'],
            count_ways: ['ways_to_pay', 'payment_count'],
            value: ['part', 'v'],
          },
          doc: 'Count the ways to make {amount} of {coins}.',
        };
      }
      case 'which': {
        const body = stmts`
          def choose_coins(coins: list[int], amount: int) -> list[int]:
              fewest = [0] + [amount + 1] * amount
              last = [0] * (amount + 1)
              for value in range(1, amount + 1):
                  for coin in coins:
                      if coin <= value and fewest[value - coin] + 1 < fewest[value]:
                          fewest[value] = fewest[value - coin] + 1
                          last[value] = coin
              chosen: list[int] = []
              while amount > 0 and last[amount] > 0:
                  chosen.append(last[amount])
                  amount -= last[amount]
              return chosen`;
        const lists = stmts`
          def choose_coins(coins: list[int], amount: int) -> list[int]:
              best: dict[int, list[int]] = {0: []}
              for value in range(1, amount + 1):
                  for coin in coins:
                      if value - coin not in best:
                          continue
                      choice = [coin] + best[value - coin]
                      if value not in best or len(choice) < len(best[value]):
                          best[value] = choice
              return best.get(amount, [])`;
        return {
          body: draw.chance(0.6) ? body : lists,
          call: expr`choose_coins(${argument}, ${amount})`,
          names: {
            coins: names.coins,
            amount: ['total', 'target'],
            choose_coins: ['best_payment', 'pick_coins'],
            last: ['coin_for', 'added'],
            chosen: ['payment', 'result'],
          },
          doc: 'Return the fewest {coins} that make {amount}.',
        };
      }
    }
  },
  reference({ goal, coins, amount }) {
    const all = payments(coins, amount);
    switch (goal) {
      case 'greedy':
      case 'greedy-count': {
        let left = amount;
        const used = coins.map((coin) => {
          const count = Math.floor(left / coin);
          left -= count * coin;
          return [coin, count] as const;
        });
        return goal === 'greedy'
          ? dict(used.filter(([, count]) => count > 0))
          : used.reduce((sum, [, count]) => sum + count, 0);
      }
      case 'fewest':
        return all.length === 0 ? -1 : Math.min(...all.map((payment) => payment.length));
      case 'ways':
        return all.length;
      case 'which': {
        // Of the shortest payments the one that begins with the earliest coin, whose rest is chosen alike.
        const fewest = Math.min(...all.map((payment) => payment.length));
        const order = (payment: readonly number[]): string =>
          payment.map((coin) => coins.indexOf(coin)).join();
        const orders = all
          .filter((payment) => payment.length === fewest)
          .map((payment) => payment.toSorted((a, b) => coins.indexOf(a) - coins.indexOf(b)));
        return orders.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? [];
      }
    }
  },
  example: { plan: { goal: 'fewest', coins: [1, 3, 4], amount: 6 }, answer: '2' },
});
