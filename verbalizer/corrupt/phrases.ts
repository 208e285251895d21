// Corruptions of what is said in words: another method, the other end of a list, a condition's other kind of value.
import { alternatives, changeOne, type Corruption } from './tools.ts';

const PHRASE_TURNS: Record<string, string> = {
  'the upper-case form': 'the lower-case form',
  'the lower-case form': 'the upper-case form',
  'the capitalized form': 'the upper-case form',
  'at its ends': 'in front',
  'from the left': 'from the right',
  'from the right': 'from both ends',
  'from both ends': 'from the left',
  'first occurs': 'last occurs',
  'last occurs': 'first occurs',
  'the list of the words': 'the list of the lines',
  'the largest element': 'the smallest element',
  'the smallest element': 'the largest element',
  'the sum of the elements': 'the number of elements',
  'the number of elements': 'the sum of the elements',
  'the number of characters': 'the number of elements',
  'the sorted list of': 'the list of',
  'the reverse of': 'a copy of',
  'a copy of': 'the reverse of',
  'the list of the keys': 'the list of the values',
  'the list of the values': 'the list of the keys',
  'the first element': 'the last element',
  'the last element': 'the first element',
  'all but the first': 'all but the last',
  'all but the last': 'all but the first',
  'has no': 'has the',
  'the default, since': 'not the default, since',
  'with their positions': 'from the last to the first',
  'the keys of': 'the values of',
  'the values of': 'the keys of',
};

const KIND_TURNS: Record<string, string> = {
  'is empty': 'is not empty',
  'is not empty': 'is empty',
  'is zero': 'is not zero',
  'is not zero': 'is zero',
  neither: 'either',
  ' but ': ' and ',
};

export const PHRASE_CORRUPTIONS: Record<string, Corruption> = {
  'another phrase': ({ text }, c) =>
    changeOne(text, alternatives(PHRASE_TURNS), c, (words) => PHRASE_TURNS[words]!),
  'another kind of value': ({ text }, c) =>
    changeOne(text, alternatives(KIND_TURNS), c, (words) => KIND_TURNS[words]!),
};
