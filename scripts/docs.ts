// Writes the parts of docs/ that are made from the code. With --check it only says whether they are current (exit code 1).
import { readFileSync, writeFileSync } from 'node:fs';
import { command } from './command-line.js';
import { GENERATED } from './docs/index.ts';

const { check } = command('docs', 'Writes the parts of docs/ that are made from the code.', '--check')
  .option('--check', 'only says whether they are current (exit code 1)')
  .parse()
  .opts<{ check?: true }>();
const root = new URL('..', import.meta.url);

for (const { path, render } of GENERATED) {
  const file = new URL(path, root);
  const text = render();
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${path} is not current; npm run docs writes it anew\n`);
    process.exitCode = 1;
  }
}
