// Integer arithmetic against live CPython, on operands around the edge where numbers become bigints.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as int from '../../interpreter/values/int.ts';
import { power, modularPower } from '../../interpreter/values/int-power.ts';
import { compareIntFloat, intToFloat, trueDivide } from '../../interpreter/values/int-float.ts';
import { hashFloat, hashInt, hashStr } from '../../interpreter/values/hash-number.ts';
import { askPython } from '../support/python.ts';
import { nativeRuntime, outcomeOf } from '../support/native.ts';

const rt = nativeRuntime();

const edge = [
  0n,
  1n,
  2n,
  3n,
  7n,
  10n,
  255n,
  2n ** 31n,
  2n ** 32n,
  2n ** 52n,
  2n ** 53n,
  2n ** 60n,
  10n ** 18n,
]
  .flatMap((x) => [x - 1n, x, x + 1n])
  .flatMap((x) => [x, -x]);
const anyInt = fc
  .oneof(
    fc.constantFrom(...edge),
    fc.bigInt({ min: -1000n, max: 1000n }),
    fc.bigInt({ max: 2n ** 70n, min: -(2n ** 70n) }),
    fc.bigInt({ min: -(2n ** 900n), max: 2n ** 900n }),
  )
  .map(int.normalizeInt);
const small = fc.integer({ min: -3, max: 90 });

/** Samples `count` pairs and compares `ours` with the Python expression for each. */
function agree(
  operands: fc.Arbitrary<[int.Int, int.Int]>,
  expression: (a: int.Int, b: int.Int) => string,
  ours: (a: int.Int, b: int.Int) => unknown,
): void {
  const pairs = fc.sample(operands, { numRuns: 600, seed: 7 });
  const answers = askPython(pairs.map(([a, b]) => `(${expression(a, b)})`));
  pairs.forEach(([a, b], i) => {
    const answer = answers[i];
    const mine = outcomeOf(() => String(ours(a, b)));
    const wanted = 'repr' in answer ? { repr: answer.repr } : answer;
    expect(mine, expression(a, b)).toEqual(wanted);
  });
}

const pair = fc.tuple(anyInt, anyInt);
const withSmall = fc.tuple(anyInt, small as fc.Arbitrary<int.Int>);

describe('int', () => {
  it.each<[string, (a: int.Int, b: int.Int) => unknown]>([
    ['+', int.add],
    ['-', int.sub],
    ['*', (a, b) => int.mul(rt, a, b)],
    ['//', (a, b) => int.floordiv(rt, a, b)],
    ['%', (a, b) => int.mod(rt, a, b)],
    ['&', int.bitAnd],
    ['|', int.bitOr],
    ['^', int.bitXor],
  ])('%s', (operator, ours) => agree(pair, (a, b) => `(${a}) ${operator} (${b})`, ours));

  it('divmod', () =>
    agree(
      pair,
      (a, b) => `divmod(${a}, ${b})`,
      (a, b) => `(${int.divmod(rt, a, b).join(', ')})`,
    ));
  it('<<', () =>
    agree(
      withSmall,
      (a, b) => `(${a}) << (${b})`,
      (a, b) => int.shiftLeft(rt, a, b),
    ));
  it('>>', () => agree(withSmall, (a, b) => `(${a}) >> (${b})`, int.shiftRight));
  it('**', () =>
    agree(
      fc.tuple(anyInt, fc.nat(12)),
      (a, b) => `(${a}) ** (${b})`,
      (a, b) => power(rt, a, b),
    ));
  it('pow with a modulus', () =>
    agree(
      pair,
      (a, b) => `pow(${a}, 1001, ${b})`,
      (a, b) => modularPower(rt, a, 1001, b),
    ));
  it('pow with a modulus and a negative exponent', () =>
    agree(
      pair,
      (a, b) => `pow(${a}, -3, ${b})`,
      (a, b) => modularPower(rt, a, -3, b),
    ));
  it('gcd', () =>
    agree(
      pair,
      (a, b) => `__import__('math').gcd(${a}, ${b})`,
      (a, b) => int.gcd(rt, a, b),
    ));
  it('isqrt', () =>
    agree(
      pair,
      (a) => `__import__('math').isqrt(abs(${a}))`,
      (a) => int.integerSqrt(rt, int.absolute(a)),
    ));
  it('bit_length, bit_count, ~, abs, hash', () =>
    agree(
      pair,
      (a) => `((${a}).bit_length(), (${a}).bit_count(), ~(${a}), abs(${a}), -(${a}), hash(${a}))`,
      (a) =>
        `(${int.bitLength(a)}, ${int.bitCount(a)}, ${int.invert(a)}, ${int.absolute(a)}, ${int.negate(a)}, ${hashInt(a)})`,
    ));
  it('/', () => {
    agree(
      pair,
      (a, b) => `((${a}) / (${b})).hex()`,
      (a, b) => hex(trueDivide(a, b)),
    );
    const huge = fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 1100n }), fc.bigInt({ min: 1n, max: 2n ** 2000n }));
    agree(
      huge,
      (a, b) => `((${a}) / (${b})).hex()`,
      (a, b) => hex(trueDivide(int.normalizeInt(BigInt(a)), int.normalizeInt(BigInt(b)))),
    );
  });
  it('float()', () =>
    agree(
      pair,
      (a) => `float(${a}).hex()`,
      (a) => hex(intToFloat(a)),
    ));
  it('compares exactly with floats', () =>
    agree(
      pair,
      (a, b) => `(${a} > float(${b})) - (${a} < float(${b}))`,
      (a, b) => compareIntFloat(a, Number(b)) + 0,
    ));

  it('hash of floats', () => {
    const floats = fc.sample(fc.double({ noNaN: true }), { numRuns: 2000, seed: 3 });
    const answers = askPython(
      floats.map((x) => `hash(float('${Number.isFinite(x) ? x : x > 0 ? 'inf' : '-inf'}'))`),
    );
    floats.forEach((x, i) =>
      expect({ repr: String(hashFloat(x)), type: 'int' }, String(x)).toEqual(answers[i]),
    );
  });
  it('hash of strings', () => {
    const texts = [
      ...fc.sample(fc.string({ maxLength: 40 }), { numRuns: 500, seed: 3 }),
      ...fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), { numRuns: 500, seed: 3 }),
      ...fc.sample(fc.string({ unit: fc.constantFrom('é', 'ß', 'ÿ', 'a', 'Ā', '日'), maxLength: 20 }), {
        numRuns: 500,
        seed: 3,
      }),
    ];
    const answers = askPython(
      texts.map(
        (text) =>
          `hash(${JSON.stringify(text).replace(/[\ud800-\udbff][\udc00-\udfff]/g, (c) => `\\U${c.codePointAt(0)?.toString(16).padStart(8, '0')}`)})`,
      ),
    );
    texts.forEach((text, i) =>
      expect({ repr: String(hashStr(text)), type: 'int' }, text).toEqual(answers[i]),
    );
  });

  it('refuses what would not fit before computing it', () => {
    expect(() => power(rt, 9, 387420489)).toThrow('limit');
    expect(() => power(rt, 9, 10n ** 30n)).toThrow('limit');
    expect(() => int.shiftLeft(rt, 1, 10 ** 10)).toThrow('limit');
    expect(() => int.shiftLeft(rt, 1, 10n ** 30n)).toThrow('limit');
  });
});

/** `float.hex()` of what we computed, by way of CPython's notation. */
function hex(value: number): string {
  return `'${askHex(value)}'`;
}

function askHex(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0x0.0p+0' : '0x0.0p+0';
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const raw = view.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const exponent = biased === 0 ? -1022 : biased - 1023;
  const fraction = (raw & (2n ** 52n - 1n)).toString(16).padStart(13, '0');
  return `${value < 0 ? '-' : ''}0x${biased === 0 ? 0 : 1}.${fraction}p${exponent < 0 ? '' : '+'}${exponent}`;
}
