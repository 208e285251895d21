// Sorting by counting and by buckets: no two items are ever compared.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { WORDS, PEOPLE } from '../pools.ts';

interface Plan {
  goal: 'tally' | 'sort' | 'letters' | 'buckets' | 'radix' | 'names';
  numbers: number[];
  word: string;
  k: number;
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['tally'],
  4: ['sort'],
  5: ['letters', 'sort'],
  6: ['buckets'],
  7: ['radix'],
  8: ['radix', 'buckets'],
  9: ['names'],
  10: ['names'],
};

export const countingSortFamily = defineFamily<Plan>({
  name: 'counting-sort',
  title: 'Counting sort',
  topics: ['sorting', 'lists', 'loops'],
  ladder: [
    [3, 'how often each small number occurs'],
    [4, 'sorting small numbers by counting'],
    [5, 'the letters of a word in order'],
    [6, 'by buckets'],
    [7, 'digit by digit'],
    [8, 'longer lists'],
    [9, 'names sorted letter by letter, from the last one'],
    [10, 'more and longer names'],
  ],
  plan(draw, level) {
    if (level >= 9) {
      const pool = PEOPLE.filter((name) => name.length === 4 || (level === 10 && name.length === 5));
      const names = draw.sample(pool, [5, 7][level - 9]).map((name) => name.toLowerCase());
      return {
        goal: 'names',
        numbers: [],
        word: names.join(' '),
        k: Math.max(...names.map((name) => name.length)),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [6, 6, 8, 7, 5, 9][level - 3] + draw.int(0, 1);
    const high = goal === 'tally' || goal === 'sort' ? draw.int(4, 6) : goal === 'buckets' ? 49 : 299;
    return {
      goal,
      numbers: draw.ints(size, 0, high),
      word: draw.pick(WORDS.filter((word) => word.length < 7)),
      k: high,
    };
  },
  write({ goal, numbers, word, k }, draw) {
    const names = {
      xs: ['numbers', 'values', 'votes', 'dice'],
      counts: ['tally', 'frequency', 'amounts'],
      result: ['ordered', 'out', 'answer'],
      highest: ['top', 'limit', 'largest'],
      buckets: ['groups', 'bins', 'boxes'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'names': {
        const letter = draw.pick([
          stmts`
            def place_of(word: str, position: int) -> int:
                if position >= len(word):
                    return 0
                return ord(word[position]) - ord('a') + 1`,
          stmts`
            def place_of(word: str, position: int) -> int:
                return ord(word[position]) - 96 if position < len(word) else 0`,
        ]);
        const pass = draw.pick([
          stmts`
            def sort_by_letter(words: list[str], position: int) -> list[str]:
                shelves: dict[int, list[str]] = {}
                for word in words:
                    place = place_of(word, position)
                    if place not in shelves:
                        shelves[place] = []
                    shelves[place].append(word)
                ordered: list[str] = []
                for place in sorted(shelves):
                    ordered += shelves[place]
                return ordered`,
          stmts`
            def sort_by_letter(words: list[str], position: int) -> list[str]:
                counts = [0] * 28
                for word in words:
                    counts[place_of(word, position) + 1] += 1
                starts: dict[int, int] = {}
                before = 0
                for place, count in enumerate(counts[1:]):
                    if count > 0:
                        starts[place] = before
                        before += count
                ordered = [''] * len(words)
                for word in words:
                    place = place_of(word, position)
                    ordered[starts[place]] = word
                    starts[place] += 1
                return ordered`,
        ]);
        const main = draw.pick([
          stmts`
            def radix_sort(words: list[str]) -> list[str]:
                longest = max(len(word) for word in words)
                for position in range(longest - 1, -1, -1):
                    words = sort_by_letter(words, position)
                return words`,
          stmts`
            def radix_sort(words: list[str]) -> list[str]:
                position = 0
                for word in words:
                    if len(word) > position:
                        position = len(word)
                while position > 0:
                    position -= 1
                    words = sort_by_letter(words, position)
                return words`,
        ]);
        return {
          body: [...letter, ...pass, ...main],
          call: expr`radix_sort(${literal(word.split(' '))})`,
          names: {
            radix_sort: ['sort_names', 'sort_words'],
            sort_by_letter: ['one_pass', 'distribute'],
            place_of: ['letter_number', 'key_of'],
            words: ['names', 'entries'],
            word: ['name', 'entry'],
            shelves: ['bins', 'heaps'],
            ordered: ['result', 'collected'],
            position: ['column', 'at'],
          },
          doc: 'Sort {words} by their last letter, then by the one before, and so on; each pass keeps the order of equals.',
        };
      }
      case 'tally': {
        const body = draw.pick([
          stmts`
            def tally_up(xs: list[int], highest: int) -> list[int]:
                counts = [0] * (highest + 1)
                for x in xs:
                    counts[x] += 1
                return counts`,
          stmts`
            def tally_up(xs: list[int], highest: int) -> list[int]:
                counts: list[int] = []
                for value in range(highest + 1):
                    counts.append(xs.count(value))
                return counts`,
        ]);
        return {
          body,
          call: expr`tally_up(${argument}, ${k})`,
          names: { ...names, tally_up: ['count_values', 'histogram'], x: ['number', 'vote'] },
        };
      }
      case 'sort': {
        const fill = draw.pick([
          stmts`
            result: list[int] = []
            for value in range(len(counts)):
                for _ in range(counts[value]):
                    result.append(value)
            return result`,
          stmts`
            result: list[int] = []
            for value, count in enumerate(counts):
                result += [value] * count
            return result`,
          stmts`
            place = 0
            for value in range(len(counts)):
                while counts[value] > 0:
                    xs[place] = value
                    place += 1
                    counts[value] -= 1
            return xs`,
        ]);
        const body = stmts`
          def counting_sort(xs: list[int]) -> list[int]:
              counts = [0] * (max(xs) + 1)
              for x in xs:
                  counts[x] += 1
              ${fill}`;
        return {
          body,
          call: expr`counting_sort(${argument})`,
          names: {
            ...names,
            counting_sort: ['sort_by_counting', 'count_sort'],
            value: ['number', 'v'],
            place: ['at', 'i'],
          },
        };
      }
      case 'letters': {
        const body = draw.pick([
          stmts`
            def sort_letters(word: str) -> str:
                counts = [0] * 26
                for ch in word:
                    counts[ord(ch) - ord('a')] += 1
                result = ''
                for i, count in enumerate(counts):
                    if count > 0:
                        result += chr(ord('a') + i) * count
                return result`,
          stmts`
            def sort_letters(word: str) -> str:
                counts: dict[str, int] = {}
                for ch in word:
                    counts[ch] = counts.get(ch, 0) + 1
                result = ''
                for ch in sorted(counts):
                    result += ch * counts[ch]
                return result`,
        ]);
        return {
          body,
          call: expr`sort_letters(${literal(word)})`,
          names: {
            ...names,
            sort_letters: ['ordered_letters', 'alphabetize'],
            word: ['text', 'letters'],
            ch: ['letter', 'c'],
          },
        };
      }
      case 'buckets': {
        const body = draw.pick([
          stmts`
            def bucket_sort(xs: list[int]) -> list[int]:
                buckets: list[list[int]] = [[] for _ in range(5)]
                for x in xs:
                    buckets[x // 10].append(x)
                result: list[int] = []
                for bucket in buckets:
                    bucket.sort()
                    result.extend(bucket)
                return result`,
          stmts`
            def insert_sorted(bucket: list[int], x: int) -> None:
                place = 0
                while place < len(bucket) and bucket[place] <= x:
                    place += 1
                bucket.insert(place, x)

            def bucket_sort(xs: list[int]) -> list[int]:
                buckets: dict[int, list[int]] = {}
                for x in xs:
                    tens = x // 10
                    if tens not in buckets:
                        buckets[tens] = []
                    insert_sorted(buckets[tens], x)
                result: list[int] = []
                for tens in sorted(buckets):
                    result += buckets[tens]
                return result`,
        ]);
        return {
          body,
          call: expr`bucket_sort(${argument})`,
          names: {
            ...names,
            bucket_sort: ['sort_by_tens', 'sort_in_buckets'],
            insert_sorted: ['put_in_order', 'place_in'],
          },
        };
      }
      case 'radix': {
        const body = draw.pick([
          stmts`
            def radix_sort(xs: list[int]) -> list[int]:
                power = 1
                while power <= max(xs):
                    buckets: list[list[int]] = [[] for _ in range(10)]
                    for x in xs:
                        buckets[x // power % 10].append(x)
                    xs = [x for bucket in buckets for x in bucket]
                    power *= 10
                return xs`,
          stmts`
            def sort_by_digit(xs: list[int], power: int) -> list[int]:
                result: list[int] = []
                for digit in range(10):
                    for x in xs:
                        if x // power % 10 == digit:
                            result.append(x)
                return result

            def radix_sort(xs: list[int]) -> list[int]:
                for power in (1, 10, 100):
                    xs = sort_by_digit(xs, power)
                return xs`,
        ]);
        return {
          body,
          call: expr`radix_sort(${argument})`,
          names: {
            ...names,
            xs: ['numbers', 'values', 'codes'],
            radix_sort: ['sort_digit_by_digit', 'sort_by_digits'],
            power: ['place', 'unit'],
          },
          doc: 'Sort {xs} by their ones, tens and hundreds.',
        };
      }
    }
  },
  reference({ goal, numbers, word, k }) {
    switch (goal) {
      case 'names':
        return word.split(' ').sort();
      case 'tally':
        return Array.from({ length: k + 1 }, (_, value) => numbers.filter((x) => x === value).length);
      case 'sort':
      case 'buckets':
      case 'radix':
        return ascending(numbers);
      case 'letters':
        return [...word].sort().join('');
    }
  },
  example: { plan: { goal: 'tally', numbers: [2, 0, 2, 1], word: '', k: 3 }, answer: '[1, 1, 2, 0]' },
});
