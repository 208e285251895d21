// Gray codes: neighbours differ in one bit; made by mirroring, by formula, and read back.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'encode' | 'decode' | 'list' | 'text' | 'flipped';
  n: number;
  /** for `list`: what stands for 0 and for 1 */
  signs: string;
}

const gray = (n: number): number => n ^ (n >> 1);

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['encode'],
  3: ['encode', 'decode'],
  4: ['decode', 'text'],
  5: ['list', 'flipped'],
  6: ['list', 'flipped'],
};

export const grayCodeFamily = defineFamily<Plan>({
  name: 'gray-code',
  title: 'Gray codes',
  topics: ['bits', 'lists', 'recursion'],
  ladder: [
    [2, 'the code of a small number'],
    [3, 'the code of a number, or back'],
    [4, 'larger numbers; the code as text'],
    [5, 'all codes of two or three bits; which bit changes'],
    [6, 'longer lists of codes'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const signs = draw.pick(['01', 'ab', '.#', 'xy', '-+', 'LR', 'oO', 'NS', 'AB', 'io']);
    if (goal === 'list') return { goal, n: level - 3, signs };
    if (goal === 'flipped') return { goal, n: draw.int(5, 9) + 5 * (level - 5), signs };
    return { goal, n: draw.int([5, 20, 200][level - 2], [40, 250, 5000][level - 2]), signs };
  },
  write({ goal, n, signs }, draw) {
    const names = {
      n: ['number', 'x', 'value'],
      code: ['gray', 'word'],
      codes: ['result', 'words', 'sequence'],
      bits: ['width', 'size'],
    };
    switch (goal) {
      case 'encode': {
        const body = draw.pick([
          stmts`
            def to_gray(n: int) -> int:
                return n ^ n >> 1`,
          stmts`
            def to_gray(n: int) -> int:
                code = 0
                place = 1
                while n > 0:
                    if n % 2 != n // 2 % 2:
                        code += place
                    n //= 2
                    place *= 2
                return code`,
          stmts`
            def to_gray(n: int) -> int:
                half = n >> 1
                return n ^ half`,
        ]);
        const to_gray = ['gray_code', 'encode_gray'];
        return {
          body,
          call: expr`to_gray(${n})`,
          names: { ...names, to_gray, place: ['power', 'weight'], half: ['shifted'] },
        };
      }
      case 'decode': {
        const body = draw.pick([
          stmts`
            def from_gray(code: int) -> int:
                n = 0
                while code > 0:
                    n ^= code
                    code >>= 1
                return n`,
          stmts`
            def from_gray(code: int) -> int:
                n = code
                shift = 1
                while code >> shift > 0:
                    n ^= code >> shift
                    shift += 1
                return n`,
        ]);
        const from_gray = ['decode_gray', 'gray_to_number'];
        return {
          body,
          call: expr`from_gray(${gray(n)})`,
          names: { ...names, from_gray },
          doc: 'Return the number that has this Gray {code}.',
        };
      }
      case 'text': {
        const body = draw.pick([
          stmts`
            def gray_text(n: int) -> str:
                digits = bin(n)[2:]
                code = digits[0]
                for left, right in zip(digits, digits[1:]):
                    code += '0' if left == right else '1'
                return code`,
          stmts`
            def gray_text(n: int) -> str:
                digits = bin(n)[2:]
                code = digits[0]
                for i in range(1, len(digits)):
                    if digits[i] != digits[i - 1]:
                        code += '1'
                    else:
                        code += '0'
                return code`,
        ]);
        return {
          body,
          call: expr`gray_text(${n})`,
          names: { ...names, gray_text: ['gray_digits', 'write_gray'], digits: ['binary', 'plain'] },
        };
      }
      case 'list': {
        const body = draw.pick([
          stmts`
            def gray_codes(bits: int, signs: str) -> list[str]:
                codes = ['']
                for _ in range(bits):
                    mirrored = codes[::-1]
                    codes = [signs[0] + code for code in codes] + [signs[1] + code for code in mirrored]
                return codes`,
          stmts`
            def gray_codes(bits: int, signs: str) -> list[str]:
                if bits == 0:
                    return ['']
                shorter = gray_codes(bits - 1, signs)
                codes: list[str] = []
                for code in shorter:
                    codes.append(signs[0] + code)
                for code in reversed(shorter):
                    codes.append(signs[1] + code)
                return codes`,
          stmts`
            def gray_codes(bits: int, signs: str) -> list[str]:
                codes: list[str] = []
                for n in range(2 ** bits):
                    code = ''
                    for place in range(bits - 1, -1, -1):
                        code += signs[(n ^ n >> 1) >> place & 1]
                    codes.append(code)
                return codes`,
        ]);
        return {
          body,
          call: expr`gray_codes(${n}, ${literal(signs)})`,
          names: {
            ...names,
            n: ['k', 'i'],
            gray_codes: ['all_codes', 'gray_list'],
            shorter: ['smaller', 'half'],
          },
        };
      }
      case 'flipped': {
        const body = draw.pick([
          stmts`
            def flipped_bits(n: int) -> list[int]:
                places: list[int] = []
                before = 0
                for k in range(1, n + 1):
                    code = k ^ k >> 1
                    changed = before ^ code
                    places.append(changed.bit_length() - 1)
                    before = code
                return places`,
          stmts`
            def trailing_zeros(n: int) -> int:
                count = 0
                while n % 2 == 0:
                    n //= 2
                    count += 1
                return count

            def flipped_bits(n: int) -> list[int]:
                return [trailing_zeros(k) for k in range(1, n + 1)]`,
        ]);
        return {
          body,
          call: expr`flipped_bits(${n})`,
          names: {
            n: ['steps', 'limit'],
            flipped_bits: ['changing_bits', 'bits_to_flip'],
            places: ['result', 'flips'],
          },
          doc: 'Return which bit changes at each of the first {n} steps of the Gray code.',
        };
      }
    }
  },
  reference({ goal, n, signs }): Data {
    const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
    switch (goal) {
      case 'encode':
        return gray(n);
      case 'decode':
        return n;
      case 'text':
        return gray(n).toString(2);
      case 'list':
        return range(2 ** n).map((k) =>
          [...gray(k).toString(2).padStart(n, '0')].map((bit) => signs[Number(bit)]).join(''),
        );
      case 'flipped':
        return range(n).map((k) => Math.log2(gray(k) ^ gray(k + 1)));
    }
  },
  example: { plan: { goal: 'list', n: 2, signs: '01' }, answer: "['00', '01', '11', '10']" },
});
