// Bundles the benchmark as the product is bundled and runs it: opcodes are numbers only there, and the loop is several
// times slower without. Usage: npm run bench -- [--out FILE] [--baseline FILE]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const outfile = 'out/bench/run.mjs';
await build({
  entryPoints: ['bench/engine/run.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['benny', '@duckdb/node-api', 'gpt-tokenizer', 'openai', 'piscina'],
  logLevel: 'error',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
