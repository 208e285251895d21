// FizzBuzz and its cousins: numbers of a range answered with words, by divisibility.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'one' | 'list' | 'joined' | 'counts' | 'print';
  low: number;
  high: number;
  rules: { divisor: number; word: string }[];
}

const PAIRS = [
  ['Fizz', 'Buzz'],
  ['Ping', 'Pong'],
  ['Tick', 'Tock'],
  ['Hip', 'Hop'],
  ['Foo', 'Bar'],
  ['Zig', 'Zag'],
];
const THIRD = ['Bang', 'Pop', 'Whizz', 'Boom'];

const say = (n: number, { rules }: Plan): string =>
  rules.map(({ divisor, word }) => (n % divisor === 0 ? word : '')).join('') || String(n);

const answers = (plan: Plan): string[] =>
  Array.from({ length: plan.high - plan.low + 1 }, (_, i) => say(plan.low + i, plan));

export const fizzbuzzFamily = defineFamily<Plan>({
  name: 'fizzbuzz',
  title: 'FizzBuzz',
  topics: ['loops', 'arithmetic', 'strings'],
  ladder: [
    [1, 'one number, two words'],
    [2, 'a few numbers'],
    [3, 'more numbers, printed or joined'],
    [4, 'how often each word is said'],
    [5, 'three words'],
    [6, 'three words, longer ranges'],
  ],
  plan(draw, level) {
    const words: string[] = [...draw.pick(PAIRS)];
    if (level >= 5) words.push(draw.pick(THIRD));
    const divisors = draw.pick(
      level >= 5
        ? [
            [2, 3, 5],
            [2, 3, 7],
            [3, 4, 5],
            [3, 5, 7],
          ]
        : [
            [2, 3],
            [2, 5],
            [3, 4],
            [3, 5],
            [4, 5],
            [3, 7],
          ],
    );
    const rules = words.map((word, i) => ({ divisor: divisors[i], word }));
    const goal = draw.pick(
      (['one', 'list', 'joined', 'print', 'counts'] as const).slice(
        level === 1 ? 0 : 1,
        [1, 2, 4, 5, 5, 5][level - 1],
      ),
    );
    // Most plain numbers say nothing: a single one is more often a multiple.
    const single = draw.chance(0.7) ? draw.pick(divisors) * draw.int(1, 30) : draw.int(1, 99);
    const low = level === 1 ? single : draw.int(1, 20);
    const length = [1, 4, 7, 10, 12, 22][level - 1] + (level > 1 ? draw.int(0, level) : 0);
    return { goal, low, high: low + length - 1, rules };
  },
  write({ goal, low, high, rules }, draw) {
    const [first, second, third] = rules.map(({ divisor, word }) => ({
      hit: expr`n % ${divisor} == 0`,
      word: literal(word),
    }));
    const extend = third
      ? stmts`
        if ${third.hit}:
            answer += ${third.word}`
      : [];
    const both = literal(rules[0].word + rules[1].word);
    const product = rules[0].divisor * rules[1].divisor;
    const bothHit = draw.pick([expr`${first.hit} and ${second.hit}`, expr`n % ${product} == 0`]);
    // With divisors such as 2 and 4 the product would be wrong; the pairs and triples drawn have no such.
    const cascade = stmts`
      def say(n: int) -> str:
          if ${bothHit}:
              return ${both}
          if ${first.hit}:
              return ${first.word}
          if ${second.hit}:
              return ${second.word}
          return str(n)`;
    const chain = stmts`
      def say(n: int) -> str:
          if ${bothHit}:
              answer = ${both}
          elif ${first.hit}:
              answer = ${first.word}
          elif ${second.hit}:
              answer = ${second.word}
          else:
              answer = str(n)
          return answer`;
    const build = stmts`
      def say(n: int) -> str:
          answer = ''
          if ${first.hit}:
              answer += ${first.word}
          if ${second.hit}:
              answer += ${second.word}
          ${extend}
          return answer or str(n)`;
    const rulesLiteral = literal(new Map(rules.map(({ divisor, word }) => [divisor, word])));
    const table = stmts`
      RULES = ${rulesLiteral}

      def say(n: int) -> str:
          answer = ''
          for divisor, word in RULES.items():
              if n % divisor == 0:
                  answer += word
          if answer == '':
              return str(n)
          return answer`;
    const helper = third ? draw.pick([build, table]) : draw.pick([cascade, chain, build]);
    const plain = rules
      .map(({ word }) => word.toLowerCase())
      .slice(0, 2)
      .join('_');
    const names = {
      say: [plain, plain.replace('_', ''), 'word_for', 'label'],
      n: ['number', 'num', 'i'],
      answer: ['result', 'text', 'out'],
      'low high': ['start stop', 'first last'],
      counts: ['tally', 'said'],
      lines: ['answers', 'words', 'spoken'],
    };
    switch (goal) {
      case 'one':
        return { body: helper, call: expr`say(${low})`, names };
      case 'list': {
        const main = draw.pick([
          stmts`
            def play(low: int, high: int) -> list[str]:
                return [say(n) for n in range(low, high + 1)]`,
          stmts`
            def play(low: int, high: int) -> list[str]:
                lines: list[str] = []
                for n in range(low, high + 1):
                    lines.append(say(n))
                return lines`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`play(${low}, ${high})`,
          names: { ...names, play: ['play_game', 'count_up', 'run_game'] },
        };
      }
      case 'joined': {
        const main = draw.pick([
          stmts`
            def play(low: int, high: int) -> str:
                return ' '.join(say(n) for n in range(low, high + 1))`,
          stmts`
            def play(low: int, high: int) -> str:
                lines: list[str] = []
                while low <= high:
                    lines.append(say(low))
                    low += 1
                return ' '.join(lines)`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`play(${low}, ${high})`,
          names: { ...names, play: ['play_game', 'count_up', 'chant'] },
        };
      }
      case 'print': {
        const main = stmts`
          def play(low: int, high: int) -> None:
              for n in range(low, high + 1):
                  print(say(n))`;
        return {
          body: [...helper, ...main],
          call: expr`play(${low}, ${high})`,
          names: { ...names, play: ['play_game', 'count_aloud', 'show'] },
        };
      }
      case 'counts': {
        const main = draw.pick([
          stmts`
            def count_words(low: int, high: int) -> dict[str, int]:
                counts: dict[str, int] = {}
                for n in range(low, high + 1):
                    word = say(n)
                    if word.isdigit():
                        continue
                    counts[word] = counts.get(word, 0) + 1
                return counts`,
          stmts`
            def count_words(low: int, high: int) -> dict[str, int]:
                counts: dict[str, int] = {}
                for n in range(low, high + 1):
                    word = say(n)
                    if not word.isdigit():
                        if word not in counts:
                            counts[word] = 0
                        counts[word] += 1
                return counts`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`count_words(${low}, ${high})`,
          names: { ...names, count_words: ['word_counts', 'tally_words'] },
        };
      }
    }
  },
  reference(plan) {
    switch (plan.goal) {
      case 'one':
        return answers(plan)[0];
      case 'list':
        return answers(plan);
      case 'joined':
        return answers(plan).join(' ');
      case 'print':
        return null;
      case 'counts': {
        const words = answers(plan).filter((word) => !/\d/.test(word));
        return new Map(
          [...new Set(words)].map((word) => [word, words.filter((other) => other === word).length]),
        );
      }
    }
  },
  prints: (plan) =>
    plan.goal === 'print'
      ? answers(plan)
          .map((line) => `${line}\n`)
          .join('')
      : '',
  example: {
    plan: {
      goal: 'joined',
      low: 9,
      high: 12,
      rules: [
        { divisor: 3, word: 'Fizz' },
        { divisor: 5, word: 'Buzz' },
      ],
    },
    answer: "'Fizz Buzz 11 Fizz'",
  },
});
