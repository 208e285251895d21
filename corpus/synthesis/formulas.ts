// Small formulas over a number: conditions that part numbers, and what is made of one. Each has names that say what it
// does. Knows nothing of loops or functions.
import type { Expr } from '../../grammar/ast.ts';
import { expr, stmts } from '../../grammar/quote.ts';
import type { Formula, ProgramDraft, Variable } from './program.ts';

/** A condition on a number; `adjectives` describe those for which it holds. */
export function condition(program: ProgramDraft, of: Variable): Formula {
  // A second `is_even` of the same numbers would hold for all of them or for none.
  for (;;) {
    const formula = someCondition(program, of);
    const [name] = formula.names;
    if ((name !== 'is_even' && name !== 'is_odd') || program.once('parity')) return formula;
  }
}

function someCondition(program: ProgramDraft, of: Variable): Formula {
  const { draw } = program;
  const wide = of.range[1] - of.range[0] >= 12 ? 1 : 0;
  const bound = program.threshold(of);
  const { range } = of;
  const step = draw.int(2, 5);
  return draw.weighted<() => Formula>([
    [
      3,
      () => ({
        expr: (x) => expr`${x} > ${bound}`,
        names: ['is_large', 'is_high', 'is_above'],
        adjectives: ['large', 'high'],
        range,
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} < ${bound}`,
        names: ['is_small', 'is_low', 'is_below'],
        adjectives: ['small', 'low'],
        range,
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} >= ${bound}`,
        names: ['is_enough', 'reaches_limit'],
        adjectives: ['sufficient', 'reached'],
        range,
      }),
    ],
    [2, () => ({ expr: (x) => expr`${x} % 2 == 0`, names: ['is_even'], adjectives: ['even'], range })],
    [1, () => ({ expr: (x) => expr`${x} % 2 == 1`, names: ['is_odd'], adjectives: ['odd'], range })],
    [
      2,
      () => ({
        expr: (x) => expr`${x} % ${step} != 0`,
        names: ['has_rest', 'is_uneven'],
        adjectives: ['uneven', 'leftover'],
        range,
      }),
    ],
    [
      wide,
      () => ({
        expr: (x) => expr`${bound - step} <= ${x} <= ${bound + 2 * step}`,
        names: ['is_typical', 'is_near'],
        adjectives: ['typical', 'middle'],
        range,
      }),
    ],
  ])();
}

/** A number made of a number. */
export function change(program: ProgramDraft, of: Variable): Formula {
  for (;;) {
    const formula = someChange(program, of);
    if (formula.names[0] !== 'square' || program.once('square')) return formula;
  }
}

function someChange(program: ProgramDraft, of: Variable): Formula {
  const { draw } = program;
  const [low, high] = of.range;
  const k = draw.int(2, 6);
  const bound = program.threshold(of);
  return draw.weighted<() => Formula>([
    [
      2,
      () => ({
        expr: (x) => expr`${x} * ${k}`,
        names: ['scale', 'multiply'],
        adjectives: ['scaled', 'raised'],
        range: [low * k, high * k],
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} + ${k}`,
        names: ['shift', 'bump'],
        adjectives: ['shifted', 'bumped'],
        range: [low + k, high + k],
      }),
    ],
    [
      1,
      () => ({
        expr: (x) => expr`${x} - ${k}`,
        names: ['lower', 'discount'],
        adjectives: ['lowered', 'reduced'],
        range: [low - k, high - k],
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} * ${x}`,
        names: ['square'],
        adjectives: ['squared'],
        range: [0, Math.max(low * low, high * high)],
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`abs(${x} - ${bound})`,
        names: ['distance', 'gap_to_target'],
        adjectives: ['gaps', 'distances'],
        range: [0, high - low],
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} // ${k}`,
        names: ['share', 'split_evenly'],
        adjectives: ['shares', 'portions'],
        range: [Math.floor(low / k), Math.floor(high / k)],
      }),
    ],
    [
      2,
      () => ({
        expr: (x) => expr`${x} % ${k + 1}`,
        names: ['remainder', 'wrap'],
        adjectives: ['remainders', 'wrapped'],
        range: [0, k],
      }),
    ],
    [
      1,
      () => ({
        expr: (x) => expr`min(${x}, ${bound})`,
        names: ['cap', 'limit'],
        adjectives: ['capped', 'limited'],
        range: [low, bound],
      }),
    ],
    [
      1,
      () => ({
        expr: (x) => expr`max(${x}, ${bound})`,
        names: ['lift', 'at_least'],
        adjectives: ['lifted', 'filled'],
        range: [bound, high],
      }),
    ],
    [
      1,
      () => ({
        expr: (x) => expr`${k} * ${x} + ${bound}`,
        names: ['convert', 'rate'],
        adjectives: ['converted', 'rated'],
        range: [k * low + bound, k * high + bound],
      }),
    ],
  ])();
}

/** The formula as an expression: written out, or by a helper function if the program has such. */
export function applied(
  program: ProgramDraft,
  formula: Formula,
  item: string,
  returns: 'int' | 'bool',
): (element: string) => Expr {
  if (!program.may('helpers', 0.5)) return formula.expr;
  const name = program.fresh(formula.names);
  program.helpers.push(
    ...stmts`
      def ${name}(${item}: int) -> ${returns}:
          return ${formula.expr(item)}`,
  );
  return (element) => expr`${name}(${element})`;
}
