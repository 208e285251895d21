// Two sorted lists side by side: merging, intersecting, subtracting and comparing them by two pointers.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'merge' | 'common' | 'difference' | 'median' | 'merge-all';
  lists: number[][];
}

const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['merge'],
  3: ['merge', 'common'],
  4: ['common', 'difference', 'merge'],
  5: ['common', 'difference', 'merge'],
  6: ['median'],
  7: ['merge-all'],
};

export const mergeSortedFamily = defineFamily<Plan>({
  name: 'merge-sorted',
  title: 'Merging sorted lists',
  topics: ['lists', 'sorting'],
  ladder: [
    [2, 'two lists of two numbers'],
    [3, 'two lists of three'],
    [4, 'what two lists share, or what one has alone'],
    [5, 'longer lists'],
    [6, 'the upper median of two lists together'],
    [7, 'three lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [2, 3, 4, 6, 6, 4][level - 2];
    const high = goal === 'common' || goal === 'difference' ? 2 * size + 2 : 50;
    return {
      goal,
      lists: draw.list(goal === 'merge-all' ? 3 : 2, () =>
        ascending(draw.distinct(size + draw.int(0, 1), 1, high)),
      ),
    };
  },
  write({ goal, lists }, draw) {
    const names = {
      'a b': ['left right', 'first second', 'xs ys'],
      result: ['merged', 'out', 'answer'],
      'i j': ['p q', 'x y'],
      lists: ['groups', 'sequences'],
    };
    const merge = draw.pick([
      stmts`
        def merge(a: list[int], b: list[int]) -> list[int]:
            result: list[int] = []
            i, j = 0, 0
            while i < len(a) and j < len(b):
                if a[i] <= b[j]:
                    result.append(a[i])
                    i += 1
                else:
                    result.append(b[j])
                    j += 1
            return result + a[i:] + b[j:]`,
      stmts`
        def merge(a: list[int], b: list[int]) -> list[int]:
            result: list[int] = []
            i = 0
            j = 0
            while i < len(a) or j < len(b):
                if j == len(b) or (i < len(a) and a[i] < b[j]):
                    result.append(a[i])
                    i += 1
                else:
                    result.append(b[j])
                    j += 1
            return result`,
      stmts`
        def merge(a: list[int], b: list[int]) -> list[int]:
            result: list[int] = []
            while a and b:
                if a[0] < b[0]:
                    result.append(a.pop(0))
                else:
                    result.append(b.pop(0))
            result.extend(a)
            result.extend(b)
            return result`,
      stmts`
        def merge(a: list[int], b: list[int]) -> list[int]:
            if not a:
                return b
            if not b:
                return a
            if a[0] <= b[0]:
                return [a[0]] + merge(a[1:], b)
            return [b[0]] + merge(a, b[1:])`,
    ]);
    const [one, two] = lists.map(literal);
    switch (goal) {
      case 'merge':
        return {
          body: merge,
          call: expr`merge(${one}, ${two})`,
          names: { ...names, merge: ['merge_sorted', 'combine', 'merge_lists'] },
          doc: 'Merge two sorted lists into one.',
        };
      case 'common': {
        const body = draw.pick([
          stmts`
            def common(a: list[int], b: list[int]) -> list[int]:
                result: list[int] = []
                i, j = 0, 0
                while i < len(a) and j < len(b):
                    if a[i] == b[j]:
                        result.append(a[i])
                        i += 1
                        j += 1
                    elif a[i] < b[j]:
                        i += 1
                    else:
                        j += 1
                return result`,
          stmts`
            def common(a: list[int], b: list[int]) -> list[int]:
                return [x for x in a if x in b]`,
          stmts`
            def common(a: list[int], b: list[int]) -> list[int]:
                result: list[int] = []
                j = 0
                for x in a:
                    while j < len(b) and b[j] < x:
                        j += 1
                    if j < len(b) and b[j] == x:
                        result.append(x)
                return result`,
        ]);
        return {
          body,
          call: expr`common(${one}, ${two})`,
          names: {
            ...names,
            result: ['shared', 'both', 'out'],
            common: ['intersect', 'in_both', 'shared_numbers'],
          },
        };
      }
      case 'difference': {
        const body = draw.pick([
          stmts`
            def only_first(a: list[int], b: list[int]) -> list[int]:
                result: list[int] = []
                j = 0
                for x in a:
                    while j < len(b) and b[j] < x:
                        j += 1
                    if j == len(b) or b[j] != x:
                        result.append(x)
                return result`,
          stmts`
            def only_first(a: list[int], b: list[int]) -> list[int]:
                result: list[int] = []
                i = 0
                j = 0
                while i < len(a):
                    if j == len(b) or a[i] < b[j]:
                        result.append(a[i])
                        i += 1
                    elif a[i] == b[j]:
                        i += 1
                        j += 1
                    else:
                        j += 1
                return result`,
          stmts`
            def only_first(a: list[int], b: list[int]) -> list[int]:
                return [x for x in a if x not in b]`,
        ]);
        return {
          body,
          call: expr`only_first(${one}, ${two})`,
          names: {
            ...names,
            result: ['kept', 'remaining', 'out'],
            only_first: ['subtract', 'without', 'missing_from_second'],
          },
          doc: 'Return the numbers of {a} that {b} does not have.',
        };
      }
      case 'median': {
        const main = draw.pick([
          stmts`
            def median_of_both(a: list[int], b: list[int]) -> int:
                together = merge(a, b)
                return together[len(together) // 2]`,
          stmts`
            def median_of_both(a: list[int], b: list[int]) -> int:
                middle = (len(a) + len(b)) // 2
                return merge(a, b)[middle]`,
        ]);
        return {
          body: [...merge, ...main],
          call: expr`median_of_both(${one}, ${two})`,
          names: {
            ...names,
            result: ['merged', 'out'],
            merge: ['merge_sorted', 'combine'],
            median_of_both: ['joint_median', 'middle_value'],
          },
          doc: 'Return the upper median of both lists together.',
        };
      }
      case 'merge-all': {
        const main = draw.pick([
          stmts`
            def merge_all(lists: list[list[int]]) -> list[int]:
                total: list[int] = []
                for numbers in lists:
                    total = merge(total, numbers)
                return total`,
          stmts`
            def merge_all(lists: list[list[int]]) -> list[int]:
                while len(lists) > 1:
                    lists.append(merge(lists.pop(0), lists.pop(0)))
                return lists[0]`,
        ]);
        return {
          body: [...merge, ...main],
          call: expr`merge_all(${literal(lists)})`,
          names: {
            ...names,
            merge: ['merge_two', 'combine'],
            merge_all: ['merge_many', 'combine_all'],
            total: ['merged_all', 'united'],
            numbers: ['group', 'current'],
          },
        };
      }
    }
  },
  reference({ goal, lists }) {
    const [one, two] = lists;
    switch (goal) {
      case 'merge':
      case 'merge-all':
        return ascending(lists.flat());
      case 'common':
        return one.filter((x) => two.includes(x));
      case 'difference':
        return one.filter((x) => !two.includes(x));
      case 'median': {
        const all = ascending(lists.flat());
        return all[Math.floor(all.length / 2)];
      }
    }
  },
  example: {
    plan: {
      goal: 'merge',
      lists: [
        [1, 4, 9],
        [2, 3],
      ],
    },
    answer: '[1, 2, 3, 4, 9]',
  },
});
