// Counting characters: vowels, capitals, digits, the most frequent letter.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { CITIES, PEOPLE, phrase, WORDS } from '../pools.ts';

interface Plan {
  goal: 'vowels' | 'letter' | 'classes' | 'table' | 'most';
  text: string;
  letter: string;
}

const occurrences = (text: string, wanted: RegExp): number => text.match(wanted)?.length ?? 0;

const tally = (text: string): Map<string, number> =>
  new Map([...new Set(text)].map((ch) => [ch, text.split(ch).length - 1]));

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['vowels', 'letter'],
  2: ['vowels', 'letter'],
  3: ['table'],
  4: ['classes', 'table'],
  5: ['most', 'classes'],
  6: ['most', 'table'],
};

export const letterCountFamily = defineFamily<Plan>({
  name: 'letter-count',
  title: 'Counting characters',
  topics: ['strings', 'loops', 'dicts'],
  ladder: [
    [1, 'the vowels of a word, or one letter of it'],
    [2, 'the vowels of two words'],
    [3, 'how often each letter occurs'],
    [4, 'letters, digits and other characters'],
    [5, 'the most frequent letter of a text'],
    [6, 'longer texts'],
  ],
  plan(draw, level) {
    const words = phrase(draw, 8);
    const goal = draw.pick(GOALS[level]);
    if (goal === 'classes') {
      const text = draw
        .list(level - 2, () =>
          draw.pick([
            `${draw.pick(PEOPLE)}${draw.int(1, 99)}`,
            `${draw.pick(CITIES)}: ${draw.int(10, 999)}`,
            `Room ${draw.int(1, 400)}!`,
          ]),
        )
        .join(', ');
      return { goal, text, letter: '' };
    }
    const text = [
      draw.pick(WORDS),
      words.slice(1, 3).join(' '),
      draw.pick(WORDS),
      words.slice(0, 3).join(' '),
      words.slice(0, 3).join(' '),
      words.slice(0, 7).join(' '),
    ][level - 1];
    return {
      goal,
      text,
      letter: draw.chance(0.8) ? draw.pick([...text.replace(/ /g, '')]) : draw.pick([...'aest']),
    };
  },
  write({ goal, text, letter }, draw) {
    const names = {
      text: ['word', 's', 'line'],
      ch: ['char', 'c', 'symbol'],
      count: ['total', 'found', 'number'],
      letter: ['wanted', 'target'],
      counts: ['tally', 'frequency', 'table'],
      best: ['winner', 'top'],
    };
    const argument = literal(text);
    switch (goal) {
      case 'vowels': {
        const body = draw.pick([
          stmts`
            def count_vowels(text: str) -> int:
                count = 0
                for ch in text:
                    if ch in 'aeiou':
                        count += 1
                return count`,
          stmts`
            VOWELS = 'aeiou'

            def count_vowels(text: str) -> int:
                count = 0
                for i in range(len(text)):
                    if text[i] in VOWELS:
                        count += 1
                return count`,
          stmts`
            def count_vowels(text: str) -> int:
                return sum(1 for ch in text if ch in 'aeiou')`,
          stmts`
            def count_vowels(text: str) -> int:
                vowels = [ch for ch in text if ch in 'aeiou']
                return len(vowels)`,
        ]);
        return {
          body,
          call: expr`count_vowels(${argument})`,
          names: { ...names, count_vowels: ['vowels_in', 'number_of_vowels'] },
          doc: 'Count the vowels in {text}.',
        };
      }
      case 'letter': {
        const body = draw.pick([
          stmts`
            def count_letter(text: str, letter: str) -> int:
                count = 0
                for ch in text:
                    if ch == letter:
                        count += 1
                return count`,
          stmts`
            def count_letter(text: str, letter: str) -> int:
                count = 0
                start = text.find(letter)
                while start != -1:
                    count += 1
                    start = text.find(letter, start + 1)
                return count`,
          stmts`
            def count_letter(text: str, letter: str) -> int:
                if text == '':
                    return 0
                rest = count_letter(text[1:], letter)
                return rest + 1 if text[0] == letter else rest`,
        ]);
        return {
          body,
          call: expr`count_letter(${argument}, ${literal(letter)})`,
          names: { ...names, count_letter: ['occurrences', 'letter_count'] },
        };
      }
      case 'classes': {
        const body = draw.pick([
          stmts`
            def classify(text: str) -> dict[str, int]:
                counts = {'letters': 0, 'digits': 0, 'others': 0}
                for ch in text:
                    if ch.isalpha():
                        counts['letters'] += 1
                    elif ch.isdigit():
                        counts['digits'] += 1
                    else:
                        counts['others'] += 1
                return counts`,
          stmts`
            def kind(ch: str) -> str:
                if ch.isalpha():
                    return 'letters'
                if ch.isdigit():
                    return 'digits'
                return 'others'

            def classify(text: str) -> dict[str, int]:
                counts = {'letters': 0, 'digits': 0, 'others': 0}
                for ch in text:
                    counts[kind(ch)] += 1
                return counts`,
          stmts`
            def classify(text: str) -> dict[str, int]:
                letters = 0
                digits = 0
                for ch in text:
                    if ch.isalpha():
                        letters += 1
                    if ch.isdigit():
                        digits += 1
                return {'letters': letters, 'digits': digits, 'others': len(text) - letters - digits}`,
        ]);
        return {
          body,
          call: expr`classify(${argument})`,
          names: {
            ...names,
            classify: ['character_classes', 'count_classes', 'analyze'],
            kind: ['class_of', 'char_class'],
          },
        };
      }
      case 'table': {
        const skip = text.includes(' ');
        const guard = skip
          ? stmts`
            if ch == ' ':
                continue`
          : [];
        const body = draw.pick([
          stmts`
            def letter_counts(text: str) -> dict[str, int]:
                counts: dict[str, int] = {}
                for ch in text:
                    ${guard}
                    if ch in counts:
                        counts[ch] += 1
                    else:
                        counts[ch] = 1
                return counts`,
          stmts`
            def letter_counts(text: str) -> dict[str, int]:
                counts: dict[str, int] = {}
                for ch in text:
                    ${guard}
                    counts[ch] = counts.get(ch, 0) + 1
                return counts`,
          skip
            ? stmts`
              def letter_counts(text: str) -> dict[str, int]:
                  letters = text.replace(' ', '')
                  return {ch: letters.count(ch) for ch in letters}`
            : stmts`
              def letter_counts(text: str) -> dict[str, int]:
                  return {ch: text.count(ch) for ch in text}`,
        ]);
        return {
          body,
          call: expr`letter_counts(${argument})`,
          names: { ...names, letter_counts: ['count_letters', 'char_table', 'frequencies'] },
        };
      }
      case 'most': {
        const body = draw.pick([
          stmts`
            def most_frequent(text: str) -> str:
                counts: dict[str, int] = {}
                for ch in text:
                    if ch != ' ':
                        counts[ch] = counts.get(ch, 0) + 1
                best = ''
                for ch, count in counts.items():
                    if best == '' or count > counts[best]:
                        best = ch
                return best`,
          stmts`
            def most_frequent(text: str) -> str:
                best = ''
                record = 0
                for ch in text:
                    if ch == ' ' or ch == best:
                        continue
                    count = text.count(ch)
                    if count > record:
                        best = ch
                        record = count
                return best`,
        ]);
        return {
          body,
          call: expr`most_frequent(${argument})`,
          names: { ...names, most_frequent: ['top_letter', 'commonest_letter', 'most_common'] },
          doc: 'Return the letter that occurs most often; the first one in a tie.',
        };
      }
    }
  },
  reference({ goal, text, letter }) {
    switch (goal) {
      case 'vowels':
        return occurrences(text, /[aeiou]/g);
      case 'letter':
        return text.split(letter).length - 1;
      case 'classes': {
        const letters = occurrences(text, /[a-z]/gi);
        const digits = occurrences(text, /[0-9]/g);
        return dict([
          ['letters', letters],
          ['digits', digits],
          ['others', text.length - letters - digits],
        ]);
      }
      case 'table':
        return tally(text.replace(/ /g, ''));
      case 'most':
        return [...tally(text.replace(/ /g, ''))].reduce((best, entry) =>
          entry[1] > best[1] ? entry : best,
        )[0];
    }
  },
  example: { plan: { goal: 'vowels', text: 'lemonade', letter: '' }, answer: '4' },
});
