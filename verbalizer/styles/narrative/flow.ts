// Narrative wordings for the way through a program: calls, conditions, loops, exceptions, output.
import { say } from '../../style.ts';
import { FOLDS } from './folds.ts';

const TRUE = { truth: '1' };
const FALSE = { truth: '0' };

export const FLOW = [
  say('call', '{func} is called with {args}', '', {}, 2),
  say('call', 'we call {func} with {args}'),
  say('call', 'we enter {func} with {args}'),
  say('call', '{func} starts with {args}'),
  say('call', 'the call of {func} has {args}'),
  say('call', '{func} is called without arguments', 'empty'),
  say('call', 'we enter {func}', 'empty'),

  say('return', '{func} returns {chain}', '', {}, 3),
  say('return', 'the return value of {func} is {chain}'),
  say('return', '{func} gives back {chain}'),
  say('return', 'the call of {func} gives {chain}'),
  say('return', '{func} ends and returns {chain}', 'implicit'),

  say('yield', '{func} yields {chain}', '', {}, 2),
  say('yield', 'the generator {func} hands out {chain}'),

  say('test', '{chain} is true', '', TRUE, 3),
  say('test', '{chain} holds', 'compare', TRUE, 2),
  say('test', 'the check {source} passes: {chain}', 'compare', TRUE),
  say('test', '{source} is true because {chain}', 'compare', TRUE),
  say('test', '{source} holds, since {chain}', 'compare', TRUE),
  say('test', 'we have {chain}', 'compare', TRUE),
  say('test', '{chain} counts as true', '!compare !bool', TRUE, 5),
  say('test', '{chain} is false', '', FALSE, 3),
  say('test', '{chain} does not hold', 'compare', FALSE, 2),
  say('test', '{chain} fails', 'compare', FALSE),
  say('test', 'the check {source} fails: {chain} is false', 'compare', FALSE),
  say('test', '{source} is false, as {chain} does not hold', 'compare', FALSE),
  say('test', '{chain} counts as false', '!compare !bool', FALSE, 5),

  say('effect', 'the body of the if runs', '', { what: 'body' }),
  say('effect', 'we take the if branch', '', { what: 'body' }),
  say('effect', 'the else branch runs', '', { what: 'else' }, 2),
  say('effect', 'we go to the else branch', '', { what: 'else' }),
  say('effect', 'the branch is skipped', '', { what: 'skip' }),
  say('effect', 'nothing is done here', '', { what: 'skip' }),
  say('effect', 'we skip the body', '', { what: 'skip' }),
  say('effect', 'we look at the next condition', '', { what: 'elif' }),
  say('effect', 'the loop goes on', '', { what: 'again' }),
  say('effect', 'the loop ends', '', { what: 'leave' }, 2),
  say('effect', 'the loop is over', '', { what: 'leave' }),
  say('effect', 'we leave the loop', '', { what: 'leave' }),

  say('loop', '{target} runs over {items}', '', {}, 3),
  say('loop', 'the loop takes {target} through {items}'),
  say('loop', 'the loop goes over {over}', '!plain'),
  say('loop', '{target} will take the values {items}'),
  say('loop', 'the loop runs {target} over {over}', '!plain'),
  say('loop', 'there is nothing to loop over in {over}', 'empty !while'),

  say('round', 'for {pairs}', '', {}, 3),
  say('round', 'with {pairs}', '', {}, 2),
  say('round', 'at {pairs}', 'number', {}, 2),
  say('round', 'when {pairs}'),
  say('round', 'next, for {pairs}', '!first'),
  say('round', 'next, with {pairs}', '!first'),
  say('round', 'then, at {pairs}', '!first number'),
  say('round', 'then, for {pairs}', '!first'),
  say('round', 'first, with {pairs}', 'first', {}, 2),
  say('round', 'first, for {pairs}', 'first', {}, 2),
  say('round', 'in round {nth}, with {pairs}', '!first'),

  say('done', 'the loop ends after {rounds} rounds', '!plain !first', { why: 'exhausted' }),
  say('done', 'the loop is done', '', { why: 'exhausted' }),
  say('done', 'that was the last round', '', { why: 'exhausted' }),
  say('done', 'the loop has run through', '', { why: 'exhausted' }),
  say('done', 'break ends the loop', '', { why: 'break' }),
  say('done', 'the loop stops here with break', '', { why: 'break' }),

  ...FOLDS,

  say('print', 'this prints {text}'),
  say('print', '{text} is printed', '', {}, 2),
  say('print', 'the output is {text}'),
  say('print', 'the program prints {text}'),

  say('raise', 'this raises {type} with the message {text}', '', {}, 2),
  say('raise', '{type} is raised: {text}'),
  say('raise', 'this raises {type}', 'empty'),
  say('catch', 'the except clause catches {type}'),
  say('catch', '{type} is caught'),
  say('catch', 'the handler for {type} takes over'),
  say('escape', '{func} does not catch {type}'),
  say('escape', '{type} leaves {func}'),

  say('result', 'the result is {chain}'),
  say('result', 'the answer is {chain}'),
];
