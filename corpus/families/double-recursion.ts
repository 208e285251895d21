// Recursion that branches or nests: Ackermann, binomials, Catalan numbers, hailing functions, mutual recursion.

import { expr, stmts } from '../../grammar/quote.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'parity' | 'binomial' | 'catalan' | 'ackermann' | 'hofstadter' | 'mccarthy' | 'partitions';
  m: number;
  n: number;
}

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
const binomial = (n: number, k: number): bigint => factorial(n) / factorial(k) / factorial(n - k);

/** The number of ways to write n as a sum of numbers up to m, by counting multiplicities. */
function partitions(n: number, m: number): number {
  if (m === 0) return n === 0 ? 1 : 0;
  let ways = 0;
  for (let used = 0; used <= n; used += m) ways += partitions(n - used, m - 1);
  return ways;
}

/** Ackermann's function for m ≤ 3, by its closed forms. */
const ackermann = (m: number, n: number): number => [n + 1, n + 2, 2 * n + 3, 2 ** (n + 3) - 3][m];

export const doubleRecursionFamily = defineFamily<Plan>({
  name: 'double-recursion',
  title: 'Branching recursion',
  topics: ['recursion', 'number-theory'],
  ladder: [
    [3, 'even and odd by turns'],
    [4, 'a small binomial coefficient'],
    [5, 'larger ones; McCarthy’s function'],
    [6, 'Catalan numbers, Ackermann’s function for 1 and 2'],
    [7, 'partitions; a sequence defined by itself'],
    [8, 'Ackermann’s function for 2'],
    [9, 'Ackermann’s function for 3'],
  ],
  plan(draw, level) {
    switch (level) {
      case 3:
        return { goal: 'parity', m: draw.int(0, 1), n: draw.int(4, 10) };
      case 4:
        return { goal: 'binomial', m: 2, n: draw.int(4, 5) };
      case 5:
        return draw.chance(0.5)
          ? { goal: 'binomial', m: draw.int(2, 3), n: 6 }
          : { goal: 'mccarthy', m: 0, n: draw.int(92, 99) };
      case 6:
        return draw.pick([
          { goal: 'catalan', m: 0, n: draw.int(3, 4) },
          { goal: 'ackermann', m: 1, n: draw.int(2, 7) },
          { goal: 'ackermann', m: 2, n: draw.int(0, 1) },
        ]);
      case 7:
        return draw.pick([
          { goal: 'partitions', m: draw.int(2, 4), n: draw.int(5, 8) },
          { goal: 'hofstadter', m: 0, n: draw.int(6, 12) },
        ]);
      case 8:
        return draw.pick([
          { goal: 'ackermann', m: 2, n: draw.int(2, 4) },
          { goal: 'partitions', m: draw.int(3, 5), n: draw.int(7, 9) },
        ]);
      default:
        return draw.chance(0.4)
          ? { goal: 'ackermann', m: draw.int(2, 3), n: draw.int(0, 1) }
          : { goal: 'hofstadter', m: 0, n: draw.int(14, 20) };
    }
  },
  write({ goal, m, n }, draw) {
    const small = { n: ['number', 'k', 'x'] };
    switch (goal) {
      case 'parity': {
        const body = draw.pick([
          stmts`
            def is_even(n: int) -> bool:
                if n == 0:
                    return True
                return is_odd(n - 1)

            def is_odd(n: int) -> bool:
                if n == 0:
                    return False
                return is_even(n - 1)`,
          stmts`
            def is_even(n: int) -> bool:
                return n == 0 or is_odd(n - 1)

            def is_odd(n: int) -> bool:
                return n != 0 and is_even(n - 1)`,
        ]);
        return {
          body,
          call: m === 0 ? expr`is_even(${n})` : expr`is_odd(${n})`,
          names: { ...small, 'is_even is_odd': ['even odd', 'divisible_by_two not_divisible'] },
        };
      }
      case 'binomial': {
        const body = draw.pick([
          stmts`
            def choose(n: int, k: int) -> int:
                if k == 0 or k == n:
                    return 1
                return choose(n - 1, k - 1) + choose(n - 1, k)`,
          stmts`
            def choose(n: int, k: int) -> int:
                if k > n:
                    return 0
                if k == 0:
                    return 1
                without = choose(n - 1, k)
                with_last = choose(n - 1, k - 1)
                return without + with_last`,
        ]);
        return {
          body,
          call: expr`choose(${n}, ${m})`,
          names: {
            choose: ['binomial', 'combinations', 'teams'],
            n: ['total', 'people'],
            k: ['picked', 'size'],
          },
          doc: 'Count the ways to choose {k} of {n}.',
        };
      }
      case 'catalan': {
        const body = draw.pick([
          stmts`
            def catalan(n: int) -> int:
                if n <= 1:
                    return 1
                total = 0
                for i in range(n):
                    total += catalan(i) * catalan(n - 1 - i)
                return total`,
          stmts`
            def catalan(n: int) -> int:
                if n == 0:
                    return 1
                return sum(catalan(i) * catalan(n - 1 - i) for i in range(n))`,
        ]);
        return {
          body,
          call: expr`catalan(${n})`,
          names: { ...small, catalan: ['count_trees', 'catalan_number'], total: ['result', 'ways'] },
          doc: 'Count the binary trees with {n} nodes.',
        };
      }
      case 'ackermann': {
        const body = draw.pick([
          stmts`
            def ackermann(m: int, n: int) -> int:
                if m == 0:
                    return n + 1
                if n == 0:
                    return ackermann(m - 1, 1)
                return ackermann(m - 1, ackermann(m, n - 1))`,
          stmts`
            def ackermann(m: int, n: int) -> int:
                if m == 0:
                    result = n + 1
                elif n == 0:
                    result = ackermann(m - 1, 1)
                else:
                    inner = ackermann(m, n - 1)
                    result = ackermann(m - 1, inner)
                return result`,
        ]);
        return {
          body,
          call: expr`ackermann(${m}, ${n})`,
          names: { ackermann: ['ack', 'grow', 'a'], 'm n': ['x y', 'a b'] },
        };
      }
      case 'hofstadter': {
        const body = draw.pick([
          stmts`
            def g(n: int) -> int:
                if n == 0:
                    return 0
                return n - g(g(n - 1))`,
          stmts`
            def g(n: int) -> int:
                if n == 0:
                    return 0
                inner = g(n - 1)
                return n - g(inner)`,
          stmts`
            def g(n: int) -> int:
                values = [0]
                for k in range(1, n + 1):
                    values.append(k - values[values[k - 1]])
                return values[n]`,
        ]);
        return {
          body,
          call: expr`g(${n})`,
          names: { g: ['hofstadter', 'nested', 'strange'], n: ['number', 'x'] },
        };
      }
      case 'mccarthy': {
        const body = draw.pick([
          stmts`
            def f(n: int) -> int:
                if n > 100:
                    return n - 10
                return f(f(n + 11))`,
          stmts`
            def f(n: int) -> int:
                pending = 1
                while pending > 0:
                    if n > 100:
                        n -= 10
                        pending -= 1
                    else:
                        n += 11
                        pending += 1
                return n`,
        ]);
        return { body, call: expr`f(${n})`, names: { f: ['mccarthy', 'm', 'ninety_one'], ...small } };
      }
      case 'partitions': {
        const body = draw.pick([
          stmts`
            def partitions(n: int, largest: int) -> int:
                if n == 0:
                    return 1
                if n < 0 or largest == 0:
                    return 0
                return partitions(n - largest, largest) + partitions(n, largest - 1)`,
          stmts`
            def partitions(n: int, largest: int) -> int:
                if n == 0:
                    return 1
                ways = 0
                for part in range(1, min(n, largest) + 1):
                    ways += partitions(n - part, part)
                return ways`,
        ]);
        return {
          body,
          call: expr`partitions(${n}, ${m})`,
          names: {
            partitions: ['count_partitions', 'ways_to_write', 'count_sums'],
            largest: ['limit', 'most'],
            n: ['number', 'total'],
          },
          doc: 'Count the ways to write {n} as a sum of numbers up to {largest}.',
        };
      }
    }
  },
  reference({ goal, m, n }) {
    switch (goal) {
      case 'parity':
        return n % 2 === m;
      case 'binomial':
        return binomial(n, m);
      case 'catalan':
        return binomial(2 * n, n) / BigInt(n + 1);
      case 'ackermann':
        return ackermann(m, n);
      case 'hofstadter':
        // Hofstadter's G is a Beatty-like sequence of the golden ratio.
        return Math.floor(((n + 1) * (Math.sqrt(5) - 1)) / 2);
      case 'mccarthy':
        return 91;
      case 'partitions':
        return partitions(n, m);
    }
  },
  example: { plan: { goal: 'binomial', m: 2, n: 5 }, answer: '10' },
});
