// `lockstep trace --from --to` and `--at`: rows and states of the whole trace, in the memory of the window.
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { lockstep, scratch } from '../support/cli.ts';

const { put } = scratch();
const TEXT = `def squares(n):
    for k in range(n):
        yield [k * k]

def f(n):
    seen = {}
    for row in squares(n):
        seen.setdefault(row[0] % 7, []).append(row)
        if len(seen) > 3:
            print(sorted(seen, key=lambda k: -k))
            seen = {}
    return len(seen)
`;

const rowsOf = async (args: readonly string[]): Promise<{ event: number }[]> => {
  const { stdout } = await lockstep(args);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: number });
};

test('the rows of a window are those of the whole trace', async () => {
  const args = ['trace', put('f.py', TEXT), '--call', 'f(40)', '--format', 'jsonl', '--by', 'instruction'];
  const whole = await rowsOf(args);
  const part = await rowsOf([...args, '--from', '300', '--to', '420']);
  expect(part).toEqual(whole.slice(300, 420));
});

test('by line, the first row of a frame in a window has all its variables, and nothing printed before', async () => {
  interface Row {
    readonly event: number;
    readonly printed: string;
    readonly changed: object;
  }
  const args = ['trace', put('f.py', TEXT), '--call', 'f(40)'];
  const rows = async (...window: string[]): Promise<Row[]> =>
    (await rowsOf([...args, '--format', 'jsonl', ...window])) as Row[];
  const { event } = (await rows()).find(({ printed }) => printed !== '')!;
  const [[first], state] = await Promise.all([
    rows('--from', String(event), '--to', String(event + 20)),
    lockstep([...args, '--json', '--at', String(event)]),
  ]);
  const { frames } = JSON.parse(state.stdout) as { frames: { variables: object }[] };
  expect(first).toMatchObject({ event, printed: '', changed: frames.at(-1)!.variables });
});

test('a state has frames, variables, operands and output', async () => {
  const args = ['trace', put('f.py', TEXT), '--call', 'f(40)', '--json'];
  const { stdout } = await lockstep([...args, '--at', '400']);
  const state = JSON.parse(stdout) as { event: number; output: string; frames: { function: string }[] };
  expect(state).toMatchObject({ event: 400, next: { function: 'f' } });
  expect(state.frames.map((frame) => frame.function)).toEqual(['<call>', 'f']);
  expect(state.frames[1]).toMatchObject({ variables: { n: '40' } });
  expect(state.output).toMatch(/^\[4, 2, 1, 0\]\n/);
});

test('a run of a million events needs the memory of the window alone, and its hash none', async () => {
  const args = ['trace', put('f.py', TEXT), '--call', 'f(40000)'];
  const env = { NODE_OPTIONS: '--max-old-space-size=32' };
  const [{ code, stdout, stderr }, hashed] = await Promise.all([
    lockstep([...args, '--from', '1M', '--to', '1000020'], { env }),
    lockstep([...args, '--hash'], { env }),
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^1000\d\d\d  line/);
  expect([hashed.code, hashed.stderr]).toEqual([0, '']);
});

test('what is not there is said', async () => {
  const args = ['trace', put('f.py', TEXT), '--call', 'f(4)'];
  const beyond = await lockstep([...args, '--at', '100k']);
  expect(beyond.code).toBe(2);
  expect(beyond.stderr).toMatch(/the run has only \d+ events/);
  const backwards = await lockstep([...args, '--from', '20', '--to', '10']);
  expect(backwards.stderr).toContain('--to 10 is before --from 20');
  const both = await lockstep([...args, '--hash', '--at', '5']);
  expect(both.stderr).toContain('--hash is of the whole run');
});

test('a table has the rows of the JSON Lines, nothing lost of text or order', async () => {
  const text =
    'x = "a\\0b\\ud7ff€\\U0001f600"\nprint(x, end="")\ndef f(é):\n    print("{\\"k\\": 1}")\n    return {é: None}\n';
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const by of ['line', 'instruction']) {
    const args = ['trace', put('t.py', text), '--call', 'f("null")', '--by', by, '--from', '3', '--format'];
    const out = put(`${by}.parquet`, '');
    expect((await lockstep([...args, 'parquet', '--out', out])).stderr).toBe('');
    const rows = await rowsOf([...args, 'jsonl']);
    const read = await connection.runAndReadAll(`SELECT to_json(t) FROM '${out}' t`);
    expect(read.getRows().map(([row]) => JSON.parse(String(row)) as object)).toEqual(rows);
  }
  connection.closeSync();
});
