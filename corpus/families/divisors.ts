// Divisors: listing, counting and adding them; perfect, abundant and amicable numbers.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'list' | 'count' | 'classify' | 'abundant' | 'most' | 'amicable';
  n: number;
}

const divisors = (n: number): number[] =>
  Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);
const properSum = (n: number): number => divisors(n).reduce((a, b) => a + b, -n);

/** A function that adds up the proper divisors. */
function divisorSum(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def divisor_sum(n: int) -> int:
          total = 0
          for d in range(1, n // 2 + 1):
              if n % d == 0:
                  total += d
          return total`,
    stmts`
      def divisor_sum(n: int) -> int:
          return sum(d for d in range(1, n) if n % d == 0)`,
    stmts`
      def divisor_sum(n: int) -> int:
          total = 1
          d = 2
          while d * d <= n:
              if n % d == 0:
                  total += d
                  if d != n // d:
                      total += n // d
              d += 1
          return total`,
  ]);
}

export const divisorsFamily = defineFamily<Plan>({
  name: 'divisors',
  title: 'Divisors and perfect numbers',
  topics: ['number-theory', 'loops'],
  ladder: [
    [2, 'the divisors of a small number'],
    [3, 'the divisors of a number below 30'],
    [4, 'perfect, abundant or deficient?'],
    [5, 'larger numbers'],
    [6, 'the abundant numbers of a range, or the number with most divisors'],
    [7, 'longer ranges, and amicable numbers'],
    [8, 'longer ranges yet'],
  ],
  plan(draw, level) {
    const perfect = [6, 28].filter((n) => n < 8 * level);
    switch (level) {
      case 2:
        return { goal: draw.pick(['list', 'count'] as const), n: draw.int(4, 12) };
      case 3:
        return { goal: draw.pick(['list', 'count'] as const), n: draw.int(12, 24) };
      case 4:
        return { goal: 'classify', n: draw.chance(0.2) ? draw.pick(perfect) : draw.int(8, 36) };
      case 5:
        return { goal: draw.pick(['classify', 'list'] as const), n: draw.int(30, 60) };
      case 6:
        return draw.pick([
          { goal: 'abundant', n: draw.int(12, 20) },
          { goal: 'most', n: draw.int(6, 12) },
        ] as const);
      case 7:
        return draw.pick([
          { goal: 'abundant', n: draw.int(18, 30) },
          { goal: 'most', n: draw.int(10, 18) },
          { goal: 'amicable', n: draw.pick([24, 30, 36, 42, 48, 54, 66, 78]) },
        ] as const);
      default:
        return draw.pick([
          { goal: 'abundant', n: draw.int(24, 40) },
          { goal: 'most', n: draw.int(16, 26) },
          { goal: 'amicable', n: draw.pick([220, 284, draw.int(60, 120)]) },
        ] as const);
    }
  },
  write({ goal, n }, draw) {
    const names = {
      n: ['number', 'num', 'value'],
      d: ['divisor', 'i', 'k'],
      found: ['divisors', 'result'],
      count: ['total', 'how_many'],
      total: ['result', 'acc'],
      divisor_sum: ['sum_of_divisors', 'proper_divisor_sum', 'sum_divisors'],
      limit: ['upper', 'last', 'top'],
      best: ['winner', 'record_holder'],
    };
    const squareRoot = stmts`
      small: list[int] = []
      large: list[int] = []
      d = 1
      while d * d <= n:
          if n % d == 0:
              small.append(d)
              if d * d != n:
                  large.append(n // d)
          d += 1
      return small + large[::-1]`;
    switch (goal) {
      case 'list': {
        const body = draw.pick([
          stmts`
            def list_divisors(n: int) -> list[int]:
                found: list[int] = []
                for d in range(1, n + 1):
                    if n % d == 0:
                        found.append(d)
                return found`,
          stmts`
            def list_divisors(n: int) -> list[int]:
                return [d for d in range(1, n + 1) if n % d == 0]`,
          stmts`
            def list_divisors(n: int) -> list[int]:
                ${squareRoot}`,
        ]);
        return {
          body,
          call: expr`list_divisors(${n})`,
          names: { ...names, list_divisors: ['find_divisors', 'divisors_of', 'factors'] },
          doc: 'Return all divisors of {n}, smallest first.',
        };
      }
      case 'count': {
        const body = draw.pick([
          stmts`
            def count_divisors(n: int) -> int:
                count = 0
                for d in range(1, n + 1):
                    if n % d == 0:
                        count += 1
                return count`,
          stmts`
            def count_divisors(n: int) -> int:
                count = 2
                for d in range(2, n // 2 + 1):
                    if n % d == 0:
                        count += 1
                return count`,
          stmts`
            def count_divisors(n: int) -> int:
                count = 0
                d = n
                while d > 0:
                    if n % d == 0:
                        count += 1
                    d -= 1
                return count`,
        ]);
        return {
          body,
          call: expr`count_divisors(${n})`,
          names: { ...names, count_divisors: ['number_of_divisors', 'divisor_count'] },
        };
      }
      case 'classify': {
        const main = draw.pick([
          stmts`
            def classify(n: int) -> str:
                total = divisor_sum(n)
                if total == n:
                    return 'perfect'
                if total > n:
                    return 'abundant'
                return 'deficient'`,
          stmts`
            def classify(n: int) -> str:
                total = divisor_sum(n)
                if total < n:
                    kind = 'deficient'
                elif total > n:
                    kind = 'abundant'
                else:
                    kind = 'perfect'
                return kind`,
        ]);
        return {
          body: [...divisorSum(draw), ...main],
          call: expr`classify(${n})`,
          names: { ...names, classify: ['kind_of_number', 'classify_number'] },
          doc: 'Compare {n} with the sum of its proper divisors.',
        };
      }
      case 'abundant': {
        const main = draw.pick([
          stmts`
            def abundant_numbers(limit: int) -> list[int]:
                return [n for n in range(2, limit + 1) if divisor_sum(n) > n]`,
          stmts`
            def abundant_numbers(limit: int) -> list[int]:
                found: list[int] = []
                for n in range(2, limit + 1):
                    if divisor_sum(n) > n:
                        found.append(n)
                return found`,
        ]);
        return {
          body: [...divisorSum(draw), ...main],
          call: expr`abundant_numbers(${n})`,
          names: { ...names, abundant_numbers: ['find_abundant', 'list_abundant'] },
        };
      }
      case 'most': {
        const main = stmts`
          def count_divisors(n: int) -> int:
              count = 0
              for d in range(1, n + 1):
                  if n % d == 0:
                      count += 1
              return count

          def most_divisors(limit: int) -> int:
              best = 1
              record = 1
              for candidate in range(2, limit + 1):
                  current = count_divisors(candidate)
                  if current > record:
                      best, record = candidate, current
              return best`;
        return {
          body: main,
          call: expr`most_divisors(${n})`,
          names: {
            ...names,
            most_divisors: ['richest_number', 'highly_divisible'],
            candidate: ['number', 'i', 'contender'],
          },
          doc: 'Return the first number up to {limit} with most divisors.',
        };
      }
      case 'amicable': {
        const main = draw.pick([
          stmts`
            def has_friend(n: int) -> bool:
                friend = divisor_sum(n)
                return friend != n and divisor_sum(friend) == n`,
          stmts`
            def has_friend(n: int) -> bool:
                friend = divisor_sum(n)
                if friend == n:
                    return False
                back = divisor_sum(friend)
                return back == n`,
        ]);
        return {
          body: [...divisorSum(draw), ...main],
          call: expr`has_friend(${n})`,
          names: { ...names, has_friend: ['is_amicable', 'check_amicable'], friend: ['partner', 'other'] },
          doc: 'Tell whether {n} is one of an amicable pair.',
        };
      }
    }
  },
  reference({ goal, n }) {
    const upTo = Array.from({ length: n }, (_, i) => i + 1);
    switch (goal) {
      case 'list':
        return divisors(n);
      case 'count':
        return divisors(n).length;
      case 'classify':
        return ['deficient', 'perfect', 'abundant'][1 + Math.sign(properSum(n) - n)];
      case 'abundant':
        return upTo.filter((k) => properSum(k) > k);
      case 'most':
        return upTo.reduce((best, k) => (divisors(k).length > divisors(best).length ? k : best), 1);
      case 'amicable':
        return properSum(n) !== n && properSum(properSum(n)) === n;
    }
  },
  example: { plan: { goal: 'classify', n: 28 }, answer: "'perfect'" },
});
