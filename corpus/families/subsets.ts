// Subsets: all of them, those with a given sum, combinations, fair shares.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { THEMES } from '../pools.ts';

interface Plan {
  goal: 'all' | 'sum-exists' | 'count-sum' | 'combinations' | 'parentheses' | 'split';
  items: (number | string)[];
  k: number;
}

/** All subsets: each mask says which items are in. */
const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((__, i) => (mask >> i) & 1));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['all'],
  5: ['sum-exists', 'all'],
  6: ['count-sum', 'combinations'],
  7: ['combinations', 'parentheses', 'count-sum'],
  8: ['split', 'count-sum'],
  9: ['split', 'combinations', 'parentheses'],
};

export const subsetsFamily = defineFamily<Plan>({
  name: 'subsets',
  title: 'Subsets and combinations',
  topics: ['recursion', 'lists', 'bits'],
  ladder: [
    [4, 'all subsets of two or three items'],
    [5, 'can some of three numbers add up to a target?'],
    [6, 'how many subsets have a given sum; choosing two of four'],
    [7, 'more items; balanced parentheses'],
    [8, 'two shares as fair as possible'],
    [9, 'more items for all of these'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    switch (goal) {
      case 'all':
        return {
          goal,
          items: draw.chance(0.5)
            ? draw.distinct(level - 2, 1, 20)
            : draw.sample(draw.pick(THEMES).things, level - 2),
          k: 0,
        };
      case 'combinations':
        return {
          goal,
          items: draw.chance(0.5) ? draw.distinct(level - 2, 1, 20) : draw.sample([...'abcdefgh'], level - 2),
          k: level === 6 ? 2 : draw.int(2, 3),
        };
      case 'parentheses':
        return { goal, items: [], k: level === 7 ? draw.int(2, 3) : 3 };
      case 'sum-exists':
      case 'count-sum':
      case 'split': {
        const items = draw.ints(level - (goal === 'split' ? 4 : 2), 1, goal === 'split' ? 20 : 9);
        const target = sum(draw.sample(items, 2)) + (draw.chance(0.35) ? draw.int(1, 3) : 0);
        return { goal, items, k: target };
      }
    }
  },
  write({ goal, items, k }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      items: type === 'int' ? ['numbers', 'values', 'xs'] : ['letters', 'choices', 'things'],
      result: ['out', 'found', 'groups'],
      rest: ['others', 'tail'],
      chosen: ['picked', 'group', 'current'],
      target: ['goal', 'wanted', 'amount'],
    };
    const argument = literal(items);
    switch (goal) {
      case 'all': {
        const body = draw.pick([
          stmts`
            def subsets(items: list[${type}]) -> list[list[${type}]]:
                result: list[list[${type}]] = [[]]
                for item in items:
                    for chosen in list(result):
                        result.append(chosen + [item])
                return result`,
          stmts`
            def subsets(items: list[${type}]) -> list[list[${type}]]:
                result: list[list[${type}]] = [[]]
                for item in items:
                    result += [chosen + [item] for chosen in result]
                return result`,
          stmts`
            def subsets(items: list[${type}]) -> list[list[${type}]]:
                result: list[list[${type}]] = []
                for mask in range(2 ** len(items)):
                    chosen: list[${type}] = []
                    for i, item in enumerate(items):
                        if mask >> i & 1:
                            chosen.append(item)
                    result.append(chosen)
                return result`,
          stmts`
            def subsets(items: list[${type}]) -> list[list[${type}]]:
                if not items:
                    return [[]]
                without = subsets(items[:-1])
                return without + [chosen + [items[-1]] for chosen in without]`,
        ]);
        return {
          body,
          call: expr`subsets(${argument})`,
          names: {
            ...names,
            subsets: ['power_set', 'all_subsets', 'all_groups'],
            without: ['smaller', 'before'],
          },
        };
      }
      case 'sum-exists': {
        const body = draw.pick([
          stmts`
            def can_make(items: list[int], target: int) -> bool:
                if target == 0:
                    return True
                if not items or target < 0:
                    return False
                return can_make(items[1:], target - items[0]) or can_make(items[1:], target)`,
          stmts`
            def can_make(items: list[int], target: int) -> bool:
                sums = {0}
                for item in items:
                    sums |= {total + item for total in sums}
                return target in sums`,
          stmts`
            def can_make(items: list[int], target: int) -> bool:
                for mask in range(1, 1 << len(items)):
                    total = 0
                    for i in range(len(items)):
                        if mask & 1 << i:
                            total += items[i]
                    if total == target:
                        return True
                return False`,
        ]);
        return {
          body,
          call: expr`can_make(${argument}, ${k})`,
          names: {
            ...names,
            items: ['coins', 'weights', 'numbers'],
            can_make: ['subset_sum', 'reaches'],
            sums: ['reachable', 'totals'],
          },
        };
      }
      case 'count-sum': {
        const body = draw.pick([
          stmts`
            def count_ways(items: list[int], target: int) -> int:
                if not items:
                    return 1 if target == 0 else 0
                first, rest = items[0], items[1:]
                return count_ways(rest, target) + count_ways(rest, target - first)`,
          stmts`
            def search(items: list[int], i: int, total: int, target: int) -> int:
                if i == len(items):
                    return int(total == target)
                with_item = search(items, i + 1, total + items[i], target)
                without = search(items, i + 1, total, target)
                return with_item + without

            def count_ways(items: list[int], target: int) -> int:
                return search(items, 0, 0, target)`,
        ]);
        return {
          body,
          call: expr`count_ways(${argument}, ${k})`,
          names: {
            ...names,
            count_ways: ['count_subsets', 'subsets_with_sum'],
            search: ['explore', 'count_from'],
            total: ['reached', 'acc'],
          },
          doc: 'Count the ways to choose {items} with the sum {target}.',
        };
      }
      case 'combinations': {
        const body = draw.pick([
          stmts`
            def choose(items: list[${type}], k: int) -> list[list[${type}]]:
                if k == 0:
                    return [[]]
                result: list[list[${type}]] = []
                for i in range(len(items)):
                    for rest in choose(items[i + 1:], k - 1):
                        result.append([items[i]] + rest)
                return result`,
          stmts`
            def extend(items: list[${type}], k: int, chosen: list[${type}], result: list[list[${type}]]) -> None:
                if len(chosen) == k:
                    result.append(chosen)
                    return
                for i, item in enumerate(items):
                    extend(items[i + 1:], k, chosen + [item], result)

            def choose(items: list[${type}], k: int) -> list[list[${type}]]:
                result: list[list[${type}]] = []
                extend(items, k, [], result)
                return result`,
        ]);
        return {
          body,
          call: expr`choose(${argument}, ${k})`,
          names: {
            ...names,
            choose: ['combinations', 'all_teams', 'pick_groups'],
            k: ['size', 'count'],
            extend: ['search', 'grow'],
          },
          doc: 'Return all ways to choose {k} of the {items}.',
        };
      }
      case 'parentheses': {
        const body = draw.pick([
          stmts`
            def build(text: str, opened: int, closed: int, n: int, result: list[str]) -> None:
                if closed == n:
                    result.append(text)
                    return
                if opened < n:
                    build(text + '(', opened + 1, closed, n, result)
                if closed < opened:
                    build(text + ')', opened, closed + 1, n, result)

            def balanced(n: int) -> list[str]:
                result: list[str] = []
                build('', 0, 0, n, result)
                return result`,
          stmts`
            def build(opened: int, free: int) -> list[str]:
                if opened == 0 and free == 0:
                    return ['']
                result: list[str] = []
                if free > 0:
                    result += ['(' + tail for tail in build(opened + 1, free - 1)]
                if opened > 0:
                    result += [')' + tail for tail in build(opened - 1, free)]
                return result

            def balanced(n: int) -> list[str]:
                return build(0, n)`,
        ]);
        return {
          body,
          call: expr`balanced(${k})`,
          names: {
            ...names,
            balanced: ['parentheses', 'bracket_texts'],
            build: ['extend', 'grow'],
            n: ['pairs', 'size'],
          },
          doc: 'Return all texts of {n} balanced pairs of parentheses.',
        };
      }
      case 'split': {
        const body = draw.pick([
          stmts`
            def best_split(items: list[int], left: int, right: int) -> int:
                if not items:
                    return abs(left - right)
                first, rest = items[0], items[1:]
                return min(best_split(rest, left + first, right), best_split(rest, left, right + first))

            def fair_share(items: list[int]) -> int:
                return best_split(items, 0, 0)`,
          stmts`
            def fair_share(items: list[int]) -> int:
                whole = sum(items)
                best = whole
                for mask in range(1 << len(items)):
                    left = 0
                    for i, item in enumerate(items):
                        if mask >> i & 1:
                            left += item
                    best = min(best, abs(whole - 2 * left))
                return best`,
        ]);
        return {
          body,
          call: expr`fair_share(${argument})`,
          names: {
            ...names,
            items: ['gifts', 'weights', 'prices'],
            fair_share: ['smallest_difference', 'split_fairly'],
            best_split: ['share', 'divide'],
            'left right': ['mine yours', 'a b'],
            whole: ['total', 'everything'],
          },
          doc: 'Share {items} between two; return the least possible difference.',
        };
      }
    }
  },
  reference({ goal, items, k }): Data {
    const numbers = items.map(Number);
    switch (goal) {
      case 'all':
        return subsets(items);
      case 'sum-exists':
        return subsets(numbers).some((chosen) => sum(chosen) === k);
      case 'count-sum':
        return subsets(numbers).filter((chosen) => sum(chosen) === k).length;
      case 'combinations': {
        const places = (chosen: readonly Data[]): string =>
          chosen.map((item) => String(items.indexOf(item as string) + 10)).join();
        const wanted = subsets(items).filter((chosen) => chosen.length === k);
        return wanted.toSorted((a, b) => (places(a) < places(b) ? -1 : 1));
      }
      case 'parentheses': {
        const texts = subsets(Array.from({ length: 2 * k }, (_, i) => i)).map((open) =>
          Array.from({ length: 2 * k }, (_, i) => (open.includes(i) ? '(' : ')')).join(''),
        );
        const depths = (text: string): number[] =>
          [...text].map((_, i) => sum([...text.slice(0, i + 1)].map((ch) => (ch === '(' ? 1 : -1))));
        return texts.filter((text) => Math.min(...depths(text)) >= 0 && depths(text)[2 * k - 1] === 0).sort();
      }
      case 'split':
        return Math.min(...subsets(numbers).map((left) => Math.abs(sum(numbers) - 2 * sum(left))));
    }
  },
  example: { plan: { goal: 'all', items: [1, 2], k: 0 }, answer: '[[], [1], [2], [1, 2]]' },
});
