// Prime factorisation by trial division, and what it tells about a number.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'list' | 'powers' | 'largest' | 'distinct' | 'text' | 'divisor-count' | 'richest';
  numbers: number[];
}

function factorize(n: number): number[] {
  for (let d = 2; d < n; d++) if (n % d === 0) return [d, ...factorize(n / d)];
  return n > 1 ? [n] : [];
}

function powers(n: number): Map<number, number> {
  const factors = factorize(n);
  return new Map(factors.map((p) => [p, factors.filter((q) => q === p).length]));
}

const SMALL_PRIMES = [2, 2, 2, 2, 3, 3, 3, 5, 5, 7, 11, 13];

/** A function that returns the prime factors with repetition. */
function factorList(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def prime_factors(n: int) -> list[int]:
          factors: list[int] = []
          d = 2
          while d * d <= n:
              while n % d == 0:
                  factors.append(d)
                  n //= d
              d += 1
          if n > 1:
              factors.append(n)
          return factors`,
    stmts`
      def prime_factors(n: int) -> list[int]:
          factors: list[int] = []
          d = 2
          while n > 1:
              if n % d == 0:
                  factors.append(d)
                  n //= d
              else:
                  d += 1
          return factors`,
    stmts`
      def prime_factors(n: int) -> list[int]:
          for d in range(2, n):
              if n % d == 0:
                  return [d] + prime_factors(n // d)
          return [n] if n > 1 else []`,
  ]);
}

/** A function that returns each prime factor with its exponent. */
function factorPowers(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def prime_powers(n: int) -> dict[int, int]:
          powers: dict[int, int] = {}
          d = 2
          while n > 1:
              while n % d == 0:
                  powers[d] = powers.get(d, 0) + 1
                  n //= d
              d += 1
          return powers`,
    stmts`
      def prime_powers(n: int) -> dict[int, int]:
          powers: dict[int, int] = {}
          d = 2
          while d * d <= n:
              exponent = 0
              while n % d == 0:
                  n //= d
                  exponent += 1
              if exponent > 0:
                  powers[d] = exponent
              d += 1
          if n > 1:
              powers[n] = 1
          return powers`,
  ]);
}

export const primeFactorsFamily = defineFamily<Plan>({
  name: 'prime-factors',
  title: 'Prime factors',
  topics: ['number-theory', 'loops', 'dicts'],
  ladder: [
    [2, 'two or three small factors'],
    [3, 'three or four factors'],
    [4, 'as powers, or only the largest or the different ones'],
    [5, 'larger numbers, or the factors as text'],
    [6, 'the number of divisors'],
    [7, 'the number of a list with most different factors'],
  ],
  plan(draw, level) {
    const composite = (): number => {
      const factors = draw.sample(SMALL_PRIMES, draw.int(level < 5 ? level : 4, level < 4 ? level + 1 : 5));
      return factors.reduce((product, p) => product * p, 1);
    };
    const goals: Plan['goal'][] =
      level < 4
        ? ['list']
        : level === 4
          ? ['powers', 'largest', 'distinct']
          : level === 5
            ? ['list', 'text', 'powers']
            : level === 6
              ? ['divisor-count', 'text']
              : ['richest'];
    const goal = draw.pick(goals);
    return { goal, numbers: goal === 'richest' ? draw.distinct(draw.int(3, 5), 12, 150) : [composite()] };
  },
  write({ goal, numbers }, draw) {
    const n = numbers[0];
    const names = {
      prime_factors: ['factorize', 'factors_of', 'prime_factorization'],
      prime_powers: ['factor_powers', 'factorize', 'prime_exponents'],
      n: ['number', 'num', 'value'],
      d: ['divisor', 'p', 'candidate'],
      factors: ['result', 'found', 'primes'],
      powers: ['exponents', 'result', 'factors'],
      exponent: ['count', 'times', 'e'],
      parts: ['pieces', 'terms'],
    };
    switch (goal) {
      case 'list':
        return {
          body: factorList(draw),
          call: expr`prime_factors(${n})`,
          names,
          doc: 'Return the prime factors of {n} in ascending order.',
        };
      case 'powers':
        return { body: factorPowers(draw), call: expr`prime_powers(${n})`, names };
      case 'largest': {
        const body = draw.pick([
          stmts`
            def largest_factor(n: int) -> int:
                largest = 1
                d = 2
                while d <= n:
                    if n % d == 0:
                        largest = d
                        n //= d
                    else:
                        d += 1
                return largest`,
          [
            ...factorList(draw),
            ...stmts`
              def largest_factor(n: int) -> int:
                  return max(prime_factors(n))`,
          ],
        ]);
        return {
          body,
          call: expr`largest_factor(${n})`,
          names: { ...names, largest_factor: ['largest_prime', 'biggest_factor'], largest: ['best', 'last'] },
        };
      }
      case 'distinct': {
        const main = draw.pick([
          stmts`
            def distinct_factors(n: int) -> list[int]:
                return sorted(set(prime_factors(n)))`,
          stmts`
            def distinct_factors(n: int) -> list[int]:
                different: list[int] = []
                for p in prime_factors(n):
                    if p not in different:
                        different.append(p)
                return different`,
        ]);
        return {
          body: [...factorList(draw), ...main],
          call: expr`distinct_factors(${n})`,
          names: {
            ...names,
            d: ['divisor', 'candidate'],
            distinct_factors: ['different_primes', 'unique_factors'],
            different: ['unique', 'seen'],
          },
        };
      }
      case 'text': {
        const main = draw.pick([
          stmts`
            def describe(n: int) -> str:
                parts: list[str] = []
                for p, exponent in prime_powers(n).items():
                    if exponent == 1:
                        parts.append(str(p))
                    else:
                        parts.append(f'{p}^{exponent}')
                return ' * '.join(parts)`,
          stmts`
            def describe(n: int) -> str:
                text = ''
                for p, exponent in prime_powers(n).items():
                    if text:
                        text += ' * '
                    text += str(p)
                    if exponent > 1:
                        text += '^' + str(exponent)
                return text`,
        ]);
        return {
          body: [...factorPowers(draw), ...main],
          call: expr`describe(${n})`,
          names: {
            ...names,
            d: ['divisor', 'candidate'],
            describe: ['show_factors', 'factor_text', 'format_factors'],
          },
        };
      }
      case 'divisor-count': {
        const main = draw.pick([
          stmts`
            def count_divisors(n: int) -> int:
                count = 1
                for exponent in prime_powers(n).values():
                    count *= exponent + 1
                return count`,
          stmts`
            def count_divisors(n: int) -> int:
                powers = prime_powers(n)
                count = 1
                for p in powers:
                    count = count * (powers[p] + 1)
                return count`,
        ]);
        return {
          body: [...factorPowers(draw), ...main],
          call: expr`count_divisors(${n})`,
          names: {
            ...names,
            exponent: ['times', 'e'],
            d: ['divisor', 'candidate'],
            count_divisors: ['divisor_count', 'number_of_divisors'],
          },
          doc: 'Count the divisors of {n} with the help of its prime factors.',
        };
      }
      case 'richest': {
        const main = draw.pick([
          stmts`
            def richest(numbers: list[int]) -> int:
                best = numbers[0]
                most = len(set(prime_factors(best)))
                for number in numbers[1:]:
                    kinds = len(set(prime_factors(number)))
                    if kinds > most:
                        best, most = number, kinds
                return best`,
          stmts`
            def richest(numbers: list[int]) -> int:
                kinds = [len(set(prime_factors(number))) for number in numbers]
                return numbers[kinds.index(max(kinds))]`,
        ]);
        return {
          body: [...factorList(draw), ...main],
          call: expr`richest(${literal(numbers)})`,
          names: {
            ...names,
            richest: ['most_factors', 'most_prime_factors'],
            numbers: ['values', 'candidates'],
            number: ['value', 'item'],
            n: ['num', 'k'],
          },
          doc: 'Return the first number with most different prime factors.',
        };
      }
    }
  },
  reference({ goal, numbers }) {
    const [n] = numbers;
    switch (goal) {
      case 'list':
        return factorize(n);
      case 'powers':
        return powers(n);
      case 'largest':
        return Math.max(...factorize(n));
      case 'distinct':
        return [...powers(n).keys()];
      case 'text':
        return [...powers(n)].map(([p, e]) => (e > 1 ? `${p}^${e}` : `${p}`)).join(' * ');
      case 'divisor-count':
        return Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0).length;
      case 'richest':
        return numbers.reduce((best, m) => (powers(m).size > powers(best).size ? m : best));
    }
  },
  example: { plan: { goal: 'powers', numbers: [360] }, answer: '{2: 3, 3: 2, 5: 1}' },
});
