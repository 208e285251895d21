// The commands of package.json: each that is ours has `--help` and one line for what it does not know, by the one helper in
// scripts/command-line.js, and a row in bench/README.md. Three are run, one of each way of starting them.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { root } from './sources.ts';

const read = (path: string): string => readFileSync(root + path, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Those that run a file of ours, but for the build, which has to work without any package. */
const ours = Object.entries(scripts).filter(([name, line]) => /^(tsx|node) /.test(line) && name !== 'build');

/** The file that reads the command line: where another is bundled and started, that one. */
function readerOf(line: string): string {
  const [, file, folder] = line.split(' ');
  if (file === 'bench/launch.ts') return `bench/${folder}/run.ts`;
  const [, bundled] = /entryPoints: (?:\[|\{ run: )'([^']+)'/.exec(read(file!)) ?? [];
  return bundled ?? file!;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as npm does. */
async function run(name: string, words: string): Promise<Ended> {
  const env = { ...process.env, PATH: `${root}node_modules/.bin:${process.env['PATH']}` };
  const child = spawn('sh', ['-c', `${scripts[name]} ${words}`], { cwd: root, env });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

describe('commands of package.json', () => {
  test.each(ours)('%s reads its command line with the helper, under its name', (name, line) => {
    const [, named] = /\bcommand\(\s*'([^']+)'/.exec(read(readerOf(line))) ?? [];
    // Two names may stand for one command.
    expect(scripts[named!]).toBe(line);
    expect(read('bench/README.md')).toMatch(new RegExp(`^\\| \`npm run ${name}\` +\\| \\S`, 'm'));
  });

  test('--help tells the options, and what is wrong is told in a line, with exit code 2', async () => {
    const names = ['semantics', 'hunt:tier', 'consumers'];
    const helps = Promise.all(names.map((name) => run(name, '--help')));
    const errors = Promise.all([
      ...names.map((name) => run(name, '--bogus')),
      run('semantics', 'no-such-file'),
    ]);
    for (const { code, out, err } of await helps) {
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: npm run [^]*\nOptions:\n[^]*\nExample:\n {2}npm run /);
    }
    for (const { code, out, err } of await errors) {
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^npm run .*(unknown option|no such file).*--help tells the options\)\n$/);
    }
  }, 60_000);
});
