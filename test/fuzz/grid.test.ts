// Nested compound statements, left in every way: lines and variables are as under CPython. A part of the grid; the whole
// is `npx tsx test/fuzz/grid-run.ts`.
import { expect, test } from 'vitest';
import { askOracle } from '../support/oracle.ts';
import { difference, ownAnswer } from '../support/own-answer.ts';
import { type Cell, grid, gridProgram } from './grid.ts';

const LINES = 20_000;
const TOGETHER = 24;

function* sample(depth: number, step: number): Generator<Cell> {
  let i = 0;
  for (const cell of grid(depth)) if (i++ % step === 0) yield cell;
}

test('statements nested and left in every way go line by line as under CPython', () => {
  const cells = [...sample(1, 1), ...sample(2, 61), ...sample(3, 3999)];
  const programs: string[] = [];
  for (let i = 0; i < cells.length; i += TOGETHER) programs.push(gridProgram(cells.slice(i, i + TOGETHER)));
  const questions = programs.map((code) => ({ code, call: null, lines: LINES }));
  const theirs = askOracle(questions);
  const wrong = questions.flatMap((question, i) => {
    const ours = ownAnswer(question);
    const differs = 'refused' in ours ? `refused: ${ours.refused}` : difference(ours, theirs[i]!);
    return differs === null ? [] : [`${differs}\n${question.code}`];
  });
  expect(wrong).toEqual([]);
});
