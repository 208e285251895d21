// A change that the abbreviated text of a value does not show is told all the same: where it was made when that has a
// name, by the value told again otherwise; frames do not call such a value unchanged, folds name it.
import { expect, it } from 'vitest';
import { check, explain, storyOf, type StyleName } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

function told(source: string, style: StyleName, budget?: number): string {
  const story = storyOf(run(source, { trace: true }).trace!);
  const options = { style, seed: 1, count: (text: string) => text.length };
  const { text } = explain(story, budget === undefined ? options : { ...options, budget });
  const { violations, missing } = check(text, story, style);
  expect([violations, missing]).toEqual([[], []]);
  return text;
}

const rows = 'xs = [[0, 0, 0] for _ in range(5000)]\nxs[4000][2] = 4\nz = 1\n';
const deep = `d = {'a': {'b': [{'c': (1, [${'7, '.repeat(80)}[5, [6]]])}]}}\nd['a']['b'][0]['c'][1][-1][1].append(9)\nz = 1\n`;
const flat = 'xs = [0] * 5000\nys = [1]\nxs[2500] = 7\nys.append(2)\nz = 1\n';
const set = 's = set(range(1000))\ns.remove(500)\ns.add(5000)\nz = 1\n';

it('is told where it was made, however deep', () => {
  expect(told(rows, 'scratchpad')).toMatch(/^2: .*# xs\[4000\] = \[0, 0, 4\]$/m);
  expect(told(deep, 'scratchpad')).toMatch(/^2: .*# d\['a'\]/m);
  expect(told(rows, 'inline')).toContain('xs[4000] = [0, 0, 4]');
});

it('is told by the elements that were set, however large the container', () => {
  expect(told(flat, 'scratchpad')).toMatch(/^3: .*# xs\[2500\] = 7$/m);
  expect(told(flat, 'inline')).toContain('xs[2500] = 7');
  const swap = 'xs = list(range(5000))\nxs[3], xs[4000] = xs[4000], xs[3]\nz = 1\n';
  expect(told(swap, 'scratchpad')).toMatch(/^2: .*# xs\[3\] = 4000, xs\[4000\] = 3$/m);
  const dict = "d = {i: str(i) for i in range(5000)}\nd[2500] = 'x'\nd[5001] = 'y'\ndel d[7]\nz = 1\n";
  expect(told(dict, 'scratchpad')).toMatch(/^2: .*# d\[2500\] = 'x'$/m);
  expect(told(dict, 'scratchpad')).toMatch(/^3: .*# d\[5001\] = 'y'$/m);
  expect(told(dict, 'scratchpad')).toMatch(/^4: .*# d = \{/m);
  const mixed = 'xs = [[0] for _ in range(5000)]\nfor x in [xs[9]]:\n    xs[8] = 1; x.append(2)\nz = 1\n';
  expect(told(mixed, 'scratchpad')).toMatch(/^3: .*xs = \[/m);
});

it('is covered by the value told again where it has no name of its own', () => {
  expect(told(set, 'scratchpad')).toMatch(/^2: .*# s = /m);
  expect(told(set, 'scratchpad')).toMatch(/^3: .*# s = /m);
});

it('is not claimed of what did not change', () => {
  expect(told(flat, 'scratchpad')).toMatch(/^4: .*# ys = \[1, 2\]$/m);
  expect(told(flat, 'scratchpad')).toMatch(/^5: .*# z = 1$/m);
});

it('makes frames show the value and folds name it', () => {
  const shown = told(rows, 'frames')
    .split('\n')
    .filter((line) => line.startsWith('line 3'));
  expect(shown.join()).toContain('4994 more');
  const loop = 'xs = [0] * 5000\nfor i in range(9):\n    xs[100 + i] = i\nz = 1\n';
  expect(told(loop, 'scratchpad', 300)).toMatch(/^… \d+ rounds of lines 2-3: .*xs (\[.*\] )?→ \[0, 0/m);
});
