// Wordings by kind: each row tells a run in one way that is true and passes the gate, and in ways that are not and do not.
import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../src/pipeline/evaluator.ts';
import { RunView } from '../../verbalizer/freeform/index.ts';
import { gate, gateOf, type GateOriginal } from '../../verbalizer/gate/index.ts';
import { storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

const PROGRAMS = {
  common: [
    'common([1, 4], [4, 6])',
    `def common(a, b):
    both = []
    for x in a:
        if x in b:
            both.append(x)
    return both
`,
  ],
  count: [
    "count('noo')",
    `def count(s):
    found = {}
    for c in s:
        if c in found:
            found[c] += 1
        else:
            found[c] = 1
    return found
`,
  ],
  sides: [
    'sides([7, 2])',
    `def sides(nums):
    evens = []
    odds = []
    for x in nums:
        if x % 2 == 0:
            evens.append(x)
        else:
            odds.append(x)
    return evens + odds
`,
  ],
  down: [
    'down(2)',
    `def down(n):
    while n > 0:
        print(n)
        n -= 1
    return n
`,
  ],
  over: [
    'over(50, 80)',
    `def over(balance, amount):
    if amount > balance:
        raise ValueError('too much')
    return balance - amount
`,
  ],
  pick: [
    'pick([10, 20], 5)',
    `def pick(items, index):
    try:
        return items[index]
    except IndexError:
        index = len(items) - 1
    return items[index]
`,
  ],
  root: [
    'root(49)',
    `def root(n):
    if n < 10:
        return n
    return root(n // 10 + n % 10)
`,
  ],
  pairs: [
    "pairs('a=1')",
    `def pairs(text):
    found = {}
    key, value = text.split('=')
    found[key] = int(value)
    return found
`,
  ],
  same: [
    "same('noon')",
    `def same(word):
    left = 0
    right = len(word) - 1
    while left < right:
        if word[left] != word[right]:
            return False
        left += 1
        right -= 1
    return True
`,
  ],
  spend: [
    'spend(30)',
    `class Account:
    def __init__(self, balance):
        self.balance = balance

    def take(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        return True

def spend(amount):
    account = Account(50)
    return account.take(amount)
`,
  ],
  label: [
    'label(31)',
    `def label(t):
    kind = 'hot' if t > 30 else 'mild'
    return kind
`,
  ],
  fact: [
    'fact(2)',
    `def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)
`,
  ],
  longer: [
    "longer(['ab', 'c'])",
    `def longer(words):
    best = ''
    for w in words:
        if len(w) > len(best):
            best = w
    return best
`,
  ],
  lower: [
    "lower('Ab')",
    `def lower(s):
    out = ''
    for c in s:
        if c.isupper():
            out += c.lower()
        else:
            out += c
    return out
`,
  ],
  hits: [
    'hits([3, 8], 4)',
    `def hits(nums, limit):
    found = 0
    for n in nums:
        if n > limit:
            found += 1
    return found
`,
  ],
  last: [
    'last([5, 9])',
    `def last(xs):
    top = []
    if len(xs) >= 2:
        top.append(xs.pop())
    return top
`,
  ],
} as const;

type Name = keyof typeof PROGRAMS;

const originals = new Map<Name, GateOriginal>();

function originalOf(name: Name): GateOriginal {
  let original = originals.get(name);
  if (original === undefined) {
    const [call, code] = PROGRAMS[name];
    const { trace } = run(code, { call, trace: true });
    original = gateOf(new RunView(trace!, storyOf(trace!), evaluateExpression));
    originals.set(name, original);
  }
  return original;
}

/** What is told, by kind; each change makes it false. */
const ROWS: readonly [string, Name, string, ...(readonly [string, string])[]][] = [
  [
    'membership after a colon or an arrow',
    'common',
    'a = [1, 4], b = [4, 6], both = []. 1: not in b. 4: in b → both = [4]. Return [4].',
    ['1: not in b', '1: in b'],
    ['4: in b', '4: not in b'],
    ['in b →', 'in a →'],
  ],
  [
    'membership by what can be found',
    'common',
    "We have a = [1, 4] and b = [4, 6], and both starts empty. The first element of a is 1, which we can't find in b, so we do nothing. The next is 4, which is in b, so we add it to both, and both is [4]. We return [4].",
    ["can't find", 'can find'],
    ['which is in b', "which isn't in b"],
    ['starts empty', 'starts full'],
  ],
  [
    'what has been seen and what is new',
    'count',
    "s is 'noo' and found is an empty dictionary. First comes 'n', which is new, so found['n'] is 1. Then 'o', also new, so found['o'] is 1. Then another 'o', which we have already seen, so found['o'] goes up to 2. We return {'n': 1, 'o': 2}.",
    ['also new', 'also there'],
    ['have already seen', 'have not seen'],
    ['which is new', 'which is not new'],
  ],
  [
    'two things said at once',
    'sides',
    'nums is [7, 2], and evens and odds start as empty lists. 7 is odd, so odds becomes [7]. 2 is even, so evens becomes [2]. The function yields [2, 7].',
    ['evens and odds start', 'evens and nums start'],
    ['yields [2, 7]', 'yields [7, 2]'],
  ],
  [
    'both lists',
    'sides',
    "nums is [7, 2], and both lists start empty. 7 isn't even, so it goes into odds. 2 is even, so it goes into evens. The result is [2, 7].",
    ["7 isn't even", '7 is even'],
    ['both lists', 'both strings'],
    ['goes into odds', 'goes into evens'],
  ],
  [
    'rounds that go on',
    'down',
    'n is 2. 2 > 0 is true, so into the loop we go: print 2, then n = 2 - 1 = 1. One more time: 1 > 0, so we print 1 and knock n down to 0. 0 is not more than 0, so the loop is done. It returns 0.',
    ['the loop is done', 'the loop goes on'],
    ['down to 0', 'down to 1'],
    ['is not more than 0', 'is more than 0'],
    ['print 2, then', 'print 3, then'],
  ],
  [
    'an exception that nothing catches',
    'over',
    "over is called with balance = 50 and amount = 80. The check amount > balance is 80 > 50, which is true, so a ValueError saying 'too much' is raised, and nothing catches it.",
    ['nothing catches it', 'the except block catches it'],
    ["'too much'", "'too many'"],
    ['80 > 50', '80 > 49'],
    ['ValueError', 'KeyError'],
  ],
  [
    'an exception that is caught',
    'pick',
    'We have items = [10, 20] and index = 5. Reading items[5] fails with an IndexError, which the except block catches. There index is changed to 2 - 1 = 1. So we get items[1], that is 20, as the return value.',
    ['which the except block catches', 'which nothing catches'],
    ['IndexError', 'KeyError'],
    ['2 - 1 = 1', '2 - 2 = 0'],
  ],
  [
    'calls by their number',
    'root',
    'Call 1: n = 49. 49 < 10 is false, so it calls root(13). Call 2: n = 13. 13 < 10 is false, so it calls itself with 1 + 3 = 4. Call 3: n = 4. 4 < 10 is true, so it returns 4. Call 2 returns 4. Call 1 returns 4.',
    ['Call 2: n', 'Call 3: n'],
    ['1 + 3 = 4', '2 + 3 = 5'],
    ['Call 2 returns', 'Call 3 returns'],
  ],
  [
    'what another call gives too',
    'root',
    'n is 49, which is not less than 10, so we need root(13). 13 is not less than 10 either, so we need root(4). 4 is less than 10, so 4 is returned. root(13) gives 4, and so does root(49).',
    ['so does root(49)', 'so does root(4)'],
    ['root(13) gives 4', 'root(49) gives 4'],
  ],
  [
    'a value under its key',
    'pairs',
    "text is 'a=1', and found starts as an empty dictionary. Splitting text gives key = 'a' and value = '1', and we store 1 under 'a'. The output is {'a': 1}.",
    ["under 'a'", "under 'b'"],
    ['store 1', 'store 2'],
    ["is {'a': 1}", "is {'a': 2}"],
  ],
  [
    'two that are the same',
    'same',
    "word = 'noon', left = 0 and right = 3. 0 < 3, and 'n' and 'n' are the same, so left is 1 and right is 2. 1 < 2, and 'o' and 'o' are equal, so left is 2 and right is 1. 2 < 1 is false, so we return True.",
    ["'n' and 'n' are the same", "'n' and 'n' are different"],
    ["'o' and 'o' are equal", "'o' and 'n' are equal"],
  ],
  [
    'conditions of attributes',
    'spend',
    'amount is 30. It creates an Account with balance = 50, so self.balance is 50. take is called with amount = 30. The amount, 30, is not greater than the balance, 50, so self.balance drops to 50 - 30 = 20 and take returns True. spend returns True.',
    ['is not greater than', 'is greater than'],
    ['the balance, 50', 'the balance, 40'],
    ['50 - 30 = 20', '50 - 20 = 30'],
    ['an Account', 'a spend'],
  ],
  [
    'a choice',
    'label',
    "t is 31, which is more than 30, so that's 'hot', and 'hot' is what we return.",
    ["that's 'hot'", "that's 'mild'"],
    ['is more than', 'is less than'],
  ],
  [
    'the base case',
    'fact',
    'n is 2, which is greater than 1, so it needs fact(1) first. There n is 1, so the base case applies and 1 is returned. Back in call 1, the result is 2 * 1 = 2.',
    ['n is 2, which is greater than 1, so it needs', 'n is 2, so the base case applies and it needs'],
    ['needs fact(1) first', 'needs fact(1) last'],
    ['Back in call 1', 'Back in call 2'],
  ],
  [
    'what is longer',
    'longer',
    "words is ['ab', 'c'] and best is an empty string. 'ab' is longer than best, so best becomes 'ab'. 'c' has only one letter, which is not more than 2, so best keeps its value 'ab'. The answer is 'ab'.",
    ['is longer than best', 'is shorter than best'],
    ['only one letter', 'only two letters'],
    ['is not more than 2', 'is not more than 3'],
  ],
  [
    'upper case, and what is added unchanged',
    'lower',
    "s is 'Ab' and out is ''. The first character, 'A', is uppercase, so 'a' is added, and out is 'a'. The last character, 'b', is not uppercase, so it is added unchanged, and out becomes 'ab'. The result is 'ab'.",
    ["'A', is uppercase", "'A', is lowercase"],
    ['is not uppercase', 'is uppercase'],
    ['added unchanged', 'added changed'],
    ['The last character', 'The first character'],
  ],
  [
    'truth as Python writes it, under headings',
    'hits',
    '**Setup:** nums = [3, 8], limit = 4, found = 0.\n\n**Loop:**\n- n = 3 → 3 > 4 is False → found stays 0\n- n = 8 → 8 > 4 is True → found = 1\n\n**Result:** 1',
    ['3 > 4 is False', '3 > 4 is True'],
    ['8 > 4 is True', '8 > 4 is False'],
    ['found stays 0', 'found stays 1'],
  ],
  [
    'over and above',
    'hits',
    "nums is [3, 8] and limit is 4. found begins at 0. 3 doesn't go over 4, so there's nothing to count and we leave found at 0. 8 is bigger than 4, which takes found to 1. We finish with 1.",
    ["doesn't go over", 'goes over'],
    ['leave found at 0', 'leave found at 1'],
    ['takes found to 1', 'takes found to 2'],
    ["there's nothing to count", "there's 3 to count"],
    ['finish with 1', 'finish with 2'],
  ],
  [
    'so many or more, and what is taken off',
    'last',
    'xs is [5, 9] and top is empty. len(xs) is 2, and that is 2 or more, so its last element, 9, is popped, and top becomes [9]. We stop with [9].',
    ['2 or more', '3 or more'],
    ['element, 9, is', 'element, 5, is'],
    ['stop with [9]', 'stop with [5]'],
  ],
  [
    'operators as words',
    'fact',
    'n is 2, which is greater than 1, so we need fact(1). There n is 2 minus 1 = 1, so 1 is returned because 1 <= 1. Back in call 1, the result is 2 times 1, that is 2.',
    ['2 minus 1 = 1', '2 minus 2 = 1'],
    ['2 times 1, that is 2', '2 times 2, that is 2'],
    ['2 times 1, that', '2 plus 1, that'],
  ],
];

for (const [kind, program, text, ...changes] of ROWS)
  describe(kind, () => {
    test('told truly, it passes', () => {
      const { accepted, violations } = gate(originalOf(program), text);
      expect(violations.map((v) => `${v.quote}: ${v.message}`)).toEqual([]);
      expect(accepted).toBe(true);
    });

    test.each(changes)('%s → %s', (from, to) => {
      expect(text).toContain(from);
      expect(gate(originalOf(program), text.replace(from, to)).accepted).toBe(false);
    });
  });
