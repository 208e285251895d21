// What a user forbids is kept out of a dataset, and nothing else is: programs, code and prompts planted in files.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planOf } from '../../corpus/generate.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { BadInput } from '../../src/bad-input.ts';
import { Forbidden } from '../../src/generate/decontaminate.ts';
import { exerciseRow } from '../../src/generate/exercise-rows.ts';
import { samplePrompts } from '../../src/generate/sample-prompts.ts';
import type { Row } from '../../src/record.ts';
import { scratch } from '../support/cli.ts';

const files = scratch();
const options = { tasks: ['output', 'state', 'next-line'] as const, limits: DEFAULT_LIMITS };
const plan = planOf({
  seed: 8,
  count: 12,
  levels: [[4, 1]],
  schedule: 'mixed',
  families: [],
  set: {},
});

const rows: Row[] = [];
for (let index = 0; index < 12; index++) {
  const shard = { index: 1, of: 1 };
  const made = await exerciseRow(index, plan, {
    ...options,
    seed: 8,
    styles: ['concise'],
    maxTokens: 300,
    shard,
  });
  if (made.status === 'ok') rows.push(JSON.parse(made.row) as Row);
}

function file(name: string, text: string): string {
  writeFileSync(files.path(name), text);
  return files.path(name);
}

const prompts = samplePrompts(options);
const read = (...names: string[]): Promise<Forbidden> => Forbidden.read(names, () => prompts);

test('what stands in a file is found by its program, its code or its prompt, whatever stands around it', async () => {
  const [whole, renamed, quoted, asked] = rows as [Row, Row, Row, Row];
  const { source } = renamed.program;
  const [, name] = /def (\w+)/.exec(source)!;
  const forbidden = await read(
    file('whole.py', whole.program.source),
    file(
      'renamed.json',
      JSON.stringify([{ solution: source.replaceAll(new RegExp(`\\b${name!}\\b`, 'g'), 'solve_it') }]),
    ),
    file('quoted.txt', `As they wrote: ${quoted.program.source.split(/\s+/).join(' ')} and so on.`),
    file('asked.jsonl', `${JSON.stringify({ question: asked.prompt })}\n\n{"question": "How are you?"}\n`),
  );
  const found = rows.map((row) => forbidden.find(row));
  expect(found.slice(0, 4).map((one) => one?.file.split('/').at(-1))).toEqual([
    'whole.py',
    'renamed.json',
    'quoted.txt',
    'asked.jsonl',
  ]);
  expect(found.slice(0, 3).map((one) => one?.by)).toEqual(['program', 'program', 'code']);
  expect(found.slice(4)).toEqual(rows.slice(4).map(() => null));
});

test('the wording of our prompts is no contamination, their arguments are', async () => {
  const [asked, ...others] = rows as [Row, ...Row[]];
  const question = asked.prompt.slice(asked.prompt.lastIndexOf('```') + 3);
  const forbidden = await read(file('question.txt', `${question} ${question}`));
  for (const row of others) expect(forbidden.find(row), row.prompt).toBeNull();
});

test('a file that cannot be compared is refused by name', async () => {
  const why = (name: string, text: string): Promise<unknown> =>
    read(file(name, text)).catch((error: unknown) => (error instanceof BadInput ? error.message : error));
  expect(await why('empty.txt', 'only a few words')).toContain('empty.txt has nothing to compare with');
  expect(await why('bad.jsonl', '{"a": 1}\n{oops\n')).toContain('line 2 is not JSON');
  await expect(read(files.path('missing.txt'))).rejects.toThrow('cannot be read (ENOENT)');
});
