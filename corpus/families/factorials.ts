// Factorials and other products that outgrow machine words: digits, zeros, binomials.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'factorial' | 'digits' | 'zeros' | 'binomial' | 'double' | 'digit-sum' | 'primorial' | 'permutation';
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

/** The words of some different letters in order. */
const arrangements = (letters: string): string[] =>
  letters === ''
    ? ['']
    : [...letters].flatMap((letter) =>
        arrangements(letters.replace(letter, '')).map((rest) => letter + rest),
      );

const permutation = (letters: string, number: number): string => arrangements(letters)[number];

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['factorial'],
  2: ['factorial', 'double'],
  3: ['zeros', 'double', 'factorial'],
  4: ['digits', 'binomial'],
  5: ['digit-sum', 'binomial', 'zeros'],
  6: ['primorial', 'digit-sum', 'digits'],
  7: ['permutation'],
  8: ['permutation'],
  9: ['permutation'],
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
    [7, 'the number of a permutation among all, and its opposite'],
    [8, 'longer permutations'],
    [9, 'permutations of six or seven letters'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const n = level - 3 + draw.int(0, 1);
      return { goal: 'permutation', n, k: draw.int(1, Number(product(1, n)) - 1) };
    }
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
      case 'permutation': {
        const letters = 'abcdefgh'.slice(0, n);
        const word = permutation(letters, k);
        const factorial = draw.pick([
          stmts`
            def factorial(n: int) -> int:
                result = 1
                for i in range(2, n + 1):
                    result *= i
                return result`,
          stmts`
            def factorial(n: int) -> int:
                if n < 2:
                    return 1
                return n * factorial(n - 1)`,
        ]);
        const rank = draw.pick([
          stmts`
            def rank(word: str) -> int:
                number = 0
                for i, letter in enumerate(word):
                    smaller = 0
                    for other in word[i + 1:]:
                        if other < letter:
                            smaller += 1
                    number += smaller * factorial(len(word) - 1 - i)
                return number`,
          stmts`
            def rank(word: str) -> int:
                left = sorted(word)
                number = 0
                for letter in word:
                    place = 0
                    while left[place] != letter:
                        place += 1
                    number += place * factorial(len(left) - 1)
                    left.remove(letter)
                return number`,
        ]);
        const unrank = draw.pick([
          stmts`
            def unrank(number: int, letters: str) -> str:
                left = list(letters)
                word = ''
                while left:
                    size = factorial(len(left) - 1)
                    word += left.pop(number // size)
                    number %= size
                return word`,
          stmts`
            def unrank(number: int, letters: str) -> str:
                if letters == '':
                    return ''
                place, rest = divmod(number, factorial(len(letters) - 1))
                return letters[place] + unrank(rest, letters[:place] + letters[place + 1:])`,
        ]);
        const main = draw.pick([
          stmts`
            def opposite(word: str) -> tuple[int, str]:
                number = rank(word)
                last = factorial(len(word)) - 1
                return (number, unrank(last - number, ''.join(sorted(word))))`,
          stmts`
            def opposite(word: str) -> tuple[int, str]:
                letters = ''.join(sorted(word))
                number = rank(word)
                mirrored = factorial(len(word)) - 1 - number
                result = unrank(mirrored, letters)
                return (number, result)`,
        ]);
        return {
          body: [...factorial, ...rank, ...unrank, ...main],
          call: expr`opposite(${literal(word)})`,
          names: {
            rank: ['number_of', 'index_of'],
            unrank: ['word_at', 'permutation_at'],
            smaller: ['count', 'below'],
            left: ['unused', 'remaining'],
            number: ['position', 'index'],
            letters: ['alphabet', 'symbols'],
            opposite: ['mirror', 'counterpart'],
            mirrored: ['last', 'from_the_end'],
          },
          doc: 'Return the number of the {word} among the words of its letters, and the word as far from the end.',
        };
      }
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
      case 'permutation': {
        const letters = 'abcdefgh'.slice(0, n);
        return tuple(k, permutation(letters, Number(product(1, n)) - 1 - k));
      }
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
