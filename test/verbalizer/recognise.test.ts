// Which line styles a text is in is told by its form: a long beginning of code of which there is nothing to tell is
// inline text all the same, and prose is in none of them.
import { expect, it } from 'vitest';
import { check, explain, storyOf } from '../../verbalizer/index.ts';
import { recognise } from '../../verbalizer/read/recognise.ts';
import { run } from '../support/compile.ts';

const unused = Array.from({ length: 30 }, (_, i) => `def unused_${i}(x):\n    return x + ${i}\n`).join('');
const trace = run(`${unused}y = 1\ny = y + 1\nprint(y)\n`, { trace: true }).trace!;
const story = storyOf(trace);

it('knows inline text that begins with much silent code', () => {
  const { text } = explain(story, { style: 'inline', seed: 1 });
  expect(recognise(text, trace.program)).toEqual(['inline']);
  const { faithful, complete } = check(text, story);
  expect([faithful, complete]).toEqual([true, true]);
});

it('takes prose for none of them', () => {
  for (const style of ['narrative', 'concise'] as const)
    expect(recognise(explain(story, { style, seed: 1 }).text, trace.program)).toEqual([]);
});

it('finds code without comments incomplete', () => {
  expect(check(`${unused}y = 1\ny = y + 1\nprint(y)`, story).complete).toBe(false);
});
