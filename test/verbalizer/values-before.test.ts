// What a name was before is said as it was, whoever changed it: functions by `global` and `nonlocal`, a walrus in a
// comprehension, a definition, a handler, an import, a deletion.
import { expect, it } from 'vitest';
import { check, explain, storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

const PROGRAM = `c = 1
def f():
    k = 1
    def g():
        nonlocal k
        k = 5
    g()
    k = 2
    return k
def h():
    global c
    c = 7
f()
h()
c = 9
for i in range(3):
    c += 1
    h()
c = 4
y = 1
zs = [y := n for n in range(3)]
y = 6
d = 1
def d():
    pass
d = 2
e = 3
try:
    1 / 0
except ZeroDivisionError as e:
    pass
e = 4
math = 1
import math
math = 2
p = 1
del p
p = 8
w = 1
def gen():
    global w
    for n in range(3):
        w = n * 10
        yield n
for n in gen():
    w = n
`;

it('is not said again when a constant is the same, and is when something was done to it', () => {
  const story = storyOf(
    run(
      `for i in range(3):
    table = {'a': 1, 'b': 2, 'c': 3}
    short = [0]
    seen = ['x', 'y', 'z', 'w', 'v']
    seen.append(i)
`,
      { trace: true },
    ).trace!,
  );
  for (const style of ['narrative', 'concise'] as const) {
    const { text } = explain(story, { style, seed: 1 });
    expect(text.split("{'a': 1, 'b': 2, 'c': 3}").length - 1, text).toBeLessThan(3);
    expect(text).toMatch(/table (is set to the same value )?again|table to the same value again/);
    expect(text).not.toMatch(/(seen|short) (is set to the same|to the same|again)/);
    expect(check(text, story, style)).toMatchObject({ faithful: true, complete: true });
    const wrong = text.replace(/table (is set to the same value again|again the same)/, 'short $1');
    if (wrong !== text) expect(check(wrong, story, style).faithful).toBe(false);
  }
});

it('is never what it was earlier', () => {
  const story = storyOf(run(PROGRAM, { trace: true }).trace!);
  const binds = story.steps
    .filter(({ kind }) => kind === 'bind')
    .map(({ facts, line }) => ({ line, ...facts }));
  const old = (line: number): unknown[] =>
    binds.filter((bind) => bind.line === line).map((bind) => (bind as { old?: string }).old ?? null);
  // each is what it really was, or not said
  expect(old(8)).toEqual([null]);
  expect(old(15)).toEqual([null]);
  expect(old(17)).toEqual(['9', '7', '7']);
  expect(old(19)).toEqual([null]);
  for (const line of [22, 26, 32, 35, 38]) expect(old(line), `line ${line}`).toEqual([null]);
  for (const was of old(46)) expect([null]).toContain(was);
  for (const style of ['narrative', 'concise'] as const) {
    const { text } = explain(story, { style, seed: 1 });
    expect(text).not.toMatch(/c (starts|begins)[^.]* 7\b/);
    expect(check(text, story, style)).toMatchObject({ faithful: true, complete: true });
  }
});
