// `npm run record`: has CPython answer anew all that the tests ask, and keeps the answers in `test/recorded` and in the
// programs of `test/programs`, for machines without python3.11. To be run after tests or programs were changed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { command } from '../../scripts/command-line.js';
import { root } from '../house/sources.ts';
import { hasPython, PYTHON } from './python.ts';
import { recordings } from './recorded.ts';

command(
  'record',
  'Has python3.11 answer anew all that the tests ask, and keeps the answers in test/recorded and test/programs.',
).parse();
if (!hasPython) {
  console.error(`only python3.11 can be recorded; python3 is ${PYTHON ?? 'missing'} here`);
  process.exit(2);
}
const run = (...words: string[]): void => {
  const env = { ...process.env, LOCKSTEP_RECORD: '1' };
  const { status } = spawnSync('npx', words, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
};
run('tsx', 'test/programs/record.ts');
rmSync(recordings, { recursive: true, force: true });
// Those tests that can come to ask: whatever is asked is kept, what is asked no more is gone.
run('vitest', 'related', '--run', 'test/support/python.ts', '--exclude', 'test/cli/**');
