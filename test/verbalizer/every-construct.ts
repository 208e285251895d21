// The smallest programs that use each node kind, builtin and method, with what a story of each must say.
export interface Spoken {
  readonly source: string;
  readonly call: string;
  /** What a text in either style says of it. */
  readonly words: RegExp;
}

/** A function body on one line or more, called without arguments. */
function f(body: string, words: RegExp, before = ''): Spoken {
  const lines = body.split('\n').map((line) => `    ${line}\n`);
  return { source: `${before}def f():\n${lines.join('')}`, call: 'f()', words };
}

const POINT = 'class P:\n    def __init__(self, x):\n        self.x = x\n';

export const NODES: Readonly<Record<string, Spoken>> = {
  Module: { source: 'x = 3\n', call: 'x', words: /x .*3/ },
  FunctionDef: f('return 1', /[Ff]\b.* 1/),
  Params: { source: 'def f(a):\n    return a\n', call: 'f(5)', words: /a = 5/ },
  Param: { source: 'def f(a):\n    return a\n', call: 'f(5)', words: /a = 5/ },
  Keyword: { source: 'def f(a):\n    return a\n', call: 'f(a=5)', words: /a = 5/ },
  ClassDef: f('return P(4).x', /new P|make P|of P/i, POINT),
  Return: f('return 1', /return/i),
  Delete: f('xs = [1, 2]\ndel xs[0]\nreturn xs', /delet|drop|remov|del /i),
  Assign: f('x = 8\nreturn x', /x .*8/),
  AugAssign: f('x = 8\nx += 1\nreturn x', /8 \+ 1 = 9/),
  AnnAssign: f('x: int = 8\nreturn x', /x .*8/),
  For: f('for i in [4, 5]:\n    x = i\nreturn x', /i .*4 and 5|[Ll]oop/),
  While: f('n = 2\nwhile n > 0:\n    n -= 1\nreturn n', /loop/i),
  If: f('x = 2\nif x > 1:\n    x = 9\nreturn x', /2 > 1|greater than|exceeds|above/),
  With: f(
    'with C() as c:\n    x = c\nreturn x',
    /c .*6/,
    'class C:\n    def __enter__(self):\n        return 6\n    def __exit__(self, a, b, c):\n        return False\n',
  ),
  WithItem: f(
    'with C() as c:\n    x = c\nreturn x',
    /__enter__/,
    'class C:\n    def __enter__(self):\n        return 6\n    def __exit__(self, a, b, c):\n        return False\n',
  ),
  Match: f('x = 2\nmatch x:\n    case 2:\n        x = 5\nreturn x', /match|fit/i),
  MatchCase: f('x = 2\nmatch x:\n    case 2:\n        x = 5\nreturn x', /match|fit/i),
  MatchValue: f('x = 2\nmatch x:\n    case 2:\n        x = 5\nreturn x', /(match|fit|[Cc]ase).* 2/),
  MatchSingleton: f('x = None\nmatch x:\n    case None:\n        x = 5\nreturn x', /(match|fit).*None/),
  MatchSequence: f('x = [1, 2]\nmatch x:\n    case [a, b]:\n        x = a\nreturn x', /\[a, b\]/),
  MatchMapping: f("x = {'k': 1}\nmatch x:\n    case {'k': v}:\n        x = v\nreturn x", /\{'k': v\}/),
  MatchClass: f('x = 2\nmatch x:\n    case int():\n        x = 5\nreturn x', /int\(\)/),
  MatchStar: f('x = [1, 2]\nmatch x:\n    case [a, *b]:\n        x = b\nreturn x', /\[a, \*b\]/),
  MatchAs: f(
    'x = 2\nmatch x:\n    case y:\n        x = y\nreturn x',
    /pattern y|y matches|matches y|case y/i,
  ),
  MatchOr: f('x = 2\nmatch x:\n    case 1 | 2:\n        x = 5\nreturn x', /1 \| 2/),
  Raise: f("raise ValueError('bad')", /raise|throw/i),
  Try: f("try:\n    x = int('q')\nexcept ValueError:\n    x = 0\nreturn x", /caught|catch|handler|except/i),
  ExceptHandler: f(
    "try:\n    x = int('q')\nexcept ValueError as e:\n    x = str(e)\nreturn x",
    /ValueError as e/,
  ),
  Assert: f('x = 1\nassert x == 2', /assert/i),
  Import: f('import math\nreturn math.sqrt(9)', /math\.sqrt\(9\)/),
  ImportFrom: f('from math import sqrt\nreturn sqrt(9)', /sqrt\(9\)/),
  Alias: f('from math import sqrt as s\nreturn s(9)', /s\(9\)/),
  Global: f('global n\nn = 2\nreturn n', /n .*2/, 'n = 1\n'),
  Nonlocal: f('n = 1\ndef g():\n    nonlocal n\n    n = 2\ng()\nreturn n', /n .*2/),
  Expr: f('xs = []\nxs.append(4)\nreturn xs', /4/),
  Pass: f('x = 1\nif x:\n    pass\nreturn x', /pass|nothing to do/i),
  Break: f('for i in [1, 2]:\n    break\nreturn i', /break|stop here|leave the loop/i),
  Continue: f('for i in [1, 2]:\n    continue\nreturn i', /continue|next|rest of the round/i),
  BoolOp: f('x = 0 or 7\nreturn x', /0 or 7/),
  NamedExpr: f('if (n := 4) > 3:\n    return n', /n .*4/),
  BinOp: f('x = 2\nreturn x * 3', /2 \* 3/),
  UnaryOp: f('x = 2\nreturn -x', /-x|-2/),
  Lambda: f('return sorted([2, 1], key=lambda v: -v)', /-v/),
  IfExp: f('x = 2\ny = 7 if x > 1 else 8\nreturn y', /2 > 1|than 1|exceeds 1|above 1/),
  Dict: f("d = {'a': 1}\nreturn d", /\{'a': 1\}/),
  Set: f('s = {1}\nreturn s', /\{1\}/),
  List: f('s = [1]\nreturn s', /\[1\]/),
  Tuple: f('s = (1, 2)\nreturn s', /\(1, 2\)/),
  ListComp: f('return [v * 3 for v in [1, 2]]', /3 and 6/),
  SetComp: f('return {v * 3 for v in [1, 2]}', /3 and 6/),
  DictComp: f('return {v: v * 3 for v in [1, 2]}', /3 and 6/),
  GeneratorExp: f('return sum(v * 3 for v in [1, 2])', /3 and 6/),
  Comprehension: f('return [v for v in [1, 2, 3] if v > 1]', /v > 1.* 2 and 3/),
  Yield: f('return list(g())', /yield|hands out|next value/i, 'def g():\n    yield 4\n'),
  YieldFrom: f('return list(g())', /yield|hands out|next value/i, 'def g():\n    yield from [4]\n'),
  Compare: f('x = 2\nreturn x < 3', /2 < 3/),
  Call: f('return len([1, 2])', /len\(\[1, 2\]\)/),
  JoinedStr: f("n = 4\nreturn f'n={n}'", /n=4/),
  FormattedValue: f("n = 4\nreturn f'{n:03}'", /004/),
  Constant: f('x = 5\nreturn x', /5/),
  Attribute: f('p = P(4)\nreturn p.x', /p\.x|self\.x/, POINT),
  Subscript: f('xs = [6, 7]\nreturn xs[1]', /xs\[1\]/),
  Slice: f('xs = [6, 7]\nreturn xs[1:]', /xs\[1:\]/),
  Starred: f('a, *b = [1, 2, 3]\nreturn b', /b = \[2, 3\]/),
  Name: f('x = 5\nreturn x', /x/),
};

/** An expression that calls a builtin, told as the working of a returned value. */
function e(expression: string, words?: RegExp): Spoken {
  const name = /(\w+)\(/.exec(expression)![1]!;
  return f(`return ${expression}`, words ?? new RegExp(`\\b${name}\\(`));
}

export const BUILTINS: Readonly<Record<string, Spoken>> = {
  print: f("print('hi')", /'hi'/),
  input: e('input()', /input\(\)/),
  ascii: e("ascii('é')"),
  repr: e("repr('a')"),
  hash: e('hash(5)'),
  len: e('len([1, 2])'),
  callable: e('callable(len)'),
  format: e("format(3, '03')"),
  getattr: f("p = P(4)\nreturn getattr(p, 'x')", /getattr\(/, POINT),
  hasattr: f("p = P(4)\nreturn hasattr(p, 'x')", /hasattr\(/, POINT),
  setattr: f("p = P(4)\nsetattr(p, 'x', 9)\nreturn p.x", /9/, POINT),
  delattr: f("p = P(4)\ndelattr(p, 'x')\nreturn hasattr(p, 'x')", /hasattr/, POINT),
  vars: f('p = P(4)\nreturn vars(p)', /vars\(/, POINT),
  isinstance: e('isinstance(3, int)'),
  issubclass: e('issubclass(bool, int)'),
  all: e('all([1, 0])'),
  any: e('any([1, 0])'),
  sum: e('sum([1, 2])'),
  sorted: e('sorted([2, 1])'),
  min: e('min(2, 1)'),
  max: e('max(2, 1)'),
  iter: f('it = iter([5])\nreturn next(it)', /iter\(/),
  next: f('it = iter([5])\nreturn next(it)', /next\(/),
  abs: e('abs(-3)'),
  divmod: e('divmod(7, 2)'),
  pow: e('pow(2, 5)'),
  round: e('round(2.5)'),
  bin: e('bin(5)'),
  complex: e('complex(1, 2)'),
  oct: e('oct(9)'),
  hex: e('hex(255)'),
  chr: e('chr(65)'),
  ord: e("ord('a')"),
  bool: e('bool([])'),
  bytes: e("bytes('a', 'utf-8')"),
  dict: e('dict(a=1)'),
  enumerate: e("list(enumerate('a'))", /enumerate\(/),
  filter: e('list(filter(None, [1, 0]))', /filter\(/),
  float: e("float('2.5')"),
  frozenset: e('len(frozenset([1]))', /frozenset\(/),
  int: e("int('12')"),
  list: e("list('ab')"),
  map: e("list(map(int, ['1']))", /map\(/),
  range: e('list(range(3))', /range\(/),
  reversed: e('list(reversed([1, 2]))', /reversed\(/),
  set: e('set([1])'),
  slice: f('xs = [1, 2, 3]\ns = slice(1)\nreturn xs[s]', /slice\(/),
  str: e('str(12)'),
  tuple: e('tuple([1])'),
  type: e('type(3) is int', /type\(/),
  zip: e("list(zip([1], 'a'))", /zip\(/),
  super: f(
    'return Q(3).x',
    /P\.__init__/,
    `${POINT}class Q(P):\n    def __init__(self, x):\n        super().__init__(x + 1)\n`,
  ),
  object: f('return isinstance(3, object)', /object/),
  property: f('return S().two', /S\.two/, 'class S:\n    @property\n    def two(self):\n        return 2\n'),
  classmethod: f(
    'return S.two()',
    /S\.two/,
    'class S:\n    @classmethod\n    def two(cls):\n        return 2\n',
  ),
  staticmethod: f(
    'return S.two()',
    /S\.two/,
    'class S:\n    @staticmethod\n    def two():\n        return 2\n',
  ),
  Ellipsis: f('x = Ellipsis\nreturn x is ...', /Ellipsis/),
  NotImplemented: f('x = NotImplemented\nreturn x is None', /NotImplemented/),
};

/** Builtins that Primer refuses by name: no run can speak of them. */
export const UNSPOKEN_BUILTINS: readonly string[] = [
  'aiter',
  'anext',
  'breakpoint',
  'bytearray',
  'compile',
  'copyright',
  'credits',
  'dir',
  'eval',
  'exec',
  // what they do is raise SystemExit
  'exit',
  'globals',
  'help',
  'id',
  'license',
  'locals',
  'memoryview',
  'open',
  'quit',
];

/** A method called on a value, told as the working of what is returned. */
function m(receiver: string, methods: string): Record<string, Spoken> {
  return Object.fromEntries(
    methods.split(' ; ').map((call) => {
      const name = /^\w+/.exec(call)![0];
      return [name, f(`v = ${receiver}\nreturn v.${call}`, new RegExp(`\\.${name}\\b`))];
    }),
  );
}

/** A method that changes its object, told by what it did. */
function c(receiver: string, calls: Readonly<Record<string, RegExp>>): Record<string, Spoken> {
  return Object.fromEntries(
    Object.entries(calls).map(([call, words]) => [
      /^\w+/.exec(call)![0],
      f(`v = ${receiver}\nv.${call}\nreturn v`, words),
    ]),
  );
}

export const METHODS: Readonly<Record<string, Readonly<Record<string, Spoken>>>> = {
  str: {
    ...m(
      "'Ab c'",
      "translate({97: 'x'}) ; encode() ; capitalize() ; casefold() ; lower() ; swapcase() ; title() ; upper() ; isalnum() ; isalpha() ; isascii() ; isdecimal() ; isdigit() ; isnumeric() ; isprintable() ; isspace() ; isidentifier() ; islower() ; isupper() ; istitle() ; format() ; format_map({}) ; center(9) ; ljust(9) ; rjust(9) ; zfill(9) ; expandtabs() ; find('b') ; rfind('b') ; index('b') ; rindex('b') ; count('b') ; startswith('A') ; endswith('A') ; removeprefix('A') ; removesuffix('c') ; replace('b', 'd') ; partition('b') ; rpartition('b') ; split() ; rsplit() ; splitlines() ; join(['x', 'y']) ; strip() ; lstrip() ; rstrip() ; maketrans('a', 'b')",
    ),
  },
  list: {
    ...m('[2, 1]', 'copy() ; count(2) ; index(1)'),
    ...c('[2, 1]', {
      'append(5)': /5/,
      'clear()': /empt|[Cc]lear|\[\]/,
      'extend([7])': /extend|7/i,
      'insert(0, 9)': /9/,
      'pop()': /[Pp]op/,
      'remove(2)': /remov|taken out/i,
      'reverse()': /revers/i,
      'sort()': /sort/i,
    }),
  },
  dict: {
    ...m("{'a': 1}", "copy() ; get('a') ; keys() ; values() ; items() ; fromkeys(['x'])"),
    ...c("{'a': 1}", {
      'clear()': /\{\}/,
      "pop('a')": /[Pp]op/,
      'popitem()': /[Pp]op/,
      "setdefault('b', 2)": /'b'/,
      "update({'b': 2})": /'b': 2/,
    }),
  },
  set: {
    ...m(
      '{1, 2}',
      'copy() ; union({3}) ; intersection({1}) ; difference({1}) ; symmetric_difference({1}) ; isdisjoint({1}) ; issubset({1}) ; issuperset({1})',
    ),
    ...c('{1, 2}', {
      'add(5)': /5/,
      'clear()': /set\(\)/,
      'discard(1)': /\{2\}/,
      'remove(1)': /\{2\}|[Rr]emove/,
      'pop()': /[Pp]op/,
      'update({5})': /5/,
      'intersection_update({1})': /\{1\}/,
      'difference_update({1})': /\{2\}/,
      'symmetric_difference_update({1})': /\{2\}/,
    }),
  },
  frozenset: m(
    'frozenset([1, 2])',
    'copy() ; union({3}) ; intersection({1}) ; difference({1}) ; symmetric_difference({1}) ; isdisjoint({1}) ; issubset({1}) ; issuperset({1})',
  ),
  tuple: m('(1, 2)', 'count(1) ; index(2)'),
  int: m(
    '5',
    "bit_length() ; bit_count() ; conjugate() ; as_integer_ratio() ; real ; numerator ; imag ; denominator ; to_bytes(2, 'big') ; from_bytes(b'a', 'big')",
  ),
  float: m('2.5', "is_integer() ; conjugate() ; hex() ; as_integer_ratio() ; real ; imag ; fromhex('0x1p1')"),
  range: m('range(1, 7, 2)', 'count(3) ; index(3) ; start ; stop ; step'),
  bytes: {
    ...m(
      "b'Ab'",
      "find(b'b') ; rfind(b'b') ; index(b'b') ; rindex(b'b') ; count(b'b') ; startswith(b'A') ; endswith(b'b') ; replace(b'b', b'c') ; split() ; rsplit() ; splitlines() ; strip() ; lstrip() ; rstrip() ; join([b'x']) ; lower() ; upper() ; swapcase() ; isalpha() ; isalnum() ; isdigit() ; isspace() ; isascii() ; decode() ; hex() ; fromhex('61') ; capitalize() ; center(4) ; expandtabs() ; islower() ; istitle() ; isupper() ; ljust(4) ; partition(b'b') ; removeprefix(b'A') ; removesuffix(b'b') ; rjust(4) ; rpartition(b'b') ; title() ; translate(None) ; zfill(4)",
    ),
    maketrans: f("v = b'a'\nreturn len(v.maketrans(b'a', b'b'))", /\.maketrans\b/),
  },
};
