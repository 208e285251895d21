// Words of a text: how often each occurs, which occurs most, which are long.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { phrase } from '../pools.ts';

interface Plan {
  goal: 'counts' | 'most' | 'repeated' | 'top' | 'by-length' | 'index';
  text: string;
  /** for `top`: how many words; for `by-length`: nothing shorter */
  k: number;
}

/** Each word of the text with the places where it stands, in order of first appearance. */
function places(text: string): Map<string, number[]> {
  const result = new Map<string, number[]>();
  const words = text
    .toLowerCase()
    .replace(/[.,!?]/g, '')
    .split(' ');
  words.forEach((word, at) => result.set(word, [...(result.get(word) ?? []), at]));
  return result;
}

/** Statements that count the words of `text` in `counts`. */
function counting(draw: Draw, messy: boolean): Stmt[] {
  const words = messy
    ? draw.pick([
        stmts`words = text.lower().replace(',', '').replace('.', '').split()`,
        stmts`words = [word.strip('.,!?') for word in text.lower().split()]`,
      ])
    : stmts`words = text.split()`;
  const add = draw.pick([
    stmts`counts[word] = counts.get(word, 0) + 1`,
    stmts`
      if word not in counts:
          counts[word] = 0
      counts[word] += 1`,
    stmts`
      if word in counts:
          counts[word] += 1
      else:
          counts[word] = 1`,
  ]);
  return stmts`
    ${words}
    counts: dict[str, int] = {}
    for word in words:
        ${add}`;
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['counts'],
  3: ['counts', 'repeated'],
  4: ['most', 'repeated', 'counts'],
  5: ['most', 'repeated', 'counts'],
  6: ['top', 'by-length'],
  7: ['index', 'top'],
  8: ['top', 'by-length', 'index'],
};

export const wordFrequencyFamily = defineFamily<Plan>({
  name: 'word-frequency',
  title: 'Words of a text',
  topics: ['strings', 'dicts', 'loops'],
  ladder: [
    [2, 'how often each of a few words occurs'],
    [3, 'a few words more'],
    [4, 'capitals and punctuation; the most frequent word, or the repeated ones'],
    [5, 'longer texts'],
    [6, 'the most frequent words in order, or words by length'],
    [7, 'where each word stands'],
    [8, 'longer texts for all of these'],
  ],
  plan(draw, level) {
    const count = [3, 5, 7, 10, 10, 14, 22][level - 2];
    const text = phrase(draw, count).join(' ');

    const messy = `${text[0].toUpperCase()}${text.slice(1).replace(/ (and|then|but|while) /g, ', $1 ')}.`;
    return { goal: draw.pick(GOALS[level]), text: level < 4 ? text : messy, k: draw.int(2, 3) };
  },
  write({ goal, text, k }, draw) {
    const count = counting(draw, /[A-Z.,]/.test(text));
    const names = {
      text: ['line', 'sentence', 'paragraph'],
      words: ['parts', 'tokens'],
      word: ['token', 'w'],
      counts: ['frequency', 'tally', 'seen'],
      result: ['answer', 'found'],
    };
    const argument = literal(text);
    const counter = stmts`
      def count_words(text: str) -> dict[str, int]:
          ${count}
          return counts`;
    const counterNames = { ...names, count_words: ['word_counts', 'word_frequency', 'frequencies'] };
    switch (goal) {
      case 'counts':
        return {
          body: counter,
          call: expr`count_words(${argument})`,
          names: counterNames,
          doc: 'Count how often each word of {text} occurs.',
        };
      case 'most': {
        const main = draw.pick([
          stmts`
            def most_common(text: str) -> str:
                ${count}
                best = words[0]
                for word in counts:
                    if counts[word] > counts[best]:
                        best = word
                return best`,
          stmts`
            def most_common(text: str) -> str:
                ${count}
                best = ''
                highest = 0
                for word, count in counts.items():
                    if count > highest:
                        best, highest = word, count
                return best`,
          [
            ...counter,
            ...stmts`
              def most_common(text: str) -> str:
                  counts = count_words(text)
                  return max(counts, key=lambda word: counts[word])`,
          ],
        ]);
        return {
          body: main,
          call: expr`most_common(${argument})`,
          names: { ...counterNames, most_common: ['top_word', 'favourite_word', 'most_frequent_word'] },
        };
      }
      case 'repeated': {
        const main = draw.pick([
          stmts`
            def repeated_words(text: str) -> list[str]:
                ${count}
                return [word for word in counts if counts[word] > 1]`,
          stmts`
            def repeated_words(text: str) -> list[str]:
                ${count}
                result: list[str] = []
                for word, times in counts.items():
                    if times > 1:
                        result.append(word)
                return result`,
        ]);
        return {
          body: main,
          call: expr`repeated_words(${argument})`,
          names: { ...names, repeated_words: ['words_used_twice', 'find_repeats'] },
        };
      }
      case 'top': {
        const main = draw.pick([
          stmts`
            def top_words(text: str, k: int) -> list[tuple[str, int]]:
                counts = count_words(text)
                ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
                return ranking[:k]`,
          stmts`
            def top_words(text: str, k: int) -> list[tuple[str, int]]:
                counts = count_words(text)
                ranking: list[tuple[str, int]] = []
                for word in sorted(counts, key=lambda w: (-counts[w], w)):
                    if len(ranking) == k:
                        break
                    ranking.append((word, counts[word]))
                return ranking`,
        ]);
        return {
          body: [...counter, ...main],
          call: expr`top_words(${argument}, ${k})`,
          names: {
            ...counterNames,
            word: ['token'],
            top_words: ['most_common', 'ranked_words'],
            k: ['n', 'limit', 'size'],
            ranking: ['ordered', 'best'],
          },
          doc: 'Return the {k} most frequent words with their counts, ties in alphabetical order.',
        };
      }
      case 'by-length': {
        const add = draw.pick([
          stmts`groups.setdefault(size, []).append(word)`,
          stmts`
            if size not in groups:
                groups[size] = []
            groups[size].append(word)`,
        ]);
        const main = stmts`
          def words_by_length(text: str) -> dict[int, list[str]]:
              ${count}
              groups: dict[int, list[str]] = {}
              for word in counts:
                  size = len(word)
                  ${add}
              return groups`;
        return {
          body: main,
          call: expr`words_by_length(${argument})`,
          names: {
            ...names,
            words_by_length: ['group_by_length', 'length_groups'],
            size: ['length', 'n'],
            groups: ['by_length', 'buckets'],
          },
        };
      }
      case 'index': {
        const main = draw.pick([
          stmts`
            def word_index(text: str) -> dict[str, list[int]]:
                index: dict[str, list[int]] = {}
                for position, word in enumerate(text.lower().replace(',', '').replace('.', '').split()):
                    if word not in index:
                        index[word] = []
                    index[word].append(position)
                return index`,
          stmts`
            def clean(word: str) -> str:
                return word.lower().strip('.,')

            def word_index(text: str) -> dict[str, list[int]]:
                index: dict[str, list[int]] = {}
                words = text.split()
                for position in range(len(words)):
                    index.setdefault(clean(words[position]), []).append(position)
                return index`,
        ]);
        return {
          body: main,
          call: expr`word_index(${argument})`,
          names: {
            ...names,
            word_index: ['positions', 'build_index'],
            position: ['place', 'i'],
            index: ['table', 'where'],
            clean: ['normalize', 'bare'],
          },
        };
      }
    }
  },
  reference({ goal, text, k }) {
    const index = places(text);
    const counts = [...index].map(([word, at]) => [word, at.length] as const);
    switch (goal) {
      case 'counts':
        return new Map(counts);
      case 'most':
        return counts.reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
      case 'repeated':
        return counts.filter(([, count]) => count > 1).map(([word]) => word);
      case 'top':
        return counts
          .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
          .slice(0, k)
          .map((entry) => tuple(...entry));
      case 'by-length': {
        const lengths = new Set([...index.keys()].map((word) => word.length));
        return new Map([...lengths].map((n) => [n, [...index.keys()].filter((word) => word.length === n)]));
      }
      case 'index':
        return index;
    }
  },
  example: {
    plan: { goal: 'counts', text: 'the cat and the dog', k: 0 },
    answer: "{'the': 2, 'cat': 1, 'and': 1, 'dog': 1}",
  },
});
