// docs/command-line.md: every verb with its options and examples, from the declarations that make `--help`.
import { Command } from 'commander';
import { verbNames, verbs } from '../../src/cli/commands/index.ts';
import { EXIT } from '../../src/cli/failure.ts';
import type { Verb } from '../../src/cli/verb.ts';
import { FORMATS } from '../../src/export/index.ts';
import { taskNames } from '../../src/tasks/index.ts';
import type { GeneratedDoc } from './index.ts';

const loaded = await Promise.all(verbNames.map((name) => verbs[name]()));

export const commandLineDoc: GeneratedDoc = {
  path: 'docs/command-line.md',
  render: () => `${HEAD}\n${loaded.map(verbSection).join('\n')}`,
};

const HEAD = `# The command line

<!-- Made from the code by \`npm run docs\`. -->

\`lockstep VERB …\`: after \`npm ci\`, \`npx lockstep\` works in a checkout. Every verb has \`--help\` with examples, and \`--json\`
for machines: one JSON object on stdout, all else on stderr.

| exit code | meaning |
|---|---|
| ${EXIT.done} | done, and the answer is yes |
| ${EXIT.no} | done, and the answer is no: a program failed, a check found something, some rows are missing |
| ${EXIT.badInput} | wrong usage or bad input: nothing could be answered |
| ${EXIT.internal} | a fault of Lockstep itself |
| ${EXIT.interrupted} | stopped by the user |

Tasks (\`--task\`): ${taskNames.map((name) => `\`${name}\``).join(', ')}. Formats of \`export\`:
${FORMATS.map(({ name }) => `\`${name}\``).join(', ')}.
`;

function verbSection(verb: Verb): string {
  const command = new Command(verb.name);
  verb.declare(command, (action) => async (...given) => {
    await action(...given);
  });
  const args = command.registeredArguments.map((argument) => ` ${argument.name()}`).join('');
  const options = command.options.map(
    ({ flags, description, defaultValue, defaultValueDescription, mandatory }) => {
      const preset = defaultValueDescription ?? presetOf(defaultValue);
      const about = mandatory
        ? `${description} (required)`
        : preset === null
          ? description
          : `${description} (default: ${preset})`;
      return `| \`${flags.replaceAll('|', '\\\\|')}\` | ${about.replaceAll('|', '\\\\|').replaceAll('<', '&lt;')} |`;
    },
  );
  const examples = verb.examples.map(({ line, about }) => `${line}  # ${about}`).join('\n');
  return `## ${verb.name}

\`lockstep ${verb.name}${args}\`: ${verb.summary}.

| option | what it does |
|---|---|
${options.join('\n')}

\`\`\`sh
${examples}
\`\`\`
`;
}

function presetOf(value: unknown): string | null {
  return value === undefined || value === false ? null : String(value);
}
