// Narrative wordings for objects that change in place: what was put in or taken out, and what is left.
import { say, type Wording } from '../../style.ts';

/** Wordings by the method that changes the object: the first part, and how the outcome follows. */
function by(how: string, phrases: readonly string[], when = ''): Wording[] {
  return phrases.map((phrase) => say('mutate', phrase, when, { how }, 3));
}

/** Wordings for something that is put in, said by the slot `item`. */
function added(item: string, plain: string): Wording[] {
  const to = (how: string, phrase: string, when: string, weight: number): Wording =>
    say('mutate', phrase, `grown ${plain} ${when}`, how === '' ? {} : { how }, weight);
  return [
    to('append', `${item} is appended to {object}`, '', 4),
    to('append', `${item} is appended to {object}, giving {after}`, '!wide', 4),
    to('append', `we append ${item} to {object}`, '', 3),
    to('append', `we append ${item} to {object}, which is now {after}`, '!wide', 3),
    to('append', `${item} is appended to {object}, which now has {size} elements`, 'wide', 2),
    to('', `${item} is added to {object}`, '', 1.5),
    to('', `${item} is added to {object}, which is now {after}`, '!wide', 2),
    to('', `${item} goes into {object}, now {after}`, '!wide', 1),
    to('appendleft', `${item} is put at the left end of {object}`, '', 4),
    to('appendleft', `${item} is put at the left end of {object}, giving {after}`, '!wide', 4),
  ];
}

export const CHANGES = [
  ...added('{item}', 'plain'),
  ...added('{given:long}', '!plain'),

  ...by('insert', [
    '{given} is inserted into {object} at index {at}, giving {after}',
    'inserting {given} at index {at} turns {object} into {after}',
    '{given} goes into {object} at index {at}, which makes it {after}',
  ]),
  ...by('remove', [
    '{item} is removed from {object}, leaving {after}',
    'removing {item} leaves {object} = {after}',
    'the first {item} is taken out of {object}, which leaves {after}',
  ]),
  ...by('remove', ['{item} is removed from {object}', 'the first {item} is taken out of {object}'], 'wide'),
  ...by('insert', ['{given} is inserted into {object} at index {at}'], 'wide'),
  ...by('pop', ['{item} is popped from {object}', 'popping takes {item} out of {object}'], 'wide !dict'),
  ...by('pop', ['the key {at} is taken out of {object} with its value {item}'], 'wide dict'),
  ...by('popleft', ['{item} is taken from the left end of {object}'], 'wide'),
  ...by('heappush', ['{given} is pushed onto the heap {object}'], 'wide'),
  ...by('heappop', ['the smallest element {item} is popped from {object}'], 'wide'),
  ...by('discard', [
    '{item} is discarded from {object}, leaving {after}',
    'discarding {item} leaves {object} = {after}',
  ]),
  ...by(
    'pop',
    [
      '{item} is popped from {object}, leaving {after}',
      'popping takes {item} out of {object}, leaving {after}',
      '{call} takes {item} out of {object}, which leaves {after}',
    ],
    '!dict',
  ),
  ...by('pop', ['popping at index {at} takes {item} out of {object}, leaving {after}'], '!dict'),
  ...by(
    'pop',
    [
      'the key {at} is taken out of {object} with its value {item}, leaving {after}',
      'popping the key {at} takes its value {item} out of {object}, leaving {after}',
    ],
    'dict',
  ),
  ...by('popleft', [
    '{item} is taken from the left end of {object}, leaving {after}',
    'we take {item} from the left of {object}, which leaves {after}',
  ]),
  ...by('popitem', ['the last entry {item} is popped from {object}, leaving {after}']),
  ...by('extend', [
    '{object} is extended by {given}, giving {after}',
    'extending {object} by {given} makes it {after}',
    'the elements of {given} are appended to {object}, giving {after}',
  ]),
  ...by('update', [
    '{object} is updated with {given}, which makes it {after}',
    'updating {object} with {given} gives {after}',
    'the update turns {object} into {after}',
  ]),
  ...by('sort', [
    '{object} is sorted in place and becomes {after}',
    'sorting {object} gives {after}',
    'sorted, {object} equals {after}',
  ]),
  ...by('reverse', ['{object} is reversed in place and becomes {after}', 'reversing {object} gives {after}']),
  ...by('clear', ['{object} is emptied and is now {after}', 'clearing {object} leaves {after}']),
  ...by('setdefault', ['{object} gets {item} as the default for {at}, which makes it {after}']),
  ...by('rotate', [
    '{object} is rotated by {item} and becomes {after}',
    'rotating {object} by {item} gives {after}',
  ]),
  ...by('heappush', [
    '{given} is pushed onto {object}, giving {after}',
    'we push {given} onto {object}, which as a heap is {after}',
  ]),
  ...by('heappop', [
    'the smallest element {item} is popped from {object}, leaving {after}',
    '{item} is the smallest element of {object} and is popped, which leaves {after}',
  ]),
  ...by('heapify', ['{object} is arranged as a heap: {after}']),

  // what is known of the method says more
  say('mutate', '{call} makes {object} = {after}', '', {}, 0.02),
  say('mutate', '{call} leaves {object} = {after}', '', {}, 0.02),
  say('mutate', 'after {call}, {object} equals {after}', '', {}, 0.02),
  say('mutate', '{call} turns {object} into {after}', '', {}, 0.02),
  say('mutate', 'after {call}, {object} has {size} elements', 'long', {}, 0.1),

  say('delete', '{target} is deleted'),
  say('delete', '{target} is removed'),
  say('delete', '{target} is deleted, which leaves {object} = {after}', '', {}, 3),
  say('delete', 'deleting {target} makes {object} = {after}', '', {}, 2),
];
