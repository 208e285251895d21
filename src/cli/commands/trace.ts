// `lockstep trace`: every executed line or instruction of a run, as text or as JSON.
import type { Command } from 'commander';
import type { ProgramText } from '../../pipeline/program.ts';
import { VIEWS, type ViewName } from '../../views/index.ts';
import { BadInput } from '../../bad-input.ts';
import { writeJson, writeOut } from '../output.ts';
import { endWith } from '../ending.ts';
import type { ExitCode } from '../failure.ts';
import { choiceOption } from '../options.ts';
import {
  TRACED_LIMITS,
  declareProgram,
  limitsOf,
  readProgram,
  type ProgramOptions,
} from '../program-options.ts';
import { writeLines } from '../sink.ts';
import type { Act, Verb } from '../verb.ts';

const FORMATS = ['text', 'jsonl'] as const;

interface Options extends ProgramOptions {
  readonly by: ViewName;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  readonly hash?: boolean;
}

const EXAMPLE = 'lockstep trace docs/examples/count_pairs.py --call "count_pairs([1, 4], 5)"';

export const trace: Verb = {
  name: 'trace',
  summary: 'show every executed line or instruction of a run',
  examples: [
    { line: EXAMPLE, about: 'by line, as sys.settrace would report it' },
    { line: `${EXAMPLE} --by instruction --format jsonl`, about: 'one JSON object per instruction' },
    {
      line: `${EXAMPLE} --hash`,
      about: 'its hash and length alone, in memory that does not grow with the run',
    },
  ],
  declare(command: Command, act: Act): void {
    declareProgram(command, TRACED_LIMITS);
    command
      .addOption(
        choiceOption('--by <GRAIN>', 'what a row stands for', Object.keys(VIEWS) as ViewName[], 'line'),
      )
      .addOption(choiceOption('--format <F>', 'how rows are written', FORMATS, 'text'))
      .option('-o, --out <FILE>', 'write the rows to a file')
      .option('--hash', 'keep no event: the hash of the run and how many events it has (100M instructions)');
    command.action(act(traceProgram));
  },
};

async function traceProgram(file: string, options: Options): Promise<ExitCode> {
  const text = await readProgram(file, options);
  if (options.hash === true) return hashOnly(text, options);
  const { compileProgram, execute } = await import('../../pipeline/index.ts');
  const limits = limitsOf(options, TRACED_LIMITS);
  const { ending, result, compiled } = execute(compileProgram(text), { limits, traced: true });
  const { trace: recorded } = result;
  if (recorded === null) throw new Error('the run left no trace');

  const view = VIEWS[options.by];
  if (options.out !== undefined || !options.json) {
    const lines =
      options.format === 'text'
        ? view.text(recorded, sourceLines(compiled.text))
        : jsonLines(view.rows(recorded));
    await writeLines(lines, options.out);
  }
  if (options.json) {
    const { hash, length: events } = recorded;
    const summary = { outcome: ending, trace: { hash, events } };
    await writeLines(oneObject(summary, options.out === undefined ? view.rows(recorded) : null), undefined);
  }
  return endWith(ending);
}

/** @throws BadInput when rows are asked for too: none are kept */
async function hashOnly(text: ProgramText, options: Options): Promise<ExitCode> {
  if (options.out !== undefined) throw new BadInput('usage', '--hash keeps no rows: leave --out away');
  // Not the whole pipeline: what puts runs into words is as large as what runs them.
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { execute } = await import('../../pipeline/execution.ts');
  const limits = limitsOf(options);
  const { ending, result } = execute(compileProgram(text), { limits, traced: 'hash' });
  if (result.trace === null) throw new Error('the run left no trace');
  const { hash, length: events } = result.trace;
  if (options.json) await writeJson({ outcome: ending, trace: { hash, events } });
  else await writeOut(`${hash} ${events}\n`);
  return endWith(ending);
}

function sourceLines({ source, call }: ProgramText): { program: string[]; call: string[] } {
  const lines = (text: string): string[] => text.split(/\r\n|\r|\n/);
  return { program: lines(source), call: lines(call ?? '') };
}

function* jsonLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

/** One JSON object over many lines, so that the rows of a long run need not be in memory at once. */
function* oneObject(summary: object, rows: Iterable<object> | null): Generator<string> {
  const head = JSON.stringify(summary);
  if (rows === null) {
    yield head;
    return;
  }
  yield `${head.slice(0, -1)},"rows":[`;
  let separator = '';
  for (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',';
  }
  yield ']}';
}
