// Anagrams: comparing words by their letters, grouping them, and building one word from another's letters.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'test' | 'missing' | 'buildable' | 'find' | 'group';
  words: string[];
}

const SETS = [
  ['listen', 'silent', 'enlist', 'tinsel'],
  ['stop', 'pots', 'spot', 'tops', 'post'],
  ['tea', 'eat', 'ate'],
  ['night', 'thing'],
  ['earth', 'heart', 'hater'],
  ['below', 'elbow', 'bowel'],
  ['state', 'taste'],
  ['stream', 'master'],
  ['arc', 'car'],
  ['dusty', 'study'],
  ['cider', 'cried'],
  ['save', 'vase'],
  ['lamp', 'palm'],
  ['lemon', 'melon'],
  ['pale', 'leap', 'plea', 'peal'],
  ['rescue', 'secure'],
  ['dog', 'god'],
  ['inch', 'chin'],
  ['owl', 'low'],
  ['paws', 'swap', 'wasp'],
  ['art', 'rat', 'tar'],
  ['evil', 'live', 'vile'],
  ['ear', 'are', 'era'],
  ['flow', 'wolf', 'fowl'],
  ['angle', 'glean'],
  ['tab', 'bat'],
  ['loop', 'pool', 'polo'],
];

const key = (word: string): string => [...word].sort().join('');

/** The letters of `word` that are left when those of `other` are taken away, one for one. */
const without = (word: string, other: string): string =>
  [...other].reduce((rest, ch) => rest.replace(ch, ''), word);

/** A function `is_anagram`. */
function test(draw: Draw): Stmt[] {
  return draw.weighted<() => Stmt[]>([
    [
      1,
      () => stmts`
        def is_anagram(first: str, second: str) -> bool:
            return sorted(first) == sorted(second)`,
    ],
    [
      2,
      () => stmts`
        def is_anagram(first: str, second: str) -> bool:
            if len(first) != len(second):
                return False
            letters = list(second)
            for ch in first:
                if ch not in letters:
                    return False
                letters.remove(ch)
            return True`,
    ],
    [
      2,
      () => stmts`
        def count_letters(word: str) -> dict[str, int]:
            counts: dict[str, int] = {}
            for ch in word:
                counts[ch] = counts.get(ch, 0) + 1
            return counts

        def is_anagram(first: str, second: str) -> bool:
            return count_letters(first) == count_letters(second)`,
    ],
    [
      2,
      () => stmts`
        def is_anagram(first: str, second: str) -> bool:
            if len(first) != len(second):
                return False
            for ch in first:
                if first.count(ch) != second.count(ch):
                    return False
            return True`,
    ],
  ])();
}

export const anagramsFamily = defineFamily<Plan>({
  name: 'anagrams',
  title: 'Anagrams',
  topics: ['strings', 'sorting', 'dicts'],
  ladder: [
    [2, 'are two short words anagrams?'],
    [3, 'longer words, or the letters that are missing'],
    [4, 'can a word be built from the letters of another?'],
    [5, 'the anagrams of a word in a list'],
    [6, 'a list in groups of anagrams'],
    [7, 'longer lists'],
  ],
  plan(draw, level) {
    const pair = (low: number, high: number): string[] => {
      const [one, two] = draw.sample(
        SETS.filter(([word]) => word.length >= low && word.length <= high),
        2,
      );
      if (draw.chance(0.6)) return draw.sample(one, 2);
      const unlike = two.find((word) => word.length === one[0].length) ?? two[0];
      return [one[0], unlike];
    };
    switch (level) {
      case 2:
        return { goal: 'test', words: pair(3, 4) };
      case 3: {
        const [word, other] = pair(5, 6);
        return draw.chance(0.5)
          ? { goal: 'test', words: [word, other] }
          : { goal: 'missing', words: pair(3, 6) };
      }
      case 4: {
        const [long] = draw.pick(SETS.filter(([word]) => word.length >= 5));
        const fits = SETS.flat().filter((word) => word !== long && without(word, long) === '');
        return {
          goal: 'buildable',
          words: [draw.chance(0.5) && fits.length > 0 ? draw.pick(fits) : draw.pick(SETS)[0], long],
        };
      }
      default: {
        const sets = draw
          .sample(SETS, level - 1)
          .map((set) => draw.sample(set, draw.int(1, level === 7 ? set.length : 2)));
        return {
          goal: level === 5 ? 'find' : 'group',
          words: draw.shuffle(sets.flat()).slice(0, [5, 6, 9][level - 5]),
        };
      }
    }
  },
  write({ goal, words }, draw) {
    const names = {
      is_anagram: ['anagrams', 'same_letters', 'are_anagrams'],
      'first second': ['a b', 'left right', 'word other'],
      ch: ['letter', 'c', 'char'],
      letters: ['pool', 'remaining'],
      counts: ['tally', 'table'],
      words: ['candidates', 'entries'],
      groups: ['by_letters', 'families'],
    };
    const [one, two] = words.map(literal);
    switch (goal) {
      case 'test':
        return {
          body: test(draw),
          call: expr`is_anagram(${one}, ${two})`,
          names,
          doc: 'Tell whether {first} and {second} have the same letters.',
        };
      case 'missing': {
        const body = draw.pick([
          stmts`
            def missing_letters(word: str, letters: str) -> str:
                missing = ''
                left = list(letters)
                for ch in word:
                    if ch in left:
                        left.remove(ch)
                    else:
                        missing += ch
                return missing`,
          stmts`
            def missing_letters(word: str, letters: str) -> str:
                missing = ''
                for ch in word:
                    if ch in letters:
                        letters = letters.replace(ch, '', 1)
                    else:
                        missing = missing + ch
                return missing`,
        ]);
        return {
          body,
          call: expr`missing_letters(${one}, ${two})`,
          names: {
            ...names,
            missing_letters: ['letters_to_buy', 'not_covered'],
            missing: ['needed', 'lacking'],
            letters: ['tiles', 'box'],
          },
          doc: 'Return the letters of {word} that {letters} does not have.',
        };
      }
      case 'buildable': {
        const body = draw.pick([
          stmts`
            def can_build(word: str, letters: str) -> bool:
                for ch in word:
                    if word.count(ch) > letters.count(ch):
                        return False
                return True`,
          stmts`
            def can_build(word: str, letters: str) -> bool:
                stock: dict[str, int] = {}
                for ch in letters:
                    stock[ch] = stock.get(ch, 0) + 1
                for ch in word:
                    if stock.get(ch, 0) == 0:
                        return False
                    stock[ch] -= 1
                return True`,
        ]);
        return {
          body,
          call: expr`can_build(${one}, ${two})`,
          names: {
            ...names,
            can_build: ['can_spell', 'fits', 'is_buildable'],
            stock: ['available', 'supply'],
            letters: ['tiles', 'magazine'],
          },
        };
      }
      case 'find': {
        const main = draw.pick([
          stmts`
            def find_anagrams(target: str, words: list[str]) -> list[str]:
                return [word for word in words if word != target and is_anagram(word, target)]`,
          stmts`
            def find_anagrams(target: str, words: list[str]) -> list[str]:
                found: list[str] = []
                for word in words:
                    if word == target:
                        continue
                    if is_anagram(target, word):
                        found.append(word)
                return found`,
        ]);
        return {
          body: [...test(draw), ...main],
          call: expr`find_anagrams(${one}, ${literal(words.slice(1))})`,
          names: {
            ...names,
            'first second': ['a b', 'left right'],
            find_anagrams: ['anagrams_of', 'matching_words'],
            target: ['wanted', 'model'],
          },
        };
      }
      case 'group': {
        const body = draw.pick([
          stmts`
            def group_anagrams(words: list[str]) -> list[list[str]]:
                groups: dict[str, list[str]] = {}
                for word in words:
                    key = ''.join(sorted(word))
                    if key not in groups:
                        groups[key] = []
                    groups[key].append(word)
                return list(groups.values())`,
          stmts`
            def signature(word: str) -> str:
                return ''.join(sorted(word))

            def group_anagrams(words: list[str]) -> list[list[str]]:
                groups: dict[str, list[str]] = {}
                for word in words:
                    groups.setdefault(signature(word), []).append(word)
                return list(groups.values())`,
          [
            ...test(draw),
            ...stmts`
              def group_anagrams(words: list[str]) -> list[list[str]]:
                  groups: list[list[str]] = []
                  for word in words:
                      for group in groups:
                          if is_anagram(group[0], word):
                              group.append(word)
                              break
                      else:
                          groups.append([word])
                  return groups`,
          ],
        ]);
        return {
          body,
          call: expr`group_anagrams(${literal(words)})`,
          names: {
            ...names,
            'first second': ['a b', 'left right'],
            group_anagrams: ['anagram_groups', 'sort_into_groups'],
            signature: ['letter_key', 'fingerprint'],
          },
          doc: 'Put words with the same letters together.',
        };
      }
    }
  },
  reference({ goal, words }) {
    const [one, two] = words;
    switch (goal) {
      case 'test':
        return key(one) === key(two);
      case 'missing': {
        // Letter by letter from the left, so that the later of two equal letters is the missing one.
        let letters = two;
        return [...one].filter((ch) => letters === (letters = letters.replace(ch, ''))).join('');
      }
      case 'buildable':
        return without(one, two) === '';
      case 'find':
        return words.slice(1).filter((word) => word !== one && key(word) === key(one));
      case 'group': {
        const keys = [...new Set(words.map(key))];
        return keys.map((letters) => words.filter((word) => key(word) === letters));
      }
    }
  },
  example: { plan: { goal: 'group', words: ['tea', 'dog', 'eat'] }, answer: "[['tea', 'eat'], ['dog']]" },
});
