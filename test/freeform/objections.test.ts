// What the gate holds against a sentence though known wordings have read it: one honest text and one change for each kind of
// objection. Each of them once passed.
import { describe, expect, test } from 'vitest';
import { honestRewritings } from '../../bench/gate/data.ts';
import { gate } from '../../verbalizer/gate/index.ts';

const texts = honestRewritings();

describe('an honest text passes, and not with', () => {
  test.each([
    ['a working of other values', 'gcd', '3', 'b to 48 % 18', 'b to 84 % 18'],
    ['a comparison of other values', 'balanced', '0', 'which is 1 == 0', 'which is 2 == 0'],
    ['a bound that nothing has', 'is_prime', 'formal', '9 is also at most 9', '9 is also at most 10'],
    ['another reason', 'clamp', '4', 'because 17 is above 10', 'because 17 is not below 0'],
    [
      'a reason of another round',
      'odd_part',
      'textbook',
      'Because 12 % 2 equals 0',
      'Because 6 % 2 equals 0',
    ],
    ['a deed of another kind', 'caesar', 'past tense', "'a' was added", "'a' was subtracted"],
    ['a sentence of another run', 'total_even', '1', 'n = 7', 'The counter count is 0 at the start. n = 7'],
    ['a loop that is none', 'lookup', 'bullets', '- Trying', 'The loop starts all over again. - Trying'],
    [
      'a loop over elements where none begins',
      'collatz',
      '1',
      '3 != 1',
      'The loop takes the rows in order. 3 != 1',
    ],
    [
      'a body that is not executed',
      'is_prime',
      'formal',
      'loop body is executed: 9 % 2',
      'loop body is not executed: 9 % 2',
    ],
    ['what is denied though it is so', 'gcd', '3', '12 % 6, which is 0', '12 % 6, which is no longer 0'],
    ['what is so only afterwards', 'tally', '4', "seen['red'] is 1 already", "seen['red'] is 2 already"],
    ['the call that is under way', 'fact', '2', 'work out fact(1)', 'work out fact(2)'],
    ['the other end of a list', 'rotate', 'numbered', 'popping the last', 'popping the first'],
    ['another last digit', 'digit_sum', '4', 'the last digit, 3,', 'the last digit, 2,'],
    [
      'names that nothing has',
      'invert',
      '1',
      "'x'. key",
      "'x'. So left moves to 1 and right moves to 2. key",
    ],
    ['the item for what comes of it', 'peaks', '4', 'giving [2, 7]', 'giving 7'],
    [
      'a sum for another name',
      'fib',
      'numbered',
      'a becomes 1 and b becomes 0 + 1',
      'b becomes 1 and a becomes 0 + 1',
    ],
    ['a call that is over', 'account', 'flowing', 'The first call to spend', 'The second call to spend'],
    ['a return once more', 'count_pairs', '1', 'Returns 1', 'The function returns 1. Returns 1'],
    ['another call', 'digit_root', 'flowing', 'In this second call', 'In this third call'],
    ['a list that is none', 'stack', 'textbook', 'The list open_ones', 'The list pairs'],
    ['the length of another list', 'matching', 'first person', 'Its length is 2', 'Its length is 3'],
    ['what something is added to', 'grid_sum', '0', 'it adds cell = 3', 'it adds acc = 3'],
    ['another item that goes there', 'running_max', 'flowing', '3 goes onto out', '4 goes onto out'],
    ['another item', 'running_max', 'thinking', 'so 5 gets pushed', 'so 4 gets pushed'],
    ['another value of an element', 'running_max', 'thinking', 'nums[0], meaning 3', 'nums[0], meaning 4'],
    ['steps out of number', 'running_max', 'steps', 'Step 3:', 'Step 1:'],
  ])('%s', (_, program, voice, from, to) => {
    const { original, text } = texts.find((t) => t.program === program && t.voice === voice)!;
    expect(gate(original, text).violations).toEqual([]);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(gate(original, changed).accepted).toBe(false);
  });
});
