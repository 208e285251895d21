// Bundles the command line, the library and the worker into dist/. One file each keeps start-up short;
// enum members (opcodes) are inlined by the bundler, which the interpreter's dispatch loop relies on.
import { build } from 'esbuild';
import { chmodSync, existsSync, rmSync } from 'node:fs';

const root = new URL('..', import.meta.url).pathname;
const entries = { lockstep: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/worker.ts' };
const entryPoints = Object.fromEntries(
  Object.entries(entries).filter(([, file]) => existsSync(root + file)),
);

rmSync(root + 'dist', { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  packages: 'external',
  logLevel: 'warning',
});
if (existsSync(root + 'dist/lockstep.js')) chmodSync(root + 'dist/lockstep.js', 0o755);
