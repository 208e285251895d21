// The gate: an honest rewriting passes; one that changes a fact, drops or moves a step, or says what cannot be checked
// does not, and says where and why.
import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../src/pipeline/evaluator.ts';
import { RunView } from '../../verbalizer/freeform/index.ts';
import { gate, gateOriginal, type GateVerdict } from '../../verbalizer/gate/index.ts';
import { explain, storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

const CODE = `
def total_even(nums):
    total = 0
    for n in nums:
        if n % 2 == 0:
            total += n
    return total
`;
const { trace } = run(CODE, { call: 'total_even([3, 4])', trace: true });
const story = storyOf(trace!);
const view = new RunView(trace!, story, evaluateExpression);
const original = gateOriginal(view, explain(story, { style: 'narrative', seed: 1 }).text, 'narrative');

const HONEST =
  'We call total_even with nums = [3, 4], and total starts at 0. For n = 3, 3 % 2 == 0 is false, so nothing happens. ' +
  'The next number is 4, which is even, so total goes from 0 to 4. The function returns 4.';

const judge = (from: string, to: string): GateVerdict => {
  const text = HONEST.replace(from, to);
  expect(text).not.toBe(HONEST);
  return gate(original, text);
};

test('an honest rewriting passes', () => {
  const verdict = gate(original, HONEST);
  expect(verdict.violations).toEqual([]);
  expect(verdict.accepted).toBe(true);
  expect(verdict.told).toBe(verdict.essential);
});

describe('what does not pass', () => {
  test.each([
    ['a wrong value', 'total starts at 0', 'total starts at 1', 'total starts at 1'],
    ['a wrong old value', 'from 0 to 4', 'from 1 to 4', 'total goes from 1 to 4'],
    ['a flipped branch', 'is false, so nothing', 'is true, so nothing', '3 % 2 == 0 is true'],
    ['a flipped property', 'which is even', 'which is odd', 'which is odd'],
    ['a wrong answer', 'returns 4', 'returns 5', 'returns 5'],
    ['a negation', 'The function returns', 'The function never returns', 'never'],
    ['only', 'which is even', 'which is only even', 'only'],
    ['a wrong direction', 'total goes from', 'total falls from', 'falls'],
    ['a wrong place in the row', 'The next number is 4', 'The first number is 4', 'first'],
    ['another name at the round', 'For n = 3', 'For total = 3', 'total = 3'],
    [
      'an invented step',
      'The function returns',
      'Then total is reversed. The function returns',
      'total is reversed',
    ],
    ['unknown words', 'so nothing happens', 'so nothing happens to the kangaroo', 'kangaroo'],
    ['talk of a trace', 'We call', 'In the trace, we call', 'trace'],
    ['a wrong length', 'total starts', 'the list has 3 elements, and total starts', 'has 3 elements'],
    ['a count of what is not there', 'For n = 3', 'There are four of them. For n = 3', 'four'],
    ['a wrong divisor', 'so nothing happens', 'dividing by 3, so nothing happens', 'dividing by 3'],
    ['a number from nowhere', 'The function returns', 'There are 17 of them. The function returns', '17'],
  ])('%s', (_kind, from, to, quote) => {
    const verdict = judge(from, to);
    expect(verdict.accepted).toBe(false);
    expect(verdict.violations.map((v) => v.quote).join(' | ')).toContain(quote);
  });

  test('a dropped step is named', () => {
    const verdict = judge('The next number is 4, which is even, so total goes from 0 to 4. ', '');
    expect(verdict.violations.map((v) => v.message)).toContain('it is not said that total is 4');
  });

  test('a code block', () => {
    const verdict = gate(original, HONEST + '\n\n```\nprint(1)\n```');
    expect(verdict.violations.some((v) => v.reason === 'forbidden')).toBe(true);
  });
});

test('the verdict by paragraphs points at the one that is wrong', () => {
  const text = HONEST.replace('The next', '\n\nThe next').replace('returns 4', 'returns 7');
  const { paragraphs } = gate(original, text);
  expect(paragraphs.map((p) => p.accepted)).toEqual([true, false]);
});

test.each(['0', '2', '3', '5'])('a value that is near is not the value said: %s for 4', (wrong) => {
  const free = HONEST.replace('so total goes from 0 to 4', 'which bumps total up, so it lands on 4');
  expect(gate(original, free.replace('lands on 4', `lands on ${wrong}`)).accepted).toBe(false);
});

test('a program with an f-string is judged like any other', () => {
  const made = run("def label(t):\n    kind = 'mild' if t < 20 else 'warm'\n    return f'{t} is {kind}'\n", {
    call: 'label(18)',
    trace: true,
  });
  const told = storyOf(made.trace!);
  const seen = new RunView(made.trace!, told, evaluateExpression);
  const templated = gateOriginal(seen, explain(told, { style: 'narrative', seed: 1 }).text, 'narrative');
  const text = "We call label with t = 18. 18 is '18 is mild', so kind becomes 'warm' and it returns 'x'.";
  expect(gate(templated, text).accepted).toBe(false);
});
