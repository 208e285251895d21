// The figures of a dataset, and the page that shows them, opened in a real browser without a network.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Stats } from '../../src/stats/measure.ts';
import { lockstep, scratch } from '../support/cli.ts';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = process.env['LOCKSTEP_BROWSER'] ?? BROWSERS.find((path) => existsSync(path));
if (browser === undefined && process.env['CI'] !== 'true')
  console.log('skipped: the page in a browser, because no Chromium was found (LOCKSTEP_BROWSER names one)');

const files = scratch();
const dataset = files.path('set');
const page = files.path('page.html');
let stats: Stats;

beforeAll(async () => {
  const line = `generate --count 30 --levels 1-3 --seed 2 --style narrative,concise --workers 1 --out ${dataset}`;
  expect((await lockstep(line.split(' '))).code).toBe(0);
  const { code, stdout } = await lockstep(['stats', dataset, '--html', page, '--json']);
  expect(code).toBe(0);
  stats = JSON.parse(stdout) as Stats;
});

describe('stats', () => {
  it('counts every row once in each tally', () => {
    const { rows, splits, tasks, styles, families, levels } = stats;
    expect(rows).toBe(30);
    for (const tally of [splits, tasks, styles, families])
      expect(Object.values(tally).reduce((a, b) => a + b, 0)).toBe(rows);
    expect(levels.map(({ level }) => level)).toEqual([1, 2, 3]);
    const { lengths, diversity } = stats;
    const sum = (counts: number[]): number => counts.reduce((a, b) => a + b, 0);
    expect(sum(lengths.map(({ prompts }) => prompts))).toBe(rows);
    expect(sum(lengths.map(({ reasonings }) => reasonings))).toBe(rows);
    lengths.slice(1).forEach(({ from }, i) => expect(from).toBe(lengths[i]!.to));
    expect(sum(diversity.repeats.map(({ shapes }) => shapes))).toBe(diversity.shapes);
    for (const { features } of levels)
      for (const five of Object.values(features)) expect([...five].sort((a, b) => a - b)).toEqual(five);
  });

  it.skipIf(browser === undefined && process.env['CI'] !== 'true')(
    'draws its page offline, without an error',
    async () => {
      const chrome = await chromium.launch({
        executablePath: browser!,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
        ],
      });
      try {
        const context = await chrome.newContext({ offline: true });
        const tab = await context.newPage();
        const errors: string[] = [];
        tab.on('pageerror', (error) => errors.push(error.message));
        tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        tab.on('request', (request) => request.url().startsWith('file:') || errors.push(request.url()));
        await tab.goto(pathToFileURL(page).href);
        await tab.waitForSelector('body[data-drawn=yes]');
        expect(errors).toEqual([]);
        expect(await tab.locator('section').count()).toBe(6);
        expect(await tab.locator('section svg').count()).toBeGreaterThan(6);
        expect(await tab.locator('tbody tr').count()).toBe(3);
      } finally {
        await chrome.close();
      }
    },
  );
});
