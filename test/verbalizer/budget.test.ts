// Long runs of every shape fit a budget, and what they are folded to is faithful and complete: nested loops, recursion,
// generators, mutual recursion, comprehensions, long output, deep exceptions. An impossible budget is said to be one.
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../interpreter/index.ts';
import { compileProgram, execute } from '../../src/pipeline/index.ts';
import { loadTokenCounter } from '../../src/pipeline/tokens.ts';
import { foldCall } from '../../verbalizer/fold/fold.ts';
import { shorten } from '../../verbalizer/text/shorten.ts';
import { endsOf, joinEnds } from '../../verbalizer/steps/long-texts.ts';
import { outlineOf } from '../../verbalizer/fold/outline.ts';
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
  'loops without a test': [
    `def f(n):
    total = 0
    for i in range(n):
        while True:
            total += i
            i -= 1
            if i < 0:
                break
    return total`,
    'f(40)',
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

PROGRAMS['calls that change what others see'] = [
  `count = 0
memo = {}
def add(xs, v):
    xs.append(v)
def bump(n):
    global count
    count += n
def fact(n):
    if n not in memo:
        memo[n] = 1 if n < 2 else n * fact(n - 1)
    return memo[n]
class Acc:
    def __init__(self):
        self.items = []
    def put(self, x):
        if x % 50 == 3:
            raise ValueError(x)
        self.items.append(x)
def main(n):
    data = []
    acc = Acc()
    k = 0
    def inner():
        nonlocal k
        k += 1
        data.append(k)
    for i in range(n):
        add(data, i)
        bump(i)
        try:
            acc.put(i)
        except ValueError:
            inner()
    return fact(30) + len(data)`,
  'main(200)',
];
PROGRAMS['a long module'] = [
  Array.from({ length: 120 }, (_, i) => `v${i % 6} = [${i}, ${i} + 1]\nprint(v${i % 6}[0])`).join('\n'),
  null,
];

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

it('says what a folded call changes in its arguments, in the module and around it', () => {
  const story = storyOfProgram(...PROGRAMS['calls that change what others see']!);
  const outline = outlineOf(story);
  const first = (func: string): Readonly<Record<string, unknown>> =>
    foldCall(
      outline,
      story.calls.find((call) => story.steps[call.step]!.facts['func'] === func)!,
    ).step.facts;
  expect(first('add')['leaves']).toEqual(['xs', '[0]']);
  expect(first('Acc.__init__')['leaves']).toEqual(['self', 'Acc(items=[])']);
  expect(first('inner')['leaves']).toEqual(['data', '[0, 1, 2, 3, 1]', 'k', '1']);
  const bumps = story.calls.filter((call) => story.steps[call.step]!.facts['func'] === 'bump');
  expect(bumps[1]!.leaves).toEqual(['count', '1']);
  expect(bumps[0]!.leaves).toEqual(['count', '0']);
});

it('refuses a folded call or stretch of rounds whose changes are not said', () => {
  const story = storyOfProgram(
    `def add(xs, v):
    xs.append(v)
def f(n):
    data = []
    for i in range(n):
        add(data, i)
    return data`,
    'f(4)',
  );
  const tell = (rest: string): string =>
    `Enter f with n = 4. Start data = []. First 4 rounds, i = 0 to i = 3${rest}. f gives data = [0, 1, 2, 3].`;
  const said = check(tell(', giving data = [0, 1, 2, 3]'), story, 'concise');
  expect(said.violations).toEqual([]);
  expect(check(tell(''), story, 'concise').faithful).toBe(false);
  expect(check(tell(', giving data = [0, 1, 3, 2]'), story, 'concise').faithful).toBe(false);
});

it('keeps what it shortens whole, and its count', () => {
  expect(shorten('[1, 2]', 10)).toBe('[1, 2]');
  expect(shorten('[10, 20, 30, 40, 50, 60]', 20)).toBe('[10, 20, ... 3 more ..., 60]');
  expect(shorten("['a, b', 'c', ... 70 more ..., ']', 'e']", 20)).toBe("['a, b', 'c', ... 71 more ..., 'e']");
  expect(shorten("{'k': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}", 30)).toBe("{'k': [1, 2, ... 8 more ..., 11]}");
  expect(shorten('deque([1, 2, 3, 4, 5, 6, 7, 8])', 20)).toBe('deque([1, 2, ... 5 more ..., 8])');
  expect(shorten('Acc(items=[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])', 20)).toBe(
    'Acc(items=[1, 2, ... 9 more ..., 12])',
  );
});

it('tells a string grown over many rounds without looking at it as a whole', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(
    `def f(n):
    s = 'Ж'
    i = 0
    while i < n:
        s += chr(97 + i % 26)
        i += 1
    return len(s)`,
    'f(40000)',
  );
  const before = process.memoryUsage().rss;
  const { text, fits } = explain(story, { style: 'narrative', seed: 1, budget: 2000, count });
  expect(fits).toBe(true);
  expect(text).toContain('39821 more');
  expect(check(text, story, 'narrative')).toMatchObject({ faithful: true, complete: true });
  // every look would copy a rope, and all of them together take 1.6 GB
  expect(process.memoryUsage().rss - before).toBeLessThan(8e8);
}, 30_000);

it.each(['', 'ab', 'é😀'.repeat(300), 'x'.repeat(120) + '😀'.repeat(61)])(
  'joins the ends of texts',
  (text) => {
    const points = [...text];
    for (const at of [0, 1, 59, 60, 61, 119, 120, 121, points.length]) {
      const [left, right] = [points.slice(0, at).join(''), points.slice(at).join('')];
      expect(joinEnds(endsOf(left), endsOf(right))).toEqual(endsOf(text));
    }
  },
);

it('shows objects that hold one another, and ranges, as they are', () => {
  const story = storyOfProgram(
    `class Node:
    def __init__(self):
        self.next = None
def f():
    a = Node()
    b = Node()
    a.next = b
    b.next = a
    r = range(0, 100)
    return a.next.next is a and len(r) > 3`,
    'f()',
  );
  const facts = JSON.stringify(story.steps.map((step) => step.facts));
  expect(facts).toContain('range(0, 100)');
  expect(facts).toContain('Node(next=Node(next=');
});

it('tells rounds that ask the same and do nothing as one, whatever room there is', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(
    `def find(xs, t):
    for i in range(len(xs)):
        if xs[i] == t:
            return i
    return -1`,
    'find(list(range(400)), 390)',
  );
  for (const style of ['narrative', 'concise'] as const) {
    const { text } = explain(story, { style, seed: 1, budget: 2000, count });
    expect(check(text, story, style)).toMatchObject({ faithful: true, complete: true });
    expect(count(text), text).toBeLessThan(200);
    expect(text).toMatch(/i = 2 to i = 388\b.*xs\[i\] == t (being )?false each time/);
    expect(text).toMatch(/i = 390\b.*390/);
    for (const [before, after] of [
      ['false each time', 'true each time'],
      ['xs[i] == t being', 'xs[i] != t being'],
      ['xs[i] == t false', 'xs[t] == i false'],
      ['to i = 388', 'to i = 389'],
    ] as const)
      if (text.includes(before))
        expect(check(text.replace(before, after), story, style).faithful).toBe(false);
  }
});

it('counts the elements that rounds set, and says a few', async () => {
  const count = await loadTokenCounter();
  const story = storyOfProgram(
    'def f(n):\n    xs = [0] * n\n    d = {}\n    for i in range(n):\n        xs[i] = i * i\n        d[i] = -i\n    return d[7]',
    'f(5000)',
  );
  for (const style of ['narrative', 'concise'] as const) {
    const { text, fits } = explain(story, { style, seed: 1, budget: 400, count });
    expect(fits).toBe(true);
    expect(check(text, story, style)).toMatchObject({ faithful: true, complete: true });
    const [, first, last] = /i = (\d+) to i = (\d+)/.exec(text)!;
    const set = String(Number(last) - Number(first) + 1);
    expect(text).toContain(`\`count of elements set in xs\` = ${set}`);
    expect(text).toContain(`xs[${last}] = ${Number(last) ** 2}`);
    const wrong = text.replace(`in xs\` = ${set}`, `in xs\` = ${Number(set) + 1}`);
    expect(check(wrong, story, style).faithful).toBe(false);
  }
});

describe('a deep recursion', () => {
  const RECURSIONS: Record<string, readonly [source: string, call: string, base: RegExp]> = {
    linear: [
      'def fact(n):\n    if n == 0:\n        return 1\n    return n * fact(n - 1)',
      'fact(500)',
      /n = 0\b.*fact\b.* 1\b/,
    ],
    'over a list': [
      'def total(xs):\n    if not xs:\n        return 0\n    return xs[0] + total(xs[1:])',
      'total(list(range(300)))',
      /xs = \[\]/,
    ],
    tree: ['def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)', 'fib(15)', /n = 1\b/],
    twice: [
      'def hanoi(n, a, b, c):\n    if n == 0:\n        return 0\n    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)',
      "hanoi(9, 'A', 'B', 'C')",
      /n = 0, a =/,
    ],
    mutual: [
      'def even(n):\n    return True if n == 0 else odd(n - 1)\ndef odd(n):\n    return False if n == 0 else even(n - 1)',
      'even(301)',
      /n = 0\b/,
    ],
    'in a loop, with changes': [
      `def place(path, used, n, out):
    if len(path) == n:
        out.append(path[:])
        return
    for i in range(n):
        if i not in used:
            path.append(i)
            used.add(i)
            place(path, used, n, out)
            used.remove(i)
            path.pop()
def f(n):
    out = []
    place([], set(), n, out)
    return len(out)`,
      'f(5)',
      /path = \[0, 1, 2, 3, 4\]/,
    ],
    'left by an exception, caught on the way': [
      `def down(n):
    if n == 0:
        raise ValueError('bottom')
    if n == 150:
        try:
            return down(n - 1)
        except ValueError:
            return 0
    return down(n - 1) + 1`,
      'down(300)',
      /ValueError/,
    ],
  };

  it('begins the way back where a call is next', async () => {
    const count = await loadTokenCounter();
    const source = `def catalan(n):
    if n == 0:
        return 1
    return sum(catalan(i) * catalan(n - 1 - i) for i in range(n))`;
    const story = storyOfProgram(source, 'catalan(4)');
    for (let seed = 0; seed < 10; seed++) {
      const { text, claims } = explain(story, { style: 'narrative', seed, budget: 500, count });
      expect(claims.map(({ claim }) => claim.kind)).toContain('ascent');
      expect(check(text, story, 'narrative'), text).toMatchObject({ faithful: true, complete: true });
    }
  });

  it.each(Object.entries(RECURSIONS))(
    'shows how it goes down, its base case and the way back: %s',
    async (_, row) => {
      const [source, call, base] = row;
      const count = await loadTokenCounter();
      const story = storyOfProgram(source, call);
      for (const style of ['narrative', 'concise'] as const)
        for (const budget of [2000, 1000]) {
          const { text, claims, fits } = explain(story, { style, seed: budget, budget, count });
          const { violations, unverified, missing } = check(text, story, style);
          expect({ violations, unverified, missing }, text).toEqual({
            violations: [],
            unverified: [],
            missing: [],
          });
          expect(fits).toBe(true);
          expect(text).toMatch(base);
          const kinds = claims.map(({ claim }) => claim.kind);
          expect(kinds, text).toContain('descent');
          expect(kinds.indexOf('descent')).toBeLessThan(kinds.lastIndexOf('ascent'));
        }
    },
  );

  it('is held to its numbers', () => {
    const story = storyOfProgram(
      'def f(n):\n    if n == 0:\n        return 1\n    return n * f(n - 1)',
      'f(9)',
    );
    const down = 'f 7 levels deeper, n = 8 to n = 2, n == 0 false each time';
    const up = 'f 7 levels back up, n = 2 giving 2 to n = 8 giving 40320';
    const told = explain(story, {
      style: 'concise',
      seed: 1,
      budget: 80,
      count: (text) => text.length / 4,
    }).text;
    expect(check(told, story, 'concise')).toMatchObject({ faithful: true, complete: true });
    expect(told).toContain(down);
    expect(told).toContain(up);
    for (const [before, after] of [
      ['7 levels deeper', '6 levels deeper'],
      ['7 levels deeper', '8 levels deeper'],
      ['n = 8 to n = 2', 'n = 8 to n = 1'],
      ['n = 8 to n = 2', 'n = 7 to n = 2'],
      ['n == 0 false each', 'n == 0 true each'],
      ['n == 0 false each', 'n == 1 false each'],
      [', n == 0 false each time', ''],
      ['7 levels back up', '6 levels back up'],
      ['7 levels back up', '8 levels back up'],
      ['giving 2 to', 'giving 1 to'],
      ['giving 40320', 'giving 40321'],
      ['n = 2 giving', 'n = 3 giving'],
      ['to n = 8 giving', 'to n = 9 giving'],
      [up, 'f is left'],
      [` ${down}.`, ''],
    ] as const) {
      expect(told).toContain(before);
      const { faithful, complete } = check(told.replace(before, after), story, 'concise');
      expect(faithful && complete, `${before} → ${after}`).toBe(false);
    }
  });
});
