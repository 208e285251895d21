// Bits of a number: counting them, their places, parity, powers of two, reversed words.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { type Data, literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'count' | 'power' | 'places' | 'reverse' | 'table' | 'difference' | 'gap' | 'hamming';
  /** for `hamming`: the bit of each word that is sent wrongly, from 1; 0 for none */
  flips?: number[];
  numbers: number[];
  width: number;
}

const ones = (n: number): number => n.toString(2).split('1').length - 1;

/** Four bits with three check bits, at places 1, 2 and 4. */
function codeword(nibble: number): string {
  const [a, b, c, d] = [8, 4, 2, 1].map((bit) => (nibble & bit) / bit);
  return [a ^ b ^ d, a ^ c ^ d, a, b ^ c ^ d, b, c, d].join('');
}

const flipped = (bits: string, place: number): string =>
  [...bits].map((bit, i) => (i + 1 === place ? String(1 - Number(bit)) : bit)).join('');

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['power'],
  2: ['count', 'power'],
  3: ['places', 'count'],
  4: ['difference', 'gap'],
  5: ['reverse', 'gap', 'difference'],
  6: ['table', 'reverse'],
  7: ['hamming'],
  8: ['hamming'],
  9: ['hamming'],
};

/** A function `count_bits`. */
function counter(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def count_bits(n: int) -> int:
          count = 0
          while n > 0:
              count += n & 1
              n >>= 1
          return count`,
    stmts`
      def count_bits(n: int) -> int:
          count = 0
          while n:
              n &= n - 1
              count += 1
          return count`,
    stmts`
      def count_bits(n: int) -> int:
          return bin(n).count('1')`,
    stmts`
      def count_bits(n: int) -> int:
          if n == 0:
              return 0
          return n % 2 + count_bits(n // 2)`,
  ]);
}

export const bitCountingFamily = defineFamily<Plan>({
  name: 'bit-counting',
  title: 'The bits of a number',
  topics: ['bits', 'loops', 'number-theory'],
  ladder: [
    [1, 'is it a power of two?'],
    [2, 'how many ones it has'],
    [3, 'where the ones are'],
    [4, 'in how many places two numbers differ, or the widest gap'],
    [5, 'the bits in reverse order'],
    [6, 'a table for many numbers'],
    [7, 'two numbers sent with check bits, and errors put right'],
    [8, 'three numbers'],
    [9, 'four numbers'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const count = level - 5;
      return { goal: 'hamming', numbers: draw.ints(count, 0, 15), width: 7, flips: draw.ints(count, 0, 7) };
    }
    const goal = draw.pick(GOALS[level]);
    const high = [64, 120, 400, 1000, 4000, 255][level - 1];
    const numbers = draw.ints(goal === 'difference' ? 2 : 1, Math.floor(high / 8), high);
    if (goal === 'power' && draw.chance(0.5)) numbers[0] = 2 ** draw.int(1, level + 4);
    return {
      goal,
      numbers,
      width: goal === 'table' ? draw.int(6, 12) : numbers[0].toString(2).length + draw.int(0, 2),
    };
  },
  write({ goal, numbers, width, flips }, draw) {
    const [n, m] = numbers;
    const names = {
      n: ['number', 'x', 'value'],
      count: ['ones', 'bits', 'total'],
      count_bits: ['popcount', 'ones_in', 'bit_count'],
      result: ['out', 'answer'],
    };
    switch (goal) {
      case 'hamming': {
        const sent = numbers.map((nibble, i) => flipped(codeword(nibble), (flips ?? [])[i])).join('');
        const parity = draw.pick([
          stmts`
            def parity(bits: list[int], check: int) -> int:
                result = 0
                for place in range(1, len(bits) + 1):
                    if place & check:
                        result ^= bits[place - 1]
                return result`,
          stmts`
            def parity(bits: list[int], check: int) -> int:
                ones = 0
                for place, bit in enumerate(bits, start=1):
                    if place & check != 0 and bit == 1:
                        ones += 1
                return ones % 2`,
        ]);
        const correct = draw.pick([
          stmts`
            def correct(bits: list[int]) -> bool:
                wrong = 0
                for check in (1, 2, 4):
                    if parity(bits, check) == 1:
                        wrong += check
                if wrong == 0:
                    return False
                bits[wrong - 1] = 1 - bits[wrong - 1]
                return True`,
          stmts`
            def correct(bits: list[int]) -> bool:
                wrong = parity(bits, 1) + 2 * parity(bits, 2) + 4 * parity(bits, 4)
                if wrong > 0:
                    bits[wrong - 1] ^= 1
                return wrong > 0`,
        ]);
        const main = draw.pick([
          stmts`
            def decode(received: str) -> tuple[int, int]:
                value = 0
                errors = 0
                for start in range(0, len(received), 7):
                    bits = [int(ch) for ch in received[start:start + 7]]
                    if correct(bits):
                        errors += 1
                    for place in (2, 4, 5, 6):
                        value = value * 2 + bits[place]
                return (value, errors)`,
          stmts`
            def decode(received: str) -> tuple[int, int]:
                value = 0
                errors = 0
                while received != '':
                    bits = [1 if ch == '1' else 0 for ch in received[:7]]
                    received = received[7:]
                    if correct(bits):
                        errors += 1
                    for bit in [bits[2], *bits[4:]]:
                        value = (value << 1) | bit
                return (value, errors)`,
        ]);
        return {
          body: [...parity, ...correct, ...main],
          call: expr`decode(${literal(sent)})`,
          names: {
            decode: ['read_message', 'hamming_decode', 'receive'],
            received: ['message', 'signal', 'code'],
            correct: ['repair', 'fix_error'],
            parity: ['check_sum', 'parity_of'],
            wrong: ['syndrome', 'position'],
            errors: ['repaired', 'fixes'],
            value: ['number', 'data'],
          },
          doc: 'Decode words of seven bits, of which one each may be wrong, to one number, and count the errors.',
        };
      }
      case 'count':
        return {
          body: counter(draw),
          call: expr`count_bits(${n})`,
          names,
          doc: 'Count the ones in the binary form of {n}.',
        };
      case 'power': {
        const body = draw.pick([
          stmts`
            def is_power_of_two(n: int) -> bool:
                return n > 0 and n & (n - 1) == 0`,
          stmts`
            def is_power_of_two(n: int) -> bool:
                while n % 2 == 0:
                    n //= 2
                return n == 1`,
          stmts`
            def is_power_of_two(n: int) -> bool:
                power = 1
                while power < n:
                    power *= 2
                return power == n`,
          stmts`
            def is_power_of_two(n: int) -> bool:
                if n == 1:
                    return True
                if n % 2 == 1:
                    return False
                return is_power_of_two(n // 2)`,
        ]);
        return {
          body,
          call: expr`is_power_of_two(${n})`,
          names: { ...names, is_power_of_two: ['power_of_two', 'check_power'] },
        };
      }
      case 'places': {
        const body = draw.pick([
          stmts`
            def set_bits(n: int) -> list[int]:
                result: list[int] = []
                place = 0
                while n > 0:
                    if n & 1:
                        result.append(place)
                    n >>= 1
                    place += 1
                return result`,
          stmts`
            def set_bits(n: int) -> list[int]:
                return [i for i in range(n.bit_length()) if n >> i & 1]`,
          stmts`
            def set_bits(n: int) -> list[int]:
                result: list[int] = []
                for i, digit in enumerate(reversed(bin(n)[2:])):
                    if digit == '1':
                        result.append(i)
                return result`,
        ]);
        const set_bits = ['bit_places', 'ones_at'];
        return {
          body,
          call: expr`set_bits(${n})`,
          names: { ...names, set_bits, result: ['places', 'found'], place: ['position', 'k'] },
        };
      }
      case 'difference': {
        const body = draw.pick([
          stmts`
            def bits_apart(a: int, b: int) -> int:
                different = a ^ b
                count = 0
                while different > 0:
                    count += different & 1
                    different >>= 1
                return count`,
          stmts`
            def bits_apart(a: int, b: int) -> int:
                count = 0
                while a > 0 or b > 0:
                    if a % 2 != b % 2:
                        count += 1
                    a //= 2
                    b //= 2
                return count`,
        ]);
        return {
          body,
          call: expr`bits_apart(${n}, ${m})`,
          names: {
            count: names.count,
            bits_apart: ['hamming_distance', 'flips_needed'],
            'a b': ['x y', 'first second'],
            different: ['diff', 'changed'],
          },
          doc: 'Count the binary places where {a} and {b} differ.',
        };
      }
      case 'gap': {
        const body = draw.pick([
          stmts`
            def widest_gap(n: int) -> int:
                while n % 2 == 0:
                    n //= 2
                widest = 0
                zeros = 0
                while n > 0:
                    if n % 2 == 0:
                        zeros += 1
                    else:
                        widest = max(widest, zeros)
                        zeros = 0
                    n //= 2
                return widest`,
          stmts`
            def widest_gap(n: int) -> int:
                widest = 0
                last = -1
                for i, digit in enumerate(bin(n)[2:]):
                    if digit == '1':
                        if last >= 0:
                            widest = max(widest, i - last - 1)
                        last = i
                return widest`,
          stmts`
            def widest_gap(n: int) -> int:
                gaps = bin(n)[2:].strip('0').split('1')
                return max(len(gap) for gap in gaps)`,
        ]);
        return {
          body,
          call: expr`widest_gap(${n})`,
          names: { ...names, widest_gap: ['binary_gap', 'longest_gap'], widest: ['best', 'longest'] },
          doc: 'Return how many zeros at most stand between two ones of {n}.',
        };
      }
      case 'reverse': {
        const body = draw.pick([
          stmts`
            def reverse_bits(n: int, width: int) -> int:
                result = 0
                for _ in range(width):
                    result = result << 1 | n & 1
                    n >>= 1
                return result`,
          stmts`
            def reverse_bits(n: int, width: int) -> int:
                result = 0
                for i in range(width):
                    if n & 1 << i:
                        result |= 1 << width - 1 - i
                return result`,
          stmts`
            def reverse_bits(n: int, width: int) -> int:
                digits = bin(n)[2:].zfill(width)
                return int(digits[::-1], 2)`,
        ]);
        return {
          body,
          call: expr`reverse_bits(${n}, ${width})`,
          names: { ...names, reverse_bits: ['flip_bits', 'mirror_bits'], width: ['size', 'bits'] },
        };
      }
      case 'table': {
        const main = draw.pick([
          stmts`
            def bit_table(limit: int) -> list[int]:
                return [count_bits(k) for k in range(limit + 1)]`,
          stmts`
            def bit_table(limit: int) -> list[int]:
                table: list[int] = []
                for k in range(limit + 1):
                    table.append(count_bits(k))
                return table`,
        ]);
        const direct = stmts`
          def bit_table(limit: int) -> list[int]:
              table = [0]
              for k in range(1, limit + 1):
                  table.append(table[k // 2] + k % 2)
              return table`;
        const body = draw.chance(0.3) ? direct : [...counter(draw), ...main];
        return {
          body,
          call: expr`bit_table(${width})`,
          names: {
            ...names,
            bit_table: ['counts_up_to', 'all_bit_counts'],
            table: ['counts', 'sizes'],
            k: ['i', 'number'],
          },
        };
      }
    }
  },
  reference({ goal, numbers, width, flips }): Data {
    const [n, m] = numbers;
    const digits = n.toString(2);
    switch (goal) {
      case 'hamming':
        return tuple(
          numbers.reduce((value, nibble) => 16 * value + nibble, 0),
          (flips ?? []).filter((place) => place > 0).length,
        );
      case 'count':
        return ones(n);
      case 'power':
        return ones(n) === 1;
      case 'places':
        return [...digits].reverse().flatMap((digit, i) => (digit === '1' ? [i] : []));
      case 'difference':
        return ones(n ^ m);
      case 'gap':
        return Math.max(0, ...(digits.match(/0+(?=1)/g) ?? []).map((gap) => gap.length));
      case 'reverse':
        return parseInt([...digits.padStart(width, '0')].reverse().join(''), 2);
      case 'table':
        return Array.from({ length: width + 1 }, (_, k) => ones(k));
    }
  },
  example: { plan: { goal: 'gap', numbers: [0b10001010], width: 0 }, answer: '3' },
});
