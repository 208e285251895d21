// `npm run line-traces`: the executed lines of every program of a file, with the variables at
// each, held against `sys.settrace` of live CPython. Prints each difference and the share that agrees.
import { command, files, rowsOf, wholeNumber } from '../../scripts/command-line.js';
import type { ProgramRow } from '../../src/import/program-row.ts';
import { Oracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';

const program = command(
  'line-traces',
  'Holds the executed lines of every program of a file, with the variables at each, against `sys.settrace` of live ' +
    'CPython; prints each difference and the share that agrees.',
  'programs.jsonl --lines 500',
)
  .argument('<FILES...>', 'programs, rows {id, code, call, stdin} of JSON', files)
  .option('--lines <N>', 'of each program', wholeNumber, 20_000)
  .option('--only <ID>', 'one program')
  .parse();
const { lines, only } = program.opts<{ lines: number; only?: string }>();
const oracle = new Oracle();
let failed = false;
for (const file of program.args) failed = !(await compareFile(file)) || failed;
oracle.close();
process.exitCode = failed ? 1 : 0;

async function compareFile(file: string): Promise<boolean> {
  const rows = (rowsOf(program, file) as ProgramRow[]).filter(({ id }) => only === undefined || id === only);
  const counts = { compared: 0, equal: 0, refused: 0, late: 0, cut: 0, lines: 0 };
  const refusals = new Map<string, number>();
  for (const { id, code, call, stdin } of rows) {
    const question = { code, call: call ?? null, stdin: stdin ?? '', lines };
    const ours = ownAnswer(question);
    if ('refused' in ours) {
      counts.refused++;
      refusals.set(ours.refused, (refusals.get(ours.refused) ?? 0) + 1);
      continue;
    }
    const theirs = await oracle.ask({ ...question, seconds: 60 });
    if (theirs.late === true) {
      counts.late++;
      continue;
    }
    counts.compared++;
    counts.lines += ours.lines.length;
    if (ours.lines.length >= question.lines) counts.cut++;
    const differs = difference(ours, theirs);
    if (differs === null) counts.equal++;
    else console.log(`${id}: ${differs}`);
  }
  for (const [refused, n] of [...refusals].sort((a, b) => b[1] - a[1]))
    console.log(`  refused ${n}: ${refused}`);
  const share = ((100 * counts.equal) / Math.max(1, counts.compared)).toFixed(2);
  console.log(
    `${file}: ${rows.length} programs, ${counts.refused} refused, ${counts.late} too slow under CPython, ${counts.compared} compared, ` +
      `${counts.lines} lines (${counts.cut} programs only in their first ${lines}): ${counts.equal} equal, ${share} %`,
  );
  return counts.equal === counts.compared;
}
