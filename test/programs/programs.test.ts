// Whole programs, held against what CPython prints and the order in which it runs their lines: live where python3 is,
// against the answers recorded in the programs otherwise.
import { beforeAll, describe, expect, test } from 'vitest';
import type { NodeKind } from '../../grammar/ast.ts';
import { NODE_KINDS, parse, Source, walk } from '../../grammar/index.ts';
import { OP_NAMES } from '../../interpreter/opcodes.ts';
import type { Trace } from '../../interpreter/trace/index.ts';
import { extentOf } from '../../src/views/extent.ts';
import { lineRows } from '../../src/views/line-view.ts';
import { run } from '../support/compile.ts';
import { hasPython, PYTHON } from '../support/python.ts';
import { annotatedPrograms, type Answer, askPythonAbout, digest, withoutTrailing } from './annotated.ts';

/** How a program goes here. */
function ourAnswer(text: string): Answer {
  const { outcome, output, trace } = run(text, { trace: true });
  const ending =
    outcome.kind === 'returned'
      ? ''
      : outcome.kind === 'raised'
        ? `! ${outcome.type}: ${outcome.message}\n`
        : `! ${JSON.stringify(outcome)}\n`;
  if (trace === null) throw new Error('not traced');
  const lines = [...lineRows(trace)].filter(({ kind }) => kind === 'line').map(({ line }) => line);
  expect(extentOf(trace).lines).toBe(lines.length);
  return { output: output + ending, lines };
}

const programs = annotatedPrograms();
let theirs: Answer[] | null = null;

beforeAll(() => {
  if (hasPython) theirs = askPythonAbout(programs);
  const source = hasPython ? `live CPython ${PYTHON}` : 'recorded answers, python3.11 is not here';
  console.log(`test/programs: ${programs.length} programs against ${source}`);
});

describe('whole programs', () => {
  test('on a machine of CI, CPython 3.11 is there', () => {
    if (process.env.CI === 'true') expect(hasPython, `python3 is ${PYTHON ?? 'missing'}`).toBe(true);
  });

  test.each(programs)('$name', ({ name, text, recorded }) => {
    if (recorded === null) throw new Error(`${name} has no answers: run test/programs/record.ts`);
    const ours = ourAnswer(text);
    const live = theirs?.[programs.findIndex((program) => program.name === name)];
    if (live !== undefined) {
      expect(ours.output).toBe(live.output);
      expect(ours.lines).toEqual(live.lines);
    }
    expect(withoutTrailing(ours.output)).toBe(withoutTrailing(recorded.output));
    expect(digest(ours.lines)).toBe(recorded.lines);
  });

  test('all node kinds are met, and all instructions are run', () => {
    const kinds = new Set<NodeKind>();
    const ops = new Set<number>();
    for (const { text } of programs) {
      const { module } = parse(new Source(text));
      if (module !== null) walk(module, ({ kind }) => void kinds.add(kind));
      const { trace } = run(text, { trace: true });
      for (const { pcs } of trace?.chunks ?? [])
        for (const pc of pcs) ops.add((trace as Trace).program.code[pc] & 255);
    }
    expect(NODE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(OP_NAMES.filter((_, op) => !ops.has(op))).toEqual([]);
  });
});
