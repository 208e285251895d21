// Rules for rounds and loops, what is counted, and idioms with numbers in them.
import type { Body } from '../claims.ts';
import { exprOf } from '../code.ts';
import { LAST } from '../slots.ts';
import { chain, last, ref, rules, type Rule } from './rule.ts';
import { callOf } from './calls.ts';
import { mutate } from './changes.ts';

/** `the first row, [1, 2]` is one element with its name. */
function elements(items: readonly string[]): readonly string[] {
  const named =
    items.length === 2 && exprOf(items[0]!)?.kind === 'Name' && exprOf(items[1]!)?.kind !== 'Name';
  return named ? items.slice(1) : items;
}

/** A value that is only named, perhaps with its name. */
function given(links: readonly string[]): Body[] {
  return links.length > 1
    ? [{ kind: 'value', subject: { code: links[0]! }, chain: links.slice(1), mode: 'is', negated: false }]
    : [{ kind: 'mention', code: links[0]!, number: false }];
}

export const ROUND_RULES: readonly Rule[] = [
  // rounds
  ...rules(
    [
      `(in|on|for|during|at|with) [the] <NTH:n> <ROUND:r>`,
      `the <NTH:n> <ROUND:r>`,
      `<NTH:n> <ROUND:r>`,
      `[the] <NTH:n> time (round|around)`,
    ],
    (c) => {
      const nth = c['n'] as number | null;
      if (nth === LAST) return [{ kind: 'word', word: 'last', opens: false, of: 'round' }];
      return nth === null ? [] : [{ kind: 'round', nth }];
    },
  ),
  ...rules([`(a|the) <NTH:n> time`], (c) => [{ kind: 'round', nth: (c['n'] as number | null) ?? 0 }]),
  ...rules([`=call <N:n>`], (c) => [{ kind: 'round', nth: c['n'] as number, call: true }]),
  ...rules([`<START> one more <ROUND> <MARK>`], () => [{ kind: 'effect', what: 'again', negated: false }]),
  ...rules([`after the <NTH:n> [<ROUND>|one] <MARK>`], (c) => {
    const nth = c['n'] as number | null;
    return nth === null || nth < 1 ? null : [{ kind: 'round', nth }];
  }),
  ...rules([`(round|iteration|pass) <N:n>`], (c) => [{ kind: 'round', nth: c['n'] as number }]),
  ...rules(
    [`[the] (next|following|another) <N:n> <ROUND:r>`, `<N:n> (more|further|other|additional) <ROUND:r>`],
    (c) => [{ kind: 'count', n: c['n'] as number, more: true, after: false }],
  ),
  ...rules(
    [
      `<ROUND> [from <V> to <V>] follow , <N:n> in all`,
      `<N:n> <ROUND> in all`,
      `another <N:n> steps follow`,
      `there follow <N:n> more (steps|rounds)`,
    ],
    (c) => [{ kind: 'count', n: c['n'] as number, more: true, after: false }],
  ),
  ...rules(
    [
      `<N:n> calls among them`,
      `after <N:n> (further|more|other) calls`,
      `with <N:n> (further|more|other) calls on the way`,
    ],
    (c) => [{ kind: 'count', n: c['n'] as number, more: true, after: false, inside: true }],
  ),
  ...rules([`after <N:n> <ROUND:r>`], (c) => [
    { kind: 'count', n: c['n'] as number, more: false, after: true },
  ]),
  ...rules(
    [`<N:n> <ROUND:r> [in total|altogether]`, `(runs|ran|executes|iterates|run|loops) <TIMES:n>`],
    (c) => [{ kind: 'count', n: c['n'] as number, more: false, after: false }],
  ),
  // what is gone through may be told with its name, `s = 'ab'`
  ...rules(
    [
      `(loop|loops|looping|iterate|iterates|iterating|go|goes|going|walk|walks|look|looks) (over|through|across|at|for|in) [the] <V:v>`,

      `add up to <V:v>`,
    ],
    (c) => {
      const links = chain(c, 'v');
      return links.length > 1
        ? [{ kind: 'value', subject: { code: links[0]! }, chain: links.slice(1), mode: 'is', negated: false }]
        : null;
    },
  ),
  ...rules(
    [
      `(drop|drops|dropping) (that|the|its) [last] digit`,
      `add up`,
      `adding [them|the <NOUN>] up`,
      `that is ,`,
    ],
    () => [],
  ),
  ...rules(
    [
      `(look|looks|looked|looking|search|hunt) for <V:v> (in|inside|within|among) [the] [list|word|string] <V:w>`,
      `(search|scan) [the] [list|word|string] <V:w> for <V:v>`,
    ],
    (c) => ['w', 'v'].flatMap((name): Body[] => given(chain(c, name))),
  ),
  ...rules(
    [
      `(on|moving on|going on|over) to <V:v> <MARK>`,
      `(as for|now for|how about|what about|next for|then for) <V:v>`,
    ],
    (c) => given(chain(c, 'v')),
  ),
  // loops
  ...rules(
    [
      `[the] [outer|inner|for] loop (runs|goes|iterates|walks|will run|is) (over|through|for|on) [the] [remaining|values|numbers|words|rows|letters] [values] [,] <L:l>`,
      `(loop|loops|looping|iterate|iterates|iterating|go|goes|going|walk|walks) (over|through|across) [the] [values] <L:l>`,
    ],
    (c) => [{ kind: 'loop', target: null, items: elements(c['l'] as readonly string[]), range: false }],
  ),
  ...rules(
    [
      `[the] [outer|inner] [loop] (takes|take|runs|run|moves|lets) <E:e> (through|over|across|along) <L:l>`,
      `<E:e> (runs|ranges|goes|loops|iterates) (over|through) <L:l>`,
      `<E:e> (will take|takes|takes on) the values <L:l>`,
    ],
    (c) => {
      const subject = ref(c, 'e');
      return [
        {
          kind: 'loop',
          target: 'code' in subject ? subject.code : null,
          items: c['l'] as readonly string[],
          range: false,
        },
      ];
    },
  ),
  ...rules([`from <V:a> [up|down] (to|through) <V:b>`, `range <BE> <V:a> . . <V:b>`], (c) => [
    { kind: 'loop', target: null, items: [last(c, 'a'), last(c, 'b')], range: true },
  ]),
  ...rules([`(dividing|divide|division|divides) by zero`], () => [
    { kind: 'raise', type: 'ZeroDivisionError', text: null },
  ]),
  ...rules(
    [
      `(divide|dividing) <V:a> by <V:b> (leaves|gives|has) [a|the] remainder [of] <V:v>`,
      `<V:a> divided by <V:b> (leaves|gives|has) [a|the] remainder [of] <V:v>`,
      `[the] remainder (of|when) [dividing] <V:a> (divided by|by|when divided by|is divided by) <V:b> (is|equals) <V:v>`,
    ],
    (c) => [
      {
        kind: 'value',
        subject: { code: `${last(c, 'a')} % ${last(c, 'b')}` },
        chain: chain(c, 'v'),
        mode: 'is',
        negated: false,
      },
    ],
  ),
  ...rules(
    [
      `(divide|dividing) <V:a> by <V:b> (gives|yields|is) <V:v>`,
      `<V:a> divided by <V:b> (is|gives|equals) <V:v>`,
    ],
    (c) => [
      {
        kind: 'value',
        subject: { code: `${last(c, 'a')} / ${last(c, 'b')}` },
        chain: chain(c, 'v'),
        mode: 'is',
        negated: false,
      },
    ],
  ),
  ...rules([`(divide|dividing) <V:a> by <V:b>`], (c) => [
    { kind: 'mention', code: `${last(c, 'a')} / ${last(c, 'b')}`, number: false },
  ]),
  ...rules([`(dividing|divide|divides|division) [it|the <NOUN>] by <V:v>`], (c) => [
    {
      kind: 'value',
      subject: { loose: 'divisor' },
      chain: [last(c, 'v')],
      mode: 'is',
      negated: false,
    },
  ]),
  ...rules([`[the|this|that] lookup (gives|returns|yields|finds|is) <V:v>`], (c) => [
    { kind: 'value', subject: { loose: 'lookup' }, chain: [last(c, 'v')], mode: 'is', negated: false },
  ]),
  ...rules([`add up to <V:v>`], (c) => [{ kind: 'mention', code: last(c, 'v'), number: false }]),
  ...rules([`early return`, `[the] (except|try) (block|clause|branch|statement)`], () => []),
  ...rules(
    [`[<FN:f>] <BE> (called|invoked|run|entered) (again|once more|once again|a second time|another time)`],
    () => [{ kind: 'word', word: 'again', opens: false, of: null }],
  ),
  ...rules([`after <END>`, `at all`, `next <N> <END>`], () => [
    { kind: 'same', subject: { loose: 'that' }, truth: true },
  ]),
  ...rules([`<FN:f> <BE> (called|invoked|run) <TIMES:n>`], (c) => [
    {
      kind: 'count',
      n: c['n'] as number,
      more: false,
      after: false,
      func: callOf(c['f'] as string)?.func ?? '',
    },
  ]),
  ...rules(
    [
      `(=concatenating|=combining|=joining|=putting|=adding|=summing) <V:v> (and|to|with|plus) <V:w> [together]`,
      `sum of <V:v> and <V:w>`,
    ],
    (c) => [
      { kind: 'mention', code: last(c, 'v'), number: false },
      { kind: 'mention', code: last(c, 'w'), number: false },
    ],
  ),
  ...rules([`(it|this|that|which|they) <BE> added [to <E:e>]`], (c) => [
    { kind: 'delta', target: c['e'] === undefined ? { loose: 'it' } : ref(c, 'e'), op: '+', by: '' },
  ]),
  ...rules([`<E:e> <BE> reversed [in place]`], (c) => mutate('reverse', null, ref(c, 'e'))),
  ...rules([`<E:e> <BE> sorted [in place]`], (c) => mutate('sort', null, ref(c, 'e'))),
  // only two things trade places
  ...rules([`[the] <N:n> (elements|ends|values|numbers|items|entries|letters) <BE> swapped`], (c) =>
    c['n'] === 2 ? mutate('swap', null, null) : [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  // how many of them nobody can tell
  ...rules([`[the] (first|last|second|third|next) <N:n> (is|was) <V>`], (c) =>
    c['n'] === 1 ? null : [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  ...rules([`[the] (first|last) <N:n> (<NOUN>|<END>)`], (c) =>
    c['n'] === 2 ? [] : [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  ...rules([`[the] (second|third|next) <N> <NOUN>`], () => [
    { kind: 'same', subject: { loose: 'that' }, truth: true },
  ]),
  ...rules([`[the] last two [<NOUN>]`], () => [{ kind: 'word', word: 'last', opens: false, of: 'element' }]),
  ...rules([`[the] first two [<NOUN>]`], () => [
    { kind: 'word', word: 'first', opens: false, of: 'element' },
  ]),
  // labels
  ...rules([`step <N>`, `case <N>`], () => []),
  // idioms with numbers in them
  ...rules(
    [
      `once (more|again)`,
      `as it is`,
      `as is`,
      `at once`,
      `one <NOUN> at a time`,
      `(character by character|letter by letter|digit by digit|element by element|item by item|word by word|step by step|one after another)`,
      `one (at a time|by one|after the other|after another|more time)`,
      `(one at a time|one by one)`,
      `two ends`,
      `the two <NOUN>`,
      `(this|that|next|first|last|each|which|no) one`,
      `one of (them|the)`,
      `(both|the) ends`,
    ],
    () => [],
  ),
];
