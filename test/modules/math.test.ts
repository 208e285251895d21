// Module math against live CPython: values to the last bit, errors to the letter.
import { describe, it } from 'vitest';
import fc from 'fast-check';
import { math } from '../../interpreter/modules/math.ts';
import { floatRepr } from '../../interpreter/values/float.ts';
import { expectAgreement } from '../support/agree.ts';
import { Evaluator } from '../support/evaluate.ts';

const options = { evaluator: new Evaluator([['math', math]]), setup: 'import math' };
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed: 4 });
const literal = (x: number): string => (Number.isFinite(x) ? floatRepr(x) : `float('${floatRepr(x)}')`);

const awkward = fc.constantFrom(
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  10,
  1e-300,
  1e300,
  5e-324,
  Infinity,
  -Infinity,
  NaN,
  1e22,
  100,
  1000,
  8,
  0.1,
);
const float = fc.oneof(
  awkward,
  fc.double({ min: -20, max: 20 }),
  fc.double({ min: 0, max: 1 }),
  fc.integer({ min: -5000, max: 5000 }).map((n) => n / 100),
  fc.double(),
);
const int = fc.oneof(
  fc.integer({ min: -30, max: 200 }).map(BigInt),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
);
const list = (items: fc.Arbitrary<string>, maxLength = 6): fc.Arbitrary<string> =>
  fc.array(items, { maxLength }).map((each) => `[${each.join(', ')}]`);

describe('math agrees with CPython', () => {
  it('functions of one float that are always exact', () => {
    const names =
      'fabs sqrt isnan isinf isfinite degrees radians ulp modf frexp floor ceil trunc exp sin cos ' +
      'expm1 log1p sinh cosh tanh atanh';
    for (const name of names.split(' '))
      expectAgreement(
        sample(float, 400).map((x) => `math.${name}(${literal(x)})`),
        { ...options, maxSkipped: 12 },
      );
  });

  it('functions refused where the C library could round otherwise', () => {
    for (const [name, maxSkipped] of [
      ['log', 12],
      ['log2', 40],
      ['log10', 12],
      ['tan', 120],
      ['atan', 60],
      ['asin', 60],
      ['acos', 60],
      ['exp2', 10],
    ] as const)
      expectAgreement(
        sample(float, 800).map((x) => `math.${name}(${literal(x)})`),
        { ...options, maxSkipped },
      );
  });

  it('functions of two floats', () => {
    for (const [name, maxSkipped] of [
      ['copysign', 0],
      ['nextafter', 0],
      ['fmod', 0],
      ['remainder', 0],
      ['isclose', 0],
      ['pow', 30],
      ['atan2', 400],
      ['hypot', 40],
      ['log', 60],
    ] as const)
      expectAgreement(
        sample(fc.tuple(float, float), 1000).map(([x, y]) => `math.${name}(${literal(x)}, ${literal(y)})`),
        { ...options, maxSkipped },
      );
    expectAgreement(
      sample(fc.tuple(float, float), 1500)
        .filter(([x, y]) => x >= 0 || Number.isInteger(y) || !Number.isFinite(x) || !Number.isFinite(y))
        .map(([x, y]) => `(${literal(x)}) ** (${literal(y)})`),
      { ...options, maxSkipped: 30 },
    );
    expectAgreement(
      sample(fc.tuple(float, fc.integer({ min: -1100, max: 1100 })), 600).map(
        ([x, n]) => `math.ldexp(${literal(x)}, ${n})`,
      ),
      options,
    );
  });

  it('integers', () => {
    for (const name of ['gcd', 'lcm', 'comb', 'perm'])
      expectAgreement(
        sample(fc.tuple(int, int), 400)
          .filter(([a, b]) => name === 'gcd' || name === 'lcm' || (b < 500n && a < 2n ** 64n))
          .map(([a, b]) => `math.${name}(${a}, ${b})`),
        options,
      );
    expectAgreement(
      sample(int, 300)
        .filter((n) => n < 1000n)
        .flatMap((n) => [`math.factorial(${n})`, `math.isqrt(${n})`, `math.perm(${n})`]),
      options,
    );
    expectAgreement(
      sample(int, 100).flatMap((n) => [
        `math.floor(${n})`,
        `math.log(${n})`,
        `math.log10(${n})`,
        `math.log2(${n} ** 30)`,
        `math.sqrt(${n})`,
      ]),
      { ...options, maxSkipped: 10 },
    );
  });

  it('sums and products', () => {
    expectAgreement(
      sample(list(float.map(literal), 8), 600).flatMap((xs) => [`math.fsum(${xs})`, `math.prod(${xs})`]),
      options,
    );
    const point = fc
      .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 })
      .map((xs) => `[${xs.map(literal).join(', ')}]`);
    expectAgreement(
      sample(fc.tuple(point, point), 600).flatMap(([p, q]) => [`math.dist(${p}, ${q})`, `math.hypot(*${p})`]),
      { ...options, maxSkipped: 5 },
    );
    expectAgreement(
      [
        'math.prod([2, 3], start=1.5)',
        "math.prod(['a', 3])",
        'math.fsum([0.1] * 10)',
        'math.dist([1], [1, 2])',
        'math.hypot()',
      ],
      options,
    );
  });

  it('constants and errors', () => {
    expectAgreement(
      `math.pi math.e math.tau math.inf math.nan math.sqrt(-1) math.sqrt('a') math.log(0) math.log(-1) math.log(2,1) math.log() math.log(1,2,3) math.log(x=1) math.log(10**400)
math.log10(10**400) math.log2(2**3000) math.log2(0) math.exp(1000) math.exp(-1000) math.sin(math.inf) math.acos(2) math.factorial(-1) math.factorial(5.0) math.factorial(2**70)
math.comb(-1,2) math.comb(5,-2) math.comb(5.0,2) math.comb(10**30,10**25) math.perm(5,None) math.gcd() math.gcd(1.5) math.lcm() math.isqrt(-1) math.isqrt(2.0) math.prod(5) math.prod([1],2)
math.fsum([1e308,1e308]) math.fsum([math.inf,-math.inf]) math.fsum(['a']) math.floor('a') math.ceil(math.inf) math.trunc('a') math.pow(-1,0.5) math.pow(0,-1) math.pow(10,400) math.pow('a',2)
math.fmod(5,0) math.remainder(5,0) math.ldexp(1,2000) math.ldexp(1,-2000) math.ldexp(1,1.5) math.ldexp(1,10**30) math.isclose(1,2,rel_tol=-1) math.isclose(1,2,3) math.isclose(1) math.isfinite(10**400)
math.dist(1,2) math.hypot('a') math.sin(1,2) math.sin() math.sin(x=1) math.floor(True) math.sqrt(True) math.pow(1) math.perm() math.modf(-0.0) math.gcd(x=1)`.split(
        /\s+/,
      ),
      options,
    );
  });
});
