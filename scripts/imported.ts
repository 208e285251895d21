// `npm run imported`: imports files of real programs, verifies the rows, and writes docs/imported.md:
// what became of each file, and every program that gave no row, by reason. Runs the built program, as a user does.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { command, files, needsBuild } from './command-line.js';
import { statusNames, type ImportReport, type ReportedRow } from '../src/import/status.ts';

/** What became of one file. */
interface Imported {
  readonly file: string;
  readonly report: ImportReport;
  readonly claims: number;
  readonly faithful: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the verb printed as JSON; its exit code says only whether all was well. */
function lockstep<T>(...words: string[]): T {
  const argv = [join(root, 'dist/lockstep.js'), ...words, '--json'];
  try {
    const out = execFileSync(process.execPath, argv, {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(out) as T;
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined || stdout === '') throw error;
    return JSON.parse(stdout) as T;
  }
}

function importFile(path: string): Imported {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-imported-'));
  try {
    const report = lockstep<ImportReport>('import', path, '--out', join(folder, 'rows'), '--workers', '2');
    const { ok, rows, claims } = lockstep<{ ok: number; rows: number; claims: number }>(
      'verify',
      join(folder, 'rows'),
    );
    return { file: basename(path), report, claims, faithful: ok === rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A cell of a table: one line, no bars. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function place({ span }: ReportedRow): string {
  return span === null ? '' : `${span.line}:${span.column + 1}`;
}

function table(imported: readonly Imported[]): string[] {
  const seen = statusNames.filter((status) => imported.some(({ report }) => report[status] > 0));
  const names = [...new Set(['ok', 'mismatched', ...seen] as typeof statusNames)];
  return [
    `| file | programs | ${names.join(' | ')} | claims | every row faithful |`,
    `| --- | --: | ${names.map(() => '--:').join(' | ')} | --: | --- |`,
    ...imported.map(
      ({ file, report, claims, faithful }) =>
        `| \`${file}\` | ${report.total} | ${names.map((name) => report[name]).join(' | ')} | ${claims.toLocaleString('en-US')} | ${faithful ? 'yes' : '**no**'} |`,
    ),
  ];
}

function refusals(imported: readonly Imported[]): string[] {
  const rows = imported
    .flatMap(({ file, report }) => report.rows.map((row) => ({ file, row })))
    .sort((a, b) => (a.row.reason < b.row.reason ? -1 : a.row.reason > b.row.reason ? 1 : 0));
  if (rows.length === 0) return ['Every program gave a row.'];
  return [
    '| reason | program | at | what |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ row }) =>
        `| \`${row.reason}\` | ${row.id ?? `line ${row.line}`} | ${place(row)} | ${cell(row.message)} |`,
    ),
  ];
}

const program = command(
  'imported',
  'Imports files of real programs with the built program, verifies the rows, and writes docs/imported.md: what became ' +
    'of each file, and every program that gave no row, by reason.',
  'cruxeval.jsonl humaneval.jsonl',
)
  .argument('<FILES...>', 'programs, as `lockstep import` reads them', files)
  .parse();
needsBuild(program);
const imported = program.args.map(importFile);
const page = [
  '# Real programs, imported',
  '',
  '<!-- Made by `npm run imported -- PROGRAMS.jsonl…`; the files of programs are not part of this repository. -->',
  '',
  'Programs of CRUXEval, HumanEval, MBPP and the set of CodeI/O, each with the answer of CPython 3.11.7 to a call. *ok* means that our',
  'answer is the same and that the checker found every sentence of the reasoning true of the run; *mismatched*, that our answer',
  'differs. `lockstep verify` then ran every row again.',
  '',
  ...table(imported),
  '',
  '## Programs without a row',
  '',
  'Each is refused by name; none gives a wrong answer. The codes are those of [diagnostics.md](diagnostics.md).',
  '',
  ...refusals(imported),
  '',
].join('\n');
writeFileSync(join(root, 'docs/imported.md'), page);
process.stdout.write(page);
