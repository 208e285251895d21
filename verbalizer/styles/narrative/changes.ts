// Narrative wordings for objects that change in place: what was put in or taken out, and what is left.
import { say, type Wording } from '../../style.ts';

/** Wordings by the method that changes the object: the first part, and how the outcome follows. */
function by(how: string, phrases: readonly string[], when = ''): Wording[] {
  return phrases.map((phrase) => say('mutate', phrase, when, { how }, 3));
}

export const CHANGES = [
  say('mutate', '{item} is appended to {object}', 'grown', { how: 'append' }, 4),
  say('mutate', '{item} is appended to {object}, giving {after}', 'grown !wide', { how: 'append' }, 4),
  say('mutate', 'appending {item} makes {object} = {after}', 'grown !wide', { how: 'append' }, 2),
  say('mutate', 'we append {item} to {object}', 'grown', { how: 'append' }, 3),
  say(
    'mutate',
    '{item} is appended to {object}, which now has {size} elements',
    'grown wide',
    { how: 'append' },
    2,
  ),
  say('mutate', '{item} is added to {object}', 'grown', {}, 2),
  say('mutate', '{item} is added to {object}, which is now {after}', 'grown !wide', {}, 2),
  say('mutate', '{item} goes into {object}, now {after}', 'grown !wide'),
  say('mutate', '{item} is put at the left end of {object}', 'grown', { how: 'appendleft' }, 4),

  ...by('insert', [
    '{item} is inserted into {object} at index {at}, giving {after}',
    'inserting {item} at index {at} turns {object} into {after}',
    '{item} goes into {object} at index {at}, which makes it {after}',
  ]),
  ...by('remove', [
    '{item} is removed from {object}, leaving {after}',
    'removing {item} leaves {object} = {after}',
    'the first {item} is taken out of {object}, which leaves {after}',
  ]),
  ...by('remove', ['{item} is removed from {object}', 'the first {item} is taken out of {object}'], 'wide'),
  ...by('insert', ['{item} is inserted into {object} at index {at}'], 'wide'),
  ...by('pop', ['{item} is popped from {object}', 'popping takes {item} out of {object}'], 'wide'),
  ...by('popleft', ['{item} is taken from the left end of {object}'], 'wide'),
  ...by('heappush', ['{item} is pushed onto the heap {object}'], 'wide'),
  ...by('heappop', ['the smallest element {item} is popped from the heap {object}'], 'wide'),
  ...by('discard', [
    '{item} is discarded from {object}, leaving {after}',
    'discarding {item} leaves {object} = {after}',
  ]),
  ...by('pop', [
    '{item} is popped from {object}, leaving {after}',
    'popping takes {item} out of {object}, leaving {after}',
    '{call} takes {item} out of {object}, which leaves {after}',
  ]),
  ...by('pop', ['popping at {at} takes {item} out of {object}, leaving {after}']),
  ...by('popleft', [
    '{item} is taken from the left end of {object}, leaving {after}',
    '{item} leaves {object} at the left, which is now {after}',
  ]),
  ...by('popitem', ['the last entry {item} is popped from {object}, leaving {after}']),
  ...by('extend', [
    '{object} is extended by {item}, giving {after}',
    'extending {object} by {item} makes it {after}',
    'the elements of {item} are appended to {object}, giving {after}',
  ]),
  ...by('update', [
    '{object} is updated with {item} and becomes {after}',
    'updating {object} with {item} gives {after}',
    'the update turns {object} into {after}',
  ]),
  ...by('sort', [
    '{object} is sorted in place and becomes {after}',
    'sorting {object} gives {after}',
    'sorted, {object} equals {after}',
  ]),
  ...by('reverse', ['{object} is reversed in place and becomes {after}', 'reversing {object} gives {after}']),
  ...by('clear', ['{object} is emptied, so that it equals {after}', 'clearing {object} leaves {after}']),
  ...by('setdefault', ['{object} gets {item} as the default for {at}, which makes it {after}']),
  ...by('rotate', [
    '{object} is rotated by {item} and becomes {after}',
    'rotating {object} by {item} gives {after}',
  ]),
  ...by('heappush', [
    '{item} is pushed onto the heap {object}, now {after}',
    'pushing {item} makes the heap {object} = {after}',
  ]),
  ...by('heappop', [
    'the smallest element {item} is popped from the heap {object}, leaving {after}',
    '{item}, the smallest, leaves the heap {object}, now {after}',
  ]),
  ...by('heapify', ['{object} is arranged as a heap: {after}']),

  say('mutate', '{call} makes {object} = {after}'),
  say('mutate', '{call} leaves {object} = {after}'),
  say('mutate', 'after {call}, {object} equals {after}'),
  say('mutate', '{call} turns {object} into {after}'),
  say('mutate', '{object} becomes {after} through {call}', '', {}, 0.5),
  say('mutate', 'after {call}, {object} has {size} elements', 'long'),

  say('delete', '{target} is deleted'),
  say('delete', '{target} is removed'),
  say('delete', '{target} is deleted, which leaves {object} = {after}', '', {}, 3),
  say('delete', 'deleting {target} makes {object} = {after}', '', {}, 2),
];
