// How far two words are apart: different places, edits, and the edits themselves.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { WORDS } from '../pools.ts';

interface Plan {
  goal: 'hamming' | 'one-edit' | 'distance' | 'nearest';
  words: string[];
}

/** The edit distance by its definition: all first moves tried. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
  return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)));
}

const KIN = [
  ['cat', 'cut', 'coat', 'at', 'cart'],
  ['sun', 'son', 'sung', 'stun', 'un'],
  ['bell', 'ball', 'belt', 'tell', 'shell'],
  ['stone', 'store', 'tone', 'stony', 'atone'],
  ['river', 'diver', 'liver', 'rivet', 'rider'],
  ['lemon', 'melon', 'demon', 'lesson'],
  ['plan', 'plane', 'plain', 'pan', 'plant'],
  ['bread', 'beard', 'broad', 'read', 'tread'],
  ['light', 'night', 'slight', 'fight', 'lit'],
  ['mouse', 'house', 'moose', 'muse', 'mice'],
];

export const editDistanceFamily = defineFamily<Plan>({
  name: 'edit-distance',
  title: 'Edit distance',
  topics: ['dynamic-programming', 'strings', 'recursion'],
  ladder: [
    [2, 'in how many places two words differ'],
    [3, 'the same for longer words'],
    [4, 'are two words one edit apart?'],
    [5, 'the same for words that differ more'],
    [6, 'the edit distance of short words'],
    [7, 'of words of four letters'],
    [8, 'of longer words'],
    [9, 'the nearest word of a list'],
  ],
  plan(draw, level) {
    if (level <= 3) {
      const size = level + 2 + draw.int(0, 1);
      const letters = draw.pick(['ACGT', '01', 'abc']);
      return {
        goal: 'hamming',
        words: draw.list(2, () => draw.list(size, () => draw.pick([...letters])).join('')),
      };
    }
    const kin = draw.pick(KIN);
    const [a, b] = draw.sample(kin, 2);
    if (level <= 5) return { goal: 'one-edit', words: draw.chance(0.8) ? [a, b] : [a, draw.pick(WORDS)] };
    const size = level - 3;
    const sized = (low: number, high: number): string =>
      draw.pick([...KIN.flat(), ...WORDS].filter((word) => word.length >= low && word.length <= high));
    if (level === 9) return { goal: 'nearest', words: [a, ...draw.sample([b, sized(3, 4), sized(3, 4)], 2)] };
    return {
      goal: 'distance',
      words:
        draw.chance(0.5) && a.length <= size + 1 && b.length <= size + 1
          ? [a, b]
          : [sized(size - 1, size), sized(size - 1, size)],
    };
  },
  write({ goal, words }, draw) {
    const [one, two] = words.map(literal);
    const names = {
      'a b': ['first second', 'left right', 'source target', 'word other'],
      count: ['differences', 'total', 'changes'],
      row: ['current', 'line'],
      table: ['cost', 'dist', 'd'],
    };
    const distances = draw.pick([
      stmts`
        def edit_distance(a: str, b: str) -> int:
            table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
            for i in range(len(a) + 1):
                table[i][0] = i
            for j in range(len(b) + 1):
                table[0][j] = j
            for i in range(1, len(a) + 1):
                for j in range(1, len(b) + 1):
                    if a[i - 1] == b[j - 1]:
                        table[i][j] = table[i - 1][j - 1]
                    else:
                        table[i][j] = 1 + min(table[i - 1][j], table[i][j - 1], table[i - 1][j - 1])
            return table[len(a)][len(b)]`,
      stmts`
        def edit_distance(a: str, b: str) -> int:
            previous = list(range(len(b) + 1))
            for i, ch in enumerate(a, start=1):
                row = [i]
                for j, other in enumerate(b, start=1):
                    cost = 0 if ch == other else 1
                    row.append(min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost))
                previous = row
            return previous[-1]`,
      stmts`
        def distance(a: str, b: str, i: int, j: int, memo: dict[tuple[int, int], int]) -> int:
            if i == len(a) or j == len(b):
                return len(a) - i + len(b) - j
            if (i, j) in memo:
                return memo[(i, j)]
            if a[i] == b[j]:
                result = distance(a, b, i + 1, j + 1, memo)
            else:
                remove = distance(a, b, i + 1, j, memo)
                insert = distance(a, b, i, j + 1, memo)
                replace = distance(a, b, i + 1, j + 1, memo)
                result = 1 + min(remove, insert, replace)
            memo[(i, j)] = result
            return result

        def edit_distance(a: str, b: str) -> int:
            return distance(a, b, 0, 0, {})`,
    ]);
    switch (goal) {
      case 'hamming': {
        const body = draw.pick([
          stmts`
            def count_differences(a: str, b: str) -> int:
                count = 0
                for i in range(len(a)):
                    if a[i] != b[i]:
                        count += 1
                return count`,
          stmts`
            def count_differences(a: str, b: str) -> int:
                count = 0
                for x, y in zip(a, b):
                    if x != y:
                        count += 1
                return count`,
          stmts`
            def count_differences(a: str, b: str) -> int:
                return sum(1 for x, y in zip(a, b) if x != y)`,
          stmts`
            def count_differences(a: str, b: str) -> int:
                if a == '':
                    return 0
                here = 1 if a[0] != b[0] else 0
                return here + count_differences(a[1:], b[1:])`,
        ]);
        return {
          body,
          call: expr`count_differences(${one}, ${two})`,
          names: { ...names, count_differences: ['hamming_distance', 'mismatches', 'errors_in'] },
          doc: 'Count the places where {a} and {b} differ.',
        };
      }
      case 'one-edit': {
        const body = draw.pick([
          stmts`
            def one_edit_apart(a: str, b: str) -> bool:
                if len(a) > len(b):
                    return one_edit_apart(b, a)
                if len(b) - len(a) > 1:
                    return False
                for i in range(len(a)):
                    if a[i] != b[i]:
                        if len(a) == len(b):
                            return a[i + 1:] == b[i + 1:]
                        return a[i:] == b[i + 1:]
                return len(a) != len(b)`,
          stmts`
            def one_edit_apart(a: str, b: str) -> bool:
                start = 0
                while start < len(a) and start < len(b) and a[start] == b[start]:
                    start += 1
                rest_a = a[start:]
                rest_b = b[start:]
                if rest_a == '' and rest_b == '':
                    return False
                return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]`,
        ]);
        return {
          body,
          call: expr`one_edit_apart(${one}, ${two})`,
          names: {
            ...names,
            'a b': ['first second', 'word other'],
            one_edit_apart: ['is_one_edit', 'single_typo'],
            start: ['same', 'common'],
          },
          doc: 'Tell whether one letter added, removed or replaced turns {a} into {b}.',
        };
      }
      case 'distance':
        return {
          body: distances,
          call: expr`edit_distance(${one}, ${two})`,
          names: {
            ...names,
            'a b': ['first second', 'source target'],
            edit_distance: ['levenshtein', 'count_edits'],
            memo: ['known', 'cache'],
          },
        };
      case 'nearest': {
        const main = draw.pick([
          stmts`
            def correct(typed: str, words: list[str]) -> str:
                best = words[0]
                least = edit_distance(typed, best)
                for word in words[1:]:
                    gap = edit_distance(typed, word)
                    if gap < least:
                        best, least = word, gap
                return best`,
          stmts`
            def correct(typed: str, words: list[str]) -> str:
                return min(words, key=lambda word: edit_distance(typed, word))`,
        ]);
        return {
          body: [...distances, ...main],
          call: expr`correct(${one}, ${literal(words.slice(1))})`,
          names: {
            ...names,
            'a b': ['first second', 'source target'],
            edit_distance: ['levenshtein', 'count_edits'],
            correct: ['suggest', 'closest_word'],
            typed: ['text', 'misspelt'],
            words: ['dictionary', 'candidates'],
          },
        };
      }
    }
  },
  reference({ goal, words }) {
    const [a, b] = words;
    switch (goal) {
      case 'hamming':
        return [...a].filter((ch, i) => ch !== b[i]).length;
      case 'one-edit':
        return distance(a, b) === 1;
      case 'distance':
        return distance(a, b);
      case 'nearest':
        return words.slice(1).reduce((best, word) => (distance(a, word) < distance(a, best) ? word : best));
    }
  },
  example: { plan: { goal: 'distance', words: ['kitten', 'sitting'] }, answer: '3' },
});
