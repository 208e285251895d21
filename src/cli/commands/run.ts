// `lockstep run`: what CPython would print, then the result's repr.
import type { Command } from 'commander';
import type { ExitCode } from '../failure.ts';
import { writeJson, writeOut } from '../output.ts';
import { endWith } from '../ending.ts';
import { declareProgram, limitsOf, readProgram, type ProgramOptions } from '../program-options.ts';
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
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command);
    command.action(act(runProgram));
  },
};

async function runProgram(file: string, options: ProgramOptions): Promise<ExitCode> {
  const text = await readProgram(file, options);
  // Not the whole pipeline: what puts runs into words is as large as what runs them.
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { execute } = await import('../../pipeline/execution.ts');
  const { ending, result } = execute(compileProgram(text), { limits: limitsOf(options), traced: false });
  const { output: stdout, steps } = result;
  if (options.json) await writeJson({ outcome: ending, stdout, steps });
  else
    await writeOut(stdout + (ending.kind === 'returned' && text.call !== null ? `${ending.result}\n` : ''));
  return endWith(ending);
}
