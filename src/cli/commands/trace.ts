// `lockstep trace`: every executed line or instruction of a run, as text or as JSON.
import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { Cursor, type Trace, type Window } from '../../../interpreter/trace/index.ts';
import type { TierName } from '../../../interpreter/index.ts';
import type { Ending } from '../../pipeline/execution.ts';
import type { ProgramText } from '../../pipeline/program.ts';
import { stateOf, stateText, VIEWS, type ViewName } from '../../views/index.ts';
import { BadInput } from '../../bad-input.ts';
import { note, writeJson, writeOut } from '../output.ts';
import { endWith } from '../ending.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { choiceOption, parseCount } from '../options.ts';
import {
  TRACED_LIMITS,
  declareProgram,
  limitsOf,
  readProgram,
  tierOption,
  type ProgramOptions,
} from '../program-options.ts';
import { writeLines } from '../sink.ts';
import type { Act, Verb } from '../verb.ts';

const FORMATS = ['text', 'jsonl', 'parquet'] as const;

interface Options extends ProgramOptions {
  readonly by: ViewName;
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
  readonly hash?: boolean;
  readonly from?: number;
  readonly to?: number;
  readonly at?: number;
  readonly tier: TierName;
}

const EXAMPLE = 'lockstep trace docs/examples/count_pairs.py --call "count_pairs([1, 4], 5)"';

export const trace: Verb = {
  name: 'trace',
  summary: 'show every executed line or instruction of a run',
  examples: [
    { line: EXAMPLE, about: 'by line, as sys.settrace would report it' },
    { line: `${EXAMPLE} --by instruction --format jsonl`, about: 'one JSON object per instruction' },
    {
      line: `${EXAMPLE} --by instruction --format parquet --out /tmp/trace.parquet`,
      about: 'a table for DuckDB, pandas and the like, with the columns of the JSON rows',
    },
    {
      line: `${EXAMPLE} --hash`,
      about: 'its hash and length alone, in memory that does not grow with the run',
    },
    {
      line: `${EXAMPLE} --from 20 --to 40`,
      about: 'the rows of those events alone, however long the run is',
    },
    { line: `${EXAMPLE} --at 25`, about: 'frames, variables, operands and output before that event' },
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
    command
      .option(
        '--from <N>',
        'keep only what comes from event N on; by line, the first row of a frame has all its variables, and no row has what was printed before (100M instructions)',
        parseCount(0),
      )
      .option('--to <N>', 'stop the run before event N (100M instructions)', parseCount(0))
      .option(
        '--at <N>',
        'instead of rows the state before event N: the open frames with variables and operands, and all that was printed (100M instructions)',
        parseCount(0),
      );
    command.addOption(tierOption());
    command.action(act(traceProgram));
  },
};

async function traceProgram(file: string, options: Options): Promise<ExitCode> {
  if (options.format === 'parquet' && options.out === undefined)
    throw new BadInput('usage', '--format parquet needs --out: a table is a file');
  const text = await readProgram(file, options);
  if (options.hash === true) return hashOnly(text, options);
  if (options.at !== undefined) return showState(text, options, options.at);
  if (options.from !== undefined || options.to !== undefined) return traceWindow(text, options);
  const { compileProgram, execute } = await import('../../pipeline/index.ts');
  const limits = limitsOf(options, TRACED_LIMITS);
  const { ending, result, compiled } = execute(compileProgram(text), { limits, traced: true });
  const { trace: recorded } = result;
  if (recorded === null) throw new Error('the run left no trace');

  const { hash, length: events } = recorded;
  await writeRows(recorded, compiled.text, options, { outcome: ending, trace: { hash, events } });
  return endWith(ending);
}

/** Rows in the form asked for, and with `--json` the summary. */
async function writeRows(
  recorded: Trace,
  text: ProgramText,
  options: Options,
  summary: object,
): Promise<void> {
  const view = VIEWS[options.by];
  if (options.format === 'parquet') await writeTable(recorded, options);
  else if (options.out !== undefined || !options.json) {
    const lines =
      options.format === 'text' ? view.text(recorded, sourceLines(text)) : jsonLines(view.rows(recorded));
    await writeLines(lines, options.out);
  }
  if (options.json)
    await writeLines(oneObject(summary, options.out === undefined ? view.rows(recorded) : null), undefined);
}

async function writeTable(recorded: Trace, { out, by }: Options): Promise<void> {
  const { writeParquet } = await import('../../dataset/parquet.ts');
  const rows = `${out!}.jsonl`;
  try {
    await writeLines(jsonLines(VIEWS[by].rows(recorded)), rows);
    await writeParquet(rows, out!, VIEWS[by].columns);
  } finally {
    await rm(rows, { force: true });
  }
}

/** A stretch of the events, of a run that may be too long to be kept. */
async function traceWindow(text: ProgramText, options: Options): Promise<ExitCode> {
  const { from = 0 } = options;
  const to = options.to ?? from + TRACED_LIMITS.fuel;
  if (to < from) throw new BadInput('usage', `--to ${to} is before --from ${from}`);
  const { trace: recorded, ending } = await runTo(text, { from, to }, options);
  const { hash, length: end } = recorded;
  const summary = { outcome: ending, window: { from, to: end }, trace: ending && { hash, events: end } };
  await writeRows(recorded, text, options, summary);
  if (ending !== null) return endWith(ending);
  if (options.to === undefined) note(`stopped before event ${to} (--to allows more)`);
  return EXIT.done;
}

/** The state before an event. */
async function showState(text: ProgramText, options: Options, at: number): Promise<ExitCode> {
  if (options.from !== undefined || options.to !== undefined)
    throw new BadInput('usage', '--at asks for one state: leave --from and --to away');
  if (options.format === 'parquet')
    throw new BadInput('usage', '--at has no table: its formats are text and jsonl');
  // The event itself is kept too, so that the state can say what comes next.
  const { trace: recorded } = await runTo(text, { from: at, to: at + 1 }, options);
  const state = stateOf(new Cursor(recorded));
  if (options.json) await writeJson(state);
  else await writeLines(options.format === 'jsonl' ? jsonLines([state]) : stateText(state), options.out);
  return EXIT.done;
}

/** @throws BadInput when the run ends before the window begins */
async function runTo(
  text: ProgramText,
  window: Window,
  options: Options,
): Promise<{ ending: Ending | null; trace: Trace }> {
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { executeWindow } = await import('../../pipeline/execution.ts');
  const done = executeWindow(compileProgram(text), window, limitsOf(options));
  if (done.ending !== null && done.trace.keyframe === null) {
    const { length } = done.trace;
    throw new BadInput(
      'usage',
      `the run has only ${length} events`,
      `events are counted from 0 to ${length - 1}`,
    );
  }
  return done;
}

/** @throws BadInput when rows are asked for too: none are kept */
async function hashOnly(text: ProgramText, options: Options): Promise<ExitCode> {
  if (options.out !== undefined) throw new BadInput('usage', '--hash keeps no rows: leave --out away');
  if ((options.at ?? options.from ?? options.to) !== undefined)
    throw new BadInput('usage', '--hash is of the whole run: leave --at, --from and --to away');
  // Not the whole pipeline: what puts runs into words is as large as what runs them.
  const { compileProgram } = await import('../../pipeline/program.ts');
  const { execute } = await import('../../pipeline/execution.ts');
  const limits = limitsOf(options);
  const { ending, result } = execute(compileProgram(text), { limits, traced: 'hash', tier: options.tier });
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
