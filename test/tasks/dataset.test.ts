// Datasets of questions, as a user makes them: generated with all tasks, verified, and found out when a row was changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import type { Row } from '../../src/record.ts';
import { verifyRow } from '../../src/verify/verify-row.ts';
import { taskNames } from '../../src/tasks/index.ts';
import { lockstep, scratch } from '../support/cli.ts';

const files = scratch();
const CONDITIONS = { limits: { ...DEFAULT_LIMITS, fuel: 10_000_000, output: 1_000_000 }, maxTokens: null };
let rows: Row[] = [];

beforeAll(async () => {
  const out = files.path('all');
  const made = await lockstep([
    'generate',
    '--count',
    '40',
    '--levels',
    '2-4',
    '--task',
    'all',
    '--style',
    'all',
    '--workers',
    '1',
    '--max-tokens',
    '100000',
    '--out',
    out,
  ]);
  expect(made.code, made.stderr).toBe(0);
  const data = join(out, 'data');
  rows = readdirSync(data)
    .sort()
    .flatMap((name) => readFileSync(join(data, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row);
}, 60_000);

/** The fields that verifying a changed row finds fault with. */
async function faultsOf(row: Row, change: Partial<Row>): Promise<string[]> {
  const { problems } = await verifyRow(JSON.stringify({ ...row, ...change }), {
    ...CONDITIONS,
    maxTokens: 100_000,
  });
  return problems.map(({ field }) => field);
}

describe('a dataset of all tasks', () => {
  it('has rows of most tasks, each with its question', () => {
    expect(new Set(rows.map(({ task }) => task)).size).toBeGreaterThan(taskNames.length - 3);
    for (const { task, question, prompt, answer } of rows) {
      expect(question === undefined, task).toBe(task === 'output' || task === 'exception');
      expect(prompt).toMatch(/Reason step by step/);
      expect(answer).not.toBe('');
    }
  });

  it('never gives the answer away in the prompt of an input or a fill', () => {
    for (const { task, prompt, answer } of rows)
      if (task === 'input') expect(prompt).not.toContain(answer);
      else if (task === 'fill') expect(prompt).toContain('____');
  });

  it('is found faithful, row by row', async () => {
    for (const row of rows) expect(await faultsOf(row, {}), row.id).toEqual([]);
  });

  it('is found out when an answer, a question or a word was changed', async () => {
    for (const row of rows) {
      expect(await faultsOf(row, { answer: `${row.answer}1` }), row.id).toContain('answer');
      const other = rows.find(({ task }) => task !== row.task)!;
      expect(await faultsOf(row, { reasoning: other.reasoning }), row.id).toContain('reasoning');
      expect((await faultsOf(row, { task: other.task })).length, row.id).toBeGreaterThan(0);
      if (row.question !== undefined) {
        const moved = Object.fromEntries(
          Object.entries(row.question).map(([key, value]) => [
            key,
            typeof value === 'number' ? value + 1000 : value,
          ]),
        );
        if (JSON.stringify(moved) !== JSON.stringify(row.question))
          expect(await faultsOf(row, { question: moved }), row.id).toContain('question');
        expect(await faultsOf(row, { question: { nonsense: 1 } }), row.id).toContain('question');
      }
    }
  });
});

describe('the command line', () => {
  const program =
    'def f(xs):\n    total = 0\n    for x in xs:\n        if x > 2:\n            total += x\n    return total\n';

  it('asks, and checks reasoning and answer of what it asked', async () => {
    const file = files.put('f.py', program);
    for (const [task, style] of [
      ['state', 'inline'],
      ['input', 'narrative'],
      ['difference', 'scratchpad'],
    ] as const) {
      const about = [file, '--call', 'f([1, 5, 2, 7])', '--task', task, '--seed', '4'];
      const told = await lockstep(['explain', ...about, '--style', style]);
      expect(told.code, told.stderr).toBe(0);
      const cot = files.put(`${task}.txt`, told.stdout);
      expect((await lockstep(['check', ...about, '--cot', cot])).code, told.stdout).toBe(0);
      const wrong = files.put('wrong.txt', told.stdout.replace(/Answer: .*/, 'Answer: 0'));
      const judged = await lockstep(['check', ...about, '--cot', wrong, '--json']);
      expect(JSON.parse(judged.stdout)).toMatchObject({ answer: { given: '0', right: false } });
      expect(judged.code).toBe(1);
    }
  }, 60_000);

  it('says why a run offers no question, and skips it in an import', async () => {
    const file = files.put('plain.py', 'def g(x):\n    return x\n');
    const refused = await lockstep(['explain', file, '--call', 'g(1)', '--task', 'count']);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('no line runs more than once');
    const list = files.put(
      'list.jsonl',
      JSON.stringify({ id: 'g', code: 'def g(x):\n    return x\n', call: 'g(1)' }) + '\n',
    );
    const taken = await lockstep(['import', list, '--task', 'count', '--out', files.path('taken'), '--json']);
    expect(JSON.parse(taken.stdout)).toMatchObject({
      ok: 0,
      skipped: 1,
      rows: [{ status: 'skipped', reason: 'task/no-question' }],
    });
  }, 60_000);

  it('refuses tasks that there are not, and styles that cannot tell backwards', async () => {
    const file = files.put('g.py', program);
    expect((await lockstep(['explain', file, '--call', 'f([1])', '--task', 'stat'])).stderr).toContain(
      'state',
    );
    const refused = await lockstep([
      'explain',
      file,
      '--call',
      'f([1])',
      '--task',
      'input',
      '--style',
      'instructions',
    ]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /goes backwards[^]*narrative, concise, scratchpad|goes backwards[^]*frames/,
    );
  }, 60_000);
});
