// Errors that are caught: dividing by zero, missing keys, bad indices, with else and finally.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { THEMES } from '../pools.ts';

interface Plan {
  goal: 'divide' | 'index' | 'key' | 'ratios' | 'log' | 'nested';
  numbers: number[];
  divisors: number[];
  table: [string, number][];
  keys: string[];
}

const floor = (a: number, b: number): number => Math.floor(a / b);

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['divide'],
  2: ['index', 'key'],
  3: ['ratios', 'key'],
  4: ['log', 'ratios'],
  5: ['log', 'nested'],
  6: ['nested', 'log'],
};

export const safeDivisionFamily = defineFamily<Plan>({
  name: 'safe-division',
  title: 'Catching errors',
  topics: ['exceptions', 'arithmetic', 'dicts'],
  ladder: [
    [1, 'a division that may fail'],
    [2, 'an index or a key that may be missing'],
    [3, 'a list of divisions'],
    [4, 'a log of what went well and what did not'],
    [5, 'errors of several kinds'],
    [6, 'longer lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [1, 3, 4, 4, 4, 7][level - 1];
    const things = draw.sample(draw.pick(THEMES).things, 5);
    return {
      goal,
      numbers: draw.ints(goal === 'index' ? draw.int(3, 5) : size, 5, 99),
      divisors: draw.list(size, () => (draw.chance(0.35) ? 0 : draw.int(1, 9))),
      table: things.slice(0, 3).map((thing) => [thing, draw.int(0, 3)]),
      keys: draw.list(size, () => draw.pick(things.slice(0, 4))),
    };
  },
  write({ goal, numbers, divisors, table, keys }, draw) {
    const [a, b] = [numbers[0], divisors[0]];
    const names = {
      'a b': ['x y', 'total parts', 'dividend divisor'],
      result: ['answer', 'out', 'quotients'],
      table: ['stock', 'shares', 'amounts'],
      key: ['name', 'item', 'wanted'],
      failed: ['errors', 'problems', 'mistakes'],
    };
    const pairs = literal(numbers.map((n, i) => tuple(n, divisors[i] ?? 1)));
    switch (goal) {
      case 'divide': {
        const body = draw.pick([
          stmts`
            def divide(a: int, b: int) -> int:
                try:
                    return a // b
                except ZeroDivisionError:
                    return 0`,
          stmts`
            def divide(a: int, b: int) -> int:
                try:
                    result = a // b
                except ZeroDivisionError:
                    result = 0
                return result`,
          stmts`
            def divide(a: int, b: int) -> int:
                result = 0
                try:
                    result = a // b
                except ZeroDivisionError:
                    pass
                return result`,
        ]);
        return {
          body,
          call: expr`divide(${a}, ${b})`,
          names: { ...names, divide: ['safe_divide', 'share', 'quotient'] },
          doc: 'Divide {a} by {b}; return 0 if that cannot be done.',
        };
      }
      case 'index': {
        const body = draw.pick([
          stmts`
            def item_at(numbers: list[int], i: int, default: int) -> int:
                try:
                    return numbers[i]
                except IndexError:
                    return default`,
          stmts`
            def item_at(numbers: list[int], i: int, default: int) -> int:
                try:
                    found = numbers[i]
                except IndexError:
                    found = default
                return found`,
        ]);
        return {
          body,
          call: expr`item_at(${literal(numbers)}, ${b}, ${-1})`,
          names: {
            item_at: ['get_item', 'pick', 'value_at'],
            numbers: ['values', 'items'],
            i: ['index', 'place'],
            default: ['fallback', 'otherwise'],
          },
        };
      }
      case 'key': {
        const body = draw.pick([
          stmts`
            def total_of(table: dict[str, int], keys: list[str]) -> int:
                total = 0
                for key in keys:
                    try:
                        total += table[key]
                    except KeyError:
                        total -= 1
                return total`,
          stmts`
            def lookup(table: dict[str, int], key: str) -> int:
                try:
                    return table[key]
                except KeyError:
                    return -1

            def total_of(table: dict[str, int], keys: list[str]) -> int:
                total = 0
                for key in keys:
                    total += lookup(table, key)
                return total`,
        ]);
        return {
          body,
          call: expr`total_of(${literal(dict(table))}, ${literal(keys)})`,
          names: {
            ...names,
            total_of: ['add_known', 'sum_of_keys'],
            keys: ['orders', 'wishes'],
            lookup: ['amount_of', 'find'],
          },
          doc: 'Add up the values of {keys}; each unknown one costs 1.',
        };
      }
      case 'ratios': {
        const body = draw.pick([
          stmts`
            def divide_all(pairs: list[tuple[int, int]]) -> list[int]:
                result: list[int] = []
                for a, b in pairs:
                    try:
                        result.append(a // b)
                    except ZeroDivisionError:
                        result.append(-1)
                return result`,
          stmts`
            def divide(a: int, b: int) -> int:
                try:
                    return a // b
                except ZeroDivisionError:
                    return -1

            def divide_all(pairs: list[tuple[int, int]]) -> list[int]:
                return [divide(a, b) for a, b in pairs]`,
        ]);
        return {
          body,
          call: expr`divide_all(${pairs})`,
          names: {
            ...names,
            'a b': ['x y', 'dividend divisor'],
            divide_all: ['quotients_of', 'safe_ratios'],
            pairs: ['tasks', 'fractions'],
            divide: ['safe_divide', 'quotient'],
          },
        };
      }
      case 'log': {
        const body = draw.pick([
          stmts`
            def divide_and_log(pairs: list[tuple[int, int]]) -> tuple[int, list[str]]:
                total = 0
                log: list[str] = []
                for a, b in pairs:
                    try:
                        result = a // b
                    except ZeroDivisionError as error:
                        log.append(f'{a}: {error}')
                    else:
                        total += result
                        log.append(f'{a}: {result}')
                return (total, log)`,
          stmts`
            def divide_and_log(pairs: list[tuple[int, int]]) -> tuple[int, list[str]]:
                total = 0
                log: list[str] = []
                for a, b in pairs:
                    text = ''
                    try:
                        result = a // b
                        total += result
                        text = str(result)
                    except ZeroDivisionError as error:
                        text = str(error)
                    finally:
                        log.append(f'{a}: {text}')
                return (total, log)`,
        ]);
        return {
          body,
          call: expr`divide_and_log(${pairs})`,
          names: {
            'a b': ['x y', 'dividend divisor'],
            divide_and_log: ['run_divisions', 'divide_each'],
            pairs: ['tasks', 'jobs'],
            log: ['lines', 'notes'],
          },
        };
      }
      case 'nested': {
        const body = draw.pick([
          stmts`
            def share(table: dict[str, int], key: str, a: int) -> int:
                try:
                    return a // table[key]
                except KeyError:
                    return -1
                except ZeroDivisionError:
                    return 0

            def share_all(table: dict[str, int], orders: list[tuple[str, int]]) -> list[int]:
                return [share(table, key, a) for key, a in orders]`,
          stmts`
            def share_all(table: dict[str, int], orders: list[tuple[str, int]]) -> list[int]:
                result: list[int] = []
                for key, a in orders:
                    try:
                        b = table[key]
                        result.append(a // b)
                    except (KeyError, ZeroDivisionError) as error:
                        if isinstance(error, KeyError):
                            result.append(-1)
                        else:
                            result.append(0)
                return result`,
        ]);
        const orders = literal(keys.map((key, i) => tuple(key, numbers[i])));
        return {
          body,
          call: expr`share_all(${literal(dict(table))}, ${orders})`,
          names: {
            ...names,
            'a b': ['amount parts', 'total people'],
            share_all: ['divide_orders', 'portions'],
            orders: ['requests', 'jobs'],
            share: ['portion', 'part_of'],
          },
          doc: 'Divide by what {table} says; 0 for nothing to divide by, -1 for unknown names.',
        };
      }
    }
  },
  reference({ goal, numbers, divisors, table, keys }): Data {
    const known = new Map(table);
    const quotient = (i: number): number | null =>
      divisors[i] === 0 ? null : floor(numbers[i], divisors[i]);
    switch (goal) {
      case 'divide':
        return quotient(0) ?? 0;
      case 'index':
        return numbers[divisors[0]] ?? -1;
      case 'key':
        return keys.reduce((sum, key) => sum + (known.get(key) ?? -1), 0);
      case 'ratios':
        return numbers.map((_, i) => quotient(i) ?? -1);
      case 'log': {
        const total = numbers.reduce((sum, _, i) => sum + (quotient(i) ?? 0), 0);
        return tuple(
          total,
          numbers.map((n, i) => `${n}: ${quotient(i) ?? 'integer division or modulo by zero'}`),
        );
      }
      case 'nested':
        return keys.map((key, i) => {
          const parts = known.get(key);
          return parts === undefined ? -1 : parts === 0 ? 0 : floor(numbers[i], parts);
        });
    }
  },
  example: {
    plan: { goal: 'ratios', numbers: [9, 7], divisors: [2, 0], table: [], keys: [] },
    answer: '[4, -1]',
  },
});
