// Narrative wordings for the way through a program: calls and their results, exceptions, output.
import { say } from '../../style.ts';

const STATEMENT = { what: 'raise' };
const ASSERTION = { what: 'assert' };

export const FLOW = [
  say('call', '{func} is called with {args}', '!making !nested', {}, 2),
  say('call', 'we call {func} with {args}', '!making !nested'),
  say('call', 'we enter {func} with {args}', '!making !nested'),
  say('call', '{func} starts with {args}', '!making !nested'),
  say('call', '{func} runs with {args}', '!making !nested'),
  say('call', '{func} receives {args}', '!making !nested'),
  say('call', '{func} is called with {news} and the same {same}', '!making', {}, 9),
  say('call', 'we call {func} with {news} and the same {same}', '!making', {}, 6),
  say('call', '{func} is called', 'empty !making', {}, 2),
  say('call', 'we call {func}', 'empty !making'),
  say('call', 'we enter {func}', 'empty !making'),
  say('call', '{func} runs', 'empty !making'),
  say('call', 'a new {cls} is made with {args}'),
  say('call', 'we make a new {cls} with {args}'),
  say('call', 'the constructor of {cls} receives {args}'),
  say('call', 'a new {cls} is made', 'empty'),
  say('call', 'we make a new {cls}', 'empty'),
  say('call', '{func} calls itself with {args}', '', { again: '1' }, 2),
  say('call', 'now {func} calls itself with {args}', '', { again: '1' }),
  say('call', 'the next call of {func} has {args}', '', { again: '1' }),

  say('resume', 'back in {func}', '!nested', {}, 2),
  say('resume', 'back in {func} with {args}', 'nested', {}, 2),
  say('resume', 'back in the call of {func} with {args}', 'nested', {}, 2),

  say('return', '{func} returns {chain}', '!back', {}, 3),
  say('return', '{func} returns {chain:which}', '!plain !number !back', {}, 2),
  say('return', 'the return value of {func} is {chain}'),
  say('return', '{func} gives back {chain}', '!back'),
  say('return', 'the call of {func} gives {chain}', '!back'),
  say('return', 'the result of {func} is {chain:worked}', '!plain'),
  say('return', '{func} ends with {chain:worked}', '!implicit !back'),
  say('return', '{func} ends and returns {chain}', 'implicit !back', {}, 3),
  say('return', 'it returns {chain}', 'back', {}, 3),
  say('return', 'it gives back {chain}', 'back'),
  say('return', 'the call returns {chain}', 'back'),
  say('return', 'the result is {chain:worked}', 'back'),

  say('return', '{func} returns {said}', '!back', {}, 5),
  say('return', 'the result of {func} is {said}', '', {}, 4),
  say('return', '{func} ends with {said}', '!back', {}, 3),
  say('return', '{func} gives back {said}', '!back', {}, 3),
  say('return', 'it returns {said}', 'back', {}, 4),

  say('yield', '{func} yields {chain}', '', {}, 2),
  say('yield', 'the generator {func} hands out {chain}'),
  say('yield', 'the next value from {func} is {chain}'),

  say('print', 'this prints {text}'),
  say('print', '{text} is printed', '', {}, 2),
  say('print', 'the output is {text}'),
  say('print', 'the program prints {text}'),
  say('print', 'the line {text} is printed'),

  say('raise', '{call} raises {type} with the message {text}', '', {}, 2),
  say('raise', '{call} fails with {type}: {text}', '', {}, 2),
  say('raise', 'working out {call} raises {type}: {text}'),
  say('raise', '{call} raises {type}', 'empty'),
  say('raise', '{func} raises {type} with the message {text}', '', STATEMENT, 3),
  say('raise', 'the raise statement throws {type}: {text}', '', STATEMENT),
  say('raise', '{func} raises {type}', 'empty', STATEMENT, 3),
  say('raise', 'the assertion fails with {type}: {text}', '', ASSERTION, 3),
  say('raise', 'the assertion fails with {type}', 'empty', ASSERTION, 3),
  say('raise', '{type} is raised: {text}', '', {}, 0.3),
  say('raise', '{type} is raised', 'empty', {}, 0.3),

  say('catch', 'the except clause catches {type}'),
  say('catch', '{type} is caught'),
  say('catch', 'the handler for {type} takes over'),
  say('catch', 'the except clause catches {type} as {name}', '', {}, 2),
  say('catch', 'the handler takes {type} as {name}', '', {}, 2),
  say('escape', '{func} does not catch {type}'),
  say('escape', '{type} leaves {func}'),

  say('result', 'the result is {chain}'),
  say('result', 'the answer is {chain}'),
];
