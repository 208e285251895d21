// Rules for what a program does on its way: calls and returns, output, exceptions.
import { codeOf, exprOf } from '../code.ts';
import type { Body } from '../claims.ts';
import { affirmed, chain, last, rules, type Rule } from './rule.ts';

/** A function with the arguments of a call written as code. */
export function callOf(code: string): { func: string; args: string[] } | null {
  const expr = exprOf(code);
  if (expr?.kind === 'Name') return { func: expr.id, args: [] };
  if (expr?.kind === 'Call' && expr.func.kind === 'Name')
    return { func: expr.func.id, args: expr.args.map((a) => codeOf(a)) };
  if (expr?.kind === 'Attribute') return { func: expr.attr, args: [] };
  // of a method the object is the first argument, which nobody can write down
  if (expr?.kind === 'Call' && expr.func.kind === 'Attribute') return { func: expr.func.attr, args: [] };
  return null;
}

function call(code: string, more: readonly string[] = []): Body[] | null {
  const made = callOf(code);
  return made === null ? null : [{ kind: 'call', func: made.func, args: [...made.args, ...more] }];
}

function returns(
  func: string | null,
  links: readonly string[],
  args: readonly string[] = [],
  nth: number | null = null,
): Body[] {
  const body: Body = { kind: 'return', func, args, value: { code: links.at(-1)! }, chain: links };
  return [nth === null ? body : { ...body, nth }];
}

const looseReturn = (func: string | null, word: string): Body[] => [
  { kind: 'return', func, args: [], value: { loose: word }, chain: [] },
];

const RETURN =
  'return|give back|hand back|hand over|send back|pass back|outputs the value|yields back|report back';
const YIELD = `${RETURN}|=yields|=yielded|=produces|=produced|=gives|=gave|=delivers|=delivered|come back with`;
/** What a run ends in, as a noun. */
const RESULT =
  'return value|returned value|final answer|final result|final value|overall result|end result|~answer|~result|=return';
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
      `[the|this|our] =call is <FN:f>`,
      `<FN:f> (run|execute|is run|is executed)`,
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
  ...rules(
    [`there <BE> (one more|another|a further) =call`, `(make|need) (one more|another|a further) =call`],
    () => [{ kind: 'word', word: 'call', opens: false, of: null }],
  ),
  // objects are made of classes only
  ...rules(
    [
      `(create|make|build|construct|open|instantiate) [a|an|the] [new|fresh] <FN:f>`,
      `[a|an|the] [new|fresh] <FN:f> <BE> (created|made|built|constructed|opened|instantiated)`,
    ],
    (c) => {
      const made = callOf(c['f'] as string);
      return made === null ? null : [{ kind: 'call', func: `${made.func}.__init__`, args: made.args }];
    },
  ),
  ...rules([`back in the =call of <FN:f>`], (c) => [
    { kind: 'mention', code: c['f'] as string, number: false },
  ]),
  ...rules([`and the same <CODE:e> [again]`, `with the same <CODE:e> as before`], (c) =>
    exprOf(c['e'] as string)?.kind === 'Name' ? [{ kind: 'kept', name: c['e'] as string }] : null,
  ),
  // returns and answers
  ...rules(
    [
      `<FN:f> <DO:do> (${YIELD}) [us] [the value of|the final value of] <V:v>`,
      `<FN:f> <DO:do> (${YIELD}) [us] [the value of|the final value of] <V:v> , (which is|that is|i.e.|namely) <V:w>`,
    ],
    (c) => {
      const made = callOf(c['f'] as string);
      if (made === null || !affirmed(c, 'do')) return null;
      return returns(
        made.func,
        [...chain(c, 'v'), ...(c['w'] === undefined ? [] : chain(c, 'w'))],
        made.args,
      );
    },
  ),
  // `call 2 returns 4`, `the second call gives back 8`
  ...rules(
    [`[the] =call <N:n> <DO:do> (${YIELD}) [us] <V:v>`, `[the] <NTH:n> =call <DO:do> (${YIELD}) [us] <V:v>`],
    (c) => {
      const n = c['n'] as number | null;
      return n === null || n < 1 || !affirmed(c, 'do') ? null : returns(null, chain(c, 'v'), [], n);
    },
  ),
  ...rules(
    [
      `(${RETURN}) [us] [:] <V:v>`,
      `[the|this|our|that] (~function|=call|program|method) <DO:do> (${YIELD}) [us] <V:v>`,
      `(~answer|~result|output|~value) [that] [we] (return|returned|give back) [is|:] <V:v>`,
      `[so] [the] <NOUN> returned (is|:) <V:v>`,
      `<V:v> [,] as (the|its|our|your|my) [final] (return value|~result|~answer|returned value)`,
      `<V:v> (come|came) back`,
      `<CODE> , which is <V:v> , (come|came|gets handed|is handed|is passed) back`,
      `(we|i|you) (are left|end up|finish|finish up|wind up|end) with <V:v> as (the|our|its|my|your) (~answer|~result|return value|final answer|final result)`,
      `<V:v> <BE> (handed|passed|given|sent) (back|on) [to the caller|up]`,
      `(respond|answer|finish|conclude|end|ends|finishes) (with|by returning|by handing back) <V:v>`,
      `[so] [then] (we|it|i|you|function|program) (stop|quit|exit|finish|end) with <V:v>`,
      `(that|this|the) [value|number|result] <V:v> (travel|bubble|pass|is passed|is handed|go|make its way) [all the way|straight|right] [back] up`,
    ],
    (c) => (affirmed(c, 'do') ? returns(null, chain(c, 'v')) : null),
  ),
  // also where a variable is called `result`
  ...rules([`the (result|answer|output|value) of <FN:f> (is|was) <V:v>`], (c) =>
    returns(callOf(c['f'] as string)?.func ?? null, chain(c, 'v')),
  ),
  ...rules(
    [
      `[the|our|its|my|your] (${RESULT}) [of <FN:f>|returned by <FN:f>] [we return|returned|that we return] (is|are|was|were|:|=|equals|will be|is therefore) <V:v>`,
      `<FN:f> 's (${RESULT}) (is|was|:|=|equals|will be) <V:v>`,
      `(~list|~value|~string|~total|~price|~number|~index) (returned|we return) (is|:) <V:v>`,
      `answer we return <BE> <V:v>`,
    ],
    (c) => returns(c['f'] === undefined ? null : (callOf(c['f'] as string)?.func ?? null), chain(c, 'v')),
  ),
  ...rules(
    [
      `<V:v> <BE> [then] (returned|given back|handed back|passed back|sent back)`,
      `<V:v> [,] <BE> (what|the value that|the list that) (<FN:f>|the function|we) (returns|return)`,
      `<V:v> gets (returned|handed back|passed back)`,
    ],
    (c) => returns(null, chain(c, 'v')),
  ),
  ...rules(
    [
      `(that|it|this|which) <BE> [then] (returned|the return value|the answer|the result|our result|our answer|our return value|my answer|my result|the final answer|the final result|our final answer|our final result)`,
      `(that|this) [value|number] <BE> (returned|what (<FN:f>|the function|we) (returns|return))`,
      `[which] <BE> what (<FN:f>|the function|we) (returns|return)`,
      `which [then] gets returned`,
      `(that|which|it|this) <BE> [exactly] (what|the value|the value that|the number that) (come back|came back|we get back|gets returned|is returned|was returned|is handed back)`,
      `<FN:f> (${RETURN}) (it|that|this)`,
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
  // `digit_root(13) returns 4, and so does digit_root(49)`
  ...rules([`so (does|did|do) <FN:f>`], (c) => {
    const made = callOf(c['f'] as string);
    return made === null
      ? null
      : [{ kind: 'return', func: made.func, args: made.args, value: { loose: 'it' }, chain: [] }];
  }),
  // true of runs that end by an exception; not decided here
  ...rules([`(nothing|none) <BE> returned`], () => [
    { kind: 'same', subject: { loose: 'nothing' }, truth: true },
  ]),
  // output
  ...rules(
    [
      `<DO:do> (print|=outputs|display|print out|write out) [just] [:] [the] [number|word|text|letter|line|digit] <V:v> [<TIMES:t>]`,
    ],
    (c) =>
      affirmed(c, 'do')
        ? [{ kind: 'print', code: last(c, 'v'), times: (c['t'] as number | undefined) ?? 1 }]
        : null,
  ),
  ...rules([`(prints|print|printed) <V:v> , <V:w>`], (c) =>
    chain(c, 'w').length > 1 || exprOf(last(c, 'w'))?.kind !== 'Constant'
      ? null
      : [
          { kind: 'print', code: last(c, 'v'), times: 1 },
          { kind: 'print', code: last(c, 'w'), times: 1 },
        ],
  ),
  ...rules([`(prints|print) <V:v> and [then] <V:w>`], (c) =>
    chain(c, 'w').length > 1 || exprOf(last(c, 'w'))?.kind !== 'Constant'
      ? null
      : [
          { kind: 'print', code: last(c, 'v'), times: 1 },
          { kind: 'print', code: last(c, 'w'), times: 1 },
        ],
  ),
  ...rules(
    [`<V:v> <BE> [then] (printed|displayed|printed out|shown|written out)`, `<V:v> gets (printed|displayed)`],
    (c) => [{ kind: 'print', code: last(c, 'v'), times: 1 }],
  ),
  // what is printed, or what is returned
  ...rules([`[the] [final] ~output (<BE>|:) <V:v>`], (c) => [
    { kind: 'print', code: last(c, 'v'), times: 1, result: true },
  ]),
];
