// Runs of equal things: encoding, decoding, measuring and squeezing them.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'squeeze' | 'longest' | 'encode' | 'pairs' | 'decode' | 'look-and-say';
  text: string;
  rounds: number;
}

const runs = (text: string): string[] => text.match(/(.)\1*/g) ?? [];
const encode = (text: string): string =>
  runs(text)
    .map((run) => (run.length > 1 ? `${run[0]}${run.length}` : run))
    .join('');
const say = (text: string): string =>
  runs(text)
    .map((run) => `${run.length}${run[0]}`)
    .join('');

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['squeeze', 'longest'],
  3: ['encode', 'squeeze'],
  4: ['encode', 'pairs', 'longest'],
  5: ['decode', 'pairs'],
  6: ['encode', 'decode', 'pairs'],
  7: ['look-and-say'],
};

export const runLengthFamily = defineFamily<Plan>({
  name: 'run-length',
  title: 'Run-length encoding',
  topics: ['strings', 'loops'],
  ladder: [
    [2, 'dropping repeated letters, or the longest run'],
    [3, 'encoding a few runs'],
    [4, 'encoding more runs'],
    [5, 'decoding, with counts of one or two digits'],
    [6, 'longer texts'],
    [7, 'the look-and-say sequence'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    if (goal === 'look-and-say') return { goal, text: String(draw.int(1, 40)), rounds: draw.int(3, 5) };
    const letters = draw.pick(['abc', 'xyz', 'ABC', 'RGB', 'NSEW', 'abcd', '01']);
    const count = [3, 3, 5, 5, 9][level - 2] + draw.int(0, 1);
    let text = '';
    let last = '';
    for (let i = 0; i < count; i++) {
      last = draw.pick([...letters].filter((ch) => ch !== last));
      text += last.repeat(
        goal === 'decode' && draw.chance(0.2)
          ? draw.int(10, 13)
          : draw.weighted([
              [3, 1],
              [3, 2],
              [2, 3],
              [1, 4],
              [1, 5],
            ]),
      );
    }
    // Digits cannot stand for themselves in a code made of digits.
    if (letters === '01' && (goal === 'encode' || goal === 'decode'))
      text = text.replace(/0/g, '.').replace(/1/g, '#');
    return { goal, text, rounds: 1 };
  },
  write({ goal, text, rounds }, draw) {
    const names = {
      text: ['s', 'data', 'line'],
      ch: ['char', 'c', 'symbol'],
      count: ['run', 'length', 'times'],
      result: ['encoded', 'out', 'answer'],
      i: ['pos', 'index', 'at'],
      previous: ['last', 'prev', 'current'],
      pieces: ['parts', 'chunks'],
    };
    const argument = literal(text);
    switch (goal) {
      case 'squeeze': {
        const body = draw.pick([
          stmts`
            def squeeze(text: str) -> str:
                result = text[0]
                for ch in text[1:]:
                    if ch != result[-1]:
                        result += ch
                return result`,
          stmts`
            def squeeze(text: str) -> str:
                result = ''
                previous = ''
                for ch in text:
                    if ch != previous:
                        result += ch
                    previous = ch
                return result`,
          stmts`
            def squeeze(text: str) -> str:
                result = ''
                for i in range(len(text)):
                    if i == 0 or text[i] != text[i - 1]:
                        result += text[i]
                return result`,
        ]);
        return {
          body,
          call: expr`squeeze(${argument})`,
          names: {
            ...names,
            result: ['kept', 'out', 'short'],
            squeeze: ['drop_repeats', 'collapse', 'remove_repeats'],
          },
          doc: 'Keep one letter of each run of equal letters.',
        };
      }
      case 'longest': {
        const body = draw.pick([
          stmts`
            def longest_run(text: str) -> int:
                best = 1
                count = 1
                for i in range(1, len(text)):
                    if text[i] == text[i - 1]:
                        count += 1
                    else:
                        count = 1
                    if count > best:
                        best = count
                return best`,
          stmts`
            def longest_run(text: str) -> int:
                best = 0
                count = 0
                previous = ''
                for ch in text:
                    count = count + 1 if ch == previous else 1
                    best = max(best, count)
                    previous = ch
                return best`,
        ]);
        return {
          body,
          call: expr`longest_run(${argument})`,
          names: { ...names, longest_run: ['longest_streak', 'max_run'], best: ['longest', 'record'] },
          doc: 'Return the length of the longest run of equal letters.',
        };
      }
      case 'encode': {
        const body = draw.pick([
          stmts`
            def encode(text: str) -> str:
                result = ''
                i = 0
                while i < len(text):
                    count = 1
                    while i + count < len(text) and text[i + count] == text[i]:
                        count += 1
                    result += text[i]
                    if count > 1:
                        result += str(count)
                    i += count
                return result`,
          stmts`
            def add_run(result: str, ch: str, count: int) -> str:
                if count == 1:
                    return result + ch
                return result + ch + str(count)

            def encode(text: str) -> str:
                result = ''
                previous = text[0]
                count = 0
                for ch in text:
                    if ch == previous:
                        count += 1
                    else:
                        result = add_run(result, previous, count)
                        previous = ch
                        count = 1
                return add_run(result, previous, count)`,
          stmts`
            def encode(text: str) -> str:
                pieces: list[str] = []
                count = 1
                for i in range(1, len(text) + 1):
                    if i < len(text) and text[i] == text[i - 1]:
                        count += 1
                        continue
                    pieces.append(text[i - 1] if count == 1 else f'{text[i - 1]}{count}')
                    count = 1
                return ''.join(pieces)`,
        ]);
        return {
          body,
          call: expr`encode(${argument})`,
          names: {
            ...names,
            encode: ['run_length_encode', 'compress', 'rle'],
            add_run: ['append_run', 'write_run'],
          },
          doc: 'Replace each run by its letter and its length, if above 1.',
        };
      }
      case 'pairs': {
        const body = draw.pick([
          stmts`
            def runs(text: str) -> list[tuple[str, int]]:
                found: list[tuple[str, int]] = []
                for ch in text:
                    if found and found[-1][0] == ch:
                        found[-1] = (ch, found[-1][1] + 1)
                    else:
                        found.append((ch, 1))
                return found`,
          stmts`
            def runs(text: str) -> list[tuple[str, int]]:
                found: list[tuple[str, int]] = []
                start = 0
                for i in range(1, len(text) + 1):
                    if i == len(text) or text[i] != text[start]:
                        found.append((text[start], i - start))
                        start = i
                return found`,
        ]);
        return {
          body,
          call: expr`runs(${argument})`,
          names: {
            ...names,
            runs: ['find_runs', 'group_runs', 'count_runs'],
            found: ['groups', 'result'],
            start: ['begin', 'first'],
          },
        };
      }
      case 'decode': {
        const body = draw.pick([
          stmts`
            def decode(code: str) -> str:
                result = ''
                i = 0
                while i < len(code):
                    ch = code[i]
                    i += 1
                    digits = ''
                    while i < len(code) and code[i].isdigit():
                        digits += code[i]
                        i += 1
                    if digits == '':
                        result += ch
                    else:
                        result += ch * int(digits)
                return result`,
          stmts`
            def decode(code: str) -> str:
                pieces: list[str] = []
                previous = ''
                count = 0
                for ch in code:
                    if ch.isdigit():
                        count = count * 10 + int(ch)
                        continue
                    pieces.append(previous * max(count, 1))
                    previous = ch
                    count = 0
                pieces.append(previous * max(count, 1))
                return ''.join(pieces)`,
        ]);
        return {
          body,
          call: expr`decode(${literal(encode(text))})`,
          names: {
            ...names,
            result: ['text', 'out', 'decoded'],
            decode: ['expand', 'run_length_decode', 'unpack'],
            code: ['packed', 'encoded'],
            digits: ['number', 'amount'],
          },
        };
      }
      case 'look-and-say': {
        const body = stmts`
          def say(text: str) -> str:
              result = ''
              i = 0
              while i < len(text):
                  count = 1
                  while i + count < len(text) and text[i + count] == text[i]:
                      count += 1
                  result += str(count) + text[i]
                  i += count
              return result

          def look_and_say(text: str, rounds: int) -> list[str]:
              terms = [text]
              for _ in range(rounds):
                  terms.append(say(terms[-1]))
              return terms`;
        return {
          body,
          call: expr`look_and_say(${argument}, ${rounds})`,
          names: {
            ...names,
            say: ['next_term', 'describe', 'read_aloud'],
            terms: ['sequence', 'lines'],
            rounds: ['steps', 'turns'],
          },
        };
      }
    }
  },
  reference({ goal, text, rounds }) {
    switch (goal) {
      case 'squeeze':
        return runs(text)
          .map((run) => run[0])
          .join('');
      case 'longest':
        return Math.max(...runs(text).map((run) => run.length));
      case 'encode':
        return encode(text);
      case 'pairs':
        return runs(text).map((run) => tuple(run[0], run.length));
      case 'decode':
        return text;
      case 'look-and-say': {
        const terms = [text];
        while (terms.length <= rounds) terms.push(say(terms[terms.length - 1]));
        return terms;
      }
    }
  },
  example: { plan: { goal: 'encode', text: 'aaabccd', rounds: 1 }, answer: "'a3bc2d'" },
});
