// Long runs of every shape fit a budget, and what they are folded to is faithful and complete: nested loops, recursion,
// generators, mutual recursion, comprehensions, long output, deep exceptions. An impossible budget is said to be one.
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { check, explain, storyOf, type Story } from '../../verbalizer/index.ts';

const PROGRAMS: Record<string, [string, string | null]> = {
  'nested loops': [
    `def f(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if (i * j) % 97 == 96:
                total += 1000
            else:
                total += i ^ j
    return total`,
    'f(60)',
  ],
  recursion: ['def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)', 'fib(16)'],
  'mutual recursion under while': [
    `def even(n):
    if n == 0:
        return True
    return odd(n - 1)
def odd(n):
    if n == 0:
        return False
    return even(n - 1)
def f(n):
    count = i = 0
    while i < n:
        if even(i % 40):
            count += 1
        i += 1
    return count`,
    'f(150)',
  ],
  generators: [
    `def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i
def f(n):
    it = evens(n)
    total = next(it) + sum(evens(n))
    for x in it:
        if x > n // 2:
            break
        total += x
    return total + sum(it) + len(dict(zip(evens(n), evens(n))))`,
    'f(2000)',
  ],
  comprehensions: [
    `def g(x):
    return x * x % 7
def f(n):
    xs = [g(i) for i in range(n)]
    out = []
    [out.append(g(i) + g(i + 1)) for i in range(n)]
    return sum(sorted(xs, key=lambda v: -v)) + len({i: g(i) for i in range(n)}) + len(out)`,
    'f(700)',
  ],
  'a long string and a rare branch': [
    `def f(s):
    out = ''
    for c in s:
        if c == 'z':
            print('z at', len(out))
        out += c
    return len(out)`,
    "f('ab' * 1500 + 'z' + 'ab' * 1500)",
  ],
  'long output': ['for i in range(4000):\n    print(i, i * i)', null],
  'a deep exception': [
    `def down(n):
    if n == 0:
        raise ValueError('bottom')
    return down(n - 1) + 1`,
    'down(400)',
  ],
  'exceptions in rounds': [
    `def f(n):
    bad = 0
    for i in range(n):
        try:
            if i % 500 == 499:
                raise KeyError(i)
        except KeyError as e:
            bad += 1
    return bad`,
    'f(3000)',
  ],
};

function storyOfProgram(source: string, call: string | null): Story {
  const { result } = execute(compileProgram({ name: 'p', source, call, input: '' }), {
    limits: DEFAULT_LIMITS,
    traced: true,
  });
  return storyOf(result.trace!);
}

describe.each(Object.entries(PROGRAMS))('%s', (_, [source, call]) => {
  it('fits, and is faithful and complete', async () => {
    const count = await loadTokenCounter();
    const story = storyOfProgram(source, call);
    for (const style of ['narrative', 'concise'] as const)
      for (const budget of [2000, 600, 200]) {
        const { text, fits } = explain(story, { style, seed: budget, budget, count });
        const { violations, unverified, missing } = check(text, story, style);
        expect({ violations, unverified, missing }, text).toEqual({
          violations: [],
          unverified: [],
          missing: [],
        });
        expect(fits, `${budget}: ${text}`).toBe(true);
        expect(count(text)).toBeLessThanOrEqual(budget);
      }
  });
});

it('fills most of the budget when there is more to tell', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(...PROGRAMS['nested loops']!);
  const { text } = explain(story, { style: 'narrative', seed: 1, budget: 2000, count });
  expect(count(text)).toBeGreaterThan(1500);
});

it('tells the exceptional round before the common ones', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(...PROGRAMS['a long string and a rare branch']!);
  const { text } = explain(story, { style: 'narrative', seed: 1, budget: 600, count });
  expect(text).toContain("'z at 3000'");
});

it('says when a budget is impossible, and tells as little as it can', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(...PROGRAMS['recursion']!);
  const { text, fits } = explain(story, { style: 'concise', seed: 1, budget: 5, count });
  expect(fits).toBe(false);
  expect(count(text)).toBeLessThan(40);
  expect(check(text, story, 'concise')).toMatchObject({ faithful: true, complete: true });
});
