// Bundles the hunt for programs that the second tier runs otherwise, as the product is bundled, and runs it.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const outfile = 'out/hunt-tier.mjs';
await build({
  entryPoints: ['test/trace/tier-hunt.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['@duckdb/node-api', 'gpt-tokenizer', 'openai', 'piscina'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
