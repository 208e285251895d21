// `npm run line-traces -- FILE.jsonl [--lines N]`: the executed lines of every program of a file, with the variables at
// each, held against `sys.settrace` of live CPython. Prints each difference and the share that agrees.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Oracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly call?: string | null;
  readonly stdin?: string | null;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string', default: '20000' }, only: { type: 'string' } },
});
const oracle = new Oracle();
let failed = false;
for (const file of positionals) failed = !(await compareFile(file)) || failed;
oracle.close();
process.exitCode = failed ? 1 : 0;

async function compareFile(file: string): Promise<boolean> {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ id }) => values.only === undefined || id === values.only);
  const counts = { compared: 0, equal: 0, refused: 0, late: 0, cut: 0, lines: 0 };
  const refusals = new Map<string, number>();
  for (const { id, code, call, stdin } of rows) {
    const question = { code, call: call ?? null, stdin: stdin ?? '', lines: Number(values.lines) };
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
      `${counts.lines} lines (${counts.cut} programs only in their first ${values.lines}): ${counts.equal} equal, ${share} %`,
  );
  return counts.equal === counts.compared;
}
