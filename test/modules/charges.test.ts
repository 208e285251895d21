// What makes long values pays for them: a loop that fills memory with copies of one is stopped by its fuel, not by the machine.
import { expect, test } from 'vitest';
import { ownAnswer } from '../support/own-answer.ts';

const SETUP = `import collections, copy
s = 'x' * 10000
b = s.encode()
xs = list(range(10000))
d = dict.fromkeys(xs)
t = tuple(xs)
fs = frozenset(xs)
counter = collections.Counter(xs)
`;

test.each([
  'repr(s)',
  'ascii(s)',
  "f'{s!r}'",
  "'%a' % (s,)",
  's.expandtabs()',
  'repr(b)',
  'str(b)',
  'b.upper()',
  '{**d}',
  'copy.deepcopy(xs)',
  'copy.deepcopy(t)',
  'b.hex()',
  "int.from_bytes(b, 'big')",
  'counter.copy()',
  'hash(t)',
  'hash(fs)',
  'hash(s * 2)',
])('%s is paid for by its length', (made) => {
  const code = `${SETUP}for _ in range(3000):\n    kept = ${made}\n`;
  expect(ownAnswer({ code, call: null, lines: 0 }, 2_000_000)).toEqual({ refused: 'limit/fuel' });
});

test.each(['n + 1', 'n - 1', 'n * 3', 'n << 1', 'n >> 1', 'n | 1', 'n ^ 1', 'n & -2', '-n', '~n', 'abs(-n)'])(
  '%s of a long number is paid for by its words',
  (made) => {
    const code = `n = 1 << 300000\nfor _ in range(3000):\n    kept = ${made}\n`;
    expect(ownAnswer({ code, call: null, lines: 0 }, 2_000_000)).toEqual({ refused: 'limit/fuel' });
  },
);

test('a text that grows bit by bit is as large an object as another', () => {
  const code = "s = ''\nfor _ in range(100000):\n    s = s + 'ab' * 500\n";
  expect(ownAnswer({ code, call: null, lines: 0 }, 100_000_000)).toEqual({ refused: 'limit/memory' });
});
