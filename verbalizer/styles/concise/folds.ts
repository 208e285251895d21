// Concise wordings of folds: every mix of what rounds, calls and stretches told as one may have to say.
import { mixes } from '../mixes.ts';
import { say } from '../../style.ts';

/** What is the same in all that is folded. */
const ALIKE = ['', ', {fails} false each time', ', {holds} true each time'];
const ONE = { count: '1' };

export const FOLDS = [
  ...ALIKE.flatMap((alike) =>
    mixes([', {lines} lines printed', ', moving {moves}', ', giving {changes}']).map((rest) => alike + rest),
  ).flatMap((rest) => [
    say('fold', `first {count} rounds, {first} to {last}${rest}`, 'first !plain'),
    say('fold', `{count} more rounds, {first} to {last}${rest}`, '!first'),
    say('fold', `rounds {first} to {last}, {count} in all${rest}`),
    say('fold', `first {count} rounds${rest}`, 'while first !plain'),
    say('fold', `{count} rounds${rest}`, 'while first plain'),
    say('fold', `{count} more rounds${rest}`, 'while !first'),
    say('fold', `first round, {first}${rest}`, 'first', ONE),
    say('fold', `1 more round, {first}${rest}`, '!first', ONE),
    say('fold', `first round${rest}`, 'while first', ONE),
    say('fold', `1 more round${rest}`, 'while !first', ONE),
  ]),
  ...mixes([' with {args}']).flatMap((args) =>
    mixes([', {calls} calls inside', ', {lines} lines printed', ', leaving {leaves}']).flatMap((rest) => [
      say('summary', `{func} run${args} gives {chain}${rest}`),
      say('summary', `{func} run${args} raises {type}${rest}`),
      say('summary', `{func} run${args} raises {type} saying {text}${rest}`),
    ]),
  ),
  ...mixes([', {calls} calls', ', {lines} lines printed', ', moving {moves}', ', giving {changes}']).flatMap(
    (rest) => [
      say('stretch', `first {count} steps${rest}`, 'first'),
      say('stretch', `{count} more steps${rest}`, '!first'),
    ],
  ),
  ...mixes([', {calls} other calls on the way', ', {lines} lines printed', ', then {changes}'])
    .flatMap((rest) => ALIKE.map((alike) => alike + rest))
    .flatMap((rest) =>
      ['{func}', '{funcs}'].flatMap((of) => [
        say('descent', `${of} {count} levels deeper, {first} to {last}${rest}`),
        say('descent', `${of} {count} levels deeper${rest}`),
      ]),
    ),
  ...mixes([', {calls} calls inside', ', {lines} lines printed', ', leaving {leaves}']).flatMap((rest) =>
    ['{func}', '{funcs}'].flatMap((of) => [
      say('ascent', `${of} {count} levels back up, {deep} giving {given} to {outer} giving {last}${rest}`),
      say('ascent', `${of} {count} levels back up, {given} to {last}${rest}`),
      say('ascent', `${of} {count} levels back up, {deep} to {outer}, each giving {each}${rest}`),
      say('ascent', `${of} {count} levels back up, each giving {each}${rest}`),
      say('ascent', `${of} {count} levels back up, {deep} to {outer}, left by {type}${rest}`),
      say('ascent', `${of} {count} levels back up, left by {type}${rest}`),
    ]),
  ),
];
