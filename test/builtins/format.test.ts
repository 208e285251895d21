// The format mini-language, str.format, f-strings and % against live CPython, on random and on broken specs.
import { describe, it } from 'vitest';
import fc from 'fast-check';
import { strRepr } from '../../interpreter/values/str-repr.ts';
import { expectAgreement } from '../support/agree.ts';

const optional = (a: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), a);
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((p) => p.join(''));
const chars = (s: string): fc.Arbitrary<string> => fc.constantFrom(...s);
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns, seed: 9 });
const quote = strRepr;

const width = fc.integer({ min: 0, max: 24 }).map(String);
const precision = fc.integer({ min: 0, max: 20 }).map((n) => `.${n}`);
const align = joined(optional(chars('*0é😀 ,z<')), chars('<>=^'));
const spec = (types: string): fc.Arbitrary<string> =>
  joined(
    optional(align),
    optional(chars('+- ')),
    optional(chars('z')),
    optional(chars('#')),
    optional(chars('0')),
    optional(width),
    optional(chars(',_')),
    optional(precision),
    optional(chars(types)),
  );

const ints = ['0', '1', '-1', '42', '-12345', '1234567', '10**20', '-(10**20)', 'True', 'False', '65'];
const floats = [
  '0.0',
  '-0.0',
  '1.0',
  '-1.5',
  '3.14159',
  '1234567.891',
  '1e16',
  '1e-5',
  '0.0001',
  '1e100',
  '-2.5',
  '0.5',
  '99.995',
  '9.5',
  "float('inf')",
  "float('nan')",
  "-float('inf')",
  '123456789012345680.0',
  '5e-324',
  '0.045',
  '-0.0001',
];
const texts = ["''", "'a'", "'hello world'", "'日本語'", "'a😀b'"];

describe('formatting agrees with CPython', () => {
  it('format specs of ints, floats and texts', () => {
    const draw = (values: string[], types: string, n: number): string[] =>
      sample(fc.tuple(fc.constantFrom(...values), spec(types)), n).map(([v, s]) => `'{:${s}}'.format(${v})`);
    expectAgreement(draw(ints, 'bcdoxXneEfFgG%s', 4000));
    expectAgreement(draw(floats, 'eEfFgGn%rd', 6000));
    expectAgreement(draw(texts, 'sd', 1500));
    expectAgreement(draw(['None', '[1]', "b'a'"], 's', 100));
  });

  it('specs that are nonsense', () => {
    const noise = fc.string({ unit: chars('<>=^+- #0,_.19dfxsgzé'), maxLength: 6 });
    expectAgreement(
      sample(fc.tuple(fc.constantFrom('5', '2.5', "'a'", 'True'), noise), 3000).map(
        ([v, s]) => `'{:${s}}'.format(${v})`,
      ),
    );
  });

  it('f-strings', () => {
    expectAgreement(
      sample(
        fc.tuple(
          fc.constantFrom(...ints, ...floats, ...texts),
          fc.constantFrom('', '!r', '!s', '!a'),
          optional(width),
        ),
        600,
      ).map(([v, c, w]) => `f"<{${v.replace('**', ' ** ')}${c}:{5}${w === '' ? '' : `.${w}`}}>"`),
    );
  });

  it('replacement fields, broken ones too', () => {
    const noise = fc.string({ unit: chars('{{{}}}}01a.[]!:rs>5 '), maxLength: 9 });
    expectAgreement(sample(noise, 6000).map((s) => `${quote(s)}.format(5, [1, 'x'], a='v')`));
    const field = joined(
      fc.constantFrom('', '0', '1', 'a', '1[0]', '0.real', '1[1]', 'b[k]', 'b[0]', '2'),
      fc.constantFrom('', '!r', '!s', '!a'),
      optional(fc.constantFrom(':5', ':>{0}', ':{}', ':{0}.{0}', ':{a}')),
    );
    expectAgreement(
      sample(fc.array(field, { maxLength: 3 }), 3000).map(
        (f) => `${quote(f.map((x) => `{${x}}`).join('-'))}.format(5, [1, 'x'], a='v', b={'k': 1.5, 0: None})`,
      ),
    );
    expectAgreement(sample(field, 300).map((f) => `'{${f}}'.format_map({'a': 7, 'b': {'k': 2}})`));
  });

  it('%', () => {
    const conversion = joined(
      fc.constant('%'),
      optional(chars('-+ #0')),
      optional(chars('-+ #0')),
      optional(width),
      optional(precision),
      optional(chars('hlL')),
      chars('diouxXeEfFgGcrsa%'),
    );
    expectAgreement(
      sample(fc.tuple(conversion, fc.constantFrom(...ints, ...floats, ...texts, 'None', '[1]')), 6000).map(
        ([f, v]) => `${quote(f)} % (${v},)`,
      ),
    );
    const noise = fc.string({ unit: chars('%%%sdx(a)5.*-0 b'), maxLength: 7 });
    expectAgreement(
      sample(
        fc.tuple(noise, fc.constantFrom('5', '(5,)', '(5, 6)', '()', "{'a': 5}", "'s'", '[1]')),
        6000,
      ).map(([f, v]) => `${quote(f)} % ${v}`),
    );
  });
});
