// What each kind of node is called and an example of it, for the tables of docs/primer.md. The compiler names a kind
// that has no row, and a test reads and runs every example.
import type { Expr, Pattern, Stmt } from '../../grammar/index.ts';

/** What a person calls it, and a whole program that holds it. */
export type Row = readonly [name: string, example: string];

export const STATEMENTS: Readonly<Record<Stmt['kind'], Row>> = {
  FunctionDef: ['function', 'def f(a: int, b=2, *rest, c=3, **more) -> int: return a + b'],
  ClassDef: ['class', 'class A(Exception): x = 1'],
  Return: ['return', 'def f(): return 1, 2'],
  Delete: ['deletion', 'xs = [1, 2, 3]; del xs[0]'],
  Assign: ['assignment', 'a = b, *c = [1, 2, 3]'],
  AugAssign: ['augmented assignment', 'n = 1; n += 2'],
  AnnAssign: ['annotated assignment', 'xs: list[int] = []'],
  For: ['for loop, with else', 'for i in range(3): print(i)'],
  While: ['while loop, with else', 'while False: pass'],
  If: ['if, elif, else', 'if 1 < 2: print(1)'],
  With: [
    'with',
    'class A:\n    def __enter__(self): return 1\n    def __exit__(self, *error): pass\nwith A() as n: print(n)',
  ],
  Match: ['match', 'match 1:\n    case 1: pass'],
  Raise: ['raise, raise from', "try: raise KeyError('a') from None\nexcept KeyError: pass"],
  Try: ['try, except, else, finally', 'try: 1 / 0\nexcept ZeroDivisionError as error: print(error)'],
  Assert: ['assert', "assert 1 < 2, 'why'"],
  Import: ['import', 'import math as m'],
  ImportFrom: ['from import', 'from math import pi, sqrt as root'],
  Global: ['global', 'def f():\n    global n\n    n = 1'],
  Nonlocal: ['nonlocal', 'def f():\n    n = 1\n    def g():\n        nonlocal n\n        n = 2'],
  Expr: ['expression as a statement', 'print(1)'],
  Pass: ['pass', 'pass'],
  Break: ['break', 'while True: break'],
  Continue: ['continue', 'for i in [1]: continue'],
};

export const EXPRESSIONS: Readonly<Record<Expr['kind'], Row>> = {
  BoolOp: ['and, or', '1 and 2 or 3'],
  NamedExpr: ['assignment expression', '(n := 3) + n'],
  BinOp: ['arithmetic and bits: `+ - * / // % ** @ << >> & ^ |`', '7 // 2 ** 2'],
  UnaryOp: ['`- + ~ not`', 'not -1'],
  Lambda: ['lambda', 'lambda a, b=1: a + b'],
  IfExp: ['conditional', '1 if 2 > 1 else 3'],
  Dict: ['dict display', "{'a': 1, **{'b': 2}}"],
  Set: ['set display', '{1, 2, *[3]}'],
  ListComp: ['list comprehension', '[n * n for n in range(5) if n % 2]'],
  SetComp: ['set comprehension', '{n % 3 for n in range(9)}'],
  DictComp: ['dict comprehension', '{n: n * n for n in range(3)}'],
  GeneratorExp: ['generator expression', 'sum(n for n in range(3))'],
  Yield: ['yield', 'def f(): got = yield 1'],
  YieldFrom: ['yield from', 'def f(): yield from [1, 2]'],
  Compare: ['comparison, chained: `== != < <= > >= is in`', '1 < 2 <= 3'],
  Call: ['call', "print(*[1], sep='', **{})"],
  JoinedStr: ['f-string', "f'{1 + 1} {2!r}'"],
  FormattedValue: ['its fields, with `!r` and a format', "f'{3.14159:>8.2f}'"],
  Constant: ['literal: int, float, str, bytes, bool, None, `...`', "0x_ff, 1e-5, 'a', b'a', True, None"],
  Attribute: ['attribute', "'a'.upper"],
  Subscript: ['item', '[1, 2][0]'],
  Starred: ['starred', '[*range(3)]'],
  Name: ['name', 'print'],
  List: ['list display', '[1, 2]'],
  Tuple: ['tuple', '1, 2'],
  Slice: ['slice', '[1, 2, 3][::-1]'],
};

const CASE = (pattern: string): string => `match 1:\n    case ${pattern}: pass`;

export const PATTERNS: Readonly<Record<Pattern['kind'], Row>> = {
  MatchValue: ['value', CASE('-1')],
  MatchSingleton: ['None, True, False', CASE('None')],
  MatchSequence: ['sequence', CASE('[a, b]')],
  MatchMapping: ['mapping', CASE("{'a': 1, **rest}")],
  MatchClass: ['class', CASE('int(n)')],
  MatchStar: ['star', CASE('[first, *_]')],
  MatchAs: ['capture, wildcard, as', CASE('int() as n')],
  MatchOr: ['or', CASE('1 | 2')],
};
