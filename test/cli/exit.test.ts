// A program that ends itself: `sys.exit()` says that all went well, anything else that it did not.
import { expect, test } from 'vitest';
import { lockstep, scratch } from '../support/cli.ts';

const { put } = scratch();

test.each([
  ['', 0, ''],
  ['0', 0, ''],
  ['None', 0, ''],
  ['3', 1, 'SystemExit: 3\n'],
  ["'no such thing'", 1, 'SystemExit: no such thing\n'],
])('sys.exit(%s)', async (given, expected, said) => {
  const file = put('ends.py', `import sys\nprint('done')\nsys.exit(${given})\n`);
  const { code, stdout, stderr } = await lockstep(['run', file]);
  expect([code, stdout]).toEqual([expected, 'done\n']);
  expect(stderr.endsWith(said)).toBe(true);
  expect(stderr === '').toBe(said === '');
});
