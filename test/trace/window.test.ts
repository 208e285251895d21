// The law of windows: the events of a window, and all that a cursor tells of them, are those of the same stretch of the
// whole trace, identities included, wherever it begins and ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runProgram, runWindow, type Program } from '../../interpreter/index.ts';
import { Cursor, type Trace } from '../../interpreter/trace/index.ts';
import { instructionRows, lineRows, type LineRow } from '../../src/views/index.ts';
import { annotatedPrograms } from '../programs/annotated.ts';
import { generateProgram } from '../fuzz/program.ts';
import { compile } from '../support/compile.ts';
import { cursorStates, type State } from './state.ts';

/** A run with its rows, of which windows are compared with the slices. */
interface Whole {
  readonly program: Program;
  readonly trace: Trace;
  readonly instructions: readonly object[];
  readonly lines: readonly LineRow[];
}

/** Every construct, and whatever the fuzzer thinks of. */
const texts = [
  ...annotatedPrograms().map(({ text }) => ({ code: text, call: null })),
  ...Array.from({ length: 20 }, (_, index) => generateProgram(7, index)),
];

const wholes: readonly Whole[] = texts.map(({ code, call }) => {
  const program = compile(code, call);
  const trace = runProgram(program, { trace: true }).trace!;
  return { program, trace, instructions: [...instructionRows(trace)], lines: [...lineRows(trace)] };
});

const stateAt = (cursor: Cursor): State => cursorStates()(cursor);

/** The state of the whole run's cursor, of objects only those that the window's cursor has. */
function expectSameState(ours: Cursor, whole: Cursor): void {
  const { heap, ...here } = stateAt(ours);
  const { heap: all, ...there } = stateAt(whole);
  expect(here).toEqual(there);
  expect([...heap]).toEqual([...heap.keys()].map((id) => [id, all.get(id)]));
}

/**
 * Line rows of a window, what it tells otherwise by its nature taken from the whole run's: the first row of a frame that
 * began before has all variables, and what was printed before the window is in no row.
 */
function adjusted(rows: readonly LineRow[], slice: readonly LineRow[]): LineRow[] {
  const met = new Set<number>();
  return rows.map((row, i) => {
    const whole = slice[i];
    const begins = row.kind === 'call' || met.has(row.frame);
    met.add(row.frame);
    if (whole === undefined) return row;
    if (i === 0 && whole.printed.endsWith(row.printed)) row = { ...row, printed: whole.printed };
    if (begins) return row;
    const wrong = Object.entries(whole.changed).filter(
      ([name, text]) => (row.changed[name] ?? null) !== text,
    );
    return { ...row, changed: wrong.length === 0 ? whole.changed : row.changed };
  });
}

describe('a window', () => {
  test('has the events, rows and states of the whole run', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(wholes.length - 1), place, fc.nat(120), (which, share, size) => {
        const { program, trace, instructions, lines } = wholes[which]!;
        const from = Math.floor(share * trace.length);
        const to = Math.min(from + size, trace.length);
        const window = runWindow(program, { from, to }).trace;
        expect(window.keyframe?.event).toBe(from);
        expect(window.length).toBe(to);
        if (to === trace.length) expect(window.hash).toBe(trace.hash);
        expect([...instructionRows(window)]).toEqual(instructions.slice(from, to));
        const slice = lines.filter(({ event }) => event >= from && event < to);
        expect(adjusted([...lineRows(window)], slice)).toEqual(slice);
        const ours = new Cursor(window);
        const other = new Cursor(trace);
        other.seek(from);
        expectSameState(ours, other);
        other.seek(to);
        ours.seek(to);
        expectSameState(ours, other);
        ours.seek(from);
        other.seek(from);
        expectSameState(ours, other);
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });
});
