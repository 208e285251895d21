// Fibonacci numbers and their relatives: by loop, by list, by plain and by memoised recursion.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'nth' | 'list' | 'below' | 'even-sum' | 'recursive' | 'memo' | 'zeckendorf';
  /** the first two numbers of the sequence */
  start: [number, number];
  n: number;
}

/** The first `count` numbers of the sequence. */
function sequence([a, b]: [number, number], count: number): bigint[] {
  const numbers = [BigInt(a), BigInt(b)];
  while (numbers.length < count) numbers.push(numbers[numbers.length - 1] + numbers[numbers.length - 2]);
  return numbers.slice(0, count);
}

export const fibonacciFamily = defineFamily<Plan>({
  name: 'fibonacci',
  title: 'Fibonacci numbers',
  topics: ['number-theory', 'recursion', 'dynamic-programming', 'big-ints'],
  ladder: [
    [1, 'one of the first numbers'],
    [2, 'a later number, or a list of numbers'],
    [3, 'other starting numbers, or all numbers below a limit'],
    [4, 'the sum of the even ones'],
    [5, 'by recursion'],
    [6, 'by recursion with a memory, or as a sum of Fibonacci numbers'],
    [7, 'longer ways of all these'],
  ],
  plan(draw, level) {
    const usual: [number, number] = [0, 1];
    const other: [number, number] = [draw.int(1, 9), draw.int(1, 9)];
    switch (level) {
      case 1:
        return { goal: 'nth', start: draw.chance(0.5) ? usual : other, n: draw.int(2, 5) };
      case 2:
        return {
          goal: draw.pick(['nth', 'list'] as const),
          start: draw.chance(0.5) ? usual : other,
          n: draw.int(4, 9),
        };
      case 3:
        return draw.chance(0.5)
          ? { goal: 'below', start: other, n: draw.int(50, 400) }
          : { goal: draw.pick(['nth', 'list'] as const), start: other, n: draw.int(8, 14) };
      case 4:
        return {
          goal: draw.pick(['even-sum', 'below'] as const),
          start: [draw.int(1, 4), draw.int(2, 7)],
          n: draw.int(200, 9000),
        };
      case 5:
        return { goal: 'recursive', start: draw.chance(0.5) ? usual : other, n: draw.int(4, 6) };
      case 6:
        return draw.pick([
          { goal: 'memo', start: draw.chance(0.5) ? usual : other, n: draw.int(9, 16) },
          { goal: 'zeckendorf', start: [1, 2], n: draw.int(100, 900) },
        ]);
      default:
        return draw.pick([
          { goal: 'recursive', start: usual, n: 7 },
          { goal: 'nth', start: other, n: draw.int(40, 70) },
          { goal: 'memo', start: usual, n: draw.int(20, 30) },
          { goal: 'zeckendorf', start: [1, 2], n: draw.int(5000, 90000) },
        ]);
    }
  },
  write({ goal, start, n }, draw) {
    const [a, b] = start.map(literal);
    const usual = start[0] === 0 && start[1] === 1;
    const names = {
      fib: usual ? ['fibonacci', 'nth_fibonacci', 'fib_number'] : ['sequence_value', 'term', 'nth_term'],
      'a b': ['previous current', 'x y', 'prev curr'],
      n: ['index', 'k', 'count'],
      limit: ['bound', 'upper', 'maximum'],
      terms: ['numbers', 'result', 'sequence'],
      total: ['even_total', 'acc', 'result'],
      memo: ['cache', 'known', 'seen'],
      parts: ['summands', 'result', 'used'],
    };
    switch (goal) {
      case 'nth': {
        const body = draw.pick([
          stmts`
            def fib(n: int) -> int:
                a, b = ${a}, ${b}
                for _ in range(n):
                    a, b = b, a + b
                return a`,
          stmts`
            def fib(n: int) -> int:
                a = ${a}
                b = ${b}
                while n > 0:
                    step = a + b
                    a = b
                    b = step
                    n -= 1
                return a`,
          stmts`
            def fib(n: int) -> int:
                terms = [${a}, ${b}]
                for i in range(2, n + 1):
                    terms.append(terms[i - 1] + terms[i - 2])
                return terms[n]`,
        ]);
        return { body, call: expr`fib(${n})`, names };
      }
      case 'list': {
        const body = draw.pick([
          stmts`
            def fib_list(n: int) -> list[int]:
                terms = [${a}, ${b}]
                while len(terms) < n:
                    terms.append(terms[-1] + terms[-2])
                return terms`,
          stmts`
            def fib_list(n: int) -> list[int]:
                terms: list[int] = []
                a, b = ${a}, ${b}
                for _ in range(n):
                    terms.append(a)
                    a, b = b, a + b
                return terms`,
        ]);
        return {
          body,
          call: expr`fib_list(${n})`,
          names: { ...names, fib_list: ['first_terms', 'make_sequence', 'first_numbers'] },
          doc: 'Return the first {n} numbers of the sequence.',
        };
      }
      case 'below': {
        const body = draw.pick([
          stmts`
            def terms_below(limit: int) -> list[int]:
                terms: list[int] = []
                a, b = ${a}, ${b}
                while a < limit:
                    terms.append(a)
                    a, b = b, a + b
                return terms`,
          stmts`
            def terms_below(limit: int) -> list[int]:
                terms = [${a}, ${b}]
                while True:
                    step = terms[-1] + terms[-2]
                    if step >= limit:
                        break
                    terms.append(step)
                return terms`,
        ]);
        return {
          body,
          call: expr`terms_below(${n})`,
          names: { ...names, terms_below: ['numbers_below', 'sequence_up_to'] },
        };
      }
      case 'even-sum': {
        const body = draw.pick([
          stmts`
            def even_sum(limit: int) -> int:
                total = 0
                a, b = ${a}, ${b}
                while a < limit:
                    if a % 2 == 0:
                        total += a
                    a, b = b, a + b
                return total`,
          stmts`
            def even_sum(limit: int) -> int:
                terms: list[int] = []
                a, b = ${a}, ${b}
                while a < limit:
                    terms.append(a)
                    a, b = b, a + b
                return sum(term for term in terms if term % 2 == 0)`,
        ]);
        return {
          body,
          call: expr`even_sum(${n})`,
          names: { ...names, even_sum: ['sum_even_terms', 'add_even_terms'] },
          doc: 'Add up the even terms below {limit}.',
        };
      }
      case 'recursive': {
        const end = usual
          ? draw.pick([
              stmts`
                if n < 2:
                    return n`,
              stmts`
                if n == 0:
                    return 0
                if n == 1:
                    return 1`,
            ])
          : draw.pick([
              stmts`
                if n == 0:
                    return ${a}
                if n == 1:
                    return ${b}`,
              stmts`
                if n < 2:
                    return ${a} if n == 0 else ${b}`,
            ]);
        const body = stmts`
          def fib(n: int) -> int:
              ${end}
              return fib(n - 1) + fib(n - 2)`;
        return { body, call: expr`fib(${n})`, names };
      }
      case 'memo': {
        const body = draw.pick([
          stmts`
            def fib(n: int, memo: dict[int, int]) -> int:
                if n in memo:
                    return memo[n]
                memo[n] = fib(n - 1, memo) + fib(n - 2, memo)
                return memo[n]

            def fib_with_memory(n: int) -> int:
                return fib(n, {0: ${a}, 1: ${b}})`,
          stmts`
            memo: dict[int, int] = {0: ${a}, 1: ${b}}

            def fib(n: int) -> int:
                if n not in memo:
                    memo[n] = fib(n - 1) + fib(n - 2)
                return memo[n]

            def fib_with_memory(n: int) -> int:
                return fib(n)`,
        ]);
        return {
          body,
          call: expr`fib_with_memory(${n})`,
          names: { ...names, fib_with_memory: ['compute_term', 'fast_fib', 'remember_fib'] },
        };
      }
      case 'zeckendorf': {
        const body = stmts`
          def fib_parts(n: int) -> list[int]:
              terms = [1, 2]
              while terms[-1] + terms[-2] <= n:
                  terms.append(terms[-1] + terms[-2])
              parts: list[int] = []
              for term in reversed(terms):
                  if term <= n:
                      parts.append(term)
                      n -= term
              return parts`;
        return {
          body,
          call: expr`fib_parts(${n})`,
          names: { ...names, n: ['number', 'amount'], fib_parts: ['zeckendorf', 'fibonacci_sum'] },
          doc: 'Write {n} as a sum of Fibonacci numbers, largest first.',
        };
      }
    }
  },
  reference({ goal, start, n }) {
    const below = sequence(start, 60).filter((term) => term < n);
    switch (goal) {
      case 'nth':
      case 'recursive':
      case 'memo':
        return sequence(start, n + 2)[n];
      case 'list':
        return sequence(start, n);
      case 'below':
        return below;
      case 'even-sum':
        return below.filter((term) => term % 2n === 0n).reduce((x, y) => x + y, 0n);
      case 'zeckendorf': {
        const parts: bigint[] = [];
        for (let rest = BigInt(n); rest > 0n; rest -= parts[parts.length - 1]) {
          parts.push(sequence(start, 40).findLast((term) => term <= rest) ?? rest);
        }
        return parts;
      }
    }
  },
  example: { plan: { goal: 'nth', start: [0, 1], n: 10 }, answer: '55' },
});
