// Free text about a run: what it says is found, and found true or false; what is not understood is never taken for true.
import { describe, expect, test } from 'vitest';
import { evaluateExpression } from '../../src/pipeline/evaluator.ts';
import { checkFree, RunView, type FreeVerdict } from '../../verbalizer/freeform/index.ts';
import { storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

const CODE = `
def total_even(nums):
    total = 0
    for n in nums:
        if n % 2 == 0:
            total += n
    return total
`;

function viewOf(code: string, call: string): RunView {
  const { trace } = run(code, { call, trace: true });
  return new RunView(trace!, storyOf(trace!), evaluateExpression);
}

const view = viewOf(CODE, 'total_even([3, 4, 7, 10])');
const check = (text: string): FreeVerdict => checkFree(text, view);

/** The false stretches of a text. */
function falseIn(text: string): string[] {
  return check(text).violations.map((v) => text.slice(...v.span));
}

describe('claims that hold', () => {
  test.each([
    'total starts out at 0.',
    '`total` is initially zero.',
    'First n is 3. 3 % 2 is 1, so it is odd and we skip it.',
    'total goes from 4 to 14.',
    'The loop runs four times and 14 is returned.',
    'After two iterations total is 4.',
    'With \\(n = 7\\), \\(7 \\bmod 2 = 1\\).',
    '7 is not even. 10 is at least 10.',
    'Let me trace total_even([3, 4, 7, 10]). total starts at 0. First n is 3.',
    '| n | total |\n|---|---|\n| 3 | 0 |\n| 4 | 4 |',
  ])('%s', (text) => {
    expect(falseIn(text)).toEqual([]);
    expect(check(text).claims).toBeGreaterThan(0);
  });
});

describe('claims that do not', () => {
  test.each([
    ['total is now 6.', 'total is now 6'],
    ['First n is 3. Next n is 8.', 'n is 8'],
    ['Somehow 3 + 4 = 8 here.', '3 + 4 = 8'],
    ['We see that 5 is less than 3.', '5 is less than 3'],
    ['10 is odd.', '10 is odd'],
    ['Now 3 is even so n becomes 4.', '3 is even'],
    ['7 is not greater than 2.', '7 is not greater than 2'],
    ['The loop runs 5 times.', '5 times'],
    ['It returns 15.', 'returns 15'],
    ['It prints 14.', 'prints 14'],
    ['total goes from 4 to 10.', 'total goes from 4 to 10'],
    // either of the two can be the wrong one
    ['total is now 14. Then n is 4.', 'total is now 14. Then n is 4.'],
  ])('%s', (text, wrong) => {
    const found = falseIn(text);
    expect(found).toHaveLength(1);
    expect(found[0]!.includes(wrong) || wrong.includes(found[0]!), found[0]).toBe(true);
  });

  test('the reason names the value and when it would be right', () => {
    const [violation] = check(
      'nums is [3, 4, 7, 10] and n is 3. total becomes 4. Now n is 7, and total is 0.',
    ).violations;
    expect(violation!.message).toBe('total is 4 here; it is 0 only before');
    expect(violation!.line).not.toBeNull();
  });
});

test.each([
  'total is 4. Now n is 7, way more than the 3 before.',
  'n is 3. The largest is 10.',
  "'ab' becomes 'ba'.",
  'Sorting comes first.',
  'The loop handles four numbers.',
])('what may be meant otherwise is neither false nor verified: %s', (text) => {
  expect(falseIn(text)).toEqual([]);
  expect(check(text).faithful).toBe(false);
});

test('a clause that is not understood is named once, not again by its words', () => {
  const { unverified } = check('The quicksand swallows total entirely, the first withdrawal takes 4.');
  for (const { span } of unverified)
    for (const other of unverified)
      if (other.span !== span) expect(other.span[0] >= span[1] || other.span[1] <= span[0]).toBe(true);
});

test('what is not understood is unverified, not true', () => {
  const verdict = check('The quicksand swallows total entirely.');
  expect(verdict.violations).toEqual([]);
  expect(verdict.unverified.length).toBeGreaterThan(0);
  expect(verdict.faithful).toBe(false);
});

test('arithmetic is exact as Python has it', () => {
  expect(falseIn('-7 // 2 = -4 and 2 ** 100 = 1267650600228229401496703205376 and 0.1 + 0.2 = 0.3.')).toEqual(
    ['0.1 + 0.2 = 0.3'],
  );
});
