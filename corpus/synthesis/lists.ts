// Stages over lists of numbers. Each writes a few lines that lead from its inputs to a new variable, in one
// of several idioms. Knows nothing of the order in which stages are put together.
import { expr, stmts } from '../../grammar/quote.ts';
import type { Expr, Stmt } from '../../grammar/ast.ts';
import { applied, change, condition } from './formulas.ts';
import type { ProgramDraft, Stage, Variable } from './program.ts';

export const numbers = (name: string, { item }: Variable, range: readonly [number, number]): Variable => ({
  name,
  type: 'list[int]',
  range,
  item,
});

export const number = (name: string, range: readonly [number, number]): Variable => ({
  name,
  type: 'int',
  range,
  item: name,
});

const TOTALS = ['total', 'combined', 'overall'];

/** A name for a list made of another, such as `large_scores`. */
export function made(program: ProgramDraft, adjectives: readonly string[], of: Variable): string {
  return program.fresh(adjectives.map((adjective) => `${adjective}_${plural(of.item)}`));
}

export function plural(item: string): string {
  if (/[^s]s$/.test(item)) return item;
  return item.endsWith('y')
    ? `${item.slice(0, -1)}ies`
    : /(s|sh|ch|x)$/.test(item)
      ? `${item}es`
      : `${item}s`;
}

function loopOver(program: ProgramDraft, xs: Variable, item: string, body: readonly Stmt[]): Stmt[] {
  const i = program.draw.chance(0.2) ? program.fresh(['i', 'index', 'position']) : null;
  return i === null
    ? stmts`
        for ${item} in ${xs.name}:
            ${body}`
    : stmts`
        for ${i} in range(len(${xs.name})):
            ${item} = ${xs.name}[${i}]
            ${body}`;
}

const filter: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  weight: 4,
  write(program, [xs]) {
    const rule = condition(program, xs!);
    const x = xs!.item;
    const holds = applied(program, rule, x, 'bool');
    const name = made(program, rule.adjectives, xs!);
    if (program.may('generators', 0.3)) {
      const each = program.fresh([`pick_${plural(x)}`, `only_${rule.adjectives[0]}`]);
      program.helpers.push(
        ...stmts`
          def ${each}(${plural(x)}: list[int]) -> Iterator[int]:
              for ${x} in ${plural(x)}:
                  if ${holds(x)}:
                      yield ${x}`,
      );
      return { body: stmts`${name} = list(${each}(${xs!.name}))`, variable: numbers(name, xs!, rule.range) };
    }
    const body = program.may('comprehensions')
      ? stmts`${name} = [${x} for ${x} in ${xs!.name} if ${holds(x)}]`
      : program.may('lambdas', 0.4)
        ? stmts`${name} = list(filter(lambda ${x}: ${holds(x)}, ${xs!.name}))`
        : stmts`
            ${name}: list[int] = []
            ${loopOver(
              program,
              xs!,
              x,
              stmts`
              if ${holds(x)}:
                  ${name}.append(${x})`,
            )}`;
    return { body, variable: numbers(name, xs!, rule.range) };
  },
};

const map: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  weight: 4,
  write(program, [xs]) {
    const formula = change(program, xs!);
    const x = xs!.item;
    const value = applied(program, formula, x, 'int');
    const name = made(program, formula.adjectives, xs!);
    const body = program.may('comprehensions')
      ? stmts`${name} = [${value(x)} for ${x} in ${xs!.name}]`
      : stmts`
          ${name}: list[int] = []
          ${loopOver(program, xs!, x, stmts`${name}.append(${value(x)})`)}`;
    return { body, variable: numbers(name, xs!, formula.range) };
  },
};

const sortedOnes: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  weight: 2,
  write(program, [xs]) {
    const [form, adjective] = program.draw.pick([
      [expr`sorted(${xs!.name})`, 'sorted'],
      [expr`sorted(${xs!.name}, reverse=True)`, 'ranked'],
      [expr`sorted(set(${xs!.name}))`, 'distinct'],
    ] as const);
    const name = made(program, [adjective], xs!);
    return { body: stmts`${name} = ${form}`, variable: numbers(name, xs!, xs!.range) };
  },
};

const runningTotals: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  write(program, [xs]) {
    const name = program.fresh(['running_totals', 'totals_so_far', 'cumulative']);
    const total = program.fresh(['running', 'so_far', 'subtotal']);
    const [low, high] = xs!.range;
    return {
      body: stmts`
        ${name}: list[int] = []
        ${total} = 0
        for ${xs!.item} in ${xs!.name}:
            ${total} += ${xs!.item}
            ${name}.append(${total})`,
      variable: { name, type: 'list[int]', range: [low, high * 4], item: 'subtotal' },
    };
  },
};

const differences: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  write(program, [xs]) {
    const name = program.fresh(['changes', 'steps', 'jumps']);
    const width = xs!.range[1] - xs!.range[0];
    const body = program.may('comprehensions')
      ? stmts`${name} = [after - before for before, after in zip(${xs!.name}, ${xs!.name}[1:])]`
      : stmts`
          ${name}: list[int] = []
          for i in range(1, len(${xs!.name})):
              ${name}.append(${xs!.name}[i] - ${xs!.name}[i - 1])`;
    return { body, variable: { name, type: 'list[int]', range: [-width, width], item: 'change' } };
  },
};

const split: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  weight: 3,
  write(program, [xs]) {
    const rule = condition(program, xs!);
    const yes = change(program, xs!);
    let no = change(program, xs!);
    while (no.names[0] === yes.names[0]) no = change(program, xs!);
    const x = xs!.item;
    const name = made(program, ['adjusted', 'updated', 'corrected'], xs!);
    const range = [Math.min(yes.range[0], no.range[0]), Math.max(yes.range[1], no.range[1])] as const;
    if (program.may('comprehensions', 0.25))
      return {
        body: stmts`${name} = [${yes.expr(x)} if ${rule.expr(x)} else ${no.expr(x)} for ${x} in ${xs!.name}]`,
        variable: numbers(name, xs!, range),
      };
    const body = loopOver(
      program,
      xs!,
      x,
      stmts`
      if ${rule.expr(x)}:
          ${name}.append(${yes.expr(x)})
      else:
          ${name}.append(${no.expr(x)})`,
    );
    return { body: [...stmts`${name}: list[int] = []`, ...body], variable: numbers(name, xs!, range) };
  },
};

const takeWhile: Stage = {
  from: ['list[int]'],
  to: 'list[int]',
  write(program, [xs]) {
    const name = program.fresh(['chosen', 'taken', 'accepted']);
    const left = program.fresh(['budget', 'room', 'capacity']);
    const start = Math.max(10, xs!.range[1] * 2);
    const x = xs!.item;
    return {
      body: stmts`
        ${name}: list[int] = []
        ${left} = ${start}
        for ${x} in ${xs!.name}:
            if ${x} > ${left}:
                ${program.draw.pick(['break', 'continue']) === 'break' ? stmts`break` : stmts`continue`}
            ${left} -= ${x}
            ${name}.append(${x})`,
      variable: numbers(name, xs!, xs!.range),
    };
  },
};

const sum: Stage = {
  from: ['list[int]'],
  to: 'int',
  weight: 2,
  write(program, [xs]) {
    const [low, high] = xs!.range;
    const [form, pool, range] = program.draw.pick([
      [expr`sum(${xs!.name})`, TOTALS, [low * 3, high * 5]],
      [expr`max(${xs!.name}, default=0)`, ['largest', 'highest', 'peak'], [low, high]],
      [expr`min(${xs!.name}, default=0)`, ['smallest', 'lowest'], [low, high]],
      [expr`sum(${xs!.name}) // max(1, len(${xs!.name}))`, ['average', 'mean'], [low, high]],
    ] as const);
    const name = program.fresh(pool);
    return { body: stmts`${name} = ${form}`, variable: number(name, range) };
  },
};

const accumulate: Stage = {
  from: ['list[int]'],
  to: 'int',
  weight: 4,
  write(program, [xs]) {
    const { draw } = program;
    const x = xs!.item;
    const name = program.fresh(['score_sum', 'result', 'balance', ...TOTALS]);
    const holds = (): Expr => applied(program, condition(program, xs!), x, 'bool')(x);
    const inner = draw.pick<() => Stmt[]>([
      () => stmts`
        if ${holds()}:
            ${name} += ${change(program, xs!).expr(x)}`,
      () => stmts`
        if ${holds()}:
            ${name} += ${x}
        else:
            ${name} -= ${draw.int(1, 4)}`,
      () => stmts`${name} = (${name} * ${draw.int(2, 7)} + ${x}) % ${draw.pick([97, 101, 127, 1009])}`,
    ])();
    const body = [...stmts`${name} = ${draw.int(0, 3)}`, ...loopOver(program, xs!, x, inner)];
    return { body, variable: number(name, [0, xs!.range[1] * 4]) };
  },
};

const streak: Stage = {
  from: ['list[int]'],
  to: 'int',
  weight: 2,
  write(program, [xs]) {
    const x = xs!.item;
    const rule = condition(program, xs!);
    const current = program.fresh(['streak', 'current_run', 'run']);
    const best = program.fresh(['longest_streak', 'best_run', 'longest_run']);
    return {
      body: stmts`
        ${best} = 0
        ${current} = 0
        for ${x} in ${xs!.name}:
            if ${rule.expr(x)}:
                ${current} += 1
                ${best} = max(${best}, ${current})
            else:
                ${current} = 0`,
      variable: { ...number(best, [0, 6]), natural: true },
    };
  },
};

const pairs: Stage = {
  from: ['list[int]'],
  to: 'int',
  habit: 'nesting',
  weight: 2,
  write(program, [xs]) {
    const count = program.fresh(['pair_count', 'matches', 'close_pairs']);
    const width = xs!.range[1] - xs!.range[0];
    const test = program.draw.pick([
      expr`${xs!.name}[i] < ${xs!.name}[j]`,
      expr`(${xs!.name}[i] + ${xs!.name}[j]) % ${program.draw.int(2, 5)} == 0`,
      expr`abs(${xs!.name}[i] - ${xs!.name}[j]) <= ${Math.max(2, Math.round(width / 5))}`,
    ]);
    return {
      body: stmts`
        ${count} = 0
        for i in range(len(${xs!.name})):
            for j in range(i + 1, len(${xs!.name})):
                if ${test}:
                    ${count} += 1`,
      variable: { ...number(count, [0, 12]), natural: true },
    };
  },
};

const tally: Stage = {
  from: ['list[int]'],
  to: 'int',
  habit: 'classes',
  weight: 3,
  write(program, [xs]) {
    const x = xs!.item;
    const rule = condition(program, xs!);
    const cls = program.fresh(['Tally', 'Counter', 'Register', 'Tracker']);
    const object = program.fresh([cls.toLowerCase()]);
    const name = program.fresh(['outcome', 'standing', 'final_points']);
    const step = program.draw.int(1, 3);
    program.helpers.push(
      ...stmts`
        class ${cls}:
            def __init__(self, start: int) -> None:
                self.points = start
                self.misses = 0

            def add(self, ${x}: int) -> None:
                if ${rule.expr(x)}:
                    self.points += ${x}
                else:
                    self.misses += 1

            def result(self) -> int:
                return self.points - ${step === 1 ? expr`self.misses` : expr`${step} * self.misses`}`,
    );
    return {
      body: stmts`
        ${object} = ${cls}(${program.draw.int(0, 10)})
        for ${x} in ${xs!.name}:
            ${object}.add(${x})
        ${name} = ${object}.result()`,
      variable: number(name, [0, xs!.range[1] * 4]),
    };
  },
};

export const LIST_STAGES: readonly Stage[] = [
  filter,
  map,
  sortedOnes,
  runningTotals,
  differences,
  split,
  takeWhile,
  sum,
  accumulate,
  streak,
  pairs,
  tally,
];
