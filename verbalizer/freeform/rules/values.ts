// Rules for values: what a name is, becomes, was, changes to; elements that come up; values one after the other.
import { codeOf, exprOf } from '../code.ts';
import type { Body, Ref } from '../claims.ts';
import { affirmed, chain, last, ref, rules, type Rule } from './rule.ts';

type Mode = 'is' | 'becomes' | 'was';

function value(subject: Ref, links: readonly string[], mode: Mode, negated = false): Body[] {
  // `len(xs) = 2 < 5`: the value is 2
  const compared = exprOf(links.at(-1)!);
  const loosely = 'loose' in subject && links.length === 1;
  // a name becomes what a comparison comes to, and no side of it
  const whole = mode === 'becomes' && 'code' in subject && exprOf(subject.code)?.kind === 'Name';
  if (
    compared?.kind === 'Compare' &&
    !loosely &&
    !whole &&
    !('code' in subject && exprOf(subject.code)?.kind === 'Compare')
  )
    return [
      ...value(subject, [...links.slice(0, -1), codeOf(compared.left)], mode, negated),
      { kind: 'relation', left: { code: links.at(-1)! }, op: 'true', right: { loose: '' }, truth: true },
    ];
  // `(a, b) = (1, 2)` speaks of both names
  const target = 'code' in subject ? exprOf(subject.code) : null;
  const given = exprOf(links.at(-1)!);
  if (
    !negated &&
    target?.kind === 'Tuple' &&
    given?.kind === 'Tuple' &&
    target.elts.length === given.elts.length
  )
    return target.elts.map((elt, i) => ({
      kind: 'value',
      subject: { code: codeOf(elt) },
      chain: [codeOf(given.elts[i]!)],
      mode,
      negated,
    }));
  return [{ kind: 'value', subject, chain: links, mode, negated }];
}

const SET =
  'set|initialized|initialised|updated|assigned|changed|reset|increased|raised|incremented|reduced|decreased|decremented|bumped|bound|created|built|declared|defined|seeded|left|lowered|made|rewritten|moved|shifted|incremented|decremented|halved|doubled|advanced';
const SETS =
  'set|sets|setting|initialize|initializes|initializing|initialise|initialises|initialising|update|updates|updating|reset|resets|resetting|change|changes|changing|assign|assigns|assigning|let|define|defines|bind|binds|seed|seeds|kick off|start';
const BECOMES =
  'becomes|switches to|updates to|resets to|jumps to|ends up|comes out|become|turns into|comes to|changes to|is now|are now|turns out as';
const IS =
  'equals|equal|takes on|takes|take|holds|hold|stays|stay|remains|remain|evaluates to|evaluate to|keeps the value|keeps its value|works out to|amounts to|comes out as|comes out to|adds up to|reads|has the value|have the value|contains';
const STARTS = 'starts|start|begins|begin|starting|beginning|started|began';
const AT = 'out at|out as|off at|off as|at|as|with|from|out with';
const ENDS =
  'ends up as|ends up at|ends up being|ends up|ends at|ends as|finishes at|finishes as|end up as|settles at';
const MOVES =
  'goes|rises|grows|increases|climbs|drops|falls|decreases|shrinks|changes|moves|jumps|shifts|sinks|advances|goes up|goes down|moves up|moves down|drops down|go|rise|grow|change|steps up|steps down';
const BRINGS =
  'reduce|knock|brings|bring|bringing|takes|take|taking|raises|raise|raising|bumps|bump|bumping|moves|move|moving|lowers|lowering|pushes|push|carries|sends|changes|change|changing|increases|increase|increasing|decreases|increments|drops|drop';
const LEAVES =
  'makes|make|making|leaves|leave|leaving|gives|give|giving|keeps|keep|keeping|means|yields|yielding';

function isPlainConstant(code: string): boolean {
  return exprOf(code)?.kind === 'Constant';
}

/** `'blue' gets 1` does not say that the string is 1. */
function isText(subject: Ref): boolean {
  const expr = 'code' in subject ? exprOf(subject.code) : null;
  return expr?.kind === 'Constant' && expr.value.type === 'str';
}

const UNITS =
  'elements|element|items|item|characters|character|letters|letter|entries|entry|values|words|numbers|digits';
/** Verbs that bring a new container into being. */
const MAKES =
  'make|create|prepare|set up|build|define|declare|initialise|initialize|start with|begin with|start from|begin from|start out with|have|use|get|open|start off with';

const ARROW = '→';

/** `total = 0 + 4 = 4`; comes before all others. */
export const CHAIN_RULE: Rule = rules(['<V:v>'], (c) => {
  const links = chain(c, 'v');
  return links.length < 2 ? null : value({ code: links[0]! }, links.slice(1), 'is');
})[0]!;

export const VALUE_RULES: readonly Rule[] = [
  // `9 % 2, which is 1`: of the code just before
  ...rules(
    [`<CODE:s> , (which|that) (<BE>|equals|gives|evaluates to|comes out as|comes to|works out to) <V:v>`],
    (c) => {
      const subject = c['s'] as string;
      return /^(?:Constant|List|Tuple|Dict|Set|UnaryOp)$/.test(exprOf(subject)?.kind ?? '')
        ? null
        : value({ code: subject }, chain(c, 'v'), 'is');
    },
  ),
  // `s[1] and s[0], that is 'b' and 'a'`
  ...rules([`<E:e> and <E:f> [,] (are|is|that is|which are|namely|i.e.) <V:v> and <V:w>`], (c) => [
    ...value(ref(c, 'e'), chain(c, 'v'), 'is'),
    ...value(ref(c, 'f'), chain(c, 'w'), 'is'),
  ]),
  ...rules(
    [
      `(sum|total|product|average|mean|maximum|minimum|difference|number) of [the|these|those|all|all the|both] [<NOUN>|<E>] <BE:be> <V:v>`,
    ],
    (c) => value({ loose: 'sum' }, chain(c, 'v'), 'is', !affirmed(c, 'be')),
  ),
  // `80.0 * (1 - 0.5), or 40.0`
  ...rules([`<CODE:s> , (or|i.e.|namely|that is|so) [,] <V:v>`], (c) => {
    const expr = exprOf(c['s'] as string);
    return expr?.kind === 'BinOp' || expr?.kind === 'Call'
      ? value({ code: c['s'] as string }, chain(c, 'v'), 'is')
      : null;
  }),
  // elements by their index
  ...rules(
    [
      `(element|item|value|character|number|letter|digit|entry|word) (at|in) (index|position) <V:i> (in|of) <E:e> <BE:be> <V:v>`,
      `index <V:i> (in|of) <E:e> <BE:be> <V:v>`,
    ],
    (c) => {
      const object = ref(c, 'e');
      return 'code' in object
        ? value({ code: `${object.code}[${last(c, 'i')}]` }, chain(c, 'v'), 'is', !affirmed(c, 'be'))
        : null;
    },
  ),
  ...rules(
    [
      `(element|item|value|character|number|letter|digit|entry|word) [there] (at|in) (index|position) <V:i> [,|<BE>] <V:v>`,
      `<V:v> (at|in) (index|position) <V:i>`,
    ],
    (c) =>
      /^\d+$/.test(last(c, 'i'))
        ? [{ kind: 'item', code: last(c, 'v'), nth: Number(last(c, 'i')) + 1, noun: null }]
        : null,
  ),
  ...rules([`<OWNER:o> (has|have|had|with) [only|just] <N:n> (${UNITS})`], (c) => {
    const owned = exprOf(c['o'] as string);
    const long = owned?.kind === 'Constant' ? owned.value.type === 'str' : owned?.kind === 'List';
    return long ? value({ code: `len(${c['o'] as string})` }, [String(c['n'] as number)], 'is') : null;
  }),
  ...rules(
    [
      `(~length|~size) [is|of|hits|reaches] <N:n>`,
      `(its|the) (~length|~size) <BE> <N:n>`,
      `(with|has|have|had) [only|just] <N:n> (${UNITS})`,
      `(list|string|it|word|which) (has|had) [only|just] <N:n> (${UNITS})`,
      `<BE> [only|just] <N:n> (${UNITS}) long`,
    ],
    (c) => value({ loose: 'length' }, [String(c['n'] as number)], 'is'),
  ),
  ...rules(
    [
      `<S:s> (is|starts|begins|starts out|starts off) [out] [as] (a copy|a duplicate|a shallow copy) of <E:e>`,
    ],
    (c) => {
      const from = ref(c, 'e');
      return 'code' in from ? value(ref(c, 's'), [from.code], 'is') : null;
    },
  ),
  ...rules([`copy <V:v> (into|to) <E:e>`], (c) => {
    const links = chain(c, 'v');
    return [
      ...(links.length > 1 ? value({ code: links[0]! }, links.slice(1), 'is') : []),
      ...value(ref(c, 'e'), links.slice(-1), 'becomes'),
    ];
  }),
  // `the input is words = ['a']`
  ...rules([`[the|our|its] <NOUN> (is|was|are|were) <CODE:s> = <V:v>`], (c) =>
    exprOf(c['s'] as string)?.kind === 'Name' ? value({ code: c['s'] as string }, chain(c, 'v'), 'is') : null,
  ),
  ...rules(['<S:s> (was|were) <V:v>', '<S:s> (used to be|had been) <V:v>'], (c) =>
    value(ref(c, 's'), chain(c, 'v'), 'was'),
  ),
  ...rules(
    [
      `<S:s> <BE:be> [the value of|the value|equal to|at|namely] <V:v>`,
      `<S:s> <BE:be> [a|an] (list|string|word|number|value) [of] <V:v>`,
    ],
    (c) => value(ref(c, 's'), chain(c, 'v'), 'is', !affirmed(c, 'be')),
  ),
  ...rules(
    [`<S:s> <BE:be> [both] (${SET}) [up|down|back] (to|as|at|with|equal to) [the value of|the value] <V:v>`],
    (c) => value(ref(c, 's'), chain(c, 'v'), 'becomes', !affirmed(c, 'be')),
  ),
  ...rules([`<S:s> <BE:be> (${SET}) to the <NTH> (<NOUN>|index|position) , <V:v>`], (c) =>
    value(ref(c, 's'), chain(c, 'v'), 'becomes', !affirmed(c, 'be')),
  ),
  ...rules(
    [
      `<S:s> <DO:do> (${BECOMES}) [the value of|the value] <V:v>`,
      `<S:s> <DO:do> (${MOVES}) [up|down|back|on|over|ahead|forward] to <V:v>`,
      `<S:s> = <V:v>`,
    ],
    (c) => value(ref(c, 's'), chain(c, 'v'), 'becomes', !affirmed(c, 'do')),
  ),
  ...rules(
    [
      `<S:s> <DO:do> (${IS}) [at] [the value of|the value|a value of] <V:v>`,
      `<S:s> <DO:do> (${ENDS}) <V:v>`,
      `<S:s> <DO:do> (${STARTS}) [life] (${AT}) [the value of|the value] <V:v>`,
    ],
    (c) => (isText(ref(c, 's')) ? null : value(ref(c, 's'), chain(c, 'v'), 'is', !affirmed(c, 'do'))),
  ),
  ...rules(
    [
      `<E:e> and <E:f> [both] (${STARTS}) (${AT}) <V:v>`,
      `(${SETS}) [both] <E:e> and <E:f> [both] (to|as|equal to) [the <NTH> <NOUN> [,]] <V:v>`,
      `<E:e> and <E:f> <BE> [both] (${SET}) (to|as|at|with) [the <NTH> <NOUN> [,]] <V:v>`,
      `<E:e> and <E:f> (are|become|are set to|are now|equal) [both] <V:v>`,
    ],
    (c) => [...value(ref(c, 'e'), chain(c, 'v'), 'is'), ...value(ref(c, 'f'), chain(c, 'v'), 'is')],
  ),
  ...rules([`<E:e> and <E:f> (are|become|are set to|are now) <V:v> and <V:w>`], (c) => [
    ...value(ref(c, 'e'), chain(c, 'v'), 'is'),
    ...value(ref(c, 'f'), chain(c, 'w'), 'is'),
  ]),
  ...rules(
    [
      `<S:e> (${MOVES}) [up|down] from <V:a> [up|down] to <V:v>`,
      `(${BRINGS}) <E:e> [up|down] from <V:a> [up|down] to <V:v>`,
      `<E:e> <BE> (${SET}) from <V:a> [up|down] to <V:v>`,
      `<E:e> going from <V:a> [up|down] to <V:v>`,
      `(count|counts|counting|run|runs|running|loop|loops|looping) <E:e> from <V:a> [up] (to|through) <V:v>`,
    ],
    (c) => [{ kind: 'change', subject: ref(c, 'e'), from: last(c, 'a'), chain: chain(c, 'v') }],
  ),
  ...rules([`(leave|keep) <E:e> (at|as|equal to) <V:v>`], (c) => value(ref(c, 'e'), chain(c, 'v'), 'is')),
  ...rules(
    [
      `(${SETS}) <E:e> [back|up|down] (to|equal to|=|as|at|with) [the value of|the value] <V:v>`,
      `<S:s> <BE> (assigned|given) <V:v>`,
      `<S:s> <BE> (computed|calculated|worked out) (as|to be) <V:v>`,
      `<S:s> <BE> (divided|multiplied) by <V:w> (to give|giving|which gives) <V:v>`,
      `(${SETS}) <E:e> <V:v>`,
      `[which|that|it|this] (${BRINGS}) <E:e> [back] [up|down] to <V:v>`,
      `(turns|turn|turning) <E:e> into <V:v>`,
      `[which|that|it|this] (${LEAVES}) <E:e> [at|as|equal to|be|to be|into] <V:v>`,
    ],
    (c) => value(ref(c, c['e'] === undefined ? 's' : 'e'), chain(c, 'v'), 'becomes'),
  ),
  // `with left at 0 and right at 3`, `left is set to 0 and right to 3`
  ...rules(
    [
      `with <E:e> (at|as|being|set to|equal to|starting at|starting as|starting from) <V:v>`,
      `and <E:e> (to|at|as|being|with) <V:v>`,
      `[with] <E:e> (${SET}) (to|as|at|with) <V:v>`,
      `[with] <E:e> (starting|beginning) (${AT}) <V:v>`,
    ],
    (c) => value(ref(c, 'e'), chain(c, 'v'), 'is'),
  ),
  // a result without a name
  ...rules(
    [
      `(giving|yielding|gives|yields|producing|produces|makes|making|leaving|leaves|obtaining|forming|reaching) [us|me|you] <V:v>`,
      `(get|gets|to get|and get|which gives|results in|resulting in|result in|end up with|ends up with) <V:v>`,
      `[that] (leads|lead|leading) to <V:v>`,
      `(becoming|making it|leaving it at|bringing it [up|down] to) <V:v>`,
      `(make|leave|bring|turn|take) (it|that|this|that one) [up|down] [at|to|into|as|equal to] <V:v>`,
    ],
    (c) => {
      const links = chain(c, 'v');
      const first = exprOf(links[0]!);
      if (
        links.length > 1 &&
        (first?.kind === 'Name' || first?.kind === 'Subscript' || first?.kind === 'Attribute')
      )
        return value({ code: links[0]! }, links.slice(1), 'becomes');
      return value({ loose: 'result' }, links, 'is');
    },
  ),
  ...rules(
    [
      `<CODE:a> ${ARROW} <CODE:b> [${ARROW} <CODE:c>] [${ARROW} <CODE:d>] [${ARROW} <CODE:e>] [${ARROW} <CODE:f>] [${ARROW} <CODE:g>] [${ARROW} <CODE:h>] [${ARROW} <CODE:i>]`,
    ],
    (c) => {
      const items = 'abcdefghi'
        .split('')
        .flatMap((name) => (c[name] === undefined ? [] : [c[name] as string]));
      // `3 < 5 → x = 1` says what follows from what
      const values = items.every((item) => !/^(?:Compare|BoolOp|Name)$/.test(exprOf(item)?.kind ?? ''));
      return values ? [{ kind: 'sequence', subject: null, items }] : null;
    },
  ),
  // how long, how many
  ...rules(
    [
      `<E:e> <DO:do> (has|have|contains|contain|holds|with) [a length of|length|size|a size of] [only|just] <N:n> [${UNITS}]`,
    ],
    (c) => {
      const object = ref(c, 'e');
      const n = [String(c['n'] as number)];
      return 'code' in object
        ? value({ code: `len(${object.code})` }, n, 'is', !affirmed(c, 'do'))
        : value({ loose: 'length' }, n, 'is', !affirmed(c, 'do'));
    },
  ),
  ...rules(
    [
      `<V:v> <BE> (stored|saved|put|kept|placed|recorded) (in|under|at|into|as) <E:e>`,
      `(store|stores|put|puts|save|saves|storing|putting|record|records) <V:v> (in|under|at|into) <E:e>`,
    ],
    (c) => {
      const object = ref(c, 'e');
      return 'code' in object && exprOf(object.code)?.kind === 'Name'
        ? [{ kind: 'mutate', verb: 'insert', item: { code: last(c, 'v') }, object, negated: false }]
        : value(object, chain(c, 'v'), 'becomes');
    },
  ),
  // `store 1 under 'a'`
  ...rules(
    [
      `(store|put|save|record|keep|file|enter) <V:v> (under|at|for) [the] [key|index|name|entry] <V:w>`,
      `<V:v> <BE> (stored|put|saved|recorded|kept|filed|entered) (under|at|for) [the] [key|index|name|entry] <V:w>`,
    ],
    (c) =>
      isPlainConstant(last(c, 'w'))
        ? [
            {
              kind: 'mutate',
              verb: 'insert',
              item: { code: last(c, 'v') },
              object: null,
              negated: false,
              key: last(c, 'w'),
            },
          ]
        : null,
  ),
  // elements that come up
  ...rules(
    [
      `<NTH:nth> <NOUN:n> [,|:|is|being|in] [itself] <V:v>`,
      `(the|our|its|with) <NTH:nth> [one] [is|being|,|:|comes|gets|up] <V:v>`,
      `<NTH:nth> (up|comes|is|to come) [is|:|,] <V:v>`,
    ],
    (c) => {
      const links = chain(c, 'v');
      if (links.length > 1) return value({ code: links[0]! }, links.slice(1), 'is');
      if (exprOf(links[0]!)?.kind === 'Name') return null;
      return [
        {
          kind: 'item',
          code: links[0]!,
          nth: c['nth'] as number | null,
          noun: (c['n'] as string | undefined) ?? null,
        },
      ];
    },
  ),
  // `the first element of a is 1`
  ...rules([`<NTH:nth> <NOUN:n> (of|in) <IN:e> [,] (<BE>|,|:) <V:v>`], (c) => {
    const [nth, code] = [c['nth'] as number | null, last(c, 'v')];
    if (nth === null || chain(c, 'v').length > 1 || exprOf(code)?.kind === 'Name') return null;
    const at = nth === -1 ? nth : nth - 1;
    return [
      { kind: 'item', code, nth, noun: null },
      ...value({ code: `${c['e'] as string}[${at}]` }, [code], 'is'),
    ];
  }),
  ...rules([`<NOUN:n> [of|,|is] <V:v>`], (c) => {
    const links = chain(c, 'v');
    if (links.length > 1 || exprOf(links[0]!)?.kind === 'Name') return null;
    return [{ kind: 'item', code: links[0]!, nth: null, noun: c['n'] as string }];
  }),
  ...rules(
    [
      `[the] [pair|tuple] <CODE:s> (is replaced by|is replaced with|turns into|is updated to|is now|becomes) <V:v> [, which is <V:w>]`,
    ],
    (c) => value({ code: c['s'] as string }, chain(c, 'v'), 'becomes'),
  ),
  ...rules(['<S:s> (there|here) <BE:be> <V:v>'], (c) =>
    value(ref(c, 's'), chain(c, 'v'), 'is', !affirmed(c, 'be')),
  ),
  // `an empty row`, `create an empty list called out`, `with row empty again`
  ...rules(
    [
      `[(it|we|i|you|function)] [(${MAKES})] <EMPTY:v> [in|called|named|for|,] <E:e>`,
      `[(${MAKES})] [a|an|the] [new|fresh] empty <E:e>`,
      `with <E:e> (empty|emptied) [again]`,
    ],
    (c) =>
      c['v'] === undefined
        ? [{ kind: 'relation', left: ref(c, 'e'), op: 'empty', right: { loose: '' }, truth: true }]
        : value(ref(c, 'e'), chain(c, 'v'), 'is'),
  ),
  // `two empty lists, evens and odds`, `evens and odds start empty`
  ...rules(
    [
      `(two|both) [new] empty (lists|dictionaries|dicts|strings|sets) [,|:|called|named] <E:e> and <E:f>`,
      `[both] <E:e> and <E:f> [both] (start|begin|be|start out|start off) [out|off] [both|initially] [as] empty [lists|dictionaries|dicts|strings|sets]`,
      `<E:e> and <E:f> , [both|which are both|two] [initially] empty [lists|dictionaries|dicts|strings|sets]`,
    ],
    (c) =>
      ['e', 'f'].map((name) => ({
        kind: 'relation',
        left: ref(c, name),
        op: 'empty',
        right: { loose: '' },
        truth: true,
      })),
  ),
  // `both lists start empty`: the two that come next
  ...[
    ['lists', '[]'],
    ['dictionaries', '{}'],
    ['dicts', '{}'],
    ['strings', "''"],
    ['sets', 'set()'],
  ].flatMap(([noun, empty]) =>
    rules([`(both|two|the two) ${noun!} (start|begin|be) [out|off] [initially] empty`], () => [
      ...value({ loose: 'result' }, [empty!], 'is'),
      ...value({ loose: 'result' }, [empty!], 'is'),
    ]),
  ),
  ...rules(
    [
      `(both|the two) (counters|variables|values|indices|indexes|numbers|totals) (start|begin|be|are set) [out|off] [at|to|as|from|with] <V:v>`,
    ],
    (c) => [
      ...value({ loose: 'result' }, chain(c, 'v'), 'is'),
      ...value({ loose: 'result' }, chain(c, 'v'), 'is'),
    ],
  ),
  // `a mean of 5.0`
  ...rules([`(a|an) [new|final|starting|initial] <E:e> of <V:v>`], (c) => {
    const subject = ref(c, 'e');
    return 'code' in subject && exprOf(subject.code)?.kind === 'Name'
      ? value(subject, chain(c, 'v'), 'is')
      : null;
  }),
  ...rules(
    [
      `(rounding|round) <V:w> to (one|1) decimal [place|digit] (leaves it unchanged|changes nothing|does not change it)`,
    ],
    (c) => value({ code: `round(${last(c, 'w')}, 1)` }, [last(c, 'w')], 'is'),
  ),
  ...rules(
    [`<S:e> <DO:do> (get|receive|gain|pick up|take in) [another|a|the|also|the value of|the value] <V:v>`],
    (c) => {
      const subject = ref(c, 'e');
      const said = value(subject, chain(c, 'v'), 'is', !affirmed(c, 'do'));
      if (isText(subject)) return null;
      // `row gets 1`: it is given to it, or put into it
      return affirmed(c, 'do') && said.length === 1 && said[0]!.kind === 'value' && 'code' in subject
        ? [{ ...said[0], put: true }]
        : said;
    },
  ),
  ...rules(
    [
      '<EMPTY> [in|called|named|,] <E:e> = <V:v>',
      '<EMPTY:v> [in|called|named|,] <E:e>',
      '<V:v> (called|named) <E:e>',
    ],
    (c) => value(ref(c, 'e'), chain(c, 'v'), 'is'),
  ),
  ...rules(['there (is|are|was|were) [still] <N:n> <CODE:e>'], (c) => [
    { kind: 'item', code: String(c['n'] as number), nth: null, noun: c['e'] as string },
  ]),
  ...rules(['there <BE> [still] <N:n> [of them|<NOUN>]', '<N:n> <NOUN>'], (c) => [
    ...value({ loose: 'amount' }, [String(c['n'] as number)], 'is'),
  ]),
  // `67 cents`, `three words`
  ...rules([`<N:n> <CODE:e>`], (c) => {
    const name = exprOf(c['e'] as string);
    return name?.kind !== 'Name'
      ? null
      : [{ kind: 'item', code: String(c['n'] as number), nth: null, noun: name.id }];
  }),
  ...rules([`<E:e> (goes|takes the values|takes|takes on|runs through|goes through) <L:l>`], (c) => {
    const items = c['l'] as readonly string[];
    const subject = ref(c, 'e');
    const kinds = new Set(items.map((item) => /^['"]/.test(item)));
    if (kinds.size > 1) return null;
    return items.length < 2 || !('code' in subject)
      ? null
      : [{ kind: 'sequence', subject: subject.code, items }];
  }),
];
