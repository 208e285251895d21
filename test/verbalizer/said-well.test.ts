// Sentences that a reader once stumbled over stay away, in every prose style, whichever wording is drawn; what is said
// instead reads back.
import { describe, expect, it } from 'vitest';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { explain, readerFor, storyOf, STYLES, type ProseName, type Story } from '../../verbalizer/index.ts';
import { judgeText } from '../../verbalizer/check.ts';

const SEEDS = 24;

function story(source: string, call: string): Story {
  const { result } = execute(compileProgram({ name: 'said', source, call, input: '' }), {
    limits: DEFAULT_LIMITS,
    traced: true,
  });
  return storyOf(result.trace!);
}

/** All that is said of a run, under many seeds; each text is read back and held against the run. */
function told(source: string, call: string, budget?: number): string[] {
  const run = story(source, call);
  return (Object.keys(STYLES) as ProseName[]).flatMap((style) =>
    Array.from({ length: SEEDS }, (_, seed) => {
      const short = budget === undefined ? {} : { budget, count: (text: string) => text.length };
      const { text } = explain(run, { style, seed, ...short });
      const verdict = judgeText(text, readerFor(style), run);
      expect(verdict.faithful && verdict.complete, text).toBe(true);
      return text;
    }),
  );
}

const joined = (texts: readonly string[]): string => texts.join('\n');

describe('a while loop', () => {
  const source = `def f(n, queue, word, go):
    while n:
        n -= 1
    while queue:
        queue.pop()
    while word:
        word = word[1:]
    while go:
        go = not go
    while n < 1 and queue == []:
        n += 1
    while n and go != True:
        n -= 1
    while not n:
        n += 1
`;
  const text = joined(told(source, "f(2, [1], 'a', True)"));
  it('goes on while something is so', () => {
    expect(text).not.toMatch(/(while|as long as) (n|queue|word|go)[.,;]/i);
    expect(text).not.toMatch(/(while|as long as) n and go != True[.,;]/i);
  });
  it('goes on while a condition holds, as it is written', () => {
    expect(text).toMatch(/while n < 1 and queue == \[\]\./);
    expect(text).toMatch(/while not n\./);
  });
  it('says what kind of value decides', () => {
    expect(text).toMatch(/while queue is not empty/);
    expect(text).toMatch(/while n is not zero/);
    expect(text).toMatch(/while go is true/);
  });
});

it('two operands hold where they are sentences, and count as true where they are values', () => {
  const source = `def f(a, b, n):
    if a and not b:
        n += 1
    if a and b:
        n += 1
    if n > 0 and a != b:
        n += 1
    return n
`;
  const text = joined(told(source, "f('x', '', 0)"));
  expect(text).not.toMatch(
    /(is true|holds),? and not '' (as well|too|does)|so does not|holds but '' does not/,
  );
  expect(text).toMatch(/(1 > 0|n > 0) (is true|holds)/);
});

it('the first rounds of a loop are not told as further ones', () => {
  const source = `def f(n):
    total = 0
    for i in range(n):
        total += i * i
    return total
`;
  const text = joined([...told(source, 'f(60)', 200), ...told(source, 'f(60)', 150)]);
  expect(text).toMatch(/60 rounds follow, from i = 0 to i = 59/i);
  expect(text).not.toMatch(/first (9|60) rounds/i);
  expect(text).not.toMatch(/(another|more) (\d+ )?rounds?,?( from)? i = 0/i);
});

it('what a denial denies is not denied once more', () => {
  const source = `def f(stock, item, n):
    if item not in stock or stock[item] < n:
        n = 0
    return n
`;
  const text = joined(told(source, "f({'pen': 3}, 'pen', 2)"));
  expect(text).not.toMatch(/neither .* not in/i);
  expect(text).toMatch(/'pen' in {'pen': 3} holds, and 3 < 2 does not/);
});

it('a filter that is a value counts as true, and does not hold', () => {
  const source = `def f(words):
    return [w.upper() for w in words if w], [w for w in words if w]
`;
  for (const words of ["['a', '', 'b']", "['', '']"]) {
    const text = joined(told(source, `f(${words})`));
    expect(text).not.toMatch(/\bw holds|does w hold/);
    expect(text).toMatch(/counts? as true/);
  }
});

it('what is kept as it is is not told twice', () => {
  const source = `def f(pairs):
    return [(k, v) for k, v in pairs if k < v], {k: v for k, v in pairs}
`;
  expect(joined(told(source, 'f([(1, 3), (2, 1), (4, 5)])'))).not.toMatch(/giv(e|es|ing) \(1, 3\)/);
});
