// `npm run fuzz:mutants`: the programs of files, changed in a few places, held against live CPython: output, result,
// exception and executed lines with all variables.
import { Draw } from '../../corpus/draw.ts';
import { parse, Source } from '../../grammar/index.ts';
import { command, files, rowsOf, seconds, wholeNumber } from '../../scripts/command-line.js';
import type { ProgramRow } from '../../src/import/program-row.ts';
import { Oracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';
import { hasPython, oracleName } from '../support/python.ts';
import { mutant } from './mutate.ts';

const program = command(
  'fuzz:mutants',
  'Changes the programs of files in a few places and holds them against live CPython: output, result, exception, and ' +
    'executed lines with all variables.',
  'programs.jsonl --seconds 60',
)
  .argument('<FILES...>', 'programs, rows {id, code, call, stdin} of JSON', files)
  .option('--seconds <N>', 'how long', seconds, 60)
  .option('--seed <N>', 'of the changes', wholeNumber, 1)
  .option('--lines <N>', 'of each program', wholeNumber, 300)
  .option('--most <N>', 'differences told', wholeNumber, 20)
  .parse();
const values = program.opts<{ seconds: number; seed: number; lines: number; most: number }>();

if (!hasPython) {
  console.error(`the mutants need python3.11; there are only ${oracleName}`);
  process.exit(2);
}

const FUEL = 300_000;
const rows = program.args.flatMap((file) => rowsOf(program, file) as ProgramRow[]);
const oracle = new Oracle();
const refusals = new Map<string, number>();
const counts = {
  unread: 0,
  unwritten: 0,
  mutants: 0,
  refused: 0,
  late: 0,
  compared: 0,
  raised: 0,
  differ: 0,
};
const until = Date.now() + values.seconds * 1000;
for (let round = 0; Date.now() < until; round++) {
  const draw = Draw.of('mutants', values.seed, round);
  const row = draw.pick(rows);
  const { module } = parse(new Source(row.code, row.id));
  if (module === null) {
    counts.unread++;
    continue;
  }
  const code = mutant(module, draw, draw.int(1, 3));
  if (code === null) {
    counts.unwritten++;
    continue;
  }
  counts.mutants++;
  await hold(row, code, round);
}
oracle.close();

async function hold({ id, call = null, stdin }: ProgramRow, code: string, round: number): Promise<void> {
  const question = { code, call, stdin: stdin ?? '', lines: values.lines };
  const ours = own(question);
  if (typeof ours !== 'string' && 'refused' in ours) {
    counts.refused++;
    refusals.set(ours.refused, (refusals.get(ours.refused) ?? 0) + 1);
    return;
  }
  const theirs = await oracle.ask({ ...question, seconds: 5 });
  if (theirs.late === true) {
    counts.late++;
    return;
  }
  counts.compared++;
  if (theirs.error !== null) counts.raised++;
  const differs = typeof ours === 'string' ? ours : difference(ours, theirs);
  if (differs === null || ++counts.differ > values.most) return;
  console.log(`--- ${id}, seed ${values.seed}, round ${round}: ${differs}\n${code}>>> ${call ?? ''}\n`);
}

/** Ours; a fault of Lockstep itself in words. */
function own(question: Parameters<typeof ownAnswer>[0]): ReturnType<typeof ownAnswer> | string {
  try {
    return ownAnswer(question, FUEL);
  } catch (error) {
    return error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error);
  }
}

for (const [refused, n] of [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 25))
  console.log(`refused ${n}: ${refused}`);
const { unread, unwritten, mutants, refused, late, compared, raised, differ } = counts;
console.log(
  `seed ${values.seed}: ${mutants} mutants of ${rows.length} programs (${unread} draws of one that is no program, ${unwritten} that cannot be written), ${refused} refused, ${late} late, ${compared} compared with CPython ` +
    `(${raised} ended by an exception): ${differ} differ`,
);
process.exitCode = differ > 0 ? 1 : 0;
