// `lockstep import`: a file of Python programs into a dataset, and what could not be taken, row by row.
import type { Command } from 'commander';
import { statusNames, type ImportReport } from '../../import/status.ts';
import { declareOut, declareWorkers, type OutOptions, type WorkerOptions } from '../dataset-options.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { requireFile } from '../files.ts';
import { parseCount } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import { TRACED_LIMITS, declareLimits, limitsOf, type LimitOptions } from '../program-options.ts';
import { withProgress } from '../progress.ts';
import { declareTaskMix, requireTellable, type TaskMixOptions } from '../task-options.ts';
import type { Act, Verb } from '../verb.ts';
import { declareStyleMix, ROW_TOKENS, rowWordingOf, type StyleMixOptions } from '../wording-options.ts';

/** How many refused rows are shown in words; `--json` and the report in the folder have all. */
const SHOWN = 20;

interface Options extends LimitOptions, StyleMixOptions, WorkerOptions, OutOptions, TaskMixOptions {
  readonly seconds: number;
  readonly json: boolean;
}

export const importVerb: Verb = {
  name: 'import',
  summary: 'turn a file of Python programs into a dataset, each row checked',
  examples: [
    {
      line: 'lockstep import docs/examples/programs.jsonl --out out/mine',
      about: 'what became of each program',
    },
    {
      line: 'lockstep import docs/examples/programs.jsonl --out out/mine --json',
      about: 'the same for machines',
    },
  ],
  declare(command: Command, act: Act): void {
    command.argument(
      '<PROGRAMS.jsonl>',
      'a JSON object a line: id, code, call; where known expected or expected_error, stdout; stdin',
    );
    declareOut(command);
    declareTaskMix(command);
    declareStyleMix(command, ROW_TOKENS);
    declareWorkers(command);
    command.option('--seconds <N>', 'time for one program, a net under --fuel', parseCount(1), 60);
    declareLimits(command, TRACED_LIMITS);
    command.action(act(importFile));
  },
};

async function importFile(path: string, options: Options): Promise<ExitCode> {
  requireTellable(options.style, options.task);
  await requireFile(path);
  const { importPrograms } = await import('../../import/import-programs.ts');
  const report = await withProgress('programs', (progress) =>
    importPrograms(path, options.out, {
      ...rowWordingOf(options),
      tasks: options.task,
      limits: limitsOf(options, TRACED_LIMITS),
      workers: options.workers,
      megabytes: options.megabytes,
      seconds: options.seconds,
      existing: options.force ? 'replace' : 'refuse',
      parquet: options.parquet,
      progress,
    }),
  );
  await (options.json ? writeJson(report) : writeOut(inWords(report, options.out)));
  if (report.mismatched > 0 || report.failed > 0) return EXIT.no;
  return report.malformed > 0 ? EXIT.badInput : EXIT.done;
}

function inWords(report: ImportReport, folder: string): string {
  const lines = report.rows.slice(0, SHOWN).map(({ id, line, status, reason, message, span }) => {
    const place = span === null ? '' : ` at ${span.line}:${span.column + 1}`;
    return `${id ?? `line ${line}`}: ${status} (${reason})${place}: ${message}`;
  });
  if (report.rows.length > SHOWN) lines.push(`… and ${report.rows.length - SHOWN} more`);
  const counts = statusNames
    .filter((status) => report[status] > 0)
    .map((status) => `${report[status]} ${status}`);
  lines.push(`${report.total} programs: ${counts.join(', ') || 'none'}; rows and report in ${folder}`);
  return lines.join('\n') + '\n';
}
