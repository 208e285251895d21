// The laws of the hash: any change to the stream of events changes it, as far as 64 bits can tell, also the changes that
// a polynomial is weak against: swaps at round distances, differences in high bits alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TraceHash } from '../../interpreter/trace/hash.ts';
import { Head, intA, intB, Mix, Word } from '../../interpreter/trace/mix.ts';
import { PyFloat, type Value } from '../../interpreter/values/objects.ts';

type Event = readonly [pc: number, value: Value | undefined];

function digest(events: Iterable<Event>): string {
  const hash = new TraceHash();
  for (const [pc, value] of events) hash.event(pc, value);
  return hash.digest();
}

const value = fc.oneof<fc.Arbitrary<Value | undefined>[]>(
  fc.integer({ min: -20, max: 20 }),
  fc.integer(),
  fc.maxSafeInteger().map((n) => n + 0),
  fc.constantFrom(undefined, null, true, false),
  fc.string({ maxLength: 8 }),
  fc.bigInt({ min: 1n << 53n, max: 1n << 300n }),
  fc.double({ noNaN: true }).map((number) => new PyFloat(number)),
);
const stream = fc.array(fc.tuple(fc.nat(200), value), { minLength: 2, maxLength: 40 });
const same = (a: Event, b: Event): boolean =>
  a[0] === b[0] &&
  (a[1] === b[1] ||
    (a[1] instanceof PyFloat && b[1] instanceof PyFloat && Object.is(a[1].value, b[1].value)));

test('an event changed, left out, told twice or swapped with another changes the hash', () => {
  fc.assert(
    fc.property(stream, fc.nat(), fc.nat(), fc.tuple(fc.nat(200), value), (events, i, j, other) => {
      const at = i % events.length;
      const to = j % events.length;
      const hash = digest(events);
      expect(digest(events)).toBe(hash);
      expect(digest(events.toSpliced(at, 1))).not.toBe(hash);
      expect(digest(events.toSpliced(at, 0, events[at]!))).not.toBe(hash);
      if (!same(events[at]!, other)) expect(digest(events.with(at, other))).not.toBe(hash);
      if (!same(events[at]!, events[to]!))
        expect(digest(events.with(at, events[to]!).with(to, events[at]!))).not.toBe(hash);
    }),
    { numRuns: 2000 },
  );
});

/** Digests of all streams must differ, and either half of them must collide no more than random words do. */
function distinct(streams: Iterable<readonly Event[]>): void {
  const digests = [...streams].map(digest);
  const { length } = digests;
  expect(new Set(digests).size).toBe(length);
  const expected = (length * (length - 1)) / 2 ** 33;
  for (const half of [
    [0, 8],
    [8, 16],
  ] as const) {
    const collisions = length - new Set(digests.map((text) => text.slice(...half))).size;
    expect(collisions).toBeLessThan(expected + 6 * Math.sqrt(expected) + 2);
  }
}

test('streams that are alike collide no more than random ones', () => {
  const line = (n: number): Event[] => Array.from({ length: n }, (_, pc) => [pc, 7 * pc + 100]);
  distinct(
    (function* () {
      // Two values in a loop's round, at every distance.
      for (let d = 1; d <= 64; d++)
        for (let a = 0; a < 30; a++)
          for (let b = 0; b < 30; b++)
            yield line(d + 1)
              .with(0, [0, a])
              .with(d, [d, b]);
    })(),
  );
  distinct(
    (function* () {
      // One bit, and two bits far up, of two values.
      for (let i = 0; i < 32; i++)
        for (let j = 0; j < 32; j++)
          for (let d = 1; d <= 32; d++)
            yield line(34)
              .with(0, [0, 1 << i])
              .with(d, [d, 1 << j]);
    })(),
  );
  distinct(
    (function* () {
      // Swaps at a power of two of rounds of a loop: here only what turns the lanes helps.
      const rounds = Array.from({ length: 4096 }, (_, i): Event =>
        i % 4 === 3 ? [9, undefined] : [i % 4, i],
      );
      yield rounds;
      for (const d of [4, 64, 1024, 2048])
        for (let i = 0; i < 200; i++) {
          const at = 4 * i;
          yield rounds.with(at, [0, rounds[at + d]![1]]).with(at + d, [0, rounds[at]![1]]);
        }
    })(),
  );
});

test('a NaN is a NaN, whatever its bits', () => {
  const [other] = new Float64Array(new BigUint64Array([0xfff8000000000000n]).buffer);
  expect(digest([[1, new PyFloat(other!)]])).toBe(digest([[1, new PyFloat(NaN)]]));
  const [inf] = [Infinity];
  expect(digest([[1, new PyFloat(inf! % 2)]])).toBe(digest([[1, new PyFloat(NaN)]]));
});

test('the multipliers for several words at once are powers', () => {
  const power = (factor: number, times: number): number =>
    times === 1 ? factor | 0 : Math.imul(factor, power(factor, times - 1));
  expect([Mix.STEP_A_2, Mix.STEP_A_3, Mix.STEP_A_4].map((word) => word | 0)).toEqual(
    [2, 3, 4].map((times) => power(Mix.STEP_A, times)),
  );
  expect([Mix.STEP_B_2, Mix.STEP_B_3, Mix.STEP_B_4].map((word) => word | 0)).toEqual(
    [2, 3, 4].map((times) => power(Mix.STEP_B, times)),
  );
  expect([Mix.TWICE_A, Mix.TWICE_B].map((word) => word | 0)).toEqual(
    [Mix.STEP_A, Mix.STEP_B].map((word) => (word + 1) | 0),
  );
  const head = (word: Word, times: number): number[] => [
    Math.imul(intA(word), power(Mix.STEP_A, times)),
    Math.imul(intB(word), power(Mix.STEP_B, times)),
  ];
  expect([Head.LEAVE_A, Head.LEAVE_B].map((word) => word | 0)).toEqual(head(Word.LEAVE, 1));
  expect([Head.ENTER_A, Head.ENTER_B].map((word) => word | 0)).toEqual(head(Word.ENTER, 2));
  expect([Head.SET_ITEM_A, Head.SET_ITEM_B].map((word) => word | 0)).toEqual(head(Word.SET_ITEM, 3));
});
