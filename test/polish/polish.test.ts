// Polishing against a server that injects faults: whatever it does, the dataset ends whole and faithful, no answer is
// paid for twice, and the key reaches nothing that is kept.
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/record.ts';
import { lockstep, scratch } from '../support/cli.ts';
import {
  MODEL_TROUBLE,
  SERVER_TROUBLE,
  startFaultServer,
  type Behaviour,
  type FaultServer,
} from './fault-server.ts';

const KEY = 'sk-test-0123456789abcdef';
const files = scratch();
const ROWS = 6;
let bare: string;

beforeAll(async () => {
  bare = files.path('bare');
  const made = await lockstep(
    `generate --count ${ROWS} --levels 1-3 --seed 5 --workers 1 --out ${bare}`.split(' '),
  );
  expect(made.code).toBe(0);
});

let fresh = 0;
function dataset(): string {
  const folder = files.path(`set-${fresh++}`);
  cpSync(bare, folder, { recursive: true });
  return folder;
}

function rowsOf(folder: string): Row[] {
  const data = join(folder, 'data');
  return readdirSync(data)
    .sort()
    .flatMap((name) => readFileSync(join(data, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row);
}

const servers: FaultServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function serve(
  behaviours: readonly Behaviour[],
  rest: { delay?: number; refuseStructured?: boolean } = {},
): Promise<FaultServer> {
  const server = await startFaultServer({ behaviours, ...rest });
  servers.push(server);
  return server;
}

interface Report {
  rows: number;
  accepted: number;
  refused: number;
  waiting: number;
  asked: number;
  reused: number;
  cost: number;
  stopped: { reason: string } | null;
  failures: { id: string }[];
}

async function polish(
  folder: string,
  url: string,
  args: readonly string[] = [],
): Promise<{ code: number | null; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await lockstep(
    ['polish', folder, '--model', 'test', '--base-url', url, '--json', '--retry-delay', '0.01', ...args],
    { env: { OPENAI_API_KEY: KEY } },
  );
  return { code, stderr, report: JSON.parse(stdout || '{}') as Report };
}

async function expectFaithful(folder: string): Promise<void> {
  const { code, stdout } = await lockstep(['verify', folder, '--workers', '1', '--json']);
  expect(stdout).toContain('"faults":[]');
  expect(code).toBe(0);
  expect(rowsOf(folder).map(({ id }) => id)).toEqual(rowsOf(bare).map(({ id }) => id));
}

describe('polish', () => {
  it('takes honest answers, and says what it did', async () => {
    const folder = dataset();
    const server = await serve(['honest']);
    const { code, report } = await polish(folder, server.url);
    expect(report).toMatchObject({
      rows: ROWS,
      accepted: ROWS,
      refused: 0,
      waiting: 0,
      asked: ROWS,
      reused: 0,
    });
    expect(code).toBe(0);
    for (const { polish } of rowsOf(folder))
      expect(polish).toEqual({ model: 'test', attempts: 1, accepted: true, scope: 'text', refused: [] });
    await expectFaithful(folder);
  });

  it('asks for nothing that it has been answered', async () => {
    const folder = dataset();
    const server = await serve(['honest']);
    await polish(folder, server.url);
    const again = await polish(folder, server.url);
    expect(again.report).toMatchObject({ accepted: ROWS, asked: 0, reused: ROWS });
    expect(server.requests).toBe(ROWS);
  });

  it('ends whole and faithful, every row answered, whatever trouble the server makes', async () => {
    const folder = dataset();
    const server = await serve([...SERVER_TROUBLE, 'honest']);
    const { report } = await polish(folder, server.url, ['--retries', '20', '--concurrency', '3']);
    expect(report).toMatchObject({ rows: ROWS, accepted: ROWS, waiting: 0, failures: [] });
    await expectFaithful(folder);
  });

  it('ends whole and faithful whatever the model says', async () => {
    const folder = dataset();
    const server = await serve(MODEL_TROUBLE);
    const { report } = await polish(folder, server.url, ['--concurrency', '1']);
    expect(report).toMatchObject({ rows: ROWS, waiting: 0 });
    await expectFaithful(folder);
  });

  it('keeps the templated text when a model is never right', async () => {
    const folder = dataset();
    const server = await serve(['false-sentence', 'number-changed', 'step-dropped', 'branch-flipped']);
    const { report } = await polish(folder, server.url, ['--corrections', '1']);
    const texts = new Map(rowsOf(bare).map(({ id, reasoning }) => [id, reasoning]));
    for (const { id, reasoning, polish } of rowsOf(folder)) {
      if (polish!.accepted) continue;
      expect(reasoning).toBe(texts.get(id));
      expect(polish!.refused.length).toBeGreaterThan(0);
    }
    expect(report.refused).toBeGreaterThan(0);
    await expectFaithful(folder);
  });

  it('gives a server that hangs up after its time, and goes on later', async () => {
    const folder = dataset();
    const hanging = await serve(['hang']);
    const first = await polish(folder, hanging.url, ['--timeout', '1', '--retries', '0', '--limit', '2']);
    expect(first.code).toBe(1);
    expect(first.report.failures).toHaveLength(2);
    await expectFaithful(folder);
    const honest = await serve(['honest']);
    expect((await polish(folder, honest.url)).report.accepted).toBe(ROWS);
  });

  it('says at once when nobody is there', async () => {
    const folder = dataset();
    const server = await startFaultServer({ behaviours: ['honest'] });
    await server.close();
    const { code, report } = await polish(folder, server.url, ['--retries', '0', '--concurrency', '1']);
    expect(code).toBe(1);
    expect(report.stopped).toMatchObject({ reason: 'server' });
    expect(report.waiting).toBe(ROWS);
    await expectFaithful(folder);
  });

  it('asks for plain text where the server has no structured output', async () => {
    const folder = dataset();
    const server = await serve(['honest'], { refuseStructured: true });
    expect((await polish(folder, server.url)).report).toMatchObject({ accepted: ROWS, waiting: 0 });
    expect((await polish(folder, server.url)).report).toMatchObject({ accepted: ROWS, asked: 0 });
  });

  it('stops before the cap is passed, and goes on with a higher one', async () => {
    const folder = dataset();
    const server = await serve(['honest']);
    const prices = ['--prompt-price', '1000', '--completion-price', '1000', '--concurrency', '1'];
    const { code, report } = await polish(folder, server.url, [...prices, '--max-cost', '1.2']);
    expect(code).toBe(1);
    expect(report.stopped).toMatchObject({ reason: 'cap' });
    expect(report.cost).toBeLessThanOrEqual(1.2);
    expect(report.waiting).toBeGreaterThan(0);
    await expectFaithful(folder);
    const rest = await polish(folder, server.url, [...prices, '--max-cost', '1000']);
    expect(rest.report).toMatchObject({ accepted: ROWS, waiting: 0 });
    expect(server.requests).toBe(ROWS);
  });

  it('never writes the key down', async () => {
    const folder = dataset();
    const server = await serve(['error-500', 'honest']);
    const { stderr } = await polish(folder, server.url);
    expect(server.seen.join()).toContain(KEY);
    expect(stderr).not.toContain(KEY);
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain(KEY);
  });
});
