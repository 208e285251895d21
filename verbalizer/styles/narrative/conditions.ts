// Narrative wordings for conditions: what was compared, how it came out, where that leads.
import { say, type Wording } from '../../style.ts';

const TRUE = { truth: '1' };
const FALSE = { truth: '0' };

/** Words for a comparison by operator: how it reads when it holds, and when it does not. */
interface Relation {
  readonly op: string;
  /** Hints that the sides must have, such as `number`. */
  readonly when: string;
  readonly holds: readonly string[];
  readonly fails: readonly string[];
}

const RELATIONS: readonly Relation[] = [
  { op: 'eq', when: '', holds: [], fails: ['is not equal to', 'differs from'] },
  { op: 'ne', when: '', holds: ['differs from', 'is not equal to'], fails: [] },
  {
    op: 'lt',
    when: 'number',
    holds: ['is less than', 'is below', 'is smaller than'],
    fails: ['is not less than', 'is not below', 'is at least'],
  },
  {
    op: 'gt',
    when: 'number',
    holds: ['is greater than', 'exceeds', 'is above'],
    fails: ['is not greater than', 'does not exceed', 'is at most'],
  },
  {
    op: 'le',
    when: 'number',
    holds: ['is at most', 'is not greater than', 'does not exceed'],
    fails: ['is greater than', 'exceeds', 'is above'],
  },
  {
    op: 'ge',
    when: 'number',
    holds: ['is at least', 'is not below', 'is not less than'],
    fails: ['is less than', 'is below'],
  },
  { op: 'lt', when: 'text', holds: ['comes before'], fails: ['does not come before'] },
  { op: 'gt', when: 'text', holds: ['comes after'], fails: ['does not come after'] },
  { op: 'le', when: 'text', holds: ['does not come after'], fails: ['comes after'] },
  { op: 'ge', when: 'text', holds: ['does not come before'], fails: ['comes before'] },
  {
    op: 'in',
    when: '',
    holds: ['occurs in', 'is found in'],
    fails: ['does not occur in', 'is missing from'],
  },
  {
    op: 'notin',
    when: '',
    holds: ['does not occur in', 'is missing from'],
    fails: ['occurs in', 'is found in'],
  },
];

function comparisons(): Wording[] {
  const list: Wording[] = [];
  for (const { op, when, holds, fails } of RELATIONS)
    for (const [truth, phrases] of [
      ['1', holds],
      ['0', fails],
    ] as const)
      phrases.forEach((phrase, i) => {
        const fixed = { op, truth };
        const weight = i === 0 ? 0.8 : 0.5;
        list.push(
          say('test', `{left:worked} ${phrase} {right:worked}`, when, fixed, weight * 1.5),
          say('test', `{left:value} ${phrase} {right:value}`, `plain ${when}`, fixed, weight * 0.6),
          say('test', `{left:long}, which ${phrase} {right:worked}`, when, fixed, weight * 2),
          say('test', `since {left:worked} ${phrase} {right:worked}`, when, fixed, weight),
          say('test', `as {left:worked} ${phrase} {right:worked}`, when, fixed, weight * 0.6),
        );
      });
  for (const [op, truth] of [
    ['eq', '0'],
    ['ne', '1'],
  ] as const) {
    list.push(say('test', '{left:long}, not {right:worked}', '', { op, truth }, 3));
  }
  for (const [op, truth, verdict] of [
    ['eq', '1', 'holds'],
    ['ne', '0', 'fails'],
  ] as const) {
    const fixed = { op, truth };
    list.push(
      say('test', '{left:long}, which equals {right:named}', '!single', fixed, 3),
      say('test', '{left:worked} equals {right:worked}', '!single', fixed, 2),
      say('test', '{left:worked} is equal to {right:worked}', '!single', fixed, 1),
      say('test', '{left:long}', 'single', fixed, 3),
      say('test', 'since {left:long}', 'single', fixed, 3),
      say('test', `{source} ${verdict}, since {left:long}`, 'single', fixed, 2),
      say('test', `{source} ${verdict} for {left:long}`, 'single', fixed, 1),
      say('test', `{source} ${verdict}`, 'single', fixed, 0.5),
    );
  }
  // whether two names stand for one object is seen by what they are
  for (const [op, truth] of [
    ['is', '1'],
    ['isnot', '1'],
    ['is', '0'],
    ['isnot', '0'],
  ] as const) {
    const verdict = truth === '1' ? 'holds' : 'does not hold';
    const fixed = { op, truth };
    list.push(
      say('test', `{source} ${verdict}, since {left:long}`, '', fixed, 3),
      say('test', `{left:long}, so that {source} ${verdict}`, '', fixed, 2),
      say('test', `{source} ${verdict}`, '', fixed, 0.5),
    );
  }
  return list;
}

/** Words for what a condition without a comparison rests on: `on` is of the kind `why`. */
const KINDS: readonly (readonly [why: string, truth: boolean, phrases: readonly string[]])[] = [
  ['empty', false, ['is empty', 'has no elements']],
  ['filled', true, ['is not empty', 'still has elements', 'has elements']],
  ['blank', false, ['is the empty string', 'is empty']],
  ['text', true, ['is not empty', 'is a non-empty string']],
  ['zero', false, ['counts as false']],
  ['nonzero', true, ['counts as true', 'is not zero']],
  ['none', false, ['counts as false']],
  ['object', true, ['counts as true', 'is an object and counts as true']],
];

function kinds(): Wording[] {
  const list: Wording[] = [];
  for (const [why, truth, phrases] of KINDS)
    for (const phrase of phrases)
      for (const not of ['0', '1']) {
        const fixed = { why, not, truth: truth === (not === '0') ? '1' : '0' };
        list.push(
          say('test', `{on:worked} ${phrase}`, '', fixed, 2),
          say('test', `{on:long}, which ${phrase}`, '', fixed, 3),
          say('test', `since {on:worked} ${phrase}`, '', fixed, 2),
        );
      }
  return list;
}

/** A condition that is a call or a name with a truth value of its own, or the negation of one. */
const ANSWERS = [
  say('test', '{on:long}', '', { why: 'true', not: '0', truth: '1' }, 1.5),
  say('test', 'since {on:long}', '', { why: 'true', not: '0', truth: '1' }, 2),
  say('test', '{on:long}', '', { why: 'false', not: '0', truth: '0' }, 1.5),
  say('test', 'since {on:long}', '', { why: 'false', not: '0', truth: '0' }, 2),
  say('test', '{on:long}, which makes {source} true', '', { why: 'false', not: '1', truth: '1' }, 3),
  say('test', '{source} holds, since {on:long}', '', { why: 'false', not: '1', truth: '1' }, 3),
  say('test', 'since {on:long}', '', { why: 'false', not: '1', truth: '1' }, 3),
  say('test', '{on:long}, which makes {source} false', '', { why: 'true', not: '1', truth: '0' }, 3),
  say('test', '{source} is false, since {on:long}', '', { why: 'true', not: '1', truth: '0' }, 3),
  say('test', 'since {on:long}', '', { why: 'true', not: '1', truth: '0' }, 3),
];

export const CONDITIONS = [
  ...ANSWERS,
  ...comparisons(),
  ...kinds(),

  say('test', '{source} holds', 'compare !constant', TRUE, 0.02),
  say('test', '{source} does not hold', 'compare !constant', FALSE, 0.02),
  say('test', '{source} counts as true', '!compare !constant', TRUE, 0.02),
  say('test', '{source} counts as false', '!compare !constant', FALSE, 0.02),
  say('test', '{chain} is true', '!number !text !reasoned', TRUE, 1.5),
  say('test', '{chain} holds', 'compare !reasoned', TRUE),
  say('test', '{source} is true because {chain}', 'compare !reasoned', TRUE, 0.5),
  say('test', '{source} holds, since {chain}', 'compare !reasoned', TRUE, 0.5),
  say('test', 'we have {chain}', 'compare !reasoned', TRUE, 0.8),
  say('test', 'because {chain}', 'compare !reasoned', TRUE, 0.8),
  say('test', 'since {chain}', 'compare !reasoned', TRUE, 0.8),
  say('test', '{chain} is false', '!number !text !reasoned', FALSE, 1.5),
  say('test', '{chain} does not hold', 'compare !reasoned', FALSE),
  say('test', '{chain} fails', 'compare !reasoned', FALSE, 0.6),
  say('test', '{chain} comes out true', '!compare !reasoned', TRUE),
  say('test', '{chain} comes out false', '!compare !reasoned', FALSE),

  say('test', '{first} holds, and so does {second}', 'compare', { join: 'both', truth: '1' }, 3),
  say('test', '{first} is true and {second} as well', 'compare', { join: 'both', truth: '1' }, 2),
  say('test', '{first} holds, and {second} does too', 'compare', { join: 'both', truth: '1' }, 2),
  say(
    'test',
    '{first} counts as true, and the same goes for {second}',
    '!compare',
    { join: 'both', truth: '1' },
    6,
  ),
  say('test', 'neither {first} nor {second} holds', 'compare', { join: 'neither', truth: '0' }, 4),
  say('test', 'neither {first} nor {second} counts as true', '!compare', { join: 'neither', truth: '0' }, 6),
  say('test', '{first} holds, and {second} does not', '', { join: 'turned', truth: '0' }, 4),
  say('test', '{first} is true, and {second} is false', '', { join: 'turned', truth: '0' }, 2),
  say('test', 'neither {first} nor {second} counts as false', '', { join: 'neithernot', truth: '0' }, 8),
  say('test', 'neither {first} nor {second} counts as true', '', { join: 'bothnot', truth: '1' }, 8),
  say('test', '{first} holds but {second} does not', 'compare', { join: 'butnot', truth: '0' }, 3),
  say('test', '{first} is true, yet {second} is false', 'compare', { join: 'butnot', truth: '0' }, 2),
  say('test', '{first} counts as true, {second} as false', '!compare', { join: 'butnot', truth: '0' }, 5),

  say('case', '{subject} matches the pattern {pattern}, which makes {pairs}', '', {}, 20),
  say('case', '{subject} fits the pattern {pattern} with {pairs}', '', {}, 12),
  say('case', '{subject} matches the pattern {pattern}', '', {}, 2),
  say('case', '{subject} fits the pattern {pattern}'),
  say('case', 'the case {pattern} matches {subject}'),
  say('effect', 'the body of the if runs', '', { what: 'body' }),
  say('effect', 'we take the if branch', '', { what: 'body' }),
  say('effect', 'the else branch runs', '', { what: 'else' }, 2),
  say('effect', 'we go to the else branch', '', { what: 'else' }),
  say('effect', 'the else part applies', '', { what: 'else' }),
  say('effect', 'the branch is skipped', '', { what: 'skip' }),
  say('effect', 'the body of the if is skipped', '', { what: 'skip' }),
  say('effect', 'the if is passed over', '', { what: 'skip' }),
  say('effect', 'we look at the next condition', '', { what: 'elif' }),
  say('effect', 'the next condition decides', '', { what: 'elif' }),
  say('effect', 'the loop goes on', '', { what: 'again' }),
  say('effect', 'another round begins', '', { what: 'again' }),
  say('effect', 'the loop ends', '', { what: 'leave' }, 2),
  say('effect', 'the loop is over', '', { what: 'leave' }),
  say('effect', 'the loop stops', '', { what: 'leave' }),
  say('effect', 'we leave the loop', '', { what: 'leave' }),
  say('effect', 'this round is cut short by continue', '', { what: 'continue' }),
  say('effect', 'continue moves on to the next round', '', { what: 'continue' }, 2),
  say('effect', 'we go on with the next round', '', { what: 'continue' }, 2),
  say('effect', 'the rest of the round is skipped', '', { what: 'continue' }, 2),
  say('effect', 'pass does nothing', '', { what: 'pass' }),
  say('effect', 'there is nothing to do', '', { what: 'pass' }),
  say('effect', 'no break has ended the loop, and its else part runs', '', { what: 'nobreak' }),
  say('effect', 'the loop was not left by break, and the else part of it runs', '', { what: 'nobreak' }),
  say('effect', 'the finally block runs in any case', '', { what: 'finally' }),
  say('effect', 'the finally block runs now', '', { what: 'finally' }),
];
