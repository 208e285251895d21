// Rules for what is done to values: objects changed, amounts added, things sorted, split and joined.
import type { Body, Ref } from '../claims.ts';
import type { Caught } from '../grammar.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';

export function mutate(
  verb: Extract<Body, { kind: 'mutate' }>['verb'],
  item: Ref | null,
  object: Ref | null,
  negated = false,
): Body[] {
  return [{ kind: 'mutate', verb, item, object, negated }];
}

/** What goes in or comes out, with how it was worked out and where it stands. */
function taken(c: Caught, verb: 'pop' | 'remove' | 'insert'): Body[] {
  const links = chain(c, 'v');
  const key = c['k'] === undefined ? {} : { key: last(c, 'k') };
  const worked: Body[] =
    links.length < 2
      ? []
      : [{ kind: 'value', subject: { code: links[0]! }, chain: links.slice(1), mode: 'is', negated: false }];
  const call = c['call'] === undefined ? {} : { call: c['call'] as string };
  return [
    ...worked,
    {
      kind: 'mutate',
      verb,
      item: { code: links.at(-1)! },
      object: ref(c, 'e'),
      negated: false,
      ...key,
      ...call,
    },
  ];
}

const APPEND = 'append|appends|appending|push|pushes|pushing';
const ADD = 'add|adds|adding';

/** `adds cell = 1` also says that cell is 1. */
function added(c: Caught, target: Ref): Body[] {
  const links = chain(c, 'v');
  const by: Body = { kind: 'delta', target, op: '+', by: links.at(-1)! };
  if (links.length < 2) return [by];
  return [
    { kind: 'value', subject: { code: links[0]! }, chain: links.slice(1), mode: 'is', negated: false },
    by,
  ];
}

export const CHANGE_RULES: readonly Rule[] = [
  // objects changed
  ...rules([`<DO:do> (${APPEND}) [the] [value|number|string|word] <V:v> [again] [(to|onto|on) <E:e>]`], (c) =>
    mutate('append', { code: last(c, 'v') }, c['e'] === undefined ? null : ref(c, 'e'), !affirmed(c, 'do')),
  ),
  ...rules(
    [
      `<DO:do> (${APPEND}) (it|this|that|them) [(to|onto|on) <E:e>]`,
      `(${APPEND}) <END>`,
      `(${APPEND}) again`,
      `(${APPEND}) [the sum of the last two]`,
    ],
    (c) => mutate('append', { loose: 'it' }, c['e'] === undefined ? null : ref(c, 'e'), !affirmed(c, 'do')),
  ),
  ...rules([`<V:v> <BE:be> (appended|pushed) [(to|onto|on) <E:e>]`, `<V:v> (goes|go) into <E:e>`], (c) =>
    mutate('append', { code: last(c, 'v') }, c['e'] === undefined ? null : ref(c, 'e'), !affirmed(c, 'be')),
  ),
  ...rules([`(it|this|that|which) <BE:be> (appended|pushed) [(to|onto|on) <E:e>]`], (c) =>
    mutate('append', { loose: 'it' }, c['e'] === undefined ? null : ref(c, 'e'), !affirmed(c, 'be')),
  ),
  ...rules(
    [
      `(pop|pops|popping|popped) [off] [<V:v>] [(the first|the last) [of them|<NOUN>]] [(from|off) <E:e>]`,
      `<NOUN> <BE> popped`,
    ],
    (c) =>
      mutate(
        'pop',
        c['v'] === undefined ? null : { code: last(c, 'v') },
        c['e'] === undefined ? null : ref(c, 'e'),
      ),
  ),
  // the one that `remove` finds
  ...rules([`the first <V:v> <BE> (taken out of|removed from) <E:e>`], (c) => [
    ...taken(c, 'remove'),
    { kind: 'word', word: 'first', opens: true, of: null },
  ]),
  ...rules(
    [
      `(popping|pop|a pop|the pop) (take|remove|give) <V:v> (out of|from) <E:e>`,
      `(popping|pop|a pop|the pop) at index <V:k> (take|remove|give) <V:v> (out of|from) <E:e>`,
      `<CODE:call> (take|remove) <V:v> (out of|from) <E:e>`,
      `<V:v> <BE> (taken|popped) (out of|from|off) <E:e> [at index <V:k>]`,
    ],
    (c) => taken(c, 'pop'),
  ),
  ...rules(
    [
      `<V:v> <BE> inserted into <E:e> at (index|position) <V:k>`,
      `(insert|inserts|inserting) <V:v> (into|in) <E:e> at (index|position) <V:k>`,
      `(insert|inserts|inserting) <V:v> at (index|position) <V:k> (turns|changes|makes) <E:e> [into] <V:after>`,
      `<V:v> (goes|is put) into <E:e> at (index|position) <V:k>`,
    ],
    (c) => [
      ...taken(c, 'insert'),
      ...(c['after'] === undefined
        ? []
        : [
            {
              kind: 'value' as const,
              subject: ref(c, 'e'),
              chain: chain(c, 'after'),
              mode: 'becomes' as const,
              negated: false,
            },
          ]),
    ],
  ),
  ...rules(
    [
      `(remove|removes|removing|delete|deletes|deleting) <V:v> [from <E:e>]`,
      `<V:v> <BE> (removed|deleted) [from <E:e>]`,
    ],
    (c) => mutate('remove', { code: last(c, 'v') }, c['e'] === undefined ? null : ref(c, 'e')),
  ),
  ...rules([`(reverse|reverses|reversing) [the] [<E:e>|list|it] [in place]`], (c) =>
    mutate('reverse', null, c['e'] === undefined ? null : ref(c, 'e')),
  ),
  ...rules(
    [
      `(=sort|=sorts|=sorting) [the] [<E:e>|list|it] [in place]`,
      `(we|it|i|they|function|program) =sorted [the] [<E:e>|list|it] [in place]`,
    ],
    (c) => mutate('sort', null, c['e'] === undefined ? null : ref(c, 'e')),
  ),
  ...rules(
    [
      `(swap|swaps|swapping|swapped) [them|the two]`,
      `(trade|trades|trading|change|swap) places`,
      `after the swap`,
      `exchange them`,
    ],
    () => mutate('swap', null, null),
  ),
  ...rules(
    [
      `(split|splits|splitting) [<E:e>|<CODE:x>|it|this text|the text] [at its spaces|on whitespace|at spaces]`,
      `after the split`,
    ],
    () => mutate('split', null, null),
  ),
  ...rules(
    [
      `(join|joins|joining|joined) [<E:e>|them|those|it|the words] [with [a] (space|spaces) [between them|in between]]`,
      `<NOUN> are joined with a space between them`,
    ],
    () => mutate('join', null, null),
  ),
  // `its last element, 4, is popped`
  ...rules([`<S:s> <BE> (popped|taken off|taken out) [(from|off) <E:e>]`], (c) => {
    const item = ref(c, 's');
    return 'code' in item ? mutate('pop', item, c['e'] === undefined ? null : ref(c, 'e')) : null;
  }),
  ...rules([`<V:v> [,] <BE> popped [(from|off) <E:e>]`], (c) =>
    mutate('pop', { code: last(c, 'v') }, c['e'] === undefined ? null : ref(c, 'e')),
  ),
  ...rules(
    [
      `<V:v> (goes|go|is added|is put|is placed|is stored|gets added|joins) (into|in|to|onto|at the end of) the (list|result|output|stack|queue|string|set)`,
      `in goes <V:v>`,
    ],
    (c) => mutate('append', { code: last(c, 'v') }, null),
  ),
  ...rules(
    [
      `from (biggest|largest|highest|greatest|longest) to (smallest|lowest|least|shortest)`,
      `in (descending|decreasing|reverse) order`,
      `in reverse`,
    ],
    () => [{ kind: 'word', word: 'descending', opens: false, of: null }],
  ),
  ...rules(
    [
      `from (smallest|lowest|least|shortest) to (biggest|largest|highest|greatest|longest)`,
      `in (ascending|increasing|sorted|alphabetical) order`,
    ],
    () => [{ kind: 'word', word: 'ascending', opens: false, of: null }],
  ),
  ...rules(
    [
      `(it|that|which|<CODE>) <BE> (appended|added|pushed) [on] (changed|modified|altered)`,
      `(append|add|tack|push) (it|that) [on] (changed|modified|altered)`,
    ],
    () => [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  // `'hi' is put into it`
  ...rules(
    [
      `<V:v> <BE> (put|placed|stored|inserted|added) (into|in|onto|to) (it|that|this|them) <END>`,
      `(put|place|insert|drop|push) <V:v> (into|in|onto) (it|that|this|them) <END>`,
    ],
    (c) => mutate('append', { code: last(c, 'v') }, null),
  ),
  ...rules(
    [
      `(put|place|insert|drop|push|throw|stick|tack) (it|that|this|that one) (into|in|onto|on|on to|to) <E:e>`,
      `(it|that|this|that one|which|this one) (goes|go|land|ends up|is put|gets put|goes straight|joins) (into|in|to|onto|at the end of) <E:e>`,
    ],
    (c) => mutate('append', { loose: 'it' }, ref(c, 'e')),
  ),
  ...rules([`(off|straight|in) it goes [in|into|to|onto] <E:e>`], (c) =>
    mutate('append', { loose: 'it' }, ref(c, 'e')),
  ),
  ...rules([`<V:v> [simply] joins (the|this|that|its) (list|stack|queue|set|pile|others)`], (c) =>
    mutate('append', { code: last(c, 'v') }, null),
  ),
  ...rules(
    [
      `(put|place|push|drop|lay) <V:v> (on|onto|in|into) the (list|pile|stack|queue|set|end|end of the list|back|top)`,
    ],
    (c) => mutate('append', { code: last(c, 'v') }, null),
  ),
  ...rules(
    [
      `<V:v> <BE> (put|placed|pushed|dropped|added) (on|onto|in|into|to) the (list|pile|stack|queue|set|end|end of the list|back|top)`,
    ],
    (c) => mutate('append', { code: last(c, 'v') }, null),
  ),
  // amounts
  ...rules([`(${ADD}|added) <V:v> to <E:e>`], (c) => added(c, ref(c, 'e'))),
  ...rules([`(${ADD}) [another|a further|the] <V:v>`, `another <V:v> <BE> added`, `contributes <V:v>`], (c) =>
    added(c, { loose: 'it' }),
  ),
  ...rules(
    [
      `(${ADD}) (the|its) <NTH> <NOUN>`,
      `(${ADD}) its (upper case|lower case|uppercase|lowercase|square) [<NOUN>] [to <E:e>]`,
    ],
    (c) => [{ kind: 'delta', target: c['e'] === undefined ? { loose: 'it' } : ref(c, 'e'), op: '+', by: '' }],
  ),
  ...rules([`<V:v> <BE> added [(to|onto) <E:e>]`], (c) =>
    added(c, c['e'] === undefined ? { loose: 'it' } : ref(c, 'e')),
  ),
  ...rules([`(${ADD}|added) (it|this|that|them) [to <E:e>]`], (c) => [
    { kind: 'delta', target: c['e'] === undefined ? { loose: 'it' } : ref(c, 'e'), op: '+', by: '' },
  ]),
  ...rules([`(subtract|subtracts|subtracting) <V:v> from <E:e>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '-', by: last(c, 'v') },
  ]),
  ...rules(
    [
      `(increase|increment|raise|bump|advance|push|move) <E:e> [up|on|ahead|forward] by <V:v>`,
      `<E:e> (goes up|rise|grow|increase|climb|is increased|is incremented|increment|is raised|is bumped|is bumped up|advances|moves up) by <V:v>`,
    ],
    (c) => [{ kind: 'delta', target: ref(c, 'e'), op: '+', by: last(c, 'v') }],
  ),
  ...rules(
    [
      `(decrease|decrement|lower|reduce|knock|drop|shave) <E:e> [down] by <V:v>`,
      `<E:e> (goes down|drop|fall|shrink|decrease|is decreased|is reduced|is decremented|is lowered) by <V:v>`,
    ],
    (c) => [{ kind: 'delta', target: ref(c, 'e'), op: '-', by: last(c, 'v') }],
  ),
  ...rules([`(multiply|multiplies|multiplying) <E:e> by <V:v>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: last(c, 'v') },
  ]),
  ...rules([`(divide|divides|dividing) <E:e> by <V:v>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '//', by: last(c, 'v') },
  ]),
  ...rules([`(double|doubles|doubling) <E:e>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: '2' },
  ]),
  ...rules([`(halve|halves|halving) <E:e>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '//', by: '2' },
  ]),
  ...rules([`(square|squares|squaring) <E:e>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '**', by: '2' },
  ]),
  ...[
    ['incremented', '+', '1'],
    ['decremented', '-', '1'],
    ['halved', '//', '2'],
    ['doubled', '*', '2'],
    ['squared', '**', '2'],
  ].flatMap(([verb, op, by]) =>
    rules([`<E:e> <BE> ${verb!} [once more] <END>`], (c) => [
      { kind: 'delta', target: ref(c, 'e'), op: op!, by: by! },
    ]),
  ),
  ...rules([`<E:e> <BE> (floor-divided|integer-divided) by <V:v>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '//', by: last(c, 'v') },
  ]),
  ...rules([`<E:e> <BE> multiplied by <V:v>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: last(c, 'v') },
  ]),
  ...['halve halves halving //', 'double doubles doubling *', 'square squares squaring **'].flatMap((row) => {
    const words = row.split(' ');
    const op = words.pop()!;
    return rules(
      [`(${words.join('|')}) (<E:e>|it|that|this) (to get|and get|giving|to|which gives|to give|to) <V:v>`],
      (c) => [
        { kind: 'delta', target: ref(c, 'e'), op, by: '2' },
        { kind: 'value', subject: ref(c, 'e'), chain: chain(c, 'v'), mode: 'becomes', negated: false },
      ],
    );
  }),
  ...rules([`(multiply|multiplies) <E:e> by <V:v> (to get|and get|giving|which gives) <V:w>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: last(c, 'v') },
    { kind: 'value', subject: ref(c, 'e'), chain: chain(c, 'w'), mode: 'becomes', negated: false },
  ]),
  ...rules([`<V:v> goes into <V:w> (<N:n> times|<TIMES:n>)`], (c) => [
    { kind: 'goes-into', divisor: last(c, 'v'), dividend: last(c, 'w'), times: c['n'] as number },
  ]),
  ...rules(
    [
      `(with|and|leaving) [a remainder of] <V:v> (left over|=remaining|=left)`,
      `with [a] remainder [of] <V:v>`,
    ],
    (c) => [{ kind: 'left-over', rest: last(c, 'v') }],
  ),
];
