// `lockstep run --types` says why a program is gradual, to people and to machines.
import { expect, test } from 'vitest';
import { lockstep, scratch } from '../support/cli.ts';

const { put } = scratch();
const text = 'def f(d, k):\n    return d.get(k) + 1\n';

test('a gradual program: each place with its line, then the label; the run goes on', async () => {
  const file = put('gradual.py', text);
  const { code, stdout, stderr } = await lockstep(['run', file, '--call', "f({'a': 1}, 'a')", '--types']);
  expect([code, stdout]).toEqual([0, '2\n']);
  expect(stderr).toBe(`warning[W0501]: unsupported operand type(s) for +: 'int | None' and 'int'
 --> ${file}:2:12
  |
2 |     return d.get(k) + 1
  |            ^^^^^^^^^^^^
  = help: Convert one of the operands, or rule out the case beforehand.

gradual: one place that only the run can check
`);
});

test('the same for machines', async () => {
  const file = put('gradual.py', text);
  const { stdout } = await lockstep(['run', file, '--call', "f({'a': 1}, 'a')", '--types', '--json']);
  const { types } = JSON.parse(stdout) as { types: unknown };
  const reason = "unsupported operand type(s) for +: 'int | None' and 'int'";
  const place = { file, line: 2, column: 11, endLine: 2, endColumn: 23 };
  expect(types).toEqual({ strict: false, places: [{ code: 'W0501', reason, place }] });
});

test('a strict program', async () => {
  const file = put('strict.py', 'print(len([1]))\n');
  const { stdout, stderr } = await lockstep(['run', file, '--types']);
  expect([stdout, stderr]).toEqual(['1\n', 'strict: its types leave no type error possible\n']);
  const json = await lockstep(['run', file, '--types', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject({ stdout: '1\n', types: { strict: true, places: [] } });
});
