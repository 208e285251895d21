// Stages over single numbers. Each writes a few lines that lead from its inputs to a new variable. Knows nothing of the
// order in which stages are put together.
import type { Expr } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import { made, number, numbers } from './lists.ts';
import type { Stage, Variable } from './program.ts';

/** The value without its sign, if it may have one. */
const magnitude = ({ name, natural }: Variable): Expr =>
  natural === true ? expr`${name}` : expr`abs(${name})`;

const digits: Stage = {
  from: ['int'],
  to: 'int',
  habit: 'while',
  weight: 2,
  write(program, [n]) {
    const rest = program.fresh(['rest', 'remaining', 'left']);
    const name = program.fresh(['digit_sum', 'checksum', 'digit_total']);
    return {
      body: stmts`
        ${rest} = ${magnitude(n!)}
        ${name} = 0
        while ${rest} > 0:
            ${name} += ${rest} % 10
            ${rest} //= 10`,
      variable: { ...number(name, [0, 20]), natural: true },
    };
  },
};

const recursive: Stage = {
  from: ['int'],
  to: 'int',
  habit: 'recursion',
  weight: 3,
  write(program, [n]) {
    const { draw } = program;
    const [does, pool, define] = draw.pick([
      [
        'digits',
        ['sum_digits', 'digit_sum_of'],
        (f: string) => stmts`
        def ${f}(n: int) -> int:
            if n < 10:
                return n
            return n % 10 + ${f}(n // 10)`,
      ],
      [
        'bits',
        ['count_ones', 'ones_in'],
        (f: string) => stmts`
        def ${f}(n: int) -> int:
            if n == 0:
                return 0
            return n % 2 + ${f}(n // 2)`,
      ],
      [
        'halves',
        ['halvings', 'times_halved'],
        (f: string) => stmts`
        def ${f}(n: int) -> int:
            if n <= 1:
                return 0
            return 1 + ${f}(n // 2)`,
      ],
    ] as const);
    const f = program.helper(does, pool, define);
    const name = program.fresh(['weight', 'depth', 'strength']);
    return {
      body: stmts`${name} = ${f}(${magnitude(n!)})`,
      variable: { ...number(name, [0, 15]), natural: true },
    };
  },
};

const closure: Stage = {
  from: ['int', 'list[int]'],
  to: 'list[int]',
  habit: 'closures',
  weight: 2,
  write(program, [k, xs]) {
    const x = xs!.item;
    const make = program.fresh(['make_adder', 'offset_by', 'shift_by']);
    const f = program.fresh(['add_offset', 'move', 'adjust']);
    const name = made(program, ['moved', 'offset'], xs!);
    program.helpers.push(
      ...stmts`
        def ${make}(offset: int) -> Callable[[int], int]:
            def apply(${x}: int) -> int:
                return ${x} + offset

            return apply`,
    );
    return {
      body: stmts`
        ${f} = ${make}(${k!.name})
        ${name} = [${f}(${x}) for ${x} in ${xs!.name}]`,
      variable: numbers(name, xs!, [xs!.range[0] + k!.range[0], xs!.range[1] + k!.range[1]]),
    };
  },
};

const decide: Stage = {
  from: ['int', 'int'],
  to: 'int',
  weight: 3,
  write(program, [a, b]) {
    const name = program.fresh(['bonus', 'rating', 'decision']);
    const k = program.draw.int(2, 5);
    const body = program.draw.chance(0.3)
      ? stmts`${name} = ${a!.name} if ${a!.name} > ${b!.name} else ${b!.name} + ${k}`
      : stmts`
          if ${a!.name} > ${b!.name}:
              ${name} = ${a!.name} - ${b!.name}
          elif (${a!.name} + ${b!.name}) % ${k} == 0:
              ${name} = ${a!.name} * ${k}
          else:
              ${name} = ${b!.name} + ${k}`;
    return { body, variable: number(name, [0, Math.max(a!.range[1], b!.range[1])]) };
  },
};

const combine: Stage = {
  from: ['int', 'int'],
  to: 'int',
  weight: 2,
  write(program, [a, b]) {
    const name = program.fresh(['mix', 'combined_value', 'index_value', 'blend']);
    const k = program.draw.int(2, 9);
    const form = program.draw.pick([
      expr`${a!.name} * ${k} - ${b!.name}`,
      expr`${a!.name} % (${magnitude(b!)} + 1)`,
      expr`(${a!.name} + ${b!.name}) // ${k}`,
      expr`abs(${a!.name} - ${b!.name})`,
    ]);
    return { body: stmts`${name} = ${form}`, variable: number(name, [0, a!.range[1]]) };
  },
};

const unfold: Stage = {
  from: ['int'],
  to: 'list[int]',
  habit: 'while',
  weight: 1,
  write(program, [n]) {
    const name = program.fresh(['stages', 'trail', 'path']);
    const at = program.fresh(['value_now', 'current', 'here']);
    const rounds = program.draw.int(4, 7);
    return {
      body: stmts`
        ${name}: list[int] = []
        ${at} = ${magnitude(n!)} + 1
        while ${at} > 1 and len(${name}) < ${rounds}:
            ${at} = ${at} // 2 if ${at} % 2 == 0 else 3 * ${at} + 1
            ${name}.append(${at})`,
      variable: { name, type: 'list[int]', range: [1, 40], item: 'stage' },
    };
  },
};

export const NUMBER_STAGES: readonly Stage[] = [digits, recursive, closure, decide, combine, unfold];
