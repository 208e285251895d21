// Factorials and other products that outgrow machine words: digits, zeros, binomials.

import { expr, stmts } from '../../grammar/quote.ts';
import type { Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'factorial' | 'digits' | 'zeros' | 'binomial' | 'double' | 'digit-sum' | 'primorial';
  n: number;
  k: number;
}

/** The product of low, low + step … up to high. */
function product(low: number, high: number, step = 1): bigint {
  let result = 1n;
  for (let i = low; i <= high; i += step) result *= BigInt(i);
  return result;
}

const isPrime = (n: number): boolean => n > 1 && product(1, n - 1) % BigInt(n) === BigInt(n - 1); // Wilson's theorem

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['factorial'],
  2: ['factorial', 'double'],
  3: ['zeros', 'double', 'factorial'],
  4: ['digits', 'binomial'],
  5: ['digit-sum', 'binomial', 'zeros'],
  6: ['primorial', 'digit-sum', 'digits'],
};

export const factorialsFamily = defineFamily<Plan>({
  name: 'factorials',
  title: 'Factorials and large products',
  topics: ['big-ints', 'number-theory', 'recursion', 'loops'],
  ladder: [
    [1, 'a small factorial'],
    [2, 'a larger one, or every other factor'],
    [3, 'the zeros at its end'],
    [4, 'its digits; binomial coefficients'],
    [5, 'the sum of its digits'],
    [6, 'products of primes; larger numbers'],
  ],
  plan(draw, level) {
    const n = draw.int([3, 6, 10, 14, 16, 22][level - 1], [5, 9, 16, 22, 26, 34][level - 1]);
    return { goal: draw.pick(GOALS[level]), n, k: draw.int(2, Math.min(8, n)) };
  },
  write({ goal, n, k }, draw) {
    const names = {
      n: ['number', 'upper', 'm'],
      result: ['product', 'value', 'answer'],
      factorial: ['fact', 'product_up_to', 'compute_factorial'],
      count: ['total', 'found'],
    };
    const factorial = draw.pick([
      stmts`
        def factorial(n: int) -> int:
            result = 1
            for i in range(2, n + 1):
                result *= i
            return result`,
      stmts`
        def factorial(n: int) -> int:
            if n <= 1:
                return 1
            return n * factorial(n - 1)`,
      stmts`
        def factorial(n: int) -> int:
            result = 1
            while n > 1:
                result *= n
                n -= 1
            return result`,
    ]);
    switch (goal) {
      case 'factorial':
        return {
          body: factorial,
          call: expr`factorial(${n})`,
          names,
          doc: 'Return the product of all whole numbers up to {n}.',
        };
      case 'double': {
        const body = draw.pick([
          stmts`
            def every_other(n: int, step: int) -> int:
                result = 1
                while n > 0:
                    result *= n
                    n -= step
                return result`,
          stmts`
            def every_other(n: int, step: int) -> int:
                if n <= 0:
                    return 1
                return n * every_other(n - step, step)`,
          stmts`
            def every_other(n: int, step: int) -> int:
                result = 1
                for i in range(n, 0, -step):
                    result = result * i
                return result`,
        ]);
        return {
          body,
          call: expr`every_other(${n + 4}, ${2 + (k % 2)})`,
          names: { ...names, every_other: ['multi_factorial', 'stepped_product'], step: ['gap', 'by'] },
        };
      }
      case 'zeros': {
        const body = draw.pick([
          [
            ...factorial,
            ...stmts`
              def trailing_zeros(n: int) -> int:
                  value = factorial(n)
                  count = 0
                  while value % 10 == 0:
                      value //= 10
                      count += 1
                  return count`,
          ],
          stmts`
            def trailing_zeros(n: int) -> int:
                count = 0
                power = 5
                while power <= n:
                    count += n // power
                    power *= 5
                return count`,
        ]);
        return {
          body,
          call: expr`trailing_zeros(${n})`,
          names: {
            ...names,
            result: ['product', 'answer'],
            trailing_zeros: ['zeros_at_end', 'count_zeros'],
            power: ['divisor', 'p'],
          },
          doc: 'Count the zeros at the end of the factorial of {n}.',
        };
      }
      case 'digits': {
        const main = draw.pick([
          stmts`
            def digit_count(n: int, base: int) -> int:
                value = factorial(n)
                count = 0
                while value > 0:
                    value //= base
                    count += 1
                return count`,
          stmts`
            def digit_count(n: int, base: int) -> int:
                value = factorial(n)
                count = 1
                limit = base
                while limit <= value:
                    limit *= base
                    count += 1
                return count`,
        ]);
        return {
          body: [...factorial, ...main],
          call: expr`digit_count(${n}, ${k + 8})`,
          names: {
            ...names,
            result: ['product', 'answer'],
            digit_count: ['factorial_length', 'count_digits'],
            base: ['radix', 'b'],
          },
          doc: 'Count the digits of the factorial of {n} in a base.',
        };
      }
      case 'digit-sum': {
        const main = draw.pick([
          stmts`
            def factorial_digit_sum(n: int) -> int:
                return sum(int(ch) for ch in str(factorial(n)))`,
          stmts`
            def factorial_digit_sum(n: int) -> int:
                value = factorial(n)
                count = 0
                while value > 0:
                    value, digit = divmod(value, 10)
                    count += digit
                return count`,
        ]);
        return {
          body: [...factorial, ...main],
          call: expr`factorial_digit_sum(${n})`,
          names: {
            ...names,
            result: ['product', 'answer'],
            count: ['total', 'digits'],
            factorial_digit_sum: ['sum_of_factorial_digits', 'add_digits'],
          },
        };
      }
      case 'binomial': {
        const body = draw.pick([
          [
            ...factorial,
            ...stmts`
              def choose(n: int, k: int) -> int:
                  return factorial(n) // (factorial(k) * factorial(n - k))`,
          ],
          stmts`
            def choose(n: int, k: int) -> int:
                result = 1
                for i in range(1, k + 1):
                    result = result * (n - k + i) // i
                return result`,
        ]);
        return {
          body,
          call: expr`choose(${n + 8}, ${k})`,
          names: { ...names, choose: ['binomial', 'combinations'], k: ['picked', 'size'] },
          doc: 'Count the ways to choose {k} of {n}.',
        };
      }
      case 'primorial': {
        const body = draw.pick([
          stmts`
            def is_prime(k: int) -> bool:
                for d in range(2, k):
                    if d * d > k:
                        break
                    if k % d == 0:
                        return False
                return k > 1

            def primorial(n: int) -> int:
                result = 1
                for k in range(2, n + 1):
                    if is_prime(k):
                        result *= k
                return result`,
          stmts`
            def primorial(n: int) -> int:
                primes: list[int] = []
                result = 1
                for k in range(2, n + 1):
                    if all(k % p != 0 for p in primes):
                        primes.append(k)
                        result *= k
                return result`,
        ]);
        return {
          body,
          call: expr`primorial(${n + k})`,
          names: { ...names, k: ['candidate', 'i'], primorial: ['product_of_primes', 'prime_product'] },
          doc: 'Multiply all primes up to {n}.',
        };
      }
    }
  },
  reference({ goal, n, k }): Data {
    const digits = product(1, n).toString();
    switch (goal) {
      case 'factorial':
        return product(1, n);
      case 'double': {
        const step = 2 + (k % 2);
        return product((n + 4) % step || step, n + 4, step);
      }
      case 'zeros':
        return digits.length - digits.replace(/0+$/, '').length;
      case 'digits':
        return product(1, n).toString(k + 8).length;
      case 'digit-sum':
        return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
      case 'binomial':
        return product(n + 8 - k + 1, n + 8) / product(1, k);
      case 'primorial':
        return Array.from({ length: n + k + 1 }, (_, i) => i)
          .filter(isPrime)
          .reduce((a, b) => a * BigInt(b), 1n);
    }
  },
  example: { plan: { goal: 'zeros', n: 26, k: 2 }, answer: '6' },
});
