// Powers by repeated squaring, plain and modulo a number, and what is built on them.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'power' | 'mod' | 'last-digits' | 'fermat' | 'order';
  base: number;
  exponent: number;
  modulus: number;
  /** for `fermat`: the bases tried */
  witnesses: number[];
}

const modPower = (base: number, exponent: number, modulus: number): number => {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result = (result * BigInt(base)) % BigInt(modulus);
  return Number(result % BigInt(modulus));
};

export const modularPowerFamily = defineFamily<Plan>({
  name: 'modular-power',
  title: 'Powers by squaring',
  topics: ['number-theory', 'bits', 'recursion', 'big-ints'],
  ladder: [
    [2, 'a small power'],
    [3, 'a power, modulo a number'],
    [4, 'larger exponents'],
    [5, 'the last digits of a large power'],
    [6, 'prime by Fermat’s test?'],
    [7, 'the order of a number modulo another'],
  ],
  plan(draw, level) {
    switch (level) {
      case 2:
        return { goal: 'power', base: draw.int(2, 9), exponent: draw.int(3, 12), modulus: 0, witnesses: [] };
      case 3:
        return {
          goal: 'mod',
          base: draw.int(2, 20),
          exponent: draw.int(5, 30),
          modulus: draw.int(7, 99),
          witnesses: [],
        };
      case 4:
        return {
          goal: 'mod',
          base: draw.int(2, 60),
          exponent: draw.int(60, 400),
          modulus: draw.int(50, 1000),
          witnesses: [],
        };
      case 5:
        return {
          goal: 'last-digits',
          base: draw.int(3, 99),
          exponent: draw.int(500, 9000),
          modulus: draw.int(2, 4),
          witnesses: [],
        };
      case 6:
        return {
          goal: 'fermat',
          base: 0,
          exponent: 0,
          modulus: draw.pick([91, 97, 101, 121, 127, 341, 143, 149, 151, 221, 223, 247, 257]),
          witnesses: draw.pick([[2], [2, 3], [2, 3, 5], [2, 5]]),
        };
      default: {
        const modulus = draw.pick([11, 13, 17, 19, 23]);
        return { goal: 'order', base: draw.int(2, modulus - 1), exponent: 0, modulus, witnesses: [] };
      }
    }
  },
  write({ goal, base, exponent, modulus, witnesses }, draw) {
    const names = {
      power: ['fast_power', 'raise_to', 'power_of'],
      mod_power: ['power_mod', 'modular_power', 'pow_mod'],
      base: ['x', 'b', 'number'],
      exponent: ['n', 'exp', 'e'],
      modulus: ['m', 'mod'],
      result: ['answer', 'product'],
      half: ['root', 'partial'],
    };
    if (goal === 'power') {
      const body = draw.pick([
        stmts`
          def power(base: int, exponent: int) -> int:
              result = 1
              while exponent > 0:
                  if exponent % 2 == 1:
                      result *= base
                  base *= base
                  exponent //= 2
              return result`,
        stmts`
          def power(base: int, exponent: int) -> int:
              result = 1
              for _ in range(exponent):
                  result *= base
              return result`,
        stmts`
          def power(base: int, exponent: int) -> int:
              if exponent == 0:
                  return 1
              half = power(base, exponent // 2)
              if exponent % 2 == 0:
                  return half * half
              return half * half * base`,
      ]);
      return {
        body,
        call: expr`power(${base}, ${exponent})`,
        names,
        doc: 'Return {base} to the power of {exponent}.',
      };
    }
    const helper = draw.pick([
      stmts`
        def mod_power(base: int, exponent: int, modulus: int) -> int:
            result = 1
            base %= modulus
            while exponent > 0:
                if exponent % 2 == 1:
                    result = result * base % modulus
                base = base * base % modulus
                exponent //= 2
            return result`,
      stmts`
        def mod_power(base: int, exponent: int, modulus: int) -> int:
            result = 1
            while exponent:
                if exponent & 1:
                    result = (result * base) % modulus
                base = (base * base) % modulus
                exponent >>= 1
            return result`,
      stmts`
        def mod_power(base: int, exponent: int, modulus: int) -> int:
            if exponent == 0:
                return 1
            half = mod_power(base, exponent // 2, modulus)
            square = half * half % modulus
            if exponent % 2 == 1:
                return square * base % modulus
            return square`,
      stmts`
        def mod_power(base: int, exponent: int, modulus: int) -> int:
            result = 1
            for bit in bin(exponent)[2:]:
                result = result * result % modulus
                if bit == '1':
                    result = result * base % modulus
            return result`,
    ]);
    switch (goal) {
      case 'mod':
        return { body: helper, call: expr`mod_power(${base}, ${exponent}, ${modulus})`, names };
      case 'last-digits': {
        const main = draw.pick([
          stmts`
            def last_digits(base: int, exponent: int, digits: int) -> str:
                tail = mod_power(base, exponent, 10 ** digits)
                return str(tail).zfill(digits)`,
          stmts`
            def last_digits(base: int, exponent: int, digits: int) -> str:
                text = str(mod_power(base, exponent, 10 ** digits))
                while len(text) < digits:
                    text = '0' + text
                return text`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`last_digits(${base}, ${exponent}, ${modulus})`,
          names: {
            ...names,
            last_digits: ['power_tail', 'final_digits'],
            digits: ['count', 'width', 'places'],
            tail: ['rest', 'ending'],
          },
        };
      }
      case 'fermat': {
        const main = draw.pick([
          stmts`
            def probably_prime(n: int, witnesses: list[int]) -> bool:
                for witness in witnesses:
                    if mod_power(witness, n - 1, n) != 1:
                        return False
                return True`,
          stmts`
            def probably_prime(n: int, witnesses: list[int]) -> bool:
                return all(mod_power(witness, n - 1, n) == 1 for witness in witnesses)`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`probably_prime(${modulus}, ${literal(witnesses)})`,
          names: {
            ...names,
            exponent: ['exp', 'e'],
            probably_prime: ['fermat_test', 'looks_prime'],
            witnesses: ['bases', 'tests'],
            witness: ['w', 'a'],
          },
          doc: 'Apply the Fermat test to {n}.',
        };
      }
      case 'order': {
        const main = draw.pick([
          stmts`
            def order(a: int, modulus: int) -> int:
                k = 1
                while mod_power(a, k, modulus) != 1:
                    k += 1
                return k`,
          stmts`
            def order(a: int, modulus: int) -> int:
                for k in range(1, modulus):
                    if mod_power(a, k, modulus) == 1:
                        return k
                return 0`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`order(${base}, ${modulus})`,
          names: {
            ...names,
            order: ['multiplicative_order', 'cycle_length'],
            a: ['element', 'unit'],
            k: ['size', 'length'],
          },
          doc: 'Return the least positive power of {a} that is 1 modulo {modulus}.',
        };
      }
    }
  },
  reference({ goal, base, exponent, modulus, witnesses }) {
    switch (goal) {
      case 'power':
        return BigInt(base) ** BigInt(exponent);
      case 'mod':
        return modPower(base, exponent, modulus);
      case 'last-digits':
        return (BigInt(base) ** BigInt(exponent)).toString().slice(-modulus);
      case 'fermat':
        return witnesses.every((witness) => modPower(witness, modulus - 1, modulus) === 1);
      case 'order':
        return (
          Array.from({ length: modulus }, (_, k) => k + 1).find((k) => modPower(base, k, modulus) === 1) ?? 0
        );
    }
  },
  example: { plan: { goal: 'mod', base: 7, exponent: 5, modulus: 100, witnesses: [] }, answer: '7' },
});
