// Functions as values: applying them in turn, composing, mapping, filtering, folding, tables of functions.

import type { Stmt } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'twice' | 'chain' | 'map-filter' | 'fold' | 'compose' | 'dispatch';
  /** which of the small functions below, in order */
  steps: number[];
  numbers: number[];
  times: number;
}

/** Small functions: a name, its expression in n, and what it does. */
const SMALL: {
  name: string;
  others: string[];
  code: () => ReturnType<typeof expr>;
  run: (n: number) => number;
}[] = [
  { name: 'double', others: ['twice_as_much'], code: () => expr`2 * n`, run: (n) => 2 * n },
  { name: 'add_three', others: ['plus_three'], code: () => expr`n + 3`, run: (n) => n + 3 },
  { name: 'square', others: ['squared'], code: () => expr`n * n`, run: (n) => n * n },
  { name: 'negate', others: ['opposite'], code: () => expr`-n`, run: (n) => -n },
  { name: 'halve', others: ['half_of'], code: () => expr`n // 2`, run: (n) => Math.floor(n / 2) },
  { name: 'minus_one', others: ['decrement'], code: () => expr`n - 1`, run: (n) => n - 1 },
  { name: 'last_digit', others: ['ones_digit'], code: () => expr`n % 10`, run: (n) => ((n % 10) + 10) % 10 },
];

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['twice'],
  3: ['chain', 'twice'],
  4: ['map-filter', 'chain'],
  5: ['fold', 'map-filter'],
  6: ['compose', 'dispatch'],
  7: ['compose', 'dispatch'],
};

/** The definitions of the small functions that are used, each once. */
function definitions(steps: readonly number[]): Stmt[] {
  return [...new Set(steps)].flatMap((i) => {
    const { name, code } = SMALL[i];
    return stmts`
      def ${name}(n: int) -> int:
          return ${code()}`;
  });
}

export const functionPipelinesFamily = defineFamily<Plan>({
  name: 'function-pipelines',
  title: 'Functions as values',
  topics: ['functions', 'lists'],
  ladder: [
    [2, 'a function applied several times'],
    [3, 'functions applied in turn'],
    [4, 'mapping and filtering a list'],
    [5, 'folding a list'],
    [6, 'composed functions; functions chosen by name'],
    [7, 'longer chains and lists'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const count = {
      twice: 1,
      chain: level,
      'map-filter': 2,
      fold: 1,
      compose: level - 3,
      dispatch: level - 2,
    }[goal];
    const calm = SMALL.map((_, i) => i).filter((i) => goal !== 'twice' || SMALL[i].name !== 'square');
    return {
      goal,
      steps: draw.sample(calm, count),
      numbers: draw.ints(goal === 'twice' || goal === 'chain' ? 1 : level + draw.int(0, 2), 2, 20),
      times: draw.int(2, 5),
    };
  },
  write({ goal, steps, numbers, times }, draw) {
    const used = steps.map((i) => SMALL[i]);
    const first = expr`${used[0].name}`;
    const list = expr`[${used.map(({ name }) => expr`${name}`)}]`;
    const small = Object.fromEntries(used.map(({ name, others }) => [name, others]));
    const type = expr`Callable[[int], int]`;
    const imports = stmts`from collections.abc import Callable`;
    const names = {
      ...small,
      f: ['function', 'step', 'rule'],
      x: ['value', 'number', 'start'],
      numbers: ['values', 'xs'],
    };
    const argument = literal(numbers);
    switch (goal) {
      case 'twice': {
        const main = draw.pick([
          stmts`
            def repeat(f: ${type}, times: int, x: int) -> int:
                for _ in range(times):
                    x = f(x)
                return x`,
          stmts`
            def repeat(f: ${type}, times: int, x: int) -> int:
                if times == 0:
                    return x
                return repeat(f, times - 1, f(x))`,
          stmts`
            def repeat(f: ${type}, times: int, x: int) -> int:
                while times > 0:
                    x = f(x)
                    times -= 1
                return x`,
        ]);
        return {
          body: [...imports, ...definitions(steps), ...main],
          call: expr`repeat(${first}, ${times}, ${numbers[0]})`,
          names: { ...names, repeat: ['apply_times', 'iterate'], times: ['count', 'rounds'] },
        };
      }
      case 'chain': {
        const main = draw.pick([
          stmts`
            def run_all(functions: list[${type}], x: int) -> int:
                for f in functions:
                    x = f(x)
                return x`,
          stmts`
            def run_all(functions: list[${type}], x: int) -> int:
                result = x
                for i in range(len(functions)):
                    result = functions[i](result)
                return result`,
        ]);
        return {
          body: [...imports, ...definitions(steps), ...main],
          call: expr`run_all(${list}, ${numbers[0]})`,
          names: { ...names, run_all: ['pipeline', 'apply_in_turn'], functions: ['steps', 'stages'] },
        };
      }
      case 'map-filter': {
        const main = draw.pick([
          stmts`
            def change_large(numbers: list[int], f: ${type}, limit: int) -> list[int]:
                result: list[int] = []
                for n in numbers:
                    if n > limit:
                        result.append(f(n))
                return result`,
          stmts`
            def change_large(numbers: list[int], f: ${type}, limit: int) -> list[int]:
                return [f(n) for n in numbers if n > limit]`,
          stmts`
            def change_large(numbers: list[int], f: ${type}, limit: int) -> list[int]:
                large = filter(lambda n: n > limit, numbers)
                return list(map(f, large))`,
        ]);
        return {
          body: [...imports, ...definitions(steps.slice(0, 1)), ...main],
          call: expr`change_large(${argument}, ${first}, ${3 * times})`,
          names: { ...names, change_large: ['map_above', 'transform_large'], limit: ['bar', 'threshold'] },
          doc: 'Apply {f} to those of {numbers} that are above {limit}.',
        };
      }
      case 'fold': {
        const main = draw.pick([
          stmts`
            def fold(numbers: list[int], f: Callable[[int, int], int], start: int) -> int:
                total = start
                for n in numbers:
                    total = f(total, n)
                return total`,
          stmts`
            def fold(numbers: list[int], f: Callable[[int, int], int], start: int) -> int:
                if not numbers:
                    return start
                return fold(numbers[1:], f, f(start, numbers[0]))`,
        ]);
        const combine = stmts`
          def combine(total: int, n: int) -> int:
              return ${times} * total + n`;
        const inline = draw.chance(0.4);
        return {
          body: [...imports, ...(inline ? [] : combine), ...main],
          call: inline
            ? expr`fold(${argument}, lambda total, n: ${times} * total + n, 0)`
            : expr`fold(${argument}, combine, 0)`,
          names: {
            fold: ['reduce_list', 'accumulate'],
            f: ['step', 'join'],
            total: ['result', 'acc'],
            combine: ['mix', 'add_weighted'],
            numbers: ['values', 'digits'],
            start: ['initial', 'first'],
          },
        };
      }
      case 'compose': {
        const compose = draw.pick([
          stmts`
            def compose(f: ${type}, g: ${type}) -> ${type}:
                def both(x: int) -> int:
                    return g(f(x))
                return both`,
          stmts`
            def compose(f: ${type}, g: ${type}) -> ${type}:
                return lambda x: g(f(x))`,
        ]);
        const main = stmts`
          def map_composed(functions: list[${type}], numbers: list[int]) -> list[int]:
              combined = functions[0]
              for f in functions[1:]:
                  combined = compose(combined, f)
              return [combined(n) for n in numbers]`;
        return {
          body: [...imports, ...definitions(steps), ...compose, ...main],
          call: expr`map_composed(${list}, ${argument})`,
          names: {
            ...small,
            numbers: ['values', 'xs'],
            compose: ['then', 'chain'],
            both: ['composed', 'inner'],
            map_composed: ['apply_chain', 'run_pipeline'],
            functions: ['steps', 'stages'],
          },
        };
      }
      case 'dispatch': {
        const table = {
          kind: 'Dict' as const,
          keys: used.map(({ name }) => literal(name)),
          values: used.map(({ name }) => expr`${name}`),
          span: { start: 0, end: 0 },
        };
        const orders = literal(numbers.map((n) => used[n % used.length].name));
        const apply = draw.pick([
          stmts`x = ACTIONS[order](x)`,
          stmts`
            action = ACTIONS[order]
            x = action(x)`,
        ]);
        const main = stmts`
          ACTIONS: dict[str, ${type}] = ${table}

          def run_orders(orders: list[str], x: int) -> int:
              for order in orders:
                  ${apply}
                  while x > 1000:
                      x -= 1000
              return x`;
        return {
          body: [...imports, ...definitions(steps), ...main],
          call: expr`run_orders(${orders}, ${times})`,
          names: {
            ...small,
            x: ['value', 'start'],
            ACTIONS: ['FUNCTIONS', 'COMMANDS'],
            run_orders: ['execute', 'follow_orders'],
            orders: ['commands', 'actions'],
            order: ['command', 'word'],
          },
        };
      }
    }
  },
  reference({ goal, steps, numbers, times }): Data {
    const run = (x: number): number => steps.reduce((value, i) => SMALL[i].run(value), x);
    switch (goal) {
      case 'twice':
        return Array.from({ length: times }).reduce<number>((x) => run(x), numbers[0]);
      case 'chain':
        return run(numbers[0]);
      case 'map-filter':
        return numbers.filter((n) => n > 3 * times).map((n) => SMALL[steps[0]].run(n));
      case 'fold':
        return numbers.reduce((total, n) => times * total + n, 0);
      case 'compose':
        return numbers.map(run);
      case 'dispatch':
        return numbers.reduce((x, n) => {
          const value = SMALL[steps[n % steps.length]].run(x);
          return value > 1000 ? ((value - 1) % 1000) + 1 : value;
        }, times);
    }
  },
  example: { plan: { goal: 'chain', steps: [0, 1, 2], numbers: [4], times: 0 }, answer: '121' },
});
