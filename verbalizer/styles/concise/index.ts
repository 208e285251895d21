// The concise style: a quick expert's notes, only what is needed to follow.
import { say, wordings, type Style } from '../../style.ts';

const TRUE = { truth: '1' };
const FALSE = { truth: '0' };

const WORDINGS = [
  say('call', '{func} gets {args}', '', {}, 2),
  say('call', '{func} with {args}'),
  say('call', 'call {func}: {args}'),
  say('call', 'call {func}', 'empty'),
  say('return', 'return {chain:worked}', '', {}, 2),
  say('return', '{func} returns {chain:value}', '', {}, 2),
  say('return', '{func} gives {chain:worked}'),
  say('yield', 'yield {chain:value}'),
  say('bind', '{target} = {chain:value}', '', {}, 3),
  say('bind', '{target} becomes {chain:value}', '!same'),
  say('bind', '{target} = {chain:worked}', '!plain', {}, 2),
  say('bind', '{target} goes to {chain:value}', '!first !same'),
  say('bind', '{target} up to {chain:value}', 'up'),
  say('bind', '{target} down to {chain:value}', 'down'),
  say('bind', '{target} stays {chain:value}', 'same'),
  say('bind', 'set {target} = {chain:value}', 'constant'),
  say('unpack', '{pairs}', '', {}, 3),
  say('unpack', 'now {pairs}'),
  say('mutate', '{object} = {after}', '', {}, 2),
  say('mutate', 'now {object} = {after}'),
  say('mutate', '{object} becomes {after}'),
  say('mutate', 'add {item} to {object}', 'grown', {}, 3),
  say('mutate', '{object} gains {item}', 'grown', {}, 2),
  say('mutate', 'append {item}, so {object} has {size} items', 'grown long'),
  say('mutate', '{call} leaves {size} items in {object}', 'long'),
  say('value', '{chain:worked}'),
  say('delete', 'drop {target}'),
  say('delete', 'del {target}'),
  say('delete', 'drop {target}, {object} = {after}'),
  say('test', '{chain:value} yes', '', TRUE, 2),
  say('test', '{chain:value} true', '', TRUE, 2),
  say('test', '{chain:value} holds', 'compare', TRUE),
  say('test', '{chain:value} ok', '', TRUE),
  say('test', '{chain:value} no', '', FALSE, 2),
  say('test', '{chain:value} false', '', FALSE, 2),
  say('test', '{chain:value} fails', 'compare', FALSE),
  say('effect', 'loop over', '', { what: 'leave' }),
  say('effect', 'else', '', { what: 'else' }),
  say('loop', 'loop {target} over {items}'),
  say('loop', '{target} over {over:value}', '!plain'),
  say('round', '{pairs}', '', {}, 4),
  say('round', 'at {pairs}'),
  say('round', 'with {pairs}'),
  say('done', 'loop done after {rounds}', '', { why: 'exhausted' }),
  say('done', 'break', '', { why: 'break' }),
  say('done', 'stop here', '', { why: 'break' }),
  say('print', 'print {text}'),
  say('print', 'prints {text}'),
  say('raise', 'raises {type}: {text}', '', {}, 2),
  say('raise', 'raises {type}'),
  say('catch', 'caught {type}'),
  say('catch', 'except {type} takes it'),
  say('escape', '{type} leaves {func}'),
  say('result', 'final value: {chain:value}'),
  say('result', 'answer: {chain:value}'),
  ...folds(),
];

/** Every mix of what a fold may have to say. */
function folds(): ReturnType<typeof say>[] {
  const list: ReturnType<typeof say>[] = [];
  for (const lines of ['', ', {lines} lines printed'])
    for (const changes of ['', ' giving {changes}']) {
      list.push(say('fold', `{count} more rounds, {first} to {last}${lines}${changes}`));
      list.push(say('fold', `rounds {first} to {last}, {count} in all${lines}${changes}`));
      list.push(say('fold', `{count} more rounds${lines}${changes}`, 'while'));
    }
  for (const lines of ['', ', {lines} lines printed'])
    for (const calls of ['', ', {calls} calls inside'])
      for (const args of ['', ' with {args}'])
        list.push(say('summary', `{func} run${args} gives {chain}${calls}${lines}`));
  return list;
}

export const concise: Style = {
  name: 'concise',
  title: "a quick expert's notes, only what is needed to follow",
  manner: {
    effects: { leave: 0.5 },
    loops: 0.3,
    done: 0,
    joins: 0.8,
    clauses: 5,
    afterRound: ': ',
    afterTest: ', so ',
    between: ['; ', ', '],
  },
  wordings: wordings(WORDINGS),
};
