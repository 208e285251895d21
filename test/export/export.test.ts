// Exports: each format gives every row once, in its own shape, with the reasoning where it was asked for.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FORMATS } from '../../src/export/index.ts';
import { HOMES } from '../../src/export/format.ts';
import { stepsOf } from '../../src/export/steps.ts';
import type { Row } from '../../src/record.ts';
import { lockstep, scratch } from '../support/cli.ts';

const ROWS = 40;
const files = scratch();
const dataset = files.path('set');
let rows: Row[];
let fresh = 0;

beforeAll(async () => {
  const line = `generate --count ${ROWS} --levels 1-3 --seed 21 --workers 1 --out ${dataset}`;
  expect((await lockstep(line.split(' '))).code).toBe(0);
  rows = linesIn(join(dataset, 'data')) as Row[];
});

function linesIn(folder: string): unknown[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as unknown);
}

async function exported(format: string, ...args: string[]): Promise<string> {
  const out = files.path(`export-${fresh++}`);
  const { code, stderr } = await lockstep(['export', dataset, '--to', format, '--out', out, ...args]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return out;
}

describe('export', () => {
  it.each(FORMATS.map(({ name, columns }) => [name, columns === undefined] as const))(
    '%s has every row once',
    async (name, isJson) => {
      const out = await exported(name);
      if (isJson) expect(linesIn(out)).toHaveLength(ROWS);
      else expect(existsSync(join(out, 'train.parquet'))).toBe(true);
    },
  );

  it.each(HOMES)('messages puts the reasoning where %s says', async (home) => {
    const out = linesIn(await exported('messages', '--reasoning-style', home)) as {
      messages: Record<string, string>[];
    }[];
    const texts = out.map(({ messages: [, assistant] }) => assistant!);
    const wanted = rows.map(({ reasoning, answer }) =>
      home === 'think-tag'
        ? { role: 'assistant', content: `<think>\n${reasoning}\n</think>\n\n${answer}` }
        : { role: 'assistant', content: answer, [home]: reasoning },
    );
    expect(texts).toEqual(expect.arrayContaining(wanted));
  });

  it('steps of stepwise supervision are the reasoning, in order, sentence by sentence', () => {
    for (const row of rows) {
      const { steps, labels } = stepsOf(row);
      expect(steps.join(' ').replaceAll(/\s+/g, ' ')).toBe(row.reasoning.replaceAll(/\s+/g, ' ').trim());
      expect(labels).toHaveLength(steps.length);
    }
  });

  it('a share of stepwise rows ends in a step that is false of the run, and only there', async () => {
    const out = linesIn(await exported('trl-stepwise', '--mistakes', '0.6')) as {
      prompt: string;
      completions: string[];
      labels: boolean[];
    }[];
    const wrong = out.filter(({ labels }) => labels.includes(false));
    expect(wrong.length).toBeGreaterThan(ROWS * 0.35);
    expect(wrong.length).toBeLessThan(ROWS * 0.85);
    for (const { prompt, completions, labels } of wrong) {
      const row = rows.find((one) => one.prompt === prompt)!;
      const { steps } = stepsOf(row);
      expect(labels).toEqual(completions.map((_, i) => i < completions.length - 1));
      expect(completions.slice(0, -1)).toEqual(steps.slice(0, completions.length - 1));
      expect(completions.at(-1)).not.toBe(steps[completions.length - 1]);
    }
    expect(await exported('trl-stepwise', '--mistakes', '0').then(linesIn)).toEqual(
      rows.map((row) => {
        const { steps, labels } = stepsOf(row);
        return { prompt: row.prompt, completions: steps, labels };
      }),
    );
  });

  it('a format that labels no steps has no mistakes', async () => {
    const { code, stderr } = await lockstep([
      'export',
      dataset,
      '--to',
      'verl',
      '--mistakes',
      '0.5',
      '--out',
      'x',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('labels no steps');
  });

  it('a task of the evaluation harness names files that are there', async () => {
    const out = await exported('lm-eval');
    const { dataset_kwargs: kwargs } = parse(readFileSync(join(out, 'lockstep.yaml'), 'utf8')) as {
      dataset_kwargs: { data_files: Record<string, string> };
    };
    for (const file of Object.values(kwargs.data_files)) expect(existsSync(join(out, file))).toBe(true);
  });

  it('refuses a home that a format does not have, and a folder that is not empty', async () => {
    const home = await lockstep([
      'export',
      dataset,
      '--to',
      'alpaca',
      '--reasoning-style',
      'thinking',
      '--out',
      'x',
    ]);
    expect(home.code).toBe(2);
    expect(home.stderr).toContain('has only think-tag');
    const full = await lockstep(['export', dataset, '--to', 'alpaca', '--out', dataset]);
    expect(full.code).toBe(2);
    expect(full.stderr).toContain('--force');
  });
});
