// A polish run killed at random moments: the next run goes on, and in the end the dataset is the one that an
// undisturbed run makes, row by row, with no answer asked for that was kept.
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { binary, lockstep, scratch } from '../support/cli.ts';
import { startFaultServer, type FaultServer } from './fault-server.ts';

const ROWS = 30;
const KILLS = 10;
const CONCURRENCY = 2;
const files = scratch();
const servers: FaultServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function serve(delay: number): Promise<FaultServer> {
  const server = await startFaultServer({ behaviours: ['honest'], delay });
  servers.push(server);
  return server;
}

function command(folder: string, url: string): string[] {
  return `polish ${folder} --model test --base-url ${url} --concurrency ${CONCURRENCY} --json`.split(' ');
}

/** Runs a polish and kills it after so many milliseconds. @returns true when it was over before */
function killed(folder: string, url: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [binary, ...command(folder, url)], {
      env: { ...process.env, OPENAI_API_KEY: 'none' },
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

function bytesOf(folder: string): string {
  const data = join(folder, 'data');
  return readdirSync(data)
    .sort()
    .map((name) => readFileSync(join(data, name), 'utf8'))
    .join('');
}

it('loses nothing and doubles nothing when it is killed', async () => {
  const [calm, stormy] = [files.path('calm'), files.path('stormy')];
  const made = await lockstep(
    `generate --count ${ROWS} --levels 1-3 --seed 9 --workers 1 --out ${calm}`.split(' '),
  );
  expect(made.code).toBe(0);
  cpSync(calm, stormy, { recursive: true });
  const quick = await serve(0);
  expect((await lockstep(command(calm, quick.url))).code).toBe(0);

  const slow = await serve(60);
  for (let kill = 0; kill < KILLS; kill++) {
    await killed(stormy, slow.url, 250 + Math.random() * 900);
    // the dataset is whole at any moment
    expect(bytesOf(stormy).trim().split('\n')).toHaveLength(ROWS);
  }
  expect((await lockstep(command(stormy, slow.url))).code).toBe(0);
  expect(bytesOf(stormy)).toBe(bytesOf(calm));
  // what was under way when a kill came may be asked for again, and nothing else
  const asked = [...slow.answered.values()].reduce((sum, times) => sum + times, 0);
  expect(slow.answered.size).toBe(ROWS);
  expect(asked - ROWS).toBeLessThanOrEqual(KILLS * CONCURRENCY);
}, 120_000);
