// Substitution ciphers: shifting letters by a fixed step, by a keyword, and breaking a shift by trial.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';
import { phrase, WORDS } from '../pools.ts';

interface Plan {
  goal: 'encode' | 'decode' | 'keyword' | 'crack';
  text: string;
  shift: number;
  keyword: string;
  /** letters outside a-z: left as they are, or upper case shifted too */
  alphabet: 'lower' | 'both';
}

function turn(text: string, shift: (i: number) => number): string {
  let letters = 0;
  return text.replace(/[a-z]/gi, (ch) => {
    const first = ch < 'a' ? 65 : 97;
    return String.fromCharCode(first + ((((ch.charCodeAt(0) - first + shift(letters++)) % 26) + 26) % 26));
  });
}

/** A function that shifts one lower-case letter and leaves all else. */
function shiftLetter(draw: Draw): Stmt[] {
  return draw.pick([
    stmts`
      def shift_letter(ch: str, shift: int) -> str:
          if not ('a' <= ch <= 'z'):
              return ch
          return chr((ord(ch) - ord('a') + shift) % 26 + ord('a'))`,
    stmts`
      ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

      def shift_letter(ch: str, shift: int) -> str:
          if ch not in ALPHABET:
              return ch
          position = (ALPHABET.index(ch) + shift) % 26
          return ALPHABET[position]`,
    stmts`
      def shift_letter(ch: str, shift: int) -> str:
          if ch.isalpha():
              code = ord(ch) - 97
              return chr((code + shift) % 26 + 97)
          return ch`,
  ]);
}

export const caesarFamily = defineFamily<Plan>({
  name: 'caesar',
  title: 'The Caesar cipher',
  topics: ['strings', 'loops'],
  ladder: [
    [2, 'shifting the letters of a short word'],
    [3, 'a short text with spaces'],
    [4, 'back again, and upper case'],
    [5, 'a longer text'],
    [6, 'a keyword gives a shift for each letter'],
    [7, 'the right shift found by trial'],
  ],
  plan(draw, level) {
    const goal =
      level < 4
        ? 'encode'
        : level < 6
          ? draw.pick(['encode', 'decode'] as const)
          : level === 6
            ? 'keyword'
            : 'crack';
    const words = phrase(draw, 9);
    const clear =
      {
        2: draw.pick(WORDS.filter((word) => word.length <= 4)),
        3: draw
          .sample(
            words.filter((word) => word.length <= 4),
            2,
          )
          .join(' '),
        4: words.slice(0, 2).join(' '),
        5: words.slice(1, 6).join(' '),
        6: words.slice(0, 4).join(' '),
        7: `the ${draw.pick(WORDS.filter((word) => word.length <= 5))}`,
      }[level] ?? '';
    const shift = draw.int(1, level === 7 ? 6 : 25);
    const alphabet =
      goal !== 'keyword' && goal !== 'crack' && level >= 4 && draw.chance(0.5) ? 'both' : 'lower';
    const cased =
      alphabet === 'both'
        ? clear.replace(/\b[a-z]/g, (ch) => ch.toUpperCase()) + draw.pick(['', '!', '?'])
        : clear;
    const text = goal === 'decode' || goal === 'crack' ? turn(cased, () => shift) : cased;
    return { goal, text, shift, keyword: draw.pick(WORDS.filter((word) => word.length <= 4)), alphabet };
  },
  write({ goal, text, shift, keyword, alphabet }, draw) {
    const names = {
      shift_letter: ['shift_char', 'move_letter', 'rotate_letter'],
      caesar: ['encrypt', 'shift_text', 'encode', 'cipher'],
      text: ['message', 'plain', 'words'],
      shift: ['step', 'key', 'offset'],
      ch: ['char', 'letter', 'c'],
      code: ['place', 'index'],
      result: ['out', 'encoded', 'answer'],
    };
    const argument = literal(text);
    if (goal === 'encode' || goal === 'decode') {
      const back = goal === 'decode';
      const both = stmts`
        def caesar(text: str, shift: int) -> str:
            result = ''
            for ch in text:
                if ch.isupper():
                    first = ord('A')
                elif ch.islower():
                    first = ord('a')
                else:
                    result += ch
                    continue
                result += chr((ord(ch) - first + shift) % 26 + first)
            return result`;
      const lower = [
        ...shiftLetter(draw),
        ...draw.pick([
          stmts`
            def caesar(text: str, shift: int) -> str:
                result = ''
                for ch in text:
                    result += shift_letter(ch, shift)
                return result`,
          stmts`
            def caesar(text: str, shift: int) -> str:
                return ''.join(shift_letter(ch, shift) for ch in text)`,
          stmts`
            def caesar(text: str, shift: int) -> str:
                letters: list[str] = []
                for i in range(len(text)):
                    letters.append(shift_letter(text[i], shift))
                return ''.join(letters)`,
        ]),
      ];
      const body = alphabet === 'both' ? both : lower;
      if (!back)
        return {
          body,
          call: expr`caesar(${argument}, ${shift})`,
          names,
          doc: 'Shift every letter of {text} by {shift} places.',
        };
      const decode = stmts`
        def decode(secret: str, shift: int) -> str:
            return caesar(secret, -shift)`;
      return {
        body: [...body, ...decode],
        call: expr`decode(${argument}, ${shift})`,
        names: { ...names, decode: ['decrypt', 'unshift', 'decipher'], secret: ['coded', 'hidden'] },
      };
    }
    if (goal === 'keyword') {
      const main = draw.pick([
        stmts`
          def vigenere(text: str, keyword: str) -> str:
              result = ''
              used = 0
              for ch in text:
                  if ch == ' ':
                      result += ch
                      continue
                  shift = ord(keyword[used % len(keyword)]) - ord('a')
                  result += shift_letter(ch, shift)
                  used += 1
              return result`,
        stmts`
          def vigenere(text: str, keyword: str) -> str:
              shifts = [ord(ch) - ord('a') for ch in keyword]
              letters: list[str] = []
              turn = 0
              for ch in text:
                  if ch.isalpha():
                      letters.append(shift_letter(ch, shifts[turn]))
                      turn = (turn + 1) % len(shifts)
                  else:
                      letters.append(ch)
              return ''.join(letters)`,
      ]);
      return {
        body: [...shiftLetter(draw), ...main],
        call: expr`vigenere(${argument}, ${literal(keyword)})`,
        names: {
          ...names,
          vigenere: ['keyword_cipher', 'encrypt', 'encode'],
          used: ['count', 'position_in_key'],
          keyword: ['secret', 'password'],
        },
      };
    }
    const main = draw.pick([
      stmts`
        def crack(secret: str) -> int:
            for shift in range(26):
                guess = ''.join(shift_letter(ch, -shift) for ch in secret)
                if guess.startswith('the '):
                    return shift
            return -1`,
      stmts`
        def caesar(text: str, shift: int) -> str:
            result = ''
            for ch in text:
                result += shift_letter(ch, shift)
            return result

        def crack(secret: str) -> int:
            shift = 0
            while 'the' not in caesar(secret, -shift).split():
                shift += 1
            return shift`,
    ]);
    return {
      body: [...shiftLetter(draw), ...main],
      call: expr`crack(${argument})`,
      names: {
        ...names,
        crack: ['find_shift', 'break_cipher', 'guess_shift'],
        secret: ['coded', 'message_in'],
        text: ['plain', 'words'],
      },
      doc: 'Find the shift that hides a text with the word "the".',
    };
  },
  reference({ goal, text, shift, keyword }) {
    switch (goal) {
      case 'encode':
        return turn(text, () => shift);
      case 'decode':
        return turn(text, () => -shift);
      case 'keyword':
        return turn(text, (i) => keyword.charCodeAt(i % keyword.length) - 97);
      case 'crack':
        return shift;
    }
  },
  example: {
    plan: { goal: 'encode', text: 'xyz', shift: 3, keyword: '', alphabet: 'lower' },
    answer: "'abc'",
  },
});
