// What expressions of each type can be made of. In a template `{T}` is an expression of type T; `{T+v}` one that may
// use the variable `v`, which `bind` gives a type and the generator a name; `{v}` is that name. Templates in a text
// are separated by `¦` and line breaks. Data only.
import type { Type } from './scope.ts';

export interface Template {
  readonly text: string;
  readonly bind?: Readonly<Record<string, Type>>;
}

const items = (text: string): string[] =>
  text
    .split(/[¦\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
const plain = (text: string): Template[] => items(text).map((item) => ({ text: item }));
const bound = (text: string, bind: Readonly<Record<string, Type>>): Template => ({ text, bind });

/** Literals of each type; `n` are small numbers that are no danger as sizes. */
export const LITERALS: Readonly<Record<Type, readonly string[]>> = {
  I: items(String.raw`
    0 ¦ 1 ¦ 2 ¦ 3 ¦ -1 ¦ 7 ¦ 10 ¦ -5 ¦ 255 ¦ 1000003 ¦ 2**53 ¦ 10**20 ¦ -(10**18)
  `),
  n: items(String.raw`
    0 ¦ 1 ¦ 2 ¦ 3 ¦ 4
  `),
  F: items(String.raw`
    0.0 ¦ 1.5 ¦ -2.25 ¦ 0.1 ¦ 1e16 ¦ 1e-7 ¦ 3.14159 ¦ -0.0 ¦ 2.5 ¦ float('inf')
  `),
  S: items(String.raw`
    '' ¦ 'a' ¦ 'abc' ¦ 'Hello World' ¦ 'x,y,,z' ¦ 'äß€😀' ¦ "it's" ¦ '  pad ' ¦ '0042' ¦ 'aXbXc'
  `),
  B: items(String.raw`
    True ¦ False
  `),
  Y: items(String.raw`
    b'' ¦ b'abc' ¦ bytes([0, 255]) ¦ b'a,b'
  `),
  LI: items(String.raw`
    [] ¦ [1, 2, 3] ¦ [5, -1, 5, 0] ¦ [3, 1, 2, 2]
  `),
  LS: items(String.raw`
    ['b', 'a', 'c'] ¦ [] ¦ ['x', 'yy', 'x', '']
  `),
  LL: items(String.raw`
    [[1], [2, 3], []] ¦ [[0] * 2 for _ in range(2)] ¦ []
  `),
  LT: items(String.raw`
    [(2, 'b'), (1, 'a'), (2, 'a')] ¦ []
  `),
  DI: items(String.raw`
    {} ¦ {'a': 1, 'b': 2} ¦ {'z': 26, 'a': 0, 'm': 13}
  `),
  DN: items(String.raw`
    {} ¦ {1: 'one', 2: 'two'} ¦ {0: '', -1: 'neg', True: 't'}
  `),
  DL: items(String.raw`
    {'a': [1], 'b': []} ¦ {}
  `),
  SI: items(String.raw`
    set() ¦ {1, 2, 3} ¦ {8, 0, 16, 1} ¦ {-1, -2, 5} ¦ {16, 12, 13, 14, 15}
  `),
  T: items(String.raw`
    (1, 'a') ¦ (-3, 'zz')
  `),
  O: items(String.raw`
    None ¦ 4
  `),
  FN: items(String.raw`
    abs ¦ lambda q: q + 1 ¦ lambda q, k=3: q * k ¦ int ¦ lambda *q: len(q)
  `),
  Q: items(String.raw`
    deque([1, 2, 3]) ¦ deque() ¦ deque([4, 5, 6], maxlen=3)
  `),
};

export const TEMPLATES: Readonly<Record<Type, readonly Template[]>> = {
  I: [
    ...plain(String.raw`
      {I} + {I} ¦ {I} - {I} ¦ {I} * {I} ¦ {I} // {I} ¦ {I} % {I} ¦ ({I}) ** {n} ¦ -{I} ¦ ~{I} ¦ {I} & {I}
      {I} | {I} ¦ {I} ^ {I} ¦ ({I}) << {n} ¦ ({I}) >> {n} ¦ abs({I}) ¦ len({S}) ¦ len({LI}) ¦ len({DI})
      sum({LI}) ¦ min({I}, {I}) ¦ max({LI}, default={I}) ¦ max({I}, {I}, {I}) ¦ int({B}) ¦ ord({S}[0])
      {LI}[{I}] ¦ {LI}[-1] ¦ {DI}[{S}] ¦ {DI}.get({S}, {I}) ¦ {S}.count({S}) ¦ {S}.find({S}) ¦ len({SI})
      {LI}.index({I}) ¦ {LI}.count({I}) ¦ ({I} if {B} else {I}) ¦ divmod({I}, {I})[0] ¦ round({F})
      int({F}) ¦ int({S}) ¦ int({S}, 16) ¦ ({O} or {I}) ¦ {T}[0] ¦ ({FN})({I}) ¦ pow({I}, {n}, 97)
      hash({I}) ¦ math.gcd({I}, {I}) ¦ math.isqrt(abs({I})) ¦ math.comb({n}, {n}) ¦ math.floor({F})
      bisect.bisect_left({LI}, {I}) ¦ functools.reduce(lambda p, q: p * 2 + q, {LI}, {I})
      Counter({S}).total() ¦ {I}.bit_length() ¦ {LI}.pop() ¦ next(iter({LI})) ¦ next(iter({LI}), {I})
      {DI}.pop({S}, {I}) ¦ {DI}.setdefault({S}, {I}) ¦ {Y}[{n}] ¦ {Q}[0] ¦ {Q}.popleft() ¦ len({Q})
      sum(map(len, {LS})) ¦ sum(1 for _ in {LL}) ¦ operator.mul({I}, {n}) ¦ {SI}.pop()
      heapq.nsmallest(2, {LI})[0] ¦ len(str({I})) ¦ len({Y}) ¦ (not {B}) + {B}
      min({LS}, key=len).count("a")
    `),
    bound('sum({I+v} for {v} in {LI})', { v: 'I' }),
    bound('max(({I+v} for {v} in {LI} if {B+v}), default={I})', { v: 'I' }),
    bound('(lambda {v}, {w}=2: {I+vw})({I})', { v: 'I', w: 'I' }),
    bound('({v} := {I}) + {I+v}', { v: 'I' }),
    bound('len([{v} for {v} in {LS} if {B+v}])', { v: 'S' }),
    bound('min({LI}, key=lambda {v}: {I+v})', { v: 'I' }),
  ],
  F: [
    ...plain(String.raw`
      {F} + {F} ¦ {F} - {I} ¦ {F} * {F} ¦ {I} / {I} ¦ {F} // {F} ¦ {F} % {F} ¦ float({I}) ¦ abs({F})
      -{F} ¦ round({F}, {n}) ¦ max({F}, {F}) ¦ sum([{F}, {F}]) ¦ ({F} if {B} else {F})
      math.sqrt(abs({F})) ¦ math.hypot({n}, {n}) ¦ float({S}) ¦ math.fsum([{F}, {F}, {F}]) ¦ {I} * {F}
      ({F}) ** {n} ¦ math.pi * {F} ¦ divmod({F}, {F})[1] ¦ sum({LI}) / len({LI})
    `),
  ],
  S: [
    ...plain(String.raw`
      {S} + {S} ¦ {S} * {n} ¦ str({I}) ¦ str({F}) ¦ repr({S}) ¦ repr({LI}) ¦ str({DI}) ¦ {S}.upper()
      {S}.title() ¦ {S}.strip() ¦ {S}.replace({S}, {S}, {n}) ¦ {S}[{I}] ¦ {S}[{O}:{O}] ¦ {S}[::-1]
      {S}[{O}::2] ¦ ','.join({LS}) ¦ {S}.join({LS}) ¦ {S}.center({n}, "*") ¦ {S}.zfill({n}) ¦ {S}.rjust(6)
      chr(97 + abs({I}) % 26) ¦ hex({I}) ¦ bin({I}) ¦ f'{{{I}}}' ¦ f'{{{I}:05d}}|{{{F}:.3f}}|{{{S}!r:>8}}'
      f'{{{I}=}} {{{S}}}' ¦ f'{{{LI}}} {{{T}}}' ¦ f'{{{F}:,.2f}}{{{I}:+x}}' ¦ '%d-%s' % ({I}, {S})
      '%5.2f|%r' % ({F}, {S}) ¦ '{} {!r}'.format({I}, {S}) ¦ '{0:>{1}}'.format({S}, {n})
      ({S} if {B} else {S}) ¦ {DN}[{I}] ¦ {DN}.get({I}, {S}) ¦ {T}[1] ¦ {LS}[{I}] ¦ min({LS}, default={S})
      max({LS}, key=len) ¦ {S}.partition({S})[2] ¦ {S}.casefold().swapcase() ¦ {S}.lstrip("a ")
      {S}.removeprefix({S}) ¦ ({S} and {S}) ¦ string.ascii_lowercase[{n}] ¦ ascii({S}) ¦ json.dumps({DI})
      json.dumps({LI}, indent={n}) ¦ json.dumps([{S}, {F}, {B}, {O}]) ¦ re.sub("[aeiou]", "_", {S})
      format({F}, ".2e") ¦ str({SI}) ¦ repr({Q}) ¦ str({B}) ¦ str({O}) ¦ repr({Y})
      "".join(reversed({S})) ¦ "".join(sorted({S})) ¦ type({I}).__name__ ¦ str({LL}) ¦ repr({DL})
      str({LT}) ¦ {S}.expandtabs({n}) ¦ {Y}.hex() ¦ {S}.translate({{97: "Z"}})
    `),
    bound("''.join({S+v} for {v} in {S})", { v: 'S' }),
    bound("' '.join(f'{{{v}}}:{{{I+v}}}' for {v} in {LI})", { v: 'I' }),
    bound("' '.join(sorted({LS}, key=lambda {v}: {T+v}))", { v: 'S' }),
  ],
  B: [
    ...plain(String.raw`
      {I} < {I} ¦ {I} == {I} ¦ {I} <= {I} < {I} ¦ {S} < {S} ¦ {F} >= {I} ¦ {I} in {LI} ¦ {S} in {S}
      {S} in {DI} ¦ not {B} ¦ {B} and {B} ¦ {B} or {B} ¦ {LI} == {LI} ¦ {T} < {T} ¦ {SI} <= {SI}
      {I} not in {SI} ¦ {O} is None ¦ {O} is not None ¦ bool({LI}) ¦ all({LI}) ¦ any({LI})
      {S}.startswith({S}) ¦ {S}.isdigit() ¦ {S}.isalpha() ¦ {S}.endswith(("a", {S}))
      isinstance({O}, int) ¦ isinstance({I}, (str, float)) ¦ {DI} == {DI} ¦ {LI} < {LI} ¦ {I} == {F}
      callable({FN}) ¦ {SI}.isdisjoint({LI}) ¦ {I} > {F} > {I} ¦ {T} in {LT} ¦ {Y} < {Y} ¦ {SI} == {SI}
      bool({S}) ¦ re.match("a+", {S}) is not None ¦ {Q} == {Q}
    `),
    bound('any({B+v} for {v} in {LI})', { v: 'I' }),
    bound('all({B+v} for {v} in {LS})', { v: 'S' }),
  ],
  Y: [
    ...plain(String.raw`
      {S}.encode() ¦ bytes({LI}) ¦ {Y} + {Y} ¦ {Y}[{O}:{O}] ¦ {Y} * {n} ¦ {Y}.upper() ¦ bytes({n})
      {Y}.replace(b"a", {Y})
    `),
  ],
  LI: [
    ...plain(String.raw`
      [{I}, {I}] ¦ [{I}] ¦ {LI} + {LI} ¦ {LI} * {n} ¦ list(range({n})) ¦ list(range({I}, {I}, -3))[:9]
      sorted({LI}) ¦ {LI}[{O}:{O}] ¦ {LI}[::-1] ¦ list(reversed({LI})) ¦ sorted({LI}, reverse={B})
      list(map({FN}, {LI})) ¦ list({SI}) ¦ sorted({SI}) ¦ {LI}.copy() ¦ list({DI}.values())
      [*{LI}, {I}, *{SI}] ¦ [len({S}), {I}] ¦ list(filter(None, {LI})) ¦ list(itertools.accumulate({LI}))
      {LL}[{n}] ¦ list(itertools.chain({LI}, {LI})) ¦ heapq.nlargest({n}, {LI}) ¦ list({Q}) ¦ list({Y})
      list({DN}) ¦ ({LI} if {B} else {LI}) ¦ {DL}[{S}] ¦ {DL}.get({S}, []) ¦ [ord(q) for q in {S}]
      list(itertools.islice(itertools.count({I}, 3), {n})) ¦ copy.copy({LI}) ¦ sum({LL}, [])
      list(itertools.takewhile(lambda q: q < 3, {LI})) ¦ list(itertools.repeat({I}, {n}))
      {LI}[{O}:{O}:2] ¦ list(dict.fromkeys({LI})) ¦ list(map(operator.add, {LI}, {LI}))
      [int(q) for q in re.findall("[0-9]+", {S})] ¦ list(Counter({LI}).values())
      [q for r in {LL} for q in r]
    `),
    bound('[{I+v} for {v} in {LI}]', { v: 'I' }),
    bound('[{I+v} for {v} in range({n}) if {B+v}]', { v: 'I' }),
    bound('[{I+vw} for {v} in {LI} for {w} in {LI}[:3]]', { v: 'I', w: 'I' }),
    bound('sorted({LI}, key=lambda {v}: {I+v})', { v: 'I' }),
    bound('[{I+vw} for {v}, {w} in enumerate({LS})]', { v: 'I', w: 'S' }),
    bound('[{v} for {v}, {w} in sorted({LT}) if {B+vw}]', { v: 'I', w: 'S' }),
    bound('[{v} + {I+v} for {v} in {SI}]', { v: 'I' }),
    bound('[{I+v} for {v} in {Q}]', { v: 'I' }),
  ],
  LS: [
    ...plain(String.raw`
      [{S}, {S}] ¦ {S}.split() ¦ {S}.split(",") ¦ sorted({LS}) ¦ list({DI}) ¦ list({S}) ¦ {LS} + {LS}
      {LS}[{O}:{O}] ¦ sorted({DI}) ¦ list(map(str, {LI})) ¦ [str({I}), {S}] ¦ sorted({LS}, key=len)
      {S}.splitlines() ¦ list({DN}.values()) ¦ re.split("[, ]", {S})
      sorted({LS}, key=str.lower, reverse=True) ¦ list(map(str.upper, {LS}))
      [q[0] for q in Counter({S}).most_common({n})] ¦ re.findall("[a-c]+", {S})
    `),
    bound('[{S+v} for {v} in {LI}]', { v: 'I' }),
    bound('[{S+v} for {v} in {LS} if {B+v}]', { v: 'S' }),
    bound('[{S+vw} for {v}, {w} in {DI}.items()]', { v: 'S', w: 'I' }),
  ],
  LL: [
    ...plain(String.raw`
      [{LI}, {LI}] ¦ [{LI}] ¦ {LL} + [{LI}] ¦ list({DL}.values()) ¦ [list(q) for q in zip({LI}, {LI})]
      copy.deepcopy({LL}) ¦ sorted({LL}) ¦ [list(q) for q in itertools.combinations({LI}[:4], 2)]
      [sorted(g) for _, g in itertools.groupby({LI})] ¦ {LL}[::-1] ¦ [{LI}] * {n}
    `),
    bound('[{LI+v} for {v} in {LI}[:3]]', { v: 'I' }),
    bound('[[{I+vw} for {v} in range(2)] for {w} in range({n})]', { v: 'I', w: 'I' }),
  ],
  LT: [
    ...plain(String.raw`
      [{T}, {T}] ¦ list(enumerate({LS})) ¦ list(zip({LI}, {LS})) ¦ sorted({LT}) ¦ list({DN}.items())
      {LT} + [{T}] ¦ sorted({LT}, key=lambda q: q[1])
      sorted({LT}, key=operator.itemgetter(1), reverse=True) ¦ list(zip({LI}, {S}, strict=False))
      list(itertools.product({LI}[:2], {S}[:2]))
    `),
    bound('[({I+v}, {v}) for {v} in {LS}]', { v: 'S' }),
  ],
  DI: [
    ...plain(String.raw`
      {{{S}: {I}}} ¦ {{{S}: {I}, **{DI}}} ¦ dict(zip({LS}, {LI})) ¦ {DI} | {DI}
      dict(sorted({DI}.items())) ¦ dict(Counter({S})) ¦ {DI}.copy() ¦ dict(a={I}, b={I})
      dict(Counter({S}) + Counter({S})) ¦ dict.fromkeys({LS}, {I}) ¦ ({DI} if {B} else {DI})
      json.loads(json.dumps({DI}))
    `),
    bound('{{{v}: {I+v} for {v} in {LS}}}', { v: 'S' }),
    bound('{{{v}: {I+vw} for {v}, {w} in {DI}.items() if {B+vw}}}', { v: 'S', w: 'I' }),
    bound('dict(sorted({DI}.items(), key=lambda {v}: -{v}[1]))', { v: 'X' }),
  ],
  DN: [
    ...plain(String.raw`
      {{{I}: {S}}} ¦ dict({LT}) ¦ {DN} | {DN} ¦ dict(enumerate({LS})) ¦ {{{I}: {S}, **{DN}}}
      OrderedDict({DN})
    `),
    bound('{{{w}: {v} for {v}, {w} in {DI}.items()}}', { v: 'S', w: 'I' }),
  ],
  DL: [
    ...plain(String.raw`
      {{{S}: {LI}}} ¦ {{{S}: {LI}, **{DL}}} ¦ defaultdict(list, {DL}) ¦ dict(zip({LS}, {LL}))
      copy.deepcopy({DL})
    `),
    bound('{{{v}: {LI+v} for {v} in {LS}}}', { v: 'S' }),
  ],
  SI: [
    ...plain(String.raw`
      set({LI}) ¦ {{{I}, {I}}} ¦ {SI} | {SI} ¦ {SI} & {SI} ¦ {SI} - {SI} ¦ {SI} ^ {SI} ¦ {SI}.union({LI})
      set({DN}) ¦ {{*{LI}, {I}}} ¦ {SI}.difference({LI}) ¦ set(range({n})) ¦ {SI}.copy()
      set(map(abs, {LI})) ¦ {SI}.symmetric_difference({LI}) ¦ {SI}.intersection({LI}, {SI})
    `),
    bound('{{{I+v} for {v} in {LI}}}', { v: 'I' }),
  ],
  T: [
    ...plain(String.raw`
      ({I}, {S}) ¦ min({LT}) ¦ {LT}[{I}] ¦ max({LT}, key=lambda q: q[1]) ¦ ({T} if {B} else {T})
      next(iter({DN}.items())) ¦ {LT}.pop()
    `),
  ],
  O: [
    ...plain(String.raw`
      {I} ¦ None ¦ {DI}.get({S}) ¦ ({I} if {B} else None) ¦ {O} ¦ next(iter({LI}), None)
    `),
  ],
  FN: [
    ...plain(String.raw`
      functools.partial(pow, {n}) ¦ functools.partial(max, {I}) ¦ operator.neg ¦ int ¦ abs ¦ {LI}.count
      (lambda: {I}).__call__ and abs
    `),
    bound('lambda {v}: {I+v}', { v: 'I' }),
    bound('lambda {v}, *{w}: {I+v}', { v: 'I', w: 'X' }),
  ],
  Q: [
    ...plain(String.raw`
      deque({LI}) ¦ deque({LI}, maxlen=3) ¦ {Q} + deque({LI}) ¦ deque(reversed({LI})) ¦ {Q}.copy()
      deque(range({n})) ¦ {Q} * {n}
    `),
  ],
};
