// Rules for conditions of two parts, each said on its own: `a > 0 holds, and so does b > 0`, `neither holds`.
import type { Body } from '../claims.ts';
import type { Caught } from '../grammar.ts';
import { NOTHING, relation } from './conditions.ts';
import { rules, type Rule } from './rule.ts';

/** Both parts with their truths; `n` and `m` are the `not` before them. */
function both(c: Caught, first: boolean, second: boolean): Body[] {
  return (
    [
      ['c', 'n', first],
      ['d', 'm', second],
    ] as const
  ).flatMap(([code, not, truth]) =>
    relation({ code: c[code] as string }, 'true', NOTHING, (c[not] === undefined) === truth),
  );
}

const A = '[<NOT:n>] <PART:c>';
const B = '[<NOT:m>] <PART:d>';

export const JOINED_RULES: readonly Rule[] = [
  ...rules(
    [
      `${A} (holds|is true) [,] and so (does|is) ${B}`,
      `${A} (is true|holds) [,] and ${B} [is|does|holds] (as well|too|also)`,
      `neither ${A} nor ${B} (counts as|is) (false|zero)`,
      `both ${A} and ${B} (hold|are true)`,
    ],
    (c) => both(c, true, true),
  ),
  // `f(x) = True, which makes not f(x) false`
  ...rules([`[which] makes not <CODE:c> true`, `not <CODE:c> (is|comes out) true`], (c) =>
    relation({ code: c['c'] as string }, 'true', NOTHING, false),
  ),
  ...rules([`[which] makes not <CODE:c> false`, `not <CODE:c> (is|comes out) false`], (c) =>
    relation({ code: c['c'] as string }, 'true', NOTHING, true),
  ),
  ...rules([`neither ${A} nor ${B} (holds|is true|counts as true)`], (c) => both(c, false, false)),
  ...rules(
    [
      `${A} (holds|is true) [,] (but|yet|while) ${B} (does not [hold]|is not|is false|fails)`,
      `${A} (holds|is true) [,] (but|yet) not ${B}`,
    ],
    (c) => both(c, true, false),
  ),
];
