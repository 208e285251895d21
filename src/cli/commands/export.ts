// `lockstep export`: a dataset in the shape that a trainer or a benchmark wants.
import type { Command } from 'commander';
import { BadInput } from '../../bad-input.ts';
import { HOMES, type Format, type Home } from '../../export/format.ts';
import { FORMATS } from '../../export/index.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { parseChoice, parseShare } from '../options.ts';
import { writeJson, writeOut } from '../output.ts';
import { withProgress } from '../progress.ts';
import type { Act, Verb } from '../verb.ts';

interface Options {
  readonly to: string;
  readonly out: string;
  readonly reasoningStyle?: Home;
  readonly mistakes?: number;
  readonly force: boolean;
  readonly json: boolean;
}

/** A model that has seen no false step has nothing to tell apart. */
const MISTAKES = 0.5;

export const exportVerb: Verb = {
  name: 'export',
  summary: 'write a dataset in the shape that a trainer or a benchmark wants',
  examples: [
    { line: 'lockstep export out/mine --to messages --out out/sft', about: 'chats for supervised training' },
    {
      line: 'lockstep export out/mine --to messages --reasoning-style reasoning_content --out out/rc',
      about: 'the reasoning in a field of its own',
    },
    {
      line: 'lockstep export out/mine --to trl-stepwise --mistakes 0.3 --out out/prm',
      about: 'steps with labels; three rows in ten end in a step proven false',
    },
  ],
  declare(command: Command, act: Act): void {
    command
      .argument('<DIR>', 'a dataset that generate or import made')
      .requiredOption(
        '-t, --to <FORMAT>',
        'the format, see below',
        parseChoice(FORMATS.map(({ name }) => name)),
      )
      .requiredOption('-o, --out <DIR2>', 'the folder for the files; made when it does not exist')
      .option(
        '--reasoning-style <S>',
        `where the reasoning goes: ${HOMES.join(', ')} (default: think-tag)`,
        parseChoice(HOMES),
      )
      .option(
        '--mistakes <SHARE>',
        `share of rows that end in a step proven false, 0 to 1 (trl-stepwise; default: ${MISTAKES})`,
        parseShare,
      )
      .option('--force', 'write into a folder that is not empty', false);
    command.addHelpText('after', `\nFormats:\n${FORMATS.map(inHelp).join('\n')}`);
    command.action(act(exportFolder));
  },
};

function inHelp({ name, summary, consumer }: Format): string {
  return `  ${name.padEnd(18)} ${summary} (${consumer})`;
}

async function exportFolder(folder: string, options: Options): Promise<ExitCode> {
  const { exportDataset } = await import('../../export/export-dataset.ts');
  const format = FORMATS.find(({ name }) => name === options.to)!;
  const home = homeOf(format, options.reasoningStyle);
  const mistakes = mistakesOf(format, options.mistakes);
  const report = await withProgress('rows', (progress) =>
    exportDataset(folder, format, options.out, { home, mistakes, force: options.force, progress }),
  );
  if (options.json) await writeJson(report);
  else {
    const files = report.files.map(({ file, rows }) => `${options.out}/${file}: ${rows} rows\n`);
    if (report.mistaken !== null) files.push(`${report.mistaken} rows end in a step proven false\n`);
    await writeOut([...files, ...report.extras.map((name) => `${options.out}/${name}\n`)].join(''));
  }
  return EXIT.done;
}

function mistakesOf({ name, mistaken }: Format, asked: number | undefined): number {
  if (asked === undefined || mistaken !== undefined) return asked ?? MISTAKES;
  throw new BadInput('usage', `--mistakes: the format ${name} labels no steps`, 'leave the option out');
}

function homeOf({ name, homes }: Format, asked: Home | undefined): Home {
  if (asked === undefined) return homes[0] ?? 'think-tag';
  if (homes.includes(asked)) return asked;
  const why = homes.length === 0 ? 'carries no reasoning' : `has only ${homes.join(', ')}`;
  throw new BadInput(
    'usage',
    `--reasoning-style ${asked}: the format ${name} ${why}`,
    'leave the option out',
  );
}
