// Stretches of a list with the largest sum, product or length: Kadane's walk and its relatives.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'best-sum' | 'stock' | 'streak' | 'rising' | 'bounds' | 'trades';
  numbers: number[];
}

const stretches = (numbers: readonly number[]): number[][] =>
  numbers.flatMap((_, i) => numbers.slice(i).map((__, n) => numbers.slice(i, i + n + 1)));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['streak', 'stock'],
  3: ['rising', 'stock', 'streak'],
  4: ['best-sum', 'rising'],
  5: ['best-sum', 'trades'],
  6: ['bounds'],
  7: ['bounds', 'best-sum'],
};

export const maxSubarrayFamily = defineFamily<Plan>({
  name: 'max-subarray',
  title: 'The best stretch of a list',
  topics: ['lists', 'dynamic-programming', 'loops'],
  ladder: [
    [2, 'the longest streak of positive days, or the best single trade'],
    [3, 'the longest rise'],
    [4, 'the stretch with the largest sum'],
    [5, 'longer lists; several trades'],
    [6, 'where the best stretch begins and ends'],
    [7, 'longer lists for all of these'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [5, 7, 7, 9, 9, 14][level - 2] + draw.int(0, 1);
    const positive = goal === 'stock' || goal === 'trades' || goal === 'rising';
    return { goal, numbers: positive ? draw.ints(size, 1, 30) : draw.ints(size, -9, 9) };
  },
  write({ goal, numbers }, draw) {
    const names = {
      xs: ['numbers', 'values', 'changes', 'balances'],
      x: ['value', 'change', 'number'],
      best: ['record', 'largest', 'top'],
      current: ['running', 'here', 'streak'],
      prices: ['quotes', 'rates'],
      price: ['quote', 'rate', 'today'],
      lowest: ['cheapest', 'low', 'buy'],
      profit: ['gain', 'win'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'best-sum': {
        const body = draw.weighted([
          [
            3,
            stmts`
              def best_sum(xs: list[int]) -> int:
                  best = xs[0]
                  current = xs[0]
                  for x in xs[1:]:
                      current = max(x, current + x)
                      best = max(best, current)
                  return best`,
          ],
          [
            2,
            stmts`
              def best_sum(xs: list[int]) -> int:
                  best = xs[0]
                  current = 0
                  for x in xs:
                      current += x
                      if current > best:
                          best = current
                      if current < 0:
                          current = 0
                  return best`,
          ],
          [
            1,
            stmts`
              def best_sum(xs: list[int]) -> int:
                  best = xs[0]
                  for start in range(len(xs)):
                      current = 0
                      for end in range(start, len(xs)):
                          current += xs[end]
                          if current > best:
                              best = current
                  return best`,
          ],
        ]);
        return {
          body,
          call: expr`best_sum(${argument})`,
          names: { ...names, best_sum: ['max_subarray', 'largest_sum', 'best_stretch'] },
          doc: 'Return the largest sum of neighbouring {xs}.',
        };
      }
      case 'stock': {
        const body = draw.pick([
          stmts`
            def best_profit(prices: list[int]) -> int:
                lowest = prices[0]
                profit = 0
                for price in prices:
                    if price < lowest:
                        lowest = price
                    elif price - lowest > profit:
                        profit = price - lowest
                return profit`,
          stmts`
            def best_profit(prices: list[int]) -> int:
                lowest = prices[0]
                profit = 0
                for price in prices[1:]:
                    profit = max(profit, price - lowest)
                    lowest = min(lowest, price)
                return profit`,
          stmts`
            def best_profit(prices: list[int]) -> int:
                profit = 0
                for day in range(len(prices)):
                    for later in range(day + 1, len(prices)):
                        profit = max(profit, prices[later] - prices[day])
                return profit`,
        ]);
        return {
          body,
          call: expr`best_profit(${argument})`,
          names: { ...names, best_profit: ['max_profit', 'best_trade'] },
          doc: 'Return the most that one purchase and one later sale can earn.',
        };
      }
      case 'streak': {
        const body = draw.pick([
          stmts`
            def longest_streak(xs: list[int]) -> int:
                best = 0
                current = 0
                for x in xs:
                    if x > 0:
                        current += 1
                        best = max(best, current)
                    else:
                        current = 0
                return best`,
          stmts`
            def longest_streak(xs: list[int]) -> int:
                best = 0
                start = 0
                for i in range(len(xs)):
                    if xs[i] <= 0:
                        start = i + 1
                    elif i - start + 1 > best:
                        best = i - start + 1
                return best`,
        ]);
        return {
          body,
          call: expr`longest_streak(${argument})`,
          names: { ...names, longest_streak: ['positive_streak', 'longest_good_run'] },
          doc: 'Return how many neighbouring {xs} at most are positive.',
        };
      }
      case 'rising': {
        const body = draw.pick([
          stmts`
            def longest_rise(xs: list[int]) -> int:
                best = 1
                current = 1
                for i in range(1, len(xs)):
                    if xs[i] > xs[i - 1]:
                        current += 1
                    else:
                        current = 1
                    best = max(best, current)
                return best`,
          stmts`
            def longest_rise(xs: list[int]) -> int:
                best = 1
                current = 1
                for before, x in zip(xs, xs[1:]):
                    current = current + 1 if x > before else 1
                    if current > best:
                        best = current
                return best`,
          stmts`
            def longest_rise(xs: list[int]) -> int:
                best = 0
                start = 0
                while start < len(xs):
                    end = start + 1
                    while end < len(xs) and xs[end] > xs[end - 1]:
                        end += 1
                    best = max(best, end - start)
                    start = end
                return best`,
        ]);
        return {
          body,
          call: expr`longest_rise(${argument})`,
          names: {
            ...names,
            longest_rise: ['longest_climb', 'longest_increase'],
            before: ['previous', 'last'],
          },
        };
      }
      case 'trades': {
        const body = draw.pick([
          stmts`
            def total_profit(prices: list[int]) -> int:
                profit = 0
                for i in range(1, len(prices)):
                    if prices[i] > prices[i - 1]:
                        profit += prices[i] - prices[i - 1]
                return profit`,
          stmts`
            def total_profit(prices: list[int]) -> int:
                profit = 0
                day = 0
                while day < len(prices) - 1:
                    while day < len(prices) - 1 and prices[day + 1] <= prices[day]:
                        day += 1
                    lowest = prices[day]
                    while day < len(prices) - 1 and prices[day + 1] > prices[day]:
                        day += 1
                    profit += prices[day] - lowest
                return profit`,
        ]);
        return {
          body,
          call: expr`total_profit(${argument})`,
          names: { ...names, total_profit: ['profit_of_trades', 'all_gains'] },
          doc: 'Return the most that buying and selling as often as one likes can earn.',
        };
      }
      case 'bounds': {
        const body = draw.pick([
          stmts`
            def best_stretch(xs: list[int]) -> tuple[int, int, int]:
                best = xs[0]
                bounds = (0, 0)
                for start in range(len(xs)):
                    current = 0
                    for end in range(start, len(xs)):
                        current += xs[end]
                        if current > best:
                            best = current
                            bounds = (start, end)
                return (best, bounds[0], bounds[1])`,
          stmts`
            def best_stretch(xs: list[int]) -> tuple[int, int, int]:
                best, first, last = xs[0], 0, 0
                current, start = 0, 0
                for i, x in enumerate(xs):
                    if current < 0:
                        current, start = x, i
                    else:
                        current += x
                    if current > best:
                        best, first, last = current, start, i
                return (best, first, last)`,
        ]);
        return {
          body,
          call: expr`best_stretch(${argument})`,
          names: { ...names, best_stretch: ['locate_best', 'max_subarray_bounds'] },
        };
      }
    }
  },
  reference({ goal, numbers }) {
    const parts = stretches(numbers);
    switch (goal) {
      case 'best-sum':
        return Math.max(...parts.map(sum));
      case 'stock':
        return Math.max(...parts.map((part) => part[part.length - 1] - part[0]));
      case 'streak':
        return Math.max(0, ...parts.filter((part) => part.every((x) => x > 0)).map((part) => part.length));
      case 'rising':
        return Math.max(
          ...parts
            .filter((part) => part.every((x, i) => i === 0 || x > part[i - 1]))
            .map((part) => part.length),
        );
      case 'trades':
        return sum(numbers.slice(1).map((x, i) => Math.max(0, x - numbers[i])));
      case 'bounds': {
        // The first in order of start, then of end: a stretch of sum 0 before the best one belongs to it.
        const best = Math.max(...parts.map(sum));
        for (let i = 0; i < numbers.length; i++) {
          for (let j = i; j < numbers.length; j++)
            if (sum(numbers.slice(i, j + 1)) === best) return tuple(best, i, j);
        }
        return null;
      }
    }
  },
  example: { plan: { goal: 'best-sum', numbers: [-2, 4, -1, 3, -6, 2] }, answer: '6' },
});
