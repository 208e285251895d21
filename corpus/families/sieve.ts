// The sieve of Eratosthenes: crossing out multiples, and reading off what is left.

import { expr, stmts } from '../../grammar/quote.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'list' | 'count' | 'smallest-factors' | 'totients';
  limit: number;
}

const divisors = (n: number): number[] =>
  Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);

export const sieveFamily = defineFamily<Plan>({
  name: 'sieve',
  title: 'The sieve of Eratosthenes',
  topics: ['number-theory', 'lists', 'loops'],
  ladder: [
    [4, 'up to a number below 20'],
    [5, 'up to a number below 35'],
    [6, 'up to a number below 60'],
    [7, 'also: the smallest prime factor of each number'],
    [8, 'also: how many smaller numbers share no factor with each'],
    [9, 'over longer ranges'],
  ],
  plan(draw, level) {
    const goal = draw.pick(
      (['list', 'count', 'smallest-factors', 'totients'] as const).slice(0, Math.max(2, level - 4)),
    );
    const full = { 4: [9, 19], 5: [18, 34], 6: [30, 59], 7: [40, 80], 8: [60, 110], 9: [80, 160] }[level] ?? [
      10, 20,
    ];
    const share = goal === 'totients' ? 0.35 : goal === 'smallest-factors' ? 0.6 : 1;
    return { goal, limit: draw.int(Math.round(full[0] * share), Math.round(full[1] * share)) };
  },
  write({ goal, limit }, draw) {
    const names = {
      limit: ['n', 'upper', 'top'],
      is_prime: ['prime', 'flags', 'candidate'],
      multiple: ['m', 'k', 'j'],
      i: ['p', 'number', 'base'],
      primes: ['result', 'found'],
      count: ['total', 'remaining'],
      smallest: ['factor', 'least', 'spf'],
      phi: ['totient', 'coprime'],
    };
    if (goal === 'smallest-factors') {
      const body = draw.pick([
        stmts`
          def smallest_factors(limit: int) -> list[int]:
              smallest = list(range(limit + 1))
              i = 2
              while i * i <= limit:
                  if smallest[i] == i:
                      for multiple in range(i * i, limit + 1, i):
                          if smallest[multiple] == multiple:
                              smallest[multiple] = i
                  i += 1
              return smallest`,
        stmts`
          def smallest_factors(limit: int) -> list[int]:
              smallest = [0] * (limit + 1)
              for i in range(2, limit + 1):
                  if smallest[i] != 0:
                      continue
                  for multiple in range(i, limit + 1, i):
                      if smallest[multiple] == 0:
                          smallest[multiple] = i
              smallest[1] = 1
              return smallest`,
      ]);
      return {
        body,
        call: expr`smallest_factors(${limit})`,
        names: { ...names, smallest_factors: ['least_prime_factors', 'factor_table'] },
        doc: 'For each number up to {limit}, find its smallest prime factor.',
      };
    }
    if (goal === 'totients') {
      const body = stmts`
        def totients(limit: int) -> list[int]:
            phi = list(range(limit + 1))
            for i in range(2, limit + 1):
                if phi[i] == i:
                    for multiple in range(i, limit + 1, i):
                        phi[multiple] -= phi[multiple] // i
            return phi[1:]`;
      return {
        body,
        call: expr`totients(${limit})`,
        names: { ...names, totients: ['euler_phi', 'totient_table'] },
      };
    }
    const outer = draw.pick([
      stmts`
        for i in range(2, limit + 1):
            if is_prime[i]:
                for multiple in range(i * i, limit + 1, i):
                    is_prime[multiple] = False`,
      stmts`
        i = 2
        while i * i <= limit:
            if is_prime[i]:
                for multiple in range(i * i, limit + 1, i):
                    is_prime[multiple] = False
            i += 1`,
      stmts`
        for i in range(2, limit // 2 + 1):
            if not is_prime[i]:
                continue
            multiple = i * i
            while multiple <= limit:
                is_prime[multiple] = False
                multiple += i`,
    ]);
    const start = draw.pick([
      stmts`
        is_prime = [True] * (limit + 1)
        is_prime[0] = False
        is_prime[1] = False`,
      stmts`is_prime = [False, False] + [True] * (limit - 1)`,
    ]);
    if (goal === 'count') {
      const end = draw.pick([
        stmts`return is_prime.count(True)`,
        stmts`return sum(is_prime)`,
        stmts`
          count = 0
          for flag in is_prime:
              if flag:
                  count += 1
          return count`,
      ]);
      const body = stmts`
        def count_primes(limit: int) -> int:
            ${start}
            ${outer}
            ${end}`;
      return {
        body,
        call: expr`count_primes(${limit})`,
        names: { ...names, count_primes: ['primes_up_to', 'prime_count'] },
        doc: 'Count the primes up to {limit}.',
      };
    }
    const end = draw.pick([
      stmts`return [n for n in range(limit + 1) if is_prime[n]]`,
      stmts`return [n for n, flag in enumerate(is_prime) if flag]`,
      stmts`
        primes: list[int] = []
        for n in range(2, limit + 1):
            if is_prime[n]:
                primes.append(n)
        return primes`,
    ]);
    const body = stmts`
      def sieve(limit: int) -> list[int]:
          ${start}
          ${outer}
          ${end}`;
    return {
      body,
      call: expr`sieve(${limit})`,
      names: {
        ...names,
        sieve: ['primes_up_to', 'eratosthenes', 'find_primes'],
        limit: ['upper', 'top', 'maximum'],
      },
      doc: 'Return all primes up to {limit}.',
    };
  },
  reference({ goal, limit }) {
    const numbers = Array.from({ length: limit }, (_, i) => i + 1);
    const primes = numbers.filter((n) => divisors(n).length === 2);
    switch (goal) {
      case 'list':
        return primes;
      case 'count':
        return primes.length;
      case 'smallest-factors':
        return [0, ...numbers.map((n) => divisors(n)[1] ?? 1)];
      case 'totients':
        return numbers.map(
          (n) => numbers.slice(0, n).filter((k) => !divisors(k).some((d) => d > 1 && n % d === 0)).length,
        );
    }
  },
  example: { plan: { goal: 'list', limit: 12 }, answer: '[2, 3, 5, 7, 11]' },
});
