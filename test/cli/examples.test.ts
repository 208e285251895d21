// The example lines of every verb's --help are run as they stand, in a folder that holds what they name.
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { lockstep, scratch, shell } from '../support/cli.ts';

/** In this order: later ones read the datasets that earlier ones make. */
const VERBS = [
  'run',
  'trace',
  'explain',
  'check',
  'families',
  'generate',
  'import',
  'polish',
  'verify',
  'export',
  'stats',
  'bench',
] as const;

/** A language model's server is not here; `polish` is tested with one of our own. */
const NEEDS_SERVER = /--base-url/;

const { path } = scratch();

/** The command lines under `Examples:`. */
async function examplesOf(verb: string): Promise<string[]> {
  const { stdout } = await lockstep([verb, '--help']);
  const examples = [...stdout.matchAll(/^ {2}\$ (.*?)(?: {2,}#.*)?$/gm)].map(([, line]) => line!);
  expect(examples.length, `examples of ${verb}`).toBeGreaterThan(0);
  return examples.filter((line) => !NEEDS_SERVER.test(line));
}

test('every verb is known here', async () => {
  const { stdout } = await lockstep(['--help']);
  const listed = [...stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}([a-z]+) /gm)].map(
    ([, verb]) => verb,
  );
  expect(listed.filter((verb) => verb !== 'help').sort()).toEqual([...VERBS].sort());
});

test('the examples of --help do what they say', { timeout: 240_000 }, async () => {
  mkdirSync(path('here'));
  symlinkSync(join(root, 'docs'), path('here/docs'));
  for (const verb of VERBS)
    for (const line of await examplesOf(verb)) {
      // One of the programs that are imported ends by an exception: the answer is no, and said so.
      const { code, stderr } = await shell(`cd ${path('here')} && ${line}`, {
        env: { OPENAI_API_KEY: 'none' },
        timeout: 120_000,
      });
      expect([code, stderr.match(/^lockstep: .*/m)?.[0]], line).toEqual([0, undefined]);
    }
});
