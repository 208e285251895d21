// `lockstep check`: the verdict on any text about a run, with the place of everything that is false.
import type { Command } from 'commander';
import { Source } from '../../../grammar/source.ts';
import type { Verdict } from '../../../verbalizer/check.ts';
import type { StyleName } from '../../../verbalizer/styles/index.ts';
import { BadInput } from '../../bad-input.ts';
import { endWith } from '../ending.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { readText } from '../files.ts';
import { parseChoice } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import {
  TRACED_LIMITS,
  declareProgram,
  limitsOf,
  readProgram,
  type ProgramOptions,
} from '../program-options.ts';
import type { Act, Verb } from '../verb.ts';
import { declareQuestion, questionAbout, splitAnswer, type QuestionOptions } from '../question.ts';
import { styleNames } from '../wording-options.ts';

interface Options extends ProgramOptions, QuestionOptions {
  readonly cot: string;
  readonly style?: StyleName;
  readonly answer?: string;
}

/** How much of a sentence is quoted. */
const EXCERPT = 100;
/** Steps not told that are named one by one. */
const NAMED = 12;

export const check: Verb = {
  name: 'check',
  summary: 'judge a text about the run of a program, sentence by sentence',
  examples: [
    {
      line: 'lockstep check docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)" --cot docs/examples/count_pairs.txt',
      about: 'exit code 0: true and complete',
    },
    {
      line: 'lockstep explain docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)" --task count --seed 3 | lockstep check docs/examples/count_pairs.py --call "count_pairs([1, 4, 3, 2], 5)" --task count --seed 3 --cot -',
      about: 'reasoning and answer to a question',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command, TRACED_LIMITS);
    command
      .requiredOption('--cot <TEXTFILE>', 'the text to judge; - reads standard input')
      .option(
        '-s, --style <S>',
        `read it as this style only (${styleNames.join(', ')})`,
        parseChoice(styleNames),
      )
      .option('--answer <TEXT>', 'the answer; without it, the last line of the text if it says "Answer: …"');
    declareQuestion(command);
    command.action(act(checkText));
  },
};

async function checkText(file: string, options: Options): Promise<ExitCode> {
  if (file === '-' && options.cot === '-') {
    throw new BadInput('usage', 'the program and the text cannot both come from standard input');
  }
  const text = await readProgram(file, options);
  const cot = await readText(options.cot);
  const { compileProgram, execute, judgeAnyText } = await import('../../pipeline/index.ts');
  const { TracedRun } = await import('../../tasks/index.ts');
  const limits = limitsOf(options, TRACED_LIMITS);
  const execution = execute(compileProgram(text), { limits, traced: true });
  const { ending } = execution;
  if (ending.kind !== 'returned' && ending.kind !== 'raised') {
    if (options.json) await writeJson({ outcome: ending });
    return endWith(ending);
  }
  const posed = await questionAbout(new TracedRun(execution, limits), options);
  const { reasoning, answer } = splitAnswer(cot.text, options.answer);
  const judged = answer === null ? null : { given: answer, ...posed.check(answer) };
  const verdict = judgeAnyText(reasoning, judged?.story ?? posed.story, options.style ?? null);
  const { task, question } = posed;
  const told = judged === null ? null : { given: judged.given, right: judged.right, message: judged.message };
  // of what was bound, its place alone: the steps themselves know the whole run
  const bound = verdict.bound.map(({ span, step, events, line }) => ({ span, step, events, line }));
  if (options.json) await writeJson({ task, question, ...verdict, bound, answer: told });
  else await writeOut(inWords(verdict, told, new Source(cot.text, cot.name)));
  return verdict.faithful && verdict.complete && told?.right !== false ? EXIT.done : EXIT.no;
}

interface JudgedAnswer {
  readonly given: string;
  readonly right: boolean;
  readonly message: string;
}

function inWords(verdict: Verdict, answer: JudgedAnswer | null, source: Source): string {
  const place = ([start, end]: readonly [number, number]): string => {
    const { line, column } = source.positionAt(start);
    const quoted = source.text.slice(start, end).replace(/\s+/g, ' ');
    const excerpt = quoted.length > EXCERPT ? quoted.slice(0, EXCERPT) + '…' : quoted;
    return `${source.name}:${line}:${column + 1}: "${excerpt}"`;
  };
  const lines = [
    ...verdict.violations.map(({ span, message }) => `${place(span)}\n  false: ${message}`),
    ...verdict.unverified.map(
      ({ span, why }) => `${place(span)}\n  not verified: ${why ?? 'it is not understood'}`,
    ),
    ...verdict.missing.slice(0, NAMED).map(({ line, message }) => `source line ${line}: ${message}`),
    ...(verdict.missing.length > NAMED
      ? [`… and ${verdict.missing.length - NAMED} further steps are not told (--json names them all)`]
      : []),
    ...(answer === null
      ? []
      : [`answer "${answer.given}": ${answer.right ? 'right' : 'wrong'}, ${answer.message}`]),
  ];
  const counts = [
    `${verdict.claims} claims`,
    `${verdict.violations.length} false`,
    `${verdict.unverified.length} unverified`,
    `${verdict.missing.length} missing`,
  ].join(', ');
  const word = `${verdict.faithful ? 'faithful' : 'not faithful'}, ${verdict.complete ? 'complete' : 'not complete'}`;
  return [...lines, `${word}: ${counts}`].join('\n') + '\n';
}
