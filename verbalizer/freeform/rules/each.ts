// Rules for what is done with each element of something at once, as comprehensions do: what was made of them, which of them were
// kept; and for what a loop goes over, by the name that takes it.
import type { Body } from '../claims.ts';
import type { Caught } from '../grammar.ts';
import { chain, last, rules, type Rule } from './rule.ts';

const GIVES = 'gives|yields|produces|comes to|turns out to be|evaluates to|returns';
const KEEPS = 'keeps|leaves|selects|passes|lets through|retains|picks';

function each(c: Caught, more: Partial<Extract<Body, { kind: 'each' }>> = {}): Body[] {
  const list = (name: string): readonly string[] | null => (c[name] as readonly string[] | undefined) ?? null;
  const code = (name: string): string | null => (c[name] as string | undefined) ?? null;
  return [
    {
      kind: 'each',
      target: code('t')!,
      items: list('items'),
      test: code('test'),
      kept: list('kept'),
      source: code('source'),
      results: list('results'),
      all: c['all'] === undefined ? null : last(c, 'all'),
      ...more,
    },
  ];
}

/** `x = 1, 2 and 3` goes over these. */
function loop(c: Caught, items: readonly string[], range = false): Body[] {
  const over = c['over'] === undefined ? undefined : chain(c, 'over');
  const target = (c['t'] as string | undefined) ?? null;
  return [{ kind: 'loop', target, items, range, ...(over === undefined ? {} : { over }) }];
}

export const EACH_RULES: readonly Rule[] = [
  ...rules(
    [
      `out of <L:items> the (filter|condition|test) <CODE:test> (${KEEPS}) [only] <CODE:t> = <L:kept> [, making <CODE:source> (give|yield) <L:results>]`,
      `<CODE:test> (holds|is true) for [only] <CODE:t> = <L:kept> out of <L:items> [, where <CODE:source> (${GIVES}) <L:results>]`,
      `for <CODE:t> = <L:items> the value of <CODE:source> (${GIVES}) <L:results>`,
      `(taking|with) <CODE:t> = <L:items> in turn makes <CODE:source> (give|yield) <L:results>`,
      `<CODE:source> (${GIVES}) <L:results> for <CODE:t> = <L:items>`,
      `with <CODE:t> = <L:items> the (expression|formula) <CODE:source> (${GIVES}) <L:results>`,
      `<CODE:source> (${GIVES}) <V:all> for each of <CODE:t> = <L:items>`,
      `for each of <CODE:t> = <L:items> [,] [the expression] <CODE:source> (${GIVES}) <V:all>`,
    ],
    (c) => each(c),
  ),
  ...rules([`for none of <CODE:t> = <L:items> does <CODE:test> hold`], (c) => each(c, { kept: [] })),
  // `each number up to 30`: only where it ends is said
  ...rules(
    [`(each|every|all|all the) (number|numbers|value|values|integer|integers) (up to|through) <V:v>`],
    (c) => loop(c, [last(c, 'v')], true),
  ),
  // loops by the name that takes the elements
  ...rules(
    [
      `(go|goes|walk|walks|loop|loops|run|runs|iterate|iterates) (through|over) <CODE:t> = <L:items>`,
      `[the] loop (goes|runs|walks|iterates) (through|over) <CODE:t> = <L:items>`,
    ],
    // `go through s = 'ab'` may tell what s is
    (c) => ((c['items'] as readonly string[]).length < 2 ? null : loop(c, c['items'] as readonly string[])),
  ),
  ...rules(
    [
      `<CODE:t> (takes|gets|has|takes on) only the value <V:v>`,
      `<V:over> gives <CODE:t> only the value <V:v>`,
      `[the] loop has [only] one round , with <CODE:t> = <V:v>`,
    ],
    (c) => loop(c, [last(c, 'v')]),
  ),
  ...rules(
    [
      `going over <V:over> , <CODE:t> (runs|goes|counts) from <V:a> [up|down] to <V:b>`,
      `<CODE:t> (runs|goes|counts) over <V:over> , from <V:a> [up|down] to <V:b>`,
    ],
    (c) => loop(c, [last(c, 'a'), last(c, 'b')], true),
  ),
  ...rules(
    [
      `there (is|was) nothing to loop over in <V:over>`,
      `<V:over> has nothing to loop over`,
      `<V:over> is empty [,] and the loop has no rounds`,
    ],
    (c) => loop(c, []),
  ),
  ...rules(
    [
      `<CODE:t> takes the (elements|characters|items|values|entries|letters|numbers|words) of <V:v> [in turn|in order|one by one|one after the other]`,
      `<CODE:t> takes <V:v> (in turn|in order|one by one|one after the other)`,
    ],
    (c) => loop(c, [last(c, 'v')]),
  ),
];
