// Greatest common divisors by Euclid's algorithm, and what is built on them: multiples, fractions, inverses.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal:
    | 'gcd'
    | 'lcm'
    | 'gcd-of-list'
    | 'lcm-of-list'
    | 'coprime-pairs'
    | 'add-fractions'
    | 'inverse'
    | 'fractions';
  numbers: number[];
}

/** The largest number that divides all of the numbers, by trying from above. */
function commonDivisor(...numbers: number[]): number {
  for (let d = Math.min(...numbers.filter((n) => n > 0)); d > 1; d--)
    if (numbers.every((n) => n % d === 0)) return d;
  return 1;
}

/** The smallest number that all of the numbers divide, by trying the multiples of one. */
function commonMultiple(numbers: readonly number[]): number {
  const step = Math.max(...numbers);
  for (let multiple = step; ; multiple += step) if (numbers.every((n) => multiple % n === 0)) return multiple;
}

/** A function `gcd`; subtraction only where it is not slow. */
function euclid(draw: Draw, subtract: boolean): Stmt[] {
  return draw.weighted<() => Stmt[]>([
    [
      4,
      () => stmts`
        def gcd(a: int, b: int) -> int:
            while b != 0:
                a, b = b, a % b
            return a`,
    ],
    [
      3,
      () => stmts`
        def gcd(a: int, b: int) -> int:
            while b > 0:
                rest = a % b
                a = b
                b = rest
            return a`,
    ],
    [
      3,
      () => stmts`
        def gcd(a: int, b: int) -> int:
            if b == 0:
                return a
            return gcd(b, a % b)`,
    ],
    [
      subtract ? 3 : 0,
      () => stmts`
        def gcd(a: int, b: int) -> int:
            while a != b:
                if a > b:
                    a -= b
                else:
                    b -= a
            return a`,
    ],
  ])();
}

export const gcdFamily = defineFamily<Plan>({
  name: 'gcd',
  title: 'Greatest common divisors',
  topics: ['number-theory', 'recursion', 'loops'],
  ladder: [
    [1, 'the greatest common divisor of two small numbers'],
    [2, 'larger numbers'],
    [3, 'the least common multiple'],
    [4, 'the greatest common divisor of a list'],
    [5, 'the least common multiple of a list, or the sum of two fractions'],
    [6, 'pairs of a list without a common divisor'],
    [7, 'inverses by the extended algorithm, or more pairs'],
    [8, 'a sum of fractions, and its continued fraction'],
    [9, 'more fractions'],
    [10, 'sums and products of fractions'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const count = level - 4;
      return { goal: 'fractions', numbers: draw.list(count, () => [draw.int(1, 9), draw.int(2, 14)]).flat() };
    }
    const multiples = (count: number, factor: number, high: number): number[] =>
      draw.distinct(count, 2, high).map((n) => n * factor);
    switch (level) {
      case 1:
        return { goal: 'gcd', numbers: multiples(2, draw.int(2, 6), 12) };
      case 2:
        return { goal: 'gcd', numbers: multiples(2, draw.int(2, 15), 60) };
      case 3:
        return { goal: 'lcm', numbers: multiples(2, draw.int(1, 9), 30) };
      case 4:
        return { goal: 'gcd-of-list', numbers: multiples(draw.int(3, 4), draw.int(2, 12), 40) };
      case 5:
        return draw.chance(0.5)
          ? { goal: 'lcm-of-list', numbers: draw.distinct(4, 2, 20) }
          : {
              goal: 'add-fractions',
              numbers: [draw.int(1, 9), draw.int(2, 30), draw.int(1, 9), draw.int(2, 30)],
            };
      case 6:
        return { goal: 'coprime-pairs', numbers: draw.distinct(4, 2, 40) };
      default: {
        if (draw.chance(0.4)) return { goal: 'coprime-pairs', numbers: draw.distinct(5, 2, 60) };
        const modulus = draw.pick([997, 1009, 2003, 3511, 7919, 10007, 65537]);
        return { goal: 'inverse', numbers: [draw.int(100, modulus - 1), modulus] };
      }
    }
  },
  write({ goal, numbers }, draw) {
    const balanced = goal === 'gcd' && Math.max(...numbers) < 5 * Math.min(...numbers) && numbers[0] < 200;
    const helper = goal === 'inverse' ? [] : euclid(draw, balanced);
    const names = {
      gcd: ['greatest_common_divisor', 'common_divisor', 'euclid'],
      'a b': ['x y', 'first second', 'm n'],
      rest: ['remainder', 'r', 'temp'],
      numbers: ['values', 'nums', 'lengths'],
      result: ['answer', 'current'],
      count: ['pairs', 'found', 'total'],
    };
    const [p, q, r, s] = numbers;
    switch (goal) {
      case 'fractions': {
        const pairs = literal(numbers.flatMap((top, i) => (i % 2 === 0 ? [tuple(top, numbers[i + 1])] : [])));
        const add = draw.pick([
          stmts`
            def add(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
                top = a[0] * b[1] + b[0] * a[1]
                bottom = a[1] * b[1]
                shared = gcd(top, bottom)
                return (top // shared, bottom // shared)`,
          stmts`
            def add(a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
                (p, q), (r, s) = a, b
                common = q * s // gcd(q, s)
                top = p * (common // q) + r * (common // s)
                shared = gcd(top, common)
                return (top // shared, common // shared)`,
        ]);
        const chain = draw.pick([
          stmts`
            def continued(top: int, bottom: int) -> list[int]:
                terms: list[int] = []
                while bottom > 0:
                    terms.append(top // bottom)
                    top, bottom = bottom, top % bottom
                return terms`,
          stmts`
            def continued(top: int, bottom: int) -> list[int]:
                whole, rest = divmod(top, bottom)
                if rest == 0:
                    return [whole]
                return [whole] + continued(bottom, rest)`,
        ]);
        const main = draw.pick([
          stmts`
            def sum_of_fractions(fractions: list[tuple[int, int]]) -> tuple[tuple[int, int], list[int]]:
                total = (0, 1)
                for fraction in fractions:
                    total = add(total, fraction)
                return (total, continued(total[0], total[1]))`,
          stmts`
            def sum_of_fractions(fractions: list[tuple[int, int]]) -> tuple[tuple[int, int], list[int]]:
                total = fractions[0]
                for i in range(1, len(fractions)):
                    total = add(total, fractions[i])
                terms = continued(*total)
                return (total, terms)`,
          stmts`
            def sum_of_fractions(fractions: list[tuple[int, int]]) -> tuple[tuple[int, int], list[int]]:
                waiting = fractions[:]
                while len(waiting) > 1:
                    waiting.append(add(waiting.pop(0), waiting.pop(0)))
                top, bottom = waiting[0]
                shared = gcd(top, bottom)
                return ((top // shared, bottom // shared), continued(top, bottom))`,
        ]);
        const reduced = draw.chance(0.5)
          ? main
          : [
              ...stmts`
                def reduced(fraction: tuple[int, int]) -> tuple[int, int]:
                    top, bottom = fraction
                    shared = gcd(top, bottom)
                    if shared == 1:
                        return fraction
                    return (top // shared, bottom // shared)

                def sum_in_order(fractions: list[tuple[int, int]]) -> tuple[tuple[int, int], list[int]]:
                    total = (0, 1)
                    for fraction in sorted(reduced(one) for one in fractions):
                        total = add(total, fraction)
                    return (total, continued(total[0], total[1]))`,
            ];
        return {
          body: [...euclid(draw, false), ...add, ...chain, ...reduced],
          call: reduced === main ? expr`sum_of_fractions(${pairs})` : expr`sum_in_order(${pairs})`,
          names: {
            sum_of_fractions: ['add_all', 'total_fraction', 'sum_up'],
            sum_in_order: ['add_sorted', 'ordered_sum'],
            add: ['plus', 'add_two'],
            continued: ['continued_fraction', 'terms_of'],
            'top bottom': ['numerator denominator', 'upper lower'],
            shared: ['divisor', 'factor'],
            reduced: ['lowest_terms', 'simplify'],
            fractions: ['parts', 'shares'],
          },
          doc: 'Add up the {fractions}; return the sum in lowest terms, and as a continued fraction.',
        };
      }
      case 'gcd':
        return {
          body: helper,
          call: expr`gcd(${p}, ${q})`,
          names,
          doc: 'Return the largest number that divides both {a} and {b}.',
        };
      case 'lcm': {
        const main = draw.pick([
          stmts`
            def lcm(a: int, b: int) -> int:
                return a * b // gcd(a, b)`,
          stmts`
            def lcm(a: int, b: int) -> int:
                divisor = gcd(a, b)
                return a // divisor * b`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`lcm(${p}, ${q})`,
          names: { ...names, lcm: ['least_common_multiple', 'common_multiple'], divisor: ['d', 'shared'] },
        };
      }
      case 'gcd-of-list': {
        const main = draw.pick([
          stmts`
            def gcd_of_all(numbers: list[int]) -> int:
                result = numbers[0]
                for number in numbers[1:]:
                    result = gcd(result, number)
                return result`,
          stmts`
            def gcd_of_all(numbers: list[int]) -> int:
                result = numbers[0]
                for i in range(1, len(numbers)):
                    result = gcd(result, numbers[i])
                    if result == 1:
                        break
                return result`,
          stmts`
            def gcd_of_all(numbers: list[int]) -> int:
                if len(numbers) == 1:
                    return numbers[0]
                return gcd(numbers[0], gcd_of_all(numbers[1:]))`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`gcd_of_all(${literal(numbers)})`,
          names: {
            ...names,
            gcd_of_all: ['common_divisor_of', 'list_gcd', 'shared_divisor'],
            number: ['n', 'value', 'item'],
          },
        };
      }
      case 'lcm-of-list': {
        const main = draw.pick([
          stmts`
            def lcm_of_all(numbers: list[int]) -> int:
                result = 1
                for number in numbers:
                    result = result * number // gcd(result, number)
                return result`,
          stmts`
            def lcm(a: int, b: int) -> int:
                return a // gcd(a, b) * b

            def lcm_of_all(numbers: list[int]) -> int:
                result = numbers[0]
                for number in numbers[1:]:
                    result = lcm(result, number)
                return result`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`lcm_of_all(${literal(numbers)})`,
          names: {
            ...names,
            lcm_of_all: ['smallest_multiple', 'list_lcm', 'meet_again'],
            number: ['n', 'value', 'period'],
          },
        };
      }
      case 'add-fractions': {
        const main = stmts`
          def add_fractions(p: tuple[int, int], q: tuple[int, int]) -> tuple[int, int]:
              top = p[0] * q[1] + q[0] * p[1]
              bottom = p[1] * q[1]
              divisor = gcd(top, bottom)
              return (top // divisor, bottom // divisor)`;
        return {
          body: [...helper, ...main],
          call: expr`add_fractions(${literal(tuple(p, q))}, ${literal(tuple(r, s))})`,
          names: {
            ...names,
            'p q': ['left right', 'first second'],
            'top bottom': ['numerator denominator', 'num den'],
            divisor: ['common', 'd'],
          },
          doc: 'Return {p} + {q} as a fraction in lowest terms.',
        };
      }
      case 'coprime-pairs': {
        const main = draw.pick([
          stmts`
            def count_coprime(numbers: list[int]) -> int:
                count = 0
                for i in range(len(numbers)):
                    for j in range(i + 1, len(numbers)):
                        if gcd(numbers[i], numbers[j]) == 1:
                            count += 1
                return count`,
          stmts`
            def count_coprime(numbers: list[int]) -> int:
                count = 0
                for i, left in enumerate(numbers):
                    for right in numbers[i + 1:]:
                        if gcd(left, right) > 1:
                            continue
                        count += 1
                return count`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`count_coprime(${literal(numbers)})`,
          names: { ...names, count_coprime: ['coprime_pairs', 'count_coprime_pairs'] },
          doc: 'Count the pairs that share no divisor but 1.',
        };
      }
      case 'inverse': {
        const body = draw.pick([
          stmts`
            def inverse(a: int, m: int) -> int:
                old_r, r = a, m
                old_s, s = 1, 0
                while r != 0:
                    quotient = old_r // r
                    old_r, r = r, old_r - quotient * r
                    old_s, s = s, old_s - quotient * s
                return old_s % m`,
          stmts`
            def extended_gcd(a: int, b: int) -> tuple[int, int, int]:
                if b == 0:
                    return (a, 1, 0)
                d, x, y = extended_gcd(b, a % b)
                return (d, y, x - a // b * y)

            def inverse(a: int, m: int) -> int:
                d, x, _ = extended_gcd(a, m)
                if d != 1:
                    return -1
                return x % m`,
        ]);
        return {
          body,
          call: expr`inverse(${p}, ${q})`,
          names: {
            inverse: ['modular_inverse', 'mod_inverse'],
            quotient: ['q', 'factor'],
            m: ['modulus'],
            a: ['number'],
          },
          doc: 'Return x with {a} * x = 1 modulo {m}.',
        };
      }
    }
  },
  reference({ goal, numbers }) {
    const [p, q, r, s] = numbers;
    switch (goal) {
      case 'fractions': {
        const pairs = numbers.flatMap((top, i) => (i % 2 === 0 ? [[top, numbers[i + 1]]] : []));
        const common = pairs.reduce((all, [, bottom]) => all * bottom, 1);
        const top = pairs.reduce((sum, [one, bottom]) => sum + one * (common / bottom), 0);
        let d = Math.min(top, common);
        while (top % d !== 0 || common % d !== 0) d--;
        const terms: number[] = [];
        for (let [a, b] = [top / d, common / d]; b > 0; [a, b] = [b, a % b]) terms.push(Math.floor(a / b));
        return tuple(tuple(top / d, common / d), terms);
      }
      case 'gcd':
        return commonDivisor(p, q);
      case 'lcm':
      case 'lcm-of-list':
        return commonMultiple(numbers);
      case 'gcd-of-list':
        return commonDivisor(...numbers);
      case 'add-fractions': {
        const [top, bottom] = [p * s + r * q, q * s];
        const d = commonDivisor(top, bottom);
        return tuple(top / d, bottom / d);
      }
      case 'coprime-pairs':
        return numbers.flatMap((a, i) => numbers.slice(i + 1).filter((b) => commonDivisor(a, b) === 1))
          .length;
      case 'inverse':
        return Array.from({ length: q }, (_, x) => x).find((x) => (p * x) % q === 1) ?? -1;
    }
  },
  example: { plan: { goal: 'gcd-of-list', numbers: [84, 36, 60] }, answer: '12' },
});
