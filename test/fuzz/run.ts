// `npm run fuzz`: generated programs, held against live CPython: output, result, exception, and
// every executed line with all variables. A program that differs is made small and kept in `found/`, where `npm test`
// runs it from then on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, seconds, wholeNumber } from '../../scripts/command-line.js';
import { root } from '../house/sources.ts';
import { Oracle, type Question } from '../support/oracle.ts';
import { difference, ownAnswer, type Refused } from '../support/own-answer.ts';
import type { OracleAnswer } from '../support/oracle.ts';
import { hasPython, oracleName } from '../support/python.ts';
import { generateProgram } from './program.ts';
import { shrink } from './shrink.ts';

const values = command(
  'fuzz',
  'Holds generated programs against live CPython: output, result, exception, and every executed line with all ' +
    'variables. One that differs is made small and kept in test/fuzz/found.',
  '--seconds 10 --seed 7',
)
  .option('--seconds <N>', 'how long', seconds, 60)
  .option('--seed <N>', 'of the programs', wholeNumber, 1)
  .option('--from <N>', 'the first program', wholeNumber, 0)
  .option('--programs <N>', 'stops after so many programs', wholeNumber)
  .option('--most <N>', 'stops after so many failures', wholeNumber, 20)
  .option('--no-keep', 'keeps no failure in test/fuzz/found')
  .parse()
  .opts<{ seconds: number; seed: number; from: number; programs?: number; most: number; keep: boolean }>();

const FUEL = 2_000_000;
const LINES = 2000;
const SHRINK_SECONDS = 20;

if (!hasPython) {
  console.error(`the fuzzer needs python3.11; there are only ${oracleName}`);
  process.exit(2);
}

const { seed, from, programs = Infinity } = values;
const until = Date.now() + values.seconds * 1000;
const oracle = new Oracle();
const refusals = new Map<string, number>();
const counts = { programs: 0, compared: 0, raised: 0, lines: 0, refused: 0, failures: 0 };
const seen = new Set<string>();

/** How the program differs; null when it does not, or cannot be compared. */
async function failure(code: string, call: string | null, counting: boolean): Promise<string | null> {
  const question: Question = { code, call, lines: LINES };
  const ours = own(question);
  if ('refused' in ours) {
    if (counting) counts.refused++;
    if (counting) refusals.set(ours.refused, (refusals.get(ours.refused) ?? 0) + 1);
    return null;
  }
  if ('broken' in ours) return `broken\n  ${ours.broken}`;
  const theirs = await oracle.ask({ ...question, seconds: 10 });
  if (theirs.late === true) return 'late under CPython, not here';
  if (counting) {
    counts.compared++;
    counts.lines += ours.lines.length;
    if (ours.error !== null) counts.raised++;
  }
  return difference(ours, theirs);
}

/** Ours; `broken` for a fault of Lockstep itself. */
function own(question: Question): OracleAnswer | Refused | { broken: string } {
  try {
    return ownAnswer(question, FUEL);
  } catch (error) {
    return {
      broken:
        error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error),
    };
  }
}

const kindOf = (differs: string): string => differs.split('\n')[0]!.replace(/\d+/g, '');

for (let index = from; index < from + programs && Date.now() < until; index++) {
  const { code, call } = generateProgram(seed, index);
  counts.programs++;
  const differs = await failure(code, call, true);
  if (differs === null) continue;
  counts.failures++;
  const kind = kindOf(differs);
  const again = async (smaller: string): Promise<boolean> => {
    const other = await failure(smaller, call, false);
    return other !== null && kindOf(other) === kind;
  };
  const alone = (await failure(code, null, false)) !== null;
  const small = await shrink(
    code,
    alone
      ? async (smaller) => await failure(smaller, null, false).then((d) => d !== null && kindOf(d) === kind)
      : again,
    Date.now() + SHRINK_SECONDS * 1000,
  );
  const shrunkCall = alone ? null : call;
  const told = (await failure(small, shrunkCall, false)) ?? differs;
  console.log(
    `--- seed ${seed}, program ${index}: ${told}\n${small}${shrunkCall === null ? '' : `>>> ${shrunkCall}\n`}`,
  );
  if (values.keep && !seen.has(small)) keep(index, small, shrunkCall);
  seen.add(small);
  if (counts.failures >= values.most) break;
}
oracle.close();

function keep(index: number, code: string, call: string | null): void {
  const folder = join(root, 'test/fuzz/found');
  mkdirSync(folder, { recursive: true });
  const whole = call === null ? code : `${code}print(${call})\n`;
  writeFileSync(join(folder, `seed-${seed}-program-${index}.py`), whole);
}

for (const [refused, n] of [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 25))
  console.log(`refused ${n}: ${refused}`);
console.log(
  `seed ${seed}: ${counts.programs} programs, ${counts.refused} refused, ${counts.compared} compared with CPython ` +
    `(${counts.raised} ended by an exception, ${counts.lines} lines with all variables): ${counts.failures} differ`,
);
process.exitCode = counts.failures > 0 ? 1 : 0;
