// What the README shows is what its commands print.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { buildOnce } from '../support/cli.ts';
import { root } from '../house/sources.ts';

test('the README and the examples are current (npm run readme)', () => {
  buildOnce();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/readme.js', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
