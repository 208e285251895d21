// Numbers approached step by step: Newton's roots, bisection, series for pi and e, areas under curves.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, real, tuple, type Data } from '../data.ts';
import { rounded } from '../decimals.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'root' | 'steps' | 'bisect' | 'leibniz' | 'euler' | 'area' | 'cube-root';
  n: number;
  times: number;
}

/** Newton's approximations of the square root, beginning with the number itself. */
function newton(n: number, times: number): number[] {
  return Array.from({ length: times }).reduce<number[]>(
    (all) => [...all, (all[all.length - 1] + n / all[all.length - 1]) / 2],
    [n],
  );
}

/** The first approximation closer than a thousandth to the one before, and its number. */
function settled(n: number): { value: number; steps: number } {
  const all = newton(n, 60);
  const steps = all.findIndex((x, i) => i > 0 && Math.abs(x - all[i - 1]) < 0.001);
  return { value: all[steps], steps };
}

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['root', 'euler'],
  4: ['root', 'leibniz'],
  5: ['steps', 'area'],
  6: ['bisect', 'cube-root'],
  7: ['bisect', 'area', 'leibniz'],
};

export const newtonRootFamily = defineFamily<Plan>({
  name: 'newton-root',
  title: 'Approximations',
  topics: ['floats', 'loops', 'number-theory'],
  ladder: [
    [3, 'a few steps towards a square root or e'],
    [4, 'more steps; a series for pi'],
    [5, 'until the steps are small; an area under a curve'],
    [6, 'bisection; cube roots'],
    [7, 'longer ways'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const times = { root: level, steps: 0, bisect: level - 1, leibniz: 3 * level - 8, euler: draw.int(4, 7), area: 2 * level - 6, 'cube-root': 4 }[goal]; // prettier-ignore
    return {
      goal,
      n: goal === 'area' ? draw.int(2, 6) : draw.int(2, 99),
      times: goal === 'leibniz' ? times + draw.int(0, 8) : times,
    };
  },
  write({ goal, n, times }, draw) {
    const names = {
      n: ['number', 'value'],
      x: ['guess', 'estimate', 'root'],
      steps: ['rounds', 'times'],
      total: ['acc', 'area'],
      'low high': ['left right', 'lower upper'],
    };
    const value = literal(real(n));
    const improve = draw.pick([
      stmts`x = (x + n / x) / 2`,
      stmts`
        other = n / x
        x = (x + other) / 2`,
    ]);
    switch (goal) {
      case 'root': {
        const body = draw.pick([
          stmts`
            def approximate_root(n: float, steps: int) -> float:
                x = n
                for _ in range(steps):
                    ${improve}
                return round(x, 4)`,
          stmts`
            def approximate_root(n: float, steps: int) -> float:
                x = n
                while steps > 0:
                    ${improve}
                    steps -= 1
                return round(x, 4)`,
        ]);
        return {
          body,
          call: expr`approximate_root(${value}, ${times})`,
          names: { ...names, approximate_root: ['newton_sqrt', 'square_root', 'heron'] },
          doc: 'Approach the square root of {n} step by step.',
        };
      }
      case 'steps': {
        const body = draw.pick([
          stmts`
            def root_with_steps(n: float) -> tuple[float, int]:
                x = n
                count = 0
                while True:
                    before = x
                    ${improve}
                    count += 1
                    if abs(x - before) < 0.001:
                        return (round(x, 3), count)`,
          stmts`
            def root_with_steps(n: float) -> tuple[float, int]:
                before = n
                x = (before + n / before) / 2
                count = 1
                while abs(x - before) >= 0.001:
                    before = x
                    x = (before + n / before) / 2
                    count += 1
                return (round(x, 3), count)`,
        ]);
        return {
          body,
          call: expr`root_with_steps(${value})`,
          names: {
            ...names,
            root_with_steps: ['newton_until_close', 'settle'],
            before: ['last', 'previous'],
            count: ['rounds', 'tries'],
          },
        };
      }
      case 'cube-root': {
        const body = draw.pick([
          stmts`
            def cube_root(n: float, steps: int) -> list[float]:
                x = n
                result: list[float] = []
                for _ in range(steps):
                    x = (2 * x + n / (x * x)) / 3
                    result.append(round(x, 3))
                return result`,
          stmts`
            def cube_root(n: float, steps: int) -> list[float]:
                estimates = [n]
                while len(estimates) <= steps:
                    x = estimates[-1]
                    estimates.append((2 * x + n / (x * x)) / 3)
                return [round(x, 3) for x in estimates[1:]]`,
        ]);
        return {
          body,
          call: expr`cube_root(${value}, ${times})`,
          names: {
            ...names,
            cube_root: ['newton_cube_root', 'third_root'],
            result: ['values', 'guesses'],
            x: ['root', 'current'],
          },
        };
      }
      case 'bisect': {
        const body = draw.pick([
          stmts`
            def bisect_root(n: float, steps: int) -> tuple[float, float]:
                low = 0.0
                high = n
                for _ in range(steps):
                    middle = (low + high) / 2
                    if middle * middle > n:
                        high = middle
                    else:
                        low = middle
                return (low, high)`,
          stmts`
            def bisect_root(n: float, steps: int) -> tuple[float, float]:
                low, high = 0.0, n
                while steps > 0:
                    middle = (low + high) / 2
                    if middle * middle <= n:
                        low = middle
                    else:
                        high = middle
                    steps -= 1
                return (low, high)`,
        ]);
        return {
          body,
          call: expr`bisect_root(${value}, ${times})`,
          names: { ...names, bisect_root: ['root_bounds', 'halve'], middle: ['mid', 'center'] },
          doc: 'Return bounds for the square root of {n}.',
        };
      }
      case 'leibniz': {
        const body = draw.pick([
          stmts`
            def estimate_pi(terms: int) -> float:
                total = 0.0
                sign = 1
                for i in range(terms):
                    total += sign / (2 * i + 1)
                    sign = -sign
                return round(4 * total, 4)`,
          stmts`
            def estimate_pi(terms: int) -> float:
                total = 0.0
                for i in range(terms):
                    if i % 2 == 0:
                        total += 1 / (2 * i + 1)
                    else:
                        total -= 1 / (2 * i + 1)
                return round(4 * total, 4)`,
        ]);
        return {
          body,
          call: expr`estimate_pi(${times})`,
          names: {
            ...names,
            total: ['acc', 'quarter'],
            estimate_pi: ['leibniz', 'approximate_pi'],
            terms: ['n', 'count'],
          },
        };
      }
      case 'euler': {
        const body = draw.pick([
          stmts`
            def estimate_power(x: int, terms: int) -> float:
                total = 1.0
                term = 1.0
                for i in range(1, terms):
                    term = term * x / i
                    total += term
                return round(total, 4)`,
          stmts`
            def estimate_power(x: int, terms: int) -> float:
                total = 0.0
                term = 1.0
                i = 0
                while i < terms:
                    total += term
                    i += 1
                    term = term * x / i
                return round(total, 4)`,
        ]);
        return {
          body,
          call: expr`estimate_power(${1 + (n % 3)}, ${times})`,
          names: {
            total: ['acc', 'result'],
            x: ['exponent', 'power'],
            estimate_power: ['exp_series', 'approximate_exp'],
            terms: ['n', 'count'],
            term: ['part', 'piece'],
          },
          doc: 'Add up the first {terms} terms of the series of e to the power of {x}.',
        };
      }
      case 'area': {
        const body = draw.pick([
          stmts`
            def height(x: float) -> float:
                return x * x + 1

            def area_under(width: float, steps: int) -> float:
                step = width / steps
                total = 0.0
                for i in range(steps):
                    total += height(i * step) * step
                return round(total, 3)`,
          stmts`
            def area_under(width: float, steps: int) -> float:
                step = width / steps
                total = 0.0
                for i in range(steps):
                    x = i * step
                    total += (x * x + 1) * step
                return round(total, 3)`,
        ]);
        return {
          body,
          call: expr`area_under(${value}, ${times})`,
          names: {
            total: ['acc', 'area'],
            area_under: ['integrate', 'left_sum'],
            width: ['end', 'upper'],
            steps: ['parts', 'count'],
            height: ['f', 'curve'],
          },
        };
      }
    }
  },
  reference({ goal, n, times }): Data {
    const range = Array.from({ length: times }, (_, i) => i);
    switch (goal) {
      case 'root':
        return real(rounded(newton(n, times)[times], 4));
      case 'steps':
        return tuple(real(rounded(settled(n).value, 3)), settled(n).steps);
      case 'cube-root': {
        const at = (i: number): number => (i < 0 ? n : (2 * at(i - 1) + n / (at(i - 1) * at(i - 1))) / 3);
        return range.map((i) => real(rounded(at(i), 3)));
      }
      case 'bisect': {
        // The interval is one of 2 ** times equal ones; halving a double is exact.
        const part = n / 2 ** times;
        const k =
          Array.from({ length: 2 ** times }, (_, i) => i).filter((i) => (i * part) ** 2 <= n).length - 1;
        return tuple(real(k * part), real((k + 1) * part));
      }
      case 'leibniz':
        return real(rounded(4 * range.reduce((sum, i) => sum + (i % 2 ? -1 : 1) / (2 * i + 1), 0), 4));
      case 'euler': {
        const term = (i: number): number => (i === 0 ? 1 : (term(i - 1) * (1 + (n % 3))) / i);
        return real(
          rounded(
            range.reduce((sum, i) => sum + term(i), 0),
            4,
          ),
        );
      }
      case 'area': {
        const step = n / times;
        return real(
          rounded(
            range.reduce((sum, i) => sum + ((i * step) ** 2 + 1) * step, 0),
            3,
          ),
        );
      }
    }
  },
  example: { plan: { goal: 'bisect', n: 8, times: 2 }, answer: '(2.0, 4.0)' },
});
