// The verdict on any text, of our styles or not: the templates, the reader of free text and the gate each have a say.
import { describe, expect, test } from 'vitest';
import { judgeAnyText } from '../../src/pipeline/index.ts';
import type { Verdict } from '../../verbalizer/check.ts';
import { storyOf } from '../../verbalizer/index.ts';
import { run } from '../support/compile.ts';

const { trace } = run(
  `
def withdraw(balance, amount):
    if amount > balance:
        raise ValueError('too much')
    return balance - amount

def rotate(xs):
    last = xs.pop()
    xs.insert(0, last)
    return withdraw(xs[0], 1)
`,
  { call: 'rotate([2, 5])', trace: true },
);
const story = storyOf(trace!);
const judge = (text: string): Verdict => judgeAnyText(text, story, null);

/** Written as nobody's template writes, true and whole. */
const OWN =
  'xs = [2, 5]. The last element, 5, is popped, so last = 5. It is put in at the front, so xs = [5, 2]. withdraw(5, 1): balance = 5, amount = 1. 1 > 5 is false. So 5 - 1 = 4 comes back. rotate returns 4.';

describe('a text by somebody else', () => {
  test('told truly and wholly, it is faithful and complete', () => {
    expect(judge(OWN)).toMatchObject({
      faithful: true,
      complete: true,
      violations: [],
      unverified: [],
      missing: [],
    });
  });

  test.each([
    ['last = 5', 'last = 2'],
    ['xs = [5, 2]', 'xs = [2, 5]'],
    ['at the front', 'at the end'],
    ['1 > 5 is false', '1 > 5 is true'],
    ['rotate returns 4', 'rotate returns 5'],
    ['rotate returns 4', '4 is returned by pick'],
  ])('%s → %s: it is not', (from, to) => {
    expect(OWN).toContain(from);
    expect(judge(OWN.replace(from, to)).faithful).toBe(false);
  });

  test('what returns may be named behind what is returned', () => {
    expect(judge(OWN.replace('rotate returns 4', '4 is returned by rotate'))).toMatchObject({
      faithful: true,
    });
  });

  test('true but not whole, it says what is missing and calls nothing false', () => {
    const { complete, violations, missing } = judge(OWN.replace(' 1 > 5 is false.', ''));
    expect({ complete, violations }).toEqual({ complete: false, violations: [] });
    expect(missing.map(({ message }) => message)).toEqual(['it is not said that 1 > 5 is false']);
  });
});

test('what is false in our own words is told with those of the run', () => {
  const { violations } = judge('We call rotate with xs = [3, 5].');
  expect(violations.map((v) => v.message)).toEqual(['says args xs = [3, 5]; in the run it is xs = [2, 5]']);
});
