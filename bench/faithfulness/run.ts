// Prints the proof of the checker: a table of style × kind of corruption × caught, every miss, every false alarm.
import { command, file, rowsOf, wholeNumber } from '../../scripts/command-line.js';
import { prove, type Proof } from './prove.ts';
import { generatedRuns, runsOfRows } from './subjects.ts';

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

const program = command(
  'faithfulness',
  'Corrupts true texts of every style and task, and prints what of it the checker finds out, and every miss.',
  '--count 2000',
)
  .option('--count <N>', 'corruptions', wholeNumber, 100_000)
  .option('--seed <N>', 'of the generated programs', wholeNumber, 1)
  .option('--programs <FILE>', 'rows {code, call} of JSON instead of generated programs', file)
  .option('--shown <N>', 'misses and false alarms that are printed', wholeNumber, 12)
  .parse();
const options = program.opts<{ count: number; seed: number; programs?: string; shown: number }>();
const runs =
  options.programs === undefined
    ? generatedRuns(options.seed)
    : runsOfRows(rowsOf(program, options.programs));
const proof = prove(runs, options.count);
report(proof, options.shown);
process.exitCode = proof.misses.length + proof.alarms.length === 0 ? 0 : 1;
