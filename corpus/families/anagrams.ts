// Anagrams: comparing words by their letters, grouping them, and building one word from another's letters.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { WORDS } from '../pools.ts';

interface Plan {
  goal: 'test' | 'missing' | 'buildable' | 'find' | 'group' | 'rack';
  /** for `rack`: the letters that are drawn, in order */
  letters?: string;
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

const worth = (word: string): number =>
  [...word].reduce((n, ch) => n + ('aeiou'.includes(ch) ? 1 : 'lnrst'.includes(ch) ? 2 : 4), 0);

/** The words laid one after another, the best of those that fit each time, from a rack of nine letters. */
function laid(words: readonly string[], letters: string): readonly string[] {
  const on = (rack: string, bag: string, before: readonly string[]): readonly string[] => {
    const fitting = words.filter(
      (word) => !before.includes(word) && without(rack, word).length === rack.length - word.length,
    );
    const best = fitting.find((word) => fitting.every((other) => worth(other) <= worth(word)));
    if (best === undefined) return before;
    const rest = without(rack, best);
    return on(rest + bag.slice(0, 9 - rest.length), bag.slice(9 - rest.length), [...before, best]);
  };
  return on(letters.slice(0, 9), letters.slice(9), []);
}

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
    [8, 'words laid from a rack of letters, with points'],
    [9, 'more letters and words'],
    [10, 'a whole bag of letters'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      for (;;) {
        const chosen = draw.sample(
          WORDS.filter((word) => word.length > 3 && word.length < 7),
          level - 4,
        );
        const letters = draw.shuffle([...chosen.slice(0, level - 6).join('')]).join('');
        if (laid(chosen, letters).length === level - 6) return { goal: 'rack', words: chosen, letters };
      }
    }
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
  write({ goal, words, letters }, draw) {
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
      case 'rack': {
        const building = draw.pick([
          stmts`
            def can_build(word: str, rack: str) -> bool:
                left = list(rack)
                for ch in word:
                    if ch not in left:
                        return False
                    left.remove(ch)
                return True`,
          stmts`
            def can_build(word: str, rack: str) -> bool:
                for ch in word:
                    if word.count(ch) > rack.count(ch):
                        return False
                return True`,
        ]);
        const points = draw.pick([
          stmts`
            def points(word: str) -> int:
                total = 0
                for ch in word:
                    if ch in 'aeiou':
                        total += 1
                    elif ch in 'lnrst':
                        total += 2
                    else:
                        total += 4
                return total`,
          stmts`
            def points(word: str) -> int:
                total = 0
                for ch in word:
                    total += 1 if ch in 'aeiou' else 2 if ch in 'lnrst' else 4
                return total`,
        ]);
        const main = draw.pick([
          stmts`
            def play(words: list[str], bag: str) -> tuple[int, list[str]]:
                rack = bag[:9]
                bag = bag[9:]
                total = 0
                played: list[str] = []
                while True:
                    best = ''
                    for word in words:
                        if word not in played and can_build(word, rack) and points(word) > points(best):
                            best = word
                    if best == '':
                        return (total, played)
                    total += points(best)
                    played.append(best)
                    for ch in best:
                        rack = rack.replace(ch, '', 1)
                    drawn = 9 - len(rack)
                    rack += bag[:drawn]
                    bag = bag[drawn:]`,
          stmts`
            def play(words: list[str], bag: str) -> tuple[int, list[str]]:
                rack, bag = bag[:9], bag[9:]
                total = 0
                played: list[str] = []
                choices = [word for word in words if can_build(word, rack)]
                while choices:
                    best = choices[0]
                    for word in choices[1:]:
                        if points(word) > points(best):
                            best = word
                    played.append(best)
                    total += points(best)
                    for ch in best:
                        rack = rack.replace(ch, '', 1)
                    while len(rack) < 9 and bag != '':
                        rack += bag[0]
                        bag = bag[1:]
                    choices = [word for word in words if word not in played and can_build(word, rack)]
                return (total, played)`,
        ]);
        return {
          body: [...building, ...points, ...main],
          call: expr`play(${literal(words)}, ${literal(letters ?? '')})`,
          names: {
            play: ['word_game', 'lay_words', 'play_alone'],
            can_build: ['fits', 'has_letters'],
            points: ['score', 'value_of'],
            rack: ['hand', 'tiles'],
            bag: ['pile', 'stock'],
            played: ['laid', 'used'],
            best: ['choice', 'winner'],
            drawn: ['missing', 'room'],
            total: ['points_so_far', 'sum_of_points'],
          },
          doc: 'Lay the best of the {words} until none fits; nine letters at most are drawn from the {bag}.',
        };
      }
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
  reference({ goal, words, letters }) {
    const [one, two] = words;
    switch (goal) {
      case 'rack': {
        const played = laid(words, letters ?? '');
        return tuple(worth(played.join('')), played);
      }
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
