// Keeps the examples of the README and docs/examples real: in a block of code, what stands after a line `$ lockstep …` is what that
// command prints. Run alone it writes the output anew; with --check it only says whether it is current (exit code 1).
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { command, needsBuild } from './command-line.js';

const program = command(
  'readme',
  'Writes the output of the examples in the README, docs/styles.md and docs/examples anew, with the built program.',
  '--check',
)
  .option('--check', 'only says whether it is current (exit code 1)')
  .parse();
const { check } = program.opts();
needsBuild(program);

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = `${root}README.md`;
const binary = `${root}dist/lockstep.js`;

const example = `${root}docs/examples/count_pairs.txt`;

const styles = `${root}docs/styles.md`;

const documents = [
  {
    path: styles,
    render: (text) =>
      text
        .split(/^(?=## )/m)
        .map(withStyle)
        .join(''),
  },
  {
    path: readme,
    render: (text) => text.replace(/^```\n(\$ [^]*?)^```$/gm, (_, block) => '```\n' + renewed(block) + '```'),
  },
  {
    path: example,
    render: () =>
      outputOf("lockstep explain docs/examples/count_pairs.py --call 'count_pairs([1, 4, 3, 2], 5)'"),
  },
];

for (const { path, render } of documents) {
  const before = readFileSync(path, 'utf8');
  const after = render(before);
  if (!check) writeFileSync(path, after);
  else if (before !== after) {
    process.stderr.write(`${path} is not current (npm run readme writes it anew); it should hold:\n${after}`);
    process.exitCode = 1;
  }
}

/** A section of docs/styles.md about one style, with its examples told anew: in full, then within a budget. */
function withStyle(section) {
  const style = /^## (\w+)\n/.exec(section)?.[1];
  const calls = ["'total_even([3, 4])'", "'total_even(list(range(30)))' --max-tokens 260"];
  return section.replace(/^```text\n[^]*?\n```$/gm, () => {
    const call = `lockstep explain docs/examples/total_even.py --style ${style} --seed 1 --call ${calls.shift()}`;
    return '```text\n' + outputOf(call).replace(/\n\nAnswer: [^]*$/, '') + '\n```';
  });
}

/** The block with each command's real output below it. */
function renewed(block) {
  const calls = block.split('\n').filter((line) => line.startsWith('$ '));
  return calls.map((call) => `${call}\n${outputOf(call.slice(2))}`).join('');
}

function outputOf(call) {
  const line = `lockstep() { "${process.execPath}" "${binary}" "$@"; }\n${call}`;
  const { stdout, error } = spawnSync('bash', ['-c', `exec 2>&1\n${line}`], { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  return stdout.endsWith('\n') ? stdout : `${stdout}\n`;
}
