// Changing the shape of a text: initials, capitals, reversed words, snake case, wrapped lines.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';
import { phrase, WORDS } from '../pools.ts';

interface Plan {
  goal: 'reverse' | 'initials' | 'title' | 'reverse-words' | 'camel' | 'snake' | 'wrap' | 'interleave';
  text: string;
  /** for `wrap`: the longest line allowed */
  width: number;
}

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['reverse', 'initials'],
  2: ['title', 'reverse-words', 'initials'],
  3: ['camel', 'snake', 'reverse-words'],
  4: ['camel', 'snake', 'interleave'],
  5: ['wrap'],
  6: ['wrap'],
};

export const textShapesFamily = defineFamily<Plan>({
  name: 'text-shapes',
  title: 'Reshaping text',
  topics: ['strings', 'loops', 'formatting'],
  ladder: [
    [1, 'a word backwards, or the initials of a few words'],
    [2, 'capitals for a few words, or words in reverse order'],
    [3, 'snake_case to camelCase and back'],
    [4, 'longer names, and every other letter in capitals'],
    [5, 'lines of limited width'],
    [6, 'longer texts in lines'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const words = draw.sample(WORDS, level + 1);
    switch (goal) {
      case 'reverse':
        return { goal, text: draw.pick(WORDS.filter((word) => word.length < 6)), width: 0 };
      case 'camel':
        return { goal, text: words.slice(0, level - 1).join('_'), width: 0 };
      case 'snake':
        return {
          goal,
          text: words
            .slice(0, level - 1)
            .map((word, i) => (i > 0 ? capital(word) : word))
            .join(''),
          width: 0,
        };
      case 'wrap':
        return { goal, text: phrase(draw, level === 5 ? 9 : 16).join(' '), width: draw.int(12, 20) };
      case 'interleave':
        return { goal, text: words.slice(0, 2).join(' '), width: 0 };
      case 'initials':
      case 'title':
      case 'reverse-words':
        return { goal, text: words.slice(0, level === 1 ? 3 : words.length).join(' '), width: 0 };
    }
  },
  write({ goal, text, width }, draw) {
    const names = {
      text: ['phrase', 'line', 's'],
      word: ['part', 'w'],
      words: ['parts', 'pieces'],
      ch: ['char', 'c', 'letter'],
      result: ['out', 'answer', 'built'],
      name: ['identifier', 'label'],
      line: ['current', 'row'],
      lines: ['rows', 'wrapped'],
    };
    const argument = literal(text);
    switch (goal) {
      case 'reverse': {
        const body = draw.pick([
          stmts`
            def backwards(word: str) -> str:
                result = ''
                for ch in word:
                    result = ch + result
                return result`,
          stmts`
            def backwards(word: str) -> str:
                result = ''
                i = len(word) - 1
                while i >= 0:
                    result += word[i]
                    i -= 1
                return result`,
          stmts`
            def backwards(word: str) -> str:
                if word == '':
                    return ''
                return backwards(word[1:]) + word[0]`,
          stmts`
            def backwards(word: str) -> str:
                letters = list(word)
                left, right = 0, len(letters) - 1
                while left < right:
                    letters[left], letters[right] = letters[right], letters[left]
                    left += 1
                    right -= 1
                return ''.join(letters)`,
        ]);
        return {
          body,
          call: expr`backwards(${argument})`,
          names: { ...names, word: ['text', 's'], backwards: ['reverse_word', 'flip', 'mirror'] },
        };
      }
      case 'initials': {
        const body = draw.pick([
          stmts`
            def initials(text: str) -> str:
                result = ''
                for word in text.split():
                    result += word[0].upper()
                return result`,
          stmts`
            def initials(text: str) -> str:
                return ''.join(word[0] for word in text.split()).upper()`,
          stmts`
            def initials(text: str) -> str:
                result = text[0].upper()
                for i in range(1, len(text)):
                    if text[i - 1] == ' ':
                        result += text[i].upper()
                return result`,
        ]);
        return {
          body,
          call: expr`initials(${argument})`,
          names: { ...names, initials: ['acronym', 'first_letters'] },
          doc: 'Return the first letters of the words as capitals.',
        };
      }
      case 'title': {
        const body = draw.pick([
          stmts`
            def title_case(text: str) -> str:
                words: list[str] = []
                for word in text.split():
                    words.append(word[0].upper() + word[1:])
                return ' '.join(words)`,
          stmts`
            def title_case(text: str) -> str:
                result = ''
                previous = ' '
                for ch in text:
                    if previous == ' ':
                        result += ch.upper()
                    else:
                        result += ch
                    previous = ch
                return result`,
          stmts`
            def title_case(text: str) -> str:
                return ' '.join([word.capitalize() for word in text.split(' ')])`,
        ]);
        return {
          body,
          call: expr`title_case(${argument})`,
          names: {
            ...names,
            title_case: ['make_title', 'capitalize_words', 'as_heading'],
            previous: ['before', 'last'],
          },
        };
      }
      case 'reverse-words': {
        const body = draw.pick([
          stmts`
            def reverse_words(text: str) -> str:
                words = text.split()
                words.reverse()
                return ' '.join(words)`,
          stmts`
            def reverse_words(text: str) -> str:
                result = ''
                for word in text.split():
                    if result == '':
                        result = word
                    else:
                        result = word + ' ' + result
                return result`,
          stmts`
            def reverse_words(text: str) -> str:
                words: list[str] = []
                word = ''
                for ch in text + ' ':
                    if ch == ' ':
                        words.insert(0, word)
                        word = ''
                    else:
                        word += ch
                return ' '.join(words)`,
        ]);
        return {
          body,
          call: expr`reverse_words(${argument})`,
          names: { ...names, reverse_words: ['flip_words', 'words_backwards'] },
        };
      }
      case 'camel': {
        const body = draw.pick([
          stmts`
            def to_camel(name: str) -> str:
                first, *others = name.split('_')
                return first + ''.join(word.capitalize() for word in others)`,
          stmts`
            def to_camel(name: str) -> str:
                words = name.split('_')
                result = words[0]
                for word in words[1:]:
                    result += word[0].upper() + word[1:]
                return result`,
          stmts`
            def to_camel(name: str) -> str:
                result = ''
                raise_next = False
                for ch in name:
                    if ch == '_':
                        raise_next = True
                    elif raise_next:
                        result += ch.upper()
                        raise_next = False
                    else:
                        result += ch
                return result`,
        ]);
        return {
          body,
          call: expr`to_camel(${argument})`,
          names: {
            ...names,
            to_camel: ['snake_to_camel', 'camel_case'],
            raise_next: ['new_word', 'upper_next'],
          },
          doc: 'Turn snake_case into camelCase.',
        };
      }
      case 'snake': {
        const body = draw.pick([
          stmts`
            def to_snake(name: str) -> str:
                result = ''
                for ch in name:
                    if ch.isupper():
                        result += '_' + ch.lower()
                    else:
                        result += ch
                return result`,
          stmts`
            def to_snake(name: str) -> str:
                words: list[str] = []
                start = 0
                for i in range(1, len(name)):
                    if name[i].isupper():
                        words.append(name[start:i].lower())
                        start = i
                words.append(name[start:].lower())
                return '_'.join(words)`,
          stmts`
            def to_snake(name: str) -> str:
                return ''.join('_' + ch.lower() if ch.isupper() else ch for ch in name)`,
        ]);
        return {
          body,
          call: expr`to_snake(${argument})`,
          names: { ...names, to_snake: ['camel_to_snake', 'snake_case'] },
          doc: 'Turn camelCase into snake_case.',
        };
      }
      case 'interleave': {
        const body = draw.pick([
          stmts`
            def alternate(text: str) -> str:
                result = ''
                for i, ch in enumerate(text):
                    if i % 2 == 0:
                        result += ch.upper()
                    else:
                        result += ch
                return result`,
          stmts`
            def alternate(text: str) -> str:
                letters: list[str] = []
                upper = True
                for ch in text:
                    letters.append(ch.upper() if upper else ch)
                    upper = not upper
                return ''.join(letters)`,
        ]);
        return {
          body,
          call: expr`alternate(${argument})`,
          names: { ...names, alternate: ['zigzag_case', 'mock', 'bounce'] },
        };
      }
      case 'wrap': {
        const body = draw.pick([
          stmts`
            def wrap(text: str, width: int) -> list[str]:
                lines: list[str] = []
                line = ''
                for word in text.split():
                    if line == '':
                        line = word
                    elif len(line) + 1 + len(word) <= width:
                        line += ' ' + word
                    else:
                        lines.append(line)
                        line = word
                lines.append(line)
                return lines`,
          stmts`
            def wrap(text: str, width: int) -> list[str]:
                words = text.split()
                lines = [words[0]]
                for word in words[1:]:
                    if len(lines[-1]) + len(word) < width:
                        lines[-1] += ' ' + word
                    else:
                        lines.append(word)
                return lines`,
        ]);
        return {
          body,
          call: expr`wrap(${argument}, ${width})`,
          names: {
            ...names,
            text: ['paragraph', 'content'],
            wrap: ['wrap_text', 'break_lines', 'fold_text'],
            width: ['limit', 'columns'],
          },
          doc: 'Break {text} into lines of at most {width} characters.',
        };
      }
    }
  },
  reference({ goal, text, width }) {
    const words = text.split(/[ _]/);
    switch (goal) {
      case 'reverse':
        return text.split('').reverse().join('');
      case 'initials':
        return words.map((word) => word[0].toUpperCase()).join('');
      case 'title':
        return words.map(capital).join(' ');
      case 'reverse-words':
        return words.reverse().join(' ');
      case 'camel':
        return text.replace(/_([a-z])/g, (_, ch: string) => ch.toUpperCase());
      case 'snake':
        return text.replace(/[A-Z]/g, (ch) => `_${ch.toLowerCase()}`);
      case 'interleave':
        return text.replace(/(.)(.?)/g, (_, odd: string, even: string) => odd.toUpperCase() + even);
      case 'wrap':
        return (`${text} `.match(new RegExp(`.{1,${width}} `, 'g')) ?? []).map((line) => line.trim());
    }
  },
  example: { plan: { goal: 'camel', text: 'max_line_width', width: 0 }, answer: "'maxLineWidth'" },
});
