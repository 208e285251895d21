// Every method of str against live CPython, on random texts and on arguments of the wrong kinds.
import { describe, it } from 'vitest';
import fc from 'fast-check';
import { strRepr } from '../../interpreter/values/str-repr.ts';
import { expectAgreement } from '../support/agree.ts';

const alphabet = fc.constantFrom(...'aabbcAB  \t\n,.-_xyzß0189é😀日ǆΣσ'.split(/(?:)/u));
const text = fc.string({ unit: alphabet, maxLength: 12 });
const short = fc.string({ unit: alphabet, maxLength: 3 });
const place = fc.oneof(fc.integer({ min: -6, max: 14 }).map(String), fc.constant('None'));
const count = fc.integer({ min: -2, max: 4 }).map(String);
const width = fc.integer({ min: -2, max: 16 }).map(String);
const fill = alphabet;

const quote = (s: string): string => strRepr(s);

/** `count` calls of a method with drawn arguments. */
function calls(name: string, args: fc.Arbitrary<string>, numRuns = 250): string[] {
  return fc
    .sample(fc.tuple(text, args), { numRuns, seed: 11 })
    .map(([self, given]) => `${quote(self)}.${name}(${given})`);
}

const none = fc.constant('');
const list = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((each) => each.join(', '));
const needle = short.map(quote);
const searching = fc.oneof(needle, list(needle, place), list(needle, place, place));
const affixes = fc.oneof(
  needle,
  fc.tuple(needle, needle).map(([a, b]) => `(${a}, ${b})`),
);

describe('str methods agree with CPython', () => {
  it('case and classification', () => {
    const names =
      'capitalize casefold lower swapcase title upper isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper';
    expectAgreement(names.split(' ').flatMap((name) => calls(name, none)));
  });

  it('searching', () => {
    const names = ['find', 'rfind', 'index', 'rindex', 'count'];
    expectAgreement(names.flatMap((name) => calls(name, searching, 500)));
    expectAgreement(
      ['startswith', 'endswith'].flatMap((name) =>
        calls(name, fc.oneof(affixes, list(affixes, place), list(affixes, place, place)), 500),
      ),
    );
    expectAgreement(
      ['partition', 'rpartition', 'removeprefix', 'removesuffix'].flatMap((name) => calls(name, needle)),
    );
    expectAgreement(calls('replace', fc.oneof(list(needle, needle), list(needle, needle, count)), 800));
  });

  it('splitting and joining', () => {
    const sep = fc.oneof(needle, fc.constant('None'));
    for (const name of ['split', 'rsplit'])
      expectAgreement(
        calls(
          name,
          fc.oneof(
            none,
            sep,
            list(sep, count),
            count.map((n) => `maxsplit=${n}`),
          ),
          600,
        ),
      );
    expectAgreement(calls('splitlines', fc.oneof(none, fc.constant('True'), fc.constant('keepends=1'))));
    expectAgreement(
      fc
        .sample(
          fc.array(fc.constantFrom('\n', '\r', '\r\n', '\v', '\f', '\x1c', '\x85', '\u2028', 'a', 'b')),
          { numRuns: 200, seed: 5 },
        )
        .flatMap((parts) => [
          `${quote(parts.join(''))}.splitlines()`,
          `${quote(parts.join(''))}.splitlines(True)`,
        ]),
    );
    for (const name of ['strip', 'lstrip', 'rstrip'])
      expectAgreement(calls(name, fc.oneof(none, needle, fc.constant('None'))));
    expectAgreement(
      calls(
        'join',
        fc.array(needle, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
      ),
    );
    expectAgreement(calls('join', needle));
  });

  it('layout', () => {
    for (const name of ['center', 'ljust', 'rjust'])
      expectAgreement(calls(name, fc.oneof(width, list(width, fill.map(quote)))));
    expectAgreement(calls('zfill', width));
    expectAgreement(calls('expandtabs', fc.oneof(none, width)));
    expectAgreement(['+1', '-1', '--1', '+', '', '-x'].map((s) => `'${s}'.zfill(5)`));
  });

  it('translation and encoding', () => {
    expectAgreement(
      fc
        .sample(fc.tuple(text, short, short, short), { numRuns: 300, seed: 2 })
        .map(
          ([self, a, b, c]) =>
            `${quote(self)}.translate(str.maketrans(${quote(a)}, ${quote(b)}, ${quote(c)}))`,
        ),
    );
    const codec = fc.constantFrom("'utf-8'", "'ascii'", "'latin-1'", "'UTF8'", "'nonsense'");
    const handler = fc.constantFrom(
      "'strict'",
      "'ignore'",
      "'replace'",
      "'xmlcharrefreplace'",
      "'backslashreplace'",
    );
    expectAgreement(
      calls('encode', fc.oneof(none, codec, list(codec, handler)), 400).filter(
        (e) => !/[éß日ǆΣσ😀].*strict|(ascii|latin-1)'\)$/u.test(e),
      ),
    );
  });

  it('indexing and slicing', () => {
    expectAgreement(
      fc
        .sample(fc.tuple(text, place, place, fc.constantFrom('', ':1', ':2', ':-1', ':-2', ':0', ':')), {
          numRuns: 800,
          seed: 2,
        })
        .flatMap(([self, a, b, c]) => [`${quote(self)}[${a}]`, `${quote(self)}[${a}:${b}${c}]`]),
    );
  });

  it('argument errors', () => {
    const values = [
      '5',
      '1.5',
      'None',
      "'a'",
      '[1]',
      "b'a'",
      '()',
      "('a',)",
      '(1,)',
      '{}',
      "''",
      '2**70',
      'True',
    ];
    const names =
      'capitalize casefold center count endswith expandtabs find format_map index isalnum join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill';
    const expressions: string[] = [];
    for (const name of names.split(' ')) {
      expressions.push(
        `'abc'.${name}()`,
        `'abc'.${name}(1, 2, 3, 4)`,
        `'abc'.${name}(x=1)`,
        `str.${name}()`,
        `str.${name}(5)`,
      );
      for (const a of values) {
        expressions.push(
          `'abc'.${name}(${a})`,
          `'abc'.${name}('a', ${a})`,
          `'abc'.${name}('a', 'b', ${a})`,
          `'abc'.${name}(5, ${a})`,
        );
      }
    }
    for (const a of values)
      for (const b of values)
        expressions.push(`str.maketrans(${a}, ${b})`, `str.maketrans(${a})`, `str(${a}, ${b})`);
    expectAgreement(expressions, { maxSkipped: 40 });
  });
});
