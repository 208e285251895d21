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
    [
      'a comparison of the wrong sides',
      'palindrome',
      '2',
      "word[1] is 'o' and word[2]",
      "word[1] is 'o' and word[1]",
    ],
    ['a count of a number', 'queue', '2', 'One person is not', 'One served is not'],
    ['a cause that is another count', 'average', '3', 'Since count is not 0', 'Since 4 + 8 + 9 = 21'],
    ['what was so before what it asks', 'stack', 'textbook', 'open_ones is not empty', 'open_ones is empty'],
    ['a name that is not returned', 'fib', 'first person', 'my result is a = 5', 'my result is n = 5'],
    [
      'a call that is made already',
      'digit_root',
      'flowing',
      'It therefore calls itself with 49 // 10 + 49 % 10, that is 4 + 9 = 13. In this second call, n is 13.',
      'In this second call, n is 13. It therefore calls itself with 49 // 10 + 49 % 10, that is 4 + 9 = 13.',
    ],
    [
      'a deed as its own reason',
      'gcd',
      '0',
      'Because b is 18 and not 0, the loop runs: a takes',
      'Because a is 18 and not 0, the loop runs: b takes',
    ],
    [
      'an element of another row',
      'transpose',
      'numbered',
      'row gets 3 and becomes [1, 3]',
      'row gets 3 and becomes [1, 2]',
    ],
    ['a name that becomes a comparison', 'search', '4', 'computed as (3 + 4) // 2 = 3', 'computed as 3 <= 4'],
    ['a remainder that cannot be', 'power', '0', '2 % 2 == 1 is false', '2 % 2 == 2 is false'],
    ['values from after the deed', 'to_binary', 'bullets', 'n = 1 // 2 = 0', 'n = 0 // 2 = 0'],
    ['a fragment', 'running_max', 'thinking', 'First number', 'Then 5. First number'],
    [
      'a reason of nothing',
      'shared',
      '0',
      'For x = 1, the condition is false, because',
      'For x = 1, because',
    ],
    ['an ordinal that counts nothing', 'fact', '0', 'we need fact(2) first', 'we need fact(2) second'],
    [
      'a loop before the call',
      'total_even',
      '0',
      'The function total_even',
      'It then walks through nums one number at a time. The function total_even',
    ],
    [
      'rounds where none begins',
      'initial_index',
      'flowing',
      "Since 'b' is not",
      "We now look at each number. Since 'b' is not",
    ],
    ['a call of nothing', 'gcd', '0', 'We begin gcd with', 'We call with'],
    ['what is denied of what comes', 'gcd', '2', 'so a is 6 and b is 0', 'so a is 6 and b is not 0'],
    [
      'more of the last than are taken',
      'fib_list',
      '0',
      'the sum of the last two',
      'the sum of the last three',
    ],
    ['what nothing would change', 'best_profit', 'passive', 'so low is kept', 'so p is kept'],
    [
      'taking out for putting in',
      'chunk',
      'we',
      'we append the slice items[0:2]',
      'we remove the slice items[0:2]',
    ],
    ['an ordinal for a name', 'longest_streak', 'narrative', "last becomes 'b'", "first becomes 'b'"],
    ['one side twice', 'hamming', 'textbook', "a[0] = 'c' and b[0]", "b[0] = 'c' and b[0]"],
    ['what is not there', 'peaks', '4', '', 'The remaining prices are then looked at in turn. '],
    [
      'a noun that is no name',
      'meter',
      'we',
      'The first x is 2:',
      'We start with total at 0. The first x is 2:',
    ],
    [
      'a deed that is not done',
      'by_length',
      'first person',
      "all I do is add 'no'",
      "all I do is not add 'no'",
    ],
  ])('%s', (_, program, voice, from, to) => {
    const { original, text } = texts.find((t) => t.program === program && t.voice === voice)!;
    expect(gate(original, text).violations).toEqual([]);
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(gate(original, changed).accepted).toBe(false);
  });
});
