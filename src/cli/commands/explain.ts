// `lockstep explain`: the run of a program in words, every sentence true of it.
import type { Command } from 'commander';
import { taskNamed, taskNames } from '../../tasks/index.ts';
import { endWith } from '../ending.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { choiceOption } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import {
  TRACED_LIMITS,
  declareProgram,
  limitsOf,
  readProgram,
  type ProgramOptions,
} from '../program-options.ts';
import type { Act, Verb } from '../verb.ts';
import { declareWording, wordingOf, type WordingOptions } from '../wording-options.ts';

interface Options extends ProgramOptions, WordingOptions {
  readonly task: string;
}

export const explain: Verb = {
  name: 'explain',
  summary: 'tell the run of a program as a chain of thought',
  examples: [
    {
      line: 'lockstep explain docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)"',
      about: 'in full',
    },
    {
      line: 'lockstep explain docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)" --max-tokens 60',
      about: 'folded',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command, TRACED_LIMITS);
    declareWording(command);
    command.addOption(choiceOption('--task <T>', 'what is asked', taskNames, 'output'));
    command.action(act(explainProgram));
  },
};

async function explainProgram(file: string, options: Options): Promise<ExitCode> {
  const text = await readProgram(file, options);
  const { compileProgram, execute, tell } = await import('../../pipeline/index.ts');
  const execution = execute(compileProgram(text), { limits: limitsOf(options, TRACED_LIMITS), traced: true });
  const { ending } = execution;
  if (ending.kind !== 'returned' && ending.kind !== 'raised') {
    if (options.json) await writeJson({ outcome: ending });
    return endWith(ending);
  }
  const told = await tell(execution, wordingOf(options), taskNamed(options.task));
  if (options.json) await writeJson(told);
  else await writeOut(`${told.reasoning}\n\nAnswer: ${told.answer}\n`);
  return EXIT.done;
}
