// `lockstep verify`: runs every row of a dataset again and checks every claim.
import type { Command } from 'commander';
import type { VerifyReport } from '../../verify/verify-dataset.ts';
import { declareWorkers, type WorkerOptions } from '../dataset-options.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { parseCount } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import { withProgress } from '../progress.ts';
import type { Act, Verb } from '../verb.ts';

/** How many faults are shown in words; `--json` has all. */
const SHOWN = 20;

interface Options extends WorkerOptions {
  readonly seconds: number;
  readonly json: boolean;
}

export const verify: Verb = {
  name: 'verify',
  summary: 'run every row of a dataset again and check every claim',
  examples: [
    { line: 'lockstep verify out/mine', about: 'exit code 0 when everything holds' },
    { line: 'lockstep verify out/mine --json', about: 'the faults, with file, line and field' },
  ],
  declare(command: Command, act: Act): void {
    command.argument('<DIR>', 'a dataset that generate or import made');
    declareWorkers(command);
    command.option('--seconds <N>', 'time for a batch of rows', parseCount(1), 120);
    command.action(act(verifyFolder));
  },
};

async function verifyFolder(folder: string, options: Options): Promise<ExitCode> {
  const { verifyDataset } = await import('../../verify/verify-dataset.ts');
  const { workers, seconds, megabytes } = options;
  const report = await withProgress('rows', (progress) =>
    verifyDataset(folder, { workers, seconds, megabytes, progress }),
  );
  await (options.json ? writeJson(report) : writeOut(inWords(report, folder)));
  return report.faults.length === 0 ? EXIT.done : EXIT.no;
}

function inWords({ rows, ok, claims, faults }: VerifyReport, folder: string): string {
  const lines = faults.slice(0, SHOWN).map(({ file, line, id, field, message }) => {
    const place = line === null ? file : `${file}:${line}`;
    return `${place}: ${id === null ? '' : `${id}: `}${field}: ${message}`;
  });
  if (faults.length > SHOWN) lines.push(`… and ${faults.length - SHOWN} more`);
  const verdict = faults.length === 0 ? 'all faithful and complete' : `${rows - ok} at fault`;
  lines.push(`${folder}: ${rows} rows with ${claims} claims, run again and read: ${verdict}`);
  return lines.join('\n') + '\n';
}
