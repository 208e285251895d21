// The checker holds for questions, in every style: whatever is changed in their reasoning, so that it says something
// else, is found. The kinds of change are those of `npm run faithfulness`, which does the same in the large.
import { describe, expect, it } from 'vitest';
import { targetOf } from '../../bench/faithfulness/ways.ts';
import { taskNames } from '../../src/tasks/index.ts';
import { isTellable } from '../../src/tasks/tellable.ts';
import { check, explain, styleNames } from '../../verbalizer/index.ts';
import { Chooser } from '../../verbalizer/text/random.ts';
import { exercises, question, type Asked } from './asked.ts';

/** Corruptions of each kind for each text. */
const TIMES = Number(process.env['LOCKSTEP_SEEDS'] ?? 1);
/** Characters of a text at most, in turn: longer ones are folded, so that folds are corrupted too. */
const BUDGETS = [1500, 700];
/** Texts of each task: as many as to have two in every style. */
const TEXTS = 12 * TIMES;

/** What each task's reasoning concludes, wrong. */
const CONCLUSIONS: Partial<Record<string, readonly string[]>> = {
  count: ['a wrong count'],
  difference: ['a difference at another line', 'a wrong value in the second program'],
  exception: ['an exception at another line'],
  fill: ['a wrong filling', 'another filling supposed'],
  input: ['a wrong input', 'another result wanted'],
  'next-line': ['a wrong line to go on with'],
  state: ['a wrong state'],
};

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
    const styles = styleNames.filter((style) => isTellable(name, style));
    let other = 'x becomes 3. The loop ends.';
    for (const [i, { label, posed }] of texts(name).entries()) {
      const style = styles[i % styles.length]!;
      const budget = BUDGETS[i % BUDGETS.length]!;
      const told = explain(posed.story, { style, seed: i, budget, count: (text) => text.length });
      const target = targetOf(style, posed.story, told, { other, otherStyle: other });
      for (const [kind, corrupt] of target.kinds)
        for (let n = 0; n < TIMES; n++) {
          const changed = corrupt(new Chooser(i * 64 + n));
          if (changed === null || changed === told.text) continue;
          const verdict = check(changed, posed.story, style);
          if (!verdict.faithful || !verdict.complete) caught.set(kind, (caught.get(kind) ?? 0) + 1);
          else if (!target.leftTrue(changed))
            misses.push(`${kind}: ${label}, ${style}\n--- before\n${told.text}\n--- after\n${changed}`);
        }
      other = told.text;
    }
    expect(misses.slice(0, 2).join('\n=====\n'), `${misses.length} missed`).toBe('');
    expect([...caught.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
    for (const kind of ['no conclusion', 'a value off by one', 'a step dropped', ...CONCLUSIONS[name]!])
      expect(caught.get(kind), kind).toBeGreaterThan(0);
  });
});
