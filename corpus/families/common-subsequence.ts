// The longest common subsequence of two texts or lists, its length and itself; weaving texts.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'length' | 'itself' | 'lists' | 'palindrome';
  texts: [string, string];
}

/** All subsequences that both texts have. */
function shared(a: string, b: string): string[] {
  const parts = Array.from({ length: 2 ** a.length }, (_, mask) =>
    [...a].filter((__, i) => (mask >> i) & 1).join(''),
  );
  return parts.filter((part) => {
    let at = 0;
    for (const ch of b) if (part[at] === ch) at++;
    return at === part.length;
  });
}

const longest = (a: string, b: string): number => Math.max(...shared(a, b).map((part) => part.length));

const murmur = (draw: Draw, length: number, letters: string): string =>
  draw.list(length, () => draw.pick([...letters])).join('');

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  6: ['length'],
  7: ['length', 'lists'],
  8: ['itself', 'palindrome'],
  9: ['itself', 'length', 'palindrome'],
  10: ['itself', 'lists', 'palindrome'],
};

export const commonSubsequenceFamily = defineFamily<Plan>({
  name: 'common-subsequence',
  title: 'Common subsequences',
  topics: ['dynamic-programming', 'strings', 'recursion'],
  ladder: [
    [6, 'the length for texts of three letters'],
    [7, 'for texts of four letters, or lists of numbers'],
    [8, 'the subsequence itself, or the longest palindrome in a text'],
    [9, 'longer texts'],
    [10, 'still longer texts'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [3, 4, 4, 6, 8][level - 6];
    const letters = goal === 'lists' ? '12345' : draw.pick(['abcd', 'ACGT', 'xyz']);
    return { goal, texts: [murmur(draw, size + draw.int(0, 1), letters), murmur(draw, size, letters)] };
  },
  write({ goal, texts }, draw) {
    const [one, two] =
      goal === 'lists' ? texts.map((text) => literal([...text].map(Number))) : texts.map(literal);
    const type = goal === 'lists' ? expr`list[int]` : expr`str`;
    const names = {
      'a b': ['first second', 'left right', goal === 'lists' ? 'xs ys' : 's t'],
      table: ['length', 'best', 'dp'],
      longest: ['result', 'found'],
    };
    const table = stmts`
      table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
      for i in range(1, len(a) + 1):
          for j in range(1, len(b) + 1):
              if a[i - 1] == b[j - 1]:
                  table[i][j] = table[i - 1][j - 1] + 1
              else:
                  table[i][j] = max(table[i - 1][j], table[i][j - 1])`;
    switch (goal) {
      case 'length':
      case 'lists': {
        const body = draw.pick([
          stmts`
            def lcs_length(a: ${type}, b: ${type}) -> int:
                ${table}
                return table[len(a)][len(b)]`,
          stmts`
            def lcs_length(a: ${type}, b: ${type}) -> int:
                if not a or not b:
                    return 0
                if a[0] == b[0]:
                    return 1 + lcs_length(a[1:], b[1:])
                return max(lcs_length(a[1:], b), lcs_length(a, b[1:]))`,
          stmts`
            def lcs_length(a: ${type}, b: ${type}) -> int:
                previous = [0] * (len(b) + 1)
                for x in a:
                    current = [0]
                    for j, y in enumerate(b):
                        if x == y:
                            current.append(previous[j] + 1)
                        else:
                            current.append(max(previous[j + 1], current[j]))
                    previous = current
                return previous[-1]`,
        ]);
        return {
          body,
          call: expr`lcs_length(${one}, ${two})`,
          names: { ...names, lcs_length: ['common_length', 'longest_common', 'shared_length'] },
          doc: 'Return the length of the longest common subsequence.',
        };
      }
      case 'itself': {
        const walk = stmts`
          def lcs(a: str, b: str) -> str:
              ${table}
              longest = ''
              i, j = len(a), len(b)
              while i > 0 and j > 0:
                  if a[i - 1] == b[j - 1]:
                      longest = a[i - 1] + longest
                      i -= 1
                      j -= 1
                  elif table[i - 1][j] >= table[i][j - 1]:
                      i -= 1
                  else:
                      j -= 1
              return longest`;
        const count = stmts`
          def longer(x: str, y: str) -> str:
              return x if len(x) >= len(y) else y

          def lcs(a: str, b: str) -> str:
              previous = [''] * (len(b) + 1)
              for ch in a:
                  current = ['']
                  for j, other in enumerate(b):
                      if ch == other:
                          current.append(previous[j] + ch)
                      else:
                          current.append(longer(previous[j + 1], current[j]))
                  previous = current
              return previous[-1]`;
        return {
          body: draw.chance(0.5) ? walk : count,
          call: expr`lcs(${one}, ${two})`,
          names: {
            ...names,
            lcs: ['common_part', 'longest_common', 'shared_letters'],
            longer: ['pick_longer', 'better'],
          },
          doc: 'Return the longest common subsequence of {a} and {b}.',
        };
      }
      case 'palindrome': {
        const body = draw.pick([
          stmts`
            def longest_palindrome(text: str) -> int:
                if len(text) < 2:
                    return len(text)
                if text[0] == text[-1]:
                    return longest_palindrome(text[1:-1]) + 2
                return max(longest_palindrome(text[1:]), longest_palindrome(text[:-1]))`,
          stmts`
            def longest_palindrome(text: str) -> int:
                n = len(text)
                best = [[0] * n for _ in range(n)]
                for i in range(n - 1, -1, -1):
                    best[i][i] = 1
                    for j in range(i + 1, n):
                        if text[i] == text[j]:
                            best[i][j] = best[i + 1][j - 1] + 2 if j > i + 1 else 2
                        else:
                            best[i][j] = max(best[i + 1][j], best[i][j - 1])
                return best[0][n - 1]`,
        ]);
        return {
          body,
          call: expr`longest_palindrome(${one})`,
          names: {
            longest_palindrome: ['palindromic_length', 'hidden_palindrome'],
            text: ['word', 's', 'letters'],
            best: ['table', 'dp'],
          },
          doc: 'Return the length of the longest palindrome that is left when letters are removed.',
        };
      }
    }
  },
  reference({ goal, texts: [a, b] }): Data {
    switch (goal) {
      case 'length':
      case 'lists':
        return longest(a, b);
      case 'palindrome':
        return longest(a, [...a].reverse().join(''));
      case 'itself': {
        // What is left once a letter is dropped from the end: of `a` if nothing is lost by it, else of `b`.
        if (a === '' || b === '') return '';
        if (a.at(-1) === b.at(-1))
          return `${String(this.reference!({ goal, texts: [a.slice(0, -1), b.slice(0, -1)] }))}${a.at(-1)}`;
        const dropA = longest(a.slice(0, -1), b) >= longest(a, b.slice(0, -1));
        return this.reference!({ goal, texts: dropA ? [a.slice(0, -1), b] : [a, b.slice(0, -1)] });
      }
    }
  },
  example: { plan: { goal: 'length', texts: ['abcbd', 'bdcb'] }, answer: '3' },
});
