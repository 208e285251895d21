// Rules for what a program does: calls and returns, output, exceptions, objects changed, amounts added, rounds counted.
import type { Body, Ref } from '../claims.ts';
import { exprOf } from '../run-view.ts';
import { printExpr } from '../../../grammar/index.ts';
import type { Caught } from '../grammar.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';

/** A function with the arguments of a call written as code. */
function callOf(code: string): { func: string; args: string[] } | null {
  const expr = exprOf(code);
  if (expr?.kind === 'Name') return { func: expr.id, args: [] };
  if (expr?.kind === 'Call' && expr.func.kind === 'Name')
    return { func: expr.func.id, args: expr.args.map((a) => printExpr(a)) };
  return null;
}

function call(code: string, more: readonly string[] = []): Body[] | null {
  const made = callOf(code);
  return made === null ? null : [{ kind: 'call', func: made.func, args: [...made.args, ...more] }];
}

function returns(func: string | null, links: readonly string[], args: readonly string[] = []): Body[] {
  return [{ kind: 'return', func, args, value: { code: links.at(-1)! }, chain: links }];
}

const looseReturn = (func: string | null, word: string): Body[] => [
  { kind: 'return', func, args: [], value: { loose: word }, chain: [] },
];

function mutate(
  verb: Extract<Body, { kind: 'mutate' }>['verb'],
  item: Ref | null,
  object: Ref | null,
  negated = false,
): Body[] {
  return [{ kind: 'mutate', verb, item, object, negated }];
}

const RETURN =
  'returns|return|returning|gives back|give back|giving back|hands back|hand back|outputs the value|yields back';
const APPEND = 'append|appends|appending|push|pushes|pushing';
const ADD = 'add|adds|adding';
const CALL = 'call|calls|calling|enter|enters|entering|invoke|invokes|run|start|begin|starts|begins';
const TOWARDS = 'calculate|evaluate|compute|recurse into|work out|need|needs|want';

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

/** `the first row, [1, 2]` is one element with its name. */
function elements(items: readonly string[]): readonly string[] {
  const named = items.length === 2 && exprOf(items[0]!)?.kind === 'Name' && exprOf(items[1]!)?.kind !== 'Name';
  return named ? items.slice(1) : items;
}

export const ACTION_RULES: readonly Rule[] = [
  // calls
  ...rules([`(${CALL}) <FN:f>`], (c) => {
    const made = callOf(c['f'] as string);
    return made === null ? null : [{ kind: 'call', ...made }];
  }),
  ...rules([`(${TOWARDS}) <FN:f>`], (c) => {
    const made = exprOf(c['f'] as string)?.kind === 'Call' ? callOf(c['f'] as string) : null;
    return made === null ? null : [{ kind: 'call', ...made }];
  }),
  ...rules(
    [`(call|calls|calling|run|running|invoke|invokes) <FN:f> (on|with) [the] [word|list|text|number] <V:v>`],
    (c) => (chain(c, 'v').length > 1 ? null : call(c['f'] as string, [last(c, 'v')])),
  ),
  ...rules(
    [
      `<FN:f> <BE> (called|invoked|entered|given|run)`,
      `<FN:f> (receives|gets|takes|starts|begins|is called with|has|is given)`,
      `<FN:f> (needs|calls) <FN:g>`,
    ],
    (c) => {
      const first = call(c['f'] as string);
      if (first === null) return null;
      return c['g'] === undefined ? first : [...first, ...(call(c['g'] as string) ?? [])];
    },
  ),
  ...rules([`recurse with <V:v> [, then <V:w>] [, then <V:x>]`], (c) => {
    const all = ['v', 'w', 'x'].flatMap((name) => (c[name] === undefined ? [] : [chain(c, name)]));
    return all.map((links) => ({
      kind: 'value',
      subject: { code: links[0]! },
      chain: links.slice(-1),
      mode: 'is',
      negated: false,
    }));
  }),
  // returns and answers
  ...rules([`<FN:f> <DO:do> (${RETURN}) [us] <V:v>`], (c) => {
    const made = callOf(c['f'] as string);
    if (made === null || !affirmed(c, 'do')) return null;
    return returns(made.func, chain(c, 'v'), made.args);
  }),
  ...rules(
    [
      `(${RETURN}) [us] <V:v>`,
      `(~answer|~result|output|~value) [that] [we] (return|returned|give back) [is|:] <V:v>`,
      `[so] [the] <NOUN> returned (is|:) <V:v>`,
    ],
    (c) => returns(null, chain(c, 'v')),
  ),
  ...rules(
    [
      `[the|our|its] (return value|returned value|final answer|final result|~answer|~result|return) [of <FN:f>] [we return|returned|that we return] (is|are|:|=|equals|will be) <V:v>`,
      `(~list|~value|~string|~total|~price|~number|~index) (returned|we return) (is|:) <V:v>`,
      `answer we return <BE> <V:v>`,
    ],
    (c) => returns(c['f'] === undefined ? null : (callOf(c['f'] as string)?.func ?? null), chain(c, 'v')),
  ),
  ...rules(
    [
      `<V:v> <BE> [then] returned`,
      `<V:v> [,] <BE> (what|the value that|the list that) (<FN:f>|the function|we) (returns|return)`,
      `<V:v> gets returned`,
    ],
    (c) => returns(null, chain(c, 'v')),
  ),
  ...rules(
    [
      `(that|it|this|which) <BE> [then] (returned|the return value|the answer|the result)`,
      `(that|this) [value|number] <BE> (returned|what (<FN:f>|the function|we) (returns|return))`,
      `[which] <BE> what (<FN:f>|the function|we) (returns|return)`,
      `which [then] gets returned`,
      `(that|which|it|this) <BE> what (comes back|we get back|gets returned|is returned|is handed back)`,
      `<FN:f> (returns|return) (it|that|this)`,
      `(return|returns) (it|that|this)`,
      `returned <END>`,
      `<BE> (returned|the return value) <END>`,
    ],
    () => looseReturn(null, 'it'),
  ),
  ...rules(
    [`(that|this|the) <NOUN:n> <BE> (returned|what (<FN:f>|the function|we) (returns|return))`],
    (c) => [...looseReturn(null, 'it'), { kind: 'word', word: c['n'] as string, opens: false, of: null }],
  ),
  // true of runs that end by an exception; not decided here
  ...rules([`(nothing|none) <BE> returned`], () => [
    { kind: 'same', subject: { loose: 'nothing' }, truth: true },
  ]),
  // output
  ...rules(
    [`<DO:do> (print|=outputs|display) [just] [the] [number|word|text|letter|line|digit] <V:v> [<TIMES:t>]`],
    (c) =>
      affirmed(c, 'do')
        ? [{ kind: 'print', code: last(c, 'v'), times: (c['t'] as number | undefined) ?? 1 }]
        : null,
  ),
  ...rules([`<DO:do> (prints|print|printed) <V:v> , <V:w>`], (c) => [
    { kind: 'print', code: last(c, 'v'), times: 1 },
    { kind: 'print', code: last(c, 'w'), times: 1 },
  ]),
  ...rules([`(prints|print) <V:v> and [then] <V:w>`], (c) =>
    chain(c, 'w').length > 1 || exprOf(last(c, 'w'))?.kind !== 'Constant'
      ? null
      : [
          { kind: 'print', code: last(c, 'v'), times: 1 },
          { kind: 'print', code: last(c, 'w'), times: 1 },
        ],
  ),
  ...rules([`<V:v> <BE> [then] printed`, `[the] output <BE> <V:v>`], (c) => [
    { kind: 'print', code: last(c, 'v'), times: 1 },
  ]),
  // exceptions
  ...rules(
    [
      `(raise|raises|raising|throws|throw|raised) [a|an|the] <TYPE:t> [with] [the|a] [message|text|saying|:|that says] [:] [<V:v>]`,
      `<TYPE:t> <BE> [then] (raised|thrown) [with] [the|a] [message|text|saying|:] [:] [<V:v>]`,
      `<TYPE:t> (saying|with the message|with message|:) <V:v>`,
    ],
    (c) => {
      const { type, text } = c['t'] as { type: string; text: string | null };
      return [{ kind: 'raise', type, text: c['v'] === undefined ? text : last(c, 'v') }];
    },
  ),
  ...rules(
    [
      `(except|handler|except clause|except block|except branch) [clause|block|branch] (catches|takes|handles|runs|caught) [it|this|that] [<TYPE:t>]`,
      `(catches|catch|caught|handles|handled) [it|this|that|the] [<TYPE:t>]`,
      `<TYPE:t> <BE> (caught|handled)`,
      `(it|which|error|exception) <BE> (caught|handled)`,
      `(reach|reaches|enter|enters) the except [block|clause|branch]`,
    ],
    (c) => [{ kind: 'catch', type: (c['t'] as { type: string } | undefined)?.type ?? null, negated: false }],
  ),
  ...rules(
    [
      `(never|not|do not|does not) (reach|reaches|enter|run) the except [block|clause|branch]`,
      `<BE> (not|never) (caught|handled)`,
    ],
    () => [{ kind: 'catch', type: null, negated: true }],
  ),
  ...rules([`<S:s> <BE> (caught|handled|intercepted)`], (c) => {
    const subject = ref(c, 's');
    if ('code' in subject) return [{ kind: 'word', word: 'caught', opens: false, of: subject.code }];
    return [{ kind: 'catch', type: null, negated: false }];
  }),
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
  ...rules([`<V:v> <BE> popped [(from|off) <E:e>]`], (c) =>
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
      `(increase|increases|increment|increments|raise|raises|bump|bumps|incrementing|increasing) <E:e> by <V:v>`,
      `<E:e> (goes up|rises|grows|increases|climbs|is increased|is incremented|increments) by <V:v>`,
    ],
    (c) => [{ kind: 'delta', target: ref(c, 'e'), op: '+', by: last(c, 'v') }],
  ),
  ...rules(
    [
      `(decrease|decreases|decrement|decrements|lower|lowers|reduce|reduces) <E:e> by <V:v>`,
      `<E:e> (goes down|drops|falls|shrinks|decreases|is decreased|is reduced|is decremented) by <V:v>`,
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
  ...rules([`<E:e> <BE> multiplied by <V:v>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: last(c, 'v') },
  ]),
  ...['halve halves halving //', 'double doubles doubling *', 'square squares squaring **'].flatMap((row) => {
    const words = row.split(' ');
    const op = words.pop()!;
    return rules([`(${words.join('|')}) <E:e> (to get|and get|giving|to|which gives) <V:v>`], (c) => [
      { kind: 'delta', target: ref(c, 'e'), op, by: '2' },
      { kind: 'value', subject: ref(c, 'e'), chain: chain(c, 'v'), mode: 'becomes', negated: false },
    ]);
  }),
  ...rules([`(multiply|multiplies) <E:e> by <V:v> (to get|and get|giving|which gives) <V:w>`], (c) => [
    { kind: 'delta', target: ref(c, 'e'), op: '*', by: last(c, 'v') },
    { kind: 'value', subject: ref(c, 'e'), chain: chain(c, 'w'), mode: 'becomes', negated: false },
  ]),
  ...rules([`<V:v> goes into <V:w> (<N:n> times|<TIMES:n>)`], (c) => [
    { kind: 'goes-into', divisor: last(c, 'v'), dividend: last(c, 'w'), times: c['n'] as number },
  ]),
  ...rules(
    [`(with|and|leaving) [a remainder of] <V:v> (left over|remaining|left)`, `with [a] remainder [of] <V:v>`],
    (c) => [{ kind: 'left-over', rest: last(c, 'v') }],
  ),
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
      return nth === null ? [] : [{ kind: 'round', nth }];
    },
  ),
  ...rules([`(a|the) <NTH:n> time`], (c) => [{ kind: 'round', nth: (c['n'] as number | null) ?? 0 }]),
  ...rules([`(round|iteration|pass) <N:n>`], (c) => [{ kind: 'round', nth: c['n'] as number }]),
  ...rules(
    [`[the] (next|following|another) <N:n> <ROUND:r>`, `<N:n> (more|further|other|additional) <ROUND:r>`],
    (c) => [{ kind: 'count', n: c['n'] as number, more: true, after: false }],
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
  ...rules([`at all`, `next <N> <END>`], () => [{ kind: 'same', subject: { loose: 'that' }, truth: true }]),
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
  ...rules([`[the] (first|last) <N:n> <NOUN>`], (c) =>
    c['n'] === 2 ? [] : [{ kind: 'same', subject: { loose: 'that' }, truth: true }],
  ),
  ...rules([`[the] (second|third|next) <N> <NOUN>`], () => [
    { kind: 'same', subject: { loose: 'that' }, truth: true },
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
      `last two`,
      `two ends`,
      `the two <NOUN>`,
      `[the] (first|last) two <NOUN>`,
      `(this|that|next|first|last|each|which|no) one`,
      `one of (them|the)`,
      `(both|the) ends`,
    ],
    () => [],
  ),
];
