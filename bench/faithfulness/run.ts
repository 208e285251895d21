// Prints the proof of the checker: a table of style × kind of corruption × caught, every miss, every false alarm.
// Usage: npm run faithfulness -- [--count 100000] [--seed 1] [--programs FILE.jsonl] [--shown 12]
import { parseArgs } from 'node:util';
import { prove, type Proof } from './prove.ts';
import { generatedRuns, runsOfFile } from './subjects.ts';

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(3)} %`;
}

/** The place where two texts part, with something around it. */
function parting(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const from = Math.max(0, at - 80);
  return `  before: …${before.slice(from, at + 120)}…\n  after:  …${after.slice(from, at + 120)}…`;
}

function report({ tallies, misses, alarms, texts, corruptions }: Proof, shown: number): void {
  const rows = [...tallies].flatMap(([style, kinds]) =>
    [...kinds].map(([kind, { tried, caught, leftTrue }]) => ({
      style,
      corruption: kind,
      tried,
      caught,
      share: percent(caught, tried),
      'left true': leftTrue,
    })),
  );
  console.table(rows);
  for (const { style, kind, program, before, after } of misses.slice(0, shown))
    console.log(`\nMISS (${style}, ${kind})\n${program}\n${parting(before, after)}`);
  for (const { style, text, why } of alarms.slice(0, shown))
    console.log(`\nFALSE ALARM (${style}): ${why}\n${text}`);
  const tried = rows.reduce((sum, row) => sum + row.tried, 0);
  const caught = tried - misses.length;
  console.log(
    `\n${corruptions} corruptions of ${texts} texts: ${tried} made them false or incomplete, ${caught} caught ` +
      `(${percent(caught, tried)}), ${misses.length} missed; ${alarms.length} false alarms on untouched texts`,
  );
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    programs: { type: 'string' },
    shown: { type: 'string', default: '12' },
  },
});
const runs = values.programs === undefined ? generatedRuns(Number(values.seed)) : runsOfFile(values.programs);
const proof = prove(runs, Number(values.count));
report(proof, Number(values.shown));
process.exitCode = proof.misses.length + proof.alarms.length === 0 ? 0 : 1;
