// The knapsack: what to pack when not everything fits, greedily, exactly and by table.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { THEMES } from '../pools.ts';

interface Plan {
  goal: 'greedy' | 'best' | 'unbounded' | 'which';
  things: string[];
  weights: number[];
  values: number[];
  capacity: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** All choices of places, as lists of indices. */
const choices = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, mask) =>
    Array.from({ length: n }, (__, i) => i).filter((i) => (mask >> i) & 1),
  );

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['greedy'],
  5: ['greedy'],
  6: ['best'],
  7: ['best'],
  8: ['unbounded', 'best'],
  9: ['which'],
  10: ['which', 'best', 'unbounded'],
};

export const knapsackFamily = defineFamily<Plan>({
  name: 'knapsack',
  title: 'Packing a knapsack',
  topics: ['dynamic-programming', 'recursion', 'lists'],
  ladder: [
    [4, 'packing in the given order while it fits'],
    [5, 'packing greedily by value'],
    [6, 'the best of three things, by recursion or table'],
    [7, 'the best of four things'],
    [8, 'each thing as often as one likes'],
    [9, 'which things are the best choice'],
    [10, 'more things'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const count = [4, 6, 3, 4, 3, 4, 5][level - 4] + (goal === 'best' && level > 7 ? 1 : 0);
    const capacity =
      goal === 'greedy' ? draw.int(10, 20) : [5, 6, 7, 8, 7, 7, 10][level - 4] + draw.int(0, 2);
    return {
      goal,
      things: draw.sample(draw.pick(THEMES).things, count),
      weights: draw.ints(count, 1, goal === 'greedy' ? 8 : Math.ceil(capacity * 0.6)),
      values: draw.distinct(count, 2, 30),
      capacity,
    };
  },
  write({ goal, things, weights, values, capacity }, draw) {
    const [w, v] = [literal(weights), literal(values)];
    const names = {
      weights: ['sizes', 'costs'],
      values: ['gains', 'prices', 'worths'],
      capacity: ['limit', 'room', 'space'],
      best: ['table', 'top', 'gain'],
      weight: ['size', 'w'],
      value: ['worth', 'v'],
    };
    switch (goal) {
      case 'greedy': {
        const items = literal(things.map((thing, i) => tuple(thing, weights[i])));
        const body = draw.pick([
          stmts`
            def pack(items: list[tuple[str, int]], capacity: int) -> list[str]:
                packed: list[str] = []
                for name, weight in items:
                    if weight <= capacity:
                        packed.append(name)
                        capacity -= weight
                return packed`,
          stmts`
            def pack(items: list[tuple[str, int]], capacity: int) -> list[str]:
                packed: list[str] = []
                load = 0
                for name, weight in items:
                    if load + weight > capacity:
                        continue
                    load += weight
                    packed.append(name)
                return packed`,
          stmts`
            def pack(items: list[tuple[str, int]], capacity: int) -> list[str]:
                packed: list[str] = []
                i = 0
                while i < len(items) and capacity > 0:
                    name, weight = items[i]
                    if weight <= capacity:
                        capacity -= weight
                        packed.append(name)
                    i += 1
                return packed`,
        ]);
        return {
          body,
          call: expr`pack(${items}, ${capacity})`,
          names: {
            ...names,
            pack: ['fill_bag', 'load_box'],
            packed: ['chosen', 'bag', 'taken'],
            items: ['things', 'goods'],
            name: ['thing', 'item'],
          },
          doc: 'Pack {items} in order as long as they fit.',
        };
      }
      case 'best': {
        const body = draw.pick([
          stmts`
            def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
                best = [0] * (capacity + 1)
                for weight, value in zip(weights, values):
                    for room in range(capacity, weight - 1, -1):
                        best[room] = max(best[room], best[room - weight] + value)
                return best[capacity]`,
          stmts`
            def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
                if not weights:
                    return 0
                without = knapsack(weights[1:], values[1:], capacity)
                if weights[0] > capacity:
                    return without
                with_first = values[0] + knapsack(weights[1:], values[1:], capacity - weights[0])
                return max(without, with_first)`,
          stmts`
            def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
                rows = len(weights)
                best = [[0] * (capacity + 1) for _ in range(rows + 1)]
                for i in range(1, rows + 1):
                    for room in range(capacity + 1):
                        best[i][room] = best[i - 1][room]
                        if weights[i - 1] <= room:
                            taken = best[i - 1][room - weights[i - 1]] + values[i - 1]
                            best[i][room] = max(best[i][room], taken)
                return best[rows][capacity]`,
          stmts`
            def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
                loads = {0: 0}
                for weight, value in zip(weights, values):
                    for load, gain in list(loads.items()):
                        heavier = load + weight
                        if heavier <= capacity:
                            loads[heavier] = max(loads.get(heavier, 0), gain + value)
                return max(loads.values())`,
        ]);
        return {
          body,
          call: expr`knapsack(${w}, ${v}, ${capacity})`,
          names: {
            ...names,
            capacity: ['limit'],
            knapsack: ['best_load', 'max_value', 'pack_best'],
            loads: ['reachable', 'states'],
          },
          doc: 'Return the largest value that fits into the {capacity}.',
        };
      }
      case 'unbounded': {
        const body = draw.pick([
          stmts`
            def fill_up(weights: list[int], values: list[int], capacity: int) -> int:
                best = [0] * (capacity + 1)
                for room in range(1, capacity + 1):
                    for weight, value in zip(weights, values):
                        if weight <= room:
                            best[room] = max(best[room], best[room - weight] + value)
                return best[capacity]`,
          stmts`
            def fill(room: int, weights: list[int], values: list[int], memo: dict[int, int]) -> int:
                if room in memo:
                    return memo[room]
                best = 0
                for i in range(len(weights)):
                    if weights[i] <= room:
                        best = max(best, values[i] + fill(room - weights[i], weights, values, memo))
                memo[room] = best
                return best

            def fill_up(weights: list[int], values: list[int], capacity: int) -> int:
                return fill(capacity, weights, values, {})`,
        ]);
        return {
          body,
          call: expr`fill_up(${w}, ${v}, ${capacity})`,
          names: {
            ...names,
            capacity: ['limit', 'length'],
            fill_up: ['cut_rod', 'unbounded_knapsack'],
            fill: ['best_for', 'solve'],
          },
          doc: 'Return the largest value when each thing may be packed again and again.',
        };
      }
      case 'which': {
        const body = stmts`
          def choose(weights: list[int], values: list[int], capacity: int) -> list[int]:
              count = len(weights)
              best = [[0] * (capacity + 1) for _ in range(count + 1)]
              for i in range(count):
                  for room in range(capacity + 1):
                      best[i + 1][room] = best[i][room]
                      if weights[i] <= room:
                          taken = best[i][room - weights[i]] + values[i]
                          if taken > best[i + 1][room]:
                              best[i + 1][room] = taken
              chosen: list[int] = []
              room = capacity
              for i in range(count - 1, -1, -1):
                  if best[i + 1][room] != best[i][room]:
                      chosen.append(i)
                      room -= weights[i]
              return chosen[::-1]`;
        const recursive = stmts`
          def search(i: int, room: int, weights: list[int], values: list[int]) -> tuple[int, list[int]]:
              if i < 0:
                  return (0, [])
              value, picked = search(i - 1, room, weights, values)
              if weights[i] <= room:
                  rest, before = search(i - 1, room - weights[i], weights, values)
                  if rest + values[i] > value:
                      return (rest + values[i], before + [i])
              return (value, picked)

          def choose(weights: list[int], values: list[int], capacity: int) -> list[int]:
              value, picked = search(len(weights) - 1, capacity, weights, values)
              return picked`;
        return {
          body: draw.chance(0.6) ? body : recursive,
          call: expr`choose(${w}, ${v}, ${capacity})`,
          names: {
            weights: names.weights,
            values: names.values,
            capacity: ['limit', 'space'],
            choose: ['best_choice', 'what_to_pack'],
            chosen: ['picks', 'result'],
            search: ['solve', 'explore'],
          },
          doc: 'Return the indices of the most valuable things that fit.',
        };
      }
    }
  },
  reference({ goal, things, weights, values, capacity }) {
    const fits = choices(weights.length).filter((chosen) => sum(chosen.map((i) => weights[i])) <= capacity);
    const worth = (chosen: readonly number[]): number => sum(chosen.map((i) => values[i]));
    switch (goal) {
      case 'greedy': {
        let room = capacity;
        return things.filter((_, i) => {
          const packed = weights[i] <= room;
          if (packed) room -= weights[i];
          return packed;
        });
      }
      case 'best':
        return Math.max(...fits.map(worth));
      case 'unbounded': {
        const fill = (room: number): number =>
          Math.max(0, ...weights.flatMap((w, i) => (w <= room ? [values[i] + fill(room - w)] : [])));
        return fill(capacity);
      }
      case 'which': {
        // Among equals the one whose highest difference is left out: masks count upwards, so the first.
        const best = Math.max(...fits.map(worth));
        return fits.find((chosen) => worth(chosen) === best) ?? [];
      }
    }
  },
  example: {
    plan: { goal: 'best', things: [], weights: [2, 3, 4], values: [3, 4, 6], capacity: 6 },
    answer: '9',
  },
});
