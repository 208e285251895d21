// int, float and their methods and operators against live CPython.
import { describe, it } from 'vitest';
import fc from 'fast-check';
import { floatRepr } from '../../interpreter/values/float.ts';
import { expectAgreement } from '../support/agree.ts';

const literal = (x: number): string =>
  Number.isFinite(x) ? `(${floatRepr(x)})` : `float('${floatRepr(x)}')`;
const awkward = fc.constantFrom(
  0,
  -0,
  0.5,
  1.5,
  2.5,
  -0.5,
  1e16,
  1e15,
  9999999999999998,
  1e-4,
  1e-5,
  0.1,
  1 / 3,
  1e22,
  1e23,
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  Infinity,
  -Infinity,
  NaN,
  0.125,
  2.675,
  1.005,
  1e300,
  123456789.125,
  4503599627370496.5,
  0.045,
  1e21,
);
const float = fc.oneof(
  awkward,
  fc.double(),
  fc.double({ min: -1000, max: 1000 }),
  fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100),
);
const int = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(BigInt),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n, 10n ** 22n, 10n ** 400n),
);
const number = fc.oneof(
  float.map(literal),
  int.map((n) => `(${n})`),
  fc.constantFrom('True', 'False'),
);
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed: 42 });

describe('numbers agree with CPython', () => {
  it('repr of floats', () => expectAgreement(sample(float, 3000).map(literal)));

  it('arithmetic and comparison of mixed kinds', () => {
    const operators = ['+', '-', '*', '/', '//', '%', '<', '<=', '==', '!=', '>', '>=', '&', '|', '^'];
    expectAgreement(
      sample(fc.tuple(number, fc.constantFrom(...operators), number), 6000).map(
        ([a, op, b]) => `${a} ${op} ${b}`,
      ),
    );
    expectAgreement(
      sample(fc.tuple(fc.constantFrom('-', '+', '~', 'not '), number), 300).map((parts) => parts.join('')),
    );
  });

  it('methods', () => {
    const names = [
      'is_integer',
      'as_integer_ratio',
      'hex',
      'conjugate',
      '__int__',
      '__trunc__',
      '__floor__',
      '__ceil__',
      '__round__',
    ];
    expectAgreement(names.flatMap((name) => sample(float, 300).map((x) => `${literal(x)}.${name}()`)));
    expectAgreement(['real', 'imag'].flatMap((name) => sample(number, 60).map((x) => `${x}.${name}`)));
    expectAgreement(
      [
        'bit_length()',
        'bit_count()',
        'as_integer_ratio()',
        'conjugate()',
        'numerator',
        'denominator',
      ].flatMap((name) => sample(int, 100).map((x) => `(${x}).${name}`)),
    );
  });

  it('round', () => {
    const digits = fc.integer({ min: -12, max: 20 });
    expectAgreement(sample(fc.tuple(float, digits), 3000).map(([x, n]) => `${literal(x)}.__round__(${n})`));
    expectAgreement(
      sample(fc.tuple(float, fc.integer({ min: -330, max: 340 })), 500).map(
        ([x, n]) => `${literal(x)}.__round__(${n})`,
      ),
    );
    expectAgreement(sample(fc.tuple(int, digits), 600).map(([x, n]) => `(${x}).__round__(${n})`));
  });

  it('hex and back', () => {
    expectAgreement(sample(fc.double(), 600).map((x) => `float.fromhex(${literal(x)}.hex())`));
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdefxp.+-  '), maxLength: 18 });
    expectAgreement(sample(hex, 600).map((s) => `float.fromhex('${s}')`));
    expectAgreement(
      sample(
        fc.tuple(
          fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 20 }),
          fc.integer({ min: -1120, max: 1030 }),
        ),
        600,
      ).map(([s, e]) => `float.fromhex('0x1.${s}p${e}')`),
    );
  });

  it('texts to numbers', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789_eE.+- xXbBoOaAfF٣๔ \t\n\u2003\x1cinfty'),
      maxLength: 8,
    });
    expectAgreement(
      sample(digits, 3000).flatMap((s) => [`int(${JSON.stringify(s)})`, `float(${JSON.stringify(s)})`]),
    );
    expectAgreement(
      sample(fc.tuple(digits, fc.integer({ min: -1, max: 38 })), 3000).map(
        ([s, b]) => `int(${JSON.stringify(s)}, ${b})`,
      ),
    );
    const real = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 30n }),
      fc.bigInt({ min: 0n, max: 10n ** 30n }),
      fc.integer({ min: -340, max: 320 }),
    );
    expectAgreement(sample(real, 1000).map(([a, b, e]) => `float('${a}.${b}e${e}')`));
    expectAgreement([
      "int('1' * 4301)",
      "int('x' * 300)",
      "int('9' * 5000, 16) % 1000",
      "int('z' * 6000, 36)",
      'int()',
      'int(None)',
      "int(b'12')",
      "int(b'1x')",
      "float(b'1.5')",
      'float([])',
      'float()',
      "int('1', 2.0)",
      'int(1.5, 2)',
      'int(base=2)',
      "int('0_7')",
      "int('0x_f', 0)",
      "int('-0b11', 0)",
      "int('00', 0)",
      "int('01', 0)",
      'bool([0])',
      'bool()',
      'bool(x=1)',
      'int(x=1)',
      'float(x=1)',
      'str(10 ** 4300)',
      'str(-10 ** 4299)[:3]',
      'int.from_bytes(b"ab", "big", True)',
    ]);
  });

  it('bytes of ints', () => {
    const bool = fc.constantFrom('True', 'False');
    const order = fc.constantFrom("'big'", "'little'");
    expectAgreement(
      sample(fc.tuple(int, fc.integer({ min: -1, max: 12 }), order, bool), 600).map(
        ([n, l, o, s]) => `(${n}).to_bytes(${l}, ${o}, signed=${s})`,
      ),
    );
    expectAgreement(
      sample(fc.tuple(fc.uint8Array({ maxLength: 12 }), order, bool), 300).map(
        ([d, o, s]) => `int.from_bytes([${d.join(', ')}], ${o}, signed=${s})`,
      ),
    );
  });
});
