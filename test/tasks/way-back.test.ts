// Long ways back: rounds of loops told as one in prose, in reverse order, and held to what the run did.
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { ask, TracedRun } from '../../src/tasks/index.ts';
import { check, explain, type Story } from '../../verbalizer/index.ts';

const count = await loadTokenCounter();

function wayBackOf(source: string, call: string): Story {
  const program = compileProgram({ name: 'p', source, call, input: '' });
  const run = new TracedRun(execute(program, { limits: DEFAULT_LIMITS, traced: true }), DEFAULT_LIMITS);
  return ask(run, ['input'], { seed: 1, id: 'p' }, ['narrative']).story;
}

const PROGRAMS = {
  'a for loop': [
    `def f(n):
    total = 0
    for i in range(n):
        if i % 3 == 0:
            total += i
    return total`,
    'f(200)',
    /before that, the loop on line 3 had made \d+ more rounds|\d+ more rounds of line 3|the \d+ rounds of line 3/i,
  ],
  'a while loop': [
    `def f(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps`,
    'f(27)',
    /rounds.*line 3|line 3.*rounds/,
  ],
  'a loop that is left by return, in a loop': [
    `def f(rows, wanted):
    seen = 0
    for row in rows:
        for cell in row:
            seen += 1
            if cell == wanted:
                return seen
    return -seen`,
    'f([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [11, 12, 13, 14, 15, 16, 17, 18, 19, 20], [21, 22, 23, 24, 25, 26, 27, 28, 29, 30]], 27)',
    /rounds/,
  ],
  'objects that change': [
    `def f(words):
    counts = {}
    order = []
    for word in words:
        if word not in counts:
            order.append(word)
        counts[word] = counts.get(word, 0) + 1
    return order`,
    `f(['a', 'b', 'a', 'c', 'b', 'a', 'd', 'a', 'b', 'c', 'e', 'a', 'b', 'a', 'c', 'b', 'a', 'd', 'a', 'b', 'c', 'e'])`,
    /rounds/,
  ],
  'a loop in a function that is called in a loop': [
    `def digits(n):
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total
def f(low, high):
    best = low
    for n in range(low, high):
        if digits(n) > digits(best):
            best = n
    return best`,
    'f(15, 90)',
    /rounds/,
  ],
} as const;

describe.each(Object.entries(PROGRAMS))('%s', (_name, [source, call, fold]) => {
  const story = wayBackOf(source, call);

  it('is folded into the budget, and every number of a fold is held to the run', () => {
    for (const style of ['narrative', 'concise'] as const)
      for (let seed = 0; seed < 4; seed++) {
        const { text, claims, fits } = explain(story, { style, seed, budget: 500, count });
        expect(fits, text).toBe(true);
        expect(check(text, story, style)).toMatchObject({ faithful: true, complete: true });
        const folds = claims.filter(({ claim }) => claim.kind === 'backFold');
        expect(folds.length, text).toBeGreaterThan(0);
        expect(text).toMatch(fold);
        for (const { span } of folds) {
          const said = text.slice(...span);
          for (const number of said.matchAll(/\d+/g)) {
            const wrong =
              said.slice(0, number.index) +
              (Number(number[0]) + 1) +
              said.slice(number.index + number[0].length);
            const whole = text.slice(0, span[0]) + wrong + text.slice(span[1]);
            expect(check(whole, story, style).faithful, whole).toBe(false);
          }
          for (const part of said.matchAll(
            /, (?:from|taking|leading to) .*?(?=, (?:from|taking|leading to) |$)/g,
          )) {
            const whole = text.slice(0, span[0]) + said.replace(part[0], '') + text.slice(span[1]);
            expect(check(whole, story, style), whole).not.toMatchObject({ faithful: true, complete: true });
          }
        }
      }
  });

  it('is told step by step where there is room', () => {
    const { text, claims } = explain(story, { style: 'narrative', seed: 1 });
    expect(claims.some(({ claim }) => claim.kind === 'backFold')).toBe(false);
    expect(check(text, story, 'narrative')).toMatchObject({ faithful: true, complete: true });
  });
});

it('a note of a new name behind what a comprehension took is of its own step', () => {
  const story = wayBackOf(
    `def half(a):
    return a // 2
def f(n):
    while True:
        last = [half(x) for x in [n, n + 1]]
        if last[0] < 3:
            return last
        n = last[0]`,
    'f(20)',
  );
  const { text } = explain(story, { style: 'inline', seed: 1 });
  expect(text).toMatch(/; \(\d+\) for x in \[\d+\]; \(\d+\) last → /);
  expect(check(text, story, 'inline'), text).toMatchObject({ faithful: true, complete: true });
});
