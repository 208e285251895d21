// `lockstep run`: what CPython would print, then the result's repr.
import type { Command } from 'commander';
import type { TierName } from '../../../interpreter/index.ts';
import type { ExitCode } from '../failure.ts';
import { note, writeJson, writeOut } from '../output.ts';
import { endWith } from '../ending.ts';
import {
  declareProgram,
  limitsOf,
  readProgram,
  tierOption,
  type ProgramOptions,
} from '../program-options.ts';
import type { Act, Verb } from '../verb.ts';

export const run: Verb = {
  name: 'run',
  summary: 'run a program: what CPython would print, then the repr of the result',
  examples: [
    { line: 'lockstep run docs/examples/count_pairs.py', about: 'a whole program' },
    {
      line: 'lockstep run docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)"',
      about: 'one call of it',
    },
    {
      line: 'lockstep run docs/examples/count_pairs.py --types',
      about: 'and whether its types rule out type errors, or where they do not',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command);
    command
      .option('--types', 'say whether the program is strict or gradual, and what makes it so')
      .addOption(tierOption());
    command.action(act(runProgram));
  },
};

interface RunOptions extends ProgramOptions {
  readonly types?: boolean;
  readonly tier: TierName;
}

async function runProgram(file: string, options: RunOptions): Promise<ExitCode> {
  const text = await readProgram(file, options);
  // Not the whole pipeline: what puts runs into words is as large as what runs them.
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { execute } = await import('../../pipeline/execution.ts');
  const compiled = compileProgram(text);
  const typing =
    options.types === true ? (await import('../../pipeline/strictness.ts')).typingOf(compiled) : null;
  if (typing !== null && !options.json) note(typing.rendered);
  const { ending, result } = execute(compiled, {
    limits: limitsOf(options),
    traced: false,
    tier: options.tier,
  });
  const { output: stdout, steps } = result;
  if (options.json) {
    const types = typing === null ? {} : { types: { strict: typing.strict, places: typing.places } };
    await writeJson({ outcome: ending, stdout, steps, ...types });
  } else
    await writeOut(stdout + (ending.kind === 'returned' && text.call !== null ? `${ending.result}\n` : ''));
  return endWith(ending);
}
