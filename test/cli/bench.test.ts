// `lockstep bench`: figures of every way of running, for the run that `lockstep trace` shows.
import { expect, test } from 'vitest';
import { lockstep, scratch } from '../support/cli.ts';

const { put } = scratch();

test('a program is measured in every way, and its lines are CPython’s', async () => {
  const file = put(
    'f.py',
    'def f(n):\n    t = 0\n    for i in range(n):\n        t += i\n    print(t)\n    return t\n',
  );
  const args = ['bench', file, '--call', 'f(50)', '--seconds', '0', '--json'];
  const { code, stdout } = await lockstep(args);
  expect(code).toBe(0);
  const figures = JSON.parse(stdout) as {
    lines: number;
    instructions: number;
    seconds: Record<string, number>;
    settrace: { lines: number } | null;
  };
  expect(Object.keys(figures.seconds)).toEqual(['untraced', 'hashed', 'kept', 'lines']);
  expect(Object.values(figures.seconds).every((seconds) => seconds > 0)).toBe(true);
  const traced = await lockstep(['trace', file, '--call', 'f(50)', '--json']);
  const { trace, rows } = JSON.parse(traced.stdout) as {
    trace: { events: number };
    rows: { kind: string }[];
  };
  expect(figures.instructions).toBe(trace.events);
  expect(figures.lines).toBe(rows.filter(({ kind }) => kind === 'line').length);
  // The line of the call expression is not one of the program.
  if (figures.settrace !== null) expect(figures.settrace.lines).toBe(figures.lines - 1);
});

test('a run that does not return is told, not measured', async () => {
  const { code, stderr } = await lockstep(['bench', put('g.py', 'x = [][1]\n')]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('IndexError: list index out of range')]);
});
