// The whole grid of nested statements, held against live CPython. Prints what differs.
import { command, wholeNumber } from '../../scripts/command-line.js';
import { Oracle, type Question } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';
import { type Cell, grid, gridProgram } from './grid.ts';

const { depth, every, from, most } = command(
  'grid-run',
  'Holds functions of nested statements, left in every way, against live CPython, line by line.',
  '--depth 2 --every 5',
)
  .option('--depth <N>', 'statements nested', wholeNumber, 2)
  .option('--every <N>', 'tries one of so many', wholeNumber, 1)
  .option('--from <N>', 'the first to try', wholeNumber, 0)
  .option('--most <N>', 'shows so many that differ', wholeNumber, 5)
  .parse()
  .opts<{ depth: number; every: number; from: number; most: number }>();

const TOGETHER = 24;
const FUEL = 20_000;
const LINES = 20_000;
const oracle = new Oracle();
const counts = { compared: 0, differ: 0, refused: 0 };

/** Many at once; one by one when they differ. */
async function hold(cells: readonly Cell[]): Promise<void> {
  const question: Question = { code: gridProgram(cells), call: null, lines: LINES };
  const ours = ownAnswer(question, FUEL * cells.length);
  const told = 'refused' in ours ? ours.refused : difference(ours, await oracle.ask(question));
  if (told === null) counts.compared += cells.length;
  else if (cells.length > 1) for (const cell of cells) await hold([cell]);
  else if ('refused' in ours) counts.refused++;
  else {
    counts.compared++;
    if (counts.differ++ < most) console.log(`--- ${told}\n${question.code}`);
  }
}

let index = 0;
let batch: Cell[] = [];
for (const cell of grid(depth)) {
  if (index++ % every !== from % every) continue;
  batch.push(cell);
  if (batch.length < TOGETHER) continue;
  await hold(batch);
  batch = [];
}
if (batch.length > 0) await hold(batch);
oracle.close();
console.log(
  `${counts.compared} functions compared with CPython, ${counts.refused} refused: ${counts.differ} differ`,
);
process.exitCode = counts.differ > 0 ? 1 : 0;
