// What the gate reads of texts in whatever words, by kinds of statement: for each a text that passes, and changes of it that do not.
import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../src/pipeline/evaluator.ts';
import { RunView } from '../../verbalizer/freeform/index.ts';
import { gate, gateOf } from '../../verbalizer/gate/index.ts';
import { storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

interface Kind {
  readonly code: string;
  readonly call: string;
  readonly text: string;
  /** What is changed, and to what. */
  readonly changes: readonly (readonly [from: string, to: string])[];
}

const KINDS: Readonly<Record<string, Kind>> = {
  'operators on bits': {
    code: 'def f(n):\n    n = n ^ 5\n    if n & 1:\n        return n | 8\n    return n\n',
    call: 'f(4)',
    text: 'f is called with n = 4. n becomes 4 ^ 5 = 1. 1 & 1 = 1, which counts as true, so f returns 1 | 8 = 9.',
    changes: [
      ['4 ^ 5 = 1', '4 ^ 6 = 1'],
      ['counts as true', 'counts as false'],
      ['1 & 1 = 1', '1 & 3 = 1'],
    ],
  },
  'conditions of two parts': {
    code: "def f(xs, done):\n    if len(xs) > 1 and not done:\n        return 'go'\n    return 'no'\n",
    call: 'f([1, 2], False)',
    text: "f is called with xs = [1, 2] and done = False. len(xs) > 1 holds, and so does not done, so f returns 'go'.",
    changes: [
      ['and so does not done', 'and so does done'],
      ['holds, and so does not done', 'holds but not done does not'],
      ['len(xs) > 1 holds, and so does not done', 'neither len(xs) > 1 nor not done holds'],
    ],
  },
  'a chosen value': {
    code: 'def f(s, n):\n    return s or str(n)\n',
    call: "f('', 7)",
    text: "f is called with s = '' and n = 7. f returns s or str(n) = '' or '7' = '7'.",
    changes: [
      ["'' or '7' = '7'", "'' or '8' = '7'"],
      ["= '7'.", "= ''."],
    ],
  },
  'strings with values in them': {
    code: "def f(n):\n    return f'{n}!'\n",
    call: 'f(3)',
    text: "f is called with n = 3. f returns f'{n}!' = '3!'.",
    changes: [
      ["f'{n}!' =", "f'{n}?' ="],
      ["'3!'", "'4!'"],
    ],
  },
  'phrases for code': {
    code: 'def f(xs):\n    first = xs[0]\n    total = sum(xs)\n    return max(xs)\n',
    call: 'f([4, 9])',
    text: 'f is called with xs = [4, 9]. first is set to the first element of xs, which is 4. total becomes the sum of the elements of xs, which is 13. f returns the largest element of xs, which is 9.',
    changes: [
      ['the first element of xs', 'the last element of xs'],
      ['the sum of the elements of xs, which is 13', 'the sum of the elements of xs, which is 14'],
      ['the largest element', 'the smallest element'],
    ],
  },
  'what is done with each': {
    code: 'def f(xs):\n    ys = [x * 2 for x in xs]\n    return [y for y in ys if y > 2]\n',
    call: 'f([1, 2, 5])',
    text: 'f is called with xs = [1, 2, 5]. x * 2 comes to 2, 4 and 10 for x = 1, 2 and 5, so ys is [2, 4, 10]. Out of 2, 4 and 10 the filter y > 2 keeps y = 4 and 10, so f returns [4, 10].',
    changes: [
      ['comes to 2, 4 and 10', 'comes to 2, 4 and 11'],
      ['for x = 1, 2 and 5', 'for x = 1, 2 and 6'],
      ['keeps y = 4 and 10', 'keeps y = 2 and 10'],
      ['the filter y > 2', 'the filter y > 3'],
    ],
  },
  'loops that hardly run': {
    code: 'def f(n):\n    t = 0\n    for i in range(n):\n        for j in range(i):\n            t += 1\n    return t\n',
    call: 'f(2)',
    text: 'f is called with n = 2. t is 0. For i = 0, range(i) = range(0, 0) has nothing to loop over. For i = 1, j takes only the value 0. With j = 0, t becomes 0 + 1 = 1. f returns 1.',
    changes: [
      ['range(0, 0) has', 'range(0, 1) has'],
      ['only the value 0', 'only the value 1'],
      ['For i = 1, j takes only the value 0', 'For i = 1, range(i) = range(0, 1) has nothing to loop over'],
    ],
  },
  'what is taken out and put in': {
    code: 'def f(xs):\n    a = xs.pop()\n    xs.insert(0, a)\n    return xs\n',
    call: 'f([1, 2, 3])',
    text: 'f is called with xs = [1, 2, 3]. Popping takes 3 out of xs, leaving [1, 2], and a becomes xs.pop() = 3. 3 is inserted into xs at index 0, giving [3, 1, 2]. f returns [3, 1, 2].',
    changes: [
      ['Popping takes 3', 'Popping takes 2'],
      ['xs.pop() = 3', 'xs.pop() = 2'],
      ['at index 0', 'at index 1'],
      ['leaving [1, 2]', 'leaving [2, 3]'],
    ],
  },
  'the first of its kind': {
    code: 'def f(xs):\n    xs.remove(1)\n    return xs\n',
    call: 'f([1, 2, 1])',
    text: 'f is called with xs = [1, 2, 1]. The first 1 is taken out of xs, which leaves [2, 1]. f returns [2, 1].',
    changes: [
      ['The first 1', 'The last 1'],
      ['The first 1', 'The first 2'],
    ],
  },
  'arguments that stay': {
    code: 'def g(xs, i):\n    return xs[i]\n\ndef f(xs):\n    return [g(xs, 0), g(xs, 1), g([7, 7], 1)]\n',
    call: 'f([5, 6])',
    text: 'f is called with xs = [5, 6]. g is called with xs = [5, 6] and i = 0. g returns xs[0] = 5. g is called with i = 1 and the same xs. g returns xs[1] = 6. g is called with xs = [7, 7] and i = 1. g returns xs[1] = 7. f returns [5, 6, 7].',
    changes: [
      ['xs = [7, 7] and i = 1', 'i = 1 and the same xs'],
      ['i = 1 and the same xs', 'i = 0 and the same xs'],
    ],
  },
  'names of the module': {
    code: 'DAYS = [31, 28]\n\ndef f(m):\n    return DAYS[m]\n',
    call: 'f(1)',
    text: 'We set DAYS to [31, 28]. f is called with m = 1. f returns DAYS[1] = 28.',
    changes: [
      ['DAYS[1] = 28', 'DAYS[0] = 28'],
      ['to [31, 28]', 'to [31, 29]'],
    ],
  },
  'sets, and what is in them': {
    code: 'def f(a, b):\n    seen = set()\n    if a in seen:\n        return 1\n    seen.add(a)\n    seen.add(b)\n    return b in seen\n',
    call: "f('x', 'y')",
    text: "f is called with a = 'x' and b = 'y'. seen is set(). 'x' does not occur in set(). 'x' is added to seen. 'y' is added to seen, which is now {'y', 'x'}. f returns True.",
    changes: [
      ['does not occur in', 'is found in'],
      ["{'y', 'x'}", "{'y', 'z'}"],
      ['seen is set()', 'seen is {1}'],
    ],
  },
  'a value kept, another condition': {
    code: "def f(n):\n    m = 4\n    m = max(m, n)\n    if n > 5:\n        return 'a'\n    elif n > 2:\n        return 'b'\n    return 'c'\n",
    call: 'f(3)',
    text: "f is called with n = 3. m is set to 4. m keeps the value max(4, 3) = 4. 3 > 5 fails, and as n = 3 is greater than 2, f returns 'b'.",
    changes: [
      ['max(4, 3)', 'max(4, 4)'],
      ['and as n = 3 is greater than 2', 'because n = 3 is greater than 2'],
      ['keeps the value max(4, 3) = 4', 'keeps the value max(4, 3) = 3'],
    ],
  },
  'exceptions that one function lets pass': {
    code: "def g(n):\n    if n > 2:\n        raise ValueError('big')\n    return n\n\ndef f(n):\n    try:\n        return g(n)\n    except ValueError:\n        return 0\n",
    call: 'f(3)',
    text: "f is called with n = 3. g is called with n = 3. 3 > 2 holds, so g raises ValueError with the message 'big', and g does not catch ValueError. The handler for ValueError takes over, and f returns 0.",
    changes: [
      ['g does not catch', 'f does not catch'],
      ["the message 'big'", "the message 'bog'"],
    ],
  },
  'what has elements': {
    code: 'def f(xs):\n    while xs:\n        xs.pop()\n    return xs\n',
    call: 'f([4])',
    text: 'f is called with xs = [4]. xs still has elements, so 4 is popped from xs, leaving []. xs has no elements. f returns [].',
    changes: [
      ['xs still has elements', 'xs has no elements'],
      ['leaving []. xs has no elements', 'leaving []. xs still has elements'],
    ],
  },
  'calls that are named': {
    code: 'def after_years(amount, years):\n    if years == 0:\n        return amount\n    return after_years(amount + 1, years - 1)\n',
    call: 'after_years(5, 1)',
    text: 'after_years is called with amount = 5 and years = 1. years = 1, which is not equal to 0. after_years calls itself with amount = 6 and years = 0. years == 0 holds, so after_years gives back 6. after_years returns 6.',
    changes: [
      ['after_years is called with', 'After years, we call with'],
      ['after_years is called with', 'After years is called with'],
      ['after_years is called with', 'The amount is called with'],
      ['after_years calls itself', 'After years calls itself'],
      ['after_years calls itself', 'Calls itself'],
      ['after_years calls itself', 'Then calls itself'],
      ['is not equal to 0. after_years calls itself', 'is not equal to 0, so calls itself'],
      ['after_years is called with', 'Is called with'],
      ['after_years is called with', 'Called with'],
      ['after_years calls itself', 'Calling itself'],
      ['after_years gives back', 'after years gives back'],
      ['after_years returns', 'The list returns'],
      ['after_years returns', 'Base, and so on. after_years returns'],
    ],
  },
  'methods and attributes': {
    code: 'class Meter:\n    def __init__(self):\n        self.level = 0\n\n    def add(self, amount):\n        self.level += amount\n        return self.level\n\ndef use(x):\n    m = Meter()\n    m.add(x)\n    return m.level\n',
    call: 'use(2)',
    text: 'use is called with x = 2. A new Meter is created, whose level is 0. m.add(2) is called with amount = 2, self.level goes from 0 to 2, and add returns 2. use returns m.level = 2.',
    changes: [
      ['whose level is 0', 'whose level is 1'],
      ['from 0 to 2', 'from 1 to 2'],
      ['m.add(2) is called', 'm.sub(2) is called'],
      ['whose level is 0', 'whose height is 0'],
    ],
  },
  'letters held against each other': {
    code: 'def f(a, b):\n    for i in range(3):\n        if a[i] != b[i]:\n            return i\n    return -1\n',
    call: "f('abc', 'abd')",
    text: "f is called with a = 'abc' and b = 'abd'. For i = 0 the characters a[0] = 'a' and b[0] = 'a' agree. For i = 1 both characters are 'b'. For i = 2, 'c' vs 'd', different. f returns 2.",
    changes: [
      ["'a' and b[0] = 'a' agree", "'a' and b[0] = 'c' agree"],
      ["both characters are 'b'", "both characters are 'c'"],
      ["'c' vs 'd', different", "'c' vs 'd', equal"],
      ["'c' vs 'd', different", "'c' vs 'c', different"],
    ],
  },
  'a list that is asked about': {
    code: 'def total(xs):\n    if not xs:\n        return 0\n    return xs[0] + total(xs[1:])\n',
    call: 'total([4, 1])',
    text: 'The call total([4, 1]) is made first. The list is not empty, so I need total([1]). total([1]): not empty, so I need total([]). Here the list is empty, so total([]) returns 0. Going back up, I get 1 + 0 = 1, then 4 + 1 = 5. The answer is 5.',
    changes: [
      ['Here the list is empty', 'Here the list is not empty'],
      ['The list is not empty', 'The list is empty'],
      ['total([1]): not empty', 'total([1]): empty'],
      ['1 + 0 = 1', '0 + 1 = 1'],
    ],
  },
  'what is found in something': {
    code: 'def f(d, k, j):\n    if k not in d:\n        d[k] = 1\n    return j in d\n',
    call: "f({'a': 2}, 'b', 'a')",
    text: "f is called with d = {'a': 2}, k = 'b' and j = 'a'. We don't find 'b' in d, so d['b'] is set to 1. f returns True.",
    changes: [
      ["don't find 'b'", "find 'b'"],
      ["don't find 'b'", "don't find 'a'"],
    ],
  },
  'the words of models': {
    code: 'def pick(n, word):\n    x = 0\n    if n & 1:\n        x = n\n    if word == "o":\n        x -= 1\n    return x\n',
    call: "pick(3, 'o')",
    text: "The function pick is invoked with n set to 3 and word set to 'o'. x is initialized to 0. 3 & 1 is 1, so x becomes 3. The comparison with word = 'o' holds, which reduces x from 3 to 2. Finally, pick returns the value of x, which is 2.",
    changes: [
      ['3 & 1 is 1', '3 & 1 is 0'],
      ['with n set to 3', 'with n set to 4'],
      ["with word = 'o' holds", "with word = 'o' fails"],
      ["with word = 'o' holds", "with word = 'a' holds"],
      ['from 3 to 2', 'from 4 to 2'],
      ['the value of x, which is 2', 'the value of n, which is 2'],
      ['which is 2', 'which is 3'],
    ],
  },
  'what is not done': {
    code: 'def f(xs):\n    out = []\n    for x in xs:\n        if x > 2:\n            out.append(x)\n    return out\n',
    call: 'f([1, 5])',
    text: 'f receives xs = [1, 5], and out starts as an empty list. The first x is 1; 1 is not greater, so 1 is not added. The next x is 5, above 2, so it is added to out. f returns the list [5].',
    changes: [
      ['so 1 is not added', 'so 1 is added'],
      ['1 is not greater', '1 is greater'],
      ['above 2', 'above 3'],
      ['above 2', 'below 2'],
      ['5, above 2, so it is added', '5, above 2, so it is not added'],
    ],
  },
  'what is neither, and what is turned round': {
    code: 'def g(d, k):\n    return k in d\n\ndef f(d, k, n):\n    if k not in d or n > 3:\n        return 0\n    if not g(d, k):\n        return 1\n    xs = [n]\n    m = xs.pop()\n    return m\n',
    call: "f({'a': 1}, 'a', 2)",
    text: "f is called with d = {'a': 1}, k = 'a' and n = 2. Neither 'a' not in d nor 2 > 3 holds. g is called with d = {'a': 1} and k = 'a'. g returns True. Back in the call of f, g(d, k) = True, which makes not g(d, k) false. xs is set to [2]. 2 is popped from xs, leaving [], and m gets xs.pop(), which is 2. f returns 2.",
    changes: [
      ["Neither 'a' not in d nor", "Neither 'a' in d nor"],
      ['nor 2 > 3 holds', 'nor 2 < 3 holds'],
      ['makes not g(d, k) false', 'makes not g(d, k) true'],
      ['xs.pop(), which is 2', 'xs.pop(), which is 3'],
    ],
  },
};

test('an objection says of what is no literal what it is', () => {
  const { trace } = run('def f(years):\n    return years + 1\n', { call: 'f(1)', trace: true });
  const original = gateOf(new RunView(trace!, storyOf(trace!), evaluateExpression));
  const saysOf = (text: string): string[] =>
    gate(original, `f is called with years = 1. ${text}. f returns 2.`).violations.map((v) => v.message);
  expect(saysOf('years is 35225')).toContain('years is 1 here, not 35225');
  expect(saysOf('35225 is years')).toContain('years is 1 here, not 35225');
  expect(saysOf('7 is years + 1')).toContain('years + 1 is 2 here, not 7');
  expect(saysOf('7 is 8')).toContain('7 is not 8');
  expect(saysOf("7 is len('a') + later")).not.toContain("7 is 7 here, not len('a') + later");
});

describe('a text passes, and no change of it', () => {
  for (const [name, { code, call, text, changes }] of Object.entries(KINDS))
    test(name, () => {
      const { trace } = run(code, { call, trace: true });
      const original = gateOf(new RunView(trace!, storyOf(trace!), evaluateExpression));
      expect(gate(original, text).violations.map((v) => `${v.quote}: ${v.message}`)).toEqual([]);
      for (const [from, to] of changes) {
        const changed = text.replace(from, to);
        expect(changed).not.toBe(text);
        expect([changed, gate(original, changed).accepted]).toEqual([changed, false]);
      }
    });
});
