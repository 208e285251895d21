// The story of a run held against CPython: every name bound, every round begun, every condition and every returned
// value, in order, as a rewritten program logs them itself (`logged.py`). The checker judges texts by the story, so the
// story must not be judged by us alone.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueOf, generateExercise } from '../../corpus/generate.ts';
import { print, printExpr } from '../../grammar/index.ts';
import { execute, compileProgram } from '../../src/pipeline/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { HINTS } from '../../verbalizer/steps/hint.ts';
import { storyOf, type Story } from '../../verbalizer/index.ts';
import { runPython } from '../support/python.ts';

/** Rows that the log keeps of one run. */
const LIMIT = 4000;
const EXERCISES = 150;

type Row = (string | number | boolean)[];

/** The log has assignments to plain names alone. */
function areNames(pairs: readonly string[]): boolean {
  return pairs.every((name, i) => i % 2 === 1 || /^\w+$/.test(name));
}

function rowsOf(story: Story): Row[] {
  const rows: Row[] = [];
  for (const { kind, facts, line, hints } of story.steps) {
    if (rows.length === LIMIT) break;
    const chain = facts['chain'] as readonly string[] | undefined;
    if (kind === 'bind' && /^\w+$/.test(facts['target'] as string))
      rows.push(['bind', line, facts['target'] as string, chain!.at(-1)!]);
    else if (kind === 'unpack' && areNames(facts['pairs'] as readonly string[]))
      rows.push(['bind', line, ...(facts['pairs'] as readonly string[])]);
    else if (kind === 'round') rows.push(['round', line, ...(facts['pairs'] as readonly string[])]);
    else if (kind === 'test' && (hints & HINTS.choice) === 0)
      rows.push(['test', line, facts['truth'] === '1']);
    else if (kind === 'return' && (hints & HINTS.implicit) === 0) rows.push(['return', line, chain!.at(-1)!]);
  }
  return rows;
}

/** What abbreviations and displayed instances make incomparable is compared by its beginning. */
function same(ours: Row, theirs: Row): boolean {
  return (
    ours.length === theirs.length &&
    ours.every((cell, i) => cell === theirs[i] || abbreviates(cell, theirs[i]))
  );
}

function abbreviates(ours: unknown, theirs: unknown): boolean {
  if (typeof ours !== 'string' || typeof theirs !== 'string') return false;
  // instances without a repr of their own
  if (/^[[({]*<__main__\./.test(theirs)) return true;
  const [head] = ours.split(/\.\.\. \d+ more|\(\w+=/);
  return head!.length < ours.length && theirs.startsWith(head!.replace(/^str\(|^int\(/, '').slice(0, 8));
}

it('tells what CPython does, in order', () => {
  const catalogue = catalogueOf({ levels: [1, 10], families: [] });
  const programs = Array.from({ length: EXERCISES }, (_, index) => {
    const { module, call, family } = generateExercise(2026, index, catalogue);
    return { family, code: print(module), call: printExpr(call) };
  });
  const script = readFileSync(new URL('logged.py', import.meta.url), 'utf8');
  const logs = JSON.parse(
    runPython(script, JSON.stringify(programs.map(({ code, call }) => [code, call]))),
  ) as (Row[] | null)[];
  programs.forEach(({ family, code, call }, i) => {
    const log = logs[i];
    if (log === null || log === undefined) return;
    const compiled = compileProgram({ name: family, source: code, call, input: '' });
    const { result } = execute(compiled, { limits: DEFAULT_LIMITS, traced: true });
    const rows = rowsOf(storyOf(result.trace!));
    const at = log.findIndex((row, r) => rows[r] === undefined || !same(rows[r], row));
    if (at >= 0)
      expect(rows.slice(at, at + 3), `${family} >>> ${call}\n${code}\nrow ${at}`).toEqual(
        log.slice(at, at + 3),
      );
  });
});
