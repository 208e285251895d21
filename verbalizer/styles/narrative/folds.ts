// Narrative wordings of folds: every mix of what rounds, calls and stretches told as one may have to say.
import { mixes } from '../mixes.ts';
import { say } from '../../style.ts';

/** What is the same in all that is folded. */
const ALIKE = ['', ', {fails} being false each time', ', {holds} being true each time'];
const ONE = { count: '1' };

export const FOLDS = [
  ...ALIKE.flatMap((alike) =>
    mixes([', taking {moves}', ', printing {lines} lines', ', leading to {changes}']).map(
      (rest) => alike + rest,
    ),
  ).flatMap((rest) => [
    say('fold', `the first {count} rounds go from {first} to {last}${rest}`, 'first !plain', {}, 2),
    say('fold', `{count} rounds follow, from {first} to {last}${rest}`, 'first plain', {}, 2),
    say('fold', `the next {count} rounds go from {first} to {last}${rest}`, '!first'),
    say('fold', `another {count} rounds, from {first} to {last}, follow${rest}`, '!first'),
    say('fold', `the rounds from {first} to {last} follow, {count} in all${rest}`),
    say('fold', `the first {count} rounds run${rest}`, 'while first !plain'),
    say('fold', `{count} rounds follow${rest}`, 'while first plain'),
    say('fold', `the next {count} rounds run${rest}`, 'while !first'),
    say('fold', `there follow {count} more rounds${rest}`, 'while !first'),
    say('fold', `the first round has {first}${rest}`, 'first', ONE),
    say('fold', `one more round follows, with {first}${rest}`, '!first', ONE),
    say('fold', `another round, with {first}, follows${rest}`, '!first', ONE),
    say('fold', `the first round runs${rest}`, 'while first', ONE),
    say('fold', `one more round follows${rest}`, 'while !first', ONE),
    say('fold', `another round follows${rest}`, 'while !first', ONE),
  ]),
  ...mixes([' with {args}']).flatMap((args) =>
    mixes([', after {calls} further calls', ', printing {lines} lines', ', which leaves {leaves}']).flatMap(
      (rest) => [
        say('summary', `calling {func}${args} gives {chain}${rest}`),
        say('summary', `{func} called${args} returns {chain}${rest}`),
        say('summary', `calling {func}${args} raises {type}${rest}`),
        say('summary', `calling {func}${args} raises {type} with the message {text}${rest}`),
      ],
    ),
  ),
  ...mixes([
    ', {calls} calls among them',
    ', taking {moves}',
    ', printing {lines} lines',
    ', leading to {changes}',
  ]).flatMap((rest) => [
    say('stretch', `the first {count} steps run${rest}`, 'first'),
    say('stretch', `there follow {count} more steps${rest}`, '!first'),
    say('stretch', `another {count} steps follow${rest}`, '!first'),
  ]),
  ...mixes([
    ', with {calls} other calls on the way',
    ', printing {lines} lines',
    ', the last coming to {changes}',
  ])
    .flatMap((rest) => ALIKE.map((alike) => alike + rest))
    .flatMap((rest) => [
      say('descent', `{func} calls itself {count} more times, from {first} to {last}${rest}`),
      say(
        'descent',
        `{count} more calls of {func} follow, each inside the one before, from {first} to {last}${rest}`,
      ),
      say('descent', `{func} calls itself {count} more times${rest}`),
      say('descent', `{funcs} call one another {count} more times, from {first} to {last}${rest}`),
      say('descent', `{funcs} call one another {count} more times${rest}`),
    ]),
  ...mixes([', after {calls} further calls', ', printing {lines} lines', ', which leaves {leaves}']).flatMap(
    (rest) =>
      ['{func}', '{funcs}'].flatMap((of) => [
        say(
          'ascent',
          `the {count} waiting calls of ${of} return in turn, from {given} for {deep} to {last} for {outer}${rest}`,
        ),
        say('ascent', `the {count} waiting calls of ${of} return in turn, from {given} to {last}${rest}`),
        say(
          'ascent',
          `the {count} waiting calls of ${of}, from {deep} to {outer}, each return {each}${rest}`,
        ),
        say('ascent', `the {count} waiting calls of ${of} each return {each}${rest}`),
        say(
          'ascent',
          `the {count} waiting calls of ${of}, from {deep} to {outer}, are left by {type}${rest}`,
        ),
        say('ascent', `the {count} waiting calls of ${of} are left by {type}${rest}`),
      ]),
  ),
];
