// Bundles the pipeline with its worker as the product is bundled and measures it: opcodes are numbers only there.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';

const outdir = 'out/bench/pipeline';
await build({
  entryPoints: { run: 'bench/pipeline/run.ts', worker: 'src/workers/worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  external: ['@duckdb/node-api', 'gpt-tokenizer', 'gpt-tokenizer/*', 'openai', 'piscina'],
  logLevel: 'error',
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
});
const { status } = spawnSync(process.execPath, [`${outdir}/run.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
