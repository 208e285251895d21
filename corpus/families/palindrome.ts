// Palindromes: words, sentences and numbers that read the same backwards.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { WORDS } from '../pools.ts';

interface Plan {
  goal: 'word' | 'sentence' | 'words' | 'number' | 'longest' | 'steps';
  texts: string[];
}

const PALINDROMES = [
  'noon',
  'level',
  'radar',
  'civic',
  'kayak',
  'refer',
  'rotor',
  'madam',
  'stats',
  'tenet',
  'minim',
  'sagas',
  'solos',
  'deed',
  'peep',
  'racecar',
  'redder',
  'reviver',
  'rotator',
];
const SENTENCES = [
  'Never odd or even',
  'Was it a car',
  'No lemon, no melon',
  'Step on no pets',
  "Don't nod",
  'Top spot!',
  'My gym',
  'Red rum, sir, is murder',
  'A nut for a jar of tuna',
  'Ma is as selfless as I am',
  'Taco cat',
  'Too hot to hoot',
  'Was it a cat I saw?',
  'Evil olive',
  'Stack cats',
  'No devil lived on',
];

const backwards = (text: string): string => [...text].reverse().join('');
const isPalindrome = (text: string): boolean => text === backwards(text);
const clean = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** A function `is_palindrome` on the letters of a text as it is. */
function test(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def is_palindrome(text: str) -> bool:
          left, right = 0, len(text) - 1
          while left < right:
              if text[left] != text[right]:
                  return False
              left += 1
              right -= 1
          return True`,
    stmts`
      def is_palindrome(text: str) -> bool:
          for i in range(len(text) // 2):
              if text[i] != text[-1 - i]:
                  return False
          return True`,
    stmts`
      def is_palindrome(text: str) -> bool:
          if len(text) < 2:
              return True
          if text[0] != text[-1]:
              return False
          return is_palindrome(text[1:-1])`,
    stmts`
      def is_palindrome(text: str) -> bool:
          flipped = ''
          for ch in text:
              flipped = ch + flipped
          return flipped == text`,
    stmts`
      def is_palindrome(text: str) -> bool:
          return text == text[::-1]`,
  ]);
}

export const palindromeFamily = defineFamily<Plan>({
  name: 'palindrome',
  title: 'Palindromes',
  topics: ['strings', 'loops', 'recursion'],
  ladder: [
    [1, 'is a word a palindrome?'],
    [2, 'is a longer word a palindrome?'],
    [3, 'is a number a palindrome?'],
    [4, 'a sentence, letters only; or the palindromes of a list'],
    [5, 'longer sentences and lists'],
    [6, 'a palindrome by reversing and adding'],
    [7, 'the longest palindrome inside a word'],
  ],
  plan(draw, level) {
    const almost = (word: string): string => word.slice(0, -1) + draw.pick([...'aeinrst']);
    const word = (low: number, high: number): string => {
      const fits = (text: string): boolean => text.length >= low && text.length <= high;
      const palindrome = draw.pick(PALINDROMES.filter(fits));
      return draw.weighted([
        [3, palindrome],
        [1, almost(palindrome)],
        [2, draw.pick(WORDS.filter(fits))],
      ]);
    };
    switch (level) {
      case 1:
        return { goal: 'word', texts: [word(4, 5)] };
      case 2:
        return { goal: 'word', texts: [word(5, 7)] };
      case 3: {
        const half = String(draw.int(12, 999));
        const n = draw.chance(0.6)
          ? half + backwards(half).slice(draw.int(0, 1))
          : String(draw.int(1000, 99999));
        return { goal: 'number', texts: [n] };
      }
      case 4:
      case 5: {
        if (draw.chance(0.5)) return { goal: 'words', texts: draw.list(level, () => word(4, 5)) };
        const sentence = draw.pick(SENTENCES.filter((text) => text.length > 15 === (level === 5)));
        return {
          goal: 'sentence',
          texts: [draw.chance(0.3) ? almost(sentence.replace(/\W+$/, '')) : sentence],
        };
      }
      case 6:
        return {
          goal: 'steps',
          texts: [
            String(
              draw.pick([
                59, 68, 77, 78, 86, 87, 95, 96, 157, 166, 167, 175, 176, 184, 185, 194, 265, 274, 283, 292,
                349, 365, 374, 383, 392, 456, 465, 474, 483, 561, 645, 654, 672, 729,
              ]),
            ),
          ],
        };
      default:
        return {
          goal: 'longest',
          texts: [
            draw.pick(WORDS.filter((text) => text.length === 3)) +
              draw.pick(PALINDROMES.filter((text) => text.length <= 5)),
          ],
        };
    }
  },
  write({ goal, texts }, draw) {
    const names = {
      is_palindrome: ['palindrome', 'reads_same', 'is_mirrored'],
      text: ['word', 's', 'line'],
      'left right': ['i j', 'start end', 'low high'],
      flipped: ['backwards', 'reverse', 'mirrored'],
      ch: ['char', 'c', 'letter'],
      words: ['candidates', 'items', 'names'],
      n: ['number', 'num', 'value'],
    };
    const [text] = texts;
    switch (goal) {
      case 'word':
        return {
          body: test(draw),
          call: expr`is_palindrome(${literal(text)})`,
          names,
          doc: 'Tell whether {text} reads the same backwards.',
        };
      case 'number': {
        const body = draw.weighted([
          [
            3,
            stmts`
              def is_palindrome(n: int) -> bool:
                  flipped = 0
                  rest = n
                  while rest > 0:
                      flipped = flipped * 10 + rest % 10
                      rest //= 10
                  return flipped == n`,
          ],
          [
            1,
            stmts`
              def is_palindrome(n: int) -> bool:
                  digits = [int(ch) for ch in str(n)]
                  while len(digits) > 1:
                      if digits.pop(0) != digits.pop():
                          return False
                  return True`,
          ],
        ]);
        return {
          body,
          call: expr`is_palindrome(${Number(text)})`,
          names: { ...names, rest: ['remaining', 'left_over'] },
        };
      }
      case 'sentence': {
        const main = draw.pick([
          stmts`
            def is_palindrome(sentence: str) -> bool:
                letters = [ch for ch in sentence.lower() if ch.isalpha()]
                return letters == letters[::-1]`,
          stmts`
            def is_palindrome(sentence: str) -> bool:
                left = 0
                right = len(sentence) - 1
                while left < right:
                    if not sentence[left].isalpha():
                        left += 1
                    elif not sentence[right].isalpha():
                        right -= 1
                    elif sentence[left].lower() != sentence[right].lower():
                        return False
                    else:
                        left += 1
                        right -= 1
                return True`,
          stmts`
            def clean(sentence: str) -> str:
                letters = ''
                for ch in sentence:
                    if ch.isalpha():
                        letters += ch.lower()
                return letters

            def is_palindrome(sentence: str) -> bool:
                letters = clean(sentence)
                for i in range(len(letters) // 2):
                    if letters[i] != letters[len(letters) - 1 - i]:
                        return False
                return True`,
        ]);
        return {
          body: main,
          call: expr`is_palindrome(${literal(text)})`,
          names: { ...names, sentence: ['text', 'phrase'], clean: ['only_letters', 'normalize'] },
          doc: 'Compare the letters of {sentence} from both ends.',
        };
      }
      case 'words': {
        const main = draw.pick([
          stmts`
            def find_palindromes(words: list[str]) -> list[str]:
                return [word for word in words if is_palindrome(word)]`,
          stmts`
            def find_palindromes(words: list[str]) -> list[str]:
                found: list[str] = []
                for word in words:
                    if is_palindrome(word):
                        found.append(word)
                return found`,
        ]);
        return {
          body: [...test(draw), ...main],
          call: expr`find_palindromes(${literal(texts)})`,
          names: {
            ...names,
            text: ['s', 'line'],
            find_palindromes: ['keep_palindromes', 'palindromes_in'],
            word: ['entry', 'item'],
          },
        };
      }
      case 'steps': {
        const body = stmts`
          def reverse(n: int) -> int:
              flipped = 0
              while n > 0:
                  flipped = flipped * 10 + n % 10
                  n //= 10
              return flipped

          def reverse_and_add(n: int) -> int:
              steps = 0
              while n != reverse(n):
                  n += reverse(n)
                  steps += 1
              return steps`;
        const short = stmts`
          def reverse_and_add(n: int) -> int:
              steps = 0
              while str(n) != str(n)[::-1]:
                  n += int(str(n)[::-1])
                  steps += 1
              return steps`;
        return {
          body: draw.chance(0.7) ? body : short,
          call: expr`reverse_and_add(${Number(text)})`,
          names: {
            ...names,
            flipped: ['result', 'mirrored'],
            reverse: ['flip', 'reversed_number'],
            reverse_and_add: ['steps_to_palindrome', 'lychrel_steps'],
            steps: ['count', 'rounds'],
          },
          doc: 'Count how often {n} must be added to its reverse to become a palindrome.',
        };
      }
      case 'longest': {
        const body = draw.pick([
          stmts`
            def longest_palindrome(text: str) -> str:
                best = ''
                for start in range(len(text)):
                    for end in range(start + 1, len(text) + 1):
                        part = text[start:end]
                        if part == part[::-1] and len(part) > len(best):
                            best = part
                return best`,
          stmts`
            def expand(text: str, left: int, right: int) -> str:
                while left >= 0 and right < len(text) and text[left] == text[right]:
                    left -= 1
                    right += 1
                return text[left + 1:right]

            def longest_palindrome(text: str) -> str:
                best = ''
                for center in range(len(text)):
                    for part in (expand(text, center, center), expand(text, center, center + 1)):
                        if len(part) > len(best):
                            best = part
                return best`,
        ]);
        return {
          body,
          call: expr`longest_palindrome(${literal(text)})`,
          names: {
            ...names,
            part: ['piece', 'candidate'],
            best: ['longest', 'winner'],
            longest_palindrome: ['biggest_palindrome', 'find_mirror'],
          },
        };
      }
    }
  },
  reference({ goal, texts }) {
    const [text] = texts;
    switch (goal) {
      case 'word':
      case 'number':
        return isPalindrome(text);
      case 'sentence':
        return isPalindrome(clean(text));
      case 'words':
        return texts.filter(isPalindrome);
      case 'steps': {
        let steps = 0;
        for (let n = text; !isPalindrome(n); steps++) n = String(Number(n) + Number(backwards(n)));
        return steps;
      }
      case 'longest':
        for (let length = text.length; length > 0; length--) {
          for (let at = 0; at + length <= text.length; at++) {
            const part = text.slice(at, at + length);
            if (isPalindrome(part)) return part;
          }
        }
        return '';
    }
  },
  example: { plan: { goal: 'longest', texts: ['bananas'] }, answer: "'anana'" },
});
