// How values are shown in views and words, held against CPython where that is possible without running code.
import { expect, test } from 'vitest';
import { lineRows } from '../../src/views/index.ts';
import { run } from '../support/compile.ts';

test('a class of a library says of which, one of the program and of builtins does not', () => {
  const text =
    'from queue import Queue\nfrom datetime import date\nfrom fractions import Fraction\nfrom array import array\n' +
    'from collections import Counter\nclass C:\n    pass\nt = int\n';
  const last = [...lineRows(run(text, { trace: true }).trace!)];
  const shown = Object.assign({}, ...last.map(({ changed }) => changed)) as Record<string, string>;
  expect(shown).toMatchObject({
    Queue: "<class 'queue.Queue'>",
    date: "<class 'datetime.date'>",
    Fraction: "<class 'fractions.Fraction'>",
    array: "<class 'array.array'>",
    Counter: "<class 'collections.Counter'>",
    C: "<class 'C'>",
    t: "<class 'int'>",
  });
});

test('an object that holds itself twice, forty times over, is cut as cycles are', () => {
  const text = 'xs = []\nfor i in range(40):\n    xs = [xs, xs]\nrow = [1]\ngrid = [row] * 9000\n';
  const last = [...lineRows(run(text, { trace: true }).trace!)];
  const shown = Object.assign({}, ...last.map(({ changed }) => changed)) as Record<string, string>;
  expect(shown['xs']!.length).toBeLessThan(1_000_000);
  expect(shown['xs']).toContain('[...]');
  expect(shown['grid']).toBe(`[${'[1], '.repeat(8999)}[1]]`);
});
