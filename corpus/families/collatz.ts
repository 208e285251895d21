// The Collatz sequence: halve even numbers, triple odd ones and add one, until 1 is reached.

import { expr, stmts } from '../../grammar/quote.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'steps' | 'sequence' | 'peak' | 'longest';
  /** the number to start at; for `longest` the last of the numbers tried */
  start: number;
}

function collatz(start: number): number[] {
  const sequence = [start];
  for (let n = start; n !== 1; sequence.push(n)) n = n % 2 === 0 ? n / 2 : 3 * n + 1;
  return sequence;
}

/** How many steps a start may take, by level. */
const STEPS = [
  [2, 4],
  [5, 8],
  [8, 14],
  [14, 20],
  [18, 30],
  [24, 45],
  [40, 80],
];

export const collatzFamily = defineFamily<Plan>({
  name: 'collatz',
  title: 'The Collatz sequence',
  topics: ['number-theory', 'loops', 'recursion'],
  ladder: [
    [1, 'up to 4 steps'],
    [2, 'up to 8 steps'],
    [3, 'up to 14 steps, also as a list'],
    [4, 'up to 20 steps, also the peak'],
    [5, 'up to 30 steps'],
    [6, 'a longer way, or the longest of several ways'],
    [7, 'the longest of many ways, or a very long one'],
  ],
  plan(draw, level) {
    if (level >= 6 && draw.chance(0.5)) return { goal: 'longest', start: draw.int(level - 2, 2 * level - 6) };
    const goal = draw.pick((['steps', 'sequence', 'peak'] as const).slice(0, Math.max(1, level - 1)));
    const [low, high] = STEPS[level - 1];
    const starts = Array.from({ length: 600 }, (_, i) => i + 2).filter((n) => {
      const steps = collatz(n).length - 1;
      return steps >= low && steps <= high;
    });
    return { goal, start: draw.pick(starts) };
  },
  write({ goal, start }, draw) {
    const even = draw.weighted([
      [4, expr`n % 2 == 0`],
      [1, expr`n & 1 == 0`],
    ]);
    const next = draw.weighted([
      [
        4,
        stmts`
          if ${even}:
              n //= 2
          else:
              n = 3 * n + 1`,
      ],
      [
        2,
        stmts`
          if n % 2 == 1:
              n = 3 * n + 1
          else:
              n = n // 2`,
      ],
      [2, stmts`n = n // 2 if ${even} else 3 * n + 1`],
    ]);
    const unfinished = draw.weighted([
      [4, expr`n != 1`],
      [2, expr`n > 1`],
    ]);
    const names = {
      n: ['number', 'num', 'value', 'current'],
      steps: ['count', 'length', 'moves'],
      sequence: ['path', 'result', 'visited'],
      peak: ['highest', 'largest', 'top'],
    };
    switch (goal) {
      case 'steps': {
        const body = draw.weighted([
          [
            4,
            stmts`
              def collatz_steps(n: int) -> int:
                  steps = 0
                  while ${unfinished}:
                      ${next}
                      steps += 1
                  return steps`,
          ],
          [
            1,
            stmts`
              def collatz_steps(n: int) -> int:
                  if n == 1:
                      return 0
                  if n % 2 == 0:
                      return 1 + collatz_steps(n // 2)
                  return 1 + collatz_steps(3 * n + 1)`,
          ],
        ]);
        return {
          body,
          call: expr`collatz_steps(${start})`,
          names: { ...names, collatz_steps: ['steps_to_one', 'count_steps', 'collatz_length'] },
          doc: 'Count the steps from {n} down to 1.',
        };
      }
      case 'sequence': {
        const body = draw.pick([
          stmts`
            def collatz(n: int) -> list[int]:
                sequence = [n]
                while ${unfinished}:
                    ${next}
                    sequence.append(n)
                return sequence`,
          stmts`
            def collatz(n: int) -> list[int]:
                sequence: list[int] = []
                while ${unfinished}:
                    sequence.append(n)
                    ${next}
                sequence.append(1)
                return sequence`,
        ]);
        return {
          body,
          call: expr`collatz(${start})`,
          names: { ...names, collatz: ['collatz_sequence', 'hailstone', 'hailstones'] },
        };
      }
      case 'peak': {
        const update = draw.pick([
          stmts`peak = max(peak, n)`,
          stmts`
            if n > peak:
                peak = n`,
        ]);
        const body = stmts`
          def collatz_peak(n: int) -> int:
              peak = n
              while ${unfinished}:
                  ${next}
                  ${update}
              return peak`;
        return {
          body,
          call: expr`collatz_peak(${start})`,
          names: { ...names, collatz_peak: ['highest_point', 'hailstone_peak'] },
          doc: 'Return the largest number on the way from {n} to 1.',
        };
      }
      case 'longest': {
        const helper = stmts`
          def collatz_steps(n: int) -> int:
              steps = 0
              while ${unfinished}:
                  ${next}
                  steps += 1
              return steps`;
        const main = draw.pick([
          stmts`
            def longest_start(limit: int) -> int:
                best = 1
                best_steps = 0
                for start in range(2, limit + 1):
                    length = collatz_steps(start)
                    if length > best_steps:
                        best = start
                        best_steps = length
                return best`,
          stmts`
            def longest_start(limit: int) -> int:
                lengths = [collatz_steps(start) for start in range(1, limit + 1)]
                return lengths.index(max(lengths)) + 1`,
        ]);
        return {
          body: [...helper, ...main],
          call: expr`longest_start(${start})`,
          names: {
            ...names,
            n: ['number', 'num'],
            steps: ['count', 'moves'],
            longest_start: ['longest_collatz', 'best_start'],
            limit: ['last', 'highest_start'],
          },
          doc: 'Return the start up to {limit} that takes most steps.',
        };
      }
    }
  },
  reference({ goal, start }) {
    const sequence = collatz(start);
    switch (goal) {
      case 'steps':
        return sequence.length - 1;
      case 'sequence':
        return sequence;
      case 'peak':
        return Math.max(...sequence);
      case 'longest': {
        const lengths = Array.from({ length: start }, (_, i) => collatz(i + 1).length);
        return 1 + lengths.indexOf(Math.max(...lengths));
      }
    }
  },
  example: { plan: { goal: 'sequence', start: 6 }, answer: '[6, 3, 10, 5, 16, 8, 4, 2, 1]' },
});
