// `lockstep trace --hash` says what the trace that is kept says, and keeps nothing.
import { expect, test } from 'vitest';
import { lockstep, scratch } from '../support/cli.ts';

const { put } = scratch();
const TEXT = `def f(n):
    seen = {}
    for i in range(n):
        seen.setdefault(i % 3, []).append([i])
    try:
        return seen[5]
    except KeyError as error:
        print(error)
        return sorted(seen, key=lambda k: -k)
`;

test('the hash and the number of events are those of the trace that is kept', async () => {
  const file = put('f.py', TEXT);
  const call = ['trace', file, '--call', 'f(500)'];
  const kept = await lockstep([...call, '--json', '--out', put('rows', '')]);
  const hashed = await lockstep([...call, '--json', '--hash']);
  expect([kept.code, hashed.code]).toEqual([0, 0]);
  expect(JSON.parse(hashed.stdout)).toEqual(JSON.parse(kept.stdout));
  const { trace } = JSON.parse(kept.stdout) as {
    trace: { hash: string; events: number };
  };
  const { stdout } = await lockstep([...call, '--hash']);
  expect(stdout).toBe(`${trace.hash} ${trace.events}\n`);
});

test('rows and only the hash exclude each other', async () => {
  const { code, stderr } = await lockstep(['trace', put('g.py', TEXT), '--hash', '--out', 'rows']);
  expect(code).toBe(2);
  expect(stderr).toContain('--hash keeps no rows');
});
