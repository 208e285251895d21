// The same options give the same bytes: again, with more workers, in shards, and after a kill.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Row } from '../../src/record.ts';
import { lockstep, scratch } from '../support/cli.ts';
import { run } from '../support/compile.ts';
import { annotatedPrograms } from '../programs/annotated.ts';

const { path } = scratch();
const COUNT = 24;

function rowsOf(folder: string): string[] {
  const data = join(folder, 'data');
  const files = readdirSync(data).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) => readFileSync(join(data, name), 'utf8').trimEnd().split('\n'));
}

const digest = (rows: readonly string[]): string =>
  createHash('sha256').update(rows.join('\n')).digest('hex');

async function generate(name: string, ...more: string[]): Promise<string[]> {
  const args = ['generate', '--count', String(COUNT), '--seed', '7', '--out', path(name), ...more];
  const { code, stderr } = await lockstep(args);
  expect(stderr).not.toMatch(/^lockstep: /m);
  expect(code).toBe(0);
  return rowsOf(path(name));
}

test('generate is a function of its options', async () => {
  const once = await generate('once');
  expect(once).toHaveLength(COUNT);
  expect(digest(await generate('workers', '--workers', '2'))).toBe(digest(once));
});

test('shards share no exercise and have the levels of the whole', async () => {
  const shards = [await generate('first', '--shard', '1/2'), await generate('second', '--shard', '2/2')];
  const rows = shards.flat().map((line) => JSON.parse(line) as Row);
  expect(rows).toHaveLength(COUNT);
  expect(new Set(rows.map(({ features }) => features['key'])).size).toBe(COUNT);
  expect(rows.filter(({ level }) => level === 1)).toHaveLength(3);
  expect(await generate('second-again', '--shard', '2/2')).toEqual(shards[1]);
});

// As `kill -9`, and as Ctrl-C, at some moment of the work.
test.each(['SIGKILL', 'SIGINT'] as const)('what %s leaves is gone on with', async (signal) => {
  const whole = await generate(`whole-${signal}`);
  const args = ['generate', '--count', String(COUNT), '--seed', '7', '--out', path(signal)];
  const ended = await lockstep(args, { timeout: 900, signal });
  expect(ended.stderr).not.toMatch(/\n {4}at /);
  const { code } = await lockstep([...args, '--resume']);
  expect(code).toBe(0);
  expect(digest(rowsOf(path(signal)))).toBe(digest(whole));
});

test('the trace of a program has the same hash in another process', async () => {
  const { text } = annotatedPrograms().find(({ name }) => name === 'objects.py')!;
  const file = path('objects.py');
  writeFileSync(file, text);
  const { stdout } = await lockstep(['trace', file, '--json']);
  const { trace } = JSON.parse(stdout) as { trace: { hash: string; events: number } };
  const here = run(text, { trace: true }).trace!;
  expect(trace).toEqual({ hash: here.hash, events: here.length });
});
