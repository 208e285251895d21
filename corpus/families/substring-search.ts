// Looking for texts in texts: by hand, all places, common beginnings, wildcards.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { WORDS } from '../pools.ts';

interface Plan {
  goal: 'prefix' | 'find' | 'find-all' | 'common-prefix' | 'subsequence' | 'wildcard' | 'common-part';
  texts: string[];
}

const STEMS = ['auto', 'under', 'inter', 'over', 'trans', 'micro', 'super', 'photo', 'water', 'sun'];
const TAILS = [
  'mate',
  'matic',
  'line',
  'late',
  'lap',
  'land',
  'lay',
  'port',
  'post',
  'graph',
  'flow',
  'fall',
  'fly',
  'wave',
  'work',
  'ward',
  'view',
  'vise',
  'side',
  'sign',
  'star',
  'stand',
];

/** A short text over few letters, so that matches and near misses happen. */
const murmur = (draw: Draw, length: number): string =>
  draw.list(length, () => draw.pick([...'aabbc'])).join('');

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['prefix'],
  3: ['find', 'subsequence'],
  4: ['common-prefix', 'find'],
  5: ['find-all', 'common-prefix'],
  6: ['wildcard', 'find-all'],
  7: ['common-part'],
  8: ['common-part', 'wildcard'],
};

export const substringSearchFamily = defineFamily<Plan>({
  name: 'substring-search',
  title: 'Searching in text',
  topics: ['strings', 'searching', 'loops'],
  ladder: [
    [2, 'does a word begin with another?'],
    [3, 'the first place of a text in another, or letters in order'],
    [4, 'the common beginning of words'],
    [5, 'all places of a text in another'],
    [6, 'patterns with a sign for any letter'],
    [7, 'the longest part that two texts share'],
    [8, 'longer texts'],
  ],
  plan(draw, level) {
    const stem = draw.pick(STEMS);

    const goal = draw.pick(GOALS[level]);
    switch (goal) {
      case 'prefix':
        return {
          goal,
          texts: [
            stem + draw.pick(TAILS),
            draw.chance(0.5) ? stem.slice(0, 4) : draw.pick(STEMS).slice(0, 4),
          ],
        };
      case 'find': {
        const text = murmur(draw, level + 4);
        const at = draw.int(0, text.length - 3);
        return { goal, texts: [text, draw.chance(0.75) ? text.slice(at, at + 3) : murmur(draw, 3)] };
      }
      case 'subsequence': {
        const word = draw.pick(WORDS.filter((other) => other.length > 5));
        const kept = [...word].filter(() => draw.chance(0.5)).join('') || word[0];
        return { goal, texts: [draw.chance(0.6) ? kept : kept + draw.pick([...'aeins']), word] };
      }
      case 'common-prefix':
        return { goal, texts: draw.sample(TAILS, level - 1).map((tail) => stem + tail) };
      case 'find-all': {
        const part = draw.pick(['ab', 'aa', 'ba', 'aba', 'bab']);
        return {
          goal,
          texts: [draw.list(level - 2, () => draw.pick([part, part, murmur(draw, 2)])).join(''), part],
        };
      }
      case 'wildcard': {
        const words = draw.sample(
          WORDS.filter((word) => word.length < 7),
          level - 2,
        );
        const model = draw.pick(words);
        return { goal, texts: [[...model].map((ch) => (draw.chance(0.5) ? '?' : ch)).join(''), ...words] };
      }
      case 'common-part':
        return { goal, texts: [murmur(draw, level - 2), murmur(draw, level - 2)] };
    }
  },
  write({ goal, texts }, draw) {
    const names = {
      text: ['word', 'haystack', 's'],
      part: ['needle', 'wanted', 'piece'],
      i: ['start', 'at', 'pos'],
      places: ['positions', 'found', 'hits'],
      words: ['names', 'items'],
      prefix: ['beginning', 'start_text', 'shared'],
      best: ['longest', 'winner'],
    };
    const [first, second] = texts.map(literal);
    switch (goal) {
      case 'prefix': {
        const body = draw.pick([
          stmts`
            def starts_with(text: str, part: str) -> bool:
                if len(part) > len(text):
                    return False
                for i in range(len(part)):
                    if text[i] != part[i]:
                        return False
                return True`,
          stmts`
            def starts_with(text: str, part: str) -> bool:
                i = 0
                while i < len(part):
                    if i >= len(text) or text[i] != part[i]:
                        return False
                    i += 1
                return True`,
          stmts`
            def starts_with(text: str, part: str) -> bool:
                return text[:len(part)] == part`,
        ]);
        return {
          body,
          call: expr`starts_with(${first}, ${second})`,
          names: { ...names, starts_with: ['begins_with', 'has_prefix'] },
        };
      }
      case 'find': {
        const body = draw.pick([
          stmts`
            def find_text(text: str, part: str) -> int:
                for i in range(len(text) - len(part) + 1):
                    if text[i:i + len(part)] == part:
                        return i
                return -1`,
          stmts`
            def matches_at(text: str, part: str, i: int) -> bool:
                for k in range(len(part)):
                    if text[i + k] != part[k]:
                        return False
                return True

            def find_text(text: str, part: str) -> int:
                for i in range(len(text) - len(part) + 1):
                    if matches_at(text, part, i):
                        return i
                return -1`,
          stmts`
            def find_text(text: str, part: str) -> int:
                i = 0
                while i + len(part) <= len(text):
                    k = 0
                    while k < len(part) and text[i + k] == part[k]:
                        k += 1
                    if k == len(part):
                        return i
                    i += 1
                return -1`,
        ]);
        return {
          body,
          call: expr`find_text(${first}, ${second})`,
          names: { ...names, find_text: ['index_of', 'find_part', 'locate'], k: ['matched', 'offset'] },
          doc: 'Return the first place of {part} in {text}, or -1.',
        };
      }
      case 'subsequence': {
        const body = draw.pick([
          stmts`
            def in_order(part: str, text: str) -> bool:
                i = 0
                for ch in text:
                    if i < len(part) and part[i] == ch:
                        i += 1
                return i == len(part)`,
          stmts`
            def in_order(part: str, text: str) -> bool:
                start = 0
                for ch in part:
                    found = text.find(ch, start)
                    if found < 0:
                        return False
                    start = found + 1
                return True`,
          stmts`
            def in_order(part: str, text: str) -> bool:
                if part == '':
                    return True
                if text == '':
                    return False
                if part[0] == text[0]:
                    return in_order(part[1:], text[1:])
                return in_order(part, text[1:])`,
        ]);
        return {
          body,
          call: expr`in_order(${first}, ${second})`,
          names: { text: names.text, part: names.part, in_order: ['is_subsequence', 'letters_in_order'] },
          doc: 'Tell whether the letters of {part} occur in {text} in this order.',
        };
      }
      case 'common-prefix': {
        const body = draw.pick([
          stmts`
            def common_prefix(words: list[str]) -> str:
                prefix = words[0]
                for word in words[1:]:
                    while not word.startswith(prefix):
                        prefix = prefix[:-1]
                return prefix`,
          stmts`
            def common_prefix(words: list[str]) -> str:
                prefix = ''
                for i in range(min(len(word) for word in words)):
                    letter = words[0][i]
                    for word in words:
                        if word[i] != letter:
                            return prefix
                    prefix += letter
                return prefix`,
          stmts`
            def shared_start(a: str, b: str) -> str:
                i = 0
                while i < len(a) and i < len(b) and a[i] == b[i]:
                    i += 1
                return a[:i]

            def common_prefix(words: list[str]) -> str:
                prefix = words[0]
                for word in words:
                    prefix = shared_start(prefix, word)
                return prefix`,
        ]);
        return {
          body,
          call: expr`common_prefix(${literal(texts)})`,
          names: { ...names, i: ['k', 'n'], common_prefix: ['shared_prefix', 'longest_prefix'] },
        };
      }
      case 'find-all': {
        const body = draw.pick([
          stmts`
            def find_all(text: str, part: str) -> list[int]:
                places: list[int] = []
                for i in range(len(text) - len(part) + 1):
                    if text[i:i + len(part)] == part:
                        places.append(i)
                return places`,
          stmts`
            def find_all(text: str, part: str) -> list[int]:
                places: list[int] = []
                i = text.find(part)
                while i != -1:
                    places.append(i)
                    i = text.find(part, i + 1)
                return places`,
          stmts`
            def find_all(text: str, part: str) -> list[int]:
                return [i for i in range(len(text)) if text.startswith(part, i)]`,
        ]);
        return {
          body,
          call: expr`find_all(${first}, ${second})`,
          names: { ...names, find_all: ['all_places', 'occurrences'] },
          doc: 'Return all places of {part} in {text}; they may overlap.',
        };
      }
      case 'wildcard': {
        const body = draw.pick([
          stmts`
            def matches(pattern: str, word: str) -> bool:
                if len(pattern) != len(word):
                    return False
                for want, have in zip(pattern, word):
                    if want != '?' and want != have:
                        return False
                return True

            def matching_words(pattern: str, words: list[str]) -> list[str]:
                return [word for word in words if matches(pattern, word)]`,
          stmts`
            def matches(pattern: str, word: str) -> bool:
                if pattern == '' or word == '':
                    return pattern == word
                if pattern[0] not in ('?', word[0]):
                    return False
                return matches(pattern[1:], word[1:])

            def matching_words(pattern: str, words: list[str]) -> list[str]:
                found: list[str] = []
                for word in words:
                    if matches(pattern, word):
                        found.append(word)
                return found`,
        ]);
        return {
          body,
          call: expr`matching_words(${first}, ${literal(texts.slice(1))})`,
          names: {
            words: ['candidates', 'dictionary'],
            pattern: ['mask', 'clue'],
            matching_words: ['search_words', 'solve_clue'],
            matches: ['fits', 'is_match'],
            'want have': ['p c', 'expected actual'],
          },
          doc: 'Find the words that fit {pattern}, in which ? stands for any letter.',
        };
      }
      case 'common-part': {
        const body = draw.pick([
          stmts`
            def common_part(a: str, b: str) -> str:
                best = ''
                for i in range(len(a)):
                    for j in range(len(b)):
                        k = 0
                        while i + k < len(a) and j + k < len(b) and a[i + k] == b[j + k]:
                            k += 1
                        if k > len(best):
                            best = a[i:i + k]
                return best`,
          stmts`
            def common_part(a: str, b: str) -> str:
                best = ''
                for start in range(len(a)):
                    for end in range(start + len(best) + 1, len(a) + 1):
                        if a[start:end] not in b:
                            break
                        best = a[start:end]
                return best`,
          stmts`
            def common_part(a: str, b: str) -> str:
                for size in range(len(a), 0, -1):
                    for start in range(len(a) - size + 1):
                        part = a[start:start + size]
                        if part in b:
                            return part
                return ''`,
        ]);
        return {
          body,
          call: expr`common_part(${first}, ${second})`,
          names: {
            best: names.best,
            part: ['piece', 'candidate'],
            'a b': ['first second', 'left right'],
            common_part: ['longest_common_substring', 'shared_part'],
          },
          doc: 'Return the longest text that occurs in both {a} and {b}.',
        };
      }
    }
  },
  reference({ goal, texts }) {
    const [first, second] = texts;
    const placesIn = (text: string, part: string): number[] =>
      [...text].map((_, i) => i).filter((i) => text.startsWith(part, i));
    switch (goal) {
      case 'prefix':
        return first.startsWith(second);
      case 'find':
        return first.indexOf(second);
      case 'subsequence':
        return new RegExp([...first].join('.*')).test(second);
      case 'common-prefix': {
        let length = 0;
        while (texts.every((text) => length < text.length && text[length] === first[length])) length++;
        return first.slice(0, length);
      }
      case 'find-all':
        return placesIn(first, second);
      case 'wildcard':
        return texts.slice(1).filter((word) => new RegExp(`^${first.replace(/\?/g, '.')}$`).test(word));
      case 'common-part': {
        const parts = [...first].flatMap((_, i) => [...first].map((__, j) => first.slice(i, j + 1)));
        return parts
          .filter((part) => second.includes(part))
          .reduce((best, part) => (part.length > best.length ? part : best), '');
      }
    }
  },
  example: { plan: { goal: 'find-all', texts: ['banana', 'ana'] }, answer: '[1, 3]' },
});
