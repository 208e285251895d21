// The law of the second tier (see `tier-law.ts`) over random programs, those of the tests and those of the benchmark.
// `npm run hunt:tier` goes on with more.
import { expect, test } from 'vitest';
import { WORKLOADS, compileWorkload } from '../../bench/engine/workloads.ts';
import { Draw } from '../../corpus/draw.ts';
import { type Program, runProgram } from '../../interpreter/index.ts';
import { generateProgram } from '../fuzz/program.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { compile } from '../support/compile.ts';
import { tightProgram } from './tight-programs.ts';
import { difference, differenceUnderLimits } from './tier-law.ts';

const TIER = { leg: 20, hot: 1, longLeg: 1 << 30, nesting: 64, patience: 8 };

test('tight loops and functions', () => {
  for (let i = 0; i < 25; i++) {
    const draw = Draw.of('tier', i);
    const text = tightProgram(draw.split('text'));
    expect(differenceUnderLimits(draw, compile(text)), text).toBe(null);
  }
});

test('programs of all kinds', () => {
  for (let i = 0; i < 8; i++) {
    const { code, call } = generateProgram(7, i);
    expect(differenceUnderLimits(Draw.of('tier kinds', i), compile(code, call)), code).toBe(null);
  }
});

test('a small program at every cut of the fuel', () => {
  const draw = Draw.of('tier cuts', 1);
  const text = tightProgram(draw.split('text'));
  const program = compile(text);
  const steps = Math.min(300, runProgram(program, { limits: { fuel: 300 }, tier: 'base' }).steps);
  const tier = { ...TIER, leg: 0 };
  for (let fuel = 0; fuel <= steps + 1; fuel++) expect(difference(program, tier, { fuel }), text).toBe(null);
});

test('what is remembered from another run costs as much as what is not', () => {
  const searching = (text: string): Program => compile(`import re\nprint(re.findall('1.', '${text}' * 5))\n`);
  const [one, other] = [searching('12 monkeys'), searching('1984')];
  const fuels = Array.from({ length: 150 }, (_, fuel) => fuel);
  const cold = fuels.map((fuel) => {
    runProgram(other);
    return runProgram(one, { limits: { fuel } }).outcome.kind;
  });
  const warm = fuels.map((fuel) => runProgram(one, { limits: { fuel } }).outcome.kind);
  expect(new Set(cold)).toEqual(new Set(['limit', 'returned']));
  expect(warm).toEqual(cold);
});

test('what all runs share is the same in each of them', () => {
  const text =
    'import typing\nfrom typing import List\n' +
    'def f(x: List[int]): return [List, typing.Dict, x]\nfor i in range(9): y = f([i])\nprint(y)\n';
  const hashes = [true, 'hash', true, 'hash'] as const;
  const program = compile(text);
  expect(new Set(hashes.map((trace) => runProgram(program, { trace }).trace!.hash)).size).toBe(1);
  expect(difference(program, TIER, {})).toBe(null);
});

test('the programs of the tests and of the benchmark', () => {
  for (const { text } of annotatedPrograms()) expect(difference(compile(text), TIER, {})).toBe(null);
  for (const workload of WORKLOADS) {
    const { program } = compileWorkload({ ...workload, size: 8 });
    expect(difference(program, TIER, {}), workload.name).toBe(null);
  }
});
