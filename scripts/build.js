// Bundles the command line, the library and the worker into dist/. Few files keep start-up short; enum members
// (opcodes) are inlined by the bundler, which the interpreter's dispatch loop relies on. What is bundled of others
// stands in dist/third-party-licenses.txt with its licence.
import { build } from 'esbuild';
import { chmodSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
// Built aside and renamed, so that a command that runs meanwhile never sees half a build.
const draft = join(dist, `.draft-${process.pid}`);

/** Packages that stay in node_modules: loaded by few verbs, or by path. */
const EXTERNAL = ['piscina', 'openai', 'gpt-tokenizer'];

const entryPoints = { lockstep: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/workers/worker.ts' };

const result = await build({
  absWorkingDir: root,
  entryPoints,
  outdir: draft,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  // Whitespace costs start-up time; names are kept, so that a stack trace says something.
  minifyWhitespace: true,
  minifySyntax: true,
  external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
  // CommonJS packages inside an ES module bundle ask for Node's modules with require().
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
chmodSync(join(draft, 'lockstep.js'), 0o755);
writeFileSync(join(draft, 'third-party-licenses.txt'), licences(Object.keys(result.metafile.inputs)));
replaceDist();

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
  return Object.keys(entryPoints).includes(name.replace(/\.js$/, ''));
}
