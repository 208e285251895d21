// Rules for what a program does on its way: calls and returns, output, exceptions.
import { codeOf, exprOf } from '../code.ts';
import type { Body } from '../claims.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';

/** A function with the arguments of a call written as code. */
export function callOf(code: string): { func: string; args: string[] } | null {
  const expr = exprOf(code);
  if (expr?.kind === 'Name') return { func: expr.id, args: [] };
  if (expr?.kind === 'Call' && expr.func.kind === 'Name')
    return { func: expr.func.id, args: expr.args.map((a) => codeOf(a)) };
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

const RETURN =
  'returns|return|returning|gives back|give back|giving back|hands back|hand back|outputs the value|yields back';
const CALL = 'call|calls|calling|enter|enters|entering|invoke|invokes|run|start|begin|starts|begins';
const TOWARDS = 'calculate|evaluate|compute|recurse into|work out|need|needs|want';

export const CALL_RULES: readonly Rule[] = [
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
];
