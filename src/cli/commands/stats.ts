// `lockstep stats`: figures of a dataset, in the terminal and as a page.
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { BadInput, errorCode } from '../../bad-input.ts';
import type { LevelStats, Stats } from '../../stats/measure.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { note, writeJson, writeOut } from '../output.ts';
import { withProgress } from '../progress.ts';
import type { Act, Verb } from '../verb.ts';

interface Options {
  readonly html?: string;
  readonly json: boolean;
}

/** Features in the terminal's table; the page and `--json` have all. */
const COLUMNS = ['steps', 'lines', 'depth', 'claims', 'tokens'];

export const stats: Verb = {
  name: 'stats',
  summary: 'figures of a dataset: difficulty by level, lengths, repetition',
  examples: [
    { line: 'lockstep stats out/mine', about: 'in the terminal' },
    { line: 'lockstep stats out/mine --html stats.html', about: 'a page with plots that opens offline' },
  ],
  declare(command: Command, act: Act): void {
    command
      .argument('<DIR>', 'a dataset that generate or import made')
      .option('--html <FILE>', 'write a page with plots');
    command.action(act(showStats));
  },
};

async function showStats(folder: string, options: Options): Promise<ExitCode> {
  const { measureDataset } = await import('../../stats/measure.ts');
  const { overview, statsPage } = await import('../../stats/html.ts');
  const measured = await withProgress('rows', (progress) => measureDataset(folder, progress));
  if (options.html !== undefined) {
    const page = await statsPage(measured, basename(resolve(folder)));
    await writeFile(options.html, page).catch((error: unknown) => {
      throw new BadInput('file', `${options.html} cannot be written (${errorCode(error)})`);
    });
  }
  if (options.json) await writeJson(measured);
  else {
    const lines = overview(measured).map(([term, text]) => `${term.padEnd(12)} ${text}`);
    await writeOut([...lines, '', ...levelTable(measured)].join('\n') + '\n');
    if (options.html !== undefined) note(`${options.html} has the plots`);
  }
  return EXIT.done;
}

function levelTable({ levels }: Stats): string[] {
  const heads = ['level', 'rows', ...COLUMNS, 'answers', 'most frequent answer'];
  const table = [heads, ...levels.map(cells)];
  const widths = heads.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
  const last = heads.length - 1;
  return [
    ...table.map((row) => row.map((cell, i) => (i === last ? cell : cell.padStart(widths[i]!))).join('  ')),
    `(${COLUMNS.join(', ')}: medians)`,
  ];
}

function cells({ level, rows, features, answers, topAnswer }: LevelStats): string[] {
  const share = `${topAnswer.answer} (${(100 * topAnswer.share).toFixed(1)} %)`;
  const medians = COLUMNS.map((name) => String(features[name]?.[2] ?? '–'));
  return [level === null ? '–' : String(level), String(rows), ...medians, String(answers), share];
}
