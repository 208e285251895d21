// Ways and costs of climbing stairs: the smallest dynamic programs, by memory and by table.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'ways' | 'cheapest' | 'rob' | 'broken' | 'jumps';
  n: number;
  /** sizes of a step, broken stairs, or costs */
  numbers: number[];
}

/** The number of ways to climb n stairs with the given steps, stairs in `broken` left out. */
function ways(n: number, steps: readonly number[], broken: readonly number[] = []): number {
  if (n === 0) return 1;
  if (n < 0 || broken.includes(n)) return 0;
  return steps.reduce((total, step) => total + ways(n - step, steps, broken), 0);
}

/** The most that can be taken from numbers no two of which are neighbours: all choices tried. */
const richest = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.max(richest(numbers.slice(1)), numbers[0] + richest(numbers.slice(2)));

const cheapest = (costs: readonly number[], at: number): number =>
  at >= costs.length ? 0 : costs[at] + Math.min(cheapest(costs, at + 1), cheapest(costs, at + 2));

/** The least number of jumps from place `at` to the last place, or infinity. */
const jumps = (reach: readonly number[], at: number): number => {
  if (at >= reach.length - 1) return 0;
  return Math.min(...Array.from({ length: reach[at] }, (_, i) => 1 + jumps(reach, at + i + 1)), Infinity);
};

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['ways'],
  4: ['ways', 'cheapest'],
  5: ['rob', 'cheapest'],
  6: ['broken', 'rob'],
  7: ['jumps'],
  8: ['jumps', 'broken', 'rob'],
};

export const climbingStairsFamily = defineFamily<Plan>({
  name: 'climbing-stairs',
  title: 'Climbing stairs',
  topics: ['dynamic-programming', 'recursion', 'lists'],
  ladder: [
    [3, 'ways to climb a few stairs'],
    [4, 'ways with other steps; the cheapest way'],
    [5, 'no two neighbours'],
    [6, 'broken stairs'],
    [7, 'fewest jumps'],
    [8, 'longer stairs'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 6, 7, 7, 10][level - 3] + draw.int(0, 2);
    switch (goal) {
      case 'ways':
        return {
          goal,
          n: size,
          numbers: draw.pick(
            level === 3
              ? [[1, 2]]
              : [
                  [1, 2, 3],
                  [1, 3],
                  [2, 3],
                  [1, 2, 4],
                  [1, 5],
                ],
          ),
        };
      case 'broken':
        return { goal, n: size + 2, numbers: draw.distinct(2, 2, size + 1).sort((a, b) => a - b) };
      case 'cheapest':
      case 'rob':
        return { goal, n: 0, numbers: draw.ints(size, 1, 20) };
      case 'jumps':
        return { goal, n: 0, numbers: draw.ints(size, 1, 3) };
    }
  },
  write({ goal, n, numbers }, draw) {
    const argument = literal(numbers);
    const usual = numbers.length === 2 && numbers[0] === 1 && numbers[1] === 2;
    switch (goal) {
      case 'ways': {
        const body = usual
          ? draw.pick([
              stmts`
                def count_ways(n: int) -> int:
                    if n <= 1:
                        return 1
                    return count_ways(n - 1) + count_ways(n - 2)`,
              stmts`
                def count_ways(n: int) -> int:
                    ways = [1, 1]
                    for i in range(2, n + 1):
                        ways.append(ways[i - 1] + ways[i - 2])
                    return ways[n]`,
              stmts`
                def count_ways(n: int) -> int:
                    before, ways = 1, 1
                    for _ in range(n - 1):
                        before, ways = ways, before + ways
                    return ways`,
            ])
          : draw.pick([
              stmts`
                def count_ways(n: int, steps: list[int]) -> int:
                    ways = [1] + [0] * n
                    for stair in range(1, n + 1):
                        for step in steps:
                            if step <= stair:
                                ways[stair] += ways[stair - step]
                    return ways[n]`,
              stmts`
                def count_ways(n: int, steps: list[int]) -> int:
                    if n == 0:
                        return 1
                    total = 0
                    for step in steps:
                        if step <= n:
                            total += count_ways(n - step, steps)
                    return total`,
            ]);
        return {
          body,
          call: usual ? expr`count_ways(${n})` : expr`count_ways(${n}, ${argument})`,
          names: {
            count_ways: ['climb', 'ways_to_climb', 'stairs'],
            n: ['height', 'top'],
            ways: ['table', 'counts'],
            steps: ['sizes', 'strides'],
            stair: ['i', 'level'],
          },
          doc: 'Count the ways to climb {n} stairs.',
        };
      }
      case 'cheapest': {
        const body = draw.pick([
          stmts`
            def cheapest_climb(costs: list[int]) -> int:
                best = [costs[0], costs[1]]
                for i in range(2, len(costs)):
                    best.append(costs[i] + min(best[i - 1], best[i - 2]))
                return min(best[-1], best[-2])`,
          stmts`
            def cheapest_climb(costs: list[int]) -> int:
                before, last = 0, 0
                for cost in costs:
                    before, last = last, cost + min(before, last)
                return min(before, last)`,
          stmts`
            def cost_from(costs: list[int], stair: int, memo: dict[int, int]) -> int:
                if stair >= len(costs):
                    return 0
                if stair not in memo:
                    rest = min(cost_from(costs, stair + 1, memo), cost_from(costs, stair + 2, memo))
                    memo[stair] = costs[stair] + rest
                return memo[stair]

            def cheapest_climb(costs: list[int]) -> int:
                memo: dict[int, int] = {}
                return min(cost_from(costs, 0, memo), cost_from(costs, 1, memo))`,
        ]);
        return {
          body,
          call: expr`cheapest_climb(${argument})`,
          names: {
            cheapest_climb: ['min_cost', 'least_effort'],
            costs: ['tolls', 'efforts'],
            memo: ['known', 'cache'],
            best: ['totals', 'table'],
          },
          doc: 'Climb by one or two stairs at a time as cheaply as possible.',
        };
      }
      case 'rob': {
        const body = draw.pick([
          stmts`
            def best_choice(values: list[int]) -> int:
                take = 0
                skip = 0
                for value in values:
                    take, skip = skip + value, max(skip, take)
                return max(take, skip)`,
          stmts`
            def best_choice(values: list[int]) -> int:
                best = [0, values[0]]
                for value in values[1:]:
                    best.append(max(best[-1], best[-2] + value))
                return best[-1]`,
          stmts`
            def best_from(values: list[int], i: int, memo: dict[int, int]) -> int:
                if i >= len(values):
                    return 0
                if i in memo:
                    return memo[i]
                take = values[i] + best_from(values, i + 2, memo)
                skip = best_from(values, i + 1, memo)
                memo[i] = max(take, skip)
                return memo[i]

            def best_choice(values: list[int]) -> int:
                return best_from(values, 0, {})`,
        ]);
        return {
          body,
          call: expr`best_choice(${argument})`,
          names: {
            best_choice: ['max_without_neighbours', 'pick_apart', 'house_robber'],
            values: ['gold', 'houses', 'prizes'],
            value: ['prize', 'amount'],
            'take skip': ['with_it without_it'],
          },
          doc: 'Return the largest sum of {values} no two of which are neighbours.',
        };
      }
      case 'broken': {
        const body = draw.pick([
          stmts`
            def count_ways(n: int, broken: list[int]) -> int:
                ways = [0] * (n + 1)
                ways[0] = 1
                for stair in range(1, n + 1):
                    if stair in broken:
                        continue
                    ways[stair] = ways[stair - 1]
                    if stair >= 2:
                        ways[stair] += ways[stair - 2]
                return ways[n]`,
          stmts`
            def count_ways(n: int, broken: list[int]) -> int:
                before, ways = 0, 1
                for stair in range(1, n + 1):
                    now = 0 if stair in broken else before + ways
                    before, ways = ways, now
                return ways`,
          stmts`
            def ways_from(stair: int, n: int, broken: set[int], memo: dict[int, int]) -> int:
                if stair == n:
                    return 1
                if stair > n or stair in broken:
                    return 0
                if stair not in memo:
                    one = ways_from(stair + 1, n, broken, memo)
                    two = ways_from(stair + 2, n, broken, memo)
                    memo[stair] = one + two
                return memo[stair]

            def count_ways(n: int, broken: list[int]) -> int:
                return ways_from(0, n, set(broken), {})`,
        ]);
        return {
          body,
          call: expr`count_ways(${n}, ${argument})`,
          names: {
            count_ways: ['safe_ways', 'climb_carefully'],
            broken: ['missing', 'loose'],
            ways: ['table', 'counts'],
            n: ['height', 'top'],
            stair: ['i', 'level'],
          },
          doc: 'Count the ways to climb {n} stairs without the {broken} ones.',
        };
      }
      case 'jumps': {
        const body = draw.pick([
          stmts`
            def fewest_jumps(reach: list[int]) -> int:
                jumps = [0] + [len(reach)] * (len(reach) - 1)
                for place in range(len(reach)):
                    last = min(place + reach[place], len(reach) - 1)
                    for target in range(place + 1, last + 1):
                        jumps[target] = min(jumps[target], jumps[place] + 1)
                return jumps[-1]`,
          stmts`
            def fewest_jumps(reach: list[int]) -> int:
                jumps = 0
                current = 0
                farthest = 0
                for i in range(len(reach) - 1):
                    farthest = max(farthest, i + reach[i])
                    if i == current:
                        jumps += 1
                        current = farthest
                return jumps`,
        ]);
        return {
          body,
          call: expr`fewest_jumps(${argument})`,
          names: {
            fewest_jumps: ['min_jumps', 'cross'],
            reach: ['stones', 'springs', 'powers'],
            jumps: ['hops', 'steps'],
          },
          doc: 'Return the fewest jumps to the end; {reach} says how far each place lets one jump.',
        };
      }
    }
  },
  reference({ goal, n, numbers }) {
    switch (goal) {
      case 'ways':
        return ways(n, numbers);
      case 'cheapest':
        return Math.min(cheapest(numbers, 0), cheapest(numbers, 1));
      case 'rob':
        return richest(numbers);
      case 'broken':
        return ways(n, [1, 2], numbers);
      case 'jumps':
        return jumps(numbers, 0);
    }
  },
  example: { plan: { goal: 'rob', n: 0, numbers: [2, 7, 9, 3, 1] }, answer: '12' },
});
