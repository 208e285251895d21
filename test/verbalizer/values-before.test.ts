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
