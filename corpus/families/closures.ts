// Functions that remember: counters, adders, running means, memories, accounts without classes.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'adder' | 'counter' | 'adders' | 'accumulator' | 'limiter' | 'memory' | 'two-counters';
  k: number;
  numbers: number[];
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['adder'],
  3: ['counter', 'adder'],
  4: ['accumulator', 'adders'],
  5: ['two-counters', 'limiter'],
  6: ['memory', 'limiter'],
  7: ['memory', 'two-counters', 'accumulator'],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const closuresFamily = defineFamily<Plan>({
  name: 'closures',
  title: 'Functions that remember',
  topics: ['functions', 'lists'],
  ladder: [
    [2, 'a function that adds a fixed number'],
    [3, 'a counter'],
    [4, 'a running total; several adders'],
    [5, 'two counters side by side; a limit'],
    [6, 'results that are remembered'],
    [7, 'longer runs'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [2, 4, 4, 5, 5, 9][level - 2];
    const few = draw.distinct(3, 2, 12);
    return {
      goal,
      k: draw.int(2, 12),
      numbers:
        goal === 'memory' || goal === 'two-counters'
          ? draw.list(size, () => draw.pick(few))
          : draw.ints(size, 1, 30),
    };
  },
  write({ goal, k, numbers }, draw) {
    const imports = stmts`from collections.abc import Callable`;
    const argument = literal(numbers);
    const names = {
      count: ['calls', 'total', 'state'],
      numbers: ['values', 'xs', 'amounts'],
      x: ['value', 'n', 'amount'],
      result: ['out', 'seen_values'],
    };
    switch (goal) {
      case 'adder': {
        const body = draw.pick([
          stmts`
            def make_adder(k: int) -> Callable[[int], int]:
                def add(x: int) -> int:
                    return x + k
                return add`,
          stmts`
            def make_adder(k: int) -> Callable[[int], int]:
                return lambda x: x + k`,
        ]);
        const main = draw.pick([
          stmts`
            def add_to_all(k: int, numbers: list[int]) -> list[int]:
                add = make_adder(k)
                return [add(x) for x in numbers]`,
          stmts`
            def add_to_all(k: int, numbers: list[int]) -> list[int]:
                add = make_adder(k)
                result: list[int] = []
                for x in numbers:
                    result.append(add(x))
                return result`,
          stmts`
            def add_to_all(k: int, numbers: list[int]) -> list[int]:
                return list(map(make_adder(k), numbers))`,
        ]);
        return {
          body: [...imports, ...body, ...main],
          call: expr`add_to_all(${k}, ${argument})`,
          names: {
            ...names,
            make_adder: ['adder', 'plus'],
            add_to_all: ['shift_all', 'raise_all'],
            k: ['step', 'bonus'],
          },
        };
      }
      case 'adders': {
        const body = stmts`
          def make_multiplier(factor: int) -> Callable[[int], int]:
              def multiply(x: int) -> int:
                  return factor * x
              return multiply

          def apply_all(factors: list[int], x: int) -> list[int]:
              functions = [make_multiplier(factor) for factor in factors]
              return [f(x) for f in functions]`;
        return {
          body: [...imports, ...body],
          call: expr`apply_all(${argument}, ${k})`,
          names: {
            make_multiplier: ['times', 'multiplier'],
            apply_all: ['run_each', 'scaled_values'],
            multiply: ['scale', 'inner'],
            functions: ['multipliers', 'steps'],
          },
        };
      }
      case 'counter': {
        const body = draw.pick([
          stmts`
            def make_counter(start: int) -> Callable[[], int]:
                count = start

                def step() -> int:
                    nonlocal count
                    count += 1
                    return count
                return step`,
          stmts`
            def make_counter(start: int) -> Callable[[], int]:
                state = [start]

                def step() -> int:
                    state[0] += 1
                    return state[0]
                return step`,
        ]);
        const times = numbers.length;
        const main = stmts`
          def count_calls(start: int, times: int) -> list[int]:
              counter = make_counter(start)
              return [counter() for _ in range(times)]`;
        return {
          body: [...imports, ...body, ...main],
          call: expr`count_calls(${k}, ${times})`,
          names: {
            make_counter: ['counter_from', 'new_counter'],
            step: ['advance', 'tick'],
            count_calls: ['tick_list', 'run_counter'],
            counter: ['ticker', 'next_number'],
            times: ['n', 'calls'],
          },
        };
      }
      case 'accumulator': {
        const body = stmts`
          def make_total() -> Callable[[int], int]:
              count = 0

              def add(x: int) -> int:
                  nonlocal count
                  count += x
                  return count
              return add

          def running_totals(numbers: list[int]) -> list[int]:
              add = make_total()
              result: list[int] = []
              for x in numbers:
                  result.append(add(x))
              return result`;
        const mean = stmts`
          def make_mean() -> Callable[[int], int]:
              values: list[int] = []

              def add(x: int) -> int:
                  values.append(x)
                  return sum(values)
              return add

          def running_totals(numbers: list[int]) -> list[int]:
              add = make_mean()
              return [add(x) for x in numbers]`;
        return {
          body: [...imports, ...(draw.chance(0.6) ? body : mean)],
          call: expr`running_totals(${argument})`,
          names: {
            ...names,
            numbers: ['amounts', 'xs'],
            make_total: ['accumulator', 'new_total'],
            make_mean: ['accumulator', 'collector'],
            running_totals: ['totals', 'sums_so_far'],
            add: ['book', 'push'],
          },
        };
      }
      case 'two-counters': {
        const body = stmts`
          def make_counter() -> Callable[[], int]:
              count = 0

              def step() -> int:
                  nonlocal count
                  count += 1
                  return count
              return step

          def count_kinds(numbers: list[int]) -> tuple[int, int]:
              even = make_counter()
              odd = make_counter()
              last_even = 0
              last_odd = 0
              for x in numbers:
                  if x % 2 == 0:
                      last_even = even()
                  else:
                      last_odd = odd()
              return (last_even, last_odd)`;
        return {
          body: [...imports, ...body],
          call: expr`count_kinds(${argument})`,
          names: {
            ...names,
            make_counter: ['new_counter', 'counter'],
            step: ['advance', 'tick'],
            count_kinds: ['evens_and_odds', 'count_both'],
          },
        };
      }
      case 'limiter': {
        const body = draw.pick([
          stmts`
            def make_budget(limit: int) -> Callable[[int], bool]:
                spent = 0

                def spend(x: int) -> bool:
                    nonlocal spent
                    if spent + x > limit:
                        return False
                    spent += x
                    return True
                return spend`,
          stmts`
            def make_budget(limit: int) -> Callable[[int], bool]:
                left = limit

                def spend(x: int) -> bool:
                    nonlocal left
                    allowed = x <= left
                    if allowed:
                        left -= x
                    return allowed
                return spend`,
        ]);
        const main = stmts`
          def purchases(limit: int, numbers: list[int]) -> list[int]:
              spend = make_budget(limit)
              return [x for x in numbers if spend(x)]`;
        return {
          body: [...imports, ...body, ...main],
          call: expr`purchases(${5 * k}, ${argument})`,
          names: {
            ...names,
            make_budget: ['budget', 'new_purse'],
            spend: ['pay', 'buy'],
            purchases: ['affordable', 'go_shopping'],
            numbers: ['prices', 'wishes'],
            x: ['price', 'amount'],
          },
          doc: 'Return what can be bought in turn with {limit}.',
        };
      }
      case 'memory': {
        const body = draw.pick([
          stmts`
            def remember(f: Callable[[int], int]) -> tuple[Callable[[int], int], dict[int, int]]:
                known: dict[int, int] = {}

                def lookup(x: int) -> int:
                    if x not in known:
                        known[x] = f(x)
                    return known[x]
                return (lookup, known)

            def triangle(n: int) -> int:
                total = 0
                for i in range(n + 1):
                    total += i
                return total

            def compute(numbers: list[int]) -> tuple[int, int]:
                fast, known = remember(triangle)
                total = 0
                for x in numbers:
                    total += fast(x)
                return (total, len(known))`,
          stmts`
            def make_memory() -> Callable[[int], bool]:
                seen: set[int] = set()

                def is_new(x: int) -> bool:
                    if x in seen:
                        return False
                    seen.add(x)
                    return True
                return is_new

            def compute(numbers: list[int]) -> tuple[int, int]:
                is_new = make_memory()
                total = 0
                different = 0
                for x in numbers:
                    total += x * (x + 1) // 2
                    if is_new(x):
                        different += 1
                return (total, different)`,
        ]);
        return {
          body: [...imports, ...body],
          call: expr`compute(${argument})`,
          names: {
            ...names,
            remember: ['memoize', 'cached'],
            compute: ['sum_triangles', 'add_all'],
            known: ['memory', 'results'],
            lookup: ['cached_f', 'recall'],
          },
          doc: 'Add up triangular numbers; also count how many are different.',
        };
      }
    }
  },
  reference({ goal, k, numbers }): Data {
    switch (goal) {
      case 'adder':
        return numbers.map((x) => x + k);
      case 'adders':
        return numbers.map((x) => x * k);
      case 'counter':
        return numbers.map((_, i) => k + i + 1);
      case 'accumulator':
        return numbers.map((_, i) => sum(numbers.slice(0, i + 1)));
      case 'two-counters': {
        const even = numbers.filter((x) => x % 2 === 0).length;
        return tuple(even, numbers.length - even);
      }
      case 'limiter': {
        let left = 5 * k;
        return numbers.filter((x) => x <= left && ((left -= x), true));
      }
      case 'memory':
        return tuple(sum(numbers.map((x) => (x * (x + 1)) / 2)), new Set(numbers).size);
    }
  },
  example: { plan: { goal: 'limiter', k: 4, numbers: [12, 9, 8] }, answer: '[12, 8]' },
});
