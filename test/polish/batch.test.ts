// Batch files: requests out, results in, shuffled, in parts, with errors and foreign lines among them.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { payloadKey, type Payload } from '../../src/polish/payload.ts';
import { writeBatch } from '../../src/polish/batch.ts';
import { lockstep, scratch } from '../support/cli.ts';

const ROWS = 8;
const files = scratch();

interface Request {
  custom_id: string;
  method: string;
  url: string;
  body: Payload;
}

beforeAll(async () => {
  const line = `generate --count ${ROWS} --levels 1-2 --seed 3 --workers 1 --out ${files.path('bare')}`;
  expect((await lockstep(line.split(' '))).code).toBe(0);
});

function dataset(name: string): string {
  cpSync(files.path('bare'), files.path(name), { recursive: true });
  return files.path(name);
}

async function requests(folder: string, name: string): Promise<Request[]> {
  const path = files.path(name);
  const { code } = await lockstep(['polish', folder, '--model', 'm', '--batch-out', path]);
  expect(code).toBe(0);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Request);
}

function result({ custom_id, body }: Request, status = 200): string {
  const text = body.messages[1]!.content.split('The explanation to rewrite:\n\n')[1]!;
  const choices = [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify({ text }) } },
  ];
  const good = { status_code: 200, request_id: 'r', body: { model: 'm-1', choices, usage: null } };
  const bad = { status_code: status, request_id: 'r', body: { error: { message: 'no' } } };
  return JSON.stringify({ id: 'b', custom_id, response: status === 200 ? good : bad, error: null });
}

it('writes requests that are named by their payloads', async () => {
  const asked = await requests(dataset('named'), 'named.jsonl');
  expect(asked).toHaveLength(ROWS);
  for (const { custom_id, method, url, body } of asked) {
    expect(custom_id).toBe(payloadKey(body));
    expect({ method, url }).toEqual({ method: 'POST', url: '/v1/chat/completions' });
  }
});

it('takes results in any order and in parts, and asks again for what is missing', async () => {
  const folder = dataset('parts');
  const asked = await requests(folder, 'parts.jsonl');
  const [first, second] = [asked.slice(0, 3).reverse(), asked.slice(3)];
  const partial = files.put('first.jsonl', [...first.map((r) => result(r)), ''].join('\n'));
  const troubled = files.put(
    'second.jsonl',
    [
      result(second[0]!, 500),
      'not json',
      '{"custom_id":"other"}',
      ...second.slice(1).map((r) => result(r)),
    ].join('\n'),
  );
  const taken = await lockstep(['polish', folder, '--model', 'm', '--batch-in', partial, troubled, '--json']);
  expect(taken.code).toBe(1);
  expect(JSON.parse(taken.stdout)).toMatchObject({
    accepted: ROWS - 1,
    waiting: 1,
    batches: [
      { taken: 3, known: 0, failed: 0, strange: [] },
      { taken: ROWS - 4, failed: 1, strange: [`${troubled}:2`, `${troubled}:3`] },
    ],
  });
  const rest = await requests(folder, 'rest.jsonl');
  expect(rest.map(({ custom_id }) => custom_id)).toEqual([second[0]!.custom_id]);
  const last = files.put('last.jsonl', result(rest[0]!) + '\n' + result(asked[0]!));
  const done = await lockstep(['polish', folder, '--model', 'm', '--batch-in', last, '--json']);
  expect(done.code).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    accepted: ROWS,
    waiting: 0,
    batches: [{ taken: 1, known: 1 }],
  });
  expect((await lockstep(['verify', folder, '--workers', '1'])).code).toBe(0);
});

it('begins another file when one is full', async () => {
  async function* payloads(): AsyncGenerator<Payload> {
    for (let seed = 0; seed < 7; seed++)
      yield await Promise.resolve({ model: 'm', messages: [], temperature: 0, max_tokens: 1, seed });
  }
  const written = await writeBatch(files.path('split.jsonl'), payloads(), { requests: 3, bytes: 1e6 });
  expect(written.map(({ requests }) => requests)).toEqual([3, 3, 1]);
  expect(written.map(({ path }) => path)).toEqual(
    ['split.jsonl', 'split-2.jsonl', 'split-3.jsonl'].map((name) => files.path(name)),
  );
  for (const { path, requests } of written)
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(requests);
});

it('names a file that is not there', async () => {
  writeFileSync(files.path('x'), '');
  const { code, stderr } = await lockstep([
    'polish',
    dataset('none'),
    '--model',
    'm',
    '--batch-in',
    'nowhere.jsonl',
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('nowhere.jsonl');
});
