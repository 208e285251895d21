// Digit sums: taking a number apart digit by digit, once, over several numbers, or until one digit is left.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

type Keep = 'all' | 'even' | 'odd' | 'squares';

interface Plan {
  keep: Keep;
  goal: 'sum' | 'root' | 'total' | 'largest';
  numbers: number[];
}

const digitsOf = (n: number): number[] => String(n).split('').map(Number);

function digitSum(n: number, keep: Keep): number {
  const digits = digitsOf(n);
  if (keep === 'squares') return digits.reduce((sum, digit) => sum + digit * digit, 0);
  return digits
    .filter((digit) => keep === 'all' || (digit % 2 === 0) === (keep === 'even'))
    .reduce((a, b) => a + b, 0);
}

/** Digits by level: short numbers first. */
const DIGITS = [2, 3, 5, 4, 5, 7, 9];

export const digitSumFamily = defineFamily<Plan>({
  name: 'digit-sum',
  title: 'Sums of digits',
  topics: ['number-theory', 'loops'],
  ladder: [
    [1, 'the digit sum of a two-digit number'],
    [2, 'three digits'],
    [3, 'some digits only, or their squares'],
    [4, 'again until one digit is left'],
    [5, 'over a list of numbers'],
    [6, 'the number with the largest digit sum of a list'],
    [7, 'longer lists of longer numbers'],
  ],
  plan(draw, level) {
    const digits = DIGITS[level - 1];
    const goal =
      level < 4
        ? 'sum'
        : level === 4
          ? 'root'
          : level === 5
            ? 'total'
            : draw.pick(['total', 'largest'] as const);
    const plain = level < 3 || goal === 'root';
    const keep = plain ? 'all' : draw.pick(['all', 'even', 'odd', 'squares'] as const);
    const count = goal === 'sum' || goal === 'root' ? 1 : level - draw.int(1, 2);
    const low = goal === 'sum' || goal === 'root' ? 10 ** (digits - 1) : 10;
    return { keep, goal, numbers: draw.distinct(count, low, 10 ** digits - 1) };
  },
  write({ keep, goal, numbers }, draw) {
    const add = {
      all: () => stmts`total += digit`,
      squares: () => (draw.chance(0.5) ? stmts`total += digit * digit` : stmts`total += digit ** 2`),
      even: () => stmts`
        if digit % 2 == 0:
            total += digit`,
      odd: () =>
        draw.chance(0.6)
          ? stmts`
            if digit % 2 == 1:
                total += digit`
          : stmts`
            if digit % 2 == 0:
                continue
            total += digit`,
    }[keep]();
    const skips = add.length > 1;

    const arithmetic = (): ReturnType<typeof stmts> => {
      if (keep === 'all' && draw.chance(0.4)) {
        return stmts`
          total = 0
          while n > 0:
              total += n % 10
              n //= 10
          return total`;
      }
      // A digit that is skipped must have left the number first.
      const takes =
        skips || draw.chance(0.3)
          ? draw.pick([
              stmts`n, digit = divmod(n, 10)`,
              stmts`
                digit = n % 10
                n = n // 10`,
            ])
          : null;
      if (takes) {
        return stmts`
          total = 0
          while n > 0:
              ${takes}
              ${add}
          return total`;
      }
      return stmts`
        total = 0
        while n > 0:
            digit = n % 10
            ${add}
            n //= 10
        return total`;
    };
    const textual = (): ReturnType<typeof stmts> => {
      const test = { all: null, squares: null, even: expr`int(ch) % 2 == 0`, odd: expr`int(ch) % 2 != 0` }[
        keep
      ];
      if (test && draw.chance(0.5)) return stmts`return sum(int(ch) for ch in str(n) if ${test})`;
      if (keep === 'all' && draw.chance(0.4)) return stmts`return sum(int(ch) for ch in str(n))`;
      return stmts`
        total = 0
        for ch in str(n):
            digit = int(ch)
            ${add}
        return total`;
    };
    const short = goal === 'sum' && numbers[0] < 1000;
    const body = draw.chance(short ? 0.75 : 0.6) ? arithmetic() : textual();

    const names = {
      digit_sum: {
        all: ['sum_digits', 'sum_of_digits', 'add_digits', 'digit_total'],
        even: ['even_digit_sum', 'sum_even_digits', 'sum_of_even_digits'],
        odd: ['odd_digit_sum', 'sum_odd_digits', 'sum_of_odd_digits'],
        squares: ['digit_square_sum', 'sum_squared_digits', 'square_digit_sum'],
      }[keep],
      n: ['number', 'num', 'value'],
      total: ['result', 'acc', 'digits_total'],
      digit: ['d', 'last', 'last_digit'],
      ch: ['char', 'c', 'symbol'],
      numbers: ['nums', 'values', 'codes', 'tickets'],
      best: ['winner', 'champion', 'top'],
      best_sum: ['highest', 'record', 'top_sum'],
      number: ['item', 'code', 'entry'],
    };
    const helper = stmts`
      def digit_sum(n: int) -> int:
          ${body}`;

    if (goal === 'sum') {
      const doc = {
        all: 'Return the sum of the decimal digits of {n}.',
        even: 'Return the sum of the even digits of {n}.',
        odd: 'Add up the odd digits of {n}.',
        squares: 'Return the sum of the squares of the digits of {n}.',
      }[keep];
      return { body: helper, call: expr`digit_sum(${numbers[0]})`, names, doc };
    }
    if (goal === 'root') {
      const main = draw.chance(0.5)
        ? stmts`
          def digital_root(number: int) -> int:
              while number >= 10:
                  number = digit_sum(number)
              return number`
        : stmts`
          def digital_root(number: int) -> int:
              if number < 10:
                  return number
              return digital_root(digit_sum(number))`;
      return {
        body: [...helper, ...main],
        call: expr`digital_root(${numbers[0]})`,
        names: {
          ...names,
          digital_root: ['reduce_to_digit', 'single_digit', 'repeated_digit_sum'],
          number: ['num', 'value', 'n'],
        },
        doc: 'Add up digits again and again until a single digit is left.',
      };
    }
    if (goal === 'total') {
      const main = draw.chance(0.6)
        ? stmts`
          def digits_of_all(numbers: list[int]) -> int:
              grand_total = 0
              for number in numbers:
                  grand_total += digit_sum(number)
              return grand_total`
        : stmts`
          def digits_of_all(numbers: list[int]) -> int:
              return sum(digit_sum(number) for number in numbers)`;
      return {
        body: [...helper, ...main],
        call: expr`digits_of_all(${literal(numbers)})`,
        names: { ...names, digits_of_all: ['total_of_digit_sums', 'sum_all_digits', 'combined_digit_sum'] },
        doc: 'Return the digit sums of all {numbers}, added together.',
      };
    }
    const main = draw.chance(0.6)
      ? stmts`
        def largest_digit_sum(numbers: list[int]) -> int:
            best = numbers[0]
            best_sum = digit_sum(best)
            for number in numbers[1:]:
                current = digit_sum(number)
                if current > best_sum:
                    best = number
                    best_sum = current
            return best`
      : stmts`
        def largest_digit_sum(numbers: list[int]) -> int:
            best = 0
            best_sum = -1
            for number in numbers:
                if digit_sum(number) > best_sum:
                    best, best_sum = number, digit_sum(number)
            return best`;
    return {
      body: [...helper, ...main],
      call: expr`largest_digit_sum(${literal(numbers)})`,
      names: { ...names, largest_digit_sum: ['pick_by_digits', 'max_by_digit_sum', 'find_winner'] },
      doc: 'Return the first of the {numbers} whose digit sum is largest.',
    };
  },
  reference({ keep, goal, numbers }) {
    const sums = numbers.map((n) => digitSum(n, keep));
    switch (goal) {
      case 'sum':
        return sums[0];
      case 'root':
        return 1 + ((numbers[0] - 1) % 9);
      case 'total':
        return sums.reduce((a, b) => a + b, 0);
      case 'largest':
        return numbers[sums.indexOf(Math.max(...sums))];
    }
  },
  example: { plan: { keep: 'odd', goal: 'sum', numbers: [90527] }, answer: '21' },
});
