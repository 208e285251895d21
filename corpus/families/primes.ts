// Prime numbers by trial division: testing one, collecting those of a range, twins and factors.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'test' | 'collect' | 'count' | 'sum' | 'nth' | 'twins' | 'largest-gap';
  low: number;
  high: number;
}

const isPrime = (n: number): boolean =>
  n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0);

const primesBetween = (low: number, high: number): number[] =>
  Array.from({ length: high - low + 1 }, (_, i) => low + i).filter(isPrime);

/** A function `is_prime`. */
function primeTest(draw: Draw): Stmt[] {
  const tooSmall = draw.pick([expr`n < 2`, expr`n <= 1`]);
  const divides = draw.weighted([
    [3, expr`n % d == 0`],
    [1, expr`not n % d`],
  ]);
  return draw.weighted<() => Stmt[]>([
    [
      4,
      () => stmts`
        def is_prime(n: int) -> bool:
            if ${tooSmall}:
                return False
            d = 2
            while d * d <= n:
                if ${divides}:
                    return False
                d += 1
            return True`,
    ],
    [
      2,
      () => stmts`
        import math

        def is_prime(n: int) -> bool:
            if ${tooSmall}:
                return False
            for d in range(2, math.isqrt(n) + 1):
                if ${divides}:
                    return False
            return True`,
    ],
    [
      3,
      () => stmts`
        def is_prime(n: int) -> bool:
            if n < 4:
                return n > 1
            if n % 2 == 0:
                return False
            d = 3
            while d * d <= n:
                if ${divides}:
                    return False
                d += 2
            return True`,
    ],
    [
      1,
      () => stmts`
        def is_prime(n: int) -> bool:
            return n > 1 and all(n % d != 0 for d in range(2, n))`,
    ],
  ])();
}

export const primesFamily = defineFamily<Plan>({
  name: 'primes',
  title: 'Prime numbers',
  topics: ['number-theory', 'loops'],
  ladder: [
    [2, 'is a small number prime?'],
    [3, 'is a number prime?'],
    [4, 'the primes of a short range: listed, counted or added up'],
    [5, 'a longer range'],
    [6, 'a longer range yet, or the n-th prime'],
    [7, 'twin primes and gaps'],
    [8, 'twin primes and gaps among larger numbers'],
  ],
  plan(draw, level) {
    if (level === 2) return { goal: 'test', low: 0, high: draw.int(5, 60) };
    // A prime is as welcome as a composite number: most draws would be composite.
    if (level === 3)
      return {
        goal: 'test',
        low: 0,
        high: draw.pick([draw.int(60, 400), draw.pick(primesBetween(90, 500))]),
      };
    if (level <= 6) {
      const low = draw.int(1, 30);
      const goal = draw.pick(
        level < 6 ? (['collect', 'count', 'sum'] as const) : (['collect', 'count', 'sum', 'nth'] as const),
      );
      return goal === 'nth'
        ? { goal, low: 0, high: draw.int(5, 11) }
        : { goal, low, high: low + draw.int(2, 4) * (level - 2) };
    }
    const low = draw.int(1, 20 * (level - 5));
    return {
      goal: draw.pick(['twins', 'largest-gap'] as const),
      low,
      high: low + draw.int(14, 18) * (level - 6),
    };
  },
  write({ goal, low, high }, draw) {
    const names = {
      is_prime: ['check_prime', 'prime'],
      n: ['number', 'num', 'candidate'],
      d: ['divisor', 'i', 'factor'],
      'low high': ['start stop', 'first last', 'a b'],
      primes: ['found', 'result', 'collected'],
      count: ['total', 'how_many', 'found'],
      value: ['candidate', 'number', 'k'],
    };
    const helper = primeTest(draw);
    switch (goal) {
      case 'test':
        return {
          body: helper,
          call: expr`is_prime(${high})`,
          names,
          doc: 'Tell whether {n} is a prime number.',
        };
      case 'collect': {
        const main = draw.pick([
          stmts`
            def primes_between(low: int, high: int) -> list[int]:
                primes: list[int] = []
                for value in range(low, high + 1):
                    if is_prime(value):
                        primes.append(value)
                return primes`,
          stmts`
            def primes_between(low: int, high: int) -> list[int]:
                return [value for value in range(low, high + 1) if is_prime(value)]`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`primes_between(${low}, ${high})`,
          names: { ...names, primes_between: ['list_primes', 'primes_in_range', 'collect_primes'] },
        };
      }
      case 'count': {
        const main = draw.pick([
          stmts`
            def count_primes(low: int, high: int) -> int:
                count = 0
                for value in range(low, high + 1):
                    if is_prime(value):
                        count += 1
                return count`,
          stmts`
            def count_primes(low: int, high: int) -> int:
                count = 0
                value = low
                while value <= high:
                    if is_prime(value):
                        count += 1
                    value += 1
                return count`,
          stmts`
            def count_primes(low: int, high: int) -> int:
                return sum(1 for value in range(low, high + 1) if is_prime(value))`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`count_primes(${low}, ${high})`,
          names: { ...names, count_primes: ['primes_in_range', 'number_of_primes'] },
          doc: 'Count the primes from {low} to {high}, both included.',
        };
      }
      case 'sum': {
        const main = draw.pick([
          stmts`
            def sum_primes(low: int, high: int) -> int:
                total = 0
                for value in range(low, high + 1):
                    if not is_prime(value):
                        continue
                    total += value
                return total`,
          stmts`
            def sum_primes(low: int, high: int) -> int:
                return sum(value for value in range(low, high + 1) if is_prime(value))`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`sum_primes(${low}, ${high})`,
          names: { ...names, sum_primes: ['add_primes', 'prime_sum', 'total_of_primes'] },
        };
      }
      case 'nth': {
        const main = draw.pick([
          stmts`
            def nth_prime(n: int) -> int:
                value = 1
                while n > 0:
                    value += 1
                    if is_prime(value):
                        n -= 1
                return value`,
          stmts`
            def nth_prime(n: int) -> int:
                primes: list[int] = []
                value = 2
                while len(primes) < n:
                    if is_prime(value):
                        primes.append(value)
                    value += 1
                return primes[-1]`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`nth_prime(${high})`,
          names: { ...names, n: ['number', 'num'], nth_prime: ['prime_at', 'find_prime', 'prime_number'] },
          doc: 'Return the prime number {n} in order; the first is 2.',
        };
      }
      case 'twins': {
        const main = draw.pick([
          stmts`
            def twin_primes(low: int, high: int) -> list[tuple[int, int]]:
                twins: list[tuple[int, int]] = []
                for value in range(low, high - 1):
                    if is_prime(value) and is_prime(value + 2):
                        twins.append((value, value + 2))
                return twins`,
          stmts`
            def twin_primes(low: int, high: int) -> list[tuple[int, int]]:
                primes = [value for value in range(low, high + 1) if is_prime(value)]
                twins: list[tuple[int, int]] = []
                for left, right in zip(primes, primes[1:]):
                    if right - left == 2:
                        twins.append((left, right))
                return twins`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`twin_primes(${low}, ${high})`,
          names: {
            ...names,
            twin_primes: ['find_twins', 'prime_twins'],
            twins: ['pairs', 'result'],
            'left right': ['p q', 'previous current'],
          },
        };
      }
      case 'largest-gap': {
        const main = draw.pick([
          stmts`
            def largest_gap(low: int, high: int) -> int:
                previous = 0
                gap = 0
                for value in range(low, high + 1):
                    if is_prime(value):
                        if previous > 0 and value - previous > gap:
                            gap = value - previous
                        previous = value
                return gap`,
          stmts`
            def largest_gap(low: int, high: int) -> int:
                primes = [value for value in range(low, high + 1) if is_prime(value)]
                gap = 0
                for i in range(1, len(primes)):
                    gap = max(gap, primes[i] - primes[i - 1])
                return gap`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`largest_gap(${low}, ${high})`,
          names: {
            ...names,
            largest_gap: ['widest_gap', 'max_prime_gap'],
            gap: ['widest', 'best', 'record'],
            previous: ['last', 'last_prime'],
          },
          doc: 'Return the widest gap between neighbouring primes from {low} to {high}.',
        };
      }
    }
  },
  reference({ goal, low, high }) {
    const primes = primesBetween(low, goal === 'nth' ? 200 : high);
    switch (goal) {
      case 'test':
        return isPrime(high);
      case 'collect':
        return primes;
      case 'count':
        return primes.length;
      case 'sum':
        return primes.reduce((a, b) => a + b, 0);
      case 'nth':
        return primes[high - 1];
      case 'twins':
        return primes.filter((p) => primes.includes(p + 2)).map((p) => tuple(p, p + 2));
      case 'largest-gap':
        return primes.slice(1).reduce((gap, p, i) => Math.max(gap, p - primes[i]), 0);
    }
  },
  example: { plan: { goal: 'collect', low: 10, high: 20 }, answer: '[11, 13, 17, 19]' },
});
