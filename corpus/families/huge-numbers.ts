// Arithmetic on numbers of many digits: by hand on text and lists, power towers, digital patterns.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'add-text' | 'times-digit' | 'tower' | 'power-digits' | 'multiply' | 'divide';
  a: string;
  b: string;
  k: number;
}

const digits = (draw: Draw, count: number): string =>
  String(draw.int(1, 9)) + draw.ints(count - 1, 0, 9).join('');

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['times-digit', 'power-digits'],
  4: ['add-text', 'times-digit'],
  5: ['add-text', 'divide'],
  6: ['tower', 'divide'],
  7: ['multiply'],
  8: ['multiply'],
};

export const hugeNumbersFamily = defineFamily<Plan>({
  name: 'huge-numbers',
  title: 'Numbers of many digits',
  topics: ['big-ints', 'strings', 'lists', 'arithmetic'],
  ladder: [
    [3, 'a text of digits times one digit; the digits of a power'],
    [4, 'two texts of digits added'],
    [5, 'longer texts; long division'],
    [6, 'power towers modulo a number'],
    [7, 'two texts of digits multiplied'],
    [8, 'longer products'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 8, 8, 3, 4][level - 3];
    if (goal === 'tower') {
      // Higher towers of these numbers would fill the memory.
      const [base, height] = draw.pick([
        [2, 3],
        [2, 4],
        [3, 2],
        [3, 3],
        [4, 2],
        [4, 3],
        [5, 2],
        [6, 2],
        [7, 2],
      ]);
      return { goal, a: String(base), b: String(height), k: draw.int(50, 5000) };
    }
    if (goal === 'power-digits')
      return { goal, a: String(draw.int(2, 9)), b: String(draw.int(15, 40)), k: 0 };
    return {
      goal,
      a: digits(draw, size + draw.int(0, 2)),
      b: digits(draw, goal === 'multiply' ? size - 1 : size),
      k: draw.int(3, 9),
    };
  },
  write({ goal, a, b, k }, draw) {
    const [one, two] = [literal(a), literal(b)];
    const names = {
      'a b': ['first second', 'x y', 'left right'],
      carry: ['over', 'kept'],
      result: ['out', 'text', 'answer'],
      digit: ['d', 'ch'],
      'i j': ['p q'],
    };
    switch (goal) {
      case 'times-digit': {
        const body = draw.pick([
          stmts`
            def times_digit(number: str, factor: int) -> str:
                carry = 0
                result = ''
                for digit in reversed(number):
                    product = int(digit) * factor + carry
                    result = str(product % 10) + result
                    carry = product // 10
                if carry > 0:
                    result = str(carry) + result
                return result`,
          stmts`
            def times_digit(number: str, factor: int) -> str:
                parts: list[str] = []
                carry = 0
                i = len(number) - 1
                while i >= 0 or carry > 0:
                    product = carry
                    if i >= 0:
                        product += int(number[i]) * factor
                    carry, digit = divmod(product, 10)
                    parts.append(str(digit))
                    i -= 1
                return ''.join(reversed(parts))`,
        ]);
        return {
          body,
          call: expr`times_digit(${one}, ${k})`,
          names: {
            carry: names.carry,
            times_digit: ['multiply_text', 'scale_digits'],
            number: ['digits', 'text'],
            factor: ['n', 'by'],
            product: ['value', 'step'],
          },
        };
      }
      case 'power-digits': {
        const body = draw.pick([
          stmts`
            def power_digit_sum(base: int, exponent: int) -> int:
                total = 0
                for digit in str(base ** exponent):
                    total += int(digit)
                return total`,
          stmts`
            def power_digit_sum(base: int, exponent: int) -> int:
                value = 1
                for _ in range(exponent):
                    value *= base
                return sum(int(digit) for digit in str(value))`,
        ]);
        return {
          body,
          call: expr`power_digit_sum(${Number(a)}, ${Number(b)})`,
          names: {
            power_digit_sum: ['digits_of_power', 'add_power_digits'],
            base: ['n', 'number'],
            exponent: ['k', 'power'],
            digit: names.digit,
          },
        };
      }
      case 'add-text': {
        const body = draw.pick([
          stmts`
            def add_texts(a: str, b: str) -> str:
                i = len(a) - 1
                j = len(b) - 1
                carry = 0
                result = ''
                while i >= 0 or j >= 0 or carry > 0:
                    total = carry
                    if i >= 0:
                        total += int(a[i])
                        i -= 1
                    if j >= 0:
                        total += int(b[j])
                        j -= 1
                    result = str(total % 10) + result
                    carry = total // 10
                return result`,
          stmts`
            def add_texts(a: str, b: str) -> str:
                width = max(len(a), len(b))
                a = a.zfill(width)
                b = b.zfill(width)
                carry = 0
                result = ''
                for k in range(width - 1, -1, -1):
                    carry, digit = divmod(int(a[k]) + int(b[k]) + carry, 10)
                    result = str(digit) + result
                return '1' + result if carry else result`,
        ]);
        return {
          body,
          call: expr`add_texts(${one}, ${two})`,
          names: {
            ...names,
            digit: ['d', 'ones'],
            add_texts: ['add_numbers', 'sum_texts'],
            total: ['column', 'here'],
          },
          doc: 'Add two numbers that are given as text, digit by digit.',
        };
      }
      case 'divide': {
        const body = draw.pick([
          stmts`
            def long_division(number: str, divisor: int) -> tuple[str, int]:
                rest = 0
                result = ''
                for digit in number:
                    rest = rest * 10 + int(digit)
                    result += str(rest // divisor)
                    rest %= divisor
                return (result.lstrip('0') or '0', rest)`,
          stmts`
            def long_division(number: str, divisor: int) -> tuple[str, int]:
                rest = 0
                parts: list[str] = []
                for i in range(len(number)):
                    quotient, rest = divmod(rest * 10 + int(number[i]), divisor)
                    if quotient > 0 or parts:
                        parts.append(str(quotient))
                return (''.join(parts), rest)`,
        ]);
        return {
          body,
          call: expr`long_division(${one}, ${k})`,
          names: {
            result: names.result,
            long_division: ['divide_text', 'share_digits'],
            number: ['digits', 'text'],
            divisor: ['n', 'by'],
            rest: ['remainder', 'left'],
          },
          doc: 'Return quotient and remainder of a number given as text.',
        };
      }
      case 'tower': {
        const body = draw.pick([
          stmts`
            def tower(base: int, height: int, modulus: int) -> int:
                value = 1
                for _ in range(height):
                    value = base ** value
                return value % modulus`,
          stmts`
            def grow(base: int, height: int) -> int:
                if height == 0:
                    return 1
                return base ** grow(base, height - 1)

            def tower(base: int, height: int, modulus: int) -> int:
                return grow(base, height) % modulus`,
        ]);
        return {
          body,
          call: expr`tower(${Number(a)}, ${Number(b)}, ${k})`,
          names: {
            tower: ['power_tower', 'stacked_power'],
            height: ['levels', 'n'],
            modulus: ['m', 'mod'],
            value: ['power', 'x'],
          },
          doc: 'Return a tower of powers of {base} modulo {modulus}.',
        };
      }
      case 'multiply': {
        const body = draw.pick([
          stmts`
            def multiply(a: str, b: str) -> str:
                cells = [0] * (len(a) + len(b))
                for i in range(len(a) - 1, -1, -1):
                    for j in range(len(b) - 1, -1, -1):
                        total = cells[i + j + 1] + int(a[i]) * int(b[j])
                        cells[i + j + 1] = total % 10
                        cells[i + j] += total // 10
                return ''.join(str(cell) for cell in cells).lstrip('0')`,
          stmts`
            def multiply(a: str, b: str) -> str:
                cells = [0] * (len(a) + len(b))
                for i, x in enumerate(reversed(a)):
                    for j, y in enumerate(reversed(b)):
                        cells[i + j] += int(x) * int(y)
                carry = 0
                result = ''
                for cell in cells:
                    carry, digit = divmod(cell + carry, 10)
                    result = str(digit) + result
                return result.lstrip('0')`,
        ]);
        return {
          body,
          call: expr`multiply(${one}, ${two})`,
          names: {
            ...names,
            'a b': ['first second', 'left right'],
            digit: ['d', 'ones'],
            multiply: ['times', 'product_of_texts'],
            cells: ['columns', 'places'],
            total: ['value', 'here'],
          },
        };
      }
    }
  },
  reference({ goal, a, b, k }): Data {
    const [x, y, z] = [BigInt(a), BigInt(b), BigInt(k)];
    switch (goal) {
      case 'times-digit':
        return (x * z).toString();
      case 'power-digits':
        return [...(x ** y).toString()].reduce((sum, digit) => sum + Number(digit), 0);
      case 'add-text':
        return (x + y).toString();
      case 'divide':
        return tuple((x / z).toString(), x % z);
      case 'tower':
        return Array.from({ length: Number(b) }).reduce<bigint>((power) => x ** power, 1n) % z;
      case 'multiply':
        return (x * y).toString();
    }
  },
  example: { plan: { goal: 'add-text', a: '975', b: '48', k: 0 }, answer: "'1023'" },
});
