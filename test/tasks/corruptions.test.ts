// The checker holds for questions: whatever is changed in their reasoning, so that it says something else, is found.
// The kinds of change are those of `npm run faithfulness`, and some that only questions have.
import { describe, expect, it } from 'vitest';
import { CORRUPTIONS, type Corruption } from '../../bench/faithfulness/corruptions.ts';
import { taskNames } from '../../src/tasks/index.ts';
import { check, explain, readerFor } from '../../verbalizer/index.ts';
import type { Clause } from '../../verbalizer/read/read.ts';
import type { RenderedClaim } from '../../verbalizer/render.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { exercises, question, type Asked } from './asked.ts';

/** Corruptions of each kind for each text. */
const TIMES = Number(process.env['LOCKSTEP_SEEDS'] ?? 1);
/** Characters of a text at most: longer ones are folded, so that folds are corrupted too. */
const BUDGET = 1500;
/** Texts of each task. */
const TEXTS = 10 * TIMES;

function changeMatch(
  text: string,
  pattern: RegExp,
  chooser: Chooser,
  change: (found: string) => string,
): string | null {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  const { 0: was, index } = chooser.pick(found);
  return text.slice(0, index) + change(was) + text.slice(index + was.length);
}

/** What can go wrong in a question's reasoning alone. */
const OF_QUESTIONS: Record<string, Corruption> = {
  'a visit miscounted': ({ text }, chooser) =>
    changeMatch(text, /\b\d+(?:st|nd|rd|th)\b/g, chooser, (nth) => ordinal(parseInt(nth, 10) + 1)),
  'a visit in the wrong words': ({ text }, chooser) =>
    changeMatch(text, /\b\d+(?:st|nd|rd|th)\b/g, chooser, (nth) =>
      nth.replace(/st$|nd$|rd$/, 'th').replace(/^(\d*[4-9])th$/, '$1st'),
    ),
  'another line': ({ text }, chooser) =>
    changeMatch(text, /(?<=\bline )\d+/g, chooser, (line) =>
      String(Number(line) + 1 + Math.floor(chooser.next() * 3)),
    ),
  'no conclusion': ({ text, claims }) => text.slice(0, claims.at(-1)!.span[0]).trimEnd(),
  'nothing but the conclusion': ({ text, claims }) =>
    claims.length < 2
      ? null
      : text.slice(claims.at(-1)!.span[0]).replace(/^./, (first) => first.toUpperCase()),
  'a conclusion drawn too early': ({ text, claims }) => {
    const last = claims.at(-1)!;
    const conclusion = text.slice(...last.span).replace(/^./, (first) => first.toUpperCase());
    return claims.length < 4 ? null : `${conclusion}. ${text.slice(0, last.span[0]).trimEnd()}`;
  },
  'all of it backwards': ({ text }) => {
    const sentences = text.trim().split(/(?<=\.)\s+/);
    return sentences.length < 4 ? null : sentences.reverse().join(' ');
  },
};

function ordinal(n: number): string {
  const last = n % 100 >= 11 && n % 100 <= 13 ? 0 : n % 10;
  return `${n}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** Claims that tell of no essential step. */
const OPTIONAL = new Set(['loop', 'effect', 'done', 'result', 'escape', 'value', 'each', 'resume']);

/** What a text says, in any order: the checker has found every clause true at its place. */
function said(clauses: readonly Clause[]): string[] {
  return clauses
    .filter(({ readings }) => !readings.every(({ kind }) => OPTIONAL.has(kind)))
    .map(({ readings }) => JSON.stringify(readings))
    .sort();
}

function texts(task: (typeof taskNames)[number]): Asked[] {
  const found: Asked[] = [];
  for (let turn = 0; turn < 3 && found.length < TEXTS; turn++)
    for (const { label, run } of exercises(turn, turn + taskNames.indexOf(task))) {
      const posed = found.length < TEXTS ? question(run, task, turn) : null;
      if (posed !== null) found.push({ label, run, posed });
    }
  return found;
}

describe.each(taskNames.filter((name) => name !== 'output'))('reasoning of the task %s', (name) => {
  it('is found out when it is corrupted', () => {
    const misses: string[] = [];
    const caught = new Map<string, number>();
    let other = 'x becomes 3. The loop ends.';
    const reader = readerFor('narrative');
    for (const [i, { label, posed }] of texts(name).entries()) {
      const { text, claims } = explain(posed.story, {
        style: 'narrative',
        seed: i,
        ...(i % 2 === 0 ? {} : { budget: BUDGET, count: (t: string) => t.length }),
      });
      const placed = claims.map(({ claim }) => claim as RenderedClaim);
      const original = said(reader.read(text).clauses);
      for (const [kind, corrupt] of Object.entries({ ...CORRUPTIONS, ...OF_QUESTIONS }))
        for (let n = 0; n < 2 * TIMES; n++) {
          const changed = corrupt({ text, claims: placed, other }, new Chooser(i * 64 + n));
          if (changed === null || changed === text) continue;
          const verdict = check(changed, posed.story, 'narrative');
          if (!verdict.faithful || !verdict.complete) caught.set(kind, (caught.get(kind) ?? 0) + 1);
          else if (JSON.stringify(said(reader.read(changed).clauses)) !== JSON.stringify(original))
            misses.push(`${kind}: ${label}\n--- before\n${text}\n--- after\n${changed}`);
        }
      other = text;
    }
    expect(misses.slice(0, 2).join('\n=====\n'), `${misses.length} missed`).toBe('');
    expect([...caught.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
    for (const kind of ['no conclusion', 'a value off by one', 'a step dropped'])
      expect(caught.get(kind), kind).toBeGreaterThan(0);
  });
});
