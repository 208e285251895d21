// Totals over a list: of all, of some, weighted, alternating, with a cap.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { MEASURES } from '../pools.ts';

interface Plan {
  goal: 'sum' | 'above' | 'multiples' | 'alternating' | 'weighted' | 'until' | 'bonus';
  numbers: number[];
  /** what the items are compared with */
  bar: number;
  item: string;
  items: string;
}

/** How to walk the list: by item, by index, by while; `use` makes the body from what stands for the item. */
function walk(draw: Draw, use: (x: ReturnType<typeof expr>) => Stmt[]): Stmt[] {
  return draw.weighted<() => Stmt[]>([
    [
      5,
      () => stmts`
        for x in xs:
            ${use(expr`x`)}`,
    ],
    [
      2,
      () => stmts`
        for i in range(len(xs)):
            ${use(expr`xs[i]`)}`,
    ],
    [
      2,
      () => stmts`
        i = 0
        while i < len(xs):
            ${use(expr`xs[i]`)}
            i += 1`,
    ],
  ])();
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['sum'],
  2: ['above', 'sum'],
  3: ['multiples', 'alternating', 'above'],
  4: ['weighted', 'until'],
  5: ['bonus', 'weighted'],
  6: ['bonus', 'until', 'multiples', 'alternating', 'weighted'],
};

export const runningTotalsFamily = defineFamily<Plan>({
  name: 'running-totals',
  title: 'Totals over a list',
  topics: ['lists', 'loops', 'arithmetic'],
  ladder: [
    [1, 'the sum of three or four numbers'],
    [2, 'the sum of the numbers above a bar'],
    [3, 'multiples only, or signs in turn'],
    [4, 'weights by position, or up to a limit'],
    [5, 'different treatment of small and large numbers'],
    [6, 'longer lists of all these'],
  ],
  plan(draw, level) {
    const { item, items, range } = draw.pick(MEASURES);
    const goal = draw.pick(GOALS[level]);
    const numbers = draw.ints([3, 4, 6, 7, 8, 14][level - 1] + draw.int(0, 1), ...range);
    const middle = Math.round((range[0] + range[1]) / 2);
    const bar =
      goal === 'multiples'
        ? draw.int(2, 5)
        : goal === 'until'
          ? Math.max(20, middle * Math.floor(numbers.length * 0.6))
          : middle + draw.int(-4, 4);
    return { goal, numbers, bar, item, items };
  },
  write({ goal, numbers, bar, item, items }, draw) {
    const add = draw.weighted([
      [5, (x: ReturnType<typeof expr>) => stmts`total += ${x}`],
      [1, (x: ReturnType<typeof expr>) => stmts`total = total + ${x}`],
    ]);
    const names = {
      xs: [items, items, 'values', 'data'],
      x: [item, item, 'value'],
      total: ['result', 'acc', 'sum_so_far'],
      bar: ['limit', 'threshold', 'minimum'],
      i: ['index', 'pos'],
    };
    const argument = literal(numbers);
    const wrap = (body: Stmt[]): Stmt[] => stmts`
      total = 0
      ${body}
      return total`;
    switch (goal) {
      case 'sum': {
        const body = draw.weighted<() => Stmt[]>([
          [5, () => wrap(walk(draw, add))],
          [
            1,
            () => stmts`
              if not xs:
                  return 0
              return xs[0] + add_up(xs[1:])`,
          ],
        ])();
        const main = stmts`
          def add_up(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`add_up(${argument})`,
          names: { ...names, add_up: [`total_of_${items}`, `sum_${items}`, 'sum_list', 'total_of'] },
          doc: 'Add up all {xs}.',
        };
      }
      case 'above': {
        const test = draw.pick(['skip', 'guard', 'comprehension'] as const);
        const body =
          test === 'comprehension'
            ? stmts`return sum(x for x in xs if x > bar)`
            : test === 'guard'
              ? wrap(
                  walk(
                    draw,
                    (x) => stmts`
                      if ${x} > bar:
                          ${add(x)}`,
                  ),
                )
              : stmts`
                total = 0
                for x in xs:
                    if x <= bar:
                        continue
                    ${add(expr`x`)}
                return total`;
        const main = stmts`
          def sum_above(xs: list[int], bar: int) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`sum_above(${argument}, ${literal(bar)})`,
          names: { ...names, sum_above: ['add_large', `sum_high_${items}`, 'total_above'] },
          doc: 'Add up the {xs} that are above {bar}.',
        };
      }
      case 'multiples': {
        const body = draw.chance(0.25)
          ? stmts`
            chosen = [x for x in xs if x % bar == 0]
            return sum(chosen)`
          : wrap(
              walk(
                draw,
                (x) => stmts`
                  if ${x} % bar == 0:
                      ${add(x)}`,
              ),
            );
        const main = stmts`
          def sum_multiples(xs: list[int], bar: int) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`sum_multiples(${argument}, ${bar})`,
          names: {
            ...names,
            bar: ['divisor', 'n', 'step'],
            sum_multiples: ['add_multiples', 'sum_divisible', 'total_of_multiples'],
          },
        };
      }
      case 'alternating': {
        const body = draw.pick([
          stmts`
            total = 0
            sign = 1
            for x in xs:
                total += sign * x
                sign = -sign
            return total`,
          stmts`
            total = 0
            for i, x in enumerate(xs):
                if i % 2 == 0:
                    total += x
                else:
                    total -= x
            return total`,
          stmts`return sum(xs[::2]) - sum(xs[1::2])`,
        ]);
        const main = stmts`
          def alternating_sum(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`alternating_sum(${argument})`,
          names: { ...names, alternating_sum: ['plus_minus', 'zigzag_sum', 'signed_sum'] },
          doc: 'Add and subtract the {xs} in turn.',
        };
      }
      case 'weighted': {
        const body = draw.pick([
          stmts`
            total = 0
            for i, x in enumerate(xs):
                total += (i + 1) * x
            return total`,
          stmts`
            total = 0
            weight = 1
            for x in xs:
                total += weight * x
                weight += 1
            return total`,
          stmts`
            total = 0
            for weight, x in enumerate(xs, start=1):
                total += weight * x
            return total`,
          stmts`
            total = 0
            for i in range(len(xs)):
                total += xs[i] * (i + 1)
            return total`,
        ]);
        const main = stmts`
          def weighted_sum(xs: list[int]) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`weighted_sum(${argument})`,
          names: { ...names, weighted_sum: ['checksum', 'position_sum', 'weighted_total'] },
        };
      }
      case 'until': {
        const body = draw.pick([
          stmts`
            total = 0
            for x in xs:
                if total + x > bar:
                    break
                total += x
            return total`,
          stmts`
            total = 0
            i = 0
            while i < len(xs) and total + xs[i] <= bar:
                total += xs[i]
                i += 1
            return total`,
        ]);
        const main = stmts`
          def fill_up(xs: list[int], bar: int) -> int:
              ${body}`;
        return {
          body: main,
          call: expr`fill_up(${argument}, ${literal(bar)})`,
          names: {
            ...names,
            bar: ['limit', 'capacity', 'maximum'],
            fill_up: ['sum_until', 'add_while_fits', 'capped_total'],
          },
          doc: 'Add up {xs} from the left as long as the total stays within {bar}.',
        };
      }
      case 'bonus': {
        const main = draw.pick([
          stmts`
            def adjust(x: int, bar: int) -> int:
                if x > bar:
                    return 2 * x
                if x < 0:
                    return 0
                return x

            def adjusted_total(xs: list[int], bar: int) -> int:
                total = 0
                for x in xs:
                    total += adjust(x, bar)
                return total`,
          stmts`
            def adjusted_total(xs: list[int], bar: int) -> int:
                total = 0
                for x in xs:
                    if x < 0 and x <= bar:
                        continue
                    elif x > bar:
                        total += 2 * x
                    else:
                        total += x
                return total`,
          stmts`
            def adjusted_total(xs: list[int], bar: int) -> int:
                total = 0
                for i in range(len(xs)):
                    x = xs[i]
                    if x > bar:
                        total += x * 2
                    elif x >= 0:
                        total += x
                return total`,
        ]);
        return {
          body: main,
          call: expr`adjusted_total(${argument}, ${literal(bar)})`,
          names: {
            ...names,
            adjusted_total: ['total_with_bonus', 'reward', 'final_total'],
            adjust: ['points_for', 'weight_of', 'bonus'],
          },
          doc: 'Add up {xs}: those above {bar} count twice, other negative ones not at all.',
        };
      }
    }
  },
  reference({ goal, numbers, bar }) {
    const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'sum':
        return sum(numbers);
      case 'above':
        return sum(numbers.filter((x) => x > bar));
      case 'multiples':
        return sum(numbers.filter((x) => x % bar === 0));
      case 'alternating':
        return sum(numbers.map((x, i) => (i % 2 ? -x : x)));
      case 'weighted':
        return sum(numbers.map((x, i) => x * (i + 1)));
      case 'until': {
        const fits = numbers.findIndex((_, i) => sum(numbers.slice(0, i + 1)) > bar);
        return sum(fits < 0 ? numbers : numbers.slice(0, fits));
      }
      case 'bonus':
        return sum(numbers.map((x) => (x > bar ? 2 * x : Math.max(x, 0))));
    }
  },
  example: { plan: { goal: 'weighted', numbers: [5, 1, 4], bar: 0, item: 'x', items: 'xs' }, answer: '19' },
});
