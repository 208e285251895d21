// Bundles the command line, the library and the worker into dist/. Enum members (opcodes) are inlined by the bundler,
// which the interpreter's dispatch loop relies on. The command line is one file with a code cache beside it, made by
// running it once: that keeps start-up short (docs/decisions/0003). What is bundled of others stands in
// dist/third-party-licenses.txt with its licence.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
// Built aside and renamed, so that a command that runs meanwhile never sees half a build.
const draft = join(dist, `.draft-${process.pid}`);

/** Packages that stay in node_modules: loaded by few verbs, or by path. */
const EXTERNAL = ['@duckdb/node-api', 'gpt-tokenizer', 'openai', 'piscina'];

const shared = {
  absWorkingDir: root,
  outdir: draft,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  // Whitespace costs start-up time; names are kept, so that a stack trace says something.
  minifyWhitespace: true,
  minifySyntax: true,
  external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const modules = await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', worker: 'src/workers/worker.ts' },
  format: 'esm',
  splitting: true,
  // CommonJS packages inside an ES module bundle ask for Node's modules with require().
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
});
const page = await build({
  ...shared,
  entryPoints: { 'stats-page': 'src/stats/page/page.ts' },
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
});
const commandLine = await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  // A script from a code cache cannot import(): packages that stay outside are required, still on demand.
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
});
const BUNDLE = nameByContent('cli');
const launcher = await build({
  ...shared,
  entryPoints: { lockstep: 'src/cli/launch.ts' },
  format: 'esm',
  define: { BUNDLE: JSON.stringify(BUNDLE) },
});

chmodSync(join(draft, 'lockstep.js'), 0o755);
const inputs = [modules, page, commandLine, launcher].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(draft, 'third-party-licenses.txt'), licences(inputs));
warmUp();
replaceDist();

/** Renames a CommonJS bundle so that its name tells its content: what is cached for it fits no other. */
function nameByContent(name) {
  const digest = createHash('sha256').update(readFileSync(join(draft, `${name}.cjs`)));
  const named = `${name}-${digest.digest('hex').slice(0, 8)}`;
  for (const ending of ['.cjs', '.cjs.map'])
    renameSync(join(draft, name + ending), join(draft, named + ending));
  return named;
}

/** Runs a command, so that the code cache holds what commands usually need. */
function warmUp() {
  const program = join(root, 'docs/examples/count_pairs.py');
  execFileSync(
    process.execPath,
    [join(draft, 'lockstep.js'), 'run', program, '--call', 'count_pairs([1, 4, 3], 4)'],
    { env: { ...process.env, LOCKSTEP_CODE_CACHE: 'write' }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

/** Name, version and licence text of every package that went into the bundle. */
function licences(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  return [...folders].sort().map(licence).join('\n');
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n${text}\n`;
}

/** Moves every new file into place, the entry points last, then removes what the last build left. */
function replaceDist() {
  const fresh = readdirSync(draft).sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const name of fresh) renameSync(join(draft, name), join(dist, name));
  for (const name of readdirSync(dist)) {
    if (!fresh.includes(name) && name !== 'types' && !name.startsWith('.draft-')) rmSync(join(dist, name));
  }
  rmSync(draft, { recursive: true });
}

function isEntry(name) {
  return ['lockstep.js', 'index.js', 'worker.js', 'stats-page.js'].includes(name);
}
