// Concise wordings for conditions: the values that decided, and a word for how it came out.
import { say, type Wording } from '../../style.ts';

const TRUE = { truth: '1' };
const FALSE = { truth: '0' };

/** Short words for comparisons: operator, hints of the sides, words when it holds and when it does not. */
const RELATIONS: readonly (readonly [op: string, when: string, holds: string, fails: string])[] = [
  ['lt', 'number', 'below', 'not below'],
  ['gt', 'number', 'above', 'not above'],
  ['le', 'number', 'at most', 'above'],
  ['ge', 'number', 'at least', 'below'],
  ['lt', 'text', 'before', 'not before'],
  ['gt', 'text', 'after', 'not after'],
  ['le', 'text', 'not after', 'after'],
  ['ge', 'text', 'not before', 'before'],
  ['in', '', 'found in', 'missing from'],
  ['notin', '', 'missing from', 'found in'],
];

/** Short words for what a value is like. */
const KINDS: readonly (readonly [why: string, truth: boolean, word: string])[] = [
  ['empty', false, 'empty'],
  ['filled', true, 'nonempty'],
  ['blank', false, 'empty'],
  ['text', true, 'nonempty'],
  ['zero', false, 'falsy'],
  ['nonzero', true, 'nonzero'],
  ['none', false, 'falsy'],
  ['object', true, 'truthy'],
];

function relations(): Wording[] {
  const list: Wording[] = [];
  for (const [op, when, holds, fails] of RELATIONS)
    list.push(
      say('test', `{left:worked} ${holds} {right:value}`, when, { op, truth: '1' }, 1.5),
      say('test', `{left:worked} ${fails} {right:value}`, when, { op, truth: '0' }, 1.5),
    );
  for (const [op, truth] of [
    ['eq', '0'],
    ['ne', '1'],
  ] as const)
    list.push(
      say('test', '{left:worked}, not {right:value}', '', { op, truth }, 2),
      say('test', '{left:worked} differs from {right:value}', '', { op, truth }),
    );
  for (const [op, truth] of [
    ['eq', '1'],
    ['ne', '0'],
  ] as const)
    list.push(
      say('test', '{left:long}', 'single', { op, truth }, 2),
      say('test', '{left:worked} equals {right:value}', '!plain', { op, truth }, 1.5),
      say('test', `{source} ${truth === '1' ? 'holds' : 'fails'}`, 'plain', { op, truth }),
    );
  for (const [op, truth] of [
    ['is', '1'],
    ['isnot', '1'],
    ['is', '0'],
    ['isnot', '0'],
  ] as const)
    list.push(
      say(
        'test',
        `{left:long}, so {source} ${truth === '1' ? 'holds' : 'fails'}`,
        'single',
        { op, truth },
        2,
      ),
      say('test', `{source} ${truth === '1' ? 'holds' : 'fails'}`, '', { op, truth }),
    );
  for (const [why, truth, word] of KINDS)
    for (const not of ['0', '1'])
      list.push(
        say('test', `{on:worked} ${word}`, '', { why, not, truth: truth === (not === '0') ? '1' : '0' }, 3),
      );
  for (const [why, truth] of [
    ['true', true],
    ['false', false],
  ] as const)
    for (const not of ['0', '1']) {
      const fixed = { why, not, truth: truth === (not === '0') ? '1' : '0' };
      list.push(say('test', '{on:long}', '', fixed, 3), say('test', 'since {on:long}', '', fixed));
    }
  return list;
}

export const CONDITIONS = [
  ...relations(),
  say('test', '{source} holds', 'compare !constant', TRUE, 0.02),
  say('test', '{source} fails', 'compare !constant', FALSE, 0.02),
  say('test', '{source} truthy', '!compare !constant', TRUE, 0.02),
  say('test', '{source} falsy', '!compare !constant', FALSE, 0.02),
  say('test', '{chain:value} yes', '!reasoned', TRUE),
  say('test', '{chain:value} true', '!reasoned', TRUE),
  say('test', '{chain:value} holds', 'compare !reasoned', TRUE, 1.5),
  say('test', 'since {chain:value}', 'compare !reasoned', TRUE, 1.5),
  say('test', '{chain:value} no', '!reasoned', FALSE),
  say('test', '{chain:value} false', '!reasoned', FALSE),
  say('test', '{chain:value} fails', 'compare !reasoned', FALSE, 1.5),
  say('test', '{first} holds, {second} too', 'compare', { join: 'both', truth: '1' }, 2),
  say('test', '{first} truthy, {second} too', '!compare', { join: 'both', truth: '1' }, 4),
  say('test', 'neither {first} nor {second}', '', { join: 'neither', truth: '0' }, 3),
  say('test', '{first} true, {second} false', '', { join: 'turned', truth: '0' }, 3),
  say('test', 'neither {first} nor {second} falsy', '', { join: 'neithernot', truth: '0' }, 8),
  say('test', 'neither {first} nor {second} truthy', '', { join: 'bothnot', truth: '1' }, 8),
  say('test', '{first} holds, {second} does not', 'compare', { join: 'butnot', truth: '0' }, 3),
  say('test', '{first} truthy, {second} falsy', '!compare', { join: 'butnot', truth: '0' }, 4),

  say('case', '{subject:value} matches {pattern} with {pairs}', '', {}, 9),
  say('case', '{subject:value} matches {pattern}'),
  say('case', 'case {pattern} fits {subject:value}'),
  say('effect', 'loop over', '', { what: 'leave' }),
  say('effect', 'end of loop', '', { what: 'leave' }),
  say('effect', 'out of the loop', '', { what: 'leave' }),
  say('effect', 'else', '', { what: 'else' }),
  say('effect', 'go to else', '', { what: 'else' }),
  say('effect', 'skip', '', { what: 'skip' }),
  say('effect', 'next test', '', { what: 'elif' }),
  say('effect', 'again', '', { what: 'again' }),
  say('effect', 'body runs', '', { what: 'body' }),
  say('effect', 'continue', '', { what: 'continue' }),
  say('effect', 'on to the next', '', { what: 'continue' }),
  say('effect', 'no break, so the else part', '', { what: 'nobreak' }),
  say('effect', 'no break, else part runs', '', { what: 'nobreak' }),
  say('effect', 'pass', '', { what: 'pass' }),
  say('effect', 'nothing to do', '', { what: 'pass' }),
  say('effect', 'finally', '', { what: 'finally' }),
];
