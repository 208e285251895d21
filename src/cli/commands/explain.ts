// `lockstep explain`: the run of a program in words, every sentence true of it.
import type { Command } from 'commander';
import { taskNames, type TaskName } from '../../tasks/names.ts';
import { endWith } from '../ending.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { choiceOption } from '../options.ts';
import { note, writeJson, writeOut } from '../output.ts';
import {
  TRACED_LIMITS,
  declareProgram,
  limitsOf,
  readProgram,
  type ProgramOptions,
} from '../program-options.ts';
import { answerLine, questionAbout } from '../question.ts';
import { requireTellable } from '../task-options.ts';
import type { Act, Verb } from '../verb.ts';
import { declareWording, wordingOf, type WordingOptions } from '../wording-options.ts';

interface Options extends ProgramOptions, WordingOptions {
  readonly task: TaskName;
  readonly prompt: boolean;
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
    {
      line: 'lockstep explain docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)" --task state --prompt',
      about: 'a question about a variable, with its reasoning',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command, TRACED_LIMITS);
    declareWording(command);
    command
      .addOption(choiceOption('-t, --task <T>', 'what is asked', taskNames, 'output'))
      .option('--prompt', 'print what a model would be asked, too', false);
    command.action(act(explainProgram));
  },
};

async function explainProgram(file: string, options: Options): Promise<ExitCode> {
  requireTellable([options.style], [options.task]);
  const text = await readProgram(file, options);
  const { compileProgram, execute, tell } = await import('../../pipeline/index.ts');
  const { TracedRun } = await import('../../tasks/index.ts');
  const limits = limitsOf(options, TRACED_LIMITS);
  const execution = execute(compileProgram(text), { limits, traced: true });
  const { ending } = execution;
  if (ending.kind !== 'returned' && ending.kind !== 'raised') {
    if (options.json) await writeJson({ outcome: ending });
    return endWith(ending);
  }
  const posed = await questionAbout(new TracedRun(execution, limits), options);
  const wording = wordingOf(options);
  const told = await tell(posed, wording);
  const { tokens } = told;
  if (told.reasoning === '' && options.call === undefined)
    note(
      `lockstep: ${file} only gives names to things, and there is nothing to tell; --call says what to evaluate`,
    );
  if (tokens !== null && wording.maxTokens !== null && tokens.count > wording.maxTokens)
    note(
      `lockstep: folded as tightly as it can be told, it takes ${tokens.count} ${tokens.encoding} tokens; ` +
        `--max-tokens asked for ${wording.maxTokens}`,
    );
  const { task, question } = posed;
  if (options.json) await writeJson({ task, question, ...told });
  else
    await writeOut(
      `${options.prompt ? `${told.prompt}\n\n` : ''}${told.reasoning}\n\n${answerLine(told.answer)}\n`,
    );
  return EXIT.done;
}
