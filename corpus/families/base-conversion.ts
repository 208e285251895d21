// Number systems: writing numbers in another base and reading them back.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'write' | 'read' | 'convert' | 'palindromes';
  base: number;
  /** for `convert`: the base of the text that is read */
  from: number;
  n: number;
}

export const baseConversionFamily = defineFamily<Plan>({
  name: 'base-conversion',
  title: 'Numbers in other bases',
  topics: ['number-theory', 'strings', 'loops'],
  ladder: [
    [2, 'a small number to or from binary'],
    [3, 'bases below ten'],
    [4, 'larger numbers'],
    [5, 'bases above ten, with letters as digits'],
    [6, 'from one base to another'],
    [7, 'numbers that read the same backwards in a base'],
  ],
  plan(draw, level) {
    const base =
      level === 2 ? 2 : level < 5 ? draw.pick([2, 3, 4, 5, 7, 8]) : draw.pick([2, 3, 6, 8, 9, 12, 16]);
    if (level === 7) return { goal: 'palindromes', base: draw.int(2, 5), from: 10, n: draw.int(14, 34) };
    if (level === 6) {
      return {
        goal: 'convert',
        base: draw.pick([3, 4, 5, 16]),
        from: draw.pick([2, 6, 7, 8, 12]),
        n: draw.int(200, 5000),
      };
    }
    const n = [draw.int(3, 15), draw.int(15, 90), draw.int(90, 900), draw.int(300, 9000)][level - 2];
    return { goal: draw.pick(['write', 'read'] as const), base, from: 10, n };
  },
  write({ goal, base, from, n }, draw) {
    const names = {
      to_base: ['convert', 'in_base', 'write_number'],
      from_base: ['parse_number', 'read_number', 'value_of'],
      n: ['number', 'num', 'value'],
      digits: ['result', 'text', 'out'],
      base: ['radix', 'b'],
      text: ['numeral', 'digits', 's'],
      ch: ['digit', 'c', 'symbol'],
      total: ['value', 'number', 'result'],
    };
    const letters = Math.max(base, goal === 'convert' ? from : 0) > 10;
    const symbols = literal('0123456789abcdef'.slice(0, letters ? 16 : 10));
    const digit = letters ? expr`SYMBOLS[n % base]` : expr`str(n % base)`;
    const constant = letters ? stmts`SYMBOLS = ${symbols}` : [];
    const writer = draw.weighted([
      [
        3,
        stmts`
          def to_base(n: int, base: int) -> str:
              if n == 0:
                  return '0'
              digits = ''
              while n > 0:
                  digits = ${digit} + digits
                  n //= base
              return digits`,
      ],
      [
        2,
        stmts`
          def to_base(n: int, base: int) -> str:
              digits: list[str] = []
              while n > 0:
                  digits.append(${digit})
                  n = n // base
              digits.reverse()
              return ''.join(digits) or '0'`,
      ],
      [
        2,
        stmts`
          def to_base(n: int, base: int) -> str:
              if n < base:
                  return ${digit}
              return to_base(n // base, base) + ${digit}`,
      ],
    ]);
    const worth = letters ? expr`SYMBOLS.index(ch)` : expr`int(ch)`;
    const reader = draw.weighted([
      [
        3,
        stmts`
          def from_base(text: str, base: int) -> int:
              total = 0
              for ch in text:
                  total = total * base + ${worth}
              return total`,
      ],
      [
        2,
        stmts`
          def from_base(text: str, base: int) -> int:
              total = 0
              power = 1
              for ch in reversed(text):
                  total += ${worth} * power
                  power *= base
              return total`,
      ],
      [
        1,
        stmts`
          def from_base(text: str, base: int) -> int:
              total = 0
              for i, ch in enumerate(text):
                  total += ${worth} * base ** (len(text) - 1 - i)
              return total`,
      ],
    ]);
    switch (goal) {
      case 'write':
        return {
          body: [...constant, ...writer],
          call: expr`to_base(${n}, ${base})`,
          names,
          doc: 'Write {n} in the given base.',
        };
      case 'read':
        return {
          body: [...constant, ...reader],
          call: expr`from_base(${literal(n.toString(base))}, ${base})`,
          names,
          doc: 'Return the number that {text} stands for.',
        };
      case 'convert': {
        const main = stmts`
          def change_base(text: str, old: int, new: int) -> str:
              return to_base(from_base(text, old), new)`;
        return {
          body: [...constant, ...reader, ...writer, ...main],
          call: expr`change_base(${literal(n.toString(from))}, ${from}, ${base})`,
          names: {
            ...names,
            text: ['numeral', 's'],
            change_base: ['rebase', 'translate'],
            'old new': ['source target', 'base_from base_to'],
          },
        };
      }
      case 'palindromes': {
        const main = draw.pick([
          stmts`
            def palindromes(limit: int, base: int) -> list[int]:
                found: list[int] = []
                for n in range(1, limit + 1):
                    text = to_base(n, base)
                    if text == text[::-1]:
                        found.append(n)
                return found`,
          stmts`
            def is_palindrome(text: str) -> bool:
                return text == text[::-1]

            def palindromes(limit: int, base: int) -> list[int]:
                return [n for n in range(1, limit + 1) if is_palindrome(to_base(n, base))]`,
        ]);
        return {
          body: [...constant, ...writer, ...main],
          call: expr`palindromes(${n}, ${base})`,
          names: {
            ...names,
            palindromes: ['mirror_numbers', 'symmetric_numbers'],
            limit: ['upper', 'last'],
            found: ['matches', 'hits'],
          },
        };
      }
    }
  },
  reference({ goal, base, n }) {
    switch (goal) {
      case 'write':
      case 'convert':
        return n.toString(base);
      case 'read':
        return n;
      case 'palindromes':
        return Array.from({ length: n }, (_, i) => i + 1).filter((k) => {
          const text = k.toString(base);
          return text === text.split('').reverse().join('');
        });
    }
  },
  example: { plan: { goal: 'write', base: 8, from: 10, n: 83 }, answer: "'123'" },
});
