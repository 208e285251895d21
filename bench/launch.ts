// Bundles a benchmark as the product is bundled and runs it: opcodes are numbers only there, and the loop is several
// times slower without. The folder of the benchmark comes first, what follows is left to the benchmark itself.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const [name, ...rest] = process.argv.slice(2);
const outfile = `out/bench/${name}.mjs`;
await build({
  entryPoints: [`bench/${name}/run.ts`],
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
const { status } = spawnSync(process.execPath, [outfile, ...rest], { stdio: 'inherit' });
process.exitCode = status ?? 1;
